"""What speaks for and against two sentences telling of one happening."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from newsfacts.events.happening.telling import Story, Telling
from newsfacts.record import SectionKind, Status

__all__ = ["evidence"]

_STEPS = ((1, "next"), (2, "near"), (4, "close"), (8, "middle"), (16, "distant"))
"""Sentences between two that are so near."""
_LINES = ((0, "same"), (1, "next"), (3, "near"))
_LEAD = 3
"""Index of the last sentence that may be of the lead."""
_WEEK, _YEAR = 10, 300
"""Days from one beginning to the other up to which two times are of one week, or of one year."""
_WEAK = (Status.PLANNED, Status.POSSIBLE, Status.CLAIMED)
"""What is not told as done, in the order in which it sets a sentence apart."""


def evidence(first: Telling, second: Telling, story: Story) -> Iterator[str]:
    """Name what speaks for or against two sentences, in text order, telling of one happening."""
    both = "both" if first.statistic and second.statistic else "one" if first.statistic or second.statistic else "none"
    yield f"statistics={both} of {story.sums}"
    yield from _where(first, second, story)
    yield from _when(first, second, both)
    if first.places or second.places:
        yield f"place={_shared(first.places, second.places) or _nested(first.places, second.places)}"
    yield from _what(first, second)
    yield from _who(first, second)
    if second.cue:
        yield f"cue={second.cue}"
    yield f"begins={second.subject}"


def _where(first: Telling, second: Telling, story: Story) -> Iterator[str]:
    apart = second.unit - first.unit
    yield f"near={next((name for most, name in _STEPS if apart <= most), 'far')}"
    lines = second.line - first.line
    yield f"line={next((name for most, name in _LINES if lines <= most), 'other')} {story.lines}"
    lead = first.unit <= _LEAD
    if first.section.section_id != second.section.section_id:
        head = first.section.kind is SectionKind.HEAD
        yield f"section={'headline' if head else 'lead' if lead else 'headed' if second.section.heading else 'other'}"
    if first.headline:
        yield f"lead={'headlines' if second.headline else 'headline'}"
    elif lead:
        yield "lead=lead"
    if lines and (first.item or second.item):
        yield f"items={'both' if first.item and second.item else 'one'}"


def _when(first: Telling, second: Telling, both: str) -> Iterator[str]:
    if first.own_times or second.own_times:
        if first.own_times and second.own_times:
            told = _shared(first.own_times, second.own_times) or _apart(first.own_times, second.own_times)
        else:
            told = "first" if first.own_times else "second"
        yield f"told={told}"
        yield f"told={told} of {both}"
    if first.times or second.times:
        yield f"time={_shared(first.times, second.times) or _apart(first.times, second.times)}"


def _what(first: Telling, second: Telling) -> Iterator[str]:
    if first.figures & second.figures:
        yield "nouns=again"
    elif first.nouns or second.nouns:
        yield f"nouns={_shared(first.nouns, second.nouns) or 'apart'}"
    if first.types or second.types:
        yield f"type={_shared(first.types, second.types) or 'apart'}"
    if second.ties & first.ids or first.ties & second.ids:
        yield "tied"


def _who(first: Telling, second: Telling) -> Iterator[str]:
    if first.people or second.people:
        yield f"people={_shared(first.people, second.people) or 'apart'}"
    if first.tellers or second.tellers:
        yield f"tellers={_shared(first.tellers, second.tellers) or 'apart'}"
    if first.status != second.status:
        if first.status & second.status:
            yield "status=part"
        else:
            said = first.status | second.status
            yield f"status={next((weak.value for weak in _WEAK if weak in said), 'denied')}"


def _shared(some: frozenset[Any], others: frozenset[Any]) -> str:
    """Say that two sets have something in common, or that one of them is empty; "" where they differ."""
    if not some or not others:
        return "one"
    return "" if some.isdisjoint(others) else "same"


def _nested(some: frozenset[str], others: frozenset[str]) -> str:
    """See a place that is named within another: "Ayr", "Ayr, Scotland"."""
    return "within" if any(one in other or other in one for one in some for other in others) else "apart"


def _apart(some: frozenset[Any], others: frozenset[Any]) -> str:
    """Say how far two sets of times are apart: one inside another, in one week, in one year, or far."""
    pairs = [(one, other) for one in some for other in others]
    if any(_holds(one, other) or _holds(other, one) for one, other in pairs):
        return "within"
    days = min(abs((one[0] - other[0]).days) for one, other in pairs)
    return "week" if days <= _WEEK else "year" if days <= _YEAR else "far"


def _holds(outer: tuple[date, date | None], inner: tuple[date, date | None]) -> bool:
    """Tell whether one span of days holds another."""
    return outer[0] <= inner[0] and (inner[1] or inner[0]) <= (outer[1] or outer[0])
