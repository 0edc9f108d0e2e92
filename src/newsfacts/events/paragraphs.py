"""How far back a time or a place told in an article still holds.

A paragraph is about one time and one place; what the one before said is past. Where every sentence is a line of its
own, as in web news, a few lines together are what a paragraph is elsewhere. Not here: sections.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from newsfacts.figures.leads import lead_in
from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading

__all__ = ["before", "is_other_item", "lead_in_of", "leads_to", "lines_back", "scene_of", "told_again", "told_before"]

_SINGLE = 1.5
"""Sentences a line up to which lines are taken for sentences: annotated texts have up to 1.3 or
1.8 and more."""
_LINES = 2
"""Lines of one sentence that hang together."""

_TOP = 8
"""Units at the top that may be titles."""
_MARKS = frozenset("•●■▪*·-–—")
"""What opens an item of a list."""
_STOPS = frozenset(".!?”\"'’")
"""What ends a sentence of the body, and no title."""
_BACK, _MOST = 25, 10
"""Sentences before a fact, and times or places in them, that may be its own."""

_T = TypeVar("_T")


class Asked(Protocol):
    """Hold a fact whose time or place is asked for."""

    @property
    def unit(self) -> Sentence:
        """Give its sentence."""

    @property
    def start(self) -> int:
        """Give the index of its first character."""

    @property
    def item(self) -> bool:
        """Tell whether it stands in an item of a digest, whose time and place are its own."""


def lines_back(reading: Reading) -> int:
    """Give the number of lines before a fact's own in which its time or place may stand."""
    sentences = {(sentence.unit.line, sentence.unit.sentence_start) for sentence in reading.sentences}
    lines = {line for line, _ in sentences}
    return _LINES if sentences and len(sentences) <= _SINGLE * len(lines) else 0


def before(reading: Reading, unit: Sentence, lines: int) -> Iterator[Sentence]:
    """Yield the sentences before one, back to where its section or its paragraph begins; then what leads to its list.

    An item of a digest is a section of its own, so that no item is told by another one.
    """
    first = reading.layout.section_at(unit.start).start_char
    for index in range(unit.index - 1, -1, -1):
        sentence = reading.sentences[index]
        if sentence.start < first or unit.unit.line - sentence.unit.line > lines:
            break
        yield sentence
    lead_in = lead_in_of(reading, unit)
    if lead_in is not None:
        yield lead_in


def told_before(reading: Reading, asked: Asked, told: Callable[[int], Sequence[_T]]) -> Iterator[_T]:
    """Yield what sentences before a fact tell, nearest first, a sentence's in their order; `told` takes an index."""
    given = 0
    first = reading.layout.section_at(asked.start).start_char if asked.item else 0
    for index in range(asked.unit.index - 1, max(-1, asked.unit.index - 1 - _BACK), -1):
        if reading.sentences[index].start < first:
            break
        here = told(index)
        yield from here
        given += len(here)
        if given >= _MOST:
            break


def lead_in_of(reading: Reading, unit: Sentence) -> Sentence | None:
    """Give the sentence that leads to the list in which a sentence's item stands: "The following were held:", a day."""
    span = reading.layout.lead_in(unit.start)
    return reading.sentence_at(span[1] - 1) if span else None


def leads_to(reading: Reading, unit: Sentence) -> Sentence | None:
    """Give what leads to a sentence's list, also where its items are mere lines: "The figures for Ayr show:"."""
    return lead_in_of(reading, unit) or lead_in(reading.sentences, unit.index)


def is_other_item(reading: Reading, unit: Sentence, other: Sentence) -> bool:
    """See two sentences in different items of one list, of which neither tells for the other."""
    if unit.unit.line == other.unit.line:
        return False
    mark = _mark(reading, unit)
    return mark in _MARKS and mark == _mark(reading, other)


def _mark(reading: Reading, unit: Sentence) -> str:
    """Give the first character of a sentence's line."""
    marks = reading.marks
    if unit.index not in marks:
        first = reading.text.rfind("\n", 0, unit.start) + 1
        marks[unit.index] = reading.text[first : first + 1]
    return marks[unit.index]


def scene_of(reading: Reading, unit: Sentence) -> Sentence | None:
    """Give the sentence that sets the scene for a quotation which opens its paragraph: the one behind it."""
    following = reading.sentences[unit.index + 1 : unit.index + 2]
    if not unit.text.startswith(("“", '"', "‘", "«")) or not following or following[0].unit.line != unit.unit.line:
        return None
    first = unit.index == 0 or reading.sentences[unit.index - 1].unit.line != unit.unit.line
    return following[0] if first else None


def told_again(reading: Reading, unit: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """Give the span where the body tells the figure of a title again: "Four Rifles", "four loaded rifles"."""
    words = reading.text[start:end].split()
    if len(words) < 2 or unit.index >= _TOP or unit.text[-1:] in _STOPS:
        return None
    between = rf"\b{re.escape(words[0])}\b(?:\s+[\w-]+){{0,2}}?\s+{re.escape(words[-1])}\b"
    for again in re.finditer(between, reading.text[unit.end :], re.IGNORECASE):
        told = reading.sentence_at(unit.end + again.start())
        if told and told.text[-1:] in _STOPS:
            return unit.end + again.start(), unit.end + again.end()
    return None
