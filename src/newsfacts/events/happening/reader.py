"""The happenings of an article: which facts tell of one, and what it is as a whole.

Phases: 1. sentences that tell figures are put together (`clusters.py`); 2. a quote speaks of the happening of the
figures in it, else of its paragraph, else of what was told last; 3. each happening is summed up (`summary.py`).
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsfacts.events.happening.catalogue import DECISION
from newsfacts.events.happening.clusters import clusters
from newsfacts.events.happening.summary import event_of, taking_part
from newsfacts.events.happening.telling import Story, Telling, story
from newsfacts.events.happening.told import Words, words
from newsfacts.events.persons import PersonsAt
from newsfacts.language.reading import Reading
from newsfacts.record import Event, Fact, Quote
from newsfacts.weigh import Weights, read_weights
from newsfacts.weigh.probability import THOUSAND

__all__ = ["DECISION", "EventReader", "Events", "reader"]

Triggers = Mapping[str, tuple[int, int]]
"""Where the word stands in the text as given that says what happened, by fact_id."""


@dataclass(frozen=True, slots=True)
class Events:
    """Hold the happenings of one article."""

    events: list[Event]
    """In the order of their first facts."""
    of_fact: Mapping[str, str]
    """The event_id of each fact_id."""


class EventReader:
    """Find happenings; make one with `reader`."""

    def __init__(self, known: Words, weights: Weights) -> None:
        """Take the words of events and the weights of the decision."""
        self._words = known
        self._weights = weights

    def story(self, facts: Sequence[Fact], reading: Reading, persons: PersonsAt) -> Story:
        """See the number facts of an article as the decision does."""
        return story(facts, reading, persons, self._words)

    def read(self, facts: Sequence[Fact], reading: Reading, persons: PersonsAt, triggers: Triggers) -> Events:
        """Find the happenings that facts, in text order, tell of."""
        told = self.story(facts, reading, persons)
        found = clusters(told, self._weights)
        groups: dict[int, list[Telling]] = {}
        for telling, place in zip(told.tellings, found.event_of, strict=True):
            groups.setdefault(place, []).append(telling)
        homes = {fact_id: place for place, group in groups.items() for telling in group for fact_id in telling.ids}
        speech = [fact for fact in facts if isinstance(fact, Quote)]
        homes |= _of_quotes(speech, told.tellings, homes, reading)
        spoken = _spoken(speech, homes)
        places, events = sorted({*groups, *spoken}), []
        for place in places:
            group, quotes = groups.get(place, []), spoken.get(place, [])
            figures = [one for telling in group for one in telling.facts]
            trigger = _trigger(figures[0].fact if figures else quotes[0], triggers, reading)
            event = event_of(f"e{place}", figures, quotes, trigger)
            people = taking_part(group, persons, only=len(places) == 1)
            sure = found.sure[place] if group else None
            confidence = sure / THOUSAND if sure is not None else None
            events.append(event.model_copy(update={"people": people, "confidence": confidence}))
        return Events(events, {fact_id: f"e{place}" for fact_id, place in homes.items()})


def _spoken(quotes: Sequence[Quote], homes: Mapping[str, int]) -> dict[int, list[Quote]]:
    groups: dict[int, list[Quote]] = {}
    for quote in quotes:
        groups.setdefault(homes[quote.fact_id], []).append(quote)
    return groups


def _of_quotes(
    quotes: Sequence[Quote], tellings: Sequence[Telling], homes: Mapping[str, int], reading: Reading
) -> dict[str, int]:
    """Give each quote the happening of the figures in it, else of its line, else of what was told last before it."""
    told = [(one.fact, telling.line) for telling in tellings for one in telling.facts]
    if not told:
        return {quote.fact_id: 0 for quote in quotes}
    starts = [fact.start_char for fact, _ in told]
    found = {}
    for quote in quotes:
        place = bisect_left(starts, quote.start_char)
        unit = reading.sentence_at(reading.char_at(quote.start_char))
        near = told[max(0, place - 1) : place + 1]
        inside = [fact for fact, _ in near if quote.start_char <= fact.start_char < quote.end_char]
        beside = [fact for fact, line in near if unit is not None and line == unit.unit.line]
        found[quote.fact_id] = homes[(inside or beside or [fact for fact, _ in near])[0].fact_id]
    return found


def _trigger(fact: Fact, triggers: Triggers, reading: Reading) -> tuple[str, int, int]:
    """Give the word that says what happened; where none does, the fact itself."""
    start, end = triggers.get(fact.fact_id, (fact.start_char, fact.end_char))
    return reading.article.text[start:end], start, end


def reader(extra: tuple[Path, ...] = (), weights: tuple[Path, ...] = ()) -> EventReader:
    """Make a reader from its lexicons and the table of weights `event`.

    Raises:  LexiconError, WeightsError where one of them is malformed.
    """
    return EventReader(words(extra), read_weights(DECISION, weights))
