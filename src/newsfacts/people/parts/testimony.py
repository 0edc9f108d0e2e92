"""What the document says of a person's part: who says it (a verb, a list, a noun, a pronoun) and for which part."""

from collections import Counter
from collections.abc import Iterable, Mapping

__all__ = ["Testimonies", "Testimony"]


class Testimony:
    """Count what speaks for each part of one person, by the kind of witness."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.counts: Counter[tuple[str, str]] = Counter()

    def add(self, kind: str, parts: Iterable[str]) -> None:
        """Let a kind of witness speak for parts; an empty part says nothing."""
        self.counts.update((kind, part) for part in parts if part)

    def __getitem__(self, part: str) -> int:
        """Count everything that speaks for a part."""
        return sum(count for (_, said), count in self.counts.items() if said == part)


Testimonies = Mapping[int, Testimony]
"""What is said of each person, by id() of the draft."""
