"""What a text compares with: "compared with the same period last year", "than in 2019", "year on year", "since 2016".

Phases: 1. a pattern built from the lexicon `comparison_bases` finds the phrases of an article; 2. each is read as yoy,
mom or period: a year is yoy where the figures are of the year behind it, a month mom where they are of the next month.
Not here: which figure a comparison governs; that is `bases.py`.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsfacts import lexicons
from newsfacts.language.reading import Reading
from newsfacts.lexicons import Lexicon, alternation, fold
from newsfacts.lexicons.function_words import any_of
from newsfacts.record import Base

__all__ = ["Comparison", "ComparisonReader", "reader"]

_ARTICLE_YEAR = re.compile(r"(?<![\d,.£$€])(?:19|20)\d\d(?![\d,]|\.\d)")
_YEAR = r"(?:19|20)\d\d(?:\s?[-/–]\s?\d\d(?:\d\d)?)?"
_COMPARING = rf"{any_of('comparing')}|than(?:\s+(?:{any_of('for a year')}))?"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Hold one phrase that says what is compared with."""

    start: int
    """Index of its first character in the article."""
    end: int
    """Index behind the last character."""
    base: Base
    """yoy, mom or period."""
    text: str
    """As written."""
    spreads: bool
    """It holds for the figures behind it too, until another is said."""
    adjective: bool
    """It stands by itself beside its figure: "year-on-year"."""
    figure: bool
    """It names the figure compared with: "compared to 449 in 2022"."""


class ComparisonReader:
    """Find comparisons; make one with `reader`."""

    def __init__(self, bases: Lexicon, months: Mapping[str, int]) -> None:
        """Compile the phrases; `months` are numbered by their names."""
        self._months = months
        month = alternation(months)
        self._month = re.compile(rf"\b({month})\b", re.IGNORECASE)
        self._alone = {fold(r["phrase"]): Base(r["base"]) for r in bases.rows if r["form"] == "alone"}
        self._objects = {fold(r["phrase"]): Base(r["base"]) for r in bases.rows if r["form"] == "object"}
        self._spans = {fold(r["phrase"]): Base(r["base"]) for r in bases.rows if r["form"] == "span"}
        self._pattern = re.compile(
            rf"""(?<![\w-])(?:
                (?P<comparing>(?P<preposition>{_COMPARING})\s+(?:{_period(month)}|(?P<object>{alternation(self._objects)})))
              | (?P<against>(?!than\b)(?:{_COMPARING})\s+{_figure(month)})
              | (?P<alone>{alternation(self._alone)})
              | (?P<span>{alternation(self._spans)})
              | (?:between|from)\s+(?:(?P<low_month>{month})|(?P<low_year>(?:19|20)\d\d))\s+(?:and|to)\s+
                (?:(?P<high_month>{month})|(?P<high_year>(?:19|20)\d\d))
              | (?P<since>since\s+(?:last\s+year|then|\d{{4}}|[A-Z]\w+|\w+ing
                |(?:{any_of("clause opener")})\s+\w+))
            )(?![\w-])""",
            re.VERBOSE | re.IGNORECASE,
        )

    def read(self, reading: Reading) -> list[Comparison]:
        """Find the comparisons of an article, in text order."""
        text = reading.text
        years = _years(reading)
        found = []
        for match in self._pattern.finditer(text):
            base = self._base(match, text, years)
            if base is not None:
                spreads = (
                    bool(match["comparing"] or match["against"]) and base is not Base.PERIOD and "%" not in match[0]
                )
                adjective = match["alone"] is not None
                against = match["against"] is not None
                found.append(Comparison(match.start(), match.end(), base, match[0], spreads, adjective, against))
        return found

    def _base(self, match: re.Match[str], text: str, years: int | None) -> Base | None:
        """Say which base a phrase of comparison names: a year before, a month before, another period."""
        if match["alone"] or match["span"]:
            known = self._alone if match["alone"] else self._spans
            return known[" ".join(fold(match["alone"] or match["span"]).split())]
        if match["comparing"]:
            named = " ".join(fold(match["comparing"][len(match["preposition"]) :]).split())
            if named in self._objects:
                return self._objects[named]
        if match["lasting"] or match["figure_last"] or (match["since"] or "").lower().endswith("last year"):
            return Base.YOY
        year = match["year"] or match["ending"] or match["figure_year"]
        if year:
            return _against_year(match, text, int(year[:4]), years)
        if match["figure_last_month"]:
            return Base.MOM
        month = match["only_month"] or match["figure_month"]
        if match["low_month"] or match["low_year"]:
            return self._between(match)
        return self._against_month(match, text, fold(month)) if match["figure_month"] and month else Base.PERIOD

    def _between(self, match: re.Match[str]) -> Base | None:
        """Read "between 2009 and 2018", "from March to April": the two ends of the change."""
        if match["low_month"] and match["high_month"]:
            follows = self._follows(fold(match["high_month"]), fold(match["low_month"]))
            return Base.MOM if follows else Base.PERIOD
        if match["low_year"] and match["high_year"]:
            return Base.YOY if int(match["high_year"]) - int(match["low_year"]) == 1 else Base.PERIOD
        return None

    def _against_month(self, match: re.Match[str], text: str, month: str) -> Base:
        """Read the month of the figure compared with as mom where the sentence names the month behind it, or none."""
        if re.match(r"\s+(?:19|20)\d\d", text[match.end() :]):
            return Base.YOY
        around = text[max(0, match.start() - 120) : match.start()] + text[match.end() : match.end() + 60]
        others = [fold(m) for m in self._month.findall(around) if fold(m) != month]
        if not others:
            return Base.MOM
        return Base.MOM if any(self._follows(other, month) for other in others) else Base.PERIOD

    def _follows(self, month: str, before: str) -> bool:
        """Tell whether a month is the one after another."""
        return (self._months[month] - self._months[before]) % 12 == 1


def _period(month: str) -> str:
    """Give the pattern of a period that is compared with; `month` matches names of months."""
    return rf"""
    (?:that\s+(?:{any_of("where measured")})\s+)?(?:the\s+)?
    (?:(?:{any_of("same period")})\s+(?:\w+\s+)?(?:{any_of("period named")})\s+
       (?:{any_of("of a period")})?\s*(?:the\s+)?)?
    (?: (?P<lasting> {any_of("year compared")} )
      | (?:year|12\s+months|twelve\s+months)\s+(?:{any_of("ending")})\s+(?:\w+\s+){{0,3}}(?P<ending>{_YEAR})
      | (?:(?P<month>{month})\s+)?(?:of\s+)?(?P<year>{_YEAR})
      | (?P<only_month>{month})
      | the\s+previous\s+[\w-]+\s+(?:{any_of("span")})
      | (?!(?:{any_of("one span")})\s)\w+\s+(?:{any_of("long span")})\s+(?:{any_of("earlier")})
      | (?:the\s+|a\s+)?(?:\w+|\d+)[\s-]+year\s+average )
"""


def _figure(month: str) -> str:
    """Give the pattern of the figure of a period: "449 in 2022"."""
    return rf"""(?:the\s+)?\d[\d,.]*(?!\d|st\b|nd\b|rd\b|th\b)\S*\s+(?:[a-z][\w-]*\s+){{0,4}}?
    (?:(?:{any_of("in a period")})\s+)?(?:the\s+)?
    (?: (?P<figure_last> (?:{any_of("whole period")})[\w\s]*?(?:last|previous)\s+year | last\s+year | previous\s+year
        | year\s+before | year\s+earlier)
      | (?:(?:{any_of("whole period")})[\w\s]*?)?(?P<figure_year>{_YEAR})
      | (?<=[nfrg]\s)(?P<figure_month>{month}) | (?P<figure_last_month>last\s+month) | \w+\s+years\s+ago )"""


def reader(extra: tuple[Path, ...] = ()) -> ComparisonReader:
    """Make a reader from the lexicon `comparison_bases` and the months of `time_words`."""
    named = lexicons.read("time_words", extra).mapping("value", **{"class": "month"})
    months = {fold(name): int(number) for name, number in named.items()}
    return ComparisonReader(lexicons.read("comparison_bases", extra), months)


def _years(reading: Reading) -> int | None:
    """Give the year that the article is of: the one that it names most often, the later of two."""
    named = Counter(int(year) for year in _ARTICLE_YEAR.findall(reading.text))
    return max(named, key=lambda year: (named[year], year), default=None)


def _against_year(match: re.Match[str], text: str, year: int, article: int | None) -> Base:
    """Read a year as yoy where the figures are of the next one; a year of the same sentence says best."""
    start = max(text.rfind("\n", 0, match.start()), text.rfind(". ", 0, match.start())) + 1
    stop = min(p for p in (text.find("\n", match.end()), text.find(". ", match.end()), len(text)) if p >= 0)
    near = text[start : match.start()] + " " + text[match.end() : stop]
    others = [int(found) for found in re.findall(r"(?<![\d,])(?:19|20)\d\d(?!\d|,\d)", near)]
    later = [other for other in others if other > year]
    if later:
        return Base.YOY if min(later) == year + 1 else Base.PERIOD
    if re.search(r"\blast\s+year\b", near, re.IGNORECASE):
        return Base.YOY
    return Base.PERIOD if article is not None and article > year + 1 else Base.YOY
