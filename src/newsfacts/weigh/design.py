"""Situations as numbers: one row an option, one column an evidence.

The options of a situation are its candidates in order and, where the decision allows it, none of them. What is right is
spread evenly over the options that gold accepts; a situation of which nothing can be learned (no option is right, or
there is only one) has no rows.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from newsfacts.weigh.decision import Decision
from newsfacts.weigh.situation import Situation
from newsfacts.weigh.weights import NONE

__all__ = ["Floats", "Matrix", "Places", "Seen", "Tally", "matrix", "stacked", "tally"]

Floats = NDArray[np.float64]
"""An array of floating-point numbers."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Count how often an evidence was seen."""

    candidates: int
    """Candidates that had it."""
    right: int
    """Those of them that are right."""
    articles: int
    """Articles in which it was seen."""


Tally = dict[str, Seen]
"""Counts by evidence, sorted by name."""


Places = NDArray[np.int64]
"""An array of places in another one."""


@dataclass(frozen=True)
class Matrix:
    """Hold the options of all situations, one below the other: one row an option, mostly empty."""

    columns: tuple[str, ...]
    """Evidence, in order; the last column is NONE where none is an option."""
    row: Places
    """Row of each cell that is not empty, ascending."""
    column: Places
    """Column of each of these cells."""
    value: Floats
    """What stands in it: 1 for evidence."""
    target: Floats
    """Share of what is right that falls to each option; sums to 1 over a situation."""
    starts: Places
    """First row of each situation."""
    lengths: Places
    """Rows of each situation."""
    pairs: tuple[Places, Places]
    """Every two cells of the same row."""

    def times(self, weights: Floats) -> Floats:
        """Give each row's sum of its cells times the weights of their columns."""
        return _sums(self.row, self.value * weights[self.column], len(self.target))

    def gathered(self, amounts: Floats) -> Floats:
        """Give each column's sum of its cells times the amounts of their rows."""
        return _sums(self.column, self.value * amounts[self.row], len(self.columns))

    def spread(self, chances: Floats) -> Floats:
        """Give the covariance of the columns within situations, summed: how the slope of the loss changes."""
        size = len(self.columns)
        first, second = self.pairs
        cells = self.column[first] * size + self.column[second]
        squares = _sums(cells, self.value[first] * self.value[second] * chances[self.row[first]], size * size)
        of_row = np.repeat(np.arange(len(self.starts)), self.lengths)
        cells = of_row[self.row] * size + self.column
        means = _sums(cells, self.value * chances[self.row], len(self.starts) * size).reshape(-1, size)
        return squares.reshape(size, size) - means.T @ means


def _sums(places: Places, amounts: Floats, size: int) -> Floats:
    """Add amounts up by place, in order."""
    return np.bincount(places, amounts, size).astype(np.float64)


def _pairs(row: Places, rows: int) -> tuple[Places, Places]:
    counts = np.bincount(row, minlength=rows)
    begins = np.cumsum(counts) - counts
    partners = counts[row]
    first = np.repeat(np.arange(len(row)), partners)
    inside = np.arange(len(first)) - np.repeat(np.cumsum(partners) - partners, partners)
    return first, begins[row[first]] + inside


def tally(decision: Decision, situations: Sequence[Situation]) -> Tally:
    """Count for each evidence how often it was seen, and in how many articles.

    Raises:  WeightsError where an evidence is not in the decision's catalogue.
    """
    seen, right = Counter[str](), Counter[str]()
    articles: dict[str, set[str]] = {}
    for situation in situations:
        for names, is_right in _options(decision, situation):
            for name in names:
                seen[name] += 1
                right[name] += is_right
                articles.setdefault(name, set()).add(situation.article)
    decision.check(name for name in seen if name != NONE)
    return {name: Seen(seen[name], right[name], len(articles[name])) for name in sorted(seen)}


def _options(decision: Decision, situation: Situation) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield the evidence of each option, and whether it is right."""
    for place, candidate in enumerate(situation.candidates):
        yield candidate.evidence, place in situation.right
    if decision.may_be_none and situation.none_judged:
        yield (NONE, *situation.against), situation.none_right


def matrix(decision: Decision, situations: Sequence[Situation], columns: Sequence[str]) -> Matrix:
    """Put situations into a matrix with these columns; evidence that is none of them is left out."""
    place_of = {name: place for place, name in enumerate(columns)}
    cells: list[tuple[int, int, float]] = []
    target: list[float] = []
    starts: list[int] = []
    for situation in situations:
        options = list(_options(decision, situation))
        good = sum(is_right for _, is_right in options)
        if not good or len(options) == 1:
            continue
        starts.append(len(target))
        for names, is_right in options:
            cells += [(len(target), place_of[name], 1.0) for name in names if name in place_of]
            target.append(is_right / good)
    return stacked(tuple(columns), cells, target, starts)


def stacked(
    columns: tuple[str, ...], cells: Sequence[tuple[int, int, float]], target: Sequence[float], starts: Sequence[int]
) -> Matrix:
    """Make a matrix of cells (row, column, value), what is right, and where each situation begins."""
    lengths = [after - before for before, after in pairwise([*starts, len(target)])]
    row = np.array([row for row, _, _ in cells], np.int64)
    return Matrix(
        columns,
        row,
        np.array([column for _, column, _ in cells], np.int64),
        np.array([value for _, _, value in cells], np.float64),
        np.array(target, np.float64),
        np.array(starts, np.int64),
        np.array(lengths, np.int64),
        _pairs(row, len(target)),
    )
