"""Percentages as a kind of fact."""

from collections.abc import Mapping
from typing import Any

from newsfacts.figures.percentage import reader, tabled
from newsfacts.figures.percentage.match import PercentageMatch
from newsfacts.record import Percentage
from newsfacts.rules.kind import Compare, FactKind, Gold, GoldField

__all__ = ["KIND"]


def _fields(match: PercentageMatch) -> Mapping[str, Any]:
    return {
        "direction": match.direction, "unit": match.unit, "measure": match.measure, "base": match.base,
        "base_text": match.base_text,
    }  # fmt: skip


def _same(first: PercentageMatch, second: PercentageMatch) -> bool:
    return (first.direction, first.unit, first.measure) == (second.direction, second.unit, second.measure)


def _alike(first: PercentageMatch, second: PercentageMatch) -> bool:
    return first.unit is second.unit


KIND = FactKind(
    model=Percentage,
    match=PercentageMatch,
    fields=_fields,
    rules=(*reader.RULES, *tabled.RULES),
    gold=Gold(
        "percentages",
        GoldField("direction", Compare.EXACT, empty="none"),
        (GoldField("measure", Compare.WORDS), GoldField("base", Compare.EXACT)),
    ),
    words=(
        "number_words", "magnitudes", "comparators", "fractions", "multiples", "change_words", "comparison_bases",
        "table_words",
    ),
    same=_same,
    alike=_alike,
)  # fmt: skip
"""A part of a hundred, or a change by it."""
