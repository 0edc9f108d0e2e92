"""What moments mean with the words around them: since, from … to, between, the beginning of, by, compared with.

The readers are those of `time_days.py`, one level up: among their words are moments that have been read. Not here:
which words match (`time_tables.py`).
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsfacts.events.time.anchor import Anchor
from newsfacts.events.time.intervals import OPEN, Interval, day_interval, joined, months_of, shifted, unit_interval
from newsfacts.events.time.values import number_value, unit_name
from newsfacts.events.time.words import TimeWord
from newsfacts.record import TimePrecision

__all__ = [
    "read_beside",
    "read_between_days",
    "read_bracketed",
    "read_clocks",
    "read_coordinated_days",
    "read_days_to",
    "read_edge_end",
    "read_edge_of",
    "read_event",
    "read_finest",
    "read_first",
    "read_from",
    "read_range",
    "read_since",
    "read_since_then",
    "read_so_far",
    "read_told_unit",
    "read_unit_end",
    "read_up_to",
    "read_year_to",
]


_MONTHS = 12


def _moments(words: Sequence[TimeWord]) -> list[Interval]:
    return [word.value for word in words if isinstance(word.value, Interval)]


def read_first(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "than in 2021", "compared with last year"."""
    return _moments(words)[0]


def read_finest(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "at about 1:30 am on Monday"."""
    days = [moment for moment in _moments(words) if moment.start and moment.precision is TimePrecision.DAY]
    return days[-1] if days else _moments(words)[0]


def read_bracketed(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "today (25/02)", "yesterday (08)": the day that is told; where none is known, that of the brackets.

    Shape:   None where the brackets hold no such day: "on Friday (12)" of somebody's age.
    """
    moment = _moments(words)[0]
    day, *month = [int(str(word.value)) for word in words if word.kind in ("day", "ordinal")]
    if moment.start is None:
        return anchor.month_day(month[0], day) if month and month[0] <= _MONTHS else moment if month else None
    told = moment.precision is TimePrecision.DAY and moment.start.day == day
    return moment if told and (not month or moment.start.month == month[0]) else None


def read_clocks(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "between 2pm and 4.30pm on Tuesday"; without a day, to the day told last."""
    return read_finest(words, anchor) if _moments(words) else anchor.same("day")


def read_range(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "from January to July", "between March 3 and 17"."""
    first, last = _moments(words)[0], _moments(words)[-1]
    if first.start and last.start and first.start > last.start:
        apart = first.start.year - last.start.year
        if apart > 1 and first.precision is TimePrecision.YEAR:
            return None
        if apart > 1:  # the year of both stands behind the second: "from the start of April to the end of June 2020"
            start = shifted(first.start, "year", -apart)
            return joined(replace(first, start=start), last) if start <= last.start else None
        if not anchor.reference and last.end and first.start.year == last.start.year:
            return replace(first, end=shifted(last.end, "year", 1), precision=TimePrecision.SPAN)
        first = replace(first, start=shifted(first.start, "year", -1))
    return joined(first, last)


def read_coordinated_days(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "yesterday (24/02) and today (25/02)", "on Friday, Saturday and Sunday": each day is the next one.

    Shape:   None where a day is not known or does not follow the one before it: they are times of their own.
    """
    starts = [place for place, word in enumerate(words) if word.kind == "moment"]
    parts = [words[first:last] for first, last in pairwise([*starts, len(words)])]
    days = [_bracketed(part, anchor) for part in parts]
    for earlier, later in pairwise(days):
        if earlier is None or later is None or not (earlier.start and later.start):
            return None
        if later != day_interval(shifted(earlier.start, "day", 1)):
            return None
    return joined(days[0], days[-1]) if days[0] and days[-1] else None


def _bracketed(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Read a moment, with its brackets where it has some."""
    opened = any(word.kind == "open" for word in words)
    return read_bracketed(words, anchor) if opened else _moments(words)[0]


def read_days_to(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "between 1 and 28 December"."""
    last, day = _moments(words)[-1], number_value(words, "day", "ordinal") or 1
    if not last.start or last.precision is not TimePrecision.DAY or day > last.start.day:
        return OPEN if not last.start else None
    return Interval(last.start.replace(day=day), last.end, TimePrecision.SPAN)


def read_since(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "since the beginning of this year"."""
    return Interval(_moments(words)[-1].start, anchor.reference, TimePrecision.SPAN)


def read_from(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "from May"."""
    moment = _moments(words)[-1]
    return moment if moment.precision is TimePrecision.SPAN else replace(moment, end=None, precision=TimePrecision.SPAN)


def read_up_to(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "by March 2020"."""
    return Interval(None, _moments(words)[-1].end, TimePrecision.SPAN)


def read_edge_of(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the start of 2021"."""
    moment, edge = _moments(words)[-1], next(word.text.lower() for word in words if word.kind == "edge_of")
    if moment.start and moment.end and edge in ("beginning", "start") and anchor.reference:
        end = min(moment.end, max(anchor.reference, moment.start))
        return Interval(moment.start, end, TimePrecision.SPAN)
    return moment


def read_edge_end(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "by the end of June"."""
    return Interval(None, _moments(words)[-1].end, TimePrecision.SPAN)


def read_unit_end(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "by year end"."""
    unit = next(word for word in words if word.kind == "unit")
    return Interval(None, anchor.unit(str(unit.value), 0).end, TimePrecision.SPAN)


def read_beside(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the day before last Friday", "two days after 3 May", "the week before last week".

    Shape:   OPEN where it is no whole unit beside the moment, such as "the week before 3 May".
    """
    moment, before = _moments(words)[-1], any(word.kind == "before" for word in words)
    unit = "day" if any(word.kind == "part" for word in words) else unit_name([w for w in words if w.kind != "moment"])
    count = (number_value(words[:-1], "day", "number", "count") or 1) * (-1 if before else 1)
    if not moment.start:
        return OPEN
    if moment.precision is TimePrecision.DAY and unit in ("day", "week", "fortnight"):
        whole = unit == "day" or any(word.kind in ("day", "number", "count") for word in words[:-1])
        return day_interval(shifted(moment.start, unit, count)) if whole else OPEN
    same = unit_interval(moment.start, unit)
    return unit_interval(moment.start, unit, count) if same == moment else OPEN


def read_year_to(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "in the year to September"."""
    last, count = _moments(words)[-1], number_value(words, "day", "number", "count") or 1
    if not last.end:
        return OPEN
    unit = unit_name([word for word in words if word.kind != "moment"])
    start = shifted(last.end, "day", 1)
    if start.day != 1 and unit in ("year", "month", "quarter") and last.precision is not TimePrecision.DAY:
        start = shifted(last.end.replace(day=1), "month", 1)
    return Interval(shifted(start, unit, -count), last.end, TimePrecision.SPAN)


def read_so_far(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "so far in 2021"."""
    moment = _moments(words)[-1]
    end = anchor.reference if anchor.reference and moment.start and anchor.reference >= moment.start else moment.end
    return Interval(moment.start, end, TimePrecision.SPAN)


def read_told_unit(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "during the year", "over the two months", "in the six-month period"."""
    count = number_value(words, "day", "number", "count")
    months = months_of(unit_name(words)) * (count or 0)
    if months and words[-1].kind == "period":
        return anchor.lasting(months)
    if words[-1].kind == "unit":
        unit = str(words[-1].value)
        if unit == "week":
            return anchor.week or OPEN
        return anchor.lasting(3) if unit == "quarter" else anchor.same(unit)
    if words[-1].kind == "units":
        return anchor.lasting(months) if months else OPEN
    return anchor.period or OPEN


def read_since_then(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "since then" from the time told last."""
    told = anchor.latest
    return Interval(told.start, anchor.reference, TimePrecision.SPAN) if told and told.start else OPEN


def read_event(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "during the searches" to the day told last; "during the trial" lasts."""
    return anchor.same("day") if words[-1].value == "deed" else OPEN


def read_between_days(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "between March 3 and 17"."""
    moment = _moments(words)[0]
    return moment if moment.precision is TimePrecision.SPAN else None
