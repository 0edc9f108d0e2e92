"""What a reader who sees an article as gold does would correct in its record: gold taken as corrections."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from newsfacts.assemble.kinds import kind_named
from newsfacts.evaluation.answers import chosen, compared_fields, differ
from newsfacts.evaluation.corrections import Action, Correction, Target, needed
from newsfacts.evaluation.scoring import (
    KINDS,
    NUMBERS,
    OF_FACTS,
    Item,
    as_items,
    is_neutral,
    open_items,
    pair,
    roles,
    told_of,
    wanted_items,
)
from newsfacts.rules.kind import Compare, GoldField

__all__ = ["corrections_of"]

_ROLES = ("titles", "organisations")
_NAME = GoldField("name", Compare.EXACT)


def corrections_of(gold: Mapping[str, Any], record: Mapping[str, Any]) -> list[Correction]:
    """List what a reader who sees an article as gold does would correct in its record, and the mark that it is read."""
    homes = _homes(gold, record)
    made = [_said(record, Action.ACCEPT, Target.ARTICLE), *_new_events(gold, record, homes)]
    for kind in KINDS:
        wanted, found, told = wanted_items(gold, kind), as_items(record)[kind], told_of(record, kind)
        pairs = pair(kind, wanted, found)
        for left, right in pairs:
            home = homes.get(wanted[left].get("event") or "")
            made += _edited(record, kind, (wanted[left], found[right], told[right]), home)
        for place, item in enumerate(wanted):
            if place not in {left for left, _ in pairs}:
                made.append(_added(record, kind, item, homes.get(item.get("event") or "")))
        for place, item in enumerate(found):
            if place not in {right for _, right in pairs} and not is_neutral(item, open_items(gold, kind)):
                target = Target.PERSON if kind == "people" else Target.FACT
                made.append(_said(record, Action.REJECT, target, id=told[place][f"{target}_id"]))
    return made


def _said(record: Mapping[str, Any], action: Action, target: Target, **more: Any) -> Correction:
    about = {"article_id": record["article_id"], "text_sha256": record["text_sha256"]}
    return Correction(**about, action=action, target=target, **more)


def _homes(gold: Mapping[str, Any], record: Mapping[str, Any]) -> dict[str, str]:
    """Give each of gold's labels the event of the record that has most of its facts; a new one where none is left."""
    shared = Counter[tuple[str, str]]()
    for kind in KINDS[1:]:
        wanted, told = wanted_items(gold, kind), told_of(record, kind)
        for left, right in pair(kind, wanted, as_items(record)[kind]):
            if wanted[left].get("event") and told[right].get("event_id"):
                shared[wanted[left]["event"], told[right]["event_id"]] += 1
    homes: dict[str, str] = {}
    for (label, event), _ in sorted(shared.items(), key=lambda one: (-one[1], one[0])):
        if label not in homes and event not in homes.values():
            homes[label] = event
    labels = dict.fromkeys(
        item["event"] for kind in KINDS[1:] for item in wanted_items(gold, kind) if item.get("event")
    )
    return homes | {label: f"new {label}" for label in labels if label not in homes}


def _new_events(gold: Mapping[str, Any], record: Mapping[str, Any], homes: Mapping[str, str]) -> Iterator[Correction]:
    for label, home in homes.items():
        if home.startswith("new "):
            first = next(item for kind in KINDS[1:] for item in wanted_items(gold, kind) if item.get("event") == label)
            span = {"start_char": first["start"], "end_char": first["end"]}
            fields = {"event_type": first.get("event_type") or "other"}
            yield _said(record, Action.ADD, Target.EVENT, id=home, fields=fields, **span)


def _edited(
    record: Mapping[str, Any], kind: str, compared: tuple[Item, Item, Mapping[str, Any]], home: str | None
) -> Iterator[Correction]:
    """Yield an edit where a field of a pair is wrong, as the scores see it, or its span or event is another."""
    item, found, told = compared
    target = Target.PERSON if kind == "people" else Target.FACT
    wrong = {field.record for field in _fields_of(kind) if not _right(field, item, found)}
    fields = {name: value for name, value in _fields(kind, item).items() if name in wrong}
    span: dict[str, int] = {}
    if target is Target.FACT and (item["start"], item["end"]) != (found["start"], found["end"]):
        span = {"start_char": item["start"], "end_char": item["end"]}
    if home is not None and told.get("event_id") != home:
        fields["event_id"] = home
    if fields or span:
        yield _said(record, Action.EDIT, target, id=told[f"{target}_id"], fields=fields, **span)


def _right(field: GoldField, item: Item, found: Item) -> bool:
    """Tell whether a reader would leave a field as it is."""
    if field.gold in _ROLES:
        right, wanted, given = roles(field.gold, item, found)
        return right == wanted == given
    return not differ(*chosen(field, item, found))


def _fields_of(kind: str) -> list[GoldField]:
    """List the fields of a kind that a reader may correct."""
    fields = [field for field in compared_fields(kind) if kind == "people" or OF_FACTS[kind].says(field.record)]
    return [_NAME, *fields] if kind == "people" else fields


def _fields(kind: str, item: Item) -> dict[str, Any]:
    """Give what gold says in the fields that it states, as a correction has it."""
    said = {field.record: _value(field, item[field.gold]) for field in _fields_of(kind) if field.gold in item}
    if item.get("direction") and OF_FACTS.get(kind) is kind_named("count"):
        said["direction"] = item["direction"]
    return said


def _value(field: GoldField, value: Any) -> Any:
    if field.gold == "age":
        return int(value) if str(value).isdecimal() else None
    return value or field.empty or (value if isinstance(value, list) else None)


def _added(record: Mapping[str, Any], kind: str, item: Item, home: str | None) -> Correction:
    """Give the correction for what is missed; what gold leaves empty and a record may not has the plainest value."""
    fields = {name: value for name, value in _fields(kind, item).items() if value is not None}
    if kind == "people":
        more = {"aliases": list(item.get("aliases") or [])}
        return _said(record, Action.ADD, Target.PERSON, fields={"part": "other"} | fields | more)
    plain = {"comparator": "eq", "money_role": "other", "direction": "none", "noun": "people", "unit": "percent"}
    asked = {name: plain[name] for name in needed(Target.FACT, OF_FACTS[kind].kind) if name in plain}
    whole = {"kind": OF_FACTS[kind].kind.value} | asked | fields | _numbers(kind, item, fields)
    whole |= {"event_id": home} if home is not None else {}
    return _said(record, Action.ADD, Target.FACT, fields=whole, start_char=item["start"], end_char=item["end"])


def _numbers(kind: str, item: Item, fields: Mapping[str, Any]) -> dict[str, Any]:
    if kind not in NUMBERS:
        return {}
    if fields.get("comparator") == "range":
        low, _, high = str(item["value"]).rpartition("-")
        return {"min_value": low, "max_value": high}
    return {"value": str(item["value"])}
