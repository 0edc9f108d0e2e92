"""What is known of a flattened table: its cells, each with the label of its row and the head of its column.

Not here: how tables are found (`table.py`, `table_lists.py`).
"""

from dataclasses import dataclass

from newsfacts.figures.table_heads import Head
from newsfacts.record import Direction

__all__ = ["Cell", "Shape", "Table"]


class Shape:
    """Name the ways in which a table is flattened."""

    ROWS = "rows"
    STACKED = "stacked"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold one figure of a table."""

    start: int
    """Index of its first character in the article."""
    end: int
    """Index behind the last character."""
    text: str
    """As written."""
    label: str
    """The label of its row."""
    head: Head | None
    """The head of its column; None where none can be told."""
    row_start: int
    """Index of the first character of its row."""
    way: Direction | None = None
    """It is a difference, up or down: the 37 of "Bicycle theft – 204 (down 37)"."""


@dataclass(frozen=True, slots=True)
class Table:
    """Hold one table."""

    start: int
    """Index of the first character of its heads, or of its first row."""
    end: int
    """Index behind its last row."""
    shape: str
    """How it was flattened."""
    caption: str | None
    """The line in front of it."""
    caption_start: int
    """Index of the first character of that line; the table's own start where there is none."""
    cells: tuple[Cell, ...]
    """Its figures in text order."""

    def covers(self, char: int) -> bool:
        """Tell whether a number that begins there is the table's own: behind a list's figure the line says more."""
        if self.shape == Shape.LISTED:
            return any(cell.row_start <= char < cell.end for cell in self.cells)
        return self.start <= char < self.end
