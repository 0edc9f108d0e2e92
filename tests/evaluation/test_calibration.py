"""Confidence: what counts as right, how counts become confidences, what is shown of them."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from newsfacts.assemble.kinds import trait
from newsfacts.cli import main
from newsfacts.errors import LexiconError
from newsfacts.evaluation.calibration import (
    LEAST,
    Judgement,
    calibrate,
    estimates,
    format_bins,
    format_bins_json,
    format_rows,
    judgements,
    lower_bound,
    tally,
)
from newsfacts.evaluation.reliability import picture
from newsfacts.extract import load
from newsfacts.options import Options
from newsfacts.record import Record, to_json
from newsfacts.weigh import confidence
from newsfacts.weigh.confidence import NO_PERSON, NO_PREDICATE, PLAIN, Confidence


@pytest.fixture(scope="module")
def judged(corpus_gold: dict[str, dict[str, Any]], corpus_records: dict[str, Record]) -> list[Judgement]:
    """Give every fact and role of the corpus with its verdict."""
    records = {article_id: json.loads(to_json(record)) for article_id, record in corpus_records.items()}
    return list(judgements(corpus_gold, records))


def test_every_kind_of_the_corpus_has_confidences(judged: list[Judgement]) -> None:
    assert {one.kind for one in judged} == {"counts", "money", "percentages", "quantities", "quotes", "roles"}
    assert sum(one.confidence is None for one in judged) < len(judged) / 50


def test_confident_facts_are_right_on_the_corpus(judged: list[Judgement]) -> None:
    sure = [one for one in judged if one.confidence is not None and one.confidence >= 0.9]
    assert len(sure) > 1000
    assert sum(one.right for one in sure) / len(sure) >= 0.9


def test_every_rule_of_the_corpus_that_is_seen_often_has_a_confidence(judged: list[Judgement]) -> None:
    known = confidence.reader()
    assert not [rule for (rule, _), (given, _) in tally(judged).items() if given >= LEAST and known.of(rule) is None]


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


BOUNDS = [((5, 5), 0.753), ((100, 98), 0.953), ((1000, 980), 0.973), ((10, 0), 0.0)]


@pytest.mark.parametrize(("count", "least"), BOUNDS)
def test_a_rule_claims_what_it_is_at_least(count: tuple[int, int], least: float) -> None:
    assert estimates({("count.a", PLAIN): count}) == {("count.a", PLAIN): least}


def test_what_was_seen_too_seldom_claims_nothing() -> None:
    counted = {("count.a", PLAIN): (4, 4), ("count.b", PLAIN): (0, 0)}
    assert set(estimates(counted).values()) == {None}
    assert format_rows(counted).splitlines()[-1] == "count.b\tplain\t0\t0\tnull"


def test_a_rare_trait_claims_what_its_rule_does() -> None:
    found = estimates({("count.a", PLAIN): (40, 40), ("count.a", NO_PREDICATE): (4, 0), ("count.a", "odd"): (10, 5)})
    assert found["count.a", NO_PREDICATE] == lower_bound(54, 45)
    assert found["count.a", "odd"] == lower_bound(10, 5)


def test_a_rule_without_a_row_for_a_trait_has_it_plain() -> None:
    known = Confidence({("count.a", PLAIN): 0.8, ("count.b", PLAIN): None})
    assert (known.of("count.a", NO_PREDICATE), known.of("count.b"), known.of("count.z")) == (0.8, None, None)


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


def test_the_picture_shows_a_line_a_kind_and_a_point_a_bin(tmp_path: Path) -> None:
    bins = calibrate([*BINNED, Judgement("money", "r", PLAIN, 0.7, True)])
    drawn = ElementTree.fromstring(picture(bins))
    assert len(drawn.findall("{*}polyline")) == len({one.kind for one in bins})
    assert drawn.findtext("{*}circle/{*}title") == "counts: claimed 0.900, right 1 of 1"
    gold, records, file = (tmp_path / name for name in ("gold.jsonl", "records.jsonl", "picture.svg"))
    gold.write_text(json.dumps({"id": "a"} | GOLD))
    records.write_text(json.dumps({"article_id": "a", "facts": [fact(0, "men")], "people": []}))
    result = CliRunner().invoke(main, ["evaluate", str(gold), str(records), "--picture", str(file)])
    assert result.exit_code == 0, result.output
    assert file.read_text().startswith("<svg")


BROKEN = ["", "rule\ttrait\n", "rule\ttrait\tgiven\tright\tconfidence\ncount.a\tplain\t5\t5\tsure\n"]


@pytest.mark.parametrize("content", BROKEN)
def test_a_malformed_table_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "rules.tsv").write_text(content)
    with pytest.raises(LexiconError, match=r"newsfacts calibrate|expected rule"):
        confidence.reader(tmp_path / "rules.tsv")


def test_a_users_table_says_how_sure_facts_are(tmp_path: Path) -> None:
    rows = [(f"count.{name}", PLAIN, "9", "9", value) for name, value in (("noun-phrase", "0.123"), ("zero", "null"))]
    lines = ["\t".join(row) for row in [confidence.COLUMNS, *rows]]
    (tmp_path / "rules.tsv").write_text("\n".join(lines) + "\n")
    facts = (
        load(options=Options(calibration=tmp_path / "rules.tsv"))
        .extract("Police arrested 12 men. No arrests were made.")
        .facts
    )
    assert [(one.text, one.confidence) for one in facts] == [("12 men", 0.123), ("No arrests", None)]
