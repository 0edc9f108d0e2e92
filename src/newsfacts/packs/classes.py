"""Word classes for patterns: which words of a sentence are of a class, by the lexicons of package and packs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsfacts import lexicons
from newsfacts.errors import LexiconError, RuleError
from newsfacts.language.lemmas import Lemma
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons import Lexicon, fold
from newsfacts.lexicons.nearest import nearest
from newsfacts.packs.patterns import ClassName
from newsfacts.packs.rules import NUMBER

__all__ = ["WordClass", "word_class"]

_LONGEST = 8
"""Tokens of the longest entry that is looked for."""


@dataclass(frozen=True, slots=True)
class WordClass:
    """Hold the words of a class; make one with `word_class`."""

    words: frozenset[str]
    """Folded, words of several tokens with single spaces."""
    longest: int
    """Tokens of the longest one, at most; 0 where it is empty."""

    def spans(self, sentence: Sentence, lemma: Lemma) -> Iterator[tuple[int, int]]:
        """Yield the tokens, first and behind the last, whose words are of the class; the longest words win.

        So are words that end in a form of its last word: "arrested" and "police constables" where the class has
        "arrest" and "police constable".
        """
        tokens, place = sentence.tokens, 0
        while place < len(tokens):
            reach = min(self.longest, len(tokens) - place)
            length = next((n for n in range(reach, 0, -1) if self._holds(sentence, place, n, lemma)), 0)
            if length:
                yield place, place + length
            place += length or 1

    def _holds(self, sentence: Sentence, place: int, length: int, lemma: Lemma) -> bool:
        last = sentence.tokens[place + length - 1]
        ahead = sentence.slice(sentence.tokens[place].start, last.start)
        return any(
            " ".join(fold(ahead + ending).split()) in self.words for ending in (last.text, lemma(last.text, last.tag))
        )


def word_class(name: ClassName, own: Mapping[str, Lexicon], extra: tuple[Path, ...], where: str) -> WordClass:
    """Make a class: one of the pack's `own`, or a packaged lexicon with what the folders `extra` change in it.

    Raises:  RuleError where there is no such class, column or row; `where` names the rule.
    """
    lexicon, having = name
    known = [*own, *lexicons.names()]
    if lexicon not in known:
        near = nearest(lexicon, [NUMBER, *known])
        raise RuleError(f"{where}: no word class {lexicon!r}{near}; expected number, {', '.join(known)}")
    found = own.get(lexicon) or lexicons.read(lexicon, extra)
    try:
        words = found.words(**dict(having))
    except LexiconError as error:
        raise RuleError(f"{where}: {error}") from error
    if having and not words:
        told = ", ".join(f"{column} {value!r}" for column, value in having)
        raise RuleError(f"{where}: no row of {lexicon} has {told}; {_values(found, having)}")
    folded = frozenset(" ".join(fold(word).split()) for word in words)
    # a word may be cut into more tokens than it has spaces: "c.i.d.", "man-made"
    longest = max((2 * len(word.split()) + sum(not char.isalnum() for char in word) for word in folded), default=0)
    return WordClass(folded, min(_LONGEST, longest))


def _values(lexicon: Lexicon, having: Sequence[tuple[str, str]]) -> str:
    column = having[0][0]
    values = sorted({row[column] for row in lexicon.rows} - {""})
    return f"{column} may be {', '.join(values[:20])}"
