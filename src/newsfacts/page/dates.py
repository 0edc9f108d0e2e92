"""Dates as they stand in datelines and in dated lines at the top of a text.

Month names come from python-dateutil. Not here: the times of facts, which are `context`'s.
"""

import datetime
import re
from dataclasses import dataclass

from dateutil.parser import parserinfo

from newsfacts.lexicons import Lexicon, alternation, fold

__all__ = ["DateForms", "date_forms"]


_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class DateForms:
    """Hold the pattern of a date and of a line that is one."""

    pattern: str
    """Regular expression of a date without groups, for use inside others."""
    _date: re.Pattern[str]
    _line: re.Pattern[str]
    _months: dict[str, int]
    _day: re.Pattern[str]
    _named: re.Pattern[str]

    def dated_line(self, text: str) -> str | None:
        """Give the date, as written, of a line that holds little else: "Posted on 1 April 2019"."""
        match = self._line.match(text) if len(text) <= 120 else None
        return match["date"] if match else None

    def is_told(self, text: str) -> bool:
        """Say whether a dated line says itself that it is the page's date: "Published", "Last modified"."""
        match = self._line.match(text) if len(text) <= 120 else None
        return match is not None and match["lead"] is not None

    def is_month_first(self, text: str) -> bool:
        """Say in which order a text writes day and month in figures: one date that can be read one way only tells it.

        Example:
            >>> from newsfacts.lexicons import read
            >>> date_forms(read("layout_words")).is_month_first("seen 03/04/2021, held 03/25/2021")
            True
        """
        for match in _NUMERIC.finditer(text):
            if int(match[1]) > 12 or int(match[2]) > 12:
                return int(match[2]) > 12
        return False

    def is_day(self, text: str) -> bool:
        """Say whether a line is a day of the week, with or without its date, and nothing else."""
        return self._day.fullmatch(text.strip(" \t\xa0:*-–—#")) is not None

    def names_day(self, text: str) -> bool:
        """Say whether a text names a day of the week or of a month by its name; figures alone may be a birthday."""
        return self._named.search(text) is not None

    def date(self, written: str, published: datetime.date | None, *, month_first: bool = False) -> datetime.date | None:
        """Read a date; a date without a year is the last such day up to `published`, else nothing."""
        match = self._date.search(written)
        if not match:
            return None
        parts = {key.rstrip("0123456789"): value for key, value in match.groupdict().items() if value}
        month_name = parts.get("name")
        month = self._months[fold(month_name)] if month_name else int(parts["month"])
        day = int(parts["day"])
        numeric = not month_name and match["year3"] is not None
        if numeric and (month > 12 or (month_first and day <= 12)):
            day, month = month, day  # 10/26/2020: American order shows itself by its second number
        if "year" in parts:
            return _date(int(parts["year"]), month, day)
        return _latest(month, day, published) if published else None


def date_forms(words: Lexicon) -> DateForms:
    """Make the patterns from dateutil's month names and the lexicon's words before dates."""
    info = parserinfo()
    months = {fold(form): number for number, names in enumerate(info.MONTHS, start=1) for form in names}
    weekdays = alternation(form for names in info.WEEKDAYS for form in names)
    written = (
        rf"(?:(?:{weekdays})\b\.?,?\s{{1,3}}(?:the\s)?)?(?:"
        rf"(?P<name>{alternation(months)})\.?\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s{{1,3}}(?P<year>\d{{4}})\b)?"
        rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s{{0,3}}(?:of\s)?(?P<name2>{alternation(months)})\b\.?,?(?:\s{{1,3}}(?P<year2>\d{{4}})\b)?"
        r"|(?P<day3>\d{1,2})[/.-](?P<month3>\d{1,2})[/.-](?P<year3>\d{4})"
        r"|(?P<year4>\d{4})[/.-](?P<month4>\d{1,2})[/.-](?P<day4>\d{1,2}))"
    )
    plain = re.sub(r"\?P<\w+>", "?:", written)
    leads = alternation(row["phrase"] for row in words.rows if row["class"] == "dated")
    clock = r"(?:at\s|T)?\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s?[A-Z]{2,4}|Z|[+-]\d{2}:?\d{2})?"
    line = (
        rf"\W{{0,3}}(?:(?P<lead>{leads})\b:?\s{{0,3}})?(?:{clock}[\s,–-]{{1,4}})?(?P<date>{plain})"
        rf"(?:[\s,|–-]{{0,4}}{clock})?\s*(?:$|Contact\b|\|)"
    )
    flags = re.IGNORECASE
    day = re.compile(rf"(?:{weekdays})\.?(?:,?\s{{1,3}}{plain})?|{plain}", flags)
    whole = alternation(names[-1] for names in info.WEEKDAYS)
    month = alternation(months)
    named = re.compile(
        rf"\b(?:{whole}|(?:{month})\.?\s{{1,3}}\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{month}))\b", flags
    )
    return DateForms(plain, re.compile(written, flags), re.compile(line, flags), months, day, named)


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:  # 31 June, or numbers that are no date
        return None


def _latest(month: int, day: int, published: datetime.date) -> datetime.date | None:
    this_year = _date(published.year, month, day)
    if this_year is None or this_year <= published + datetime.timedelta(days=1):
        return this_year
    return _date(published.year - 1, month, day)
