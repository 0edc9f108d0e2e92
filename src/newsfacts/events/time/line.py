"""Which time a fact has: of the expressions of an article the likeliest, or none.

Phases: 1. `TimeLine.propose` gathers the expressions of the fact's sentence, of those before it, of headline and lead,
and behind a headline; those of one interval are one candidate; 2. each collects its evidence (`evidence.py`); 3.
`choose` takes the likeliest, or none. Not here: how expressions are found and resolved (`reader.py`).
"""

import datetime
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from newsfacts.events.paragraphs import lead_in_of, told_again, told_before
from newsfacts.events.ties import content_words, subject_of
from newsfacts.events.time import evidence
from newsfacts.events.time.cost import PlacedTime
from newsfacts.events.time.evidence import Asked
from newsfacts.events.time.intervals import Interval
from newsfacts.events.time.nearest import Nearest
from newsfacts.events.time.rules import TimeKind
from newsfacts.events.time.story import story_of
from newsfacts.language.clauses import Position, position_of
from newsfacts.language.pipeline import Sentence
from newsfacts.language.tense import is_share, shape_of, tense_of
from newsfacts.record import ContextSource, SectionKind, TimePrecision
from newsfacts.weigh import Candidate, Choice, Weights, choose

__all__ = ["NO_TIME", "TimeContext", "TimeLine", "ToldTime"]

_TOP = 6
"""Units at the top: titles and the lead."""
_LEAD, _AHEAD, _BELOW, _NEXT = 2, 3, 20, 2
"""Units at the top that tell the news before its time; sentences behind them, and behind a heading, that tell it."""
_REFERRING = frozenset({"pronoun", "event", "definite"})
"""How a sentence takes up what the ones before it tell."""
_HERE = frozenset({TimeKind.RATE, TimeKind.LOOSE})
"""Kinds that tell nothing beyond their own sentence."""


_SAYS = {kind: 0 if kind is TimeKind.SCOPE else 2 if kind is TimeKind.EVENT else 1 for kind in TimeKind}
"""Which of the expressions of one day says it where the fact is not: the one that names it, no clock, no "that day"."""


@dataclass(frozen=True, slots=True)
class ToldTime:
    """Hold an expression as the time of a fact."""

    placed: PlacedTime
    """The expression."""
    source: ContextSource
    """Where it stands, seen from the fact."""

    @property
    def interval(self) -> Interval:
        """Give its days."""
        return self.placed.expression.interval

    @property
    def text(self) -> str:
        """Give it as written."""
        return self.placed.expression.text


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
    source: ContextSource | None = None
    """Where it was read; None where no time is told."""
    confidence: float | None = None
    """Probability that it is right; None where no time is told."""


NO_TIME = TimeContext(None, None, None, None)


@dataclass(frozen=True)
class TimeLine:
    """Hold the expressions of time of one article."""

    nearest: Nearest
    """The expressions, and which of them is nearest to a fact."""
    weights: Weights
    """Of the decision."""

    def for_span(self, start: int, end: int) -> TimeContext:
        """Find the time of the fact at a span of the article."""
        choice = self.choice(start, end)
        if choice is None or choice.value is None:
            return NO_TIME
        told, interval = choice.value, choice.value.interval
        precision = interval.precision if interval.start or interval.end else TimePrecision.UNKNOWN
        return TimeContext(told.text, interval.start, interval.end, precision, told.source, choice.confidence)

    def choice(self, start: int, end: int) -> Choice[ToldTime] | None:
        """Weigh the times that the fact at a span may have; None outside of sentences."""
        unit = self.nearest.reading.sentence_at(start)
        if unit is None:
            return None
        asked = self._asked(unit, start, end)
        own = self.nearest.in_unit(unit.index)
        near = self.nearest_to(start, end)
        against = tuple(evidence.against(asked, near and near[0], _number_of(own), len(self._named)))
        return choose(self.propose(asked, near), self.weights, against)

    def nearest_to(self, start: int, end: int) -> tuple[str, PlacedTime] | None:
        """Find the time that rules take for nearest to the fact at a span, and say where; evidence, not the choice."""
        reading = self.nearest.reading
        unit = reading.sentence_at(start)
        found = self.nearest.of(unit, start, end) if unit else None
        own = found is not None and found[0] == "own"
        again = told_again(reading, unit, start, end) if unit and not own else None
        other = reading.sentence_at(again[0]) if again else None
        told = self.nearest.of(other, *again) if again and other else None
        return ("again", told[1]) if told else found

    def propose(self, asked: Asked, near: tuple[str, PlacedTime] | None) -> list[Candidate[ToldTime]]:
        """Give every expression that may be the time of a fact, with its evidence; those of one interval as one."""
        merged: dict[object, list[PlacedTime]] = {}
        for placed in self._proposed(asked, near and near[1]):
            if placed.expression.kind is TimeKind.COMPARISON and not asked.compared:
                continue  # "up 9 percent on last year": the year that the figure is compared with is not its own
            merged.setdefault(_key(placed), []).append(placed)
        return [self._candidate(asked, group, near) for group in merged.values()]

    def _candidate(
        self, asked: Asked, group: Sequence[PlacedTime], near: tuple[str, PlacedTime] | None
    ) -> Candidate[ToldTime]:
        """Weigh one time for a fact: what is seen of the pair, of the time by itself, and of its rivals."""
        first = group[0]
        said = dict.fromkeys(
            [*self._seen(asked, first), *evidence.of_itself(asked, first, self.nearest.in_unit(first.unit))]
        )
        said |= dict.fromkeys(self._recency(asked, first))
        if self._story is not None:
            said[evidence.of_story(asked, first, self._story)] = None
        if near is not None and near[1] is first:
            said |= dict.fromkeys((f"nearest={near[0]}", f"nearest told={asked.tense}>{near[0]}"))
        if first.unit != asked.unit.index:
            top = any(placed.unit < _TOP for placed in group)
            said |= dict.fromkeys(evidence.of_article(asked, first, self._named[_key(first)], top))
            said[f"shared words={self._shared(asked.unit.index, first.unit)}"] = None
            said[f"stages={asked.stage}>{self._stage(first)}"] = None
            if len(self._named) == 1:
                said["alone"] = None
        dated = (
            first if first.unit == asked.unit.index else min(group, key=lambda placed: _SAYS[placed.expression.kind])
        )
        return Candidate(ToldTime(dated, self._source(asked, dated)), tuple(said))

    def _stage(self, placed: PlacedTime) -> str:
        """Say at which stage of the case a time stands, whatever is asked."""
        found = self._stages.get(id(placed))
        if found is None:
            there = self.nearest.reading.sentences[placed.unit]
            found = self._stages[id(placed)] = evidence.stage_of(there, placed.at, (0, 0), self.nearest.stages)
        return found

    @cached_property
    def _stages(self) -> dict[int, str]:
        return {}

    def _proposed(self, asked: Asked, near: PlacedTime | None) -> Iterator[PlacedTime]:
        """Yield the expressions that may be the time of a fact, the likelier places first."""
        if near is not None and (near.unit == asked.unit.index or near in self._setting(asked, near.unit)):
            yield near
        yield from self.nearest.in_unit(asked.unit.index)
        yield from self._before(asked)
        yield from self._ahead(asked)
        for placed in self.nearest.placed:
            if placed.unit >= min(_TOP, asked.unit.index) or asked.item:
                break
            if placed in self._setting(asked, placed.unit):
                yield placed

    def _before(self, asked: Asked) -> Iterator[PlacedTime]:
        """Yield the expressions of the sentences before, nearest first; a sentence's in their order."""
        yield from told_before(self.nearest.reading, asked, partial(self._setting, asked))
        if asked.lead_in is not None:
            yield from self.nearest.in_unit(asked.lead_in)

    def _ahead(self, asked: Asked) -> Iterator[PlacedTime]:
        heading = any(start <= asked.start < end for start, end in self.nearest.reading.layout.headings)
        first = next(iter(self.nearest.units), asked.unit.index)
        story = asked.unit.index >= _LEAD and not heading and first <= asked.unit.index
        last = asked.unit.index + (_BELOW if heading else _NEXT if story else _AHEAD)
        for index in range(asked.unit.index + 1, min(len(self.nearest.reading.sentences), last + 1)):
            here = self._setting(asked, index)
            if story and here and self._refers(index) not in _REFERRING:
                return
            yield from here
            if any(placed.frames for placed in here):
                return

    def _setting(self, asked: Asked, index: int) -> list[PlacedTime]:
        """Give the times of another sentence that a fact may have: the finest of its clause, none that is to come."""
        here = self.nearest.in_unit(index)
        if not here:
            return []
        past = asked.tense in ("past", "perfect")
        found = self._settings.get((index, past))
        if found is None:
            published = self.nearest.reading.article.published if past else None
            found = self._settings[index, past] = [
                placed
                for placed in here
                if _sets(placed) and not _is_after(placed, published) and not evidence.is_coarser(placed, here)
            ]
        return found

    @cached_property
    def _settings(self) -> dict[tuple[int, bool], list[PlacedTime]]:
        """Hold what other sentences may have, by index and by whether what happened was asked for."""
        return {}

    def _seen(self, asked: Asked, placed: PlacedTime) -> Iterator[str]:
        """Collect what is seen of a pair."""
        own = asked.unit.index
        if placed.unit == own:
            return evidence.of_own(asked, placed, self.nearest.in_unit(own), self.nearest.stages)
        between = self._frames_between(min(own, placed.unit), max(own, placed.unit), placed)
        if placed.unit < own:
            return evidence.of_back(asked, placed, between)
        return evidence.of_ahead(asked, placed, between, self._refers(placed.unit))

    def _refers(self, index: int) -> str:
        """Say how a sentence takes up what was told before it."""
        return subject_of(self.nearest.reading.sentences[index], self.nearest.stages)

    def _frames_between(self, low: int, high: int, but: PlacedTime) -> int:
        """Count the other times that frame sentences between two."""
        first, last = bisect_right(self.nearest.units, low), bisect_left(self.nearest.units, high)
        framing = self._framing.get((first, last))
        if framing is None:
            told = (placed for placed in self.nearest.placed[first:last] if placed.frames)
            framing = self._framing[first, last] = frozenset(map(_key, told))
        return len(framing) - (_key(but) in framing)

    @cached_property
    def _framing(self) -> dict[tuple[int, int], frozenset[object]]:
        """Hold the days that frame sentences, by the first expression between two and the one behind."""
        return {}

    def _shared(self, one: int, other: int) -> str:
        """Count the nouns and verbs that two sentences share."""
        number = len(self._content(one) & self._content(other))
        return "none" if not number else "one" if number == 1 else "many"

    def _content(self, index: int) -> frozenset[str]:
        return content_words(self.nearest.reading.sentences[index])

    def _source(self, asked: Asked, placed: PlacedTime) -> ContextSource:
        if placed.unit == asked.unit.index:
            if asked.at.head in placed.at.path:
                return ContextSource.PHRASE
            same = placed.at.verbs[:1] == asked.at.verbs[:1]
            return ContextSource.CLAUSE if same else ContextSource.SENTENCE
        if placed.unit == asked.lead_in:
            return ContextSource.LIST
        line = self.nearest.reading.sentences[placed.unit].unit.line
        if abs(line - asked.unit.unit.line) <= self.nearest.lines:
            return ContextSource.PARAGRAPH
        return ContextSource.ARTICLE

    def _asked(self, unit: Sentence, start: int, end: int) -> Asked:
        at = position_of(unit, start, end)
        tense = tense_of(unit, at, self.nearest.statements)
        share = is_share(unit)
        reading = self.nearest.reading
        lead_in = lead_in_of(reading, unit)
        return Asked(
            reading, unit, start, end, at, share, tense, self.nearest.is_compared(unit, start),
            reading.layout.section_at(start).kind is SectionKind.ITEM and lead_in is None,
            lead_in.index if lead_in else None,
            shape_of(unit, at), evidence.stage_of(unit, at, (start, end), self.nearest.stages),
            subject_of(unit, self.nearest.stages), self._has(unit, at, tense),
        )  # fmt: skip

    def _has(self, unit: Sentence, at: Position, tense: str) -> bool:
        """See what somebody has: "She has four brothers"."""
        return tense == "present" and bool(at.verbs) and unit.tokens[at.verbs[0]].lower in self.nearest.having

    def _recency(self, asked: Asked, placed: PlacedTime) -> Iterator[str]:
        """Tell a period of the year that the article reports from an earlier one, which it compares with that."""
        start, precision = placed.expression.interval.start, placed.expression.interval.precision
        if start is not None and precision is not TimePrecision.DAY and self._years:
            which = "compared" if asked.compared else "share" if asked.share else "fact"
            year = self._years[-1]
            age = "latest" if start.year >= year else "before" if start.year == year - 1 else "long ago"
            yield f"recency={which}>{age}"

    @cached_property
    def _story(self) -> Interval | None:
        """Give the time that the article is about."""
        return story_of(self.nearest.placed)

    @cached_property
    def _years(self) -> list[int]:
        """List the years in which periods begin that the article tells and that are not to come, in order."""
        published = self.nearest.reading.article.published
        told = (placed.expression for placed in self.nearest.placed if placed.expression.kind not in _HERE)
        periods = (one.interval for one in told if one.kind is not TimeKind.COMPARISON)
        return sorted(
            period.start.year
            for period in periods
            if period.start is not None
            and period.precision is not TimePrecision.DAY
            and (published is None or period.start <= published)
        )

    @cached_property
    def _named(self) -> Counter[object]:
        """Count how often the article names each interval."""
        return Counter(_key(placed) for placed in self.nearest.placed if placed.expression.kind not in _HERE)


def _number_of(own: Sequence[PlacedTime]) -> str:
    """Say how many times a sentence tells, and whether all of them are of what a figure is compared with."""
    if not own:
        return "none"
    if all(placed.expression.kind is TimeKind.COMPARISON for placed in own):
        return "compared"
    return "one" if len(own) == 1 else "many"


def _is_after(placed: PlacedTime, published: datetime.date | None) -> bool:
    """See a time that lies ahead of the news."""
    start = placed.expression.interval.start
    return published is not None and start is not None and start > published


def _sets(placed: PlacedTime) -> bool:
    """See a time that may hold beyond its own sentence."""
    return placed.expression.kind not in _HERE


def _key(placed: PlacedTime) -> object:
    """Give what makes two expressions one: their days, else what they name."""
    interval = placed.expression.interval
    return (interval.start, interval.end) if interval.start or interval.end else placed.expression.name
