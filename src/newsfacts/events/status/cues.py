"""The words that say how far a text commits itself, read once from the lexicon `status_cues`."""

from dataclasses import dataclass

from newsfacts.lexicons import Lexicon
from newsfacts.record import Status

__all__ = ["Cues", "cues_of"]


@dataclass(frozen=True, slots=True)
class Cues:
    """Hold the words of `lexicons/status_cues.tsv` by kind."""

    modals: dict[str, Status]
    adverbs: dict[str, Status]
    verbs: dict[str, Status]
    nouns: dict[str, Status]
    marks: dict[str, Status]
    penalties: frozenset[str]
    negations: frozenset[str]
    quantities: frozenset[str]
    proofs: frozenset[str]
    lacks: frozenset[str]
    comparisons: frozenset[str]
    infinitives: dict[str, Status]
    pursued: dict[str, Status]
    abilities: frozenset[str]
    adjectives: dict[str, Status]
    backshifts: dict[str, Status]

    @property
    def triggers(self) -> frozenset[str]:
        """Give the words without one of which a sentence asserts; "to" for "is to cost"."""
        groups = (self.modals, self.adverbs, self.verbs, self.nouns, self.marks, self.pursued, self.adjectives)
        words = frozenset(word for group in groups for word in group)
        return words | {"to"} | self.abilities | self.penalties | self.negations | self.quantities | self.lacks


def cues_of(lexicon: Lexicon) -> Cues:
    """Sort the rows of the lexicon by kind."""

    def group(kind: str) -> dict[str, Status]:
        return {row["word"]: Status(row["status"]) for row in lexicon.rows if row["kind"] == kind}

    return Cues(
        group("modal"),
        group("adverb"),
        group("verb"),
        group("noun"),
        group("mark"),
        frozenset(group("penalty")),
        frozenset(group("negation")),
        frozenset(group("quantity")),
        frozenset(group("proof")),
        frozenset(group("lack")),
        frozenset(group("comparison")),
        group("infinitive"),
        group("pursued"),
        frozenset(group("ability")),
        group("adjective"),
        group("backshift"),
    )
