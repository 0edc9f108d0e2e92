"""Whether two numbers are a ratio: "two in three drivers", "11 of the 13 categories", not "140 in 2015".

First what stands around them may refuse: a year, a rank or score in front, a stretch of time behind. Then the word
between them says what is asked: "of" wants a counted whole that a clause tells of, "out of" nothing more, "in" small
numbers with a noun or a verb behind. Not here: which two numbers are looked at.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsfacts.figures.numbers import Form, Number
from newsfacts.figures.percentage.words import ChangeWords
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import cue_words, function_words

__all__ = ["RatioReader"]

_MOST_SMALL = 10
"""A ratio in digits with "in" is small: "1 in 8"; "140 in 2015" is a count and a year."""
_MOST_WHOLE = 1000
_YEAR = re.compile(r"(?:19|20)\d\d")
_SCORED = cue_words("scored")
_OWNED = function_words("have")
_WITHIN = function_words("within a whole")
"""Words in front of a part of a whole that a clause tells of."""


class _Ratio(NamedTuple):
    """Hold two numbers of which the first may be a part of the second: 13 of the 16."""

    number: Number
    other: Number
    joint: str
    """What stands between them, in lower case."""
    pointed: bool
    """Whether the whole has an article or an owner: "of the 13", "of his 13"."""
    sentence: Sentence
    first: Token
    """Where the first number begins."""
    before: Sequence[Token]
    """The words in front, four at most."""
    following: Sequence[Token]
    """The words behind, four at most."""
    head: Token | None
    """The noun behind that the numbers count."""

    @property
    def one(self) -> bool:
        """See "one", which points at a single thing: "one of the two key points"."""
        return self.number.value == 1 and self.number.form is Form.WORDS


class RatioReader:
    """Tell ratios from numbers that only stand together."""

    def __init__(self, words: ChangeWords, times: frozenset[str]) -> None:
        """Take the words of people and ranks, and the nouns of time."""
        self._words, self._times = words, times

    def is_ratio(self, sentence: Sentence, pair: tuple[Number, Number], joint: str, *, pointed: bool) -> bool:
        """Tell whether two numbers are a ratio; `joint` stands between, `pointed`: with an article."""
        number, other = pair
        first, last = sentence.token_at(number.start), sentence.token_at(other.end - 1)
        if first is None or last is None or _YEAR.fullmatch(other.plain):
            return False
        before = sentence.tokens[max(0, first.position - 4) : first.position]
        following = sentence.tokens[last.position + 1 : last.position + 5]
        if self._is_ranked(before) or self._is_time(following):
            return False
        nouns = (token for token in following if is_noun(token))
        head = next((token for token in nouns if not _noun_behind(sentence, token)), None)
        ratio = _Ratio(number, other, joint, pointed, sentence, first, before, following, head)
        if joint.startswith("of"):
            return self._is_part(ratio)
        if joint.startswith("out"):
            return other.value <= _MOST_WHOLE * _MOST_WHOLE
        if ratio.one and head is None and other.value > 1:
            return _ends_behind(ratio)
        return _is_small(ratio) and _counts_something(ratio)

    def _is_ranked(self, before: Sequence[Token]) -> bool:
        """See "ranked 3 of 12", "scored 8 out of 10"."""
        return any(
            self._words.lemma(token.lower, token.tag) in self._words.ranking or token.lower in _SCORED
            for token in before
        )

    def _is_time(self, following: Sequence[Token]) -> bool:
        """See "two in three months", and the rest of a date or a code."""
        return bool(following) and (following[0].lower in self._times or following[0].text in ("/", "-"))

    def _is_part(self, ratio: _Ratio) -> bool:
        """See a part of a counted whole: "11 of the 13 categories were", "13 of the 16 accused"."""
        if ratio.pointed and (self._of_people(ratio) or _stops(ratio)):
            return not ratio.one  # "13 of the 16 accused", "29 of the 38,"
        head, before = ratio.head, ratio.before
        plural = head is not None and head.tag in ("NNS", "NNPS")
        if not plural or ratio.one:
            return False
        # "incident 500 of 25 February" has a noun in front, "Act 4 of 1916" none behind
        labelled = bool(before) and (is_noun(before[-1]) or before[-1].text in (".", "#"))
        return _is_told(ratio) and not labelled and not _is_acted_on(ratio)

    def _of_people(self, ratio: _Ratio) -> bool:
        """See a whole of people whose word is no plural: "of the 16 accused"."""
        people, head = self._words.people, ratio.head
        if head is not None:
            return head.tag not in ("NNS", "NNPS") and head.lower in people
        return bool(ratio.following) and ratio.following[0].lower in people


def _stops(ratio: _Ratio) -> bool:
    """See a whole behind which nothing is told: "29 of the 38,"."""
    return not ratio.following or ratio.following[0].text in (",", ".")


def _verb_before(ratio: _Ratio) -> Token | None:
    return ratio.before[-1] if ratio.before and is_verb(ratio.before[-1]) else None


def _span(ratio: _Ratio) -> Sequence[Token]:
    """Give the words from the first number to the noun."""
    return ratio.sentence.tokens[ratio.first.position : ratio.head.position + 1] if ratio.head else ()


def _is_acted_on(ratio: _Ratio) -> bool:
    """See the object of a deed, which counts what was done: "arrested two of the five men"."""
    verb = _verb_before(ratio)
    acted = ratio.pointed and verb is not None and verb.lower not in _OWNED
    return acted and any(token.dep == "dobj" for token in _span(ratio))


def _is_told(ratio: _Ratio) -> bool:
    """See what a clause tells of: its subject, or behind "in", "of", "that"; "guilty on nine of 12 counts" is none."""
    if any(token.dep in ("nsubj", "nsubjpass") for token in _span(ratio)):
        return True
    if ratio.before and ratio.before[-1].lower in _WITHIN:
        return True
    return ratio.pointed and _verb_before(ratio) is None and ratio.first.position == 0


def _ends_behind(ratio: _Ratio) -> bool:
    """See "one in five" without a noun: an end or a verb stands behind."""
    following = ratio.following
    return not following or following[0].text in (",", ".", ";", ")") or is_verb(following[0])


def _is_small(ratio: _Ratio) -> bool:
    """See numbers that people say as a ratio: in words, both small, or of a round whole."""
    number, whole = ratio.number, ratio.other.value
    if number.value > _MOST_SMALL or whole > _MOST_WHOLE:
        return False
    return number.form is Form.WORDS or whole % 5 == 0 or whole <= _MOST_SMALL


def _counts_something(ratio: _Ratio) -> bool:
    """See a noun that is counted, a bracket or "of" that tells it, or a verb."""
    if ratio.head is not None:
        return True
    following = ratio.following
    return bool(following) and (following[0].lower in ("(", "of") or is_verb(following[0]))


def _noun_behind(sentence: Sentence, token: Token) -> bool:
    """See one more noun right behind, which is the head instead."""
    behind = token.position + 1
    return behind < len(sentence.tokens) and is_noun(sentence.tokens[behind])
