"""The time that an article is about, and how another one lies to it.

A report of figures names its period in the title or the lead, a story the day of its news; what stands further down
is mostly of that time, or said to be of another one. Not here: which time a fact has (`line.py`).
"""

from collections.abc import Sequence

from newsfacts.events.time.cost import PlacedTime
from newsfacts.events.time.intervals import Interval
from newsfacts.events.time.rules import TimeKind, TimeTrait
from newsfacts.record import TimePrecision

__all__ = ["story_of", "way_to"]

_TOP = 8
"""Units at the top in which an article says what time it is about."""
_TELLS = frozenset({TimeKind.SCOPE, TimeKind.SAME})


def story_of(placed: Sequence[PlacedTime]) -> Interval | None:
    """Give the first period told at the top of an article, else the first day on which something was done."""
    first_day: Interval | None = None
    for time in placed:
        if time.unit >= _TOP:
            break
        expression, interval = time.expression, time.expression.interval
        if expression.kind not in _TELLS or time.noun is not None or TimeTrait.LIMIT in expression.traits:
            continue
        if not interval.start or not interval.end:
            continue
        if interval.precision is not TimePrecision.DAY:
            return interval
        if first_day is None and not time.reports:
            first_day = interval
    return first_day


def way_to(interval: Interval, story: Interval) -> str:
    """Say how a time lies to that of the article: same, before, after, inside, around, across, or open."""
    if not (interval.start and interval.end and story.start and story.end):
        return "open"
    if (interval.start, interval.end) == (story.start, story.end):
        return "same"
    if interval.end < story.start:
        return "before"
    if interval.start > story.end:
        return "after"
    if story.start <= interval.start and interval.end <= story.end:
        return "inside"
    return "around" if interval.start <= story.start and story.end <= interval.end else "across"
