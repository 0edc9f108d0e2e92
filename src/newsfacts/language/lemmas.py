"""Base forms of words, from the lemma tables of a spaCy model: exceptions, then rules checked against an index.

spaCy's own lemmatizer needs coarse tags on every token; here a word is asked for when a rule wants it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import spacy.language

__all__ = ["Lemma", "LemmaTables", "lemma_tables"]

Lemma = Callable[[str, str], str]
"""Gives the base form of a word in lower case with its tag."""


_SHORTEST = 6
"""Letters from which "re" may stand before a verb of its own."""


@dataclass(frozen=True)
class LemmaTables:
    """Hold the model's lemma tables by coarse part of speech ("verb", "noun", "adj", "adv")."""

    exceptions: dict[str, dict[str, list[str]]]
    index: dict[str, frozenset[str]]
    rules: dict[str, list[list[str]]]

    def lemma(self, word: str, tag: str) -> str:
        """Give the base form of a word in lower case with a Penn Treebank tag: ("seized", "VBD") → "seize"."""
        part = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}.get(tag[:1], "noun")
        if tag in ("VB", "NN", "NNP", "JJ") and part != "verb":
            return word
        known = self.exceptions.get(part, {}).get(word)
        if known:
            return known[0]
        if tag in ("VB", "VBP") and word in self.index.get(part, ()):
            return word
        guesses = [word[: -len(old)] + new for old, new in self.rules.get(part, ()) if word.endswith(old)]
        attested = [guess for guess in guesses if guess in self.index.get(part, ())]
        if attested:
            return attested[0]
        if part == "verb" and word[:2] == "re" and len(word) > _SHORTEST:  # "rearrested": the tables lack most of them
            again = self.lemma(word[2:], tag)
            return f"re{again}" if again != word[2:] else word
        return guesses[0] if guesses and part == "noun" else word

    def attested(self, word: str) -> bool:
        """See a form of an English noun, verb, adjective or adverb, in lower case; the tables hold few names.

        Example:
            >>> LemmaTables({}, {"noun": frozenset({"pistol"})}, {"noun": [["s", ""]]}).attested("pistols")
            True
        """
        return any(
            word in index
            or word in self.exceptions.get(part, ())
            or any(word.endswith(old) and word[: -len(old)] + new in index for old, new in self.rules.get(part, ()))
            for part, index in self.index.items()
        )


def lemma_tables(nlp: "spacy.language.Language") -> LemmaTables:
    """Take the tables out of the model's lemmatizer; without one every word is its own lemma."""
    if "lemmatizer" not in nlp.pipe_names:
        return LemmaTables({}, {}, {})
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_exc"):
        return LemmaTables({}, {}, {})
    parts = ("verb", "noun", "adj", "adv")
    table = lookups.get_table
    exceptions = {part: dict(table("lemma_exc").get(part, {})) for part in parts}
    index = {part: frozenset(table("lemma_index").get(part, ())) for part in parts}
    rules = {part: [list(pair) for pair in table("lemma_rules").get(part, ())] for part in parts}
    return LemmaTables(exceptions, index, rules)
