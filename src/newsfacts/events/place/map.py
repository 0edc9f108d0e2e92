"""Which place a fact has: of the places of an article the likeliest, or none.

Phases: 1. `PlaceMap.propose` gathers the places of the fact's sentence, of those before it, of headline and lead, the
dateline and the main place; those of one name are one candidate; 2. each collects its evidence (`evidence.py`); 3.
`choose` takes the likeliest, or none. Not here: how places are found (`reader.py`, `mentions.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from newsfacts.events.paragraphs import is_other_item, told_before
from newsfacts.events.place import evidence
from newsfacts.events.place.evidence import Asked
from newsfacts.events.place.mentions import PlaceKind, PlaceMention
from newsfacts.events.place.nearest import Found, Nearest, is_itself
from newsfacts.language.clauses import position_of
from newsfacts.record import ContextSource
from newsfacts.weigh import Candidate, Choice, Weights, choose

__all__ = ["NO_PLACE", "PlaceContext", "PlaceMap", "ToldPlace"]

_TOP = 4
"""Units at the top: titles and the lead."""
_ELSEWHERE = frozenset({PlaceKind.ORIGIN, PlaceKind.ASIDE})
"""Kinds of places where nothing that is told happened."""
_LEAD, _AHEAD, _BELOW = 3, 3, 12
"""Units at the top that tell the news before its place; sentences behind them, and behind a heading."""

_NAMES = 4_096
"""Names of places whose words are remembered: each is held against each other of its article, fact by fact."""


@dataclass(frozen=True, slots=True)
class ToldPlace:
    """Hold a place as that of a fact."""

    text: str
    """As written."""
    source: ContextSource
    """Where it stands, seen from the fact."""


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """Say where a fact holds."""

    text: str | None
    """The place as written; None where none is told."""
    source: ContextSource | None
    """Where it was read; None where none is told."""
    confidence: float | None = None
    """Probability that it is right; None where none is told."""


NO_PLACE = PlaceContext(None, None)


class _Proposed(NamedTuple):
    text: str
    mention: PlaceMention | None
    evidence: tuple[str, ...]

    @property
    def barred(self) -> bool:
        """See a place of the fact's own sentence that is that of an organisation or of a statement."""
        return self.evidence[:1] != () and self.evidence[0].startswith("barred=")


@dataclass(frozen=True)
class PlaceMap:
    """Hold the places of one article."""

    nearest: Nearest
    """The places, and which of them is nearest to a fact."""
    weights: Weights
    """Of the decision."""
    levels: Mapping[str, str]
    """What known names are: country, state, county, city; by name in lower case."""

    def for_span(self, start: int, end: int) -> PlaceContext:
        """Find the place of the fact at a span of the article."""
        choice = self.choice(start, end)
        if choice is None or choice.value is None:
            return NO_PLACE
        return PlaceContext(choice.value.text, choice.value.source, choice.confidence)

    def choice(self, start: int, end: int) -> Choice[ToldPlace] | None:
        """Weigh the places that the fact at a span may have; None outside of sentences."""
        unit = self.nearest.reading.sentence_at(start)
        if unit is None:
            return None
        asked = evidence.asked_of(self.nearest, unit, start, end, position_of(unit, start, end))
        near = self.nearest_to(start, end)
        against = tuple(evidence.against(self.nearest, asked, near.how if near else None))
        return choose(self.propose(asked, near), self.weights, against)

    def nearest_to(self, start: int, end: int) -> Found | None:
        """Find the place that rules take for nearest to the fact at a span; evidence, not the choice."""
        unit = self.nearest.reading.sentence_at(start)
        return self.nearest.of(unit, start, end) if unit else None

    def propose(self, asked: Asked, near: Found | None) -> list[Candidate[ToldPlace]]:
        """Give every place that may be a fact's, with its evidence; "Ayr" and "a house in Ayr" as one, the nearest."""
        merged: list[tuple[str, list[_Proposed]]] = []
        for item in self._proposed(asked, near):
            if item.mention is not None and self._is_elsewhere(asked, item.mention):
                continue
            name = _key(item.text)
            same = next((group for other, group in merged if self._is_one(name, other)), None)
            if same is None:
                merged.append((name, [item]))
            else:
                same.append(item)
        return [self._candidate(asked, _key(group[0].text), group) for _, group in merged]

    def _is_one(self, name: str, other: str) -> bool:
        """See one place told twice: "Ayr" and "a house in Ayr", "the state" and "Kano State"."""
        words, others = _words(name), _words(other)
        if not (words <= others or others <= words):
            return False
        small, large = (name, other) if words <= others else (other, name)
        return small in self.nearest.classes["generic"] or self.nearest.is_in(small, large)

    def _is_elsewhere(self, asked: Asked, mention: PlaceMention) -> bool:
        """See where somebody comes from, what is set aside, the place of another item of the list."""
        if mention.kind in _ELSEWHERE:
            return True
        reading = self.nearest.reading
        return mention.unit != asked.unit.index and is_other_item(reading, asked.unit, reading.sentences[mention.unit])

    def _candidate(self, asked: Asked, name: str, group: Sequence[_Proposed]) -> Candidate[ToldPlace]:
        first = next((item for item in group if item.mention is not None and not item.barred), group[0])
        said = dict.fromkeys((*group[0].evidence, *first.evidence))
        for item in group:
            if item.mention is not None and item.mention.unit < _TOP and not item.barred:
                said[f"top={item.mention.unit if item.mention.unit < 2 else 'lead'}"] = None
        if first.mention is not None:
            said.update(dict.fromkeys(self._itself(first.mention)))
            mentions = [item.mention for item in group if item.mention is not None]
            said.update(dict.fromkeys(evidence.of_all(self.nearest, asked, first.mention, mentions)))
        if not first.barred:
            said.update(dict.fromkeys(self._of_name(asked, name)))
        return Candidate(ToldPlace(group[0].text, self._source(asked, first)), tuple(said))

    def _of_name(self, asked: Asked, name: str) -> Iterator[str]:
        """Tell what the article does with a name."""
        named = self._named[name]
        yield "named=" + ("once" if named <= 1 else "twice" if named == 2 else "some" if named < 5 else "many")
        if self.nearest.main is not None and _key(self.nearest.main) == name:
            yield "main" + ("=share" if asked.share else "=fact")
        if name in self.nearest.forces:
            yield f"force={'report' if self.nearest.is_report else 'story'}>{'share' if asked.share else 'fact'}"
        if len(self._named) == 1:
            yield "alone"
        if asked.wide:
            yield f"wide={self.levels.get(name, 'unknown')}"

    def _proposed(self, asked: Asked, near: Found | None) -> Iterator[_Proposed]:
        """Yield the places that may be a fact's, the likelier ones first."""
        if near is not None:
            said = (f"nearest={near.how}", f"nearest told={asked.tense}>{near.how}")
            yield self._seen(asked, near.mention, said) if near.mention else _Proposed(near.text, None, said)
        for mention in self.nearest.in_unit(asked.unit.index):
            if mention.kind is not PlaceKind.MODIFIER and not is_itself(mention, asked.start, asked.end):
                yield self._seen(asked, mention)
        for mention in self._before(asked):
            yield self._seen(asked, mention)
        if asked.item:
            return
        for mention in (*self._ahead(asked), *self._top(asked)):
            yield self._seen(asked, mention)
        dateline = self.nearest.reading.layout.dateline_place
        if dateline:
            yield _Proposed(dateline, None, tuple(evidence.of_dateline(self.nearest, asked)))
        if self.nearest.main:
            yield _Proposed(self.nearest.main, None, ())

    def _before(self, asked: Asked) -> Iterator[PlaceMention]:
        """Yield the places of the sentences before, nearest first; a sentence's in their order."""
        yield from told_before(self.nearest.reading, asked, self.nearest.in_unit)
        if asked.lead_in is not None:
            yield from self.nearest.in_unit(asked.lead_in)

    def _ahead(self, asked: Asked) -> Iterator[PlaceMention]:
        """Yield the places behind a heading or the lead."""
        if asked.unit.index >= _LEAD and not asked.heading:
            return
        last = asked.unit.index + (_BELOW if asked.heading else _AHEAD)
        for index in range(asked.unit.index + 1, min(len(self.nearest.reading.sentences), last + 1)):
            here = self.nearest.in_unit(index)
            yield from here
            if any(mention.kind is PlaceKind.LOCATIVE for mention in here):
                return

    def _top(self, asked: Asked) -> Iterator[PlaceMention]:
        for mention in self.nearest.mentions:
            if mention.unit >= min(_TOP, asked.unit.index):
                return
            yield mention

    def _seen(self, asked: Asked, mention: PlaceMention, more: tuple[str, ...] = ()) -> _Proposed:
        if mention.unit == asked.unit.index:
            return _Proposed(mention.text, mention, (*more, *evidence.of_own(self.nearest, asked, mention)))
        key = asked.unit.index, id(mention), asked.shape  # facts of one sentence see another sentence alike
        told = self._told.get(key)
        if told is None:
            told = self._told[key] = tuple(evidence.of_other(self.nearest, asked, mention))
        return _Proposed(mention.text, mention, (*more, *told))

    def _itself(self, mention: PlaceMention) -> tuple[str, ...]:
        """Tell what a place is by itself, whatever is asked."""
        told = self._alone.get(id(mention))
        if told is None:
            told = self._alone[id(mention)] = tuple(evidence.of_itself(self.nearest, mention, self.levels))
        return told

    @cached_property
    def _told(self) -> dict[tuple[int, int, str], tuple[str, ...]]:
        """Hold what was seen of places in other sentences, by the asking sentence, the place and the clause's shape."""
        return {}

    @cached_property
    def _alone(self) -> dict[int, tuple[str, ...]]:
        return {}

    def _source(self, asked: Asked, item: _Proposed) -> ContextSource:
        mention = item.mention
        if mention is None:
            dateline = self.nearest.reading.layout.dateline_place
            return ContextSource.DATELINE if item.text == dateline else ContextSource.ARTICLE
        if mention.kind is PlaceKind.ORGANISATION:
            return ContextSource.ORGANISATION
        if mention.unit == asked.unit.index:
            if asked.at.head in mention.at.path:
                return ContextSource.PHRASE
            same = mention.at.verbs[:1] == asked.at.verbs[:1]
            return ContextSource.CLAUSE if same else ContextSource.SENTENCE
        if mention.unit == asked.lead_in:
            return ContextSource.LIST
        away = abs(self.nearest.reading.sentences[mention.unit].unit.line - asked.unit.unit.line)
        return ContextSource.PARAGRAPH if away <= self.nearest.lines else ContextSource.ARTICLE

    @cached_property
    def _named(self) -> dict[str, int]:
        """Count how often the article names each place, by itself or in a chain."""
        texts = [f" {_key(mention.text)} " for mention in self.nearest.mentions]
        names = {text.strip() for text in texts}
        names.update(_key(text) for text in (self.nearest.reading.layout.dateline_place, self.nearest.main) if text)
        whole = "\n".join(texts).replace(",", " ")
        return {name: whole.count(f" {name.replace(',', ' ')} ") for name in names}


@lru_cache(_NAMES)
def _words(name: str) -> frozenset[str]:
    return frozenset(name.replace(",", " ").split())


@lru_cache(_NAMES)
def _key(text: str) -> str:
    """Give what makes two places one: the name without its article, its words a space apart."""
    return " ".join(text.lower().split()).removeprefix("the ")
