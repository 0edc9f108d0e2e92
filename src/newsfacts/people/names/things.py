"""Capitalised words that name a thing, whatever else they are: what the words around the run say before any lexicon.

A run spelled out before its own acronym is a body or a paper; the noun of a part with its number is a place or a
stage; what a saint or a queen "possesses" in a capital is a place; a run between an article and the noun of goods is a
make. Not here: whole names of makes and shops; those are rows of named_things.
"""

from collections.abc import Callable, Iterator, Mapping

from newsfacts.lexicons.function_words import function_words
from newsfacts.people.names.beside import AGE, Mark, capital_follows
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.words import PeopleWords, TitleKind

__all__ = ["things_named"]

_Span = tuple[int, int]
_LEFT_OUT = function_words("left out")
_SPELLED, _NOUNS, _BRAND = 12, 4, 3
"""Words of the longest run before its acronym; words from a make to its noun; words of the longest make."""
_OPENS, _CLOSES = ("'", '"', "“", "‘"), ("'", '"', "”", "’")


def things_named(scene: Scene, words: PeopleWords) -> Mapping[int, int]:
    """Give the pieces that name no person with what they are instead."""
    found = {
        index: Mark.THING for find in _FINDERS for first, stop in find(scene, words) for index in range(first, stop)
    }
    found.update(dict.fromkeys((*_plural_heads(scene, words), *_trades_in_front(scene, words)), Mark.TITLE))
    return found


def _spelled_out(scene: Scene, words: PeopleWords) -> Iterator[_Span]:
    """See "General Diary (GD)"; not "Station House Officer (SHO)", which is a title, nor "John Roe (JR)"."""
    pieces = scene.pieces
    if "(" not in scene.sentence.text:
        return
    for index in range(2, len(pieces)):
        short = pieces[index].text
        bracket = pieces[index].gap.endswith("(") and scene.gap(index + 1).startswith(")")
        if not bracket or len(short) < 2 or not (short.isalpha() and short.isupper()):
            continue
        first = _first_of(scene, index, short.lower())
        if first is None or words.titles.before(pieces, index) or _begins_title(scene, first, index, words):
            continue
        given = pieces[first].fold in words.given and pieces[first].fold not in words.given_common
        if not (given and not any(piece.fold in words.things for piece in pieces[first:index])):
            yield first, index


def _first_of(scene: Scene, index: int, letters: str) -> int | None:
    """Find the first word of the run before a bracket whose capitals spell the letters."""
    pieces, left = scene.pieces, letters
    for at in range(index - 1, max(-1, index - _SPELLED), -1):
        if at + 1 < index and not scene.linked(at + 1):
            return None
        if pieces[at].capital and pieces[at].fold[0] == left[-1]:
            left = left[:-1]
            if not left:
                return at
        elif pieces[at].fold not in _LEFT_OUT:
            return None
    return None


def _begins_title(scene: Scene, first: int, stop: int, words: PeopleWords) -> bool:
    """See "Commissioner of Police": a title, and what it is for."""
    title = words.titles.at(scene.pieces, first, stop)
    return title is not None and (title[0] == stop or scene.pieces[title[0]].fold in _LEFT_OUT)


def _numbered(scene: Scene, words: PeopleWords) -> Iterator[_Span]:
    """See "Lekki Phase 1", "Gate 4"; not "Ann Ward 45", where the number is an age without its comma."""
    pieces = scene.pieces
    for index in scene.capitals:
        if index + 1 == len(pieces) or pieces[index].fold not in words.labels:
            continue
        if not pieces[index + 1].text[0].isdigit() or scene.gap(index + 1) != " ":
            continue
        first = _run_before(scene, index)
        named = first < index and pieces[first].fold in words.given and pieces[first].fold not in words.given_common
        ranked = words.titles.before(pieces, first + 1) or (scene.tight(first) and words.titles.before(pieces, first))
        if not named and not ranked and not words.titles.at(pieces, index, index + 1):
            yield first, index + 1


def _run_before(scene: Scene, index: int) -> int:
    """Give the first of the capitalised words that stand right before a piece, or the piece itself."""
    while index > 0 and scene.tight(index) and scene.pieces[index - 1].capital:
        index -= 1
    return index


def _possessed(scene: Scene, words: PeopleWords) -> Iterator[_Span]:
    """See "Queen Anne's County", "St Mary's Hill", "Chief Magistrate's Court": called after one who does not own it."""
    if scene.case in (Case.TITLE, Case.CAPITALS):
        return
    pieces = scene.pieces
    for owner in scene.capitals:
        index = owner + 1
        if not scene.possessive(index):
            continue
        first = _run_before(scene, index - 1)
        first += first < index - 1 and words.things.get(pieces[first].fold) == "function"  # "The Queen Anne's"
        if pieces[index].capital and pieces[index].fold == "court" and words.titles.before(pieces, index):
            yield first, index + 1
        if words.things.get(pieces[index].fold) != "place" or _is_other_place(scene, index, words):
            continue
        title = words.titles.at(pieces, first, index - 1) if first < index - 1 else None
        styled = title is not None and title[0] == index - 1 and title[1].kind in (TitleKind.STYLE, TitleKind.TITLE)
        if styled or (pieces[index].capital and (first == index - 1 or pieces[first].fold == "st")):
            yield first, index + 1


def _storms(scene: Scene, words: PeopleWords) -> Iterator[_Span]:
    """See "Storm Dennis", "Hurricane Ann": not "Storm Roe, 24", where an age tells of somebody."""
    pieces = scene.pieces
    for index in range(len(pieces) - 1):
        named = pieces[index].capital and pieces[index].fold in words.storms and capital_follows(scene, index)
        if named and not AGE.match(scene.sentence.text, pieces[index + 1].end - scene.sentence.start):
            yield index, index + 2


def _called_after(scene: Scene, words: PeopleWords) -> Iterator[_Span]:
    """See "General Ann Roe College", "Ann Roe Memorial Hospital": a school or hospital ends a whole name."""
    if scene.case != Case.NORMAL:
        return
    pieces = scene.pieces
    for index in range(2, len(pieces)):
        house = pieces[index].capital and pieces[index].fold in words.sited and scene.tight(index)
        if not house or capital_follows(scene, index) or pieces[index].fold in words.surnames:
            continue
        first = _run_before(scene, index)
        title = words.titles.at(pieces, first, index) if first < index - 1 else None
        first = title[0] if title and title[0] < index - 1 and title[1].kind != TitleKind.TITLE else first
        if index - first > 1 and pieces[first].fold in words.given:
            yield first, index + 1


def _is_other_place(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See a name that goes on behind the noun of a place, but not into a body: "Queen Anne's County Office"."""
    if not capital_follows(scene, index):
        return False
    stop = index + 1  # "Queen Anne's County Sheriff's Office"
    while stop + 1 < len(scene.pieces) and scene.linked(stop + 1) and scene.pieces[stop + 1].capital:
        stop += 1
    return words.things.get(scene.pieces[stop].fold) != "organisation"


def _brand(scene: Scene, words: PeopleWords) -> Iterator[_Span]:
    """See "a Raymond Weil watch", "a ring, David Morris pearl and diamond necklace": a name before its goods."""
    pieces, at = scene.pieces, 1
    while at < len(pieces) - 1:
        if not pieces[at].capital:
            at += 1
            continue
        stop = at
        while stop < len(pieces) and pieces[stop].capital and (stop == at or scene.tight(stop)):
            stop += 1
        painted = _coloured(scene, at, words)
        counted = scene.tag(at - 1) == "CD"
        named = stop - at == 1 and (painted or counted) and _goods_follow(scene, stop, words)
        if named or (2 <= stop - at <= _BRAND and (painted or _sold(scene, at, stop, words))):
            yield at, stop
        at = max(stop, at + 1)


def _sold(scene: Scene, first: int, stop: int, words: PeopleWords) -> bool:
    return _introduced(scene, first, words) and _goods_follow(scene, stop, words)


def _coloured(scene: Scene, first: int, words: PeopleWords) -> bool:
    """See "a grey Morgan Plus Four": what has an article and a colour before it is a make."""
    article = first > 1 and scene.tag(first - 2) == "DT"
    return article and scene.tight(first) and scene.pieces[first - 1].fold in words.colours


def _introduced(scene: Scene, first: int, words: PeopleWords) -> bool:
    """See what a noun has in front of it and a name has not: an article, a number; or goods before a comma."""
    before = scene.pieces[first - 1]
    if scene.tight(first):
        return not before.capital and before.fold != "the" and scene.tag(first - 1) in ("DT", "CD", "PRP$")
    return scene.gap(first) == ", " and _is_goods(before.fold, words)


def _goods_follow(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See goods within a few nouns and adjectives in lower case."""
    for at in range(index, min(index + _NOUNS, len(scene.pieces))):
        if scene.pieces[at].capital or not scene.tight(at):
            return False
        if _is_goods(scene.pieces[at].fold, words):
            return True
        if not scene.tag(at).startswith(("NN", "JJ", "CC", "VBN", "VBD")):
            return False
    return False


def _is_goods(fold: str, words: PeopleWords) -> bool:
    return not words.goods.isdisjoint((fold, fold.removesuffix("s"), fold.removesuffix("es")))


def _quoted(scene: Scene, words: PeopleWords) -> Iterator[_Span]:
    """See "the 'Danny Boy' campaign", "the song “Rosa Maria”", "a gang known as 'Ann Boys'"."""
    pieces, at = scene.pieces, 0
    if not any(mark in scene.sentence.text for mark in _OPENS):
        return
    while at < len(pieces):
        stop = at + 1
        if pieces[at].capital and pieces[at].gap[-1:] in _OPENS:
            while stop < len(pieces) and pieces[stop].capital and scene.tight(stop):
                stop += 1
            behind = scene.gap(stop)
            if behind[:1] in _CLOSES and (_noun_behind(scene, stop, words) or _noun_before(scene, at, words)):
                yield at, stop
        at = stop


def _noun_behind(scene: Scene, index: int, words: PeopleWords) -> bool:
    return index < len(scene.pieces) and scene.gap(index)[1:] == " " and scene.pieces[index].fold in words.titled


def _noun_before(scene: Scene, index: int, words: PeopleWords) -> bool:
    """See the noun right before the mark, or before what says that a name follows; also "so-called"."""
    pieces = scene.pieces
    if index == 0 or scene.gap(index)[:-1] != " ":
        return False
    cue = words.cues.before(pieces, index)
    at = cue[0] if cue else index
    return pieces[index - 1].fold == "so-called" or (at > 0 and pieces[at - 1].fold in words.titled)


def _plural_heads(scene: Scene, words: PeopleWords) -> Iterator[int]:
    """See the "Famers" of "Hall of Famers Ann Roe": a plural noun of agents right before a whole name."""
    pieces = scene.pieces
    for index in scene.capitals:
        fold = pieces[index].fold
        if (
            not (0 < index < len(pieces) - 2 and fold.endswith(words.agents))
            or fold in words.surnames
            or fold in words.given
        ):
            continue
        following = pieces[index + 1].fold
        whole = scene.tight(index + 1) and scene.tight(index + 2) and pieces[index + 2].capital
        if whole and pieces[index + 1].capital and following in words.given and following not in words.given_common:
            yield index


def _trades_in_front(scene: Scene, words: PeopleWords) -> Iterator[int]:
    """See the "Gynaecologist" of "Gynaecologist Ann Roe": a trade before two words that are of no other kind."""
    pieces = scene.pieces
    for index in scene.capitals:
        fold = pieces[index].fold
        if index >= len(pieces) - 2 or fold not in words.occupations or fold in words.surnames or fold in words.given:
            continue
        pair = pieces[index + 1 : index + 3]
        whole = scene.tight(index + 1) and scene.tight(index + 2) and all(piece.capital for piece in pair)
        if whole and not any(piece.fold in words.things or piece.fold in words.headings for piece in pair):
            yield index


_FINDERS: tuple[Callable[[Scene, PeopleWords], Iterator[_Span]], ...] = (
    _spelled_out,
    _numbered,
    _possessed,
    _called_after,
    _storms,
    _brand,
    _quoted,
)
