"""Which place a fact has: of the places of an article, the one of its clause, its sentence, those before, the article.

A place in the name of an organisation counts only where nothing nearer is said; what somebody has or may get is
nowhere. Not here: how places are found (`place.py`, `place_mentions.py`).
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsfacts.events.paragraphs import lead_in_of, scene_of, told_again
from newsfacts.events.place.mentions import PlaceKind, PlaceMention
from newsfacts.language.clauses import Position, in_other_figure, position_of
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.language.reading import Reading
from newsfacts.language.syntax import is_passive
from newsfacts.record import PlaceSource, SectionKind

__all__ = ["PlaceContext", "PlaceMap"]

_BASES = {PlaceKind.LOCATIVE: 0.0, PlaceKind.GENERIC: 1.0, PlaceKind.SITE: 1.0, PlaceKind.BARE: 3.0}
"""Cost of each kind of place before its distance."""
_SPOT = 0.6
"""Weight of a building beside a town as the article's main place."""
_ROAD = 0.35
"""Weight of a road."""
_LEAD = 3
"""Units at the top whose places count double for the article's main place."""


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
    lines: int
    """Lines before a fact's own in which its place may stand."""
    statements: frozenset[str]
    """Verbs of statement; where something is said is not where it is."""
    occasions: frozenset[str]
    """Nouns for acts of speaking: a statement, a briefing."""
    classes: Mapping[str, frozenset[str]]
    """Words by class, as in the lexicon `place_words`."""

    def for_span(self, start: int, end: int) -> PlaceContext:
        """Find the place of the fact at a span of the article."""
        unit = self.reading.sentence_at(start)
        if unit is None:
            return PlaceContext(None, None)
        own = self._own(unit, start, end)
        if own is None and any(_is_itself(mention, start, end) for mention in self._in_unit(unit.index)):
            return PlaceContext(None, None)
        again = None if own else told_again(self.reading, unit, start, end)
        if again and (told := self.for_span(*again)).text:
            return told
        if own:
            return own
        verbs = position_of(unit, start, end).verbs
        court = self._court(unit, verbs)
        if court:
            return court
        if self._is_testimony(unit, verbs):
            return PlaceContext(None, None)
        found = self._scene(unit) or self._before(unit)
        if found:
            return found
        if self._is_nowhere(unit, verbs):
            return PlaceContext(None, None)
        dateline = self.reading.layout.dateline_place
        if dateline:
            return PlaceContext(dateline, PlaceSource.DATELINE)
        return self._main or self._region or PlaceContext(None, None)

    def _court(self, unit: Sentence, verbs: Sequence[int]) -> PlaceContext | None:
        """Give the court that the article named last, to what courts do: "He was fined £480"."""
        if not verbs or unit.tokens[verbs[0]].lower not in self.classes["judgment"]:
            return None
        item = self.reading.layout.section_at(unit.start)
        for index in range(bisect_left(self.units, unit.index) - 1, -1, -1):
            mention = self.mentions[index]
            if item.kind is SectionKind.ITEM and mention.start < item.start_char:
                return None
            if mention.kind is PlaceKind.LOCATIVE and mention.text.lower().endswith(" court"):
                return PlaceContext(mention.text, PlaceSource.SECTION)
        return None

    def _is_testimony(self, unit: Sentence, verbs: Sequence[int]) -> bool:
        """See what is told in court: "Prosecutors said …", "told the jury that …"; it did not happen there."""
        words = self.classes["testimony"]
        for place in verbs[1:]:
            token = unit.tokens[place]
            if token.lower not in self.statements and token.lower not in words:
                continue
            below = [unit.tokens[child] for child in unit.children[place]]
            heard = any(child.dep in ("dobj", "dative", "iobj") and child.lower in words for child in below)
            if token.lower in words or heard or any(self._speaks_in_court(unit, child) for child in below):
                return True
        return False

    def _speaks_in_court(self, unit: Sentence, token: Token) -> bool:
        words = self.classes["testimony"]
        near = [unit.tokens[child] for child in unit.children[token.position]]
        return token.dep == "nsubj" and any(item.lower in words for item in (token, *near))

    def _is_nowhere(self, unit: Sentence, verbs: Sequence[int]) -> bool:
        """See what somebody has, owes or may get: "has nine convictions", "faces up to ten years"; that is nowhere."""
        if not verbs:
            return False
        verb, children = unit.tokens[verbs[0]], [unit.tokens[child] for child in unit.children[verbs[0]]]
        if any(child.dep == "nsubj" and child.lower in self.classes["organisation"] for child in children):
            return False
        return verb.lower in self.classes["state"] or any(
            child.dep == "aux" and child.tag == "MD" and child.lower in self.classes["state"] for child in children
        )

    def _in_unit(self, index: int) -> Sequence[PlaceMention]:
        return self.mentions[bisect_left(self.units, index) : bisect_left(self.units, index + 1)]

    def _own(self, unit: Sentence, start: int, end: int) -> PlaceContext | None:
        fact = position_of(unit, start, end)
        best: tuple[float, PlaceMention] | None = None
        for mention in self._in_unit(unit.index):
            if _is_itself(mention, start, end):
                continue
            if self._is_told_there(mention) and fact.verbs[:1] != mention.at.verbs[:1]:
                continue
            cost = _cost(fact, mention, start, end)
            if cost is not None and mention.end <= start and in_other_figure(unit, fact, mention.at):
                cost += 1.5
            if cost is not None and (best is None or cost < best[0]):
                best = cost, mention
        if best is None:
            return None
        distance = best[0] - _BASES[best[1].kind]
        return PlaceContext(best[1].text, PlaceSource.CLAUSE if distance < 4 else PlaceSource.SENTENCE)

    def _is_told_there(self, mention: PlaceMention) -> bool:
        """See "told reporters in Abuja": the place of the words, not of what they say."""
        tokens = self.reading.sentences[mention.unit].tokens
        near, at = mention.at.path[:3], mention.at
        said = (place for place in near[:2] if place in at.verbs and tokens[place].lower in self.statements)
        return any(not is_passive(self.reading.sentences[mention.unit], place) for place in said) or any(
            tokens[place].lower in self.occasions for place in near if place not in at.verbs
        )

    def _scene(self, unit: Sentence) -> PlaceContext | None:
        scene = scene_of(self.reading, unit)
        here = self._in_unit(scene.index) if scene else ()
        found = next((mention for mention in here if mention.kind is PlaceKind.LOCATIVE), None)
        return PlaceContext(found.text, PlaceSource.SECTION) if found else None

    def _before(self, unit: Sentence) -> PlaceContext | None:
        """Look in the sentences before, within the paragraph and the one before it."""
        units, mentions = self._frames
        nearest = bisect_left(units, unit.index) - 1
        if nearest < 0:
            return None
        sentence = self.reading.sentences[units[nearest]]
        section = self.reading.layout.section_at(unit.start)
        if sentence.start >= section.start_char and unit.unit.line - sentence.unit.line <= self.lines:
            return PlaceContext(mentions[nearest].text, PlaceSource.SECTION)
        lead_in = lead_in_of(self.reading, unit)
        led = bisect_left(units, lead_in.index) if lead_in else len(units)
        if lead_in and led < len(units) and units[led] == lead_in.index:
            return PlaceContext(mentions[led].text, PlaceSource.SECTION)
        return None

    @cached_property
    def _frames(self) -> tuple[list[int], list[PlaceMention]]:
        """Give the units that say where something is, in order, and the mention of each that frames what follows."""
        by_unit: dict[int, list[PlaceMention]] = {}
        for mention in self.mentions:
            if mention.kind is PlaceKind.LOCATIVE and not self._is_told_there(mention):
                by_unit.setdefault(mention.unit, []).append(mention)
        framing: dict[int, PlaceMention] = {}
        for index, here in by_unit.items():
            sentence = self.reading.sentences[index]
            alone = len(here) == 1
            first = next((mention for mention in here if alone or not _is_of_a_noun(sentence, mention.at)), None)
            if first is not None:
                framing[index] = first
        units = sorted(framing)
        return units, [framing[index] for index in units]

    @cached_property
    def _region(self) -> PlaceContext | None:
        """Give "the city", "the county", where the article names its place no other way."""
        named = (m.text for m in self.mentions if m.kind is PlaceKind.GENERIC and not m.text[:1].isdigit())
        text = next((text for text in named if text.lower().startswith(("the ", "this "))), None)
        return PlaceContext(text, PlaceSource.SECTION) if text else None

    @cached_property
    def _main(self) -> PlaceContext | None:
        """Give the place that the article names most, of those in its lead or named twice; the lead counts double.

        A name counts wherever it stands: "Ayr" and "a house in Ayr" are one; the fullest form in the lead is given.
        """
        weights: dict[str, float] = {}
        forms: dict[str, PlaceMention] = {}
        known: set[str] = set()
        for mention in self.mentions:
            if mention.kind in (PlaceKind.GENERIC, PlaceKind.SITE, PlaceKind.MODIFIER) or self._is_told_there(mention):
                continue
            weight = 2.0 if mention.kind is PlaceKind.LOCATIVE else 1.0
            weight *= 2.0 if mention.unit < _LEAD else 1.0
            weight *= 1.0 if mention.area else _ROAD if mention.road else _SPOT
            name = mention.text.removeprefix("the ").removeprefix("The ")
            if mention.unit < _LEAD or name in weights:
                known.add(name)
            weights[name] = weights.get(name, 0.0) + weight
            forms.setdefault(name, mention)
        if not known:
            return None
        best = max((name for name in weights if name in known), key=lambda name: weights[name])
        organisation = all(m.kind is PlaceKind.ORGANISATION for m in self.mentions if m.text.endswith(best))
        return PlaceContext(best, PlaceSource.ORGANISATION if organisation else PlaceSource.SECTION)


def _is_itself(mention: PlaceMention, start: int, end: int) -> bool:
    """See "acted in five cities": what is counted is not where it is."""
    return mention.kind is PlaceKind.GENERIC and mention.start < end and start < mention.end


def _is_of_a_noun(unit: Sentence, at: Position) -> bool:
    """See a place that a noun has, not the clause: "two kilos in Ayr and a gun in Troon"."""
    above = next((place for place in at.path if unit.tokens[place].tag != "IN"), None)
    return above is not None and unit.tokens[above].tag[:1] == "N"


def _cost(fact: Position, mention: PlaceMention, start: int, end: int) -> float | None:
    """Weigh how far a place is from a fact in the sentence."""
    if mention.kind in (PlaceKind.ORGANISATION, PlaceKind.MODIFIER):
        return None
    base = _BASES[mention.kind]
    gap = (mention.start - end) if mention.start >= end else (start - mention.end)
    if mention.start < end and start < mention.end:
        return base + 2
    if fact.head in mention.at.path:
        return base + 0.2
    governor = mention.at.verbs[0] if mention.at.verbs else None
    if mention.kind is PlaceKind.SITE and governor not in fact.verbs[:2]:
        return None
    if governor in fact.verbs:
        return base + 1 + 2 * fact.verbs.index(governor) + gap / 100
    return base + (4 if fact.verbs and fact.verbs[0] in mention.at.verbs else 5) + gap / 100
