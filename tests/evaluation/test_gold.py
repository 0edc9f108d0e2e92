"""What gold may look like, and records in its place: each fault says where, what is there, what would be right."""

import json
from pathlib import Path
from typing import Any

import pytest

from newsfacts.errors import EvaluationError
from newsfacts.evaluation.evaluate import evaluate, evaluate_files
from newsfacts.evaluation.files import read_gold
from newsfacts.evaluation.gold import faults
from newsfacts.evaluation.gold_model import LISTS
from newsfacts.evaluation.scoring import OF_FACTS
from newsfacts.record import Record, to_json

COUNT = {"start": 0, "end": 5, "value": "5", "noun": "men"}

FAULTS: list[tuple[dict[str, Any], str]] = [
    ({"count": []}, "count: no such key; expected counts"),
    ({"optional_person": []}, "optional_person: no such key; expected optional_people"),
    ({"counts": {}}, "counts: {}; expected a list"),
    ({"counts": ["five"]}, "counts[0]: 'five'; expected an object"),
    ({"counts": [COUNT, COUNT | {"start": "0"}]}, "counts[1].start: '0'; expected an index into the text"),
    ({"counts": [COUNT | {"start": 5}]}, "counts[0]: start 5, end 5; expected 0 <= start < end"),
    (
        {"counts": [COUNT | {"value": "five"}]},
        'counts[0].value: \'five\'; expected a number ("1250", "12.5") or a range ("20-30")',
    ),
    (
        {"money": [{"start": 0, "end": 2}]},
        'money[0].value: missing; expected a number ("1250", "12.5") or a range ("20-30")',
    ),
    (
        {"counts": [COUNT | {"comparator": "more"}]},
        "counts[0].comparator: 'more'; expected eq, gt, ge, lt, le, approx, range",
    ),
    ({"people": [{"aliases": []}]}, "people[0].name: missing; expected the person's name"),
    (
        {"people": [{"name": "Ann Pellow", "titles": "PC"}]},
        "people[0].titles: 'PC'; expected a list of texts",
    ),
    (
        {"relations": [{"type": "part_of", "of": "a", "to": "b"}]},
        "relations[0].type: 'part_of'; expected subset_of, changes_from, converts, repeats",
    ),
    ({"relations": [{"type": "repeats", "of": "a"}]}, "relations[0].to: missing; expected the key of an item"),
    (
        {"section_kinds": [{"start": 0, "end": 5, "kind": "menu"}]},
        "section_kinds[0].kind: 'menu'; expected head, body, item, credit, contact, furniture",
    ),
    (
        {"section_kinds": [{"start": 0, "end": 5, "kind": "head"}, {"start": 6, "end": 9, "kind": "body"}]},
        "section_kinds[1].start: 6; expected 5, where the one before ends",
    ),
]


@pytest.mark.parametrize(("gold", "fault"), FAULTS)
def test_a_fault_says_where_what_and_what_would_be_right(gold: dict[str, Any], fault: str) -> None:
    assert list(faults({"id": "a"} | gold)) == [fault]


SOUND: list[dict[str, Any]] = [
    {"id": "a", "title": None, "counts": None, "annotator": "x", "not_people": ["Rover"]},
    {"counts": [COUNT | {"value": "20-30", "comparator": "range", "event_type": ""}]},
    {"quantities": [COUNT | {"value": "1.85", "value_alt": ["6ft 1in"]}]},
    {"optional_money": [{"start": 0, "end": 2, "value": ""}]},
    {"percentages": [COUNT | {"base": "total", "base_alt": ["none"]}]},
    {"quotes": [{"start": 0, "end": 9}]},
]


@pytest.mark.parametrize("gold", SOUND)
def test_what_is_left_open_or_known_to_nobody_is_no_fault(gold: dict[str, Any]) -> None:
    assert list(faults({"id": "a"} | gold)) == []


@pytest.mark.parametrize("kind", OF_FACTS)
def test_the_form_has_every_kind_with_every_field_that_is_compared(kind: str) -> None:
    assert {field.gold for field in OF_FACTS[kind].gold.fields} <= set(LISTS[kind].model_fields)
    assert f"optional_{kind}" in LISTS


def test_the_corpus_is_sound(corpus_gold: dict[str, dict[str, Any]]) -> None:
    assert {name: list(faults(gold)) for name, gold in corpus_gold.items() if list(faults(gold))} == {}


def test_the_first_fault_is_told_with_file_and_line_and_how_many_more_there_are(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [{"id": "a"}, {"id": "b", "counts": [{}]}]
    (tmp_path / "gold.jsonl").write_text("\n\n".join(map(json.dumps, rows)))
    with pytest.raises(EvaluationError, match=r"gold.jsonl:3: b: counts\[0\].start: missing; .* \(and 2 more; "):
        read_gold(tmp_path / "gold.jsonl")


def test_an_article_that_stands_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"id": "a"}\n{"id": "a"}')
    with pytest.raises(EvaluationError, match=r"gold.jsonl:2: gold of 'a' again; expected one object an article"):
        read_gold(tmp_path / "gold.jsonl")


def test_records_are_gold_and_agree_with_themselves(corpus_records: dict[str, Record], tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join(map(to_json, corpus_records.values())), "utf-8")
    report = evaluate_files(tmp_path / "a.jsonl", tmp_path / "a.jsonl")
    unequal = {name: figure for name, figure in report.reached().items() if figure not in (None, 1.0)}
    assert unequal == {}
    assert report.reached()["sections.all"] == 1


def test_records_that_differ_are_told_apart(tmp_path: Path) -> None:
    fact = {
        "fact_id": "f",
        "kind": "count",
        "start_char": 0,
        "end_char": 5,
        "comparator": "eq",
        "value": 5,
        "noun": "men",
    }
    for name, noun in (("a", "men"), ("b", "women")):
        row = {"article_id": "x", "facts": [fact | {"noun": noun}]}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row))
    report = evaluate_files(tmp_path / "a.jsonl", tmp_path / "b.jsonl")
    assert (report.scores["counts.found"].right, report.scores["counts.full"].right) == (1, 0)


PERSON = {"name": "Ann Pellow", "aliases": ["Pellow"], "titles": ["PC"], "organisations": [], "part": "police"}


@pytest.mark.parametrize(
    "gold",
    [{"people": [PERSON | {"optional": True}]}, {"people": [], "optional_people": [PERSON]}],
    ids=["marked", "listed"],
)
@pytest.mark.parametrize("found", [[], [{"name": "Pellow", "roles": [{"title": "clerk", "organisation": "x"}]}]])
def test_people_left_open_count_neither_for_nor_against(gold: dict[str, Any], found: list[dict[str, Any]]) -> None:
    names = ("people.found", "people.full", "people.titles", "people.organisations")
    people = [*gold["people"], {"name": "Pellow Stores Clerk", "part": "other"}]
    report = evaluate({"a": gold | {"people": people}}, {"a": {"people": found}})
    counted = {name: (score.wanted, score.given) for name, score in report.scores.items() if name in names}
    assert counted == dict.fromkeys(names[:2], (1, 0)) | dict.fromkeys(names[2:], (0, 0))


def test_a_name_that_gold_accepts_as_well_is_the_full_one() -> None:
    gold = {"people": [{"name": "Ann Pellow", "name_alt": ["Anne Pellow"], "part": "police"}]}
    report = evaluate({"a": gold}, {"a": {"people": [{"name": "Anne Pellow", "part": "police"}]}})
    assert report.scores["people.full"].right == 1
