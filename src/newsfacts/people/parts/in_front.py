"""What a verb or a noun in front of a name tells of it: "arraigned the director, NAME", "the murder of one NAME".

Reads the words alone, where titles and commas mislead the tree. Not here: what opens a list; that is `listings.py`.
"""

from newsfacts.lexicons.function_words import cue_words, function_words
from newsfacts.people.names.candidates import Lemma
from newsfacts.people.pieces import Scene
from newsfacts.people.words import PeopleWords
from newsfacts.record import CASE_PARTS

__all__ = ["told_in_front"]

_OF_BY_AND = function_words("of by and")
_PASSIVE = function_words("passive be")
_WITHIN = function_words("within an object")
_CONCEDING = cue_words("conceding")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def told_in_front(scene: Scene, last: int, words: PeopleWords, lemma: Lemma) -> str | None:
    """Find "arraigned the director of a firm, NAME": a verb with only nouns between it and the name."""
    pieces = scene.pieces
    if last and (pieces[last - 1].fold in _OF_BY_AND or ":" in scene.gap(last) or _acts(scene, last)):
        return None
    for index in range(last - 1, max(-1, last - 13), -1):
        tag = scene.tag(index)
        told = _of_or_by(scene, index, words, lemma)
        if told is not None:
            return told or None
        if _attributive(scene, index, words):
            continue
        if tag in ("VBD", "VBN", "VBG", "VBZ") and not pieces[index].capital:
            return _of_verb(scene, index, words, lemma)
        plain = tag[:2] in ("NN", "JJ", "DT", "PR", "CD") or pieces[index].fold in _WITHIN
        if not plain and not (pieces[index].fold == "and" and _two_trades(scene, index)):
            return None
    return None


def _of_verb(scene: Scene, index: int, words: PeopleWords, lemma: Lemma) -> str | None:
    """Give the part of the object of the verb at a piece; None for a noun, a passive and what is no object."""
    pieces = scene.pieces
    if index and scene.tag(index - 1) in ("DT", "JJ", "PRP$"):
        return None  # "counsel for the first accused, NAME": a noun
    known = words.verbs.get(lemma(pieces[index].fold, scene.tag(index)))
    passive = index > 0 and pieces[index - 1].fold in _PASSIVE
    aside = pieces[index + 1].fold in ("in", "of")  # "arraigned in front of Judge NAME": no object of the verb
    return known.object if known and known.object and not passive and not aside else None


def _of_or_by(scene: Scene, index: int, words: PeopleWords, lemma: Lemma) -> str | None:
    """Read a preposition in front: what the noun before "of" or the participle before "by" tells; "" for nothing."""
    fold, before = scene.pieces[index].fold, scene.pieces[index - 1].fold if index else ""
    if fold == "of" and before in words.kin:
        return ""  # "the burial of the mother of a minister, NAME"
    if fold == "of" and before in words.nouns and before not in words.bereaved:
        told = words.nouns[before]
        return told if told in CASE_PARTS else ""  # "the murder of the late trader NAME"
    if fold == "by" and index and scene.tag(index - 1) == "VBN":
        done = before not in _CONCEDING  # "bond denied by Judge NAME"
        doer = words.verbs.get(lemma(before, "VBN")) if done else None
        return doer.subject if doer and doer.subject in CASE_PARTS else ""  # "a fraud planned by a trader, NAME"
    return None


def _acts(scene: Scene, first: int) -> bool:
    """See "implicating him in a false case, NAME alleged": a name that is the subject of a verb behind it."""
    end = first + 1
    while end < len(scene.pieces) and scene.tight(end) and scene.pieces[end].capital:
        end += 1
    return end < len(scene.pieces) and scene.tight(end) and scene.tag(end) in _FINITE


def _attributive(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See "the managing director": a participle between an article and a noun, which tells nothing itself."""
    fold = scene.pieces[index].fold
    if scene.tag(index) != "VBG" or index + 1 >= len(scene.pieces) or fold in words.list_heads:
        return False
    return scene.tag(index - 1) in ("DT", "JJ", "PRP$") and scene.tag(index + 1)[:2] == "NN"


def _two_trades(scene: Scene, index: int) -> bool:
    """See "detained socialite and businessman, NAME": "and" joins two nouns without articles, of one person."""
    return 0 < index < len(scene.pieces) - 1 and scene.tag(index - 1) == "NN" and scene.tag(index + 1) == "NN"
