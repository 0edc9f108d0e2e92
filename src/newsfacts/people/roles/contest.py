"""Roles that two neighbours of a sentence claim: "A, chairman, B" and "two inspectors, A and B".

A title between two names is read behind the first and before the second. It stays with the second where it stands
right before it, or where the first has a title of its own before it and the second has none; else with the first.
"""

from collections.abc import Sequence
from itertools import pairwise

from newsfacts.people.names.candidates import Candidate
from newsfacts.people.roles.titles import RoleDraft, RoleForm

__all__ = ["contest"]

_BESIDE = 3
"""Characters between a title right before a name and the name."""


def contest(group: Sequence[Candidate]) -> None:
    """Settle in place whose each contested role is; candidates of one sentence, in order."""
    for left, right in pairwise(group):
        if any(role.title and left.end <= role.start < right.start for role in right.roles):
            for role in [role for role in right.roles if _is_of_left(role, left)]:
                right.roles.remove(role)
        behind = [role for role in left.roles if role.start >= left.end and role.title]
        before = [role for role in right.roles if role.start < right.start and role.title]
        for role in behind:
            rival = next((other for other in before if _same(role, other)), None)
            if rival is None:
                continue
            own = any(other.start < left.start for other in left.roles)
            second = any(other.form is RoleForm.DIRECT for other in before if other is not rival)
            direct = rival.form is RoleForm.DIRECT and right.start - rival.end < 3
            if direct or (own and not second):
                left.roles.remove(role)
            else:
                right.roles.remove(rival)
                before.remove(rival)
    for candidate in group:
        lone = [role for role in candidate.roles if _is_lone(role, candidate, group)]
        for role in lone:
            candidate.roles.remove(role)


def _is_of_left(role: RoleDraft, left: Candidate) -> bool:
    """See the first title of "Attorney General Ann Roe, District Attorney Bo Tan" read over her name for him."""
    one = not role.plural and role.end <= left.start
    return one and any(other.start < left.start and _same(role, other) for other in left.roles)


def _same(one: RoleDraft, other: RoleDraft) -> bool:
    return one.start < other.end and other.start < one.end


def _is_lone(role: RoleDraft, candidate: Candidate, group: Sequence[Candidate]) -> bool:
    """See a plural that no list of names explains: "the officers, Roe said, were hurt", "told officers Roe left"."""
    direct = candidate.start - role.end < _BESIDE
    lower = role.title is not None and role.title[0].islower()
    alone = candidate.ids.isdisjoint(("list", "rank_listed"))
    behind = role.start >= candidate.end and lower and alone  # "Magistrate Roe, officers of the Agency told the court"
    if not (role.plural and not role.alone and (behind or (role.start < candidate.start and (lower or not direct)))):
        return False
    return not any(role in other.roles for other in group if other is not candidate)
