"""What the letters of a body stand for, where the text spells them out: "the National Health Scheme (NHS)".

A director of the NHIS is an official only to those who know what it is; the text says it once, in front of the letters
in brackets. Not here: letters that the lexicons know.
"""

import re
from collections.abc import Sequence

from newsfacts.people.pieces import Scene

__all__ = ["expanded"]

_LETTERS = re.compile(r"[A-Z][A-Z.-]{1,8}")
_WORD = re.compile(r"[A-Z][\w’'-]*|[a-z]+")
_EXTRA = 4
"""Words that stand between those with the letters: "of", "and", "for the"."""


def expanded(body: str, scenes: Sequence[Scene]) -> str:
    """Give the words that stand for the letters of a body, as the text spells them out; the body itself where not.

    Example: "NHIS" is the "National Health Insurance Scheme" where "National Health Insurance Scheme (NHIS)" stands.
    """
    if not _LETTERS.fullmatch(body):
        return body
    bracketed = f"({body})"
    for scene in scenes:
        end = scene.sentence.text.find(bracketed)
        if end > 0:
            return _spelled(scene.sentence.text[:end], body.replace(".", "").replace("-", "")) or body
    return body


def _spelled(text: str, letters: str) -> str:
    """Give the last words of a text that begin with the letters, in their order; "" where they do not."""
    words = [(match.start(), match[0]) for match in _WORD.finditer(text)][-len(letters) - _EXTRA :]
    for place, (start, _) in enumerate(words):
        capitals = "".join(word[0] for _, word in words[place:] if word[0].isupper())
        if capitals == letters.upper():
            return text[start:].strip()
    return ""
