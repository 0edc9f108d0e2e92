"""CSV and tab-separated files: one article a row, the first line names the columns."""

import csv
import io
from collections.abc import Iterator

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure, Warning
from newsfacts.sources.encodings import guess
from newsfacts.sources.files import Location
from newsfacts.sources.options import ReadOptions
from newsfacts.sources.rows import check_columns, read_row
from newsfacts.sources.streams import open_stream

__all__ = ["read_csv", "read_tsv"]

_SAMPLE = 1 << 16


def read_csv(location: Location, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read a CSV file; the delimiter is the comma, or the semicolon where the first line has more of those."""
    return _read(location, options, ",;")


def read_tsv(location: Location, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read a file of columns that tabs part."""
    return _read(location, options, "\t")


def _read(location: Location, options: ReadOptions, delimiters: str) -> Iterator[Article | Failure]:
    with open_stream(location, options) as stream:
        text, warnings = _decoded(stream, location.path)
        header_line = text.readline()
        if not header_line.strip():
            raise InputError(f"{location.path}: the file is empty; expected a first line that names the columns")
        delimiter = max(delimiters, key=header_line.count)
        header = next(csv.reader([header_line], delimiter=delimiter))
        check_columns(header, location, options)
        csv.field_size_limit(options.max_article_bytes + 1)  # the module knows no limit per reader
        rows = csv.reader(text, delimiter=delimiter, strict=True)
        while (cells := _next(rows, location)) is not None:
            if cells:
                row = dict(zip(header, cells, strict=False))
                yield read_row(row, rows.line_num + 1, location, options, warnings)


def _decoded(stream: io.BufferedReader, where: str) -> tuple[io.TextIOWrapper, tuple[Warning, ...]]:
    encoding, warnings = guess(stream.peek(_SAMPLE), where)
    return io.TextIOWrapper(stream, "utf-8-sig" if encoding == "utf-8" else encoding, newline=""), warnings


def _next(rows: Iterator[list[str]], location: Location) -> list[str] | None:
    try:
        return next(rows, None)
    except csv.Error as error:
        line = getattr(rows, "line_num", 0) + 1
        raise InputError(f"{location.path}:{line}: {error}; expected CSV, fields with line ends quoted") from error
    except UnicodeDecodeError as error:
        line = getattr(rows, "line_num", 0) + 1
        raise InputError(
            f"{location.path}:{line}: bytes that are not {error.encoding}; expected one encoding"
        ) from error
