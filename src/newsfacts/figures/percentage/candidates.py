"""A noun phrase that may be what a percentage measures, and the ways to make one from a sentence.

Not here: which are proposed when (`measure.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsfacts.figures.percentage import nouns
from newsfacts.language.phrases import is_noun, noun_phrase
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons.function_words import any_of, cue_words, function_words

__all__ = ["POINTING", "SOURCES", "Candidate", "ending_at", "head_after", "is_figure", "numbered_phrase", "phrase_of"]

POINTING = function_words("back to anything")
SOURCES = cue_words("source of figures")
_FIGURE = cue_words("is a figure")
_TIME = re.compile(
    rf"\s+(?:{any_of('time of a phrase')})\s+(?:the\s+)?(?:(?:19|20)\d\d|(?:{any_of('which period')})\s+\w+).*$"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Hold one proposal."""

    text: str | None
    """The phrase as written."""
    sentence: Sentence | None = None
    """The unit it stands in; None where it was taken over ready made."""
    head: int = -1
    """Position of its head noun; -1 where only the text is known."""


def ending_at(sentence: Sentence, noun: int | None, floor: int = 0) -> Iterator[Candidate]:
    """Propose the phrase that ends at a noun; its head is the last noun in front of its first preposition."""
    if noun is None:
        return
    text = nouns.reach_back(sentence, noun, floor)
    first = sentence.token_at(sentence.tokens[noun].end - len(text)) if text else None
    head = head_after(sentence, first.position) if first is not None else noun
    yield Candidate(text, sentence, head if 0 <= head <= noun else noun)


def head_after(sentence: Sentence, place: int) -> int:
    """Give the position of the head of the noun phrase that begins at a position; -1 where none does."""
    head = -1
    for token in sentence.tokens[place : place + 10]:
        if is_noun(token):
            head = token.position
        elif head >= 0:
            break
    return head


def phrase_of(sentence: Sentence, noun: int) -> Candidate:
    """Propose the noun phrase of a head, as parsed, without the time at its end."""
    return Candidate(_without_time(noun_phrase(sentence, noun)), sentence, noun)


def _without_time(phrase: str) -> str:
    return _TIME.sub("", phrase)


def is_figure(sentence: Sentence, noun: int) -> bool:
    """See a noun phrase that is itself a percentage."""
    token = sentence.tokens[noun]
    return any(sentence.tokens[p].lower in ("%", "percent", "cent") for p in sentence.subtree(noun)) and (
        nouns.is_percent(token) or token.tag == "CD" or token.lower in _FIGURE
    )


def numbered_phrase(sentence: Sentence, head: int) -> str:
    """Give a counted noun phrase without its number, with the phrases behind it."""
    first = head
    while first > 0 and sentence.tokens[first - 1].tag in ("JJ", "NN", "NNS", "NNP", "VBN", "VBG", "HYPH"):
        first -= 1
    return nouns.phrase_after(sentence, first) or sentence.words(first, head + 1)
