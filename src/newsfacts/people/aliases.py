"""Other names of somebody who was just named: nicknames in quotation marks, alias, also known as."""

import re
from collections.abc import Sequence

from newsfacts.people.persons import Draft
from newsfacts.people.pieces import Scene
from newsfacts.people.words import Cue, PeopleWords

__all__ = ["aliases_behind"]

_OPEN = re.compile(r"[\s\"“‘'(:]*\Z")
_NEXT = re.compile(r",? (?:or|and|alias|aka) [\"“‘']?\Z|, [\"“‘']?\Z")


def aliases_behind(drafts: Sequence[Draft], scenes: Sequence[Scene], words: PeopleWords) -> None:
    """Add to each person the other names that alias cues and quotation marks give."""
    for draft in drafts:
        for name in draft.names:
            if name.nickname:
                draft.aliases.append(name.nickname)
            scene = scenes[name.scene]
            draft.aliases.extend(_behind(scene, name.last, words))


def _behind(scene: Scene, last: int, words: PeopleWords) -> list[str]:
    pieces = scene.pieces
    for at in range(last, min(last + 10, len(pieces))):
        cue = words.cues.at(pieces, at, len(pieces))
        if cue and cue[1] == Cue.ALIAS:
            found: list[str] = []
            index = cue[0]
            if index < len(pieces) and pieces[index].fold == "as":
                index += 1
            while index < len(pieces) and pieces[index].capital:
                stop = index + 1
                while stop < len(pieces) and scene.tight(stop) and pieces[stop].capital:
                    stop += 1
                if not found and not _OPEN.match(scene.gap(index)):
                    break
                found.append(scene.text(index, stop))
                index = stop
                if index < len(pieces) and pieces[index].fold in ("or", "and", "alias", "aka"):
                    index += 1
            return found
        if pieces[at].capital or ";" in scene.gap(at):
            return []
    return []
