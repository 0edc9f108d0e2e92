"""Compare what was found in one article with what a careful reader found: pair the items, judge each pair.

Phases: a record takes the gold's form (`as_items`) → items pair up, the best pairs first, each item once (`pair`) →
each pair is judged on levels and attributes (`level`, `attributes`, `roles`). Counting is evaluate.py's part.

An item of gold may accept further answers (FIELD_alt), and gold may leave items open (optional_KIND): a found item that
touches an open one counts neither for nor against. Texts agree when at least half of their words, without function
words and endings, are the same (F1 of the two sets).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import IntEnum
from typing import Any

__all__ = [
    "KINDS",
    "Item",
    "Level",
    "accepted",
    "agrees",
    "as_items",
    "attributes",
    "is_open",
    "level",
    "pair",
    "role_is_right",
    "roles",
]

Item = Mapping[str, Any]
"""One person, fact or quote with the gold's field names."""

KINDS = ("people", "counts", "money", "percentages", "quantities", "quotes")
"""The kinds of item, by the gold's names."""

_CONTEXT = ("event_type", "status", "attribution", "time_text", "time_start", "time_end", "place")
_RENAMED: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "count": ("counts", {"noun": "noun", "action": "predicate", "agent": "agent"}),
    "money": ("money", {"currency": "currency", "money_role": "money_role"}),
    "percentage": ("percentages", {"direction": "direction", "measure": "measure", "base": "base"}),
    "quantity": ("quantities", {"unit": "unit", "of": "substance"}),
    "quote": ("quotes", {"speaker": "speaker"}),
}
"""For each kind of fact: its name in gold, and the gold's fields with the record's names for them."""

_FUNCTION_WORDS = frozenset(["the", "a", "an", "of", "and", "in", "at", "for", "'s", "’s", "his", "her", "their"])
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ses", "se"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("men", "man"))
_WORD = re.compile(r"[\w’'-]+")
_AMERICAN = re.compile(r"(met|lit)er\b")
_RANGE = re.compile(r"(-?\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)")
_SAME_QUOTE = 0.8
_SAME_TEXT = 0.5
_STEM_OF_ACTION = 5


class Level(IntEnum):
    """Say how far a pair agrees; a higher level includes the lower ones."""

    FOUND = 1
    """The number, the name or the quoted span."""
    BOUND = 2
    """The comparator too."""
    FULL = 3
    """And what makes it a fact: noun, currency, direction, unit, speaker, the full name."""


def as_items(record: Mapping[str, Any]) -> dict[str, list[Item]]:
    """Put a record into the gold's form: a list of items for each of KINDS."""
    items: dict[str, list[Item]] = {kind: [] for kind in KINDS}
    items["people"] = [_person(person) for person in record.get("people") or []]
    for fact in record.get("facts") or []:
        kind, names = _RENAMED[fact["kind"]]
        value = fact.get("value")
        if fact.get("comparator") == "range":
            value = f"{fact.get('min_value')}-{fact.get('max_value')}"
        item = {"start": fact["start_char"], "end": fact["end_char"], "value": value}
        item |= {"comparator": fact.get("comparator")} | {field: fact.get(field) for field in _CONTEXT}
        items[kind].append(item | {ours: fact.get(theirs) for ours, theirs in names.items()})
    return items


def _person(person: Mapping[str, Any]) -> Item:
    held = person.get("roles") or []
    return {
        "name": person["name"],
        "aliases": person.get("aliases") or [],
        "titles": [role.get("title") or role.get("rank") or "" for role in held],
        "organisations": [role["organisation"] for role in held if role.get("organisation")],
        "part": person.get("part"),
        "age": person.get("age"),
    }


def pair(kind: str, gold: Sequence[Item], found: Sequence[Item]) -> list[tuple[int, int]]:
    """Pair items of gold with found ones (by index); of rival pairs the closest wins."""
    rivals = []
    for left, wanted in enumerate(gold):
        for right, item in enumerate(found):
            closeness = _closeness(kind, wanted, item)
            if closeness:
                rivals.append((closeness, -abs(left - right), left, right))
    free_left, free_right = set(range(len(gold))), set(range(len(found)))
    pairs = []
    for _, _, left, right in sorted(rivals, reverse=True):
        if left in free_left and right in free_right:
            free_left.remove(left)
            free_right.remove(right)
            pairs.append((left, right))
    return pairs


def _closeness(kind: str, gold: Item, found: Item) -> float:
    if kind == "people":
        if not _names(gold) & _names(found):
            return 0
        return 2 if gold["name"].lower() == found["name"].lower() else 1
    shared = _shared(gold, found)
    if kind == "quotes":
        ratio = shared / (max(gold["end"], found["end"]) - min(gold["start"], found["start"])) if shared else 0
        return ratio if ratio >= _SAME_QUOTE else 0
    number = _number(found["value"])
    return shared if number is not None and number in map(_number, accepted(gold, "value")) else 0


def is_open(found: Item, open_items: Sequence[Item]) -> bool:
    """Tell whether a found item touches one that gold leaves open."""
    return any(_shared(item, found) for item in open_items)


def level(kind: str, gold: Item, found: Item) -> Level:
    """Say how far a pair agrees."""
    if kind == "people":
        return Level.FULL if gold["name"].lower() == found["name"].lower() else Level.BOUND
    if kind == "quotes":
        return Level.FULL if not gold.get("speaker") or agrees(gold, "speaker", found.get("speaker")) else Level.BOUND
    if (found.get("comparator") or "eq") not in [word or "eq" for word in accepted(gold, "comparator")]:
        return Level.FOUND
    decided = {
        "counts": lambda: _head(found.get("noun")) in map(_head, accepted(gold, "noun")),
        "money": lambda: found.get("currency") in accepted(gold, "currency"),
        "percentages": lambda: (found.get("direction") or "none") in [x or "none" for x in accepted(gold, "direction")],
        "quantities": lambda: _unit(found.get("unit")) in map(_unit, accepted(gold, "unit")),
    }
    return Level.FULL if decided[kind]() else Level.BOUND


def attributes(kind: str, gold: Item, found: Item) -> Iterator[tuple[str, bool]]:
    """Yield each attribute that gold states for a pair, and whether the found item has it right."""
    if kind == "people":
        yield "part", found.get("part") in accepted(gold, "part")
    if kind == "people" and gold.get("age"):
        yield "age", str(gold["age"]) == str(found.get("age"))
    if kind == "counts" and gold.get("action"):
        answers = accepted(gold, "action")
        yield "action", any(_same_action(answer, found.get("action")) for answer in answers)
    if kind == "counts" and gold.get("agent"):
        yield "agent", agrees(gold, "agent", found.get("agent"))
    if kind == "money" and gold.get("money_role"):
        yield "money_role", found.get("money_role") in accepted(gold, "money_role")
    if kind == "percentages" and gold.get("measure"):
        yield "measure", agrees(gold, "measure", found.get("measure"))
    if kind == "percentages" and gold.get("base"):
        yield "base", found.get("base") in accepted(gold, "base")
    if "status" in gold:
        yield from _context(gold, found)
    if kind == "quantities" and gold.get("of"):
        yield "substance", agrees(gold, "of", found.get("of"))


def _context(gold: Item, found: Item) -> Iterator[tuple[str, bool]]:
    if gold.get("event_type"):
        yield "event_type", found.get("event_type") in accepted(gold, "event_type")
    yield "status", found.get("status") in accepted(gold, "status")
    for field in ("attribution", "time_text", "place"):
        if gold.get(field) or found.get(field):
            neither = not found.get(field) and "" in accepted(gold, field)
            yield field, neither or agrees(gold, field, found.get(field))
    if gold.get("time_start"):
        yield "time", all((found.get(field) or "") in accepted(gold, field) for field in ("time_start", "time_end"))


def roles(field: str, gold: Item, found: Item | None) -> tuple[int, int, int]:
    """Count the titles or organisations of one person: right, wanted, given.

    An alternative of gold stands for one that was wanted and not given, or counts neither for nor against; where gold
    accepts "" as well, nothing given is nothing missed.
    """
    wanted = [text for text in gold.get(field) or [] if text]
    left = [text for text in (found.get(field) if found else None) or [] if text]
    more = gold.get(f"{field}_alt") or []
    also = [more] if isinstance(more, str) else more
    given, right = bool(left), 0
    for text in wanted:
        best = max(left, key=lambda candidate: _likeness([text], candidate), default=None)
        if best is not None and _likeness([text], best) >= _SAME_TEXT:
            left.remove(best)
            right += 1
    missed = len(wanted) - right
    good = [text for text in left if any(_likeness([form], text) >= _SAME_TEXT for form in also if form)]
    stood = min(missed, len(good))
    right, missed = right + stood, missed - stood
    if "" in also and not given:
        missed = 0
    return right, right + missed, right + len(left) - len(good)


def role_is_right(gold: Item, role: Item) -> bool:
    """Tell whether gold knows the title (or rank) and the organisation that a role of one of its people states."""
    stated = (
        ("titles", role.get("title") or role.get("rank")),
        ("organisations", role.get("organisation")),
    )
    return all(_likeness(_forms(gold, field), text) >= _SAME_TEXT for field, text in stated if text)


def _forms(gold: Item, field: str) -> list[str]:
    more = gold.get(f"{field}_alt") or []
    return [*(gold.get(field) or []), *([more] if isinstance(more, str) else more), ""]


def accepted(gold: Item, field: str) -> list[Any]:
    """List the answers that gold accepts for a field; "" where it states none."""
    more = gold.get(f"{field}_alt") or []
    return [gold.get(field) or "", *([more] if isinstance(more, str) else more)]


def agrees(gold: Item, field: str, text: str | None) -> bool:
    """Tell whether a text is one of those that gold accepts for a field: half of the words are the same."""
    return _likeness(accepted(gold, field), text) >= _SAME_TEXT


def _likeness(forms: Sequence[str], text: str | None) -> float:
    return max(_word_f1(form, text) for form in forms)


def _word_f1(one: str | None, other: str | None) -> float:
    first, second = set(map(_stem, _words(one))), set(map(_stem, _words(other)))
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _words(text: str | None) -> list[str]:
    return [word for word in _WORD.findall((text or "").lower()) if word not in _FUNCTION_WORDS]


def _stem(word: str) -> str:
    word = word.lower().strip("’'")
    for ending, base in (*_ENDINGS, ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 1 and not word.endswith("ss"):
            return word[: -len(ending)] + base
    return word


def _head(noun: str | None) -> str:
    words = _words(noun)
    return _stem(words[-1]) if words else ""


def _unit(name: str | None) -> str:
    """Give the one name of a unit, in whichever spelling it comes: a kilometer is a kilometre."""
    return _stem(_AMERICAN.sub(r"\1re", (name or "").lower()))


def _same_action(one: str, other: str | None) -> bool:
    first, second = one.lower(), (other or "").lower()
    if not first or not second:
        return first == second
    return first[:_STEM_OF_ACTION] == second[:_STEM_OF_ACTION]


def _names(person: Item) -> set[str]:
    forms = [person["name"], *(person.get("aliases") or [])]
    return {re.sub(r"\s+", " ", form).strip().lower().removesuffix("’s").removesuffix("'s") for form in forms}


def _shared(one: Item, other: Item) -> int:
    return max(0, int(min(one["end"], other["end"]) - max(one["start"], other["start"])))


def _number(value: object) -> Decimal | tuple[Decimal, Decimal] | None:
    text = str(value).strip().replace(",", "")
    bounds = _RANGE.fullmatch(text)
    if bounds:
        return Decimal(bounds[1]), Decimal(bounds[2])
    try:
        return Decimal(text).normalize()
    except InvalidOperation:
        return None
