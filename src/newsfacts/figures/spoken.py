"""Decimals as they are spoken: "five point three three thousand", "two point one per cent"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from newsfacts.lexicons import alternation
from newsfacts.lexicons.function_words import any_of

__all__ = ["SpokenDecimals", "spoken_decimals"]

_AT_ONE = re.compile(rf"\b(?:{any_of('before one')})\s+$", re.IGNORECASE)
"""What makes "one point" a moment or a matter: at one point three men ran."""


@dataclass(frozen=True, slots=True)
class SpokenDecimals:
    """Read the digits behind a spoken point; make one with `spoken_decimals`."""

    digits: Mapping[str, Decimal]
    """Number words below ten."""
    pattern: re.Pattern[str]
    """The point with its digits."""

    def read(self, text: str, start: int, end: int) -> tuple[Decimal, int] | None:
        """Read what stands behind the number from `start` to `end`: the fraction and where it ends, or None.

        Example:
            >>> from newsfacts import lexicons
            >>> spoken_decimals(lexicons.read("number_words").mapping("value")).read("two point one five tons", 0, 3)
            (Decimal('0.15'), 18)
        """
        found = self.pattern.match(text, end)
        if found is None or (text[start:end].lower() == "one" and _AT_ONE.search(text, max(0, start - 6), start)):
            return None
        digits = [self.digits[word] for word in re.split(r"[\s-]+", found["digits"].lower().strip())]
        return Decimal("0." + "".join(str(digit) for digit in digits)), found.end()


def spoken_decimals(values: Mapping[str, str]) -> SpokenDecimals:
    """Make a reader from the number words and their values."""
    digits = {word.lower(): Decimal(value) for word, value in values.items() if Decimal(value) < 10}
    word = alternation(digits)
    pattern = re.compile(rf"\s+point(?P<digits>(?:[\s-]+(?:{word})\b)+)", re.IGNORECASE)
    return SpokenDecimals(digits, pattern)
