"""Weigh candidates and choose the best of them, or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from newsfacts.weigh.probability import THOUSAND, shares

if TYPE_CHECKING:
    from newsfacts.weigh.decision import Decision
    from newsfacts.weigh.weights import Weights

__all__ = ["Candidate", "Choice", "choose"]

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Candidate(Generic[_Value]):
    """Hold one possible answer with the evidence that speaks for or against it."""

    value: _Value
    """The answer, whatever it is: a role, a position, a person."""
    evidence: tuple[str, ...]
    """Names of the decision's catalogue, each at most once."""


@dataclass(frozen=True, slots=True)
class Choice(Generic[_Value]):
    """Hold what was chosen, how sure that is, and what came next."""

    best: Candidate[_Value] | None
    """The candidate chosen; None where none is likely enough."""
    confidence: float
    """Probability that the choice is right, in thousandths: of the best one, or that none is right."""
    runner_up: Candidate[_Value] | None
    """The likeliest candidate that was not chosen; None where that is none of them, or where there was no other."""
    runner_up_confidence: float
    """Its probability; 0 where nothing was to be weighed against the choice."""
    candidates: tuple[Candidate[_Value], ...]
    """All that were proposed, in order: fitting compares them with gold."""
    against: tuple[str, ...] = ()
    """Evidence that none of them is right."""

    @property
    def value(self) -> _Value | None:
        """Give the chosen answer, or None."""
        return self.best.value if self.best is not None else None


def choose(
    candidates: Sequence[Candidate[_Value]], weights: "Weights", against: tuple[str, ...] = ()
) -> Choice[_Value]:
    """Choose the likeliest candidate, or none; of equals the first.

    `against` is evidence of the situation that none of the candidates is right.

    Shape:   the threshold alone decides between the best candidate and none; a refused one is the runner-up of none.

    Example:
        >>> from newsfacts.weigh import Decision, Evidence, Weights
        >>> name = Decision("name", "a run of words is a person", (Evidence("title", "titles lead names", "Mr [Roe]"),))
        >>> weights = Weights(name, {"title": 300}, none=100, threshold=500)
        >>> choose([Candidate("Roe", ("title",))], weights).value, choose([Candidate("Ayr", ())], weights).value
        ('Roe', None)
    """
    scores, count = weights.scores(candidates), len(candidates)
    options: list[Candidate[_Value] | None] = [*candidates]
    if weights.decision.may_be_none or not options:
        options.append(None)
        scores.append(weights.none + weights.sum(against))
    chances = shares(scores)
    first, second = (_likeliest(scores[:count]) if count else None), None
    if first is None or (len(options) > count and _held(weights.decision, chances, first) < weights.threshold):
        first, second = count, first
    elif len(options) > 1:
        second = _likeliest([*scores[:first], *scores[first + 1 :]])
        second += second >= first
    return Choice(
        options[first],
        chances[first] / THOUSAND,
        options[second] if second is not None else None,
        chances[second] / THOUSAND if second is not None else 0.0,
        tuple(candidates),
        against,
    )


def _likeliest(scores: Sequence[int]) -> int:
    """Give the place of the highest score; of equals the first."""
    return scores.index(max(scores))


def _held(decision: "Decision", chances: Sequence[int], best: int) -> int:
    """Give what the threshold is compared with, in thousandths: of nested candidates the share beside none alone."""
    if not decision.nested:
        return chances[best]
    return chances[best] * THOUSAND // (chances[best] + chances[-1])
