"""The happenings of an article: which facts tell of one, and what it is as a whole.

Phases: 1. number facts are put together in text order (`clusters.py`); 2. a quote speaks of the happening of the
figures in it, else of its paragraph, else of what was told last; 3. each happening is summed up (`summary.py`).
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsfacts.events.happening.catalogue import DECISION
from newsfacts.events.happening.clusters import Joined, clusters
from newsfacts.events.happening.summary import event_of, mean, taking_part
from newsfacts.events.happening.told import Story, Words, story, words
from newsfacts.events.persons import PersonsAt
from newsfacts.language.reading import Reading
from newsfacts.record import Event, Fact, Quote
from newsfacts.weigh import Weights, read_weights

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
        joined = clusters(self.story(facts, reading, persons), self._weights)
        homes = {one.told.fact.fact_id: one.event for one in joined}
        speech = [fact for fact in facts if isinstance(fact, Quote)]
        homes |= _of_quotes(speech, joined, reading)
        figures, spoken = _grouped(joined), _spoken(speech, homes)
        places, events = sorted({*figures, *spoken}), []
        for place in places:
            own, quotes = figures.get(place, []), spoken.get(place, [])
            told = [one.told for one in own]
            trigger = _trigger(told[0].fact if told else quotes[0], triggers, reading)
            event = event_of(f"e{place}", told, quotes, trigger)
            people = taking_part(told, persons, only=len(places) == 1)
            sure = [one.choice.confidence for one in own if one.choice is not None]
            events.append(event.model_copy(update={"people": people, "confidence": mean(sure)}))
        return Events(events, {fact_id: f"e{place}" for fact_id, place in homes.items()})


def _grouped(joined: Sequence[Joined]) -> dict[int, list[Joined]]:
    groups: dict[int, list[Joined]] = {}
    for one in joined:
        groups.setdefault(one.event, []).append(one)
    return groups


def _spoken(quotes: Sequence[Quote], homes: Mapping[str, int]) -> dict[int, list[Quote]]:
    groups: dict[int, list[Quote]] = {}
    for quote in quotes:
        groups.setdefault(homes[quote.fact_id], []).append(quote)
    return groups


def _of_quotes(quotes: Sequence[Quote], joined: Sequence[Joined], reading: Reading) -> dict[str, int]:
    """Give each quote the happening of the figures in it, else of its line, else of what was told last before it."""
    if not joined:
        return {quote.fact_id: 0 for quote in quotes}
    starts = [one.told.fact.start_char for one in joined]
    found = {}
    for quote in quotes:
        place = bisect_left(starts, quote.start_char)
        unit = reading.sentence_at(reading.char_at(quote.start_char))
        near = joined[max(0, place - 1) : place + 1]
        inside = [one for one in near if quote.start_char <= one.told.fact.start_char < quote.end_char]
        beside = [one for one in near if unit is not None and one.told.line == unit.unit.line]
        found[quote.fact_id] = (inside or beside or near)[0].event
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
