"""Compare the ties between facts with those of gold: subset_of, converts, changes_from, repeats.

Phases: the facts of a record pair up with gold's items as in scoring.py → both sides' ties become triples of places
in gold → a tie is right where gold has it. Ends that are mentions of one figure (`repeats` in gold) stand for each
other: a part may point at any mention of its whole. Ties that the record has no field for, such as subset_of between
amounts, count neither for nor against, and so do those of facts that gold leaves open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsfacts.evaluation.scoring import NUMBERS, Item, as_items, is_neutral, open_items, pair

__all__ = ["TYPES", "Tie", "ties"]

TYPES = ("subset_of", "changes_from", "converts", "repeats")
"""The types of tie, by the names of the record's fields."""

End = tuple[str, str]
"""An item of gold: its kind and its key; for a fact that gold does not have, "" and the fact's id."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Hold one tie that gold or the record states, or both do."""

    type: str
    """One of TYPES."""
    of: End
    """What is tied."""
    to: End
    """What it is tied to."""
    wanted: bool
    """Gold states it."""
    given: bool
    """The record states it."""


def ties(gold: Mapping[str, Any], record: Mapping[str, Any]) -> list[Tie]:
    """List the ties of one article that gold or its record states; those of gold first."""
    known = _keys(gold)
    wanted = [
        (str(tie["type"]), known[tie["of"]], known[tie["to"]])
        for tie in gold.get("relations") or []
        if tie["of"] in known and tie["to"] in known and _expressible(tie["type"], known[tie["of"]][0])
    ]
    same = _mentions(wanted)
    given = _given(gold, record)
    left = list(given)
    found: list[Tie] = []
    for kind, of, to in wanted:
        match = next((g for g in left if g[:2] == (kind, of) and same.get(g[2], g[2]) == same.get(to, to)), None)
        if match:
            left.remove(match)
        found.append(Tie(kind, of, to, wanted=True, given=match is not None))
    return [*found, *(Tie(kind, of, to, wanted=False, given=True) for kind, of, to in left)]


def _keys(gold: Mapping[str, Any]) -> dict[str, End]:
    return {item["key"]: (kind, item["key"]) for kind in NUMBERS for item in gold.get(kind) or [] if item.get("key")}


def _expressible(kind: str, items: str) -> bool:
    return kind in TYPES and NUMBERS[items].says(kind)


def _mentions(wanted: Sequence[tuple[str, End, End]]) -> dict[End, End]:
    """Map each mention of a figure to the first one."""
    first: dict[End, End] = {}
    for kind, of, to in wanted:
        if kind == "repeats":
            first[of] = to
    resolved = {}
    for end in first:
        to = end
        for _ in first:  # a chain of mentions is no longer than there are mentions
            to = first.get(to, to)
        resolved[end] = to
    return resolved


def _given(gold: Mapping[str, Any], record: Mapping[str, Any]) -> list[tuple[str, End, End]]:
    ends = _ends(gold, record)
    return [
        (kind, ends[fact["fact_id"]], ends[fact[kind]])
        for fact in record.get("facts") or []
        for kind in TYPES
        if fact.get(kind) and fact["fact_id"] in ends and fact[kind] in ends
    ]


def _ends(gold: Mapping[str, Any], record: Mapping[str, Any]) -> dict[str, End]:
    """Map the facts of a record to the items of gold that they pair with; facts that gold leaves open are left out."""
    items, ends = as_items(record), {}
    for kind, known in NUMBERS.items():
        facts = [fact for fact in record.get("facts") or [] if fact["kind"] == known.kind]
        wanted: Sequence[Item] = gold.get(kind) or []
        paired = {right: left for left, right in pair(kind, wanted, items[kind])}
        for place, fact in enumerate(facts):
            if place in paired:
                ends[fact["fact_id"]] = (kind, str(wanted[paired[place]].get("key", paired[place])))
            elif not is_neutral(items[kind][place], open_items(gold, kind)):
                ends[fact["fact_id"]] = ("", fact["fact_id"])
    return ends
