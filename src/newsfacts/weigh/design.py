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

__all__ = ["Floats", "Matrix", "Seen", "Tally", "matrix", "stacked", "tally"]

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


@dataclass(frozen=True)
class Matrix:
    """Hold the options of all situations, one below the other."""

    columns: tuple[str, ...]
    """Evidence, in order; the last column is NONE where none is an option."""
    rows: Floats
    """1 where an option has the evidence."""
    target: Floats
    """Share of what is right that falls to each option; sums to 1 over a situation."""
    starts: NDArray[np.int64]
    """First row of each situation."""
    lengths: NDArray[np.int64]
    """Rows of each situation."""


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
    if decision.may_be_none:
        yield (NONE, *situation.against), not situation.right


def matrix(decision: Decision, situations: Sequence[Situation], columns: Sequence[str]) -> Matrix:
    """Put situations into a matrix with these columns; evidence that is none of them is left out."""
    place_of = {name: place for place, name in enumerate(columns)}
    cells: list[tuple[int, int]] = []
    target: list[float] = []
    starts: list[int] = []
    for situation in situations:
        options = list(_options(decision, situation))
        good = sum(is_right for _, is_right in options)
        if not good or len(options) == 1:
            continue
        starts.append(len(target))
        for names, is_right in options:
            cells += [(len(target), place_of[name]) for name in names if name in place_of]
            target.append(is_right / good)
    rows = np.zeros((len(target), len(columns)))
    if cells:
        rows[tuple(np.array(cells).T)] = 1
    return stacked(tuple(columns), rows, target, starts)


def stacked(columns: tuple[str, ...], rows: Floats, target: Sequence[float], starts: Sequence[int]) -> Matrix:
    """Put rows together with what is right and where each situation begins."""
    lengths = [after - before for before, after in pairwise([*starts, len(target)])]
    return Matrix(columns, rows, np.array(target), np.array(starts, np.int64), np.array(lengths, np.int64))
