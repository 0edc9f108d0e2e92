"""Physical quantities as a kind of fact."""

from collections.abc import Mapping
from typing import Any

from newsfacts.figures.quantity.reader import QuantityMatch
from newsfacts.figures.quantity.rules import RULES
from newsfacts.record import Quantity
from newsfacts.rules.kind import Compare, FactKind, Gold, GoldField

__all__ = ["KIND"]


def _fields(match: QuantityMatch) -> Mapping[str, Any]:
    return {"unit": match.unit, "substance": match.substance}


def _same(first: QuantityMatch, second: QuantityMatch) -> bool:
    exact = len(second.figure.number.plain.replace(".", "")) > 1  # 2.2 kilograms, not half a kilogram
    alike = first.substance == second.substance or (exact and None in (first.substance, second.substance))
    return first.unit == second.unit and alike


KIND = FactKind(
    model=Quantity,
    match=QuantityMatch,
    fields=_fields,
    rules=RULES,
    gold=Gold(
        "quantities",
        GoldField("unit", Compare.UNIT),
        (GoldField("substance", Compare.WORDS, in_gold="of"),),
    ),
    words=("number_words", "magnitudes", "comparators", "fractions", "units", "extent_words", "substances"),
    same=_same,
)
"""So much of something, in a unit."""
