"""Pounds that are weights: of a substance, of a body, joined to their noun by a hyphen, or in a text from America.

Not here: the weights themselves (`figures/quantity`), which take what this module refuses.
"""

import re
from dataclasses import dataclass

from newsfacts.figures.money.whose import MoneyContext
from newsfacts.figures.number import Form, Number
from newsfacts.lexicons.function_words import any_of

__all__ = ["PoundReader"]

_OF_THREE_WORDS = re.compile(r"\s+of\s+(?:\w+\s+){0,2}?\w+")
_FOLLOWING = re.compile(r"\s+(\w+)")
_HEIGHT = re.compile(rf"(?:\b(?:{any_of('height')})\b|\b\d\s?['’′]\s?-?\d{{1,2}}\b)[^.;:]{{0,40}}$", re.IGNORECASE)
"""What in front makes pounds those of a body: 5 feet 9 inches, 165 pounds."""
_SHED = re.compile(rf"\b(?:{any_of('shed')})\s+(?:from\s+)?$", re.IGNORECASE)
"""What nobody does with money: drop 25 pounds, dropping from 208 pounds to 193."""
_WEIGHING = re.compile(rf"\b(?:{any_of('weighing')})\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)
"""The verb in front of pounds that nobody has counted."""
_BODY = (60, 700)
"""Pounds that a grown body weighs, from the lightest to the heaviest that news tells of."""


@dataclass(frozen=True, slots=True)
class PoundReader:
    """Tell pounds of weight from pounds of money."""

    sums: frozenset[str]
    """Nouns before which pounds with a hyphen are money: a 50-pound fine."""
    substances: frozenset[str]
    """Things that are weighed."""

    def weighs(self, text: str, number: Number, span: tuple[int, int], context: MoneyContext) -> bool:
        """Tell whether the pounds behind a number weigh something.

        `span`: characters of `text` at which the number ends and at which the word does.
        """
        stop, end = span
        if number.form is Form.INDEFINITE:
            start = stop - (number.end - number.start)
            return _WEIGHING.search(text, max(0, start - 30), start) is not None  # weighing thousands of pounds
        if text[stop : stop + 1] in ("-", "‐", "‑"):
            following = _FOLLOWING.match(text, end)
            return following is None or following[1].lower() not in self.sums
        if "weigh" in text.lower() or self._of_a_body(text, number, stop):
            return True
        american, british = context.american and "£" not in text, "£" in text or "GBP" in dict(context.votes)
        start = stop - (number.end - number.start)
        if number.scale == 1 and not british and (american or _SHED.search(text, max(0, start - 20), start)):
            return True
        return is_weight(text, end, self.substances if not american else None)

    def _of_a_body(self, text: str, number: Number, stop: int) -> bool:
        """See the weight that a description gives behind the height: a man, 6 feet tall, 180 pounds."""
        low, high = _BODY
        start = stop - (number.end - number.start)
        return low <= number.value <= high and _HEIGHT.search(text, max(0, start - 60), start) is not None


def is_weight(text: str, end: int, substances: frozenset[str] | None) -> bool:
    """See that "pounds", which end at a character, weigh something ("100 pounds of marijuana"); None: anything."""
    following = _OF_THREE_WORDS.match(text, end)
    if substances is None:
        return following is not None
    return following is not None and not substances.isdisjoint(re.findall(r"\w+", following[0].lower()))
