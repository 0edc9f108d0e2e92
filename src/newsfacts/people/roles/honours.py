"""Letters of honours and offices that follow a name: "Ann Roe KC", "Al Tan OBE QPM"."""

from newsfacts.lexicons.function_words import cue_words
from newsfacts.people.pieces import Piece, Scene
from newsfacts.people.roles.titles import RoleDraft
from newsfacts.people.words import PeopleWords
from newsfacts.record import Part

__all__ = ["counsel_of", "honours_end"]

_OFFICES = cue_words("office letters")
"""Letters of an office, which are a title of their own."""


def honours_end(scene: Scene, last: int, words: PeopleWords) -> int:
    """Find the index behind the letters of honours and offices that follow a name: "Ann Roe KC", "Al Tan OBE QPM"."""
    pieces = scene.pieces
    while last < len(pieces) and scene.gap(last).strip() in ("", ",") and _is_honour(pieces[last], words):
        last += 1
    return last


def _is_honour(piece: Piece, words: PeopleWords) -> bool:
    return piece.text.isupper() and piece.fold in words.behind and len(piece.text) > 1 and piece.fold not in _OFFICES


def counsel_of(scene: Scene, index: int) -> RoleDraft:
    """Make the role of a barrister of the letters at a piece."""
    piece = scene.pieces[index]
    return RoleDraft(
        piece.start, piece.end, piece.text, None, None, Part.OTHER, role=True, gender="", rule="role.apposition_behind"
    )
