"""A web page to the article on it: main text, title, authors, date. Needs the extra `html`.

The text that offsets index is the one that trafilatura finds in the page; `newsfacts read` writes it out. Headings
stay, each as a line of its own.
"""

import datetime
from collections.abc import Iterator

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources.files import Location
from newsfacts.sources.options import ReadOptions
from newsfacts.sources.streams import missing, open_stream
from newsfacts.sources.text import too_long

__all__ = ["page_article", "read_html"]


def read_html(location: Location, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read a page as one article."""
    with open_stream(location, options) as stream:
        page = stream.read(options.max_article_bytes + 1)
    if len(page) > options.max_article_bytes:
        raise InputError(too_long(location.path, options))
    yield page_article(page, location.name, location.path, location.path)


def page_article(page: bytes, article_id: str, source: str, where: str) -> Article:
    """Find the article on a page.

    Raises:  InputError where trafilatura is not installed or finds no article.
    """
    try:
        import trafilatura
    except ImportError as error:
        raise InputError(missing("trafilatura", "html", "reading HTML")) from error
    try:
        document = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, include_tables=True)
    except (RecursionError, ValueError) as error:
        raise InputError(f"{where}: the page cannot be parsed ({error}); expected HTML") from error
    text = getattr(document, "text", None)
    if document is None or not text or not text.strip():
        raise InputError(f"{where}: no article found on the page ({len(page)} bytes); expected HTML with a main text")
    return Article(
        article_id,
        text,
        source=source,
        title=_clean(getattr(document, "title", None)),
        published=_date(getattr(document, "date", None)),
        authors=tuple(name.strip() for name in (getattr(document, "author", None) or "").split(";") if name.strip()),
    )


def _clean(title: str | None) -> str | None:
    return title.strip() or None if title else None


def _date(value: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
