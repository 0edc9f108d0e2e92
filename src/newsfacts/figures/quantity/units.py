"""The grammar of units: prefix, base, power, "per", over the lexicons `units` and `base_units`.

`units` spells out the units of weight, length, area, volume, temperature and speed with their guards; `base_units`
holds those that take the prefixes of the SI (watt: kW, megawatts) or none (rpm, decibels). A unit may be followed by
"per", a slash or "a" and what `below_units` holds ("km/hour", "mg per litre", "litres a day"). Not here: what stands
before a unit (`reader.py`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsfacts import lexicons
from newsfacts.lexicons import Lexicon, alternation, fold

__all__ = ["UnitTable", "unit_table"]

_PREFIXES = {
    "n": "nano", "µ": "micro", "μ": "micro", "m": "milli", "c": "centi", "h": "hecto", "k": "kilo", "M": "mega",
    "G": "giga", "T": "tera",
}  # fmt: skip
"""Prefixes by symbol. Source: BIPM SI brochure, table 7, those that news uses."""
_NOT_A_RATE = r"(?!\s+(?:ago|later|earlier|before|after|early|late|apart|away|old)\b)"
"""What follows a time that is none of a rate: ten litres a day earlier."""


@dataclass(frozen=True, slots=True)
class UnitTable:
    """Hold every form of a unit."""

    exact: Mapping[str, dict[str, str]]
    """Rows by form as written."""
    folded: Mapping[str, dict[str, str]]
    """Rows by form in lower case."""
    below: Mapping[str, str]
    """What a unit is divided by: singular names by form."""
    slash: re.Pattern[str]
    """"per" or a slash and the form below."""
    article: re.Pattern[str]
    """"a" and a span of time: litres a day."""

    def row(self, form: str) -> dict[str, str]:
        """Give the row of a form, as written or in lower case."""
        return self.exact.get(form) or self.folded[fold(form)]

    def per(self, text: str, end: int) -> tuple[str, int] | None:
        """Read what a unit that ends at a character is divided by: its name, and where the unit then ends.

        Example:
            >>> unit_table().per("20 litres a day", 9)
            ('day', 15)
        """
        match = self.slash.match(text, end) or self.article.match(text, end)
        return (self.below[match["below"]], match.end()) if match else None


def unit_table(extra: tuple[Path, ...] = ()) -> UnitTable:
    """Make the table from the lexicons `units` and `base_units`.

    Example:
        >>> table = unit_table()
        >>> table.row("kWh")["unit"], table.row("megawatts")["unit"]
        ('kilowatt hour', 'megawatt')
    """
    rows = [dict(row) for row in lexicons.read("units", extra).rows]
    for base in lexicons.read("base_units", extra).rows:
        rows.extend(_forms(base))
    exact: dict[str, dict[str, str]] = {}
    for row in rows:
        exact.setdefault(row["form"], row)
    folded: dict[str, dict[str, str]] = {}
    for row in rows:
        folded.setdefault(fold(row["form"]), row)
    return UnitTable(exact, folded, *_below(lexicons.read("below_units", extra)))


def _below(rows: Lexicon) -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """Compile what stands below the line of a fraction."""
    times = alternation(rows.words(**{"class": "time"}))
    slash = rf"(?:\s*/\s*|[\s-]+per[\s-]+)(?P<below>{alternation(rows.words())})(?![\w²³])"
    article = rf"[\s-]+an?[\s-](?P<below>{times})\b{_NOT_A_RATE}"
    return rows.mapping("unit"), re.compile(slash), re.compile(article)


def _forms(base: Mapping[str, str]) -> list[dict[str, str]]:
    """Spell a base unit out: its symbol and its name, alone and with the prefixes of the SI."""
    row = {"dimension": base["dimension"], "pint": base["pint"], "kind": "both", "guard": ""}
    found = []
    for symbol, prefix in {"": "", **{letter: _PREFIXES[letter] for letter in base["prefixes"]}}.items():
        name = f"{prefix}{base['unit']}"
        told = {**row, "unit": name, "pint": f"{prefix}{base['pint']}" if base["pint"] else ""}
        letter = symbol + base["symbol"] if len(symbol + base["symbol"]) == 1 else ""
        for form in (base["symbol"] and f"{symbol}{base['symbol']}", name, f"{name}s" if base["plural"] else ""):
            if form:
                found.append({**told, "form": form, "guard": _letter_guard(form) if form == letter else ""})
    return found


def _letter_guard(form: str) -> str:
    """Say what a unit of one letter asks for: watts and volts a number that is no name, others an "of" or a hyphen."""
    return "symbol" if form in ("W", "V") else "noun"
