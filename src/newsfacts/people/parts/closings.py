"""What the predicate behind a list says of all in it: "…; who were all arrested", "will appear at court".

Gives the parts of those listed. Not here: what opens a list; that is `listings.py`.
"""

from collections.abc import Sequence

from newsfacts.lexicons.function_words import cue_words, function_words
from newsfacts.people.names.candidates import Candidate, Lemma
from newsfacts.people.pieces import Scene
from newsfacts.people.words import PeopleWords

__all__ = ["closed_by"]

_PASSIVE = function_words("be") - {"is", "are"}
_HAVE = function_words("have")
_BE_TOO = function_words("be", "have")
_AGES = cue_words("of an age")
_ALL = function_words("every")
_APPEAR = cue_words("appear")
_COURT = cue_words("court")
_HOMES = cue_words("home")
"""Words of a home behind a name."""
_BYNAMES = function_words("leads to a name", "before a byname")
"""Words between a name and another name of its bearer: "otherwise called"."""
_CASE = frozenset({"suspect", "victim"})


def closed_by(scenes: Sequence[Scene], name: Candidate, words: PeopleWords, lemma: Lemma) -> list[str]:
    """Find what the predicate behind a list says of all: "…; who were all arrested", "will appear at court"."""
    scene = scenes[name.scene]
    index = _behind_home(scene, name.last)
    own = scene.sentence.unit.sentence_start
    for number in range(name.scene, min(name.scene + 3, len(scenes))):
        if scenes[number].sentence.unit.sentence_start != own:
            break
        pieces = scenes[number].pieces
        for at in range(index if number == name.scene else 0, len(pieces)):
            if pieces[at].capital and _spoken(scenes[number], at):
                return []
            if pieces[at].fold in _APPEAR and any(p.fold in _COURT for p in pieces[at : at + 9]):
                return ["suspect"]
            if _plain_predicate(scenes[number], at, index if number == name.scene else 0):
                known = words.verbs.get(lemma(pieces[at].fold, "VBN"))
                return [known.object] if known and known.object in _CASE else []
            if pieces[at].fold in _ALL and at and pieces[at - 1].fold in _BE_TOO:
                verb = _next_verb(scenes[number], at + 1)
                known = words.verbs.get(lemma(pieces[verb].fold, "VBN")) if verb is not None else None
                return [known.object] if known else []
    return []


def _behind_home(scene: Scene, index: int) -> int:
    """Give the index behind "19, of Knox Road, Portsmouth": a home, which the tree may take for the subject."""
    pieces = scene.pieces
    while index < len(pieces) and (pieces[index].text.isdigit() or pieces[index].fold in _AGES):
        index += 1
    if index + 1 >= len(pieces) or pieces[index].fold not in ("of", "from") or not pieces[index + 1].capital:
        return index
    index += 1
    while index < len(pieces) and scene.gap(index) in (" ", ", ") and (pieces[index].capital or _inside(scene, index)):
        index += 1
    return index


def _inside(scene: Scene, index: int) -> bool:
    """See the "in" of "Middleton Close in Durham"."""
    pieces = scene.pieces
    return pieces[index].fold == "in" and index + 1 < len(pieces) and pieces[index + 1].capital


def _plain_predicate(scene: Scene, at: int, first: int) -> bool:
    """See "NAME, 31, both of Mill Lane, were jailed": ages and homes, nobody else, between the name and the verb."""
    pieces = scene.pieces
    if at < first + 1 or scene.tag(at) != "VBN" or pieces[at - 1].fold not in _PASSIVE:
        return False
    end = at - 2 if pieces[at - 2].fold in _HAVE else at - 1
    if "," not in scene.gap(end) and not (pieces[end - 1].text.isdigit() and ")" in scene.gap(end)):
        return False
    return all(
        piece.capital or piece.text.isdigit() or piece.fold in _HOMES or piece.fold in _BYNAMES
        for piece in pieces[first:end]
    ) and not any(_spoken(scene, index) for index in range(first, end))


def _spoken(scene: Scene, index: int) -> bool:
    """See the subject of a verb of its own: the predicate is another's."""
    token = scene.token(scene.pieces[index])
    return token is not None and token.dep in ("nsubj", "nsubjpass")


def _next_verb(scene: Scene, index: int) -> int | None:
    return next((i for i in range(index, min(index + 3, len(scene.pieces))) if scene.tag(i) in ("VBN", "VBD")), None)
