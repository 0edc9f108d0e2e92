"""The kinds of number facts; a new one is a line here."""

from newsfacts.figures.count.kind import KIND as COUNT
from newsfacts.figures.figure_kind import FigureKind
from newsfacts.figures.money.kind import KIND as MONEY
from newsfacts.figures.percentage.kind import KIND as PERCENTAGE
from newsfacts.figures.quantity.kind import KIND as QUANTITY
from newsfacts.rules.kind import FactKind

__all__ = ["KINDS", "kind_of"]

KINDS: tuple[FigureKind, ...] = (
    COUNT,
    MONEY,
    PERCENTAGE,
    QUANTITY,
)
"""In the order of the record's models."""

_BY_MATCH = {kind.match: kind for kind in KINDS}


def kind_of(match: object) -> FactKind:
    """Give the kind whose reader found a match."""
    return _BY_MATCH[type(match)]
