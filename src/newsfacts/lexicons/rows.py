"""The file format of a lexicon: comments with the source, column names, one row a line (see `__init__.py`)."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from newsfacts.errors import LexiconError
from newsfacts.lexicons.nearest import nearest
from newsfacts.record import (
    Base,
    Comparator,
    Direction,
    EventType,
    GkgType,
    MoneyRole,
    Part,
    Status,
    SubstanceClass,
)

__all__ = ["Rows", "Values", "check_cells", "parse"]

_SETS: tuple[type[StrEnum], ...] = (
    Base, Comparator, Direction, EventType, GkgType, MoneyRole, Part, Status, SubstanceClass,
)  # fmt: skip
"""Closed sets of the record that are values of lexicons as well."""
_NUMBER = "number"
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_VALUES = re.compile(r"values of (?P<column>\w+): (?P<told>.+)")


class Values(NamedTuple):
    """Hold what the cells of a column may say; an empty cell is always right."""

    words: frozenset[str]
    number: bool
    """Whether they are numbers without a sign instead."""

    def right(self, cell: str) -> bool:
        """Tell whether a cell is one of them."""
        return not cell or (bool(_DIGITS.fullmatch(cell)) if self.number else cell in self.words)

    def __str__(self) -> str:
        """Name them, as a message does."""
        return "a number" if self.number else ", ".join(sorted(self.words))


class Rows(NamedTuple):
    """Hold what a lexicon file says."""

    columns: tuple[str, ...]
    """Column names; the first one holds the word."""
    rows: tuple[Mapping[str, str], ...]
    """One mapping a line, column name to cell."""
    repeats: bool
    """Whether a word may stand on several lines."""
    lines: tuple[int, ...]
    """The line of each row in its file, from 1; of rows from several files each in its own."""
    fixed: bool = False
    """Whether nobody can change it: it is asked where no options are known."""
    values: Mapping[str, Values] = {}
    """What the cells of a column may say, for the columns of which the head tells it."""


def parse(where: str, content: str) -> Rows:
    """Read the content of a lexicon file; `where` is its name in messages.

    Raises:  LexiconError with file and line for a malformed line, a word that stands twice, or a missing source.
    """
    lines = content.splitlines()
    said = [line.removeprefix("#").strip() for line in lines if line.startswith("#")]
    told = [comment.lower() for comment in said]
    if not any(comment.startswith("source:") for comment in told):
        raise LexiconError(f"{where}: no line '# source: …'; say where the words come from")
    repeats, values = "repeats: yes" in told, _values(where, said)
    columns: tuple[str, ...] = ()
    rows: dict[int, Mapping[str, str]] = {}
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = _cells(line)
        if not columns:
            columns = tuple(cells)
            _check_columns(where, values, columns)
            continue
        if len(cells) != len(columns):
            raise LexiconError(f"{where}:{number}: {len(cells)} cells; expected {len(columns)} ({', '.join(columns)})")
        if not cells[0]:
            raise LexiconError(f"{where}:{number}: no word in the first cell")
        if not repeats and cells[0] in seen:
            raise LexiconError(f"{where}:{number}: {cells[0]!r} stands on line {seen[cells[0]]} already")
        seen[cells[0]] = number
        rows[number] = dict(zip(columns, cells, strict=True))
        check_cells(f"{where}:{number}", rows[number], values)
    return Rows(columns, tuple(rows.values()), repeats, tuple(rows), "fixed: yes" in told, values)


def _values(where: str, comments: Sequence[str]) -> dict[str, Values]:
    """Read what the head says of columns: "values of part: Part", "values of value: number", "values of child: yes"."""
    known = {closed.__name__: frozenset(member.value for member in closed) for closed in _SETS}
    found = {}
    for match in filter(None, map(_VALUES.fullmatch, comments)):
        told = [one.strip() for one in match["told"].split(",")]
        strange = next((one for one in told if one[0].isupper() and one not in known), None)
        if strange is not None:
            raise LexiconError(
                f"{where}: no closed set {strange!r}{nearest(strange, [*known])}; expected {', '.join(known)}"
            )
        number = told == [_NUMBER]
        words = frozenset[str]() if number else frozenset().union(*(known.get(one, {one}) for one in told))
        found[match["column"]] = Values(words, number)
    return found


def _check_columns(where: str, values: Mapping[str, Values], columns: Sequence[str]) -> None:
    strange = next((column for column in values if column not in columns), None)
    if strange is not None:
        raise LexiconError(f"{where}: values of {strange!r}, which is no column; expected {', '.join(columns)}")


def check_cells(place: str, row: Mapping[str, str], values: Mapping[str, Values]) -> None:
    """Raise LexiconError, with the place, for a cell that says what its column may not."""
    for column, allowed in values.items():
        if not allowed.right(row[column]):
            near = nearest(row[column], allowed.words)
            raise LexiconError(f"{place}: {column} is {row[column]!r}{near}; expected {allowed}")


def _cells(line: str) -> list[str]:
    cells = line.split("\t")
    if " \t" in line or "\t " in line or line[0] == " " or line[-1] == " ":
        return [cell.strip() for cell in cells]
    return cells
