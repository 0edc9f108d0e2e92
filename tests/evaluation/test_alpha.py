"""Krippendorff's alpha against the worked examples that he published, and where nothing can be said.

Source:  K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): A, two observers and two values; B, two
         observers and five values; C, four observers who have not seen all units, by four metrics.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from newsfacts.evaluation.alpha import alpha, nominal

A = ["0100000010", "1110010000"]
B = ["aabbdcccedda", "babbbccceddd"]
C = ["1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."]


def units(rows: Sequence[str]) -> list[list[Any]]:
    """Turn a row for each observer into the values of each unit."""
    cells = [row.split() if " " in row else list(row) for row in rows]
    return [[int(v) if v.isdigit() else v for v in column if v != "."] for column in zip(*cells, strict=True)]


def interval(one: int, other: int) -> float:
    return (one - other) ** 2


def ratio(one: int, other: int) -> float:
    return ((one - other) / (one + other)) ** 2


@pytest.mark.parametrize(
    ("rows", "differ", "published"),
    [(A, nominal, 0.095), (B, nominal, 0.692), (C, nominal, 0.743), (C, interval, 0.849), (C, ratio, 0.797)],
)
def test_the_published_examples_come_out(rows: list[str], differ: Callable[..., float], published: float) -> None:
    assert round(alpha(units(rows), differ) or 0, 3) == published


def test_two_values_by_hand() -> None:
    # Four units, one of them ab: observed 1/4 (each pair counts its unit once); of 8 values 3 are a, 5 are b, so chance
    # gives 2 * 3 * 5 / (8 * 7) = 15/28; alpha = 1 - (1/4) / (15/28).
    assert alpha([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]) == pytest.approx(1 - (1 / 4) / (15 / 28))


@pytest.mark.parametrize("given", [[], [("a",), ()], [("a", "a"), ("a", "a")]])
def test_where_chance_has_no_part_nothing_is_said(given: list[tuple[str, ...]]) -> None:
    assert alpha(given) is None


def test_perfect_agreement_is_one_and_worse_than_chance_is_negative() -> None:
    assert alpha([("a", "a"), ("b", "b")]) == 1
    assert (alpha([("a", "b"), ("b", "a")]) or 0) < 0
