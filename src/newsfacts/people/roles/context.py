"""Roles and ages that stand a sentence away from the name they belong to.

Three ties are trusted: "As the captain of …, he" behind a sentence that names one person; a definite title with its
organisation as the subject of the sentence right behind one that names one person ("the full-time deputy director of
the centre has …"); and the force that a spokesperson speaks for, when the text has named it before.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from newsfacts.lexicons.function_words import any_of, function_words
from newsfacts.people.identity.persons import Draft
from newsfacts.people.names.candidates import Candidate
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.roles.bearers import bearers
from newsfacts.people.roles.before import titles_before
from newsfacts.people.roles.behind import title_ahead
from newsfacts.people.roles.titles import RoleDraft, RoleForm, TitlePhrases
from newsfacts.people.roles.told import told_roles
from newsfacts.people.words import TitleKind
from newsfacts.record import Part

__all__ = ["Company", "company_of", "context_roles", "stated_age"]

_ARTICLE = function_words("article")
_OF_AND_FOR_THE = function_words("of and for the")
_LINE = 9
"""Words that a line of a contact block has less than."""
_SHORT = 10
"""Letters of a title with a full stop, "Maj.-Gen."."""
_THE_AGE = re.compile(
    rf"The (?:{any_of('party of a case')}), (\d{{1,3}}), (?:{any_of('behind a party', 'pleading')})\b"
    rf"|(?:He|She) (?:is|was) (?:(?:{any_of('by now')}) )?(\d{{1,3}})"
    r"(?: years? old\b| at the time\b|,? and\b|, |\.$)"
)
_OWN_AGE = re.compile(
    rf"\b(?:{any_of('dying')})\b[^.;]{{0,80}}?\b(?:at the age of|aged)"
    r" (?:only |just )?(\d{1,3})\b"
    rf"|^[^.;]{{0,60}}, (?:is|was) (?:(?:{any_of('by now, plain')}) )?(\d{{1,3}}) years? old\b"
)


Company = Mapping[int, Sequence[tuple[Draft, Candidate]]]
"""Who is named in each sentence, by its index."""


def context_roles(drafts: Sequence[Draft], scenes: Sequence[Scene], titles: TitlePhrases) -> dict[int, list[RoleDraft]]:
    """Find roles away from the names; by id() of the person's draft."""
    by_scene: dict[int, list[Draft]] = {}
    for draft in drafts:
        for name in draft.names:
            people = by_scene.setdefault(name.scene, [])
            if draft not in people:
                people.append(draft)
    found: dict[int, list[RoleDraft]] = {}
    for number, people in by_scene.items():
        if len(people) != 1 or number + 1 >= len(scenes):
            continue
        following = scenes[number + 1]
        role = _as_title(following, titles) if by_scene.get(number + 1, people) == people else None
        if role is None and number + 1 not in by_scene and not any(name.roles for name in people[0].names):
            role = _definite_title(following, titles)
        if role:
            found.setdefault(id(people[0]), []).append(role)
        line = _title_line(scenes, number, people[0], titles)
        if line:
            found.setdefault(id(people[0]), []).append(line)
    for draft in drafts:
        for name in draft.names:
            for role in _line_above(name, scenes, titles):
                found.setdefault(id(draft), []).append(role)
    for draft, told in told_roles(bearers(drafts, scenes, titles.words), scenes, titles):
        found.setdefault(id(draft), []).append(told)
    forces = _Forces(scenes, titles)
    for draft in drafts:
        role = _force_role(draft, forces, titles)
        if role:
            found.setdefault(id(draft), []).append(role)
        for name in draft.names:
            served = (_served(role, name.scene, scenes, titles) for role in name.roles)
            name.roles[:] = [_owned(role, name.scene, scenes) for role in served]
    _chiefs(company_of(drafts))
    return found


def _served(role: RoleDraft, number: int, scenes: Sequence[Scene], titles: TitlePhrases) -> RoleDraft:
    """Give "the command's spokesman" the command that the text named in full before."""
    word = role.organisation
    if not role.title or not word or " " in word or word != word.lower() or not word.isalpha():
        return role
    for at in range(number, max(-1, number - 12), -1):
        pieces = scenes[at].pieces
        for index in range(len(pieces) - 1, 0, -1):
            piece = pieces[index]
            if piece.fold != word or piece.start >= role.start or not scenes[at].linked(index):
                continue
            full = _in_full(scenes[at], index, titles)
            if full:
                return replace(role, organisation=full)
    return role


def _owned(role: RoleDraft, number: int, scenes: Sequence[Scene]) -> RoleDraft:
    """Give "its director" the body that the text named just before."""
    if not role.title or role.organisation:
        return role
    scene = scenes[number]
    first = next((index for index, piece in enumerate(scene.pieces) if piece.start >= role.start), 0)
    if not (first and scene.tight(first) and scene.pieces[first - 1].fold == "its"):
        return role
    for at in range(number, max(-1, number - 2), -1):
        tokens = scenes[at].sentence.tokens
        for entity in reversed(scenes[at].sentence.entities):
            if entity.label == "ORG" and tokens[entity.last - 1].end <= role.start:
                text = scenes[at].sentence.words(entity.first, entity.last)
                return replace(
                    role,
                    organisation=text.removeprefix("the ").removeprefix("The ").removesuffix("’s").removesuffix("'s"),
                )
    return role


def _in_full(scene: Scene, index: int, titles: TitlePhrases) -> str | None:
    """Read an organisation around its head: "Kogi State Police Command", "traffic detachment of the Ayr Bureau"."""
    pieces = scene.pieces
    first = index
    while first > 0 and scene.tight(first) and (titles.words.is_proper(pieces[first - 1]) or _inner(scene, first - 1)):
        first -= 1
    last = index + 1
    if last + 1 < len(pieces) and pieces[last].fold == "of" and scene.tight(last):
        last = titles.organisations.end(scene, last + 1)
    named = any(titles.words.is_proper(piece) for piece in pieces[first:last])
    return titles.organisations.text(scene, first, last) if named and last - first > 1 else None


def _inner(scene: Scene, index: int) -> bool:
    return scene.tag(index) in ("NN", "JJ") and not scene.pieces[index].capital


def _chiefs(company: Company) -> None:
    """Give "NAME, Bureau Chief" the bureau of the colleague whom the same sentence named before."""
    for named in company.values():
        names = sorted((name for _, name in named), key=lambda name: name.start)
        for before, name in pairwise(names):
            known = next((role.organisation for role in before.roles if role.title is None), None)
            if not known or any(role.organisation for role in name.roles):
                continue
            for place, role in enumerate(name.roles):
                if role.start > name.start and (role.title or "").lower().split()[-1:] in (["chief"], ["head"]):
                    name.roles[place] = replace(role, organisation=known)


def _line_above(name: Candidate, scenes: Sequence[Scene], titles: TitlePhrases) -> list[RoleDraft]:
    """Read the titles at the end of a line that goes on with the name: "chairman, retired Gen.⏎NAME"."""
    if name.first or not name.scene or name.single:
        return []
    above, own = scenes[name.scene - 1], scenes[name.scene]
    close = own.sentence.start - above.sentence.end < 2 and above.case == Case.NORMAL
    short = len(above.pieces) > 0 and len(above.pieces[-1].text) < _SHORT and above.pieces[-1].capital
    goes_on = above.tail.strip() == "" or (short and above.tail.strip() == ".")
    if not (close and goes_on) or len(above.pieces) < 4 or titles.before(above, len(above.pieces)) is None:
        return []
    if name.age is not None and any(piece.text.isdigit() for piece in above.pieces):
        return []  # "Ann Roe, 26, nurse⏎Bo Tan, 30": a list of one name a line
    return [role for role in titles_before(titles, above, len(above.pieces)) if not role.plural]


def _title_line(scenes: Sequence[Scene], number: int, draft: Draft, titles: TitlePhrases) -> RoleDraft | None:
    """Read the lines below a name that ends its line, as in contact blocks and bylines: a title, a body, or both."""
    scene = scenes[number]
    name = draft.names[0]
    signs = not name.ids.isdisjoint(("byline", "name_line"))
    if name.scene != number or name.last != len(scene.pieces) or not _is_line(scenes, number + 1, signs=signs):
        return None
    before = scene.pieces[: name.first]
    opens = not before or ":" in scene.gap(name.first) or (len(before) == 1 and before[0].fold == "by")
    if len(before) > 6 or not opens:
        return None
    following = scenes[number + 1]
    role, end = title_ahead(titles, following, 0)
    ends = end == len(following.pieces) or (signs and "@" in following.gap(end))
    if role and ends and role.role and not (signs and role.part is not Part.JOURNALIST):
        body = _body_line(scenes, number + 2, titles) if role.organisation is None else None
        return replace(role, organisation=body or role.organisation, rule="role.line", form=RoleForm.OTHER)
    body = _body_line(scenes, number + 1, titles) if before and not signs else None
    if body is None:
        return None
    pieces = following.pieces
    return RoleDraft(pieces[0].start, pieces[-1].end, None, None, body, Part.OTHER, True, "", "role.line")


def _is_line(scenes: Sequence[Scene], number: int, *, signs: bool = False) -> bool:
    """See a short line of its own in capitals, right below the one before; below a byline the first word's will do."""
    if number >= len(scenes):
        return False
    scene = scenes[number]
    pieces = scene.pieces[: _before_numbers(scene)]
    gap = scene.sentence.start - scenes[number - 1].sentence.end
    named = all(piece.capital or piece.fold in _OF_AND_FOR_THE for piece in pieces)
    told = 0 < len(pieces) < _LINE and (named or (signs and pieces[0].capital))
    return gap < 3 and told and (len(pieces) < len(scene.pieces) or not scene.tail.strip())


def _before_numbers(scene: Scene) -> int:
    """Count the words of a contact line before its telephone number or address."""
    numbers = (i for i, piece in enumerate(scene.pieces) if piece.text[0].isdigit() or "@" in piece.gap)
    return next(numbers, len(scene.pieces))


def _body_line(scenes: Sequence[Scene], number: int, titles: TitlePhrases) -> str | None:
    """Read a line that is the name of a body."""
    if not _is_line(scenes, number):
        return None
    scene = scenes[number]
    last = _before_numbers(scene)
    if scene.gap(1).startswith(":"):
        return None  # "Office: 714 555": a label
    return scene.text(0, last) if titles.organisations.is_headed(scene, 0, last) else None


class _Forces:
    """Know the force that the text named last before a place; every sentence is read once, when first asked for."""

    def __init__(self, scenes: Sequence[Scene], titles: TitlePhrases) -> None:
        """Read nothing yet."""
        self._scenes, self._titles = scenes, titles
        self._last: list[str | None] = []
        """By sentence: the force named last up to its end."""

    def before(self, name: Candidate) -> str | None:
        """Give the force named last before a name."""
        own = _force(self._scenes[name.scene], self._titles, name.start)
        if own or not name.scene:
            return own
        for scene in self._scenes[len(self._last) : name.scene]:
            here = _force(scene, self._titles, scene.sentence.end)
            self._last.append(here or (self._last[-1] if self._last else None))
        return self._last[name.scene - 1]


def _force_role(draft: Draft, forces: _Forces, titles: TitlePhrases) -> RoleDraft | None:
    """Give a police spokesperson the force that the text named last before: "the PPRO" needs one to speak for."""
    roles = [role for name in draft.names for role in name.roles if role.role]
    speaks = next((role for role in roles if titles.words.is_spokes(role.title or "")), None)
    bare = all(role.organisation is None or not role.organisation[0].isupper() for role in roles)
    if speaks is None or not bare or speaks.part is not Part.POLICE:
        return None
    force = forces.before(draft.names[0])
    return replace(speaks, organisation=force, rule="role.force", form=RoleForm.OTHER) if force else None


def _force(scene: Scene, titles: TitlePhrases, before: int) -> str | None:
    pieces = scene.pieces
    for index in range(len(pieces) - 1, -1, -1):
        if pieces[index].start >= before or pieces[index].fold not in ("police", "constabulary"):
            continue
        first, last = index, index + 1
        while first > 0 and scene.tight(first) and titles.words.is_proper(pieces[first - 1]):
            first -= 1
        while last < len(pieces) and scene.tight(last) and pieces[last].fold in titles.words.force_tails:
            last += 1
        if first < index:
            return scene.text(first, last)
        if last + 1 < len(pieces) and pieces[last].fold == "in" and pieces[last + 1].capital:
            return scene.text(first, titles.organisations.end(scene, last + 1))
    return None


def _as_title(scene: Scene, titles: TitlePhrases) -> RoleDraft | None:
    """Read "As the captain of the trial team, he …" at the start of a sentence."""
    pieces = scene.pieces
    if len(pieces) < 4 or pieces[0].fold != "as" or pieces[1].fold not in _ARTICLE:
        return None
    draft, end = title_ahead(titles, scene, 2)
    if draft is None or end >= len(pieces) or pieces[end].fold not in ("he", "she"):
        return None
    return draft


def _definite_title(scene: Scene, titles: TitlePhrases) -> RoleDraft | None:
    """Read "…, the full-time deputy director of the centre has …": title, organisation, finite verb."""
    pieces = scene.pieces
    for index in range(len(pieces) - 3):
        if pieces[index].fold != "the" or not (index == 0 or "," in scene.gap(index)):
            continue
        draft, end = title_ahead(titles, scene, index + 1)
        if draft is None or draft.organisation is None or end >= len(pieces):
            continue
        found = titles.words.titles.at(pieces, index + 1, len(pieces))
        if found and found[1].kind != TitleKind.TITLE:
            continue
        if scene.tag(end) in ("VBZ", "VBD", "VBP") and draft.role:
            return draft
    return None


def company_of(drafts: Sequence[Draft]) -> Company:
    """List the names of each sentence with their people."""
    found: dict[int, list[tuple[Draft, Candidate]]] = {}
    for draft in drafts:
        for name in draft.names:
            found.setdefault(name.scene, []).append((draft, name))
    return found


def stated_age(draft: Draft, company: Company, scenes: Sequence[Scene]) -> int | None:
    """Find the age that "The 34-year-old" gives right behind a sentence that names one person only."""
    for name in draft.names:
        number = name.scene + 1
        if number >= len(scenes) or any(other is not draft for other, _ in company[name.scene]):
            continue
        match = _THE_AGE.match(scenes[number].sentence.text)
        if match and not _bears_itself(scenes[number], match.end(), company.get(number, ())):
            return int(match[1] or match[2])
    return _own_age(draft, company, scenes)


def _bears_itself(scene: Scene, end: int, here: Sequence[tuple[Draft, Candidate]]) -> bool:
    """See "The 59-year-old boat owner Roe": the age is that of the name behind it."""
    behind = scene.sentence.start + end
    named = [name for _, name in here if behind <= name.start < behind + 40]
    return any(
        all(scene.tag(i)[:2] in ("NN", "JJ") for i, p in enumerate(scene.pieces[: n.first]) if p.start >= behind)
        for n in named
    )


def _own_age(draft: Draft, company: Company, scenes: Sequence[Scene]) -> int | None:
    """Find the age in a sentence that names one person: "died at the age of 46", "…, is already 81 years old"."""
    for name in draft.names:
        scene = scenes[name.scene]
        if any(other is not draft for other, _ in company[name.scene]):
            continue
        match = _OWN_AGE.search(scene.sentence.text, name.end - scene.sentence.start)
        if match and scene.pieces[name.first].capital and name.first < 3:
            return int(match[1] or match[2])
    return None
