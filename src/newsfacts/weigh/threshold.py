"""Leave out of a record what is less certain than asked for.

A fact that refers to one that is left out refers to nothing (null) from then on; nothing else of the record changes.
"""

from newsfacts.record import Fact, Person, Record, Role

__all__ = ["above", "referring"]

_REFERENCES = ("subset_of", "changes_from", "converts", "repeats")


def above(record: Record, least: float) -> Record:
    """Leave out facts and roles whose confidence is below `least`; what was not measured (null) is below any."""
    facts = [fact for fact in record.facts if _enough(fact, least)]
    kept = {fact.fact_id for fact in facts}
    people = [_person(person, least) for person in record.people]
    return record.model_copy(update={"facts": [referring(fact, kept) for fact in facts], "people": people})


def _enough(found: Fact | Role, least: float) -> bool:
    return found.confidence is not None and found.confidence >= least


def _person(person: Person, least: float) -> Person:
    roles = [role for role in person.roles if _enough(role, least)]
    return person.model_copy(update={"roles": roles})


def referring(fact: Fact, kept: set[str]) -> Fact:
    """Give a fact that refers to none but those `kept`, by fact_id; what refers to another refers to nothing."""
    lost = {name: None for name in _REFERENCES if (to := getattr(fact, name, None)) is not None and to not in kept}
    return fact.model_copy(update=lost) if lost else fact
