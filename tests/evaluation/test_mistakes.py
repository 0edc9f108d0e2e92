"""The list of mistakes: each miss, each extra, each wrong field once, as many as the scores count."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from newsfacts.cli import main
from newsfacts.errors import EvaluationError
from newsfacts.evaluation.evaluate import evaluate
from newsfacts.evaluation.mistakes import GROUPS, What, chosen, format_mistakes, mistakes
from newsfacts.record import Record, to_json

GOLD: dict[str, Any] = {
    "id": "one/article.txt",
    "people": [
        {"name": "Moira Tench", "aliases": [], "titles": ["Inspector"], "organisations": ["Ayr CID"], "part": "police"},
        {"name": "Jory Bolitho", "aliases": [], "titles": [], "organisations": [], "part": "suspect"},
        {"name": "Ann Pellow", "part": "victim", "optional": True},
    ],
    "counts": [
        {"span": "5 men", "start": 0, "end": 5, "value": "5", "noun": "men", "action": "arrest", "key": "c1"}
        | {"action_alt": ["hold"], "status": "asserted", "event_type": "arrest"},
        {"span": "6 women", "start": 10, "end": 17, "value": "6", "noun": "women", "key": "c2"},
        {"span": "over 7 cars", "start": 20, "end": 31, "value": "7", "comparator": "gt", "noun": "cars"},
    ],
    "relations": [{"type": "subset_of", "of": "c1", "to": "c2"}],
    "optional_counts": [{"start": 80, "end": 90}],
    "section_kinds": [{"start": 0, "end": 60, "kind": "body"}, {"start": 60, "end": 90, "kind": "furniture"}],
}


def count(start: int, end: int, text: str, **fields: Any) -> dict[str, Any]:
    return {"fact_id": f"f{start}", "kind": "count", "rule": "count.plain", "start_char": start, "end_char": end} | (
        {"text": text, "comparator": "eq", "status": "asserted"} | fields
    )


RECORD: dict[str, Any] = {
    "article_id": "one/article.txt",
    "source": "https://herald.example/news/1",
    "people": [
        {"name": "Moira Tench", "part": "witness", "mentions": [{"start_char": 40, "end_char": 51}]}
        | {"roles": [{"title": "Sergeant", "organisation": "Ayr CID", "rule": "role.before"}]},
        {"name": "Pellow Street", "part": "other", "mentions": [{"start_char": 52, "end_char": 58}]},
        {"name": "Ann Pellow", "part": "other"},
    ],
    "facts": [
        count(0, 5, "5 men", value=5, noun="men", predicate="charge", event_type="arrest"),
        count(20, 31, "over 7 cars", value=7, noun="cars", rule="count.bound"),
        count(50, 56, "8 dogs", value=8, noun="dogs"),
        count(82, 85, "9 x", value=9, noun="x"),
    ],
    "sections": [
        {"start_char": 0, "end_char": 70, "kind": "body"},
        {"start_char": 70, "end_char": 90, "kind": "furniture"},
    ],
}

EXPECTED = """\
people.part | one/article.txt | WRONG | 40-51 "Moira Tench" | gold: police | found: witness | role.before
people.titles | one/article.txt | WRONG | 40-51 "Moira Tench" | gold: Inspector | found: Sergeant | role.before
people.found | one/article.txt | MISSED | "Jory Bolitho" | gold: Jory Bolitho, suspect | found: nothing
people.found | one/article.txt | EXTRA | 52-58 "Pellow Street" | gold: nothing | found: Pellow Street, other
counts.action | one/article.txt | WRONG | 0-5 "5 men" | gold: arrest or hold | found: charge | count.plain
counts.found | one/article.txt | MISSED | 10-17 "6 women" | gold: 6 women | found: nothing
counts.comparator | one/article.txt | WRONG | 20-31 "over 7 cars" | gold: gt | found: eq | count.bound
counts.found | one/article.txt | EXTRA | 50-56 "8 dogs" | gold: nothing | found: 8 dogs | count.plain
relations.subset_of | one/article.txt | MISSED | 0-5 "5 men" | gold: 5 men → 6 women | found: nothing
sections.kind | one/article.txt | WRONG | 60-70 | gold: furniture | found: body"""


def listed(asked: str = "all") -> list[str]:
    found = mistakes({GOLD["id"]: GOLD}, {GOLD["id"]: RECORD})
    return format_mistakes(chosen(found, asked), None).splitlines()


def test_each_mistake_has_a_line_with_article_span_gold_and_found() -> None:
    assert listed() == EXPECTED.splitlines()


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("counts", {"counts.action", "counts.found", "counts.comparator"}),
        ("counts.found", {"counts.found"}),
        ("people.titles", {"people.titles"}),
        ("fact.comparator", {"counts.comparator"}),
        ("relations", {"relations.subset_of"}),
        ("sections", {"sections.kind"}),
    ],
)
def test_those_asked_for_are_chosen(asked: str, names: set[str]) -> None:
    assert {line.split(" | ")[0] for line in listed(asked)} == names


def test_a_kind_that_nobody_knows_is_refused_with_the_nearest() -> None:
    with pytest.raises(
        EvaluationError, match=r"--errors count: no such kind; expected all, people, .*; is counts meant"
    ):
        chosen([], "count")


GROUPED = {
    "rule": ["(no rule: nothing was found)", "count.plain", "role.before", "count.bound"],
    "kind": ["counts", "people", "relations", "sections"],
    "source": ["herald.example"],
    "field": ["counts.found", "people.found", "counts.action"],
}


@pytest.mark.parametrize(("by", "names"), GROUPED.items())
def test_groups_come_the_largest_first(by: str, names: list[str]) -> None:
    found = list(mistakes({GOLD["id"]: GOLD}, {GOLD["id"]: RECORD}))
    lines = format_mistakes(found, by).splitlines()
    heads = [line for line in lines if not line.startswith("  ")]
    assert {head.split(": ")[0] if by != "rule" else head.rsplit(": ", 1)[0] for head in heads} >= set(names)
    sizes = [int(head.rsplit(" (", 1)[0].rsplit(": ", 1)[1]) for head in heads]
    assert sizes == sorted(sizes, reverse=True)
    assert sum(sizes) == len(found) == len(lines) - len(heads)


def test_an_article_without_a_record_has_missed_everything() -> None:
    found = list(mistakes({GOLD["id"]: GOLD}, {}))
    assert {one.what for one in found if one.kind != "sections"} == {What.MISSED}
    assert {one.source for one in found} == {"one"}


def test_there_are_as_many_as_the_scores_count(
    corpus_gold: dict[str, dict[str, Any]], corpus_records: dict[str, Record]
) -> None:
    records = {article_id: json.loads(to_json(record)) for article_id, record in corpus_records.items()}
    report, found = evaluate(corpus_gold, records), list(mistakes(corpus_gold, records))
    for name, score in report.scores.items():
        kind, level = name.split(".")
        if level == "found":
            those = [one for one in found if one.kind == kind and one.field == "found"]
            assert sum(one.what is What.MISSED for one in those) == score.wanted - score.right, name
            assert sum(one.what is What.EXTRA for one in those) == score.given - score.right, name
    for name, score in report.attributes.items():
        if not name.startswith(("fact.", "event.")):  # these sum up what is listed under each fact
            assert sum(one.name == name for one in found) == score.wanted - score.right, name


def test_the_command_lists_groups_and_writes_json(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD))
    (tmp_path / "records.jsonl").write_text(json.dumps(RECORD))
    files = ["evaluate", str(tmp_path / "gold.jsonl"), str(tmp_path / "records.jsonl")]

    def call(*options: str) -> str:
        result = CliRunner().invoke(main, [*files, *options])
        assert result.exit_code == 0, result.output
        return result.stdout

    assert call("--errors").splitlines() == EXPECTED.splitlines()
    assert call("--errors", "sections") == EXPECTED.splitlines()[-1] + "\n"
    assert call("--by", "source").startswith("herald.example: 10 (3 missed, 2 extra, 5 wrong)\n  people.part | ")
    assert [one["field"] for one in json.loads(call("--errors", "counts", "--json"))] == [
        line.split(" | ")[0].removeprefix("counts.") for line in EXPECTED.splitlines() if line.startswith("counts")
    ]
    assert "n/a" in call()
    assert set(GROUPS) == {"rule", "kind", "source", "field"}
    wrong = CliRunner().invoke(main, [*files, "--errors", "coutns"])
    assert (wrong.exit_code, "is counts meant?" in wrong.stderr) == (2, True)
    both = CliRunner().invoke(main, [*files, "--errors", "all", "--calibration"])
    assert (both.exit_code, "expected one of them" in both.stderr) == (2, True)
