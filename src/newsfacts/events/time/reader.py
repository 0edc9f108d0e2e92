"""When a fact holds: the expressions of time of an article, found, resolved and placed in the parse.

Phases: `TimeReader.read` goes through the article in text order, past sentences without a word of time; each
expression is resolved against the date of publication and what was told before, and placed: the time of a
statement ("said on Tuesday"), of an earlier figure ("from 98 in 2021"), or a frame for what follows.
`TimeLine.for_span` then picks one for a fact. Durations and ages are no times. Not here: the grammar
(`time_tables.py`), the choice (`time_line.py`).
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from newsfacts.events.paragraphs import lines_back
from newsfacts.events.time.anchor import Anchor
from newsfacts.events.time.around import frames, is_birth, is_of_name, is_ordinal, is_person, modified
from newsfacts.events.time.catalogue import DECISION
from newsfacts.events.time.compared import in_told_year, is_bracketed, is_figure_of, is_record
from newsfacts.events.time.cost import PlacedTime
from newsfacts.events.time.fiscal import FiscalYears, fiscal_years
from newsfacts.events.time.intervals import Interval
from newsfacts.events.time.line import TimeContext, TimeLine
from newsfacts.events.time.nearest import Nearest
from newsfacts.events.time.reading import TimeExpression, read_expressions
from newsfacts.events.time.rules import TimeKind, TimeTrait
from newsfacts.events.time.words import TimeWord, TimeWords, time_words
from newsfacts.language.clauses import Position, position_of, words_before
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.language.reading import Reading
from newsfacts.language.tense import tense_of
from newsfacts.lexicons import alternation, read
from newsfacts.lexicons.function_words import any_of, cue_words
from newsfacts.record import TimePrecision
from newsfacts.weigh import Weights, read_weights

__all__ = ["TimeContext", "TimeLine", "TimeReader", "reader"]

_BACK = frozenset({TimeKind.COMPARISON, TimeKind.SAME, TimeKind.CLOCK})
"""Kinds of expressions that are resolved by what was told before."""
_DIGITS = re.compile(r"\d[/.-]\d|\d(?:st|nd|rd|th|h)\b|\d:\d|\d\s?[ap]\.?m\b", re.IGNORECASE)
_FIGURE_BACK = 9
"""Words before a time in which an earlier figure may stand: "more than 90 per cent … since" bounds, compares not."""
_FIGURE = frozenset({"CD", "$", "RB", "JJR", "IN", "SYM", "NNP"})
"""Tags of what a figure begins with."""
_BOUNDS = cue_words("bounding comparative")
"""Comparatives of quantity: with "than" and a number they are its bound."""
_CHANGE = cue_words("change unit") | {"%"}
"""What a change is told in: "up 8% from 3,981 in 2023"."""
_MONTHS = rf"(?:{alternation(month.title() for month in cue_words('month', 'short month'))})\.?"
_WHOLE_DATE = re.compile(
    rf"\b{_MONTHS}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?P<late>(?:19|20)\d\d)\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTHS},?\s(?P<early>(?:19|20)\d\d)\b"
)
_LOG_DAY = 2
"""Words of a line that is a day of a log: "Tuesday:"."""
_WEEK = 8
"""Days of a span that is a week."""
_STORY = 550
"""Days before the reference within which the period of a report ends."""
_THROUGH = re.compile(any_of("through"), re.IGNORECASE)
_NO_YEAR = re.compile(
    r"(?:\bborn\b[^.]*|\bact\b\W*(?:of\W+)?|\bact,?\s\(?|©\s?|copyright\W+"
    rf"|\b(?:{any_of('telephone')})\W+(?:(?:{any_of('before a telephone')})\W+)?)$",
    re.IGNORECASE,
)
"""What stands before a year of birth, of a law, of a copyright, before a number to call: it dates nothing told."""
_OTHER_YEAR = re.compile(rf"\b(?:{any_of('other year')})\s+(?:in\s+)?(?:\w+\s+)?$", re.IGNORECASE)
"""What stands before the year of a comparison: the text is of another one."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?![,.]?\d)")


class TimeReader:
    """Read the times of articles; make one with `reader`."""

    def __init__(self, words: TimeWords, lexicons: "_Lexicons", weights: Weights) -> None:
        """Take the words of time, those of statements and of what is to come, and the weights of the decision."""
        self._occasions, self._statements = lexicons.occasions, lexicons.statements
        self._words = words
        self._weights = weights
        self._future = future = lexicons.future
        self._coming = future | {word for word, (kind, _) in words.table.items() if kind == "to"}
        self._compare = frozenset(word for word, (kind, _) in words.table.items() if kind == "compare") | {"from"}
        self._bases = self._compare
        self._fiscal = lexicons.fiscal
        self._stages, self._having = lexicons.stages, lexicons.having

    def read(self, reading: Reading) -> TimeLine:
        """Find the expressions of time of an article; once an article."""
        reference, period = reading.article.published or reading.layout.dateline_date, reading.article.published_period
        dateline = reading.layout.dateline
        anchor = Anchor(reference, first_month=cache(partial(self._fiscal.first_month, reading.text)))
        if reference is None:
            anchor = replace(anchor, year=period.year if period else _year_of(reading.text), published=period)
        placed: list[PlacedTime] = []
        line = 0
        for unit in reading.sentences:
            if not unit.unit.tells:
                continue
            if unit.unit.line != line and anchor.story and anchor.story.start and anchor.story.end:
                line = unit.unit.line
                anchor = replace(anchor, whole_year=anchor.story.end.year)
            if self._words.triggers.isdisjoint(unit.lowers) and not _DIGITS.search(unit.text):
                continue
            read = partial(self._placed, unit, anchor, reading.text)
            for item in reading.bulkhead.ask("times", (unit.start, unit.end), read) or ():
                if dateline and dateline[0] <= item.expression.start < dateline[1]:
                    continue
                placed.append(item)
                if anchor.reference is None:
                    anchor = self._dated(anchor, item.expression)
                if item.expression.interval.precision is not TimePrecision.DAY or self._is_of_story(unit, item):
                    anchor = replace(_told(anchor, item.expression), near=None)
                if not item.reports and tense_of(unit, item.at, self._statements) != "modal":
                    anchor = _noted(anchor, item.expression.interval)
        units = tuple(item.unit for item in placed)
        nearest = Nearest(
            reading, tuple(placed), units, lines_back(reading), self._compare, self._statements, self._stages,
            self._having,
        )  # fmt: skip
        return TimeLine(nearest, self._weights)

    def _dated(self, anchor: Anchor, expression: TimeExpression) -> Anchor:
        """Take the day that a text without a date gives for today as its date: "[yesterday and] today (25/02)"."""
        words = (expression.text.split()[0].lower(), expression.name)
        today = any(self._words.table.get(word) == ("deictic", 0) for word in words)
        return replace(anchor, reference=expression.interval.end) if today else anchor

    def _is_of_story(self, unit: Sentence, item: PlacedTime) -> bool:
        """See a day that later clocks may mean: not that of a statement, a court, nor of what is now or to come."""
        if item.reports or tense_of(unit, item.at, self._statements) in ("present", "modal"):
            return False
        return all(self._stages.get(unit.tokens[verb].lower) != "court" for verb in item.at.verbs[:1])

    def _placed(self, unit: Sentence, anchor: Anchor, text: str) -> list[PlacedTime]:
        return list(self._place(unit, self._read_unit(unit, anchor, text)))

    def _read_unit(self, unit: Sentence, anchor: Anchor, text: str) -> list[TimeExpression]:
        """Read the expressions of time of a sentence; a year that stands in it dates the days beside it."""
        words = self._words.read(unit.text, unit.start)
        years = [
            word.value
            for place, word in enumerate(words)
            if word.kind == "year" and isinstance(word.value, int) and place and not _is_compared(words[:place])
        ]
        if years and not anchor.reference and not anchor.year:
            anchor = replace(anchor, year=years[0])
        if anchor.week and len(words) <= _LOG_DAY and words and words[0].kind == "weekday":
            anchor = replace(anchor, reference=anchor.week.end)
        found = _chained(words, read_expressions(words, anchor, text), anchor, text)
        found = _bounded(in_told_year(found), anchor)
        if found and anchor.reference and not self._coming.isdisjoint(unit.lowers):
            coming = read_expressions(words, replace(anchor, future=True), text)
            if len(coming) == len(found):
                return [
                    later if self._is_coming(unit, now, later, anchor.reference) else now
                    for now, later in zip(found, coming, strict=True)
                ]
        return found

    def _is_coming(self, unit: Sentence, now: TimeExpression, later: TimeExpression, reference: datetime.date) -> bool:
        """See that the clause of an expression, read as past and as future, speaks of what is to come."""
        if TimeTrait.LASTING in now.traits:
            return not _is_past_bound(unit, now, later, reference)
        if TimeTrait.SINCE in now.traits:
            return False
        bounded = TimeTrait.LIMIT in now.traits and TimeTrait.TOLD_UP_TO in now.traits
        for place in position_of(unit, now.start, now.end).verbs[:2]:
            words = [unit.tokens[place], *(unit.tokens[child] for child in unit.children[place])]
            if any(word.lower in self._future or (bounded and word.tag == "TO") for word in words):
                return True  # "to clear 150 acres by the end of April"
        return False

    def _place(self, unit: Sentence, expressions: Sequence[TimeExpression]) -> Iterator[PlacedTime]:
        """Yield the expressions that date something, where they stand; names, births and records date nothing."""
        for expression in expressions:
            at = position_of(unit, expression.start, expression.end)
            if is_ordinal(unit, expression) or is_person(unit, expression):
                continue
            if is_record(unit, expression) or is_birth(unit, expression) or is_of_name(unit, expression):
                continue
            if expression.kind is TimeKind.SCOPE and self._is_base(unit, at, expression):
                compared = replace(expression, kind=TimeKind.COMPARISON)
                yield PlacedTime(compared, unit.index, at, False, False, False, None)
                continue
            at = self._of_action(unit, at)
            above = [unit.tokens[place].lower for place in at.path[:4]]
            verb = unit.tokens[at.verbs[0]].lower if at.verbs else ""
            told = verb in self._statements and unit.tokens[at.verbs[0]].dep not in ("acl", "amod")
            occasion = any(word in self._occasions for word in above)
            reports = occasion or (told and expression.kind is not TimeKind.EVENT)
            opens = words_before(unit, expression.start) <= 4
            noun = modified(unit, at, expression)
            framing = not reports and noun is None and frames(unit, at, expression, opens)
            yield PlacedTime(expression, unit.index, at, opens and noun is None, reports, framing, noun)

    def _of_action(self, unit: Sentence, at: Position) -> Position:
        """See "in a sweep that began on May 2": the beginning of the action dates what was done in it."""
        verb = unit.tokens[at.verbs[0]] if at.verbs else None
        if verb is None or verb.dep != "relcl" or self._stages.get(verb.lower) != "span":
            return at
        noun = unit.tokens[verb.head]
        return position_of(unit, noun.start, noun.end) if noun.dep == "pobj" else at

    def _is_base(self, unit: Sentence, at: Position, expression: TimeExpression) -> bool:
        """See the time of an earlier figure: "from 98 in 2021 to 76", "up from 54 in 2020"."""
        first = next((token.position for token in unit.tokens if token.start >= expression.start), 0)
        before = unit.tokens[max(0, first - _FIGURE_BACK) : first]
        words = [token.lower for token in before]
        if is_figure_of(before, expression) or is_bracketed(unit, expression):
            return True
        for place in range(len(before) - 1, int(first > _FIGURE_BACK), -1):  # with the word in front of "than"
            if before[place].tag[:1] == "V" or before[place].text in (",", ";"):
                return False
            if before[place].tag not in _FIGURE or _is_name(before, place):
                continue
            if words[place - 1] in ("with", "to") and words[max(0, place - 2)] in self._compare:
                return True
            if words[place - 1] == "than" and words[max(0, place - 2)] in _BOUNDS:
                return False  # "more than 75 tonnes last year" bounds the figure itself
            if words[place - 1] in self._bases:
                last = unit.tokens_in(expression.end, expression.end + 6)
                moved = words[max(0, place - 2)] in ("up", "down") or (bool(last) and last[0].lower == "to")
                risen = not _CHANGE.isdisjoint(words[max(0, place - 4) : place - 1])
                return moved or risen or words[place - 1] != "from" or _reached(before[: place - 1])
        return False


def _is_past_bound(unit: Sentence, now: TimeExpression, later: TimeExpression, reference: datetime.date) -> bool:
    """See a bound of what is told as done: "fell 34% through June 1", published on June 4.

    Both ends are possible in the past tense ("was closed through July 4"), so the nearer one is meant; "until" is of
    what goes on ("was remanded until").
    """
    last, following = now.interval.end, later.interval.end
    if TimeTrait.LASTING not in now.traits or not last or not following or not _THROUGH.match(now.text):
        return False
    verbs = position_of(unit, now.start, now.end).verbs[:1]
    told = any(unit.tokens[p].tag == "VBD" for verb in verbs for p in (verb, *unit.children[verb]))
    return told and abs(reference - last) <= abs(following - reference)


def _is_compared(before: Sequence[TimeWord]) -> bool:
    """See what stands before the year of a comparison: "since 2019", "compared to 2019"."""
    last = [word for word in before[-2:] if word.kind not in ("to", "with", "prep")]
    return bool(last) and last[-1].kind in ("since", "compare")


def _is_name(before: Sequence[Token], place: int) -> bool:
    """See a name that is no part of a figure: "set out from Ayr at 5 p.m.", not "from Rs 5 lakh", "from N5bn"."""
    if before[place].tag not in ("NNP", "NNPS"):
        return False
    after = before[place + 1].tag if place + 1 < len(before) else ""
    return after != "CD" and not any(letter.isdecimal() for letter in before[place].text)


def _reached(before: Sequence[Token]) -> bool:
    """See that what the figure moved to is told already: "to 21 in February" before "from 34 in January"."""
    return any(token.lower == "to" and after.tag == "CD" for token, after in pairwise(before))


def _chained(words: Sequence[TimeWord], found: list[TimeExpression], anchor: Anchor, text: str) -> list[TimeExpression]:
    """Read expressions that point back anew, where the same sentence told a time: "in 2024 … the previous year"."""
    for place in range(1, len(found)):
        if found[place].kind not in _BACK and TimeTrait.TOLD_BEFORE not in found[place].traits:
            continue
        later = anchor
        for expression in found[:place]:
            later = _noted(_told(later, expression), expression.interval)
        if later != anchor:
            rest = [word for word in words if word.start >= found[place].start]
            again = read_expressions(rest, later, text)
            if len(again) == len(found) - place and again[0].text == found[place].text:
                found = [*found[:place], *again]
    return found


def _bounded(found: list[TimeExpression], anchor: Anchor) -> list[TimeExpression]:
    """End what holds "since" a day where the same sentence says up to when it is told: "As of Nov 7 … since Oct 7".

    Without that it is told up to the day of publication.
    """
    ends = [expression.interval.end for expression in found if TimeTrait.TOLD_UP_TO in expression.traits]
    if len(ends) != 1 or ends[0] is None or not anchor.reference or ends[0] > anchor.reference:
        return found
    return [
        replace(expression, interval=replace(expression.interval, end=ends[0]))
        if TimeTrait.SINCE in expression.traits and expression.interval.start and expression.interval.start <= ends[0]
        else expression
        for expression in found
    ]


def _year_of(text: str) -> int | None:
    """Give the year of a text that nothing else dates: the only one it names, else that of its first whole date.

    Example:
        >>> _year_of("Held on May 3, he had robbed two shops in 2021."), _year_of("Call the helpline 1930.")
        (2021, None)
    """
    found = [(match[0], text[: match.start()][-24:]) for match in _YEAR.finditer(text)]
    found = [(year, before) for year, before in found if not _NO_YEAR.search(before)]
    if len({year for year, _ in found}) == 1:
        return None if all(_OTHER_YEAR.search(before) for _, before in found) else int(found[0][0])
    whole = _WHOLE_DATE.search(text)
    return int(whole["late"] or whole["early"]) if whole else None


def _noted(anchor: Anchor, interval: Interval) -> Anchor:
    """Remember the day named last."""
    return replace(anchor, named=interval.start) if interval.precision is TimePrecision.DAY else anchor


def _told(anchor: Anchor, expression: TimeExpression) -> Anchor:
    """Remember what an expression has told."""
    interval = expression.interval
    if expression.kind is TimeKind.COMPARISON or not (interval.start or interval.end):
        return anchor
    ahead = anchor.reference is not None and interval.start is not None and interval.start > anchor.reference
    day = interval.start if interval.precision is TimePrecision.DAY and not ahead else anchor.day
    period: Interval | None = anchor.period if interval.precision is TimePrecision.DAY else interval
    if TimeTrait.LIMIT in expression.traits:
        return anchor
    told = interval.start or interval.end
    whole = anchor.whole_year
    if interval.precision is TimePrecision.YEAR and told:
        whole = told.year
    dated = interval.precision in (TimePrecision.DAY, TimePrecision.MONTH, TimePrecision.QUARTER)
    whole_span = interval.precision is TimePrecision.SPAN and interval.start is not None and interval.end is not None
    first = not anchor.year and not anchor.reference and whole_span
    known = dated or first or (anchor.year and interval.precision is TimePrecision.YEAR)
    year = told.year if told and known else anchor.year
    story, week = anchor.story, anchor.week
    if interval.start and interval.end and interval.precision is not TimePrecision.DAY:
        if story is None and (not anchor.reference or abs((anchor.reference - interval.end).days) <= _STORY):
            story = interval
        if (interval.end - interval.start).days < _WEEK:
            week = interval
    near = interval if interval.start else anchor.near
    return replace(
        anchor, year=year, day=day, period=period, whole_year=whole, story=story, week=week, latest=near, near=near,
        future=False,
    )  # fmt: skip


class _Lexicons(NamedTuple):
    occasions: frozenset[str]
    """Nouns for acts of speaking: a statement, a briefing."""
    statements: frozenset[str]
    """Verbs of statement."""
    future: frozenset[str]
    """Words for what is to come."""
    fiscal: FiscalYears
    """When financial years begin."""
    stages: Mapping[str, str]
    """Words to the stage of a case."""
    having: frozenset[str]
    """Verbs of what somebody has or owes."""


def reader(extra: tuple[Path, ...] = (), weights: tuple[Path, ...] = ()) -> TimeReader:
    """Build the reader from the lexicons, to which the folder `extra` may add, and the weights of the decision."""
    verbs = read("attribution_verbs", extra)
    occasions, statements = verbs.words(**{"class": "occasion"}), verbs.words(**{"class": "say"})
    future = read("status_cues", extra).words(tense="future")
    stages, having = read("stage_words", extra).mapping("stage"), read("place_words", extra).words(**{"class": "state"})
    return TimeReader(
        time_words(extra),
        _Lexicons(occasions, statements, future, fiscal_years(extra), stages, having),
        read_weights(DECISION, weights),
    )
