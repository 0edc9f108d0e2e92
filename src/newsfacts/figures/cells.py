"""The number of a cell of a table, as a figure."""

import re
from decimal import Decimal

from newsfacts.figures.figure import Figure
from newsfacts.figures.numbers import Form, Number
from newsfacts.figures.table_shapes import Cell
from newsfacts.record import Comparator

__all__ = ["cell_figure"]


def cell_figure(cell: Cell) -> Figure:
    """Read the digits of a cell; signs in front and behind are left out of the value, not of the span."""
    digits = re.sub(r"[^\d.]", "", cell.text)
    number = Number(cell.start, cell.end, Decimal(digits), Form.DIGITS, plain=digits)
    return Figure(cell.start, cell.end, number.value, Comparator.EQ, None, None, number)
