"""Where facts hold: the places of an article, found and freed of what only looks like one.

`PlaceReader.read` finds the places of the article; `PlaceMap.for_span` picks one for a fact. Not here: how a place is
recognised (`place_mentions.py`), the choice (`place_map.py`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from newsfacts.events.paragraphs import lines_back
from newsfacts.events.place.catalogue import DECISION
from newsfacts.events.place.figured import figured_areas
from newsfacts.events.place.map import PlaceContext, PlaceMap
from newsfacts.events.place.mentions import PlaceKind, PlaceMention, mention_at, read_mentions
from newsfacts.events.place.nearest import Nearest
from newsfacts.events.place.patterns import PlacePatterns, place_patterns
from newsfacts.events.place.rows import Row, row_labels
from newsfacts.events.place.spans import Names, PlaceSpan
from newsfacts.language.clauses import position_of
from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.lexicons import alternation, read
from newsfacts.lexicons.function_words import any_of
from newsfacts.record import Person
from newsfacts.weigh import Weights, read_weights

__all__ = ["PlaceContext", "PlaceMap", "PlaceReader", "reader"]

_KIND = 20
"""Characters before a name in which its kind is told: "the municipality of Ayr"."""


class PlaceReader:
    """Read the places of articles; make one with `reader`."""

    def __init__(self, patterns: PlacePatterns, words: "_Words", weights: Weights) -> None:
        """Take the patterns of places, known places and words of statements, and the weights of the decision."""
        self._known, self._levels = words.known, words.levels
        self._openings = frozenset(name.split()[0] for name in words.known)
        self._occasions, self._statements = words.occasions, words.statements
        self._stages = words.stages
        self._patterns = patterns
        self._weights = weights

    def read(self, reading: Reading, people: Iterable[Person] = ()) -> PlaceMap:
        """Find the places of an article; once an article. The names of its `people` are no places."""
        skip = reading.layout.dateline
        bearers = frozenset(person.name for person in people)
        words = (word for name in bearers for word in name.split())
        persons = frozenset([*words, *(name for unit in reading.sentences for name in self._persons(unit))])
        names = Names(reading, persons, bearers, self._known, self._openings)
        found = [
            mention
            for unit in reading.sentences
            if unit.unit.tells
            for mention in reading.bulkhead.ask("places", (unit.start, unit.end), partial(self._mentions, unit, names))
            or ()
            if not (skip and skip[0] <= mention.start < skip[1])
        ]
        found = self._with_more(reading, found, persons)
        found = [mention for mention in found if not (skip and skip[0] <= mention.start < skip[1])]
        texts = [reading.layout.dateline_place or "", *(m.text for m in found if m.kind is not PlaceKind.BARE)]
        located = frozenset(word for text in texts for word in re.split(r"\W+", f"{text} {text.title()}"))
        found = [mention for mention in found if not self._is_doubtful(reading, mention, located)]
        nearest = Nearest(
            reading,
            tuple(found),
            tuple(mention.unit for mention in found),
            lines_back(reading),
            self._statements,
            self._occasions,
            self._patterns.classes,
            self._stages,
        )
        return PlaceMap(nearest, self._weights, self._levels)

    def _mentions(self, unit: Sentence, names: Names) -> list[PlaceMention]:
        return list(read_mentions(self._patterns, unit, names))

    def _with_more(self, reading: Reading, found: list[PlaceMention], persons: frozenset[str]) -> list[PlaceMention]:
        """Add what the whole article shows: names told with their kind, labels of rows, names located elsewhere."""
        found = _named_again(reading, found, self._patterns, self._known)
        found += _labels(_free(found, self._rows(reading, found)))
        areas = [*figured_areas(reading, self._patterns, persons)]
        found = _told_of(found, areas) if areas else found
        for unit, start, end in _free(found, _elsewhere(reading, tuple(found), persons)):
            found.append(mention_at(self._patterns, unit, PlaceSpan(start, end, area=True, body=False)))
        return sorted(found, key=lambda mention: mention.start)

    def _rows(self, reading: Reading, found: Sequence[PlaceMention]) -> Iterator[Row]:
        """Yield labels of rows that are places: known, located elsewhere in the article, or told with their kind."""
        located = {mention.text for mention in found if mention.role is PlaceKind.LOCATIVE}
        admin = self._patterns.classes["admin"]

        def is_place(label: str) -> bool:
            name = label.lower()
            known = name in self._known or name in self._levels or label in located
            return known or (" " in name and name.rpartition(" ")[2] in admin)

        return row_labels(reading, is_place, self._patterns.by_place)

    def _is_doubtful(self, reading: Reading, mention: PlaceMention, located: frozenset[str]) -> bool:
        """See one word that only the model calls a place, as it does with names of people: nothing is ever there."""
        name = mention.text
        return (
            mention.kind is PlaceKind.BARE
            and " " not in name
            and name not in located
            and name.lower() not in self._known
            and not self._patterns.kind_before.search(reading.text, max(0, mention.start - _KIND), mention.start)
        )

    def _persons(self, unit: Sentence) -> Iterator[str]:
        """Yield the words of people's names: entities of the model, and single names that say something."""
        for entity in unit.entities:
            if entity.label == "PERSON":
                yield from (unit.tokens[place].text for place in range(entity.first, entity.last))
            elif entity.last - entity.first == 1:
                token = unit.tokens[entity.first]
                if token.dep == "nsubj" and unit.tokens[token.head].lower in self._statements:
                    yield token.text


def _free(found: Sequence[PlaceMention], rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the spans at which no place stands yet."""
    taken = {(mention.unit, place) for mention in found for place in range(mention.start, mention.end)}
    return (row for row in rows if not {(row.unit.index, row.start), (row.unit.index, row.end - 1)} & taken)


def _told_of(found: Sequence[PlaceMention], areas: Sequence[Row]) -> list[PlaceMention]:
    """Add areas of which figures are told; one that is known to be a place already is where they hold, too."""
    spans = {(row.start, row.end) for row in areas}
    seen = [
        replace(mention, kind=PlaceKind.FIGURED)
        if mention.kind is PlaceKind.BARE and (mention.start, mention.end) in spans
        else mention
        for mention in found
    ]
    return [*seen, *_labels(_free(seen, areas))]


def _labels(rows: Iterable[Row]) -> Iterator[PlaceMention]:
    """Give the labels of rows as places where their figures hold."""
    for unit, start, end in rows:
        at = position_of(unit, start, end)
        yield PlaceMention(start, end, unit.slice(start, end), PlaceKind.FIGURED, True, False, unit.index, at)


def _elsewhere(reading: Reading, found: Sequence[PlaceMention], persons: frozenset[str]) -> Iterator[Row]:
    """Yield names that the model calls nothing here, where the article tells elsewhere that something is there."""
    texts = [mention.text for mention in found if mention.role is PlaceKind.LOCATIVE and mention.area]
    texts.append((reading.layout.dateline_place or "").partition(",")[0].title())
    names = {text for text in texts if text[:1].isupper() and _is_plain(text) and text not in persons}
    if not names:
        return
    for match in re.finditer(rf"\b(?:{alternation(sorted(names))})\b(?!['’]s?\s[A-Z]|\s[A-Z])", reading.text):
        unit = reading.sentence_at(match.start())
        if unit is not None and unit.unit.tells and not _is_behind_name(unit, match.start()):
            yield Row(unit, match.start(), match.end())


def _is_plain(text: str) -> bool:
    """See a name of one word or two, each with a capital: "Ayr", "North Yorkshire"."""
    words = text.split()
    return len(words) <= 2 and all(word.isalpha() and word[0].isupper() for word in words)


def _is_behind_name(unit: Sentence, start: int) -> bool:
    """See a name with another one before it: "Jack London", "North Ayr"."""
    before = unit.slice(unit.start, start).split()[-1:]
    return bool(before) and before[0][:1].isupper() and before[0].isalpha() and len(unit.text.split()) > 2


def _named_again(
    reading: Reading, found: list[PlaceMention], patterns: PlacePatterns, known: frozenset[str]
) -> list[PlaceMention]:
    """Add, in sentences without capitals, known names and those told with their kind: "in ayr" after "ayr town"."""
    lower = {unit.index: unit for unit in reading.sentences if unit.text.islower()}
    if not lower:
        return found
    names = {m.text.split()[0] for m in found if m.unit in lower and m.area and " " in m.text}
    for unit in lower.values():
        names.update(known.intersection(unit.lowers))
        names.update(match["place"] for match in patterns.kind_of.finditer(unit.text))
    names = {name for name in names if not patterns.excludes(name)}
    if not names:
        return found
    pattern = re.compile(rf"\b(?:{any_of('in or near')})\s+(?P<place>{alternation(sorted(names))})\b")
    taken = {(m.unit, m.start) for m in found}
    added = []
    for unit in lower.values():
        for match in pattern.finditer(unit.text):
            start, end = unit.start + match.start("place"), unit.start + match.end("place")
            if (unit.index, start) not in taken:
                at = position_of(unit, start, end)
                added.append(PlaceMention(start, end, match["place"], PlaceKind.LOCATIVE, True, False, unit.index, at))
    return sorted([*found, *added], key=lambda mention: mention.start)


class _Words(NamedTuple):
    known: frozenset[str]
    """Places that are well known."""
    levels: Mapping[str, str]
    """What known names are: country, state, county, city."""
    statements: frozenset[str]
    """Verbs of statement."""
    occasions: frozenset[str]
    """Nouns for acts of speaking."""
    stages: Mapping[str, str]
    """Words to the stage of a case."""


def reader(extra: tuple[Path, ...] = (), weights: tuple[Path, ...] = ()) -> PlaceReader:
    """Build the reader from the lexicons, to which the folder `extra` may add, and the weights of the decision."""
    verbs = read("attribution_verbs", extra)
    said, occasions = verbs.words(**{"class": "say"}), verbs.words(**{"class": "occasion"})
    levels = {row["word"]: row["level"] for row in read("gazetteer", extra).rows}
    stages = read("stage_words", extra).mapping("stage")
    words = _Words(read("known_places", extra).words(), levels, said, occasions, stages)
    return PlaceReader(place_patterns(extra), words, read_weights(DECISION, weights))
