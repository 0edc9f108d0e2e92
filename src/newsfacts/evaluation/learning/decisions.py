"""Which decisions are weighed, and who compares their candidates with gold."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from newsfacts.actions import action as action_reader
from newsfacts.actions import agent as agent_reader
from newsfacts.actions import money_role as money_role_reader
from newsfacts.assemble import trust
from newsfacts.evaluation.learning import action, agent, attribution, event, fact, money_role, part, person, place, time
from newsfacts.evaluation.learning.studies import Study
from newsfacts.events.attribution.evidence import DECISION as ATTRIBUTION
from newsfacts.events.happening.catalogue import DECISION as EVENT
from newsfacts.events.place.catalogue import DECISION as PLACE
from newsfacts.events.time.catalogue import DECISION as TIME
from newsfacts.people.names import person as name_reader
from newsfacts.people.parts import part as part_reader
from newsfacts.weigh import Decision, Situation

__all__ = ["DECISIONS", "Collector", "Weighed"]

Collector = Callable[[Study], Iterable[Situation]]
"""Proposes what the extractor would in an annotated article, and says what gold accepts."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Tie a decision to its collector."""

    decision: Decision
    """What is decided, on what evidence."""
    collect: Collector
    """Finds its situations in an annotated article."""


DECISIONS: tuple[Weighed, ...] = (
    Weighed(name_reader.DECISION, person.collect),
    Weighed(part_reader.DECISION, part.collect),
    Weighed(action_reader.DECISION, action.collect),
    Weighed(agent_reader.DECISION, agent.collect),
    Weighed(money_role_reader.DECISION, money_role.collect),
    Weighed(TIME, time.collect),
    Weighed(PLACE, place.collect),
    Weighed(ATTRIBUTION, attribution.collect),
    Weighed(EVENT, event.collect),
    Weighed(trust.DECISION, fact.collect),
)
"""Every weighed decision, in the order in which the extractor makes them."""
