"""Days, months, quarters and years as intervals of dates, both ends inclusive.

Arithmetic only (with python-dateutil); which words mean which interval is `time_rules.py`'s.
"""

import datetime
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from newsfacts.record import TimePrecision

__all__ = [
    "OPEN",
    "Interval",
    "a_day",
    "day_interval",
    "joined",
    "latest_day",
    "latest_month",
    "month_interval",
    "months_interval",
    "months_of",
    "next_day",
    "shifted",
    "unit_interval",
    "year_interval",
]


@dataclass(frozen=True, slots=True)
class Interval:
    """Hold the first and last day of a time; None where that side is open or unknown."""

    start: datetime.date | None
    """First day."""
    end: datetime.date | None
    """Last day, inclusive."""
    precision: TimePrecision
    """How fine it is."""


OPEN = Interval(None, None, TimePrecision.UNKNOWN)
"""A time that cannot be resolved."""

_STEPS = {
    "day": relativedelta(days=1),
    "week": relativedelta(weeks=1),
    "fortnight": relativedelta(weeks=2),
    "month": relativedelta(months=1),
    "quarter": relativedelta(months=3),
    "year": relativedelta(years=1),
    "decade": relativedelta(years=10),
    "century": relativedelta(years=100),
}


def day_interval(day: datetime.date) -> Interval:
    """Give one day as an interval."""
    return Interval(day, day, TimePrecision.DAY)


def months_interval(year: int, first: int, count: int, precision: TimePrecision) -> Interval:
    """Give `count` months from month `first` of a year on; months beyond December are the next year's.

    Example:
        >>> months_interval(2023, 12, 3, TimePrecision.SPAN).end
        datetime.date(2024, 2, 29)
    """
    start = datetime.date(year, first, 1)
    return Interval(start, start + relativedelta(months=count, days=-1), precision)


def month_interval(year: int, month: int) -> Interval:
    """Give one month."""
    return months_interval(year, month, 1, TimePrecision.MONTH)


def year_interval(year: int) -> Interval:
    """Give one calendar year."""
    return months_interval(year, 1, 12, TimePrecision.YEAR)


def joined(first: Interval, last: Interval) -> Interval:
    """Give the time from the start of one to the end of another."""
    return Interval(first.start, last.end, TimePrecision.SPAN)


def shifted(day: datetime.date, unit: str, count: int) -> datetime.date:
    """Move a day by whole units."""
    step = _STEPS[unit]
    return day + step * count


def months_of(unit: str) -> int:
    """Say how many months a unit has: 0 for weeks and shorter ones, which are not of whole months."""
    step = _STEPS.get(unit, relativedelta())
    return 12 * step.years + step.months


def unit_interval(day: datetime.date, unit: str, count: int = 0) -> Interval | None:
    """Give the calendar unit that holds a day, moved by `count` units: the week, the month, the year; None for hours.

    Example:
        >>> unit_interval(datetime.date(2024, 3, 3), "month", -1).start
        datetime.date(2024, 2, 1)
    """
    if unit not in _STEPS:
        return None
    day = shifted(day, unit, count)
    if unit == "day":
        return day_interval(day)
    if unit in ("week", "fortnight"):
        monday = day - datetime.timedelta(days=day.weekday())
        return Interval(monday, monday + _STEPS[unit] + relativedelta(days=-1), TimePrecision.SPAN)
    if unit == "month":
        return month_interval(day.year, day.month)
    if unit == "quarter":
        return months_interval(day.year, day.month - (day.month - 1) % 3, 3, TimePrecision.QUARTER)
    if unit == "year":
        return year_interval(day.year)
    size = 10 if unit == "decade" else 100
    first = day.year - (day.year - (1 if unit == "century" else 0)) % size
    return months_interval(first, 1, 12 * size, TimePrecision.SPAN)


def latest_day(month: int, day: int, reference: datetime.date) -> datetime.date | None:
    """Give the last such day of the year up to one day after the reference (a paper of the next morning)."""
    for year in (reference.year, reference.year - 1):
        found = a_day(year, month, day)
        if found and found <= reference + datetime.timedelta(days=1):
            return found
    return None


def next_day(month: int, day: int, reference: datetime.date) -> datetime.date | None:
    """Give the first such day of the year from the reference on."""
    for year in (reference.year, reference.year + 1):
        found = a_day(year, month, day)
        if found and found >= reference:
            return found
    return None


def latest_month(month: int, reference: datetime.date) -> Interval:
    """Give the last such month that has begun by the reference."""
    return month_interval(reference.year - (month > reference.month), month)


def a_day(year: int, month: int, day: int) -> datetime.date | None:
    """Give a date, or None for one that the calendar does not have."""
    try:
        return datetime.date(year, month, day)
    except ValueError:  # 31 June
        return None
