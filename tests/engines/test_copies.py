"""Near-copies among articles: found in order, told of the first, the same on every run; records are filled."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsfacts.article import Article
from newsfacts.cli import main
from newsfacts.engines.copies import Copies, near_copies
from newsfacts.extract import Extractor
from newsfacts.record import to_json

pytest.importorskip("datasketch", reason="datasketch is not installed")

STORY = " ".join(
    f"Officers searched house number {number} in {street} Street and found {number} stolen bicycles under a blue sheet."
    for number, street in enumerate(("Mill", "Church", "Bridge", "Station", "Market", "Castle"), start=11)
)
OTHER = " ".join(f"Sentence {number} of the judge went to driver {number} for speeding twice." for number in range(20))
REPRINT = "OTHER HEADLINE\n\n" + STORY.replace("blue sheet", "blue tarpaulin", 1) + " Anyone with news may call us."

ORDERS = [
    ([("a", STORY), ("b", OTHER), ("c", REPRINT)], [("c", "a")]),
    ([("c", REPRINT), ("b", OTHER), ("a", STORY)], [("a", "c")]),
    ([("a", STORY), ("b", STORY.upper()), ("c", REPRINT)], [("b", "a"), ("c", "a")]),
    ([("a", STORY), ("b", OTHER)], []),
    ([("a", "Police."), ("b", "Police."), ("c", "Fire.")], [("b", "a")]),
]


@pytest.mark.parametrize(("articles", "copies"), ORDERS)
def test_a_copy_names_the_first_of_its_story(articles: list[tuple[str, str]], copies: list[tuple[str, str]]) -> None:
    found = near_copies(Article(article_id, text) for article_id, text in articles)
    assert [(copy.article_id, copy.copy_of) for copy in found] == copies


def test_similarity_is_what_the_texts_share() -> None:
    whole, half = STORY, STORY[: len(STORY) // 2]
    copies = Copies(0.3)
    assert copies.add("a", whole) is None
    found = copies.add("b", half)
    assert found is not None
    assert 0.4 < found.similarity < 0.6


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    lines = [json.dumps({"article_id": name, "text": text}) for name, text in (("a", STORY), ("b", REPRINT))]
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_the_command_writes_copies(articles: Path, tmp_path: Path) -> None:
    output = tmp_path / "copies.jsonl"
    done = CliRunner().invoke(main, ["copies", str(articles), "-o", str(output)])
    assert done.exit_code == 0
    assert "1 of 2 articles are near-copies" in done.output
    (copy,) = map(json.loads, output.read_text("utf-8").splitlines())
    assert (copy["article_id"], copy["copy_of"]) == ("b", "a")
    assert 0.7 <= copy["similarity"] < 1


def test_the_command_fills_records(articles: Path, tmp_path: Path, extractor: Extractor) -> None:
    records, output = tmp_path / "records.jsonl", tmp_path / "filled.jsonl"
    written = [to_json(extractor.extract(Article(name, text))) for name, text in (("a", STORY), ("b", REPRINT))]
    records.write_text("".join(f"{line}\n" for line in written), "utf-8")
    done = CliRunner().invoke(main, ["copies", str(articles), "--records", str(records), "-o", str(output)])
    assert done.exit_code == 0, done.output
    filled = output.read_text("utf-8").splitlines()
    assert [json.loads(line)["copy_of"] for line in filled] == [None, "a"]
    assert [line.replace('"copy_of":"a"', '"copy_of":null') for line in filled] == written


def test_what_is_no_record_is_told_with_its_line(articles: Path, tmp_path: Path) -> None:
    output = tmp_path / "filled.jsonl"
    done = CliRunner().invoke(main, ["copies", str(articles), "--records", str(articles), "-o", str(output)])
    assert done.exit_code == 2
    assert "articles.jsonl:1: no record" in done.output
    assert not output.exists()
