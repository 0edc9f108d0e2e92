"""Confidence: what counts as right, how counts become confidences, and that the table of the package is current."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from newsfacts.cli import main
from newsfacts.evaluation.calibration import (
    Judgement,
    calibrate,
    estimates,
    format_bins,
    format_bins_json,
    format_rows,
    judgements,
    tally,
)
from newsfacts.record import Record, to_json
from newsfacts.rulebook import RULES
from newsfacts.weigh import confidence
from newsfacts.weigh.confidence import NO_PERSON, NO_PREDICATE, PLAIN, Confidence, trait

TABLE = Path(confidence.__file__).parent / confidence.FILE


@pytest.fixture(scope="module")
def judged(corpus_gold: dict[str, dict[str, Any]], corpus_records: dict[str, Record]) -> list[Judgement]:
    """Give every fact and role of the corpus with its verdict."""
    records = {article_id: json.loads(to_json(record)) for article_id, record in corpus_records.items()}
    return list(judgements(corpus_gold, records))


def test_the_table_is_current(judged: list[Judgement]) -> None:
    stale = "stale; run: newsfacts calibrate corpus/articles -o src/newsfacts/weigh/rule_precision.tsv"
    assert TABLE.read_text("utf-8") == format_rows(tally(judged)), stale


def test_every_fact_and_role_of_the_corpus_has_a_confidence(judged: list[Judgement]) -> None:
    assert {one.kind for one in judged} == {"counts", "money", "percentages", "quantities", "quotes", "roles"}
    assert not [one for one in judged if one.confidence is None]


def test_confident_facts_are_right_on_the_corpus(judged: list[Judgement]) -> None:
    sure = [one for one in judged if one.confidence is not None and one.confidence >= 0.9]
    assert len(sure) > 1000
    assert sum(one.right for one in sure) / len(sure) >= 0.9


def test_every_rule_of_the_book_has_a_row() -> None:
    known = confidence.reader()
    assert not [rule.id for rule in RULES if known.of(rule.id) is None]


def fact(start: int, noun: str, **more: Any) -> dict[str, Any]:
    return {
        "kind": "count", "start_char": start, "end_char": start + 5, "comparator": "eq", "value": 5, "noun": noun,
        "rule": "count.noun-phrase", "predicate": "arrest", "confidence": 0.9,
    } | more  # fmt: skip


GOLD = {"counts": [{"start": 0, "end": 5, "value": "5", "noun": "men"}], "optional_counts": [{"start": 50, "end": 55}]}
VERDICTS: list[tuple[dict[str, Any], list[bool]]] = [
    (fact(0, "men"), [True]),
    (fact(0, "men", comparator="gt"), [False]),
    (fact(0, "guns"), [False]),
    (fact(20, "men"), [False]),
    (fact(50, "men"), []),
]


@pytest.mark.parametrize(("found", "verdicts"), VERDICTS)
def test_a_fact_is_right_where_gold_agrees_in_full(found: dict[str, Any], verdicts: list[bool]) -> None:
    record = {"facts": [found], "people": []}
    assert [one.right for one in judgements({"a": GOLD}, {"a": record})] == verdicts


PERSON = {"name": "Moira Tench", "titles": ["Detective Inspector"], "organisations": ["Ayr CID"]}
ROLES: list[tuple[str, str | None, str | None, bool]] = [
    ("Moira Tench", "Detective Inspector", "Ayr CID", True),
    ("Moira Tench", "Detective Inspector", None, True),
    ("Moira Tench", None, "Ayr CID", True),
    ("Moira Tench", "Detective Inspector", "Leeds council", False),
    ("Moira Tench", "baker", None, False),
    ("Roe", "Detective Inspector", None, False),
]


@pytest.mark.parametrize(("name", "title", "organisation", "right"), ROLES)
def test_a_role_is_right_where_all_that_it_says_is(
    name: str, title: str | None, organisation: str | None, right: bool
) -> None:
    role = {"title": title, "rank": None, "organisation": organisation, "rule": "role.direct", "confidence": None}
    record = {"facts": [], "people": [{"name": name, "roles": [role]}]}
    assert [one.right for one in judgements({"a": {"people": [PERSON]}}, {"a": record})] == [right]


TRAITS: list[tuple[dict[str, Any], str]] = [
    ({"kind": "count", "predicate": "arrest"}, PLAIN),
    ({"kind": "count", "predicate": None}, NO_PREDICATE),
    ({"kind": "money", "predicate": None}, PLAIN),
    ({"kind": "quote", "speaker_person_id": None}, NO_PERSON),
    ({"kind": "quote", "speaker_person_id": "p0"}, PLAIN),
]


@pytest.mark.parametrize(("found", "name"), TRAITS)
def test_traits(found: dict[str, Any], name: str) -> None:
    assert trait(found) == name


def test_a_rule_that_is_seen_more_often_stands_more_by_itself() -> None:
    counted = {("count.a", PLAIN): (100, 90), ("count.b", PLAIN): (1, 1), ("count.c", PLAIN): (0, 0)}
    found = estimates(counted)
    of_kind = (91 + 1) / (101 + 2)
    assert found["count.a", PLAIN] == pytest.approx((90 + 10 * of_kind) / 110, abs=0.001)
    assert found["count.b", PLAIN] == pytest.approx((1 + 10 * of_kind) / 11, abs=0.001)
    assert found["count.c", PLAIN] == pytest.approx(of_kind, abs=0.001)


def test_a_trait_starts_from_its_rule() -> None:
    found = estimates({("count.a", PLAIN): (40, 40), ("count.a", NO_PREDICATE): (10, 5)})
    assert found["count.a", NO_PREDICATE] < 0.75 < found["count.a", PLAIN]


def test_a_rule_without_a_row_for_a_trait_has_it_plain() -> None:
    known = Confidence({("count.a", PLAIN): 0.8})
    assert (known.of("count.a", NO_PREDICATE), known.of("count.z")) == (0.8, None)


BINNED = [Judgement("counts", "r", PLAIN, value, right) for value, right in [(0.97, True), (0.95, False), (0.9, True)]]


def test_bins_have_their_lower_edge_inside() -> None:
    bins = calibrate([*BINNED, Judgement("roles", "r", PLAIN, 0.2, False), Judgement("money", "r", PLAIN, None, True)])
    assert [(b.kind, b.least, b.given, b.right) for b in bins] == [
        ("counts", 0.95, 2, 1),
        ("counts", 0.9, 1, 1),
        ("all facts", 0.95, 2, 1),
        ("all facts", 0.9, 1, 1),
        ("roles", 0.0, 1, 0),
    ]
    assert "counts           0.95–1.00      2      1   0.500" in format_bins(bins)
    assert json.loads(format_bins_json(bins))[0]["share"] == 0.5


def test_the_command_shows_the_table(tmp_path: Path) -> None:
    gold, records = tmp_path / "gold.jsonl", tmp_path / "records.jsonl"
    gold.write_text(json.dumps({"id": "a"} | GOLD))
    records.write_text(json.dumps({"article_id": "a", "facts": [fact(0, "men")], "people": []}))
    result = CliRunner().invoke(main, ["evaluate", "--calibration", str(gold), str(records)])
    assert result.exit_code == 0, result.output
    assert "counts           0.90–0.95      1      1   1.000" in result.output
    as_json = CliRunner().invoke(main, ["evaluate", "--calibration", "--json", str(gold), str(records)])
    assert json.loads(as_json.output)[0]["given"] == 1
