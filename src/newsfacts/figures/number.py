"""What a number is, as the number grammar reads it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

__all__ = ["Form", "Number"]


class Form(StrEnum):
    """Say how a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    MIXED = "mixed"
    INDEFINITE = "indefinite"
    FRACTION = "fraction"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Number:
    """Hold one number as it stands in the text."""

    start: int
    """Index of its first character."""
    end: int
    """Index behind its last character, glued letters such as "kg" left out."""
    value: Decimal
    """The number; the lower end of a range."""
    form: Form
    """How it is written."""
    high: Decimal | None = None
    """Upper end of a range."""
    parts: tuple["Number", ...] = ()
    """The two numbers of a range, as they stand."""
    scale: Decimal = Decimal(1)
    """The magnitude word or suffix that is part of `value`: a million for "1.2 million"."""
    before: str = ""
    """What is glued in front: letters ("N" of "N210,000"), a hyphen, a currency sign."""
    after: str = ""
    """Letters glued behind: "kg" of "100kg"."""
    negative: bool = False
    """A minus sign stands in front; `start` and `value` leave it out, since most such signs are dashes."""
    plain: str = ""
    """The digits as written, for numbers in digits."""
    odd: bool = False
    """Its grouping is broken ("2020,000"): the value is read as if the separators were not there."""
    denominator: int = 0
    """Denominator of a fraction such as "two-thirds"; 0 elsewhere."""

    @property
    def integral(self) -> bool:
        """Tell whether the number could count things."""
        return self.value == self.value.to_integral_value()
