"""The two tables of the grammar of time.

`EXPRESSIONS` reads words to moments: a day, a month, a quarter. `COMBINATIONS` reads moments with the words around
them: since, from … to, between, the beginning of. Rules are tried in the order of the table; a word belongs to one
match. Not here: what a match means (`time_days.py`, `time_periods.py`,
`time_spans.py`) and which fact a time is for (`time.py`).
"""

from newsfacts.events.time import days as time_days
from newsfacts.events.time import periods as time_periods
from newsfacts.events.time import spans as time_spans
from newsfacts.events.time.rules import TimeKind, TimeRule, TimeTrait, rule

__all__ = ["COMBINATIONS", "EXPRESSIONS"]

_OF_YEAR = "(of? comma? year | comma? of? (the? whole of)? (last|this|next) unit | of the same? unit)"

EXPRESSIONS: tuple[TimeRule, ...] = (
    rule("digits", "(weekday comma?)? digits", time_days.read_digits, "14/2/2021").having(TimeTrait.FIGURES),
    rule(
        "months_of_year",
        f"month (and|to|dash|slash) month {_OF_YEAR}?",
        time_periods.read_months,
        "January and February, March to May 2020, July/August 2021",
    ).having(TimeTrait.MAY_LACK_YEAR),
    rule(
        "neighbouring_days",
        f"month dot? DAY and DAY(?!word|month) (comma? {_OF_YEAR})?"
        f" | (?<=prep) the? DAY and the? DAY of? month dot? (comma? {_OF_YEAR})?",
        time_days.read_neighbouring_days,
        "on June 24 and 25, on the 3rd and 4th of July",
    ).having(TimeTrait.MAY_LACK_YEAR),
    rule(
        "day_month",
        f"(deictic part? comma)? (weekday comma?)? the? (DAY|ordinal unit) of? month dot? (comma? {_OF_YEAR})?",
        time_days.read_month_day,
        "Friday, 14th of June",
    ).having(TimeTrait.MAY_LACK_YEAR),
    rule(
        "weekday_date",
        "weekday part? open (the? (DAY|ordinal unit) of? month dot?|month dot? the? DAY) (comma? year)? close",
        time_days.read_month_day,
        "Friday (25 January)",
    ).having(TimeTrait.MAY_LACK_YEAR),
    rule(
        "month_days",
        f"(month dot? DAY (to|dash) DAY | (?<=between) month dot? DAY and DAY) (comma? {_OF_YEAR})?",
        time_days.read_month_days,
        "March 3 to 17, between March 3 and 17",
    ).having(TimeTrait.MAY_LACK_YEAR),
    rule(
        "month_day",
        f"(deictic part? comma)? (weekday comma?)? month dot? the? DAY (local time)? (comma? {_OF_YEAR})?",
        time_days.read_month_day,
        "Monday May 10, 2021; today, Monday, July 4, 2022",
    ).having(TimeTrait.MAY_LACK_YEAR),
    rule(
        "day_of_last_month",
        "the (ordinal|rank) of (last|this) unit",
        time_days.read_last_month_day,
        "the 1st of last month",
    ),
    rule(
        "days_of_month",
        "the? (rank|last) ANY units of month (comma? year)?",
        time_periods.read_days_of_month,
        "the first three days of June",
    ).having(TimeTrait.MAY_LACK_YEAR),
    rule(
        "month_year",
        f"(edge dash?)? month dot? {_OF_YEAR}",
        time_periods.read_month,
        "late March 2020, September last year",
    ),
    rule(
        "quarter_of",
        f"the? (rank|last) (unit|half) {_OF_YEAR}",
        time_periods.read_quarter,
        "the first half of 2022, the second quarter of this year",
    ),
    rule(
        "first_units_of_span",
        "the? rank ANY units of (fiscal unit)? span",
        time_periods.read_part_of_span,
        "the first six months of 2020-21",
    ),
    rule(
        "quarter_of_span",
        "the? (rank|last) (unit|half) of (fiscal unit)? span",
        time_periods.read_part_of_span,
        "the second quarter of 2020-21",
    ),
    rule(
        "first_units",
        f"the? rank ANY units {_OF_YEAR}",
        time_periods.read_first_units,
        "the first 11 months of this year",
    ),
    rule("season_of", f"edge? (last|this|next|the)? season {_OF_YEAR}", time_periods.read_season, "the autumn of 2022"),
    rule("season", "(last|this|next) season", time_periods.read_season, "last summer"),
    rule(
        "holiday",
        "(holiday|new unit (word word)?) (unit|edge_of)",
        time_days.read_holiday,
        "Christmas Eve, New Year's Day",
    ),
    rule(
        "feast",
        "(?<=since|by|before|after|prep|during|to|from|just)(holiday)(?!word)",
        time_days.read_holiday,
        "since Christmas, by Easter",
    ),
    rule("whole_unit", "(?<=prep)the whole unit", time_periods.read_same_or_this, "for the whole year"),
    rule("fiscal", "(the|this|last)? fiscal unit (span|year)?", time_periods.read_fiscal, "this financial year"),
    rule("fiscal_short", "fy dash? (span|year)", time_periods.read_fiscal, "FY 2023, FY 2023-24"),
    rule("year_span", "span", time_periods.read_year_span, "2019/20"),
    rule(
        "comparison_period",
        f"the? (same|edge)? (same) (period|unit|units) prep? {_OF_YEAR}",
        time_periods.read_period,
        "the same period last year, the same months in 2018",
        TimeKind.COMPARISON,
    ),
    rule(
        "during_same_period",
        "(?<=^during)the same period | (?<=comma during)the same period",
        time_periods.read_told_period,
        "During the same period, 31 more were solved",
        TimeKind.SAME,
    ),
    rule("same_period", "(the|a|that)? same period", time_periods.read_open, "on the same period", TimeKind.COMPARISON),
    rule(
        "beyond_deictic",
        "the? (unit|part) (before|after) deictic",
        time_days.read_beyond_deictic,
        "the day before yesterday, the night before yesterday",
    ),
    rule(
        "beyond_turned",
        "the? (unit|part|weekday|weekend) (before|after) (last|next)(?!unit|month|weekday|season)",
        time_days.read_beyond_turned,
        "the week before last, the Friday before last, the month after next",
    ),
    rule("last_weekday", "(last|this|next) weekday part?", time_days.read_weekday, "last Thursday night"),
    rule("weekday", "weekday part?", time_days.read_weekday, "Sunday night"),
    rule("weekend", "(the|this|last|next) weekend", time_days.read_weekend, "over the weekend"),
    rule("deictic", "(edge|later|earlier)? deictic part?", time_days.read_deictic, "late yesterday evening"),
    rule(
        "this_part",
        "(edge|later|earlier)? (this|last) part",
        time_days.read_this_part,
        "earlier this morning, last night",
    ),
    rule(
        "past_units",
        "the? (last|this|next) (ANY|few) consecutive? units",
        time_periods.read_past_units,
        "the past six months",
    ).having(TimeTrait.MAY_COMPARE),
    rule("past_year", "the? last year", time_periods.read_plain_year, "in the past 2020"),
    rule("this_past_unit", "this last unit", time_periods.read_this_past, "this past year"),
    rule(
        "part_of_unit",
        "(edge|earlier|later) (last|this|next) unit",
        time_periods.read_part_of_unit,
        "earlier this month",
    ),
    rule("next_day", "the (next|last) unit", time_days.read_next_day, "the following day").having(
        TimeTrait.TOLD_BEFORE, TimeTrait.MAY_COMPARE
    ),
    rule("of_the_unit", "(?<=of)the unit", time_periods.read_same_or_this, "the start of the year"),
    rule(
        "turned_unit",
        "the? (whole of)? (last|this|next) unit",
        time_periods.read_turned_unit,
        "last year, this week, the previous month",
    ).having(TimeTrait.TOLD_BEFORE, TimeTrait.MAY_COMPARE),
    rule("in_units", "(?<=prep)(ANY) units", time_periods.read_lasting, "in five months").having(
        TimeTrait.LOCAL, TimeTrait.BEHIND_IN
    ),
    rule("ago", "(a|ANY|few) (few|of)? (unit|units) (ago)", time_periods.read_ago, "two weeks ago"),
    rule("later", "(a|ANY|few)? (unit|units) later", time_days.read_later, "two days later", TimeKind.LOOSE).having(
        TimeTrait.LOCAL, TimeTrait.TOLD_BEFORE
    ),
    rule(
        "same", "(the same|that same?) (unit|part)", time_periods.read_same, "the same day, that night", TimeKind.SAME
    ),
    rule("first_rank", "the? (rank|last) (unit|half)", time_periods.read_bare_quarter, "the first quarter"),
    rule(
        "counted_unit",
        "(the rank unit | unit (number|day))",
        time_periods.read_counted,
        "in the second week, in week two",
    ),
    rule(
        "day_of_month", "the ordinal(?!consecutive|unit|part|month|day)", time_days.read_day_of_month, "on the 16th"
    ).having(TimeTrait.DAY_ALONE, TimeTrait.TOLD_BEFORE),
    rule("rate", "every (ANY)? (unit|units|weekend)", time_periods.read_open, "every year", TimeKind.RATE),
    rule("rate_word", "rate(?!dash)", time_periods.read_open, "annual", TimeKind.RATE),
    rule("recent", "recent units", time_periods.read_open, "in recent weeks", TimeKind.RATE),
    rule("now", "now", time_days.read_now, "now", TimeKind.LOOSE),
    rule("loose", "loose", time_periods.read_open, "recently", TimeKind.LOOSE),
    rule("month", "(edge dash?)? month", time_periods.read_month, "in January").having(
        TimeTrait.MAY_LACK_YEAR, TimeTrait.MAY_COMPARE
    ),
    rule("year", "the? year", time_periods.read_plain_year, "in 2021").having(
        TimeTrait.PLAIN_YEAR, TimeTrait.MAY_COMPARE
    ),
)
"""Words to moments, the longer first."""


COMBINATIONS: tuple[TimeRule, ...] = (
    rule(
        "comparison",
        "compare (prep|to|with)* the? moment",
        time_spans.read_first,
        "than in 2021, compared with last year",
        TimeKind.COMPARISON,
    ),
    rule(
        "that_of",
        "prep that of the? moment",
        time_spans.read_first,
        "three points down on that of June",
        TimeKind.COMPARISON,
    ),
    rule("birth", "birth word? (prep|comma)* moment", time_spans.read_first, "DOB: 11-29-76", TimeKind.COMPARISON),
    rule(
        "clock_days",
        "(from|between|prep)* clock part? comma? (of|prep)* the? moment comma? (to|and|dash)+"
        " (clock part? comma? (of|prep)*)? the? moment"
        " | (from|between) the? moment comma? (to|and|dash)+ clock part? comma? (of|prep)* the? moment",
        time_spans.read_range,
        "from 10pm on Saturday to 9am on Sunday, from Tuesday till 6 a.m. on January 1",
    ).having(TimeTrait.FROM_TO),
    rule(
        "clock_range",
        "(prep|from|between)* clock part? (to|and|dash)+ clock part? (comma? (of|prep)* the? moment)?"
        " | prep* moment comma? (from|between|prep)+ clock part? (to|and|dash)+ clock part?",
        time_spans.read_clocks,
        "between 2pm and 4.30pm on Tuesday, between 6pm and 6am, on Monday from 2pm to 5pm",
    ),
    rule(
        "clock_moment",
        "(prep|just|after|before)* clock (prep? the? part)? comma? (of|prep)* the? moment (open moment close)?"
        " | prep* moment comma? (prep|just)+ clock part?",
        time_spans.read_finest,
        "at about 1:30 am on Monday, at 3 o'clock in the morning of May 11",
    ),
    rule(
        "period_of",
        "prep (the|this|that) (ANY dash unit | unit)? period (of|prep)* the? moment(?!comma? (to|and|dash))",
        time_spans.read_first,
        "for the period of July/August 2021",
    ),
    rule(
        "coordinated_days",
        "prep? moment (open DAY (slash DAY)? close)? ((comma|and)+ prep? moment (open DAY (slash DAY)? close)?)+",
        time_spans.read_coordinated_days,
        "yesterday (24/02) and today (25/02), on Friday, Saturday and Sunday",
    ),
    rule("bracket", "prep? moment open moment close", time_spans.read_finest, "on Monday (18 October)"),
    rule(
        "bracket_day",
        "prep? moment open DAY (slash DAY)? close",
        time_spans.read_bracketed,
        "today (25/02), yesterday (08)",
    ),
    rule(
        "day_range",
        "(from|between) (moment comma?)? the? DAY (to|and|dash) (the? edge? (part|units) (of|prep))? moment",
        time_spans.read_days_to,
        "between 1 and 28 December, between Tuesday, 23 until the early hours of Saturday, 27 February",
    ),
    rule(
        "part_moment",
        "prep? the? edge? (part|units) (of|prep) moment",
        time_spans.read_first,
        "on the morning of January 17, in the early hours of Tuesday",
    ),
    rule("between_days", "between moment(?!comma?and)", time_spans.read_between_days, "between March 3 and 17"),
    rule(
        "range",
        "(from|between) (the? edge_of of)? (the)? moment (to|and|dash)+ (the? edge_of of)? moment",
        time_spans.read_range,
        "from January to July, between March 3 and 17, from May to the end of June",
    ).having(TimeTrait.FROM_TO),
    rule(
        "comma_range",
        "between (the)? moment comma and moment | from (the)? moment comma (to|dash)+ moment",
        time_spans.read_range,
        "between March 3, 2011, and March 17, 2011",
    ),
    rule("bare_range", "prep? moment comma? (to|dash)+ moment", time_spans.read_range, "June 20 to August 8"),
    rule(
        "units_to",
        "prep? the? (ANY dash?)? (unit|units) (period)? (up? to|ending) prep? (the? edge_of of)? moment",
        time_spans.read_year_to,
        "in the year to September, the year ending March 2020, the 12 months up to the end of June 2019",
    ),
    rule(
        "since_edge", "since the? edge_of of moment", time_spans.read_since, "since the beginning of this year"
    ).having(TimeTrait.LOCAL, TimeTrait.SINCE),
    rule("by_edge", "(by|before|to) the? edge_of of moment", time_spans.read_edge_end, "by the end of June").having(
        TimeTrait.LIMIT, TimeTrait.TOLD_UP_TO
    ),
    rule("edge_of", "prep? the? edge_of of moment", time_spans.read_edge_of, "the start of 2021"),
    rule(
        "so_far",
        "(prep comma?)? (so far|to date) (prep)? moment | moment dash? to dash? date",
        time_spans.read_so_far,
        "so far in 2021, to date in 2021, this year to date",
    ),
    rule("by_unit_end", "(by|before) (the)? unit dash? edge_of", time_spans.read_unit_end, "by year end").having(
        TimeTrait.LIMIT
    ),
    rule(
        "beside",
        "the? (ANY)? (unit|units|part) (before|after) moment",
        time_spans.read_beside,
        "the day before last Friday, two days after 3 May, the week before last week",
    ),
    rule(
        "before_event",
        "(a|ANY|few) (unit|units) (before|after)(?!moment)",
        time_periods.read_open,
        "two years before the murder",
        TimeKind.EVENT,
    ),
    rule("unit_before", "the (unit|part) before(?!moment)", time_days.read_unit_before, "the night before").having(
        TimeTrait.TOLD_BEFORE, TimeTrait.COMPARES_OPEN
    ),
    rule("earlier", "(a|ANY|few) (unit|units) earlier", time_days.read_earlier, "a day earlier").having(
        TimeTrait.TOLD_BEFORE, TimeTrait.COMPARES_OPEN
    ),
    rule("since_then", "since then", time_spans.read_since_then, "since then", TimeKind.SAME).having(
        TimeTrait.LOCAL, TimeTrait.TOLD_BEFORE
    ),
    rule(
        "since_what",
        "since (the|a|this|that|word|event|rank){1,4} prep the? moment",
        time_spans.read_since,
        "since it began in 2019, since an appeal in November",
    ).having(TimeTrait.LOCAL, TimeTrait.SINCE),
    rule("since", "since moment", time_spans.read_since, "since January").having(TimeTrait.LOCAL, TimeTrait.SINCE),
    rule("by", "by moment", time_spans.read_up_to, "by March 2020").having(TimeTrait.LIMIT, TimeTrait.TOLD_UP_TO),
    rule("until", "up? to moment", time_spans.read_up_to, "until June 30").having(TimeTrait.LIMIT, TimeTrait.LASTING),
    rule("before", "before moment", time_spans.read_up_to, "before April").having(TimeTrait.LIMIT),
    rule("from", "from moment", time_spans.read_from, "from May").having(
        TimeTrait.LIMIT, TimeTrait.ONE_END, TimeTrait.MAY_COMPARE
    ),
    rule("after", "after moment", time_spans.read_from, "after October 2").having(TimeTrait.LIMIT),
    rule("as_of", "as (of|prep) moment", time_spans.read_first, "as of July 23").having(TimeTrait.TOLD_UP_TO),
    rule("clock", "(prep|just|after|before)* clock part?", time_days.read_told_day, "at around 10 pm", TimeKind.CLOCK),
    rule("date", "to date | so far", time_periods.read_open, "to date, so far", TimeKind.LOOSE).having(
        TimeTrait.UP_TO_NOW
    ),
    rule(
        "told_period",
        "prep (the|this|that) (ANY dash unit | unit)? period",
        time_spans.read_told_unit,
        "in the six-month period, during this period",
        TimeKind.SAME,
    ),
    rule(
        "units_after",
        "prep the ANY units (after|before|next|last)",
        time_periods.read_open,
        "in the three years following the raid",
        TimeKind.EVENT,
    ),
    rule(
        "told_unit",
        "prep the (ANY)? (unit|units)",
        time_spans.read_told_unit,
        "during the year, over the two months",
        TimeKind.SAME,
    ),
    rule(
        "event",
        "during (the|this|that|word)? word? event",
        time_spans.read_event,
        "during the searches",
        TimeKind.EVENT,
    ),
    rule(
        "since_event",
        "since (the edge_of of)? (the|this|that|word)? word? event",
        time_periods.read_open,
        "since the start of the campaign",
        TimeKind.EVENT,
    ).having(TimeTrait.FAR),
    rule("prep", "prep the? moment", time_spans.read_first, "in March").having(TimeTrait.WRAPPED),
    rule("moment", "moment", time_spans.read_first, "yesterday").having(TimeTrait.WRAPPED),
)
"""Moments with the words around them, the longer first."""
