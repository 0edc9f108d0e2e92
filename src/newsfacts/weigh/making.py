"""Make the table of a decision, and the report of how well its choices hold on articles left out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsfacts.weigh.crossvalidation import (
    FOLDS,
    PENALTIES,
    Checked,
    Outcome,
    Settings,
    checked_by_article,
    checked_by_source,
    chosen_by,
    settle,
)
from newsfacts.weigh.decision import Decision
from newsfacts.weigh.fitting import ARTICLES, fit
from newsfacts.weigh.situation import Situation
from newsfacts.weigh.weights import COLUMNS, NO_WEIGHT, NONE, THRESHOLD, fitted_on, packaged, read_weights

__all__ = ["Made", "Result", "make", "report", "result", "table", "verdict"]

_BINS = (0.95, 0.9, 0.8, 0.5, 0.0)
"""Lower edges of the bins of probability."""


@dataclass(frozen=True, slots=True)
class Result:
    """Count right choices against those wanted and those given."""

    right: int
    """Choices that gold accepts."""
    given: int
    """Choices that were not none."""
    wanted: int
    """Situations in which gold has an answer."""

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall; the share that is right where something is always chosen."""
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 0.0


@dataclass(frozen=True)
class Made:
    """Hold what fitting a decision gives."""

    decision: Decision
    """Which."""
    table: str
    """Its weights, as they are written."""
    by_article: Checked
    """Outcomes on articles left out."""
    by_source: Checked | None
    """Outcomes on sources left out; None where there is one source."""
    packaged: tuple[Outcome, ...] = ()
    """What the package's weights choose on sources that they were not fitted on; empty where there are none."""

    def against_packaged(self, source: str) -> tuple[Result, Result] | None:
        """Hold these weights, on articles left out, against the package's on a source that those do not know."""
        theirs = [one for one in self.packaged if one.situation.source == source]
        ours = [one for one in self.by_article.outcomes if one.situation.source == source]
        return (result(ours), result(theirs)) if theirs else None


def result(outcomes: Sequence[Outcome]) -> Result:
    """Count outcomes."""
    return Result(
        sum(one.right for one in outcomes),
        sum(one.chosen is not None for one in outcomes),
        sum(one.wanted for one in outcomes),
    )


def make(decision: Decision, situations: Sequence[Situation]) -> Made:
    """Fit a decision on all situations, its settings on articles left out, and check both."""
    settings, scored = settle(decision, situations)
    sources = Counter(situation.source for situation in situations)
    return Made(
        decision,
        _table(decision, situations, settings),
        checked_by_article(decision, situations, scored),
        checked_by_source(decision, situations, settings.penalty) if len(sources) > 1 else None,
        _by_packaged(decision, situations),
    )


def _by_packaged(decision: Decision, situations: Sequence[Situation]) -> tuple[Outcome, ...]:
    """Choose with the package's weights where they have not seen the articles: in sources that their head lacks."""
    if not packaged(decision):
        return ()
    known = fitted_on(decision).items()
    new = {source for source, number in _articles(situations).items() if (source, number) not in known}
    return chosen_by(decision, [one for one in situations if one.source in new], read_weights(decision))


def _articles(situations: Sequence[Situation]) -> Counter[str]:
    """Count the articles of each source."""
    return Counter(source for source, _ in {(one.source, one.article) for one in situations})


def table(decision: Decision, situations: Sequence[Situation], penalties: Sequence[float] = PENALTIES) -> str:
    """Fit a decision on all situations and write its weights, without the check of `make`."""
    return _table(decision, situations, settle(decision, situations, penalties)[0])


def _table(decision: Decision, situations: Sequence[Situation], settings: Settings) -> str:
    found = fit(decision, situations, settings.penalty)
    rows: list[tuple[str, str, int, int, int]] = []
    if decision.may_be_none:
        number, articles = len(situations), len({situation.article for situation in situations})
        right = sum(not situation.right for situation in situations)
        none = found.weights.get(NONE, 0.0) * settings.slope + settings.more
        rows.append((NONE, _plain(none), number, right, articles))
        rows.append((THRESHOLD, f"{settings.threshold:.3f}", number, number - right, articles))
    for name, seen in found.seen.items():
        if name != NONE:
            weight = _plain(found.weights[name] * settings.slope) if name in found.weights else NO_WEIGHT
            rows.append((name, weight, seen.candidates, seen.right, seen.articles))
    lines = [*_head(decision, situations, settings), "\t".join(COLUMNS)]
    return "\n".join([*lines, *("\t".join(map(str, row)) for row in rows)]) + "\n"


def _head(decision: Decision, situations: Sequence[Situation], settings: Settings) -> list[str]:
    """Say what the table is and how it was made."""
    articles = _articles(situations)
    places = ", ".join(f"{source} {number}" for source, number in sorted(articles.items()))
    return [
        f"# What: weights of the decision {decision.name}: {decision.question}.",
        "# Generated by `newsfacts fit`; do not edit. How: docs/weighing.md.",
        f"# source: fitted on {len(situations)} situations in the annotated articles of {places}",
        f"# Penalty {settings.penalty:g}; stretched by {settings.slope:.2f} so that probabilities hold on articles",
        f"# left out ({FOLDS} folds). weight: added where a candidate has the evidence; {NO_WEIGHT} where fewer than",
        f"# {ARTICLES} articles show it. seen, right: candidates that had it, and those of them that gold accepts;",
        "# articles: those in which it was seen.",
    ]


def _plain(weight: float) -> str:
    """Write a weight with two decimals; a zero has no sign."""
    return f"{round(weight, 2) + 0.0:.2f}"


def verdict(made: Sequence[Made], source: str) -> str:
    """Say in which decisions these weights choose better than the package's on a source, and in which worse.

    Shape:   one sentence; empty where the package's weights were fitted on the source, or there is nothing to choose.
    """
    named: dict[str, list[str]] = {"better in": [], "worse in": [], "as good in": []}
    for one in made:
        pair = one.against_packaged(source)
        if pair is not None:
            ours, theirs = (round(each.f1, 3) for each in pair)
            how = "better in" if ours > theirs else "worse in" if ours < theirs else "as good in"
            named[how].append(one.decision.name)
    told = "; ".join(f"{how} {', '.join(names)}" for how, names in named.items() if names)
    return f"{source}, on articles left out, against the package's weights: {told}" if told else ""


def report(made: Made) -> str:
    """Lay out how well the choices hold: by article, by source, claimed against right."""
    lines = [
        f"{made.decision.name}: {made.decision.question}",
        f"  {'left out':22}{'P':>7}{'R':>7}{'F1':>7}{'wanted':>8}{'given':>7}",
        _line(f"by article, {FOLDS} folds", made.by_article.outcomes),
    ]
    for source in sorted({one.situation.source for one in made.by_article.outcomes}):
        lines.append(_line(f"    of {source}", [o for o in made.by_article.outcomes if o.situation.source == source]))
        theirs = [one for one in made.packaged if one.situation.source == source]
        if theirs:
            lines.append(_line("      the package's", theirs))
    if made.by_source is not None:
        lines.append(_line("by source", made.by_source.outcomes))
        for source in sorted({one.situation.source for one in made.by_source.outcomes}):
            lines.append(_line(f"    {source}", [o for o in made.by_source.outcomes if o.situation.source == source]))
    asked = [one.situation for one in made.by_article.outcomes if one.situation.wanted and not one.situation.open]
    reachable, wanted = sum(bool(one.right) for one in asked), len(asked)
    lines.append(f"  the right answer was proposed in {reachable} of {wanted}; log loss {made.by_article.loss:.3f}")
    lines.append("  claimed against right, by article: " + "; ".join(_bins(made.by_article.outcomes)))
    return "\n".join(lines)


def _line(name: str, outcomes: Sequence[Outcome]) -> str:
    counted = result(outcomes)
    precision, recall = counted.right / max(1, counted.given), counted.right / max(1, counted.wanted)
    return f"  {name:22}{precision:7.3f}{recall:7.3f}{counted.f1:7.3f}{counted.wanted:8d}{counted.given:7d}"


def _bins(outcomes: Sequence[Outcome]) -> list[str]:
    upper, parts = 1.01, []
    for least in _BINS:
        inside = [one for one in outcomes if one.chosen is not None and least <= one.chance < upper]
        if inside:
            claimed, right = sum(one.chance for one in inside), sum(one.right for one in inside)
            parts.append(f"≥{least:g} {claimed / len(inside):.2f} → {right / len(inside):.2f} of {len(inside)}")
        upper = least
    return parts
