"""Matches of the readers to facts of the record, whatever their kind, with their context, links and ids.

A kind says which fields only its facts have; everything else is offered to every kind, and its model takes
what it has.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import Any

from pydantic import BaseModel

from newsfacts import record
from newsfacts.actions import event_type as event
from newsfacts.actions.figure_facts import FigureFact
from newsfacts.assemble.context import Context
from newsfacts.assemble.kinds import kind_of, trait
from newsfacts.events.persons import PersonsAt
from newsfacts.language.reading import Reading
from newsfacts.people import Reference
from newsfacts.record import EventType, GkgType, Kind, MoneyRole, Person
from newsfacts.relations.reader import TieReader, Ties
from newsfacts.rules.kind import FactKind
from newsfacts.rules.trace import Trace
from newsfacts.speech.reader import QuoteMatch
from newsfacts.weigh.confidence import Confidence
from newsfacts.weigh.threshold import referring

__all__ = ["Found", "Writer"]

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


@dataclass(frozen=True)
class Writer:
    """Turn the matches of one article into facts of its record."""

    reading: Reading
    found: Found
    persons: PersonsAt
    context: Context
    events: event.EventReader
    ties: TieReader
    confidence: Confidence

    @cached_property
    def ids(self) -> list[str]:
        """Give the fact_id of each figure."""
        return [
            self._fact_id(kind_of(fact.match).kind, fact.match.figure.start, fact.match.figure.end)
            for fact in self.found.figures
        ]

    def triggers(self) -> dict[str, tuple[int, int]]:
        """Give where the verb or noun stands that says what happened, by fact_id."""
        found = {}
        for fact_id, fact in zip(self.ids, self.found.figures, strict=True):
            if fact.predicate is not None:
                token = fact.sentence.tokens[fact.predicate.position]
                found[fact_id] = self.reading.given_span(token.start, token.end)
        return found

    def figures(self) -> list[Any]:
        """Give the number facts; one that the record's models refuse becomes a warning."""
        events = {
            place: self._event(fact, fact.match)
            for place, fact in enumerate(self.found.figures)
            if kind_of(fact.match).says("event_type")
        }
        types = {place: event_type for place, (event_type, _) in events.items()}
        read = partial(self.ties.read, self.reading, self.found.figures, types)
        ties = self.reading.bulkhead.ask("ties", (0, len(self.reading.text)), read) or Ties({}, {}, {})
        written = []
        for place, fact in enumerate(self.found.figures):
            write = partial(self._figure, fact, place, ties, events.get(place))
            written.append(self._checked(write, (fact.match.figure.start, fact.match.figure.end)))
        kept = {fact.fact_id for fact in written if fact}
        return [referring(fact, kept) for fact in written if fact]

    def quotes(self) -> list[Any]:
        """Give the quotes; one that the record's models refuse becomes a warning."""
        written = (self._checked(partial(self._quote, q), (q.start_char, q.end_char)) for q in self.found.quotes)
        return [quote for quote in written if quote]

    def people(self) -> list[Person]:
        """Give the people, their mentions and roles as they stand in the text as given."""
        return [self._placed(person) for person in self.found.people]

    def _checked(self, write: Callable[[], Any], span: tuple[int, int]) -> Any:
        """Give a fact of the record; None, with a warning, for one that the record's models refuse."""
        return self.reading.bulkhead.ask("facts", span, write)

    def _event(self, fact: FigureFact, match: Any) -> _Event:
        if match.direction is not None:
            return EventType.OTHER, None  # fewer murders are no deaths
        lemma = fact.predicate.lemma if fact.predicate else None
        read = partial(self.events.event_type, lemma, match.noun, match.noun_phrase, fact.sentence.text)
        span = (match.figure.start, match.figure.end)
        return self.reading.bulkhead.ask("events", span, read) or (EventType.OTHER, None)

    def _figure(self, fact: FigureFact, place: int, ties: Ties, happened: _Event | None) -> Any:
        figure = fact.match.figure
        predicate = fact.predicate
        agent = predicate.agent if predicate else None
        event_type, gkg_type = happened or (None, None)
        offered = {
            "value": figure.value, "comparator": figure.comparator, "min_value": figure.low, "max_value": figure.high,
            "predicate": predicate.lemma if predicate else None,
            "agent": agent.text if agent else None,
            "agent_person_id": self.persons.one(agent.start, agent.end) if agent else None,
            "event_type": event_type, "gkg_type": gkg_type,
            "money_role": (fact.role.value if fact.role is not None else None) or MoneyRole.OTHER,
            "repeats": self._id(ties.repeats.get(place)), "subset_of": self._id(ties.part_of.get(place)),
            "changes_from": self._id(ties.changes_from.get(place)), "converts": self._id(fact.restates),
        }  # fmt: skip
        if self.reading.trace is not None:
            self._tell(self.reading.trace, self.ids[place], fact)
        return self._fact(fact.match, self.ids[place], (figure.start, figure.end), offered)

    def _tell(self, trace: Trace, fact_id: str, fact: FigureFact) -> None:
        """Note how what happened was decided, and where it was read."""
        if fact.acted is not None:
            trace.decide(fact_id, "action", fact.acted.action, lambda predicate: predicate.lemma)
            trace.decide(fact_id, "agent", fact.acted.agent, lambda actor: actor.sentence.tokens[actor.position].text)
        trace.decide(fact_id, "money_role", fact.role, str)
        predicate = fact.predicate
        if predicate is None:
            return
        if not predicate.elsewhere:
            token = fact.sentence.tokens[predicate.position]
            trace.read_from[fact_id, "predicate"] = self.reading.given_span(token.start, token.end)
        if predicate.agent is not None:
            trace.read_from[fact_id, "agent"] = self.reading.given_span(predicate.agent.start, predicate.agent.end)

    def _quote(self, match: QuoteMatch) -> Any:
        span = match.start_char, match.end_char
        return self._fact(match, self._fact_id(kind_of(match).kind, *span), span, {})

    def _fact(self, match: Any, fact_id: str, span: tuple[int, int], offered: Mapping[str, Any]) -> Any:
        kind = kind_of(match)
        if self.reading.trace is not None:
            self.context.tell(self.reading.trace, fact_id, *span)
        told = {**self._span(*span), **self.context.fields(*span), **offered, **kind.fields(match)}
        told |= {"fact_id": fact_id, "rule": match.rule, "confidence": self._confidence(kind, match.rule, told)}
        wanted = _fields(kind.model).items()
        return kind.model(**{name: told[name] for name, required in wanted if required or name in told})

    def _confidence(self, kind: FactKind, rule: str, told: Mapping[str, Any]) -> float | None:
        return self.confidence.of(rule, trait({"kind": kind.kind.value, **told}))

    def _fact_id(self, kind: Kind, start: int, end: int) -> str:
        return record.fact_id(self.reading.article.article_id, kind, *self.reading.given_span(start, end))

    def _id(self, place: int | None) -> str | None:
        return None if place is None else self.ids[place]

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


@cache
def _fields(model: type[BaseModel]) -> dict[str, bool]:
    """Give the fields of a model, and whether each has to be there."""
    return {name: field.is_required() for name, field in model.model_fields.items()}
