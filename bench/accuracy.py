"""Measure how right the extractor is, and write the page of the site that says so: docs/accuracy.md.

    python bench/accuracy.py [--date 2026-11-29] [--cross] [NAME=GOLD.jsonl:ARTICLES.jsonl …]

Three tables: scores of each kind on both groups of corpus/articles and on whatever gold is named; F1 of each kind by
source, as far as the first part of an article's id tells it; and, with --cross (it takes minutes), what the weighed
decisions of corpus/articles reach on articles that their weights were not fitted on. The date is an argument, since
the same input gives the same page. Nothing here decides what is right: that is newsfacts.evaluation.
"""

import argparse
import datetime
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import newsfacts
from newsfacts.article import Article
from newsfacts.evaluation.evaluate import Report, evaluate
from newsfacts.evaluation.files import read_gold
from newsfacts.record import Failure, to_json

__all__ = ["by_kind", "by_source", "page"]

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
Gold = Mapping[str, Mapping[str, Any]]
"""What is right, or what was found, by the article's id."""

_KINDS = ("people", "counts", "money", "percentages", "quantities", "quotes")
_ATTRIBUTES = (
    "people.part", "counts.action", "counts.agent", "counts.event_type", "money.money_role", "percentages.measure",
    "percentages.base", "fact.status", "fact.attribution", "fact.time", "fact.place",
)  # fmt: skip
_MORE = ("people.titles", "people.organisations", "relations.all", "events.bcubed")
_BLIND = ("page-", "stats-", "who-")
"""How the ids of the articles begin that were annotated blind; tests/test_corpus.py holds floors by the same groups."""
_HEAD = """# How right it is

Written by `python bench/accuracy.py` on {date}; do not edit. *Found*: number, name or quoted span is right. *Full*:
also bound, and what makes the fact: noun, currency, direction, unit, speaker. F1 counts what is missed and what is too
much; attributes (action, part, status and so on) are the share right of the items found, where gold states them. Text
of a kind that none of these sets has will be read less well: measure on your own (`newsfacts evaluate GOLD RECORDS`).
"""
_GROUPS = """\
- **corpus, blind**: articles that people wrote and annotated who had not seen the extractor's output. Rules and weights
  have been worked on since with all of the corpus at hand, so this is what was reached, not a forecast.
- **corpus, first**: articles beside which the extractor was built.
"""
_OTHER = """\
- The others are annotated articles of real papers and forces, which the project may use and not publish; weights were
  fitted on them as well. For weights, cross-validation below is the honest figure.
"""
_SOURCES = """\
F1 of full facts on the corpus, and of how many. The first part of an article's name says where it is from, or what it
was written to test: page (what papers put round a text), people and who (names and parts), stats (figures).
"""
_CROSS = """\
Ten folds of the corpus's articles, each judged by weights, stretch and threshold of the other nine. By source, where
gold of more than one was given to `newsfacts fit --report`.
"""


def by_kind(reports: Mapping[str, Report], sizes: Mapping[str, int]) -> str:
    """Lay out the scores of each kind, a column a set."""
    sets = list(reports)
    lines = [f"| | {' | '.join(f'{name} ({sizes[name]})' for name in sets)} |", "|---" * (len(sets) + 1) + "|"]
    reached = {name: report.reached() for name, report in reports.items()}
    wanted = [f"{kind}.{level}" for kind in _KINDS for level in ("found", "full")]
    for score in (*wanted, *_MORE, *_ATTRIBUTES):
        cells = [_share(reached[name].get(score)) for name in sets]
        lines.append(f"| {score} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def by_source(gold: Gold, records: Gold) -> str:
    """Lay out F1 of full facts by source and kind, with how many facts gold has."""
    sources = sorted({article_id.split("-")[0] for article_id in gold})
    lines = [f"| source | articles | {' | '.join(_KINDS)} |", "|---" * (len(_KINDS) + 2) + "|"]
    for source in sources:
        inside = {article_id: one for article_id, one in gold.items() if article_id.split("-")[0] == source}
        report = evaluate(inside, {article_id: records[article_id] for article_id in inside})
        cells = [_of(report, kind) for kind in _KINDS]
        lines.append(f"| {source} | {len(inside)} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _of(report: Report, kind: str) -> str:
    score = report.scores.get(f"{kind}.full")
    return f"{_share(score.f1)} of {score.wanted}" if score and score.wanted else "–"


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"


def crossed() -> str:
    """Lay out what the weighed decisions reach on articles left out of their fit: corpus/articles alone."""
    from newsfacts.evaluation.learning.run import fit_decisions
    from newsfacts.weigh.making import result

    lines = ["| decision | what it asks | wanted | F1 by article | F1 by source |", "|---|---|---|---|---|"]
    for made in fit_decisions([ROOT / "corpus"], ()):
        counted = result(made.by_article.outcomes)
        other = _share(result(made.by_source.outcomes).f1) if made.by_source else "–"
        question = made.decision.question
        lines.append(f"| {made.decision.name} | {question} | {counted.wanted} | {_share(counted.f1)} | {other} |")
    return "\n".join(lines) + "\n"


def page(date: str, parts: Mapping[str, tuple[Gold, Gold]], cross: str) -> str:
    """Write the page; `parts` are gold and records by the name of the set, the two of the corpus first."""
    reports = {name: evaluate(gold, records) for name, (gold, records) in parts.items()}
    sizes = {name: len(gold) for name, (gold, _) in parts.items()}
    corpus = [pair for name, pair in parts.items() if name.startswith("corpus")]
    gold = {article_id: one for pair in corpus for article_id, one in pair[0].items()}
    records = {article_id: one for pair in corpus for article_id, one in pair[1].items()}
    sections = [
        _HEAD.format(date=date),
        "## By kind\n\n" + _GROUPS + (_OTHER if len(parts) > len(corpus) else "") + "\n" + by_kind(reports, sizes),
        f"## By source\n\n{_SOURCES}\n{by_source(gold, records)}",
    ]
    if cross:
        sections.append(f"## Cross-validated\n\n{_CROSS}\n{cross}")
    return "\n".join(sections)


def _dated(article: Article, gold: Gold) -> Article:
    """Tell an article without a date the one that gold knows: a text file holds none."""
    told = gold.get(article.article_id, {}).get("published")
    if article.published or not told:
        return article
    return replace(article, published=datetime.date.fromisoformat(told))


def _read(name: str, gold: Path, *inputs: Path) -> tuple[Gold, Gold]:
    extractor, records, wanted = newsfacts.load(), {}, read_gold(gold)
    articles = [one for one in newsfacts.read_articles(*inputs) if not isinstance(one, Failure)]
    for record in extractor.pipe(_dated(one, wanted) for one in articles):
        if not isinstance(record, Failure):
            records[record.article_id] = json.loads(to_json(record))
    return {key: one for key, one in wanted.items() if key in records}, records


def _parts(others: list[str]) -> dict[str, tuple[Gold, Gold]]:
    folder = ROOT / "corpus" / "articles"
    gold, records = _read("corpus", folder, folder)
    parts: dict[str, tuple[Gold, Gold]] = {}
    for name, blind in (("corpus, blind", True), ("corpus, first", False)):
        keys = [key for key in gold if key.startswith(_BLIND) == blind]
        parts[name] = {key: gold[key] for key in keys}, {key: records[key] for key in keys}
    for other in others:
        name, _, paths = other.partition("=")
        parts[name] = _read(name, *map(Path, paths.split(":")))
    return parts


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure accuracy and write docs/accuracy.md.")
    parser.add_argument("--date", required=True, help="day of the measurement, as the page states it")
    parser.add_argument("--cross", action="store_true", help="cross-validate the weighed decisions, too")
    parser.add_argument("--output", type=Path, default=PAGE)
    parser.add_argument("others", nargs="*", metavar="NAME=GOLD.jsonl:ARTICLES.jsonl")
    given = parser.parse_args()
    text = page(given.date, _parts(given.others), crossed() if given.cross else "")
    given.output.write_text(text, "utf-8", newline="\n")
    print(text)


if __name__ == "__main__":
    main()
