"""The commands about gold as a user calls them: correct, gold, agree, evaluate with a page of errors."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from newsfacts.cli import main
from newsfacts.evaluation.beside import hash_of

TEXT = "Police held 5 men in Ayr. They let 6 women go."
GOLD = Path(__file__).parents[2] / "schemas" / "gold.schema.json"


def count(name: str, span: str, value: int) -> dict[str, Any]:
    start = TEXT.index(span)
    place = {"fact_id": name, "kind": "count", "text": span, "start_char": start, "end_char": start + len(span)}
    return place | {"comparator": "eq", "status": "asserted", "value": value, "noun": span[2:], "rule": "count.plain"}


RECORD: dict[str, Any] = {
    "article_id": "x",
    "text_sha256": hash_of(TEXT),
    "text_length": len(TEXT),
    "title": "Held",
    "people": [],
    "facts": [count("m", "5 men", 5), count("w", "6 women", 6)],
    "sections": [{"start_char": 0, "end_char": len(TEXT), "kind": "body", "heading": None}],
}
ABOUT = {"article_id": "x", "text_sha256": RECORD["text_sha256"]}
READ = ABOUT | {"action": "accept", "target": "article"}
EDIT = ABOUT | {"action": "edit", "target": "fact", "id": "m", "fields": {"event_type": "arrest"}}


def call(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("records.jsonl").write_text(json.dumps(RECORD))
    Path("my.articles.jsonl").write_text(json.dumps({"article_id": "x", "text": TEXT}))
    Path("corrections.jsonl").write_text("\n".join(map(json.dumps, (EDIT, READ, EDIT | {"article_id": "y"}))))


@pytest.mark.parametrize("command", [["correct"], ["gold", "from-corrections"]])
def test_corrections_become_gold(command: list[str]) -> None:
    done = call(
        *command, "records.jsonl", "corrections.jsonl", "-o", "my.gold.jsonl", "--articles", "my.articles.jsonl"
    )
    assert "newsfacts: gold of 1 article, 1 correction in it" in done.stderr
    assert "1 article has corrections and no mark that they were read to the end; they are left out: y" in done.stderr
    gold = json.loads(Path("my.gold.jsonl").read_text())
    assert [(one["span"], one["event_type"]) for one in gold["counts"]] == [("5 men", "arrest"), ("6 women", "")]
    jsonschema.validate(gold, json.loads(GOLD.read_text()))
    assert call("gold", "check", "my.gold.jsonl").stderr == "newsfacts: 1 article, 0 faults\n"
    assert call(*command, "records.jsonl", "corrections.jsonl").stdout == Path("my.gold.jsonl").read_text()


def test_a_text_that_has_changed_is_refused() -> None:
    Path("records.jsonl").write_text(json.dumps(RECORD | {"text_sha256": "0" * 64}))
    refused = call("correct", "records.jsonl", "corrections.jsonl", code=2)
    assert "the text has changed since it was read" in refused.stderr


def test_a_draft_is_the_record_as_gold_to_be_edited() -> None:
    done = call("gold", "init", "records.jsonl", "-o", "my.gold.jsonl")
    assert "drafts of 1 article; to be read before they are gold" in done.stderr
    call("gold", "check", "my.gold.jsonl")
    assert json.loads(call("gold", "init", "records.jsonl").stdout)["title"] == "Held"


def test_a_draft_may_be_a_folder_with_the_texts_beside_and_overwrites_nothing() -> None:
    folder = ["gold", "init", "records.jsonl", "--folder", "mine", "--articles", "my.articles.jsonl"]
    call(*folder)
    assert Path("mine/x/article.txt").read_text() == TEXT
    assert json.loads(Path("mine/x/gold.json").read_text())["id"] == "x"
    call("gold", "check", "mine")
    assert "gold that is there already" in call(*folder, code=2).stderr
    assert (
        "--folder and --articles go together" in call("gold", "init", "records.jsonl", "--folder", "b", code=2).stderr
    )


def test_every_fault_is_told_and_the_exit_code_tells() -> None:
    spans = [{"start": 0, "end": 5, "value": "5", "span": "5 men"}, {"start": 1, "end": 2, "value": "x"}]
    Path("my.gold.jsonl").write_text(json.dumps({"id": "x", "counts": spans}))
    done = call("gold", "check", "my.gold.jsonl", code=1)
    assert done.stdout.splitlines() == [
        'my.gold.jsonl:1: x: counts[1].value: \'x\'; expected a number ("1250", "12.5") or a range ("20-30")',
        "my.gold.jsonl:1: x: counts[0].span: '5 men'; the text has 'Polic' there; expected start 12, end 17",
    ]
    Path("alone.jsonl").write_text(json.dumps({"id": "x"}))
    assert "spans were not held against the texts" in call("gold", "check", "alone.jsonl").stderr


def test_the_schema_is_that_of_the_file() -> None:
    assert call("gold", "schema").stdout == GOLD.read_text()


@pytest.mark.parametrize(("tool", "file"), [("label-studio", "x.json"), ("docbin", "x.spacy")])
def test_gold_goes_to_a_tool_and_comes_back(tool: str, file: str) -> None:
    call("gold", "init", "records.jsonl", "-o", "my.gold.jsonl")
    call("gold", "export", "my.gold.jsonl", "--to", tool, "-o", file)
    call("gold", "import", file, "--from", tool, "-o", "back.jsonl")
    agreed = json.loads(call("agree", "my.gold.jsonl", "back.jsonl", "--json").stdout)
    assert (agreed["differences"], agreed["items"]["counts.full"]["f1"]) == ([], 1)
    assert "no articles beside" in call("gold", "export", "back.jsonl", "--to", tool, "-o", "y", code=2).stderr


def test_gold_and_records_are_compared() -> None:
    call("correct", "records.jsonl", "corrections.jsonl", "-o", "my.gold.jsonl")
    assert (
        "counts.found                    2      2      2  1.000"
        in call("agree", "my.gold.jsonl", "records.jsonl").stdout
    )
    listed = call("agree", "my.gold.jsonl", "records.jsonl", "--differences").stdout.splitlines()
    assert listed == ["x:", '  counts.event_type | 12-17 "5 men" | A: arrest | B: nothing']
    Path("other.jsonl").write_text(json.dumps({"id": "z"}))
    assert "expected the same article ids" in call("agree", "my.gold.jsonl", "other.jsonl", code=2).stderr


def test_errors_are_a_page_with_the_words_around_each() -> None:
    call("correct", "records.jsonl", "corrections.jsonl", "-o", "my.gold.jsonl")
    done = call("evaluate", "my.gold.jsonl", "records.jsonl", "--html", "errors.html", "--by", "kind")
    assert done.stderr == "newsfacts: 1 error in errors.html\n"
    page = Path("errors.html").read_text()
    assert "Police held <mark>5 men</mark> in Ayr." in page
    assert "<summary>counts: 1" in page


def test_a_draft_is_not_written_over_gold() -> None:
    call("gold", "init", "records.jsonl", "-o", "draft.gold.jsonl")
    Path("draft.gold.jsonl").write_text("edited")
    assert "is there already" in call("gold", "init", "records.jsonl", "-o", "draft.gold.jsonl", code=2).stderr
    assert Path("draft.gold.jsonl").read_text() == "edited"


def test_one_article_is_said_to_be_one() -> None:
    assert "drafts of 1 article;" in call("gold", "init", "records.jsonl", "-o", "one.gold.jsonl").stderr
    Path("one.jsonl").write_text("\n".join(map(json.dumps, (EDIT, READ))))
    assert "gold of 1 article, 1 correction in it" in call("correct", "records.jsonl", "one.jsonl").stderr
