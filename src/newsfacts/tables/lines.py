"""Tables as text: JSON lines and CSV. How a row is written, and how the rows of a file are walked without loss."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import IO

import simplejson

from newsfacts.errors import OutputError
from newsfacts.tables.columns import Table
from newsfacts.tables.rows import Row
from newsfacts.tables.target import CsvStyle

__all__ = ["CsvLines", "JsonLines", "TextSink", "other_columns"]

Drop = Callable[[str], bool]
"""Tells of an article id whether its rows go."""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""Beginnings of a cell that spreadsheets take for a formula or skip to find one (OWASP, CSV injection); one that has
apostrophes in front already gets another, so that taking one away gives the text back."""
_CELLS = {apart: re.compile(rf'"((?:[^"]|"")*)"|([^{apart}"\r\n]*)') for apart in ",;"}
"""A cell of CSV, in quotes or bare, by what stands between cells."""
_MARK = "\ufeff"


class TextSink:
    """Write the rows of one table to a file of lines."""

    def __init__(self, path: Path, table: Table, line: Callable[[Table, Row], str], head: str) -> None:
        self._file: IO[str] = open(path, "w", encoding="utf-8", newline="")  # noqa: SIM115 (closed by close)
        self._table, self._line = table, line
        self._file.write(head)

    def add(self, rows: list[Row]) -> None:
        """Write rows."""
        self._file.writelines(self._line(self._table, row) for row in rows)

    def close(self) -> None:
        """Write what is still in memory."""
        self._file.close()


class JsonLines:
    """Write and walk tables of JSON lines."""

    ending = "jsonl"

    def sink(self, path: Path, table: Table) -> TextSink:
        """Open a new file for the rows of a table."""
        return TextSink(path, table, _json_line, "")

    def holds_rows(self, path: Path) -> bool:
        """Tell whether a file has a row."""
        return path.exists() and path.stat().st_size > 0

    def check(self, path: Path, table: Table) -> None:
        """Raise OutputError where a file was written with other columns."""
        with open(path, encoding="utf-8", newline="\n") as file:
            first = file.readline()
        if first.strip():
            names = tuple(json.loads(first))
            if names != table.names:
                raise other_columns(path, names, table)

    def article_ids(self, path: Path, table: Table) -> Iterator[str]:
        """List the article ids of a file, row by row."""
        return (article_id for article_id, _ in self._rows(path))

    def join(self, paths: tuple[Path, Path], out: Path, table: Table, drop: Drop) -> None:
        """Write the rows of an older file that do not go, then those of a newer one."""
        older, newer = paths
        with open(out, "w", encoding="utf-8", newline="") as file:
            file.writelines(line for article_id, line in self._rows(older) if not drop(article_id))
            file.writelines(line for _, line in self._rows(newer))

    def _rows(self, path: Path) -> Iterator[tuple[str, str]]:
        with open(path, encoding="utf-8", newline="\n") as file:
            for line in file:
                if line.strip():
                    yield json.loads(line)["article_id"], line.rstrip("\n") + "\n"


class CsvLines:
    """Write and walk tables of CSV."""

    ending = "csv"

    def __init__(self, style: CsvStyle) -> None:
        self._safe = style.safe or style.for_excel
        self._mark, self._end = (_MARK, "\r\n") if style.for_excel else ("", "\n")
        self._apart, self._point = (";", ",") if style.semicolon else (",", ".")

    def sink(self, path: Path, table: Table) -> TextSink:
        """Open a new file for the rows of a table; its first line names the columns."""
        return TextSink(path, table, self._line, self._mark + self._apart.join(table.names) + self._end)

    def holds_rows(self, path: Path) -> bool:
        """Tell whether a file has a row behind its first line."""
        if not path.exists():
            return False
        with open(path, encoding="utf-8", newline="") as file:
            file.readline()
            return bool(file.readline().strip())

    def check(self, path: Path, table: Table) -> None:
        """Raise OutputError where a file was written with other columns."""
        with open(path, encoding="utf-8-sig", newline="") as file:
            head = file.readline().strip()
        names = tuple(name.strip('"') for name in head.split(self._apart))
        if head and names != table.names:
            raise other_columns(path, names, table)

    def article_ids(self, path: Path, table: Table) -> Iterator[str]:
        """List the article ids of a file, row by row, without the apostrophes of `--csv-safe`."""
        return (article_id for article_id, _ in self._rows(path, table))

    def join(self, paths: tuple[Path, Path], out: Path, table: Table, drop: Drop) -> None:
        """Write the rows of an older file that do not go, then those of a newer one."""
        older, newer = paths
        with open(out, "w", encoding="utf-8", newline="") as file:
            file.write(self._mark + self._apart.join(table.names) + self._end)
            file.writelines(self._kept(older, table, drop))
            file.writelines(row for _, row in self._rows(newer, table))

    def _kept(self, path: Path, table: Table, drop: Drop) -> Iterable[str]:
        for article_id, row in self._rows(path, table):
            if not drop(article_id):
                yield row.rstrip("\r\n") + self._end

    def _rows(self, path: Path, table: Table) -> Iterator[tuple[str, str]]:
        place = table.names.index("article_id")
        with open(path, encoding="utf-8-sig", newline="") as file:
            file.readline()
            for row in _whole_rows(file):
                cell = _cell_at(row, place, self._apart)
                yield _without_apostrophe(cell) if self._safe else cell, row

    def _line(self, _table: Table, row: Row) -> str:
        return self._apart.join(map(self._cell, row)) + self._end

    def _cell(self, value: object) -> str:
        """Write one cell: null as nothing, text always in quotes, so that an empty text is not taken for null."""
        if value is None:
            return ""
        if isinstance(value, str):
            text = f"'{value}" if self._safe and _FORMULA.match(value) else value
            return '"' + text.replace('"', '""') + '"'
        written = format(value, "f") if isinstance(value, Decimal) else str(value)
        return written.replace(".", self._point)


def other_columns(path: Path, names: tuple[str, ...], table: Table) -> OutputError:
    """Say that a target's columns are not those that would be written, and which differ."""
    lacks = ", ".join(name for name in table.names if name not in names) or "none"
    knows = ", ".join(name for name in names if name not in table.names)[:200] or "none"
    return OutputError(
        f"{path}: has other columns than this version writes (missing: {lacks}; unknown: {knows}); expected the same "
        "in the same order; write to another folder, or begin anew with --tables-mode replace"
    )


def _json_line(table: Table, row: Row) -> str:
    values = {name: _json_value(value) for name, value in zip(table.names, row, strict=True)}
    return simplejson.dumps(values, use_decimal=True, ensure_ascii=False, separators=(",", ":")) + "\n"


def _json_value(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _whole_rows(lines: Iterable[str]) -> Iterator[str]:
    """Put lines together until no quotation mark is open: a cell may hold line ends."""
    parts: list[str] = []
    marks = 0
    for line in lines:
        parts.append(line)
        marks += line.count('"')
        if marks % 2 == 0:
            row = "".join(parts)
            if row.strip():
                yield row if row.endswith("\n") else row + "\n"
            parts, marks = [], 0
    if parts:
        raise OutputError(f"CSV ends within a cell ({''.join(parts)[:60]!r}); expected a closing quotation mark")


def _cell_at(row: str, place: int, apart: str) -> str:
    position, cell = 0, _CELLS[apart]
    for _ in range(place):
        match = cell.match(row, position)
        position = match.end() + 1 if match else position
    match = cell.match(row, position)
    if match is None:
        return ""
    return match[1].replace('""', '"') if match[1] is not None else match[2]


def _without_apostrophe(cell: str) -> str:
    """Take away what `--csv-safe` puts in front."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
