"""What is read of an act: the verb, how the counted things stand to it, who did it."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Agent", "Predicate", "Standing"]


@dataclass(frozen=True, slots=True)
class Agent:
    """Hold who did it, as written."""

    text: str
    """The noun phrase or pronoun."""
    start: int
    """Index of its head word in the article."""
    end: int
    """Index behind its head word."""


class Standing(StrEnum):
    """Say how the things counted stand to the verb."""

    PATIENT = "patient"
    SUBJECT = "subject"
    OBLIQUE = "oblique"


@dataclass(frozen=True, slots=True)
class Predicate:
    """Hold what happened to the things counted."""

    lemma: str
    """Base form of the verb."""
    position: int
    """Position of the verb or verbal noun in the sentence; of the noun itself where the verb stands elsewhere."""
    standing: Standing
    """Whether they suffer it, do it, or stand beside it."""
    elsewhere: bool = False
    """The verb stands in a unit ahead."""
    agent: Agent | None = None
    """Who did it, where the text says so."""
