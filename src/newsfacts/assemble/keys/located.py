"""What GeoNames says of a place that has an id: which country and division it lies in, and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsfacts import lexicons
from newsfacts.assemble.keys.gazetteer import Gazetteer, gazetteer

__all__ = ["Located", "Locator", "locator"]


@dataclass(frozen=True, slots=True)
class Located:
    """Hold what is known of a place."""

    level: str
    """country, state (of the United States), nation (of the United Kingdom) or city."""
    country: str
    """ISO 3166, two letters."""
    country_name: str
    fips: str
    """The country in FIPS 10-4; empty where there is no such code."""
    division: str
    """GeoNames' code of the state, province or region; empty for a country."""
    division_name: str
    """Name of the state or nation; empty for those of other countries."""
    latitude: str
    """Degrees, two decimals, as written; empty for what is no city."""
    longitude: str


@dataclass(frozen=True)
class Locator:
    """Look ids up; make one with `locator`."""

    towns: Gazetteer
    areas: Mapping[int, tuple[str, str, str]]
    """Level, country and division of countries, states and nations, by id."""
    countries: Mapping[str, tuple[str, str]]
    """Name and FIPS code by ISO code."""
    divisions: Mapping[tuple[str, str], str]
    """Name of a state or nation by country and code."""

    def of(self, geoname_id: int) -> Located | None:
        """Give what is known of a place; None for an id that is not known here."""
        town = self.towns.identified(geoname_id)
        if town is not None:
            level, country, division, where = "city", town.country, town.division, (town.latitude, town.longitude)
        elif geoname_id in self.areas:
            (level, country, division), where = self.areas[geoname_id], ("", "")
        else:
            return None
        name, fips = self.countries.get(country, ("", ""))
        return Located(level, country, name, fips, division, self.divisions.get((country, division), ""), *where)


def locator(extra: tuple[Path, ...] = ()) -> Locator:
    """Read the lexicon of countries.

    Raises:  LexiconError for a malformed line.
    """
    areas: dict[int, tuple[str, str, str]] = {}
    countries: dict[str, tuple[str, str]] = {}
    divisions: dict[tuple[str, str], str] = {}
    for row in lexicons.read("country_names", extra).rows:
        level = "state" if row["level"] == "shared" else row["level"]
        if level in ("country", "state", "nation"):
            areas.setdefault(int(row["id"]), (level, row["country"], row["division"]))
            if level == "country":
                countries.setdefault(row["country"], (row["word"], row["fips"]))
            else:
                divisions.setdefault((row["country"], row["division"]), row["word"])
    return Locator(gazetteer(), areas, countries, divisions)
