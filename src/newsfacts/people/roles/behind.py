"""What stands behind a name: appositions, "of the Harbour Unit", "who leads the squad", a party in brackets."""

from collections.abc import Iterator
from dataclasses import replace

from newsfacts.people.pieces import Case, Scene
from newsfacts.people.roles.titles import DETERMINERS, FINITE, OF, RoleDraft, TitlePhrases
from newsfacts.people.words import TitleKind, TitleWord
from newsfacts.record import Part

__all__ = ["post_behind", "title_ahead", "titles_behind"]

_SKIPPED = frozenset({"who", "is", "was", "also", "himself", "herself", "now", "then", "currently"})
_PAUSES = frozenset({",", "(", "),", "–", "-", "—", ")", "],", ",("})
_STOPS = frozenset({"IN", "TO", "CC", "PRP", "WP", "WDT", "WRB", "EX", "PRP$", "VB"})


def titles_behind(phrases: TitlePhrases, scene: Scene, last: int, after: int | None) -> list[RoleDraft]:
    """Read the titles behind a name that ends before a piece; `after` is where its age ends."""
    pieces = scene.pieces
    at = last
    while after is not None and at < len(pieces) and pieces[at].start < after:
        at += 1
    if at >= len(pieces):
        return []
    gap = scene.gap(at).strip()
    if scene.tight(at) or (after is not None and gap.strip(" )],") == "" and pieces[at].fold in ("of", "from")):
        copula = _copula(phrases, scene, at) or list(_from(phrases, scene, at))
        if after is not None and copula and copula[0].rule == "role.from" and _dwelling(phrases, scene, copula[0]):
            return []
        return copula or (_series(phrases, scene, at) if after is not None and scene.tight(at) else [])
    if gap not in _PAUSES or (gap == ")" and after is None):
        return []
    if gap == "(" and pieces[at].text.isupper() and scene.gap(at + 1).startswith(")"):
        return list(_party(scene, at))
    named = [*_leads(phrases, scene, at), *_from(phrases, scene, at), *_unit(phrases, scene, at)]
    if after is not None:
        named = [draft for draft in named if not _dwelling(phrases, scene, draft)]
    return _series(phrases, scene, at) or named


def post_behind(phrases: TitlePhrases, scene: Scene, last: int) -> list[RoleDraft]:
    """Read "at Kent Police" behind a name with a title: where its bearer serves."""
    pieces = scene.pieces
    if not (last + 1 < len(pieces) and scene.tight(last) and pieces[last].fold == "at"):
        return []
    return [draft for draft in _named(phrases, scene, last + 1, "role.from") if not _court(draft)]


def _court(draft: RoleDraft) -> bool:
    return "court" in (draft.organisation or "").lower()


def _dwelling(phrases: TitlePhrases, scene: Scene, draft: RoleDraft) -> bool:
    """See "22, of Wilberforce Court": behind an age, words of houses are an address."""
    text = (draft.organisation or "").lower().split()
    return draft.rule == "role.from" and bool(text) and text[-1] in phrases.words.dwellings


def _series(phrases: TitlePhrases, scene: Scene, at: int) -> list[RoleDraft]:
    """Read up to three titles that commas and "and" join."""
    pieces = scene.pieces
    drafts: list[RoleDraft] = []
    while at < len(pieces) and len(drafts) < 3:
        draft, stop = title_ahead(phrases, scene, at)
        if draft is None or (drafts and pieces[at].fold in ("a", "an") and pieces[at - 1].fold == "and"):
            break
        if drafts and not _opens_title(phrases, scene, at):
            break
        drafts.append(draft)
        at = stop
        if at >= len(pieces):
            break
        if pieces[at].fold == "and" and (scene.tight(at) or scene.gap(at).strip() == ","):
            at += 1
        elif scene.gap(at).strip() != ",":
            break
    return drafts


def _opens_title(phrases: TitlePhrases, scene: Scene, at: int) -> bool:
    piece = scene.pieces[at]
    known = piece.fold in DETERMINERS or piece.fold in phrases.words.modifiers or piece.capital
    return known or phrases.at(scene, at) is not None


def title_ahead(phrases: TitlePhrases, scene: Scene, at: int) -> tuple[RoleDraft | None, int]:
    """Read the title that begins at a piece or a few words on, with its organisation; gives the index behind them."""
    pieces, words = scene.pieces, phrases.words
    first = _skip(scene, at)
    if first > at and pieces[first - 1].fold == "who":
        return None, at  # "who chairs the board": a verb
    for head in range(first, min(first + 9, len(pieces))):
        if head > first and not (scene.linked(head) or scene.gap(head) == "-"):
            return None, at
        found = phrases.at(scene, head)
        if found is None or found[1].kind == TitleKind.ADDRESS:
            tag = scene.tag(head)
            inside = head > first and pieces[head - 1].capital and head + 1 < len(pieces) and pieces[head + 1].capital
            if (
                not pieces[head].capital
                and not inside
                and (tag in FINITE or tag in _STOPS or pieces[head].fold in DETERMINERS)
            ):
                return None, at
            continue
        if found[0] - head == 1 and phrases.is_surname(scene, head):
            return None, at
        last, word = _grow(phrases, scene, found)
        if word.kind == TitleKind.STYLE and first == at and not pieces[at].capital:
            return None, at
        goes_on = last < len(pieces) and scene.tight(last) and pieces[last].capital
        if goes_on and words.things.get(pieces[last].fold, "place") == "place":
            return None, at
        if last < len(pieces) and scene.possessive(last):
            continue
        if goes_on and pieces[last - 1].capital and pieces[last - 1].fold.endswith("s"):
            return None, at  # "the Retail Leaders Association"
        return _ahead(phrases, scene, (first, head, last), word)
    return None, at


def _grow(phrases: TitlePhrases, scene: Scene, found: tuple[int, TitleWord]) -> tuple[int, TitleWord]:
    last, word = found
    while last < len(scene.pieces) and scene.tight(last):
        more = phrases.at(scene, last)
        if more is None:
            break
        last, word = more
    return last, word


def _skip(scene: Scene, at: int) -> int:
    pieces = scene.pieces
    while at < len(pieces) and (
        pieces[at].fold in DETERMINERS or pieces[at].fold in _SKIPPED or pieces[at].fold == "of"
    ):
        if pieces[at].fold == "of" and (at == 0 or pieces[at - 1].fold != "one"):
            break
        at += 1
    return at


def _ahead(phrases: TitlePhrases, scene: Scene, place: tuple[int, int, int], word: TitleWord) -> tuple[RoleDraft, int]:
    first, head, last = place
    pieces, things = scene.pieces, phrases.words.things
    start = max(first, phrases.modifiers(scene, head, word))
    for index in range(head - 1, first - 1, -1):
        capital = pieces[index].capital and pieces[index].fold not in phrases.words.modifiers
        if (
            capital
            or scene.possessive(index + 1)
            or (things.get(pieces[index].fold) == "organisation" and pieces[index].fold != "police")
        ):
            start = max(start, index + 1) if not (capital and index < start) else start
            break
    start = max(first, phrases.split_police(scene, min(start, head), last))
    start += first < start < last - 1 and phrases.in_organisation(scene, start)
    organisation = phrases.organisations.text(scene, first, start) if start > first else None
    end = last = phrases.field_end(scene, last)
    if last < len(pieces) and scene.tight(last) and pieces[last].fold in OF:
        stop = phrases.organisations.end(scene, last + 1)
        text = phrases.organisations.text(scene, last + 1, stop)
        if text and not phrases.organisations.is_time(scene, last + 1):
            where = pieces[last].fold in ("in", "from") and phrases.organisations.only_place(
                scene, last + 1, stop, word
            )
            if pieces[last].fold == "at" and organisation and not _owned(scene, first, start):
                start, organisation = first, None  # "Regulatory Services Manager at Ayr Council"
            kept = where or (organisation is not None and pieces[last].fold in ("with", "for", "on"))
            organisation, end = organisation if kept else text, stop
    if organisation is None and _short_body(scene, end):
        organisation, end = pieces[end].text, end + 1
    draft = phrases.draft(scene, (start, last), word, organisation, "role.apposition_behind")
    left = any(piece.fold in ("former", "ex", "dismissed") for piece in pieces[first:head])
    return replace(draft, left=left), end


def _owned(scene: Scene, first: int, last: int) -> bool:
    """See a possessive between two pieces: "the force’s manager"."""
    return any(scene.possessive(index) for index in range(first + 1, last + 1))


def _short_body(scene: Scene, index: int) -> bool:
    """See an acronym between commas: "Chief Executive, ASCERT, said"."""
    if index >= len(scene.pieces) or scene.case != Case.NORMAL or scene.gap(index) != ", ":
        return False
    text = scene.pieces[index].text
    return len(text) > 2 and text.isupper() and scene.gap(index + 1).startswith(",")


def _copula(phrases: TitlePhrases, scene: Scene, at: int) -> list[RoleDraft]:
    """Read "NAME is a farmer", "NAME, is one of the guards"."""
    pieces = scene.pieces
    if pieces[at].fold not in ("is", "was") or at + 2 >= len(pieces):
        return []
    if pieces[at + 1].fold not in DETERMINERS:
        return []
    draft, _ = title_ahead(phrases, scene, at + 1)
    return [replace(draft, rule="role.copula")] if draft and draft.role else []


def _leads(phrases: TitlePhrases, scene: Scene, at: int) -> Iterator[RoleDraft]:
    """Read ", who heads the squad": an organisation without a title."""
    pieces = scene.pieces
    if not (at + 2 < len(pieces) and pieces[at].fold == "who" and pieces[at + 1].fold in phrases.words.lead_verbs):
        return
    for draft in _named(phrases, scene, at + 2, "role.leads"):
        head = (draft.organisation or "").split(" for ")[0].split(" in ")[0].split()
        kind = phrases.words.things.get(head[-1].lower()) if head else None
        if kind == "organisation" and not any(word[0].isdigit() for word in head):
            yield draft


def _from(phrases: TitlePhrases, scene: Scene, at: int) -> Iterator[RoleDraft]:
    """Read "NAME of the Harbour Unit", "NAME, from the clinic in Ayr": an organisation without a title."""
    pieces = scene.pieces
    if at < len(pieces) and pieces[at].fold in ("of", "from"):
        yield from _named(phrases, scene, at + 1, "role.from")


def _unit(phrases: TitlePhrases, scene: Scene, at: int) -> Iterator[RoleDraft]:
    """Read "NAME, Major Fraud Unit": a capitalised unit or force between commas or at the end."""
    pieces, things = scene.pieces, phrases.words.things
    stop = at
    while stop < len(pieces) and (stop == at or scene.tight(stop)) and pieces[stop].capital:
        stop += 1
    closed = stop == len(pieces) or scene.gap(stop).lstrip().startswith((",", ".", ")", ";"))
    if stop - at > 1 and closed and things.get(pieces[stop - 1].fold) == "organisation":
        text = scene.text(at, stop)
        yield RoleDraft(pieces[at].start, pieces[stop - 1].end, None, None, text, Part.OTHER, True, "", "role.unit")


def _named(phrases: TitlePhrases, scene: Scene, first: int, rule: str) -> Iterator[RoleDraft]:
    pieces, things = scene.pieces, phrases.words.things
    stop = _joint(phrases, scene, first, phrases.organisations.end(scene, first))
    led = next((i for i in range(first, stop) if pieces[i].fold == "for" and not pieces[i - 1].capital), None)
    if rule == "role.leads" and led is not None and things.get(pieces[led - 1].fold) != "organisation":
        first = led + 1  # "who led the inquiry for the crime team"
    while first < stop and pieces[first].fold in DETERMINERS:
        first += 1
    if stop <= first:
        return
    known = any(
        things.get(piece.fold) == "organisation" or (piece.text.isupper() and len(piece.text) > 1)
        for piece in pieces[first:stop]
    )
    owned = any(scene.possessive(index) for index in range(first + 1, stop))  # "GMP’s Ayr district"
    inside = next((index for index in range(first + 1, stop) if pieces[index].fold == "in"), stop)
    if things.get(pieces[inside - 1].fold) == "place" and not owned:
        return  # "of Institute Street in Ayr"
    if known and (owned or things.get(pieces[stop - 1].fold) != "place"):
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


def _party(scene: Scene, at: int) -> Iterator[RoleDraft]:
    """Read the short form in brackets behind a name: a party or an agency."""
    piece = scene.pieces[at]
    if len(piece.text) > 1 and piece.text.isalpha():
        yield RoleDraft(piece.start, piece.end, None, None, piece.text, Part.OTHER, True, "", "role.party")
