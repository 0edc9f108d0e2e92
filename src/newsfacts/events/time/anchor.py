"""What an expression of time is read against: the date of publication and what the text has said before.

Days and months without a year are the last ones before the reference, the next ones where the clause speaks of the
future, and of the year named last where there is no reference. Not here: words and rules.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace

from newsfacts.article.published import Period
from newsfacts.events.time.intervals import (
    OPEN,
    Interval,
    a_day,
    day_interval,
    latest_day,
    latest_month,
    month_interval,
    months_interval,
    next_day,
    shifted,
    unit_interval,
    year_interval,
)
from newsfacts.record import TimePrecision

__all__ = ["APRIL", "Anchor"]

APRIL = 4
"""When most financial years begin."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Hold what is known when an expression is read."""

    reference: datetime.date | None
    """Date of publication or of the dateline."""
    year: int | None = None
    """The year named last, or the first one that the text names further on."""
    day: datetime.date | None = None
    """The day told last."""
    named: datetime.date | None = None
    """The day told last, that of a statement or a plan too: what "the same day" points at."""
    period: Interval | None = None
    """The time longer than a day told last."""
    latest: Interval | None = None
    """The day or longer time told last."""
    near: Interval | None = None
    """The time told last in the same sentence."""
    whole_year: int | None = None
    """The last year that was told as a whole."""
    story: Interval | None = None
    """The first period told that was still running a year or so before the reference: that of a report."""
    week: Interval | None = None
    """The last span of a week or less: the days of a log are its days."""
    first_month: Callable[[], int] = lambda: APRIL
    """Tells the first month of the financial year, for which the whole text is searched; few texts need it."""
    future: bool = False
    """The clause speaks of what is to come."""
    published: Period | None = None
    """Year or month of publication, where there is no reference: what that allows is resolved."""

    @property
    def fiscal(self) -> int:
        """Give the first month of the financial year."""
        return self.first_month()

    def month_day(self, month: int, day: int, year: int | None = None) -> Interval:
        """Resolve a day of a month."""
        if year is None and self.reference:
            pick = next_day if self.future else latest_day
            found = pick(month, day, self.reference)
        else:
            known = year or self._year_of(month)
            found = a_day(known, month, day) if known else None
        return day_interval(found) if found else OPEN

    def month(self, month: int, year: int | None = None) -> Interval:
        """Resolve a month."""
        if year:
            return month_interval(year, month)
        if self.reference:
            if self.future:
                return month_interval(self.reference.year + (month < self.reference.month), month)
            return latest_month(month, self.reference)
        known = self._year_of(month)
        return month_interval(known, month) if known else OPEN

    def _year_of(self, month: int) -> int | None:
        """Give the year of a month told without one, where there is no reference."""
        if self.published is None:
            return self.year
        if self.published.month is None:
            return self.published.year
        back = self.published.month < month and not self.future
        ahead = month < self.published.month and self.future
        return self.published.year - back + ahead

    def weekday(self, weekday: int, turn: str | None) -> Interval:
        """Resolve a weekday: the last one up to the reference, or the next; "last" and "next" leave out that day.

        Nobody says "last Wednesday" of yesterday, which is a Wednesday: it is the one before.

        Shape:   OPEN without a reference.
        """
        if not self.reference:
            return OPEN
        back = (self.reference.weekday() - weekday) % 7
        if turn == "next" or (self.future and turn != "last"):
            return day_interval(self.reference + datetime.timedelta(days=(7 - back) if back or turn else 0))
        if turn == "last" and back <= 1:
            back += 7
        return day_interval(self.reference - datetime.timedelta(days=back))

    def day_of_month(self, day: int) -> Interval:
        """Resolve "the 16th": of the month told last, else the last such day."""
        if self.day and (found := a_day(self.day.year, self.day.month, day)):
            return day_interval(found)
        if self.period and self.period.precision is TimePrecision.MONTH and self.period.start:
            found = a_day(self.period.start.year, self.period.start.month, day)
            return day_interval(found) if found else OPEN
        if self.reference:
            found = a_day(self.reference.year, self.reference.month, day)
            if not found or (found > self.reference and not self.future):
                before = shifted(self.reference.replace(day=1), "month", -1)
                found = a_day(before.year, before.month, day)
            return day_interval(found) if found else OPEN
        return OPEN

    def unit(self, unit: str, count: int) -> Interval:
        """Resolve "last week" (-1), "this year" (0), "next month" (1)."""
        if self.reference:
            return unit_interval(self.reference, unit, count) or OPEN
        if self.published:
            if unit == "year":
                return year_interval(self.published.year + count)
            known = datetime.date(self.published.year, self.published.month, 1) if self.published.month else None
            return (unit_interval(known, unit, count) if known and unit in ("month", "quarter") else None) or OPEN
        if unit == "year" and self.year and count == 0:
            return year_interval(self.year)
        return OPEN

    def rolling(self, unit: str, count: int) -> Interval:
        """Resolve "the past six months": back from the reference."""
        if not self.reference or unit in ("hour", "minute"):
            return OPEN
        return Interval(shifted(self.reference, unit, -count), self.reference, TimePrecision.SPAN)

    def back(self, unit: str, count: int) -> Interval:
        """Resolve "two weeks ago" to the day, the month or the year, as fine as the unit is."""
        if not self.reference or unit in ("hour", "minute"):
            return OPEN
        fine = "day" if unit in ("day", "week", "fortnight") else "month" if unit == "month" else "year"
        return unit_interval(shifted(self.reference, unit, -count), fine) or OPEN

    def same(self, unit: str) -> Interval:
        """Resolve "the same day", "that year", "during the year" to what was told last."""
        if unit == "day":
            return day_interval(self.day) if self.day else OPEN
        base = (self.period.start if self.period else None) or self.day
        if self.period and self.period.precision.value == unit:
            return self.period
        if unit == "year" and (self.whole_year or self.year):
            return year_interval(self.whole_year or self.year or 1)
        if base and (self.period is None or self.period.precision is not TimePrecision.SPAN):
            return unit_interval(base, unit) or OPEN
        return OPEN

    def same_day(self) -> Interval:
        """Resolve "the same day", "that night" to the day named last, whatever it was named for."""
        return day_interval(self.named) if self.named else self.same("day")

    def lasting(self, months: int) -> Interval:
        """Resolve "in the quarter" to the period told last, or the report's, that is as long."""
        for told in (self.period, self.story):
            if told and told.start and told.end and shifted(told.start, "month", months) == shifted(told.end, "day", 1):
                return told
        return OPEN

    def before(self, unit: str) -> Interval:
        """Resolve "the previous year": from what the sentence told, the report's period, what was told last."""
        told = self.near or (self.story if unit == "year" else None) or self.period
        base = told.start if told and told.start else self.day or self.reference
        return (unit_interval(base, unit, -1) if base else None) or OPEN

    def year_before(self) -> Interval:
        """Resolve "the year before", which a figure is compared with: the sentence's or the report's time, a year back.

        Shape:   OPEN where neither is told.
        """
        told = self.near or self.story
        if told is None or told.start is None or told.end is None:
            return OPEN
        return replace(told, start=shifted(told.start, "year", -1), end=shifted(told.end, "year", -1))

    def fiscal_year(self, year: int) -> Interval:
        """Give the financial year that begins in a year."""
        return months_interval(year, self.fiscal, 12, TimePrecision.YEAR)

    def part_of_year(self, unit: str, rank: int, year: int | None) -> Interval:
        """Resolve a quarter or a half of a year."""
        size = 3 if unit == "quarter" else 6
        known = year or (self.reference.year if self.reference else self.year)
        if rank * size > 12 or known is None:
            return OPEN
        if year is None and self.reference and not self.future:
            ahead = (rank - 1) * size + 1 > self.reference.month
            whole = self.story is not None and self.story.precision is TimePrecision.YEAR
            runs = whole and rank * size >= self.reference.month and known == self.reference.year
            known -= ahead or bool(runs and self.story and self.story.end and self.story.end < self.reference)
        precision = TimePrecision.QUARTER if size == 3 else TimePrecision.SPAN
        return months_interval(known, (rank - 1) * size + 1, size, precision)
