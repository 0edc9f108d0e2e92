"""Words that bound a number: "more than", "up to", "nearly", "or more", "-odd".

One pure reading: given a number's span, look at the words that touch it and say how the true number stands to the one
written, and how far the span reaches. A bound belongs to the number that it touches, never to a neighbour.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons import Lexicon, alternation, fold
from newsfacts.lexicons.function_words import any_of, function_words
from newsfacts.record import Comparator

__all__ = ["Bound", "BoundReader", "bound_reader", "dep_at", "limits"]

_REACH = 48
"""Characters in front of a number in which its bounds stand: two of the longest phrases with their spaces."""

_GAP = "-" + "".join(filter(str.isspace, map(chr, range(0x3001))))
"""Hyphens and white space of all kinds: what may stand between a bound and its number."""
_FURTHER = any_of("between bound and number")
_BETWEEN = function_words("article", "between bound and number")
"""Words that may stand between a bound and its number."""
_NEGATED = re.compile(rf"(?:\b(?:{any_of('negation')})|n[o'’]t)(?:\s+be)?\s+$", re.IGNORECASE)
_TURNED = {Comparator.GT: Comparator.LE, Comparator.LT: Comparator.GE}
"""What negation makes of a bound: not more than five is five at most."""
_DIFFERS = re.compile(rf"(?:\d|%|\b(?:{any_of('how much more')}))\s*(?:\w+\s+than)?$", re.IGNORECASE)
"""How much more, in front of "more than" or within it."""
_OPENERS = _GAP + "\"'“‘"
"""What may stand in front of the first word of a sentence."""
_OPENS_RANGE = re.compile(r"\b(?P<word>between|from)\s+$", re.IGNORECASE)

DepAt = Callable[[int], str]
"""Gives the dependency label of the word at a character of the text."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Hold how a number is bounded, and the span with the bounding words."""

    start: int
    """Index of the first character, bounding words included."""
    end: int
    """Index behind the last character, bounding words included."""
    comparator: Comparator
    """How the true number stands to the one written."""
    upper: bool = False
    """The number is a ceiling: "nearly 160,000" is at most that."""


class BoundReader:
    """Read the bounds around numbers; make one with `bound_reader`."""

    def __init__(self, comparators: Lexicon, prepositional: Lexicon) -> None:
        """Compile the phrases."""
        before = [row for row in comparators.rows if row["side"] == "before"]
        after = [row for row in comparators.rows if row["side"] == "after"]
        self._before = {fold(row["word"]): row for row in before}
        self._after = {fold(row["word"]): row for row in after}
        self._takers = prepositional.words(**{"class": "taker"})
        self._particled = prepositional.words(**{"class": "particle"})
        self._risers = prepositional.words(**{"class": "riser"})
        affairs = alternation(prepositional.words(**{"class": "affair"}))
        self._affair = re.compile(rf"[\s-]+(?:[\w-]+\s+)?(?:{affairs})\b", re.IGNORECASE)
        ruling = alternation(prepositional.words(**{"class": "rule"}))
        self._ruling = re.compile(rf"\s+(?:[\w-]+\s+)?(?:{ruling})\b", re.IGNORECASE)
        words = alternation(self._before)
        self._endings = (*(word.split()[-1].rstrip(_GAP) for word in self._before), *_BETWEEN)
        self._before_pattern = re.compile(
            rf"(?<![\w-])(?P<phrase>{words})(?P<article>\s+an?)?(?:\s+(?:the|{_FURTHER}))?(?P<apart>,)?[\s-]*$",
            re.IGNORECASE,
        )
        opens = any_of("phrase opener", "no bound before")
        word_after = alternation(word for word in self._after if word.isalpha() or " " in word)
        self._after_pattern = re.compile(
            rf"(?:[\s\-–]*(?P<phrase>{word_after})\b(?!\s+(?:{opens})\b)|(?P<sign>\+))",
            re.IGNORECASE,
        )
        self._word_before = re.compile(r"([\w'’]+)[\s,]*$")

    def read(self, text: str, start: int, end: int, dep_at: DepAt | None = None, *, ranged: bool = False) -> Bound:
        """Read the bound of the number (or amount) that stands from `start` to `end`.

        Example:
            >>> from newsfacts import lexicons
            >>> reader = bound_reader(lexicons.read("comparators"), lexicons.read("prepositional_nouns"))
            >>> reader.read("as high as more than 10 million", 21, 31).comparator.value
            'gt'
        """
        found: Comparator | None = None
        upper = False
        left = start
        while match := self._in_front(text, left):
            if match["apart"] and not self._opens(text, match):
                break  # in Hull at least, two men were held
            row = self._before[" ".join(fold(match["phrase"]).split())]
            if match["phrase"].lower().endswith("than") and self._compares(text, match):
                break  # 19 percent more than the 863 of last year
            if fold(match["phrase"]) == "under" and self._ruling.match(text, end):
                break  # charged under five provisions of the law
            if row["ambiguous"] and (match["article"] or self._prepositional(text, match, end, dep_at)):
                break  # held over a Rs 50-lakh robbery
            left = match.start("phrase")
            comparator = Comparator(row["comparator"])
            negated = _NEGATED.search(text, max(0, left - 12), left) if comparator in _TURNED else None
            if negated is not None:
                comparator, left = _TURNED[comparator], negated.start()
            if found is None or (found is Comparator.EQ and comparator is not Comparator.EQ):
                found, upper = comparator, row["bound"] == "upper"
        if ranged and (opening := _OPENS_RANGE.search(text, max(0, left - 9), left)):
            left = opening.start("word")
        right = end
        if behind := self._after_pattern.match(text, end):
            phrase = behind["phrase"]
            comparator = Comparator(self._after[" ".join(fold(phrase).split()) if phrase else "+"]["comparator"])
            if found in (None, Comparator.EQ):
                found = comparator
            right = behind.end()
        return Bound(left, right, found or Comparator.EQ, upper)

    def _in_front(self, text: str, left: int) -> re.Match[str] | None:
        """Find the phrase that ends in front of a character; most often the last word alone says that none does."""
        first = max(0, left - _REACH)
        if not fold(text[first:left]).rstrip(_GAP).removesuffix(",").endswith(self._endings):
            return None
        return self._before_pattern.search(text, first, left)

    def _opens(self, text: str, match: re.Match[str]) -> bool:
        """See that a bound with a comma behind it opens its sentence: "At least, two men were held"."""
        return fold(match["phrase"]).startswith("at ") and not text[: match.start()].strip(_OPENERS)

    def _compares(self, text: str, match: re.Match[str]) -> bool:
        """See that "more than" compares with a figure: "the" points at it, and a difference stands in front."""
        pointed = re.search(r"\bthe[\s-]*$", match[0], re.IGNORECASE)
        return bool(pointed) and bool(_DIFFERS.search(text, max(0, match.start() - 24), match.end("phrase")))

    def _prepositional(self, text: str, match: re.Match[str], end: int, dep_at: DepAt | None) -> bool:
        """See that "over" is a topic ("a row over two women", "held over £2m fraud") or a particle ("turned over")."""
        dep = dep_at(match.start()) if dep_at else "prep"
        before = self._word_before.search(text, max(0, match.start() - 24), match.start())
        word = fold(before[1]) if before is not None else ""
        if fold(match["phrase"]).startswith("up"):
            return word in self._risers
        topic = self._before[" ".join(fold(match["phrase"]).split())]["ambiguous"] == "topic"
        if word in self._particled and not topic:
            return True
        taken = word in self._takers
        return (taken and dep == "prep") or ((taken or dep == "prep") and bool(self._affair.match(text, end)))


def dep_at(sentence: Sentence) -> DepAt:
    """Give what tells the dependency label of the word at a character of a sentence's text."""

    def label(char: int) -> str:
        token = sentence.token_at(char + sentence.start)
        return token.dep if token is not None else ""

    return label


def bound_reader(comparators: Lexicon, prepositional: Lexicon) -> BoundReader:
    """Make a reader from the lexicons `comparators` and `prepositional_nouns`."""
    return BoundReader(comparators, prepositional)


def limits(value: Decimal, bound: Bound) -> tuple[Decimal | None, Decimal | None]:
    """Give the lowest and highest true number that a bound states, None where it states none."""
    if bound.comparator in (Comparator.GT, Comparator.GE):
        return value, None
    if bound.comparator in (Comparator.LT, Comparator.LE) or bound.upper:
        return None, value
    return None, None
