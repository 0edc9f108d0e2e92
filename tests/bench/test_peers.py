"""Scores on the peers' tests: the suite as it is beside what is in scope, and a reason for every item left out."""

from typing import Any

import pytest
from peers import REASONS, _rows, page, score


def _case(text: str, *expect: dict[str, Any]) -> dict[str, Any]:
    blank = {"low": None, "high": None, "currency": None, "unit": None, "start": None, "end": None, "surface": None}
    return {"id": "c", "source": "suite", "text": text, "expect": [{**blank, **item} for item in expect]}


def _fact(kind: str, start: int, end: int, value: float, **more: str) -> dict[str, Any]:
    return {"kind": kind, "text": "", "start_char": start, "end_char": end, "value": value, **more}


THREE_KG = {"kind": "quantity", "value": 3, "unit": "kilogram", "start": 0, "end": 1}
LINES = [
    ("3 kg", [THREE_KG], [_fact("quantity", 0, 4, 3, unit="kilogram")], (1, 1), (1, 1), {}),
    ("3 kg", [THREE_KG], [_fact("quantity", 0, 4, 3, unit="gram")], (1, 0), (1, 0), {}),
    ("3 kg", [THREE_KG], [], (0, 0), (0, 0), {}),
    ("3 years", [{**THREE_KG, "unit": "year"}], [], (0, 0), None, {"duration": 1}),
    ("$3 per kg", [{**THREE_KG, "unit": "dollar per kilogram", "start": 1, "end": 2}], [], (0, 0), None, {"price": 1}),
    ("3 to 2 kg", [{**THREE_KG, "value": None, "low": 3, "high": 2}], [], (0, 0), None, {"change": 1}),
]  # fmt: skip


@pytest.mark.parametrize("row", LINES)
def test_a_case_counts_for_the_suite_and_in_scope(row: tuple[Any, ...]) -> None:
    text, expect, facts, whole, scope, reasons = row
    (line,) = score([_case(text, *expect)], {"c": {"facts": facts}}).values()
    assert (line.all["gold"], line.all["value"], line.all["unit"]) == (1, *whole)
    assert (line.ours["gold"], line.ours["value"], line.ours["unit"]) == ((1, *scope) if scope else (0, 0, 0))
    assert line.reasons == reasons


def test_a_fact_too_much_is_not_forgiven() -> None:
    (line,) = score([_case("3 kg", THREE_KG)], {"c": {"facts": [_fact("quantity", 9, 12, 8, unit="gram")]}}).values()
    assert (line.all["pred"], line.ours["pred"]) == (1, 1)
    assert line.failed == ["c quantity 0 missed", "c quantity +9 too much"]


@pytest.mark.parametrize("table", ["peers_units.tsv", "peers_cases.tsv"])
def test_every_row_has_a_reason_that_is_explained(table: str) -> None:
    assert {row["reason"] for row in _rows(table)} <= set(REASONS)


def test_the_page_shows_both_scores_and_the_reasons() -> None:
    text = page(score([_case("3 years", {**THREE_KG, "unit": "year"})], {}))
    assert "| suite | quantity | 1 | 0.000 | 0.000 | 0 | – | – |" in text
    assert "| duration | spans of time are no facts | 1 |" in text
