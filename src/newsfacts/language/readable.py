"""What the pipeline is given to read for a text: characters that it knows, small letters, joined modifiers.

The reading has the length of the text, so that offsets hold. Not here: headlines, which the body's own words put into
their case (`headlines.py`).
"""

import re
from collections.abc import Callable
from pathlib import Path

from newsfacts.lexicons import alternation, read
from newsfacts.lexicons.function_words import any_of

__all__ = ["Lemma", "Readable", "modifier_joiner", "reader"]

Lemma = Callable[[str, str], str]
"""Give the base form of a word with a Penn Treebank tag: ("seized", "VBD") → "seize"."""
Readable = Callable[[str, Lemma], str]
"""Give for a text another of the same length that is read in its place."""

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which spaCy cannot hold; it reads a replacement of the same length."""
_CAPITALS = 24
"""Characters from which a line in capitals is a headline; shorter ones are names and labels."""


def reader(extra: tuple[Path, ...] = ()) -> Readable:
    """Make the function that gives the pipeline a text of the same length that it can read.

    That is: no lone surrogates, long capitals in small letters (the model was trained on running text and takes every
    word in capitals for a name), modifiers joined.
    """
    joined = modifier_joiner(extra)

    def readable(piece: str, lemma: Lemma) -> str:
        piece = _SURROGATE.sub("\ufffd", piece)
        if len(piece) >= _CAPITALS and piece.isupper():
            lower = piece.lower()
            piece = lower if len(lower) == len(piece) else piece
        return joined(piece, lemma)

    return readable


def modifier_joiner(extra: tuple[Path, ...] = ()) -> Readable:
    """Make the function that writes a hyphen between adverb and participle behind a number or an article before a noun.

    The parser takes such a participle for the verb of the sentence ("two made pistols"), but reads it well with a
    hyphen. A participle differs from its base form.

    Example:
        >>> base = lambda word, tag: {"made": "make"}.get(word, word)
        >>> modifier_joiner()("He had two locally made pistols.", base)
        'He had two locally-made pistols.'
    """
    small = alternation(read("function_words").words())
    number = alternation(read("number_words", extra).words())
    phrase = re.compile(
        rf"(?P<adverb>\b(?:\d[\d,]*|{any_of('before an adverb')}|{number})\s[a-z]+ly) "
        rf"(?P<participle>[a-z]+)(?=\s(?!(?:{small})\b)[a-z])",
        re.IGNORECASE,
    )

    def join(text: str, lemma: Lemma) -> str:
        if "ly " not in text:
            return text

        def hyphenated(match: re.Match[str]) -> str:
            participle = match["participle"]
            apart = participle.endswith("ing") or lemma(participle, "VBN") == participle
            return match[0] if apart else f"{match['adverb']}-{participle}"

        return phrase.sub(hyphenated, text)

    return join
