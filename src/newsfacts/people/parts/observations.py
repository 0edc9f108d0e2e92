"""What is observed of one person for its part: titles and bodies, what stands beside the name, what the document says.

Gives names of `evidence.py`; nothing is decided here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsfacts.lexicons.function_words import any_of, cue_words
from newsfacts.people.ages import AGE_HOME
from newsfacts.people.identity.persons import Draft
from newsfacts.people.parts.evidence import MARKS, TITLES, WITNESSES
from newsfacts.people.parts.testimony import Testimony
from newsfacts.people.pieces import Scene, split_words
from newsfacts.people.roles.titles import RoleDraft
from newsfacts.people.words import PeopleWords
from newsfacts.record import Part
from newsfacts.weigh import Candidate

__all__ = ["Seen", "candidates"]

_OFTEN = 3
_LINES = 3
"""Sentences of a text that is more than a line and its caption."""
_BY = re.compile(
    r"(?:\A|[\s(|>])(?:(?:Written|Report(?:ed)?|Photos?|Pictures?|Story)\s[Bb]y|By|BY|Words|Pictures|Text):?\s+\Z"
)
"""What stands before the name of one who signs, also in the middle of glued text."""
_ASK = re.compile(r"\b(?:[Cc]all|[Aa]sk(?:ing)? for|[Ss]peak(?:ing)? to)\s(?:(?:[A-Z][\w.]*)\s){0,4}\Z")
"""What stands before the name of one whom readers shall ask for."""
_CALL = re.compile(rf"\b(?:{any_of('contacting')})[:\s]\s*(?:(?:{any_of('before a contact')}|[A-Z][\w.]*)\s+){{0,4}}\Z")
"""What stands before the name of one whom readers shall call, or who issues a release."""
_CASE = (Part.SUSPECT, Part.VICTIM, Part.WITNESS)
_COMMON = (Part.POLICE, Part.OFFICIAL, Part.SUSPECT, Part.VICTIM, Part.OTHER)
"""Parts that somebody may play of whom nothing is told."""
_CLAUSE = re.compile(rf"\s(?:{any_of('finite be', 'have')})\b")
"""What makes the words before it the subject of a clause: no comma, and a verb."""
_THEN = "then-"
"""Prefix of a style of address: "then-President Roe"."""
_GAP = 3
"""Letters that the gap between a style of address and its name has less than."""
_LEFT = tuple(sorted(cue_words("left the post")))
_BY_NAME = {mark.name: mark for mark in (*TITLES, *MARKS)}


class Seen(NamedTuple):
    """Hold what is known of a person when its part is decided."""

    draft: Draft
    roles: Sequence[RoleDraft]
    """Its roles from all over the document."""
    said: Testimony
    """What speaks for each part."""
    scenes: Sequence[Scene]
    """The sentences."""
    court: bool
    """Whether the article tells of a court."""
    letters: Mapping[str, str]
    """What the letters of bodies stand for, as the article spells them out."""

    def body(self, role: RoleDraft) -> str:
        """Give the words of the body of a role, "" where it has none."""
        told = role.organisation or ""
        return self.letters.get(told, told)


def candidates(seen: Seen, words: PeopleWords) -> list[Candidate[Part]]:
    """Propose the parts that are common, and those that something speaks for, each with its evidence."""
    found = tuple(dict.fromkeys((*_of_roles(seen, words), *_beside(seen, words))))
    told = {(kind, Part(part)) for kind, part in _told(seen, words)}
    spoken = {part for _, part in told}
    spoken.update(speaks for name in found if (speaks := _BY_NAME[name].speaks) is not None)
    proposed = (part for part in Part if part in spoken or part in _COMMON)
    return [Candidate(part, tuple(_evidence(part, found, told, spoken))) for part in proposed]


def _evidence(part: Part, found: Sequence[str], told: set[tuple[str, Part]], spoken: set[Part]) -> Iterator[str]:
    yield f"part={part}"
    if part not in spoken:
        yield f"unspoken={part}"
    elif len(spoken) == 1:
        yield f"alone={part}"
    for name in found:
        mark = _BY_NAME[name]
        if part is mark.speaks or part in mark.marks:
            yield f"{name}={part}"
    for kind in WITNESSES:
        if (kind, part) in told:
            yield kind
            yield f"{kind} for={part}"
    for other in (Part.SUSPECT, Part.VICTIM):
        if part is not other and any(said is other for _, said in told):
            yield f"said {other}={part}"


def _told(seen: Seen, words: PeopleWords) -> Iterator[tuple[str, str]]:
    first, last = seen.draft.words[0], seen.draft.words[-1]
    known = words.famous.get(last) or (words.famous.get(first) if first not in words.given else None)
    if known and len(seen.draft.words) < 3:
        yield "famous", known
    for role in seen.roles:
        if role.part in _CASE and not _is_subject(seen, role):
            yield "called", role.part
    for (kind, part), count in seen.said.counts.items():
        yield kind, part
        if count > 1 and kind == "verb":
            yield "again", part


def _is_subject(seen: Seen, role: RoleDraft) -> bool:
    """See "according to Roe, The suspect was": what stands behind a name begins a clause of its own."""
    for name in seen.draft.names:
        sentence = seen.scenes[name.scene].sentence
        if sentence.start <= role.start < sentence.end and role.start >= name.end:
            return _CLAUSE.match(sentence.text, role.end - sentence.start) is not None
    return False


def _of_roles(seen: Seen, words: PeopleWords) -> Iterator[str]:
    """Yield what the roles of somebody say of the part: a rank, an office, whom the body serves."""
    ranked = any(role.rank and not role.left and role.part is Part.POLICE for role in seen.roles)
    armed = any(words.is_military(role.organisation) for role in seen.roles if role.organisation)
    for role in seen.roles:
        if not role.role or role.part in _CASE:
            continue
        if armed and role.rank and role.part is Part.POLICE:
            yield "military"  # "Lt. Gen. Roe, head of the armed forces"
            continue
        yield from _of_role(seen, role, words, ranked=ranked)


def _of_role(seen: Seen, role: RoleDraft, words: PeopleWords, *, ranked: bool) -> Iterator[str]:
    """Yield what one role says; `ranked` tells whether another one is a rank of police."""
    body = seen.body(role)
    police = words.is_police(body)
    private = words.is_private(body) and not police
    state = words.is_state(body) and not private
    if police or state or private:
        yield "police body" if police else "state body" if state else "private body"
    if words.is_medium(body):
        yield "medium"
    held = role.rank is not None or role.part in (Part.POLICE, Part.OFFICIAL)
    if held and (role.left or (role.title or "").lower().startswith(_LEFT)):
        yield "left office"  # a retired teacher has left a trade
    if role.title is None:
        return
    if ranked and words.is_spokes(role.title):
        yield "spokes"  # "Lt. Roe, Public Information Officer": for the force
    elif role.part is Part.OFFICIAL and not body and _is_style(seen, role, role.title):
        yield "office"  # "President Roe", "Secretary Roe"
    else:
        yield from _of_title(role, words, state=state, private=private)


def _is_style(seen: Seen, role: RoleDraft, title: str) -> bool:
    """See a title with a capital right before the name."""
    leads = any(role.end + gap == name.start for name in seen.draft.names for gap in range(_GAP))
    return leads and title.removeprefix(_THEN)[0].isupper()


def _of_title(role: RoleDraft, words: PeopleWords, *, state: bool, private: bool) -> Iterator[str]:
    """Say what a title tells; `state` and `private` say what the body behind it is."""
    title = (role.title or "").lower()
    if role.part is Part.JOURNALIST:
        yield "press"
    elif role.part is Part.OFFICIAL and not role.generic and not (private and _serves_private(role, words)):
        yield "office"
    elif words.is_military(f"{title} {role.organisation or ''}") or (role.rank or "").lower() in words.army_ranks:
        yield "military"
    elif title == "chief" and role.rank and not role.organisation:
        yield "bare chief"
    elif role.part is Part.POLICE and role.rank is None and _of_no_force(role, words):
        yield from _of_head(title, words, state=state, private=private)
    elif role.part is Part.POLICE or (words.is_police(title) and (role.generic or role.part is Part.OTHER)):
        yield _of_police(role, state=state and not words.is_police(title))
    elif words.is_lawyer(title) and role.part is Part.OTHER:
        yield "lawyer"
    elif role.generic or (role.part is Part.OFFICIAL and private):
        yield from _of_head(title, words, state=state, private=private)
    else:
        yield "office" if role.part is Part.OFFICIAL else "occupation"


def _serves_private(role: RoleDraft, words: PeopleWords) -> bool:
    """See "president of the county club"; not "Attorney-General of the Federation and Minister of Justice"."""
    folds = split_words(role.organisation or "")
    return not folds or folds[-1] in words.private or not words.is_state(role.organisation or "")


def _of_no_force(role: RoleDraft, words: PeopleWords) -> bool:
    """See "Public Relations Officer of the Traders Committee": a title of police work in a body that is no force."""
    folds = split_words(role.organisation or "")
    if not folds or words.is_police(role.organisation or "") or words.is_police(role.title or ""):
        return False
    return words.things.get(folds[-1]) == "organisation" or words.is_private(role.organisation or "")


def _of_police(role: RoleDraft, *, state: bool) -> str:
    """Tell a rank of police from a title, and an investigator of the District Attorney from both."""
    if role.part is not Part.POLICE:
        return "police title"
    return "police rank" if role.rank else "head of state body" if state else "police title"


def _of_head(title: str, words: PeopleWords, *, state: bool, private: bool) -> Iterator[str]:
    """Read the title of anybody who heads or speaks for something: "director", "spokesman"."""
    state = state or (words.is_state(title) and not private)  # "customs chief"
    yield "head of state body" if state else "head of private body" if private else "head"
    if words.is_spokes(title):
        yield "spokes"


def _beside(seen: Seen, words: PeopleWords) -> Iterator[str]:
    """Yield what stands beside the names of somebody: bylines, credits, contacts."""
    names = seen.draft.names
    ids: frozenset[str] = frozenset().union(*(name.ids for name in names))
    if "credit" in ids and "name_line" not in ids:  # who posts a release stands alone in a line
        yield "credit"
    if "byline" in ids or _heads_text(seen) or any(_before(seen, name.scene, name.start, _BY) for name in names):
        yield "signs"
    if any(_before(seen, name.scene, name.start, _ASK) for name in names):
        yield "asked for"
    elif "contact" in ids or any(_before(seen, name.scene, name.start, _CALL) for name in names):
        yield "contact"
    if "speech" in ids:
        yield "speaks"
    if any(name.age is not None for name in names):
        yield "age in court news" if seen.court else "age"
    if any(_behind(seen, name.scene, name.end, AGE_HOME) for name in names):
        yield "home"
    if "kin_before" in ids:
        yield "kin"
    if len(names) >= _OFTEN:
        yield "often named"


def _heads_text(seen: Seen) -> bool:
    """See a name that is the first line of a text and stands nowhere else: who wrote it, not whom it is of."""
    first, *others = seen.draft.names
    if others or first.scene or first.single or first.age is not None:
        return False
    whole = first.first == 0 and first.last == len(seen.scenes[0].pieces)
    return whole and len(seen.scenes) > _LINES


def _behind(seen: Seen, scene: int, end: int, pattern: re.Pattern[str]) -> bool:
    sentence = seen.scenes[scene].sentence
    return pattern.match(sentence.text, end - sentence.start) is not None


def _before(seen: Seen, scene: int, start: int, pattern: re.Pattern[str]) -> bool:
    sentence = seen.scenes[scene].sentence
    return pattern.search(sentence.text[: start - sentence.start]) is not None
