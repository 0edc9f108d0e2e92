"""Events as rows against what gold's facts say of them, by hand."""

from typing import Any

from newsfacts.evaluation.evaluate import evaluate, format_table
from newsfacts.evaluation.event_rows import event_rows


def fact(start: int, event: str) -> dict[str, Any]:
    return {
        "kind": "count", "fact_id": f"f{start}", "start_char": start, "end_char": start + 5, "comparator": "eq",
        "value": 5, "event_id": event,
    }  # fmt: skip


def item(start: int, event: str, **fields: Any) -> dict[str, Any]:
    return {
        "start": start,
        "end": start + 5,
        "value": "5",
        "noun": "men",
        "event": event,
        "status": "asserted",
    } | fields


def row(event_id: str, **fields: Any) -> dict[str, Any]:
    known = {"event_type": "arrest", "status": "asserted", "time_start": None, "time_end": None, "place": None}
    return {"event_id": event_id} | known | fields


GOLD = {
    "counts": [
        item(0, "e1", event_type="arrest", place="Ayr", time_start="2024-05-01", time_end="2024-05-01"),
        item(10, "e1", event_type="arrest", place="Ayr town", place_alt=["Ayr"]),
        item(20, "e2", event_type="death"),
    ]
}


def test_rows_meet_where_half_of_their_facts_do() -> None:
    record = {
        "facts": [fact(0, "e0"), fact(10, "e0"), fact(20, "e0")],
        "events": [row("e0", place="Ayr", time_start="2024-05-01", time_end="2024-05-01")],
    }
    rows = event_rows(GOLD, record)
    assert (rows.wanted, rows.given, rows.met) == (2, 1, 1)
    assert dict(rows.agreed) == {"event_type": True, "status": True, "time": True, "place": True}


def test_a_row_is_wrong_by_each_attribute_alone() -> None:
    record = {
        "facts": [fact(0, "e0"), fact(10, "e0"), fact(20, "e1")],
        "events": [row("e0", place="Oban"), row("e1", event_type="injury", status="claimed")],
    }
    rows = event_rows(GOLD, record)
    assert (rows.wanted, rows.given, rows.met) == (2, 2, 2)
    assert rows.agreed == (
        ("event_type", True), ("status", True), ("time", False), ("place", False),
        ("event_type", False), ("status", False),
    )  # fmt: skip


def test_facts_in_pieces_meet_no_row() -> None:
    record = {"facts": [fact(0, "e0"), fact(10, "e1"), fact(20, "e2")], "events": []}
    many = {"counts": [item(start, "e1") for start in (0, 10, 20)]}
    assert event_rows(many, record).met == 0
    assert event_rows({"counts": []}, record).wanted == 0


def test_the_report_shows_rows() -> None:
    report = evaluate({"a": GOLD}, {"a": {"facts": [fact(0, "e0"), fact(10, "e0")], "events": [row("e0")]}})
    assert "events.rows" in format_table(report)
    assert "event.place" in format_table(report)
