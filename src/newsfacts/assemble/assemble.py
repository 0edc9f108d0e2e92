"""From what was found to the record: context, links between facts, identifiers, validation.

Phases: 1. the context readers look at the article once, the tie reader at its figures; 2. each match becomes a fact
of the record with its context; 3. facts that refer to others get their ids; 4. what cannot be true is refused
(`checker.py`); 5. Pydantic validates the whole.
"""

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from newsfacts import __version__, record
from newsfacts.actions import event_type as event
from newsfacts.actions.figure_facts import FigureFact
from newsfacts.assemble import trust
from newsfacts.assemble.checker import Checker, checker
from newsfacts.assemble.context import Context
from newsfacts.assemble.keys import reader as keys
from newsfacts.assemble.keys.reader import KeyReader
from newsfacts.assemble.trust import Trust
from newsfacts.assemble.writer import Found, Writer
from newsfacts.events.attribution.choice import QuoteSpan
from newsfacts.events.happening import reader as happening
from newsfacts.events.happening.reader import EventReader, Events
from newsfacts.events.persons import PersonsAt
from newsfacts.events.place import reader as place
from newsfacts.events.place.reader import PlaceReader
from newsfacts.events.status import reader as status
from newsfacts.events.status.reader import StatusReader
from newsfacts.events.time import reader as time
from newsfacts.events.time.reader import TimeReader
from newsfacts.language.lemmas import Lemma
from newsfacts.language.reading import Reading
from newsfacts.record import Record, UsedPack
from newsfacts.relations import reader as tie_readers
from newsfacts.relations.reader import TieReader
from newsfacts.weigh import confidence
from newsfacts.weigh.confidence import Confidence

__all__ = ["Assembler", "assembler"]


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
    keys: KeyReader
    """What to join by."""
    packs: tuple[UsedPack, ...] = ()
    """What was taught; every record names it."""

    def record(self, reading: Reading, found: Found, model: str, language: str) -> Record:
        """Write the record of an article."""
        article, layout = reading.article, reading.layout
        spans = [QuoteSpan(q.start_char, q.end_char, q.speaker, q.speaker_person_id) for q in found.quotes]
        persons = PersonsAt(found.references, {person.person_id: person for person in found.people})
        ask, whole = reading.bulkhead.ask, (0, len(reading.text))
        context = Context(
            ask("times", whole, partial(self.times.read, reading)),
            ask("places", whole, partial(self.places.read, reading, found.people)),
            ask("statuses", whole, partial(self.statuses.read, reading, spans, persons)),
            reading.bulkhead,
        )
        writer = Writer(reading, found, persons, context, self.events, self.ties, self.confidence)
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
        facts = [fact.model_copy(update={"event_id": gathered.of_fact.get(fact.fact_id)}) for fact in checked.facts]
        told = keys.Found(checked.people, gathered.events, facts)
        told = ask("keys", whole, partial(self.keys.fill, told, article)) or told
        return Record(
            schema_version=record.SCHEMA_VERSION, extractor=f"newsfacts {__version__}", model=model,
            packs=list(self.packs),
            article_id=article.article_id, source=article.source,
            text_sha256=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
            text_length=len(article.text), language=language, title=title, byline=bylines,
            dateline_place=layout.dateline_place, published=published,
            published_text=published_text,
            sections=list(reading.sections), people=told.people, events=told.events, facts=told.facts,
            warnings=[
                *article.warnings, *_warnings(reading, found.figures), *_placed(reading), *checked.warnings,
            ],
        )  # fmt: skip


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
        keys.key_reader(extra),
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
