"""What expressions of weeks, months, quarters and years mean: the words of a match and the anchor in, the interval out.

Readers give what those of `time_days.py` give. Not here: times with the words around them (`time_spans.py`).
"""

from collections.abc import Sequence
from dataclasses import replace

from newsfacts.events.time.anchor import APRIL, Anchor
from newsfacts.events.time.intervals import OPEN, Interval, joined, months_interval, shifted, year_interval
from newsfacts.events.time.values import lacks_its_year, number_value, turn_of, unit_name, year_of
from newsfacts.events.time.words import TimeWord
from newsfacts.lexicons.function_words import cue_words
from newsfacts.record import TimePrecision

__all__ = [
    "read_ago",
    "read_bare_quarter",
    "read_counted",
    "read_days_of_month",
    "read_first_units",
    "read_fiscal",
    "read_lasting",
    "read_month",
    "read_months",
    "read_open",
    "read_part_of_span",
    "read_part_of_unit",
    "read_past_units",
    "read_period",
    "read_plain_year",
    "read_quarter",
    "read_same",
    "read_same_or_this",
    "read_season",
    "read_this_past",
    "read_told_period",
    "read_turned_unit",
    "read_year_span",
]


_SOON = 2
"""Months before a season in which "this winter" is the one to come."""
_TURNED = cue_words("turned")
_MIDYEAR = 6
"""Last month of the first half of a year."""


def read_counted(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "in the second week", "in week two"."""
    return OPEN if any(word.value in ("week", "day", "month", "quarter") for word in words) else None


def read_same_or_this(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the start of the year"."""
    told = anchor.same(unit_name(words))
    found = told if told.start else anchor.unit(unit_name(words), 0)
    return found if found.start else None


def read_month(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "late March 2020", "September last year"."""
    if lacks_its_year(words, anchor):
        return OPEN
    return anchor.month(number_value(words, "month") or 1, year_of(words, anchor))


def read_months(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "January and February", "March to May 2020"."""
    found = [word for word in words if word.kind == "month"]
    last = anchor.month(int(str(found[-1].value)), year_of(words, anchor))
    if not last.start:
        return OPEN
    first = last.start.year - (int(str(found[0].value)) > last.start.month)
    return joined(anchor.month(int(str(found[0].value)), first), last)


def read_quarter(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the first half of 2022", "the second quarter of this year"."""
    rank = number_value(words, "rank") or (4 if any(word.kind == "last" for word in words) else 1)
    unit = "half" if any(word.kind == "half" for word in words) else "quarter"
    return anchor.part_of_year(unit, rank, year_of(words[1:], anchor))


def read_first_units(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the first 11 months of this year"."""
    unit = next(str(word.value) for word in words if word.kind == "units")
    count, year = number_value(words, "day", "number", "count") or 1, year_of(words[2:], anchor)
    if unit not in ("month", "quarter") or count > 12:
        return OPEN
    year = year or (anchor.reference.year if anchor.reference else anchor.year)
    return months_interval(year, 1, count * (3 if unit == "quarter" else 1), TimePrecision.SPAN) if year else OPEN


def read_days_of_month(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the first three days of June", "the last two weeks of May 2021"."""
    unit = next(str(word.value) for word in words if word.kind == "units")
    month = read_month(words[-2:] if words[-1].kind == "year" else words[-1:], anchor)
    rank = next(word for word in words if word.kind in ("rank", "last"))
    if unit not in ("day", "week") or (rank.kind == "rank" and rank.value != 1) or month is None:
        return None
    if not (month.start and month.end):
        return OPEN
    of_month = next(place for place, word in enumerate(words) if word.kind == "of")
    days = (number_value(words[:of_month], "day", "number", "count") or 1) * (7 if unit == "week" else 1) - 1
    if rank.kind == "rank":
        return Interval(month.start, min(month.end, shifted(month.start, "day", days)), TimePrecision.SPAN)
    return Interval(max(month.start, shifted(month.end, "day", -days)), month.end, TimePrecision.SPAN)


def read_season(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the autumn of 2022"."""
    first, year = number_value(words, "season") or 3, year_of(words, anchor)
    if year is None and anchor.reference:
        soon = any(word.kind == "this" for word in words) and first - anchor.reference.month <= _SOON
        year = anchor.reference.year - (first > anchor.reference.month and not anchor.future and not soon)
        if (
            any(word.kind == "last" for word in words)
            and first + 2 >= anchor.reference.month
            and year == anchor.reference.year
        ):
            year -= 1
    year = year or anchor.year
    return months_interval(year, first, 3, TimePrecision.SPAN) if year else OPEN


def read_turned_unit(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "last year", "this week", "the previous month"."""
    unit = unit_name(words)
    if words[0].kind == "the" and words[1].text.lower() in ("past", "last"):
        return anchor.rolling(unit, 1)
    if any(word.kind == "last" and word.text.lower() in _TURNED for word in words):
        return anchor.before(unit)
    if any(word.text.lower() in _TURNED for word in words):
        base = replace(anchor, reference=anchor.day or (anchor.period and anchor.period.start) or anchor.reference)
        return base.unit(unit, turn_of(words))
    return anchor.unit(unit, turn_of(words))


def read_part_of_span(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the first six months of 2020-21", "the second quarter of 2020-21": parts of a financial year."""
    whole = read_year_span(words, anchor)
    if whole is None or whole.start is None:
        return OPEN
    count, unit = number_value(words, "day", "number", "count"), unit_name(words)
    size = 6 if any(word.kind == "half" for word in words) else {"month": 1, "quarter": 3}.get(unit)
    if size is None:
        return OPEN
    rank = number_value(words, "rank") or 12 // size
    first, months = (0, count * size) if count else ((rank - 1) * size, size)
    if first + months > 12:
        return OPEN
    start = shifted(whole.start, "month", first)
    return months_interval(start.year, start.month, months, TimePrecision.SPAN)


def read_this_past(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "this past year": the calendar year that is mostly over; of shorter units, back from the reference."""
    unit, reference = unit_name(words), anchor.reference
    if unit != "year" or reference is None:
        return anchor.rolling(unit, 1)
    return year_interval(reference.year - (reference.month <= _MIDYEAR))


def read_part_of_unit(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "earlier this month"."""
    whole, reference = anchor.unit(unit_name(words), turn_of(words)), anchor.reference
    if not reference or turn_of(words):
        return whole
    if words[0].kind == "later":
        return Interval(reference, whole.end, TimePrecision.SPAN)
    return Interval(whole.start, reference, TimePrecision.SPAN)


def read_past_units(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the past six months"."""
    count = number_value(words, "day", "number", "count")
    if turn_of(words) >= 0 or count is None:
        return OPEN
    return anchor.rolling(unit_name(words), count)


def read_ago(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "two weeks ago"."""
    count = None if any(word.kind == "few" for word in words) else number_value(words, "day", "number", "count", "a")
    return anchor.back(unit_name(words), count) if count else OPEN


def read_lasting(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "in five months"."""
    return OPEN if unit_name(words) in ("week", "month", "year") else None


def read_same(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the same day", "that night"."""
    if any(word.kind in ("part", "month") for word in words):
        return anchor.same_day()
    return anchor.same_day() if unit_name(words) == "day" else anchor.same(unit_name(words))


def read_period(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the same period last year"."""
    period, year = anchor.period, year_of(words, anchor)
    if not period or not period.start or not period.end:
        return year_interval(year) if year else OPEN
    moved = (year - period.end.year) if year else -1
    return replace(period, start=shifted(period.start, "year", moved), end=shifted(period.end, "year", moved))


def read_told_period(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "during the same period" to the period told last."""
    return anchor.period or OPEN


def read_plain_year(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "in the past 2020"."""
    return year_interval(number_value(words, "year") or 1)


def read_year_span(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "2019/20"."""
    written = next(word.text for word in words if word.kind == "span")
    year = int(written[:4])
    if int(written[-2:]) != (year + 1) % 100:
        return joined(year_interval(year), year_interval(year - year % 100 + int(written[-2:])))
    spanning = (
        replace(anchor, first_month=lambda: APRIL) if anchor.fiscal == 1 else anchor
    )  # no calendar year is written "2019/20"
    return spanning.fiscal_year(year)


def read_open(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "on the same period"."""
    return OPEN


def read_fiscal(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "FY 2023-24", "fiscal year 2024", which ends in that year, "the financial year" of a report."""
    if any(word.kind == "span" for word in words):
        return read_year_span(words, anchor)
    year = number_value(words, "year")
    if year is not None:
        return anchor.fiscal_year(year - (anchor.fiscal > 1))
    told = anchor.lasting(12) if words[0].kind == "the" else OPEN
    return told if told.start and told.start.month == anchor.fiscal else OPEN


def read_bare_quarter(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the first quarter"."""
    return read_quarter(words, anchor) if words[-1].kind == "half" or words[-1].value == "quarter" else None
