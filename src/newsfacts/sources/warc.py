"""Web archives (WARC): one article a page, PDF or plain text, and a text of a WET archive. Needs the extra `warc`.

Of responses that are none of these (pictures, scripts) the run tells how many there were.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources.contents import HEAD, kind_of
from newsfacts.sources.encodings import decode
from newsfacts.sources.files import Location
from newsfacts.sources.left_out import Tell
from newsfacts.sources.options import ReadOptions, failure
from newsfacts.sources.streams import missing, open_stream
from newsfacts.sources.text import too_long
from newsfacts.sources.unread import Unread

__all__ = ["read_warc"]

_FORMS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "text/plain": "text",
}
"""Types of HTTP that are read, and as what."""
_UNTOLD = ("", "application/octet-stream", "binary/octet-stream", "application/xml", "text/xml", "unk", "unknown")
"""Types that say nothing: the content is looked at."""


def read_warc(location: Location, options: ReadOptions, tell: Tell) -> Iterator[Article | Unread | Failure]:
    """Read the responses of a web archive; an article is named by its record id, its source is the URL.

    Raises:  InputError where fastwarc is not installed.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise InputError(missing("fastwarc", "warc", "reading WARC")) from error
    records, others = 0, Counter[str]()
    with open_stream(location, options) as stream:
        for record in ArchiveIterator(stream, parse_http=True):
            records += 1
            if record.record_type == WarcRecordType.conversion:
                yield _item(record, "text", location, options)
            elif record.record_type in (WarcRecordType.response, WarcRecordType.resource):
                yield from _response(record, others, location, options)
    if not records:
        raise InputError(f"{location.path}: holds no WARC record; expected a web archive")
    for kind, number in sorted(others.items()):
        tell(location.path, f"{number:,} of type {kind}")


def _response(
    record: Any, others: "Counter[str]", location: Location, options: ReadOptions
) -> Iterator[Article | Unread | Failure]:
    kind = _type(record)
    if kind in _FORMS:
        yield _item(record, _FORMS[kind], location, options)
        return
    if kind not in _UNTOLD:
        others[kind] += 1
        return
    item = _item(record, "", location, options)
    if item is None:
        others[kind or "no type"] += 1
    else:
        yield item


def _type(record: Any) -> str:
    """Give the type that the response claims, "" where it claims none or its head cannot be parsed."""
    own = str(record.headers.get("Content-Type") or "")
    claimed = record.http_content_type or ("" if own.startswith("application/http") else own)
    return str(claimed).split(";")[0].strip().lower()


def _item(record: Any, form: str, location: Location, options: ReadOptions) -> Any:
    """Make an article of a record; None where its form is not told and its content is none that is read."""
    record_id = str(record.record_id).strip("<>")
    url = str(record.headers.get("WARC-Target-URI") or location.path).strip("<>")
    where = f"{location.path}, record {record_id}"
    try:
        body: bytes = record.reader.read(options.max_article_bytes + 1)
        if len(body) > options.max_article_bytes:
            raise InputError(too_long(where, options))
        if len(body) < record.content_length:
            raise InputError(f"{where}: cut off after {len(body)} of {record.content_length} bytes; expected all of it")
        form = form or _looked_at(body[:HEAD])
        if form in ("html", "pdf"):
            charset = record.http_charset if form == "html" else None
            return Unread(record_id, url, where, form, body, options.max_article_bytes, charset)
        if form != "text":
            return None
        text, warnings = decode(body, where)
        return Article(record_id, text, source=url, warnings=warnings)
    except InputError as error:
        return failure(record_id, location, "InputError", str(error))


def _looked_at(head: bytes) -> str:
    """Tell from its content the form of a body, "" where it is none that is read."""
    form = kind_of(head, ".bin").format or ""
    return "" if form == "text" and b"\0" in head else form
