"""The weights of a decision: one small generated table, read here and written by `fitting.py`.

A table opens with comments that say how it was made; then come the columns `evidence weight seen right articles`, one
evidence a row: its weight with two decimals, how many candidates had it, how many of those were right, and in how many
articles it was seen. "none" for a weight says that it was seen in too few. Two rows are no evidence: `(none)`, the
score of the possibility that no candidate is right, and `(threshold)`, the probability that the best one must reach.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from importlib.resources import files
from itertools import repeat
from pathlib import Path
from typing import Any

from newsfacts.errors import WeightsError
from newsfacts.weigh.choice import Candidate
from newsfacts.weigh.decision import Decision

__all__ = [
    "COLUMNS",
    "NONE",
    "NO_WEIGHT",
    "THRESHOLD",
    "Spoken",
    "Weights",
    "blank",
    "fitted_on",
    "packaged",
    "read_weights",
    "tables",
]

COLUMNS = ("evidence", "weight", "seen", "right", "articles")
"""Columns of a table."""
NONE = "(none)"
"""Row of the possibility that none is right."""
THRESHOLD = "(threshold)"
"""Row of the least probability of a choice."""
NO_WEIGHT = "none"
"""Weight of evidence that was seen in too few articles."""
_HUNDREDTHS = Decimal(100)
_THOUSANDTHS = Decimal(1000)
_FITTED_ON = re.compile(r"^# source: .* articles of (.*)$", re.MULTILINE)
_SOURCE = re.compile(r"(\S.*?) (\d+)(?:, |$)")
_NOTHING = repeat(0)
"""What evidence without a weight adds, as often as it is asked for."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Say what one evidence added to a candidate's score."""

    evidence: str
    """As the candidate has it, with its value."""
    weight: float
    """What was added; negative where it speaks against."""
    why: str
    """The catalogue's reason."""


@dataclass(frozen=True)
class Weights:
    """Hold the weights of one decision; read them with `read_weights`."""

    decision: Decision
    """What they decide."""
    known: Mapping[str, int] = field(default_factory=dict)
    """Hundredths by evidence; what is not here weighs nothing."""
    none: int = 0
    """Hundredths that the possibility of none has."""
    threshold: int = 0
    """Thousandths that the best candidate's probability must reach."""

    def score(self, candidate: Candidate[Any]) -> int:
        """Add the weights of a candidate's evidence, in hundredths."""
        return self.sum(candidate.evidence)

    def scores(self, candidates: Iterable[Candidate[Any]]) -> list[int]:
        """Give the score of each candidate."""
        known = self.known.get
        return [sum(map(known, candidate.evidence, _NOTHING)) for candidate in candidates]

    def sum(self, evidence: Iterable[str]) -> int:
        """Add the weights of evidence, in hundredths."""
        return sum(map(self.known.get, evidence, _NOTHING))

    def spoken(self, candidate: Candidate[Any]) -> tuple[Spoken, ...]:
        """Give the trace of a candidate: what each evidence added, the heaviest first."""
        found = [
            Spoken(name, self.known[name] / 100, self.decision.evidence(name).why)
            for name in candidate.evidence
            if self.known.get(name)
        ]
        return tuple(sorted(found, key=lambda one: (-abs(one.weight), one.evidence)))


def tables() -> list[str]:
    """List the decisions that the package has a table of, sorted."""
    folder = files(__package__).joinpath("tables").iterdir()
    return sorted(file.name.removesuffix(".tsv") for file in folder if file.name.endswith(".tsv"))


def packaged(decision: Decision) -> bool:
    """Tell whether the package has a table of the decision that fits its catalogue."""
    try:
        read_weights(decision)
    except WeightsError:
        return False
    return True


def fitted_on(decision: Decision) -> Mapping[str, int]:
    """Say on which sources, and how many articles of each, the package's table was fitted, as its head tells."""
    file = files(__package__).joinpath("tables", f"{decision.name}.tsv")
    if not file.is_file():
        return {}
    told = _FITTED_ON.search(file.read_text("utf-8"))
    return {name: int(number) for name, number in _SOURCE.findall(told[1])} if told else {}


def read_weights(decision: Decision, folders: tuple[Path, ...] = ()) -> Weights:
    """Read the weights of a decision from the last of `folders` that has a table of them, else from the package.

    Raises:  WeightsError where there is no table, or with file and line where it is malformed.
    """
    for own in (folder / f"{decision.name}.tsv" for folder in reversed(folders)):
        if own.is_file():
            return _parse(decision, str(own), own.read_text("utf-8"))
    file = files(__package__).joinpath("tables", f"{decision.name}.tsv")
    if not file.is_file():
        raise WeightsError(f"no weights of the decision {decision.name!r}; make them with: newsfacts fit GOLD…")
    return _parse(decision, f"tables/{decision.name}.tsv", file.read_text("utf-8"))


def blank(decision: Decision) -> str:
    """Write a table without weights, for a decision that was never fitted."""
    rows = (COLUMNS, (NONE, "0", "0", "0", "0"), (THRESHOLD, f"{max(decision.least, 0.5):.3f}", "0", "0", "0"))
    return "".join("\t".join(row) + "\n" for row in rows)


def _parse(decision: Decision, where: str, content: str) -> Weights:
    """Read a table of weights, each row checked."""
    known: dict[str, int] = {}
    rows = [(number, line.split("\t")) for number, line in enumerate(content.splitlines(), 1) if line[:1] not in "#"]
    if not rows or tuple(rows[0][1]) != COLUMNS:
        raise WeightsError(f"{where}: no columns {' '.join(COLUMNS)}; expected what newsfacts fit writes")
    for number, row in rows[1:]:
        if len(row) != len(COLUMNS) or row[0] in known:
            raise WeightsError(f"{where}:{number}: {row}; expected one row an evidence with {' '.join(COLUMNS)}")
        name, weight = row[0], row[1]
        if weight == NO_WEIGHT:
            continue
        try:
            scaled = Decimal(weight) * (_THOUSANDTHS if name == THRESHOLD else _HUNDREDTHS)
        except InvalidOperation as error:
            raise WeightsError(f"{where}:{number}: weight {weight!r}; expected a number or {NO_WEIGHT!r}") from error
        if scaled != int(scaled):
            raise WeightsError(f"{where}:{number}: weight {weight}; expected two decimals (three for {THRESHOLD})")
        if name not in (NONE, THRESHOLD):
            decision.check([name])
        known[name] = int(scaled)
    none, threshold = known.pop(NONE, 0), known.pop(THRESHOLD, 0)
    return Weights(decision, known, none, threshold)
