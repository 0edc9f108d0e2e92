"""Measure how often each rule is right, and whether what the records claim about that holds.

Phases: every fact and role of a record is judged against gold (`judgements`) → right and given are counted for each
rule and trait (`tally`) → the counts become confidences (`estimates`), which are written as `rule_precision.tsv`
(`format_rows`). The same judgements, put into bins of confidence, are the calibration table (`calibrate`).

A fact is right where it pairs with one of gold on the level FULL of scoring.py: span and value, comparator, and what
decides (noun, currency, direction, unit, speaker). A role is right where its person is one of gold's, its title is
one of that person's titles and its organisation, if it has one, one of that person's organisations. What touches an
item that gold leaves open is not judged.

From counts to confidence: the lower bound of the share (Wilson, one-sided, 90 percent), so that a rule seen seldom
claims little; none at all below LEAST cases. A rule is not fitted, so that every article is one left out, except where
somebody wrote the rule with that article in mind; measure on articles that nobody has tuned to.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsfacts.assemble.kinds import KINDS as FACT_KINDS
from newsfacts.assemble.kinds import RULES, trait
from newsfacts.evaluation.files import read_pair
from newsfacts.evaluation.scoring import (
    KINDS,
    Level,
    as_items,
    is_neutral,
    level,
    open_items,
    pair,
    role_is_right,
    wanted_items,
)
from newsfacts.weigh.confidence import COLUMNS, PLAIN, UNKNOWN

__all__ = [
    "BINS",
    "LEAST",
    "Bin",
    "Judgement",
    "calibrate",
    "calibrate_files",
    "estimates",
    "format_bins",
    "format_bins_json",
    "format_rows",
    "judged_facts",
    "judgements",
    "lower_bound",
    "tally",
]

LEAST = 5
"""Cases that must have been seen for a confidence."""
_DEVIATE = 1.2815515655446004
"""Of the normal distribution, one-sided 90 percent."""
BINS = (0.95, 0.9, 0.8, 0.5, 0.0)
"""Lower edges of the bins of confidence."""

_KIND_OF = {kind.kind.value: kind.gold.name for kind in FACT_KINDS}
_ROLES = "roles"
_ALL = "all facts"

Cell = tuple[str, str]
"""A rule and a trait."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Say of one fact or role whether it is right."""

    kind: str
    """The gold's name of the kind, or "roles"."""
    rule: str
    """Id of the rule."""
    trait: str
    """What makes it less certain than its rule."""
    confidence: float | None
    """What the record claims."""
    right: bool
    """Gold agrees."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Count the facts of one kind whose confidence lies in one bin."""

    kind: str
    """The gold's name of the kind, "roles", or "all facts"."""
    least: float
    """Lower edge; the upper edge is the lower one of the bin above."""
    given: int
    """Facts in the bin."""
    right: int
    """Those that are right."""
    expected: float
    """Mean of their confidences."""


def judgements(gold: Mapping[str, Mapping[str, Any]], records: Mapping[str, Mapping[str, Any]]) -> Iterator[Judgement]:
    """Judge every fact and role of the records whose article has gold."""
    for article_id, wanted in gold.items():
        record = records.get(article_id)
        if record is not None:
            yield from _facts(wanted, record)
            yield from _roles(wanted, record)


def judged_facts(gold: Mapping[str, Any], record: Mapping[str, Any]) -> dict[str, bool]:
    """Say of each fact of a record, by its id, whether it is right; what gold leaves open is not there."""
    return {fact["fact_id"]: one.right for fact, one in _facts_judged(gold, record)}


def _facts(gold: Mapping[str, Any], record: Mapping[str, Any]) -> Iterator[Judgement]:
    for _, one in _facts_judged(gold, record):
        yield one


def _facts_judged(gold: Mapping[str, Any], record: Mapping[str, Any]) -> Iterator[tuple[dict[str, Any], Judgement]]:
    items = as_items(record)
    for kind in KINDS[1:]:
        facts = [fact for fact in record["facts"] if _KIND_OF[fact["kind"]] == kind]
        wanted, left_open = wanted_items(gold, kind), open_items(gold, kind)
        paired = {right: left for left, right in pair(kind, wanted, items[kind])}
        for place, (fact, item) in enumerate(zip(facts, items[kind], strict=True)):
            right = place in paired and level(kind, wanted[paired[place]], item) is Level.FULL
            if place in paired or not is_neutral(item, left_open):
                yield fact, Judgement(kind, fact["rule"], trait(fact), _number(fact["confidence"]), right)


def _roles(gold: Mapping[str, Any], record: Mapping[str, Any]) -> Iterator[Judgement]:
    wanted, left_open = wanted_items(gold, "people"), open_items(gold, "people")
    items = as_items(record)["people"]
    paired = {right: left for left, right in pair("people", wanted, items)}
    for place, person in enumerate(record["people"]):
        if place not in paired and is_neutral(items[place], left_open):
            continue
        for role in person["roles"]:
            right = place in paired and role_is_right(wanted[paired[place]], role)
            yield Judgement(_ROLES, role["rule"], PLAIN, _number(role.get("confidence")), right)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def tally(judged: Iterable[Judgement]) -> dict[Cell, tuple[int, int]]:
    """Count for each rule and trait how many were given and how many of them right; every rule has a row."""
    given, right = Counter[Cell](), Counter[Cell]()
    for one in judged:
        given[one.rule, one.trait] += 1
        right[one.rule, one.trait] += one.right
    cells = {(rule.id, PLAIN) for rule in RULES} | set(given)
    order = {rule.id: place for place, rule in enumerate(RULES)}
    return {
        cell: (given[cell], right[cell])
        for cell in sorted(cells, key=lambda cell: (order.get(cell[0], len(order)), cell[0], cell[1] != PLAIN, cell[1]))
    }


def estimates(counted: Mapping[Cell, tuple[int, int]]) -> dict[Cell, float | None]:
    """Turn counts into confidences: the lower bound of each rule and trait, the rule's where the trait is rare.

    Shape:   None for a rule that was seen in fewer than LEAST cases.
    """
    rules = dict[str, tuple[int, int]]()
    for (rule, _), (given, right) in counted.items():
        before = rules.get(rule, (0, 0))
        rules[rule] = before[0] + given, before[1] + right
    found: dict[Cell, float | None] = {}
    for (rule, name), count in counted.items():
        enough = count if count[0] >= LEAST else rules[rule]
        found[rule, name] = lower_bound(*enough) if enough[0] >= LEAST else None
    return found


def lower_bound(given: int, right: int) -> float:
    """Give what a share is at least, with 90 percent certainty; three decimals.

    Source:  the score interval of Wilson (1927), one-sided.

    Example:
        >>> lower_bound(100, 98), lower_bound(5, 5)
        (0.953, 0.753)
    """
    share, spread = right / given, _DEVIATE**2 / given
    middle = share + spread / 2
    width = math.sqrt(_DEVIATE**2 * share * (1 - share) / given + spread**2 / 4)
    return round((middle - width) / (1 + spread), 3)


_HEAD = f"""\
# What: how often each rule was right on annotated articles, and the confidence that follows from it.
# Generated by `newsfacts calibrate GOLD…`; do not edit.
# given, right: facts (or roles) that the rule found, and those of them that gold agrees with in full.
# confidence: what the share of right ones is at least, with 90 percent certainty (Wilson, one-sided);
#   {UNKNOWN} where fewer than {LEAST} were seen; a rare trait has that of its rule.
"""


def format_rows(counted: Mapping[Cell, tuple[int, int]]) -> str:
    """Write the counts and confidences as `rule_precision.tsv`."""
    known = estimates(counted)
    rows = []
    for cell, (given, right) in counted.items():
        sure = known[cell]
        rows.append("\t".join((*cell, str(given), str(right), UNKNOWN if sure is None else f"{sure:.3f}")))
    return _HEAD + "\n".join(["\t".join(COLUMNS), *rows]) + "\n"


def calibrate_files(gold: Path, records: Path) -> list[Bin]:
    """Put a file of records into bins against a file or folder of gold.

    Raises:  EvaluationError where one of them cannot be read, or where no record belongs to any article of gold.
    """
    return calibrate(judgements(*read_pair(gold, records)))


def calibrate(judged: Iterable[Judgement]) -> list[Bin]:
    """Count right and given by kind and bin; facts without a confidence are left out."""
    cells: dict[tuple[str, float], list[Judgement]] = {}
    for one in judged:
        if one.confidence is None:
            continue
        least = next(edge for edge in BINS if one.confidence >= edge)
        for kind in (one.kind, *([] if one.kind == _ROLES else [_ALL])):
            cells.setdefault((kind, least), []).append(one)
    return [
        _bin(kind, least, cells[kind, least])
        for kind in (*KINDS[1:], _ALL, _ROLES)
        for least in BINS
        if (kind, least) in cells
    ]


def _bin(kind: str, least: float, judged: Sequence[Judgement]) -> Bin:
    expected = sum(one.confidence or 0 for one in judged) / len(judged)
    return Bin(kind, least, len(judged), sum(one.right for one in judged), expected)


def format_bins(bins: Sequence[Bin]) -> str:
    """Lay the bins out as a table of text."""
    lines = [f"{'kind':14}{'confidence':>12}{'facts':>7}{'right':>7}{'share':>8}{'claimed':>9}"]
    for one in bins:
        upper = next((edge for edge in reversed(BINS) if edge > one.least), 1.0)
        edge = f"{one.least:.2f}–{upper:.2f}"
        share = one.right / one.given
        lines.append(f"{one.kind:14}{edge:>12}{one.given:7d}{one.right:7d}{share:8.3f}{one.expected:9.3f}")
    return "\n".join(lines)


def format_bins_json(bins: Sequence[Bin]) -> str:
    """Write the bins as one JSON list."""
    rows = [
        {
            "kind": one.kind,
            "least": one.least,
            "given": one.given,
            "right": one.right,
            "share": one.right / one.given,
            "claimed": one.expected,
        }
        for one in bins
    ]
    return json.dumps(rows)
