"""Amounts of money that belong together: ranges, changes, whole and hundredths, restatements in another currency."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from newsfacts.figures.figure import Figure
from newsfacts.lexicons.function_words import any_of
from newsfacts.record import Comparator

__all__ = ["MoneyMatch", "joined"]

_RANGE_GAP = re.compile(r"\s*[-–—−~]\s*|\s+(?:to|or)\s+|\s+and\s+", re.IGNORECASE)
_MINOR_GAP = re.compile(r",?\s+(?:and\s+)?", re.IGNORECASE)
_RESTATES = re.compile(rf"\s*[(（]\s*(?:[\w.']+\s+){{0,3}}|,?\s+(?:{any_of('restates')})\s+(?:\w+\s+){{0,2}}")
_CHANGED = re.compile(r"\b(?:from|by)\s+(?:the\s+|an?\s+|its\s+|their\s+)?(?:[a-z]+\s+)?$", re.IGNORECASE)
"""What leads to the first figure of a change: raised from the original $320,000 to …, rose by $2 to …."""
_MOVED = re.compile(r"\b(?:up|down)\s+$", re.IGNORECASE)
"""What stands before a difference: up 10 cents to $2.24."""
_OPENINGS = ("between ", "from ")


@dataclass(frozen=True, slots=True)
class MoneyMatch:
    """Hold one amount of money."""

    figure: Figure
    """The number in major units."""
    currency: str
    """ISO 4217 code."""
    rule: str
    """Id of the rule."""
    amount_start: int
    """Index where the amount itself begins, without its bound."""
    amount_end: int
    """Index behind the amount with its currency."""
    changes: bool = False
    """It is the later figure of a from–to pair, the amount before it the earlier one."""
    converts: int | None = None
    """Place, in the list returned, of the amount that this one restates."""
    minor: bool = False
    """It is written in hundredths: 40p."""
    shared: bool = False
    """Its word names the hundredths of several currencies: cents."""


def joined(text: str, offset: int, matches: Sequence[MoneyMatch], changed: Callable[[int], bool]) -> list[MoneyMatch]:
    """Join the amounts of a unit that belong together.

    `changed` says of an index whether the nearest word of happening before it is one of change: raised, rose.
    """
    found: list[MoneyMatch] = []
    for match in matches:
        last = found[-1] if found else None
        if last is None:
            found.append(match)
            continue
        whole = _with_hundredths(text, offset, last, match)
        if whole is not None:
            found[-1] = whole
            continue
        pair = _range(text, offset, last, match)
        if pair is None:
            found.append(match)
        elif _is_change(text[: last.figure.start - offset], match, last, changed):
            found.append(replace(match, changes=True))
        else:
            found[-1] = pair
    return _restated(text, offset, found)


def _is_change(before: str, later: MoneyMatch, earlier: MoneyMatch, changed: Callable[[int], bool]) -> bool:
    """See two figures of a change: raised from $10,000 to $35,000, up $2 to $9, climbed 11 sen to RM2.05."""
    if _MOVED.search(before):
        return True
    leads = bool(_CHANGED.search(before)) or (earlier.minor and not later.minor)
    return leads and changed(earlier.figure.start)


def _with_hundredths(text: str, offset: int, whole: MoneyMatch, minor: MoneyMatch) -> MoneyMatch | None:
    """Read "20 dollars 43 cents" and "20 dollars and 43 cents" as one amount."""
    value, cents = whole.figure.value, minor.figure.value
    gap = text[whole.amount_end - offset : minor.amount_start - offset]
    alike = whole.currency == minor.currency or minor.shared
    if not minor.minor or whole.minor or not alike or value is None or cents is None:
        return None
    if value != value.to_integral_value() or not 0 < cents < 1 or not _MINOR_GAP.fullmatch(gap):
        return None
    total = value + cents
    low, high = (total if limit is not None else None for limit in (whole.figure.low, whole.figure.high))
    figure = replace(whole.figure, end=minor.figure.end, value=total, low=low, high=high)
    return replace(whole, figure=figure, amount_end=minor.amount_end)


def _range(text: str, offset: int, low: MoneyMatch, high: MoneyMatch) -> MoneyMatch | None:
    gap = text[low.amount_end - offset : high.figure.start - offset]
    bottom, top = low.figure.value, high.figure.value
    if len(gap) > 6 or not _RANGE_GAP.fullmatch(gap) or low.currency != high.currency or bottom is None or top is None:
        return None
    before = text[max(0, low.figure.start - offset - 10) : low.figure.start - offset].lower()
    if gap.strip().lower() == "and" and not before.endswith("between "):
        return None
    bottom = _scaled_alike(bottom, low, high)
    if bottom >= top:
        return None
    opening = next((word for word in _OPENINGS if before.endswith(word)), "")
    figure = replace(
        low.figure, start=low.figure.start - len(opening), end=high.figure.end, value=None, low=bottom, high=top,
        comparator=Comparator.RANGE,
    )  # fmt: skip
    return replace(low, figure=figure, rule="money.range", amount_end=high.amount_end)


def _scaled_alike(bottom: Decimal, low: MoneyMatch, high: MoneyMatch) -> Decimal:
    """Give the lower end the magnitude that stands at the upper one alone: "$2 to $3 million"."""
    number, top = high.figure.number, high.figure.value or Decimal(0)
    suffixed = top / number.value if number.value else Decimal(1)
    factor = number.scale if number.scale != 1 else suffixed
    plain = low.figure.number.scale == 1 and not low.figure.number.after
    if plain and max(number.scale, suffixed) > 1 and bottom < top / number.scale:
        return bottom * factor
    return bottom


def _restated(text: str, offset: int, matches: list[MoneyMatch]) -> list[MoneyMatch]:
    """Link an amount in brackets to the amount before it in another currency."""
    linked = list(matches)
    for place in range(1, len(matches)):
        before, match = matches[place - 1], matches[place]
        gap = text[before.amount_end - offset : match.amount_start - offset]
        bounded = text[before.amount_end - offset : match.figure.start - offset]
        beside = (
            bounded.strip() == "," and match.figure.comparator is Comparator.APPROX
        )  # Dh240,000, about Rs17 million
        if before.currency != match.currency and len(gap) < 40 and (beside or _RESTATES.fullmatch(gap)):
            linked[place] = replace(match, converts=place - 1)
    return linked
