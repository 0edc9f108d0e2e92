"""How far back a time or a place told in an article still holds.

A paragraph is about one time and one place; what the one before said is past. Where every sentence is a line of its
own, as in web news, a few lines together are what a paragraph is elsewhere. Not here: sections.
"""

from newsfacts.language import Sentence
from newsfacts.reading import Reading

__all__ = ["lines_back", "scene_of"]

_SINGLE = 1.5
"""Sentences a line up to which lines are taken for sentences: annotated texts have up to 1.3 or
1.8 and more."""
_LINES = 2
"""Lines of one sentence that hang together."""


def lines_back(reading: Reading) -> int:
    """Give the number of lines before a fact's own in which its time or place may stand."""
    sentences = {(sentence.unit.line, sentence.unit.sentence_start) for sentence in reading.sentences}
    lines = {line for line, _ in sentences}
    return _LINES if sentences and len(sentences) <= _SINGLE * len(lines) else 0


def scene_of(reading: Reading, unit: Sentence) -> Sentence | None:
    """Give the sentence that sets the scene for a quotation which opens its paragraph: the one behind it."""
    following = reading.sentences[unit.index + 1 : unit.index + 2]
    if not unit.text.startswith(("“", '"', "‘", "«")) or not following or following[0].unit.line != unit.unit.line:
        return None
    first = unit.index == 0 or reading.sentences[unit.index - 1].unit.line != unit.unit.line
    return following[0] if first else None
