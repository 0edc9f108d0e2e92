"""The lead-in of a list: the line with a colon above its items, which says for all of them what their figures are.

Not here: what is read from it.
"""

import re
from collections.abc import Sequence

from newsfacts.language.pipeline import Sentence

__all__ = ["is_marked", "lead_in"]

_BULLET = re.compile(r"[*•‣●▪◦·–—>o-]\s*\S|\(?\w{1,2}[.)]\s")
_REACH = 40
"""Units back to which the lead-in of a long list may stand."""
_SHORT = 90
"""Characters of an item without a mark; a longer line is prose again."""


def is_marked(sentence: Sentence) -> bool:
    """See the mark of an item: a dash, a bullet, a letter in brackets."""
    return _BULLET.match(sentence.text) is not None


def lead_in(sentences: Sequence[Sentence], index: int) -> Sentence | None:
    """Give the lead-in of the list in which a unit is an item; None where it is in no list.

    A list whose items have marks ends at the first line without one.
    """
    marked = is_marked(sentences[index])
    for place in range(index - 1, max(-1, index - _REACH), -1):
        sentence = sentences[place]
        if sentence.text.rstrip().endswith((":", ":-")):
            return sentence if _is_item(sentences[place + 1], marked=marked) else None
        if not _is_item(sentence, marked=marked):
            return None
    return None


def _is_item(sentence: Sentence, *, marked: bool) -> bool:
    if sentence.start > sentence.unit.sentence_start:
        return True  # goes on with an item
    if marked:
        return is_marked(sentence)
    return len(sentence.text) <= _SHORT
