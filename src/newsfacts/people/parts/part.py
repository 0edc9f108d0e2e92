"""The part a person plays: from titles and from the votes of `votes.py`.

A title of police, office or press decides unless the person is the one who was arrested or charged; then votes decide,
suspect before victim before witness.
"""

from collections.abc import Sequence

from newsfacts.people.identity.persons import Draft
from newsfacts.people.parts.testimony import Testimony
from newsfacts.people.roles.titles import RoleDraft
from newsfacts.people.words import PeopleWords
from newsfacts.record import Part

__all__ = ["part_of"]


def part_of(draft: Draft, found: Testimony, roles: Sequence[RoleDraft], words: PeopleWords) -> Part:
    """Decide on the part of a person by titles and votes."""
    if any("byline" in name.ids for name in draft.names):
        return Part.JOURNALIST
    for part in (Part.OFFICIAL, Part.OTHER):
        if found.counts["in court", part]:
            return part
    case_words = [role.part for role in roles if not role.role]
    for part in (Part.SUSPECT, Part.VICTIM, Part.WITNESS):
        if part in case_words:
            return part
    strong = _strong(roles, words)
    left_office = any(
        role.left or (role.title or "").lower().startswith(("former", "ex-", "dismissed", "suspended"))
        for role in roles
    )
    speaks = any("speech" in name.ids for name in draft.names)
    needed = 1 if left_office else 3 if speaks else 2
    if strong and found["suspect"] < needed:
        return strong
    suspect_title = next((role.part for role in roles if role.part in (Part.SUSPECT, Part.VICTIM, Part.WITNESS)), None)
    if suspect_title is Part.SUSPECT or (found["suspect"] and found["suspect"] >= found["victim"]):
        return Part.SUSPECT
    for name in ("victim", "suspect", "witness", "journalist"):
        if found[name]:
            return Part(name)
    if strong or suspect_title:
        return strong or suspect_title or Part.OTHER
    famous = words.famous.get(draft.words[-1]) or words.famous.get(draft.words[0])
    if famous and len(draft.words) < 3:
        return Part(famous)
    if not any(role.title for role in roles) and found["police"]:
        return Part.POLICE
    return Part.OTHER


def _in_private(role: RoleDraft, words: PeopleWords) -> bool:
    """See "president of the traders' union": no office of the state."""
    return role.part is Part.OFFICIAL and role.generic and words.is_private(role.organisation or "")


def _strong(roles: Sequence[RoleDraft], words: PeopleWords) -> Part | None:
    """Find the part that office gives: a rank, or a title with a police organisation, makes police."""
    roles = [role for role in roles if not _in_private(role, words)]
    parts = [role.part for role in roles if role.role]
    if any(role.rank for role in roles if role.part is Part.POLICE):
        specific = [role.part for role in roles if role.part is Part.OFFICIAL and not role.generic]
        return Part.OFFICIAL if specific else Part.POLICE
    for role in roles:
        text = f"{role.title or ''} {role.organisation or ''}".lower()
        open_ = role.part is Part.POLICE or role.generic or role.title is None
        if open_ and role.part in (Part.OFFICIAL, Part.OTHER, Part.POLICE) and words.is_police(text):
            return Part.POLICE
        if role.generic and words.is_state(text):
            return Part.OFFICIAL
    for part in (Part.POLICE, Part.OFFICIAL, Part.JOURNALIST):
        if part in parts:
            return part
    return None
