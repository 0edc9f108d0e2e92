"""Amounts of money as a kind of fact."""

from collections.abc import Mapping
from typing import Any

from newsfacts.figures.money.joined import MoneyMatch
from newsfacts.figures.money.rules import RULES
from newsfacts.record import Money
from newsfacts.rules.kind import Compare, FactKind, Gold, GoldField

__all__ = ["KIND"]


def _fields(match: MoneyMatch) -> Mapping[str, Any]:
    return {"currency": match.currency}


def _one_currency(first: MoneyMatch, second: MoneyMatch) -> bool:
    return first.currency == second.currency


KIND = FactKind(
    model=Money,
    match=MoneyMatch,
    fields=_fields,
    rules=RULES,
    gold=Gold("money", GoldField("currency", Compare.EXACT), (GoldField("money_role", Compare.EXACT),)),
    words=("number_words", "magnitudes", "comparators", "currencies", "money_roles"),
    same=_one_currency,
    alike=_one_currency,
)
"""Money in one currency."""
