"""The part a person plays: a weighed choice over all that the document says of the person and its group.

To call somebody a suspect is the gravest thing that the program says: it wants a probability of its own, and what
comes next is taken where it is not reached.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from newsfacts.people.parts.evidence import DECISION, WITNESSES
from newsfacts.people.parts.observations import Seen, candidates
from newsfacts.people.pieces import Scene
from newsfacts.people.words import PeopleWords
from newsfacts.record import Part
from newsfacts.weigh import Candidate, Choice, Weights, choose, read_weights

__all__ = ["DECISION", "PartReader", "part_of", "reader"]

LEAST = {Part.SUSPECT: 0.7, Part.VICTIM: 0.5}
"""Probability that a part in the case must reach; fitted on articles left out, so that at most three in a hundred
suspects are wrong."""
_CONTESTED = 0.9
"""What a suspect must reach of whom the document also tells harm: to call the dead a suspect is the worst fault."""
_SAYING = {part: frozenset(f"{kind} for={part}" for kind in WITNESSES if kind != "doubtful") for part in LEAST}
"""Evidence that says that somebody plays a part in the case."""
_COURT_NEWS = 2
"""Words of courts in an article that make it news of a court."""


@dataclass(frozen=True)
class PartReader:
    """Decide on parts; make one with `reader`."""

    words: PeopleWords
    """Classes of titles and bodies."""
    weights: Weights
    """Weights of the decision."""

    def is_court_news(self, scenes: Iterable[Scene]) -> bool:
        """See whether an article tells of a court."""
        found = 0
        for scene in scenes:
            if scene.folds.isdisjoint(self.words.courts):
                continue
            found += sum(piece.fold in self.words.courts for piece in scene.pieces)
            if found >= _COURT_NEWS:
                return True
        return False

    def choose(self, seen: Seen) -> Choice[Part]:
        """Choose the part of one person."""
        return choose(candidates(seen, self.words), self.weights)


def part_of(choice: Choice[Part]) -> tuple[Part, float]:
    """Give the part with its probability; what comes next where a part in the case is not likely enough or unspoken.

    An age and an address beside a name make nobody a suspect or victim: something must say so, and not only of a
    surname that two people bear.
    """
    if choice.best is None:
        return Part.OTHER, choice.confidence
    if _holds(choice.best, choice.confidence):
        return choice.best.value, choice.confidence
    second = choice.runner_up
    if second is not None and _told(second) and _holds(second, choice.runner_up_confidence):
        return second.value, choice.runner_up_confidence
    return Part.OTHER, max(0.0, 1.0 - choice.confidence - choice.runner_up_confidence)


def _told(one: Candidate[Part]) -> bool:
    """See a part that something speaks for; nobody is police for want of another part."""
    return one.value is Part.OTHER or f"unspoken={one.value}" not in one.evidence


def _holds(one: Candidate[Part], probability: float) -> bool:
    contested = one.value is Part.SUSPECT and "said victim=suspect" in one.evidence
    least = _CONTESTED if contested else LEAST.get(one.value)
    return least is None or (probability >= least and any(name in _SAYING[one.value] for name in one.evidence))


def reader(words: PeopleWords, weights: tuple[Path, ...] = ()) -> PartReader:
    """Read the weights, of the folder `weights` where it has them."""
    return PartReader(words, read_weights(DECISION, weights))
