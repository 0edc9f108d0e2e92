"""Names in text that has no capitals: runs of words that are no English and serve no other word.

Where a whole article is in lower case, every such run is proposed, and what stands around it speaks as in other text.
A sentence in lower case inside other text proposes only what has a title or an age, or what the model sees.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsfacts.people.ages import AGE_BEHIND
from newsfacts.people.names.beside import Mark
from newsfacts.people.names.candidates import Candidate
from newsfacts.people.names.single import Attested
from newsfacts.people.pieces import Scene
from newsfacts.people.roles.before import direct_title, titles_before
from newsfacts.people.roles.behind import titles_behind
from newsfacts.people.roles.titles import TitlePhrases
from newsfacts.people.words import PeopleWords, TitleKind
from newsfacts.record import Part

__all__ = ["foreign_runs", "lower_runs", "marks_of"]

_THINGS = frozenset({"organisation", "place"})
_LONGEST = 6
"""Words of the longest name read in lower-cased Indian reports."""


def foreign_runs(number: int, scene: Scene, words: PeopleWords, attested: Attested) -> Iterator[Candidate]:
    """Propose the runs of words that no dictionary of English has, and known names, in order."""
    pieces = scene.pieces
    index = 0
    while index < len(pieces):
        last = index
        while last < len(pieces) and last - index < _LONGEST and (last == index or scene.tight(last)):
            if not _may_be_foreign(scene, (index, last), words, attested):
                break
            last += 1
        stop = _trim(scene, index, last, words)
        if stop > index:
            folds = tuple(piece.fold for piece in pieces[index:stop])
            start, end = pieces[index].start, pieces[stop - 1].end
            yield Candidate(number, index, stop, scene.text(index, stop), start, end, folds, ids={"lower"})
        index = max(last, index + 1)


def marks_of(scene: Scene, candidates: Sequence[Candidate], words: PeopleWords) -> list[int]:
    """Mark the pieces of a sentence without capitals as `marks.mark` does others: names, titles, things."""
    pieces = scene.pieces
    marks = [Mark.THING if words.things.get(p.fold) in _THINGS else Mark.NONE for p in pieces]
    for index in range(len(pieces)):
        title = words.titles.at(pieces, index, len(pieces))
        if title:
            marks[index : title[0]] = [Mark.TITLE] * (title[0] - index)
    for candidate in candidates:
        marks[candidate.first : candidate.last] = [Mark.NAME] * (candidate.last - candidate.first)
    return marks


def _may_be_foreign(scene: Scene, run: tuple[int, int], words: PeopleWords, attested: Attested) -> bool:
    """See a known name, an initial, or a word that is neither English nor that of a thing, a place or a title.

    `run` is where the run begins and the piece in question: a family name that is English does not open one.
    """
    first, index = run
    piece = scene.pieces[index]
    if not piece.text.replace("-", "").replace("'", "").isalpha():
        return False
    if len(piece.text) == 1 or (len(piece.text) == 2 and words.titles.before(scene.pieces, index)):
        letter = piece.fold not in ("a", "i") and words.things.get(piece.fold) != "function"
        return letter or _initials_on(scene, index)  # "police inspector ab roe"
    if piece.fold in words.given_common or piece.fold in words.kin or piece.fold in words.verbs:
        return False
    if words.titles.before(scene.pieces, index + 1) or words.places.at(scene.pieces, index, index + 1):
        return False
    if not all(attested(part) for part in piece.fold.split("-")):
        return piece.fold not in words.things and piece.fold not in words.headings
    if words.things.get(piece.fold) in ("function", "time"):
        return False
    begins = scene.pieces[first].fold
    return piece.fold in words.given or (
        piece.fold in words.surnames and index > first and (begins in words.given or len(begins) == 1)
    )


def _initials_on(scene: Scene, index: int) -> bool:
    """See the "a" of "a k roe": no article stands before one letter and a word."""
    pieces = scene.pieces
    if index + 2 >= len(pieces) or not (scene.tight(index + 1) and scene.tight(index + 2)):
        return False
    return len(pieces[index + 1].text) == 1 and pieces[index + 1].text.isalpha() and len(pieces[index + 2].text) > 1


def lower_runs(number: int, scene: Scene, words: PeopleWords, titles: TitlePhrases) -> Iterator[Candidate]:
    """Find names in a sentence without capitals that stands in other text, in order."""
    pieces = scene.pieces
    index = 0
    while index < len(pieces):
        if not _may_be_name(scene, index, words):
            index += 1
            continue
        last = index + 1
        while last < len(pieces) and last - index < _LONGEST and scene.tight(last) and _may_be_name(scene, last, words):
            last += 1
        last = _trim(scene, index, last, words)
        candidate = _weigh(number, scene, (index, last), words, titles) if last > index else None
        if candidate:
            yield candidate
        index = max(last, index + 1)


def _may_be_name(scene: Scene, index: int, words: PeopleWords) -> bool:
    piece = scene.pieces[index]
    if not piece.text.replace("-", "").replace("'", "").isalpha():
        return False
    if len(piece.text) == 1:
        return piece.fold not in ("a", "i") or _initials_on(scene, index)
    if piece.fold in words.given_common:
        return False
    known = piece.fold in words.given or piece.fold in words.surnames
    if piece.fold in words.things or piece.fold in words.headings or piece.fold in words.kin:
        return known and words.things.get(piece.fold) != "function" and piece.fold not in words.given_common
    if words.titles.before(scene.pieces, index + 1) or words.places.at(scene.pieces, index, index + 1):
        return False
    if piece.fold in words.verbs:
        return False
    return known or scene.tag(index) in ("NN", "NNP", "FW", "NNPS", "JJ", "NNS", "VBP", "UH")


def _trim(scene: Scene, first: int, last: int, words: PeopleWords) -> int:
    while last > first and len(scene.pieces[last - 1].text) == 1:
        last -= 1
    return last


def _weigh(
    number: int, scene: Scene, place: tuple[int, int], words: PeopleWords, titles: TitlePhrases
) -> Candidate | None:
    """Make a candidate of a run of words where a title, an age, the lexicons or the model see a name in it."""
    first, last = place
    pieces = scene.pieces
    folds = tuple(piece.fold for piece in pieces[first:last])
    known = [word in words.given or word in words.surnames for word in folds]
    age = AGE_BEHIND.match(scene.sentence.text[pieces[last - 1].end - scene.sentence.start :][:40])
    kind = direct_title(titles, scene, first)
    run = _Run(folds, known, _model(scene, pieces[first].start, pieces[last - 1].end))
    ids = {*_by_title(run, kind, scene, first, titles), *_by_words(run, words)}
    if age and (run.some or run.initials or run.model):
        ids.add("age_behind")
    if len(folds) == 1 and not (kind or folds[0] in words.famous):
        ids.add("single")
    if not ids or (first and pieces[first - 1].text.isdigit() and not kind):
        return None  # "5 min read": what a number stands before is no name
    candidate = Candidate(
        number, first, last, scene.text(first, last), pieces[first].start, pieces[last - 1].end, folds, None, ids
    )
    candidate.roles.extend(titles_before(titles, scene, first))
    if age and age["age"]:
        candidate.age = int(age["age"])
    candidate.roles.extend(titles_behind(titles, scene, last, age.end() + candidate.end if age else None))
    return candidate


class _Run(NamedTuple):
    folds: tuple[str, ...]
    known: Sequence[bool]
    """Which of the words are names in the lexicons."""
    model: bool
    """Whether the model sees a person."""

    @property
    def initials(self) -> bool:
        """See "k k roe"."""
        return len(self.folds) > 1 and len(self.folds[0]) == 1

    @property
    def some(self) -> bool:
        return any(self.known)


def _by_title(run: _Run, kind: str | None, scene: Scene, first: int, titles: TitlePhrases) -> Iterator[str]:
    """Believe a rank or form of address that stands before names, and another title before more than one word."""
    if kind in (TitleKind.RANK, TitleKind.ADDRESS, TitleKind.STYLE) and (run.some or run.initials or run.model):
        yield "rank_before"
    elif not kind:
        return
    elif run.initials or all(run.known) or (len(run.folds) > 1 and (run.some or _office(scene, first, titles))):
        yield "title_before"


def _by_words(run: _Run, words: PeopleWords) -> Iterator[str]:
    """See what the words themselves and the model say."""
    if run.initials and run.known[-1]:
        yield from ("initials", "surname_last")
    if len(run.folds) == 1:
        return
    if all(run.known) and not set(run.folds) & words.given_common:
        yield from ("given_first", "shape")
    if run.model and (run.some or run.initials):
        yield from ("model_person", "shape")


def _office(scene: Scene, first: int, titles: TitlePhrases) -> bool:
    """See an office of two words or more before a name: "prime minister"."""
    found = titles.before(scene, first)
    return found is not None and first - found[0] > 1 and found[1].part is Part.OFFICIAL


def _model(scene: Scene, start: int, end: int) -> bool:
    tokens = scene.sentence.tokens
    return any(
        entity.label == "PERSON" and tokens[entity.first].start <= start and tokens[entity.last - 1].end >= end - 1
        for entity in scene.sentence.entities
    )
