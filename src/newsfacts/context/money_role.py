"""What an amount of money is in the story: stolen, lost, recovered, a fine, bail, …

The looks go from near to far: a noun that the amount modifies or that names it ("a £300 fine", "bail of $500,000"), what the
sentence says of ransom and bribes, the verb that governs the amount, a value that something has, a naming noun in the clause.
"""

from collections.abc import Callable
from pathlib import Path

from newsfacts import lexicons
from newsfacts.context.predicate import Predicate
from newsfacts.language import Sentence
from newsfacts.phrases import is_verb
from newsfacts.record import MoneyRole

__all__ = ["MoneyRoleReader", "reader"]

Lemma = Callable[[str, str], str]
"""Gives the base form of a word with its tag."""

_WHOLE_SENTENCE = (MoneyRole.RANSOM, MoneyRole.BRIBE)
_NAMING = frozenset(
    {
        "of",
        "at",
        "is",
        "was",
        "were",
        "to",
        "in",
        "totalling",
        "totaling",
        "worth",
        "estimated",
        "set",
        "by",
        ":",
        "as",
        "high",
        "up",
        "reached",
        "exceeded",
        "be",
        "been",
        "a",
        "an",
        "over",
        "than",
        "more",
        "about",
        "some",
        "least",
        "(",
        "-",
    }
)
_TAKING = (MoneyRole.STOLEN, MoneyRole.SEIZED, MoneyRole.RECOVERED, MoneyRole.DAMAGE, MoneyRole.LOSS)
_VALUING = frozenset({"worth", "valued", "value", "values"})


class MoneyRoleReader:
    """Read the role of an amount; make one with `reader`."""

    def __init__(self, verbs: dict[str, str], nouns: dict[str, str]) -> None:
        """Take the verbs and nouns with their roles."""
        self._verbs = {word: MoneyRole(role) for word, role in verbs.items()}
        self._nouns = {word: MoneyRole(role) for word, role in nouns.items()}

    def read(self, sentence: Sentence, start: int, end: int, predicate: Predicate | None, lemma: Lemma) -> MoneyRole:
        """Read the role of the amount from `start` to `end` whose predicate is given."""
        tokens = sentence.tokens
        inside = sentence.tokens_in(start, end)
        first, last = (inside[0].position, inside[-1].position) if inside else (0, 0)
        near = self._beside(sentence, first, last)
        if near is not None:
            return near
        words = {token.lower for token in tokens}
        for role in _WHOLE_SENTENCE:
            if any(self._nouns.get(word) is role for word in words):
                return role
        valued = any(
            token.lower in _VALUING for token in tokens[max(0, first - 4) : first] + tokens[last + 1 : last + 3]
        )
        governed = self._governed(sentence, predicate, first, lemma)
        if valued:
            return governed if governed in (*_TAKING, MoneyRole.PAID, MoneyRole.INVOLVED) else MoneyRole.PRICE
        if governed is not None:
            return governed
        return self._clause(sentence, first) or MoneyRole.OTHER

    def _beside(self, sentence: Sentence, first: int, last: int) -> MoneyRole | None:
        tokens = sentence.tokens
        for token in tokens[last + 1 : last + 4]:
            if token.lower in self._nouns and token.lower not in _VALUING:
                return self._nouns[token.lower]
            if token.tag not in ("JJ", "NN", "NNP", "HYPH", "VBN", "POS", "CD") and token.lower not in (
                "in",
                "a",
                "of",
            ):
                break
        for token in reversed(tokens[max(0, first - 8) : first]):
            role = self._nouns.get(token.lower)
            if role is not None and token.lower not in _VALUING:
                return role
            if token.lower not in _NAMING and token.tag not in ("JJ", "RB", "NN", "NNS", "VBN", "MD", "CD", "CC", "IN"):
                break
            if token.tag in ("NN", "NNS") and token.position < first - 3:
                break
        return None

    def _governed(self, sentence: Sentence, predicate: Predicate | None, first: int, lemma: Lemma) -> MoneyRole | None:
        if predicate is None:
            return None
        if predicate.lemma in self._verbs:
            return self._verbs[predicate.lemma]
        position = predicate.position
        for ancestor in sentence.ancestors(position):
            token = sentence.tokens[ancestor]
            if is_verb(token) and lemma(token.lower, token.tag) in self._verbs:
                return self._verbs[lemma(token.lower, token.tag)]
        for child in sentence.children[position]:
            token = sentence.tokens[child]
            if is_verb(token) and child < first and lemma(token.lower, token.tag) in self._verbs:
                return self._verbs[lemma(token.lower, token.tag)]
        return None

    def _clause(self, sentence: Sentence, first: int) -> MoneyRole | None:
        for token in reversed(sentence.tokens[max(0, first - 12) : first]):
            if token.text in (";", "."):
                return None
            if token.lower in self._nouns:
                return self._nouns[token.lower]
        return None


def reader(extra: Path | None = None) -> MoneyRoleReader:
    """Make a reader from the lexicon `money_roles`."""
    roles = lexicons.read("money_roles", extra)
    verbs = {row["word"]: row["role"] for row in roles.rows if row["class"] == "verb"}
    return MoneyRoleReader(verbs, {row["word"]: row["role"] for row in roles.rows if row["class"] == "noun"})
