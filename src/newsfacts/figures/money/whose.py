"""Whose money a text talks of: votes for currencies from what the whole text names.

Phases: 1. countries, cities and peoples vote for their money, but not where they only say who somebody is ("an
Egyptian ring", "Roe of Australia"); 2. signs that mean one currency vote stronger, and so does the country at the end
of the article's web address; 3. a plain $ that is told apart from marked dollars, or restated in another currency, is
that of the United States ("C$35m ($27m)", "$27m (£22m)": BBC and Guardian style mark all dollars but these). Asked
once an article and only when an ambiguous form stands there.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from babel import Locale
from babel.core import get_global

from newsfacts import lexicons
from newsfacts.figures.money.forms import Form, forms
from newsfacts.lexicons import Lexicon, alternation
from newsfacts.lexicons.function_words import any_of

__all__ = ["MoneyContext", "WhoseReader", "whose_reader"]

_SHORT = 600
"""Characters; below it one mention of a country settles whose dollars are meant."""
_SIGNS = re.compile(r"(?<![A-Za-z])([A-Z]{1,3}\$|£(?=\s?\d))")
_OWN_SIGN = 5
"""Votes of a sign that means one currency: more than the countries that a text mentions by the way."""
_DOMAIN = re.compile(r"^https?://[^/\s]*\.(?P<land>[a-z]{2})(?::\d+)?(?:/|$)")
_MARKED_THEN_PLAIN = re.compile(
    r"(?:[A-Z]{1,3}\$\s?[\d.,]+\s?\w*|[A-Z][a-z]+\s+dollars)\s*[(]\s*(?:\w+\s+){0,2}\$\s?\d", re.ASCII
)
_PLAIN_RESTATED = re.compile(
    r"(?<![A-Za-z])\$[\d.,]+\s?[a-z]*\s*[(]\s*(?:\w+\s+){0,2}(?:[£€]|[A-Z]{1,3}\$)\s?\d", re.ASCII
)
_SOMEBODY = re.compile(r"\b[A-Z][a-z]+\s+of\s+$")
_ARTICLE = re.compile(r"\ban?\s+$", re.IGNORECASE)
_DEMONYM = re.compile(r"(?:an|ish|ese)$")
_NATIONAL = re.compile(rf"\s+(?:{any_of('of a nation')})\b")


@dataclass(frozen=True)
class MoneyContext:
    """Say which country's money a text talks of; counted only when somebody asks."""

    short: bool
    """The text is too short to name its country twice."""
    count: Callable[[], tuple[tuple[str, int], ...]]
    """Counts the countries named."""
    plain_is_american: bool = False
    """The text marks other dollars, so that a plain $ is one of the United States."""

    @cached_property
    def votes(self) -> tuple[tuple[str, int], ...]:
        """Give the ISO currencies by how often their country is named, most often first."""
        return self.count()

    @property
    def american(self) -> bool:
        """Tell whether the text is from the United States more than from anywhere else."""
        return bool(self.votes) and self.votes[0][0] == "USD"

    def resolve(self, form: Form, members: frozenset[str]) -> str:
        """Give the currency that a form means here; `members` are those that share it."""
        if not form.family or (form.form == "$" and self.plain_is_american):
            return form.currency
        named = dict(self.votes)
        rivals = [(votes, currency) for currency, votes in self.votes if currency in members]
        if form.kind == "minor" and form.family == "dollar" and named.get("EUR", 0) > max(rivals, default=(0, ""))[0]:
            return "EUR"
        at_home = named.get(form.currency, 0)
        sure = len(self.votes) == 1 or self.short
        strong = [currency for votes, currency in rivals if votes > at_home and (votes > 1 or sure or not at_home)]
        return strong[0] if strong else form.currency


class WhoseReader:
    """Read whose money a text talks of."""

    def __init__(self, places: Lexicon, signs: Mapping[str, Form]) -> None:
        """Take the names that tell a country, and the signs of currencies."""
        self.places, self._domains = _places(places)
        self._signs = signs
        names = alternation([*self.places, *(name.upper() for name in self.places if len(name) > 4)])
        self._pattern = re.compile(rf"\b(?:{names})(?![\w])")

    def context(self, text: str, hint: Iterable[str] = ()) -> MoneyContext:
        """Count which countries a text names; `hint` holds further words such as the title and the web address."""
        pieces = (text, *hint)
        plain = "$" in text and bool(_MARKED_THEN_PLAIN.search(text) or _PLAIN_RESTATED.search(text))
        return MoneyContext(len(text) < _SHORT, lambda: self._count(pieces), plain)

    def _count(self, pieces: Sequence[str]) -> tuple[tuple[str, int], ...]:
        votes: Counter[str] = Counter()
        for piece in pieces:
            domain = _DOMAIN.match(piece)
            if domain is not None:
                if domain["land"] in self._domains:
                    votes[self._domains[domain["land"]]] += _OWN_SIGN
                continue
            for match in self._pattern.finditer(piece):
                if not self._only_somebody(piece, match):
                    votes[self._currency(match[0])] += 1
            for sign in _SIGNS.finditer(piece):
                if sign[1] in self._signs:
                    votes[self._signs[sign[1]].currency] += _OWN_SIGN
        return tuple(sorted(votes.items(), key=lambda item: (-item[1], item[0])))

    def _only_somebody(self, text: str, match: re.Match[str]) -> bool:
        """See that a name says where somebody or something is from: "an Egyptian brooch", "Roe of Australia"."""
        if _NATIONAL.match(text, match.end()):
            return True
        one = _ARTICLE.search(text, max(0, match.start() - 4), match.start()) and _DEMONYM.search(match[0])
        return bool(one) or bool(_SOMEBODY.search(text, max(0, match.start() - 24), match.start()))

    def _currency(self, name: str) -> str:
        plain = " ".join(name.split())
        return (
            self.places.get(plain)
            or self.places.get(plain.title())
            or next(currency for known, currency in self.places.items() if known.upper() == plain)
        )


def whose_reader(extra: tuple[Path, ...] = ()) -> WhoseReader:
    """Make a reader from the lexicons `currencies` and `currency_places`."""
    known = forms(lexicons.read("currencies", extra))
    signs = {form.form: form for form in reversed(known) if form.kind == "symbol"}
    return WhoseReader(lexicons.read("currency_places", extra), signs)


def _places(places: Lexicon) -> tuple[dict[str, str], dict[str, str]]:
    """Map names of countries (from babel) and other names that tell one to its currency; and domains of countries."""
    territories, money = Locale("en").territories, get_global("territory_currencies")
    found, domains = {}, {"uk": "GBP"}
    for code, name in sorted(territories.items()):
        current = [c for c, _, end, tender in money.get(code, []) if not end and tender] if len(code) == 2 else []
        if current:
            domains[code.lower()] = current[-1]
        if current and len(name) > 3:
            found[name] = current[-1]
    return found | {row["place"]: row["currency"] for row in places.rows}, domains
