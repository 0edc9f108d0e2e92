"""What stands beside a piece: the marks a piece may have, and whether a name, a title or a capital is its neighbour."""

import re
from collections.abc import Sequence

from newsfacts.people.pieces import Scene
from newsfacts.people.words import PeopleWords

__all__ = ["AGE", "Mark", "after_name", "after_title", "capital_follows", "is_suffix"]

AGE = re.compile(r",?\s\(?\d{1,3}[,;.)]")
"""An age behind a name: "Ann Roe, 57,"."""
_SUFFIXED = re.compile(r"\.?(?:[,;:)]|\s[a-z(]|\.?$)")
"""What stands behind "Jr": a comma, a word in lower case, the end."""


class Mark:
    """Name what a piece may be."""

    NONE, NAME, TITLE, THING, FUNCTION, KIN, BEHIND = range(7)


def is_suffix(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See what tells one bearer of a name from another: Jr, Snr, III; "V" only before a comma or an end."""
    piece = scene.pieces[index]
    after = scene.sentence.text[piece.end - scene.sentence.start :]
    if piece.fold not in words.suffixes or not _SUFFIXED.match(after):
        return False
    return len(piece.text) > 1 or (piece.text.isupper() and after[:1] in (",", ".", ""))


def after_name(scene: Scene, marks: Sequence[int], index: int) -> bool:
    """See a name word right before a piece."""
    return scene.tight(index) and marks[index - 1] == Mark.NAME


def after_title(scene: Scene, marks: Sequence[int], index: int) -> bool:
    """See the word of a title right before a piece."""
    return scene.tight(index) and marks[index - 1] == Mark.TITLE


def capital_follows(scene: Scene, index: int) -> bool:
    """See a capital right behind a piece."""
    return scene.tight(index + 1) and scene.pieces[index + 1].capital
