"""Krippendorff's alpha: how far observers agree beyond what chance would give.

Source:  K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), whose worked examples are the tests.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

__all__ = ["alpha", "nominal"]

Value = TypeVar("Value", bound=Hashable)


def nominal(one: Hashable, other: Hashable) -> float:
    """Give the difference of two names: none, or all of it."""
    return float(one != other)


def alpha(units: Iterable[Sequence[Value]], differ: Callable[[Value, Value], float] = nominal) -> float | None:
    """Give alpha over units, each with the values that observers gave it: 1 is perfect, 0 is chance.

    Shape:   a unit may have fewer values than there are observers; one with a single value says nothing. None where
             nothing can be said: no unit with two values, or one value throughout, so that chance has no part.

    Example:
        >>> round(alpha([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]), 3)
        0.533
    """
    observed, held = Counter[tuple[Value, ...]](), Counter[Value]()
    for unit in units:
        if len(unit) > 1:
            observed[tuple(unit)] += 1
            held.update(unit)
    disagreed = sum(
        times * 2 * sum(differ(one, other) for one, other in combinations(unit, 2)) / (len(unit) - 1)
        for unit, times in observed.items()
    )
    chance = 2 * sum(held[one] * held[other] * differ(one, other) for one, other in combinations(held, 2))
    return 1 - (held.total() - 1) * disagreed / chance if chance else None
