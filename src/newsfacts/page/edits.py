"""Texts that were made from others by small changes, and the way back from one to the other.

Each step of the page (`characters.py`, `carriers.py`, `joins.py`, `page.py`) says what it changes as `Edit`s; `edited`
makes the new text with its `Trail`, which leads a span of the new text back to the old one. A step that changes
nothing costs nothing. Offsets are characters, end exclusive.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Edit", "Edited", "Trail", "edited"]


@dataclass(frozen=True, slots=True)
class Edit:
    """Say that a stretch of a text is read as something else."""

    start: int
    """Index of its first character."""
    end: int
    """Index behind its last character."""
    text: str
    """What is read in its place."""


@dataclass(frozen=True, slots=True)
class Trail:
    """Lead back from a text to the one it was made from."""

    pieces: tuple[int, ...] = ()
    """Where each piece begins in the new text."""
    firsts: tuple[int, ...] = ()
    """Where it begins in the old one."""
    lasts: tuple[int, ...] = ()
    """Where it ends in the old one."""
    changed: tuple[bool, ...] = ()
    """Whether the piece is what an edit put there; else it is copied character by character."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the old text that a span of the new one was made from.

        Example:
            >>> made = edited("hun-" + chr(10) + "dred men", [Edit(3, 5, "")])
            >>> made.text[0:7], made.trail.span(0, 7)
            ('hundred', (0, 9))
        """
        if not self.pieces:
            return start, end
        if end <= start:
            return (first := self.start(start)), first
        place = bisect_right(self.pieces, end - 1) - 1
        last = self.lasts[place] if self.changed[place] else self.firsts[place] + end - self.pieces[place]
        return self.start(start), last

    def start(self, char: int) -> int:
        """Give the character of the old text at which a character of the new one, or its end, came from."""
        if not self.pieces:
            return char
        place = bisect_right(self.pieces, char) - 1
        return self.firsts[place] if self.changed[place] else self.firsts[place] + char - self.pieces[place]


@dataclass(frozen=True, slots=True)
class Edited:
    """Hold a text that was made from another."""

    text: str
    trail: Trail


def edited(text: str, edits: Sequence[Edit]) -> Edited:
    """Make the text that the edits ask for; they are in text order and do not overlap."""
    if not edits:
        return Edited(text, Trail())
    parts: list[str] = []
    cells: list[tuple[int, int, int, bool]] = []
    length = at = 0
    for edit in [*edits, Edit(len(text), len(text), "")]:
        for piece, last, changed in ((text[at : edit.start], edit.start, False), (edit.text, edit.end, True)):
            if piece:
                cells.append((length, at if not changed else edit.start, last, changed))
                parts.append(piece)
                length += len(piece)
        at = edit.end
    cells.append((length, len(text), len(text), False))
    pieces, firsts, lasts, marks = zip(*cells, strict=True)
    return Edited("".join(parts), Trail(pieces, firsts, lasts, marks))
