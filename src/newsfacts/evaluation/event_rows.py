"""Compare events as rows with gold: one row a happening, with type, status, source, time and place.

Gold labels facts (`event`); its row of a label is what most of the label's facts say, with what each of them accepts
besides; where gold is another record (`event_rows`), the row is that record's. A row of the record meets the gold row
with which it shares most facts, each at most once, where the facts that both have are at least half of those that
either has. Events that no fact of gold is in count neither way. Not here: which facts belong together (`clusters.py`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from newsfacts.evaluation.scoring import NUMBERS, Item, accepted, agrees, as_items, pair

__all__ = ["ATTRIBUTES", "EventRows", "event_rows"]

ATTRIBUTES = ("event_type", "status", "attribution", "time", "place")
"""Fields of a row that are compared."""
_SAME = Fraction(1, 2)
"""Share of the facts of two rows that both have, from which on they are one happening."""


@dataclass(frozen=True, slots=True)
class EventRows:
    """Say how the rows of one article agree."""

    wanted: int
    """Rows of gold with a fact that the record has."""
    given: int
    """Rows of the record with a fact of gold."""
    met: int
    """Pairs of rows that are one happening."""
    agreed: tuple[tuple[str, bool], ...]
    """Attribute and whether it is right, for the pairs; those on which gold is silent are left out."""


def event_rows(gold: Mapping[str, Any], record: Mapping[str, Any]) -> EventRows:
    """Compare the events of one article."""
    told = list(_labelled(gold, record))
    labels: dict[str, set[str]] = {}
    given: dict[str, set[str]] = {}
    for item, fact in told:
        labels.setdefault(item["event"], set()).add(fact["fact_id"])
        given.setdefault(fact.get("event_id") or fact["fact_id"], set()).add(fact["fact_id"])
    events = {event["event_id"]: event for event in record.get("events") or []}
    rows = {row["event"]: row for row in gold.get("event_rows") or []}
    agreed: list[tuple[str, bool]] = []
    pairs = list(_pairs(labels, given))
    for label, event_id in pairs:
        facts = [rows[label]] if label in rows else [item for item, _ in told if item["event"] == label]
        agreed.extend(_agreed(facts, events.get(event_id, {})))
    return EventRows(len(labels), len(given), len(pairs), tuple(agreed))


def _labelled(gold: Mapping[str, Any], record: Mapping[str, Any]) -> Iterator[tuple[Item, Mapping[str, Any]]]:
    """Yield the facts of gold that have an event and that the record has, with the record's."""
    items = as_items(record)
    for kind, known in NUMBERS.items():
        facts = [fact for fact in record.get("facts") or [] if fact["kind"] == known.kind]
        wanted = gold.get(kind) or []
        for left, right in pair(kind, wanted, items[kind]):
            if wanted[left].get("event"):
                yield wanted[left], facts[right]


def _pairs(labels: Mapping[str, set[str]], given: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Yield the rows that are one happening, those with most in common first, each row once."""
    alike = [
        (Fraction(len(mine & theirs), len(mine | theirs)), label, event_id)
        for label, mine in labels.items()
        for event_id, theirs in given.items()
    ]
    used: set[str] = set()
    for share, label, event_id in sorted(alike, key=lambda one: (-one[0], one[1], one[2])):
        if share >= _SAME and f"gold {label}" not in used and f"found {event_id}" not in used:
            used |= {f"gold {label}", f"found {event_id}"}
            yield label, event_id


def _agreed(facts: Sequence[Item], event: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Tell for each attribute that most of gold's facts state whether the row has it."""
    for name in ATTRIBUTES:
        field = "time_start" if name == "time" else name
        values = Counter(value for fact in facts if (value := fact.get(field)))
        if values and "status" in facts[0]:
            most = max(values, key=lambda value: values[value])
            yield name, any(_is_right(name, fact, event) for fact in facts if fact.get(field) == most)


def _is_right(name: str, fact: Item, event: Mapping[str, Any]) -> bool:
    if name == "time":
        return all((event.get(field) or "") in accepted(fact, field) for field in ("time_start", "time_end"))
    if name in ("attribution", "place"):
        return agrees(fact, name, event.get(name))
    return event.get(name) in accepted(fact, name)
