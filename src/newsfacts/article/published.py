"""What is given as the date of publication, in the forms that files really have.

ISO dates and date-times, RFC 822 (mail, feeds), "March 8, 2024" and "8 March 2024", seconds since 1970 (also milli-,
micro- and nanoseconds), MongoDB's {"$date": …}, the year or the month alone; 08/03/2024 where its order is known. Not
here: dates in the text of an article.
"""

import datetime
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from dateutil.parser import parserinfo

__all__ = ["FORMS", "DateOrder", "Period", "Published", "parse", "prove_order"]

FORMS = "a date as in 2024-05-31, 31 May 2024, May 31, 2024, 2024-05 or 2024"
"""What a message may say is expected."""


class DateOrder(StrEnum):
    """Say which number of 08/03/2024 is the day."""

    DMY = "dmy"
    """Day, month, year."""
    MDY = "mdy"
    """Month, day, year."""


@dataclass(frozen=True, slots=True)
class Period:
    """Hold what is known of a day that is not known: its year, perhaps its month."""

    year: int
    """The year."""
    month: int | None = None
    """The month, 1 to 12, or None."""

    def holds(self, day: datetime.date) -> bool:
        """Tell whether a day lies in it."""
        return day.year == self.year and self.month in (None, day.month)


@dataclass(frozen=True, slots=True)
class Published:
    """Hold a date of publication as it was given and as far as it was understood."""

    text: str
    """What was given."""
    day: datetime.date | None = None
    """The day, where it was told."""
    period: Period | None = None
    """The year or month, where no day was told or where its order is open."""
    open_order: bool = False
    """The day is one of two: 08/03/2024."""


_INFO = parserinfo()
_MONTHS = {form.lower(): number for number, names in enumerate(_INFO.MONTHS, start=1) for form in names}
_MONTH = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))
_WEEKDAY = "|".join(form for names in _INFO.WEEKDAYS for form in sorted(names, key=len, reverse=True))
_CLOCK = (
    r"(?:[T,\s]\s*(?:[-–—|]\s*|at\s+)?(?:\d{1,2}[:.h]\d{2}[\d:.,]*|\d{1,2}(?=\s*[ap]\.?m\b))"
    r"\s*(?:[ap]\.?m\.?)?\s*(?:[a-z/_]{1,20}|z)?\s*(?:[+-]\d{2}:?\d{2})?(?:\s*\([\w\s]{1,40}\))?)?"
)
"""Behind a date: a time of day and its zone, which are left out."""
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NAME = rf"(?P<name>{_MONTH})\.?"
_YEAR = r"(?P<year>\d{4})"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_CLOCK}",  # 2024-3-8 10:00 AM
        rf"(?:(?:{_WEEKDAY})\.?,?\s+)?(?:the\s+)?{_DAY}[\s-]+(?:of\s+)?{_NAME},?[\s-]*(?P<year>\d{{4}}|\d{{2}}){_CLOCK}",
        rf"(?:(?:{_WEEKDAY})\.?,?\s+)?{_NAME}\s+{_DAY},?\s+{_YEAR}{_CLOCK}",  # Friday, March 8, 2024
        rf"(?:{_WEEKDAY})\s+{_NAME}\s+{_DAY}\s+[\d:]{{5,8}}(?:\s+[A-Z]{{2,5}})?\s+{_YEAR}",  # Fri Mar  8 10:00:00 2024
        rf"{_YEAR}[\s-]+{_NAME}[\s-]+{_DAY}",
        rf"{_YEAR}",
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})",
        rf"(?P<month>\d{{1,2}})[-/.]{_YEAR}",
        rf"{_NAME},?\s+{_YEAR}",
        rf"{_YEAR}[\s,-]+{_NAME}",
    )
)
_SLASHED = re.compile(
    rf"(?P<first>\d{{1,2}})([/.-])(?P<second>\d{{1,2}})\2(?P<year>\d{{4}}|\d{{2}}){_CLOCK}", re.IGNORECASE
)
_DIGITS = re.compile(r"[+-]?\d{8,20}(?:\.\d+)?")
_SCALES = ((10**17, 10**9), (10**14, 10**6), (10**11, 10**3), (10**8, 1))
"""From which number on an epoch counts in which part of a second; each reaches from 1973 into the far future."""
_LONGEST = 100
"""Characters that a date may have; what is longer is something else."""
_COMPACT = re.compile(r"(?P<day>(?:19|20)\d{6})(?:T?[0-2]\d[0-5]\d(?:[0-5]\d)?Z?|Z)")
"""A day and a time without signs between, as archives name their captures: 20240308100000."""
_WRAPPED = re.compile(
    r"/Date\((?P<inner>-?\d+)(?:[+-]\d{4})?\)/|\[?[\"'](?P<quoted>[^\"']+)[\"']\]?|(?P<zoned>\d{4}-\d\d-\d\d)Z"
)
"""A date in what programs put around it: .NET's JSON, quotation marks, XML's day with a zone."""
_LABEL = re.compile(r"[^\W\d]+\s*[:,|–—-]?\s+(?=\S)")
_WORDS = 3
"""Words that may stand in front of a date: Published:, Last updated, Last updated on."""
_YEARS = range(1600, 2200)
"""Years that something may be published in; other numbers of four digits are none."""


def parse(value: object, order: DateOrder | None = None) -> Published | None:
    """Read what is given as the date of publication.

    Shape:   None where nothing is given (None, an empty string, not-a-number); else what was understood, which may be
             nothing: neither day nor period. A date-time gives the day that it names, in its own time zone.

    Example:
        >>> parse("Fri, 08 Mar 2024 10:00:00 GMT").day, parse(1709892000).day, parse("March 8, 2024").day
        (datetime.date(2024, 3, 8), datetime.date(2024, 3, 8), datetime.date(2024, 3, 8))
        >>> parse("2016-08").period, parse("08/03/2024").open_order, parse("08/03/2024", DateOrder.DMY).day
        (Period(year=2016, month=8), True, datetime.date(2024, 3, 8))
    """
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, datetime.datetime):
        return Published(value.isoformat(), value.date())
    if isinstance(value, datetime.date):
        return Published(value.isoformat(), value)
    if isinstance(value, bool):
        return Published(str(value))
    if isinstance(value, int | float | Decimal):
        return _number(str(value), Decimal(str(value)))
    if isinstance(value, Mapping):
        inner = next((value[key] for key in ("$date", "$numberLong") if key in value), None)
        return parse(inner, order) or Published(str(dict(value))[:_LONGEST])
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return parse(value[0], order)
    text = str(value).strip()
    if len(text) > _LONGEST:
        return Published(f"{text[:_LONGEST]}…")
    return _text(text, order) if text else None


def prove_order(values: Iterable[object]) -> DateOrder | None:
    """Tell the order of dates such as 08/03/2024 by others of their kind, such as 25/03/2024.

    Shape:   None where none proves it, and where some prove one order and some the other.
    """
    seen: set[DateOrder] = set()
    for value in values:
        match = _SLASHED.fullmatch(value.strip()) if isinstance(value, str) else None
        if match and _date(match["year"], match["second"], match["first"]) and int(match["first"]) > 12:
            seen.add(DateOrder.DMY)
        elif match and _date(match["year"], match["first"], match["second"]) and int(match["second"]) > 12:
            seen.add(DateOrder.MDY)
        if len(seen) > 1:
            return None
    return seen.pop() if seen else None


def _text(text: str, order: DateOrder | None) -> Published:
    """Read a date as it is written; else what stands in its wrapping, or behind words, if that is a day."""
    found = _plain(text, order)
    if found.day or found.period:
        return found
    within = (_plain(inner, order) for inner in _unwrapped(text))
    return next((replace(read, text=text) for read in within if read.day or read.open_order), found)


def _unwrapped(text: str) -> Iterator[str]:
    """Yield what stands in quotation marks and the like, or else behind one, two and three words."""
    wrapped = _WRAPPED.fullmatch(text)
    if wrapped:
        yield next(filter(None, wrapped.groups())).strip()
        return
    for _ in range(_WORDS):
        label = _LABEL.match(text)
        if label is None:
            return
        text = text[label.end() :]
        yield text


def _plain(text: str, order: DateOrder | None) -> Published:
    if compact := _COMPACT.fullmatch(text):
        text = compact["day"]
    if _DIGITS.fullmatch(text):
        found = _number(text, Decimal(text))
        if found.day:
            return found
    try:
        return Published(text, datetime.datetime.fromisoformat(text).date())
    except ValueError:
        pass
    for pattern in _PATTERNS:
        match = pattern.fullmatch(text)
        if match and (read := _matched(text, match.groupdict())):
            return read
    slashed = _SLASHED.fullmatch(text)
    return _slashed(text, slashed, order) if slashed else Published(text)


def _matched(text: str, parts: Mapping[str, str | None]) -> Published | None:
    name, year, day = parts.get("name"), str(parts["year"]), parts.get("day")
    month = str(_MONTHS[name.lower()]) if name else parts.get("month")
    if day and month:
        found = _date(year, month, day)
        return Published(text, found) if found else None
    if int(year) not in _YEARS or (month and not 1 <= int(month) <= 12):
        return None
    return Published(text, period=Period(int(year), int(month) if month else None))


def _slashed(text: str, match: re.Match[str], order: DateOrder | None) -> Published:
    """Read two numbers and a year: as the order says, or in the one way in which they are a date."""
    year, first, second = match["year"], match["first"], match["second"]
    readings = {DateOrder.DMY: _date(year, second, first), DateOrder.MDY: _date(year, first, second)}
    days = {day for day in readings.values() if day}
    if order and readings[order]:
        return Published(text, readings[order])
    if len(days) == 1:
        return Published(text, days.pop())
    years = {day.year for day in days}
    return Published(text, period=Period(years.pop()), open_order=True) if years else Published(text)


def _date(year: str, month: str, day: str) -> datetime.date | None:
    full = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 70 else 1900)  # POSIX's turn of two digits
    try:
        return datetime.date(full, int(month), int(day))
    except ValueError:
        return None


def _number(text: str, number: Decimal) -> Published:
    """Read a number: a year, a day as in 20240308, or the time since 1970."""
    whole = int(number) if number.is_finite() else 0
    if whole == number and whole in _YEARS:
        return Published(text, period=Period(whole))
    if whole == number and 10**7 <= whole < 10**8:
        return Published(text, _date(text[:4], text[4:6], text[6:8]))
    scale = next((scale for least, scale in _SCALES if least <= whole < 40 * least), None)
    if scale is None:
        return Published(text)
    day = datetime.date(1970, 1, 1) + datetime.timedelta(days=whole // scale // 86_400)
    return Published(text, day)
