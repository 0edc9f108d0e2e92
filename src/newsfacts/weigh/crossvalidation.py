"""Check a decision on articles, and on sources, that its weights were not fitted on.

Articles are dealt into FOLDS folds by a hash of their id; every situation is scored by weights fitted on the other
folds. Those scores decide the penalty, the stretch and the threshold. What is reported of a fold uses the stretch and
the threshold of the other folds, so that nothing is judged by what it has decided (the penalty, one of five numbers,
excepted).
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from operator import attrgetter

from newsfacts.weigh.decision import Decision
from newsfacts.weigh.fitting import Fit, fit, scores, stretch, stretched
from newsfacts.weigh.situation import Situation
from newsfacts.weigh.weights import Weights

__all__ = [
    "FOLDS",
    "PENALTIES",
    "Checked",
    "Outcome",
    "Settings",
    "checked_by_article",
    "checked_by_source",
    "chosen_by",
    "settle",
]

FOLDS = 10
"""Folds of articles."""
PENALTIES = (0.3, 1.0, 3.0, 10.0, 20.0)
"""Penalties that are tried."""
_THRESHOLDS = tuple(step / 50 for step in range(48))
_LEAST = 1e-12

Scores = list[list[float]]
"""Scores of the options of each situation."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold what articles left out have decided."""

    penalty: float
    """Strength of the penalty."""
    slope: float
    """Stretch of the scores."""
    more: float
    """Addition to the score of none."""
    threshold: float
    """Probability that the best candidate must reach."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Say what was chosen in one situation by weights that had not seen it."""

    situation: Situation
    """Where."""
    chosen: int | None
    """Index of the candidate; None for none."""
    chance: float
    """Probability of the likeliest candidate, chosen or not; 0 where there was none."""
    held: float = 0.0
    """What the threshold is compared with."""

    @property
    def right(self) -> bool:
        """Tell whether a candidate was chosen that gold accepts."""
        return self.chosen is not None and self.chosen in self.situation.right

    @property
    def wanted(self) -> bool:
        """Tell whether an answer counts as due: gold has one, and does not leave it open to give none."""
        return self.situation.wanted if not self.situation.open else self.right


@dataclass(frozen=True)
class Checked:
    """Hold the outcomes of all situations with the loss of the probabilities."""

    outcomes: tuple[Outcome, ...]
    """In the order of the situations."""
    loss: float
    """Mean log loss of a situation of which something can be learned."""


def settle(
    decision: Decision, situations: Sequence[Situation], penalties: Sequence[float] = PENALTIES
) -> tuple[Settings, Scores]:
    """Decide penalty, stretch and threshold on articles left out; give the scores that decided as well."""
    tried = []
    for penalty in penalties:
        scored = _left_out(decision, situations, _fold, penalty)
        tried.append((_loss(decision, situations, scored), -penalty, scored))
    _, penalty, scored = min(tried, key=lambda one: one[:2])
    slope, more = stretch(decision, situations, scored)
    new = [stretched(one, slope, more, may_be_none=decision.may_be_none) for one in scored]
    return Settings(-penalty, slope, more, _threshold(decision, situations, new)), scored


def checked_by_article(decision: Decision, situations: Sequence[Situation], scored: Scores) -> Checked:
    """Judge every situation by weights of other folds, stretch and threshold of other folds; `scored` by `settle`."""
    return _checked(decision, situations, scored, _fold)


def checked_by_source(decision: Decision, situations: Sequence[Situation], penalty: float) -> Checked:
    """Judge every situation by weights, stretch and threshold of the other sources."""
    by_source = attrgetter("source")
    return _checked(decision, situations, _left_out(decision, situations, by_source, penalty), by_source)


def chosen_by(decision: Decision, situations: Sequence[Situation], weights: Weights) -> tuple[Outcome, ...]:
    """Choose in every situation with weights that are there, with their own threshold."""
    outcomes = []
    for situation in situations:
        options = [weights.sum(candidate.evidence) / 100 for candidate in situation.candidates]
        if decision.may_be_none:
            options.append((weights.none + weights.sum(situation.against)) / 100)
        outcomes.append(_outcome(decision, situation, options, weights.threshold / 1000))
    return tuple(outcomes)


_Group = Callable[[Situation], int | str]


def _fold(situation: Situation) -> int:
    return int(sha256(situation.article.encode()).hexdigest()[:8], 16) % FOLDS


def _left_out(decision: Decision, situations: Sequence[Situation], group: _Group, penalty: float) -> Scores:
    """Score every situation by weights fitted on the other groups."""
    groups = [group(situation) for situation in situations]
    fits: dict[int | str, Fit] = {}
    for name in dict.fromkeys(groups):
        others = [situation for situation, other in zip(situations, groups, strict=True) if other != name]
        fits[name] = fit(decision, others, penalty)
    return [scores(fits[name], situation) for situation, name in zip(situations, groups, strict=True)]


def _checked(decision: Decision, situations: Sequence[Situation], scored: Scores, group: _Group) -> Checked:
    groups = [group(situation) for situation in situations]
    outcomes: list[Outcome | None] = [None] * len(situations)
    final: Scores = [[]] * len(situations)
    for name in dict.fromkeys(groups):
        inside = [place for place, other in enumerate(groups) if other == name]
        outside = [place for place, other in enumerate(groups) if other != name]
        others = [situations[place] for place in outside]
        slope, more = stretch(decision, others, [scored[place] for place in outside])
        new = {place: stretched(one, slope, more, may_be_none=decision.may_be_none) for place, one in enumerate(scored)}
        threshold = _threshold(decision, others, [new[place] for place in outside])
        for place in inside:
            final[place] = new[place]
            outcomes[place] = _outcome(decision, situations[place], new[place], threshold)
    judged = tuple(outcome for outcome in outcomes if outcome is not None)
    return Checked(judged, _loss(decision, situations, final))


def _chances(options: Sequence[float]) -> list[float]:
    best = max(options)
    powers = [math.exp(option - best) for option in options]
    return [power / sum(powers) for power in powers]


def _outcome(decision: Decision, situation: Situation, options: Sequence[float], threshold: float) -> Outcome:
    if not situation.candidates:
        return Outcome(situation, None, 0.0)
    chances = _chances(options)
    candidates = range(len(situation.candidates))
    best = max(candidates, key=lambda place: (chances[place], -place))
    held = chances[best] / (chances[best] + chances[-1]) if decision.nested else chances[best]
    likely = not decision.may_be_none or held >= threshold
    return Outcome(situation, best if likely else None, chances[best], held)


def _loss(decision: Decision, situations: Sequence[Situation], scored: Scores) -> float:
    """Give the mean log loss over the situations that have a right option and a wrong one."""
    total, number = 0.0, 0
    for situation, options in zip(situations, scored, strict=True):
        right = [*situation.right, *[len(options) - 1] * (decision.may_be_none and situation.none_right)]
        judged = options if situation.none_judged or not decision.may_be_none else options[:-1]
        if right and len(judged) > 1:
            chances = _chances(judged)
            total -= math.log(max(_LEAST, sum(chances[place] for place in right)))
            number += 1
    return total / max(1, number)


def _threshold(decision: Decision, situations: Sequence[Situation], scored: Scores) -> float:
    """Find the threshold with the best F1; of equals the nearest to one half."""
    if not decision.may_be_none:
        return 0.0
    outcomes = [
        _outcome(decision, situation, options, 0.0) for situation, options in zip(situations, scored, strict=True)
    ]

    def f1(threshold: float) -> float:
        cut = [one if one.held >= threshold else replace(one, chosen=None) for one in outcomes]
        due = sum(one.wanted for one in cut) + sum(one.chosen is not None for one in cut)
        return 2 * sum(one.right for one in cut) / max(1, due)

    best = max(_THRESHOLDS, key=lambda threshold: (round(f1(threshold), 6), -abs(threshold - 0.5)))
    return max(best, decision.least)
