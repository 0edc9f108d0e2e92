"""What an amount of money is in the story: stolen, lost, recovered, a fine or bail.

The looks go from near to far: a noun that the amount modifies or that names it ("a £300 fine", "bail of $500,000"),
what the sentence says of ransom and bribes, the verb that governs the amount, a value that something has, a naming noun
in the clause.
"""

import re
from collections.abc import Callable
from pathlib import Path

from newsfacts import lexicons
from newsfacts.actions.predicate import Predicate
from newsfacts.language.phrases import is_verb
from newsfacts.language.pipeline import Sentence
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
_ASKING = frozenset(
    {"ask", "demand", "reduce", "raise", "deliver", "pay", "leave", "negotiate", "drop", "hand", "contain", "bring"}
)
"""Verbs by which money is a ransom in a story of a kidnapping."""
_EACH = re.compile(
    r"\s*(?:per\s+\w+|each\b|apiece\b|a\s+(?:kg|kilo|bottle|piece|gram|litre|head|share|copy|ticket|tablet)\b|-a-\w+)",
    re.IGNORECASE,
)
_LISTING = frozenset({",", "and", "with", "besides", "plus", "including", "containing"})
"""Words in front of an item of a list."""
_VALUING = frozenset({"worth", "valued", "value", "values"})


class MoneyRoleReader:
    """Read the role of an amount; make one with `reader`."""

    def __init__(self, verbs: dict[str, str], nouns: dict[str, str]) -> None:
        """Take the verbs and nouns with their roles."""
        self._verbs = {word: MoneyRole(role) for word, role in verbs.items()}
        self._nouns = {word: MoneyRole(role) for word, role in nouns.items()}

    def read(
        self,
        sentence: Sentence,
        start: int,
        end: int,
        predicate: Predicate | None,
        lemma: Lemma,
        *,
        ransom: bool = False,
    ) -> MoneyRole:
        """Read the role of the amount from `start` to `end`; `ransom` says that a kidnapping is told of."""
        tokens = sentence.tokens
        inside = sentence.tokens_in(start, end)
        first, last = (inside[0].position, inside[-1].position) if inside else (0, 0)
        near = self._beside(sentence, first, last) or self._behind(sentence, last, lemma)
        if near is not None:
            return near
        words = {token.lower for token in tokens}
        for role in _WHOLE_SENTENCE:
            if any(self._nouns.get(word) is role for word in words):
                return role
        if ransom and predicate is not None and predicate.lemma in _ASKING:
            return MoneyRole.RANSOM
        valued = any(
            token.lower in _VALUING for token in tokens[max(0, first - 4) : first] + tokens[last + 1 : last + 3]
        )
        governed = self._governed(sentence, predicate, first, lemma)
        if valued:
            return governed if governed in (*_TAKING, MoneyRole.PAID, MoneyRole.INVOLVED) else MoneyRole.PRICE
        each = _EACH.match(sentence.text, end - sentence.start)
        if each and governed in (None, MoneyRole.INVOLVED, MoneyRole.STOLEN, MoneyRole.PAID):
            return MoneyRole.PRICE
        found = governed or self._clause(sentence, first)
        if found is None and first and tokens[first - 1].lower in _LISTING:
            found = self._nearest(sentence, first, last, lemma)
        return found or MoneyRole.OTHER

    def _behind(self, sentence: Sentence, last: int, lemma: Lemma) -> MoneyRole | None:
        """Read "£150,000 seized from criminals", "$1,150 was taken", "Rs 11 crore, or 61 per cent, was recovered"."""
        for token in sentence.tokens[last + 1 : last + 9]:
            if token.tag == "VBN" and token.lower not in ("been", "worth"):
                role = self._verbs.get(lemma(token.lower, token.tag))
                return role if role in _TAKING else None
            if token.tag in ("VBD", "VBZ", "VBP") and token.lower not in (
                "was",
                "were",
                "has",
                "have",
                "had",
                "is",
                "are",
            ):
                return None
            if token.text in (";", ".") or token.tag in ("WDT", "WP", "VBG"):
                return None
        return None

    def _nearest(self, sentence: Sentence, first: int, last: int, lemma: Lemma) -> MoneyRole | None:
        """Take the nearest verb of the sentence that gives a role, for long lists that the parser loses its way in."""
        for token in [*reversed(sentence.tokens[:first]), *sentence.tokens[last + 1 :]]:
            if is_verb(token) or token.tag == "JJ":
                role = self._verbs.get(lemma(token.lower, token.tag if is_verb(token) else "VBN"))
                if role is not None:
                    return role
        return None

    def _beside(self, sentence: Sentence, first: int, last: int) -> MoneyRole | None:
        tokens = sentence.tokens
        for token in tokens[last + 1 : last + 6]:
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
