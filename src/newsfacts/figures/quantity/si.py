"""A quantity in units of the SI, so that pounds and kilograms can be added up.

The lexicon `units` names for each unit of the record what pint calls it; pint knows the factors, and counts exactly.
Not here: what was measured and how the text said it, which is the record's.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from newsfacts import lexicons
from newsfacts.record import Quantity, plain_number

__all__ = ["Converter", "InSi", "converter"]

_TARGETS = {
    "mass": "kilogram", "length": "metre", "area": "metre ** 2", "volume": "metre ** 3", "temperature": "kelvin",
    "speed": "metre / second", "current": "ampere", "data": "byte",
}  # fmt: skip
"""Unit of the SI for each dimension of the lexicon. Source: BIPM SI brochure; for data IEC 80000-13."""
_DIGITS = 15
"""Significant digits that a result is rounded to: more than any factor of a customary unit has."""


@dataclass(frozen=True, slots=True)
class InSi:
    """Hold the numbers of a quantity in a unit of the SI."""

    unit: str
    """As pint writes it: "kilogram"."""
    value: Decimal | None
    min_value: Decimal | None
    max_value: Decimal | None


@dataclass(frozen=True)
class Converter:
    """Convert quantities; make one with `converter`."""

    units: dict[str, tuple[Decimal, str, str]]
    """How many of which of pint's units, and the dimension, by the record's name of the unit."""
    registry: Any
    """pint's units, counting in Decimal."""

    def convert(self, quantity: Quantity) -> InSi | None:
        """Give a quantity in the SI; None for a unit without one known size (the ton, the mu, a rate per litre)."""
        known = self.units.get(quantity.unit)
        if known is None:
            return None
        times, name, dimension = known
        if dimension not in _TARGETS:
            return None
        target = self.registry.Unit(_TARGETS[dimension])

        def converted(number: Decimal | None) -> Decimal | None:
            if number is None:
                return None
            exact: Decimal = self.registry.Quantity(number * times, name).to(target).magnitude
            return plain_number(Decimal(f"{exact:.{_DIGITS}g}"))

        numbers = (quantity.value, quantity.min_value, quantity.max_value)
        return InSi(_TARGETS[dimension], *map(converted, numbers))


def converter(extra: tuple[Path, ...] = ()) -> Converter:
    """Read the lexicon of units, to which the folder `extra` may add, and pint's units.

    Raises:  LexiconError for a malformed line.
    """
    rows = lexicons.read("units", extra).rows
    units = {row["unit"]: (*_times(row["pint"]), row["dimension"]) for row in rows if row["pint"]}
    return Converter(units, _registry())


def _times(name: str) -> tuple[Decimal, str]:
    """Take "100 kilogram" apart."""
    number, _, unit = name.rpartition(" ")
    return (Decimal(number), unit) if number.replace(".", "").isdigit() else (Decimal(1), name)


@cache
def _registry() -> Any:
    """Make pint's registry once a process; it takes a third of a second and never changes."""
    from pint import UnitRegistry

    return UnitRegistry(non_int_type=Decimal)
