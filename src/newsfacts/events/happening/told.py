"""A fact as the question sees it which happening it belongs to: where it stands, what it is about, when and where."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from newsfacts.events.paragraphs import lines_back
from newsfacts.events.persons import PersonsAt
from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.lexicons import read
from newsfacts.lexicons.function_words import function_words
from newsfacts.record import (
    Count,
    Direction,
    EventType,
    Fact,
    Money,
    MoneyRole,
    Part,
    Percentage,
    Person,
    Quantity,
    Quote,
    TimePrecision,
)

__all__ = ["Story", "Told", "Words", "story", "words"]

_CONTENT = frozenset({"NN", "NNS", "VB", "VBD", "VBN", "VBG", "VBP", "VBZ"})
_SHORT, _STEM = 3, 5
"""Characters of words that tell nothing, and that two forms of a word share."""
_TOP = 3
"""Units at the top that may be headlines."""
_STOPS = frozenset(".!?”\"’'")
_LISTED = frozenset("•●■▪*·-–—")
_PERIODS = frozenset({TimePrecision.MONTH, TimePrecision.QUARTER, TimePrecision.YEAR, TimePrecision.SPAN})
_CHANGES = frozenset({Direction.INCREASE, Direction.DECREASE, Direction.RATE})
_INDEFINITE = function_words("brings in one more")
_TELLERS = frozenset({Part.POLICE, Part.OFFICIAL, Part.JOURNALIST})
_DEFINITE = function_words("definite plural") | {"all", "both"}


@dataclass(frozen=True, slots=True)
class Words:
    """Hold the words and classes of events."""

    cues: Mapping[str, str]
    """Words that begin another happening or go on with one."""
    families: Mapping[EventType, str]
    """Kinds of event that go together."""
    of_money: Mapping[MoneyRole, EventType]
    """The event of which an amount with a role is part."""
    comparisons: frozenset[str]
    """Words of a comparison of figures."""
    empty: frozenset[str]
    """Words that any sentence of the news may have: verbs of statement, light verbs, offices."""


@dataclass(frozen=True, slots=True)
class Told:
    """Hold one fact with what speaks for the happening that it is of."""

    fact: Fact
    """As the record has it."""
    unit: int
    """Index of the unit it stands in."""
    line: int
    """Number of its line."""
    type: EventType
    """What happened, as far as the fact tells."""
    family: str
    """Its family."""
    noun: str
    """Last word of what is counted or measured, without the plural's s; "" where there is none."""
    headline: bool
    """It stands in a headline."""
    item: bool
    """It stands in an item of a list."""
    statistic: bool
    """It is a figure of a period, or a comparison."""
    definite: bool
    """Its noun phrase points back."""
    cue: str
    """What words of its sentence before it say: "other", "same" or ""."""
    people: frozenset[str]
    """Who is named in its sentence."""
    fresh: bool
    """Its sentence names somebody for the first time who is no officer or official."""
    opens: bool
    """It is the first fact of its line."""
    subject: str
    """How its sentence begins: "indefinite", "definite", "bare", "pronoun", "name", "proper" or "other"."""
    time: tuple[object, object] | None
    """First and last day, where its own sentence tells the time."""
    place: str | None
    """Where, in lower case, where its own sentence tells the place."""
    words: frozenset[str]
    """Common nouns and verbs of its sentence, without endings."""
    names: frozenset[str]
    """Proper nouns of its sentence."""


@dataclass(frozen=True, slots=True)
class Story:
    """Hold what the facts of an article are as a whole."""

    facts: tuple[Told, ...]
    """In text order."""
    sums: str
    """How many of them are statistics: "all", "most", "some" or "none"."""
    lines: str
    """Whether a line is a "sentence", as in web news, or a "paragraph"."""


def story(facts: Sequence[Fact], reading: Reading, persons: PersonsAt, known: Words) -> Story:
    """See the number facts of an article, in text order."""
    found: list[Told] = []
    for fact in facts:
        if not isinstance(fact, Quote):
            found.append(_telling(fact, reading, persons, known, found[-1] if found else None))
    statistics = sum(told.statistic for told in found)
    sums = "none" if not statistics else "all" if 5 * statistics >= 4 * len(found) else "some"
    if sums == "some" and 2 * statistics >= len(found):
        sums = "most"
    return Story(tuple(found), sums, "sentence" if lines_back(reading) else "paragraph")


def _telling(fact: Fact, reading: Reading, persons: PersonsAt, known: Words, before: Told | None) -> Told:
    start = reading.char_at(fact.start_char)
    unit, end = _unit(reading, start), start + len(fact.text)
    kind, line = _type(fact, known), unit.unit.line
    people = persons.among(unit.start, unit.end)
    timed = fact.time_start is not None and _in_sentence(fact.time_text, unit)
    return Told(
        fact=fact, unit=unit.index, line=line, type=kind, family=known.families.get(kind, "other"), noun=_noun(fact),
        headline=unit.index < _TOP and unit.text[-1:] not in _STOPS, item=_is_item(unit),
        statistic=_is_statistic(fact, unit, known, timed=timed), definite=_is_definite(unit, start, end),
        cue=_cue(unit, end, known),
        people=frozenset(people), opens=before is None or before.line != line,
        fresh=any(_is_fresh(persons.people[one], unit) for one in people if one in persons.people),
        subject=_subject(unit, people), time=(fact.time_start, fact.time_end) if timed else None,
        place=fact.place.lower() if fact.place is not None and _in_sentence(fact.place, unit) else None,
        words=_words(unit, known), names=frozenset(token.text for token in unit.tokens if token.tag[:3] == "NNP"),
    )  # fmt: skip


def _unit(reading: Reading, char: int) -> Sentence:
    """Find the sentence of a fact; the one ahead where none stands there, as in a line that is only white space."""
    place = max(0, bisect_right(reading.sentences, char, key=attrgetter("start")) - 1)
    return reading.sentences[place]


def _words(unit: Sentence, known: Words) -> frozenset[str]:
    """List what a sentence is about; words of speaking and those that any sentence may have tell nothing."""
    content = (token.lower for token in unit.tokens if token.tag in _CONTENT and len(token.lower) > _SHORT)
    return frozenset(_stem(word) for word in content if word not in known.empty)


def _stem(word: str) -> str:
    return word[:_STEM]


def _in_sentence(text: str | None, unit: Sentence) -> bool:
    return text is not None and text in unit.text


def _is_fresh(person: Person, unit: Sentence) -> bool:
    first = person.mentions[0].start_char if person.mentions else -1
    return unit.start <= first < unit.end and person.part not in _TELLERS


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


def _type(fact: Fact, known: Words) -> EventType:
    if isinstance(fact, Count):
        return fact.event_type or EventType.OTHER
    if isinstance(fact, Money):
        return known.of_money.get(fact.money_role, EventType.OTHER)
    if isinstance(fact, Quantity) and fact.substance is not None and fact.predicate is not None:
        return EventType.SEIZURE
    return EventType.OTHER


def _noun(fact: Fact) -> str:
    said = fact.noun if isinstance(fact, Count) else fact.measure if isinstance(fact, Percentage) else None
    if isinstance(fact, Quantity):
        said = fact.substance
    last = said.split()[-1].lower() if said else ""
    return last[:-1] if last.endswith("s") and not last.endswith("ss") else last


def _is_item(unit: Sentence) -> bool:
    """See a line that a mark of a list opens, or a short line of a list without stops."""
    first = unit.text[:1]
    if first in _LISTED or (len(unit.tokens) > 2 and unit.tokens[0].tag == "LS"):
        return True
    return unit.text[-1:] in ";" or (unit.text[-1:] not in _STOPS and unit.text[-1:] != ":" and unit.index >= _TOP)


def _is_statistic(fact: Fact, unit: Sentence, known: Words, *, timed: bool) -> bool:
    """See a figure of a period that its own sentence tells, or a comparison."""
    period = timed and fact.time_precision in _PERIODS
    if isinstance(fact, Percentage):
        return fact.direction in _CHANGES or fact.base is not None or period
    if isinstance(fact, Count | Money) and fact.changes_from is not None:
        return True
    return period or any(token.lower in known.comparisons for token in unit.tokens)


def _is_definite(unit: Sentence, start: int, end: int) -> bool:
    """See "the four men", "all four", "those 12 guns"."""
    inside = unit.tokens_in(start, end)
    if not inside:
        return False
    first = inside[0].position
    return inside[0].lower in _DEFINITE or (first > 0 and unit.tokens[first - 1].lower in _DEFINITE)


def _cue(unit: Sentence, end: int, known: Words) -> str:
    found = {known.cues[token.lower] for token in unit.tokens if token.start < end and token.lower in known.cues}
    return "other" if "other" in found else "same" if found else ""


def words(extra: tuple[Path, ...] = ()) -> Words:
    """Read the words and classes of events from their lexicons, to which the folder `extra` may add."""
    families = read("event_families", extra).mapping("family")
    roles = read("money_events", extra).mapping("type")
    return Words(
        read("event_cues", extra).mapping("class"),
        {EventType(kind): family for kind, family in families.items()},
        {MoneyRole(role): EventType(kind) for role, kind in roles.items()},
        read("status_cues", extra).words(kind="comparison"),
        read("attribution_verbs", extra).words()
        | read("light_verbs", extra).words()
        | read("person_nouns", extra).words(),
    )
