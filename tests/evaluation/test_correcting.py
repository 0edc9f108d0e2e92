"""Corrections to gold: what a mark means, what each action does, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from newsfacts.article import Article
from newsfacts.errors import EvaluationError
from newsfacts.evaluation.beside import hash_of
from newsfacts.evaluation.correcting import correct, correct_files
from newsfacts.evaluation.corrections import Correction
from newsfacts.evaluation.gold import faults

TEXT = "PC Moira Tench held 5 men in Ayr, 6 women in Troon and 7 dogs."
SHA = hash_of(TEXT)


def fact(name: str, text: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(text)
    place = {"fact_id": name, "text": text, "start_char": start, "end_char": start + len(text), "event_id": "e0"}
    return (
        place | {"kind": "count", "comparator": "eq", "status": "asserted", "predicate": "hold", "agent": "PC"} | fields
    )


RECORD: dict[str, Any] = {
    "article_id": "x",
    "text_sha256": SHA,
    "text_length": len(TEXT),
    "title": None,
    "published": "2024-05-01",
    "people": [
        {"person_id": "p0", "name": "Moira Tench", "aliases": [], "part": "witness", "age": None}
        | {"roles": [{"title": "PC", "organisation": "Ayr CID"}]},
        {"person_id": "p1", "name": "Troon", "aliases": [], "part": "other", "age": None, "roles": []},
    ],
    "events": [{"event_id": "e0"}],
    "facts": [
        fact("m", "5 men", value=5, noun="men"),
        fact("w", "6 women", value=6, noun="women", subset_of="m"),
        fact("d", "7 dogs", value=7, noun="dogs", subset_of="m"),
    ],
    "sections": [{"start_char": 0, "end_char": len(TEXT), "kind": "body", "heading": None}],
}

READ = {"action": "accept", "target": "article"}


def gold_of(*given: dict[str, Any], articles: bool = True) -> dict[str, Any]:
    made = correct({"x": RECORD}, [one(**given) for given in given], {"x": Article("x", TEXT)} if articles else None)
    (gold,) = made.gold
    assert list(faults(gold)) == []
    return gold


def one(**given: Any) -> Correction:
    return Correction(**({"article_id": "x", "text_sha256": SHA} | given))


def edit(name: str, /, **fields: Any) -> dict[str, Any]:
    return {"action": "edit", "target": "person" if name[0] == "p" else "fact", "id": name, "fields": fields}


def test_what_nobody_corrected_in_an_article_that_was_read_is_right() -> None:
    gold = gold_of(READ)
    assert [item["span"] for item in gold["counts"]] == ["5 men", "6 women", "7 dogs"]
    assert gold["counts"][0] == {
        "span": "5 men",
        "start": 20,
        "end": 25,
        "value": "5",
        "comparator": "eq",
        "noun": "men",
        "action": "hold",
        "agent": "PC",
        "event_type": "",
        "status": "asserted",
        **dict.fromkeys(("attribution", "time_text", "time_start", "time_end", "place"), ""),
        "event": "e0",
        "key": "m",
    }
    assert gold["people"][0]["titles"] == ["PC"]
    assert (gold["published"], gold["text_sha256"]) == ("2024-05-01", SHA)
    assert len(gold["relations"]) == 2


def test_an_article_that_was_not_read_to_its_end_is_no_gold() -> None:
    made = correct({"x": RECORD}, [one(**edit("m", noun="people"))])
    assert (made.gold, made.left_out) == ((), ("x",))


def test_an_edit_changes_what_it_names_and_nothing_else() -> None:
    gold = gold_of(READ, edit("m", event_type="arrest", value="50", time_start="2024-04-30"), edit("p0", part="police"))
    changed, before = gold["counts"][0], gold_of(READ)["counts"][0]
    told = {"event_type": "arrest", "value": "50", "time_start": "2024-04-30"}
    assert changed == before | told
    assert gold["people"][0] == gold_of(READ)["people"][0] | {"part": "police"}


PEOPLE: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"name": "M Tench", "aliases": ["Moira Tench"]}, {"name": "M Tench", "aliases": ["Moira Tench"]}),
    ({"titles": ["constable"]}, {"titles": ["constable"], "organisations": ["Ayr CID"]}),
    ({"organisations": []}, {"titles": ["PC"], "organisations": []}),
    ({"age": 41}, {"age": "41"}),
]


@pytest.mark.parametrize(("fields", "expected"), PEOPLE)
def test_people_are_corrected_in_golds_fields(fields: dict[str, Any], expected: dict[str, Any]) -> None:
    person = gold_of(READ, edit("p0", **fields))["people"][0]
    assert {name: person[name] for name in expected} == expected


def test_what_is_rejected_is_gone_with_its_ties_and_left_as_a_trap() -> None:
    reject = {"action": "reject", "target": "fact"}
    gold = gold_of(READ, reject | {"id": "m", "note": "a street"}, {"action": "reject", "target": "person", "id": "p1"})
    assert [item["key"] for item in gold["counts"]] == ["w", "d"]
    assert gold["relations"] == []
    assert gold["not_facts"] == [{"span": "5 men", "start": 20, "end": 25, "why": "a street"}]
    assert (gold["not_people"], [person["name"] for person in gold["people"]]) == (["Troon"], ["Moira Tench"])


def test_a_fact_of_another_kind_on_the_same_words_is_no_trap() -> None:
    new = {"kind": "quantity", "value": "5", "comparator": "eq", "unit": "metre"}
    add = {"action": "add", "target": "fact", "fields": new, "start_char": 20, "end_char": 25}
    gold = gold_of(READ, {"action": "reject", "target": "fact", "id": "m"}, add)
    assert (gold["not_facts"], gold["quantities"][0]["unit"]) == ([], "metre")


def test_what_is_added_stands_in_its_place_and_may_name_what_is_new() -> None:
    start = TEXT.index("Ayr")
    event = {"action": "add", "target": "event", "id": "e9", "fields": {"event_type": "arrest"}}
    count = {
        "kind": "count",
        "value": "1",
        "comparator": "eq",
        "noun": "town",
        "event_id": "e9",
        "agent_person_id": "n",
    }
    person = {"action": "add", "target": "person", "id": "n", "fields": {"name": "Ayr", "part": "other"}}
    place = {"start_char": start, "end_char": start + 3}
    gold = gold_of({"action": "add", "target": "fact", "id": "c", "fields": count} | place, event | place, person, READ)
    assert [item["span"] for item in gold["counts"]] == ["5 men", "Ayr", "6 women", "7 dogs"]
    added = gold["counts"][1]
    assert (added["value"], added["event"], added["key"], added["agent"]) == ("1", "e9", "c", "Ayr")
    assert gold["people"][-1]["name"] == "Ayr"


def test_a_field_that_several_kinds_have_takes_what_its_own_kind_takes() -> None:
    weight = {"kind": "quantity", "unit": "kilogram", "substance": None, "value": 5}
    record = RECORD | {"facts": [fact("m", "5 men") | weight]}
    (gold,) = correct({"x": record}, [one(**READ), one(**edit("m", unit="tonne"))]).gold
    assert gold["quantities"][0]["unit"] == "tonne"
    share = RECORD | {"facts": [fact("m", "5 men") | {"kind": "percentage", "unit": "percent", "direction": "rate"}]}
    with pytest.raises(EvaluationError, match=r"x: fact 'm': fields.unit: 'tonne'; Input should be 'percent'"):
        correct({"x": share}, [one(**READ), one(**edit("m", unit="tonne"))])


def test_ranges_are_written_as_gold_has_them() -> None:
    fields = {"comparator": "range", "value": None, "min_value": "5", "max_value": "7.5"}
    assert gold_of(READ, edit("m", **fields))["counts"][0]["value"] == "5-7.5"


def test_nothing_that_is_added_without_a_name_takes_the_place_of_another() -> None:
    places = [TEXT.index(span) for span in ("Ayr", "Troon", "Tench")]
    fields = {"kind": "count", "value": "1", "comparator": "eq", "noun": "town"}
    added = [
        {"action": "add", "target": "fact", "fields": fields, "start_char": one, "end_char": one + 3} for one in places
    ]
    reject = {"action": "reject", "target": "fact", "id": "m"}
    gold = gold_of(READ, added[0], added[1], reject, added[2])
    assert [item["span"] for item in gold["counts"]] == ["Ten", "Ayr", "6 women", "Tro", "7 dogs"]


def test_a_span_that_moves_takes_its_words_from_the_article() -> None:
    moved = edit("m") | {"start_char": 15, "end_char": 25}
    assert gold_of(READ, moved)["counts"][0]["span"] == TEXT[15:25]
    assert gold_of(READ, moved, articles=False)["counts"][0]["span"] == ""


def test_the_facts_of_an_event_that_is_no_event_have_none() -> None:
    gold = gold_of(READ, {"action": "reject", "target": "event", "id": "e0"})
    assert {item["event"] for item in gold["counts"]} == {""}


REFUSED: list[tuple[list[dict[str, Any]], str]] = [
    ([READ | {"text_sha256": "0" * 64}], "x: text_sha256 000000000000… in a correction, .* the text has changed since"),
    ([READ | {"article_id": "y"}], "y: corrections without a record; expected the records that were corrected"),
    ([READ, edit("m", unit="kilogram")], "x: fact 'm': fields.unit: no field of a count; expected .*agent"),
    ([READ, edit("z", noun="x")], "x: fact 'z' is edited, which the record does not have"),
    (
        [READ, edit("m") | {"start_char": 5, "end_char": 99}],
        "x: end_char 99; expected at most 62, the length of the text",
    ),
]


@pytest.mark.parametrize(("given", "message"), REFUSED)
def test_what_does_not_fit_the_records_is_refused(given: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(EvaluationError, match=message):
        correct({"x": RECORD}, [one(**each) for each in given])


@pytest.mark.parametrize(
    ("articles", "message"),
    [
        ({}, "x: no such article"),
        ({"x": Article("x", TEXT + " ")}, "x: text_sha256 .* of the article: the text has changed"),
    ],
)
def test_articles_that_are_not_those_of_the_records_are_refused(articles: dict[str, Article], message: str) -> None:
    with pytest.raises(EvaluationError, match=message):
        correct({"x": RECORD}, [one(**READ)], articles)


def test_files_of_which_nothing_was_read_to_the_end_say_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_text(json.dumps(RECORD))
    line = {"article_id": "x", "text_sha256": SHA} | edit("m", noun="x")
    (tmp_path / "corrections.jsonl").write_text(json.dumps(line))
    with pytest.raises(
        EvaluationError, match=r"corrections.jsonl: 1 correction, and no article is marked as read to the end"
    ):
        correct_files(tmp_path / "records.jsonl", tmp_path / "corrections.jsonl")
