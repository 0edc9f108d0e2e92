"""Where in the text a value of a fact was read: the nearest place that says it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from newsfacts.language.lemmas import Lemma
from newsfacts.record import Fact

__all__ = ["Origin", "origins"]

_WRITTEN = ("noun", "measure", "base_text", "substance", "speaker", "cue", "agent", "attribution", "time_text", "place")
"""Fields that hold words of the text as they stand there."""
_STATED = (
    "status",
    "event_type",
    "gkg_type",
    "money_role",
    "direction",
    "base",
    "place_source",
    "time_source",
    "time_precision",
)
"""Fields of closed sets, which follow from words."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_VERB_TAGS = ("VBD", "VBN", "VBG", "VBZ", "VB", "NNS")


@dataclass(frozen=True, slots=True)
class Origin:
    """Say where a value came from."""

    field: str
    """Name of the record's field."""
    value: str
    """Its value."""
    start: int | None
    """Index of the first character that says it; None where no one place does."""
    end: int | None
    """Index behind the last one."""
    note: str = ""
    """How the value follows, where it is not the text itself."""


def origins(fact: Fact, text: str, published: date | None, lemma: Lemma) -> Iterator[Origin]:
    """Yield where each value of a fact came from, in the record's order; fields without a value are left out."""
    stated = fact.model_dump(mode="json")
    for field, value in stated.items():
        if value is None:
            continue
        if field == "predicate":
            yield _predicate(fact, text, str(value), lemma)
        elif field in _WRITTEN:
            yield _written(fact, text, field, str(value))
        elif field in ("time_start", "time_end"):
            told = f"counted from the date of publication, {published}" if published else "as far as the text dates it"
            yield Origin(field, str(value), None, None, told)
        elif field in _STATED:
            yield Origin(field, str(value), None, None, _follows(field, stated))


def _written(fact: Fact, text: str, field: str, value: str) -> Origin:
    span = nearest(text, value, fact)
    if span is None and ", " in value:
        span = nearest(text, value.split(", ", maxsplit=1)[0], fact)  # a chain of places from several mentions
    if span is None:
        return Origin(field, value, None, None, "not in the text as one piece")
    return Origin(field, value, *span)


def nearest(text: str, value: str, fact: Fact) -> tuple[int, int] | None:
    """Find the place that says a value: in the fact, in its sentence the one closest to it, before it, behind it."""
    pattern = re.compile(r"\s+".join(re.escape(piece) for piece in value.split()), re.IGNORECASE)
    best: tuple[tuple[int, int], tuple[int, int]] | None = None
    for match in pattern.finditer(text):
        inside = fact.sentence_start <= match.start() < fact.sentence_end
        gap = max(match.start() - fact.end_char, fact.start_char - match.end(), 0)
        rank = (0 if inside else 1 if match.start() < fact.start_char else 2, gap)
        if best is None or rank < best[0]:
            best = rank, match.span()
    return best[1] if best else None


def _predicate(fact: Fact, text: str, value: str, lemma: Lemma) -> Origin:
    wanted = value.split(" ", maxsplit=1)[0]
    best: tuple[int, tuple[int, int]] | None = None
    for match in _WORD.finditer(text, fact.sentence_start, fact.sentence_end):
        word = match[0].lower()
        if word != wanted and wanted not in (lemma(word, tag) for tag in _VERB_TAGS):
            continue
        gap = max(match.start() - fact.end_char, fact.start_char - match.end(), 0)
        if best is None or gap < best[0]:
            best = gap, match.span()
    if best is None:
        return Origin("predicate", value, None, None, "from a sentence before, or a verbal noun")
    return Origin("predicate", value, *best[1])


def _follows(field: str, stated: dict[str, Any]) -> str:
    return {
        "status": "no word makes it less than asserted"
        if stated["status"] == "asserted"
        else "from a cue in its clause",
        "event_type": f"from predicate {stated.get('predicate')!r} and noun {stated.get('noun')!r}",
        "gkg_type": f"from event type {stated.get('event_type')!r}",
        "money_role": f"from predicate {stated.get('predicate')!r} and the words beside the amount",
        "direction": f"by rule {stated['rule']}",
        "base": "shares are of a total" if stated.get("base_text") is None else f"from {stated['base_text']!r}",
        "place_source": "where the place was read",
        "time_source": "where the time was read",
        "time_precision": "of the words of time",
    }[field]
