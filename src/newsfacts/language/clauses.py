"""Where a span stands in the parse of its sentence: its head word and the verbs that govern it, nearest first.

Not here: what is asked of one token, which is `syntax.py`'s.
"""

from dataclasses import dataclass

from newsfacts.language.once import once
from newsfacts.language.pipeline import Sentence

__all__ = ["Position", "in_other_figure", "position_of", "words_before"]

_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})

_NOMINAL = frozenset({"pobj", "compound", "amod", "nmod"})
"""Relations that no clause has: the tagger took a noun or an adjective for a verb."""


@dataclass(frozen=True, slots=True)
class Position:
    """Hold the place of a span in the tree."""

    head: int
    """Position of the token that the others of the span hang on; -1 where there is none."""
    path: tuple[int, ...]
    """Positions of its ancestors, nearest first."""
    verbs: tuple[int, ...]
    """Those of them that are verbs."""


@once
def position_of(sentence: Sentence, start: int, end: int) -> Position:
    """Find the place of a span of the article in the tree of its sentence."""
    inside = sentence.tokens_in(start, end)
    if not inside:
        return Position(-1, (), ())
    first, last = inside[0].position, inside[-1].position
    head = next((t.position for t in reversed(inside) if not first <= t.head <= last or t.head == t.position), last)
    path = tuple(sentence.ancestors(head))
    tokens = sentence.tokens
    verbs = (place for place in path if tokens[place].tag in _VERBS and tokens[place].dep not in _NOMINAL)
    return Position(head, path, tuple(verbs))


def words_before(sentence: Sentence, char: int) -> int:
    """Count the words of the sentence before a character."""
    return len(sentence.text[: max(0, char - sentence.start)].split())


def in_other_figure(sentence: Sentence, fact: Position, other: Position) -> bool:
    """Tell whether a place or a time stands in the phrase of another figure: "half a kilo in Ayr and two phones"."""
    for place in other.path:
        token = sentence.tokens[place]
        if token.tag[:1] == "V" or place == fact.head:
            return False
        children = (sentence.tokens[child] for child in sentence.children[place])
        if token.tag == "CD" or any(child.dep in ("nummod", "predet", "quantmod") for child in children):
            return True
    return False
