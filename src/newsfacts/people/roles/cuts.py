"""Where in the capitals before a title the organisation ends and the title begins: "Ayr Refugee Council | Director".

Not here: where the capitals begin; that is `organisations.py`.
"""

from newsfacts.language.pipeline import Entity
from newsfacts.lexicons.function_words import function_words
from newsfacts.people.pieces import Scene
from newsfacts.people.words import PeopleWords

__all__ = ["cut", "describes", "is_letters"]

_NAMED = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT"})
_LINKS = function_words("of and for")


def cut(words: PeopleWords, scene: Scene, begin: int, start: int) -> int:
    """Find where, in the capitals before a title, the organisation ends and words of the title begin.

    The organisation ends with its last word that may end one; where none may, and every word is one of offices
    or the model knows no name, all of it is the title's: "Cologne Refugee Council | Director", "| Force Incident
    Manager".
    """
    for index in range(start - 1, begin - 1, -1):
        if _may_end(words, scene, (begin, index, start)):
            of = index + 2 < start and scene.pieces[index + 1].fold in ("of", "for")
            return start if of else index + 1  # "Ayr Bureau of Investigation | agent"
    if begin < start and all(_is_common(words, piece.fold) for piece in scene.pieces[begin:start]):
        return _first_word(words, scene, begin, start)
    named = (
        start - begin == 1
        or not scene.pieces[start].capital
        or any(entity.label in _NAMED and _touches(scene, entity, begin, start) for entity in scene.sentence.entities)
    )
    return start if named else _first_word(words, scene, begin, start)


def describes(words: PeopleWords, word: str) -> bool:
    """See a word that only says how or since when a body or an office is: "former", "veteran", "Ayr-based"."""
    return word in words.passing or word in words.praise or word.endswith(("-old", "-based", "-born"))


def is_letters(words: PeopleWords, text: str) -> bool:
    """See the letters of a body: "NCB", "SECAmb"; not those of a place."""
    letters = text.isupper() or sum(map(str.isupper, text)) > 2
    return len(text) > 2 and letters and not words.is_place(text.lower())


def _may_end(words: PeopleWords, scene: Scene, place: tuple[int, int, int]) -> bool:
    """See a word that may end an organisation; `place` is where the capitals begin, the word, and where they end."""
    begin, index, start = place
    piece = scene.pieces[index]
    if scene.possessive(index + 1):
        return True
    kind = words.things.get(piece.fold)
    if piece.fold in words.fields and index > begin and scene.pieces[index - 1].fold in words.police:
        return False  # "Kent Police | Crime Prevention Advisor"
    if kind == "organisation":
        return index > begin or index + 1 == start or piece.text.isupper()
    letters = is_letters(words, piece.text) and not piece.text.isdigit()
    return kind in ("place", "nationality") or words.is_place(piece.fold) or letters


def _is_common(words: PeopleWords, word: str) -> bool:
    """See a word of offices, fields and things, no name."""
    known = word in words.modifiers or word in words.fields or word in words.headings or word in words.duties
    return known or word in words.things or word in _LINKS


def _first_word(words: PeopleWords, scene: Scene, begin: int, start: int) -> int:
    """Leave out what only describes the bearer of a title: "Former", "Veteran"."""
    while begin < start and (describes(words, scene.pieces[begin].fold) or scene.pieces[begin].fold in _LINKS):
        begin += 1
    return begin


def _touches(scene: Scene, entity: Entity, begin: int, start: int) -> bool:
    tokens, pieces = scene.sentence.tokens, scene.pieces
    return tokens[entity.first].start < pieces[start - 1].end and tokens[entity.last - 1].end > pieces[begin].start
