"""An adverb and a participle before a noun are read as one modifier: "two locally made pistols".

The parser takes such a participle for the verb of the sentence ("two made pistols"), but reads it well with a hyphen. The
reading has the length of the text, so that offsets hold. Not here: which words are names or headlines.
"""

import re
from collections.abc import Callable
from functools import cache

from newsfacts.lexicons import alternation, read

__all__ = ["join_modifiers"]


def join_modifiers(text: str, lemma: Callable[[str, str], str]) -> str:
    """Write a hyphen for the blank between adverb and participle behind a number or an article and before a noun.

    `lemma` gives the base form of a word with a tag; a participle differs from its own.

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
