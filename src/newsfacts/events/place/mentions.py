"""The places that a sentence names, as written, each with what it does there.

Phases: 1. spans of names (`place_spans.py`), "the city" behind a preposition, spots without a name; 2. a chain grows
to the noun that stands there ("a factory in Ota"); 3. what names an organisation or an origin is marked. Not here:
which fact is where.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from newsfacts.events.place.patterns import PlacePatterns
from newsfacts.events.place.spans import Names, PlaceSpan, chains, spans_of
from newsfacts.language.clauses import Position, position_of
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import function_words

__all__ = ["PlaceKind", "PlaceMention", "mention_at", "read_mentions"]

_OF_ORIGIN = function_words("of origin")
_ORIGIN = re.compile(
    r",\s+of\s(?:\d+\w?\s)?$"  # Ann Roe, 31, of 12 Mill Lane, Bolton
    r"|(?:,\s|\()\d\d\)?,?\s(?:of\s|from\s)(?:\d+\w?\s)?$"  # Roe, 21 of Mill Lane; Roe (46), of Ayr
    r"|[^\W\d_],\s\d\d,\s$"  # Ann Roe, 42, Santa Ana, was charged
)
_BESIDE = ("compound", "amod", "nmod")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_BEFORE = 16
"""Characters in front of a place that say that somebody is from there."""
_ASIDE = 4
"""Words above a place among which "despite" sets it aside."""
_TO = function_words("towards")
_OF_FIGURES = function_words("of figures")
_BETWEEN = function_words("from one to the other")
_AT_SITES = function_words("at a site")


class PlaceKind(StrEnum):
    """Say what a place does in its sentence."""

    LOCATIVE = "locative"
    """Something is or happens there."""
    FIGURED = "figured"
    """Figures are told of it alone: "Ayr had 149", "Ayr: 149"; what follows is elsewhere."""
    BARE = "bare"
    """It is named, as subject, owner or otherwise."""
    ORGANISATION = "organisation"
    """It names an organisation."""
    ORIGIN = "origin"
    """Somebody comes from there or lives there: "Ann Roe of Bolton", "a man from Leeds"."""
    DESTINATION = "destination"
    """Somebody or something goes there: "extradited to Spain"."""
    GENERIC = "generic"
    """It is "the city", "the state", "five provinces"."""
    SITE = "site"
    """It is a spot without a name: "in a rented house", "on the boat"."""
    ASIDE = "aside"
    """It is set aside: "despite the unrest in Kent"."""
    MODIFIER = "modifier"
    """It tells what kind of thing: "a London man", "the US dollar"."""


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
    area: bool
    """It is a town, a county, a country; not a road or one spot."""
    road: bool
    """It is a road."""
    unit: int
    """Number of the unit."""
    at: Position
    """Where it stands in the parse."""

    @property
    def role(self) -> PlaceKind:
        """Give what it does for its own sentence: what has figures of its own is where they hold."""
        return PlaceKind.LOCATIVE if self.kind is PlaceKind.FIGURED else self.kind


def read_mentions(patterns: PlacePatterns, unit: Sentence, names: Names) -> list[PlaceMention]:
    """Find the places of one sentence, in order; `names` are those of the article."""
    low = unit.lowers
    spans = chains(unit, spans_of(patterns, unit, names, low))
    found = [mention_at(patterns, unit, span) for span in spans]
    generic = () if low.isdisjoint(patterns.cues["generic"]) else patterns.generic.finditer(unit.text)
    for match in generic:
        start, end = unit.start + match.start("place"), unit.start + match.end("place")
        if not any(start < other.end and other.start < end for other in found):
            at = position_of(unit, start, end)
            kind = _described(patterns, unit, at) or PlaceKind.GENERIC
            found.append(PlaceMention(start, end, match["place"], kind, True, False, unit.index, at))
    if not low.isdisjoint(patterns.classes["whole"]):
        found.extend(_wholes(patterns, unit))
    if not low.isdisjoint(patterns.classes["spot"]):
        found.extend(_sites(patterns, unit, tuple(found)))
    return sorted(found, key=lambda mention: mention.start)


def _sites(patterns: PlacePatterns, unit: Sentence, named: Iterable[PlaceMention]) -> Iterator[PlaceMention]:
    """Yield spots without a name that something is at: "in a rented house"."""
    for token in unit.tokens:
        if token.lower not in patterns.classes["spot"] or not _is_at(patterns, token, unit.tokens[token.head]):
            continue
        first = min(unit.subtree(token.position))  # the owner of a house has his whole name
        start, end = unit.tokens[first].start, token.end
        if not any(start < other.end and other.start < end for other in named):
            at = position_of(unit, start, end)
            yield PlaceMention(start, end, unit.slice(start, end), PlaceKind.SITE, False, False, unit.index, at)


def _is_at(patterns: PlacePatterns, spot: Token, above: Token) -> bool:
    """See "in a rented house", "They searched his home"."""
    if spot.dep == "dobj":
        return above.lower in patterns.classes["gone through"]
    return spot.dep == "pobj" and above.lower in _AT_SITES


def _wholes(patterns: PlacePatterns, unit: Sentence) -> Iterator[PlaceMention]:
    """Yield adverbs that say that something is all over an area: "It has 60,000 users worldwide"."""
    for token in unit.tokens:
        after = unit.tokens[token.position + 1 : token.position + 2]
        if token.lower in patterns.classes["whole"] and not any(one.tag in ("VBN", "JJ") for one in after):
            at = position_of(unit, token.start, token.end)
            yield PlaceMention(token.start, token.end, token.text, PlaceKind.GENERIC, True, False, unit.index, at)


def mention_at(patterns: PlacePatterns, unit: Sentence, span: PlaceSpan) -> PlaceMention:
    """See what the place at a span does in its sentence."""
    at = position_of(unit, span.start, span.end)
    kind = PlaceKind.ORGANISATION if span.body else _kind(patterns, unit, at, span)
    if kind is PlaceKind.MODIFIER and (site := _site(patterns, unit, at)):
        return PlaceMention(*site, unit.slice(*site), PlaceKind.LOCATIVE, False, False, unit.index, at)
    start = _grown(patterns, unit, at, span.start) if kind is PlaceKind.LOCATIVE else span.start
    text = unit.slice(start, span.end)
    last = text.lower().split()[-1]
    area = span.area or last in patterns.classes["admin"]
    road = last in patterns.classes["road"] or last[-1].isdigit()
    return PlaceMention(start, span.end, text, kind, area, road, unit.index, at)


def _kind(patterns: PlacePatterns, unit: Sentence, at: Position, span: PlaceSpan) -> PlaceKind:
    """Say what a place does where it stands: name a body, a path, where something is."""
    tokens, classes = unit.tokens, patterns.classes
    token = tokens[at.head]
    above = tokens[token.head]
    after = next((item for item in tokens[at.head :] if item.start >= span.end), None)
    if after and after.lower in classes["organisation"] and after.start - span.end <= 1:
        return PlaceKind.ORGANISATION
    inside = span.start <= above.start < span.end  # the block of "Gunupur block"
    if token.dep in ("compound", "nmod", "amod", "poss") and above.lower in classes["organisation"] and not inside:
        return PlaceKind.ORGANISATION
    if span.area and _is_of_figures(patterns, unit, span):
        return PlaceKind.LOCATIVE
    if modified := _modified(patterns, unit, token, above):
        return modified
    if _is_label(unit, after, span) or _is_way(patterns, unit, above):
        return PlaceKind.LOCATIVE
    if _is_origin(patterns, unit, span):
        return PlaceKind.ORIGIN
    if above.tag == "IN" and (described := _described(patterns, unit, at)):
        return described
    if any(tokens[place].lower in classes["aside"] for place in at.path[:_ASIDE]):
        return PlaceKind.ASIDE
    if above.tag == "IN" and above.lower in classes["locative"]:
        return PlaceKind.LOCATIVE
    if _is_in_kind(patterns, unit, above):
        return PlaceKind.LOCATIVE
    if above.lower == "before" and unit.slice(span.start, span.end).lower().endswith(" court"):
        return PlaceKind.LOCATIVE  # "appeared before Ayr Sheriff Court"
    first = next((item for item in tokens if item.end > span.start), token)
    for before in tokens[max(0, first.position - 2) : first.position]:
        if before.lower in classes["locative"]:
            return PlaceKind.LOCATIVE
    return PlaceKind.DESTINATION if _is_destination(unit, above) else PlaceKind.BARE


def _modified(patterns: PlacePatterns, unit: Sentence, token: Token, above: Token) -> PlaceKind | None:
    """See "a London man", and "In Ayr crime rose", where the noun only seems to be of the place; not "the UK rate"."""
    if above.lower in patterns.classes["figures"]:
        return None
    if token.dep in _BESIDE and above.tag in ("NN", "NNS") and above.position > token.position:
        return PlaceKind.LOCATIVE if _is_split(patterns, unit, above) else PlaceKind.MODIFIER
    return None


def _is_of_figures(patterns: PlacePatterns, unit: Sentence, span: PlaceSpan) -> bool:
    """See "crime figures for the South Division", also where the parse hangs the name on what follows."""
    first = next((item.position for item in unit.tokens if item.end > span.start), 0)
    before = unit.tokens[first - 1] if first else None
    if before is not None and before.dep == "det" and first > 1:
        before = unit.tokens[first - 2]
    prepositions = before is not None and before.lower in _OF_FIGURES
    return prepositions and before is not None and unit.tokens[before.head].lower in patterns.classes["figures"]


def _is_label(unit: Sentence, after: Token | None, span: PlaceSpan) -> bool:
    """See "Bavaria: At least four dead": what opens a headline before a colon says where its news is from."""
    return span.start == unit.start and after is not None and after.text == ":"


def _is_way(patterns: PlacePatterns, unit: Sentence, between: Token) -> bool:
    """See "recorded between Ayr and Troon", "the road between Ayr and Troon"; not "trade between India and China"."""
    above = unit.tokens[between.head]
    way = above.tag[:1] == "V" or above.lower in patterns.classes["road"] | patterns.classes["site"]
    return between.lower in _BETWEEN and way


def _is_split(patterns: PlacePatterns, unit: Sentence, noun: Token) -> bool:
    """See "In Ayr crime rose": the noun behind the place is the subject of the verb that has none."""
    before = unit.tokens[noun.head]
    verb = next(iter(unit.tokens[noun.position + 1 : noun.position + 2]), None)
    if before.position or before.lower not in patterns.classes["locative"] or verb is None or verb.tag not in _FINITE:
        return False
    return not any(unit.tokens[child].dep in ("nsubj", "nsubjpass") for child in unit.children[verb.position])


def _is_origin(patterns: PlacePatterns, unit: Sentence, span: PlaceSpan) -> bool:
    """See "Ann Roe, 31, of Bolton", "a Bolton-based trader"."""
    before = unit.slice(unit.start, span.start)[-_BEFORE:]
    return bool(_ORIGIN.search(before) or patterns.hyphened.match(unit.text, span.end - unit.start))


def _is_in_kind(patterns: PlacePatterns, unit: Sentence, of: Token) -> bool:
    """See "in the city of Ayr": what is said of its kind is said of the place."""
    kind = unit.tokens[of.head]
    inside = unit.tokens[kind.head].lower in patterns.classes["locative"]
    return of.lower == "of" and kind.lower in patterns.classes["admin"] and kind.dep == "pobj" and inside


def _is_destination(unit: Sentence, preposition: Token) -> bool:
    """See "flown to Canada", "a flight to Spain"; not "close to Ayr", "next to Mill Lane"."""
    return preposition.lower in _TO and unit.tokens[preposition.head].tag[:1] in ("V", "N")


def _site(patterns: PlacePatterns, unit: Sentence, at: Position) -> tuple[int, int] | None:
    """See "into a Bolton prison": the name tells which spot it is."""
    tokens = unit.tokens
    noun = tokens[tokens[at.head].head]
    above = tokens[noun.head]
    if (
        noun.lower not in patterns.classes["site"]
        or noun.dep != "pobj"
        or above.lower not in patterns.classes["locative"]
    ):
        return None
    first = min(place for place in (at.head, *unit.children[noun.position]) if place <= noun.position)
    return tokens[first].start, noun.end


def _described(patterns: PlacePatterns, unit: Sentence, at: Position) -> PlaceKind | None:
    """See a place that only tells who somebody is: "a man of Bolton", "police spokesman in the state"."""
    prep = unit.tokens[unit.tokens[at.head].head]
    above = unit.tokens[prep.head]
    if above.lower in patterns.classes["origin"]:
        return PlaceKind.ORIGIN if prep.lower in ("of", "from") else None
    named = above.text[:1].isupper()
    if named and any(e.label == "PERSON" and e.first <= above.position < e.last for e in unit.entities):
        return PlaceKind.ORIGIN if prep.lower in _OF_ORIGIN else None
    office = prep.lower in ("of", "in") and above.lower in patterns.classes["organisation"] and above.dep != "pobj"
    return PlaceKind.ORGANISATION if office else None


def _grown(patterns: PlacePatterns, unit: Sentence, at: Position, start: int) -> int:
    """Take in the noun that stands there, where it is a place too: "a factory in Ota"."""
    tokens = unit.tokens
    prep = tokens[tokens[at.head].head]
    before = tokens[max(0, prep.position - 1)]
    noun = before if before.lower in patterns.classes["site"] else tokens[prep.head]
    if prep.tag != "IN" or noun.lower not in patterns.classes["site"] or noun.dep != "pobj":
        return start
    first = noun.position
    if tokens[at.head].lower == "court":
        return start  # two years in prison at Ayr Sheriff Court
    while (
        first
        and tokens[first - 1].head == noun.position
        and tokens[first - 1].dep in ("det", "amod", "compound", "poss", "nummod", "nmod", "punct")
    ):
        first -= 1
    return tokens[first].start if tokens[first].start < start <= noun.end + 16 else start
