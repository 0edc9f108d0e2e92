"""JSON lines: one object a line, with `text` and, where known, `article_id`, `title`, `published`, `source`.

Standard input may also be one plain text: it is taken as that where its first character is no brace.
"""

import io
import json
import re
import sys
from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import Any, BinaryIO

import jsonlines

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure, Warning
from newsfacts.sources.encodings import decode, guess
from newsfacts.sources.files import Location
from newsfacts.sources.left_out import Tell
from newsfacts.sources.options import ReadOptions
from newsfacts.sources.rows import Row, read_rows
from newsfacts.sources.streams import open_stream
from newsfacts.sources.text import too_long

__all__ = ["LONGEST_ESCAPE", "article_line", "parse_object", "read_json_lines"]

LONGEST_ESCAPE = 6
r"""Bytes that JSON may use for one byte of text: \u0041."""
_SAMPLE = 4096
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_json_lines(location: Location, options: ReadOptions, tell: Tell) -> Iterator[Article | Failure]:
    """Read one article a line; a line that is broken is a Failure, and the next line is read."""
    if location.path != "-":
        return read_rows(partial(_rows, location, options), location, options, tell)
    return _standard_input(location, options, tell)


def _standard_input(location: Location, options: ReadOptions, tell: Tell) -> Iterator[Article | Failure]:
    with open_stream(location, options) as stream:
        lines = _lines(stream, _longest(options))
        first = next(lines, b"")
        if first and not first.lstrip().startswith(b"{"):
            text, warnings = decode(first + stream.read(options.max_article_bytes), "standard input")
            yield Article("-", text, warnings=warnings)
            return
        yield from read_rows(lambda: _numbered(chain([first], lines), location, options), location, options, tell)


def _rows(location: Location, options: ReadOptions) -> Iterator[Row]:
    with open_stream(location, options) as stream:
        lines: Iterator[bytes | None] = _lines(stream, _longest(options))
        encoding = _wide(stream.peek(_SAMPLE)[:_SAMPLE], location.path)
        if encoding:
            wide = io.TextIOWrapper(stream, encoding, "replace", newline="\n")
            lines = (
                line.encode("utf-8", "surrogatepass") for line in iter(partial(wide.readline, _longest(options)), "")
            )
        yield from _numbered(lines, location, options)


def _wide(head: bytes, where: str) -> str | None:
    """Name the encoding of a file in UTF-16, which is not cut into lines by its bytes."""
    if b"\0" not in head:
        return None
    try:
        encoding, _ = guess(head, where)
    except InputError:
        return None
    return encoding if encoding.startswith("utf-16") else None


def _longest(options: ReadOptions) -> int:
    return options.max_article_bytes * LONGEST_ESCAPE + 100_000


def _lines(stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """Yield line by line; None in the place of a line that is longer than `longest` bytes."""
    while line := stream.readline(longest):
        if len(line) < longest or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(1 << 20)
        yield None


def _numbered(lines: Iterator[bytes | None], location: Location, options: ReadOptions) -> Iterator[Row]:
    for number, line in enumerate(lines, start=1):
        if line is None:
            yield Row(number, None, too_long("line", options))
        elif line.strip():
            yield _row(line, number, location)


def _row(line: bytes, number: int, location: Location) -> Row:
    try:
        text, warnings = _decoded(line.removeprefix(b"\xef\xbb\xbf"), f"{location.path}:{number}")
        return Row(number, parse_object(text), "", warnings)
    except InputError as error:
        return Row(number, None, str(error))


def _decoded(line: bytes, where: str) -> tuple[str, tuple[Warning, ...]]:
    try:
        return line.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        try:
            return decode(line, where)
        except InputError:
            raise InputError(f"byte {error.start} of the line is not UTF-8; JSON lines are UTF-8") from error


def parse_object(text: str) -> dict[str, Any]:
    """Read one JSON object.

    Raises:  InputError where it is no JSON, no object, nested too deep, or holds a number that is too long.
    """
    try:
        row = jsonlines.Reader([text]).read()
    except jsonlines.InvalidLineError as error:
        found = text[:60].strip()
        raise InputError(
            f"not JSON: {_cause(error)} (the line begins {found!r}); expected one object a line"
        ) from error
    except RecursionError as error:
        raise InputError("JSON nested too deep; expected a flat object") from error
    if not isinstance(row, dict):
        raise InputError(f"the line holds a {type(row).__name__}; expected an object with 'text'")
    return row


def _cause(error: jsonlines.InvalidLineError) -> str:
    cause = error.__cause__
    if isinstance(cause, json.JSONDecodeError):
        return f"{cause.msg} at character {cause.pos}"
    if isinstance(cause, ValueError):  # an integer of more digits than Python converts
        return f"a number of more than {sys.get_int_max_str_digits()} digits"
    return str(cause or error)


def article_line(article: Article) -> str:
    """Write an article as the line that `read_json_lines` reads back; lone surrogates are escaped."""
    published = article.published.isoformat() if article.published else article.published_text
    line = json.dumps(
        {
            "article_id": article.article_id,
            "source": article.source,
            "title": article.title,
            "published": published,
            "text": article.text,
        },
        ensure_ascii=False,
    )
    return line if not _SURROGATE.search(line) else json.dumps(json.loads(line))
