"""Names of words of other kinds, too, on which the sentence agrees: "Will Banks", "June Constable, 39".

A given name and one capitalised word behind it are a person, whatever else the two may be, where something beside the
lexicons says so: the model's label on just the two, an age behind them, a word of address or rank before them, letters
of an honour behind them. Headlines are left out, since they capitalise everything.
"""

import re
from collections.abc import Iterator

from newsfacts.people.pieces import Case, Scene
from newsfacts.people.words import PeopleWords, TitleKind

__all__ = ["agreed"]

_AGE = re.compile(r",?\s\(?[1-9]\d?[,;.)]")
_BEFORE = frozenset({TitleKind.ADDRESS, TitleKind.RANK, TitleKind.STYLE})


def agreed(scene: Scene, words: PeopleWords) -> frozenset[int]:
    """Find the pieces that are given name and family name by agreement."""
    if scene.case in (Case.TITLE, Case.CAPITALS):
        return frozenset()
    return frozenset(place for index in _pairs(scene, words) for place in (index, index + 1))


def _pairs(scene: Scene, words: PeopleWords) -> Iterator[int]:
    """Give where the pairs begin on which two witnesses agree."""
    pieces = scene.pieces
    for index in scene.capitals:
        if index + 1 == len(pieces):
            return
        first, second = pieces[index], pieces[index + 1]
        if not (second.capital and second.gap in _SPACES):
            continue
        honoured = _honoured(scene, index + 2, words) and first.fold not in words.things
        if not (first.fold in words.given or (honoured and not words.titles.at(pieces, index, index + 1))):
            continue
        if _goes_on(scene, index + 2, words) or not second.text.isalpha() or second.text.isupper():
            continue
        kind = words.things.get(second.fold)
        dated = kind == "time" == words.things.get(first.fold)  # "Monday February 22,"
        if dated or kind in ("function", "nationality") or not _ambiguous(scene, index, words):
            continue
        titled = _titled(scene, index, words, kind)
        aged = _AGE.match(scene.sentence.text, second.end - scene.sentence.start) is not None
        named = _labelled(scene, index) and not words.is_place(first.fold) and not _office(scene, index, words)
        if titled or aged or (named and kind != "place") or honoured:
            yield index


_SPACES = frozenset({" ", "\u00a0"})


def _ambiguous(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See two words of which one at least is a word of another kind: the rest needs no agreement."""
    pieces = scene.pieces
    pair = (pieces[index].fold, pieces[index + 1].fold)
    titles = words.titles.at(pieces, index, index + 1) or words.titles.at(pieces, index + 1, index + 2)
    whole = words.titles.at(pieces, index, index + 2) or words.places.at(pieces, index, index + 2)
    return not whole and (titles is not None or any(fold in words.things for fold in pair))


def _office(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See "Easton Councilmember": a common word and an office that is no family name."""
    first, second = scene.pieces[index].fold, scene.pieces[index + 1].fold
    title = words.titles.at(scene.pieces, index + 1, index + 2)
    office = title is not None and title[1].kind == TitleKind.TITLE
    return office and first in words.given_common and second not in words.surnames


def _goes_on(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See one more capitalised word, so that the two are no whole name; letters of an honour end one."""
    if index >= len(scene.pieces) or not scene.tight(index) or scene.gap(index).startswith("."):
        return False
    return scene.pieces[index].capital and scene.pieces[index].fold not in words.behind


def _titled(scene: Scene, index: int, words: PeopleWords, kind: str | None) -> bool:
    """See "Dr Will Power", "PC Mark Lane"; not "Mr Justice Roe", an office, nor "the Princess Ann Hospital"."""
    if index == 0 or not scene.tight(index) or words.titles.at(scene.pieces, index, index + 1):
        return False
    found = words.titles.before(scene.pieces, index)
    styled = found is not None and found[1].kind == TitleKind.STYLE and kind in ("organisation", "place")
    return found is not None and found[1].kind in _BEFORE and not styled


def _honoured(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See "Grant Priest QC": letters of an honour or office stand behind persons only."""
    behind = index < len(scene.pieces) and scene.tight(index)
    return behind and scene.pieces[index].text.isupper() and scene.pieces[index].fold in words.behind


def _labelled(scene: Scene, index: int) -> bool:
    """See the model's label of a person on the two words and no more."""
    start, end = scene.pieces[index].start, scene.pieces[index + 1].end
    tokens = scene.sentence.tokens
    return any(
        entity.label == "PERSON" and tokens[entity.first].start == start and tokens[entity.last - 1].end == end
        for entity in scene.sentence.entities
    )
