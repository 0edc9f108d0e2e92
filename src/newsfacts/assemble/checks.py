"""The table of what cannot be true: each check with its reason; `corpus/phrases/plausible.toml` has its phrases.

A check looks at one fact and says what is wrong in words, or None. A fact that cannot be is dropped; where only a
field cannot be, the field gets the value of `instead`. Most of these values never come here, because the readers know
better; the table is what the record promises whatever they do. Not here: what becomes of the refused (`checker.py`).
"""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from newsfacts.assemble.seen import Seen
from newsfacts.record import NUMBERS, Direction, Kind, Status, TimePrecision

__all__ = ["CHECKS", "Check"]

_YEAR = re.compile(r"\D{0,12}\b(?:19|20)\d\d\b(?![.,]\d)")
_SIGN_BESIDE = re.compile(r"\d\s?(?:%|per\s?cent)", re.IGNORECASE)
_ALL_PEOPLE = 8_500_000_000
"""More people than live on earth (United Nations, World Population Prospects 2024: 8.2 billion)."""
_UNSIGNED = NUMBERS - {Kind.PERCENTAGE, Kind.MONEY}
"""Kinds without a sign; a balance of -$3m is a loss."""
_EVERY = frozenset(Kind)
_NO_TIME = {"time_start": None, "time_end": None, "time_precision": TimePrecision.UNKNOWN}
_NO_PLACE = {"place": None, "place_source": None, "place_confidence": None}
_AHEAD = datetime.timedelta(days=1)
"""A paper of the next morning may be dated a day before what it tells."""


_SIGNED = ("minus", "negative")
"""Words that say in full that a quantity lies below nought: minus 5 yards."""


@dataclass(frozen=True, slots=True)
class Check:
    """Name one thing that cannot be."""

    id: str
    """Kind of fact or field, and what is wrong with it; stands in the warning."""
    kinds: frozenset[Kind]
    """Kinds of facts that it looks at."""
    test: Callable[[Any, Seen], bool]
    """Takes the fact and what is known of its article; true where it cannot be."""
    why: str
    """The reason, as the warning gives it."""
    instead: Mapping[str, Any] = field(default_factory=dict)
    """Fields to put right and their values; empty where the whole fact is dropped."""


def _negative(fact: Any, seen: Seen) -> bool:
    if fact.kind == Kind.QUANTITY and (fact.unit.startswith("degree") or fact.text.lower().startswith(_SIGNED)):
        return False
    return any(value is not None and value < 0 for value in (fact.value, fact.min_value, fact.max_value))


def _turned(fact: Any, seen: Seen) -> bool:
    return fact.min_value is not None and fact.max_value is not None and fact.min_value > fact.max_value


def _broken_count(fact: Any, seen: Seen) -> bool:
    return fact.value is not None and fact.value != fact.value.to_integral_value()


def _no_noun(fact: Any, seen: Seen) -> bool:
    noun = fact.noun.strip()
    return not noun or noun.endswith(("-", "‐", "‑"))  # "three hun-": a word broken at the end of its line


def _sign_counted(fact: Any, seen: Seen) -> bool:
    return fact.noun.lower() in seen.words["sign"]


def _more_than_all(fact: Any, seen: Seen) -> bool:
    return fact.value is not None and fact.value > _ALL_PEOPLE and fact.noun.split()[-1].lower() in seen.human


def _year_as_share(fact: Any, seen: Seen) -> bool:
    value = fact.value
    if value is None or not 1900 <= value < 2100 or fact.direction is Direction.INCREASE:
        return False
    return _YEAR.match(fact.text) is not None and not _SIGN_BESIDE.search(fact.text)


def _fallen_below_nothing(fact: Any, seen: Seen) -> bool:
    points = fact.unit.value != "percent"
    return fact.direction is Direction.DECREASE and not points and fact.value is not None and fact.value > 100


def _millions_as_metres(fact: Any, seen: Seen) -> bool:
    if fact.unit != "metre" or not re.search(r"\d ?m$", fact.text):
        return False
    following = re.compile(r" ([a-z]+)\b").match(seen.text, fact.end_char)
    return following is not None and following[1] in seen.human


def _pronoun(name: str) -> Callable[[Any, Seen], bool]:
    def test(fact: Any, seen: Seen) -> bool:
        value = getattr(fact, name)
        if value is None or value.isupper():
            return False  # the US and the WHO
        return seen.has("pronoun", value.split()) or not any(map(str.isalpha, value))

    return test


def _ends_before(fact: Any, seen: Seen) -> bool:
    return fact.time_start is not None and fact.time_end is not None and fact.time_start > fact.time_end


def _after_publication(fact: Any, seen: Seen) -> bool:
    if fact.status is not Status.ASSERTED or fact.time_start is None or seen.published is None:
        return False
    return bool(fact.time_start > seen.published + _AHEAD)


def _headline_word(fact: Any, seen: Seen) -> bool:
    place = fact.place
    if place is None or not place.istitle() or not place.isalpha() or place.lower() in seen.places:
        return False
    return place.lower() in seen.lower and place not in seen.running


def _nobodys_place(fact: Any, seen: Seen) -> bool:
    return fact.place is not None and fact.place in seen.people


def _day_as_place(fact: Any, seen: Seen) -> bool:
    return fact.place is not None and fact.place.lower() in seen.words["calendar"]


def _number_acts(fact: Any, seen: Seen) -> bool:
    agent = getattr(fact, "agent", None)
    return agent is not None and not any(map(str.isalpha, agent))


CHECKS: tuple[Check, ...] = (
    Check("number.negative", _UNSIGNED, _negative, "nothing is there less than no times"),
    Check("number.range", NUMBERS, _turned, "the least is more than the most"),
    Check("count.part", frozenset({Kind.COUNT}), _broken_count, "things are counted whole"),
    Check("count.noun", frozenset({Kind.COUNT}), _no_noun, "what is counted has no name"),
    Check("count.sign", frozenset({Kind.COUNT}), _sign_counted, "a sign of money, share or time is not counted"),
    Check("count.people", frozenset({Kind.COUNT}), _more_than_all, "more people than live on earth"),
    Check("percentage.year", frozenset({Kind.PERCENTAGE}), _year_as_share, "a year with no percent sign beside it"),
    Check(
        "percentage.fall", frozenset({Kind.PERCENTAGE}), _fallen_below_nothing, "nothing falls by more than all of it",
        {"direction": Direction.NONE},
    ),
    Check("quantity.million", frozenset({Kind.QUANTITY}), _millions_as_metres, "people behind it: m is a million"),
    Check(
        "measure.pronoun", frozenset({Kind.PERCENTAGE}), _pronoun("measure"), "a pronoun measures nothing",
        {"measure": None},
    ),
    Check("time.order", _EVERY, _ends_before, "it ends before it begins", _NO_TIME),
    Check("time.future", _EVERY, _after_publication, "told as done, but after the day of publication", _NO_TIME),
    Check("place.headline", _EVERY, _headline_word, "a word of a headline, in lower case elsewhere", _NO_PLACE),
    Check("place.person", _EVERY, _nobodys_place, "a person's name", _NO_PLACE),
    Check("place.calendar", _EVERY, _day_as_place, "a day or a month", _NO_PLACE),
    Check("place.pronoun", _EVERY, _pronoun("place"), "a pronoun or a number is no place", _NO_PLACE),
    Check(
        "agent.number", NUMBERS - {Kind.PERCENTAGE}, _number_acts, "a number does nothing", {"agent": None},
    ),
)  # fmt: skip
