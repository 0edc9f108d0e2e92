"""Folders that change the packaged lexicons: rows are added, put in the place of others, or taken away.

A file of such a folder is named as the lexicon it changes and has its columns. One more column at the end, `change`,
may say what a row does: `add` (also where the cell is empty or there is no such column), `replace` (the row stands
for all rows of its word), `remove` (the rows of its word go; where other cells of the row are filled, those alone that
have the same there). A change that meets no row is an error: the word is spelled otherwise. So is a row that adds a
word a second time where a word may stand once.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from newsfacts.errors import LexiconError
from newsfacts.lexicons.nearest import nearest
from newsfacts.lexicons.rows import Rows, check_cells, parse

__all__ = ["CHANGE", "Change", "layered", "refuse_unknown"]

CHANGE = "change"
"""The column that says what a row does."""


class Change(StrEnum):
    """Say what a row does to the packaged ones."""

    ADD = "add"
    """It is one more."""
    REPLACE = "replace"
    """It stands for those of its word."""
    REMOVE = "remove"
    """Those like it go."""


def layered(below: Rows, where: str, content: str) -> Rows:
    """Apply the content of a file to the rows that it changes; the new rows stand behind the others.

    Raises:  LexiconError with file and line where the columns are others, a change meets no row, a word is added twice,
             or a cell says what its column may not.
    """
    if below.fixed:
        raise LexiconError(
            f"{where}: nobody can change this lexicon, it is read before options are known; expected another"
        )
    told = parse(where, content)
    if told.columns not in (below.columns, (*below.columns, CHANGE)):
        raise LexiconError(
            f"{where}: columns {', '.join(told.columns)}; expected {', '.join(below.columns)}, and {CHANGE} behind "
            f"them where rows replace or remove others"
        )
    rows = list(below.rows)
    for number, row in zip(told.lines, told.rows, strict=True):
        place = f"{where}:{number}"
        change, plain = _change(place, row), {column: row[column] for column in below.columns}
        check_cells(place, plain, below.values)
        rows = list(_changed(place, rows, (change, plain), repeats=below.repeats))
    return below._replace(rows=tuple(rows), lines=())


def _change(place: str, row: Mapping[str, str]) -> Change:
    cell = row.get(CHANGE, "") or Change.ADD.value
    if cell not in list(Change):
        raise LexiconError(f"{place}: {CHANGE} is {cell!r}; expected {', '.join(Change)}")
    return Change(cell)


def _changed(
    place: str, rows: Sequence[Mapping[str, str]], told: tuple[Change, Mapping[str, str]], *, repeats: bool
) -> Iterator[Mapping[str, str]]:
    """Give the rows as one row of a file leaves them."""
    change, row = told
    key = next(iter(row))
    cells = {name: cell for name, cell in row.items() if cell} if change is Change.REMOVE else {key: row[key]}
    met = [one for one in rows if all(one[name] == cell for name, cell in cells.items())]
    if change is Change.ADD:
        if met and not repeats and any(one != row for one in met):
            raise LexiconError(f"{place}: {row[key]!r} is there already; expected {CHANGE} replace, or another word")
        yield from rows
        if row not in met:
            yield row
        return
    if not met:
        near = nearest(row[key], [one[key] for one in rows])
        raise LexiconError(f"{place}: nothing to {change.value}: there is no {' '.join(cells.values())!r}{near}")
    gone = {id(one) for one in met}
    yield from (one for one in rows if id(one) not in gone)
    if change is Change.REPLACE:
        yield row


def refuse_unknown(folder: Path, known: Sequence[str], is_fixed: Callable[[str], bool]) -> None:
    """Raise LexiconError for a table of a folder that is named like no packaged lexicon; name those it may change."""
    for file in sorted(folder.glob("*.tsv")):
        if file.stem not in known:
            near = nearest(file.stem, known)
            may = ", ".join(name for name in known if not is_fixed(name))
            raise LexiconError(f"{file}: no lexicon has this name{near}; expected {may}")
