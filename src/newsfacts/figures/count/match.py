"""A count as its reader gives it, and the unit in which counts are looked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newsfacts.figures.bounds import DepAt
from newsfacts.figures.count.bare import Elided
from newsfacts.figures.figure import Figure
from newsfacts.language.lemmas import Lemma
from newsfacts.language.pipeline import Sentence
from newsfacts.record import Direction

__all__ = ["CountMatch", "CountText"]


@dataclass(frozen=True, slots=True)
class CountMatch:
    """Hold one count."""

    figure: Figure
    """The number."""
    noun: str
    """Head noun with its compound."""
    noun_phrase: str
    """The whole noun phrase without the number."""
    anchor: int
    """Position in the sentence of the word whose predicate is the count's: the noun, or the number itself."""
    rule: str
    """Id of the rule."""
    subset: bool = False
    """It is part of the count before it."""
    changes: bool = False
    """It is the later figure of a from–to pair, the count before it the earlier one."""
    compared: bool = False
    """It is the earlier figure that the count before it is compared with."""
    direction: Direction | None = None
    """It is a difference, up or down: 15 fewer murders."""
    offence: str | None = None
    """What the counts of a charge are of: two counts of robbery."""
    elided: bool = False
    """It does not say its noun again."""
    pronominal: bool = False
    """A pronoun stands for its noun: six of them."""
    partitive: bool = False
    """Its noun is the whole of which it is a part: three of the nine."""
    borrows: bool = False
    """Its verb is that of the count before it."""
    charged: bool = False
    """It is a line of a charge sheet."""
    idle: bool = False
    """Nothing happens to what it counts: a father of two."""

    def as_elided(self) -> Elided:
        """Give the noun for a later number that does not say it again."""
        value = int(self.figure.value) if self.figure.value is not None else 0
        return Elided(self.noun, self.noun_phrase, self.anchor, value=value)


@dataclass(frozen=True, slots=True)
class CountText:
    """Hold the unit in which counts are looked for."""

    sentence: Sentence
    """The unit."""
    lemma: Lemma
    """Base forms."""
    dep_at: DepAt | None = None
    """Dependency label of the word at a character of the unit."""
    before: CountMatch | None = None
    """The last count ahead of it."""
    earlier: Sequence[Sentence] = ()
    """The units ahead of it, for nouns that are not said again."""
    changed: Callable[[int], bool] = lambda char: False
    """Whether the nearest verb or noun of happening before a character of the article is one of change."""
