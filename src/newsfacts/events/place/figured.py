"""Areas of which figures are told: "Mbirani had 149", "Lindhamn, with 34 shootings, was hit hardest".

In a report of figures the subject of a verb of having or recording is the area where the figures hold, be it known or
not. Not here: labels of the rows of a list (`rows.py`).
"""

import re
from collections.abc import Iterator

from newsfacts.events.place.nearest import is_report
from newsfacts.events.place.patterns import PlacePatterns
from newsfacts.events.place.rows import Row
from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.language.tense import is_share

__all__ = ["figured_areas"]

_SHARES = 3
"""Sentences that compare figures from which on an article tells figures of areas."""
_AREAS = 2
"""Areas with figures of their own that make a list of any sentence: "Ayr accounted for 24, Troon had eight"."""


def figured_areas(reading: Reading, patterns: PlacePatterns, persons: frozenset[str]) -> Iterator[Row]:
    """Yield the names of which figures are told; words of the names of `persons` are no places."""
    report = is_report(reading) or sum(map(is_share, reading.sentences)) >= _SHARES
    common: frozenset[str] | None = None
    for unit in reading.sentences:
        if not unit.unit.tells or unit.lowers.isdisjoint(patterns.cues["figured"]):
            continue
        found = list(_named(unit, patterns.figured, patterns))
        if not report and len(found) < _AREAS:
            continue
        if found and common is None:
            common = frozenset(
                token.text for other in reading.sentences for token in other.tokens if token.text.islower()
            )
        if found:
            for row in (*found, *_named(unit, patterns.gapped, patterns)):
                words = reading.text[row.start : row.end].split()
                if persons.isdisjoint(words) and common is not None and words[0].lower() not in common:
                    yield row


def _named(unit: Sentence, pattern: re.Pattern[str], patterns: PlacePatterns) -> Iterator[Row]:
    for match in pattern.finditer(unit.text):
        start, end = unit.start + match.start("place"), unit.start + match.end("place")
        tokens = unit.tokens_in(start, end)
        if tokens and all(_is_named(token.text, token.tag, patterns) for token in tokens):
            yield Row(unit, start, end)


def _is_named(word: str, tag: str, patterns: PlacePatterns) -> bool:
    """See a word of a name: "Burglary", which only opens its sentence, is none, nor "Police"."""
    if not word[:1].isupper():
        return not word[:1].isalpha() or tag == "IN"
    return tag == "NNP" and not patterns.excludes(word) and word.lower() not in patterns.classes["organisation"]
