"""Organisations that are people or run into one: "manager of businessman Roe", "head of the Ayr Unit SSP Roe".

Takes the name away from the role and leaves the title, and of the body what stands before the name.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from newsfacts.lexicons.function_words import function_words
from newsfacts.people.pieces import Piece, split_words
from newsfacts.people.roles.titles import RoleDraft
from newsfacts.people.words import PeopleWords, TitleKind
from newsfacts.record import Part

__all__ = ["impersonal"]

_JOINTS = function_words("of and for") | {","}


def impersonal(role: RoleDraft, names: Collection[str], words: PeopleWords) -> RoleDraft:
    """Give a role without an organisation that is somebody; `names` are all of the text, in lower case."""
    if role.organisation is None:
        return role
    body = _before_name(role.organisation, names, words) or _before_kin(role.organisation, words)
    if body is not None:
        return replace(role, organisation=body)
    return replace(role, organisation=None) if _names_somebody(role.organisation, names, words) else role


def _before_name(organisation: str, names: Collection[str], words: PeopleWords) -> str | None:
    """Give the body of "Ayr Unit SSP Roe Tan", "Northern District of Ayr Bo Roe": what stands before a whole name.

    None where no name stands in it, or no body before one: "office of Governor Roe", "Alan Roe Trust" are left whole.
    """
    folded = organisation.lower()
    ends = [folded.find(f" {name}") for name in names if " " in name]
    cut = min((at for at in ends if at > 0), default=None)
    if cut is None or not _ends_word(folded, cut, names):
        return None
    before = organisation[:cut].split()
    rank = _title_words(before, words)
    if rank is None:
        return None
    while before and (rank or before[-1].lower() in _JOINTS):
        before, rank = before[:-1], max(0, rank - 1)
    body = " ".join(before)
    folds = split_words(body)
    headed = any(words.things.get(fold) in ("organisation", "place") or words.is_place(fold) for fold in folds)
    return body if headed and len(folds) > 1 else None


def _before_kin(organisation: str, words: PeopleWords) -> str | None:
    """Give the body of "the Party and Roe's eldest son": what stands before whose son one is."""
    body, joint, rest = organisation.partition(" and ")
    return body if joint and rest and rest.split()[-1].lower() in words.kin else None


def _ends_word(folded: str, at: int, names: Collection[str]) -> bool:
    """See that nothing but the name stands there: no "Alan Roe Trust", no "Alan Roe's office"."""
    return any(folded[at + 1 :] == name for name in names)


def _title_words(before: Sequence[str], words: PeopleWords) -> int | None:
    """Count the words of a rank right before a name; None for an office, which the body may serve: a governor."""
    pieces = [Piece(word, word.lower().rstrip("."), 0, 0, " ", word[:1].isupper()) for word in before]
    found = words.titles.before(pieces, len(pieces)) if pieces else None
    if found is None:
        return 0
    return len(pieces) - found[0] if found[1].kind == TitleKind.RANK else None


def _names_somebody(organisation: str, names: Collection[str], words: PeopleWords) -> bool:
    """See an organisation that is a person's name, a name behind a title, or that a whole name stands in.

    These are "Alan Roe and Circle" and "businessman Alan Roe of Ayr", not "office of Governor Roe", "Alan Roe Trust".
    """
    folded = organisation.lower()
    if folded in names or (" and " in folded and any(" " in name and name in folded for name in names)):
        return True
    for name in names:
        at = folded.find(f" {name}") if " " in name else -1
        if at < 0:
            continue
        before, behind = split_words(organisation[:at]), organisation[at + 1 + len(name) :].lstrip()
        if _is_title(before, words) and not behind[:1].isupper() and not behind.startswith(("'", "’")):
            return True
    return False


def _is_title(folds: Sequence[str], words: PeopleWords) -> bool:
    """See words that are one title of a private person: "businessman", "retired teacher"."""
    pieces = [Piece(word, word, 0, 0, " ", False) for word in folds]
    while len(pieces) > 1 and (pieces[0].fold in words.modifiers or pieces[0].fold in words.praise):
        pieces = pieces[1:]
    found = words.titles.before(pieces, len(pieces)) if pieces else None
    if found is not None and found[0] == 0:
        return found[1].part is not Part.OFFICIAL  # an assistant to the Governor serves an office
    return bool(pieces) and folds[-1] in words.occupations
