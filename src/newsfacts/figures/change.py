"""Whether a number stands behind a word of change: "raised from 10 to 20" is one figure that became another."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from newsfacts import lexicons
from newsfacts.language.lemmas import Lemma
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.language.pipeline import Sentence

__all__ = ["ChangeReader", "change_reader"]


@dataclass(frozen=True, slots=True)
class ChangeReader:
    """Tell whether something changed in front of a number; make one with `change_reader`."""

    verbs: frozenset[str]
    """Base forms of verbs of change."""
    nouns: frozenset[str]
    """Singular nouns of change."""

    def changed(self, sentence: Sentence, lemma: Lemma) -> Callable[[int], bool]:
        """Give a test of a character: is the nearest verb or noun of change before it one of change?"""

        def before(char: int) -> bool:
            for token in reversed(sentence.tokens_in(sentence.start, char)):
                if is_verb(token) and token.dep not in ("aux", "auxpass"):
                    return lemma(token.lower, token.tag) in self.verbs
                if is_noun(token) and lemma(token.lower, "NNS") in self.nouns:
                    return True
            return False

        return before


def change_reader(extra: tuple[Path, ...] = ()) -> ChangeReader:
    """Make a reader from the lexicon `change_words`."""
    rows = lexicons.read("change_words", extra).rows
    way = [row for row in rows if row["direction"] in ("increase", "decrease")]
    verbs = [row["word"] for row in rows if row["class"] == "going"]
    verbs += [row["word"] for row in way if row["class"] == "verb"]
    return ChangeReader(frozenset(verbs), frozenset(row["word"] for row in way if row["class"] == "noun"))
