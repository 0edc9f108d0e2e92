"""What each capitalised piece of a sentence may be: a name word, a title, a word of an organisation, a function word.

One pass over the pieces, by lexicons and neighbours alone. Where a word is both (Hall, Dean, Sunday, Preston), its
neighbours decide. Not here: whether a run of name words is a person; that is `witnesses.py`.
"""

from collections.abc import Sequence

from newsfacts.people.names.agreed import agreed
from newsfacts.people.names.beside import AGE, Mark, after_name, after_title, capital_follows, is_suffix
from newsfacts.people.names.single import Attested, single
from newsfacts.people.names.things import things_named
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.words import PeopleWords, TitleKind, TitleWord

__all__ = ["mark"]

_JOINTS = str.maketrans("", "", "-’/")
"""Marks inside words: Al-Amin, O’Rourke, T/Supt."""


def mark(scene: Scene, words: PeopleWords, attested: Attested) -> list[int]:
    """Mark every piece; pieces without a capital are NONE unless the title they belong to began with one."""
    pieces = scene.pieces
    marks = [Mark.NONE] * len(pieces)
    sure = {**dict.fromkeys(agreed(scene, words), Mark.NAME), **things_named(scene, words)}
    index = 0
    while index < len(pieces):
        if index in sure:
            marks[index] = sure[index]
            index += 1
            continue
        if not pieces[index].capital:
            index += 1
            continue
        if not pieces[index].text.translate(_JOINTS).isalpha():
            if not any(map(str.isdigit, pieces[index].text)):
                marks[index] = single(scene, marks, index, words, attested)
            index += 1
            continue
        title = words.titles.at(pieces, index, len(pieces))
        place = words.places.at(pieces, index, len(pieces))
        if title and place and place[0] - index > 1 and place[0] >= title[0]:
            title = None  # "Sri Lanka"
        if title and _is_title(scene, marks, index, title, words):
            marks[index : title[0]] = [Mark.TITLE] * (title[0] - index)
            index = title[0]
            continue
        if place and not _is_name_too(scene, marks, index, place[0], words):
            marks[index : place[0]] = [Mark.THING] * (place[0] - index)
            index = place[0]
            continue
        marks[index] = single(scene, marks, index, words, attested)
        index += 1
    return marks


def _is_title(scene: Scene, marks: Sequence[int], index: int, title: tuple[int, TitleWord], words: PeopleWords) -> bool:
    """Tell a title from a name that is the same word: "Marshal David Singer", "Ada Roe" and "ADA Roe"."""
    if title[0] - index > 1:
        return True
    if words.is_clock(scene.pieces, index):
        return False
    kind = title[1].kind
    if _stands_behind(scene, marks, index, words):
        return False
    if _is_given(scene, index, kind, words):
        return False
    if kind == TitleKind.STYLE and _inside_name(scene, marks, index, words):
        return False
    if _ends_name(scene, marks, index, kind, words) or _named_so(scene, marks, index, kind, words):
        return False
    if kind != TitleKind.RANK and _is_borne(scene, marks, index, words):
        return False
    if _is_syllable(scene, index, kind, words):
        return False
    piece = scene.pieces[index]
    following = scene.pieces[index + 1].text if index + 1 < len(scene.pieces) else ""
    roster = len(following) > 1 and following.isupper()  # "DEAN ROE, 31, was held"
    letters = piece.text.isupper() and len(piece.text) > 1 and scene.case == Case.NORMAL and not roster  # "ADA Roe"
    if kind != TitleKind.TITLE or letters or piece.fold not in words.given:
        return True
    return scene.pieces[index].fold in words.given_common and not capital_follows(scene, index)


def _stands_behind(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See the letters of an office behind their bearer, "Ann Roe SC", and a family name before an age."""
    if not after_name(scene, marks, index):
        return False
    piece = scene.pieces[index]
    if piece.fold in words.behind and not capital_follows(scene, index):
        return True
    aged = AGE.match(scene.sentence.text, piece.end - scene.sentence.start)
    return aged is not None and scene.pieces[index - 1].fold in words.given  # "Diane Dancer, 57,"


def _is_given(scene: Scene, index: int, kind: str, words: PeopleWords) -> bool:
    """See a short given name in small letters: "Ada Roe", but "ADA Roe"."""
    piece = scene.pieces[index]
    short = kind in (TitleKind.RANK, TitleKind.TITLE) and len(piece.text) < 5
    return short and piece.text.istitle() and piece.fold in words.given


def _is_short(scene: Scene, index: int, kind: str) -> bool:
    """See a title of a few letters that are not all capitals."""
    text = scene.pieces[index].text
    return len(text) < 5 and not text.isupper() and kind in (TitleKind.RANK, TitleKind.TITLE)


def _ends_name(scene: Scene, marks: Sequence[int], index: int, kind: str, words: PeopleWords) -> bool:
    """See the last word of a name: a known name, or one of a few letters."""
    if not after_name(scene, marks, index):
        return False
    fold = scene.pieces[index].fold
    known = fold in words.surnames or fold in words.given
    return (known or _is_short(scene, index, kind)) and not capital_follows(scene, index)


def _is_borne(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See "Marshal David Singer", "Judge Duke Prince": the word is the name of who bears the title before it."""
    if scene.pieces[index].text.istitle() and _surname_behind_title(scene, marks, index):
        return True
    return _bears_title(scene, marks, index, words)


def _is_syllable(scene: Scene, index: int, kind: str, words: PeopleWords) -> bool:
    """See two or three letters that are a family name or stand inside names."""
    piece = scene.pieces[index]
    both = piece.fold in words.family_first or piece.fold in words.inner
    return both and _is_short(scene, index, kind) and len(piece.text) < 4 and scene.case != Case.CAPITALS


def _inside_name(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See "Umar Baba Kolo": a form of address between a given name and one more name is a name."""
    if not after_name(scene, marks, index) or not capital_follows(scene, index):
        return False
    before, following = scene.pieces[index - 1].fold, scene.pieces[index + 1].fold
    return before in words.given and not words.is_place(before) and following not in words.things


def _named_so(scene: Scene, marks: Sequence[int], index: int, kind: str, words: PeopleWords) -> bool:
    """See "Dr Eze Roe", "Mr Prince Roe": behind a word of address a style that is a name is one; no "Dr King Roe"."""
    fold = scene.pieces[index].fold
    if kind != TitleKind.STYLE or not (fold in words.given or fold in words.surnames):
        return False
    before = words.titles.before(scene.pieces, index) if after_title(scene, marks, index) else None
    return before is not None and before[1].kind == TitleKind.ADDRESS and capital_follows(scene, index)


def _bears_title(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See the name in "Sgt. King said", "Judge Earl Prince", where every word is a title: somebody must bear them."""
    known = scene.pieces[index].fold in words.surnames or scene.pieces[index].fold in words.given
    if not known or not after_title(scene, marks, index):
        return False
    if not capital_follows(scene, index):
        return True
    surname = scene.pieces[index + 1].fold in words.surnames and words.titles.at(scene.pieces, index + 1, index + 2)
    return bool(surname) and not capital_follows(scene, index + 1)


def _surname_behind_title(scene: Scene, marks: Sequence[int], index: int) -> bool:
    """See a title, one name and a last word: a title that stands behind its bearer has a comma before it."""
    if not (after_name(scene, marks, index) and after_title(scene, marks, index - 1)):
        return False
    return not capital_follows(scene, index)


def _is_name_too(scene: Scene, marks: Sequence[int], index: int, end: int, words: PeopleWords) -> bool:
    """See "Preston", "Washington", "Georgia": a place whose word is a name as well."""
    fold = scene.pieces[index].fold
    if end - index > 1:
        return False
    if fold in words.surnames or fold in words.given or _behind_given(scene, marks, index, words):
        return True
    return _opens_person(scene, index, words)


def _opens_person(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See "Israel Roe, 19,": the model calls the place and one name behind it a person, and an age or "Jr" agrees."""
    start = scene.pieces[index].start
    if not capital_follows(scene, index) or scene.pieces[index + 1].fold in words.things:
        return False
    end = scene.pieces[index + 1].end
    behind = scene.sentence.text[end - scene.sentence.start :]
    if not (AGE.match(behind) or (index + 2 < len(scene.pieces) and is_suffix(scene, index + 2, words))):
        return False
    tokens = scene.sentence.tokens
    return any(
        entity.label == "PERSON" and tokens[entity.first].start == start and tokens[entity.last - 1].end >= end
        for entity in scene.sentence.entities
    )


def _behind_given(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See "Alexis Israel Roe", "Detective Elson Winchester": a place's word inside the name of a person."""
    if not after_name(scene, marks, index):
        return False
    first = index - 1
    while first > 0 and scene.tight(first) and marks[first - 1] == Mark.NAME:
        first -= 1
    title = words.titles.before(scene.pieces, first) if after_title(scene, marks, first) else None
    if title and title[1].kind != TitleKind.TITLE:
        return True
    fold = scene.pieces[first].fold
    return fold in words.given and fold not in words.given_common and not words.is_place(fold)
