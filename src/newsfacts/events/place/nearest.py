"""The place nearest to a fact: of its clause, its sentence, those before, the article.

A place in the name of an organisation counts only where nothing nearer is said; what somebody has or may get is
nowhere. What it finds is evidence for the choice (`map.py`), not the choice.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from newsfacts.events.paragraphs import is_other_item, leads_to, scene_of, told_again
from newsfacts.events.place.mentions import PlaceKind, PlaceMention
from newsfacts.events.ties import content_words
from newsfacts.language.clauses import Position, in_other_figure, position_of
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.language.reading import Reading
from newsfacts.language.syntax import is_passive
from newsfacts.language.tense import is_share
from newsfacts.lexicons.function_words import function_words
from newsfacts.record import SectionKind

__all__ = ["Found", "Nearest", "cost_of", "is_itself", "is_report"]

_BASES = {
    PlaceKind.LOCATIVE: 0.0,
    PlaceKind.FIGURED: 0.0,
    PlaceKind.GENERIC: 1.0,
    PlaceKind.SITE: 1.0,
    PlaceKind.BARE: 3.0,
}
"""Cost of each kind of place before its distance."""
_RANK = 5
"""Words between a superlative and the area among which it holds."""
_NOT_MAIN = frozenset(
    {PlaceKind.ASIDE, PlaceKind.GENERIC, PlaceKind.SITE, PlaceKind.MODIFIER, PlaceKind.DESTINATION, PlaceKind.ORIGIN}
)
"""Kinds of places that are not an article's main one."""
_SPOT = 0.6
"""Weight of a building beside a town as the article's main place."""
_ROAD = 0.35
"""Weight of a road."""
_TITLES = 12
"""Units among which the first sentence of the story stands."""
_STOPS = frozenset('.!?”"')
_LINKS = function_words("before a town") | {"the"}
"""What stands between a place and a larger one."""
_FORCE = 30
"""Characters behind a place in which its police are named."""
_MARKS = ',.:;()"”'
"""What may follow a word without being a part of it."""
_REPORT = 4
"""Sentences of which one or more compares figures, in a report of figures."""
_LEAD = 3
"""Units at the top whose places count double for the article's main place."""


class Found(NamedTuple):
    """Hold a place with the way in which it was found."""

    how: str
    """own, again, court, scene, before, list, dateline, main or region."""
    text: str
    """As written."""
    mention: PlaceMention | None
    """Where it is named; None for what is the whole article's."""


@dataclass(frozen=True)
class Nearest:
    """Find the nearest of the places of one article."""

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
    stages: Mapping[str, str]
    """Words to the stage of a case, as in the lexicon `stage_words`."""

    def of(self, unit: Sentence, start: int, end: int) -> "Found | None":
        """Find the place nearest to the fact at a span of a sentence, and say where it was found."""
        own = self._own(unit, start, end)
        if own is None and any(is_itself(mention, start, end) for mention in self.in_unit(unit.index)):
            return None
        again = None if own else told_again(self.reading, unit, start, end)
        told = self.reading.sentence_at(again[0]) if again else None
        if again and told and (found := self.of(told, *again)):
            return found._replace(how="again")
        verbs = position_of(unit, start, end).verbs
        if own or self.is_testimony(unit, verbs):
            return own
        near = self._court(unit, verbs) or self._scene(unit) or self._before(unit)
        if near or self.is_nowhere(unit, verbs) or self._is_item(unit):
            return near
        dateline = self.reading.layout.dateline_place
        return Found("dateline", dateline, None) if dateline else self._main_for(unit) or self._region

    def _main_for(self, unit: Sentence) -> "Found | None":
        """Give the article's main place, unless only another item of the list names it."""
        main, first = self._main
        if first is not None and is_other_item(self.reading, unit, self.reading.sentences[first.unit]):
            return None
        return main

    def _is_item(self, unit: Sentence) -> bool:
        """See an item of a digest: its place is its own."""
        return self.reading.layout.section_at(unit.start).kind is SectionKind.ITEM

    def _court(self, unit: Sentence, verbs: Sequence[int]) -> "Found | None":
        """Give the court that the article named last, to what courts do: "He was fined £480"."""
        if not verbs or unit.tokens[verbs[0]].lower not in self.classes["judgment"]:
            return None
        item = self.reading.layout.section_at(unit.start)
        for index in range(bisect_left(self.units, unit.index) - 1, -1, -1):
            mention = self.mentions[index]
            if item.kind is SectionKind.ITEM and mention.start < item.start_char:
                return None
            if mention.kind is PlaceKind.LOCATIVE and mention.text.lower().endswith(" court"):
                return Found("court", mention.text, mention)
        return None

    def is_testimony(self, unit: Sentence, verbs: Sequence[int]) -> bool:
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

    def is_nowhere(self, unit: Sentence, verbs: Sequence[int]) -> bool:
        """See what somebody has, owes or may get: "has nine convictions", "faces up to ten years"; that is nowhere."""
        if not verbs:
            return False
        verb, children = unit.tokens[verbs[0]], [unit.tokens[child] for child in unit.children[verbs[0]]]
        if any(child.dep == "nsubj" and child.lower in self.classes["organisation"] for child in children):
            return False
        return verb.lower in self.classes["state"] or any(
            child.dep == "aux" and child.tag == "MD" and child.lower in self.classes["state"] for child in children
        )

    @cached_property
    def lead(self) -> int:
        """Count the units at the top: titles, bylines, and the first sentences of the story."""
        units = self.reading.sentences[:_TITLES]
        first = next((unit.index for unit in units if unit.text[-1:] in _STOPS), 0)
        return max(_LEAD, first + 2)

    def content(self, index: int) -> frozenset[str]:
        """Give the content words of a sentence."""
        return content_words(self.reading.sentences[index])

    @cached_property
    def is_report(self) -> bool:
        """See a text of figures."""
        return is_report(self.reading)

    def in_unit(self, index: int) -> Sequence[PlaceMention]:
        """Give the places of a unit, in order."""
        return self._by_unit.get(index, ())

    @cached_property
    def _by_unit(self) -> dict[int, tuple[PlaceMention, ...]]:
        pairs = zip(self.units, self.mentions, strict=True)
        return {unit: tuple(mention for _, mention in group) for unit, group in groupby(pairs, itemgetter(0))}

    @cached_property
    def forces(self) -> frozenset[str]:
        """Give the places whose police the article names, in lower case: "Kent Police", "the Ayr police district"."""
        return frozenset(mention.text.lower() for mention in self.mentions if self._has_force(mention))

    def _has_force(self, mention: PlaceMention) -> bool:
        behind = self.reading.text[mention.end : mention.end + _FORCE].lower().split()[:2]
        return any(word.strip(_MARKS) in self.classes["force"] for word in behind)

    @cached_property
    def names(self) -> int:
        """Count the different places that the article names."""
        return len({mention.text.lower() for mention in self.mentions})

    def _own(self, unit: Sentence, start: int, end: int) -> "Found | None":
        fact = position_of(unit, start, end)
        best: tuple[float, PlaceMention] | None = None
        for mention in self.in_unit(unit.index):
            if is_itself(mention, start, end):
                continue
            if self.is_told_there(mention) and fact.verbs[:1] != mention.at.verbs[:1]:
                continue
            cost = cost_of(fact, mention, start, end)
            if cost is not None and mention.end <= start and in_other_figure(unit, fact, mention.at):
                cost += 1.5
            if cost is not None and (best is None or cost < best[0]):
                best = cost, mention
        if best is None:
            return None
        return Found("own", best[1].text, best[1])

    def is_ranked(self, mention: PlaceMention) -> bool:
        """See "the safest town in Kent", "the highest figure in Kent": an area among which something stands out."""
        sentence = self.reading.sentences[mention.unit]
        first = sentence.token_at(mention.start)
        near = sentence.tokens[max(0, first.position - _RANK) : first.position] if first is not None else ()
        return any(token.tag == "JJS" for token in near)

    def is_told_there(self, mention: PlaceMention) -> bool:
        """See "told reporters in Abuja": the place of the words, not of what they say."""
        where = mention.unit, mention.at.head  # on which all depends that is asked here
        told = self._told_there.get(where)
        if told is None:
            told = self._told_there[where] = self._is_told_at(self.reading.sentences[mention.unit], mention.at)
        return told

    @cached_property
    def _told_there(self) -> dict[tuple[int, int], bool]:
        """Hold the answers for the heads of places, by unit and position: they are asked again for each fact."""
        return {}

    def _is_told_at(self, sentence: Sentence, at: Position) -> bool:
        tokens, near = sentence.tokens, at.path[:3]
        said = (place for place in near[:2] if place in at.verbs and tokens[place].lower in self.statements)
        return any(not is_passive(sentence, place) for place in said) or any(
            tokens[place].lower in self.occasions for place in near if place not in at.verbs
        )

    def _scene(self, unit: Sentence) -> "Found | None":
        scene = scene_of(self.reading, unit)
        here = self.in_unit(scene.index) if scene else ()
        found = next((mention for mention in here if mention.kind is PlaceKind.LOCATIVE), None)
        return Found("scene", found.text, found) if found else None

    def _before(self, unit: Sentence) -> "Found | None":
        """Look in the sentences before, within the paragraph and the one before it."""
        units, mentions = self._frames
        nearest = bisect_left(units, unit.index) - 1
        if nearest < 0:
            return None
        sentence = self.reading.sentences[units[nearest]]
        section = self.reading.layout.section_at(unit.start)
        here = sentence.start >= section.start_char and not is_other_item(self.reading, unit, sentence)
        if here and unit.unit.line - sentence.unit.line <= self.lines:
            return Found("before", mentions[nearest].text, mentions[nearest])
        lead_in = leads_to(self.reading, unit)
        led = bisect_left(units, lead_in.index) if lead_in else len(units)
        if lead_in and led < len(units) and units[led] == lead_in.index:
            return Found("list", mentions[led].text, mentions[led])
        return None

    def base(self, mention: PlaceMention) -> float:
        """Give the cost of a place before its distance."""
        return _BASES.get(mention.kind, 0.0)

    def framing_between(self, low: int, high: int, but: str) -> int:
        """Count the other places that frame sentences between two."""
        units, mentions = self._frames
        between = mentions[bisect_right(units, low) : bisect_left(units, high)]
        return len({mention.text for mention in between} - {but})

    @cached_property
    def main(self) -> str | None:
        """Give the place that the article names most, of those in its lead or named twice."""
        main, _ = self._main
        return main.text if main else None

    @cached_property
    def _frames(self) -> tuple[list[int], list[PlaceMention]]:
        """Give the units that say where something is, in order, and the mention of each that frames what follows."""
        by_unit: dict[int, list[PlaceMention]] = {}
        for mention in self.mentions:
            if mention.kind is PlaceKind.LOCATIVE and not self.is_told_there(mention):
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
    def _region(self) -> "Found | None":
        """Give "the city", "the county", where the article names its place no other way."""
        named = (m.text for m in self.mentions if m.kind is PlaceKind.GENERIC and not m.text[:1].isdigit())
        text = next((text for text in named if text.lower().startswith(("the ", "this "))), None)
        return Found("region", text, None) if text else None

    def is_in(self, name: str, other: str) -> bool:
        """See a place told with another name: "a house in Ayr", "Ayr, Scotland", "Ayr district"; no "South Ayr"."""
        if name == other:
            return True
        before, found, behind = f" {other}".partition(f" {name}")
        if not found or (before.strip() and not before.endswith(",") and before.split()[-1] not in _LINKS):
            return False
        return not behind or behind[0] == "," or behind.split()[-1].lower() in self.classes["admin"]

    @cached_property
    def _main(self) -> "tuple[Found | None, PlaceMention | None]":
        """Give the place that the article names most, and where it does first; of those in its lead or named twice.

        What the lead names counts double.
        A name counts wherever it stands: "Ayr" and "a house in Ayr" are one; the fullest form in the lead is given.
        """
        weights: dict[str, float] = {}
        forms: dict[str, PlaceMention] = {}
        known: set[str] = set()
        for mention in self.mentions:
            if mention.kind in _NOT_MAIN or self.is_told_there(mention) or self.is_ranked(mention):
                continue
            weight = 2.0 if mention.kind is PlaceKind.LOCATIVE or self._has_force(mention) else 1.0
            weight *= 2.0 if mention.unit < self.lead else 1.0
            weight *= 1.0 if mention.area else _ROAD if mention.road else _SPOT
            name = mention.text.removeprefix("the ").removeprefix("The ")
            if mention.unit < self.lead or name in weights:
                known.add(name)
            weights[name] = weights.get(name, 0.0) + weight
            forms.setdefault(name, mention)
        if not known:
            return None, None
        inside = {name: [other for other in weights if self.is_in(name, other)] for name in weights if name in known}
        first = max(inside, key=lambda name: sum(weights[other] for other in inside[name]))
        same = [name for name in inside[first] if name in known and set(inside[first]) <= set(inside.get(name, ()))]
        kinds = [name for name in inside[first] if name in known and name.lower().startswith(f"{first.lower()} ")]
        best = max([*same, *kinds], key=lambda name: (weights[name], len(name)))
        return Found("main", best, None), forms[best]


def is_report(reading: Reading) -> bool:
    """See a text of figures: a sentence in four compares some."""
    return _REPORT * sum(map(is_share, reading.sentences)) >= len(reading.sentences)


def is_itself(mention: PlaceMention, start: int, end: int) -> bool:
    """See "acted in five cities": what is counted is not where it is."""
    return mention.kind is PlaceKind.GENERIC and mention.start < end and start < mention.end


def _is_of_a_noun(unit: Sentence, at: Position) -> bool:
    """See a place that a noun has, not the clause: "two kilos in Ayr and a gun in Troon"."""
    above = next((place for place in at.path if unit.tokens[place].tag != "IN"), None)
    return above is not None and unit.tokens[above].tag[:1] == "N"


def cost_of(fact: Position, mention: PlaceMention, start: int, end: int) -> float | None:
    """Weigh how far a place is from a fact in the sentence; None where it is not its place."""
    if mention.kind not in _BASES:
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
