"""Relatives of one surname: whom a surname alone does not mean.

"Kingsley Roe, Roe’s brother, spoke": the second Roe is somebody else, and so is each Roe alone in the story, for a
relative is brought in for the one of whom it tells. Reads what stands between the surname and the full name.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from newsfacts.people.names.candidates import Candidate
from newsfacts.people.pieces import Scene
from newsfacts.people.words import PeopleWords

__all__ = ["apart", "namesakes", "speakers"]

_KIN = frozenset({"kin_before", "kin_of"})
_REACH = 4
"""Words between a surname and the noun of kin, or between a name and an age: "Roe’s two younger brothers"."""


def namesakes(
    full: Iterable[Candidate], single: Iterable[Candidate], scenes: Sequence[Scene], words: PeopleWords
) -> Collection[tuple[str, ...]]:
    """List the full names, folded, that stand beside "Roe’s brother" and end in Roe."""
    by_scene: dict[int, list[Candidate]] = {}
    for name in full:
        by_scene.setdefault(name.scene, []).append(name)
    return {
        name.folds
        for owner in single
        if "kin_behind" in owner.ids
        for name in by_scene.get(owner.scene, ())
        if name.folds[-1] == owner.folds[0] and _beside(scenes[owner.scene], name, owner, words)
    }


def speakers(
    full: Sequence[Candidate], single: Iterable[Candidate], scenes: Sequence[Scene], words: PeopleWords
) -> Collection[tuple[str, ...]]:
    """List the full names of relatives whom their surname means only where they speak; the story is of the other Roe.

    They are those whom a word of kin brings in, "his brother, Al Roe", "his son Al", and those who only say whose child
    somebody is: "Ann Roe, the eldest daughter of the former governor Al Roe, was held".
    """
    first = {name.folds[0] for name in single if "kin_before" in name.ids}
    brought = {name.folds for name in full if "kin_before" in name.ids or name.folds[0] in first}
    return brought | {other.folds for name, other in pairwise(full) if _child_of(name, other, scenes, words)}


def _child_of(name: Candidate, other: Candidate, scenes: Sequence[Scene], words: PeopleWords) -> bool:
    if name.scene != other.scene or name.folds[-1] != other.folds[-1] or name.folds == other.folds:
        return False
    scene = scenes[name.scene]
    pieces = scene.pieces
    of = next((i for i in range(name.last + 1, other.first) if pieces[i].fold == "of"), None)
    if of is None or pieces[of - 1].fold not in words.children or of - name.last > _REACH + 1:
        return False
    return not any("," in scene.gap(index) for index in range(of, other.first + 1))


def apart(full: Sequence[Candidate]) -> Collection[frozenset[tuple[str, ...]]]:
    """List the pairs of full names, folded, that are two people though one name ends in the other.

    "Grace Ani Roe, wife of Hon. Ani Roe": who is called after husband or father bears the whole of his name behind her
    own. Two such names in one sentence, or a word of kin before one of them, tell the two apart.
    """
    kin = {name.folds for name in full if name.ids & _KIN}
    ends: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for folds in {name.folds for name in full}:
        ends.setdefault(folds[1:], set()).add(folds)
    where: dict[tuple[str, ...], set[int]] = {}
    for name in full:
        where.setdefault(name.folds, set()).add(name.scene)
    ended = {
        frozenset((long, short))
        for short in where
        for long in ends.get(short, ())
        if where[short] & where[long] or long in kin or short in kin
    }
    return ended | _of_two_ages(full)


def _of_two_ages(full: Sequence[Candidate]) -> set[frozenset[tuple[str, ...]]]:
    """See "Mohd Faizal Roe, 35, and Mohd Faizul Roe, 33": neighbours in one sentence, each with an age of its own."""
    return {
        frozenset((one.folds, other.folds))
        for one, other in pairwise(full)
        if one.scene == other.scene and None not in (one.age, other.age) and one.age != other.age
    }


def _beside(scene: Scene, name: Candidate, owner: Candidate, words: PeopleWords) -> bool:
    """See "NAME, Roe’s brother", "NAME (31), Roe’s brother", "Roe’s brother, NAME", "Roe’s brother NAME"."""
    if name.last <= owner.first:
        between = scene.pieces[name.last : owner.first]
        return scene.gap(owner.first).strip() in (",", "),", "(") and all(piece.text.isdigit() for piece in between)
    between = scene.pieces[owner.last : name.first]
    kin = bool(between) and between[-1].fold in words.kin and len(between) <= _REACH
    return kin and scene.gap(name.first).strip() in ("", ",")
