"""Percentages as a kind of fact."""

from collections.abc import Mapping, Sequence
from typing import Any

from newsfacts.figures.figure_kind import FigureKind, Find, FindTabled, Settle, Turn
from newsfacts.figures.numbers import Number
from newsfacts.figures.percentage import bases, comparisons, reader, tabled
from newsfacts.figures.percentage.match import PercentageMatch
from newsfacts.figures.question import Claimed, Question, Shared, Tabled
from newsfacts.record import Percentage
from newsfacts.rules.kind import Compare, Gold, GoldField

__all__ = ["KIND"]


def _fields(match: PercentageMatch) -> Mapping[str, Any]:
    return {
        "direction": match.direction, "unit": match.unit, "measure": match.measure, "base": match.base,
        "base_text": match.base_text,
    }  # fmt: skip


def _same(first: PercentageMatch, second: PercentageMatch) -> bool:
    return (first.direction, first.unit, first.measure) == (second.direction, second.unit, second.measure)


def _alike(first: PercentageMatch, second: PercentageMatch) -> bool:
    return first.unit is second.unit


def _reader(shared: Shared) -> Find:
    percentages = reader.reader(shared.lemma, shared.bounds, shared.extra)

    def find(asked: Question, numbers: Sequence[Number]) -> Claimed:
        sentences, index = asked.reading.sentences, asked.sentence.index
        return Claimed(*percentages.find(sentences, index, numbers, asked.dep_at, asked.earlier(PercentageMatch)))

    return find


def _tabled(shared: Shared) -> FindTabled:
    return lambda reading, table: map(Tabled, tabled.tabled_percentages(table))


def _compared(shared: Shared) -> Settle:
    """Say what each percentage is compared with: it is said once and governs the figures below it."""
    known = comparisons.reader(shared.extra)
    return lambda reading, found: bases.with_bases(reading, found, known)


def _counted(match: PercentageMatch) -> bool:
    return match.counted


KIND = FigureKind(
    model=Percentage,
    match=PercentageMatch,
    fields=_fields,
    rules=(*reader.RULES, *tabled.RULES),
    gold=Gold(
        "percentages",
        GoldField("direction", Compare.EXACT, empty="none"),
        (GoldField("measure", Compare.WORDS), GoldField("base", Compare.EXACT)),
    ),
    words=(
        "number_words", "magnitudes", "comparators", "fractions", "multiples", "change_words", "comparison_bases",
        "table_words",
    ),
    reader=_reader,
    turn=Turn.PERCENT,
    tabled=_tabled,
    settled=_compared,
    counts_too=_counted,
    same=_same,
    alike=_alike,
)  # fmt: skip
"""A part of a hundred, or a change by it."""
