"""Measure what corrections are worth: correct some articles, fit on them, and score articles that nobody corrected.

    python bench/corrections.py GOLD… [--corrections N…] [--with FOLDER] [--decision NAME] [--penalty X]
        [--other-half] [--json FILE]

GOLD is NAME.gold.jsonl with NAME.articles.jsonl beside it, or a folder of ARTICLE/gold.json. Its articles are dealt
into two halves by a hash of their ids. What a careful reader would correct in the records of one half is taken from
gold itself, article after article until there are N corrections (0: all of the half); `correct` makes gold of them,
`fit` fits on that and on the articles of --with (default: corpus). The other half is scored with the weights that
--with alone gives, and with those that have seen the corrections: the packaged weights may know these very articles.

Prints every figure that changes, how many articles are read better and worse, and whether the score has risen.
"""

import argparse
import json
import sys
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
    corrected, scored = _halves(gold, other=options.other_half)
    with TemporaryDirectory() as scratch:
        bench = _Bench(gold, options, Path(scratch))
        reports = bench.measure(corrected, scored)
    for report in reports:
        _show(report)
    if options.json:
        Path(options.json).write_text(json.dumps(reports, indent=2) + "\n")


def _halves(ids: Iterable[str], *, other: bool) -> tuple[list[str], list[str]]:
    """Deal articles into those that are corrected and those that are scored, the same way every time."""
    dealt = sorted(ids, key=lambda one: sha256(one.encode()).hexdigest())
    halves = dealt[::2], dealt[1::2]
    return halves[::-1] if other else halves


class _Bench:
    """Hold what all measurements of a run share: the extractor, and what is known before anybody corrects."""

    def __init__(self, gold: Mapping[str, Any], options: argparse.Namespace, scratch: Path) -> None:
        from newsfacts.evaluation.learning.run import chosen, collect, extractor_for_fitting
        from newsfacts.evaluation.learning.studies import annotated

        self.gold, self.options, self.scratch = gold, options, scratch
        self.decisions = chosen(options.decisions)
        self.extractor = extractor_for_fitting()
        self.known = collect(self.decisions, annotated([options.beside]), self.extractor)

    def measure(self, corrected: Sequence[str], scored: Sequence[str]) -> list[dict[str, Any]]:
        """Score some articles before, and after so many corrections of others."""
        from newsfacts.evaluation.correcting import correct
        from newsfacts.evaluation.learning.run import collect
        from newsfacts.evaluation.learning.studies import Annotated

        before = self._fitted("before", {})
        records = _records([self.gold[one] for one in corrected], before)
        given = {one: corrections_of(self.gold[one].gold, records[one]) for one in corrected}
        made = correct(records, [one for each in given.values() for one in each])
        new = [Annotated("corrected", self.gold[one["id"]].article, one) for one in made.gold]
        learned = collect(self.decisions, new, self.extractor)
        articles = [self.gold[one] for one in scored]
        old = _records(articles, before)
        reports = []
        for most in self.options.corrections:
            read = _prefix(given, most)
            after = self._fitted(
                f"after {most}",
                {name: [one for one in found if one.article in read] for name, found in learned.items()},
            )
            number = sum(len(given[one]) - 1 for one in read)  # the mark of an article is no correction
            head = {"corrections": number, "articles": len(read), "scored": len(scored)}
            reports.append(
                head | _compared({one: self.gold[one].gold for one in scored}, old, _records(articles, after))
            )
        return reports

    def _fitted(self, name: str, learned: Mapping[str, Sequence[Any]]) -> Path:
        """Write the weights that follow from what is known and what was learned; others are those of the package."""
        from newsfacts.weigh.crossvalidation import PENALTIES
        from newsfacts.weigh.making import table

        folder = self.scratch / name
        folder.mkdir()
        for one in self.decisions:
            situations = [*self.known[one.decision.name], *learned.get(one.decision.name, [])]
            weights = table(one.decision, situations, self.options.penalty or PENALTIES)
            (folder / f"{one.decision.name}.tsv").write_text(weights, "utf-8")
            print(f"{name}: {one.decision.name} is fitted on {len(situations)} situations", file=sys.stderr, flush=True)
        return folder


def _prefix(given: Mapping[str, Sequence[Correction]], most: int) -> list[str]:
    """List the articles that are corrected until there are so many corrections; all of them for 0."""
    read: list[str] = []
    number = 0
    for one, corrections in given.items():
        if most and number >= most:
            break
        read.append(one)
        number += len(corrections) - 1
    return read


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
    print("fit raises the score" if after > before else "fit does not raise the score", end="\n\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD")
    parser.add_argument(
        "--corrections", type=int, nargs="+", default=[30], metavar="N", help="stop after so many; 0: the whole half"
    )
    parser.add_argument(
        "--decision", dest="decisions", action="append", default=[], help="fit these only; default: all"
    )
    parser.add_argument(
        "--with", dest="beside", type=Path, default=Path("corpus"), help="annotated articles to begin from"
    )
    parser.add_argument(
        "--penalty", type=float, action="append", help="of the fit; default: the best of four, as fit does"
    )
    parser.add_argument("--other-half", action="store_true", help="correct those that are scored otherwise")
    parser.add_argument("--json", metavar="FILE")
    return parser.parse_args()


if __name__ == "__main__":
    main()
