"""What may stand inside a number in words: "twenty-one", "two hundred and six", "One Million, Six Hundred Thousand".

Not here: the number words themselves (`numbers.py`).
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Protocol

__all__ = ["GAP", "Atom", "goes_on"]

GAP = re.compile(r"[ \t\u00a0\r\n]+|[-‐‑]|\s+and\s+|,?\s+and\s+", re.IGNORECASE)
"""What joins the words of a number."""
_COMMA = re.compile(r",\s+")
_SPACE = re.compile(r"[\s-]+")
_SMALL = frozenset({"ones", "teens", "tens"})


class Atom(Protocol):
    """Say what is asked of a word of a number."""

    @property
    def start(self) -> int:
        """Give the index of its first character."""

    @property
    def end(self) -> int:
        """Give the index behind its last one."""

    @property
    def kind(self) -> str:
        """Give its class."""

    @property
    def value(self) -> Decimal:
        """Give its value."""


def goes_on(text: str, atoms: Sequence[Atom], end: int, kind: str, top: Decimal) -> bool:
    """Tell whether the first of `atoms` goes on with a number that ends at `end` with a word of `kind`."""
    if GAP.fullmatch(text, end, atoms[0].start):
        return True
    return kind == "scale" and _continued(text, atoms, end, top)


def _continued(text: str, atoms: Sequence[Atom], end: int, top: Decimal) -> bool:
    """See that a comma behind a magnitude leads to a lower part of the same number, which names one of its own.

    `atoms` are the words behind the comma, `end` is where the number ends so far, `top` its last magnitude. "One
    million, two men" is two numbers.
    """
    if atoms[0].kind not in _SMALL or not _COMMA.fullmatch(text, end, atoms[0].start):
        return False
    for before, atom in pairwise(atoms):
        if not _SPACE.fullmatch(text, before.end, atom.start):
            return False
        if atom.kind == "scale":
            return atom.value < top
        if atom.kind not in _SMALL:
            return False
    return False
