"""Pair what the extractor found with gold, for collectors."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from newsfacts.actions.figure_facts import FigureFact
from newsfacts.evaluation.learning.studies import Study
from newsfacts.evaluation.scoring import NUMBERS, Item, pair
from newsfacts.figures.figure import Figure
from newsfacts.language.reading import Reading
from newsfacts.record import Comparator
from newsfacts.weigh import Choice, Situation

__all__ = ["judged", "paired"]

_Value = TypeVar("_Value")


def paired(study: Study, kind: str) -> Iterator[tuple[Item, FigureFact]]:
    """Pair the number facts of one kind ("money") that are found with those of gold."""
    facts = [fact for fact in study.figures if isinstance(fact.match, NUMBERS[kind].match)]
    gold = study.gold(kind)
    for left, right in pair(kind, gold, [_item(fact.match.figure, study.reading) for fact in facts]):
        yield gold[left], facts[right]


def judged(
    study: Study, choice: Choice[_Value], accepts: Callable[[_Value], bool], *, wanted: bool, open_: bool = False
) -> Situation:
    """Turn a choice that the extractor made into a situation: gold accepts those candidates whose value it accepts.

    Args:    wanted  gold has an answer.
             open_   gold accepts that none is given.
    """
    right = frozenset(place for place, one in enumerate(choice.candidates) if accepts(one.value))
    return Situation(study.article_id, study.source, choice.candidates, right, wanted, choice.against, open_)


def _item(figure: Figure, reading: Reading) -> Item:
    """Put a figure into gold's form; gold speaks of the text as given, readers of the text that is read."""
    value = f"{figure.low}-{figure.high}" if figure.comparator is Comparator.RANGE else figure.value
    start, end = reading.given_span(figure.start, figure.end)
    return {"start": start, "end": end, "value": value}
