"""What a kind of number fact says besides what all kinds say: who reads it, when, and what something was done to."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import Any

from newsfacts.figures.figure import Match
from newsfacts.figures.numbers import Number
from newsfacts.figures.question import Claimed, Question, Shared, Tabled
from newsfacts.figures.table_shapes import Table
from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.rules.kind import FactKind

__all__ = ["Borrowing", "FigureKind", "Find", "FindTabled", "Patient", "Settle", "Turn"]

Find = Callable[[Question, Sequence[Number]], Claimed]
"""Finds the facts of a kind in a sentence, among the numbers that are free."""
FindTabled = Callable[[Reading, Table], Iterable[Tabled]]
"""Finds the facts of a kind in a table."""
Settle = Callable[[Reading, Sequence[tuple[Any, Sentence]]], Sequence[Any]]
"""Takes all matches of a kind in an article with their sentences, gives them with what only the whole article tells."""


class Turn(IntEnum):
    """Say when a kind is asked: what is written beside the number is asked before what is only likely."""

    PERCENT = 1
    """By a percent sign, or as a fraction."""
    CURRENCY = 2
    """By a currency."""
    UNIT = 3
    """By a unit of measurement."""
    OWN = 4
    """By words of its own."""
    NOUN = 5
    """By any noun: what is left and is no decoy may be counted."""


class Borrowing(Enum):
    """Say whether a fact has its verb from the fact of its kind before it: "eleven were held, five for cultism"."""

    NEVER = "never"
    """It has its own or none."""
    UNTOLD = "untold"
    """Where it has none of its own."""
    ALWAYS = "always"
    """What looks like its own is another's."""


@dataclass(frozen=True, slots=True)
class Patient:
    """Hold the word that something was done to."""

    place: int
    """Its position in the sentence."""
    noun: str = ""
    """The noun that is counted, with its compound."""
    borrowing: Borrowing = Borrowing.NEVER
    """Whether its verb may stand at the fact before."""
    verb: str | None = None
    """What was done, where the form of the text says it without a verb: a line of a charge sheet."""
    differs: bool = False
    """It is a difference, which is nobody's deed: 15 fewer murders than last year."""


def last_word(match: Any, sentence: Sentence) -> Patient | None:
    """Give the last word of a figure."""
    token = sentence.token_at(match.figure.end - 1)
    return Patient(token.position) if token else None


def _never(match: Match) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureKind(FactKind):
    """Name one kind of number fact."""

    reader: Callable[[Shared], Find]
    """Makes its reader."""
    turn: Turn = Turn.OWN
    """When it is asked."""
    tabled: Callable[[Shared], FindTabled] | None = None
    """Makes its reader of tables; None where tables hold none."""
    settled: Callable[[Shared], Settle] | None = None
    """Makes what completes its matches once the article is read; None where each sentence tells all."""
    patient: Callable[[Any, Sentence], Patient | None] = last_word
    """Takes a match and its sentence, gives the word that something was done to, None for no word; it is asked where
    the model has a predicate."""
    counts_too: Callable[[Any], bool] = _never
    """Takes a match, tells whether its numbers count things too: "13 of the 16 accused" is a share and two counts."""
