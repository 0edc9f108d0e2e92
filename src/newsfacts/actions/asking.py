"""Readers asked about one sentence, so that what one of them fails at costs no other its facts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from newsfacts.figures.leads import is_marked, lead_in
from newsfacts.figures.numbers import Number
from newsfacts.figures.question import Claimed
from newsfacts.figures.table_shapes import Table
from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.packs.reader import NOTHING, Proposed
from newsfacts.rules.rule import Rule

__all__ = ["Asking"]

_REACH = 3
"""Sentences back to which an elided noun may refer."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Asking:
    """Hold the sentence that the readers are asked about."""

    reading: Reading
    """Its article."""
    sentence: Sentence
    """The sentence."""
    tables: tuple[Table, ...] = ()
    """Tables that reach into it."""
    proposed: Proposed = NOTHING
    """What packs say of it."""

    @property
    def near(self) -> Sequence[Sentence]:
        """List the sentences before it to which it may refer."""
        return self.reading.before(self.sentence, _REACH)

    @property
    def ahead(self) -> Sequence[Sentence]:
        """List the sentences before it that say what was done: those of other items of its list do not."""
        sentences, near = self.reading.sentences, self.near
        lead = lead_in(sentences, self.sentence.index) if is_marked(self.sentence) else None
        return near if lead is None else [*self.reading.before(lead, _REACH - 1), lead]

    @property
    def refused(self) -> Callable[[Number, Rule], None] | None:
        """Give whom to tell of numbers that are no facts; None where nobody asks."""
        trace = self.reading.trace
        if trace is None:
            return None
        given, unit = self.reading.given_span, self.reading.given_span(self.sentence.start, self.sentence.end)
        return lambda number, rule: trace.refuse(given(number.start, number.end), unit, rule)

    def ask(self, reader: str, read: Callable[[], _T]) -> _T | None:
        """Give what a reader finds in the sentence, None where it fails."""
        return self.reading.bulkhead.ask(reader, (self.sentence.start, self.sentence.end), read)

    def claim(self, reader: str, find: Callable[[Sequence[Number]], Claimed], numbers: Sequence[Number]) -> Claimed:
        """Let a reader claim numbers; give what it found and the places of those that nobody else may have.

        Where it fails on all of them together it is asked for each alone. A number at which it fails even so is left
        to nobody: the next reader would take for its own what this one could not read. A reader that fails at each of
        several numbers is broken itself, and the others go on without it.
        """
        together = self.ask(reader, lambda: find(numbers))
        if together is not None:
            return together
        found: list[Any] = []
        gone: set[int] = set()
        failed = 0
        for place, number in enumerate(numbers):
            try:
                alone = find([number])
            except Exception:  # the warning has been given
                failed += 1
                gone.add(place)
                continue
            found.extend(alone.matches)
            gone.update([place] if alone.places else [])
        return Claimed(found, set() if failed == len(numbers) > 1 else gone)
