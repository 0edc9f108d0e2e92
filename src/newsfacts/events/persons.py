"""Where the text means one of its people: whom the words between two characters mean.

Not here: who is a person, and which pronoun means whom (`people/`).
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from newsfacts.people import Reference
from newsfacts.record import Person

__all__ = ["NOBODY", "PersonsAt"]


@dataclass(frozen=True)
class PersonsAt:
    """Hold the people of one article with every place that means one of them."""

    references: Sequence[Reference] = ()
    """In text order."""
    people: Mapping[str, Person] = field(default_factory=dict)
    """By person_id."""

    @cached_property
    def _starts(self) -> list[int]:
        return [reference.start_char for reference in self.references]

    @cached_property
    def order(self) -> dict[str, int]:
        """Give the place of each person among all."""
        return {person_id: place for place, person_id in enumerate(self.people)}

    @cached_property
    def _longest(self) -> int:
        return max((one.end_char - one.start_char for one in self.references), default=0)

    def among(self, start: int, end: int) -> list[str]:
        """List whom the words between two characters mean, each person_id once, in text order."""
        near = self.references[bisect_left(self._starts, start - self._longest) : bisect_left(self._starts, end)]
        return list(dict.fromkeys(reference.person_id for reference in near if start < reference.end_char))

    def one(self, start: int, end: int) -> str | None:
        """Give the person_id of the one person whom the words between two characters mean."""
        owners = self.among(start, end)
        return owners[0] if len(owners) == 1 else None

    def called(self, person_id: str, start: int, end: int) -> tuple[int, int] | None:
        """Give where a person is called by name between two characters; None for a pronoun or a title."""
        mentions = self.people[person_id].mentions if person_id in self.people else []
        place = bisect_left(mentions, start, key=attrgetter("start_char"))
        inside = mentions[place : place + 1]
        return (inside[0].start_char, inside[0].end_char) if inside and inside[0].end_char <= end else None

    def name(self, person_id: str) -> str | None:
        """Give the fullest name of a person."""
        person = self.people.get(person_id)
        return person.name if person is not None else None


NOBODY = PersonsAt()
"""An article that means nobody."""
