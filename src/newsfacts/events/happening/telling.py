"""A sentence that tells figures, as the question sees it whether it and another one tell of one happening.

Figures of one sentence are of one happening (98 in 100 annotated facts), so that sentences are what is put together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from newsfacts.events.happening.told import Told, Words, told_by
from newsfacts.events.paragraphs import lines_back
from newsfacts.events.persons import PersonsAt
from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.lexicons.function_words import function_words
from newsfacts.record import Fact, Quote, Section, Status

__all__ = ["Story", "Telling", "story"]

_TOP = 3
"""Units at the top that may be headlines."""
_STOPS = frozenset(".!?”\"’'")
_LISTED = frozenset("•●■▪*·-–—")
_INDEFINITE = function_words("brings in one more")
_DEFINITE = function_words("definite plural", "of a whole group")
_LINKS = ("repeats", "subset_of", "changes_from", "converts")

Days = tuple[object, object]
"""First and last day."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Hold one sentence that tells figures, with what speaks for the happening that it is of."""

    facts: tuple[Told, ...]
    """Its figures, in text order."""
    unit: int
    """Index of the sentence."""
    line: int
    """Number of its line."""
    section: Section
    """Where it stands."""
    headline: bool
    """It is a headline."""
    item: bool
    """It is an item of a list."""
    statistic: bool
    """Most of its figures are of a period, or compared."""
    cue: str
    """What its words up to its first figure say: "other", "same" or ""."""
    subject: str
    """How it begins: "indefinite", "definite", "bare", "pronoun", "name", "proper" or "other"."""
    types: frozenset[str]
    """Kinds of event that it tells."""
    nouns: frozenset[str]
    """What it counts."""
    figures: frozenset[tuple[str, str]]
    """Numbers with what they count."""
    ids: frozenset[str]
    """Fact_ids of its figures."""
    ties: frozenset[str]
    """Fact_ids of the figures that they repeat, are part of, change from or convert."""
    people: frozenset[str]
    """Who is named in it."""
    tellers: frozenset[str]
    """Who tells it."""
    status: frozenset[Status]
    """How the text commits itself to its figures."""
    own_times: frozenset[Days]
    """Times that it tells itself."""
    times: frozenset[Days]
    """Times of its figures, wherever they are told."""
    places: frozenset[str]
    """Places of its figures, in lower case."""


@dataclass(frozen=True, slots=True)
class Story:
    """Hold the sentences of an article that tell figures, and what their figures are as a whole."""

    tellings: tuple[Telling, ...]
    """In text order."""
    sums: str
    """How many figures are statistics: "all", "most", "some" or "none"."""
    lines: str
    """Whether a line is a "sentence", as in web news, or a "paragraph"."""


def story(facts: Sequence[Fact], reading: Reading, persons: PersonsAt, known: Words) -> Story:
    """See the number facts of an article, in text order."""
    figures = [fact for fact in facts if not isinstance(fact, Quote)]
    tellings = []
    for _, group in groupby(told_by(figures, reading, known), key=lambda one: one[1].index):
        both = list(group)
        tellings.append(_telling([told for told, _ in both], both[0][1], reading, persons, known))
    statistics = sum(told.statistic for telling in tellings for told in telling.facts)
    return Story(tuple(tellings), _share(statistics, len(figures)), "sentence" if lines_back(reading) else "paragraph")


def _share(statistics: int, figures: int) -> str:
    if not statistics:
        return "none"
    if 5 * statistics >= 4 * figures:
        return "all"
    return "most" if 2 * statistics >= figures else "some"


def _telling(told: Sequence[Told], unit: Sentence, reading: Reading, persons: PersonsAt, known: Words) -> Telling:
    facts = [one.fact for one in told]
    people = persons.among(unit.start, unit.end)
    numbers = [(str(getattr(one.fact, "value", None)), one.noun or one.fact.kind) for one in told]
    return Telling(
        facts=tuple(told), unit=unit.index, line=unit.unit.line, section=reading.section_at(facts[0].start_char),
        headline=unit.index < _TOP and unit.text[-1:] not in _STOPS, item=_is_item(unit),
        statistic=2 * sum(one.statistic for one in told) >= len(told),
        cue=_cue(unit, told[0].end, known), subject=_subject(unit, people),
        types=frozenset(one.type.value for one in told if one.type.value != "other"),
        nouns=frozenset(one.noun for one in told if one.noun),
        figures=frozenset(number for number in numbers if number[0] != "None"),
        ids=frozenset(fact.fact_id for fact in facts), ties=frozenset(_ties(facts)), people=frozenset(people),
        tellers=frozenset(fact.attribution for fact in facts if fact.attribution),
        status=frozenset(fact.status for fact in facts if fact.status),
        own_times=frozenset((one.fact.time_start, one.fact.time_end) for one in told if one.timed),
        times=frozenset((fact.time_start, fact.time_end) for fact in facts if fact.time_start),
        places=frozenset(fact.place.lower() for fact in facts if fact.place),
    )  # fmt: skip


def _ties(facts: Sequence[Fact]) -> Iterator[str]:
    for fact in facts:
        for name in _LINKS:
            to = getattr(fact, name, None)
            if to is not None:
                yield to


def _subject(unit: Sentence, people: Sequence[str]) -> str:
    """Say how a sentence takes up its subject: anew, or as somebody known."""
    subject = next((token for token in unit.tokens if token.dep in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return "other"
    if subject.tag == "PRP":
        return "pronoun"
    if subject.tag[:3] == "NNP":
        return "name" if people else "proper"
    determiners = {unit.tokens[child].lower for child in unit.children[subject.position]}
    if determiners & _INDEFINITE:
        return "indefinite"
    return "definite" if determiners & _DEFINITE else "bare"


def _is_item(unit: Sentence) -> bool:
    """See a line that a mark of a list opens, or a short line of a list without stops."""
    first = unit.text[:1]
    if first in _LISTED or (len(unit.tokens) > 2 and unit.tokens[0].tag == "LS"):
        return True
    return unit.text[-1:] == ";" or (unit.text[-1:] not in _STOPS and unit.text[-1:] != ":" and unit.index >= _TOP)


def _cue(unit: Sentence, end: int, known: Words) -> str:
    if unit.lowers.isdisjoint(known.cues):
        return ""
    found = {known.cues[token.lower] for token in unit.tokens if token.start < end and token.lower in known.cues}
    return "other" if "other" in found else "same" if found else ""
