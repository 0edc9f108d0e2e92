"""What one capitalised word may be, where no title and no place begins with it.

Five questions in order, and the first that has an answer decides: is it a name by the letters around it; does it serve
another word (a function word, kin, letters behind a name, a time); is it a thing that may name somebody; does it only
open a heading; does it open a sentence or is it an acronym. A word of which nobody says anything is a name word.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsfacts.lexicons.function_words import function_words
from newsfacts.people.names.beside import AGE, Mark, after_name, after_title, capital_follows, is_suffix
from newsfacts.people.pieces import Case, Piece, Scene
from newsfacts.people.words import PeopleWords, TitleKind

__all__ = ["Attested", "single"]

Attested = Callable[[str], bool]
"""Tells a word, in lower case, that the dictionary of the model has."""
_BENGALI = re.compile(r"A[A-Z]M")
"""Initials of names of Bangladesh that are written as one word: AKM, ABM."""
_DAY = re.compile(r"[1-9]|[12]\d|3[01]")
"""A day of the month."""
_UNKNOWN = 4
"""Letters of a word that may open a sentence as a name though the tagger takes it for another word."""

_SHORTEST = 3
"""Letters of the second part of a hyphened name that may be a word of English too: "Ann-may"."""
_SYLLABLE = 6
"""Letters of the longest syllable in Korean and Chinese spelling: "hyeong", "zhuang"."""
_BE = function_words("be")
_SINGLED_OUT = function_words("singled out")


class _Word(NamedTuple):
    """Hold one capital alone with what stands around it."""

    scene: Scene
    marks: Sequence[int]
    """What the words before it are."""
    at: int
    words: PeopleWords
    piece: Piece
    kind: str | None
    """What kind of thing the word names: "place", "function", "time"."""
    known: bool
    """Whether it is a name in the lexicons."""
    attested: Attested
    """Tells the words of English."""

    @property
    def after_name(self) -> bool:
        return after_name(self.scene, self.marks, self.at)

    @property
    def after_title(self) -> bool:
        return after_title(self.scene, self.marks, self.at)

    @property
    def capital_follows(self) -> bool:
        return capital_follows(self.scene, self.at)


def single(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords, attested: Attested) -> int:
    """Mark a word for itself; `marks` tells what the words before it are."""
    piece = scene.pieces[index]
    kind = words.things.get(piece.fold)
    if kind is None and words.things.get(piece.fold.removesuffix("s")) == "nationality":
        kind = "nationality"
    known = piece.fold in words.surnames or piece.fold in words.given
    word = _Word(scene, marks, index, words, piece, kind, known, attested)
    for answer in _ANSWERS:
        told = answer(word)
        if told is not None:
            return told
    return Mark.NAME


def _by_letters(word: _Word) -> int | None:
    """Take initials, and a family name before a given name of Chinese syllables."""
    scene, index = word.scene, word.at
    if len(word.piece.text) == 1 and _numbers_on(word):
        return Mark.THING
    if word.piece.text[1:2] == "-" or _compound(word):
        return Mark.THING  # "R-Ohio", "X-Ray"
    if len(word.piece.text) == 1 and scene.gap(index + 1).startswith("."):
        listed = scene.gap(index + 1)[1:2] in (",", ";", ")") and word.after_name
        if listed or word.capital_follows:
            return Mark.NAME  # "K. Roe", "ROE, BRETT A., 45"
    first = word.kind is not None and word.piece.fold in word.words.family_first
    if first and (_pinyin_follows(scene, index, word.words) or _hyphened_follows(scene, index, word.words)):
        return Mark.NAME
    return None


def _numbers_on(word: _Word) -> bool:
    """See "drugs of class A. Paul Roe was", "Grade C": the letter of a class; not "Head Constable T Roe"."""
    scene, index = word.scene, word.at
    if not scene.tight(index) or scene.pieces[index - 1].fold not in word.words.labels or word.after_name:
        return False
    if word.capital_follows and len(scene.pieces[index + 1].text) == 1:
        return False  # "of the Crime Unit R.A. Roe"
    return word.words.titles.before(scene.pieces, index) is None


def _serving(word: _Word) -> int | None:
    """Take what serves other words: function words, letters behind a name, words of kin, times, fields."""
    fold, words = word.piece.fold, word.words
    if word.kind == "function" and not _called(word) and not (word.after_name and fold in words.surnames):
        return Mark.FUNCTION
    if fold in words.behind and (word.after_name or _after_comma(word.scene, word.marks, word.at, words)):
        return Mark.BEHIND
    if fold in words.kin and not word.after_name:
        return Mark.KIN
    if fold in words.numbers and not word.known:
        return Mark.FUNCTION  # "One Hundred and Thirteen"
    if word.kind == "time" and not _names_somebody(word.scene, word.marks, word.at, words):
        return Mark.FUNCTION
    if word.kind is None and not word.known and fold in words.fields:
        return Mark.THING
    return None


def _called(word: _Word) -> bool:
    """See a given name that is a function word too: "Sgt Will Roe", "Will Kerr, director, said"."""
    if word.after_title and word.piece.fold in word.words.given and word.capital_follows:
        return True
    return word.kind == "function" and _parsed_as_name(word.scene, word.at, word.words)


def _thing(word: _Word) -> int | None:
    """Take the word of a thing for a name only where its neighbours say so: "PC Laura House", "Ann Hill"."""
    if not word.kind or word.kind in ("function", "time"):
        return None
    scene, marks, index, words = word.scene, word.marks, word.at, word.words
    if _given_with_surname(scene, marks, index, words):
        return Mark.NAME
    if _ranked(scene, marks, index, words) and not word.capital_follows:
        return Mark.NAME
    beside = word.after_name or word.after_title
    if word.kind == "place" and beside and not _person_before(scene, marks, index, words):
        return Mark.THING
    return Mark.NAME if word.known and beside and not word.capital_follows else Mark.THING


def _of_heading(word: _Word) -> int | None:
    """Take the words that a heading only capitalises: "Captured", "Appeal"."""
    if word.scene.case == Case.CAPITALS and (_told_in_capitals(word) or _english_in_capitals(word)):
        return Mark.FUNCTION
    if word.scene.case != Case.TITLE or word.known:
        return None
    if word.piece.fold in word.words.headings:
        return Mark.FUNCTION
    chinese = word.after_name and word.scene.pieces[word.at - 1].fold in word.words.family_first
    if chinese:
        return None
    return Mark.FUNCTION if _verb_form(word.piece.fold, word.words) or _acts_behind(word) else None


def _by_shape(word: _Word) -> int | None:
    """Take contractions ("He's"), acronyms, and the first word of a sentence that is no noun."""
    scene, index, fold = word.scene, word.at, word.piece.fold
    if "'" in fold and word.words.things.get(fold.split("'")[0]) == "function":
        return Mark.FUNCTION
    if _is_acronym(scene, index, word.known):
        return Mark.THING
    opens = index == 0 or scene.gap(index)[-1:] in '"“‘'
    if opens and not word.known and scene.case == Case.NORMAL and not _noun(scene.tag(index)):
        return Mark.FUNCTION if word.attested(fold) or len(fold) < _UNKNOWN or not _foreign(word) else None
    return None


_ANSWERS: tuple[Callable[[_Word], int | None], ...] = (_by_letters, _serving, _thing, _of_heading, _by_shape)
"""In the order in which they are asked."""


def _told_in_capitals(word: _Word) -> bool:
    """See "GENERAL ROE SAID THAT", "ANN ROE REPORTED": behind a name, in capitals, a past form of a verb of news."""
    fold, pieces = word.piece.fold, word.scene.pieces
    if not word.after_name or (word.known and pieces[word.at + 1 : word.at + 2] and pieces[word.at + 1].fold in _BE):
        return False  # "MOHAMMED SAID WAS HELD"
    return word.words.says(fold) or (not word.known and fold.endswith("ed") and _verb_form(fold, word.words))


def _english_in_capitals(word: _Word) -> bool:
    """See the "CITIZEN" of "ARRESTED CITIZEN ANN ROE": a word of English that is no known name opens none in capitals.

    Behind a name it may be the family name, "ANN OSSA", unless the tagger takes it for another word than a name.
    """
    fold, words = word.piece.fold, word.words
    if word.known or fold in words.family_first or fold in words.famous or len(fold) < _UNKNOWN - 1:
        return False
    return word.attested(fold) and not (word.after_name and word.scene.tag(word.at) in ("NNP", "NNPS"))


def _parsed_as_name(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See "Will Kerr, director, said": a given name that is a modal too, joined by the parse to the name behind."""
    token = scene.token(scene.pieces[index])
    if token is None or scene.pieces[index].fold not in words.given or not capital_follows(scene, index):
        return False
    if token.dep == "compound":
        return token.head == token.position + 1
    return token.dep == "aux" and scene.sentence.tokens[token.head].tag in ("VBD", "VBZ")  # no modal has a past tense


def _after_comma(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See "Joe Roe, Jr., was": what tells a son from his father may stand behind a comma."""
    return index > 0 and scene.gap(index) == ", " and marks[index - 1] == Mark.NAME and is_suffix(scene, index, words)


def _verb_form(word: str, words: PeopleWords) -> bool:
    """See "Captured", "Dies", "Regarding": headings capitalise their verbs."""
    stems = [word[: -len(end)] for end in ("s", "es", "d", "ed", "ing") if word.endswith(end)]
    stems += [stem[:-1] for stem in stems if len(stem) > 3 and stem[-1] == stem[-2]]  # "stabbed"
    return any(stem in words.verbs or f"{stem}e" in words.verbs for stem in stems if len(stem) > 2)


def _acts_behind(word: _Word) -> bool:
    """See "DA John Roe Secures Sentence": behind a whole name the present tense of a headline, its only verb."""
    scene, index, fold, acts = word.scene, word.at, word.piece.fold, word.words.acts
    whole = index > 1 and word.after_name and after_name(scene, word.marks, index - 1)
    if not whole or not fold.endswith("s") or fold.endswith("ss") or not scene.tight(index + 1):
        return False
    behind = scene.pieces[index + 1].fold
    if behind in word.words.verbs or _verb_form(behind, word.words):
        return False  # "Ann Lee Burns Sentenced"
    return fold[:-1] in acts or (fold.endswith("es") and fold[:-2] in acts)


def _person_before(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See "Ann Hill", "PC Roe Lane" against "Cheetham Hill", "Long Lane"."""
    first = index
    while first > 0 and scene.tight(first) and marks[first - 1] == Mark.NAME:
        first -= 1
    if first > 0 and scene.tight(first) and marks[first - 1] == Mark.TITLE:
        title = words.titles.before(scene.pieces, first)
        if title and title[1].kind != TitleKind.TITLE:
            return True
    fold = scene.pieces[first].fold
    return first < index and ((fold in words.given and not words.is_place(fold)) or len(fold) == 1)


def _ranked(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See "PC Laura House": a rank and a given name want a family name, whatever else it is."""
    if index < 2 or not after_name(scene, marks, index) or not after_title(scene, marks, index - 1):
        return False
    title = words.titles.before(scene.pieces, index - 1)
    ranked = title is not None and title[1].kind == TitleKind.RANK
    return ranked and scene.pieces[index - 1].fold in words.given


def _pinyin_follows(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See "He Jianbo": a pronoun is not followed by a capital, and a given name of two syllables is no other word."""
    if not capital_follows(scene, index):
        return False
    plain = scene.pieces[index + 1].fold.replace("'", "")
    if plain in words.pinyin and scene.case == Case.NORMAL:
        return plain not in words.things
    return plain not in words.things and any(
        plain[:cut] in words.pinyin and plain[cut:] in words.pinyin for cut in range(2, 7)
    )


def _hyphened_follows(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See "Park Geun-hye", "Long Mei-lin": two syllables with a hyphen, the second in lower case."""
    if not capital_follows(scene, index):
        return False
    parts = scene.pieces[index + 1].text.split("-")
    if len(parts) != 2 or not all(part.isalpha() and len(part) <= _SYLLABLE for part in parts):
        return False
    plain = all(part.lower() not in words.verbs and part.lower() not in words.headings for part in parts)
    return parts[0].istitle() and parts[1].islower() and plain and parts[1] not in words.things


def _given_with_surname(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See "Marina Roe": a given name that is a thing too, with a word behind it that is none."""
    fold = scene.pieces[index].fold
    if fold not in words.given or not capital_follows(scene, index):
        return False
    following = scene.pieces[index + 1].fold
    if (
        not after_title(scene, marks, index)
        and fold in words.given_common
        and following not in words.surnames
        and following not in words.famous
    ):
        return False
    return following not in words.things and words.titles.at(scene.pieces, index + 1, len(scene.pieces)) is None


def _names_somebody(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See "ASP Sunday Abutu", "one Friday Okoro", "May Roe": a weekday or month that is a given name here."""
    pieces = scene.pieces
    if index + 1 < len(pieces) and pieces[index + 1].text[0].isdigit() and not scene.gap(index + 1).strip():
        return False
    if scene.tight(index) and _DAY.fullmatch(pieces[index - 1].text):
        return False  # "Saturday, 5 May Roe is suspected": a comma was lost
    if pieces[index].fold not in words.given:
        inside = after_name(scene, marks, index) and pieces[index - 1].fold in words.given
        if inside and scene.case == Case.NORMAL and capital_follows(scene, index):
            return pieces[index + 1].fold not in words.things  # "Felix Tuesday Roe"
        return after_name(scene, marks, index) and pieces[index].fold in words.surnames
    if not capital_follows(scene, index):
        if _addressed(scene, marks, index, words):
            return True
        return after_name(scene, marks, index) and (
            pieces[index].fold in words.surnames or pieces[index - 1].fold not in words.things
        )
    following = pieces[index + 1].fold
    if following in words.things or words.titles.at(pieces, index + 1, len(pieces)):
        return False
    if after_title(scene, marks, index):
        return True
    if index == 0 and scene.tag(0) == "MD":
        return False  # "May Allah forgive him"
    if index == 0 or AGE.match(scene.sentence.text, pieces[index + 1].end - scene.sentence.start):
        return True
    before = pieces[index - 1].fold
    return before in _SINGLED_OUT or "," in pieces[index].gap or following in words.surnames


def _addressed(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See "Mrs May", "Sgt March": a family name that is a month, behind a word that only stands before names."""
    if not after_title(scene, marks, index) or scene.pieces[index].fold not in words.surnames:
        return False
    title = words.titles.before(scene.pieces, index)
    return title is not None and title[1].kind in (TitleKind.ADDRESS, TitleKind.RANK)


def _is_acronym(scene: Scene, index: int, known: bool) -> bool:
    piece = scene.pieces[index]
    if len(piece.text) < 2 or len(piece.text) > 5 or not piece.text.isupper() or scene.case == Case.CAPITALS:
        return False
    if known and not _channel(scene, index):
        return False
    neighbours: list[Piece] = []
    if scene.tight(index):
        neighbours.append(scene.pieces[index - 1])
    if scene.tight(index + 1):
        neighbours.append(scene.pieces[index + 1])
    if any(other.capital and len(other.text) > 2 and other.text.isupper() for other in neighbours):
        return False
    following = neighbours[-1] if scene.tight(index + 1) else None
    short = len(piece.text) == 2 or _BENGALI.fullmatch(piece.text) is not None
    initials = short and following is not None and following.capital and not following.text.isupper()
    return not initials


def _compound(word: _Word) -> bool:
    """See the "Honduras-born" of "Honduras-born Ann Roe": a word of English in small letters behind a hyphen."""
    _, hyphen, last = word.piece.text.rpartition("-")
    told = bool(hyphen) and last.islower() and len(last) > _SHORTEST
    return told and word.attested(last) and last not in word.words.given and last not in word.words.pinyin


def _channel(scene: Scene, index: int) -> bool:
    """See the "FOX" of "told affiliate FOX 9": a station and its channel, though a family name is alike."""
    number = scene.tight(index + 1) and scene.pieces[index + 1].text.isdigit() and len(scene.pieces[index + 1].text) < 3
    return number and scene.case == Case.NORMAL and scene.gap(index + 2)[:1] != ","


def _foreign(word: _Word) -> bool:
    """See letters and no more: no contraction, no two words glued."""
    text = word.piece.text
    return text.isalpha() and text[1:].islower() and word.piece.fold not in word.words.headings


def _noun(tag: str) -> bool:
    return tag.startswith("NN") or tag in ("FW", "")
