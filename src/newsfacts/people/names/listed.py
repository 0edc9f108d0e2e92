"""What the names of one list share: "Inspectors A and B", "A, B and C, of Ayr", "from A and B police stations".

A list makes a name likelier beside a sure one, and hands a plural title on from its first name and a body back from
its last. Not here: ages that follow each other; that is `list_ages.py`.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from newsfacts.people.names.candidates import Candidate
from newsfacts.people.names.witnesses import THRESHOLD, score
from newsfacts.people.pieces import Scene
from newsfacts.people.roles.titles import RoleDraft, RoleForm

__all__ = ["join_listed", "share_bodies"]

_JOINT = re.compile(r"\s*(?:\(\d+\))?(?:,\s*\d{1,3})?\s*(?:[,;]|,?\s*and|&|[,;]\s*and)\s*")
"""What may stand between two names of a list; the first may have an age."""


def join_listed(group: Sequence[Candidate], scene: Scene) -> None:
    """Give the candidates of one sentence, in text order, what stands in front of their list or behind it."""
    for one, other in (*pairwise(group), *zip(group[:0:-1], group[-2::-1], strict=False)):
        left, right = (one, other) if one.start <= other.start else (other, one)
        if not _JOINT.fullmatch(scene.sentence.slice(left.end, right.start)):
            continue
        given = one.single and other.single and "single_given" in one.ids & other.ids
        aged = one.single and other.single and "age_behind" in one.ids & other.ids  # "Roe, 18, Tan, 23, Poe, 32"
        if aged or ((given or not one.single) and score(one.ids) >= THRESHOLD):
            other.ids.add("list")
        _share_title(left, right)
    _share_place(group, scene)


def _share_title(left: Candidate, right: Candidate) -> None:
    """See "Inspectors A and B": a plural in front of the first is what the next one is."""
    plural = [role for role in left.roles if role.plural and role.start < left.start]
    if any(role.rank for role in plural):
        right.ids.add("rank_listed")
    if not any(role.title for role in right.roles) and left.weight_now() >= THRESHOLD:
        right.roles.extend(plural)


def _share_place(group: Sequence[Candidate], scene: Scene) -> None:
    """See "from Roe and Tan police stations": a plural behind the last of a list is what all in it are."""
    for left, right in zip(group[-2::-1], group[:0:-1], strict=True):
        noun = scene.pieces[right.last + 1 : right.last + 2] or scene.pieces[right.last : right.last + 1]
        told = right.ids & {"organisation_behind", "place_noun_behind", "named_after"}
        between = scene.sentence.slice(left.end, right.start)
        if told and noun and noun[0].fold.endswith("s") and re.fullmatch(r",? and |, ", between):
            left.ids.update(told)


def share_bodies(group: Sequence[Candidate], scene: Scene) -> None:
    """Give what stands behind the last name of a list to the names before it: "A and B, officers of the Ayr police"."""
    for left, right in zip(group[-2::-1], group[:0:-1], strict=True):
        shared = [role for role in right.roles if role.start > right.start and (role.plural or _tells_home(role))]
        if shared and _lacks_own(left) and _stands_beside(left, right, scene):
            left.roles.extend(role for role in shared if not left.roles or _tells_home(role))


def _tells_home(role: RoleDraft) -> bool:
    """See "of Ayr", "from the Ayr Agency", which a title of one's own leaves open."""
    return role.form is RoleForm.SERVING


def _lacks_own(left: Candidate) -> bool:
    """See a name with nothing of its own behind it."""
    return not any(role.start > left.start for role in left.roles)


def _stands_beside(left: Candidate, right: Candidate, scene: Scene) -> bool:
    """See only "and" or a comma between two names, or before the title of the second.

    Behind a name with a title of its own a comma does not join.
    """
    end = right.start
    if not any(role.organisation for role in left.roles):
        end = max(left.end, min((r.start for r in right.roles if left.end <= r.start < right.start), default=end))
    between = scene.sentence.slice(left.end, end)
    if "," in between and any(role.title for role in left.roles):
        return False
    return re.fullmatch(r",? (?:and )?|, ", between) is not None
