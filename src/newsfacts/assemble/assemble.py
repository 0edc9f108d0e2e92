"""From what was found to the record: context, links between facts, identifiers, validation.

Phases: 1. the context readers look at the article once, the tie reader at its figures; 2. each match becomes a fact
of the record with its context; 3. facts that refer to others get their ids; 4. what cannot be true is refused
(`checker.py`); 5. Pydantic validates the whole.
"""

import datetime
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from newsfacts import __version__, record
from newsfacts.actions import event_type as event
from newsfacts.actions.figure_facts import FigureFact
from newsfacts.assemble import trust
from newsfacts.assemble.checker import Checker, checker
from newsfacts.assemble.trust import Trust
from newsfacts.events.attribution.choice import QuoteSpan
from newsfacts.events.happening import reader as happening
from newsfacts.events.happening.reader import EventReader, Events
from newsfacts.events.persons import PersonsAt
from newsfacts.events.place import reader as place
from newsfacts.events.place.reader import PlaceMap, PlaceReader
from newsfacts.events.status import reader as status
from newsfacts.events.status.reader import StatusMap, StatusReader
from newsfacts.events.time import reader as time
from newsfacts.events.time.reader import TimeLine, TimeReader
from newsfacts.figures.count.reader import CountMatch
from newsfacts.figures.money.reader import MoneyMatch
from newsfacts.figures.percentage.reader import PercentageMatch
from newsfacts.language.bulkhead import Bulkhead
from newsfacts.language.lemmas import Lemma
from newsfacts.language.reading import Reading
from newsfacts.people import Reference
from newsfacts.record import EventType, GkgType, Kind, Person, Record, UsedPack
from newsfacts.relations import reader as tie_readers
from newsfacts.relations.reader import TieReader, Ties
from newsfacts.speech.reader import QuoteMatch
from newsfacts.weigh import confidence
from newsfacts.weigh.confidence import Confidence, trait
from newsfacts.weigh.threshold import referring

__all__ = ["Assembler", "Found", "assembler"]

_Event = tuple[EventType, GkgType | None]


@dataclass(frozen=True, slots=True)
class Found:
    """Hold everything that was found in one article."""

    people: Sequence[Person]
    """Everybody named."""
    references: Sequence[Reference]
    """Every place that means one of them."""
    quotes: Sequence[QuoteMatch]
    """Direct speech."""
    figures: Sequence[FigureFact]
    """Number facts."""


@dataclass(frozen=True, slots=True)
class _Context:
    times: TimeLine | None
    places: PlaceMap | None
    statuses: StatusMap | None
    bulkhead: Bulkhead

    def fields(self, start: int, end: int) -> dict[str, Any]:
        ask, span = self.bulkhead.ask, (start, end)
        when = ask("times", span, partial(self.times.for_span, start, end)) if self.times else None
        where = ask("places", span, partial(self.places.for_span, start, end)) if self.places else None
        how = ask("statuses", span, partial(self.statuses.for_span, start, end)) if self.statuses else None
        return {
            "event_id": None,
            "status": how and how.status, "attribution": how and how.attribution,
            "attribution_person_id": how and how.person_id, "attribution_confidence": how and how.confidence,
            "time_text": when and when.text, "time_start": when and when.start, "time_end": when and when.end,
            "time_precision": when and when.precision,
            "time_source": when and when.source, "time_confidence": when and when.confidence,
            "place": where and where.text, "place_source": where and where.source,
            "place_confidence": where and where.confidence,
        }  # fmt: skip


@dataclass(frozen=True)
class Assembler:
    """Write records; make one with `assembler`."""

    times: TimeReader
    """When facts hold."""
    places: PlaceReader
    """Where they hold."""
    statuses: StatusReader
    """How the text commits itself."""
    events: event.EventReader
    """What happened to the things counted."""
    ties: TieReader
    """What ties figures to each other."""
    confidence: Confidence
    """How often the rules are right."""
    checker: Checker
    """What cannot be true."""
    trust: Trust | None
    """Weighs each fact; None where the table of rules is to be taken for facts as well."""
    happenings: EventReader
    """Which facts tell of one happening."""
    packs: tuple[UsedPack, ...] = ()
    """What was taught; every record names it."""

    def record(self, reading: Reading, found: Found, model: str, language: str) -> Record:
        """Write the record of an article."""
        article, layout = reading.article, reading.layout
        spans = [QuoteSpan(q.start_char, q.end_char, q.speaker, q.speaker_person_id) for q in found.quotes]
        persons = PersonsAt(found.references, {person.person_id: person for person in found.people})
        ask, whole = reading.bulkhead.ask, (0, len(reading.text))
        context = _Context(
            ask("times", whole, partial(self.times.read, reading)),
            ask("places", whole, partial(self.places.read, reading, found.people)),
            ask("statuses", whole, partial(self.statuses.read, reading, spans, persons)),
            reading.bulkhead,
        )
        writer = _Writer(reading, found, persons, context, self.events, self.ties, self.confidence)
        title = article.title or (reading.text[slice(*layout.title)] if layout.title else None)
        bylines = list(dict.fromkeys([*article.authors, *(reading.text[a:b] for a, b in layout.bylines)]))
        facts: list[Any] = sorted(
            [*writer.figures(), *writer.quotes()], key=lambda f: (f.start_char, f.end_char, f.kind)
        )
        if self.trust is not None:
            facts = [_trusted(fact, reading, self.trust) for fact in facts]
        people = writer.people()
        published, published_text = _published(reading)
        checked = self.checker.check(article.text, published, people, facts)
        kept = {person.person_id for person in checked.people}
        known = PersonsAt(found.references, {one.person_id: one for one in found.people if one.person_id in kept})
        gather = partial(self.happenings.read, checked.facts, reading, known, writer.triggers())
        gathered = ask("happenings", whole, gather) or Events([], {})
        return Record(
            schema_version=record.SCHEMA_VERSION, extractor=f"newsfacts {__version__}", model=model,
            packs=list(self.packs),
            article_id=article.article_id, source=article.source,
            text_sha256=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
            text_length=len(article.text), language=language, title=title, byline=bylines,
            dateline_place=layout.dateline_place, published=published,
            published_text=published_text,
            sections=list(reading.sections), people=checked.people, events=gathered.events,
            facts=[fact.model_copy(update={"event_id": gathered.of_fact.get(fact.fact_id)}) for fact in checked.facts],
            warnings=[
                *article.warnings, *_warnings(reading, found.figures), *_placed(reading), *checked.warnings,
            ],
        )  # fmt: skip


@dataclass(frozen=True)
class _Writer:
    """Turn the matches of one article into facts of its record."""

    reading: Reading
    found: Found
    persons: PersonsAt
    context: _Context
    events: event.EventReader
    ties: TieReader
    confidence: Confidence

    @cached_property
    def ids(self) -> list[str]:
        """Give the fact_id of each figure."""
        return [self._fact_id(_kind(f), f.match.figure.start, f.match.figure.end) for f in self.found.figures]

    def triggers(self) -> dict[str, tuple[int, int]]:
        """Give where the verb or noun stands that says what happened, by fact_id."""
        found = {}
        for fact_id, fact in zip(self.ids, self.found.figures, strict=True):
            if fact.predicate is not None:
                token = fact.sentence.tokens[fact.predicate.position]
                found[fact_id] = self.reading.given_span(token.start, token.end)
        return found

    def figures(self) -> list[Any]:
        ids = self.ids
        events = {place: self._event(fact, fact.match) for place, fact in enumerate(self.found.figures)
                  if isinstance(fact.match, CountMatch)}  # fmt: skip
        kinds = {place: kind for place, (kind, _) in events.items()}
        read = partial(self.ties.read, self.reading, self.found.figures, kinds)
        ties = self.reading.bulkhead.ask("ties", (0, len(self.reading.text)), read) or Ties({}, {}, {})
        written = []
        for number, fact in enumerate(self.found.figures):
            write = partial(self._figure, fact, ids, number, ties, events)
            written.append(self._checked(write, (fact.match.figure.start, fact.match.figure.end)))
        kept = {fact.fact_id for fact in written if fact}
        return [referring(fact, kept) for fact in written if fact]

    def _checked(self, write: Callable[[], Any], span: tuple[int, int]) -> Any:
        """Give a fact of the record; None, with a warning, for one that the record's models refuse."""
        return self.reading.bulkhead.ask("facts", span, write)

    def _event(self, fact: FigureFact, match: CountMatch) -> _Event:
        if match.direction is not None:
            return EventType.OTHER, None  # fewer murders are no deaths
        lemma = fact.predicate.lemma if fact.predicate else None
        read = partial(self.events.event_type, lemma, match.noun, match.noun_phrase, fact.sentence.text)
        span = (match.figure.start, match.figure.end)
        return self.reading.bulkhead.ask("events", span, read) or (EventType.OTHER, None)

    def _figure(
        self, fact: FigureFact, ids: Sequence[str], place: int, ties: Ties, events: Mapping[int, _Event]
    ) -> Any:
        match, figure = fact.match, fact.match.figure
        before = _id(ids, ties.changes_from.get(place))
        common = {
            **self._span(figure.start, figure.end), "fact_id": ids[place], "rule": match.rule,
            "value": figure.value, "comparator": figure.comparator, "min_value": figure.low, "max_value": figure.high,
            "repeats": _id(ids, ties.repeats.get(place)),
            **self.context.fields(figure.start, figure.end),
        }  # fmt: skip
        predicate = fact.predicate
        agent = predicate.agent if predicate else None
        act: dict[str, Any] = {
            "predicate": predicate.lemma if predicate else None,
            "agent": agent.text if agent else None,
        }
        person: dict[str, Any] = {"agent_person_id": self.persons.one(agent.start, agent.end) if agent else None}
        common["confidence"] = self._trust(match.rule, _kind(fact), predicate=act["predicate"])
        if isinstance(match, CountMatch):
            kind, gkg = events[place]
            return record.Count(
                **common, **act, **person, noun=match.noun, noun_phrase=match.noun_phrase, event_type=kind,
                gkg_type=gkg, subset_of=_id(ids, ties.part_of.get(place)), changes_from=before,
                direction=match.direction, offence=match.offence,
            )  # fmt: skip
        if isinstance(match, MoneyMatch):
            return record.Money(
                **common, **act, **person, currency=match.currency, money_role=_role(fact),
                converts=_id(ids, fact.restates), changes_from=before,
            )  # fmt: skip
        if isinstance(match, PercentageMatch):
            return record.Percentage(
                **common, direction=match.direction, unit=match.unit, measure=match.measure, base=match.base,
                base_text=match.base_text, changes_from=before,
            )  # fmt: skip
        return record.Quantity(**common, **act, unit=match.unit, substance=match.substance)

    def quotes(self) -> list[record.Quote]:
        written = (self._checked(partial(self._quote, q), (q.start_char, q.end_char)) for q in self.found.quotes)
        return [quote for quote in written if quote]

    def _quote(self, match: QuoteMatch) -> record.Quote:
        span = match.start_char, match.end_char
        return record.Quote(
            **self._span(*span), **self.context.fields(*span),
            fact_id=self._fact_id(Kind.QUOTE, *span),
            rule=match.rule, confidence=self._trust(match.rule, Kind.QUOTE, speaker_person_id=match.speaker_person_id),
            speaker=match.speaker, speaker_person_id=match.speaker_person_id, cue=match.cue,
            quote_type=record.QuoteType.DIRECT,
        )  # fmt: skip

    def people(self) -> list[Person]:
        return [self._placed(person) for person in self.found.people]

    def _placed(self, person: Person) -> Person:
        """Lead a person's mentions and roles back to the text as given, and say how sure its roles are."""
        mentions = [mention.model_copy(update=self._given(mention)) for mention in person.mentions]
        return person.model_copy(update={"roles": [self._role(role) for role in person.roles], "mentions": mentions})

    def _role(self, role: record.Role) -> record.Role:
        return role.model_copy(update={"confidence": self.confidence.of(role.rule), **self._given(role)})

    def _given(self, found: record.Mention | record.Role) -> dict[str, Any]:
        """Give the span of a mention or role in the text as given."""
        start, end = self.reading.given_span(found.start_char, found.end_char)
        return {"text": self.reading.article.text[start:end], "start_char": start, "end_char": end}

    def _fact_id(self, kind: Kind, start: int, end: int) -> str:
        return record.fact_id(self.reading.article.article_id, kind, *self.reading.given_span(start, end))

    def _trust(self, rule: str, kind: Kind, **fields: str | None) -> float | None:
        return self.confidence.of(rule, trait({"kind": kind.value, **fields}))

    def _span(self, start: int, end: int) -> dict[str, Any]:
        """Give a span of the reading text as it stands in the text as given."""
        sentence = self.reading.sentence_at(start)
        around = (sentence.unit.sentence_start, max(sentence.unit.sentence_end, end)) if sentence else (start, end)
        first, last = self.reading.given_span(start, end)
        sentence_start, sentence_end = self.reading.given_span(*around)
        return {
            "text": self.reading.article.text[first:last], "start_char": first, "end_char": last,
            "section_id": self.reading.section_at(first).section_id,
            "sentence_start": sentence_start, "sentence_end": sentence_end,
        }  # fmt: skip


def assembler(
    lemma: Lemma,
    extra: tuple[Path, ...] = (),
    weights: tuple[Path, ...] = (),
    calibration: Path | None = None,
    packs: tuple[UsedPack, ...] = (),
) -> Assembler:
    """Make the readers of context from their lexicons; `calibration` is a user's own table of rules."""
    return Assembler(
        time.reader(extra, weights),
        place.reader(extra, weights),
        status.reader(extra, weights),
        event.reader(extra),
        tie_readers.reader(lemma, extra),
        confidence.reader(calibration),
        checker(extra),
        trust.reader(weights) if calibration is None else None,
        happening.reader(extra, weights),
        packs,
    )


def _published(reading: Reading) -> tuple[datetime.date | None, str | None]:
    """Give the day of publication, given or of the dateline, and what was given where it tells no day.

    A dateline outside the month or year that was given is of another day: of an event, or of an earlier print.
    """
    article, day, period = reading.article, reading.layout.dateline_date, reading.article.published_period
    if article.published or not day or (period and not period.holds(day)):
        return article.published, article.published_text
    return day, article.published_text


def _trusted(fact: record.Fact, reading: Reading, trust: Trust) -> record.Fact:
    return fact.model_copy(update={"confidence": trust.of(fact, reading.sentence_at(reading.char_at(fact.start_char)))})


def _kind(fact: FigureFact) -> Kind:
    match = fact.match
    if isinstance(match, CountMatch):
        return Kind.COUNT
    if isinstance(match, MoneyMatch):
        return Kind.MONEY
    return Kind.PERCENTAGE if isinstance(match, PercentageMatch) else Kind.QUANTITY


def _role(fact: FigureFact) -> record.MoneyRole:
    role = fact.role.value if fact.role is not None else None
    return role or record.MoneyRole.OTHER


def _id(ids: Sequence[str], place: int | None) -> str | None:
    return None if place is None else ids[place]


def _placed(reading: Reading) -> list[record.Warning]:
    """Lead what readers failed at back to the text as given."""
    placed = []
    for warning in reading.bulkhead.warnings:
        start, end = reading.given_span(warning.start_char or 0, min(warning.end_char or 0, len(reading.text)))
        placed.append(warning.model_copy(update={"start_char": start, "end_char": end}))
    return placed


def _warnings(reading: Reading, figures: Sequence[FigureFact]) -> list[record.Warning]:
    found = []
    for number in (fact.match.figure for fact in figures if fact.match.figure.number.odd):
        start, end = reading.given_span(number.start, number.end)
        message = f"{number.number.plain!r} is grouped like no number; read as {number.number.value}"
        code = record.WarningCode.ODD_NUMBER
        found.append(record.Warning(code=code, message=message, start_char=start, end_char=end))
    return found
