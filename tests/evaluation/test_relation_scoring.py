"""Ties against gold: which are right, and which are not counted."""

from typing import Any

import pytest

from newsfacts.evaluation.relation_scoring import ties


def item(key: str, start: int, value: int = 5) -> dict[str, Any]:
    return {"key": key, "start": start, "end": start + 5, "value": str(value), "noun": "men"}


def fact(name: str, start: int, **more: Any) -> dict[str, Any]:
    return {
        "kind": "count", "fact_id": name, "start_char": start, "end_char": start + 5, "comparator": "eq", "value": 5,
        "subset_of": None, "changes_from": None, "repeats": None,
    } | more  # fmt: skip


COUNTS = [item("a", 0), item("b", 10), item("c", 20)]
CASES: list[tuple[list[dict[str, str]], dict[str, str], list[tuple[bool, bool]]]] = [
    ([{"type": "subset_of", "of": "b", "to": "a"}], {"subset_of": "fa"}, [(True, True)]),
    ([{"type": "subset_of", "of": "b", "to": "a"}], {}, [(True, False)]),
    ([], {"subset_of": "fa"}, [(False, True)]),
    ([{"type": "subset_of", "of": "b", "to": "c"}], {"subset_of": "fa"}, [(True, False), (False, True)]),
    ([{"type": "changes_from", "of": "b", "to": "a"}], {"subset_of": "fa"}, [(True, False), (False, True)]),
    ([{"type": "part_of", "of": "b", "to": "a"}], {}, []),
]


@pytest.mark.parametrize(("relations", "found", "expected"), CASES)
def test_a_tie_is_right_where_gold_has_it(
    relations: list[dict[str, str]], found: dict[str, str], expected: list[tuple[bool, bool]]
) -> None:
    record = {"facts": [fact("fa", 0), fact("fb", 10, **found), fact("fc", 20)]}
    stated = ties({"counts": COUNTS, "relations": relations}, record)
    assert [(tie.wanted, tie.given) for tie in stated] == expected


def test_mentions_of_one_figure_stand_for_each_other() -> None:
    relations = [{"type": "repeats", "of": "c", "to": "a"}, {"type": "subset_of", "of": "b", "to": "a"}]
    record = {"facts": [fact("fa", 0), fact("fb", 10, subset_of="fc"), fact("fc", 20)]}
    stated = ties({"counts": COUNTS, "relations": relations}, record)
    assert [(tie.type, tie.given) for tie in stated] == [("repeats", False), ("subset_of", True)]


def test_what_the_record_cannot_say_is_not_asked_for() -> None:
    amounts = [{"key": "m", "start": 0, "end": 5, "value": "5"}, {"key": "n", "start": 10, "end": 15, "value": "5"}]
    relations = [{"type": "subset_of", "of": "n", "to": "m"}]
    assert ties({"money": amounts, "relations": relations}, {"facts": []}) == []


def test_a_tie_of_a_fact_that_gold_leaves_open_is_not_counted() -> None:
    gold = {"counts": [item("a", 0)], "optional_counts": [{"start": 10, "end": 15}], "relations": []}
    assert ties(gold, {"facts": [fact("fa", 0), fact("fb", 10, subset_of="fa")]}) == []
