"""Score records against gold annotations: precision, recall and F1 per kind and level, accuracy per attribute.

Phases: read gold and records → pair and judge article by article (scoring.py) → count (`evaluate`) → a table or JSON.
Gold is JSON lines, or a folder of ARTICLE/gold.json beside ARTICLE/article.txt; its article is then named
"ARTICLE/article.txt", as `newsfacts extract FOLDER` names it. Reading aloud is left to the command line.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import jsonlines

from newsfacts.errors import EvaluationError
from newsfacts.evaluation.clusters import BCubed, mentions, pairwise
from newsfacts.evaluation.relation_scoring import TYPES, ties
from newsfacts.evaluation.scoring import KINDS, Item, Level, as_items, attributes, is_open, level, pair, roles

__all__ = [
    "Report",
    "Score",
    "evaluate",
    "evaluate_files",
    "format_json",
    "format_table",
    "read_gold",
    "read_pair",
    "read_records",
]

_LEVELS = {"found": Level.FOUND, "bound": Level.BOUND, "full": Level.FULL}
_ROLES = ("titles", "organisations")
_FOR_ALL_FACTS = ("event_type", "status", "attribution", "time_text", "place", "time")
"""Attributes that are also counted over all kinds together, as fact.NAME."""


@dataclass
class Score:
    """Count right answers against those wanted and those given."""

    right: int = 0
    wanted: int = 0
    given: int = 0

    def add(self, right: int, wanted: int, given: int) -> None:
        """Count some more."""
        self.right += right
        self.wanted += wanted
        self.given += given

    @property
    def precision(self) -> float:
        """Give the share of the given answers that are right; 0 where none is given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Give the share of the wanted answers that are right; 0 where none is wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass
class Report:
    """Hold all scores, in the order in which they are shown."""

    scores: dict[str, Score] = field(default_factory=dict)
    """By "kind.level", "people.titles", "people.organisations", "relations.type" where gold has relations, and
    "events.pairs" where it has events."""
    attributes: dict[str, Score] = field(default_factory=dict)
    """By "kind.attribute" and "fact.attribute"; `right` of `wanted` pairs."""
    events: BCubed = field(default_factory=BCubed)
    """Which facts are of one event, where gold says so."""
    missing: list[str] = field(default_factory=list)
    """Articles of gold that have no record."""


def evaluate(gold: Mapping[str, Mapping[str, Any]], records: Mapping[str, Mapping[str, Any]]) -> Report:
    """Score records against gold, paired by article id; an article without a record has found nothing."""
    report = Report()
    for kind in KINDS:
        names = [name for name in _LEVELS if name != "bound" or kind not in ("people", "quotes")]
        report.scores |= {f"{kind}.{name}": Score() for name in names}
    report.scores |= {f"people.{name}": Score() for name in _ROLES}
    for article_id, wanted in gold.items():
        record = records.get(article_id)
        if record is None:
            report.missing.append(article_id)
        if "relations" in wanted:
            _compare_ties(wanted, record or {}, report)
        _compare_events(wanted, record or {}, report)
        items = as_items(record or {})
        for kind in KINDS:
            _compare(kind, wanted.get(kind) or [], items[kind], wanted.get(f"optional_{kind}") or [], report)
    return report


def _compare(kind: str, gold: list[Item], found: list[Item], open_items: list[Item], report: Report) -> None:
    pairs = pair(kind, gold, found)
    paired = {right for _, right in pairs}
    given = sum(index in paired or not is_open(item, open_items) for index, item in enumerate(found))
    levels = [level(kind, gold[left], found[right]) for left, right in pairs]
    for name, least in _LEVELS.items():
        score = report.scores.get(f"{kind}.{name}")
        if score is not None:
            score.add(sum(reached >= least for reached in levels), len(gold), given)
    for left, right in pairs:
        for name, correct in attributes(kind, gold[left], found[right]):
            for key in (f"{kind}.{name}", *([f"fact.{name}"] if name in _FOR_ALL_FACTS else [])):
                report.attributes.setdefault(key, Score()).add(correct, 1, 1)
    if kind == "people":
        _compare_roles(gold, found, dict(pairs), report)


def _compare_roles(gold: list[Item], found: list[Item], pairs: dict[int, int], report: Report) -> None:
    for name in _ROLES:
        score = report.scores[f"people.{name}"]
        for left, person in enumerate(gold):
            score.add(*roles(name, person, found[pairs[left]] if left in pairs else None))
        unpaired = (person for right, person in enumerate(found) if right not in pairs.values())
        score.add(0, 0, sum(len([text for text in person.get(name) or [] if text]) for person in unpaired))


def _compare_ties(gold: Mapping[str, Any], record: Mapping[str, Any], report: Report) -> None:
    stated = ties(gold, record)
    for name in TYPES:
        for key in (f"relations.{name}", "relations.all"):
            score = report.scores.setdefault(key, Score())
            for tie in stated:
                if tie.type == name:
                    score.add(tie.wanted and tie.given, tie.wanted, tie.given)


def _compare_events(gold: Mapping[str, Any], record: Mapping[str, Any], report: Report) -> None:
    found = mentions(gold, record)
    if found:
        report.events.add(found)
        report.scores.setdefault("events.pairs", Score()).add(*pairwise(found))


def evaluate_files(gold: Path, records: Path) -> Report:
    """Score a file of records against a file or folder of gold.

    Raises:  EvaluationError where one of them cannot be read, or where no record belongs to any article of gold.
    """
    return evaluate(*read_pair(gold, records))


def read_pair(gold: Path, records: Path) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    """Read gold and the records that belong to it, both by article id.

    Raises:  EvaluationError where one of them cannot be read, or where no record belongs to any article of gold.
    """
    wanted, found = read_gold(gold), read_records(records)
    if not wanted.keys() & found.keys():
        raise EvaluationError(
            f"{records}: no record of an article of {gold} (records: {_some(found)}; gold: {_some(wanted)}); "
            "expected the same article ids"
        )
    return wanted, found


def read_gold(path: Path) -> dict[str, dict[str, Any]]:
    """Read gold by article id, from JSON lines or from a folder of ARTICLE/gold.json.

    Raises:  EvaluationError with file and line where it is not in the form of gold.
    """
    if path.is_dir():
        files = sorted(path.glob("*/gold.json"))
        if not files:
            raise EvaluationError(f"{path}: no gold.json in its folders; expected ARTICLE/gold.json")
        return {f"{file.parent.name}/article.txt": _parse(file.read_text("utf-8"), str(file), "id") for file in files}
    return {line["id"]: line for line in _lines(path, "id")}


def read_records(path: Path) -> dict[str, dict[str, Any]]:
    """Read records by article id.

    Raises:  EvaluationError with file and line where a line is no record.
    """
    return {line["article_id"]: line for line in _lines(path, "article_id")}


def _lines(path: Path, key: str) -> Iterator[dict[str, Any]]:
    try:
        with path.open("rb") as file, jsonlines.Reader(file, loads=partial(_named, key=key)) as reader:
            yield from reader.iter(type=dict, skip_empty=True)
    except jsonlines.InvalidLineError as error:
        raise EvaluationError(f"{path}:{error.lineno}: {error.__cause__ or error}") from error
    except OSError as error:
        raise EvaluationError(f"{path}: cannot be read ({error}); expected JSON lines in UTF-8") from error


def _parse(text: str, where: str, key: str) -> dict[str, Any]:
    try:
        return _named(text, key=key)
    except ValueError as error:
        raise EvaluationError(f"{where}: {error}") from error


def _named(text: str | bytes, *, key: str) -> dict[str, Any]:
    """Read an object that names its article; raises ValueError where it does not."""
    try:
        value = json.loads(text, parse_float=Decimal)
    except ValueError as error:
        raise ValueError(f"not JSON ({error}); expected one object") from error
    if not isinstance(value, dict) or not isinstance(value.get(key), str):
        raise ValueError(f"no {key!r}; expected an object that names its article with it")
    return value


def _some(articles: Mapping[str, object]) -> str:
    names = [repr(name) for name in list(articles)[:2]]
    return ", ".join(names) + (", …" if len(articles) > 2 else "") if names else "none"


def format_table(report: Report) -> str:
    """Lay the scores out as a table of text."""
    lines = [f"{'level':24}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}"]
    for name, score in report.scores.items():
        numbers = f"{score.precision:7.3f}{score.recall:7.3f}{score.f1:7.3f}{score.wanted:7d}{score.given:7d}"
        lines.append(f"{name:24}{numbers}")
    if report.events.facts:
        told, facts = report.events, report.events.facts
        lines.append(f"{'events.bcubed':24}{told.precision:7.3f}{told.recall:7.3f}{told.f1:7.3f}{facts:7d}{facts:7d}")
    lines.append("attribute, of the items found")
    for name, score in sorted(report.attributes.items()):
        lines.append(f"{name:24}{score.recall:7.3f}  of {score.wanted}")
    lines += [f"no record: {article_id}" for article_id in report.missing]
    return "\n".join(lines)


def format_json(report: Report) -> str:
    """Write the scores as one JSON object."""
    scores = {
        name: {
            "precision": score.precision,
            "recall": score.recall,
            "f1": score.f1,
            "gold": score.wanted,
            "found": score.given,
        }
        for name, score in report.scores.items()
    }
    if report.events.facts:
        told = report.events
        shares = {"precision": told.precision, "recall": told.recall, "f1": told.f1}
        scores["events.bcubed"] = shares | {"gold": told.facts, "found": told.facts}
    accuracies = {name: {"accuracy": score.recall, "n": score.wanted} for name, score in report.attributes.items()}
    return json.dumps({"scores": scores, "attributes": accuracies, "missing": report.missing}, ensure_ascii=False)
