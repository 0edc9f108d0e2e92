"""The GeoNames id of a place as written, where one place alone can be meant.

Phases: 1. what is written is taken apart: "a flat in Eastbourne" is in Eastbourne, "Dallas, Texas" is the Dallas of
Texas; 2. countries, states and nations have one id; 3. the towns of the name are those of the country that the article
is about, of the states that stand behind it or that the article names; 4. one is left, or one is a city beside which
the others are villages; else there is no id. A place without an id of its own (a street, a county) has that of the town
it is said to be in, or none. Not here: where facts are (`events/place`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from newsfacts import lexicons
from newsfacts.assemble.keys.folding import folded
from newsfacts.assemble.keys.gazetteer import Gazetteer, Town, gazetteer
from newsfacts.assemble.keys.home import CountryName, Home, HomeReader, home_reader
from newsfacts.lexicons.function_words import any_of, cue_words

__all__ = ["PlaceFinder", "PlaceKeys", "place_finder"]

_IN = re.compile(rf"\s(?:{any_of('outside a place')})\s+(?:the\s+)?(?=[A-Z\d]|[^\W\d_]+$)")
_ARTICLE = re.compile(rf"^(?:the\s+)?(?:(?:{any_of('named with of')})\s+of\s+)?(?:the\s+)?", re.IGNORECASE)
_SEVERAL = re.compile(rf"\s(?:{any_of('coordinator')}|to)\s|[/&;:]|\d", re.IGNORECASE)
_CITY = re.compile(r"\s(?:city|town)$", re.IGNORECASE)
_STATE = re.compile(r"\sstate$", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")
_MANY = 10
"""Times as many people as the next of its name has a city that needs no more to be told. Source: the Associated Press
Stylebook's cities that stand alone in datelines have that or more, but for Phoenix and Cleveland."""
_CITY_PEOPLE = 100_000
_FEW = 200
"""Characters of a text for one capital letter; English prose has one for thirty."""
_WORLD_MANY, _WORLD_PEOPLE = 20, 500_000
"""The same where nothing tells the country."""


@dataclass(frozen=True)
class PlaceFinder:
    """Find ids; make one with `place_finder`."""

    homes: HomeReader
    towns: Gazetteer
    areas: str
    """Pattern of the words that end the names of areas that are no towns."""

    @cached_property
    def ends_as_area(self) -> re.Pattern[str]:
        """Give the pattern of a name of an area."""
        return re.compile(rf"\s(?:{self.areas})$", re.IGNORECASE)


@dataclass(frozen=True)
class PlaceKeys:
    """Give the ids of the places of one article."""

    finder: PlaceFinder
    home: Home
    text: str

    def of(self, written: str) -> int | None:
        """Give the id of a place as written; None where none, or more than one, can be meant.

        Shape:   the GeoNames id of the place itself, else of the town, state or country that it is said to be in.
        """
        inside = _IN.split(f" {' '.join(written.split())}")[-1].strip()
        if not inside or _SEVERAL.search(inside) or (inside.islower() and not self._without_capitals):
            return None
        parts = _COMMA.split(inside if self._towns(inside) else _ARTICLE.sub("", inside))
        for number, name in enumerate(parts):
            found = self._part(name, parts[number + 1 :])
            if found is not None:
                return found or None
        return None

    @cached_property
    def _without_capitals(self) -> bool:
        """See a text that writes names like other words."""
        return sum(map(str.isupper, self.text)) * _FEW < len(self.text)

    def _part(self, name: str, around: Sequence[str]) -> int | None:
        """Give the id of one of the names between commas: 0 where it stays open, None where nobody knows it."""
        areas = self._areas(name)
        if areas is not None and not around:
            return areas
        candidates = self._towns(name)
        if not candidates:
            return areas
        around = [outer for outer in around if not self._is_area(outer)]
        if not around and (self._is_area_too(name) or areas is not None):
            return 0
        limited = self._within(candidates, around)
        town = self._one(limited, told=True) if around else self._at_home(limited)
        return town.geoname_id if town else 0

    def _areas(self, name: str) -> int | None:
        """Give the id of a country, a state or a nation; 0 where a city or another of them has the name, too."""
        plain = _STATE.sub("", name)
        known = self.finder.homes.place(plain)
        if not known:
            return None
        if plain != name:
            return next((meant.geoname_id for meant in known if meant.level in ("state", "shared")), None)
        if len(known) > 1:
            known = tuple(meant for meant in known if meant.country == self.home.country)
        if len(known) != 1 or known[0].level == "shared":
            return 0
        return known[0].geoname_id

    def _towns(self, name: str) -> tuple[Town, ...]:
        plain = folded(name)
        return self.finder.towns.named(plain) or self.finder.towns.named(_CITY.sub("", plain))

    def _within(self, towns: Sequence[Town], around: Sequence[str]) -> Sequence[Town]:
        """Keep the towns that lie in all that is written behind their name: countries, states, towns beside them."""
        for outer in around:
            short = self.finder.homes.short.get(outer)
            wide = (short,) if short else self.finder.homes.place(_STATE.sub("", outer))
            if wide:
                towns = [town for town in towns if any(_lies_in(town, meant) for meant in wide)]
                continue
            beside = {(town.country, town.division) for town in self._towns(outer)}
            towns = [town for town in towns if (town.country, town.division) in beside]
        return towns

    def _is_area(self, outer: str) -> bool:
        """See "Zhejiang Province" behind a town: it tells nothing, since nobody knows here what lies in it."""
        return bool(self.finder.ends_as_area.search(outer)) and not self.finder.homes.place(_STATE.sub("", outer))

    def _is_area_too(self, name: str) -> bool:
        """See "Kaduna State" elsewhere in the article: then Kaduna alone may be the state.

        Not in the United States, where a county is never named without the word.
        """
        area = rf"\b{re.escape(name)}\s+(?:{self.finder.areas})\b"
        return self.home.country != "US" and bool(re.search(area, self.text, re.IGNORECASE))

    def _at_home(self, towns: Sequence[Town]) -> Town | None:
        """Choose a town by what the article says of its country and state."""
        home = self.home
        if home.country is None:
            return _largest(towns, _WORLD_MANY, _WORLD_PEOPLE)
        here = [town for town in towns if town.country == home.country]
        if not here:
            abroad = _largest(towns, _WORLD_MANY, _WORLD_PEOPLE)
            return abroad if abroad and abroad.country in home.named else None
        named = [town for town in here if town.country == "US" and town.division in home.states]
        chosen = self._one(here, told=False)
        if home.country != "US" or not home.states:
            return chosen
        by_state = named[0] if len(named) == 1 and len(home.states) == 1 else None
        elsewhere = chosen is not None and chosen not in named and chosen.people < _CITY_PEOPLE
        return None if elsewhere else _agreed(chosen, by_state)

    def _one(self, towns: Sequence[Town], *, told: bool) -> Town | None:
        if len(towns) == 1:
            return towns[0] if towns[0].people else None  # GeoNames knows next to nothing of it
        return _largest(towns, _MANY, 0 if told else _CITY_PEOPLE)


def _lies_in(town: Town, meant: CountryName) -> bool:
    return town.country == meant.country and meant.division in ("", town.division)


def _agreed(largest: Town | None, by_state: Town | None) -> Town | None:
    """Take what two kinds of evidence agree on, or the one that speaks."""
    if largest and by_state and largest != by_state:
        return None
    return by_state or largest


def _largest(towns: Sequence[Town], many: int, people: int) -> Town | None:
    """Give the first, largest town where it is a city and the second is small beside it."""
    if not towns or towns[0].people < max(1, people):
        return None
    return towns[0] if len(towns) == 1 or towns[0].people >= many * towns[1].people else None


def place_finder(extra: tuple[Path, ...] = ()) -> PlaceFinder:
    """Read the lexicons of countries and of the words that end the names of areas."""
    admin = lexicons.read("place_words", extra).words(**{"class": "admin"}) - cue_words("settlement")
    return PlaceFinder(home_reader(extra), gazetteer(), lexicons.alternation(sorted(admin)))
