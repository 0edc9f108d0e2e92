"""Roles that a verb tells: "worked as a bookkeeper for the firm", "was appointed the Minister of Transport".

Not here: titles beside a name; those are in `before.py` and `behind.py`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsfacts.language.pipeline import Token
from newsfacts.lexicons.function_words import function_words
from newsfacts.people.identity.persons import Draft
from newsfacts.people.pieces import Scene
from newsfacts.people.roles.bearers import Bearers
from newsfacts.people.roles.behind import title_ahead
from newsfacts.people.roles.titles import DETERMINERS, RoleDraft, RoleForm, TitlePhrases
from newsfacts.record import Part

__all__ = ["told_roles"]

_RELATIVE = function_words("relative")
_AS_REACH = 6
"""Words between a verb and its "as": "worked from 2009 to 2016 as"."""
_WHERE = function_words("at work")
_SKIPPED = function_words("between name and post")


def told_roles(who: Bearers, scenes: Sequence[Scene], titles: TitlePhrases) -> Iterator[tuple[Draft, RoleDraft]]:
    """Find the roles that verbs tell, each with its bearer, in text order."""
    words = titles.words
    for number, scene in enumerate(scenes):
        if scene.folds.isdisjoint(words.role_verbs):
            continue
        for index, piece in enumerate(scene.pieces):
            if piece.capital and index:
                continue
            kind = words.role_verbs.get(piece.fold)
            token = scene.token(piece) if kind else None
            if kind is None or token is None:
                continue
            found = _role(scene, index, kind, titles)
            if token.tag.startswith("VB"):
                bearer = _bearer(who, number, token, kind) if found else None
            else:  # "NAME volunteers as": the tagger takes it for a noun
                direct = scene.tight(index) and kind in ("work", "serve")
                bearer = who.ending(number, scene.pieces[index - 1].end) if direct else None
            if found and bearer is not None:
                yield bearer, found


def _bearer(who: Bearers, number: int, verb: Token, kind: str) -> Draft | None:
    """Find who bears the role: whom somebody appoints, else the subject."""
    scene = who.scenes[number]
    below = [scene.sentence.tokens[index] for index in scene.sentence.children[verb.position]]
    passive = any(token.dep in ("auxpass", "nsubjpass") for token in below)
    if kind == "appoint" and not passive and verb.dep != "acl":
        return who.object(number, verb)
    return who.subject(number, verb)


def _role(scene: Scene, index: int, kind: str, titles: TitlePhrases) -> RoleDraft | None:
    """Read the role behind the verb at a piece."""
    found = _behind_as(scene, index, titles)
    if found is None and kind in ("become", "appoint", "be"):
        found = _title(scene, _behind_adverbs(scene, index + 1), titles, bare=kind != "be")
    body = _organisation(scene, index, kind, titles) if kind in ("work", "join") or kind == "lead" else None
    if found is None:
        found = body
    elif body and found.organisation is None and body.end <= found.start:
        found = replace(found, organisation=body.organisation)  # "works for the station as director"
    return replace(found, rule="role.told", form=RoleForm.OTHER) if found else None


def _behind_adverbs(scene: Scene, at: int) -> int:
    """Step over "currently" in "is currently the director"."""
    while at + 1 < len(scene.pieces) and scene.pieces[at].fold in _SKIPPED and scene.tight(at + 1):
        at += 1
    return at


def _behind_as(scene: Scene, index: int, titles: TitlePhrases) -> RoleDraft | None:
    """Read "worked as a bookkeeper": the words between may not open another clause."""
    pieces = scene.pieces
    for at in range(index + 1, min(index + 2 + _AS_REACH, len(pieces) - 1)):
        gap = scene.gap(at)
        if gap != " " and (any(mark in gap for mark in ';:“”"()') or ("," in gap and at == index + 1)):
            return None
        if pieces[at].fold == "as":
            return _title(scene, at + 1, titles, bare=True)
        if scene.tag(at) in ("VBD", "VBZ", "VBP", "MD") or pieces[at].fold in _RELATIVE:
            return None
    return None


def _title(scene: Scene, at: int, titles: TitlePhrases, *, bare: bool) -> RoleDraft | None:
    """Read the title phrase that begins at a piece; `bare` is one without an article."""
    pieces = scene.pieces
    if at >= len(pieces) or not scene.tight(at):
        return None
    if not (bare or pieces[at].fold in DETERMINERS):
        return None
    draft, end = title_ahead(titles, scene, at)
    if draft is None or not draft.role or draft.plural or draft.part in (Part.SUSPECT, Part.VICTIM, Part.WITNESS):
        return None
    if end < len(pieces) and scene.tight(end) and pieces[end].capital and not pieces[end - 1].capital:
        return None  # "as actress Ann Roe": the title of another
    return draft


def _organisation(scene: Scene, index: int, kind: str, titles: TitlePhrases) -> RoleDraft | None:
    """Read "works for Ayr Council", "joined the tourism police team"."""
    pieces = scene.pieces
    at = index + 1
    if kind == "work":
        if at >= len(pieces) or pieces[at].fold not in _WHERE:
            return None
        at += 1
    if at >= len(pieces) or not scene.tight(at):
        return None
    stop = titles.organisations.end(scene, at)
    while at < stop and pieces[at].fold in DETERMINERS:
        at += 1
    if not titles.organisations.is_body(scene, at, stop):
        return None
    text = titles.organisations.text(scene, at, stop)
    if not text or (kind == "lead" and not any(piece.capital for piece in pieces[at:stop])):
        return None
    return RoleDraft(pieces[at].start, pieces[stop - 1].end, None, None, text, Part.OTHER, True, "", "role.told")
