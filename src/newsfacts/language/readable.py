"""What the pipeline is given to read for a text: characters that it knows, small letters, joined modifiers.

The reading has the length of the text, so that offsets hold. Not here: headlines, which the body's own words put into
their case (`headlines.py`).
"""

import re
from collections.abc import Callable
from functools import cache

from newsfacts.lexicons import alternation, read

__all__ = ["join_modifiers", "readable"]

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which spaCy cannot hold; it reads a replacement of the same length."""
_CAPITALS = 24
"""Characters from which a line in capitals is a headline; shorter ones are names and labels."""


def readable(piece: str, lemma: Callable[[str, str], str]) -> str:
    """Give the pipeline a text of the same length that it can read: no lone surrogates, long capitals in small letters.

    The model was trained on running text and takes every word in capitals for a name. `lemma` is as for
    `join_modifiers`.
    """
    piece = _SURROGATE.sub("\ufffd", piece)
    if len(piece) >= _CAPITALS and piece.isupper():
        lower = piece.lower()
        piece = lower if len(lower) == len(piece) else piece
    return join_modifiers(piece, lemma)


def join_modifiers(text: str, lemma: Callable[[str, str], str]) -> str:
    """Write a hyphen for the blank between adverb and participle behind a number or an article and before a noun.

    The parser takes such a participle for the verb of the sentence ("two made pistols"), but reads it well with a
    hyphen. `lemma` gives the base form of a word with a tag; a participle differs from its own.

    Example:
        >>> join_modifiers("He had two locally made pistols.", lambda word, tag: {"made": "make"}.get(word, word))
        'He had two locally-made pistols.'
    """
    if "ly " not in text:
        return text

    def joined(match: re.Match[str]) -> str:
        participle = match["participle"]
        apart = participle.endswith("ing") or lemma(participle, "VBN") == participle
        return match[0] if apart else f"{match['adverb']}-{participle}"

    return _phrase().sub(joined, text)


@cache
def _phrase() -> re.Pattern[str]:
    small = alternation(read("function_words").words())
    number = alternation(read("number_words").words())
    return re.compile(
        rf"(?P<adverb>\b(?:\d[\d,]*|an?|the|some|several|{number})\s[a-z]+ly) "
        rf"(?P<participle>[a-z]+)(?=\s(?!(?:{small})\b)[a-z])",
        re.IGNORECASE,
    )
