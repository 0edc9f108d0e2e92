"""Fit every weighed decision on annotated articles."""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from newsfacts.errors import OutputError, WeightsError
from newsfacts.evaluation.calibration import Judgement, format_rows, judgements, tally
from newsfacts.evaluation.learning.decisions import DECISIONS, Weighed
from newsfacts.evaluation.learning.studies import Annotated, annotated, studies
from newsfacts.extract import Extractor, load
from newsfacts.options import Options
from newsfacts.record import to_json
from newsfacts.weigh.making import Made, make
from newsfacts.weigh.situation import Situation
from newsfacts.weigh.weights import blank, packaged

__all__ = ["chosen", "collect", "extractor_for_fitting", "fit_decisions", "rule_table", "write_tables"]


def chosen(names: Sequence[str]) -> tuple[Weighed, ...]:
    """Give the decisions of these names; all of them where none is named.

    Raises:  WeightsError for a name that no decision has.
    """
    known = {weighed.decision.name: weighed for weighed in DECISIONS}
    for name in names:
        if name not in known:
            raise WeightsError(f"no decision {name!r}; there are {', '.join(known)}")
    return tuple(known[name] for name in names) or DECISIONS


def collect(
    decisions: Sequence[Weighed], golds: Iterable[Annotated], extractor: Extractor
) -> dict[str, list[Situation]]:
    """Collect the situations of decisions in annotated articles, by the decision's name; each article is read once."""
    found: dict[str, list[Situation]] = {weighed.decision.name: [] for weighed in decisions}
    for study in studies(golds, extractor):
        for weighed in decisions:
            found[weighed.decision.name].extend(weighed.collect(study))
    return found


def fit_decisions(
    paths: Sequence[Path], names: Sequence[str], loading: Callable[[Path], Extractor] | None = None
) -> list[Made]:
    """Fit decisions on the gold of files and folders; one whose table is missing or stale is read without weights.

    Raises:  EvaluationError where gold cannot be read; WeightsError for an unknown name.
    """
    decisions = chosen(names)
    extractor = extractor_for_fitting(loading)
    situations = collect(decisions, annotated(paths), extractor)
    return [make(weighed.decision, situations[weighed.decision.name]) for weighed in decisions]


def rule_table(paths: Sequence[Path], extractor: Extractor) -> str:
    """Measure the rules on annotated articles and write the result as `rule_precision.tsv`.

    Raises:  EvaluationError where gold cannot be read.
    """
    found: list[Judgement] = []
    for study in studies(annotated(paths), extractor):
        record = json.loads(to_json(study.record))
        found += judgements({study.article_id: study.annotated.gold}, {study.article_id: record})
    return format_rows(tally(found))


def extractor_for_fitting(loading: Callable[[Path], Extractor] | None = None) -> Extractor:
    """Load an extractor; a decision whose table is missing or does not fit its catalogue is read without weights."""
    with TemporaryDirectory() as folder:
        for weighed in DECISIONS:
            if not packaged(weighed.decision):
                Path(folder, f"{weighed.decision.name}.tsv").write_text(blank(weighed.decision), "utf-8")
        return loading(Path(folder)) if loading else load(options=Options(weights=Path(folder)))


def write_tables(made: Sequence[Made], folder: Path) -> list[Path]:
    """Write the tables of decisions into a folder, which is made where it is missing.

    Raises:  OutputError where that fails.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = []
        for one in made:
            paths.append(folder / f"{one.decision.name}.tsv")
            paths[-1].write_text(one.table, "utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror}); expected a folder for weights") from error
    return paths
