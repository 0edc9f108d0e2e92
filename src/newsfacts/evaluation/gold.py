"""What gold looks like: what is wrong with an object that should be gold, and a record put into its form.

corpus/GUIDE.md says what the fields mean. Every fault has three parts: where in the object, what stands there, and what
would be right. Keys that nobody knows are left alone, unless they are a slip of one that is known; so are further
answers (FIELD_alt) and values that are left open, which may be in words of their own ("6ft 1in").
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from newsfacts.evaluation.relation_scoring import TYPES
from newsfacts.evaluation.scoring import KINDS, NUMBERS, Item, as_items, is_number, told_of
from newsfacts.record import Base, Comparator, Direction, EventType, MoneyRole, Part, SectionKind, Status

__all__ = ["as_gold", "faults"]

_LISTS = (*KINDS, *(f"optional_{kind}" for kind in KINDS), "not_facts", "relations", "section_kinds", "headings")
_KEYS = ("id", "title", "published", "byline", "dateline_place", "not_people", *_LISTS)
_CLOSED: Mapping[str, type[StrEnum]] = {
    "comparator": Comparator,
    "status": Status,
    "event_type": EventType,
    "money_role": MoneyRole,
    "direction": Direction,
    "base": Base,
    "part": Part,
}
"""Fields whose values are a closed set; empty is allowed, too."""
_LIKENESS = 0.8


def faults(gold: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with an object of gold, in the order of its keys."""
    for key, value in gold.items():
        if key.removesuffix("_alt") not in _KEYS:
            meant = difflib.get_close_matches(key, _KEYS, n=1, cutoff=_LIKENESS)
            if meant:
                yield f"{key}: no such key; expected {meant[0]}"
        elif key in _LISTS and value is not None and not isinstance(value, list):
            yield f"{key}: {_short(value)}; expected a list"
        elif key in _LISTS and key != "headings":
            for place, item in enumerate(value or []):
                yield from _faults_of(key, f"{key}[{place}]", item)
    yield from _no_partition(gold.get("section_kinds"))


def _faults_of(key: str, where: str, item: object) -> Iterator[str]:
    if not isinstance(item, dict):
        yield f"{where}: {_short(item)}; expected an object"
        return
    kind = key.removeprefix("optional_")
    if kind == "relations":
        yield from _relation(where, item)
    elif kind == "people":
        yield from _person(where, item)
    else:
        yield from _span(where, item)
    if key in NUMBERS:
        yield from _value(where, item)
    if kind == "section_kinds" and item.get("kind") not in list(SectionKind):
        yield f"{where}.kind: {_short(item.get('kind'))}; expected {_one_of(SectionKind)}"
    for field, closed in _CLOSED.items():
        if item.get(field) not in (None, "", *closed):
            yield f"{where}.{field}: {_short(item[field])}; expected {_one_of(closed)}"


def _person(where: str, item: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(item.get("name"), str) or not item["name"].strip():
        yield f"{where}.name: {_short(item.get('name'))}; expected the person's name"
    for field in ("aliases", "titles", "organisations"):
        value = item.get(field)
        if value is not None and not (isinstance(value, list) and all(isinstance(text, str) for text in value)):
            yield f"{where}.{field}: {_short(value)}; expected a list of texts"


def _span(where: str, item: Mapping[str, Any]) -> Iterator[str]:
    whole = [name for name in ("start", "end") if type(item.get(name)) is not int]
    for name in whole:
        yield f"{where}.{name}: {_short(item.get(name))}; expected an index into the text"
    if not whole and not 0 <= item["start"] < item["end"]:
        yield f"{where}: start {item['start']}, end {item['end']}; expected 0 <= start < end"


def _value(where: str, item: Mapping[str, Any]) -> Iterator[str]:
    if not is_number(item.get("value")):
        yield f'{where}.value: {_short(item.get("value"))}; expected a number ("1250", "12.5") or a range ("20-30")'


def _relation(where: str, item: Mapping[str, Any]) -> Iterator[str]:
    if item.get("type") not in TYPES:
        yield f"{where}.type: {_short(item.get('type'))}; expected {', '.join(TYPES)}"
    for field in ("of", "to"):
        if not isinstance(item.get(field), str):
            yield f"{where}.{field}: {_short(item.get(field))}; expected the key of an item"


def _no_partition(kinds: object) -> Iterator[str]:
    """Tell where the kinds of sections leave a gap, overlap, or do not begin at the beginning."""
    if not isinstance(kinds, list) or any(_faulty(one) for one in kinds):
        return
    before = 0
    for place, one in enumerate(kinds):
        if one["start"] != before:
            yield f"section_kinds[{place}].start: {one['start']}; expected {before}, where the one before ends"
        before = one["end"]


def _faulty(one: object) -> bool:
    return not isinstance(one, dict) or any(_span("", one))


def _one_of(closed: type[StrEnum]) -> str:
    return ", ".join(closed)


def _short(value: object) -> str:
    text = repr(value)
    return "missing" if value is None else text if len(text) <= 60 else f"{text[:57]}…"


def as_gold(record: Mapping[str, Any]) -> dict[str, Any]:
    """Put a record into the form of gold: its items, its ties, the kinds of its sections."""
    items = {kind: _keyed(found, told_of(record, kind)) for kind, found in as_items(record).items()}
    facts = record.get("facts") or []
    sections = [
        {"start": section["start_char"], "end": section["end_char"], "kind": section["kind"]}
        for section in record.get("sections") or []
    ]
    relations = [
        {"type": name, "of": fact["fact_id"], "to": fact[name]} for fact in facts for name in TYPES if fact.get(name)
    ]
    return {"id": record["article_id"]} | items | {"relations": relations, "section_kinds": sections}


def _keyed(items: Sequence[Item], told: Sequence[Mapping[str, Any]]) -> list[Item]:
    """Give items the key and the span that gold has, and their value as a text, as gold writes it."""
    return [
        {
            **item,
            "key": one["fact_id"],
            "span": one.get("text", ""),
            "value": "" if item["value"] is None else str(item["value"]),
        }
        if "fact_id" in one
        else item
        for item, one in zip(items, told, strict=True)
    ]
