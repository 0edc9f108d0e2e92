"""How far a fact or a role can be trusted: the measured precision of the rule that found it.

The figures stand in `rule_precision.tsv`, which `newsfacts calibrate` writes; `calibration.py` says how they are
measured. A rule may have a second row for facts with a trait that makes it less certain; `trait` says which there are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from newsfacts.errors import LexiconError

__all__ = ["COLUMNS", "FILE", "NO_PERSON", "NO_PREDICATE", "PLAIN", "Confidence", "reader", "trait"]

FILE = "rule_precision.tsv"
"""Name of the file, inside the package."""
COLUMNS = ("rule", "trait", "given", "right", "confidence")
"""Its columns."""

PLAIN = "plain"
"""Nothing about the fact makes it less certain than its rule."""
NO_PREDICATE = "no predicate"
"""A count of which the text seems to say nothing: what is no count after all often stands so."""
NO_PERSON = "no person"
"""A quote whose speaker is none of the people named: the speaker may be another, or it is no speech."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """Hold the confidence of each rule and trait."""

    known: Mapping[tuple[str, str], float]
    """By rule and trait; a rule without a row for a trait has it as PLAIN."""

    def of(self, rule: str, trait: str = PLAIN) -> float | None:
        """Give the confidence of what a rule found; None for a rule that was never measured.

        Example:
            >>> 0 < reader().of("count.noun-phrase") < 1
            True
        """
        return self.known.get((rule, trait), self.known.get((rule, PLAIN)))


def trait(fact: Mapping[str, Any]) -> str:
    """Say what makes a fact less certain than its rule; `fact` has the fields of a record's fact.

    Example:
        >>> trait({"kind": "count", "predicate": None})
        'no predicate'
    """
    if fact["kind"] == "count" and fact["predicate"] is None:
        return NO_PREDICATE
    if fact["kind"] == "quote" and fact["speaker_person_id"] is None:
        return NO_PERSON
    return PLAIN


def reader() -> Confidence:
    """Read the table of the package.

    Raises:  LexiconError where the file is malformed.
    """
    lines = (files(__package__) / FILE).read_text("utf-8").splitlines()
    rows = [(number, line.split("\t")) for number, line in enumerate(lines, start=1) if line[:1] not in ("", "#")]
    if not rows or tuple(rows[0][1]) != COLUMNS:
        raise LexiconError(f"{FILE}: no columns {' '.join(COLUMNS)}; expected what newsfacts calibrate writes")
    known = {}
    for number, row in rows[1:]:
        try:
            rule, name, _, _, value = row
            known[rule, name] = float(value)
        except ValueError as error:
            raise LexiconError(f"{FILE}:{number}: {row}; expected {' '.join(COLUMNS)}") from error
    return Confidence(known)
