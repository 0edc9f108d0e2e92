"""The happenings that a text has told of so far, each with what a further fact of it would share."""

from collections import Counter
from dataclasses import dataclass, field

from newsfacts.events.happening.told import Told
from newsfacts.record import Count, Money, Quantity

__all__ = ["OpenEvent", "agent_of", "figure_of"]

_KEPT = 8
"""Times and places of a happening that are remembered: a fact is compared with each."""


@dataclass
class OpenEvent:
    """Gather the facts of one happening; grows while a text is read."""

    facts: list[Told] = field(default_factory=list)
    """In text order."""
    people: set[str] = field(default_factory=set)
    """Who is named in their sentences."""
    agents: set[str] = field(default_factory=set)
    """Who does what they tell."""
    types: Counter[str] = field(default_factory=Counter)
    """Kinds of event."""
    nouns: set[str] = field(default_factory=set)
    """What they count."""
    figures: set[tuple[str, str]] = field(default_factory=set)
    """Numbers with their nouns."""
    ids: set[str] = field(default_factory=set)
    """Their fact_ids."""
    times: set[tuple[object, object]] = field(default_factory=set)
    """First and last days that their sentences tell."""
    places: set[str] = field(default_factory=set)
    """Places that their sentences tell, in lower case."""
    words: set[str] = field(default_factory=set)
    """What their sentences are about."""
    names: set[str] = field(default_factory=set)
    """Proper nouns of their sentences."""
    tellers: set[str] = field(default_factory=set)
    """Who tells them."""
    statistics: int = 0
    """How many are statistics."""

    def add(self, told: Told) -> None:
        """Take a fact in."""
        fact = told.fact
        self.facts.append(told)
        self.people |= told.people
        self.words |= told.words
        self.names |= told.names
        self.types[told.type.value] += 1
        self.ids.add(fact.fact_id)
        self.statistics += told.statistic
        if told.noun:
            self.nouns.add(told.noun)
        self.figures.add(figure_of(told))
        if told.time is not None and len(self.times) < _KEPT:
            self.times.add(told.time)
        if told.place is not None and len(self.places) < _KEPT:
            self.places.add(told.place)
        if fact.attribution is not None:
            self.tellers.add(fact.attribution)
        agent = agent_of(told)
        if agent is not None:
            self.agents.add(agent)

    @property
    def first(self) -> Told:
        """Give its first fact."""
        return self.facts[0]

    @property
    def last(self) -> Told:
        """Give its latest fact."""
        return self.facts[-1]


def figure_of(told: Told) -> tuple[str, str]:
    """Give the number and what it counts."""
    return str(getattr(told.fact, "value", None)), told.noun or told.fact.kind


def agent_of(told: Told) -> str | None:
    """Give who does what a fact tells: the person, else the words."""
    fact = told.fact
    if isinstance(fact, Count | Money):
        return fact.agent_person_id or (fact.agent.lower() if fact.agent else None)
    return fact.agent.lower() if isinstance(fact, Quantity) and fact.agent else None
