"""Weighing: which candidate is chosen, how sure that is, what a table may say."""

from pathlib import Path

import pytest

from newsfacts.errors import WeightsError
from newsfacts.weigh import Candidate, Decision, Evidence, Weights, choose, read_weights
from newsfacts.weigh.probability import shares
from newsfacts.weigh.weights import blank

GOOD, BAD = Evidence("good", "it helps", "a [good] one"), Evidence("bad", "it harms", "a [bad] one")
DECISION = Decision("trial", "whether it is one", (GOOD, BAD, Evidence("far", "distance", "[far] away")))
WEIGHTS = Weights(DECISION, {"good": 200, "bad": -150, "far=very": -50}, none=50, threshold=400)

CHOICES: list[tuple[list[tuple[str, ...]], tuple[str, ...], int | None, float, int | None]] = [
    ([("good",)], (), 0, 0.818, None),
    ([("good",), ("good", "far=very")], (), 0, 0.547, 1),
    ([("good",), ("good",)], (), 0, 0.45, 1),
    ([("bad",), ()], (), None, 0.574, 1),
    ([("bad",), ("bad",)], (), None, 0.787, 0),
    ([("good",)], ("good",), None, 0.622, 0),
    ([], (), None, 1.0, None),
    ([("unheard",)], (), None, 0.622, 0),
]


@pytest.mark.parametrize(("evidence", "against", "chosen", "confidence", "second"), CHOICES)
def test_the_likeliest_is_chosen_or_none(
    evidence: list[tuple[str, ...]],
    against: tuple[str, ...],
    chosen: int | None,
    confidence: float,
    second: int | None,
) -> None:
    candidates = [Candidate(place, names) for place, names in enumerate(evidence)]
    choice = choose(candidates, WEIGHTS, against)
    assert (choice.value, choice.confidence) == (chosen, confidence)
    assert (choice.runner_up.value if choice.runner_up else None) == second
    assert choice.candidates == tuple(candidates)


def test_a_decision_that_must_answer_does() -> None:
    must = Weights(Decision("must", "which", (BAD,), may_be_none=False), {"bad": -900}, threshold=999)
    choice = choose([Candidate("a", ("bad",)), Candidate("b", ("bad",))], must)
    assert (choice.value, choice.confidence) == ("a", 0.5)


def test_a_threshold_above_refuses_and_keeps_what_it_refused() -> None:
    strict = Weights(DECISION, {"good": 200}, threshold=950)
    choice = choose([Candidate("a", ("good",))], strict)
    assert choice.value is None
    assert choice.runner_up is not None
    assert (choice.runner_up.value, choice.runner_up_confidence) == ("a", 0.881)


def test_the_trace_names_what_spoke_the_heaviest_first() -> None:
    spoken = WEIGHTS.spoken(Candidate("a", ("far=very", "good", "unheard")))
    assert [(one.evidence, one.weight, one.why) for one in spoken] == [
        ("good", 2.0, "it helps"),
        ("far=very", -0.5, "distance"),
    ]


@pytest.mark.parametrize("scores", [[0, 0, 0], [150, -20, 399, 400], [-4100, 0], [7, 7, -2500]])
def test_shares_are_probabilities_and_keep_the_order(scores: list[int]) -> None:
    found = shares(scores)
    assert abs(sum(found) - 1000) <= len(scores)
    assert sorted(range(len(scores)), key=scores.__getitem__) == sorted(
        range(len(scores)), key=lambda place: (found[place], scores[place])
    )


HEAD = "evidence\tweight\tseen\tright\tarticles\n"
BROKEN = [
    ("", "no columns"),
    ("evidence\tweight\n", "no columns"),
    (HEAD + "good\tmuch\t1\t1\t1\n", ":2: weight 'much'"),
    (HEAD + "good\t0.123\t1\t1\t1\n", "two decimals"),
    (HEAD + "good\t1\n", "expected one row"),
    (HEAD + "good\t1\t1\t1\t1\ngood\t1\t1\t1\t1\n", ":3:"),
    (HEAD + "ugly\t1\t1\t1\t1\n", "'ugly' is not in its catalogue"),
]


@pytest.mark.parametrize(("content", "message"), BROKEN)
def test_a_malformed_table_is_refused_with_its_line(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "trial.tsv").write_text(content)
    with pytest.raises(WeightsError, match=message):
        read_weights(DECISION, (tmp_path,))


def test_a_table_is_read(tmp_path: Path) -> None:
    rows = "(none)\t-0.5\t9\t1\t5\n(threshold)\t0.355\t9\t8\t5\ngood\t1.25\t5\t5\t5\nfar=very\tnone\t2\t0\t2\n"
    (tmp_path / "trial.tsv").write_text("# What: a trial.\n" + HEAD + rows)
    read = read_weights(DECISION, (tmp_path,))
    assert (dict(read.known), read.none, read.threshold) == ({"good": 125}, -50, 355)


def test_a_decision_without_a_table_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="newsfacts fit"):
        read_weights(DECISION, (tmp_path,))
    (tmp_path / "trial.tsv").write_text(blank(DECISION))
    assert read_weights(DECISION, (tmp_path,)).threshold == 500
