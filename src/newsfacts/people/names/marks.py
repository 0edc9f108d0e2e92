"""What each capitalised piece of a sentence may be: a name word, a title, a word of an organisation, a function word.

One pass over the pieces, by lexicons and neighbours alone. Where a word is both (Hall, Dean, Sunday, Preston), its
neighbours decide. Not here: whether a run of name words is a person; that is `names.py`.
"""

import re
from collections.abc import Sequence

from newsfacts.people.names.agreed import agreed
from newsfacts.people.pieces import Case, Piece, Scene
from newsfacts.people.words import PeopleWords, TitleKind, TitleWord

__all__ = ["Mark", "is_suffix", "mark"]

_SUFFIXED = re.compile(r"\.?(?:[,;:)]|\s[a-z(]|\.?$)")
"""What stands behind "Jr": a comma, a word in lower case, the end."""
_AGE = re.compile(r",?\s\(?\d{1,3}[,;.)]")

_JOINTS = str.maketrans("", "", "-’/")
"""Marks inside words: Al-Amin, O’Rourke, T/Supt."""


def is_suffix(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See what tells one bearer of a name from another: Jr, Snr, III; "V" only before a comma or an end."""
    piece = scene.pieces[index]
    after = scene.sentence.text[piece.end - scene.sentence.start :]
    if piece.fold not in words.suffixes or not _SUFFIXED.match(after):
        return False
    return len(piece.text) > 1 or (piece.text.isupper() and after[:1] in (",", ".", ""))


def mark(scene: Scene, words: PeopleWords) -> list[int]:
    """Mark every piece; pieces without a capital are NONE unless the title they belong to began with one."""
    pieces = scene.pieces
    marks = [Mark.NONE] * len(pieces)
    sure = agreed(scene, words)
    index = 0
    while index < len(pieces):
        if index in sure:
            marks[index] = Mark.NAME
            index += 1
            continue
        if not pieces[index].capital or not pieces[index].text.translate(_JOINTS).isalpha():
            if pieces[index].capital and not any(map(str.isdigit, pieces[index].text)):
                marks[index] = _single(scene, marks, index, words)
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
        marks[index] = _single(scene, marks, index, words)
        index += 1
    return marks


def _is_title(scene: Scene, marks: Sequence[int], index: int, title: tuple[int, TitleWord], words: PeopleWords) -> bool:
    piece = scene.pieces[index]
    if title[0] - index > 1:
        return True
    if piece.fold in words.behind and _after_name(scene, marks, index) and not _capital_follows(scene, index):
        return False  # "Ann Roe SC": the letters of an office stand behind its bearer
    if (
        title[1].kind in (TitleKind.RANK, TitleKind.TITLE)
        and len(piece.text) < 5
        and piece.text.istitle()
        and piece.fold in words.given
    ):
        return False  # "Ada Roe", but "ADA Roe"
    aged = _AGE.match(scene.sentence.text, piece.end - scene.sentence.start)
    if aged and _after_name(scene, marks, index) and scene.pieces[index - 1].fold in words.given:
        return False  # "Diane Dancer, 57,"
    known = piece.fold in words.surnames or piece.fold in words.given
    if title[1].kind == TitleKind.STYLE and _inside_name(scene, marks, index, words):
        return False
    short = len(piece.text) < 5 and not piece.text.isupper() and title[1].kind in (TitleKind.RANK, TitleKind.TITLE)
    if _after_name(scene, marks, index) and (known or short) and not _capital_follows(scene, index):
        return False
    if title[1].kind != TitleKind.RANK and piece.text.istitle() and _surname_behind_title(scene, marks, index):
        return False  # "Marshal David Singer", "Judge Duke Prince"
    if title[1].kind != TitleKind.RANK and _bears_title(scene, marks, index, words):
        return False
    both = piece.fold in words.family_first or piece.fold in words.inner
    if short and both and len(piece.text) < 4 and scene.case != Case.CAPITALS:
        return False
    if title[1].kind == TitleKind.TITLE and piece.fold in words.given and piece.fold not in words.given_common:
        return False
    if piece.fold in words.given and known and title[1].kind == TitleKind.TITLE:
        return not _capital_follows(scene, index)
    return True


def _inside_name(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See "Umar Baba Kolo": a form of address between a given name and one more name is a name."""
    if not _after_name(scene, marks, index) or not _capital_follows(scene, index):
        return False
    before, following = scene.pieces[index - 1].fold, scene.pieces[index + 1].fold
    return before in words.given and not words.is_place(before) and following not in words.things


def _bears_title(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See the name in "Sgt. King said", "Judge Earl Prince", where every word is a title: somebody must bear them."""
    known = scene.pieces[index].fold in words.surnames or scene.pieces[index].fold in words.given
    if not known or not _after_title(scene, marks, index):
        return False
    if not _capital_follows(scene, index):
        return True
    surname = scene.pieces[index + 1].fold in words.surnames and words.titles.at(scene.pieces, index + 1, index + 2)
    return bool(surname) and not _capital_follows(scene, index + 1)


def _surname_behind_title(scene: Scene, marks: Sequence[int], index: int) -> bool:
    """See a title, one name and a last word: a title that stands behind its bearer has a comma before it."""
    if not (_after_name(scene, marks, index) and _after_title(scene, marks, index - 1)):
        return False
    return not _capital_follows(scene, index)


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
    if not _capital_follows(scene, index) or scene.pieces[index + 1].fold in words.things:
        return False
    end = scene.pieces[index + 1].end
    behind = scene.sentence.text[end - scene.sentence.start :]
    if not (_AGE.match(behind) or (index + 2 < len(scene.pieces) and is_suffix(scene, index + 2, words))):
        return False
    tokens = scene.sentence.tokens
    return any(
        entity.label == "PERSON" and tokens[entity.first].start == start and tokens[entity.last - 1].end >= end
        for entity in scene.sentence.entities
    )


def _behind_given(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See "Alexis Israel Roe", "Detective Elson Winchester": a place's word inside the name of a person."""
    if not _after_name(scene, marks, index):
        return False
    first = index - 1
    while first > 0 and scene.tight(first) and marks[first - 1] == Mark.NAME:
        first -= 1
    title = words.titles.before(scene.pieces, first) if _after_title(scene, marks, first) else None
    if title and title[1].kind != TitleKind.TITLE:
        return True
    fold = scene.pieces[first].fold
    return fold in words.given and fold not in words.given_common and not words.is_place(fold)


def _names_somebody(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See "ASP Sunday Abutu", "one Friday Okoro", "May Roe": a weekday or month that is a given name here."""
    pieces = scene.pieces
    if index + 1 < len(pieces) and pieces[index + 1].text[0].isdigit() and not scene.gap(index + 1).strip():
        return False
    if pieces[index].fold not in words.given:
        inside = _after_name(scene, marks, index) and pieces[index - 1].fold in words.given
        if inside and scene.case == Case.NORMAL and _capital_follows(scene, index):
            return pieces[index + 1].fold not in words.things  # "Felix Tuesday Roe"
        return _after_name(scene, marks, index) and pieces[index].fold in words.surnames
    if not _capital_follows(scene, index):
        if _addressed(scene, marks, index, words):
            return True
        return _after_name(scene, marks, index) and (
            pieces[index].fold in words.surnames or pieces[index - 1].fold not in words.things
        )
    following = pieces[index + 1].fold
    if following in words.things or words.titles.at(pieces, index + 1, len(pieces)):
        return False
    if _after_title(scene, marks, index):
        return True
    if index == 0 or _AGE.match(scene.sentence.text, pieces[index + 1].end - scene.sentence.start):
        return True
    before = pieces[index - 1].fold
    return before in ("one", "and", "with") or "," in pieces[index].gap or following in words.surnames


def _addressed(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See "Mrs May", "Sgt March": a family name that is a month, behind a word that only stands before names."""
    if not _after_title(scene, marks, index) or scene.pieces[index].fold not in words.surnames:
        return False
    title = words.titles.before(scene.pieces, index)
    return title is not None and title[1].kind in (TitleKind.ADDRESS, TitleKind.RANK)


def _is_acronym(scene: Scene, index: int, known: bool) -> bool:
    piece = scene.pieces[index]
    if known or len(piece.text) < 2 or len(piece.text) > 5 or not piece.text.isupper() or scene.case == Case.CAPITALS:
        return False
    neighbours: list[Piece] = []
    if scene.tight(index):
        neighbours.append(scene.pieces[index - 1])
    if scene.tight(index + 1):
        neighbours.append(scene.pieces[index + 1])
    if any(other.capital and len(other.text) > 2 and other.text.isupper() for other in neighbours):
        return False
    following = neighbours[-1] if scene.tight(index + 1) else None
    initials = len(piece.text) == 2 and following is not None and following.capital and not following.text.isupper()
    return not initials


def _after_name(scene: Scene, marks: Sequence[int], index: int) -> bool:
    return scene.tight(index) and marks[index - 1] == Mark.NAME


def _after_title(scene: Scene, marks: Sequence[int], index: int) -> bool:
    return scene.tight(index) and marks[index - 1] == Mark.TITLE


def _capital_follows(scene: Scene, index: int) -> bool:
    return scene.tight(index + 1) and scene.pieces[index + 1].capital


def _noun(tag: str) -> bool:
    return tag.startswith("NN") or tag in ("FW", "")
