"""Counts as a kind of fact."""

from collections.abc import Mapping, Sequence
from typing import Any

from newsfacts.figures.count import reader, tabled
from newsfacts.figures.count.match import CountMatch, CountText
from newsfacts.figures.figure_kind import Borrowing, FigureKind, Find, FindTabled, Patient, Turn
from newsfacts.figures.numbers import Number
from newsfacts.figures.question import Claimed, Question, Shared
from newsfacts.language.pipeline import Sentence
from newsfacts.record import Count
from newsfacts.rules.kind import Compare, Gold, GoldField
from newsfacts.weigh.confidence import NO_PREDICATE

__all__ = ["KIND"]


def _fields(match: CountMatch) -> Mapping[str, Any]:
    return {
        "noun": match.noun, "noun_phrase": match.noun_phrase, "direction": match.direction, "offence": match.offence,
    }  # fmt: skip


def _reader(shared: Shared) -> Find:
    counts, bounds = reader.reader(shared.decoys, shared.extra), shared.bounds

    def find(asked: Question, numbers: Sequence[Number]) -> Claimed:
        unit = CountText(
            asked.sentence, asked.lemma, asked.dep_at, asked.earlier(CountMatch), asked.near, asked.changed
        )
        found = counts.find(unit, numbers, asked.decoys, bounds)
        return Claimed([match for match in found if not asked.is_taken(match.figure.number)], set())

    return find


def _tabled(shared: Shared) -> FindTabled:
    cells = tabled.reader(shared.extra)
    return lambda reading, table: cells.find(reading, table, shared.lemma)


def _patient(match: CountMatch, sentence: Sentence) -> Patient | None:
    """Give the noun, or the number where nothing tells its place; None where nothing happens to what is counted."""
    if match.idle:
        return None
    number = sentence.token_at(match.figure.number.start)
    place = match.anchor if match.anchor >= 0 or number is None else number.position
    borrowing = Borrowing.ALWAYS if match.borrows else Borrowing.UNTOLD if match.elided else Borrowing.NEVER
    return Patient(place, match.noun, borrowing, "charge" if match.charged else None, match.direction is not None)


KIND = FigureKind(
    model=Count,
    match=CountMatch,
    fields=_fields,
    rules=(*reader.RULES, *tabled.RULES),
    gold=Gold(
        "counts",
        GoldField("noun", Compare.HEAD),
        (GoldField("action", Compare.VERB, in_record="predicate"), GoldField("agent", Compare.WORDS)),
    ),
    words=("number_words", "magnitudes", "comparators", "event_nouns", "person_nouns"),
    reader=_reader,
    turn=Turn.NOUN,
    tabled=_tabled,
    patient=_patient,
    doubts={"predicate": NO_PREDICATE},
)
"""How many of something; which counts are one is told by their nouns (`relations/`)."""
