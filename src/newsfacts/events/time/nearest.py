"""The time nearest to a fact: of the expressions of an article, the one nearest in the tree, else in the text.

Phases: 1. the fact's own phrase, its clause, the sentence; 2. the sentences before, within the paragraph; 3. for
titles and leads the sentences behind. What it finds is evidence for the choice (`line.py`), not the choice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice
from operator import itemgetter

from newsfacts.events.paragraphs import before, lead_in_of, scene_of
from newsfacts.events.time.cost import PlacedTime, cost_of
from newsfacts.events.time.rules import TimeTrait
from newsfacts.language.clauses import Position, position_of
from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.language.tense import is_share, tense_of
from newsfacts.record import TimePrecision

__all__ = ["Nearest"]

_LOOK_BACK = 20
"""Units before a fact in which its time may stand: an endless paragraph is no frame."""
_LEAD = 2
"""Units at the top that tell the news before its time is told."""
_LOOK_AHEAD = 2
"""Units behind a title or a lead in which its time may stand."""
_BELOW = 20
"""Units below a title or a heading in which its time may stand."""
_REPORT = 6
"""Units at the top in which a report names its period."""
_PERIODS = frozenset({TimePrecision.MONTH, TimePrecision.QUARTER, TimePrecision.YEAR, TimePrecision.SPAN})
_FAR = 9.0
"""Cost beyond which the sentences before tell more."""


@dataclass(frozen=True)
class Nearest:
    """Find the nearest of the expressions of time of one article."""

    reading: Reading
    """The article."""
    placed: tuple[PlacedTime, ...]
    """Expressions in text order."""
    units: tuple[int, ...]
    """The unit of each expression."""
    lines: int
    """Lines before a fact's own in which its time may stand."""
    compare: frozenset[str]
    """Words that compare: than, against."""
    statements: frozenset[str]
    """Verbs of statement."""
    stages: Mapping[str, str]
    """Words that tell at which stage of a case something happens."""
    having: frozenset[str]
    """Verbs of what somebody has or owes, which goes on."""

    def of(self, unit: Sentence, start: int, end: int) -> tuple[str, PlacedTime] | None:
        """Find the time nearest to the fact at a span of a sentence, and say where it was found."""
        at = position_of(unit, start, end)
        own = self._own(unit, at, start, end)
        if own and own[0] < _FAR:
            return "own", own[1]
        scene = scene_of(self.reading, unit)
        setting = next((placed for placed in self.in_unit(scene.index) if placed.frames), None) if scene else None
        if setting is not None:
            return "scene", setting
        if tense_of(unit, at, self.statements) not in ("past", "perfect", "none"):
            return None
        looks = (("before", self._before(unit)), ("own", own and own[1]), ("after", self._after(unit)))
        found = next(((name, placed) for name, placed in looks if placed is not None), None)
        if found is None and not self.in_unit(unit.index) and is_share(unit) and self._report is not None:
            return "report", self._report
        return found

    @cached_property
    def _report(self) -> PlacedTime | None:
        """Give the period that a report of figures names in its lead."""
        for placed in self.placed:
            if placed.unit >= _REPORT:
                return None
            interval, traits = placed.expression.interval, placed.expression.traits
            if (
                placed.frames
                and TimeTrait.FROM_TO not in traits
                and interval.precision in _PERIODS
                and interval.start
                and interval.end
            ):
                return placed if is_share(self.reading.sentences[placed.unit]) else None
        return None

    def in_unit(self, index: int) -> Sequence[PlacedTime]:
        """Give the expressions of a unit, in order."""
        return self._by_unit.get(index, ())

    @cached_property
    def _by_unit(self) -> dict[int, tuple[PlacedTime, ...]]:
        pairs = zip(self.units, self.placed, strict=True)
        return {unit: tuple(placed for _, placed in group) for unit, group in groupby(pairs, itemgetter(0))}

    def _own(self, unit: Sentence, fact: Position, start: int, end: int) -> tuple[float, PlacedTime] | None:
        best: tuple[float, PlacedTime] | None = None
        compared = self.is_compared(unit, start)
        for placed in self.in_unit(unit.index):
            cost = cost_of(unit, fact, placed, (start, end), compared)
            if cost is not None and (best is None or cost < best[0]):
                best = cost, placed
        return best

    def is_compared(self, unit: Sentence, start: int) -> bool:
        """See what another figure is compared with: "more than 12 in 2019"."""
        tokens = unit.tokens_in(start - 40, start)
        return any(token.lower in self.compare for token in tokens[-6:])

    def _before(self, unit: Sentence) -> PlacedTime | None:
        """Look in the sentences before, within the section, for the time that frames the story there."""
        lead_in = lead_in_of(self.reading, unit)
        for sentence in islice(before(self.reading, unit, self.lines), _LOOK_BACK):
            told = self.in_unit(sentence.index)
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
            framing = [placed for placed in self.in_unit(index) if placed.frames]
            if framing:
                precision = framing[0].expression.interval.precision
                return framing[0] if heading or precision in (TimePrecision.DAY, TimePrecision.UNKNOWN) else None
        return None
