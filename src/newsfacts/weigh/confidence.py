"""How far a role can be trusted, and a fact by a user's own table: what was measured of the rule that found it.

The figures stand in `rule_precision.tsv`, which `newsfacts calibrate` writes; `calibration.py` says how they are
measured. A rule may have a second row for facts with a trait that makes it less certain; each kind of fact says which
there are (`doubts`). Facts are weighed one by one (`assemble/trust.py`) unless the user gives a table of rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from newsfacts.errors import LexiconError

__all__ = ["COLUMNS", "FILE", "NO_PERSON", "NO_PREDICATE", "PLAIN", "UNKNOWN", "Confidence", "reader"]

FILE = "rule_precision.tsv"
"""Name of the file, inside the package."""
COLUMNS = ("rule", "trait", "given", "right", "confidence")
"""Its columns."""
UNKNOWN = "null"
"""Confidence of what was seen too seldom to say."""

PLAIN = "plain"
"""Nothing about the fact makes it less certain than its rule."""
NO_PREDICATE = "no predicate"
"""A count of which the text seems to say nothing: what is no count after all often stands so."""
NO_PERSON = "no person"
"""A quote whose speaker is none of the people named: the speaker may be another, or it is no speech."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """Hold the confidence of each rule and trait."""

    known: Mapping[tuple[str, str], float | None]
    """By rule and trait; None where it was seen too seldom. A rule without a row for a trait has it as PLAIN."""

    def of(self, rule: str, trait: str = PLAIN) -> float | None:
        """Give the confidence of what a rule found; None for a rule that was never measured, or too seldom.

        Example:
            >>> 0 < reader().of("role.direct") < 1
            True
        """
        return self.known.get((rule, trait), self.known.get((rule, PLAIN)))


def reader(file: Path | None = None) -> Confidence:
    """Read a table that `newsfacts calibrate` has written; the one of the package where none is named.

    Raises:  LexiconError where the file is malformed or cannot be read.
    """
    name = str(file) if file is not None else FILE
    try:
        content = (file if file is not None else files(__package__) / FILE).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{name}: cannot be read ({error}); expected what newsfacts calibrate writes") from error
    rows = [(n, line.split("\t")) for n, line in enumerate(content.splitlines(), start=1) if line[:1] not in "#"]
    if not rows or tuple(rows[0][1]) != COLUMNS:
        raise LexiconError(f"{name}: no columns {' '.join(COLUMNS)}; expected what newsfacts calibrate writes")
    known: dict[tuple[str, str], float | None] = {}
    for number, row in rows[1:]:
        try:
            rule, trait_name, _, _, value = row
            known[rule, trait_name] = float(value) if value != UNKNOWN else None
        except ValueError as error:
            raise LexiconError(f"{name}:{number}: {row}; expected {' '.join(COLUMNS)}") from error
    return Confidence(known)
