"""Counts as a kind of fact."""

from collections.abc import Mapping
from typing import Any

from newsfacts.figures.count import reader, tabled
from newsfacts.figures.count.match import CountMatch
from newsfacts.record import Count
from newsfacts.rules.kind import Compare, FactKind, Gold, GoldField
from newsfacts.weigh.confidence import NO_PREDICATE

__all__ = ["KIND"]


def _fields(match: CountMatch) -> Mapping[str, Any]:
    return {
        "noun": match.noun, "noun_phrase": match.noun_phrase, "direction": match.direction, "offence": match.offence,
    }  # fmt: skip


KIND = FactKind(
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
    doubts={"predicate": NO_PREDICATE},
)
"""How many of something; which counts are one is told by their nouns (`relations/`)."""
