"""Titles in descriptions that stand for a name: "An estate agent has been jailed" … "NAME took out loans".

News opens with an indefinite description and names the person behind it, and picks a person up again with a definite
one: "the 44-year-old talk show host". Both are tied only where one person can be meant.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsfacts.people.ages import AGE_THE
from newsfacts.people.identity.persons import Draft
from newsfacts.people.names.candidates import Lemma
from newsfacts.people.parts.governors import token_votes
from newsfacts.people.parts.testimony import Testimonies, Testimony
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.roles.bearers import Bearers
from newsfacts.people.roles.behind import title_ahead
from newsfacts.people.roles.titles import RoleDraft, RoleForm, TitlePhrases
from newsfacts.record import CASE_PARTS

__all__ = ["described_age", "described_roles"]

_LEAD = 4
"""Sentences at the top, the headline included, that may describe who is named below."""
_BELOW = 4
"""Sentences below a description in which its bearer must be named."""


def described_roles(
    who: Bearers, titles: TitlePhrases, votes: Testimonies, lemma: Lemma
) -> Iterator[tuple[Draft, RoleDraft]]:
    """Find the titles of descriptions, each with its bearer, in text order."""
    for number, scene in enumerate(who.scenes):
        if scene.case == Case.LOWER:
            continue
        for index, piece in enumerate(scene.pieces):
            if piece.fold in ("a", "an") and number < _LEAD and number not in who.named:
                found = _opening(who, number, index, titles)
                bearer = _bearer(who, (number, index), votes, titles, lemma) if found else None
            elif piece.fold == "the" and _aged(scene, index):
                found = _title(scene, index, titles)
                bearer = who.focus(number, piece.start) if found else None
            else:
                continue
            if found and bearer is not None and not _titled(bearer) and not _told_else(found, votes[id(bearer)]):
                yield bearer, replace(found, rule="role.described", form=RoleForm.DESCRIBED)


def described_age(roles: Iterable[RoleDraft], scenes: Sequence[Scene]) -> int | None:
    """Read the age of "the 44-year-old talk show host" before the titles that descriptions gave to one person."""
    for role in roles:
        if role.form is not RoleForm.DESCRIBED:
            continue
        scene = next((one for one in scenes if one.sentence.start <= role.start < one.sentence.end), None)
        age = AGE_THE.search(scene.sentence.text[: role.start - scene.sentence.start]) if scene else None
        if age:
            return int(age[1])
    return None


def _title(scene: Scene, index: int, titles: TitlePhrases) -> RoleDraft | None:
    """Read the title of the noun phrase that an article at a piece opens; none where a name follows it."""
    if index + 1 >= len(scene.pieces) or not scene.tight(index + 1):
        return None
    draft, end = title_ahead(titles, scene, index + 1)
    if draft is None or draft.plural or draft.rank or not (draft.role or draft.part in CASE_PARTS):
        return None
    if end < len(scene.pieces) and scene.tight(end) and scene.pieces[end].capital:
        return None
    return draft


def _opening(who: Bearers, number: int, index: int, titles: TitlePhrases) -> RoleDraft | None:
    """Read "A Kent teacher who …" as the subject that a sentence opens with."""
    scene = who.scenes[number]
    opens = next((at for at in range(index, 0, -1) if any(dash in scene.gap(at) for dash in "–—")), 0)  # a dateline
    before = [piece for piece in scene.pieces[opens:index] if piece.text[0].isalpha()]
    return _title(scene, index, titles) if len(before) < 2 else None


def _aged(scene: Scene, index: int) -> bool:
    following = scene.pieces[index + 1] if index + 1 < len(scene.pieces) else None
    return following is not None and following.fold.endswith("-year-old")


def _bearer(who: Bearers, at: tuple[int, int], votes: Testimonies, titles: TitlePhrases, lemma: Lemma) -> Draft | None:
    """Find whom a description means: the one person of its part, else the one whom a sentence below opens with.

    `at` is the sentence and the piece of it that the description opens with.
    """
    number, index = at
    scene = who.scenes[number]
    subject = next(
        (t for t in scene.sentence.tokens if t.start > scene.pieces[index].start and t.dep in ("nsubj", "nsubjpass")),
        None,
    )
    if subject is not None and titles.words.says(scene.sentence.tokens[subject.head].lower):
        return None  # "An officer said": who speaks of others
    parts = token_votes(scene, subject, titles.words, lemma) if subject else []
    part = next((part for part in parts if part in CASE_PARTS), None)
    people = {id(draft): draft for pairs in who.named.values() for draft, _ in pairs}
    if part is not None:
        alike = [draft for draft in people.values() if votes[id(draft)][part]]
        if len(alike) == 1:
            return alike[0]
    if len(people) == 1:
        return next(iter(people.values()))
    return _next_named(who, number)


def _next_named(who: Bearers, number: int) -> Draft | None:
    """Find the person with whose name the first sentence below that names anybody opens, nobody else in it."""
    for below in range(number + 1, min(number + 1 + _BELOW, len(who.scenes))):
        here = who.named.get(below)
        if not here:
            continue
        first = min((name for _, name in here), key=lambda name: name.start)
        alone = len({id(draft) for draft, _ in here}) == 1
        return here[0][0] if alone and first.first == 0 else None
    return None


def _told_else(found: RoleDraft, said: Testimony) -> bool:
    """See "the 24-year-old victim" behind one who was charged: the description is of somebody else."""
    return found.part in CASE_PARTS and any(said[part] for part in CASE_PARTS if part is not found.part)


def _titled(draft: Draft) -> bool:
    return any(role.role and role.title for name in draft.names for role in name.roles)
