"""Fit the weights of a decision on annotated situations.

The model is conditional logistic regression: the probability of an option is e to its score over the sum over all
options of its situation, the score the sum of the weights of its evidence. With one candidate against none this is
ordinary logistic regression. The weights minimise the log loss plus a quadratic penalty, which pulls what few articles
show towards nothing; the minimum is unique and Newton's method reaches it in a few steps. How strong the penalty is,
where the threshold lies and how scores are stretched so that probabilities hold, is decided on articles left out
(`crossvalidation.py`), never on those fitted.

Source: conditional logit, McFadden 1974; the stretch is Platt 1999 with the slope alone (and the score of none).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from newsfacts.weigh.decision import Decision
from newsfacts.weigh.design import Floats, Matrix, Tally, matrix, stacked, tally
from newsfacts.weigh.situation import Situation
from newsfacts.weigh.weights import NONE

__all__ = ["ARTICLES", "ROUNDS", "Fit", "fit", "minimise", "scores", "sharpened", "stretch", "stretched"]

ARTICLES = 5
"""Articles in which evidence must have been seen to get a weight."""
ROUNDS = 3
"""Times that weights are fitted anew to the right answers they like best."""
_STEPS = 50
_SMALL = 1e-10
_WEAK = 1e-3
"""Penalty of what is no evidence: the score of none, and the stretch."""


@dataclass(frozen=True)
class Fit:
    """Hold fitted weights before they are rounded."""

    decision: Decision
    """What they decide."""
    weights: Mapping[str, float]
    """By evidence; NONE among them where none is an option."""
    seen: Tally
    """How often each evidence was seen, without a weight or with one."""


def fit(decision: Decision, situations: Sequence[Situation], penalty: float) -> Fit:
    """Fit the weights of a decision; evidence of fewer than ARTICLES articles gets none.

    Raises:  WeightsError where an evidence is not in the decision's catalogue.
    """
    seen = tally(decision, situations)
    columns = [name for name, count in seen.items() if name != NONE and count.articles >= ARTICLES]
    penalties = [penalty] * len(columns)
    if decision.may_be_none:
        columns.append(NONE)
        penalties.append(_WEAK)
    data = matrix(decision, situations, columns)
    found = minimise(data, np.array(penalties), np.zeros(len(columns)))
    for _ in range(ROUNDS):
        sharper = sharpened(data, data.times(found))
        if np.array_equal(sharper.target, data.target):
            break
        data = sharper
        found = minimise(data, np.array(penalties), np.zeros(len(columns)), start=found)
    return Fit(decision, dict(zip(columns, found.tolist(), strict=True)), seen)


def sharpened(data: Matrix, score: Floats) -> Matrix:
    """Let the right option of the highest score be the only right one of its situation; of equals the first."""
    if not len(data.starts):
        return data
    among = np.where(data.target > 0, score, -np.inf)
    best = among == np.repeat(np.maximum.reduceat(among, data.starts), data.lengths)
    before = np.cumsum(best) - best
    first = best & (before == np.repeat(before[data.starts], data.lengths))
    return replace(data, target=first.astype(np.float64))


def minimise(data: Matrix, penalties: Floats, centre: Floats, start: Floats | None = None) -> Floats:
    """Find the weights of least loss, the penalty counted from `centre`, with Newton's method and halved steps."""
    weights = (centre if start is None else start).copy()
    if not len(data.starts) or not len(weights):
        return weights
    loss, chances = _loss(data, weights, penalties, centre)
    for _ in range(_STEPS):
        slope = data.gathered(chances - data.target) + penalties * (weights - centre)
        step = np.linalg.solve(data.spread(chances) + np.diag(penalties), slope)
        if float(np.abs(step).max()) < _SMALL:
            break
        length = 1.0
        while length > _SMALL:
            tried = weights - length * step
            new, new_chances = _loss(data, tried, penalties, centre)
            if new <= loss:
                weights, loss, chances = tried, new, new_chances
                break
            length /= 2
        else:
            break
    return weights


def _loss(data: Matrix, weights: Floats, penalties: Floats, centre: Floats) -> tuple[float, Floats]:
    """Give the loss with its penalty, and the probability of each option."""
    score = data.times(weights)
    score -= np.repeat(np.maximum.reduceat(score, data.starts), data.lengths)
    powers = np.exp(score)
    sums = np.repeat(np.add.reduceat(powers, data.starts), data.lengths)
    log_loss = float(data.target @ (np.log(sums) - score))
    return log_loss + float(penalties @ (weights - centre) ** 2) / 2, powers / sums


def scores(found: Fit, situation: Situation) -> list[float]:
    """Score the options of a situation: its candidates and, where it is an option, none."""
    get = found.weights.get
    options = [sum(get(name, 0.0) for name in candidate.evidence) for candidate in situation.candidates]
    if found.decision.may_be_none:
        options.append(sum(get(name, 0.0) for name in (NONE, *situation.against)))
    return options


def stretch(
    decision: Decision, situations: Sequence[Situation], scored: Sequence[Sequence[float]]
) -> tuple[float, float]:
    """Find by how much scores of articles left out must be stretched, and none raised, for probabilities to hold.

    Shape:   slope and the addition to none; (1, 0) where nothing can be learned.
    """
    cells, target, starts = list[tuple[int, int, float]](), list[float](), list[int]()
    for situation, options in zip(situations, scored, strict=True):
        right = [place in situation.right for place in range(len(situation.candidates))]
        right += [situation.none_right] * (decision.may_be_none and situation.none_judged)
        if not any(right) or len(right) == 1:
            continue
        starts.append(len(target))
        for place, score in enumerate(options[: len(right)]):
            cells.append((len(target) + place, 0, score))
            if place == len(situation.candidates):
                cells.append((len(target) + place, 1, 1.0))
        target += [is_right / sum(right) for is_right in right]
    data = stacked(("score", NONE), cells, target, starts)
    data = sharpened(data, data.times(np.array([1.0, 0.0])))
    found = minimise(data, np.array([_WEAK, _WEAK]), np.array([1.0, 0.0]))
    return float(found[0]), float(found[1])


def stretched(scored: Sequence[float], slope: float, more: float, *, may_be_none: bool) -> list[float]:
    """Stretch the scores of one situation."""
    new = [score * slope for score in scored]
    if may_be_none:
        new[-1] += more
    return new
