"""A decision met once in an annotated article: its candidates, and which of them gold agrees with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from newsfacts.weigh.choice import Candidate

__all__ = ["Situation"]


@dataclass(frozen=True, slots=True)
class Situation:
    """Hold the candidates of one place where a decision is made, judged against gold."""

    article: str
    """Id of the article; articles are left out whole when weights are checked."""
    source: str
    """Which gold it belongs to; sources are left out whole, too."""
    candidates: Sequence[Candidate[Any]]
    """What was proposed; empty where gold has an answer that nobody proposed."""
    right: frozenset[int]
    """Indices of the candidates that gold accepts; empty where it accepts none of them."""
    wanted: bool = True
    """Gold has an answer here; where it has none, any candidate chosen is wrong."""
    against: tuple[str, ...] = ()
    """Evidence of the situation that none is right."""
    open: bool = False
    """Gold accepts that nothing is chosen, too: a duration may be given as a time or left out."""

    none_too: bool = False
    """That nothing is chosen is right as well as the candidates that gold accepts, and is learned as such."""

    @property
    def none_right(self) -> bool:
        """Tell whether it is right to choose nothing."""
        return self.none_too or not self.right

    @property
    def none_judged(self) -> bool:
        """Tell whether anything is learned of none here: where a candidate is right and none is, too, nothing is."""
        return not (self.open and self.right)
