"""What degrees measure: heat, by the weather words of their sentence, or an angle, by its words of direction.

Where no word tells, degrees that describe a noun ("a 104-degree day") are heat and others are nothing: they may be a
university's. Not here: which scale is meant (`reader.py`).
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from newsfacts import lexicons
from newsfacts.lexicons import alternation

__all__ = ["DegreeReader", "Degrees", "degree_reader"]

_CLASSES = ("weather", "angle")


class Degrees(StrEnum):
    """Say what degrees measure."""

    HEAT = "temperature"
    ANGLE = "angle"


@dataclass(frozen=True, slots=True)
class DegreeReader:
    """Tell heat from angles; make one with `degree_reader`."""

    weather: re.Pattern[str]
    """Words for heat and cold."""
    angle: re.Pattern[str]
    """Words for turns and directions."""

    def heat(self, text: str) -> bool:
        """Tell whether a sentence talks of heat or cold."""
        return self.weather.search(text) is not None

    def read(self, text: str, end: int, *, hyphen: bool, exact: bool) -> Degrees | None:
        """Say what the degrees that end at a character measure, or None.

        `hyphen`: they describe a noun; `exact`: their number stands in digits.

        Example:
            >>> reader = degree_reader()
            >>> reader.read("a 180-degree turn", 12, hyphen=True, exact=True).value
            'angle'
        """
        if hyphen and self.angle.match(text, end + 1):
            return Degrees.ANGLE
        if self.heat(text):
            return Degrees.HEAT
        if exact and self.angle.search(text):
            return Degrees.ANGLE
        return Degrees.HEAT if hyphen else None


def degree_reader(extra: tuple[Path, ...] = ()) -> DegreeReader:
    """Make a reader from the lexicon `degree_words`."""
    words = lexicons.read("degree_words", extra)
    whole, stems = ({c: alternation(words.words(**{"class": f"{c}{s}"})) for c in _CLASSES} for s in ("", " stem"))
    return DegreeReader(*(re.compile(rf"\b(?:(?:{stems[c]})|(?:{whole[c]})\b)", re.IGNORECASE) for c in _CLASSES))
