"""What single words of a match stand for: its number, its unit, its year, which way it points.

Not here: what whole matches mean (`time_days.py`, `time_periods.py`).
"""

from collections.abc import Sequence
from itertools import pairwise

from newsfacts.events.time.anchor import Anchor
from newsfacts.events.time.words import TimeWord

__all__ = [
    "lacks_its_year",
    "number_value",
    "turn_of",
    "unit_name",
    "year_of",
]


def number_value(words: Sequence[TimeWord], *kinds: str) -> int | None:
    """Give the number that the first word of these classes stands for."""
    for word in words:
        if word.kind in kinds and isinstance(word.value, int):
            return word.value
    return None


def unit_name(words: Sequence[TimeWord]) -> str:
    """Give the last unit among the words: "day" where there is none."""
    found = [str(word.value) for word in words if word.kind in ("unit", "units", "half")]
    return found[-1] if found else "day"


def turn_of(words: Sequence[TimeWord]) -> int:
    """Give -1 for what points back ("last"), 1 for what points ahead, else 0."""
    kinds = {word.kind for word in words}
    return -1 if "last" in kinds else 1 if "next" in kinds else 0


def lacks_its_year(words: Sequence[TimeWord], anchor: Anchor) -> bool:
    """See a year that is told by its turn and cannot be resolved: "September last year" where no date is known."""
    return any(word.value == "year" for word in words) and year_of(words, anchor) is None


def year_of(words: Sequence[TimeWord], anchor: Anchor) -> int | None:
    """Read the year at the end of a match: "2021", "last year", "this year"."""
    written = number_value(words, "year")
    if written is not None:
        return written
    for place, word in enumerate(words[:-1]):
        if word.kind in ("last", "this", "next") and words[place + 1].value == "year":
            resolved = anchor.unit("year", turn_of([word]))
            return resolved.start.year if resolved.start else None
    if any(word.kind in ("the", "same") and after.value == "year" for word, after in pairwise(words)):
        same = anchor.same("year")
        return same.start.year if same.start else None
    return None
