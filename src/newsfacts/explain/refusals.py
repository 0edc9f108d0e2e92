"""Why a number is no fact: the rule that refused it, of the package or of a pack, as the trace tells it."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsfacts.record import NUMBERS, Record
from newsfacts.rules.rule import Rule
from newsfacts.rules.trace import Trace

__all__ = ["RefusalExplanation", "explain_refusals"]


@dataclass(frozen=True, slots=True)
class RefusalExplanation:
    """Hold a number that is no fact."""

    start: int
    """Index of its first character in the text as given."""
    end: int
    """Index behind its last character."""
    sentence: tuple[str, str, str]
    """Its unit: what is before the number, the number, what is behind."""
    rule: Rule
    """What refuses it."""


def explain_refusals(text: str, record: Record, trace: Trace) -> Iterator[RefusalExplanation]:
    """Yield the numbers of an article that a rule refused and that stand in no fact of its record, in text order.

    Where several rules refused a number, the first of them is told.
    """
    taken = [(fact.start_char, fact.end_char) for fact in record.facts if fact.kind in NUMBERS]
    told: dict[tuple[int, int], RefusalExplanation] = {}
    for one in trace.refused:
        if not any(first < one.end and one.start < last for first, last in taken):
            around = text[one.unit[0] : one.start], text[one.start : one.end], text[one.end : one.unit[1]]
            told.setdefault((one.start, one.end), RefusalExplanation(one.start, one.end, around, one.rule))
    yield from (told[span] for span in sorted(told))
