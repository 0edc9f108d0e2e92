"""Measure how often each rule is right, and whether what the records claim about that holds.

Phases: every fact and role of a record is judged against gold (`judgements`) → right and given are counted for each
rule and trait (`tally`) → the counts become confidences (`estimates`), which are written as `rule_precision.tsv`
(`format_rows`). The same judgements, put into bins of confidence, are the calibration table (`calibrate`).

A fact is right where it pairs with one of gold on the level FULL of scoring.py: span and value, comparator, and what
decides (noun, currency, direction, unit, speaker). A role is right where its person is one of gold's, its title is
one of that person's titles and its organisation, if it has one, one of that person's organisations. What touches an
item that gold leaves open is not judged.

From counts to confidence: the precision of a rule is the mean of a Beta posterior. Its prior has the mean of the kind
(all rules of a kind together) and weighs WEIGHT facts, so that a rule seen twice stands near its kind and one seen a
hundred times by itself; a trait of a rule has the rule as its prior in the same way. The kind itself starts from
Beta(1, 1).
"""

import datetime
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsfacts.article import Article
from newsfacts.evaluation.evaluate import read_gold, read_pair
from newsfacts.evaluation.scoring import KINDS, Item, Level, as_items, is_open, level, pair, role_is_right
from newsfacts.record import to_json
from newsfacts.rulebook import RULES
from newsfacts.weigh.confidence import COLUMNS, PLAIN, trait

if TYPE_CHECKING:
    from newsfacts.engines.work import Extracts

__all__ = [
    "BINS",
    "WEIGHT",
    "Bin",
    "Judgement",
    "calibrate",
    "calibrate_files",
    "estimates",
    "format_bins",
    "format_bins_json",
    "format_rows",
    "judgements",
    "measure",
    "records_of",
    "tally",
]

WEIGHT = 10
"""Facts that a prior weighs. Log loss, each article told from the 35 others, falls up to 10 and is flat from there."""
BINS = (0.95, 0.9, 0.8, 0.5, 0.0)
"""Lower edges of the bins of confidence."""

_KIND_OF = {"count": "counts", "money": "money", "percentage": "percentages", "quantity": "quantities"} | {
    "quote": "quotes"
}
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


def _facts(gold: Mapping[str, Any], record: Mapping[str, Any]) -> Iterator[Judgement]:
    items = as_items(record)
    for kind in KINDS[1:]:
        facts = [fact for fact in record["facts"] if _KIND_OF[fact["kind"]] == kind]
        wanted: Sequence[Item] = gold.get(kind) or []
        paired = {right: left for left, right in pair(kind, wanted, items[kind])}
        for place, (fact, item) in enumerate(zip(facts, items[kind], strict=True)):
            right = place in paired and level(kind, wanted[paired[place]], item) is Level.FULL
            if place in paired or not is_open(item, gold.get(f"optional_{kind}") or []):
                yield Judgement(kind, fact["rule"], trait(fact), _number(fact["confidence"]), right)


def _roles(gold: Mapping[str, Any], record: Mapping[str, Any]) -> Iterator[Judgement]:
    wanted: Sequence[Item] = gold.get("people") or []
    people = record["people"]
    paired = {right: left for left, right in pair("people", wanted, as_items(record)["people"])}
    for place, person in enumerate(people):
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


def estimates(counted: Mapping[Cell, tuple[int, int]]) -> dict[Cell, float]:
    """Turn counts into confidences: kind, rule and trait, each with the one before as its prior."""
    kinds, rules = dict[str, tuple[int, int]](), dict[str, tuple[int, int]]()
    for (rule, _), count in counted.items():
        kinds[_kind(rule)] = _add(kinds.get(_kind(rule), (0, 0)), count)
        rules[rule] = _add(rules.get(rule, (0, 0)), count)
    found = {}
    for (rule, name), count in counted.items():
        of_kind = _posterior(kinds[_kind(rule)], 0.5, 2)
        of_rule = _posterior(rules[rule], of_kind, WEIGHT)
        alone = rules[rule] == count
        found[rule, name] = round(of_rule if alone else _posterior(count, of_rule, WEIGHT), 3)
    return found


def _kind(rule: str) -> str:
    return rule.split(".", maxsplit=1)[0]


def _add(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]


def _posterior(count: tuple[int, int], prior: float, weight: float) -> float:
    given, right = count
    return (right + prior * weight) / (given + weight)


_HEAD = f"""\
# What: how often each rule was right on the annotated corpus, and the confidence that follows from it.
# Generated by `newsfacts calibrate corpus/articles`; a test fails where it is stale. Do not edit.
# given, right: facts (or roles) that the rule found, and those of them that gold agrees with in full.
# confidence: mean of a Beta posterior; the prior is the kind's precision
#   (for a trait: the rule's) and weighs {WEIGHT} facts.
"""


def format_rows(counted: Mapping[Cell, tuple[int, int]]) -> str:
    """Write the counts and confidences as `rule_precision.tsv`."""
    known = estimates(counted)
    rows = [
        "\t".join((*cell, str(given), str(right), f"{known[cell]:.3f}")) for cell, (given, right) in counted.items()
    ]
    return _HEAD + "\n".join(["\t".join(COLUMNS), *rows]) + "\n"


def measure(folder: Path, extractor: "Extracts") -> str:
    """Measure the rules on a folder of ARTICLE/article.txt and gold.json and write the result as `rule_precision.tsv`.

    Raises:  EvaluationError where gold cannot be read.
    """
    return format_rows(tally(judgements(read_gold(folder), records_of(folder, extractor))))


def calibrate_files(gold: Path, records: Path) -> list[Bin]:
    """Put a file of records into bins against a file or folder of gold.

    Raises:  EvaluationError where one of them cannot be read, or where no record belongs to any article of gold.
    """
    return calibrate(judgements(*read_pair(gold, records)))


def records_of(folder: Path, extractor: "Extracts") -> dict[str, dict[str, Any]]:
    """Extract the articles of a folder of ARTICLE/article.txt and gold.json; gold says when they were published."""
    records = {}
    for article_id, gold in read_gold(folder).items():
        text = (folder / article_id).read_bytes().decode("utf-8")
        published = datetime.date.fromisoformat(gold["published"]) if gold.get("published") else None
        article = Article(article_id, text, published=published)
        records[article_id] = json.loads(to_json(extractor.extract(article)))
    return records


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
