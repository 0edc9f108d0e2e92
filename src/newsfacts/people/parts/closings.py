"""What the predicate behind a list says of all in it: "…; who were all arrested", "will appear at court".

Gives the parts of those listed. Not here: what opens a list; that is `listings.py`.
"""

from collections.abc import Sequence

from newsfacts.lexicons.function_words import cue_words, function_words
from newsfacts.people.names.candidates import Candidate, Lemma
from newsfacts.people.pieces import Scene
from newsfacts.people.words import PeopleWords
from newsfacts.record import CASE_PARTS

__all__ = ["closed_by"]

_PASSIVE = function_words("passive be")
_HAVE = function_words("have")
_BE_TOO = function_words("be", "have")
_AGES = cue_words("of an age")
_ALL = function_words("every")
_APPEAR = cue_words("appear")
_COURT = cue_words("court")
_HOMES = cue_words("home")
"""Words of a home behind a name."""
_OTHERS = 4
"""Words of "and five other suspects"."""
_NAMING = function_words("leads to a name")
_BYNAMES = function_words("leads to a name", "before a byname")
"""Words between a name and another name of its bearer: "otherwise called"."""


def closed_by(scenes: Sequence[Scene], name: Candidate, words: PeopleWords, lemma: Lemma) -> list[str]:
    """Find what the predicate behind a list says of all: "…; who were all arrested", "will appear at court"."""
    scene = scenes[name.scene]
    index = _behind_home(scene, name.last)
    own = scene.sentence.unit.sentence_start
    for number in range(name.scene, min(name.scene + 3, len(scenes))):
        if scenes[number].sentence.unit.sentence_start != own:
            break
        pieces = scenes[number].pieces
        first = index if number == name.scene else 0
        for at in range(first, len(pieces)):
            if pieces[at].capital and _spoken(scenes[number], at):
                return []
            behind = at == index and number == name.scene
            told = (_right_behind(scene, at, words, lemma) if behind else "") or _predicate(
                scenes[number], at, first, (words, lemma)
            )
            if told is not None:
                return [told] if told else []
    return []


def _right_behind(scene: Scene, at: int, words: PeopleWords, lemma: Lemma) -> str:
    """Read what stands right behind the last name, its age and its home."""
    return _deed(scene, at, words, lemma) or _with_others(scene, at, words) or _counted(scene, at, words)


def _predicate(scene: Scene, at: int, first: int, known: tuple[PeopleWords, Lemma]) -> str | None:
    """Read the predicate that begins at a piece; "" for one that tells nothing, None for no predicate."""
    words, lemma = known
    pieces = scene.pieces
    if pieces[at].fold in _APPEAR and any(piece.fold in _COURT for piece in pieces[at : at + 9]):
        return "suspect"
    if _plain_predicate(scene, at, first):
        verb = words.verbs.get(lemma(pieces[at].fold, "VBN"))
        return verb.object if verb and verb.object in CASE_PARTS else ""
    if pieces[at].fold not in _ALL or not at or pieces[at - 1].fold not in _BE_TOO:
        return None
    index = _next_verb(scene, at + 1)
    if index is None:
        return ""
    verb = words.verbs.get(lemma(pieces[index].fold, "VBN"))
    return _named_as(scene, index, words) or (verb.object if verb else "")


def _deed(scene: Scene, at: int, words: PeopleWords, lemma: Lemma) -> str:
    """Read "NAME (28) and NAME (27) sustained injuries" by the words alone: ages in brackets mislead the tree."""
    pieces = scene.pieces
    if at + 1 >= len(pieces) or scene.tag(at) not in ("VBD", "VBN") or ")" not in scene.gap(at):
        return ""
    return words.deeds.get(f"{lemma(pieces[at].fold, 'VBD')} {pieces[at + 1].fold}", "")


def _with_others(scene: Scene, at: int, words: PeopleWords) -> str:
    """Read "NAME and five other suspects", "NAME and other accused persons": NAME is one of them."""
    folds = [piece.fold for piece in scene.pieces[at : at + _OTHERS]]
    if folds[:1] != ["and"] or "other" not in folds or not scene.tight(at):
        return ""
    behind = folds[folds.index("other") + 1 :]
    return words.list_heads.get(behind[0], "") if behind else ""


def _counted(scene: Scene, at: int, words: PeopleWords) -> str:
    """Read "NAME and NAME, the two other accused,": how many they are, and what."""
    folds = [piece.fold for piece in scene.pieces[at : at + _OTHERS]]
    if folds[:1] != ["the"] or scene.gap(at).strip() != "," or not any(word in words.numbers for word in folds[1:3]):
        return ""
    last = next((index for index, word in enumerate(folds) if word in words.list_heads), None)
    if last is None or any(word not in words.numbers and word != "other" for word in folds[1:last]):
        return ""
    closed = at + last + 1 == len(scene.pieces) or scene.gap(at + last + 1).strip() == ","
    return words.list_heads[folds[last]] if closed else ""


def _named_as(scene: Scene, verb: int, words: PeopleWords) -> str:
    """Read "have all been named as victims"."""
    folds = [piece.fold for piece in scene.pieces[verb : verb + 3]]
    named = len(folds) == 3 and folds[0] in _NAMING and folds[1] == "as"
    return words.list_heads.get(folds[2], "") if named else ""


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
    return next((i for i in range(index, min(index + 3, len(scene.pieces))) if _is_verb(scene, i)), None)


def _is_verb(scene: Scene, index: int) -> bool:
    return scene.tag(index) in ("VBN", "VBD") and scene.pieces[index].fold not in _BE_TOO
