"""The class of what was weighed: "crystal methamphetamine" is a stimulant of the amphetamine type.

The lexicon `substance_classes` says of what class a word is; the words of the phrase are looked up, the longest names
first. One class is given, or none: "heroin and cocaine" has two. A word for any drug yields to the name of one.
"""

from collections.abc import Mapping
from pathlib import Path

from newsfacts import lexicons
from newsfacts.assemble.keys.folding import folded
from newsfacts.record import SubstanceClass

__all__ = ["SubstanceClasses", "substance_classes"]

_LONGEST = 3
"""Words of the longest name."""


class SubstanceClasses:
    """Tell classes of substances; make one with `substance_classes`."""

    def __init__(self, classes: Mapping[str, SubstanceClass]) -> None:
        """Take the class of each word or name, folded."""
        self._classes = classes

    def of(self, written: str) -> SubstanceClass | None:
        """Give the class of a substance as written; None for what no list knows, and for two of different classes."""
        words = folded(written).replace(",", " ").split()
        found, place = set(), 0
        while place < len(words):
            names = (" ".join(words[place : place + length]) for length in range(_LONGEST, 0, -1))
            name = next((name for name in names if name in self._classes), "")
            if name:
                found.add(self._classes[name])
            place += max(1, len(name.split()))
        if len(found) > 1:
            found.discard(SubstanceClass.DRUG)
        return found.pop() if len(found) == 1 else None


def substance_classes(extra: tuple[Path, ...] = ()) -> SubstanceClasses:
    """Read the lexicon of classes, to which the folders `extra` may add.

    Raises:  LexiconError for a malformed line; ValueError for a class that the record does not have.
    """
    classes = lexicons.read("substance_classes", extra).mapping("class")
    return SubstanceClasses({folded(word): SubstanceClass(name) for word, name in classes.items()})
