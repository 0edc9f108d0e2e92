"""Leave out of a record what is less certain than asked for.

A fact that refers to one that is left out refers to nothing (null) from then on; nothing else of the record changes.
"""

from dataclasses import dataclass
from typing import Protocol

from newsfacts.article import Article
from newsfacts.record import Fact, Person, Record, Role

__all__ = ["Above", "above"]

_REFERENCES = ("subset_of", "changes_from", "converts", "repeats")


class _Extracts(Protocol):
    def extract(self, article: Article) -> Record:
        """Extract what one article says."""


@dataclass(frozen=True, slots=True)
class Above:
    """Extract as another extractor does, and leave out what is less certain than `least`."""

    extractor: _Extracts
    """Finds the facts."""
    least: float
    """Confidence that a fact or role must have, 0 to 1."""

    def extract(self, article: Article) -> Record:
        """Extract what one article says with enough certainty."""
        return above(self.extractor.extract(article), self.least)


def above(record: Record, least: float) -> Record:
    """Leave out facts and roles whose confidence is below `least`; what has none was not measured and stays."""
    facts = [fact for fact in record.facts if _enough(fact, least)]
    kept = {fact.fact_id for fact in facts}
    people = [_person(person, least) for person in record.people]
    return record.model_copy(update={"facts": [_referring(fact, kept) for fact in facts], "people": people})


def _enough(found: Fact | Role, least: float) -> bool:
    return found.confidence is None or found.confidence >= least


def _person(person: Person, least: float) -> Person:
    roles = [role for role in person.roles if _enough(role, least)]
    return person.model_copy(update={"roles": roles})


def _referring(fact: Fact, kept: set[str]) -> Fact:
    lost = {name: None for name in _REFERENCES if (to := getattr(fact, name, None)) is not None and to not in kept}
    return fact.model_copy(update=lost) if lost else fact
