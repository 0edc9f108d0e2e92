"""The grammar of time: rules over the classes of `time_words.py`, and what a match of each means.

Two tables. `EXPRESSIONS` reads words to moments: a day, a month, a quarter. `COMBINATIONS` reads moments with the words
around them: since, from … to, between, the beginning of. A pattern is a regular expression whose letters are the names of
classes; rules are tried in the order of the table, and a word belongs to one match. Not here: which fact a time is for.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from newsfacts.context.intervals import OPEN, Interval, day_interval, joined, months_interval, shifted, year_interval
from newsfacts.context.time_anchor import Anchor
from newsfacts.context.time_words import CLASSES, TimeWord
from newsfacts.errors import RuleError
from newsfacts.record import TimePrecision

__all__ = ["COMBINATIONS", "EXPRESSIONS", "LETTERS", "TimeKind", "TimeRule", "letters"]

Read = Callable[[Sequence[TimeWord], Anchor], Interval | None]
"""Give the interval of a match, OPEN where it cannot be resolved, None where it is no time after all."""


class TimeKind(StrEnum):
    """Say what an expression of time does in its sentence."""

    SCOPE = "scope"
    """It says when something holds."""
    SAME = "same"
    """It points back at a time told before."""
    CLOCK = "clock"
    """It is a time of day without its day."""
    RATE = "rate"
    """It says how often."""
    LOOSE = "loose"
    """It says little: now, so far, recently."""
    COMPARISON = "comparison"
    """It is what the fact is compared with."""


@dataclass(frozen=True, slots=True)
class TimeRule:
    """Hold one rule of the grammar."""

    id: str
    pattern: re.Pattern[str]
    read: Read
    why: str
    kind: TimeKind = TimeKind.SCOPE


LETTERS = {name: chr(0x100 + number) for number, name in enumerate(CLASSES)}
"""One letter a class, so that patterns run over a string; the letters carry no other meaning."""


def letters(words: Sequence[TimeWord]) -> str:
    """Spell a sentence as one letter a word."""
    return "".join(LETTERS[word.kind] for word in words)


def _rule(id_: str, pattern: str, read: Read, why: str, kind: TimeKind = TimeKind.SCOPE) -> TimeRule:
    def letter(match: re.Match[str]) -> str:
        if match[0] not in LETTERS:
            raise RuleError(f"time rule {id_!r}: no class {match[0]!r}; there are {', '.join(CLASSES)}")
        return LETTERS[match[0]]

    plain = pattern.replace("ANY", "(day|number|count)").replace("DAY", "(day|ordinal)")
    return TimeRule(id_, re.compile(re.sub(r"\s+", "", re.sub(r"[a-z_]+", letter, plain))), read, why, kind)


def _value(words: Sequence[TimeWord], *kinds: str) -> int | None:
    for word in words:
        if word.kind in kinds and isinstance(word.value, int):
            return word.value
    return None


def _unit(words: Sequence[TimeWord]) -> str:
    found = [str(word.value) for word in words if word.kind in ("unit", "units", "half")]
    return found[-1] if found else "day"


def _turn(words: Sequence[TimeWord]) -> int:
    kinds = {word.kind for word in words}
    return -1 if "last" in kinds else 1 if "next" in kinds else 0


def _year(words: Sequence[TimeWord], anchor: Anchor) -> int | None:
    """Read the year at the end of a match: "2021", "last year", "this year"."""
    written = _value(words, "year")
    if written is not None:
        return written
    for place, word in enumerate(words[:-1]):
        if word.kind in ("last", "this", "next") and words[place + 1].value == "year":
            resolved = anchor.unit("year", _turn([word]))
            return resolved.start.year if resolved.start else None
    if any(
        word.kind in ("the", "same") and after.value == "year" for word, after in zip(words, words[1:], strict=False)
    ):
        same = anchor.same("year")
        return same.start.year if same.start else None
    return None


def _month_day(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    month, day = _value(words, "month"), _value(words, "day", "ordinal")
    return anchor.month_day(month or 1, day or 1, _year(words, anchor))


def _month_days(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    month, year = _value(words, "month") or 1, _year(words, anchor)
    days = [int(str(word.value)) for word in words if word.kind in ("day", "ordinal")][:2]
    if days[1] <= days[0]:
        return None
    return joined(anchor.month_day(month, days[0], year), anchor.month_day(month, days[1], year))


def _counted(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    return OPEN if any(word.value in ("week", "day", "month", "quarter") for word in words) else None


def _same_or_this(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    told = anchor.same(_unit(words))
    found = told if told.start else anchor.unit(_unit(words), 0)
    return found if found.start else None


def _digits(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
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


def _month(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    return anchor.month(_value(words, "month") or 1, _year(words, anchor))


def _months(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    found = [word for word in words if word.kind == "month"]
    last = anchor.month(int(str(found[-1].value)), _year(words, anchor))
    if not last.start:
        return OPEN
    first = last.start.year - (int(str(found[0].value)) > last.start.month)
    return joined(anchor.month(int(str(found[0].value)), first), last)


def _quarter(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    rank = _value(words, "rank") or (4 if any(word.kind == "last" for word in words) else 1)
    unit = "half" if any(word.kind == "half" for word in words) else "quarter"
    return anchor.part_of_year(unit, rank, _year(words[1:], anchor))


def _first_units(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    unit = next(str(word.value) for word in words if word.kind == "units")
    count, year = _value(words, "day", "number", "count") or 1, _year(words[2:], anchor)
    if unit not in ("month", "quarter") or count > 12:
        return OPEN
    year = year or (anchor.reference.year if anchor.reference else anchor.year)
    return months_interval(year, 1, count * (3 if unit == "quarter" else 1), TimePrecision.SPAN) if year else OPEN


def _season(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    first, year = _value(words, "season") or 3, _year(words, anchor)
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


def _weekday(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    turn = {-1: "last", 1: "next", 0: None}[_turn(words)]
    return anchor.weekday(_value(words, "weekday") or 0, turn)


def _weekend(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    turn = _turn(words)
    this = any(word.kind == "this" for word in words) or anchor.future
    saturday = anchor.weekday(5, "next" if turn > 0 else None).start
    if not saturday or not anchor.reference:
        return OPEN
    if this and turn == 0 and anchor.reference.weekday() < 5:
        saturday = shifted(saturday, "week", 0 if saturday > anchor.reference else 1)
    return Interval(saturday, shifted(saturday, "day", 1), TimePrecision.SPAN)


def _deictic(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    moved = _value(words, "deictic") or 0
    return anchor.unit("day", moved)


def _this_part(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    return anchor.unit("day", _turn(words))


def _turned_unit(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    unit = _unit(words)
    if words[0].kind == "the" and words[1].text.lower() in ("past", "last"):
        return anchor.rolling(unit, 1)
    if any(word.text.lower() in ("previous", "preceding", "following") for word in words):
        base = replace(anchor, reference=anchor.day or (anchor.period and anchor.period.start) or anchor.reference)
        return base.unit(unit, _turn(words))
    return anchor.unit(unit, _turn(words))


def _part_of_unit(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    whole, reference = anchor.unit(_unit(words), _turn(words)), anchor.reference
    if not reference or _turn(words):
        return whole
    if words[0].kind == "later":
        return Interval(reference, whole.end, TimePrecision.SPAN)
    return Interval(whole.start, reference, TimePrecision.SPAN)


def _past_units(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    count = _value(words, "day", "number", "count")
    if _turn(words) >= 0 or count is None:
        return OPEN
    return anchor.rolling(_unit(words), count)


def _ago(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    count = None if any(word.kind == "few" for word in words) else _value(words, "day", "number", "count", "a")
    return anchor.back(_unit(words), count) if count else OPEN


def _lasting(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    return OPEN if _unit(words) in ("week", "month", "year") else None


def _later(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    count = _value(words, "day", "number", "count", "a")
    if anchor.day is None or not count or _unit(words) not in ("day", "week"):
        return day_interval(anchor.day) if anchor.day and _unit(words) in ("hour", "minute") else OPEN
    return day_interval(shifted(anchor.day, _unit(words), count))


def _same(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    if any(word.kind in ("part", "month") for word in words):
        return anchor.same("day")
    return anchor.same(_unit(words))


def _next_day(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    if _unit(words) != "day":
        return None
    return day_interval(shifted(anchor.day, "day", _turn(words))) if anchor.day else OPEN


def _period(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    period, year = anchor.period, _year(words, anchor)
    if not period or not period.start or not period.end:
        return year_interval(year) if year else OPEN
    moved = (year - period.end.year) if year else -1
    return replace(period, start=shifted(period.start, "year", moved), end=shifted(period.end, "year", moved))


def _plain_year(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    return year_interval(_value(words, "year") or 1)


def _year_span(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    written = next(word.text for word in words if word.kind == "span")
    year = int(written[:4])
    if int(written[-2:]) != (year + 1) % 100:
        return joined(year_interval(year), year_interval(year - year % 100 + int(written[-2:])))
    return months_interval(year, 4, 12, TimePrecision.YEAR)  # the financial year of Britain, India, Japan


def _open(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    return OPEN


def _now(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    return anchor.unit("day", 0)


def _told_day(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    return anchor.same("day")


_OF_YEAR = "(of? comma? year | comma? of? (the? whole of)? (last|this|next) unit | of the same? unit)"

EXPRESSIONS: tuple[TimeRule, ...] = (
    _rule("digits", "(weekday comma?)? digits", _digits, "14/2/2021"),
    _rule(
        "months_of_year", f"month (and|to|dash) month {_OF_YEAR}?", _months, "January and February, March to May 2020"
    ),
    _rule(
        "day_month", f"(weekday comma?)? the? DAY of? month dot? (comma? {_OF_YEAR})?", _month_day, "Friday, 14th of June"
    ),
    _rule("month_days", f"month dot? DAY (to|dash) DAY (comma? {_OF_YEAR})?", _month_days, "March 3 to 17"),
    _rule("months_days", f"(?<=between) month dot? DAY and DAY (comma? {_OF_YEAR})?", _month_days, "between March 3 and 17"),
    _rule(
        "month_day",
        f"(weekday comma?)? month dot? the? DAY (local time)? (comma? {_OF_YEAR})?",
        _month_day,
        "Monday May 10, 2021",
    ),
    _rule(
        "day_of_last_month",
        "the (ordinal|rank) of (last|this) unit",
        lambda words, anchor: replace(anchor, day=anchor.unit("month", _turn(words)).start).day_of_month(
            _value(words, "ordinal", "rank") or 1
        ),
        "the 1st of last month",
    ),
    _rule("month_year", f"edge? dash? month dot? {_OF_YEAR}", _month, "late March 2020, September last year"),
    _rule("quarter_of", f"the? (rank|last) (unit|half) {_OF_YEAR}", _quarter, "the first half of 2022, the second quarter of this year"),
    _rule("first_units", f"the? rank ANY units {_OF_YEAR}", _first_units, "the first 11 months of this year"),
    _rule("season_of", f"edge? (last|this|next|the)? season {_OF_YEAR}", _season, "the autumn of 2022"),
    _rule("season", "(last|this|next) season", _season, "last summer"),
    _rule("fiscal", "(the|this|last)? fiscal unit (span|year)?", lambda words, anchor: _year_span(words, anchor) if any(w.kind == "span" for w in words) else OPEN, "this financial year"),
    _rule("year_span", "span", _year_span, "2019/20"),
    _rule("comparison_period", f"the? (same|edge)? (same) (period|unit) {_OF_YEAR}", _period, "the same period last year", TimeKind.COMPARISON),
    _rule("same_period", "(the|a|that)? same period", _open, "on the same period", TimeKind.COMPARISON),
    _rule("last_weekday", "(last|this|next) weekday part?", _weekday, "last Thursday night"),
    _rule("weekday", "weekday part?", _weekday, "Sunday night"),
    _rule("weekend", "(the|this|last|next) weekend", _weekend, "over the weekend"),
    _rule("deictic", "(edge|later|earlier)? deictic part?", _deictic, "late yesterday evening"),
    _rule("this_part", "(edge|later|earlier)? (this|last) part", _this_part, "earlier this morning, last night"),
    _rule("past_units", "the? (last|this|next) (ANY|few) consecutive? units", _past_units, "the past six months"),
    _rule("past_year", "the? last year", _plain_year, "in the past 2020"),
    _rule("part_of_unit", "(edge|earlier|later) (last|this|next) unit", _part_of_unit, "earlier this month"),
    _rule("next_day", "the (next|last) unit", _next_day, "the following day"),
    _rule("of_the_unit", "(?<=of)the unit", _same_or_this, "the start of the year"),
    _rule("turned_unit", "the? (whole of)? (last|this|next) unit", _turned_unit, "last year, this week, the previous month"),
    _rule("in_units", "(?<=prep)(ANY) units", _lasting, "in five months"),
    _rule("ago", "(a|ANY|few) (few|of)? (unit|units) (ago)", _ago, "two weeks ago"),
    _rule("later", "(a|ANY|few)? (unit|units) later", _later, "two days later", TimeKind.LOOSE),
    _rule("same", "(the same|that same?) (unit|part)", _same, "the same day, that night", TimeKind.SAME),
    _rule("first_rank", "the? (rank|last) (unit|half)", lambda words, anchor: _quarter(words, anchor) if words[-1].kind == "half" or words[-1].value == "quarter" else None, "the first quarter"),
    _rule("counted_unit", "(the rank unit | unit (number|day))", _counted, "in the second week, in week two"),
    _rule("day_of_month", "the ordinal(?!consecutive|unit|part|month|day)", lambda words, anchor: anchor.day_of_month(_value(words, "ordinal") or 1), "on the 16th"),
    _rule("rate", "every (ANY)? (unit|units|weekend)", _open, "every year", TimeKind.RATE),
    _rule("rate_word", "rate(?!dash)", _open, "annual", TimeKind.RATE),
    _rule("recent", "recent units", _open, "in recent weeks", TimeKind.RATE),
    _rule("now", "now", _now, "now", TimeKind.LOOSE),
    _rule("loose", "loose", _open, "recently", TimeKind.LOOSE),
    _rule("month", "edge? dash? month", _month, "in January"),
    _rule("year", "the? year", _plain_year, "in 2021"),
)  # fmt: skip
"""Words to moments, the longer first."""


def _moments(words: Sequence[TimeWord]) -> list[Interval]:
    return [word.value for word in words if isinstance(word.value, Interval)]


def _first(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    return _moments(words)[0]


def _finest(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    days = [moment for moment in _moments(words) if moment.start and moment.precision is TimePrecision.DAY]
    return days[-1] if days else _moments(words)[0]


def _range(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    first, last = _moments(words)[0], _moments(words)[-1]
    if first.start and last.start and first.start > last.start:
        if first.start.year - last.start.year > 1:
            return None
        first = replace(first, start=shifted(first.start, "year", -1))
    return joined(first, last)


def _days_to(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    last, day = _moments(words)[-1], _value(words, "day", "ordinal") or 1
    if not last.start or last.precision is not TimePrecision.DAY or day > last.start.day:
        return OPEN if not last.start else None
    return Interval(last.start.replace(day=day), last.end, TimePrecision.SPAN)


def _since(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    return Interval(_moments(words)[-1].start, anchor.reference, TimePrecision.SPAN)


def _from(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    moment = _moments(words)[-1]
    return moment if moment.precision is TimePrecision.SPAN else replace(moment, end=None, precision=TimePrecision.SPAN)


def _up_to(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    return Interval(None, _moments(words)[-1].end, TimePrecision.SPAN)


def _edge_of(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    moment, edge = _moments(words)[-1], next(word.text.lower() for word in words if word.kind == "edge_of")
    if moment.start and moment.end and edge in ("beginning", "start") and anchor.reference:
        end = min(moment.end, max(anchor.reference, moment.start))
        return Interval(moment.start, end, TimePrecision.SPAN)
    return moment


def _edge_end(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    return Interval(None, _moments(words)[-1].end, TimePrecision.SPAN)


def _year_to(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    last, count = _moments(words)[-1], _value(words, "day", "number", "count") or 1
    if not last.end:
        return OPEN
    unit = _unit([word for word in words if word.kind != "moment"])
    start = shifted(last.end.replace(day=1), "month", 1)
    return Interval(shifted(start, unit, -count), last.end, TimePrecision.SPAN)


def _so_far(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    moment = _moments(words)[-1]
    end = anchor.reference if anchor.reference and moment.start and anchor.reference >= moment.start else moment.end
    return Interval(moment.start, end, TimePrecision.SPAN)


def _told_unit(words: Sequence[TimeWord], anchor: Anchor) -> Interval | None:
    if words[-1].value in ("year", "month") and words[-1].kind == "unit":
        return anchor.same(str(words[-1].value))
    return anchor.period or OPEN


COMBINATIONS: tuple[TimeRule, ...] = (
    _rule("comparison", "compare (prep|to|with)* the? moment", _first, "than in 2021, compared with last year", TimeKind.COMPARISON),
    _rule("birth", "birth word? (prep|comma)* moment", _first, "DOB: 11-29-76", TimeKind.COMPARISON),
    _rule("clock_moment", "(prep|just|after|before)* clock part? comma? (of|prep)* moment (open moment close)? | prep* moment comma? (prep|just)+ clock part?", _finest, "at about 1:30 am on Monday"),
    _rule("bracket", "prep? moment open moment close", _finest, "on Monday (18 October)"),
    _rule("part_moment", "prep? the? edge? (part|units) (of|prep) moment", _first, "on the morning of January 17, in the early hours of Tuesday"),
    _rule("between_days", "between moment(?!and)", lambda words, anchor: _moments(words)[0] if _moments(words)[0].precision is TimePrecision.SPAN else None, "between March 3 and 17"),
    _rule("range", "(from|between) (the)? moment (to|and|dash)+ moment", _range, "from January to July, between March 3 and 17"),
    _rule("bare_range", "prep? moment (to|dash)+ moment", _range, "June 20 to August 8"),
    _rule("day_range", "(from|between) the? DAY (to|and|dash) moment", _days_to, "between 1 and 28 December"),
    _rule("since_edge", "since the? edge_of of moment", _since, "since the beginning of this year"),
    _rule("by_edge", "(by|before|to) the? edge_of of moment", _edge_end, "by the end of June"),
    _rule("edge_of", "prep? the? edge_of of moment", _edge_of, "the start of 2021"),
    _rule("units_to", "prep? the? (ANY)? (unit|units) up? to moment", _year_to, "in the year to September"),
    _rule("so_far", "(prep comma?)? so far (prep)? moment", _so_far, "so far in 2021"),
    _rule("since", "since moment", _since, "since January"),
    _rule("by", "by moment", _up_to, "by March 2020"),
    _rule("until", "up? to moment", _up_to, "until June 30"),
    _rule("before", "before moment", _up_to, "before April"),
    _rule("from", "from moment", _from, "from May"),
    _rule("after", "after moment", _from, "after October 2"),
    _rule("as_of", "as (of|prep) moment", _first, "as of July 23"),
    _rule("clock", "(prep|just|after|before)* clock part?", _told_day, "at around 10 pm", TimeKind.CLOCK),
    _rule("date", "to date | so far", _open, "to date, so far", TimeKind.LOOSE),
    _rule("told_unit", "prep the (ANY)? (unit|units)", _told_unit, "during the year, over the two months", TimeKind.SAME),
    _rule("prep", "prep the? moment", _first, "in March"),
    _rule("moment", "moment", _first, "yesterday"),
)  # fmt: skip
"""Moments with the words around them, the longer first."""
