"""What corrections may say, read with clear errors: each fault says where, what is there, what would be right."""

import datetime
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from newsfacts.errors import EvaluationError
from newsfacts.evaluation.corrections import (
    Correction,
    Target,
    fields_of,
    needed,
    of_articles,
    read_corrections,
    to_line,
)
from newsfacts.record import Kind

SHA = "a" * 64
NAMED: dict[str, Any] = {"article_id": "x", "text_sha256": SHA}
ACCEPT = NAMED | {"action": "accept", "target": "fact", "id": "f"}
EDIT = ACCEPT | {"action": "edit"}
ADD = NAMED | {"action": "add", "target": "fact", "start_char": 0, "end_char": 5}
COUNT = {"kind": "count", "value": "12", "comparator": "eq", "noun": "men"}


def written(folder: Path, *corrections: object) -> Path:
    path = folder / "corrections.jsonl"
    path.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in corrections), "utf-8")
    return path


SOUND: list[dict[str, Any]] = [
    ACCEPT,
    ACCEPT | {"action": "reject", "note": "a hotline"},
    NAMED | {"action": "accept", "target": "article"},
    EDIT | {"fields": {"event_type": "arrest", "agent": None}},
    EDIT | {"start_char": 3, "end_char": 9},
    ACCEPT | {"target": "person", "id": "p0", "action": "edit", "fields": {"part": "victim", "titles": ["PC"]}},
    ACCEPT | {"target": "event", "id": "e0", "action": "edit", "fields": {"place": "Ayr", "fact_ids": ["f"]}},
    ADD | {"fields": COUNT, "id": "new1"},
    ADD | {"fields": COUNT | {"value": None, "comparator": "range", "min_value": "2", "max_value": 3}},
    ADD | {"fields": {"kind": "quote", "speaker": None}},
    ADD | {"target": "event", "fields": {"event_type": "arrest", "time_start": "2024-03-08"}},
    NAMED | {"action": "add", "target": "person", "fields": {"name": "Ann Pellow", "part": "police"}},
]


@pytest.mark.parametrize("given", SOUND)
def test_a_sound_correction_is_read_and_written_as_it_was(given: dict[str, Any], tmp_path: Path) -> None:
    (read,) = read_corrections(written(tmp_path, given))
    assert read_corrections(written(tmp_path, to_line(read))) == [read]


FAULTS: list[tuple[object, str]] = [
    ("{", "not JSON"),
    ("[]", "Input should be a valid dictionary"),
    (ACCEPT | {"action": "approve"}, "action: Input should be 'accept', 'reject', 'edit' or 'add'"),
    (ACCEPT | {"reader": "me"}, "reader: Extra inputs are not permitted"),
    (ACCEPT | {"text_sha256": "5"}, "text_sha256: String should match pattern"),
    (ACCEPT | {"id": None}, "id: missing; expected the fact_id of what is meant"),
    (ACCEPT | {"fields": {"agent": "x"}}, "accept with a span or fields; expected neither, or the action edit"),
    (ACCEPT | {"target": "article"}, "an article is only accepted, and is named by its article_id alone"),
    (EDIT, "edit without a span and fields; expected what should be another"),
    (EDIT | {"start_char": 5, "end_char": 5}, "start_char 5, end_char 5; expected start_char < end_char"),
    (EDIT | {"start_char": 5}, "start_char 5, end_char None; expected start_char < end_char"),
    (EDIT | {"fields": {"kind": "money"}}, "fields.kind: a fact keeps its kind"),
    (EDIT | {"fields": {"colour": "red"}}, "fields.colour: no field of a fact; expected agent, "),
    (EDIT | {"fields": {"confidence": 1}}, "fields.confidence: no field of a fact"),
    (EDIT | {"fields": {"status": "sure"}}, "fields.status: 'sure'; Input should be 'asserted', 'claimed'"),
    (EDIT | {"fields": {"value": "many"}}, "fields.value: 'many'; Input should be a valid decimal"),
    (EDIT | {"fields": {"time_start": "Friday"}}, "fields.time_start: 'Friday'; Input should be a valid date"),
    (ADD | {"fields": {}}, "fields.kind: missing; expected it for a new fact"),
    (ADD | {"fields": {"kind": "sum"}}, "fields.kind: 'sum'; expected count, money, percentage, quantity, quote"),
    (ADD | {"fields": COUNT | {"currency": "GBP"}}, "fields.currency: no field of a count"),
    (ADD | {"fields": COUNT | {"noun": ""}}, "fields.noun: missing; expected it for a new count"),
    (ADD | {"fields": COUNT | {"value": None}}, "fields.value: missing; expected a number"),
    (ADD | {"fields": COUNT | {"comparator": "range"}}, "fields.min_value: missing; expected a number"),
    (ADD | {"fields": COUNT, "start_char": None, "end_char": None}, "start_char: missing; expected where the new fact"),
    (ADD | {"target": "person", "fields": {"name": "Ann"}}, "fields.part: missing; expected it for a new person"),
]


@pytest.mark.parametrize(("given", "fault"), FAULTS)
def test_a_fault_says_where_what_and_what_would_be_right(given: object, fault: str, tmp_path: Path) -> None:
    path = written(tmp_path, ACCEPT, "", given)
    with pytest.raises(EvaluationError) as raised:
        read_corrections(path)
    assert str(raised.value).startswith(f"{path}:3: {fault}")


def test_a_file_that_is_not_there_or_no_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "latin.jsonl").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.jsonl", tmp_path / "latin.jsonl"):
        with pytest.raises(EvaluationError, match="expected JSON lines in UTF-8"):
            read_corrections(path)


def test_of_two_corrections_of_one_thing_the_later_counts(tmp_path: Path) -> None:
    later = ACCEPT | {"action": "reject"}
    other, added = ACCEPT | {"id": "g"}, ADD | {"fields": COUNT}
    read = read_corrections(written(tmp_path, ACCEPT, other, added, added, later))
    assert [(one.id, one.action.value) for one in read] == [
        ("g", "accept"),
        (None, "add"),
        (None, "add"),
        ("f", "reject"),
    ]
    assert [len(ones) for ones in of_articles(read).values()] == [4]


def test_values_are_those_of_the_record(tmp_path: Path) -> None:
    fields = {"value": "7.50", "min_value": 0.1, "time_start": "2024-03-08"}
    (read,) = read_corrections(written(tmp_path, EDIT | {"fields": fields}))
    assert read.fields == {
        "value": Decimal("7.5"),
        "min_value": Decimal("0.1"),
        "time_start": datetime.date(2024, 3, 8),
    }


def test_an_edit_takes_what_any_kind_takes(tmp_path: Path) -> None:
    for unit in ("kilogram", "percentage_point"):
        (read,) = read_corrections(written(tmp_path, EDIT | {"fields": {"unit": unit}}))
        assert read.fields == {"unit": unit}


@pytest.mark.parametrize("kind", Kind)
def test_what_follows_from_others_is_nobodys_to_correct(kind: Kind) -> None:
    fields = fields_of(Target.FACT, kind)
    assert not {"text", "fact_id", "rule", "confidence", "place_confidence", "sentence_start"} & set(fields)
    assert {"event_id", "status", "time_text", "place"} <= set(fields)


def test_what_is_new_needs_what_cannot_be_null() -> None:
    told = {kind.value: needed(Target.FACT, kind) for kind in Kind}
    assert told == {
        "count": ("kind", "comparator", "noun"),
        "money": ("kind", "comparator", "currency", "money_role"),
        "percentage": ("kind", "comparator", "direction", "unit"),
        "quantity": ("kind", "comparator", "unit"),
        "quote": ("kind",),
    }


def test_a_correction_made_in_python_is_checked_too() -> None:
    with pytest.raises(ValueError, match="id: missing"):
        Correction(article_id="x", text_sha256=SHA, action="accept", target="fact")  # type: ignore[arg-type]
