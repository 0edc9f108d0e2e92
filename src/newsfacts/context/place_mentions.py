"""The places that a sentence names, as written, each with what it does there.

Phases: 1. entities of the model that are places, names that end in a word of place ("Lixi County", "Queen Street"), road numbers,
"the city" behind a preposition; 2. neighbours join to chains ("Baihe Town, Lixi County"); 3. a chain grows to the noun that
stands there ("a factory in Ota"); 4. what names an organisation or an origin is marked. Not here: which fact is where.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from newsfacts.context.clauses import Position, position_of
from newsfacts.language import Sentence
from newsfacts.lexicons import Lexicon, alternation, read

__all__ = ["PlaceKind", "PlaceMention", "PlaceWords", "place_words"]

_LINK = re.compile(r"(?:,\s*|\s+(?:in|of|near|on|at)\s+(?:the\s+)?|\s+axis\s+of\s+|/)$", re.IGNORECASE)
_LABELS = frozenset({"GPE", "LOC", "FAC"})
_NAME = r"[A-Z][\w’'.-]*(?:[ -](?:[A-Z][\w’'.-]*|of|the|and|de|da|la|\d+(?:th|st|nd|rd)))*?"
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its"})


class PlaceKind(StrEnum):
    """Say what a place does in its sentence."""

    LOCATIVE = "locative"
    """Something is or happens there."""
    BARE = "bare"
    """It is named, as subject, owner or otherwise."""
    ORGANISATION = "organisation"
    """It names an organisation or where somebody comes from."""
    GENERIC = "generic"
    """It is "the city", "the state"."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Hold one place where it is named."""

    start: int
    """Index of the first character in the article."""
    end: int
    """Index behind the last character."""
    text: str
    """As written, with the chain."""
    kind: PlaceKind
    """What it does."""
    unit: int
    """Number of the unit."""
    at: Position
    """Where it stands in the parse."""


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Hold the words and patterns that show places."""

    named: re.Pattern[str]
    """Names that end in a word of place, road numbers."""
    low: re.Pattern[str]
    """The same in a text without capitals."""
    generic: re.Pattern[str]
    """The city, the county, behind a preposition."""
    locative: frozenset[str]
    organisation: frozenset[str]
    origin: frozenset[str]
    adverbs: frozenset[str]

    def read(self, unit: Sentence) -> list[PlaceMention]:
        """Find the places of one sentence, in order."""
        spans = self._chains(unit, self._spans(unit))
        found = [self._mention(unit, start, end) for start, end in spans]
        taken = [(mention.start, mention.end) for mention in found]
        for match in self.generic.finditer(unit.text):
            start, end = unit.start + match.start("place"), unit.start + match.end()
            if not any(start < other_end and other < end for other, other_end in taken):
                text = unit.text[match.start("place") : match.end()]
                found.append(
                    PlaceMention(start, end, text, PlaceKind.GENERIC, unit.index, position_of(unit, start, end))
                )
        return sorted(found, key=lambda mention: mention.start)

    def _spans(self, unit: Sentence) -> list[tuple[int, int]]:
        lower = unit.text.islower()
        spans = [
            (unit.tokens[entity.first].start, unit.tokens[entity.last - 1].end)
            for entity in unit.entities
            if entity.label in _LABELS
        ]
        pattern = self.low if lower else self.named
        for match in pattern.finditer(unit.text):
            start, end = unit.start + match.start("place"), unit.start + match.end("place")
            spans = [span for span in spans if not (start <= span[0] and span[1] <= end)]
            if not any(span[0] < end and start < span[1] for span in spans):
                spans.append((start, end))
            else:
                spans = [
                    (min(span[0], start), max(span[1], end)) if span[0] < end and start < span[1] else span
                    for span in spans
                ]
        return sorted(_shorn(unit, span) for span in spans)

    def _chains(self, unit: Sentence, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        chains: list[tuple[int, int]] = []
        for start, end in spans:
            if end <= start:
                continue
            if chains and start >= chains[-1][1] and _LINK.match(unit.slice(chains[-1][1], start)):
                chains[-1] = chains[-1][0], end
            elif not chains or start >= chains[-1][1]:
                chains.append((start, end))
        return chains

    def _mention(self, unit: Sentence, start: int, end: int) -> PlaceMention:
        at = position_of(unit, start, end)
        kind = self._kind(unit, at, end)
        if kind is PlaceKind.LOCATIVE:
            start = self._grown(unit, at, start)
        return PlaceMention(start, end, unit.slice(start, end), kind, unit.index, at)

    def _kind(self, unit: Sentence, at: Position, end: int) -> PlaceKind:
        tokens = unit.tokens
        after = next((token for token in tokens[at.head :] if token.start >= end), None)
        for entity in unit.entities:
            if (
                entity.label == "ORG"
                and tokens[entity.first].start <= tokens[at.head].start < tokens[entity.last - 1].end
            ):
                return PlaceKind.ORGANISATION
        token = tokens[at.head]
        if token.dep in ("compound", "nmod", "amod", "poss") and tokens[token.head].lower in self.organisation:
            return PlaceKind.ORGANISATION
        if after and after.lower in self.organisation and after.start - end <= 1:
            return PlaceKind.ORGANISATION
        if token.dep == "pobj" or tokens[token.head].tag == "IN":
            prep = tokens[token.head]
            above = tokens[prep.head]
            if prep.lower == "of" and (above.lower in self.origin or above.lower in self.organisation):
                return PlaceKind.ORGANISATION
            if prep.lower in self.locative:
                return PlaceKind.LOCATIVE
        before = next((t for t in reversed(tokens[: at.head + 1]) if t.end <= end and t.lower in self.locative), None)
        if before is not None and at.head - before.position <= 4:
            return PlaceKind.LOCATIVE
        return PlaceKind.BARE

    def _grown(self, unit: Sentence, at: Position, start: int) -> int:
        """Take in the noun that stands there, where it is a place too: "a factory in Ota"."""
        tokens = unit.tokens
        prep = tokens[tokens[at.head].head]
        if prep.tag != "IN" or prep.lower == "of":
            return start
        noun = tokens[prep.head]
        if noun.tag not in ("NN", "NNP") or noun.dep != "pobj" or tokens[noun.head].lower not in self.locative:
            return start
        first = min(unit.subtree(noun.position))
        while first < noun.position and tokens[first].dep == "prep":
            first += 1
        span = tokens[first]
        if noun.position - first > 5 or span.start >= start or start - noun.end > 12:
            return start
        return span.start


def _shorn(unit: Sentence, span: tuple[int, int]) -> tuple[int, int]:
    """Cut the genitive off a name."""
    start, end = span
    text = unit.slice(start, end)
    for tail in ("'s", "’s", "'", "’"):
        if text.endswith(tail):
            return start, end - len(tail)
    return start, end


def place_words(extra: Path | None = None) -> PlaceWords:
    """Read the lexicon of place words, to which the folder `extra` may add."""
    lexicon = read("place_words", extra)
    return PlaceWords(
        _named(lexicon),
        _low(lexicon),
        re.compile(
            rf"\b(?:{alternation(_class(lexicon, 'preposition') - {'of', 'to', 'between'})})\s+"
            rf"(?P<place>(?:the|this|that)\s+(?:whole\s+|entire\s+)?(?:{alternation(_class(lexicon, 'generic'))}))\b",
            re.IGNORECASE,
        ),
        _class(lexicon, "locative"),
        _class(lexicon, "organisation"),
        _class(lexicon, "origin"),
        _class(lexicon, "adverb"),
    )


def _class(lexicon: Lexicon, name: str) -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.rows if row["class"] == name)


def _named(lexicon: Lexicon) -> re.Pattern[str]:
    tails = _class(lexicon, "suffix") | _class(lexicon, "road")
    titled = alternation(tail.title() for tail in tails)
    plain = alternation(tails)
    return re.compile(
        rf"(?P<place>\b{_NAME}[ -](?:{titled})\b"
        rf"|(?<=\bin\s|\bat\s|\bon\s)(?:the\s)?{_NAME} (?:{plain})\b"
        rf"|\b(?:National\s)?(?:Highway|Route|Interstate|Federal Highway)\s\d+\b"
        rf"|\b(?:[AMNBEG]\d{{1,4}}|I-\d{{1,3}})(?:\(M\))?(?:\s(?:expressway|motorway|road|highway))?\b)"
    )


def _low(lexicon: Lexicon) -> re.Pattern[str]:
    tails = alternation(_class(lexicon, "suffix") | _class(lexicon, "road"))
    return re.compile(rf"\b(?:in|at|of|near|on)\s+(?P<place>\w+\s(?:{tails}))\b")
