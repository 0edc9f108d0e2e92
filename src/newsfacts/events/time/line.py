"""Which time a fact has: of the expressions of an article, the one nearest to the fact in the tree, else in the text.

Phases: 1. the fact's own phrase, its clause, the sentence; 2. the sentences before, within the paragraph; 3. for
titles and leads the sentences behind. Not here: how far each is (`time_cost.py`), how
expressions are found and resolved (`time.py`).
"""

import datetime
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from newsfacts.events.paragraphs import before, lead_in_of, scene_of, told_again
from newsfacts.events.time.cost import PlacedTime, cost_of
from newsfacts.language.clauses import Position, position_of
from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.record import TimePrecision

__all__ = ["TimeContext", "TimeLine"]

_LOOK_BACK = 20
"""Units before a fact in which its time may stand: an endless paragraph is no frame."""
_LEAD = 2
"""Units at the top that tell the news before its time is told."""
_LOOK_AHEAD = 2
"""Units behind a title or a lead in which its time may stand."""
_BELOW = 20
"""Units below a title or a heading in which its time may stand."""
_SHARE = frozenset({"%", "percent", "per", "percentage"})
"""Words of statistics, which are of the period that the report is about."""
_REPORT = 6
"""Units at the top in which a report names its period."""
_PERIODS = frozenset({TimePrecision.MONTH, TimePrecision.QUARTER, TimePrecision.YEAR, TimePrecision.SPAN})
_FAR = 9.0
"""Cost beyond which the sentences before tell more."""


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
        compared = self._is_compared(unit, start)
        for placed in self._in_unit(unit.index):
            cost = cost_of(unit, fact, placed, start, end, compared)
            if cost is not None and (best is None or cost < best[0]):
                best = cost, placed
        return best

    def _is_compared(self, unit: Sentence, start: int) -> bool:
        tokens = unit.tokens_in(start - 40, start)
        return any(token.lower in self.compare for token in tokens[-6:])

    def _before(self, unit: Sentence) -> PlacedTime | None:
        """Look in the sentences before, within the section, for the time that frames the story there."""
        lead_in = lead_in_of(self.reading, unit)
        for sentence in islice(before(self.reading, unit, self.lines), _LOOK_BACK):
            told = self._in_unit(sentence.index)
            framing = [placed for placed in told if placed.frames or (sentence is lead_in and not placed.at.verbs)]
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
