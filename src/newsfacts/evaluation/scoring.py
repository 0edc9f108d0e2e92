"""Compare what was found in one article with what a careful reader found: pair the items, judge each pair.

Phases: a record takes the gold's form (`as_items`) → items pair up, the best pairs first, each item once (`pair`) →
each pair is judged on levels and attributes (`level`, `attributes`, `roles`). Counting is evaluate.py's part.

An item of gold may accept further answers (FIELD_alt), and gold may leave items open (those of optional_KIND, and those
marked `optional`): a found item that touches an open one counts neither for nor against, a person who bears its name
neither. Texts agree when at least half of their words, without function
words and endings, are the same (F1 of the two sets).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import IntEnum
from typing import Any

from newsfacts.assemble.kinds import KINDS as FACT_KINDS
from newsfacts.assemble.kinds import kind_named
from newsfacts.rules.kind import Compare, FactKind, GoldField

__all__ = [
    "CONTEXT",
    "KINDS",
    "NUMBERS",
    "OF_FACTS",
    "Item",
    "Level",
    "accepted",
    "agrees",
    "as_items",
    "attributes",
    "head_of",
    "is_neutral",
    "is_number",
    "level",
    "open_items",
    "pair",
    "role_is_right",
    "roles",
    "same_action",
    "told_of",
    "unit_name",
    "wanted_items",
    "words_of",
]

Item = Mapping[str, Any]
"""One person, fact or quote with the gold's field names."""

OF_FACTS: Mapping[str, FactKind] = {kind.gold.name: kind for kind in FACT_KINDS}
"""The kinds of fact, by the gold's names."""
KINDS = ("people", *OF_FACTS)
"""The kinds of item, by the gold's names."""
NUMBERS: Mapping[str, FactKind] = {name: kind for name, kind in OF_FACTS.items() if kind.says("value")}
"""Those that state a number."""

CONTEXT = ("event_type", "status", "attribution", "time_text", "time_start", "time_end", "place")
"""Fields of context, which gold and the record call by the same name."""
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
        gold = kind_named(fact["kind"]).gold
        value = fact.get("value")
        if fact.get("comparator") == "range":
            value = f"{fact.get('min_value')}-{fact.get('max_value')}"
        item = {"start": fact["start_char"], "end": fact["end_char"], "value": value}
        item |= {"comparator": fact.get("comparator")} | {field: fact.get(field) for field in CONTEXT}
        items[gold.name].append(item | {field.gold: fact.get(field.record) for field in gold.fields})
    return items


def told_of(record: Mapping[str, Any], kind: str) -> list[Mapping[str, Any]]:
    """List the people or facts of a kind as the record tells them, in the order of `as_items`."""
    if kind == "people":
        return list(record.get("people") or [])
    return [fact for fact in record.get("facts") or [] if kind_named(fact["kind"]).gold.name == kind]


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
    if kind not in NUMBERS:
        ratio = shared / (max(gold["end"], found["end"]) - min(gold["start"], found["start"])) if shared else 0
        return ratio if ratio >= _SAME_QUOTE else 0
    number = _number(found["value"])
    return shared if number is not None and number in map(_number, accepted(gold, "value")) else 0


def wanted_items(gold: Mapping[str, Any], kind: str) -> list[Item]:
    """List the items of a kind that gold asks for."""
    return [item for item in gold.get(kind) or [] if not item.get("optional")]


def open_items(gold: Mapping[str, Any], kind: str) -> list[Item]:
    """List the items of a kind that gold leaves open."""
    return [*(gold.get(f"optional_{kind}") or []), *(item for item in gold.get(kind) or [] if item.get("optional"))]


def is_neutral(found: Item, left_open: Sequence[Item]) -> bool:
    """Tell whether a found item touches one that gold leaves open, or is a person of that name."""
    if "name" in found:
        return any(_names(person) & _names(found) for person in left_open)
    return any(_shared(item, found) for item in left_open)


def level(kind: str, gold: Item, found: Item) -> Level:
    """Say how far a pair agrees."""
    if kind == "people":
        names = [name.lower() for name in accepted(gold, "name")]
        return Level.FULL if found["name"].lower() in names else Level.BOUND
    decides = OF_FACTS[kind].gold.decides
    if kind not in NUMBERS:
        return Level.FULL if not gold.get(decides.gold) or _same(decides, gold, found) else Level.BOUND
    if (found.get("comparator") or "eq") not in [word or "eq" for word in accepted(gold, "comparator")]:
        return Level.FOUND
    return Level.FULL if _same(decides, gold, found) else Level.BOUND


def _same(field: GoldField, gold: Item, found: Item) -> bool:
    """Tell whether gold accepts the value of a field."""
    answers, value = accepted(gold, field.gold), found.get(field.gold)
    if field.compare is Compare.WORDS:
        return _likeness(answers, value) >= _SAME_TEXT
    if field.compare is Compare.VERB:
        return any(same_action(answer, value) for answer in answers)
    if field.compare is Compare.HEAD:
        return head_of(value) in map(head_of, answers)
    if field.compare is Compare.UNIT:
        return unit_name(value) in map(unit_name, answers)
    return (value or field.empty) in [answer or field.empty for answer in answers]


def attributes(kind: str, gold: Item, found: Item) -> Iterator[tuple[str, bool]]:
    """Yield each attribute that gold states for a pair, and whether the found item has it right."""
    if kind == "people":
        yield "part", (found.get("part") or "") in accepted(gold, "part")
    if kind == "people" and gold.get("age"):
        yield "age", str(found.get("age") or "") in map(str, accepted(gold, "age"))
    further = OF_FACTS[kind].gold.further if kind in OF_FACTS else ()
    yield from ((field.name, _same(field, gold, found)) for field in further if gold.get(field.gold))
    if "status" in gold:
        yield from _context(gold, found)


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
    if one and one == other:
        return 1.0  # whatever words they are
    first, second = words_of(one), words_of(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def words_of(text: str | None) -> frozenset[str]:
    """Give the words by which a text is compared: no function words, no endings."""
    return frozenset(map(_stem, _words(text)))


def _words(text: str | None) -> list[str]:
    return [word for word in _WORD.findall((text or "").lower()) if word not in _FUNCTION_WORDS]


def _stem(word: str) -> str:
    word = word.lower().strip("’'")
    for ending, base in (*_ENDINGS, ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 1 and not word.endswith("ss"):
            return word[: -len(ending)] + base
    return word


def head_of(noun: str | None) -> str:
    """Give the last word of a noun phrase, by which two are compared, without its ending."""
    words = _words(noun)
    return _stem(words[-1]) if words else ""


def unit_name(name: str | None) -> str:
    """Give the one name of a unit, in whichever spelling it comes: a kilometer is a kilometre."""
    return _stem(_AMERICAN.sub(r"\1re", (name or "").lower()))


def same_action(one: str, other: str | None) -> bool:
    """Tell whether two verbs are one, as far as gold is concerned: their first letters agree."""
    first, second = one.lower(), (other or "").lower()
    if not first or not second:
        return first == second
    return first[:_STEM_OF_ACTION] == second[:_STEM_OF_ACTION]


def _names(person: Item) -> set[str]:
    forms = [*accepted(person, "name"), *(person.get("aliases") or []), *accepted(person, "aliases")[1:]]
    return {re.sub(r"\s+", " ", form).strip().lower().removesuffix("’s").removesuffix("'s") for form in forms if form}


def _shared(one: Item, other: Item) -> int:
    return max(0, int(min(one["end"], other["end"]) - max(one["start"], other["start"])))


def is_number(value: object) -> bool:
    """Tell whether a value of gold can be read: a number, or two with a hyphen between them."""
    return _number(value) is not None


def _number(value: object) -> Decimal | tuple[Decimal, Decimal] | None:
    text = str(value).strip().replace(",", "")
    bounds = _RANGE.fullmatch(text)
    if bounds:
        return Decimal(bounds[1]), Decimal(bounds[2])
    try:
        return Decimal(text).normalize()
    except InvalidOperation:
        return None
