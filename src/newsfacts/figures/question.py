"""What the reader of a kind of number fact is made from, what it is asked, and what it answers.

A reader is made once, from what all readers share (`Shared`); it is asked about one sentence at a time with a
`Question` and the numbers that are still free, and answers with what it claims (`Claimed`). It sees other kinds through
their spans alone.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from newsfacts.figures.bounds import BoundReader, DepAt
from newsfacts.figures.change import ChangeReader
from newsfacts.figures.figure import Match
from newsfacts.figures.money.whose import MoneyContext, WhoseReader
from newsfacts.figures.not_facts import DecoyReader
from newsfacts.figures.numbers import Number
from newsfacts.language.lemmas import Lemma
from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading

__all__ = ["Claimed", "Question", "Shared", "Tabled", "claimed"]

_M = TypeVar("_M")


@dataclass(frozen=True, slots=True)
class Shared:
    """Hold what the readers of all kinds are made from."""

    lemma: Lemma
    """Base forms."""
    bounds: BoundReader
    """Bounds around numbers."""
    decoys: DecoyReader
    """Why a number is no fact."""
    whose: WhoseReader
    """Whose money an article talks of."""
    change: ChangeReader
    """Whether something changed in front of a number."""
    extra: tuple[Path, ...] = ()
    """Folders that change lexicons."""


@dataclass(frozen=True, slots=True)
class Question:
    """Hold the sentence in which a kind looks for its facts, and what is known around it."""

    reading: Reading
    """The article."""
    sentence: Sentence
    """The sentence."""
    near: Sequence[Sentence]
    """The sentences ahead to which it may refer."""
    lemma: Lemma
    """Base forms."""
    dep_at: DepAt
    """Dependency label of the word at a character of the sentence."""
    whose: MoneyContext
    """Whose money the article talks of."""
    changed: Callable[[int], bool]
    """Whether the nearest verb or noun of happening before a character of the article is one of change."""
    earlier: Callable[[type[Any]], Any]
    """Takes a type of match, gives the last one of it in the sentences ahead; None where there is none near."""
    decoys: DecoyReader
    """Why a number is no fact; it tells the trace."""
    taken: tuple[tuple[int, int], ...] = ()
    """Spans of the figures that other kinds have already."""

    def is_taken(self, number: Number) -> bool:
        """Tell whether a number stands in the figure of another kind."""
        return any(start < number.end and number.start < end for start, end in self.taken)


class Claimed(NamedTuple):
    """Hold what a reader found, and which numbers nobody else may have."""

    matches: Sequence[Any]
    """What it found, of the type that its kind names, in text order."""
    places: set[int]
    """Places, in the numbers it was offered, of those that it uses up."""


class Tabled(NamedTuple):
    """Hold what a reader found in a table."""

    match: Any
    """Of the type that its kind names."""
    verb: str | None = None
    """What happened to the things counted, as its head says: issued, of "Notices Issued"."""


def claimed(matches: Iterable[Match], numbers: Sequence[Number]) -> Claimed:
    """Claim the numbers that stand in the figures of some matches."""
    found = list(matches)
    spans = [(match.figure.start, match.figure.end) for match in found]
    places = {place for place, number in enumerate(numbers) for a, b in spans if a <= number.start < b}
    return Claimed(found, places)
