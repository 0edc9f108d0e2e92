"""CSV and tab-separated files: one article a row, the first line names the columns.

A row that is broken costs itself and nothing else: reading goes on with the next line. In tab-separated files a
quotation mark that is not closed in its row's columns is a character of the text, as their standard has it.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources.encodings import decode, guess
from newsfacts.sources.files import Location
from newsfacts.sources.left_out import Tell
from newsfacts.sources.options import ReadOptions
from newsfacts.sources.rows import Row, check_columns, read_rows
from newsfacts.sources.streams import open_stream
from newsfacts.sources.text import too_long

__all__ = ["delimited_rows", "read_csv", "read_tsv"]

Check = Callable[[Sequence[str], Location, ReadOptions], None]
"""Raises InputError where a header lacks a column."""
_SAMPLE = 1 << 16
_LONGEST_HEADER = 1_000_000
"""Characters of a header; a longer line is no list of names."""
_LOST = 20
"""Quotation marks without an end that are searched for over the following lines; then each line is a row of its own, so
that a file of nothing else does not cost the square of its length."""
_UNDECODED = re.compile("[\udc80-\udcff]")


def read_csv(location: Location, options: ReadOptions, tell: Tell) -> Iterator[Article | Failure]:
    """Read a CSV file; of comma, semicolon, tab and bar the one that the first line has most of parts the columns."""
    return read_rows(partial(delimited_rows, location, options, ",;\t|"), location, options, tell)


def read_tsv(location: Location, options: ReadOptions, tell: Tell) -> Iterator[Article | Failure]:
    """Read a file of columns that tabs part."""
    return read_rows(partial(delimited_rows, location, options, "\t"), location, options, tell)


def delimited_rows(
    location: Location, options: ReadOptions, delimiters: str, check: Check = check_columns
) -> Iterator[Row]:
    """Yield the rows behind the header; `check` looks at the header first.

    Raises:  InputError where there is no header or a column that is needed is not in it.
    """
    with open_stream(location, options) as stream:
        encoding, warnings = guess(stream.peek(_SAMPLE), location.path)
        name = "utf-8-sig" if encoding == "utf-8" else encoding
        errors = "replace" if encoding == "utf-16" else "surrogateescape"
        text = io.TextIOWrapper(stream, name, errors, newline="")
        header_line = text.readline(_LONGEST_HEADER)
        if not header_line.strip():
            raise InputError(f"{location.path}: the file is empty; expected a first line that names the columns")
        if len(header_line) == _LONGEST_HEADER:
            raise InputError(
                f"{location.path}: the first line is longer than {_LONGEST_HEADER:,} characters; "
                "expected one that names the columns"
            )
        delimiter = max(delimiters, key=header_line.count)
        header = next(csv.reader([header_line], delimiter=delimiter))
        check(header, location, options)
        csv.field_size_limit(options.max_article_bytes + 1)  # the module knows no limit per reader
        lines = _Lines(text, options.max_article_bytes + 100_000)
        reader = _Rows(lines, header, delimiter, location, options)
        while (row := reader.next()) is not None:
            yield _decoded(row._replace(warnings=warnings), encoding, location)
        text.detach()  # the stream is closed by who opened it


class _Lines:
    """Give the lines of a stream one by one, none longer than a limit; take some back."""

    def __init__(self, text: io.TextIOWrapper, longest: int) -> None:
        self._text, self._longest = text, longest
        self._back: list[str] = []
        self.number = 1
        """Number of the line given last."""
        self.cut = False
        """That line was longer and is cut."""

    def next(self) -> str | None:
        self.cut = False
        if self._back:
            self.number += 1
            return self._back.pop()
        line = self._text.readline(self._longest)
        if not line:
            return None
        self.number += 1
        if len(line) >= self._longest and not line.endswith(("\n", "\r")):
            self.cut = True
            while (rest := self._text.readline(1 << 20)) and not rest.endswith(("\n", "\r")):
                pass
        return line

    def back(self, lines: Sequence[str]) -> None:
        self._back.extend(reversed(lines))
        self.number -= len(lines)


class _Rows:
    """Cut lines into rows; a row with quotation marks may go over several lines."""

    def __init__(
        self, lines: _Lines, header: Sequence[str], delimiter: str, location: Location, options: ReadOptions
    ) -> None:
        self._lines, self._header, self._delimiter = lines, header, delimiter
        self._is_literal = delimiter == "\t" and location.ending == ".tsv"
        self._options, self._lost = options, 0

    def next(self) -> Row | None:
        """Give the next row, None at the end of the file; empty lines are none."""
        while (line := self._lines.next()) is not None:
            number = self._lines.number
            if self._lines.cut:
                return Row(number, None, too_long("row", self._options))
            if not line.strip("\r\n"):
                continue
            cells = line.rstrip("\r\n").split(self._delimiter) if '"' not in line else self._quoted(line)
            return Row(number, None, cells) if isinstance(cells, str) else self._row(number, cells)
        return None

    def _row(self, number: int, cells: list[str]) -> Row:
        if len(cells) > len(self._header) and any(map(str.strip, cells[len(self._header) :])):
            message = f"{len(cells)} columns; expected {len(self._header)}, as the first line names, others in quotes"
            return Row(number, None, message)
        return Row(number, dict(zip(self._header, cells, strict=False)))

    def _quoted(self, line: str) -> list[str] | str:
        """Read a row that begins with a line, or say what is wrong with it; then the lines behind it are given back."""
        taken: list[str] = []
        reader = csv.reader(self._from(line, taken), delimiter=self._delimiter, strict=True)
        try:
            return next(reader)
        except csv.Error as error:
            self._lost += bool(taken)
            self._lines.back(taken)
            if self._is_literal:
                return line.rstrip("\r\n").split(self._delimiter)
            return f"{error}; expected CSV, fields with line ends quoted and quotation marks in them doubled"

    def _from(self, line: str, taken: list[str]) -> Iterator[str]:
        yield line
        left = self._options.max_article_bytes
        while left > 0 and self._lost < _LOST and (more := self._lines.next()) is not None:
            if self._lines.cut:
                return
            taken.append(more)
            left -= len(more)
            yield more


def _decoded(row: Row, encoding: str, location: Location) -> Row:
    """Decode anew the cells of a row in which some bytes do not fit the encoding of the file."""
    if row.values is None:
        return row
    warnings, values = row.warnings, dict(row.values)
    for name, value in row.values.items():
        if isinstance(value, str) and _UNDECODED.search(value):
            try:
                where = f"{location.path}:{row.number}"
                values[name], more = decode(value.encode(encoding, "surrogateescape"), where)
                warnings = (*warnings, *more)
            except (InputError, UnicodeError):
                return Row(row.number, None, f"bytes that are not {encoding}; expected one encoding in the whole file")
    return row._replace(values=values, warnings=warnings)
