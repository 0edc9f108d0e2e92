"""Put the sentences of an article together by happening: those that belong together most surely first.

Two sentences are weighed as to whether they tell of one happening. Happenings, at first one a sentence, are joined
two at a time, those first that the strongest third of the ties between them holds together best, as long as these are
likelier than the threshold (agglomerative clustering; a mean of the strongest ties lies between single link, which
chains what is apart, and average link, which cuts what is long). Later sentences so speak for earlier ones, too.

A sentence is weighed only against those just before it, the first ones, and those that its figures point back at: the
cost of a sentence is bounded, that of an article grows with its sentences. Items of a digest are reports of their own
(in 1,320 of 1,326 pairs of annotated figures): their sentences are not weighed against those of others.
"""

from bisect import insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from newsfacts.events.happening.evidence import evidence
from newsfacts.events.happening.telling import Story, Telling
from newsfacts.record import SectionKind
from newsfacts.weigh import Weights
from newsfacts.weigh.probability import THOUSAND, shares

__all__ = ["Clusters", "Joining", "clusters", "compared"]

_NEAR, _FIRST, _BACK = 8, 3, 3
"""Sentences before one, at the top, and that tell one of its figures, against which it is weighed."""
_PART = 3
"""The strongest of so many ties hold two happenings together."""
_MOST = 24
"""Ties between two happenings of which the mean is made, at most."""

Ties = dict[tuple[int, int], int]
"""How likely two sentences, in text order, tell of one happening, in thousandths."""


@dataclass(frozen=True, slots=True)
class Clusters:
    """Say which sentences tell of one happening."""

    event_of: tuple[int, ...]
    """The happening of each sentence, numbered by their first ones."""
    sure: tuple[int | None, ...]
    """How sure each happening is, in thousandths; None where nothing was weighed."""


def compared(story: Story) -> Iterator[tuple[int, int]]:
    """Yield the places of every two sentences that are weighed, the earlier one first."""
    figures: dict[tuple[str, str], list[int]] = {}
    homes: dict[str, int] = {}
    reports = [_report(telling) for telling in story.tellings]
    for place, telling in enumerate(story.tellings):
        others = {*range(max(0, place - _NEAR), place), *range(min(place, _FIRST))}
        for figure in telling.figures:
            others.update(figures.get(figure, [])[-_BACK:])
            figures.setdefault(figure, []).append(place)
        others.update(homes[tie] for tie in telling.ties if tie in homes)
        homes |= dict.fromkeys(telling.ids, place)
        yield from ((other, place) for other in sorted(others - {place}) if reports[other] == reports[place])


def _report(telling: Telling) -> str:
    """Give the section of an item of a digest: a report of its own, that shares no happening with the others."""
    return telling.section.section_id if telling.section.kind is SectionKind.ITEM else ""


def clusters(story: Story, weights: Weights) -> Clusters:
    """Decide which sentences tell of one happening."""
    tellings = story.tellings
    ties = {(a, b): _chance(tellings[a], tellings[b], story, weights) for a, b in compared(story)}
    joined = Joining(len(tellings), ties)
    joined.join(weights.threshold)
    return joined.clusters(ties)


def _chance(first: Telling, second: Telling, story: Story, weights: Weights) -> int:
    """Weigh two sentences: how likely they tell of one happening, in thousandths."""
    return shares([weights.sum(evidence(first, second, story)), weights.none])[0]


@dataclass
class Joining:
    """Hold happenings while they are joined; each goes by the place of its first sentence."""

    size: int
    """Sentences."""
    ties: Ties
    """Between sentences."""
    members: dict[int, list[int]] = field(default_factory=dict)
    """Sentences of each happening."""
    between: dict[int, dict[int, list[int]]] = field(default_factory=dict)
    """Ties between two happenings, the weakest first, and of the strongest not more than matter."""
    counts: dict[tuple[int, int], int] = field(default_factory=dict)
    """How many ties there are between two happenings."""

    def __post_init__(self) -> None:
        """Let each sentence be a happening."""
        self.members = {place: [place] for place in range(self.size)}
        self.between = {place: {} for place in range(self.size)}
        for (one, other), chance in self.ties.items():
            self.between[one][other] = self.between[other][one] = [chance]
            self.counts[one, other] = 1

    def join(self, threshold: int) -> None:
        """Join happenings, the likeliest first, as long as they are likelier than the threshold."""
        waiting = [(-chance, one, other) for (one, other), chance in self.ties.items() if chance >= threshold]
        heapify(waiting)
        while waiting:
            less, one, other = heappop(waiting)
            if other not in self.between.get(one, {}) or self.held(one, other) != -less:
                continue
            for third in self._merge(one, other):
                pair = min(one, third), max(one, third)
                held = self.held(*pair)
                if held >= threshold:
                    heappush(waiting, (-held, *pair))

    def held(self, one: int, other: int) -> int:
        """Give how strongly two happenings hold together: the mean of the strongest of their ties, in thousandths."""
        number = min(_MOST, -(-self.counts[min(one, other), max(one, other)] // _PART))
        strongest = self.between[one][other][-number:]
        return sum(strongest) // len(strongest)

    def _merge(self, one: int, other: int) -> list[int]:
        """Let a happening take in a later one; give those that the later one was tied to."""
        self.members[one] += self.members.pop(other)
        mine, theirs = self.between[one], self.between.pop(other)
        del mine[other], theirs[one]
        for third, chances in theirs.items():
            kept = mine.setdefault(third, [])
            for chance in chances:
                insort(kept, chance)
            del kept[:-_MOST]
            self.between[third][one] = kept
            del self.between[third][other]
            pair, old = (min(one, third), max(one, third)), (min(other, third), max(other, third))
            self.counts[pair] = self.counts.get(pair, 0) + self.counts.pop(old)
        return list(theirs)

    def clusters(self, ties: Ties) -> Clusters:
        """Number the happenings by their first sentences, and say how sure each is."""
        event_of = [0] * self.size
        inside: list[list[int]] = []
        for number, first in enumerate(sorted(self.members)):
            inside.append([])
            for place in self.members[first]:
                event_of[place] = number
        for (one, other), chance in ties.items():
            if event_of[one] == event_of[other]:
                inside[event_of[one]].append(chance)
        sure = [sum(found) // len(found) if found else None for found in inside]
        for number, first in enumerate(sorted(self.members)):
            if sure[number] is None and self.between[first]:
                sure[number] = THOUSAND - max(self.held(first, other) for other in self.between[first])
        return Clusters(tuple(event_of), tuple(sure))
