"""Which time a fact has: of the expressions of an article, the one nearest to the fact in the tree, else in the text.

Phases: 1. the fact's own phrase, its clause, the sentence; 2. the sentences before, within the paragraph; 3. for
titles and leads the sentences behind. Not here: how expressions are found and resolved (`time.py`).
"""

import datetime
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from newsfacts.context.clauses import Position, in_other_figure, position_of
from newsfacts.context.paragraphs import scene_of, told_again
from newsfacts.context.time_reading import TimeExpression
from newsfacts.context.time_rules import TimeKind
from newsfacts.language import Sentence
from newsfacts.reading import Reading
from newsfacts.record import TimePrecision

__all__ = ["PlacedTime", "TimeContext", "TimeLine"]

_LOOK_BACK = 20
"""Units before a fact in which its time may stand: an endless paragraph is no frame."""
_LEAD = 2
"""Units at the top that tell the news before its time is told."""
_LOOK_AHEAD = 2
"""Units behind a title or a lead in which its time may stand."""
_BELOW = 20
"""Units below a title or a heading in which its time may stand."""
_ELSEWHERE = 4.0
"""Cost of an expression in a clause beside or below the fact's; behind the fact it is of that clause alone."""
_SHARE = frozenset({"%", "percent", "per", "percentage"})
"""Words of statistics, which are of the period that the report is about."""
_REPORT = 6
"""Units at the top in which a report names its period."""
_PERIODS = frozenset({TimePrecision.MONTH, TimePrecision.QUARTER, TimePrecision.YEAR, TimePrecision.SPAN})
_FAR = 9.0
"""Cost beyond which the sentences before tell more."""


_WHEN = frozenset({"in", "at", "during", "after", "since"})
"""Prepositions that make an event with a date the time of a clause: "killed in the 2019 riots"."""


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
class PlacedTime:
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
    noun: int | None
    """Position of the noun whose date it tells: "the 2019 riots"."""


@dataclass(frozen=True)
class TimeLine:
    """Hold the expressions of time of one article."""

    reading: Reading
    """The article."""
    placed: tuple[PlacedTime, ...]
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
        again = None if own else told_again(self.reading, unit, start, end)
        if again and (told := self.for_span(*again)).text:
            return told
        chosen = own[1] if own and own[0] < _FAR else None
        if chosen is None:
            scene = scene_of(self.reading, unit)
            chosen = next((placed for placed in self._in_unit(scene.index) if placed.frames), None) if scene else None
        if chosen is None and _is_told(unit, position_of(unit, start, end), self.statements):
            chosen = self._before(unit) or (own[1] if own else None) or self._after(unit)
            if chosen is None and not self._in_unit(unit.index) and _is_statistical(unit):
                chosen = self._report
        if chosen is None:
            return _NO_TIME
        interval = chosen.expression.interval
        precision = interval.precision if interval.start or interval.end else TimePrecision.UNKNOWN
        return TimeContext(chosen.expression.text, interval.start, interval.end, precision)

    @cached_property
    def _report(self) -> PlacedTime | None:
        """Give the period that a report of figures names in its lead."""
        for placed in self.placed:
            if placed.unit >= _REPORT:
                return None
            interval, rule = placed.expression.interval, placed.expression.rule
            if placed.frames and rule != "range" and interval.precision in _PERIODS and interval.start and interval.end:
                return placed if _is_statistical(self.reading.sentences[placed.unit]) else None
        return None

    def _in_unit(self, index: int) -> Sequence[PlacedTime]:
        return self.placed[bisect_left(self._units, index) : bisect_left(self._units, index + 1)]

    def _own(self, unit: Sentence, start: int, end: int) -> tuple[float, PlacedTime] | None:
        fact = position_of(unit, start, end)
        best: tuple[float, PlacedTime] | None = None
        for placed in self._in_unit(unit.index):
            cost = self._cost(unit, fact, placed, start, end)
            if cost is not None and (best is None or cost < best[0]):
                best = cost, placed
        return best

    def _cost(self, unit: Sentence, fact: Position, placed: PlacedTime, start: int, end: int) -> float | None:
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
        weak = {TimeKind.RATE: 5.0, TimeKind.LOOSE: 4.0, TimeKind.CLOCK: 0.5, TimeKind.EVENT: 0.5}.get(expression.kind, 0.0)
        weak += 1.0 if expression.rule == "since_event" else 0.0
        if placed.noun is not None and not _tells_of(unit, fact, placed):
            return None
        if follows:
            return weak + 0.2
        if placed.reports and not (fact.verbs and placed.at.verbs[:1] == fact.verbs[:1]):
            return None
        if _is_to_come(unit, placed.at, fact):
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

    def _before(self, unit: Sentence) -> PlacedTime | None:
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

    def _after(self, unit: Sentence) -> PlacedTime | None:
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


def _is_statistical(unit: Sentence) -> bool:
    """See figures that are compared: a share, "up from", "fell to"."""
    return not _SHARE.isdisjoint(token.lower for token in unit.tokens)


def _tells_of(unit: Sentence, fact: Position, placed: PlacedTime) -> bool:
    """See that the noun that a time dates holds the fact, or stands in its clause: "killed in the 2019 riots"."""
    at = placed.at
    if fact.head in at.path or placed.noun in (fact.head, *fact.path):
        return True
    prep = unit.tokens[unit.tokens[placed.noun or 0].head]
    return prep.lower in _WHEN and prep.head in (fact.head, *fact.path)


def _is_to_come(unit: Sentence, time: Position, fact: Position) -> bool:
    """See the time of what shall be done beside a fact that is told: "was bailed to return on 3 May"."""
    if not time.verbs or time.verbs[0] in fact.verbs:
        return False
    return _is_open(unit, time.verbs[0]) and not (fact.verbs and _is_open(unit, fact.verbs[0]))


def _is_open(unit: Sentence, verb: int) -> bool:
    """See a clause with "will", "would" or a "to" that is no purpose, behind which the time is often the main verb's."""
    if unit.tokens[verb].dep == "advcl":
        return False
    children = (unit.tokens[child] for child in unit.children[verb])
    return any(child.tag in ("MD", "TO") and child.dep == "aux" for child in children)


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
