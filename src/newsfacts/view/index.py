"""The index of a report: what lists, filters and charts need of every article, in columns of small numbers.

A filter asks several things of the same fact ("money, claimed, less sure than 60 %"), so each fact is a row of its own;
a column of numbers is walked in no time and takes few bytes. Values of closed sets are places in `names`.

Shape:   {"names": {set: [value, …]}, "articles": columns, "facts": columns, "people": columns, "events": columns};
         confidences are in thousandths, −1 where there is none; months are years times 12 plus month, −1 if unknown.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from newsfacts.record import Event, EventType, Fact, Kind, Money, MoneyRole, Part, Record, Status, WarningCode

__all__ = ["index_of"]

NAMES: Mapping[str, type[StrEnum]] = {
    "kind": Kind,
    "part": Part,
    "event_type": EventType,
    "status": Status,
    "money_role": MoneyRole,
    "warning": WarningCode,
}
"""The closed sets by which one may filter."""

_PLACES = {name: {str(value): place for place, value in enumerate(closed)} for name, closed in NAMES.items()}

Columns = dict[str, list[Any]]


def index_of(records: Sequence[Record]) -> dict[str, Any]:
    """Make the index of records, in their order."""
    facts, people, events = _empty("aksctruvx"), _empty("ap"), _empty("atscmp")
    articles = _empty(("id", "title", "date", "warnings"))
    places: dict[str, int] = {}
    for number, record in enumerate(records):
        _add(articles, (record.article_id, record.title, _day(record), _warnings(record)))
        kinds = {event.event_id: event.event_type for event in record.events}
        for fact in record.facts:
            _add(facts, (number, *_fact(fact, kinds)))
        for person in record.people:
            _add(people, (number, _place("part", person.part)))
        for event in record.events:
            where = places.setdefault(event.place, len(places)) if event.place else -1
            _add(events, (number, *_event(event), _month(event, record.published), where))
    columns = {"articles": articles, "facts": facts, "people": people, "events": events}
    return {"names": {name: list(closed) for name, closed in NAMES.items()}, "places": list(places), **columns}


def _fact(fact: Fact, kinds: Mapping[str, EventType]) -> tuple[Any, ...]:
    """Give kind, status, confidence, type of event, role of money, currency, value, and whether it is told again."""
    happening = getattr(fact, "event_type", None) or kinds.get(fact.event_id or "")
    value = getattr(fact, "value", None) or getattr(fact, "min_value", None)
    again = getattr(fact, "repeats", None) or getattr(fact, "converts", None)
    return (
        _place("kind", fact.kind),
        _place("status", fact.status),
        _thousandths(fact.confidence),
        _place("event_type", happening),
        _place("money_role", getattr(fact, "money_role", None)),
        getattr(fact, "currency", 0),
        float(value) if isinstance(fact, Money) and value is not None else 0,
        int(again is not None),
    )


def _event(event: Event) -> tuple[int, int, int]:
    status = _place("status", event.status)
    return _place("event_type", event.event_type), status, _thousandths(event.confidence)


def _empty(names: Iterable[str]) -> Columns:
    return {name: [] for name in names}


def _add(columns: Columns, row: tuple[Any, ...]) -> None:
    for column, value in zip(columns.values(), row, strict=True):
        column.append(value)


def _place(name: str, value: str | None) -> int:
    return -1 if value is None else _PLACES[name][value]


def _thousandths(confidence: float | None) -> int:
    return -1 if confidence is None else round(confidence * 1000)


def _month(event: Event, published: datetime.date | None) -> int:
    day = event.time_start or published
    return day.year * 12 + day.month - 1 if day else -1


def _day(record: Record) -> str | None:
    return record.published.isoformat() if record.published else record.published_text


def _warnings(record: Record) -> list[int]:
    return sorted({_place("warning", warning.code) for warning in record.warnings})
