"""Two numbers that are one: a range ("five to ten", "between five and ten"), or one number said twice ("five (5)")."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from newsfacts.figures.number import Form, Number
from newsfacts.lexicons import fold

__all__ = ["ranges", "shifted", "twins"]

_RANGE_GAP = re.compile(r"\s*[-–—‐‑−~～]\s*[~≈]?|\s+(?:to|or)\s+|\s+and\s+", re.IGNORECASE)
_TIGHT = re.compile(r"[-–—‐‑−]")
"""What binds two numbers closer than any word: from 24 to 33-35 billion."""
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_TWIN = re.compile(r"\s*[(\[]\s*$")


def twins(text: str, numbers: Sequence[Number]) -> list[Number]:
    """Join "five (5)" into one number."""
    joined: list[Number] = []
    for number in numbers:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.value == number.value
            and (last.form is Form.DIGITS) != (number.form is Form.DIGITS)
            and _TWIN.fullmatch(text, last.end, number.start)
            and text[number.end : number.end + 2].lstrip()[:1] in (")", "]")
        ):
            joined[-1] = replace(last, end=text.index(text[number.end :].lstrip()[0], number.end) + 1)
        else:
            joined.append(number)
    return joined


def ranges(text: str, numbers: Sequence[Number]) -> list[Number]:
    """Join "five to ten", "5-10" and "between five and ten" into one number each."""
    joined: list[Number] = []
    for number, following in zip_longest(numbers, numbers[1:]):
        tight = following is not None and _TIGHT.fullmatch(text, number.end, following.start)
        pair = _range(text, joined[-1], number) if joined and not tight else None
        if pair is None:
            joined.append(number)
        else:
            joined[-1] = pair
    return joined


def _range(text: str, low: Number, high: Number) -> Number | None:
    gap = text[low.end : high.start]
    if len(gap) > 8 or not _RANGE_GAP.fullmatch(gap) or low.after or Form.RANGE in (low.form, high.form):
        return None
    if {Form.INDEFINITE, Form.FRACTION} & {low.form, high.form} or high.before.strip("-‐‑–"):
        return None
    joint = fold(gap.strip())
    if joint == "and" and not _BETWEEN.search(text, max(0, low.start - 10), low.start):
        return None
    value = low.value * high.scale if high.scale > 1 and low.scale == 1 and low.value < high.value else low.value
    if value >= high.value or (joint == "or" and high.value > 100 * max(value, Decimal(1))):
        return None
    return Number(
        low.start, high.end, value, Form.RANGE, high=high.value, parts=(replace(low, value=value), high),
        scale=high.scale, before=low.before, after=high.after, plain=low.plain, odd=low.odd or high.odd,
    )  # fmt: skip


def shifted(number: Number, offset: int) -> Number:
    """Move a number by some characters, and the two ends of a range with it."""
    parts = tuple(shifted(part, offset) for part in number.parts) if number.parts else ()
    return replace(number, start=number.start + offset, end=number.end + offset, parts=parts)
