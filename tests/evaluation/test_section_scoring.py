"""Kinds of sections, character by character. Gold and records are made up; the figures were worked out by hand."""

import json
from typing import Any

import pytest

from newsfacts.evaluation.evaluate import evaluate, format_json, format_table
from newsfacts.evaluation.section_scoring import Confusion, confused

Kinds = list[tuple[int, str]]


def gold(*kinds: tuple[int, str]) -> dict[str, Any]:
    ends = [end for end, _ in kinds]
    starts = [0, *ends]
    return {"section_kinds": [{"start": s, "end": e, "kind": k} for s, (e, k) in zip(starts, kinds, strict=False)]}


def record(*kinds: tuple[int, str]) -> dict[str, Any]:
    names = {"start": "start_char", "end": "end_char", "kind": "kind"}
    rows = gold(*kinds)["section_kinds"]
    return {"sections": [{names[key]: value for key, value in row.items()} for row in rows]}


GOLD: Kinds = [(10, "furniture"), (30, "head"), (130, "body"), (200, "furniture")]
CASES: dict[str, tuple[Kinds, dict[tuple[str, str], int]]] = {
    "all right": (GOLD, {("furniture", "furniture"): 80, ("head", "head"): 20, ("body", "body"): 100}),
    "furniture read as body": (
        [(10, "furniture"), (30, "head"), (140, "body"), (200, "furniture")],
        {
            ("furniture", "furniture"): 70,
            ("head", "head"): 20,
            ("body", "body"): 100,
            ("furniture", "body"): 10,
        },
    ),
    "one section": (
        [(200, "body")],
        {("furniture", "body"): 80, ("head", "body"): 20, ("body", "body"): 100},
    ),
    "body read as furniture, in two pieces": (
        [(30, "head"), (40, "body"), (45, "furniture"), (125, "body"), (200, "furniture")],
        {
            ("furniture", "head"): 10,
            ("head", "head"): 20,
            ("body", "body"): 90,
            ("body", "furniture"): 10,
            ("furniture", "furniture"): 70,
        },
    ),
    "nothing": ([], {("furniture", ""): 80, ("head", ""): 20, ("body", ""): 100}),
}


@pytest.mark.parametrize(("found", "expected"), CASES.values(), ids=CASES)
def test_every_character_is_counted_once(found: Kinds, expected: dict[tuple[str, str], int]) -> None:
    confusion = Confusion()
    confusion.add(gold(*GOLD), record(*found))
    assert dict(confusion.characters) == expected
    assert sum(confusion.characters.values()) == 200


def test_stretches_come_in_text_order_with_both_kinds() -> None:
    assert list(confused(gold((5, "head"), (9, "body")), record((7, "head"), (9, "credit")))) == [
        (0, 5, "head", "head"),
        (5, 7, "body", "head"),
        (7, 9, "body", "credit"),
    ]


def test_the_figures_reach_table_json_and_floors() -> None:
    found = [(10, "furniture"), (30, "head"), (125, "body"), (150, "furniture"), (152, "body"), (200, "furniture")]
    report = evaluate({"a": gold(*GOLD), "b": {}}, {"a": record(*found), "b": record((9, "body"))})
    table = format_table(report).splitlines()
    assert "sections.all              0.965  0.965  0.965    200    200" in table
    assert "furniture read as body    0.025  of 80" in table
    assert "body read as furniture    0.050  of 100" in table
    written = json.loads(format_json(report))["sections"]
    assert written["body"]["recall"] == 0.95
    assert written["furniture_as_body"] == {"share": 0.025, "characters": 2, "of": 80}
    assert {"gold": "body", "found": "furniture", "characters": 5} in written["confused"]
    reached = report.reached()
    assert reached["sections.all"] == 0.965
    assert (reached["sections.furniture_not_body"], reached["sections.body_not_furniture"]) == (0.975, 0.95)


def test_without_kinds_in_gold_nothing_is_said_of_sections() -> None:
    report = evaluate({"a": {}}, {"a": record((9, "body"))})
    assert "sections" not in format_table(report)
    assert "sections" not in json.loads(format_json(report))
    assert not [name for name in report.reached() if name.startswith("sections")]
