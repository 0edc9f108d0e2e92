"""What happened while an article was read: what was proposed for each value, what was chosen, what was refused and why.

A trace hangs on the reading of an article (`language/reading.py`) when somebody asks for it (`Extractor.traced`), else
nothing is recorded. Readers tell it what they weighed or refused; `explain/` shows it. Offsets are characters of the
article's text as given, end exclusive.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from newsfacts.rules.rule import Rule

__all__ = ["Decided", "Proposed", "Refused", "Trace"]

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Proposed:
    """Hold one answer that was weighed."""

    value: str
    """The answer, in words."""
    evidence: tuple[str, ...]
    """What spoke for or against it, by the names of the decision's catalogue."""
    chosen: bool
    """It is the one."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Hold how one value of a fact was decided."""

    decision: str
    """Name of the decision, as in docs/weighing.md."""
    proposed: tuple[Proposed, ...]
    """What was weighed, in the order of the text; empty where nothing was proposed."""
    confidence: float
    """Probability that the choice is right, or that none of them is where none was chosen."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Hold what is no fact."""

    start: int
    """Index of its first character."""
    end: int
    """Index behind its last one."""
    unit: Span
    """The sentence or line that it stands in."""
    rule: Rule
    """What refused it."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Remember; the one thing that grows while an article is read, and only where it was asked for."""

    decided: dict[str, list[Decided]] = field(default_factory=dict)
    """Decisions by fact_id, in the order in which they were made."""
    read_from: dict[tuple[str, str], Span] = field(default_factory=dict)
    """Where a value was read, by fact_id and field."""
    refused: list[Refused] = field(default_factory=list)
    """What was refused, in the order of reading."""
    taught: tuple[Rule, ...] = ()
    """Rules of packs, whose ids facts may bear beside those of the package."""

    def decide(self, fact_id: str, decision: str, choice: Any, told: Callable[[Any], str]) -> None:
        """Note a choice (`weigh.Choice`; None where nothing was weighed); `told` puts a candidate's value in words."""
        if choice is None:
            return
        proposed: Sequence[Proposed] = [
            Proposed(told(one.value), one.evidence, one is choice.best) for one in choice.candidates
        ]
        self.decided.setdefault(fact_id, []).append(Decided(decision, tuple(proposed), choice.confidence))

    def refuse(self, span: Span, unit: Span, rule: Rule) -> None:
        """Note that a number is no fact."""
        self.refused.append(Refused(*span, unit, rule))
