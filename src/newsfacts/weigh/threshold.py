"""Leave out of a record what is less certain than asked for.

A fact that refers to one that is left out refers to nothing (null) from then on, an event no longer lists it, and an
event without facts is left out as well; nothing else of the record changes.
"""

from newsfacts.record import Event, Fact, Person, Record, Role

__all__ = ["above", "referring"]

_REFERENCES = ("subset_of", "changes_from", "converts", "repeats")


def above(record: Record, least: float) -> Record:
    """Leave out facts and roles whose confidence is below `least`; what was not measured (null) is below any."""
    facts = [fact for fact in record.facts if _enough(fact, least)]
    kept = {fact.fact_id for fact in facts}
    people = [_person(person, least) for person in record.people]
    events = [told for event in record.events if (told := _event(event, kept)) is not None]
    referred = [referring(fact, kept) for fact in facts]
    return record.model_copy(update={"facts": referred, "people": people, "events": events})


def _enough(found: Fact | Role, least: float) -> bool:
    return found.confidence is not None and found.confidence >= least


def _event(event: Event, kept: set[str]) -> Event | None:
    left = [fact_id for fact_id in event.fact_ids if fact_id in kept]
    return event.model_copy(update={"fact_ids": left}) if left else None


def _person(person: Person, least: float) -> Person:
    roles = [role for role in person.roles if _enough(role, least)]
    return person.model_copy(update={"roles": roles})


def referring(fact: Fact, kept: set[str]) -> Fact:
    """Give a fact that refers to none but those `kept`, by fact_id; what refers to another refers to nothing."""
    lost = {name: None for name in _REFERENCES if (to := getattr(fact, name, None)) is not None and to not in kept}
    return fact.model_copy(update=lost) if lost else fact
