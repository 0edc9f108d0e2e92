"""One unit told by an article: "about a mile north", "over a tonne of copper", "a kg".

An article also makes rates ("£5 a kilo", "20 miles a gallon") and idioms, so it is read only under a bound, before a
direction, or where it is all that the unit of text says. Not here: parts of a unit ("half a kilo", `reader.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from newsfacts.figures.bounds import BoundReader
from newsfacts.figures.numbers import Form, Number
from newsfacts.figures.quantity.units import UnitTable
from newsfacts.lexicons import alternation
from newsfacts.lexicons.function_words import any_of, function_words
from newsfacts.record import Comparator

__all__ = ["Single", "SingleReader", "single_reader"]

_DIRECTION = re.compile(rf"\s+(?:{any_of('away')})(?:[a-z]*)\b")
_RATE = re.compile(rf"(?:\d|[£$€]|\b(?:{any_of('of a rate')}))\s*$", re.IGNORECASE)
"""What in front makes the article one of a rate, or of a part."""
_MEASURED = function_words("measured")
_BODIES = function_words("thing first")
"""Names of units that are names of things first."""


@dataclass(frozen=True, slots=True)
class Single:
    """Hold one unit told by an article; `number` is the article, valued one."""

    number: Number
    unit: re.Match[str]
    """The article with its unit, in the characters of the unit of text."""


@dataclass(frozen=True, slots=True)
class SingleReader:
    """Find units told by an article; make one with `single_reader`."""

    pattern: re.Pattern[str]
    """The article with a unit behind it."""
    bounds: BoundReader
    """Tells "over a tonne" from "a tonne"."""

    def read(self, text: str, offset: int) -> Iterator[Single]:
        """Walk over the units told by an article; `offset` is added to the indices of numbers."""
        for match in self.pattern.finditer(text):
            start = match.start()
            if _RATE.search(text, max(0, start - 12), start):
                continue
            alone = not text[:start].strip() and not text[match.end() :].strip(" .")
            bound = self.bounds.read(text, start, match.end())
            bounded = bound.comparator is not Comparator.EQ and bound.start < start
            if alone or bounded or _DIRECTION.match(text, match.end()):
                end = match.end("article")
                yield Single(Number(start + offset, end + offset, Decimal(1), Form.WORDS), match)


def single_reader(units: UnitTable, bounds: BoundReader) -> SingleReader:
    """Make a reader of the singular names and the symbols of the units of weight, length, area and volume."""
    forms = [
        form
        for form, row in units.exact.items()
        if row["dimension"] in _MEASURED and row["unit"] not in _BODIES and form.removesuffix("s") == form
        if row["guard"] in ("", "currency") and len(form) > 1
    ]
    pattern = rf"\b(?P<article>an?)(?P<gap>\s+)(?P<form>{alternation(forms)})(?![\w²³-])"
    return SingleReader(re.compile(pattern, re.IGNORECASE), bounds)
