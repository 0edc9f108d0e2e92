"""An act where it stands in the text: its verb or noun, how it is told, the verbs above it; and its actors."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newsfacts.actions.act import Predicate, Standing
from newsfacts.actions.words import ActionWords
from newsfacts.language import syntax
from newsfacts.language.lemmas import Lemma
from newsfacts.language.phrases import is_verb
from newsfacts.language.pipeline import Sentence, Token

__all__ = ["STEPS", "Act", "Actor"]

STEPS = 8
"""Verbs above an act that are looked at."""


class Actor(NamedTuple):
    """Hold where an actor stands."""

    sentence: Sentence
    """The unit."""
    position: int
    """Its head word."""


@dataclass(frozen=True)
class Act:
    """Hold what was done, with what is known around it."""

    sentence: Sentence
    """The unit."""
    predicate: Predicate
    """What was done."""
    counted: int
    """Position of the counted noun."""
    earlier: Sequence[Sentence]
    """The units ahead, nearest last."""
    lemma: Lemma
    """Gives base forms."""
    words: ActionWords
    """The words that decide."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Give the tokens of the unit."""
        return self.sentence.tokens

    @cached_property
    def here(self) -> int | None:
        """Give the place of the verb or noun; None where it stands in a unit ahead."""
        return None if self.predicate.elsewhere else self.predicate.position

    @cached_property
    def verbs(self) -> list[int]:
        """List the verb and those that it may share a subject with or depend on, nearest first."""
        if self.here is None:
            return []
        chain = [self.here] if is_verb(self.tokens[self.here]) else []
        return [*chain, *syntax.verbs_above(self.sentence, self.here)][:STEPS]

    @cached_property
    def voice(self) -> str:
        """Say how the act is told: actively, passively, by a noun, or with the counted things acting."""
        if self.here is None:
            return "elsewhere"
        if self.predicate.standing is Standing.SUBJECT:
            return "doing"
        if not is_verb(self.tokens[self.here]):
            return "noun"
        return "passive" if syntax.is_passive(self.sentence, self.here) else "active"

    def reports(self, verb: int) -> bool:
        """Tell a verb of saying."""
        token = self.tokens[verb]
        return self.lemma(token.lower, token.tag) in self.words.reporting
