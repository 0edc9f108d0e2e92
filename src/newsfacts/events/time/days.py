"""What expressions of days mean: the words of a match and the anchor in, the interval out.

Every reader gives the interval of a match, OPEN where it cannot be resolved, None where it is no time after all. Not
here: months and longer (`time_periods.py`), times with the words around them (`time_spans.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from newsfacts.events.time.anchor import Anchor
from newsfacts.events.time.intervals import OPEN, Interval, a_day, day_interval, joined, shifted
from newsfacts.events.time.values import lacks_its_year, number_value, turn_of, unit_name, year_of
from newsfacts.events.time.words import TimeWord
from newsfacts.record import TimePrecision

__all__ = [
    "read_beyond_deictic",
    "read_beyond_turned",
    "read_day_of_month",
    "read_deictic",
    "read_digits",
    "read_earlier",
    "read_holiday",
    "read_last_month_day",
    "read_later",
    "read_month_day",
    "read_month_days",
    "read_neighbouring_days",
    "read_next_day",
    "read_now",
    "read_this_part",
    "read_told_day",
    "read_unit_before",
    "read_weekday",
    "read_weekend",
]

_LAST_DAY = 31
_AROUND = (-1, 1, -2)
"""Years from the likeliest one in which a weekday may fit a date."""
_EVENING = 18
"""Hour from which a paper of the day can no longer tell what happened."""


def read_month_day(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "Friday", "14th of June"."""
    month, day = number_value(words, "month") or 1, number_value(words, "day", "ordinal") or 1
    year, weekday = year_of(words, anchor), number_value(words, "weekday")
    if lacks_its_year(words, anchor):
        return OPEN
    found = anchor.month_day(month, day, year)
    if year or weekday is None:
        return found
    fits = _on_weekday(found, weekday, (month, day))
    told = anchor.reference or not fits.start or fits.start.weekday() == weekday
    return fits if told else OPEN  # the year that the text names is another one's


def _on_weekday(found: Interval, weekday: int, day: tuple[int, int]) -> Interval:
    """Let the weekday beside a date without a year tell the year: of those around, the one in which it fits."""
    if found.start is None or found.start.weekday() == weekday:
        return found
    tried = (a_day(found.start.year + step, *day) for step in _AROUND)
    return next((day_interval(other) for other in tried if other and other.weekday() == weekday), found)


def read_month_days(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "March 3 to 17"."""
    month, year = number_value(words, "month") or 1, year_of(words, anchor)
    days = [int(str(word.value)) for word in words if word.kind in ("day", "ordinal")][:2]
    if days[1] <= days[0]:
        return None
    return joined(anchor.month_day(month, days[0], year), anchor.month_day(month, days[1], year))


def read_neighbouring_days(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "June 24 and 25"; days apart are two times."""
    days = [int(str(word.value)) for word in words if word.kind in ("day", "ordinal")][:2]
    return read_month_days(words, anchor) if days[1] == days[0] + 1 else None


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


def read_weekday(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "last Thursday night"."""
    turn = {-1: "last", 1: "next", 0: None}[turn_of(words)]
    return anchor.weekday(number_value(words, "weekday") or 0, turn)


def read_weekend(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "over the weekend"."""
    turn = turn_of(words)
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


def read_beyond_deictic(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the day before yesterday", "the day after tomorrow"; "the week before yesterday" is no one day."""
    if any(word.kind == "unit" and word.value != "day" for word in words):
        return None
    return anchor.unit("day", (number_value(words, "deictic") or 0) + _step(words))


def read_beyond_turned(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the week before last", "the night before last", "the Friday before last", "the month after next"."""
    turn = -1 if words[-1].value == "last" else 1
    if turn != _step(words):
        return None  # "the day after last" means nothing
    first = next(word for word in words if word.kind != "the")
    if first.kind in ("unit", "part"):
        return anchor.unit(str(first.value) if first.kind == "unit" else "day", 2 * turn)
    if first.kind == "weekend":
        return OPEN  # which weekend is the last one is told differently from country to country
    near = anchor.weekday(int(str(first.value)), "last" if turn < 0 else "next").start
    return day_interval(shifted(near, "week", turn)) if near else OPEN


def _step(words: Sequence[TimeWord]) -> int:
    return -1 if any(word.kind == "before" for word in words) else 1


def read_this_part(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "earlier this morning", "last night"."""
    return anchor.unit("day", turn_of(words))


def read_later(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "two days later"."""
    count = number_value(words, "day", "number", "count", "a")
    if anchor.day is None or not count or unit_name(words) not in ("day", "week"):
        return day_interval(anchor.day) if anchor.day and unit_name(words) in ("hour", "minute") else OPEN
    return day_interval(shifted(anchor.day, unit_name(words), count))


def read_earlier(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "a day earlier", "two weeks earlier" from the day told last."""
    count, unit = number_value(words, "day", "number", "count", "a"), unit_name(words)
    if anchor.day is None or not count or unit not in ("day", "week"):
        return OPEN
    return day_interval(shifted(anchor.day, unit, -count))


def read_unit_before(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the day before", "the night before" from the day told last, "the year before" of a comparison."""
    if any(word.kind == "unit" and word.value != "day" for word in words):
        return anchor.year_before() if words[1].value == "year" else OPEN
    return day_interval(shifted(anchor.day, "day", -1)) if anchor.day else OPEN


def read_next_day(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "the following day"."""
    if unit_name(words) != "day":
        return None
    return day_interval(shifted(anchor.day, "day", turn_of(words))) if anchor.day else OPEN


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
    month = anchor.unit("month", turn_of(words))
    return replace(anchor, day=month.start).day_of_month(number_value(words, "ordinal", "rank") or 1)


def read_day_of_month(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "on the 16th"; "the 73rd" is no day."""
    day = number_value(words, "ordinal") or 1
    return anchor.day_of_month(day) if day <= _LAST_DAY else None


def read_holiday(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    """Resolve "Christmas Eve", "New Year's Day", "since Christmas"; a feast that moves lies on no known day."""
    last = words[-1].text.lower()
    month_day = number_value(words, "holiday") or 101
    if len(words) == 1:
        fixed = words[0].kind == "holiday" and isinstance(words[0].value, int)
        return anchor.month_day(month_day // 100, month_day % 100) if fixed else OPEN
    if last not in ("day", "eve") or (words[0].kind == "new" and words[1].value != "year"):
        return None
    day = anchor.month_day(month_day // 100, month_day % 100)
    if last == "day" or not day.start:
        return day
    return day_interval(shifted(day.start, "day", -1))
