"""Years that are not the story's: those of a record, of an earlier figure; and the year that a sentence tells once.

Not here: comparisons by their words (`reader.py`), which expression a fact has (`line.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from newsfacts.events.time.intervals import Interval, shifted
from newsfacts.events.time.reading import TimeExpression
from newsfacts.events.time.rules import TimeKind, TimeTrait
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import cue_words, function_words
from newsfacts.record import TimePrecision

__all__ = ["in_told_year", "is_bracketed", "is_figure_of", "is_record"]

_NO_RECORD = cue_words("bounding superlative")
"""Superlatives of "at least" and the like."""
_COMPARED = function_words("before a figure compared")
_RECORDS = frozenset({"least", "most"})
"""Those of them that tell a record behind "the"."""
_RECORD = 5
"""Words between "since" and the year of a record: "since records began in 1993"."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def in_told_year(found: list[TimeExpression]) -> list[TimeExpression]:
    """Read a day or month without a year as of the year that its sentence told: "Last year, it was held on June 4"."""
    year: int | None = None
    read = []
    for expression in found:
        interval, told = expression.interval, expression
        if interval.start is not None and expression.kind is TimeKind.SCOPE:
            if interval.precision is TimePrecision.YEAR and TimeTrait.LIMIT not in expression.traits:
                year = interval.start.year
            elif year and TimeTrait.MAY_LACK_YEAR in expression.traits and not _YEAR.search(expression.text):
                told = replace(expression, interval=_moved(interval, year))
        read.append(told)
    return read


def _moved(interval: Interval, year: int) -> Interval:
    """Give the same days of another year."""
    if interval.start is None or interval.end is None:
        return interval
    apart = year - interval.start.year
    return replace(interval, start=shifted(interval.start, "year", apart), end=shifted(interval.end, "year", apart))


def is_record(unit: Sentence, expression: TimeExpression) -> bool:
    """See "the lowest since 2008", "the biggest haul this year": the time tells what the record is of."""
    first = next((token.position for token in unit.tokens if token.start >= expression.start), 0)
    near = unit.tokens[max(0, first - _RECORD) : first]
    since = next((token.position for token in near if token.lower == "since"), None)
    last = since if since is not None else first  # the highest since records began in 1993
    return any(_is_highest(unit, token) for token in unit.tokens[max(0, last - 3) : last])


def _is_highest(unit: Sentence, token: Token) -> bool:
    """See a superlative; "most" is one only behind "the", else it is that of "at most" and the like."""
    if token.tag not in ("JJS", "RBS"):
        return False
    before = unit.tokens[token.position - 1].lower if token.position else ""
    return token.lower not in _NO_RECORD or (before == "the" and token.lower in _RECORDS)


def is_figure_of(before: Sequence[Token], expression: TimeExpression) -> bool:
    """See "29 per cent more than the 276 of 2023": the time of a figure that another one is compared with."""
    words = [token.lower for token in before[-4:]] + expression.text.lower().split()[:1]
    place = words.index("of") if "of" in words else -1
    return place >= 2 and before[-4:][place - 1].tag == "CD" and words[place - 2] in _COMPARED


def is_bracketed(unit: Sentence, expression: TimeExpression) -> bool:
    """See "Arrests: 1,284 (2022: 1,102)": the year of an earlier figure in brackets behind one."""
    before, after = unit.slice(unit.start, expression.start), unit.slice(expression.end, unit.end)
    return before.endswith("(") and after.startswith(":")
