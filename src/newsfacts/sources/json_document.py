"""One JSON document: an array of articles, one article, or an object that holds the array under a usual name.

An array is read element by element, so that memory does not grow with it, and an element that is broken costs itself
alone. Not here: JSON lines.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources.encodings import decode
from newsfacts.sources.files import Location
from newsfacts.sources.json_lines import LONGEST_ESCAPE, parse_object
from newsfacts.sources.left_out import Tell
from newsfacts.sources.options import ReadOptions
from newsfacts.sources.rows import Row, read_rows
from newsfacts.sources.streams import open_stream
from newsfacts.sources.text import too_long

__all__ = ["holds_articles", "read_json_document"]

_LISTS = ("articles", "items", "stories", "documents", "docs", "posts", "entries", "results", "records", "news", "data")
"""Keys under which services hand out a list of articles; lists under other keys may be anything."""
_PIECE = 1 << 16
_STRUCTURE = re.compile(rb'["\[\]{},]')
_IN_STRING = re.compile(rb'["\\]')


def read_json_document(location: Location, options: ReadOptions, tell: Tell) -> Iterator[Article | Failure]:
    """Read the articles of a JSON document."""
    return read_rows(partial(_rows, location, options), location, options, tell)


def holds_articles(location: Location, options: ReadOptions) -> bool:
    """Tell whether a JSON document has articles, looking at no more than its first row."""
    try:
        first = next(_rows(location, options), None)
    except InputError:
        return False
    return first is not None and first.values is not None and options.text_field in first.values


def _rows(location: Location, options: ReadOptions) -> Iterator[Row]:
    longest = options.max_article_bytes * LONGEST_ESCAPE + 100_000
    with open_stream(location, options) as stream:
        start = stream.peek(_PIECE).removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
        if start == b"[":
            yield from _elements(stream, longest, location, options)
            return
        document = stream.read(longest + 1)
    if len(document) > longest:
        raise InputError(f"{too_long(location.path, options)}; expected an array, or JSON lines")
    yield from _of_object(_parsed(document, location), location, options)


def _parsed(document: bytes, location: Location) -> dict[str, Any]:
    text, _ = decode(document, location.path)
    try:
        return parse_object(text)
    except InputError as error:
        raise InputError(f"{location.path}: {error}") from error


def _of_object(document: dict[str, Any], location: Location, options: ReadOptions) -> Iterator[Row]:
    """Yield the object itself where it has a text, else the objects of the list that it holds."""
    if options.text_field in document:
        yield Row(1, document)
        return
    found = _list_in(document) or next(
        (rows for key in _LISTS if isinstance(document.get(key), dict) and (rows := _list_in(document[key]))), None
    )
    if found is None:
        raise InputError(
            f"{location.path}: the object has no {options.text_field!r} and no list of articles (there is "
            f"{', '.join(map(repr, list(document)[:8])) or 'nothing'}); expected an array of objects, one an article"
        )
    for number, element in enumerate(found, start=1):
        yield _row(element, number)


def _list_in(document: dict[str, Any]) -> list[Any] | None:
    return next((document[key] for key in _LISTS if isinstance(document.get(key), list)), None)


def _row(element: object, number: int) -> Row:
    if isinstance(element, dict):
        return Row(number, element)
    return Row(number, None, f"the element is a {type(element).__name__}; expected an object with a text")


def _elements(stream: BinaryIO, longest: int, location: Location, options: ReadOptions) -> Iterator[Row]:
    """Yield the elements of an array, parsed one by one.

    Raises:  InputError behind them where the array does not end or something follows it.
    """
    number = 0
    for number, element in enumerate(_pieces(stream, longest, location), start=1):
        if element is None:
            yield Row(number, None, too_long("element", options))
            continue
        try:
            text, warnings = decode(element, f"{location.path}:{number}")
            yield Row(number, parse_object(text), "", warnings)
        except InputError as error:
            yield Row(number, None, str(error).replace("the line", "the element"))
    if not number:
        raise InputError(f"{location.path}: the array is empty; expected objects, one an article")


def _pieces(stream: BinaryIO, longest: int, location: Location) -> Iterator[bytes | None]:
    """Cut an array into the bytes of its elements by its brackets and commas; None for one that is too long."""
    scan = _Scan()
    element, is_long = bytearray(), False
    while piece := stream.read(_PIECE):
        done = 0
        for end, is_last in scan.ends(piece):
            if not is_long:
                element += piece[done:end]
            text = bytes(element).strip().removeprefix(b"\xef\xbb\xbf").removeprefix(b"[" if scan.is_first() else b"")
            if is_long or text.strip():
                yield None if is_long else text
            element, is_long, done = bytearray(), False, end + 1
            if is_last:
                if (piece[done:] + stream.read(_PIECE)).strip():
                    raise InputError(f"{location.path}: something stands behind the array; expected one array")
                return
        element += b"" if is_long else piece[done:]
        if len(element) > longest:
            element, is_long = bytearray(), True
    message = "the array does not end: the file is cut off"
    raise InputError(f"{location.path}: {message} (the last element begins {bytes(element[:40])!r})")


class _Scan:
    """Find where the elements of an array end, piece by piece; it knows brackets and strings, nothing else of JSON."""

    def __init__(self) -> None:
        self._depth = self._seen = 0
        self._in_string = self._escaped = False

    def is_first(self) -> bool:
        """Tell whether the end given last is the first one."""
        return self._seen == 1

    def ends(self, piece: bytes) -> Iterator[tuple[int, bool]]:
        """Yield the index of each comma between elements, and of the bracket that ends the array."""
        at = 1 if self._escaped else 0
        self._escaped = False
        while match := (_IN_STRING if self._in_string else _STRUCTURE).search(piece, at):
            found, at = match[0], match.end()
            if found == b"\\":
                at += 1
                self._escaped = at > len(piece)
            elif found == b'"':
                self._in_string = not self._in_string
            elif found in (b"[", b"{"):
                self._depth += 1
            elif found in (b"]", b"}"):
                self._depth -= 1
                if self._depth == 0:
                    self._seen += 1
                    yield match.start(), True
                    return
            elif self._depth == 1:
                self._seen += 1
                yield match.start(), False
