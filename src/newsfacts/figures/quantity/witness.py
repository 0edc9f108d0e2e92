"""What must be there for a form to be a unit where it may be something else: pounds, feet, degrees, stones, m, W, C.

The column `guard` of the lexicon `units` says which witness a form asks for. Not here: the units themselves.
"""

import re
from collections.abc import Mapping

from newsfacts.figures.numbers import Form, Number
from newsfacts.figures.quantity.degrees import DegreeReader, Degrees
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons import alternation
from newsfacts.lexicons.function_words import any_of

__all__ = ["Witness"]

_THING = re.compile(r"\s+of\s+(?:\w+\s+){0,2}?(\w+)")
_NO_UNIT = re.compile(r"\.|\s(?:[A-Z][a-z]|\d)|\s[a-z]+s\b")
"""What makes a letter no unit: 106 W. Dover St., 12 W Main Street, 767 W 5th, 12 V homes."""

_CODE = 5
"""Digits without grouping that a code or a house has, and no battery."""


class Witness:
    """Look for what tells a unit from something else that is written alike."""

    def __init__(self, substances: frozenset[str], degrees: DegreeReader, extents: frozenset[str]) -> None:
        """Take what is weighed, the reader of degrees, and the adjectives that a length measures."""
        self._substances, self._degrees = substances, degrees
        self._extent = re.compile(
            rf"\s+(?:{alternation(extents)})(?=\s*(?:[.,;:)]|$)|\s+(?:{any_of('behind an extent')})\b)"
        )

    def degrees(self, text: str, number: Number, match: re.Match[str]) -> Degrees | None:
        """Say what degrees measure, or None where they may be a university's."""
        exact = number.form in (Form.DIGITS, Form.RANGE)
        return self._degrees.read(text, match.end(), hyphen=_hyphened(match), exact=exact)

    def speaks(self, row: Mapping[str, str], sentence: Sentence, number: Number, match: re.Match[str]) -> bool:
        """Tell whether the witness that the row of a unit asks for is there."""
        text, guard, hyphen = sentence.text, row["guard"], _hyphened(match)
        following = _THING.match(text, match.end())
        weighed = following is not None and not self._substances.isdisjoint(re.findall(r"\w+", following[0].lower()))
        if guard == "currency":
            return weighed or hyphen or number.form is not Form.FRACTION  # money has taken its own before
        if guard == "extent":
            return bool(self._extent.match(text, match.end()))
        if guard == "weather":
            return self._degrees.heat(text)
        if guard == "symbol":
            apart = match["gap"] and _NO_UNIT.match(text, match.end())
            return not apart and self._names_nothing(sentence, number)
        if row["unit"] == "knot":
            return text[match.start() - 1].isdigit()  # "tied with three knots" has no speed
        return weighed or hyphen or row["unit"] in ("metre", "gram") or bool(following)

    def _names_nothing(self, sentence: Sentence, number: Number) -> bool:
        """See that no name stands in front of a number in digits: a 12V battery, but not Flat 12 V."""
        token = sentence.token_at(number.start)
        before = sentence.tokens[token.position - 1] if token is not None and token.position else None
        small = number.form in (Form.DIGITS, Form.RANGE) and len(number.plain) < _CODE
        return small and (before is None or before.tag not in ("NNP", "NNPS"))


def _hyphened(match: re.Match[str]) -> bool:
    """See a hyphen between a number and its unit."""
    return "-" in (match.groupdict().get("gap") or "")
