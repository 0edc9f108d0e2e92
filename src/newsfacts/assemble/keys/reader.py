"""The keys of one article, beside what was found in it: people's organisations, places, substances, SI units."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from newsfacts.article import Article
from newsfacts.assemble.keys.organisations import OrganisationKeys
from newsfacts.assemble.keys.places import PlaceFinder, PlaceKeys, place_finder
from newsfacts.assemble.keys.substances import SubstanceClasses, substance_classes
from newsfacts.figures.quantity.si import Converter, converter
from newsfacts.record import Event, Fact, Money, Person, Quantity, Role, plain_number

__all__ = ["Found", "KeyReader", "key_reader"]

_T = TypeVar("_T", bound=BaseModel)
_LAST = Decimal("0.000001")
"""Last place that a number column of a warehouse holds."""
_WIDE = Context(prec=100)
"""For numbers of any length that a text may have."""
_SMALL = Decimal("0.00001")
"""Largest share of itself by which rounding may change a number; micrograms in kilograms would change more."""


@dataclass(frozen=True, slots=True)
class Found:
    """Hold what gets keys."""

    people: list[Person]
    events: list[Event]
    facts: list[Fact]


class KeyReader:
    """Fill keys; make one with `key_reader`."""

    def __init__(self, extra: tuple[Path, ...] = (), *, places: bool = False) -> None:
        """Read the small lexicons; what few articles need is made when the first of them does."""
        self._extra = extra
        self._substances: SubstanceClasses = substance_classes(extra)
        self._places: PlaceFinder | None = place_finder(extra) if places else None

    @cached_property
    def _converter(self) -> Converter:
        return _si(self._extra)

    def fill(self, found: Found, article: Article) -> Found:
        """Give what was found with its keys."""
        places = self._of_places(found, article)
        return Found(
            _with_organisations(found.people, article.text),
            [_placed(event, event.place, places) for event in found.events],
            [_placed(self._measured(fact), fact.place, places) for fact in found.facts],
        )

    def _of_places(self, found: Found, article: Article) -> dict[str, int | None]:
        """Give the id of each place that facts and events name."""
        written = dict.fromkeys(one.place for one in (*found.facts, *found.events) if one.place is not None)
        if not written or self._places is None:
            return {}
        persons = [(m.start_char, m.end_char) for person in found.people for m in person.mentions]
        currencies = [fact.currency for fact in found.facts if isinstance(fact, Money)]
        home = self._places.homes.read(article.text, persons, currencies, article.source)
        keys = PlaceKeys(self._places, home, article.text)
        return {place: keys.of(place) for place in written}

    def _measured(self, fact: Fact) -> Fact:
        if not isinstance(fact, Quantity):
            return fact
        update: dict[str, Any] = {}
        if fact.substance is not None:
            update["substance_class"] = self._substances.of(fact.substance)
        si = self._converter.convert(fact)
        if si is not None:
            numbers = {"value_si": si.value, "min_value_si": si.min_value, "max_value_si": si.max_value}
            update |= {name: _rounded(number) for name, number in numbers.items()}
            update["unit_si"] = si.unit
        return fact.model_copy(update=update)


def _rounded(number: Decimal | None) -> Decimal | None:
    """Round to what a number column holds; None where that would change it by more than its smallest part."""
    if number is None:
        return None
    rounded = number.quantize(_LAST, context=_WIDE)
    return plain_number(rounded) if abs(rounded - number) <= abs(number) * _SMALL else None


def _placed(one: _T, place: str | None, places: dict[str, int | None]) -> _T:
    place_id = places.get(place) if place is not None else None
    return one if place_id is None else one.model_copy(update={"place_id": place_id})


def _with_organisations(people: Sequence[Person], text: str) -> list[Person]:
    if not any(role.organisation for person in people for role in person.roles):
        return list(people)
    keys = OrganisationKeys(text)

    def keyed(role: Role) -> Role:
        return role.model_copy(update={"organisation_key": keys.of(role.organisation)}) if role.organisation else role

    return [
        person.model_copy(update={"roles": [keyed(role) for role in person.roles]}) if person.roles else person
        for person in people
    ]


@cache
def _si(extra: tuple[Path, ...]) -> Converter:
    """Make the converter once a process: pint takes a third of a second."""
    return converter(extra)


def key_reader(extra: tuple[Path, ...] = (), *, places: bool = False) -> KeyReader:
    """Make a reader from the lexicons, to which the folders `extra` may add; `places` asks for ids of places.

    Raises:  LexiconError for a malformed line.
    """
    return KeyReader(extra, places=places)
