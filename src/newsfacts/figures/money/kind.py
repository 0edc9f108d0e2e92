"""Amounts of money as a kind of fact."""

from collections.abc import Mapping, Sequence
from typing import Any

from newsfacts.figures.figure_kind import FigureKind, Find, Patient, Turn
from newsfacts.figures.money import reader
from newsfacts.figures.money.joined import MoneyMatch
from newsfacts.figures.money.reader import MoneyText
from newsfacts.figures.money.rules import RULES
from newsfacts.figures.numbers import Number
from newsfacts.figures.question import Claimed, Question, Shared
from newsfacts.language.pipeline import Sentence
from newsfacts.record import Money
from newsfacts.rules.kind import Compare, Gold, GoldField

__all__ = ["KIND"]


def _fields(match: MoneyMatch) -> Mapping[str, Any]:
    return {"currency": match.currency}


def _one_currency(first: MoneyMatch, second: MoneyMatch) -> bool:
    return first.currency == second.currency


def _reader(shared: Shared) -> Find:
    money = reader.reader(shared.bounds, shared.whose, shared.extra)

    def find(asked: Question, numbers: Sequence[Number]) -> Claimed:
        sentence = asked.sentence
        unit = MoneyText(sentence.text, sentence.start, asked.whose, asked.dep_at, asked.changed)
        return Claimed(*money.find(unit, numbers))

    return find


def _patient(match: MoneyMatch, sentence: Sentence) -> Patient | None:
    """Give the last word of the amount: the currency, or the number."""
    token = sentence.token_at(match.amount_end - 1)
    return Patient(token.position) if token else None


KIND = FigureKind(
    model=Money,
    match=MoneyMatch,
    fields=_fields,
    rules=RULES,
    gold=Gold("money", GoldField("currency", Compare.EXACT), (GoldField("money_role", Compare.EXACT),)),
    words=("number_words", "magnitudes", "comparators", "currencies", "money_roles"),
    reader=_reader,
    turn=Turn.CURRENCY,
    patient=_patient,
    same=_one_currency,
    alike=_one_currency,
)
"""Money in one currency."""
