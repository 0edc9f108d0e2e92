"""Magnitudes behind digits that are no amount of money: "1.2m offences", "3bn messages", "10k leaflets".

Most suffixes mean nothing else and are multiplied out. Some letters are units or parts of codes too ("1.2m" of rope,
"Flat 5b"): those mean a magnitude only before a plural noun for what is counted by the million: people, calls, cases,
goods; a capital M, which is no metre, before every plural noun. Before any other plural noun ("1.2m poles") nobody can
tell, and the number is left out. Not here: money, whose sign decides (`figures/money`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from newsfacts import lexicons
from newsfacts.figures.numbers import Form, Number
from newsfacts.language.phrases import is_plural
from newsfacts.language.pipeline import Sentence, Token

__all__ = ["SuffixReader", "reader"]

_MODIFIERS = frozenset({"JJ", "JJR", "NN", "NNP", "HYPH", "VBN", "VBG", "CC"})
_REACH = 4
"""Tokens behind the suffix among which the plural noun stands."""


@dataclass(frozen=True, slots=True)
class SuffixReader:
    """Multiply out the suffixes of numbers; make one with `reader`."""

    values: Mapping[str, Decimal]
    """What a suffix multiplies by."""
    doubtful: frozenset[str]
    """Suffixes that are units or letters of a code too."""
    counted: frozenset[str]
    """Nouns, singular, for what is counted by the million, and units that are."""
    distances: frozenset[str]
    """Nouns before which "10k" is a distance."""
    labels: frozenset[str]
    """Words whose number is a name: Flat 5b."""

    def in_full(self, sentence: Sentence, number: Number) -> Number | None:
        """Give the number with its suffix multiplied out, the number itself where it has none, None where it is unsure.

        Example:
            "1.2m offences" is 1200000, "a 10k run" stays 10 with its letter, "2m poles" is None.
        """
        if number.form is not Form.DIGITS or number.before.strip("-‐‑–"):
            return number
        suffix, end = self._suffix(sentence, number)
        factor = self.values.get(suffix)
        following = sentence.token_at(end + 1) if sentence.slice(end, end + 1) == " " else None
        if factor is None or (suffix == "k" and following is not None and following.lower in self.distances):
            return number
        full = replace(number, value=number.value * factor, end=end, after="", scale=factor, form=Form.MIXED)
        if suffix not in self.doubtful:
            return full
        noun = self._plural(sentence, following)
        label = noun is not None and noun.tag == "NN" and number.after.isupper()  # our 10B team
        if noun is None or label or self._is_taken(sentence, number):
            return number
        return full if number.after == "M" or self._is_counted(noun) else None

    def _suffix(self, sentence: Sentence, number: Number) -> tuple[str, int]:
        """Give the letters behind the digits, glued or after a blank, and where they end."""
        if number.after:
            return number.after.lower(), number.end + len(number.after)
        token = sentence.token_at(number.end + 1) if sentence.slice(number.end, number.end + 1) == " " else None
        doubtful = token is not None and token.lower in self.doubtful and token.text.islower()
        return (token.lower, token.end) if token is not None and doubtful else ("", number.end)

    def _plural(self, sentence: Sentence, following: Token | None) -> Token | None:
        """Find the plural noun that the number stands before, adjectives between."""
        if following is None:
            return None
        for token in sentence.tokens[following.position : following.position + _REACH]:
            if is_plural(token) or token.lower in self.counted:
                return token
            if token.tag not in _MODIFIERS:
                return None
        return None

    def _is_counted(self, noun: Token) -> bool:
        word = noun.lower
        stems = (word, word.removesuffix("s"), word.removesuffix("es"), f"{word.removesuffix('ies')}y")
        return any(stem in self.counted for stem in stems)

    def _is_taken(self, sentence: Sentence, number: Number) -> bool:
        """See "two 6m boats" and "Flat 5b": what is counted is told already, or the number is a name."""
        token = sentence.token_at(number.start)
        before = sentence.tokens[token.position - 1] if token is not None and token.position else None
        return before is not None and (before.tag == "CD" or before.lower in self.labels)


def reader(extra: tuple[Path, ...] = ()) -> SuffixReader:
    """Make a reader from the lexicons `magnitudes`, `event_nouns`, `person_nouns` and `decoy_words`."""
    rows = lexicons.read("magnitudes", extra).rows
    values = {row["word"]: Decimal(row["value"]) for row in rows if row["class"] == "suffix"}
    nouns = lexicons.read("event_nouns", extra).words() | lexicons.read("person_nouns", extra).words()
    nouns |= {row["form"] for row in lexicons.read("units", extra).rows if len(row["form"]) > 3}  # 12.3m tonnes
    words = lexicons.read("decoy_words", extra)
    distances, labels, weak = (words.words(**{"class": name}) for name in ("distance", "label", "weak label"))
    doubtful = frozenset(row["word"] for row in rows if row["class"] == "doubtful")
    return SuffixReader(values, doubtful, nouns, distances, labels | weak)
