"""Where places are named in a sentence: spans of text, before it is known what they do there.

Phases: 1. entities of the model that are places, names that end in a word of place ("Lixi County", "Queen Street"),
road numbers, names behind a preposition; 2. neighbours join to chains ("Baihe Town, Lixi County"). Not here: what a
place does (`place_mentions.py`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from newsfacts.events.place.patterns import PlacePatterns
from newsfacts.language.pipeline import Entity, Sentence, Token
from newsfacts.language.reading import Reading
from newsfacts.lexicons.function_words import any_of, function_words

__all__ = ["Names", "PlaceSpan", "chains", "spans_of"]

_LINK = re.compile(rf"(?:,\s*|,?\s+(?:{any_of('before a town')})\s+(?:the\s+)?|\s+axis\s+of\s+|/)$", re.IGNORECASE)
_ROAD = re.compile(r"[A-Z]-?\d|–")  # the M6, I-95, Kumasi–Accra road
_BEFORE_ROADS = function_words("along a road")
_INSIDE = function_words("beside a place")
_CLOSE = function_words("close to a place")
_BETWEEN = function_words("from one to the other")
"""What nothing is with a person."""
_AT_COURTS = ("at ", "At ", "before ", "Before ")
"""What makes of a court the building where something was."""
_OFFICE = 3
"""Words of the name of an office that has a place behind it."""
_OPENERS = frozenset({"VB", "VBG", "VBP", "CD", "DT", "PDT", "CC", "RB", "IN"})
"""Tags of words with a capital that are no part of a name."""
_ATTRIBUTES = ("JJ",)
"""Tags of what opens a name: the Upper of Upper Wend."""
_LABELS = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True)
class Names:
    """Hold what is known of the names of one article."""

    reading: Reading
    """The article."""
    people: frozenset[str]
    """The words of the names of people, as far as the model knows them too."""
    bearers: frozenset[str]
    """The names of the people found, whole."""
    places: frozenset[str]
    """Places that are well known, in lower case."""
    openings: frozenset[str]
    """The first words of these."""

    @cached_property
    def running(self) -> frozenset[str]:
        """Give the words that have a capital in running text, where a capital says that they are names."""
        units = (unit for unit in self.reading.sentences if not _is_titled(unit))
        return frozenset(token.text for unit in units for token in unit.tokens[1:] if token.text[:1].isupper())

    def is_name(self, unit: Sentence, words: Sequence[str]) -> bool:
        """Tell whether the capitals of words say something: in a headline in title case "Prison" has one too."""
        if not _is_titled(unit) or " ".join(words).lower() in self.places:
            return True
        return all(word in self.running for word in words)


class PlaceSpan(NamedTuple):
    """Hold one span that names a place."""

    start: int
    """Index of the first character in the article."""
    end: int
    """Index behind the last character."""
    area: bool
    """It is a town, a county, a country."""
    body: bool
    """It is the place in the name of an organisation."""


def spans_of(patterns: PlacePatterns, unit: Sentence, names: Names, low: frozenset[str]) -> list[PlaceSpan]:
    """Find the spans of one sentence, in order; `names` are those of the article, `low` its words in lower case."""
    lower = unit.text.islower()
    spans = [span for span in _names(patterns, unit, low) if not _is_person(patterns, unit, span, names)]
    for entity in unit.entities:
        if entity.label in _LABELS and (found := _of_entity(patterns, unit, entity, names)):
            _add(spans, _without_tail(unit, found))
    for span in _of_office(patterns, unit, names) if not lower and "of" in low else ():
        _add(spans, span)
    if not lower and not low.isdisjoint(_BETWEEN):
        for span in _between(patterns, unit, names):
            _add(spans, span)
    if not lower and not (low.isdisjoint(patterns.classes["naming"]) and low.isdisjoint(_BEFORE_ROADS)):
        for span in _unlabelled(patterns, unit, names):
            _add(spans, span)
    if not lower and not low.isdisjoint(names.openings):
        for span in _known(unit, names):
            _add(spans, span)
    return sorted(spans)


def _known(unit: Sentence, names: Names) -> Iterator[PlaceSpan]:
    """Yield well-known places, whole runs of capitals, that the model labels otherwise: "Chicago officials said …"."""
    tokens, first = unit.tokens, 0
    while first < len(tokens):
        last = first
        while last < len(tokens) and _is_capital(tokens[last], ("NNP",)):
            last += 1
        run = tokens[first:last]
        if run and run[0].lower in names.openings and names.people.isdisjoint(token.text for token in run):
            text = unit.words(first, last)
            if text.lower() in names.places and names.is_name(unit, [token.text for token in run]):
                yield PlaceSpan(run[0].start, run[-1].end, area=True, body=False)
        first = last + 1


def _of_entity(patterns: PlacePatterns, unit: Sentence, entity: Entity, names: Names) -> PlaceSpan | None:
    """Give the span of what the model calls a place, unless it only looks like one."""
    tokens = unit.tokens[entity.first : entity.last]
    name = unit.words(entity.first, entity.last)
    before = unit.tokens[entity.first - 1].lower if entity.first else ""
    if any(char.isdigit() for char in name) or not (unit.text.islower() or any(map(str.isupper, name))):
        return None
    if tokens[-1].tag == "$" or (_is_acronym(unit, tokens) and not _is_known(name, before, patterns, names)):
        return None
    if tokens[0].lower in patterns.classes["action"] or (len(tokens) == 1 and patterns.bars(tokens[0].lower)):
        return None
    common = tokens[-1].tag in ("NN", "NNS") or tokens[-1].dep == "compound"
    if common and not names.is_name(unit, [token.text for token in tokens]):
        return None
    if tokens[-1].text in names.people and (before not in patterns.classes["locative"] or _owns(unit, tokens[-1])):
        return None
    if len(tokens) == 1 and name.lower() not in names.places:
        first = unit.tokens[entity.first - 1] if entity.first else None
        if _has_things(patterns, unit, tokens[0]) or (first and _is_target(first, tokens[0], names)):
            return None
    if len(tokens) > 1 and _is_of_attorney(unit, tokens[-1]):
        tokens = tokens[:-1]
    return PlaceSpan(tokens[0].start, tokens[-1].end, entity.label == "GPE", body=False)


def _is_acronym(unit: Sentence, tokens: Sequence[Token]) -> bool:
    """See one word of capitals where not all words are: "BAME officers"."""
    return len(tokens) == 1 and tokens[0].text.isupper() and not unit.text.isupper()


def _is_known(name: str, before: str, patterns: PlacePatterns, names: Names) -> bool:
    """See a name that is known or that something is in: "the UK", "in the UAE", "in LA"."""
    return name.lower() in names.places or before == "the" or before in patterns.classes["locative"]


def _owns(unit: Sentence, name: Token) -> bool:
    """See "at Roe's own bond": the surname has what follows."""
    after = unit.tokens[name.position + 1 : name.position + 2]
    return bool(after) and after[0].tag == "POS"


def _is_of_attorney(unit: Sentence, name: Token) -> bool:
    """See "Cook County State's Attorney": the State is of the office."""
    after = unit.tokens[name.position + 1 : name.position + 3]
    return name.lower == "state" and [token.tag for token in after[:1]] == ["POS"] and after[-1].lower == "attorney"


def _has_things(patterns: PlacePatterns, unit: Sentence, name: Token) -> bool:
    """See "in Marlow's taxi": who has what is no spot or body is a person; "in Ayr's prison", "Ayr's High Street"."""
    if not _owns(unit, name):
        return False
    behind = unit.tokens[name.position + 2 : name.position + 5]
    kinds = ("site", "generic", "organisation", "facility", "admin", "spot", "road")
    known = any(token.lower in patterns.classes[kind] for token in behind for kind in kinds)
    noun = next((token for token in behind if token.tag[:2] == "NN"), None)
    return noun is not None and not known and noun.text.islower()


def _is_target(before: Token, name: Token, known: Names) -> bool:
    """See "fired at Roe": what is done at a surname is done at a person."""
    return before.lower == "at" and name.text in known.people


def _is_person(patterns: PlacePatterns, unit: Sentence, span: PlaceSpan, names: Names) -> bool:
    """See "Hugh Hill, a doctor, said": a name with a word of place in it that is a person's."""
    if span.body or unit.slice(span.start, span.end) not in names.bearers:
        return False
    token = unit.token_at(span.start)
    before = unit.tokens[token.position - 1].lower if token is not None and token.position else ""
    return before not in patterns.classes["locative"]


def _is_titled(unit: Sentence) -> bool:
    """See a headline in title case or capitals: no noun, adjective or verb of some length is in lower case."""
    long = [token for token in unit.tokens if len(token.text) > 3 and token.tag[:1] in ("N", "J", "V")]
    return len(long) > 2 and all(token.text[:1].isupper() for token in long)


def _of_office(patterns: PlacePatterns, unit: Sentence, names: Names) -> Iterator[PlaceSpan]:
    """Yield the known place behind the name of an office: "The Ministry of Health of Ghana announced …"."""
    for entity in unit.entities:
        if entity.label != "ORG" or entity.last - entity.first <= _OFFICE:
            continue
        of = next((place for place in range(entity.last - 2, entity.first, -1) if unit.tokens[place].lower == "of"), -1)
        first = of + 2 if of >= 0 and unit.tokens[of + 1].lower == "the" else of + 1  # of the Philippines
        known = 0 < first < entity.last and unit.words(first, entity.last).lower() in names.places
        if known and not patterns.excludes(unit.tokens[entity.last - 1].text):
            yield PlaceSpan(unit.tokens[first].start, unit.tokens[entity.last - 1].end, area=True, body=True)


def _unlabelled(patterns: PlacePatterns, unit: Sentence, known: Names) -> Iterator[PlaceSpan]:
    """Yield names behind "in", "at", "near" that the model calls nothing, or one word that it calls wrongly."""
    tokens = unit.tokens
    labels: dict[int, Entity] | None = None
    naming = patterns.classes["naming"]
    for token, following in pairwise(tokens):
        if token.tag != "IN" or not (token.lower in naming or token.lower in _BEFORE_ROADS):
            continue
        last = first = following.position
        if _is_capital(following, _ATTRIBUTES):
            last += 1  # in Upper Wend
        elif following.tag != "NNP":
            continue
        while last < len(tokens) and _is_capital(tokens[last], ("NNP",)):
            last += 1
        if tokens[last - 1].tag != "NNP":
            continue
        names = tokens[first:last]
        if not (1 if token.lower in naming else 2) <= len(names) <= 3 or any(
            patterns.excludes(item.text) for item in names
        ):
            continue
        if not known.is_name(unit, [item.text for item in names]):
            continue
        strange = len(names) == 1 and names[0].lower not in known.places
        if strange and (_has_things(patterns, unit, names[0]) or _is_target(token, names[0], known)):
            continue
        if labels is None:
            labels = {place: entity for entity in unit.entities for place in range(entity.first, entity.last)}
        if _is_unlabelled(labels.get(first), token, names, known, patterns.classes["organisation"]):
            yield PlaceSpan(names[0].start, names[-1].end, area=False, body=False)


def _between(patterns: PlacePatterns, unit: Sentence, known: Names) -> Iterator[PlaceSpan]:
    """Yield the two ends of a way as one place: "the road between Ayr and Troon"."""
    tokens = unit.tokens
    for token in tokens:
        if token.lower not in _BETWEEN:
            continue
        last = _names_end(patterns, tokens, token.position + 1)
        joined = last > token.position + 1 and tokens[last : last + 1] and tokens[last].lower == "and"
        end = _names_end(patterns, tokens, last + 1) if joined else last
        words = {item.text for item in tokens[token.position + 1 : end]}
        if joined and end > last + 1 and not any(words.intersection(name.split()) for name in known.bearers):
            yield PlaceSpan(tokens[token.position + 1].start, tokens[end - 1].end, area=False, body=False)


def _names_end(patterns: PlacePatterns, tokens: Sequence[Token], first: int) -> int:
    """Give the position behind the name that begins at one; of no name where it begins."""
    last = first
    while last < len(tokens) and _is_capital(tokens[last], ("NNP",)) and not patterns.excludes(tokens[last].text):
        last += 1
    return last


def _is_capital(token: Token, tags: Sequence[str]) -> bool:
    return token.tag in tags and token.text[:1].isupper()


def _is_unlabelled(
    entity: Entity | None, before: Token, names: Sequence[Token], known: Names, organisations: frozenset[str]
) -> bool:
    """See a name that the model calls nothing, one word that it calls wrongly, or a "person" that something is in."""
    if entity is None:
        return True
    whole = len(names) == entity.last - entity.first
    if entity.label == "PERSON" and whole and before.lower in _INSIDE:
        return " ".join(item.text for item in names) not in known.bearers
    if entity.label == "ORG" and whole and before.lower in _CLOSE:
        return organisations.isdisjoint(item.lower for item in names)
    return entity.label in ("PERSON", "ORG") and whole and len(names) == 1


def _names(patterns: PlacePatterns, unit: Sentence, low: frozenset[str]) -> list[PlaceSpan]:
    """Find names of places by the words that end or open them: streets, districts, bodies of a place."""
    spans: list[PlaceSpan] = []
    lower = unit.text.islower()
    if not lower and not low.isdisjoint(patterns.cues["bodies"]):
        for match in patterns.bodies.finditer(unit.text):
            start, end = _without_openers(unit, patterns.shorn(unit.text, *match.span("place"))), match.end("place")
            if start >= end:
                continue
            court = unit.text[: match.start()].endswith(_AT_COURTS) and match[0].endswith("Court")
            whole = match.end() if court else end
            spans.append(PlaceSpan(unit.start + start, unit.start + whole, area=not court, body=not court))
    for match in () if lower or low.isdisjoint(patterns.cues["named"]) else patterns.of_kind.finditer(unit.text):
        if not patterns.excludes(match["place"].split()[0]):
            spans.append(PlaceSpan(unit.start + match.start("place"), unit.start + match.end("place"), True, False))
    if low.isdisjoint(patterns.cues["named"]) and not _ROAD.search(unit.text):
        return spans
    for match in (patterns.low if lower else patterns.named).finditer(unit.text):
        start, end = patterns.shorn(unit.text, *match.span("place")), match.end("place")
        if unit.text[start:end].lower() in patterns.classes["street"]:
            start = unit.text.rfind(" ", 0, start - 1) + 1  # High Street
        name = unit.text[start:end]
        area = name.lower().split()[-1:] != [] and name.lower().split()[-1] in patterns.classes["admin"]
        if " " in name.strip() or any(map(str.isdigit, name)):
            _add(spans, PlaceSpan(unit.start + start, unit.start + end, area, body=False))
    return spans


def _without_openers(unit: Sentence, start: int) -> int:
    """Cut off what only opens the sentence: "Call Kent Police", "Both Kerala police and …", "Five police officers"."""
    token = unit.token_at(unit.start + start)
    while token is not None and token.tag in _OPENERS and token.position + 1 < len(unit.tokens):
        token = unit.tokens[token.position + 1]
    return start if token is None else max(start, token.start - unit.start)


def _add(spans: list[PlaceSpan], span: PlaceSpan) -> None:
    """Add a span; of two that overlap the longer one stays."""
    for place, other in enumerate(spans):
        if span.start < other.end and other.start < span.end:
            if span.end - span.start > other.end - other.start and not other.body:
                spans[place] = span
            return
    if span.start < span.end:
        spans.append(span)


def chains(unit: Sentence, spans: Iterable[PlaceSpan]) -> list[PlaceSpan]:
    """Join neighbours: "Baihe Town, Lixi County"."""
    chains: list[PlaceSpan] = []
    for span in spans:
        last = chains[-1] if chains else None
        if last and (_linked(unit, last, span) or _joined(unit, last, span)):
            chains[-1] = PlaceSpan(last.start, span.end, last.area, body=False)
        elif not last or span.start >= last.end:
            chains.append(span)
    return chains


def _linked(unit: Sentence, last: PlaceSpan, span: PlaceSpan) -> bool:
    """See "Baihe Town, Lixi County", "the river near Ayr"."""
    if last.body or span.body or span.start < last.end:
        return False
    return _LINK.match(unit.slice(last.end, span.start)) is not None


def _joined(unit: Sentence, last: PlaceSpan, span: PlaceSpan) -> bool:
    """See "in Ayr and Irvine": one place of two towns; the clause of the second has no verb of its own."""
    if not (last.area and span.area) or last.body or span.body or unit.slice(last.end, span.start) != " and ":
        return False
    token = unit.token_at(span.end - 1)
    after = unit.tokens[token.position + 1] if token and token.position + 1 < len(unit.tokens) else None
    return token is not None and token.dep == "conj" and (after is None or not after.tag.startswith(("V", "N", "MD")))


def _without_tail(unit: Sentence, span: PlaceSpan) -> PlaceSpan:
    """Cut the genitive off a name."""
    text = unit.slice(span.start, span.end)
    tail = next((tail for tail in ("'s", "’s", "'", "’") if text.endswith(tail)), "")
    return span._replace(end=span.end - len(tail))
