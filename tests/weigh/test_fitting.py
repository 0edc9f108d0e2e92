"""Fitting: the minimum is one, few articles teach nothing, left-out articles decide, tables repeat to the byte."""

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from newsfacts.errors import WeightsError
from newsfacts.weigh import Candidate, Decision, Evidence, Situation, Weights
from newsfacts.weigh.crossvalidation import Outcome, checked_by_article, chosen_by, settle
from newsfacts.weigh.design import matrix
from newsfacts.weigh.fitting import fit, stretch
from newsfacts.weigh.making import make, report, result, verdict
from newsfacts.weigh.weights import fitted_on, tables

NAMES = ("good", "bad", "noise", "rare")
CATALOGUE = tuple(Evidence(name, "it is made up", "a [thing]") for name in NAMES)
EACH = Decision("each", "is it one", CATALOGUE)
RIVALS = Decision("rivals", "which is it", CATALOGUE, may_be_none=False)


def binary(number: int, seed: int = 1) -> list[Situation]:
    """Make situations of one candidate: "good" is right in 9 of 10, "bad" in 2 of 10, "noise" tells nothing."""
    dice = random.Random(seed)
    made = []
    for place in range(number):
        names = [dice.choice(["good", "bad"]), *(["noise"] if dice.random() < 0.5 else [])]
        names += ["rare"] if place < 3 else []
        right = dice.random() < (0.9 if names[0] == "good" else 0.2)
        article, source = f"a{place // 4}", f"s{place % 3}"
        accepted = frozenset([0] if right else [])
        made.append(Situation(article, source, [Candidate(place, tuple(names))], accepted, right))
    return made


def rivals(number: int) -> list[Situation]:
    """Make situations of three candidates, of which the good one is right, and now and then another as well."""
    dice = random.Random(2)
    made = []
    for place in range(number):
        candidates = [Candidate(n, (name, "noise")) for n, name in enumerate(("bad", "good", "bad"))]
        right = frozenset([1, 2] if dice.random() < 0.3 else [1 if dice.random() < 0.9 else 0])
        made.append(Situation(f"a{place}", "s", candidates, right))
    return made


def test_the_weights_are_the_minimum() -> None:
    situations = binary(400)
    found = fit(EACH, situations, 1.0)
    columns = list(found.weights)
    data = matrix(EACH, situations, columns)
    weights = np.array([found.weights[name] for name in columns])
    scores = data.times(weights)
    chances = np.exp(scores) / np.repeat(np.add.reduceat(np.exp(scores), data.starts), data.lengths)
    penalties = np.array([1.0] * (len(columns) - 1) + [1e-3])
    assert np.abs(data.gathered(chances - data.target) + penalties * weights).max() < 1e-8


def test_they_say_what_was_put_in() -> None:
    weights = fit(EACH, binary(2000), 1.0).weights
    assert weights["good"] - weights["(none)"] == pytest.approx(np.log(9), abs=0.4)
    assert weights["bad"] - weights["(none)"] == pytest.approx(np.log(0.25), abs=0.4)
    assert abs(weights["noise"]) < 0.3


def test_what_few_articles_show_gets_no_weight() -> None:
    found = fit(EACH, binary(400), 1.0)
    assert found.seen["rare"].articles == 1
    assert "rare" not in found.weights


def test_none_may_be_right_beside_a_candidate() -> None:
    """Where gold gives no answer but accepts one, both are right; else only the answer is."""
    accepted = [Situation(f"a{n}", "s", [Candidate(1, ("good",))], frozenset([0]), wanted=False) for n in range(40)]
    both = [replace(one, none_too=True) for one in accepted]
    assert [one.none_right for one in (accepted[0], both[0])] == [False, True]
    mixed = [[*binary(400), *more] for more in (accepted, both)]
    alone, beside = (fit(EACH, situations, 1.0).weights for situations in mixed)
    assert alone["good"] - alone["(none)"] > beside["good"] - beside["(none)"]


def test_evidence_outside_the_catalogue_is_refused() -> None:
    with pytest.raises(WeightsError, match="'odd' is not in its catalogue"):
        fit(EACH, [Situation("a", "s", [Candidate(1, ("odd",))], frozenset([0]))], 1.0)


def test_any_of_several_right_answers_will_do() -> None:
    made = make(RIVALS, rivals(200))
    counted = result(made.by_article.outcomes)
    assert (counted.given, counted.wanted) == (200, 200)
    assert counted.f1 > 0.88
    assert np.mean([one.chance for one in made.by_article.outcomes]) == pytest.approx(counted.f1, abs=0.03)


def test_probabilities_hold_on_articles_left_out() -> None:
    situations = binary(3000)
    _, scored = settle(EACH, situations)
    outcomes = checked_by_article(EACH, situations, scored).outcomes
    for low, high in ((0.0, 0.5), (0.5, 1.0)):
        inside = [one for one in outcomes if low <= one.chance < high]
        assert np.mean([one.chance for one in inside]) == pytest.approx(
            np.mean([bool(one.situation.right) for one in inside]), abs=0.03
        )


def test_the_stretch_mends_what_is_too_sure() -> None:
    situations = binary(2000)
    found = fit(EACH, situations, 1.0).weights
    scored = [[3 * found[one.candidates[0].evidence[0]], 3 * found["(none)"]] for one in situations]
    slope, _ = stretch(EACH, situations, scored)
    assert slope == pytest.approx(1 / 3, abs=0.06)


def unproposed(situations: Sequence[Situation]) -> list[Situation]:
    """Add answers of gold that nobody proposed."""
    return [*situations, *(Situation("a0", "s0", [], frozenset()) for _ in range(100))]


def test_what_nobody_proposed_is_missed() -> None:
    whole = result(make(EACH, binary(400)).by_article.outcomes)
    less = result(make(EACH, unproposed(binary(400))).by_article.outcomes)
    assert less.wanted == whole.wanted + 100
    assert less.f1 < whole.f1 - 0.1


@pytest.mark.parametrize(
    ("known", "told"),
    [({"good": 300, "bad": -300}, "as good"), ({"good": -300, "bad": 300}, "better"), (None, None)],
)
def test_new_weights_are_held_against_the_packages_on_articles_new_to_both(
    known: dict[str, int] | None, told: str | None
) -> None:
    situations = binary(400)
    made = make(EACH, situations)
    assert made.packaged == ()  # the package has no table of this decision
    if known is not None:
        new = [one for one in situations if one.source == "s1"]
        made = replace(made, packaged=chosen_by(EACH, new, Weights(EACH, known, threshold=500)))
    said = f"s1, on articles left out, against the package's weights: {told} in each" if told else ""
    assert (verdict([made], "s0"), verdict([made], "s1")) == ("", said)
    assert report(made).count("the package's") == bool(told)


def test_a_table_of_the_package_says_what_it_was_fitted_on() -> None:
    for name in tables():
        assert fitted_on(Decision(name, "which", CATALOGUE)).get("corpus", 0) > 50
    assert fitted_on(EACH) == {}


@pytest.mark.parametrize(("decision", "situations"), [(EACH, binary(300)), (RIVALS, rivals(60))])
def test_the_order_of_articles_changes_no_byte(decision: Decision, situations: list[Situation]) -> None:
    turned = make(decision, situations[::-1])
    made = make(decision, situations)
    assert made.table == turned.table
    assert "by article, 10 folds" in report(made)


def test_what_gold_leaves_open_teaches_nothing_of_none() -> None:
    situations = [Situation(f"a{n}", "s", [Candidate(0, ("good",))], frozenset([0]), open=True) for n in range(20)]
    assert not len(matrix(EACH, situations, ["good", "(none)"]).starts)
    closed = [replace(one, open=False) for one in situations]
    assert len(matrix(EACH, closed, ["good", "(none)"]).starts) == len(closed)


def test_none_given_where_gold_leaves_it_open_counts_for_nothing() -> None:
    situation = Situation("a", "s", [Candidate(0, ("good",))], frozenset([0]), open=True)
    counted = result([Outcome(situation, None, 0.1), Outcome(situation, 0, 0.9)])
    assert (counted.right, counted.given, counted.wanted) == (1, 1, 1)
