"""Score records against gold annotations: precision, recall and F1 per kind and level, accuracy per attribute.

Phases: read gold and records (files.py) → pair and judge article by article (scoring.py) → count (`evaluate`) → a table
or JSON. What is wrong one by one is listed by mistakes.py. Reading aloud is left to the command line.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsfacts.evaluation.clusters import BCubed, mentions, pairwise
from newsfacts.evaluation.event_rows import event_rows
from newsfacts.evaluation.files import read_pair
from newsfacts.evaluation.relation_scoring import TYPES, ties
from newsfacts.evaluation.scoring import (
    KINDS,
    NUMBERS,
    Item,
    Level,
    as_items,
    attributes,
    is_neutral,
    level,
    open_items,
    pair,
    roles,
    wanted_items,
)
from newsfacts.evaluation.section_scoring import Confusion

__all__ = [
    "Report",
    "Score",
    "evaluate",
    "evaluate_files",
    "format_json",
    "format_table",
]

_LEVELS = {"found": Level.FOUND, "bound": Level.BOUND, "full": Level.FULL}
_ROLES = ("titles", "organisations")
_ASIDE = (("furniture", "body"), ("body", "furniture"))
"""A kind of section and the one that it must not be read as."""
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
    def precision(self) -> float | None:
        """Give the share of the given answers that are right; None where none is given."""
        return self.right / self.given if self.given else None

    @property
    def recall(self) -> float | None:
        """Give the share of the wanted answers that are right; None where none is wanted."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Give the harmonic mean of precision and recall; None where nothing is wanted and nothing given."""
        return 2 * self.right / (self.wanted + self.given) if self.wanted + self.given else None


@dataclass
class Report:
    """Hold all scores, in the order in which they are shown."""

    scores: dict[str, Score] = field(default_factory=dict)
    """By "kind.level", "people.titles", "people.organisations", "relations.type" where gold has relations, and
    "events.pairs" and "events.rows" where it has events."""
    attributes: dict[str, Score] = field(default_factory=dict)
    """By "kind.attribute", "fact.attribute" and, of events that meet, "event.attribute"; `right` of `wanted`."""
    sections: Confusion = field(default_factory=Confusion)
    """Characters by the kind of section in gold and the kind found, where gold has kinds of sections."""
    events: BCubed = field(default_factory=BCubed)
    """Which facts are of one event, where gold says so."""
    missing: list[str] = field(default_factory=list)
    """Articles of gold that have no record."""

    def reached(self) -> dict[str, float | None]:
        """Give every figure that can have a floor, the higher the better; None where nothing could be counted.

        Shape:   F1 by the names of the scores, accuracy by those of the attributes; of sections the share of characters
                 in the right kind ("sections.all", "sections.body"), of furniture that is not read as body
                 ("sections.furniture_not_body"), and of body not as furniture.
        """
        figures = {name: score.f1 for name, score in self.scores.items()}
        figures |= {name: score.recall for name, score in self.attributes.items()}
        if self.events.facts:
            figures["events.bcubed"] = self.events.f1
        if self.sections.characters:
            figures |= {f"sections.{name}": score.recall for name, score in _kinds(self.sections).items()}
            for kind, other in _ASIDE:
                read, wanted = self.sections.read_as(kind, other)
                figures[f"sections.{kind}_not_{other}"] = 1 - read / wanted if wanted else None
        return figures


def evaluate(gold: Mapping[str, Mapping[str, Any]], records: Mapping[str, Mapping[str, Any]]) -> Report:
    """Score records against gold, paired by article id; an article without a record has found nothing."""
    report = Report()
    for kind in KINDS:
        names = [name for name in _LEVELS if name != "bound" or kind in NUMBERS]
        report.scores |= {f"{kind}.{name}": Score() for name in names}
    report.scores |= {f"people.{name}": Score() for name in _ROLES}
    for article_id, wanted in gold.items():
        record = records.get(article_id)
        if record is None:
            report.missing.append(article_id)
        if "relations" in wanted:
            _compare_ties(wanted, record or {}, report)
        if wanted.get("section_kinds"):
            report.sections.add(wanted, record or {})
        _compare_events(wanted, record or {}, report)
        items = as_items(record or {})
        for kind in KINDS:
            _compare(kind, wanted, items[kind], report)
    return report


def _compare(kind: str, gold: Mapping[str, Any], found: list[Item], report: Report) -> None:
    wanted, left_open = wanted_items(gold, kind), open_items(gold, kind)
    pairs = pair(kind, wanted, found)
    paired = {right for _, right in pairs}
    counted = [item for index, item in enumerate(found) if index in paired or not is_neutral(item, left_open)]
    levels = [level(kind, wanted[left], found[right]) for left, right in pairs]
    for name, least in _LEVELS.items():
        score = report.scores.get(f"{kind}.{name}")
        if score is not None:
            score.add(sum(reached >= least for reached in levels), len(wanted), len(counted))
    for left, right in pairs:
        for name, correct in attributes(kind, wanted[left], found[right]):
            for key in (f"{kind}.{name}", *([f"fact.{name}"] if name in _FOR_ALL_FACTS else [])):
                report.attributes.setdefault(key, Score()).add(correct, 1, 1)
    if kind == "people":
        met = {left: found[right] for left, right in pairs}
        extra = [item for item in counted if not any(item is one for one in met.values())]
        _compare_roles(wanted, met, extra, report)


def _compare_roles(wanted: list[Item], met: Mapping[int, Item], extra: list[Item], report: Report) -> None:
    for name in _ROLES:
        score = report.scores[f"people.{name}"]
        for place, person in enumerate(wanted):
            score.add(*roles(name, person, met.get(place)))
        score.add(0, 0, sum(len([text for text in person.get(name) or [] if text]) for person in extra))


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
        rows = event_rows(gold, record)
        report.scores.setdefault("events.rows", Score()).add(rows.met, rows.wanted, rows.given)
        for name, correct in rows.agreed:
            report.attributes.setdefault(f"event.{name}", Score()).add(correct, 1, 1)


def evaluate_files(gold: Path, records: Path) -> Report:
    """Score a file of records against a file or folder of gold.

    Raises:  EvaluationError where one of them cannot be read, or where no record belongs to any article of gold.
    """
    return evaluate(*read_pair(gold, records))


def _kinds(sections: Confusion) -> dict[str, Score]:
    """Give the characters of all sections and of each kind as scores."""
    return {"all": Score(*sections.counts())} | {kind: Score(*sections.counts(kind)) for kind in sections.kinds()}


def format_table(report: Report) -> str:
    """Lay the scores out as a table of text; n/a stands for a share of nothing."""
    lines = [f"{'level':24}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}"]
    lines += [_row(name, score) for name, score in report.scores.items()]
    if report.events.facts:
        told, facts = report.events, report.events.facts
        shares = "".join(map(_share, (told.precision, told.recall, told.f1)))
        lines.append(f"{'events.bcubed':24}{shares}{facts:7d}{facts:7d}")
    lines.append("attribute, of the items found")
    lines += [
        f"{name:24}{_share(score.recall)}  of {score.wanted}" for name, score in sorted(report.attributes.items())
    ]
    if report.sections.characters:
        lines.append("kind of section, by characters")
        lines += [_row(f"sections.{name}", score) for name, score in _kinds(report.sections).items()]
        for kind, other in _ASIDE:
            read, wanted = report.sections.read_as(kind, other)
            share = _share(read / wanted if wanted else None)
            lines.append(f"{f'{kind} read as {other}':24}{share}  of {wanted}")
    lines += [f"no record: {article_id}" for article_id in report.missing]
    return "\n".join(lines)


def _row(name: str, score: Score) -> str:
    shares = "".join(map(_share, (score.precision, score.recall, score.f1)))
    return f"{name:24}{shares}{score.wanted:7d}{score.given:7d}"


def _share(share: float | None) -> str:
    return f"{'n/a':>7}" if share is None else f"{share:7.3f}"


def format_json(report: Report) -> str:
    """Write the scores as one JSON object; a share of nothing is null."""
    accuracies = {name: {"accuracy": score.recall, "n": score.wanted} for name, score in report.attributes.items()}
    written: dict[str, Any] = {
        "scores": {name: _shares(score) for name, score in report.scores.items()},
        "attributes": accuracies,
        "missing": report.missing,
    }
    if report.events.facts:
        told = report.events
        shares = {"precision": told.precision, "recall": told.recall, "f1": told.f1}
        written["scores"]["events.bcubed"] = shares | {"gold": told.facts, "found": told.facts}
    if report.sections.characters:
        written["sections"] = _sections(report.sections)
    return json.dumps(written, ensure_ascii=False)


def _shares(score: Score) -> dict[str, float | int | None]:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return shares | {"gold": score.wanted, "found": score.given}


def _sections(sections: Confusion) -> dict[str, Any]:
    written: dict[str, Any] = {name: _shares(score) for name, score in _kinds(sections).items()}
    for kind, other in _ASIDE:
        read, wanted = sections.read_as(kind, other)
        written[f"{kind}_as_{other}"] = {"share": read / wanted if wanted else None, "characters": read, "of": wanted}
    table = [{"gold": gold, "found": found, "characters": n} for (gold, found), n in sections.characters.items()]
    return written | {"confused": sorted(table, key=lambda row: (row["gold"], row["found"]))}
