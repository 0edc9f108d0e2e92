"""A web page to the article on it: main text, title, authors, date. Needs the extra `html`.

The text that offsets index is the one that trafilatura finds in the page; `newsfacts read` writes it out. Headings
stay, each as a line of its own, and so do the items of lists ("- …") and the rows of tables ("| … | … |"). A page that
stands in an article's place, such as a wall against robots, is refused by what it is (walls.py).
"""

import re
from typing import Any
from urllib.parse import urlsplit

from newsfacts.article import Article
from newsfacts.article.published import parse
from newsfacts.errors import InputError
from newsfacts.sources.authors import persons
from newsfacts.sources.encodings import decode
from newsfacts.sources.streams import missing
from newsfacts.sources.unread import Unread
from newsfacts.sources.walls import in_its_place

__all__ = ["page_article"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}
"""What browsers read under these names: pages use the characters of the wider set."""
_FETCHED = ("http", "https")


def page_article(page: Unread) -> Article:
    """Find the article on a page; its source is the page's canonical URL where only a path is known.

    Raises:  InputError where trafilatura is not installed or finds no article, or where the page stands in its place.
    """
    document = _extracted(page)
    text, title = getattr(document, "text", None) or "", (getattr(document, "title", None) or "").strip() or None
    instead = in_its_place(title, text)
    if not text.strip() or instead:
        what = f" but {instead}" if instead else ""
        raise InputError(
            f"{page.where}: no article found on the page{what} ({len(page.data)} bytes); expected HTML with a main text"
        )
    published = parse(getattr(document, "date", None))
    return Article(
        page.article_id,
        text,
        source=_source(page.source, getattr(document, "url", None)),
        title=title,
        published=published.day if published else None,
        authors=persons(
            (getattr(document, "author", None) or "").split(";"),
            getattr(document, "sitename", None),
            getattr(document, "hostname", None),
        ),
    )


def _extracted(page: Unread) -> Any:
    """Give what trafilatura makes of a page, None where it finds nothing."""
    try:
        import trafilatura
    except ImportError as error:
        raise InputError(missing("trafilatura", "html", "reading HTML")) from error
    try:
        return trafilatura.bare_extraction(
            _decoded(page), with_metadata=True, include_comments=False, include_tables=True
        )
    except (RecursionError, ValueError, LookupError) as error:
        raise InputError(f"{page.where}: the page cannot be parsed ({error}); expected HTML") from error


def _source(given: str, canonical: str | None) -> str:
    """Choose the source: the URL that a page was fetched from, else its own, else its path.

    A canonical URL without a path names the site, as careless pages do, and not the article.
    """
    if not canonical or urlsplit(given).scheme in _FETCHED:
        return given
    parts = urlsplit(canonical)
    return canonical if parts.scheme in _FETCHED and parts.path.strip("/") else given


def _decoded(page: Unread) -> str | bytes:
    """Decode a page as the header or the page itself says; where neither does or it does not fit, leave the bytes."""
    declared = _CHARSET.search(page.data[:4096])
    for name in (page.charset, declared[1].decode("ascii", "replace") if declared else None):
        if not name:
            continue
        try:
            return page.data.decode(_WIDER.get(name.lower(), name))
        except (LookupError, UnicodeDecodeError):
            continue
    try:
        return decode(page.data, page.where).text
    except InputError:
        return page.data
