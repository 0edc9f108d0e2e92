"""What the letters of a body stand for, where the text spells them out: "the National Health Scheme (NHS)".

A director of the NHIS is an official only to those who know what it is; the text says it once, in front of the letters
in brackets. Not here: letters that the lexicons know.
"""

import re
from collections.abc import Mapping, Sequence

from newsfacts.people.pieces import Scene

__all__ = ["spelled_out"]

_BRACKETED = re.compile(r"\((?P<letters>[A-Z][A-Z.-]{1,8})\)")
_WORD = re.compile(r"[A-Z][\w’'-]*|[a-z]+")
_EXTRA = 4
"""Words that stand between those with the letters: "of", "and", "for the"."""


def spelled_out(scenes: Sequence[Scene]) -> Mapping[str, str]:
    """Give the letters of bodies with the words that they stand for, where a text spells them out first.

    Example: "NHIS" is the "National Health Insurance Scheme" where "National Health Insurance Scheme (NHIS)" stands.
    """
    found: dict[str, str] = {}
    for scene in scenes:
        text = scene.sentence.text
        for match in _BRACKETED.finditer(text) if "(" in text else ():
            letters = match["letters"]
            words = _spelled(text[: match.start()], letters.replace(".", "").replace("-", ""))
            if words:
                found.setdefault(letters, words)
    return found


def _spelled(text: str, letters: str) -> str:
    """Give the last words of a text that begin with the letters, in their order; "" where they do not."""
    words = [(match.start(), match[0]) for match in _WORD.finditer(text)][-len(letters) - _EXTRA :]
    for place, (start, _) in enumerate(words):
        capitals = "".join(word[0] for _, word in words[place:] if word[0].isupper())
        if capitals == letters.upper():
            return text[start:].strip()
    return ""
