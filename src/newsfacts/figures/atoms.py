"""The pieces of numbers: digits, number words, magnitudes, fractions, and clusters that are no numbers.

One regular expression, built from the lexicons, finds them all; clusters are dates, times and telephone numbers. What
pieces make one number is decided in `numbers.py`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from newsfacts.figures.digits import CLUSTER, GROUPED, SLASHED, digit_value
from newsfacts.lexicons import Lexicon, alternation, fold
from newsfacts.lexicons.function_words import any_of, function_words

__all__ = ["Atom", "AtomReader", "NumberWords", "number_words"]

_LEADS = {"few": "2", "multi": "1", "couple": "2", "article": "1", "half": "0.5"}
"""Values of the words that lead a magnitude, by kind."""
_BEFORE = re.compile(r"(?:[A-Za-z]{1,4}\.?|[#/:]|(?<=\w)[-‐‑])\Z")
"""What stands glued in front of digits."""
_IN_TOTAL = re.compile(r"in\s+(?:total|all)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Atom:
    """Hold one piece of a number."""

    start: int
    """Index of its first character in the text."""
    end: int
    """Index behind its last one, suffix apart."""
    kind: str
    """What the expression calls it: digits, slashed, cluster, part, or the class of the word."""
    value: Decimal
    """What it adds or multiplies by; 0 for a cluster and a part."""
    text: str
    """As written, words in lower case."""
    suffix: Decimal | None = None
    """What the letters glued to its digits multiply by."""
    before: str = ""
    """Letters and marks glued in front of its digits."""
    after: str = ""
    """Letters glued behind them."""
    odd: bool = False
    """Its digits are grouped as no country groups them."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Hold the words of numbers, all in lower case."""

    small: Mapping[str, tuple[str, Decimal]]
    """Words below a hundred, to their class (ones, teens, tens) and value."""
    digits: Mapping[str, str]
    """The same words to their value as it is written."""
    scales: Mapping[str, Decimal]
    """Magnitudes that multiply: hundred, million."""
    plurals: Mapping[str, Decimal]
    """Magnitudes that are indefinite: hundreds."""
    suffixes: Mapping[str, Decimal]
    """Magnitudes glued to digits: bn."""
    fractions: Mapping[str, int]
    """Parts to their denominator: third, quarters."""


def number_words(words: Lexicon, magnitudes: Lexicon, fractions: Lexicon) -> NumberWords:
    """Take the words from the lexicons `number_words`, `magnitudes` and `fractions`."""

    def magnitude(*classes: str) -> dict[str, Decimal]:
        return {fold(row["word"]): Decimal(row["value"]) for row in magnitudes.rows if row["class"] in classes}

    return NumberWords(
        small={fold(row["word"]): (row["class"], Decimal(row["value"])) for row in words.rows},
        digits={fold(row["word"]): row["value"] for row in words.rows},
        scales=magnitude("scale", "both"),
        plurals=magnitude("plural", "both"),
        suffixes=magnitude("suffix"),
        fractions={fold(row["word"]): int(row["denominator"]) for row in fractions.rows},
    )


class AtomReader:
    """Find the pieces of the numbers of a text."""

    def __init__(self, words: NumberWords) -> None:
        """Compile the words into one expression."""
        self._words = words
        scale = alternation(words.scales)
        known = alternation([*words.small, *words.scales, *words.plurals])
        ones = alternation(word for word, (kind, value) in words.small.items() if kind == "ones" and value)
        leads = ("multi", "half", *function_words("vague", "indefinite"), *words.fractions)
        initials = "".join(sorted({word[0].lower() for word in (*words.small, *words.scales, *words.plurals, *leads)}))
        self._pattern = re.compile(
            rf"""
              (?= [\d+(.½¼¾] ) (?: (?P<slashed> {SLASHED} )
              | (?<![\w]) (?P<cluster> {CLUSTER} ) (?![\w])
              | (?P<digits> {GROUPED} ) (?P<after> [A-Za-z]* ) )
            | \b (?= [{initials}] ) (?: (?P<multi> multi ) [\s-]+ (?= (?:{scale}) \b )
              | (?P<few> (?:a\s+few|{any_of("vague")}) ) [\s-]+ (?= (?:{scale}) \b )
              | (?P<couple> a\s+couple ) (?= \s+ (?:of\b|{any_of("counted in couples")}|more\b|\w+s\b) )
              | (?P<article> an? ) [\s]+ (?= (?:{scale}|{alternation(words.plurals)}) \b )
              | (?P<half> half ) [\s-]+ (?:an?\s+)? (?= (?:{scale}) \b )
              | (?P<part> (?:(?:an?|{ones})[\s-]+)?
                 (?:{alternation(words.fractions)}) ) (?= \s+(?:{any_of("of a part")})\b | [\s-]+\w | \s*\(\d )
              | (?P<word> {known} ) \b )
            """,
            re.VERBOSE | re.IGNORECASE,
        )

    def read(self, text: str) -> list[Atom]:
        """Find the pieces of numbers of a text, in order."""
        atoms: list[Atom] = []
        floor = 0
        for match in self._pattern.finditer(text):
            kind = match.lastgroup or ""
            if match["digits"] is not None:
                atoms.append(self._digits(match, floor))
            elif kind == "slashed":
                value = Decimal(match["whole"] or 0) + Decimal(match["top"]) / Decimal(match["bottom"])
                atoms.append(Atom(match.start(), match.end(), "slashed", value, match[0]))
            elif kind == "cluster":
                atoms.append(Atom(match.start(), match.end(), "cluster", Decimal(0), match[0]))
            elif kind == "word":
                atoms.append(self._word(match))
            elif kind == "part":
                atoms.append(Atom(match.start(), match.end(), "part", Decimal(0), fold(match["part"])))
            else:
                value = Decimal(_LEADS[kind])
                end = match.end(kind) if kind == "couple" else match.end()
                atoms.append(Atom(match.start(), end, kind, value, match[0]))
            floor = match.end()
        return atoms

    def _word(self, match: re.Match[str]) -> Atom:
        word = fold(match["word"])
        if word in self._words.small:
            kind, value = self._words.small[word]
        elif word in self._words.scales and not (word in self._words.plurals and not self._follows_number(match)):
            kind, value = "scale", self._words.scales[word]
        else:
            kind, value = "plural", self._words.plurals[word]
        return Atom(match.start(), match.end(), kind, value, word)

    def _follows_number(self, match: re.Match[str]) -> bool:
        """Tell "20 lakhs" (a scale) from "lakhs of people" (indefinite)."""
        before = match.string[max(0, match.start() - 12) : match.start()].rstrip(" -\u00a0")
        last = fold(re.split(r"[\s-]", before)[-1])
        return bool(before) and (
            before[-1].isdigit() or last in self._words.small or last in self._words.scales or last == "half"
        )

    def _digits(self, match: re.Match[str], floor: int) -> Atom:
        digits, after = match["digits"], match["after"]
        if after and _IN_TOTAL.match(match.string, match.start("after")):
            after = ""  # "16,794in total": the space was lost
        glued = _BEFORE.search(match.string, max(floor, match.start() - 5), match.start())
        before = glued[0] if glued else ""
        value, odd = digit_value(digits)
        suffix = self._words.suffixes.get(fold(after)) if after else None
        end = match.end("digits")
        return Atom(match.start("digits"), end, "digits", value, digits, suffix, before, after, odd)
