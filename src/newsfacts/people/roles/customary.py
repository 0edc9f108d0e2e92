"""Customary chiefs: where "Chief" is a title of honour, "Chief Roe" is no chief of police.

In Nigeria and Ghana, and in some other countries, chieftaincy is given to elders and businessmen. Whether a text is
from such a country its own words tell: towns, demonyms, money. "Police Chief Roe" stays what it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsfacts.people.names.candidates import Candidate
from newsfacts.people.pieces import Scene
from newsfacts.people.roles.titles import RoleDraft
from newsfacts.people.words import PeopleWords
from newsfacts.record import Part

__all__ = ["laid_down"]

_OFTEN = 2
"""Words of such countries that a text has at least; one may tell where somebody is from."""
_SHORT = 80
"""Words of a text in which one is enough."""


def laid_down(names: Iterable[Candidate], scenes: Sequence[Scene], words: PeopleWords) -> None:
    """Take the rank of police, in place, from those who are called Chief and no more, where chiefs are customary."""
    chiefs = [name for name in names if any(_is_bare(role, words) for role in name.roles)]
    if not chiefs or not _is_customary(scenes, words):
        return
    for name in chiefs:
        name.roles[:] = [
            replace(role, rank=None, part=Part.OTHER) if _is_bare(role, words) else role for role in name.roles
        ]


def _is_bare(role: RoleDraft, words: PeopleWords) -> bool:
    """See "Chief", "late Chief": a rank without a force."""
    title = (role.title or "").lower()
    chief = title.split()[-1:] == ["chief"] and role.rank is not None and role.part is Part.POLICE
    return chief and not role.organisation and not words.is_police(title) and "deputy" not in title


def _is_customary(scenes: Sequence[Scene], words: PeopleWords) -> bool:
    found = sum(piece.fold in words.chieftaincies for scene in scenes for piece in scene.pieces)
    return found >= _OFTEN or (found > 0 and sum(len(scene.pieces) for scene in scenes) < _SHORT)
