"""What a percentage says once it is read, and what its words say of it on the way."""

from dataclasses import dataclass
from enum import StrEnum

from newsfacts.figures.figure import Figure
from newsfacts.record import Base, Direction, PercentageUnit

__all__ = ["Look", "PercentageMatch", "Trigger"]


class Look(StrEnum):
    """Say where the measure of a percentage is to be looked for."""

    CHANGE_NOUN = "change noun"
    """In what a noun of change is a change of, else in its subject."""
    BESIDE = "beside"
    """In the phrase that "fewer" or "more" counts, else in the subject."""
    VERB = "verb"
    """In the subject of a verb, or the object of one that makes something rise or fall."""
    WHOLE = "whole"
    """Behind "of", else in what was named before."""
    NAMED = "named"
    """In the noun in front of "of" or behind the percentage, which names itself."""
    SUBJECT = "subject"
    """In a whole that was named before: the percentage is the subject."""
    BRACKET = "bracket"
    """In the noun phrase in front of the bracket."""
    LABEL = "label"
    """In the label of the line."""
    JOINED = "joined"
    """In the noun phrase of its own member of the list, else where the percentage before has it."""
    NOWHERE = "nowhere"
    """Nothing says it."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Hold what the words around a percentage say of it."""

    direction: Direction
    """Change, share, rate or none."""
    look: Look
    """Where its measure is."""
    pivot: int | None = None
    """Position of the word that says so: the noun, adverb or verb of change, level or share."""


@dataclass(frozen=True, slots=True)
class PercentageMatch:
    """Hold one percentage."""

    figure: Figure
    """The number, in percent or percentage points."""
    unit: PercentageUnit
    """percent or percentage_point."""
    direction: Direction
    """Change, share, rate or none."""
    measure: str | None
    """What changed, or what it is a share or rate of."""
    base: Base | None
    """What it is compared with."""
    base_text: str | None
    """The words that say so."""
    rule: str
    """Id of the rule."""
    look: Look = Look.NOWHERE
    """Where its measure was looked for."""
    counted: bool = False
    """Its numbers count things too: 13 of the 16 accused."""
