"""Bodies behind a name without a title: "of the Harbour Unit", "who leads the squad", a unit, a party in brackets.

Also whom the bearer of a title serves: "Governor NAME of Ogun State". Titles behind a name are in `behind.py`.
"""

from collections.abc import Iterator
from dataclasses import replace

from newsfacts.language.pipeline import Entity
from newsfacts.lexicons.function_words import function_words
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.roles.titles import DETERMINERS, FINITE, RoleDraft, RoleForm, TitlePhrases
from newsfacts.record import Part

__all__ = ["dwelling", "leads", "party", "post_behind", "serving", "unit"]

_WITH_A_BODY = function_words("with a body")
_SERVES = function_words("of a body")
_LINKS = function_words("of and for")
_ALL = function_words("of several")


def post_behind(phrases: TitlePhrases, scene: Scene, last: int, office: bool) -> list[RoleDraft]:
    """Read "at Kent Police", "of Ogun State", ", both of the Kent Police" behind a name with a title: whom it serves.

    `office` tells that the title is one of the state: only that may be of a place, and it is not of a shop.
    """
    pieces = scene.pieces
    at = last
    if at < len(pieces) and scene.gap(at) == ", " and pieces[at].fold in _ALL:
        at += 1
    elif not scene.tight(at) and scene.gap(at) != ", ":
        return []
    if not (at + 1 < len(pieces) and pieces[at].fold in _SERVES and scene.tight(at + 1)):
        return []
    if scene.gap(last) == ", " and pieces[at].fold in _WITH_A_BODY and at == last:
        return []
    found = [draft for draft in _served(phrases, scene, at + 1) if not _court(draft)]
    if not office:
        return found if pieces[at].fold == "at" else []
    served = [draft for draft in found if phrases.organisations.is_office(draft.organisation or "")]
    return served or (_territory(phrases, scene, at + 1) if pieces[at].fold == "of" and scene.tight(last) else [])


def _territory(phrases: TitlePhrases, scene: Scene, first: int) -> list[RoleDraft]:
    """Read "Governor NAME of Ogun State": the place that an office is of, with a capital on every word."""
    pieces, stop = scene.pieces, first
    while stop < len(pieces) and (stop == first or scene.tight(stop)) and phrases.words.is_proper(pieces[stop]):
        stop += 1
    whole = " ".join(piece.fold for piece in pieces[first:stop])
    place = stop > first and (
        phrases.words.things.get(pieces[stop - 1].fold) == "place"
        or phrases.words.is_place(whole)
        or any(entity.label == "GPE" and _covers(scene, entity, first, stop) for entity in scene.sentence.entities)
    )
    if not place:
        return []
    text = scene.text(first, stop)
    draft = RoleDraft(pieces[first].start, pieces[stop - 1].end, None, None, text, Part.OTHER, True, "", "role.from")
    return [replace(draft, form=RoleForm.SERVING)]


def _covers(scene: Scene, entity: Entity, first: int, stop: int) -> bool:
    tokens, pieces = scene.sentence.tokens, scene.pieces
    return tokens[entity.first].start <= pieces[first].start and tokens[entity.last - 1].end >= pieces[stop - 1].end


def _court(draft: RoleDraft) -> bool:
    return "court" in (draft.organisation or "").lower()


def dwelling(phrases: TitlePhrases, scene: Scene, draft: RoleDraft) -> bool:
    """See "22, of Wilberforce Court": behind an age, words of houses are an address."""
    text = (draft.organisation or "").lower().split()
    return draft.form is RoleForm.SERVING and bool(text) and text[-1] in phrases.words.dwellings


def leads(phrases: TitlePhrases, scene: Scene, at: int) -> Iterator[RoleDraft]:
    """Read ", who heads the squad": an organisation without a title."""
    pieces = scene.pieces
    if not (at + 2 < len(pieces) and pieces[at].fold == "who" and pieces[at + 1].fold in phrases.words.lead_verbs):
        return
    for draft in _named(phrases, scene, at + 2, "role.leads", led=True):
        head = (draft.organisation or "").split(" for ")[0].split(" in ")[0].split()
        kind = phrases.words.things.get(head[-1].lower()) if head else None
        if kind == "organisation" and not any(word[0].isdigit() for word in head):
            yield draft


def serving(phrases: TitlePhrases, scene: Scene, at: int) -> Iterator[RoleDraft]:
    """Read "NAME of the Harbour Unit", "NAME, from the clinic in Ayr": an organisation without a title."""
    pieces = scene.pieces
    if at < len(pieces) and pieces[at].fold in ("of", "from"):
        yield from _served(phrases, scene, at + 1)


def unit(phrases: TitlePhrases, scene: Scene, at: int) -> Iterator[RoleDraft]:
    """Read "NAME, Major Fraud Unit": a capitalised unit or force between commas or at the end."""
    pieces, things = scene.pieces, phrases.words.things
    stop = at
    while stop < len(pieces) and (stop == at or scene.tight(stop)) and (pieces[stop].capital or _link(scene, at, stop)):
        stop += 1
    closed = stop == len(pieces) or scene.gap(stop).lstrip().startswith((",", ".", ")", ";"))
    closed = closed or (stop < len(pieces) and scene.tag(stop) in FINITE)
    clause = scene.case == Case.CAPITALS and any(things.get(p.fold) == "function" for p in pieces[at:stop])
    if stop - at > 1 and closed and not clause and things.get(pieces[stop - 1].fold) == "organisation":
        text = scene.text(at, stop)
        yield RoleDraft(pieces[at].start, pieces[stop - 1].end, None, None, text, Part.OTHER, True, "", "role.unit")


def _link(scene: Scene, at: int, index: int) -> bool:
    """See the "and" of "Kent Fire and Rescue Service": a link between capitals."""
    pieces = scene.pieces
    between = at < index < len(pieces) - 1 and scene.tight(index + 1) and pieces[index + 1].capital
    return between and pieces[index].fold in _LINKS


def _served(phrases: TitlePhrases, scene: Scene, first: int) -> Iterator[RoleDraft]:
    """Read the body behind "of" or "from"."""
    return (replace(draft, form=RoleForm.SERVING) for draft in _named(phrases, scene, first, "role.from"))


def _named(phrases: TitlePhrases, scene: Scene, first: int, rule: str, *, led: bool = False) -> Iterator[RoleDraft]:
    """Read the body that begins at a piece; `led` bodies may stand behind what was led for them."""
    pieces, things = scene.pieces, phrases.words.things
    stop = _joint(phrases, scene, first, phrases.organisations.end(scene, first))
    served = next((i for i in range(first, stop) if pieces[i].fold == "for" and not pieces[i - 1].capital), None)
    if led and served is not None and things.get(pieces[served - 1].fold) != "organisation":
        first = served + 1  # "who led the inquiry for the crime team"
    while first < stop and pieces[first].fold in DETERMINERS:
        first += 1
    if stop <= first:
        return
    known = any(
        things.get(piece.fold.rstrip("-0123456789")) == "organisation" or (piece.text.isupper() and len(piece.text) > 1)
        for piece in pieces[first:stop]
    )
    owned = any(scene.possessive(index) for index in range(first + 1, stop))  # "GMP’s Ayr district"
    inside = next((index for index in range(first + 1, stop) if pieces[index].fold == "in"), stop)
    force = stop - 2 > first and pieces[stop - 2].fold in phrases.words.police  # "the Norland police district"
    force = force and pieces[stop - 1].fold in phrases.words.posts
    headed = force or phrases.organisations.is_headed(scene, first, stop)
    seat = things.get(pieces[stop - 1].fold) == "place" and not headed
    if things.get(pieces[inside - 1].fold) == "place" and not owned and (seat or inside < stop):
        return  # "of Institute Street in Ayr", but "CID North"
    if not any(piece.capital for piece in pieces[first:stop]) and pieces[inside - 1].fold in phrases.words.dwellings:
        return  # "took it from his house"
    if known and (owned or not seat):
        text = phrases.organisations.text(scene, first, stop)
        yield RoleDraft(pieces[first].start, pieces[stop - 1].end, None, None, text, Part.OTHER, True, "", rule)


def _joint(phrases: TitlePhrases, scene: Scene, first: int, stop: int) -> int:
    """Read on over the commas of "Ayrshire, Kent and Down Collision Unit": one unit of several forces."""
    pieces, joined, index = scene.pieces, False, stop
    while index < len(pieces) and (scene.tight(index) or (scene.gap(index) == ", " and not joined)):
        if not (pieces[index].capital or pieces[index].fold == "and"):
            break
        joined = joined or pieces[index].fold == "and"
        index += 1
    whole = joined and index > stop and phrases.words.things.get(pieces[index - 1].fold) == "organisation"
    return (
        index if whole and all(piece.capital or piece.fold in ("the", "and") for piece in pieces[first:stop]) else stop
    )


def party(scene: Scene, at: int) -> Iterator[RoleDraft]:
    """Read the short form in brackets behind a name: a party or an agency."""
    piece = scene.pieces[at]
    if len(piece.text) > 1 and piece.text.isalpha():
        yield RoleDraft(piece.start, piece.end, None, None, piece.text, Part.OTHER, True, "", "role.party")
