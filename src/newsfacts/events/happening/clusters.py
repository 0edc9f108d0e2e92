"""Put the facts of an article together by happening: each fact, in text order, joins an open happening or opens one.

A fact is weighed against those happenings only that were told last, the first one, and those that its ties point at,
and times and places against a few of each: the cost of a fact is bounded, that of an article grows with its facts.
"""

from dataclasses import dataclass, field
from itertools import islice

from newsfacts.events.happening.evidence import against, evidence
from newsfacts.events.happening.open_events import OpenEvent
from newsfacts.events.happening.told import Story, Told
from newsfacts.weigh import Candidate, Choice, Weights, choose

__all__ = ["Clusters", "Joined", "clusters"]

_OPEN = 6
"""Happenings told last that a fact may go on with."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Say which happening a fact belongs to."""

    told: Told
    """The fact."""
    event: int
    """Place of its happening among those of the article."""
    choice: Choice[int] | None
    """How that was decided; None for the first fact."""


@dataclass
class Clusters:
    """Hold the happenings of an article while its facts are read."""

    story: Story
    """All its facts."""
    events: list[OpenEvent] = field(default_factory=list)
    """In the order of their first facts."""
    _order: dict[int, None] = field(default_factory=dict)
    """Their places, the one told of last behind."""
    _homes: dict[str, int] = field(default_factory=dict)
    """The happening of each fact_id."""
    _count: int = 0

    def propose(self, told: Told) -> list[Candidate[int]]:
        """Give the open happenings with the evidence for and against each."""
        near = list(islice(reversed(self._order), _OPEN))
        tied = [self._homes[to] for name in ("repeats", "subset_of", "changes_from", "converts")
                if (to := getattr(told.fact, name, None)) in self._homes]  # fmt: skip
        places = list(dict.fromkeys([*near, *tied, *([0] if self.events else [])]))
        turns = {place: turn for turn, place in enumerate(near)}
        return [
            Candidate(
                place, tuple(evidence(told, self.events[place], self.story, turns.get(place, _OPEN), self._count))
            )
            for place in places
        ]

    def against(self, told: Told) -> tuple[str, ...]:
        """Give the evidence that a fact opens a happening."""
        return against(told, self.events, self.story)

    def put(self, told: Told, place: int | None) -> int:
        """Put a fact into a happening, a new one where `place` is None; give its place."""
        if place is None:
            place = len(self.events)
            self.events.append(OpenEvent())
        else:
            del self._order[place]
        self.events[place].add(told)
        self._order[place] = None
        self._homes[told.fact.fact_id] = place
        self._count += 1
        return place


def clusters(story: Story, weights: Weights) -> list[Joined]:
    """Decide for each fact, in text order, which happening it belongs to."""
    found, open_ = [], Clusters(story)
    for told in story.facts:
        choice = choose(open_.propose(told), weights, open_.against(told)) if open_.events else None
        place = open_.put(told, choice.value if choice is not None else None)
        found.append(Joined(told, place, choice))
    return found
