"""A figure as the question sees it which happening it belongs to: what it tells, of what, and when."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.lexicons import read
from newsfacts.record import (
    Count,
    Direction,
    EventType,
    Fact,
    Money,
    MoneyRole,
    Percentage,
    Quantity,
    TimePrecision,
)

__all__ = ["Told", "Words", "told_by", "words"]

_PERIODS = frozenset({TimePrecision.MONTH, TimePrecision.QUARTER, TimePrecision.YEAR, TimePrecision.SPAN})
_CHANGES = frozenset({Direction.INCREASE, Direction.DECREASE, Direction.RATE})


@dataclass(frozen=True, slots=True)
class Words:
    """Hold the words and classes of events."""

    cues: Mapping[str, str]
    """Words that begin another happening or go on with one."""
    of_money: Mapping[MoneyRole, EventType]
    """The event of which an amount with a role is part."""
    comparisons: frozenset[str]
    """Words of a comparison of figures."""


@dataclass(frozen=True, slots=True)
class Told:
    """Hold one figure with what it tells of its happening."""

    fact: Fact
    """As the record has it."""
    end: int
    """Index behind its last character in the reading text."""
    type: EventType
    """What happened, as far as the figure tells."""
    noun: str
    """Last word of what is counted or measured, without the plural's s; "" where there is none."""
    timed: bool
    """Its own sentence tells its time."""
    statistic: bool
    """It is a figure of a period, or a comparison."""


def told_by(figures: Sequence[Fact], reading: Reading, known: Words) -> Iterator[tuple[Told, Sentence]]:
    """See each figure with the sentence it stands in."""
    for fact in figures:
        start = reading.char_at(fact.start_char)
        unit = _unit(reading, start)
        timed = fact.time_start is not None and fact.time_text is not None and fact.time_text in unit.text
        statistic = _is_statistic(fact, unit, known, timed=timed)
        yield Told(fact, start + len(fact.text), _type(fact, known), _noun(fact), timed, statistic), unit


def _unit(reading: Reading, char: int) -> Sentence:
    """Find the sentence of a fact; the one ahead where none stands there, as in a line that is only white space."""
    place = max(0, bisect_right(reading.sentences, char, key=attrgetter("start")) - 1)
    return reading.sentences[place]


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


def _is_statistic(fact: Fact, unit: Sentence, known: Words, *, timed: bool) -> bool:
    """See a figure of a period that its own sentence tells, or a comparison."""
    period = timed and fact.time_precision in _PERIODS
    if isinstance(fact, Percentage):
        return fact.direction in _CHANGES or fact.base is not None or period
    if isinstance(fact, Count | Money) and fact.changes_from is not None:
        return True
    return period or not unit.lowers.isdisjoint(known.comparisons)


def words(extra: tuple[Path, ...] = ()) -> Words:
    """Read the words and classes of events from their lexicons, to which the folder `extra` may add."""
    roles = read("money_events", extra).mapping("type")
    return Words(
        read("event_cues", extra).mapping("class"),
        {MoneyRole(role): EventType(kind) for role, kind in roles.items()},
        read("status_cues", extra).words(kind="comparison"),
    )
