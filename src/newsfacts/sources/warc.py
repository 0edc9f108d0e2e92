"""Web archives (WARC): one article a response record that holds a page or a plain text. Needs the extra `warc`."""

from collections.abc import Iterator
from typing import Any

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources.encodings import decode
from newsfacts.sources.files import Location
from newsfacts.sources.html import page_article
from newsfacts.sources.options import ReadOptions, failure
from newsfacts.sources.streams import missing, open_stream
from newsfacts.sources.text import too_long

__all__ = ["read_warc"]


def read_warc(location: Location, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read the responses of a web archive; an article is named by its record id, its source is the URL.

    Raises:  InputError where fastwarc is not installed.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise InputError(missing("fastwarc", "warc", "reading WARC")) from error
    records = 0
    with open_stream(location, options) as stream:
        for record in ArchiveIterator(stream, parse_http=True):
            records += 1
            if record.record_type != WarcRecordType.response:
                continue
            kind = (record.http_content_type or "").lower()
            if kind in ("text/html", "application/xhtml+xml", "text/plain"):
                yield _article(record, kind, location, options)
    if not records:
        raise InputError(f"{location.path}: holds no WARC record; expected a web archive")


def _article(record: Any, kind: str, location: Location, options: ReadOptions) -> Article | Failure:
    record_id = str(record.record_id).strip("<>")
    url = str(record.headers.get("WARC-Target-URI") or location.path).strip("<>")
    where = f"{location.path}, record {record_id}"
    try:
        body: bytes = record.reader.read(options.max_article_bytes + 1)
        if len(body) > options.max_article_bytes:
            raise InputError(too_long(where, options))
        if len(body) < record.content_length:
            raise InputError(f"{where}: cut off after {len(body)} of {record.content_length} bytes; expected all of it")
        if kind != "text/plain":
            return page_article(body, record_id, url, where)
        text, warnings = decode(body, where)
        return Article(record_id, text, source=url, warnings=warnings)
    except InputError as error:
        return failure(record_id, location, "InputError", str(error))
