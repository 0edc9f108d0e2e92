"""The counts of an article as the ties see them: what they count, where they stand, what stands around them.

Two counts may be of the same things where their nouns have the same head or the same class: guns and firearms, drivers
and people. Not here: which of them are tied (`parts.py`, `changes.py`, `repeats.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from newsfacts import lexicons
from newsfacts.actions import event_type as event
from newsfacts.actions.event_type import EventReader
from newsfacts.actions.figure_facts import FigureFact
from newsfacts.figures.count.reader import CountMatch
from newsfacts.lexicons.function_words import any_of

__all__ = ["Counted", "Nouns", "counts_of", "nouns"]

_HUMAN = frozenset({"suspect", "victim", "police", "person"})
_DEFINITE = re.compile(rf"\b(?:{any_of('whole')}|both)\s+(?:(?:{any_of('rest or first')})\s+)?$", re.IGNORECASE)
_TOLD_APART = re.compile(rf"\s+(?:{any_of('relative in full', 'taken apart')}|\w+ed)\b", re.IGNORECASE)
"""A clause that says which ones are meant, so that nothing before needs to have told it."""
_OTHER = re.compile(rf"\b(?:{any_of('rest')})\b", re.IGNORECASE)
_REACH_BACK = 40
"""Characters in front of a number in which its determiner stands."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Hold one count."""

    place: int
    """Its place among all figures of the article."""
    match: CountMatch
    """What was found."""
    value: Decimal
    """The number; the lower limit of a range."""
    start: int
    """Index of its first character."""
    end: int
    """Index behind its last character."""
    sentence: int
    """Index of the first character of its sentence."""
    unit: int
    """Place of its unit among the units of the article."""
    head: str
    """Head of its noun, in the singular."""
    kind: str
    """Class of the things counted; "" where none is known."""
    narrow: str
    """The same, people told apart: suspects, victims, police."""
    text: str
    """What is written."""
    ahead: str
    """What stands right in front of it in its unit."""
    behind: str
    """What stands right behind it."""
    elided: bool
    """It does not say its noun again."""

    @property
    def definite(self) -> bool:
        """Tell whether it points at things already told of: the two cars, not "the two cars that were found later"."""
        return bool(_DEFINITE.search(self.ahead)) and not _TOLD_APART.match(self.behind)

    @property
    def rest(self) -> bool:
        """Tell whether it is what is left of a whole: the other nine, two of the other passengers."""
        return bool(_OTHER.search(self.ahead[-11:] + self.text))

    def same_noun(self, other: "Counted") -> bool:
        """Tell whether both name the same thing."""
        return self.head == other.head

    def like(self, other: "Counted") -> bool:
        """Tell whether both may be of the same things."""
        return self.head == other.head or bool(self.kind and self.kind == other.kind)


@dataclass(frozen=True, slots=True)
class Nouns:
    """Say which nouns name the same sort of thing."""

    events: EventReader
    """Nouns by class."""
    people: frozenset[str]
    """Nouns for people."""

    def kind(self, noun: str) -> str:
        """Give the class of a noun; "" where none is known."""
        found = self.events.noun_class(noun)
        return "people" if found in _HUMAN or noun.lower().rpartition(" ")[2] in self.people else found


def nouns(extra: tuple[Path, ...] = ()) -> Nouns:
    """Read the classes of nouns from the lexicons `event_nouns` and `person_nouns`."""
    return Nouns(event.reader(extra), lexicons.read("person_nouns", extra).words())


def counts_of(figures: Sequence[FigureFact], known: Nouns) -> list[Counted]:
    """List the counts among the figures, in text order."""
    return [
        _counted(place, fact, fact.match, known)
        for place, fact in enumerate(figures)
        if isinstance(fact.match, CountMatch)
    ]


def _counted(place: int, fact: FigureFact, match: CountMatch, known: Nouns) -> Counted:
    """Look at one count as the ties see it."""
    sentence, figure = fact.sentence, match.figure
    value = figure.value if figure.value is not None else (figure.low or Decimal(0))
    start, end = figure.start, figure.end
    return Counted(
        place=place,
        match=match,
        value=value,
        start=start,
        end=end,
        sentence=sentence.unit.sentence_start,
        unit=sentence.index,
        head=_singular(match.noun),
        kind=known.kind(match.noun),
        narrow=known.events.noun_class(match.noun),
        text=sentence.slice(start, end),
        ahead=sentence.slice(max(sentence.start, start - _REACH_BACK), start),
        behind=sentence.slice(end, min(sentence.end, end + _REACH_BACK)),
        elided=match.elided,
    )


def _singular(noun: str) -> str:
    """Give the head of a noun without its plural ending, crude but the same for both sides."""
    words = noun.lower().split()
    head = words[-1] if words else ""
    for ending, base in (("men", "man"), ("ies", "y"), ("people", "person"), ("persons", "person")):
        if head.endswith(ending):
            return head[: -len(ending)] + base
    if head.endswith(("sses", "shes", "ches", "xes")):
        return head[:-2]
    return head[:-1] if head.endswith("s") and not head.endswith("ss") else head
