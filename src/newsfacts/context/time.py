"""When a fact holds: the expression of time that scopes it, as written and as dates.

Phases: 1. `TimeReader.read` finds and resolves the expressions of the article in text order, each against the date of
publication and what was told before; sentences without a word of time are passed over; 2. `TimeLine.for_span` picks one for
a fact: that of its own phrase, of its clause, of the sentence, else of the sentences before. A time that the fact is compared
with, the time of a statement ("said on Tuesday"), durations and ages are none. Not here: the grammar (`time_rules.py`).
"""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path

from newsfacts.context.clauses import Position, in_other_figure, position_of, words_before
from newsfacts.context.intervals import Interval
from newsfacts.context.paragraphs import lines_back
from newsfacts.context.time_anchor import Anchor
from newsfacts.context.time_reading import TimeExpression, read_expressions
from newsfacts.context.time_rules import TimeKind
from newsfacts.context.time_words import TimeWords, time_words
from newsfacts.language import Sentence
from newsfacts.lexicons import read
from newsfacts.reading import Reading
from newsfacts.record import TimePrecision

__all__ = ["TimeContext", "TimeLine", "TimeReader", "reader"]

_LOOK_BACK = 20
"""Units before a fact in which its time may stand: an endless paragraph is no frame."""
_LEAD = 2
"""Units at the top that tell the news before its time is told."""
_LOOK_AHEAD = 2
"""Units behind a title or a lead in which its time may stand."""
_BELOW = 20
"""Units below a title or a heading in which its time may stand."""
_LOWER = itemgetter(2)
_DIGITS = re.compile(r"\d[/.-]\d|\d(?:st|nd|rd|th|h)\b|\d:\d|\d\s?[ap]\.?m\b", re.IGNORECASE)
_ORDINAL = re.compile(r"\bthe \d+(?:st|nd|rd|th)$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?![,.]?\d)")


@dataclass(frozen=True, slots=True)
class TimeContext:
    """Say when a fact holds."""

    text: str | None
    """The expression as written, None where no time is told."""
    start: datetime.date | None
    """First day."""
    end: datetime.date | None
    """Last day, inclusive."""
    precision: TimePrecision | None
    """How fine it is; None where no time is told."""


_NO_TIME = TimeContext(None, None, None, None)


@dataclass(frozen=True, slots=True)
class _Placed:
    """Hold an expression with its place in the parse."""

    expression: TimeExpression
    unit: int
    at: Position
    opens: bool
    """It opens its unit."""
    reports: bool
    """It is the time of a statement."""
    frames: bool
    """It frames what follows: the time of the main clause, and none of a plan or a limit."""


@dataclass(frozen=True)
class TimeLine:
    """Hold the expressions of time of one article."""

    reading: Reading
    """The article."""
    placed: tuple[_Placed, ...]
    """Expressions in text order."""
    _units: tuple[int, ...]
    """The unit of each expression."""
    lines: int
    """Lines before a fact's own in which its time may stand."""
    compare: frozenset[str]
    """Words that compare: than, against."""
    statements: frozenset[str]
    """Verbs of statement."""

    def for_span(self, start: int, end: int) -> TimeContext:
        """Find the time of the fact at a span of the article."""
        unit = self.reading.sentence_at(start)
        if unit is None:
            return _NO_TIME
        own = self._own(unit, start, end)
        chosen = own[1] if own and own[0] < _FAR else None
        if chosen is None and _is_told(unit, position_of(unit, start, end), self.statements):
            chosen = self._before(unit) or (own[1] if own else None) or self._after(unit)
        if chosen is None:
            return _NO_TIME
        interval = chosen.expression.interval
        precision = interval.precision if interval.start or interval.end else TimePrecision.UNKNOWN
        return TimeContext(chosen.expression.text, interval.start, interval.end, precision)

    def _in_unit(self, index: int) -> Sequence[_Placed]:
        return self.placed[bisect_left(self._units, index) : bisect_left(self._units, index + 1)]

    def _own(self, unit: Sentence, start: int, end: int) -> tuple[float, _Placed] | None:
        fact = position_of(unit, start, end)
        best: tuple[float, _Placed] | None = None
        for placed in self._in_unit(unit.index):
            cost = self._cost(unit, fact, placed, start, end)
            if cost is not None and (best is None or cost < best[0]):
                best = cost, placed
        return best

    def _cost(self, unit: Sentence, fact: Position, placed: _Placed, start: int, end: int) -> float | None:
        """Weigh how far an expression is from a fact in the sentence: 0 = in its own phrase."""
        expression = placed.expression
        if expression.start < end and start < expression.end:
            return 0.1 if expression.start >= start else None
        near = _gap(unit, start, end, expression)
        compared = self._is_compared(unit, start)
        follows = expression.start >= end and near <= 2
        if expression.kind is TimeKind.COMPARISON:
            return 0.0 if compared and expression.start >= end and near <= 8 else None
        if expression.kind is TimeKind.LOOSE and expression.rule != "date":
            return None
        weak = {TimeKind.RATE: 5.0, TimeKind.LOOSE: 4.0, TimeKind.CLOCK: 0.5}.get(expression.kind, 0.0)
        if follows:
            return weak + 0.2
        if placed.reports and not (fact.verbs and placed.at.verbs[:1] == fact.verbs[:1]):
            return None
        cost = _tree_distance(fact, placed.at)
        if placed.opens:
            cost = min(cost, 2.0)
        elif expression.start < start:
            cost += 2.0 if in_other_figure(unit, fact, placed.at) else 0.5
        elif cost == _ELSEWHERE:
            if not _shares(unit, fact.verbs[0], placed.at):
                return None
            cost = 2.5
        return weak + cost + near / 100

    def _is_compared(self, unit: Sentence, start: int) -> bool:
        tokens = unit.tokens_in(start - 40, start)
        return any(token.lower in self.compare for token in tokens[-6:])

    def _before(self, unit: Sentence) -> _Placed | None:
        """Look in the sentences before, within the section, for the time that frames the story there."""
        section = self.reading.layout.section_at(unit.start)
        for index in range(unit.index - 1, max(-1, unit.index - 1 - _LOOK_BACK), -1):
            sentence = self.reading.sentences[index]
            if sentence.start < section.start_char or unit.unit.line - sentence.unit.line > self.lines:
                return None
            framing = [placed for placed in self._in_unit(index) if placed.frames]
            if framing:
                return next((placed for placed in framing if placed.opens), framing[0])
        return None

    def _after(self, unit: Sentence) -> _Placed | None:
        """Look behind a title or the lead, which tell the news before its time is told."""
        heading = any(start <= unit.start < end for start, end in self.reading.layout.headings)
        if unit.index >= _LEAD and not heading:
            return None
        for index in range(
            unit.index + 1, min(len(self.reading.sentences), unit.index + 1 + (_BELOW if heading else _LOOK_AHEAD))
        ):
            framing = [placed for placed in self._in_unit(index) if placed.frames]
            if framing:
                precision = framing[0].expression.interval.precision
                return framing[0] if heading or precision in (TimePrecision.DAY, TimePrecision.UNKNOWN) else None
        return None


_ELSEWHERE = 4.0
"""Cost of an expression in a clause beside or below the fact's; behind the fact it is of that clause alone."""
_NO_RECORD = frozenset({"least", "most", "latest", "best"})
"""Superlatives of "at least" and the like."""
_LIMITS = frozenset({"by", "by_edge", "until", "before", "from", "after"})
"""Rules whose times bound a plan or a state, and tell nothing of the sentences that follow."""
_FAR = 9.0
"""Cost beyond which the sentences before tell more."""


def _is_told(unit: Sentence, fact: Position, statements: frozenset[str]) -> bool:
    """See a clause that goes on telling: past or perfect or without a verb; the present and the future do not."""
    for place in fact.verbs:
        verb = unit.tokens[place]
        if verb.lower in statements:
            continue
        helpers = [unit.tokens[child] for child in unit.children[place] if unit.tokens[child].dep in ("aux", "auxpass")]
        if any(helper.tag == "MD" for helper in helpers):
            return False
        finite = next((token for token in (*helpers, verb) if token.tag in ("VBD", "VBZ", "VBP")), None)
        if finite is not None:
            return finite.tag == "VBD" or finite.lower in ("has", "have", "'ve", "’ve")
    return True


def _tree_distance(fact: Position, time: Position) -> float:
    if fact.head in time.path:
        return 0.3
    governor = time.verbs[0] if time.verbs else None
    if governor in fact.verbs:
        return 1.0 + 2 * fact.verbs.index(governor)
    if fact.verbs and fact.verbs[0] in time.verbs:
        return 4.0
    return 6.0


def _shares(unit: Sentence, verb: int, time: Position) -> bool:
    """See that a time told in a lower clause holds for the one above: "arrested 3 and seized 5 on Monday", "when …"."""
    for place in time.verbs[: time.verbs.index(verb)]:
        token = unit.tokens[place]
        own = any(unit.tokens[child].dep in ("nsubj", "nsubjpass") for child in unit.children[place])
        if token.dep != "advcl" and (token.dep != "conj" or own):
            return False
    return True


def _gap(unit: Sentence, start: int, end: int, expression: TimeExpression) -> int:
    """Count the tokens between a fact and an expression."""
    low, high = (end, expression.start) if expression.start >= end else (expression.end, start)
    return len(unit.slice(low, max(low, high)).split())


class TimeReader:
    """Read the times of articles; make one with `reader`."""

    def __init__(
        self, words: TimeWords, statements: frozenset[str], occasions: frozenset[str], future: frozenset[str]
    ) -> None:
        """Take the words of time, the verbs and occasions of statements and the words for what is to come."""
        self._occasions = occasions
        self._words = words
        self._statements = statements
        self._future = future
        self._coming = future | {word for word, (kind, _) in words.table.items() if kind == "to"}
        self._compare = frozenset(word for word, (kind, _) in words.table.items() if kind == "compare") | {"from"}
        self._bases = self._compare

    def read(self, reading: Reading) -> TimeLine:
        """Find the expressions of time of an article; once an article."""
        reference = reading.article.published or reading.layout.dateline_date
        dateline = reading.layout.dateline
        year = None if reference else _YEAR.search(reading.text)
        anchor = Anchor(reference, int(year[0]) if year else None)
        placed: list[_Placed] = []
        for unit in reading.sentences:
            if self._words.triggers.isdisjoint(map(_LOWER, unit.tokens)) and not _DIGITS.search(unit.text):
                continue
            for item in self._place(unit, self._read_unit(unit, anchor, reading.text)):
                if dateline and dateline[0] <= item.expression.start < dateline[1]:
                    continue
                placed.append(item)
                anchor = _told(anchor, item.expression)
        return TimeLine(
            reading,
            tuple(placed),
            tuple(item.unit for item in placed),
            lines_back(reading),
            self._compare,
            self._statements,
        )

    def _read_unit(self, unit: Sentence, anchor: Anchor, text: str) -> list[TimeExpression]:
        words = self._words.read(unit.text, unit.start)
        years = [word.value for word in words if word.kind == "year" and isinstance(word.value, int)]
        if years and not anchor.reference and not anchor.year:
            anchor = replace(anchor, year=years[0])
        found = read_expressions(words, anchor, text)
        if anchor.reference and any(token.lower in self._coming for token in unit.tokens):
            coming = read_expressions(words, replace(anchor, future=True), text)
            if len(coming) == len(found):
                return [later if self._is_coming(unit, now) else now for now, later in zip(found, coming, strict=True)]
        return found

    def _is_coming(self, unit: Sentence, expression: TimeExpression) -> bool:
        """See that the clause of an expression speaks of what is to come."""
        if expression.rule == "until":
            return True
        for place in position_of(unit, expression.start, expression.end).verbs[:2]:
            if unit.tokens[place].lower in self._future:
                return True
            if any(unit.tokens[child].lower in self._future for child in unit.children[place]):
                return True
        return False

    def _place(self, unit: Sentence, expressions: Sequence[TimeExpression]) -> Iterator[_Placed]:
        for expression in expressions:
            at = position_of(unit, expression.start, expression.end)
            if _ORDINAL.search(expression.text) and _is_ordinal(unit, expression):
                continue
            if _is_record(unit, expression):
                continue
            if expression.kind is TimeKind.SCOPE and self._is_base(unit, at, expression):
                expression = replace(expression, kind=TimeKind.COMPARISON)
            above = [unit.tokens[place].lower for place in at.path[:4]]
            verb = unit.tokens[at.verbs[0]].lower if at.verbs else ""
            told = verb in self._statements and unit.tokens[at.verbs[0]].dep not in ("acl", "amod")
            reports = told or any(word in self._occasions for word in above)
            opens = words_before(unit, expression.start) <= 4
            frames = not reports and _frames(unit, at, expression, opens)
            yield _Placed(expression, unit.index, at, opens, reports, frames)

    def _is_base(self, unit: Sentence, at: Position, expression: TimeExpression) -> bool:
        """See the time of an earlier figure: "from 98 in 2021 to 76", "up from 54 in 2020"."""
        first = next((token.position for token in unit.tokens if token.start >= expression.start), 0)
        before = unit.tokens[max(0, first - 8) : first]
        words = [token.lower for token in before]
        for place in range(len(before) - 1, 0, -1):
            if before[place].tag[:1] == "V" or before[place].text in (",", ";"):
                return False
            if words[place - 1] in self._bases and before[place].tag in ("CD", "$", "RB", "JJR", "IN", "SYM", "NNP"):
                last = unit.tokens_in(expression.end, expression.end + 6)
                moved = words[max(0, place - 2)] in ("up", "down") or (bool(last) and last[0].lower == "to")
                return moved or words[place - 1] != "from"
        return False


def _is_record(unit: Sentence, expression: TimeExpression) -> bool:
    """See "the lowest since 2008", "the biggest haul this year": the time tells what the record is of."""
    first = next((token.position for token in unit.tokens if token.start >= expression.start), 0)
    return any(
        token.tag in ("JJS", "RBS") and token.lower not in _NO_RECORD
        for token in unit.tokens[max(0, first - 3) : first]
    )


def _is_ordinal(unit: Sentence, expression: TimeExpression) -> bool:
    """See "on the 4th floor": the number tells which floor."""
    last = unit.tokens_in(expression.start, expression.end)[-1].position
    after = unit.tokens[last + 1 : last + 3]
    return bool(after) and after[0].tag in ("NN", "NNS") and not (len(after) > 1 and after[1].tag[:1] in ("V", "M"))


def _frames(unit: Sentence, at: Position, expression: TimeExpression, opens: bool) -> bool:
    if expression.kind not in (TimeKind.SCOPE, TimeKind.SAME, TimeKind.CLOCK) or not at.verbs:
        return False
    if opens:
        return expression.rule not in _LIMITS
    main = unit.tokens[at.verbs[0]]
    chain = at.verbs[1:]
    top = main.dep in ("ROOT", "ccomp", "conj", "parataxis") and all(
        unit.tokens[place].dep in ("ROOT", "conj", "ccomp", "parataxis") for place in chain
    )
    return top and expression.rule not in _LIMITS | {"since", "since_edge", "in_units", "later"}


def _told(anchor: Anchor, expression: TimeExpression) -> Anchor:
    """Remember what an expression has told."""
    interval = expression.interval
    if expression.kind is TimeKind.COMPARISON or not (interval.start or interval.end):
        return anchor
    day = interval.start if interval.precision is TimePrecision.DAY else anchor.day
    period: Interval | None = anchor.period if interval.precision is TimePrecision.DAY else interval
    if expression.rule in _LIMITS:
        return anchor
    told = interval.start or interval.end
    whole = anchor.whole_year
    if interval.precision is TimePrecision.YEAR and told:
        whole = told.year
    year = told.year if told and (anchor.year is None or interval.precision is not TimePrecision.SPAN) else anchor.year
    return Anchor(anchor.reference, year, day, period, whole)


def reader(extra: Path | None = None) -> TimeReader:
    """Build the reader from the lexicons, to which the folder `extra` may add."""
    verbs = read("attribution_verbs", extra)
    occasions = verbs.words(**{"class": "occasion"})
    statements = verbs.words(**{"class": "say"})
    cues = read("status_cues", extra)
    future = cues.words(tense="future")
    return TimeReader(time_words(extra), statements, occasions, future)
