"""Physical quantities as a kind of fact."""

from collections.abc import Mapping, Sequence
from typing import Any

from newsfacts.figures.figure_kind import FigureKind, Find, Patient, Turn
from newsfacts.figures.numbers import Number
from newsfacts.figures.quantity import reader
from newsfacts.figures.quantity.reader import QuantityMatch
from newsfacts.figures.quantity.rules import RULES
from newsfacts.figures.question import Claimed, Question, Shared
from newsfacts.language.pipeline import Sentence
from newsfacts.record import Quantity
from newsfacts.rules.kind import Compare, Gold, GoldField

__all__ = ["KIND"]


def _fields(match: QuantityMatch) -> Mapping[str, Any]:
    return {"unit": match.unit, "substance": match.substance}


def _same(first: QuantityMatch, second: QuantityMatch) -> bool:
    exact = len(second.figure.number.plain.replace(".", "")) > 1  # 2.2 kilograms, not half a kilogram
    alike = first.substance == second.substance or (exact and None in (first.substance, second.substance))
    return first.unit == second.unit and alike


def _reader(shared: Shared) -> Find:
    quantities = reader.reader(shared.bounds, shared.extra)

    def find(asked: Question, numbers: Sequence[Number]) -> Claimed:
        found = quantities.find(asked.sentence, numbers, asked.dep_at, american=lambda: asked.whose.american)
        return Claimed(*found)

    return find


def _patient(match: QuantityMatch, sentence: Sentence) -> Patient | None:
    """Give the unit, or the last word of the figure."""
    token = sentence.token_at(match.unit_start) or sentence.token_at(match.figure.end - 1)
    return Patient(token.position) if token else None


KIND = FigureKind(
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
    reader=_reader,
    turn=Turn.UNIT,
    patient=_patient,
    same=_same,
)
"""So much of something, in a unit."""
