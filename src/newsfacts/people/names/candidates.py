"""Runs of name words: which capitalised words of a sentence stand together as one possible name.

Not here: whether the run is a person; `observer.py` gathers the witnesses, `witnesses.py` decides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsfacts.language.lemmas import Lemma
from newsfacts.lexicons.function_words import cue_words
from newsfacts.people.names.beside import Mark, is_suffix
from newsfacts.people.names.witnesses import score
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.roles.titles import RoleDraft
from newsfacts.people.words import PeopleWords, TitleKind
from newsfacts.record import Part

__all__ = ["Candidate", "Lemma", "cut_offices", "cut_places", "runs"]

_QUOTE_OPEN = re.compile(r"\s[\"“‘'(]{1,2}\Z")
_AGED = re.compile(r"\.?(?:, | \()(?:aged? )?$")
_AGE = re.compile(r"[1-9]\d?")
_CHILD_OF = frozenset({"s/o", "d/o", "w/o"})
"""Son, daughter, wife of: behind a whole name another begins."""
_BEHIND_AGE = cue_words("behind age")
_OF = frozenset({"of", "for"})
"""Words between an office and its place."""
_INITIALS = 2
"""Letters of initials that are written as one word."""
_LETTERS = 5
"""One more than the letters of an office: AG, IGP, SDPO."""
_GIVEN = 4
"""Given names behind a family name, with what tells a son from his father."""
_QUOTE_CLOSE = re.compile(r"[.,]?[\"”’')]{1,2}\s\Z")


@dataclass
class Candidate:
    """Hold one run of name words while it is weighed."""

    scene: int
    """Index of the sentence."""
    first: int
    """Index of the first piece."""
    last: int
    """Index behind the last piece."""
    text: str
    start: int
    end: int
    folds: tuple[str, ...]
    """The words in lower case, without particles' full stops."""
    nickname: str | None = None
    ids: set[str] = field(default_factory=set)
    """Witnesses that speak."""
    aliases: list[str] = field(default_factory=list)
    roles: list[RoleDraft] = field(default_factory=list)
    age: int | None = None
    called: str = ""
    """The name as it is spoken, where it is written in another order: "Jane Doe" for "DOE, JANE"."""

    def weight_now(self) -> float:
        """Add up the witnesses that have spoken so far."""
        return score(self.ids)

    @property
    def name(self) -> str:
        """Give the name as it is spoken, without the comma before "Jr"."""
        return self.called or self.text.replace(", ", " ")

    @property
    def single(self) -> bool:
        """See whether it is one word."""
        return len(self.folds) == 1


def runs(number: int, scene: Scene, marks: Sequence[int], words: PeopleWords) -> Iterator[Candidate]:
    """Cut the name words of a sentence into candidates, in order."""
    index = 0
    pieces = scene.pieces
    while index < len(pieces):
        given = _given_behind(scene, marks, index, words) if pieces[index].capital else None
        if given:
            yield _turned(number, scene, words, index, given)
            index = given[1]
            continue
        if marks[index] != Mark.NAME:
            index += 1
            continue
        last, nickname = _extend(scene, marks, index, words)
        folds = tuple(piece.fold for piece in pieces[index:last])
        if any(len(word) > 1 for word in folds):
            end = pieces[last - 1].end + _short(scene, index, last)
            text = scene.sentence.slice(pieces[index].start, end)
            yield Candidate(number, index, last, text, pieces[index].start, end, folds, nickname)
        index = last


def cut_places(
    candidates: Sequence[Candidate], scenes: Sequence[Scene], words: PeopleWords
) -> Iterator[tuple[Candidate, str]]:
    """Take the place off "the mayor of Ayr Ann Roe", "SDPO Ayr J. Roe"; gives who was cut and the place.

    An office, initials behind a rank, or the name by itself elsewhere say that the first word is a place.
    """
    forms = {candidate.folds for candidate in candidates}
    for candidate in candidates:
        scene = scenes[candidate.scene]
        if len(candidate.folds) < 3 or not scene.tight(candidate.first):
            continue
        behind_of = scene.pieces[candidate.first - 1].fold in _OF
        served = behind_of and (candidate.folds[1:] in forms or _of_office(candidate, scene, words))
        if served or _of_rank(candidate, scene, words):
            place = scene.pieces[candidate.first].text
            _cut_first(candidate, scene)
            yield candidate, place


def cut_offices(candidates: Sequence[Candidate], scenes: Sequence[Scene]) -> None:
    """Take the letters off "AG Roe", where "Ann Roe" is named elsewhere: they are an office, no initials of hers."""
    whole: dict[str, set[str]] = {}
    for candidate in candidates:
        if not candidate.single and not candidate.text.isupper():
            whole.setdefault(candidate.folds[-1], set()).add(candidate.folds[0])
    for candidate in candidates:
        if len(candidate.folds) != 2 or candidate.nickname or candidate.called:
            continue
        pieces = scenes[candidate.scene].pieces
        letters, name = pieces[candidate.first].text, pieces[candidate.last - 1].text
        if not (letters.isalpha() and letters.isupper() and 1 < len(letters) < _LETTERS and not name.isupper()):
            continue
        firsts = whole.get(candidate.folds[1], set()) - {candidate.folds[0]}
        if firsts and not any(first[0] == letters[0].lower() for first in firsts):
            _cut_first(candidate, scenes[candidate.scene])


def _cut_first(candidate: Candidate, scene: Scene) -> None:
    """Leave the first word out of a candidate; what is left may be one word."""
    candidate.ids.discard("shape")
    if len(candidate.folds) == 2:
        candidate.ids.add("single")
    candidate.first += 1
    candidate.folds = candidate.folds[1:]
    candidate.start = scene.pieces[candidate.first].start
    candidate.text = scene.sentence.slice(candidate.start, candidate.end)


def _of_office(candidate: Candidate, scene: Scene, words: PeopleWords) -> bool:
    """See an office of the state or the police before "of", a word that is no name, and a given name behind it."""
    title = words.titles.before(scene.pieces, candidate.first - 1)
    place, given = candidate.folds[:2]
    if title is None or title[1].part not in (Part.POLICE, Part.OFFICIAL) or not title[1].role:
        return False
    unknown = place not in words.given and place not in words.surnames
    named = (given in words.given and given not in words.given_common) or given in words.surnames
    return unknown and named


def _of_rank(candidate: Candidate, scene: Scene, words: PeopleWords) -> bool:
    """See "SDPO Ayr J. Roe", "DC Ayr SM Roe": initials open a name, and between them and a rank stands a place."""
    place, letters = scene.pieces[candidate.first], scene.pieces[candidate.first + 1].text
    if place.text.isupper() or not letters.isupper() or len(letters) > _INITIALS:
        return False
    if place.fold in words.given or place.fold in words.surnames or scene.case != Case.NORMAL:
        return False
    if len(letters) < _INITIALS and place.fold not in words.towns:
        return False  # "SP Seju P. Roe"
    title = words.titles.before(scene.pieces, candidate.first)
    return title is not None and title[1].part in (Part.POLICE, Part.OFFICIAL) and title[1].kind != TitleKind.ADDRESS


def _given_behind(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> tuple[int, int] | None:
    """Find the given names of "DOE, JANE EMILY, 34,": a line of a list that begins with the family name.

    Shape:   the first index and the index behind; None where the line is another: an age must stand behind.
    """
    pieces = scene.pieces
    first = index + 1
    if first >= len(pieces) or scene.gap(first) != ", " or marks[first] not in (Mark.NAME, Mark.TITLE):
        return None
    capitals = pieces[index].text.isupper() and len(pieces[index].text) > 1
    if not (_opens_line(scene, index) or (capitals and pieces[index - 1].fold == "and")):
        return None
    if pieces[index].fold in words.things and pieces[index].fold not in words.surnames:
        return None
    last, _ = _extend(scene, marks, first, words)
    if last - first > _GIVEN or last >= len(pieces):
        return None
    if not (_AGED.match(scene.gap(last)) and _AGE.fullmatch(pieces[last].text) and _ends_age(scene, last)):
        return None
    if capitals and pieces[first].text.isupper():  # the form of a roster
        return None if words.is_place(pieces[first].fold) else (first, last)
    known = pieces[first].fold in words.given
    listed = pieces[index].fold in words.surnames and not words.is_place(pieces[index].fold)
    return (first, last) if known and (capitals or listed) else None


def _ends_age(scene: Scene, index: int) -> bool:
    """See that a number behind names counts nothing: a comma or stop follows, a home, or the word of years."""
    stopped = scene.gap(index + 1).strip()[:1] in (",", ";", ".", ":", ")", "–", "—", "-")
    return index + 1 >= len(scene.pieces) or stopped or scene.pieces[index + 1].fold in _BEHIND_AGE


def _opens_line(scene: Scene, index: int) -> bool:
    """See the first word of a line, or the one behind the number of an item."""
    return index == 0 or (index == 1 and scene.pieces[0].text.isdigit())


def _turned(number: int, scene: Scene, words: PeopleWords, index: int, given: tuple[int, int]) -> Candidate:
    """Make a candidate of a family name and the given names behind its comma, in the order in which one says them."""
    first, last = given
    pieces = scene.pieces
    end = pieces[last - 1].end + _short(scene, first, last)
    tail = last - 1 if last - first > 1 and is_suffix(scene, last - 1, words) else last
    spoken = f"{scene.text(first, tail)} {pieces[index].text}"
    if tail < last:  # "ROE, ALAN JR.": what tells the son from his father ends the name
        spoken = f"{spoken} {scene.sentence.slice(pieces[tail].start, end)}"
    elif end > pieces[last - 1].end:
        spoken = f"{scene.sentence.slice(pieces[first].start, end)} {pieces[index].text}"
    folds = (*(p.fold for p in pieces[first:tail]), pieces[index].fold, *(p.fold for p in pieces[tail:last]))
    text = scene.sentence.slice(pieces[index].start, end)
    return Candidate(number, index, last, text, pieces[index].start, end, folds, called=spoken)


def _short(scene: Scene, first: int, last: int) -> int:
    """Count the full stop that belongs to a name's end: "Jr.", "Eloisa M."."""
    final = scene.pieces[last - 1].text
    shortened = final.title() in ("Jr", "Sr", "Jnr", "Snr") or (
        len(final) == 1 and last - first > 1 and final.isupper()
    )
    return int(shortened and scene.gap(last).startswith("."))


def _extend(scene: Scene, marks: Sequence[int], first: int, words: PeopleWords) -> tuple[int, str | None]:
    """Give where a name that begins at a piece ends, and the nickname inside it."""
    pieces = scene.pieces
    nickname: str | None = None
    last = first + 1
    while last < len(pieces):
        if scene.tight(last) and marks[last] == Mark.NAME and not _stop_between(scene, last):
            last += 1
            continue
        jump = last
        while (
            jump < len(pieces) and scene.tight(jump) and not pieces[jump].capital and pieces[jump].fold in words.inner
        ):
            jump += 1
        if last < jump < len(pieces) and scene.tight(jump) and marks[jump] == Mark.NAME:
            if pieces[last].fold in _CHILD_OF and last - first > 1:
                break  # "Ram Roe s/o Shyam Roe": a whole name, then that of the father
            last = jump + 1
            continue
        if _saint(scene, marks, last, words):
            last += 2
            continue
        closing = _closing(scene, last)
        if closing and "(" in pieces[last].gap and pieces[first].fold not in words.given:
            break  # "Ayr (Scotland) Gala"
        if closing and marks[closing] == Mark.NAME:
            nickname = scene.text(last, closing)
            last = closing + 1
            continue
        break
    if last < len(pieces) and marks[last] == Mark.BEHIND and is_suffix(scene, last, words):
        last += 1
    return last, nickname


def _saint(scene: Scene, marks: Sequence[int], index: int, words: PeopleWords) -> bool:
    """See the "St Clair" of "Ann St Clair": a saint's name behind a given name, and nothing more."""
    if not (scene.tight(index) and scene.tight(index + 1)) or scene.pieces[index].fold != "st":
        return False
    given = scene.pieces[index - 1].fold in words.given and scene.case == Case.NORMAL
    goes_on = scene.tight(index + 2) and scene.pieces[index + 2].capital
    return given and marks[index + 1] == Mark.NAME and not goes_on and not scene.possessive(index + 2)


def _stop_between(scene: Scene, index: int) -> bool:
    """See a full stop in the gap that is no sign of an abbreviation: "met Roe. Tan said"."""
    before = scene.pieces[index - 1]
    return scene.pieces[index].gap.startswith(".") and len(before.text) > 2


def _closing(scene: Scene, index: int) -> int | None:
    if not _QUOTE_OPEN.match(scene.pieces[index].gap):
        return None
    for stop in range(index + 1, min(index + 4, len(scene.pieces))):
        if _QUOTE_CLOSE.match(scene.pieces[stop].gap):
            return stop
        if not scene.tight(stop) and scene.pieces[stop].gap != ".":  # “Q.C.”
            return None
    return None
