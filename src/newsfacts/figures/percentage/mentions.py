"""Where percentages stand: numbers with %, percent or percentage points, and ranges of them.

Phases: 1. the unit behind a number; 2. a sign that several numbers share ("7 and 9 per cent"); 3. two joined by a dash,
"to" or "between … and" are a range; 4. a sign in front ("+20%", "-15.3%") is kept apart from the value. What a
percentage says is not decided here, and shares written as fractions are `fractions.py`'s.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsfacts.figures.bounds import BoundReader, DepAt
from newsfacts.figures.figure import Figure, figure
from newsfacts.figures.numbers import Form, Number
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons.function_words import any_of, cue_words
from newsfacts.record import Comparator, Direction, PercentageUnit

__all__ = ["Mention", "find_mentions"]

_UNIT = re.compile(
    rf"""\s*(?:%|％|﹪)(?!\d|[0-9A-F]{{2}}(?![a-z])|[A-F]\d)\s*(?P<points>(?:percentage[\s-]+)?points?\b)?
      | [\s-]*(?:{any_of("percent spelled")})[\s-]+(?P<points2>points?)\b
      | (?:\s+(?:of\s+)?(?:an?|one))?[\s-]*(?P<percent>{any_of("percent behind")}|(?-i:pc)|percentage(?=\s*$))\b
      | \s+(?P<points3>points?)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""A sign with two hexadecimal digits behind it is an escape of a web address."""
_ESCAPED = re.compile(r"%[0-9A-Fa-f]?$")
"""What stands in front of the second half of an escape of a web address."""
_GLUED = cue_words("percent glued")
_FLOOR = re.compile(r"(?:[-\s]plus|\+)(?=[\s-])", re.IGNORECASE)
"""A floor between number and unit: 10-plus percent."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_RANGE_GAP = re.compile(r"\s*[-–—]\s*|\s+to\s+|\s+or\s+|\s+and\s+", re.IGNORECASE)
_SHARED = re.compile(r"\s*,\s*|\s+(?:and|or)\s+|\s*,\s+and\s+|\s*[-–]\s*|\s+to\s+", re.IGNORECASE)
_CHAIN = re.compile(r"\s+(?:and|or)\s+|\s*,\s+and\s+|\s*[-–]\s*|\s+to\s+", re.IGNORECASE)
_CHANGING_BY = re.compile(r"(?:\bby\s+(?:\w+\s+)?|\b(?:up|down)\s+)$", re.IGNORECASE)
_CHANGED = re.compile(
    rf"\s+(?:{any_of('comparative behind')}|(?:[\w-]+\s+)?(?:{any_of('change behind')}))\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_TO = re.compile(r"\bto\b", re.IGNORECASE)
_TO_LEVEL = re.compile(r",?\s+(?:up\s+|down\s+)?from\s+(?:just\s+)?|,\s+to\s+", re.IGNORECASE)
_CLOSED = re.compile(rf"\s*(?:[,;)]|[.](?!\d)|$)|\s+(?:{any_of('closes a level')})\b", re.IGNORECASE)
_HUNDRED = 100
_RANGING = re.compile(r"\brang(?:e[sd]?|ing)\s+(?:from\s+|between\s+)?$", re.IGNORECASE)
_OR_FACTOR = 3
"""How far apart the two ends of "5 or 10 per cent" may be: "down 100 or 25%" is a count and its percentage."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Hold one percentage as it stands in the text."""

    number: Number
    """The number."""
    start: int
    """Index of its first character in the article, bounding words left out."""
    end: int
    """Index behind the unit."""
    unit: PercentageUnit
    """percent or percentage_point."""
    figure: Figure
    """Value, comparator and limits, with the span that bounding words widen."""
    sign: Direction | None = None
    """What a plus or minus sign in front says; the value is without it."""
    fraction: bool = False
    """It is written as a fraction, a ratio or a multiple."""
    counted: bool = False
    """Its numbers count things too: 13 of the 16 accused."""


def find_mentions(
    sentence: Sentence, numbers: Sequence[Number], bounds: BoundReader, dep_at: DepAt | None
) -> tuple[list[Mention], set[int]]:
    """Find the percentages of a sentence with their unit.

    Shape:   the mentions in text order, and the places in `numbers` that they use up.
    """
    ends = _units(sentence, numbers)
    ends |= _levels(sentence, numbers, ends)
    mentions: list[Mention] = []
    for place in sorted(ends):
        end, unit = ends[place]
        for number in _ends_of_change(sentence, numbers[place]):
            stop = end if number.end == numbers[place].end else number.end - sentence.start
            mention = _mention(sentence, number, (stop, unit), bounds, dep_at)
            joined = _range(sentence, mentions[-1], mention) if mentions else None
            if joined:
                mentions[-1] = joined
            else:
                mentions.append(mention)
    return mentions, set(ends)


def _ends_of_change(sentence: Sentence, number: Number) -> tuple[Number, ...]:
    """Take "rose from 57.1 to 58.9 percent" apart: the two ends of a change are two levels, no range."""
    before = sentence.slice(max(sentence.start, number.start - 30), number.start)
    leads = number.form is Form.RANGE and len(number.parts) == 2 and _FROM.search(before)
    to = _TO.search(sentence.slice(number.start, number.end)) if leads else None
    return number.parts if to and not _RANGING.search(before) else (number,)


def _levels(
    sentence: Sentence, numbers: Sequence[Number], ends: dict[int, tuple[int, PercentageUnit]]
) -> dict[int, tuple[int, PercentageUnit]]:
    """Find the bare level behind one with a sign: "rose to 13.1 per cent from 11.4", "by 1.8 points, to 7.9"."""
    found = {}
    for place, (end, _) in ends.items():
        following = numbers[place + 1] if place + 1 < len(numbers) else None
        if following is None or place + 1 in ends or following.after or following.scale > 1:
            continue
        gap = sentence.slice(sentence.start + end, following.start)
        decimal = "." in following.plain or "." in numbers[place].plain
        closed = _CLOSED.match(sentence.slice(following.end, sentence.end))
        if decimal and closed and following.value <= _HUNDRED and _TO_LEVEL.fullmatch(gap):
            found[place + 1] = (following.end - sentence.start, PercentageUnit.PERCENT)
    return found


def _units(sentence: Sentence, numbers: Sequence[Number]) -> dict[int, tuple[int, PercentageUnit]]:
    """Find which numbers are percentages, with the end of the sign; members of a list share that of the last."""
    text, offset = sentence.text, sentence.start
    ends: dict[int, tuple[int, PercentageUnit]] = {}
    for place, number in enumerate(numbers):
        unit = _unit(text, number, number.start - offset, number.end - offset)
        if unit is not None:
            ends[place] = unit
    for place in range(len(numbers) - 2, -1, -1):
        following = ends.get(place + 1)
        shares = place not in ends and _shares(text, offset, numbers[place], numbers[place + 1])
        if (
            following
            and shares
            and (
                _chained(text, offset, numbers, place)
                or (place + 2 in ends and _chained(text, offset, numbers, place + 1))
            )
        ):
            ends[place] = (numbers[place].end - offset, following[1])
    return ends


def _chained(text: str, offset: int, numbers: Sequence[Number], place: int) -> bool:
    """See a conjunction between a number and the next; a comma alone joins only ahead of one."""
    return _CHAIN.fullmatch(text, numbers[place].end - offset, numbers[place + 1].start - offset) is not None


def _shares(text: str, offset: int, number: Number, following: Number) -> bool:
    """See "eight and seven per cent": the sign is said once."""
    gap = text[number.end - offset : following.start - offset]
    if not _SHARED.fullmatch(gap) or number.after or number.before.strip() or _YEAR.fullmatch(number.plain):
        return False
    if number.form is Form.RANGE:
        return gap.strip().lower() in ("and", ",")
    if gap.strip().lower() == "or":
        if re.search(r"\b(?:to|from)\s+$", text[: number.start - offset], re.IGNORECASE):
            return False  # "from 90 to 45 or 50%"
        return number.value < following.value <= _OR_FACTOR * number.value
    return True


def _unit(text: str, number: Number, start: int, end: int) -> tuple[int, PercentageUnit] | None:
    floor = _FLOOR.match(text, end)
    match = _UNIT.match(text, floor.end() if floor else end)
    if match is None or (number.after and number.after.lower() not in _GLUED):
        return None
    if _ESCAPED.search(text[max(0, start - 2) : start]):
        return None
    points = match["points"] or match["points2"]
    if match["points3"]:
        if not re.search(r"%|per\s?cent", text) or not (
            _CHANGING_BY.search(text[:start]) or _CHANGED.match(text, match.end())
        ):
            return None
        points = match["points3"]
    kind = PercentageUnit.PERCENTAGE_POINT if points or number.after.lower() == "pp" else PercentageUnit.PERCENT
    return match.end() - len(match[0]) + len(match[0].rstrip()), kind


def _mention(
    sentence: Sentence, number: Number, sign: tuple[int, PercentageUnit], bounds: BoundReader, dep_at: DepAt | None
) -> Mention:
    """Put a number, its sign (where it ends, and its unit) and its bound together."""
    (end, unit), offset = sign, sentence.start
    before = sentence.text[: number.start - offset]
    change = Direction.INCREASE if before.endswith("+") and not before.endswith("++") else None
    if number.negative:
        change = Direction.DECREASE
    start = number.start - (1 if change else 0)
    bound = bounds.read(sentence.text, start - offset, end, dep_at, ranged=number.form is Form.RANGE)
    if _FLOOR.match(sentence.text, number.end - offset) and bound.comparator is Comparator.EQ:
        bound = replace(bound, comparator=Comparator.GE)
    shifted = replace(bound, start=bound.start + offset, end=bound.end + offset)
    return Mention(number, start, end + offset, unit, figure(number, shifted), change)


def _range(sentence: Sentence, low: Mention, high: Mention) -> Mention | None:
    """Join two percentages into a range: 5-10%, between 5% and 10%."""
    text, offset = sentence.text, sentence.start
    gap = text[low.end - offset : high.figure.start - offset]
    before = text[max(0, low.start - offset - 24) : low.start - offset]
    if len(gap) > len(" and ") or not _RANGE_GAP.fullmatch(gap) or low.unit is not high.unit:
        return None
    bottom, top, joint = low.figure.value, high.figure.value, gap.strip().lower()
    opened = re.search(r"\b(?:between|from)\s+$", before, re.IGNORECASE)
    if joint in ("and", "or") and not (opened and opened[0].lower().startswith("between")):
        return None
    if joint == "to" and opened and opened[0].lower().startswith("from") and not _RANGING.search(before):
        return None  # the two ends of a change are two levels
    if bottom is None or top is None or bottom >= top:
        return None
    start = low.start - (len(opened[0]) if opened and joint == "and" else 0)
    joined = replace(
        low.figure, start=min(start, low.figure.start), end=high.figure.end, value=None, low=bottom, high=top,
        comparator=Comparator.RANGE,
    )  # fmt: skip
    return replace(low, end=high.end, figure=joined)
