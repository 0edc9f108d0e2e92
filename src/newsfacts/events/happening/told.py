"""A fact as the question sees it which happening it belongs to: where it stands, what it is about, when and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsfacts.events.persons import PersonsAt
from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.lexicons import read
from newsfacts.record import Count, Direction, EventType, Fact, Money, MoneyRole, Percentage, Quantity, TimePrecision

__all__ = ["Told", "Words", "telling", "words"]

_TOP = 3
"""Units at the top that may be headlines."""
_STOPS = frozenset(".!?”\"’'")
_LISTED = frozenset("•●■▪*·-–—")
_PERIODS = frozenset({TimePrecision.MONTH, TimePrecision.QUARTER, TimePrecision.YEAR, TimePrecision.SPAN})
_CHANGES = frozenset({Direction.INCREASE, Direction.DECREASE, Direction.RATE})
_DEFINITE = frozenset({"the", "these", "those", "both", "all"})


@dataclass(frozen=True, slots=True)
class Words:
    """Hold the words and classes of events."""

    cues: Mapping[str, str]
    """Words that begin another happening or go on with one."""
    families: Mapping[EventType, str]
    """Kinds of event that go together."""
    of_money: Mapping[MoneyRole, EventType]
    """The event of which an amount with a role is part."""
    comparisons: frozenset[str]
    """Words of a comparison of figures."""


@dataclass(frozen=True, slots=True)
class Told:
    """Hold one fact with what speaks for the happening that it is of."""

    fact: Fact
    """As the record has it."""
    unit: int
    """Index of the unit it stands in."""
    line: int
    """Number of its line."""
    type: EventType
    """What happened, as far as the fact tells."""
    family: str
    """Its family."""
    noun: str
    """Last word of what is counted or measured, without the plural's s; "" where there is none."""
    headline: bool
    """It stands in a headline."""
    item: bool
    """It stands in an item of a list."""
    statistic: bool
    """It is a figure of a period, or a comparison."""
    definite: bool
    """Its noun phrase points back."""
    cue: str
    """What words of its sentence before it say: "other", "same" or ""."""
    people: frozenset[str]
    """Who is named in its sentence."""
    opens: bool
    """It is the first fact of its line."""


def telling(fact: Fact, reading: Reading, persons: PersonsAt, known: Words, before: Told | None) -> Told:
    """See a fact in its article; `before` is the fact told before it."""
    start = reading.char_at(fact.start_char)
    unit = reading.sentence_at(start)
    kind = _type(fact, known)
    line = unit.unit.line if unit is not None else -1
    index = unit.index if unit is not None else -1
    people = persons.among(unit.start, unit.end) if unit is not None else ()
    return Told(
        fact=fact, unit=index, line=line, type=kind, family=known.families.get(kind, "other"), noun=_noun(fact),
        headline=unit is not None and index < _TOP and unit.text[-1:] not in _STOPS,
        item=unit is not None and _is_item(reading, unit),
        statistic=_is_statistic(fact, unit, known), definite=_is_definite(fact, start, unit),
        cue=_cue(start + len(fact.text), unit, known), people=frozenset(people), opens=before is None or before.line != line,
    )  # fmt: skip


def _type(fact: Fact, known: Words) -> EventType:
    if isinstance(fact, Count):
        return fact.event_type or EventType.OTHER
    if isinstance(fact, Money):
        return known.of_money.get(fact.money_role, EventType.OTHER)
    if isinstance(fact, Quantity) and fact.substance is not None and fact.predicate is not None:
        return EventType.SEIZURE
    return EventType.OTHER


def _noun(fact: Fact) -> str:
    said = fact.noun if isinstance(fact, Count) else fact.measure if isinstance(fact, Percentage) else None
    if isinstance(fact, Quantity):
        said = fact.substance
    last = said.split()[-1].lower() if said else ""
    return last[:-1] if last.endswith("s") and not last.endswith("ss") else last


def _is_item(reading: Reading, unit: Sentence) -> bool:
    """See a line that a mark of a list opens, or a short line of a list without stops."""
    first = unit.text[:1]
    if first in _LISTED or (len(unit.tokens) > 2 and unit.tokens[0].tag == "LS"):
        return True
    return unit.text[-1:] in ";" or (unit.text[-1:] not in _STOPS and unit.text[-1:] != ":" and unit.index >= _TOP)


def _is_statistic(fact: Fact, unit: Sentence | None, known: Words) -> bool:
    if isinstance(fact, Percentage):
        return fact.direction in _CHANGES or fact.base is not None or fact.time_precision in _PERIODS
    if isinstance(fact, Count | Money) and fact.changes_from is not None:
        return True
    if fact.time_precision in _PERIODS:
        return True
    return unit is not None and any(token.lower in known.comparisons for token in unit.tokens)


def _is_definite(fact: Fact, start: int, unit: Sentence | None) -> bool:
    """See "the four men", "all four", "those 12 guns"."""
    if unit is None:
        return False
    inside = unit.tokens_in(start, start + len(fact.text))
    if not inside:
        return False
    first = inside[0].position
    return inside[0].lower in _DEFINITE or (first > 0 and unit.tokens[first - 1].lower in _DEFINITE)


def _cue(end: int, unit: Sentence | None, known: Words) -> str:
    if unit is None:
        return ""
    found = {known.cues[token.lower] for token in unit.tokens if token.start < end and token.lower in known.cues}
    return "other" if "other" in found else "same" if found else ""


def words(extra: Path | None = None) -> Words:
    """Read the words and classes of events from their lexicons, to which the folder `extra` may add."""
    families = read("event_families", extra).mapping("family")
    roles = read("money_events", extra).mapping("type")
    return Words(
        read("event_cues", extra).mapping("class"),
        {EventType(kind): family for kind, family in families.items()},
        {MoneyRole(role): EventType(kind) for role, kind in roles.items()},
        read("status_cues", extra).words(kind="comparison"),
    )
