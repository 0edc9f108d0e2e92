"""JSON lines: one object a line, with `text` and, where known, `article_id`, `title`, `published`, `source`.

Standard input may also be one plain text: it is taken as that where its first character is no brace.
"""

import json
import re
import sys
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources.encodings import decode
from newsfacts.sources.files import Location
from newsfacts.sources.options import ReadOptions, failure
from newsfacts.sources.rows import read_row
from newsfacts.sources.streams import open_stream
from newsfacts.sources.text import too_long

__all__ = ["article_line", "read_json_lines"]

_LONGEST_ESCAPE = 6
r"""Bytes that JSON may use for one byte of text: \u0041."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def read_json_lines(location: Location, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read one article a line; a line that is broken is a Failure, and the next line is read."""
    with open_stream(location, options) as stream:
        lines = _lines(stream, options.max_article_bytes * _LONGEST_ESCAPE + 100_000)
        if location.path == "-":
            first = next(lines, b"")
            if first and not first.lstrip().startswith(b"{"):
                text, warnings = decode(first + stream.read(options.max_article_bytes), "standard input")
                yield Article("-", text, warnings=warnings)
                return
            lines = chain([first], lines)
        for number, line in enumerate(lines, start=1):
            if line is None:
                message = too_long(f"{location.path}:{number}", options)
                yield failure(f"{location.name}:{number}", location, "InputError", message)
            elif line.strip():
                yield _article(line, number, location, options)


def _lines(stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """Yield line by line; None in the place of a line that is longer than `longest` bytes."""
    while line := stream.readline(longest):
        if len(line) < longest or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(1 << 20)
        yield None


def _article(line: bytes, number: int, location: Location, options: ReadOptions) -> Article | Failure:
    where = f"{location.path}:{number}"
    try:
        return read_row(_parse(line, where), number, location, options)
    except InputError as error:
        return failure(f"{location.name}:{number}", location, "InputError", str(error))


def _parse(line: bytes, where: str) -> dict[str, object]:
    try:
        row = json.loads(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: byte {error.start} of the line is not UTF-8; JSON lines are UTF-8") from error
    except json.JSONDecodeError as error:
        found = line[:60].decode("utf-8", "replace").strip()
        raise InputError(
            f"{where}: not JSON: {error.msg} at character {error.pos} (the line begins {found!r}); "
            "expected one object a line"
        ) from error
    except RecursionError as error:
        raise InputError(f"{where}: JSON nested too deep; expected a flat object") from error
    except ValueError as error:  # an integer of more digits than Python converts
        limit = sys.get_int_max_str_digits()
        raise InputError(f"{where}: a number of more than {limit} digits; expected a flat object of strings") from error
    if not isinstance(row, dict):
        raise InputError(f"{where}: the line holds a {type(row).__name__}; expected an object with 'text'")
    return row


def article_line(article: Article) -> str:
    """Write an article as the line that `read_json_lines` reads back; lone surrogates are escaped."""
    published = article.published.isoformat() if article.published else None
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
