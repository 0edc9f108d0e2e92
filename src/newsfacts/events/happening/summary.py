"""What a happening is as a whole: kind, status, source, time, place and people, by agreement of its facts.

The value that most of its facts agree on, of equals the one told nearest to the first mention; a value is never put
together of pieces of several facts. Quotes speak of a happening and do not vote.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import Any, TypeVar

from newsfacts.events.happening.telling import Telling
from newsfacts.events.happening.told import Told
from newsfacts.events.persons import PersonsAt
from newsfacts.record import Count, Event, EventPerson, EventType, Fact, Money, Part

__all__ = ["event_of", "taking_part"]

_TIME = ("time_text", "time_start", "time_end", "time_precision", "time_source")
_PLACE = ("place", "place_source")
_CENTRAL = frozenset({Part.SUSPECT, Part.VICTIM})
"""Parts of people without whom there would be no happening."""

_Value = TypeVar("_Value", bound=Hashable)


def event_of(event_id: str, told: Sequence[Told], quotes: Sequence[Fact], trigger: tuple[str, int, int]) -> Event:
    """Write a happening of its facts, in text order; `quotes` speak of it, `trigger` is the word with its span.

    Shape:   people and confidence are left to who knows all happenings of the article.
    """
    facts = [one.fact for one in told] or list(quotes)
    word, start, end = trigger
    timed = _agreed((fact for fact in facts if fact.time_text is not None), _time_key)
    placed = _agreed((fact for fact in facts if fact.place is not None), lambda fact: str(fact.place).lower())
    return Event(
        event_id=event_id, event_type=_type(told), trigger=word, start_char=start, end_char=end,
        status=_most(fact.status for fact in facts), attribution=_most(fact.attribution for fact in facts),
        **{name: getattr(timed, name, None) for name in _TIME},
        **{name: getattr(placed, name, None) for name in _PLACE},
        people=[], fact_ids=[fact.fact_id for fact in _in_order([*facts, *quotes])], confidence=None,
    )  # fmt: skip


def _type(told: Sequence[Told]) -> EventType:
    """Give the kind that most of the facts tell; any kind before other, counts before amounts."""
    counted = [one.type for one in told if isinstance(one.fact, Count) and one.type is not EventType.OTHER]
    weighed = counted or [one.type for one in told if one.type is not EventType.OTHER]
    return _most(weighed) or EventType.OTHER


def _most(values: Iterable[_Value | None]) -> _Value | None:
    """Give the commonest value, of equals the first; None where there is none."""
    counted = Counter(value for value in values if value is not None)
    return max(counted, key=lambda value: counted[value]) if counted else None


def _agreed(facts: Iterable[Fact], key: Any) -> Fact | None:
    """Give the first of the facts that agree with most others."""
    listed = list(facts)
    counted = Counter(map(key, listed))
    return max(listed, key=lambda fact: counted[key(fact)]) if listed else None


def _time_key(fact: Fact) -> tuple[object, ...]:
    return (fact.time_start, fact.time_end) if fact.time_start is not None else (str(fact.time_text).lower(),)


def taking_part(tellings: Sequence[Telling], persons: PersonsAt, *, only: bool) -> list[EventPerson]:
    """List who is named where a happening is told, but not who only tells of it or writes.

    Where it is the only one of the article, its suspects and victims are all those of the article.
    """
    facts = [figure.fact for one in tellings for figure in one.facts]
    acting = {fact.agent_person_id for fact in facts if isinstance(fact, Count | Money)} - {None}
    telling = {fact.attribution_person_id for fact in facts} - acting
    named = ({person for one in tellings for person in one.people} | acting) - telling
    if only:
        named |= {person_id for person_id, person in persons.people.items() if person.part in _CENTRAL}
    known = sorted((one for one in named if one in persons.order), key=lambda one: persons.order[one])
    people = [persons.people[one] for one in known]
    return [EventPerson(person_id=one.person_id, part=one.part) for one in people if one.part is not Part.JOURNALIST]


def _in_order(facts: Iterable[Fact]) -> list[Fact]:
    unique = {fact.fact_id: fact for fact in facts}
    return sorted(unique.values(), key=lambda fact: (fact.start_char, fact.end_char, fact.kind))
