"""What words of time mean: the words of a match and the anchor in, the interval out.

Every reader gives the interval of a match, OPEN where it cannot be resolved, None where it is no time after all. Not
here: which words match (`time_tables.py`), and times with the words around them (`time_spans.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsfacts.context.intervals import OPEN, Interval, day_interval, joined, months_interval, shifted, year_interval
from newsfacts.context.time_anchor import Anchor
from newsfacts.context.time_words import TimeWord
from newsfacts.record import TimePrecision

_EVENING = 18
"""Hour from which a paper of the day can no longer tell what happened."""

__all__ = [
    "number_value",
    "read_ago",
    "read_bare_quarter",
    "read_counted",
    "read_day_of_month",
    "read_deictic",
    "read_digits",
    "read_first_units",
    "read_fiscal",
    "read_last_month_day",
    "read_lasting",
    "read_later",
    "read_month",
    "read_month_day",
    "read_month_days",
    "read_months",
    "read_next_day",
    "read_now",
    "read_open",
    "read_part_of_unit",
    "read_past_units",
    "read_period",
    "read_plain_year",
    "read_quarter",
    "read_same",
    "read_same_or_this",
    "read_season",
    "read_this_part",
    "read_told_day",
    "read_turned_unit",
    "read_weekday",
    "read_weekend",
    "read_year_span",
    "unit_name",
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


def _turn(words: Sequence[TimeWord]) -> int:
    kinds = {word.kind for word in words}
    return -1 if "last" in kinds else 1 if "next" in kinds else 0


def _year(words: Sequence[TimeWord], anchor: Anchor) -> int | None:
    """Read the year at the end of a match: "2021", "last year", "this year"."""
    written = number_value(words, "year")
    if written is not None:
        return written
    for place, word in enumerate(words[:-1]):
        if word.kind in ("last", "this", "next") and words[place + 1].value == "year":
            resolved = anchor.unit("year", _turn([word]))
            return resolved.start.year if resolved.start else None
    if any(word.kind in ("the", "same") and after.value == "year" for word, after in pairwise(words)):
        same = anchor.same("year")
        return same.start.year if same.start else None
    return None


def read_month_day(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "Friday", "14th of June"."""
    month, day = number_value(words, "month"), number_value(words, "day", "ordinal")
    return anchor.month_day(month or 1, day or 1, _year(words, anchor))


def read_month_days(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "March 3 to 17"."""
    month, year = number_value(words, "month") or 1, _year(words, anchor)
    days = [int(str(word.value)) for word in words if word.kind in ("day", "ordinal")][:2]
    if days[1] <= days[0]:
        return None
    return joined(anchor.month_day(month, days[0], year), anchor.month_day(month, days[1], year))


def read_counted(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "in the second week", "in week two"."""
    return OPEN if any(word.value in ("week", "day", "month", "quarter") for word in words) else None


def read_same_or_this(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the start of the year"."""
    told = anchor.same(unit_name(words))
    found = told if told.start else anchor.unit(unit_name(words), 0)
    return found if found.start else None


def read_digits(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "14/2/2021"."""
    parts = [
        int(piece) for piece in re.split(r"\D", words[-1].text if words[-1].kind == "digits" else _digit_text(words))
    ]
    if parts[0] > 31:
        parts.reverse()
    day, month, year = parts
    if month > 12:
        day, month = month, day  # 10/26/2020: American order shows itself by its second number
    if not 0 < month < 13:
        return None
    if year < 100:
        year += 2000 if year < 50 else 1900
    return anchor.month_day(month, day, year)


def _digit_text(words: Sequence[TimeWord]) -> str:
    return next(word.text for word in words if word.kind == "digits")


def read_month(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "late March 2020", "September last year"."""
    return anchor.month(number_value(words, "month") or 1, _year(words, anchor))


def read_months(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "January and February", "March to May 2020"."""
    found = [word for word in words if word.kind == "month"]
    last = anchor.month(int(str(found[-1].value)), _year(words, anchor))
    if not last.start:
        return OPEN
    first = last.start.year - (int(str(found[0].value)) > last.start.month)
    return joined(anchor.month(int(str(found[0].value)), first), last)


def read_quarter(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the first half of 2022", "the second quarter of this year"."""
    rank = number_value(words, "rank") or (4 if any(word.kind == "last" for word in words) else 1)
    unit = "half" if any(word.kind == "half" for word in words) else "quarter"
    return anchor.part_of_year(unit, rank, _year(words[1:], anchor))


def read_first_units(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the first 11 months of this year"."""
    unit = next(str(word.value) for word in words if word.kind == "units")
    count, year = number_value(words, "day", "number", "count") or 1, _year(words[2:], anchor)
    if unit not in ("month", "quarter") or count > 12:
        return OPEN
    year = year or (anchor.reference.year if anchor.reference else anchor.year)
    return months_interval(year, 1, count * (3 if unit == "quarter" else 1), TimePrecision.SPAN) if year else OPEN


def read_season(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the autumn of 2022"."""
    first, year = number_value(words, "season") or 3, _year(words, anchor)
    if year is None and anchor.reference:
        year = anchor.reference.year - (first > anchor.reference.month and not anchor.future)
        if (
            any(word.kind == "last" for word in words)
            and first + 2 >= anchor.reference.month
            and year == anchor.reference.year
        ):
            year -= 1
    year = year or anchor.year
    return months_interval(year, first, 3, TimePrecision.SPAN) if year else OPEN


def read_weekday(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "last Thursday night"."""
    turn = {-1: "last", 1: "next", 0: None}[_turn(words)]
    return anchor.weekday(number_value(words, "weekday") or 0, turn)


def read_weekend(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "over the weekend"."""
    turn = _turn(words)
    this = any(word.kind == "this" for word in words) or anchor.future
    saturday = anchor.weekday(5, "next" if turn > 0 else None).start
    if not saturday or not anchor.reference:
        return OPEN
    if this and turn == 0 and anchor.reference.weekday() < 5:
        saturday = shifted(saturday, "week", 0 if saturday > anchor.reference else 1)
    return Interval(saturday, shifted(saturday, "day", 1), TimePrecision.SPAN)


def read_deictic(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "late yesterday evening"."""
    moved = number_value(words, "deictic") or 0
    return anchor.unit("day", moved)


def read_this_part(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "earlier this morning", "last night"."""
    return anchor.unit("day", _turn(words))


def read_turned_unit(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "last year", "this week", "the previous month"."""
    unit = unit_name(words)
    if words[0].kind == "the" and words[1].text.lower() in ("past", "last"):
        return anchor.rolling(unit, 1)
    if any(word.text.lower() in ("previous", "preceding", "following") for word in words):
        base = replace(anchor, reference=anchor.day or (anchor.period and anchor.period.start) or anchor.reference)
        return base.unit(unit, _turn(words))
    return anchor.unit(unit, _turn(words))


def read_part_of_unit(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "earlier this month"."""
    whole, reference = anchor.unit(unit_name(words), _turn(words)), anchor.reference
    if not reference or _turn(words):
        return whole
    if words[0].kind == "later":
        return Interval(reference, whole.end, TimePrecision.SPAN)
    return Interval(whole.start, reference, TimePrecision.SPAN)


def read_past_units(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the past six months"."""
    count = number_value(words, "day", "number", "count")
    if _turn(words) >= 0 or count is None:
        return OPEN
    return anchor.rolling(unit_name(words), count)


def read_ago(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "two weeks ago"."""
    count = None if any(word.kind == "few" for word in words) else number_value(words, "day", "number", "count", "a")
    return anchor.back(unit_name(words), count) if count else OPEN


def read_lasting(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "in five months"."""
    return OPEN if unit_name(words) in ("week", "month", "year") else None


def read_later(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "two days later"."""
    count = number_value(words, "day", "number", "count", "a")
    if anchor.day is None or not count or unit_name(words) not in ("day", "week"):
        return day_interval(anchor.day) if anchor.day and unit_name(words) in ("hour", "minute") else OPEN
    return day_interval(shifted(anchor.day, unit_name(words), count))


def read_same(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the same day", "that night"."""
    if any(word.kind in ("part", "month") for word in words):
        return anchor.same("day")
    return anchor.same(unit_name(words))


def read_next_day(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the following day"."""
    if unit_name(words) != "day":
        return None
    return day_interval(shifted(anchor.day, "day", _turn(words))) if anchor.day else OPEN


def read_period(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the same period last year"."""
    period, year = anchor.period, _year(words, anchor)
    if not period or not period.start or not period.end:
        return year_interval(year) if year else OPEN
    moved = (year - period.end.year) if year else -1
    return replace(period, start=shifted(period.start, "year", moved), end=shifted(period.end, "year", moved))


def read_plain_year(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "in the past 2020"."""
    return year_interval(number_value(words, "year") or 1)


def read_year_span(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "2019/20"."""
    written = next(word.text for word in words if word.kind == "span")
    year = int(written[:4])
    if int(written[-2:]) != (year + 1) % 100:
        return joined(year_interval(year), year_interval(year - year % 100 + int(written[-2:])))
    return months_interval(year, 4, 12, TimePrecision.YEAR)  # the financial year of Britain, India, Japan


def read_open(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "on the same period"."""
    return OPEN


def read_now(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "now"."""
    return anchor.unit("day", 0)


def read_told_day(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "at around 10 pm"; an evening of no day told is the one before publication."""
    told = anchor.same("day")
    if told.start or not anchor.reference or not any(_is_evening(word) for word in words):
        return told
    return anchor.unit("day", -1)


def _is_evening(word: TimeWord) -> bool:
    hour = re.match(r"\d+", word.text)
    if word.kind != "clock" or hour is None:
        return False
    late = "p" in word.text.lower()
    return _EVENING - 12 <= int(hour[0]) < 12 if late else _EVENING <= int(hour[0]) < 24


def read_last_month_day(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the 1st of last month"."""
    month = anchor.unit("month", _turn(words))
    return replace(anchor, day=month.start).day_of_month(number_value(words, "ordinal", "rank") or 1)


def read_fiscal(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "this financial year"."""
    return read_year_span(words, anchor) if any(word.kind == "span" for word in words) else OPEN


def read_bare_quarter(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the first quarter"."""
    return read_quarter(words, anchor) if words[-1].kind == "half" or words[-1].value == "quarter" else None


def read_day_of_month(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "on the 16th"."""
    return anchor.day_of_month(number_value(words, "ordinal") or 1)
