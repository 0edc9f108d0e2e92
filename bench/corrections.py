"""Measure what corrections are worth: correct some articles, fit on them, and score articles that nobody corrected.

    python bench/corrections.py GOLD… [--corrections N] [--with FOLDER] [--other-half] [--json FILE]

GOLD is NAME.gold.jsonl with NAME.articles.jsonl beside it, or a folder of ARTICLE/gold.json. Its articles are dealt
into two halves by a hash of their ids. What a careful reader would correct in the records of one half is taken from
gold itself, article after article until there are N corrections (0: all of the half); `correct` makes gold of them,
`fit` fits on that and on the articles of --with (default: corpus). The other half is scored with the weights that
--with alone gives, and with those that have seen the corrections: the packaged weights may know these very articles.

Prints every figure that changes, how many articles are read better and worse, and whether the score has risen.
"""

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from as_corrected import corrections_of

from newsfacts.evaluation.corrections import Correction

__all__ = ["main"]


def main() -> None:
    """Correct, fit, score, print."""
    options = _options()
    from newsfacts.evaluation.learning.studies import annotated

    gold = {one.article.article_id: one for one in annotated(options.gold)}
    halves = _halves(gold, other=options.other_half)
    with TemporaryDirectory() as scratch:
        report = _measured(gold, halves, options, Path(scratch))
    _show(report)
    if options.json:
        Path(options.json).write_text(json.dumps(report, indent=2) + "\n")


def _halves(ids: Iterable[str], *, other: bool) -> tuple[list[str], list[str]]:
    """Deal articles into those that are corrected and those that are scored, the same way every time."""
    dealt = sorted(ids, key=lambda one: sha256(one.encode()).hexdigest())
    halves = dealt[::2], dealt[1::2]
    return halves[::-1] if other else halves


def _measured(
    gold: Mapping[str, Any], halves: tuple[list[str], list[str]], options: argparse.Namespace, scratch: Path
) -> dict[str, Any]:
    from newsfacts.evaluation.correcting import correct
    from newsfacts.evaluation.learning.decisions import DECISIONS
    from newsfacts.evaluation.learning.run import collect, extractor_for_fitting, write_tables
    from newsfacts.evaluation.learning.studies import Annotated, annotated
    from newsfacts.weigh.making import make

    def fitted(name: str, situations: Mapping[str, Sequence[Any]]) -> Path:
        made = [make(one.decision, situations[one.decision.name]) for one in DECISIONS]
        write_tables(made, scratch / name)
        return scratch / name

    extractor = extractor_for_fitting()
    known = collect(DECISIONS, annotated([options.beside]), extractor)
    before = fitted("before", known)
    corrections, records = _corrected(gold, halves[0], before, options.corrections)
    made = correct(records, corrections)
    new = [Annotated("corrected", gold[one["id"]].article, one) for one in made.gold]
    learned = collect(DECISIONS, new, extractor)
    after = fitted("after", {name: [*found, *learned[name]] for name, found in known.items()})
    scored = {one: gold[one].gold for one in halves[1]}
    results = [_records([gold[one] for one in halves[1]], folder) for folder in (before, after)]
    report = _compared(scored, *results)
    return {"corrections": made.used, "articles": len(made.gold), "scored": len(scored)} | report


def _corrected(
    gold: Mapping[str, Any], ids: Sequence[str], weights: Path, most: int
) -> tuple[list[Correction], dict[str, Any]]:
    """Correct articles until there are so many corrections; each article is read to its end."""
    corrections: list[Correction] = []
    records = _records([gold[one] for one in ids], weights)
    for read, one in enumerate(ids):  # each article that was read has a mark, which is no correction
        if most and len(corrections) - read >= most:
            break
        corrections += corrections_of(gold[one].gold, records[one])
    return corrections, records


def _records(articles: Sequence[Any], weights: Path) -> dict[str, Any]:
    from newsfacts.extract import load
    from newsfacts.options import Options
    from newsfacts.record import to_json

    extractor = load(options=Options(weights=weights))
    return {one.article.article_id: json.loads(to_json(extractor.extract(one.article))) for one in articles}


def _compared(gold: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    from newsfacts.evaluation.evaluate import evaluate

    reports = [evaluate(gold, records) for records in (before, after)]
    reached = [report.reached() for report in reports]
    figures = {
        name: [old, reached[1].get(name)]
        for name, old in reached[0].items()
        if old is not None and old != reached[1].get(name)
    }
    change = [_right_of({one: gold[one]}, after) - _right_of({one: gold[one]}, before) for one in gold]
    return {
        "figures": figures,
        "answers": [_right_of(gold, records) for records in (before, after)],
        "mean": [sum(filter(None, one.values())) / len(one) for one in reached],
        "better": sum(one > 0 for one in change),
        "worse": sum(one < 0 for one in change),
    }


def _right_of(gold: Mapping[str, Any], records: Mapping[str, Any]) -> int:
    """Count right answers: found items and right fields, less what should not have been found."""
    from newsfacts.evaluation.evaluate import evaluate

    report = evaluate(gold, records)
    items = sum(2 * score.right - score.given for name, score in report.scores.items() if not name.endswith(".bound"))
    fields = sum(score.right for name, score in report.attributes.items() if not name.startswith("fact."))
    return items + fields


def _show(report: Mapping[str, Any]) -> None:
    before, after = report["answers"]
    print(f"{report['corrections']} corrections in {report['articles']} articles; {report['scored']} others scored")
    print(f"{'figure':28}{'before':>8}{'after':>8}{'change':>8}")
    for name, (old, new) in sorted(report["figures"].items()):
        print(f"{name:28}{old:8.3f}{new:8.3f}{new - old:+8.3f}")
    print(f"{'mean of all figures':28}{report['mean'][0]:8.4f}{report['mean'][1]:8.4f}")
    print(f"right answers, less extra ones: {before} before, {after} after")
    print(f"articles read better: {report['better']}, worse: {report['worse']}")
    print("fit raises the score" if after > before else "fit does not raise the score")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD")
    parser.add_argument(
        "--corrections", type=int, default=30, metavar="N", help="stop after so many; 0: the whole half"
    )
    parser.add_argument(
        "--with", dest="beside", type=Path, default=Path("corpus"), help="annotated articles to begin from"
    )
    parser.add_argument("--other-half", action="store_true", help="correct those that are scored otherwise")
    parser.add_argument("--json", metavar="FILE")
    return parser.parse_args()


if __name__ == "__main__":
    main()
