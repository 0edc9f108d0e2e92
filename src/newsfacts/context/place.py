"""Where a fact holds, as written: the place of its clause, its sentence, the sentences before, the dateline.

Phases: 1. `PlaceReader.read` finds the places of the article; 2. `PlaceMap.for_span` picks one for a fact. A place in the name of
an organisation counts only where nothing nearer is said. Not here: how a place is recognised (`place_mentions.py`).
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newsfacts.context.clauses import Position, position_of
from newsfacts.context.place_mentions import PlaceKind, PlaceMention, PlaceWords, place_words
from newsfacts.language import Sentence
from newsfacts.reading import Reading
from newsfacts.record import PlaceSource

__all__ = ["PlaceContext", "PlaceMap", "PlaceReader", "reader"]


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """Say where a fact holds."""

    text: str | None
    """The place as written; None where none is told."""
    source: PlaceSource | None
    """Where it was read."""


@dataclass(frozen=True)
class PlaceMap:
    """Hold the places of one article."""

    reading: Reading
    """The article."""
    mentions: tuple[PlaceMention, ...]
    """Places in text order."""
    units: tuple[int, ...]
    """The unit of each."""

    def for_span(self, start: int, end: int) -> PlaceContext:
        """Find the place of the fact at a span of the article."""
        unit = self.reading.sentence_at(start)
        if unit is None:
            return PlaceContext(None, None)
        found = self._own(unit, start, end) or self._before(unit)
        if found:
            return found
        dateline = self.reading.layout.dateline_place
        if dateline:
            return PlaceContext(dateline, PlaceSource.DATELINE)
        return self._article() or PlaceContext(None, None)

    def _in_unit(self, index: int) -> Sequence[PlaceMention]:
        return self.mentions[bisect_left(self.units, index) : bisect_left(self.units, index + 1)]

    def _own(self, unit: Sentence, start: int, end: int) -> PlaceContext | None:
        fact = position_of(unit, start, end)
        best: tuple[float, PlaceMention] | None = None
        for mention in self._in_unit(unit.index):
            cost = _cost(fact, mention, start, end)
            if cost is not None and (best is None or cost < best[0]):
                best = cost, mention
        if best is None:
            return None
        return PlaceContext(best[1].text, PlaceSource.CLAUSE if best[0] < 4 else PlaceSource.SENTENCE)

    def _before(self, unit: Sentence) -> PlaceContext | None:
        section = self.reading.layout.section_at(unit.start)
        for index in range(unit.index - 1, -1, -1):
            if self.reading.sentences[index].start < section.start_char:
                return None
            here = [
                mention for mention in self._in_unit(index) if mention.kind in (PlaceKind.LOCATIVE, PlaceKind.GENERIC)
            ]
            if here:
                return PlaceContext(here[0].text, PlaceSource.SECTION)
        return None

    def _article(self) -> PlaceContext | None:
        """Give the first place of the article, one in the name of an organisation last."""
        for kinds in ((PlaceKind.LOCATIVE, PlaceKind.BARE), (PlaceKind.ORGANISATION,)):
            for mention in self.mentions:
                if mention.kind in kinds:
                    source = PlaceSource.ORGANISATION if mention.kind is PlaceKind.ORGANISATION else PlaceSource.SECTION
                    return PlaceContext(mention.text, source)
        return None


def _cost(fact: Position, mention: PlaceMention, start: int, end: int) -> float | None:
    """Weigh how far a place is from a fact in the sentence."""
    if mention.kind is PlaceKind.ORGANISATION:
        return None
    base = {PlaceKind.LOCATIVE: 0.0, PlaceKind.GENERIC: 1.0, PlaceKind.BARE: 3.0}[mention.kind]
    gap = (mention.start - end) if mention.start >= end else (start - mention.end)
    if mention.start < end and start < mention.end:
        return base + 2
    if fact.head in mention.at.path:
        return base + 0.2
    governor = mention.at.verbs[0] if mention.at.verbs else None
    if governor in fact.verbs:
        return base + 1 + 2 * fact.verbs.index(governor) + gap / 1000
    return base + (4 if fact.verbs and fact.verbs[0] in mention.at.verbs else 5) + gap / 1000


class PlaceReader:
    """Read the places of articles; make one with `reader`."""

    def __init__(self, words: PlaceWords) -> None:
        """Take the words of place."""
        self._words = words

    def read(self, reading: Reading) -> PlaceMap:
        """Find the places of an article; once an article."""
        skip = reading.layout.dateline
        found = [
            mention
            for unit in reading.sentences
            for mention in self._words.read(unit)
            if not (skip and skip[0] <= mention.start < skip[1])
        ]
        return PlaceMap(reading, tuple(found), tuple(mention.unit for mention in found))


def reader(extra: Path | None = None) -> PlaceReader:
    """Build the reader from the lexicon, to which the folder `extra` may add."""
    return PlaceReader(place_words(extra))
