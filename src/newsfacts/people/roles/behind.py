"""Titles behind a name: appositions, "NAME is a farmer", each with its organisation.

Bodies without a title are in `bodies.py`.
"""

from collections.abc import Sequence
from dataclasses import replace

from newsfacts.lexicons.function_words import function_words
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.roles.bodies import dwelling, leads, party, serving, unit
from newsfacts.people.roles.honours import counsel_of, honours_end
from newsfacts.people.roles.titles import DETERMINERS, FINITE, FOR, OF, RoleDraft, TitlePhrases
from newsfacts.people.words import TitleKind, TitleWord

__all__ = ["title_ahead", "titles_behind"]

_WITH_FOR_ON = function_words("with for on")
_WITH_A_BODY = function_words("with a body")
_FROM_A_BODY = function_words("from a body")
_SKIPPED = function_words("between name and post")
_PAUSES = frozenset({",", "(", "),", "–", "-", "—", ")", "],", ",(", "/"})
_BRANCH = 3
"""Words of the branch that stands in a bracket behind an office."""
_STOPS = frozenset({"IN", "TO", "CC", "PRP", "WP", "WDT", "WRB", "EX", "PRP$", "VB"})


def titles_behind(phrases: TitlePhrases, scene: Scene, last: int, after: int | None) -> list[RoleDraft]:
    """Read the titles behind a name that ends before a piece; `after` is where its age ends."""
    pieces = scene.pieces
    at = honours_end(scene, last, phrases.words)
    counsel = [counsel_of(scene, index) for index in range(last, at) if pieces[index].fold in phrases.words.counsel]
    return [*counsel, *_titles_at(phrases, scene, at, after)]


def _titles_at(phrases: TitlePhrases, scene: Scene, at: int, after: int | None) -> list[RoleDraft]:
    """Read the titles that begin at a piece behind a name and its age."""
    pieces = scene.pieces
    while after is not None and at < len(pieces) and pieces[at].start < after:
        at += 1
    if at >= len(pieces):
        return []
    gap = scene.gap(at).strip()
    if gap.startswith(".") and at and pieces[at - 1].fold in phrases.words.suffixes:
        gap = gap[1:].strip()  # "Al Roe Jr., director,"
    if scene.tight(at) or (after is not None and gap.strip(" )],") == "" and pieces[at].fold in ("of", "from")):
        copula = _copula(phrases, scene, at) or list(serving(phrases, scene, at))
        if after is not None and copula and dwelling(phrases, scene, copula[0]):
            return []
        return copula or (_series(phrases, scene, at) if after is not None and scene.tight(at) else [])
    if gap not in _PAUSES or (gap == ")" and after is None):
        return []
    if gap == "(" and pieces[at].text.isupper() and scene.gap(at + 1).startswith(")"):
        return _in_bracket(phrases, scene, at)
    named = [*leads(phrases, scene, at), *serving(phrases, scene, at), *unit(phrases, scene, at)]
    if after is not None:
        named = [draft for draft in named if not dwelling(phrases, scene, draft)]
    return _series(phrases, scene, at) or [*named, *_joined_title(phrases, scene, named)]


def _in_bracket(phrases: TitlePhrases, scene: Scene, at: int) -> list[RoleDraft]:
    """Read the letters in a bracket behind a name: those of a barrister (SAN), of a rank (CSP), of a party (SNP)."""
    fold = scene.pieces[at].fold
    if fold in phrases.words.counsel:
        return [counsel_of(scene, at)]
    title = phrases.at(scene, at)
    if title and title[1].kind == TitleKind.RANK:
        return [phrases.draft(scene, (at, at + 1), title[1], None, "role.apposition_behind")]
    return [] if fold in phrases.words.behind else list(party(scene, at))


def _joined_title(phrases: TitlePhrases, scene: Scene, named: Sequence[RoleDraft]) -> list[RoleDraft]:
    """Read the title behind a body in "NAME, from Ayr Alliance and executive director for the board"."""
    if not named:
        return []
    at = next((i for i, piece in enumerate(scene.pieces) if piece.start >= named[-1].end), len(scene.pieces))
    if not (at + 1 < len(scene.pieces) and scene.tight(at) and scene.pieces[at].fold == "and"):
        return []
    draft, _ = title_ahead(phrases, scene, at + 1)
    return [draft] if draft and draft.role and draft.organisation else []


def _series(phrases: TitlePhrases, scene: Scene, at: int) -> list[RoleDraft]:
    """Read up to three titles that commas and "and" join."""
    pieces = scene.pieces
    drafts: list[RoleDraft] = []
    while at < len(pieces) and len(drafts) < 3:
        draft, stop = title_ahead(phrases, scene, at)
        if draft is None or (drafts and pieces[at].fold in ("a", "an") and pieces[at - 1].fold == "and"):
            break
        if draft.plural and stop < len(pieces) and (pieces[stop].capital or pieces[stop].text.isdigit()):
            break  # "Ann Roe, a nurse, and Constables 61877 Tan and 70412 Poe": those of others
        if drafts and not _opens_title(phrases, scene, at):
            break
        if not draft.role and scene.tag(stop - 1).startswith("VB"):
            break  # "Roe, is accused of": a verb
        if draft.plural and stop < len(pieces) and phrases.words.says(pieces[stop].fold):
            break  # "the charges against Roe, prosecutors said"
        verb = _past_post(phrases, scene, stop)
        if not drafts and _is_subject(scene, at, verb) and not _speaks(phrases, scene, at, verb):
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


def _past_post(phrases: TitlePhrases, scene: Scene, stop: int) -> int:
    """Step over "for the governor", which names no body, behind "a spokesman"."""
    pieces = scene.pieces
    if not (stop + 1 < len(pieces) and scene.tight(stop) and pieces[stop].fold in FOR):
        return stop
    return phrases.organisations.end(scene, stop + 1)


def _is_subject(scene: Scene, at: int, stop: int) -> bool:
    """See "In a letter to Roe, the minister referred to": an article, and no comma behind: it opens its own clause."""
    pieces = scene.pieces
    if stop >= len(pieces) or not scene.tight(stop) or pieces[at].fold not in DETERMINERS:
        return False
    if scene.tag(stop) not in FINITE or scene.gap(at).strip() != ",":
        return False
    tokens = [scene.token(piece) for piece in pieces[at:stop]]
    verb = scene.token(pieces[stop])
    if pieces[at].fold in ("a", "an") and stop + 1 < len(pieces) and scene.tag(stop + 1)[:2] == "NN":
        return True  # "by Ann Roe, a spokesman for the governor told Ayr News that"
    return any(
        t is not None and verb is not None and t.dep in ("nsubj", "nsubjpass") and t.head == verb.position
        for t in tokens
    )


def _speaks(phrases: TitlePhrases, scene: Scene, at: int, stop: int) -> bool:
    """See "Ann Roe, the police spokesperson said it was": who opens a clause by name speaks; the second comma is lost.

    Not "Ann Roe, the minister said, was held": there a comma stands behind the verb, too.
    """
    pieces = scene.pieces
    if not phrases.words.says(pieces[stop].fold) or "," in scene.gap(stop + 1):
        return False
    begin = next((i for i in range(at - 1, 0, -1) if any(mark in scene.gap(i) for mark in '"”“;')), 0)
    return all(scene.tag(index) not in (*FINITE, *_STOPS) for index in range(begin, at))


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
            if _ends_phrase(scene, first, head):
                return None, at
            continue
        if found[0] - head == 1 and phrases.is_surname(scene, head):
            return None, at
        last, word = _grow(phrases, scene, found)
        if word.kind == TitleKind.STYLE and first == at and not pieces[at].capital:
            return None, at
        if word.kind == TitleKind.STYLE and head > first and pieces[head - 1].capital and scene.case == Case.NORMAL:
            return None, at  # "Alim Khan, 40, Ratna Begum, 32": the next name ends in a word of respect
        goes_on = last < len(pieces) and scene.tight(last) and pieces[last].capital
        if goes_on and words.things.get(pieces[last].fold, "place") == "place":
            return None, at
        if last < len(pieces) and scene.possessive(last):
            continue
        if goes_on and pieces[last - 1].capital and pieces[last - 1].fold.endswith("s"):
            return None, at  # "the Retail Leaders Association"
        draft, end = _ahead(phrases, scene, (first, head, last), word)
        return replace(draft, alone=draft.alone or any(piece.fold == "one" for piece in pieces[at:first])), end
    return None, at


def _ends_phrase(scene: Scene, first: int, head: int) -> bool:
    """See a word that no title goes on over: a verb, a preposition, an article, but not inside a name with capitals."""
    pieces, tag = scene.pieces, scene.tag(head)
    if pieces[head].capital or not (tag in FINITE or tag in _STOPS or pieces[head].fold in DETERMINERS):
        return False
    return not (head > first and pieces[head - 1].capital and head + 1 < len(pieces) and pieces[head + 1].capital)


def _grow(phrases: TitlePhrases, scene: Scene, found: tuple[int, TitleWord]) -> tuple[int, TitleWord]:
    last, word = found
    while last < len(scene.pieces) and scene.tight(last):
        more = phrases.at(scene, last) or _grow_over(phrases, scene, last)
        if more is None:
            break
        last, word = more
    return last, word


def _grow_over(phrases: TitlePhrases, scene: Scene, last: int) -> tuple[int, TitleWord] | None:
    """Read on from "deputy" in "a former deputy senate president": a noun goes between a deputy and the office."""
    pieces, modifiers = scene.pieces, phrases.words.modifiers
    if pieces[last - 1].fold not in modifiers or last + 1 >= len(pieces) or not scene.tight(last + 1):
        return None
    noun = scene.tag(last)[:2] in ("NN", "JJ") and pieces[last].capital == pieces[last - 1].capital
    return phrases.at(scene, last + 1) if noun else None


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
    """Make the role of a title that stands at `place` (begin of the phrase, first and last piece of the title)."""
    first, head, last = place
    pieces = scene.pieces
    start = _title_start(phrases, scene, place, word)
    organisation = phrases.organisations.text(scene, first, start) if start > first else None
    if organisation and phrases.organisations.only_place(scene, first, start, word):
        organisation = organisation if phrases.generic(scene, start, last) else None
    end = last = closed = phrases.field_end(scene, last)
    served = _body_served(phrases, scene, last, word)
    if served:
        last, stop, text = served
        if pieces[last].fold == "at" and organisation and not _owned(scene, first, start):
            start, organisation = first, None  # "Regulatory Services Manager at Ayr Council"
        kept = organisation is not None and pieces[last].fold in _WITH_FOR_ON
        organisation, end = organisation if kept or text is None else text, stop
    bracketed = _bracketed(scene, closed)
    last, end = (closed, end if served else closed + bracketed) if bracketed else (last, end)
    if organisation is None:
        organisation, end = _body_behind(phrases, scene, end)
    if organisation is None:
        organisation, end = _of_body(phrases, scene, end)
    draft = phrases.draft(scene, (start, last), word, organisation, "role.apposition_behind")
    left = any(piece.fold in phrases.words.left for piece in pieces[first:head])
    return replace(draft, left=left), end


def _title_start(phrases: TitlePhrases, scene: Scene, place: tuple[int, int, int], word: TitleWord) -> int:
    """Find where a title begins behind the body that stands before it: "Ayr council | senior engineer"."""
    first, head, last = place
    pieces = scene.pieces
    start = _behind_body(phrases, scene, first, head, max(first, phrases.modifiers(scene, head, word)))
    start = max(first, phrases.split_police(scene, min(start, head), last))
    start += first < start < last - 1 and phrases.in_organisation(scene, start)
    if start > first and scene.case == Case.NORMAL and not scene.possessive(start) and pieces[start - 1].capital:
        start = phrases.organisations.cut(scene, first, start)
    return start - _in_trade(phrases, scene, first, start)


def _behind_body(phrases: TitlePhrases, scene: Scene, first: int, head: int, start: int) -> int:
    """Move the start of a title behind the last capital, owner or word of an organisation before it."""
    pieces, things = scene.pieces, phrases.words.things
    for index in range(head - 1, first - 1, -1):
        capital = pieces[index].capital and pieces[index].fold not in phrases.words.modifiers
        body = things.get(pieces[index].fold) == "organisation" and pieces[index].fold != "police"
        if capital or body or scene.possessive(index + 1):
            return start if capital and index < start else max(start, index + 1)
    return start


def _body_served(phrases: TitlePhrases, scene: Scene, last: int, word: TitleWord) -> tuple[int, int, str | None] | None:
    """Read the body behind a title and its preposition: "director of the Ayr Agency".

    Gives where the title ends now, where the body ends, and the body, which is None where it is only a place; None
    where no body stands there.
    """
    pieces, organisations = scene.pieces, phrases.organisations
    last += _bracketed(scene, last)
    behind = last < len(pieces) and (scene.tight(last) or scene.gap(last) == ") ")
    if not behind or pieces[last].fold not in OF:
        return None
    stop = organisations.end(scene, last + 1)
    field = _served(phrases, scene, last, stop)
    text = organisations.text(scene, last + 1, stop)
    if not (text or field) or organisations.is_time(scene, last + 1):
        return None
    where = not field and pieces[last].fold in ("in", "from") and organisations.only_place(scene, last + 1, stop, word)
    last, stop, text = field or (last, stop, text)
    return last, stop, None if where else text


def _bracketed(scene: Scene, last: int) -> int:
    """Count the words in the bracket of "General Overseer (GO) of the church", "inspector (Ayr division) of"."""
    if scene.gap(last) != " (":
        return 0
    for stop in range(last + 1, min(last + 2 + _BRANCH, len(scene.pieces))):
        if scene.gap(stop).startswith(")"):
            return stop - last
        if not scene.tight(stop):
            break
    return 0


def _in_trade(phrases: TitlePhrases, scene: Scene, first: int, start: int) -> bool:
    """See "a retired school principal", "jail administrator": one common noun before a title names no body."""
    index = start - 1
    if index < first or scene.possessive(start) or scene.pieces[index].capital:
        return False
    if scene.case not in (Case.NORMAL, Case.LOWER):
        return False
    words = phrases.words
    if words.things.get(scene.pieces[index].fold) != "organisation" or scene.pieces[index].fold in words.police:
        return False
    described = (scene.pieces[at].fold for at in range(first, index))
    return all(fold in DETERMINERS or fold in words.praise or fold in words.passing for fold in described)


def _served(phrases: TitlePhrases, scene: Scene, last: int, stop: int) -> tuple[int, int, str] | None:
    """Read "director of policy and research at the Ayr Agency": the field is the title's, the body behind it is served.

    Gives where the title ends now, where the body ends, and the body.
    """
    pieces, organisations = scene.pieces, phrases.organisations
    while stop + 1 < len(pieces) and pieces[stop].fold == "and" and scene.tag(stop + 1) in ("NN", "NNS"):
        stop += 2  # "director of media and advocacy"
    behind = stop + 1 < len(pieces) and scene.tight(stop) and scene.tight(stop + 1)
    taught = pieces[last].fold == "in" and not pieces[last + 1].capital  # "lecturer in criminology at Ayr University"
    if not (behind and (pieces[last].fold in FOR or taught) and pieces[stop].fold in _WITH_A_BODY):
        return None
    if organisations.is_headed(scene, last + 1, stop):
        return None
    end = organisations.end(scene, stop + 1)
    text = organisations.text(scene, stop + 1, end)
    named = any(piece.capital for piece in pieces[stop + 1 : end])
    return (stop, end, text) if text and named else None


def _owned(scene: Scene, first: int, last: int) -> bool:
    """See a possessive between two pieces: "the force’s manager"."""
    return any(scene.possessive(index) for index in range(first + 1, last + 1))


def _body_behind(phrases: TitlePhrases, scene: Scene, at: int) -> tuple[str | None, int]:
    """Read the body that stands alone behind a title's comma: "director, NCB Ayr, said", "Chief Executive, ASCERT"."""
    pieces = scene.pieces
    if at >= len(pieces) or scene.gap(at) not in (", ", "), "):
        return None, at
    stop = phrases.organisations.end(scene, at)
    closed = stop >= len(pieces) or scene.gap(stop).lstrip()[:1] in (",", ".", ")", ";") or scene.tag(stop) in FINITE
    headed = any(phrases.at(scene, index) and pieces[index - 1].fold != "of" for index in range(at, stop))
    if not closed or headed or not phrases.organisations.is_body(scene, at, stop):
        return None, at
    return phrases.organisations.text(scene, at, stop), stop


def _of_body(phrases: TitlePhrases, scene: Scene, at: int) -> tuple[str | None, int]:
    """Read "assistant attorney, of the Fraud Bureau,": a body behind the title's comma."""
    pieces = scene.pieces
    if not (at + 1 < len(pieces) and scene.gap(at) == ", " and pieces[at].fold in _FROM_A_BODY):
        return None, at
    stop = phrases.organisations.end(scene, at + 1)
    first = at + 1 + (pieces[at + 1].fold in DETERMINERS)
    if not phrases.organisations.is_body(scene, first, stop) or not pieces[first].capital:
        return None, at
    return phrases.organisations.text(scene, first, stop), stop


def _copula(phrases: TitlePhrases, scene: Scene, at: int) -> list[RoleDraft]:
    """Read "NAME is a farmer", "NAME, is one of the guards"."""
    pieces = scene.pieces
    if pieces[at].fold not in ("is", "was") or at + 2 >= len(pieces):
        return []
    if pieces[at + 1].fold not in DETERMINERS and not (pieces[at + 1].capital and scene.case == Case.NORMAL):
        return []
    draft, stop = title_ahead(phrases, scene, at + 1)
    if draft is None or not draft.role:
        return []
    joined = stop + 1 < len(pieces) and scene.tight(stop) and pieces[stop].fold == "and"
    stop += 1 + (joined and pieces[stop + 1].fold == "also")
    more = (
        title_ahead(phrases, scene, stop)[0]
        if joined and stop < len(pieces) and pieces[stop].fold in DETERMINERS
        else None
    )
    return [replace(one, rule="role.copula") for one in (draft, more) if one and one.role]
