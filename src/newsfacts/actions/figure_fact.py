"""A number fact with what was read of its act."""

from dataclasses import dataclass

from newsfacts.actions.act import Predicate
from newsfacts.actions.predicate import Acted
from newsfacts.figures.figure import Match
from newsfacts.language.pipeline import Sentence
from newsfacts.record import MoneyRole
from newsfacts.weigh import Choice

__all__ = ["FigureFact", "Match"]


@dataclass(frozen=True, slots=True)
class FigureFact:
    """Hold one number fact with the sentence it stands in."""

    match: Match
    """What the reader of its kind found."""
    sentence: Sentence
    """The parsed unit around it."""
    predicate: Predicate | None = None
    """What happened, and who did it; None for percentages."""
    acted: Acted | None = None
    """The choices of action and agent; what the list around it shares may have replaced them in `predicate`."""
    role: Choice[MoneyRole] | None = None
    """What an amount of money is; None for other kinds."""
    restates: int | None = None
    """Place, in the list of facts, of the amount that it restates in another currency."""
