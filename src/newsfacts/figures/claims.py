"""Who owns a number: the first question about every number of a unit, before any kind of fact looks at it.

Phases: 1. the number grammar reads the unit; 2. ranges that join a date and a figure are taken apart; 3. what names
something (a section of a code, a block, a plate, a rank), a day of a month and a span of time are refused. What is left
is offered to percentages, money, quantities and counts, in this order; each takes what its sign, unit or noun lets it
claim, and the last of them refuses what no sign has claimed (`figures/not_facts`). Not here: the kinds.
"""

from collections.abc import Callable
from dataclasses import dataclass

from newsfacts.figures.not_facts import DecoyReader
from newsfacts.figures.numbers import Number, NumberReader
from newsfacts.language.pipeline import Sentence
from newsfacts.rules.rule import Rule

__all__ = ["ClaimReader"]


@dataclass(frozen=True, slots=True)
class ClaimReader:
    """Read the numbers of units and refuse those that nobody may claim."""

    numbers: NumberReader
    """Digits and words to numbers."""
    decoys: DecoyReader
    """Why a number is no fact."""

    def open(self, sentence: Sentence, refused: Callable[[Number, Rule], None] | None = None) -> list[Number]:
        """List the numbers of a unit that a kind of fact may claim, in order; `refused` is told of the others."""
        left = []
        for number in self.numbers.read(sentence.text, sentence.start):
            for part in self.decoys.apart(sentence, number):
                rule = self.decoys.never(sentence, part)
                if rule is None:
                    left.append(part)
                elif refused is not None:
                    refused(part, rule)
        return left
