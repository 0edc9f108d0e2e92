"""Gold as marked stretches of a text, and back.

Every item is a region with a label; a person is a region wherever the name or another form of it stands. What no tool
shows (titles and sections of the article, further answers, people whose name stands nowhere in the text) is *kept*
beside the regions and comes back with them. A region that was deleted is gone, one that is new has what its maker
said of it; one that was moved keeps everything else.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from newsfacts.evaluation.gold_model import LISTS
from newsfacts.evaluation.scoring import OF_FACTS, Item

__all__ = ["KIND_OF", "LABELS", "Kept", "Region", "gold_of", "kept", "regions"]

LABELS: Mapping[str, str] = {
    "people": "person",
    **{name: kind.kind.value for name, kind in OF_FACTS.items()},
    "not_facts": "not_fact",
}
"""What the items of a kind are called as regions."""
KIND_OF: Mapping[str, str] = {label: kind for kind, label in LABELS.items()}
"""The kind of gold that a label stands for."""
_OPEN = "optional_"
_MARKED = tuple(name for name in LISTS if name.removeprefix(_OPEN) in LABELS)
"""Lists of gold whose items are regions."""


@dataclass(frozen=True, slots=True)
class Region:
    """Mark one stretch of the text."""

    region_id: str
    """LIST:NUMBER of gold; LIST:NUMBER:MENTION for a further mention of a person; a tool's own id for what is new."""
    label: str
    """One of LABELS."""
    start: int
    end: int
    fields: Mapping[str, Any] = field(default_factory=dict)
    """What is said of it."""
    optional: bool = False
    """It counts neither for nor against."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Hold what comes back with the regions."""

    gold: Mapping[str, Any]
    """All that gold says besides its items."""
    items: Mapping[str, Item] = field(default_factory=dict)
    """Each item as it was, by the id of its region."""
    elsewhere: Sequence[str] = ()
    """Ids of people who have no region, since the text does not have their name as it is written."""


def regions(gold: Mapping[str, Any], text: str) -> list[Region]:
    """List the regions of gold, in the order of its lists; further mentions of a person have no fields."""
    found = []
    for name, region_id, item in _items(gold):
        label = LABELS[name.removeprefix(_OPEN)]
        left_open = name.startswith(_OPEN) or bool(item.get("optional"))
        spans = _mentions(item, text) if label == "person" else [(item["start"], item["end"])]
        for number, (start, end) in enumerate(spans):
            one, said = (f"{region_id}:{number}", {}) if number else (region_id, item)
            found.append(Region(one, label, start, end, said, left_open))
    return found


def _items(gold: Mapping[str, Any]) -> Iterator[tuple[str, str, Item]]:
    for name in _MARKED:
        for place, item in enumerate(gold.get(name) or []):
            yield name, f"{name}:{place}", item


def _mentions(person: Item, text: str) -> list[tuple[int, int]]:
    """Find where a person is named, whole words, of two forms in one place the longer; the fullest form comes first."""
    forms = [re.escape(form) for form in (person["name"], *(person.get("aliases") or [])) if form]
    either = "|".join(sorted(forms, key=len, reverse=True))
    found = [match.span() for match in re.finditer(rf"(?<!\w)(?:{either})(?!\w)", text)]
    fullest = next((span for span in found if text[slice(*span)] == person["name"]), None)
    return found if fullest is None else [fullest, *(span for span in found if span != fullest)]


def kept(gold: Mapping[str, Any], marked: Iterable[Region]) -> Kept:
    """Give what has to come back with the regions of gold."""
    shown = {region.region_id for region in marked}
    items = {region_id: item for _, region_id, item in _items(gold)}
    rest = {name: value for name, value in gold.items() if name not in _MARKED}
    return Kept(rest, items, [region_id for region_id in items if region_id not in shown])


def gold_of(marked: Iterable[Region], text: str, beside: Kept) -> dict[str, Any]:
    """Make gold of regions and of what was kept; facts in text order, people as they were, then those that are new."""
    made: dict[str, dict[str, Item]] = {name: {} for name in _MARKED}
    for region_id in beside.elsewhere:
        made[_first(region_id)][region_id] = beside.items[region_id]
    for region in marked:
        region_id = ":".join(region.region_id.split(":")[:2]) if region.label == "person" else region.region_id
        was = beside.items.get(region_id)
        name = _list_of(region, region_id, was)
        if region_id not in made[name]:
            item = {key: value for key, value in {**(was or {}), **region.fields}.items() if key != "optional"}
            left_open = {"optional": True} if was and was.get("optional") and name == _first(region_id) else {}
            made[name][region_id] = {**_placed(item, region, text), **left_open}
    order = {region_id: place for place, region_id in enumerate(beside.items)}
    listed = {
        name: [
            items[one]
            for one in sorted(items, key=lambda one: (order.get(one, len(order)), items[one].get("start", 0)))
        ]
        for name, items in made.items()
    }
    in_text = {
        name: sorted(items, key=lambda item: (item["start"], item["end"]))
        for name, items in listed.items()
        if not name.endswith("people")
    }
    return {
        **beside.gold,
        **{name: items for name, items in {**listed, **in_text}.items() if items or not name.startswith(_OPEN)},
    }


def _first(region_id: str) -> str:
    return region_id.partition(":")[0]


def _list_of(region: Region, region_id: str, was: Item | None) -> str:
    """Say in which list an item belongs: its own, unless its label or its being left open has changed."""
    name, kind = _first(region_id), KIND_OF[region.label]
    if was is not None and name.removeprefix(_OPEN) == kind:
        left_open = name.startswith(_OPEN) or bool(was.get("optional"))
        if left_open == region.optional:
            return name
    return f"{_OPEN}{kind}" if region.optional else kind


def _placed(item: Mapping[str, Any], region: Region, text: str) -> Item:
    span = text[region.start : region.end]
    if region.label == "person":
        return {**item, "name": item.get("name") or span}
    return {**item, "span": span, "start": region.start, "end": region.end}
