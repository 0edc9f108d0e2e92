"""The file format of a lexicon: comments with the source, column names, one row a line (see `__init__.py`)."""

from collections.abc import Mapping
from typing import NamedTuple

from newsfacts.errors import LexiconError

__all__ = ["Rows", "parse"]


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


def parse(where: str, content: str) -> Rows:
    """Read the content of a lexicon file; `where` is its name in messages.

    Raises:  LexiconError with file and line for a malformed line, a word that stands twice, or a missing source.
    """
    lines = content.splitlines()
    told = [line.removeprefix("#").strip().lower() for line in lines if line.startswith("#")]
    if not any(comment.startswith("source:") for comment in told):
        raise LexiconError(f"{where}: no line '# source: …'; say where the words come from")
    repeats = "repeats: yes" in told
    columns: tuple[str, ...] = ()
    rows: dict[int, Mapping[str, str]] = {}
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = _cells(line)
        if not columns:
            columns = tuple(cells)
            continue
        if len(cells) != len(columns):
            raise LexiconError(f"{where}:{number}: {len(cells)} cells; expected {len(columns)} ({', '.join(columns)})")
        if not cells[0]:
            raise LexiconError(f"{where}:{number}: no word in the first cell")
        if not repeats and cells[0] in seen:
            raise LexiconError(f"{where}:{number}: {cells[0]!r} stands on line {seen[cells[0]]} already")
        seen[cells[0]] = number
        rows[number] = dict(zip(columns, cells, strict=True))
    return Rows(columns, tuple(rows.values()), repeats, tuple(rows), "fixed: yes" in told)


def _cells(line: str) -> list[str]:
    cells = line.split("\t")
    if " \t" in line or "\t " in line or line[0] == " " or line[-1] == " ":
        return [cell.strip() for cell in cells]
    return cells
