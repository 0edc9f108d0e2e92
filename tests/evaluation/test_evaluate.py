"""Scoring: which items meet, what counts as right, and what the files may look like.

Each case is a gold item and a found one of the same text; the expected scores were worked out by hand.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from newsfacts.errors import EvaluationError
from newsfacts.evaluation.evaluate import Score, evaluate, evaluate_files, format_json, format_table
from newsfacts.evaluation.files import read_gold
from newsfacts.evaluation.scoring import roles


def fact(kind: str, start: int, end: int, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "start_char": start, "end_char": end, "comparator": "eq"} | fields


def scored(kind: str, gold: dict[str, Any], found: dict[str, Any], **more: Any) -> dict[str, Score]:
    report = evaluate({"a": {kind: [gold]} | more}, {"a": {"facts": [found]}})
    return report.scores | report.attributes


COUNT = {"start": 0, "end": 12, "value": "5", "comparator": "eq", "noun": "robbery suspects"}
MONEY = {"start": 0, "end": 9, "value": "1000", "comparator": "gt", "currency": "NGN", "currency_alt": ["GHS"]}
SHARE = {"start": 0, "end": 5, "value": "7.5", "comparator": "eq", "direction": "share", "direction_alt": "rate"}
WEIGHT = {"start": 0, "end": 5, "value": "2-3", "unit": "kilogram", "of": "cannabis"}
AREA = {"start": 0, "end": 9, "value": "60", "unit": "square meter"}
QUOTE = {"start": 10, "end": 30, "speaker": "Inspector Moira Tench", "speaker_alt": ["the officer"]}

LEVELS: list[tuple[str, dict[str, Any], dict[str, Any], int]] = [
    ("counts", COUNT, fact("count", 0, 12, value=5, noun="suspect"), 3),
    ("counts", COUNT, fact("count", 11, 20, value=5, noun="armed suspects"), 3),
    ("counts", COUNT, fact("count", 0, 12, value=5, noun="robberies"), 2),
    ("counts", COUNT, fact("count", 0, 12, value=5, noun="suspects", comparator="gt"), 1),
    ("counts", COUNT, fact("count", 0, 12, value=6, noun="suspects"), 0),
    ("counts", COUNT, fact("count", 12, 20, value=5, noun="suspects"), 0),
    ("counts", COUNT | {"value_alt": ["6"]}, fact("count", 0, 12, value=6.0, noun="suspects"), 3),
    ("money", MONEY, fact("money", 0, 9, value=1000, comparator="gt", currency="GHS"), 3),
    ("money", MONEY, fact("money", 0, 9, value=1000, comparator="gt", currency="USD"), 2),
    ("percentages", SHARE, fact("percentage", 0, 5, value=7.50, direction="rate"), 3),
    ("percentages", SHARE, fact("percentage", 0, 5, value=7.5, direction="none"), 2),
    (
        "quantities",
        WEIGHT | {"comparator": "range"},
        fact("quantity", 0, 5, comparator="range", min_value=2, max_value=3, unit="kilograms"),
        3,
    ),
    (
        "quantities",
        WEIGHT | {"comparator": "range"},
        fact("quantity", 0, 5, comparator="range", min_value=2, max_value=4, unit="kilogram"),
        0,
    ),
    ("quantities", AREA, fact("quantity", 0, 9, value=60, unit="square metre"), 3),
    ("quantities", AREA, fact("quantity", 0, 9, value=60, unit="metre"), 2),
    ("quotes", QUOTE, fact("quote", 10, 30, speaker="Moira Tench"), 3),
    ("quotes", QUOTE, fact("quote", 12, 30, speaker="officer"), 3),
    ("quotes", QUOTE, fact("quote", 10, 30, speaker="Pellow"), 2),
    ("quotes", QUOTE, fact("quote", 15, 30, speaker="Moira Tench"), 0),
]


@pytest.mark.parametrize(("kind", "gold", "found", "level"), LEVELS)
def test_a_pair_reaches_the_level_it_deserves(
    kind: str, gold: dict[str, Any], found: dict[str, Any], level: int
) -> None:
    scores = scored(kind, gold, found)
    names = [name for name in ("found", "bound", "full") if f"{kind}.{name}" in scores]
    expected = [int(level >= {"found": 1, "bound": 2, "full": 3}[name]) for name in names]
    assert [scores[f"{kind}.{name}"].right for name in names] == expected
    assert scores[f"{kind}.found"] == Score(int(level > 0), 1, 1)


ATTRIBUTES: list[tuple[str, dict[str, Any], dict[str, Any], str, bool]] = [
    ("counts", {"action": "arrest"}, {"predicate": "arrested"}, "counts.action", True),
    ("counts", {"action": "arrest"}, {"predicate": "charge"}, "counts.action", False),
    ("counts", {"action": "arrest", "action_alt": [""]}, {"predicate": None}, "counts.action", True),
    ("counts", {"agent": "the county police"}, {"agent": "police"}, "counts.agent", True),
    ("counts", {"agent": "the county police"}, {"agent": "a clerk"}, "counts.agent", False),
    ("counts", {"status": "claimed"}, {"status": "asserted"}, "fact.status", False),
    ("counts", {"status": "asserted", "place": ""}, {"status": "asserted", "place": "Ayr"}, "fact.place", False),
    ("counts", {"status": "asserted", "place": "x", "place_alt": [""]}, {"place": None}, "counts.place", True),
    (
        "counts",
        {"status": "asserted", "time_start": "2024-01-01", "time_end": "2024-12-31"},
        {"time_start": "2024-01-01", "time_end": "2024-12-31"},
        "fact.time",
        True,
    ),
    (
        "counts",
        {"status": "asserted", "time_start": "2024-01-01", "time_end": "2024-12-31"},
        {"time_start": "2024-01-01", "time_end": None},
        "counts.time",
        False,
    ),
]


@pytest.mark.parametrize(("kind", "gold", "found", "name", "right"), ATTRIBUTES)
def test_an_attribute_is_judged(kind: str, gold: dict[str, Any], found: dict[str, Any], name: str, right: bool) -> None:
    scores = scored(kind, COUNT | gold, fact("count", 0, 12, value=5, noun="suspects", **found))
    assert scores[name] == Score(int(right), 1, 1)


def test_an_attribute_that_gold_does_not_state_is_not_judged() -> None:
    scores = scored("counts", COUNT, fact("count", 0, 12, value=5, noun="suspects", status="claimed", place="Ayr"))
    assert not [name for name in scores if name.startswith("fact.")]


def test_an_open_item_counts_neither_for_nor_against() -> None:
    extra = fact("count", 40, 45, value=9, noun="men")
    report = evaluate(
        {"a": {"counts": [COUNT], "optional_counts": [{"start": 44, "end": 50}]}},
        {"a": {"facts": [fact("count", 0, 12, value=5, noun="suspects"), extra]}},
    )
    assert report.scores["counts.full"] == Score(1, 1, 1)


def test_of_two_rivals_the_closest_wins_and_the_other_is_extra() -> None:
    rivals = [fact("count", 5, 12, value=5, noun="men"), fact("count", 0, 12, value=5, noun="suspects")]
    report = evaluate({"a": {"counts": [COUNT]}}, {"a": {"facts": rivals}})
    assert report.scores["counts.full"] == Score(1, 1, 2)


PERSON = {"name": "Moira Tench", "aliases": ["Tench"], "titles": ["Detective Inspector"], "organisations": ["Ayr CID"]}


def person(name: str, *roles: tuple[str | None, str | None], **more: Any) -> dict[str, Any]:
    return {"name": name, "roles": [{"title": title, "organisation": body} for title, body in roles]} | more


PEOPLE: list[tuple[dict[str, Any], dict[str, Score]]] = [
    (
        person("Moira Tench", ("Detective Inspector", "Ayr CID")),
        {"people.full": Score(1, 1, 1), "people.titles": Score(1, 1, 1)},
    ),
    (
        person("Tench", ("inspector", None)),
        {"people.found": Score(1, 1, 1), "people.full": Score(0, 1, 1), "people.titles": Score(1, 1, 1)},
    ),
    (person("tench’s", (None, "Ayr")), {"people.found": Score(1, 1, 1), "people.organisations": Score(1, 1, 1)}),
    (
        person("Pellow", ("Detective Inspector", None)),
        {"people.found": Score(0, 1, 1), "people.titles": Score(0, 1, 1)},
    ),
]


@pytest.mark.parametrize(("found", "expected"), PEOPLE)
def test_people_meet_by_any_of_their_names(found: dict[str, Any], expected: dict[str, Score]) -> None:
    report = evaluate({"a": {"people": [PERSON]}}, {"a": {"people": [found]}})
    assert {name: report.scores[name] for name in expected} == expected


def test_an_article_without_a_record_has_found_nothing_and_is_named() -> None:
    report = evaluate({"a": {"counts": [COUNT]}, "b": {}}, {"b": {}})
    assert report.scores["counts.found"] == Score(0, 1, 0)
    assert report.missing == ["a"]
    assert format_table(report).endswith("no record: a")


def test_precision_recall_and_f1() -> None:
    score = Score(2, 4, 3)
    assert (score.precision, score.recall, score.f1) == pytest.approx((2 / 3, 0.5, 4 / 7))
    assert (Score().precision, Score().recall, Score().f1) == (None, None, None)
    assert (Score(0, 1, 0).precision, Score(0, 1, 0).f1) == (None, 0)


def write_lines(path: Path, rows: list[Any]) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def test_gold_comes_from_lines_or_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "corpus" / "one").mkdir(parents=True)
    (tmp_path / "corpus" / "one" / "gold.json").write_text(json.dumps({"id": "one", "counts": [COUNT]}))
    lines = write_lines(tmp_path / "gold.jsonl", [{"id": "one/article.txt", "counts": [COUNT]}])
    record = {"article_id": "one/article.txt", "facts": [fact("count", 0, 12, value=5, noun="suspects")]}
    records = write_lines(tmp_path / "records.jsonl", [record])
    for gold in (tmp_path / "corpus", lines):
        report = evaluate_files(gold, records)
        assert report.scores["counts.full"] == Score(1, 1, 1)
        assert json.loads(format_json(report))["scores"]["counts.full"]["f1"] == 1


BAD: list[tuple[str, str]] = [
    ('{"id": "a"', r"gold.jsonl:1: not JSON"),
    ('{"id": "a"}\n[]', r"gold.jsonl:2: no 'id'"),
    ('{"id": "other"}', r"no record of an article of .*gold.jsonl \(records: 'a'; gold: 'other'\)"),
]


@pytest.mark.parametrize(("gold", "message"), BAD)
def test_files_that_do_not_fit_are_refused(gold: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(gold)
    records = write_lines(tmp_path / "records.jsonl", [{"article_id": "a"}])
    with pytest.raises(EvaluationError, match=message):
        evaluate_files(tmp_path / "gold.jsonl", records)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"no gold.json in its folders"):
        read_gold(tmp_path)


@pytest.mark.parametrize(
    ("gold", "given", "counted"),
    [
        ({"organisations": ["Kent Police"]}, ["Kent Police"], (1, 1, 1)),
        ({"organisations": ["Kent Police"]}, ["Ayr Council"], (0, 1, 1)),
        ({"organisations": [], "organisations_alt": ["Kent Police", ""]}, ["Kent Police"], (0, 0, 0)),
        ({"organisations": [], "organisations_alt": ["Kent Police", ""]}, ["Ayr Council"], (0, 0, 1)),
        ({"organisations": ["the force"], "organisations_alt": ["Kent Police"]}, ["Kent Police"], (1, 1, 1)),
        ({"organisations": ["the force"], "organisations_alt": [""]}, [], (0, 0, 0)),
    ],
    ids=["right", "wrong", "open", "open and wrong", "another form", "none is right"],
)
def test_an_alternative_stands_for_what_was_wanted_or_counts_neither_way(
    gold: dict[str, Any], given: list[str], counted: tuple[int, int, int]
) -> None:
    assert roles("organisations", gold, {"organisations": given}) == counted
