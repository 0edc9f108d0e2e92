"""Which country, and which state of the United States, an article is about: the evidence that tells towns apart.

Votes come from names of countries, states, peoples and institutions in the text (not from names of persons), from
money that one country alone uses, and from the country in the address of the source. One country is the article's home
where it has twice the votes of any other; else none is. Not here: what a name of a place means (`places.py`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from newsfacts import lexicons

__all__ = ["CountryName", "Home", "HomeReader", "home_reader"]

_CAPITALISED = re.compile(r"\w[\w.]*(?:['’]\w+)?")
_BEHIND = re.compile(r",\s+(?P<short>[A-Z][A-Za-z.]{1,5})(?=[\s,;)–—-]|$)")
_DOMAIN = re.compile(r"^https?://[^/\s]*\.(?P<land>[a-z]{2})(?::\d+)?(?:/|$)")
_LONGEST = 4
"""Words of the longest name."""
_OF_SOURCE = 3
"""Votes of the country in the source's address: more than a country that is named by the way."""
_TWICE = 2
_CLOSE = frozenset({"country", "state", "nation", "shared"})
"""Levels of names that are places."""


@dataclass(frozen=True, slots=True)
class CountryName:
    """Hold a row of the lexicon `country_names`."""

    level: str
    country: str
    division: str
    geoname_id: int | None


@dataclass(frozen=True, slots=True)
class Home:
    """Say where an article is at home."""

    country: str | None
    """ISO 3166; None where the article names none, or several as often."""
    named: frozenset[str]
    """All countries that something votes for."""
    states: frozenset[str]
    """GeoNames' codes of the states of the United States that are named."""


@dataclass(frozen=True)
class HomeReader:
    """Read where articles are at home; make one with `home_reader`."""

    names: Mapping[str, tuple[CountryName, ...]]
    """What a name may mean, as it is written."""
    short: Mapping[str, CountryName]
    """Forms that stand behind the name of a town."""
    money: Mapping[str, str]
    """The country that alone uses a currency."""

    def read(
        self, text: str, persons: Iterable[tuple[int, int]], currencies: Iterable[str], source: str | None
    ) -> Home:
        """Count the votes of a text; `persons` are the spans where persons are named."""
        votes: Counter[str] = Counter()
        states: set[str] = set()
        for meant in self._meant(_without(text, persons)):
            votes.update({name.country for name in meant})
            states.update(name.division for name in meant if name.country == "US" and name.division)
        votes.update(self.money[currency] for currency in set(currencies) if currency in self.money)
        land = _DOMAIN.match(source or "")
        if land:
            votes["GB" if land["land"] == "uk" else land["land"].upper()] += _OF_SOURCE
        return Home(_most(votes), frozenset(votes), frozenset(states))

    def _meant(self, text: str) -> Iterator[tuple[CountryName, ...]]:
        """Yield what each name in a text may mean, the longest names first."""
        words = [(word[0], word.start(), word.end()) for word in _CAPITALISED.finditer(text) if word[0][0].isupper()]
        place = 0
        while place < len(words):
            length = next((n for n in range(_LONGEST, 0, -1) if self._name(text, words[place : place + n], n)), 0)
            if length:
                yield self._name(text, words[place : place + length], length)
            place += max(1, length)
        yield from ((self.short[found["short"]],) for found in _BEHIND.finditer(text) if found["short"] in self.short)

    def _name(self, text: str, words: list[tuple[str, int, int]], length: int) -> tuple[CountryName, ...]:
        if len(words) < length or any(b - a > 1 for (_, _, a), (_, b, _) in pairwise(words)):
            return ()
        name = text[words[0][1] : words[-1][2]].removesuffix("'s").removesuffix("’s")
        return self.names.get(name) or self.names.get(name.rstrip(".")) or self.names.get(name.title(), ())

    def place(self, name: str) -> tuple[CountryName, ...]:
        """Give the countries, states and nations of a name, in whatever capitals it is written."""
        known = self.names.get(name) or self.names.get(name.title()) or self.names.get(name.upper(), ())
        return tuple(meant for meant in known if meant.level in _CLOSE)


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Blank out spans, so that all else stays where it is."""
    parts, last = [], 0
    for start, end in sorted(spans):
        if start >= last:
            parts += [text[last:start], "·" * (end - start)]
            last = end
    return "".join([*parts, text[last:]])


def _most(votes: Counter[str]) -> str | None:
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _TWICE * ranked[1][1]):
        return None
    return ranked[0][0]


def home_reader(extra: tuple[Path, ...] = ()) -> HomeReader:
    """Read the lexicon of countries, to which the folders `extra` may add.

    Raises:  LexiconError for a malformed line.
    """
    names: dict[str, list[CountryName]] = defaultdict(list)
    short: dict[str, CountryName] = {}
    rows = lexicons.read("country_names", extra).rows
    for row in rows:
        meant = CountryName(row["level"], row["country"], row["division"], int(row["id"]) if row["id"] else None)
        if row["level"] == "behind":
            short[row["word"]] = meant
        else:
            names[row["word"]].append(meant)
    money = {row["currency"]: row["country"] for row in rows if row["currency"]}
    return HomeReader({name: tuple(meant) for name, meant in names.items()}, short, money)
