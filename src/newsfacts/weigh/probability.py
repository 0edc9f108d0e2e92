"""From scores to probabilities with integers alone, so that every machine gives the same ones.

A score is an integer of hundredths; the share of each of several rivals is e to its score over the sum of all. The
powers of e come from two tables that `decimal` computes, which rounds correctly everywhere; `math.exp` need not.
"""

from collections.abc import Sequence
from decimal import Context, Decimal

__all__ = ["THOUSAND", "shares"]

THOUSAND = 1000
"""Shares are given in thousandths."""
_HUNDREDTHS = 100
_BITS = 48
_FARTHEST = 40
"""Units of score below the best one from which a rival counts as nothing: e to the -40 is 2 to the -58."""
_CONTEXT = Context(prec=28)
_UNITS = tuple(int(_CONTEXT.exp(Decimal(-n)) * (1 << _BITS)) for n in range(_FARTHEST))
_PARTS = tuple(int(_CONTEXT.exp(Decimal(-n) / _HUNDREDTHS) * (1 << _BITS)) for n in range(_HUNDREDTHS))


def _power(below: int) -> int:
    """Give e to minus so many hundredths, times 2 to the 48."""
    units, parts = divmod(below, _HUNDREDTHS)
    return _UNITS[units] * _PARTS[parts] >> _BITS if units < _FARTHEST else 0


_POWERS = tuple(map(_power, range(_FARTHEST * _HUNDREDTHS)))
"""The powers of all scores that count."""


def shares(scores: Sequence[int]) -> list[int]:
    """Give each rival's probability in thousandths.

    Shape:   one a score, in order; never 0 or 1000 where there is more than one, as nothing is that sure.

    Example:
        >>> shares([100, 0]), shares([5000, 0]), shares([7])
        ([731, 269], [999, 1], [1000])
    """
    if len(scores) == 1:
        return [THOUSAND]
    best = max(scores)
    powers = [_POWERS[below] if (below := best - score) < len(_POWERS) else 0 for score in scores]
    total = sum(powers)
    return [min(THOUSAND - 1, max(1, (power * THOUSAND + total // 2) // total)) for power in powers]
