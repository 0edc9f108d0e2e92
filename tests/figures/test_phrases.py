"""The phrase tables of the number facts: what must be found, whole, and what must be left alone.

The tables were written by somebody who had not seen the extractor's output. A phrase that fails today stands in OPEN
with its reason; the test fails when one of those starts to pass, so that the list only ever shrinks.
"""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from newsfacts.extract import Extractor

TABLES = Path(__file__).parents[2] / "corpus" / "phrases"
KINDS = ("count", "money", "percentage", "quantity")
DECIDING = {"count": "noun", "money": "currency", "percentage": "direction", "quantity": "unit"}
OPEN = {
    "Two dead, driver missing after ferry capsizes": "the guide counts 'dead' as the noun, the table 'people'",
    "The victims number 12.": "the tagger reads this 'number' as a noun",
}
ATTRIBUTES_RIGHT = {
    "predicate": 0.95,
    "agent": 0.93,
    "money_role": 0.91,
    "measure": 0.88,
    "base": 0.95,
    "substance": 0.85,
}
"""Share of the attributes stated in the tables that must be right; raised as they rise."""


def _entries(kind: str, part: str) -> Iterator[Any]:
    table = tomllib.loads((TABLES / f"{kind}.toml").read_text(encoding="utf-8"))
    for group in table["group"]:
        for entry in group.get(part, []):
            text = entry["text"] if part == "match" else entry
            plain = text.replace("[", "").replace("]", "")
            marks = [pytest.mark.xfail(reason=OPEN[plain], strict=True)] if plain in OPEN else []
            yield pytest.param(kind, entry, id=f"{kind}: {plain}", marks=marks)


MATCHES = [entry for kind in KINDS for entry in _entries(kind, "match")]
LEAVES = [entry for kind in KINDS for entry in _entries(kind, "leave")]


def _found(extractor: Extractor, kind: str, text: str) -> list[Any]:
    return [fact for fact in extractor.extract(text).facts if fact.kind == kind]


def _the_one(extractor: Extractor, kind: str, text: str) -> Any:
    """Give the only fact of a kind in a text; where there is none or several, say which facts there are."""
    found = _found(extractor, kind, text)
    told = [f"{fact.kind} {fact.text!r} by {fact.rule}" for fact in extractor.extract(text).facts]
    assert len(found) == 1, f"expected one {kind} in {text!r}, found {', '.join(told) or 'no facts'}"
    return found[0]


def _exact(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _head(noun: str) -> str:
    return noun.rsplit(maxsplit=1)[-1].lower()


@pytest.mark.parametrize("entry", [case.values[1] for case in MATCHES], ids=[case.id for case in MATCHES])
def test_an_entry_is_whole(entry: dict[str, Any]) -> None:
    numbers = {"min", "max"} if entry.get("comparator") == "range" else {"value"}
    needed = {"text", "comparator", *numbers}
    assert needed <= set(entry), f"{entry['text']!r} does not say {', '.join(sorted(needed - set(entry)))}"
    assert entry["text"].count("[") == entry["text"].count("]") == 1, f"{entry['text']!r}: expected one span in [ ]"


@pytest.mark.parametrize(("kind", "entry"), MATCHES)
def test_a_phrase_is_met_whole(extractor: Extractor, kind: str, entry: dict[str, Any]) -> None:
    text, start = entry["text"].replace("[", "").replace("]", ""), entry["text"].index("[")
    fact = _the_one(extractor, kind, text)
    assert (fact.start_char, fact.end_char) == (start, entry["text"].index("]") - 1)
    assert fact.comparator == entry["comparator"]
    if fact.comparator == "range":
        assert (fact.min_value, fact.max_value) == (_exact(entry["min"]), _exact(entry["max"]))
    else:
        assert fact.value == _exact(entry["value"])
    deciding = DECIDING[kind]
    if deciding in entry:
        found, wanted = getattr(fact, deciding), entry[deciding]
        assert (_head(found) == _head(wanted)) if kind == "count" else found == wanted


@pytest.mark.parametrize(("kind", "text"), LEAVES)
def test_a_phrase_is_left_alone(extractor: Extractor, kind: str, text: str) -> None:
    assert _found(extractor, kind, text) == []


@pytest.mark.parametrize("attribute", sorted(ATTRIBUTES_RIGHT))
def test_attributes_stay_right(extractor: Extractor, attribute: str) -> None:
    right = total = 0
    for parameters in MATCHES:
        kind, entry = parameters.values
        if attribute not in entry:
            continue
        facts = _found(extractor, kind, entry["text"].replace("[", "").replace("]", ""))
        found = getattr(facts[0], attribute, None) if facts else None
        total += 1
        right += _same(getattr(found, "value", found), entry[attribute])
    assert right / total >= ATTRIBUTES_RIGHT[attribute], f"{right} of {total}"


def _same(found: str | None, wanted: str) -> bool:
    return (found or "").lower().removeprefix("the ") == wanted.lower().removeprefix("the ")
