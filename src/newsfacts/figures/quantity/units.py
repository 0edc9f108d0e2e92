"""The grammar of units: prefix, base, power, "per", over the lexicons `units` and `base_units`.

`units` spells out the units of weight, length, area, volume, temperature and speed with their guards; `base_units`
holds those that take the prefixes of the SI (watt: kW, megawatts) or none (rpm, decibels). A unit may be followed by
"per" or a slash and another one ("km/hour", "mg per litre"). Not here: what stands before a unit (`reader.py`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsfacts import lexicons
from newsfacts.lexicons import alternation, fold

__all__ = ["UnitTable", "unit_table"]

_PREFIXES = {
    "n": "nano", "µ": "micro", "μ": "micro", "m": "milli", "c": "centi", "h": "hecto", "k": "kilo", "M": "mega",
    "G": "giga", "T": "tera",
}  # fmt: skip
"""Prefixes by symbol. Source: BIPM SI brochure, table 7, those that news uses."""
_BELOW = {
    "hour": "hour", "hours": "hour", "hr": "hour", "h": "hour", "second": "second", "sec": "second", "s": "second",
    "minute": "minute", "min": "minute", "day": "day", "year": "year", "litre": "litre", "liter": "litre", "l": "litre",
    "L": "litre", "gallon": "gallon", "kilogram": "kilogram", "kg": "kilogram", "metre": "metre", "meter": "metre",
    "kilometre": "kilometre", "kilometer": "kilometre", "km": "kilometre", "mile": "mile", "m2": "square metre",
    "m²": "square metre", "m3": "cubic metre", "m³": "cubic metre", "hectare": "hectare", "acre": "acre",
}  # fmt: skip
"""Units that stand below the line of a fraction, by form."""
_PER = re.compile(rf"\s*(?:/\s*|per\s+)(?P<below>{alternation(_BELOW)})(?![\w²³])")


@dataclass(frozen=True, slots=True)
class UnitTable:
    """Hold every form of a unit."""

    exact: Mapping[str, dict[str, str]]
    """Rows by form as written."""
    folded: Mapping[str, dict[str, str]]
    """Rows by form in lower case."""

    def row(self, form: str) -> dict[str, str]:
        """Give the row of a form, as written or in lower case."""
        return self.exact.get(form) or self.folded[fold(form)]

    def per(self, text: str, end: int) -> tuple[str, int] | None:
        """Read what a unit that ends at a character is divided by: its name, and where it ends."""
        match = _PER.match(text, end)
        return (_BELOW[match["below"]], match.end()) if match else None


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
    return UnitTable(exact, folded)


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
                found.append({**told, "form": form, "guard": "noun" if form == letter else ""})
    return found
