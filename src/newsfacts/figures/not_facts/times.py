"""Refusals of times: the clock, days and months, years, spans of a year, reading times.

Durations and frequencies are told by their noun, in `figures/count`, because words may stand between.
"""

import re

from newsfacts.figures.not_facts.around import IN_YEAR, YEAR, Around, refusal
from newsfacts.figures.numbers import Form
from newsfacts.lexicons.function_words import any_of, cue_words

__all__ = ["DAYS", "SPANS", "YEARS"]

_ADDED = re.compile(rf"\b(?:{any_of('amount of')})\s+of\s*$", re.I)
"""Behind these nouns "of" leads to a number, not to a year."""
_MONTH_OR_WORD = cue_words("month or word")
_CAPITAL = re.compile(r"\s+[A-Z]")
"""What opens a new phrase behind a date: "on July 23 Thirsty burglar caught"."""
_FAR_YEAR = re.compile(r"1[0-8]\d\d|2[12]\d\d")
"""Four digits that may be a year before or after the two centuries of the news."""
_DATES = re.compile(rf"\b(?:{any_of('before any year')})\s+(?:the\s+year\s+)?$", re.I)
_SPACED_TIME = re.compile(r"\s[-–]\s(?P<unit>[a-z]+)\b")
_PART_BEFORE = re.compile(rf"\b(?:{any_of('part of a period')})[\s-]+$", re.I)
_PART_AFTER = re.compile(
    r"[\s-]+(?:of\s+)?(?:an?\s+|the\s+|this\s+|that\s+|last\s+|past\s+|next\s+|each\s+)*(?:\d{4}\b|(?P<noun>[a-z]+))",
    re.I,
)
_CLOSED = re.compile(rf"\s*(?:[,.;:)](?!\d)|$)|\s+(?:{any_of('behind a date', 'ends a date')})\b")
"""What ends a date."""
_COMMA = re.compile(r",\s+(?!\d)")
_PAST = re.compile(rf"\b(?:{any_of('clock part')})\s+(?:past|to)\s*$", re.IGNORECASE)
_HOURS = 24
_MILITARY = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
"""Hour and minute in four digits, as logs of police write them."""
_AT = re.compile(rf"(?:\b(?:{any_of('at an hour')})|@|^|[.;:\n])\s*$", re.IGNORECASE)
_ENTRY = re.compile(r"\s?[-–—]\s+[A-Z]|[-–—]\s?[A-Z]")
"""The entry of a log behind its time: "1717- Message left"."""
_READING = re.compile(rf"[\s-]*(?:{any_of('reading time')})[\s-]+(?:{any_of('reading')})\b", re.I)


def _time(around: Around) -> bool:
    small = around.number.value <= 2400 and around.number.scale == 1
    if around.number.value <= _HOURS and _PAST.search(around.before):
        return True
    if _MILITARY.fullmatch(around.number.plain) and _ENTRY.match(around.after) and _AT.search(around.before):
        return True
    military = around.number.plain.startswith("0") and around.after.lower().startswith((" hours", "hrs", " hrs"))
    return small and (bool(around.words.clock.match(around.after)) or military)


def _date(around: Around) -> bool:
    small = around.number.form in (Form.DIGITS, Form.RANGE) and around.number.value <= 31 and around.number.integral
    if not small:
        return False
    month = around.words.month_before.search(around.before)
    if (
        month
        and not (around.things_follow and re.search(r"\d", month[0]))
        and (_CAPITAL.match(around.after) or not around.words.people.match(around.after))
    ):
        return True
    after = around.words.month_after.match(around.after)
    if after is None:
        return False
    word = re.sub(r"\W", "", after[0].split()[-1]) if after[0].split() else ""
    return not (word.lower() in _MONTH_OR_WORD and word[:1].islower())


_TO_A_DATE = re.compile(rf"\b(?:{any_of('to a date')})\s+the\s*$", re.IGNORECASE)
_DATED = re.compile(rf"\b(?:{any_of('dated')})\s*$", re.IGNORECASE)


def _day(around: Around) -> bool:
    return (
        around.number.form is Form.DIGITS and around.number.value <= 31
        and bool(_TO_A_DATE.search(around.before))
        and not re.match(r"\s+[a-z]", around.after)
        and not (around.things_follow and around.sentence.text.isupper())
    )  # fmt: skip


def _year(around: Around) -> bool:
    number = around.number
    first = number.parts[0] if number.parts else number
    if first.form is Form.DIGITS and _FAR_YEAR.fullmatch(first.plain) and not first.after:
        return not (around.things_follow or around.bounded) and bool(_DATES.search(around.before))
    if first.form is not Form.DIGITS or not YEAR.fullmatch(first.plain) or first.after:
        return False
    dated = _DATED.search(around.before)
    month = around.words.month_year.search(around.before)
    if month and (month["day"] or month["later"] or month["month"][0].isupper()):
        return True  # "13 Feb 2020 police held": the year of a date, whatever follows
    if around.things_follow and (around.verb_before or _ADDED.search(around.before)):
        return False  # "fired 2000 rounds", "an increase of 2015 new infections"
    return not around.words.many.match(around.after) or (bool(dated) and not around.bounded)


def _span_of_time(around: Around) -> bool:
    """See a fraction of a time: "the first half of the year", "half an hour", "the second quarter of 2024"."""
    if around.number.form is not Form.FRACTION:
        return False
    behind = _PART_AFTER.match(around.after)
    if behind is None:
        return False
    if behind["noun"] is None:
        return bool(_PART_BEFORE.search(around.before))
    return behind["noun"].lower() in around.words.classes["duration"] | around.words.classes["game"]


def _reading_time(around: Around) -> bool:
    return bool(_READING.match(around.after))


def _hyphened_time(around: Around) -> bool:
    """See a span of time whose hyphen stands apart: "30 - year bonds"."""
    named = _SPACED_TIME.match(around.after)
    return named is not None and named["unit"] in around.words.classes["duration"] and not named["unit"].endswith("s")


def _calendar_day(around: Around) -> bool:
    """See a day of a month that nothing else can claim: "On April 10, 161,000 yuan"."""
    if around.number.form is not Form.DIGITS or not around.small or not _CLOSED.match(around.after):
        return False
    return bool(around.words.month_before.search(around.before))


def _closed_year(around: Around) -> bool:
    """See a year that nothing else can claim: "In 2019 and 3 kg …", "In 2019, and 500 yuan …"."""
    year = around.number.form is Form.DIGITS and YEAR.fullmatch(around.number.plain) and not around.number.after
    return bool(year and IN_YEAR.search(around.before) and _CLOSED.match(around.after))


def _bare_hour(around: Around) -> bool:
    """See an hour without its clock that a comma closes: "The raid began at 9, and 200 yuan was found"."""
    hour = around.number.form in (Form.DIGITS, Form.WORDS) and 0 < around.number.value <= _HOURS
    return (
        hour and around.number.integral and bool(around.words.hour.search(around.before) and _COMMA.match(around.after))
    )


SPANS = (
    refusal(
        "closed-year", "in YEAR ,", "a year behind 'in' before a mark or 'and' shares no currency or unit",
        _closed_year,
        ("In [2019] and 3 kg of heroin were found.", "In [2019], and 500 yuan in fines were paid.",
         "Since [2018], and 40 tonnes of waste later, the site is shut.", "They seized 2019 and 3020 grams.",
         "In 2019 homes were searched.", "Police held 2000 men in May."),
    ),
    refusal(
        "bare-hour", "at NUMBER ,", "people meet at an hour; a place or a price has its noun behind the number",
        _bare_hour,
        ("The raid began at [9], and 200 yuan was found.", "The van came at [7], and $300 was paid.",
         "They left at [ten], police said.", "They met at 9 shops.", "At 12 sites they found 3 men.",
         "The odds were put at 9 and 12 to one."),
    ),
    refusal(
        "calendar-day", "MONTH NUMBER ,", "a day of a month before a mark or a verb is nothing else", _calendar_day,
        ("He died on March [3].", "On April [10], 161,000 yuan was paid.", "In June [12] and July they met.",
         "In June 12 men were held.", "The 12 men met in June.", "They seized 3 kg."),
    ),
    refusal(
        "span", "[ORDINAL] FRACTION of a TIME", "half a year and half an hour are times, not shares", _span_of_time,
        ("In the first [half] of the year officers closed 12 dens.", "They waited [half] an hour for the van.",
         "Thefts rose in the second [half] of last month.", "Half of the dens were closed.",
         "About half of the inspectors retired last year.", "A third of the calls were hoaxes."),
    ),
    refusal(
        "hyphened-time", "NUMBER - TIME", "a span of time describes the noun behind it", _hyphened_time,
        ("The firm sold [30] - year bonds.", "A [28] - year - old man fled.", "They began a [10] – day search.",
         "They held 28 men.", "Men held: 30 - years apart.", "They held 10 - most of them boys."),
    ),
    refusal(
        "reading-time", "NUMBER min read", "pages tell how long it takes to read them", _reading_time,
        ("[5] min read", "City News · [12] min read", "[3] minute read", "Officers read 5 statements.",
         "They took 12 minutes.", "Three men read the letter."),
    ),
)  # fmt: skip
"""Times that a share or a count would take for its own."""

DAYS = (
    refusal(
        "time", "NUMBER CLOCK", "times of day", _time,
        ("The shop was robbed at [9] pm.", "It closed at half past [six].", "Police came at [1130] hrs.",
         "At [1717] - Message left for him.", "[0240]- Officer sent to the bank.",
         "Police arrested 9 men.", "They searched 1717 rooms - Smith's own too.",
         "They seized 12 pistols.", "The gang had 24 members."),
    ),
    refusal(
        "date", "MONTH NUMBER | NUMBER MONTH", "days of a month", _date,
        ("The trial opens on [12] June.", "He died on March [3] aged 40.", "The raid of [25] May failed.",
         "In June 12 men were held.", "Police held 12 in the raid.", "They may charge 3 men."),
    ),
    refusal(
        "day", "on the NUMBER", "a bare day of the month: on the 25th", _day,
        ("The plane crashed on the [25].", "He was held until the [12].", "They came by the [3].",
         "They searched the 12 flats.", "Of the 25 men three fled.", "On the 25 boxes were seals."),
    ),
)  # fmt: skip
"""Times of day and days of a month."""

YEARS = (
    refusal(
        "year", "YEAR", "four digits from 1900 to 2099, or others behind in or by; no bound or people behind", _year,
        ("A law of [1998] was read.", "Seas may rise by [2120].",
         "The [2004] law was repealed.", "Police held him in May [2020].",
         "They fired 2000 rounds.", "More than 2000 people fled.",
         "The ministry announced an increase of 2015 new confirmed infections."),
    ),
)  # fmt: skip
"""Years."""
