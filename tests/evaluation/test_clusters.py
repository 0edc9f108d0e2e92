"""B-cubed and pairs against gold's labels, by hand."""

from decimal import Decimal
from typing import Any

import pytest

from newsfacts.evaluation.clusters import BCubed, Mention, bcubed, mentions, pairwise
from newsfacts.evaluation.evaluate import evaluate, format_json, format_table


def told(*labels: tuple[str, str]) -> list[Mention]:
    return [Mention(str(n), frozenset(wanted.split("|")), given) for n, (wanted, given) in enumerate(labels)]


CASES: list[tuple[list[Mention], tuple[str, str], tuple[int, int, int]]] = [
    (told(("a", "x"), ("a", "x"), ("b", "y")), ("3", "3"), (1, 1, 1)),
    (told(("a", "x"), ("a", "x"), ("b", "x"), ("b", "x")), ("2", "4"), (2, 2, 6)),
    (told(("a", "x"), ("a", "y")), ("2", "1"), (0, 1, 0)),
    (told(("a|b", "x"), ("b", "x")), ("2", "2"), (1, 1, 1)),
]


@pytest.mark.parametrize(("found", "sums", "pairs"), CASES)
def test_clusters_are_compared(found: list[Mention], sums: tuple[str, str], pairs: tuple[int, int, int]) -> None:
    assert bcubed(found) == (Decimal(sums[0]), Decimal(sums[1]))
    assert pairwise(found) == pairs


def test_the_mean_is_over_facts() -> None:
    score = BCubed()
    for found, _, _ in CASES[1:3]:
        score.add(found)
    assert (score.facts, score.precision, score.recall) == (6, 4 / 6, 5 / 6)
    assert BCubed().f1 == 0


def fact(start: int, event: str | None) -> dict[str, Any]:
    return {
        "kind": "count", "fact_id": f"f{start}", "start_char": start, "end_char": start + 5, "comparator": "eq",
        "value": 5, "event_id": event,
    }  # fmt: skip


def item(start: int, **event: Any) -> dict[str, Any]:
    return {"start": start, "end": start + 5, "value": "5", "noun": "men"} | event


def test_facts_of_both_sides_are_compared_and_shown() -> None:
    gold = {"counts": [item(0, event="e1"), item(10, event="e2", event_alt=["e1"]), item(20)]}
    record = {"facts": [fact(0, "e0"), fact(10, "e0"), fact(20, "e0"), fact(30, None)]}
    assert [(one.fact_id, one.given) for one in mentions(gold, record)] == [("f0", "e0"), ("f10", "e0")]
    report = evaluate({"a": gold}, {"a": record})
    assert "events.bcubed" in format_table(report)
    assert '"events.bcubed": {"precision": 1.0' in format_json(report)
    assert "events" not in format_table(evaluate({"a": {"counts": [item(0)]}}, {"a": record}))
