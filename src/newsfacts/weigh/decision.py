"""What a decision is: its name, what it decides, and the evidence that may speak in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from newsfacts.errors import WeightsError

__all__ = ["Decision", "Evidence"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Name one observation that may speak for or against a candidate."""

    name: str
    """Unique in its decision; "title in front". With a value of a closed set it is written "distance=far"."""
    why: str
    """One line: why a linguist believes that it matters."""
    example: str
    """A text in which it speaks; the span decided about stands in [brackets] where there is one."""


@dataclass(frozen=True)
class Decision:
    """Describe one decision; its weights stand in a table of the same name."""

    name: str
    """File name of its table without ending: "money_role"."""
    question: str
    """What is decided, in one line."""
    catalogue: tuple[Evidence, ...]
    """Everything that may speak."""
    may_be_none: bool = True
    """None of the candidates may be right; else the best one is taken, however unlikely."""
    nested: bool = False
    """Several candidates may be right, one inside the other: the best one is held against none alone."""
    least: float = 0.0
    """What no threshold may fall below, whatever fitting finds: for where a wrong answer costs more than none."""

    @cached_property
    def by_name(self) -> dict[str, Evidence]:
        """Give the catalogue by name."""
        return {evidence.name: evidence for evidence in self.catalogue}

    def evidence(self, spoken: str) -> Evidence:
        """Find the line of the catalogue for an evidence as it was given, with or without a value.

        Raises:  WeightsError where the catalogue has no such evidence.
        """
        found = self.by_name.get(spoken.partition("=")[0])
        if found is None:
            raise WeightsError(
                f"decision {self.name}: evidence {spoken!r} is not in its catalogue; "
                f"expected one of {', '.join(sorted(self.by_name))}"
            )
        return found

    def check(self, spoken: Iterable[str]) -> None:
        """Make sure that all of these stand in the catalogue.

        Raises:  WeightsError for the first one that does not.
        """
        for name in spoken:
            self.evidence(name)
