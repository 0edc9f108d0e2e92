"""Tell persons from desks and sites in the author's field of a page: "Ann Pellow", not "Staff Reports"."""

import re
from collections.abc import Iterable
from functools import cache

from newsfacts.lexicons import fold, read

__all__ = ["persons"]

_ADDRESS = re.compile(r"@|://|\bwww\.|\.(?:com|org|net|news|info|gov|co)\b|\d", re.IGNORECASE)
_SEVERAL = re.compile(r";|\s+(?:and|&)\s+")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_LETTERS = re.compile(r"[\W_]+")
_LONGEST = 5
"""Words of a name; a longer field is a sentence."""


def persons(authors: Iterable[str], site: str | None, host: str | None) -> tuple[str, ...]:
    """Keep the names of persons, without what they are; `site` and `host` are the names that the page goes by.

    Example:
        >>> persons(["Staff Reports", "By Ann Pellow, Crime Reporter", "Brackwater Herald"], "Brackwater Herald", None)
        ('Ann Pellow',)
    """
    own = {_key(site), _key((host or "").removeprefix("www.").split(".")[0])} - {""}
    named = (_name(author) for field in authors for author in _SEVERAL.split(field))
    return tuple(dict.fromkeys(name for name in named if name and _key(name) not in own))


def _name(author: str) -> str | None:
    """Give the name in one entry of the field, None where it names nobody."""
    if _ADDRESS.search(author):
        return None
    classes = _classes()
    for piece in re.split(r"[,|/()]|\s[-–—]\s", author):
        words = [word for word in piece.split() if _WORD.match(word)]
        words = words[1:] if words and fold(words[0]) == "by" else words
        known = [classes.get(fold(word).strip(".’'")) for word in words]
        if "body" in known or not words:
            continue
        name = [word for word, kind in zip(words, known, strict=True) if kind is None]
        if 0 < len(name) <= _LONGEST and fold(name[0]) not in ("the", "our", "from"):
            return " ".join(name)
    return None


def _key(name: str | None) -> str:
    key = _LETTERS.sub("", fold(name or ""))
    return key.removeprefix("the")


@cache
def _classes() -> dict[str, str]:
    return read("author_words").mapping("class")
