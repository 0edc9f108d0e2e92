"""Organisations that are people: "manager of businessman Roe" tells whom somebody serves, and no body.

Takes the name away from the role and leaves the title.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from newsfacts.people.pieces import Piece, split_words
from newsfacts.people.roles.titles import RoleDraft
from newsfacts.people.words import PeopleWords
from newsfacts.record import Part

__all__ = ["impersonal"]


def impersonal(role: RoleDraft, names: Collection[str], words: PeopleWords) -> RoleDraft:
    """Give a role without an organisation that is somebody; `names` are all of the text, in lower case."""
    if role.organisation and _names_somebody(role.organisation, names, words):
        return replace(role, organisation=None)
    return role


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
