"""A number with its bound as facts state it: value, comparator, limits, span."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from newsfacts.figures.bounds import Bound, limits
from newsfacts.figures.numbers import Form, Number
from newsfacts.record import Comparator

__all__ = ["Figure", "Match", "figure"]


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold the number fields that every numeric fact shares."""

    start: int
    """Index of the first character in the article, bounding words included."""
    end: int
    """Index behind the last character."""
    value: Decimal | None
    """The number; None for a range."""
    comparator: Comparator
    """How the true number stands to it."""
    low: Decimal | None
    """Lower limit, where one is stated."""
    high: Decimal | None
    """Upper limit, where one is stated."""
    number: Number
    """The number as it stands in the text."""


class Match(Protocol):
    """What the readers of all kinds find, each with fields of its own besides."""

    @property
    def figure(self) -> Figure:
        """Give the number."""

    @property
    def rule(self) -> str:
        """Give the id of the rule that found it."""


def figure(number: Number, bound: Bound, factor: Decimal = Decimal(1)) -> Figure:
    """Put a number and its bound together; `factor` scales it (0.01 for cents).

    Shape:   an indefinite magnitude ("dozens") is a lower limit unless a bound says otherwise.
    """
    if number.form is Form.RANGE and number.high is not None:
        low, high = number.value * factor, number.high * factor
        return Figure(bound.start, bound.end, None, Comparator.RANGE, low, high, number)
    value = number.value * factor
    if number.form is Form.INDEFINITE and bound.comparator in (Comparator.EQ, Comparator.APPROX):
        bound = Bound(bound.start, bound.end, Comparator.GE)
    low_limit, high_limit = limits(value, bound)
    return Figure(bound.start, bound.end, value, bound.comparator, low_limit, high_limit, number)
