"""Checking gold: every fault with file, line, article, field, what stands there and what would be right."""

import json
from pathlib import Path
from typing import Any

import pytest

from newsfacts.errors import EvaluationError
from newsfacts.evaluation.checking import check_gold

TEXT = "Police held 5 men in Ayr. Later 5 men left."
MEN: dict[str, Any] = {"span": "5 men", "start": 12, "end": 17, "value": "5", "key": "a"}
LATER: dict[str, Any] = MEN | {"start": 32, "end": 37, "key": "b"}
HASH = "0" * 64


def check(folder: Path, *golds: object, text: str | None = TEXT) -> list[str]:
    """Check lines of gold and give the faults without the file's path."""
    gold = folder / "my.gold.jsonl"
    gold.write_text("\n".join(one if isinstance(one, str) else json.dumps({"id": "x"} | one) for one in golds))  # type: ignore[operator]
    if text is not None:
        (folder / "my.articles.jsonl").write_text(json.dumps({"article_id": "x", "text": text}))
    return [str(fault).removeprefix(f"{folder}/") for fault in check_gold(gold).faults]


SOUND: list[dict[str, Any]] = [
    {"counts": [MEN, LATER], "relations": [{"type": "repeats", "of": "b", "to": "a"}]},
    {"counts": [MEN], "money": [MEN | {"key": "c"}]},
    {"counts": [{"start": 12, "end": 17, "value": "5"}]},
    {"people": [{"name": "Zhang", "age": "71"}, {"name": "Zhang", "age": "68"}]},
    {"section_kinds": [{"start": 0, "end": len(TEXT), "kind": "body"}]},
]


@pytest.mark.parametrize("gold", SOUND)
def test_what_is_sound_has_no_fault(gold: dict[str, Any], tmp_path: Path) -> None:
    assert check(tmp_path, gold) == []


FAULTS: list[tuple[dict[str, Any], str]] = [
    ({"counts": [MEN | {"noum": "men"}]}, "counts[0].noum: no such key; expected noun"),
    ({"counts": [MEN | {"event_type": "arest"}]}, "counts[0].event_type: 'arest'; expected case_filed, case_solved, "),
    (
        {"counts": [MEN | {"time_start": "2024-02-30"}]},
        "counts[0].time_start: '2024-02-30'; expected a day (2024-05-31)",
    ),
    ({"money": [MEN | {"currency": "pounds"}]}, "money[0].currency: 'pounds'; expected a currency as ISO 4217 has it"),
    (
        {"counts": [MEN | {"start": 11, "end": 16}]},
        "counts[0].span: '5 men'; the text has ' 5 me' there; expected start 12, end 17",
    ),
    (
        {"counts": [MEN | {"start": 30, "end": 35}]},
        "counts[0].span: '5 men'; the text has 'r 5 m' there; expected start 32, end 37",
    ),
    (
        {"counts": [MEN | {"span": "6 men"}]},
        "counts[0].span: '6 men'; the text has '5 men' there; expected words of the text",
    ),
    ({"counts": [MEN | {"end": 99}]}, "counts[0].end: 99; expected at most 43, the length of the text"),
    ({"counts": [MEN, MEN | {"key": "b"}]}, "counts[1]: the same again, as in counts[0]; expected it once"),
    ({"people": [{"name": "Zhang"}] * 2}, "people[1]: the same again, as in people[0]; expected it once"),
    ({"counts": [MEN, LATER | {"key": "a"}]}, "counts[1]: key 'a' again, as in counts[0]; expected it once"),
    (
        {"counts": [MEN], "relations": [{"type": "repeats", "of": "z", "to": "a"}]},
        "relations[0].of: 'z', which no item has; expected the key of an item",
    ),
    (
        {"counts": [MEN], "relations": [{"type": "repeats", "of": "a", "to": "a"}]},
        "relations[0]: 'a' tied to itself; expected two items",
    ),
    (
        {"section_kinds": [{"start": 0, "end": 40, "kind": "body"}]},
        "section_kinds[0].end: 40; expected 43, the end of the text",
    ),
    ({"text_sha256": HASH}, "text_sha256: 000000000000…; the article's is "),
    ({"id": "y"}, "id: 'y', which no article has; expected one of 'x'"),
]


@pytest.mark.parametrize(("gold", "fault"), FAULTS)
def test_a_fault_is_told_once_with_all_that_helps(gold: dict[str, Any], fault: str, tmp_path: Path) -> None:
    (told,) = check(tmp_path, gold)
    assert told.startswith(f"my.gold.jsonl:1: {gold.get('id', 'x')}: {fault}")


def test_a_broken_line_does_not_hide_those_behind_it(tmp_path: Path) -> None:
    told = check(tmp_path, "{", "[]", {"counts": [MEN | {"end": 99}]}, {})
    assert [line.split("; ")[0].split(" (")[0] for line in told] == [
        "my.gold.jsonl:1: not JSON",
        "my.gold.jsonl:2: no 'id'",
        "my.gold.jsonl:3: x: counts[0].end: 99",
        f"my.gold.jsonl:4: x: id: 'x' again, as in {tmp_path}/my.gold.jsonl:3",
    ]


def test_without_articles_spans_are_not_held_against_anything(tmp_path: Path) -> None:
    assert check(tmp_path, {"counts": [MEN | {"start": 30, "end": 35}]}, text=None) == []
    assert not check_gold(tmp_path / "my.gold.jsonl").with_text


def test_a_folder_has_its_articles_and_the_names_of_its_gold(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "article.txt").write_text(TEXT)
        (tmp_path / name / "gold.json").write_text(json.dumps({"id": "a", "counts": [MEN]}))
    found = check_gold(tmp_path)
    assert (found.articles, found.with_text) == (2, True)
    (fault,) = found.faults
    assert fault.message == "id: 'a'; expected 'b', the name of its folder"


def test_the_corpus_has_no_fault() -> None:
    assert check_gold(Path(__file__).parents[2] / "corpus" / "articles").faults == ()


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="cannot be read"):
        check_gold(tmp_path / "none.jsonl")
