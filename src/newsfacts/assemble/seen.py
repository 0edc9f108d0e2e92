"""What a check may look at beside the fact itself: the text, the day of publication, the people, the words.

Everything that needs the whole text is read once, and only where a check asks for it.
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

__all__ = ["Seen"]

_LOWER = re.compile(r"(?<![^\W_])[a-z][a-z'’-]+(?![^\W_])")
_RUNNING = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]+")
"""A capital behind a word in lower case: in running text that is a name."""
_ENDS = frozenset(".!?:;\"”’'…")


@dataclass(frozen=True)
class Seen:
    """Hold what is known of the article whose facts are checked."""

    text: str
    """The article as given."""
    published: datetime.date | None
    """Day of publication, given or found."""
    people: frozenset[str]
    """Names of the people found, as written."""
    words: Mapping[str, frozenset[str]]
    """Words that cannot be what a field holds, by class."""
    places: frozenset[str]
    """Places that are well known, in lower case."""
    human: frozenset[str]
    """Nouns for people."""

    def has(self, kind: str, words: Iterable[str]) -> bool:
        """Tell whether all of some words belong to a class of impossible words."""
        found = [word.lower() for word in words]
        return bool(found) and self.words[kind].issuperset(found)

    @cached_property
    def lower(self) -> frozenset[str]:
        """Give the words that the text has in lower case somewhere."""
        return frozenset(_LOWER.findall(self.text))

    @cached_property
    def running(self) -> frozenset[str]:
        """Give the words that have a capital in running text: in lines that end as a sentence does."""
        lines = (line for line in self.text.splitlines() if line.rstrip()[-1:] in _ENDS)
        return frozenset(word for line in lines for word in _RUNNING.findall(line))
