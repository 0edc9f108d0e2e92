"""What opens the list that a name stands in: "the suspects are", "arrested were:", and charge lists.

Gives the part of those listed, or None. Not here: which names one list joins; that is `votes.py`.
"""

from collections.abc import Sequence

from newsfacts.people.names.candidates import Candidate, Lemma
from newsfacts.people.pieces import Scene
from newsfacts.people.roles.titles import DETERMINERS
from newsfacts.people.words import PeopleWords

__all__ = ["beside_name", "opened_by"]

_AGES = frozenset({"year", "years", "old", "aged"})
_LIST_OPENERS = frozenset({"as", "are", "is", "were", "was", "include", "including", "identified"})


def _list_head(scene: Scene, last: int, words: PeopleWords) -> str | None:
    """Find what opens a list of names: "the suspects are", "the arrested have been identified as", "Charged were:"."""
    pieces = scene.pieces
    at = last
    while at > 0 and (_beside(scene, at - 1, words) or pieces[at - 1].fold.isdigit()):
        if pieces[at - 1].fold in _LIST_OPENERS:
            break
        at -= 1
    opened = at > 0 and (pieces[at - 1].fold in _LIST_OPENERS or ":" in scene.gap(at) or ":" in scene.gap(last))
    for index in range(last - 1, max(0, last - (30 if opened else 10)) - 1, -1):
        piece = pieces[index]
        if piece.fold == "by" and not opened:
            return None  # "sentenced by Justice NAME"
        if piece.fold == "of" and pieces[index - 1].fold in words.nouns:
            return None  # "charged with the murder of his mother, NAME": one who was done to
        if piece.fold in words.list_heads:
            served = {other.fold for other in pieces[max(0, index - 2) : index]} & {"to", "for", "against"}
            return None if served else words.list_heads[piece.fold]  # "counsel to the defendants, NAME"
        if not opened and not (piece.fold in words.list_links or _beside(scene, index, words)):
            return None
    return None


def opened_by(
    scenes: Sequence[Scene], name: Candidate, known: tuple[PeopleWords, Lemma, dict[int, str | None]]
) -> str | None:
    """Find what opens the list that a name begins, in its own sentence or in the one that "them" points back to."""
    words, lemma, lines = known
    scene = scenes[name.scene]
    if "speech" in name.ids or any(role.rank for role in name.roles):
        return None
    if name.first == 0 and "age_behind" in name.ids and name.age:
        lines[name.scene] = _line_above(scenes, name, words, lines)
        return lines[name.scene]
    found = (
        _list_head(scene, name.first, words)
        or _one_of(scene, name.first, words)
        or _verb_before(scene, name.first, words, lemma)
    )
    if found or not any(piece.fold in ("them", "their") for piece in scene.pieces[max(0, name.first - 6) : name.first]):
        return found
    for number in range(name.scene - 1, max(-1, name.scene - 3), -1):
        for piece in reversed(scenes[number].pieces):
            if piece.fold in words.list_heads:
                return words.list_heads[piece.fold]
    return None


def _one_of(scene: Scene, last: int, words: PeopleWords) -> str | None:
    """Find "One of the victims, a retired teacher surnamed Roe": words of description stand between."""
    pieces = scene.pieces
    for index in range(last - 2, max(2, last - 10), -1):
        before = [piece.fold for piece in pieces[index - 3 : index]]
        if pieces[index].fold in words.list_heads and before[:2] == ["one", "of"]:
            between = range(index + 1, last)
            described = all(scene.tag(i)[:2] in ("NN", "JJ", "DT", "CD", "HY", "VB", "NF") for i in between)
            finite = any(scene.tag(i) in ("VBD", "VBZ", "VBP", "MD") for i in between)
            return words.list_heads[pieces[index].fold] if described and not finite else None
    return None


def _line_above(
    scenes: Sequence[Scene], name: Candidate, words: PeopleWords, lines: dict[int, str | None]
) -> str | None:
    """Find what opens a list of one name a line: the line above it that begins with no name and age."""
    own = scenes[name.scene]
    if any(own.tag(index) in ("VBD", "VBZ") for index in range(name.last, len(own.pieces))):
        return None
    for number in range(name.scene - 1, max(-1, name.scene - 8), -1):
        if number in lines:
            return lines[number]
        pieces = scenes[number].pieces
        if any(piece.fold.isdigit() for piece in pieces[1:6]) and pieces[0].capital and len(pieces) < 14:
            continue
        for piece in reversed(pieces):
            if piece.fold in words.list_heads:
                return words.list_heads[piece.fold]
        if len(pieces) > 6:
            return None
    return None


def _verb_before(scene: Scene, last: int, words: PeopleWords, lemma: Lemma) -> str | None:
    """Find "arraigned the director of a firm, NAME": a verb with only nouns between it and the name."""
    pieces = scene.pieces
    if last and (pieces[last - 1].fold in ("of", "by", "and") or ":" in scene.gap(last)):
        return None
    for index in range(last - 1, max(-1, last - 13), -1):
        tag = scene.tag(index)
        if tag in ("VBD", "VBN", "VBG", "VBZ") and not pieces[index].capital:
            known = words.verbs.get(lemma(pieces[index].fold, tag))
            passive = index > 0 and pieces[index - 1].fold in ("was", "were", "been", "being", "be")
            aside = pieces[index + 1].fold in ("in", "of")  # "arraigned in front of Judge NAME": no object of the verb
            return known.object if known and known.object and not passive and not aside else None
        if tag[:2] not in ("NN", "JJ", "DT", "PR", "CD") and pieces[index].fold not in ("of", "in", "one"):
            return None
    return None


def beside_name(scene: Scene, name: Candidate, words: PeopleWords) -> dict[str, int]:
    """Read "NAME, prosecuting," and charge lists: "NAME, 33, of Mill Lane – two years for theft"."""
    pieces = scene.pieces
    if name.first and scene.gap(name.first) == ", " and pieces[name.first - 1].fold in words.participles:
        return {words.participles[pieces[name.first - 1].fold]: 5}
    if name.last < len(pieces) and "," in scene.gap(name.last):
        participle = words.participles.get(pieces[name.last].fold)
        if participle:
            return {participle: 5}
    if ":" in scene.gap(name.first) and {"age_behind", "residence_behind"} <= name.ids:
        return {"suspect": 1}  # "Handling stolen goods: NAME, 63, of Mill Lane": a court list
    if name.first == 0 and name.ids & {"age_behind", "residence_behind"} and len(pieces) > name.last + 2:
        finite = any(scene.tag(index) in ("VBD", "VBZ", "VBP", "MD") for index in range(name.last, len(pieces)))
        if not finite and any(piece.fold in words.punishments for piece in pieces[name.last :]):
            return {"suspect": 2}
    return {}


def _beside(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See a word that may stand between the head of a list and its names: a title, a relative, an article."""
    fold = scene.pieces[index].fold
    known = (
        fold in DETERMINERS
        or fold in words.kin
        or fold in words.modifiers
        or fold in _LIST_OPENERS
        or fold in _AGES
        or fold.endswith("-old")
    )
    return known or words.titles.before(scene.pieces, index + 1) is not None
