"""Compare the kinds of sections with those of gold, character by character.

Both sides partition the text. What counts is what a reader of facts suffers from, furniture read as the story and the
story read as furniture, and how much of each kind is right.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from newsfacts.record import SectionKind

__all__ = ["Confusion", "confused"]

Pair = tuple[str, str]
"""The kind in gold and the kind found; "" where there is no record."""


@dataclass
class Confusion:
    """Count characters by their kind in gold and the kind found."""

    characters: Counter[Pair] = field(default_factory=Counter)
    """By kind in gold and kind found."""

    def add(self, gold: Mapping[str, Any], record: Mapping[str, Any]) -> None:
        """Count the characters of one article."""
        for start, end, wanted, found in confused(gold, record):
            self.characters[wanted, found] += end - start

    def counts(self, kind: str | None = None) -> tuple[int, int, int]:
        """Give the characters that are right, those of gold and those found, of one kind or of all."""
        right = sum(n for (wanted, found), n in self.characters.items() if wanted == found and kind in (None, wanted))
        gold = sum(n for (wanted, _), n in self.characters.items() if kind in (None, wanted))
        given = sum(n for (_, found), n in self.characters.items() if found and kind in (None, found))
        return right, gold, given

    def read_as(self, kind: str, other: str) -> tuple[int, int]:
        """Give the characters of a kind that were read as another, and all of that kind."""
        return self.characters[kind, other], self.counts(kind)[1]

    def kinds(self) -> Iterator[str]:
        """Yield the kinds that gold or a record has, in the order of the record's."""
        seen = {kind for pair in self.characters for kind in pair}
        yield from (kind.value for kind in SectionKind if kind.value in seen)


def confused(gold: Mapping[str, Any], record: Mapping[str, Any]) -> Iterator[tuple[int, int, str, str]]:
    """Yield stretches of the text with the kind in gold and the kind found, in text order; also where they agree."""
    found = [(s["start_char"], s["end_char"], s["kind"]) for s in record.get("sections") or []]
    place = 0
    for wanted in gold.get("section_kinds") or []:
        at = wanted["start"]
        while at < wanted["end"]:
            while place < len(found) and found[place][1] <= at:
                place += 1
            start, end, kind = found[place] if place < len(found) else (wanted["end"], wanted["end"], "")
            until, kind = (min(end, wanted["end"]), kind) if start <= at else (min(start, wanted["end"]), "")
            yield at, until, wanted["kind"], kind
            at = until
