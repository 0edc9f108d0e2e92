"""A web page to the article on it: main text, title, authors, date. Needs the extra `html`.

The text that offsets index is the one that trafilatura finds in the page; `newsfacts read` writes it out. Headings
stay, each as a line of its own.
"""

import re

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.published import parse
from newsfacts.sources.encodings import decode
from newsfacts.sources.streams import missing
from newsfacts.sources.unread import Unread

__all__ = ["page_article"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}
"""What browsers read under these names: pages use the characters of the wider set."""


def page_article(page: Unread) -> Article:
    """Find the article on a page.

    Raises:  InputError where trafilatura is not installed or finds no article.
    """
    try:
        import trafilatura
    except ImportError as error:
        raise InputError(missing("trafilatura", "html", "reading HTML")) from error
    where, size = page.where, len(page.data)
    try:
        document = trafilatura.bare_extraction(
            _decoded(page), with_metadata=True, include_comments=False, include_tables=True
        )
    except (RecursionError, ValueError, LookupError) as error:
        raise InputError(f"{where}: the page cannot be parsed ({error}); expected HTML") from error
    text = getattr(document, "text", None)
    if document is None or not text or not text.strip():
        raise InputError(f"{where}: no article found on the page ({size} bytes); expected HTML with a main text")
    published = parse(getattr(document, "date", None))
    return Article(
        page.article_id,
        text,
        source=page.source,
        title=(getattr(document, "title", None) or "").strip() or None,
        published=published.day if published else None,
        authors=tuple(name.strip() for name in (getattr(document, "author", None) or "").split(";") if name.strip()),
    )


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
