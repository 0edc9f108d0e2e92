"""Votes for the part of each person: what its sentences, the lists it stands in and its pronouns say.

Phases: 1. mentions that one list joins are grouped; 2. each mention votes by its verb, its list head and what stands
beside it, and lists share what they suffer; 3. "He was charged" votes for the one person named before.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsfacts.language.reading import Reading
from newsfacts.lexicons.function_words import function_words
from newsfacts.people.identity.aliases import aliases_end
from newsfacts.people.identity.persons import Draft
from newsfacts.people.names.candidates import Candidate, Lemma
from newsfacts.people.parts.announced import announced
from newsfacts.people.parts.bystanders import bystanders, owns
from newsfacts.people.parts.closings import closed_by
from newsfacts.people.parts.governors import clause_behind, token_votes, verb_votes
from newsfacts.people.parts.listings import enumerated, gapped, headed_by, opened_by, said_to_be
from newsfacts.people.parts.rosters import beside_name
from newsfacts.people.parts.testimony import Testimonies, Testimony
from newsfacts.people.pieces import Scene
from newsfacts.people.roles.titles import RoleDraft
from newsfacts.people.words import PeopleWords
from newsfacts.record import Part

__all__ = ["votes_of"]

_SUBJECTS = ("nsubj", "nsubjpass")
_NAMING = function_words("leads to a name")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OF_ALL = frozenset({"list", "said to be"})
"""Witnesses that speak of everybody in a list."""
_SHARED = (Part.SUSPECT, Part.VICTIM, Part.WITNESS)


def votes_of(
    drafts: Sequence[Draft], scenes: Sequence[Scene], reading: Reading, words: PeopleWords, lemma: Lemma
) -> Testimonies:
    """Gather what every mention, the lists and the pronouns that mean one person say of its part."""
    said = {id(draft): Testimony() for draft in drafts}
    pairs = sorted(((name, draft) for draft in drafts for name in draft.names), key=lambda pair: pair[0].start)
    aside = bystanders((name for name, _ in pairs), scenes, words)
    pairs = [pair for pair in pairs if id(pair[0]) not in aside]
    by_scene: dict[int, list[tuple[Candidate, Draft]]] = {}
    for name, draft in pairs:
        by_scene.setdefault(name.scene, []).append((name, draft))
    told = _Told(scenes, reading, words, lemma, _shared(drafts), {})
    listed = [pair for pair in pairs if not owns(scenes[pair[0].scene], pair[0])]
    for group in _lists(listed, scenes, words):
        _of_group(group, told, said)
        part = announced([name for name, _ in group], scenes, by_scene, (words, lemma))
        for _, draft in group:
            if not said[id(draft)].counts["list", part]:
                said[id(draft)].add("list", [part])
    for name, draft in pairs:
        if owns(scenes[name.scene], name):
            said[id(draft)].counts.update(_of_owner(name, told).counts)
    _pronouns(by_scene, told, said)
    return said


@dataclass(frozen=True, slots=True)
class _Told:
    """Hold what every witness needs."""

    scenes: Sequence[Scene]
    reading: Reading
    words: PeopleWords
    lemma: Lemma
    shared: frozenset[str]
    """Words that two people of the article bear: a surname alone may mean either."""
    lines: dict[int, str | None]
    """What opens the list that a line stands in, by the index of its sentence."""


def _shared(drafts: Sequence[Draft]) -> frozenset[str]:
    bearers = Counter(word for draft in drafts for word in set(draft.words))
    return frozenset(word for word, count in bearers.items() if count > 1)


def _of_group(group: Sequence[tuple[Candidate, Draft]], told: _Told, said: Testimonies) -> None:
    """Let each mention of a list speak for itself, and the list for all."""
    found: Counter[str] = Counter()
    plain = all(_plain(left, right, told.scenes) for (left, _), (right, _) in pairwise(group))
    for place, (name, draft) in enumerate(group):
        own = _of_mention(name, told, first=place == 0)
        found.update(part for kind, part in own.counts if kind in _OF_ALL or (plain and kind == "verb"))
        said[id(draft)].counts.update(own.counts)
    closed = closed_by(told.scenes, group[-1][0], told.words, told.lemma)
    for _, draft in group:
        said[id(draft)].add("predicate behind", closed)
        if len(group) > 1:
            said[id(draft)].add("shared", [part for part in _SHARED if found[part]])
    if any(role.part is Part.POLICE and role.role for name, _ in group for role in name.roles):
        for name, draft in group:
            if name.roles and not any(role.title for role in name.roles):
                said[id(draft)].add("shared", ["police"])


def _of_owner(name: Candidate, told: _Told) -> Testimony:
    """Let "Roe’s trial" speak, not "Roe’s brother is the suspect": of an owner only the tree tells."""
    scene, own = told.scenes[name.scene], Testimony()
    if not _misread(scene, name):
        doubtful = name.single and name.folds[0] in told.shared
        own.add("doubtful" if doubtful else "verb", verb_votes(scene, name.last - 1, told.words, told.lemma))
    return own


def _of_mention(name: Candidate, told: _Told, *, first: bool) -> Testimony:
    """Let one mention speak: its verb, the list it stands in, what stands beside it; `first` of its list."""
    scenes, words = told.scenes, told.words
    scene, own = scenes[name.scene], Testimony()
    owner = scene.possessive(name.last)
    beside = list(beside_name(scenes, name, words))
    if not (owner and _misread(scene, name)) and not any(kind == "in court" for kind, _ in beside):
        doubtful = name.single and name.folds[0] in told.shared
        last = aliases_end(scene, name)
        votes = verb_votes(scene, name.last - 1, words, told.lemma)
        votes = votes or (verb_votes(scene, last - 1, words, told.lemma) if last > name.last else [])
        own.add("doubtful" if doubtful else "verb", votes or clause_behind(scene, last, words, told.lemma))
    if first and not owner:
        own.add("list", [opened_by(scenes, name, (words, told.lemma, told.lines)) or ""])
    headed = headed_by(told.reading.layout, told.reading.text, name, words)
    if headed and not own.counts["list", headed]:
        own.add("list", [headed])
    own.add("said to be", [said_to_be(scene, name, words) or ""])
    for kind, part in beside:
        own.add(kind, [part])
    return own


def _lists(
    pairs: Sequence[tuple[Candidate, Draft]], scenes: Sequence[Scene], words: PeopleWords
) -> Iterator[list[tuple[Candidate, Draft]]]:
    """Group the mentions that one list joins, also over the semicolons that cut a sentence into units."""
    group: list[tuple[Candidate, Draft]] = []
    for pair in pairs:
        if group and _joined(group[-1][0], pair[0], scenes, words):
            group.append(pair)
            continue
        if group:
            yield group
        group = [pair]
    if group:
        yield group


def _plain(left: Candidate, right: Candidate, scenes: Sequence[Scene]) -> bool:
    """See two names of one list with no verb between them: what one does the other does."""
    one, other = scenes[left.scene], scenes[right.scene]
    if one is other:
        return not _any_verb(one, left.last, right.first)
    return not (_any_verb(one, left.last, len(one.pieces)) or _any_verb(other, 0, right.first))


def _any_verb(scene: Scene, first: int, end: int) -> bool:
    between = range(first, end)
    return any(scene.tag(index) in _FINITE and scene.pieces[index].fold not in _NAMING for index in between)


def _joined(left: Candidate, right: Candidate, scenes: Sequence[Scene], words: PeopleWords) -> bool:
    """Tell whether two names are members of one list, so that what happened to one happened to both."""
    one, other = scenes[left.scene], scenes[right.scene]
    if one.sentence.unit.sentence_start != other.sentence.unit.sentence_start or right.start - left.end > 140:
        return False
    ranked = any(_in_office(role) for role in (*left.roles, *right.roles))
    if ranked and not (one is other and enumerated(one, right.first, words)):
        return False
    if one is other and gapped(one, left.last, right.first):
        return False  # "named the dead man as A and the driver as B"
    if one is other:
        between = one.pieces[left.last : right.first]
        gaps = "".join(one.gap(index) for index in range(left.last, right.first + 1))
    else:
        between = [*one.pieces[left.last :], *other.pieces[: right.first]]
        gaps = ";"
    if (
        any(piece.fold in words.breaks or piece.fold in words.participles for piece in between)
        or "”" in gaps
        or "“" in gaps
    ):
        return False
    rest = [piece.fold for piece in between if not piece.fold.isdigit()]
    near = len(rest) < (8 if rest[:1] in (["of"], ["from"]) else 4)  # "A (26) of Mill Lane in Ayr and B (25)"
    return any(mark in gaps for mark in ",;") or (near and any(word in ("and", "alias", "&") for word in rest))


def _in_office(role: RoleDraft) -> bool:
    """See an office or a rank that one has; a "Chief" without a force is anybody's style where it is customary."""
    customary = role.organisation is None and (role.title or "").lower() == "chief"
    return role.part is Part.OFFICIAL or (bool(role.rank) and not role.left and not customary)


def _pronouns(by_scene: Mapping[int, Sequence[tuple[Candidate, Draft]]], told: _Told, said: Testimonies) -> None:
    """Let "He was charged" speak for the one person that the sentences before named."""
    open_: Draft | None = None
    since = 0
    for number, scene in enumerate(told.scenes):
        people = {id(draft): draft for _, draft in by_scene.get(number, ())}
        if open_ is not None and since < 3 and not people:
            for token in scene.sentence.tokens[:12]:
                if token.lower in ("he", "she") and token.dep in _SUBJECTS:
                    if _other_gender(open_, token.lower, told.words):
                        break
                    parts = token_votes(scene, token, told.words, told.lemma)
                    said[id(open_)].add("reference", [part for part in parts if part != "police"])
                    break
        meant = _without_office(by_scene.get(number, ()), people)
        if (
            len(meant) == 1 and not _spoken(scene) and not _others(scene, by_scene.get(number, ()), told.words)
        ):  # "He was sentenced by Justice Roe. He …": not the judge
            open_, since = meant[0], 0
        elif people:
            open_ = None
        else:
            since += 1


def _without_office(here: Sequence[tuple[Candidate, Draft]], people: Mapping[int, Draft]) -> list[Draft]:
    """List whom a pronoun may mean: of several, those who are not told of as officers or officials that speak."""
    if len(people) < 2:
        return list(people.values())
    held = {
        id(draft)
        for name, draft in here
        if "speech" in name.ids and any(role.part in (Part.POLICE, Part.OFFICIAL) for role in name.roles)
    }
    return [draft for key, draft in people.items() if key not in held]


def _spoken(scene: Scene) -> bool:
    """See a pronoun that does something."""
    if scene.sentence.lowers.isdisjoint(("he", "she")):
        return False
    return any(token.lower in ("he", "she") and token.dep in _SUBJECTS for token in scene.sentence.tokens)


def _others(scene: Scene, here: Sequence[tuple[Candidate, Draft]], words: PeopleWords) -> bool:
    """See somebody whom the model takes for a name and nobody found: a pronoun may mean that one."""
    tokens = scene.sentence.tokens
    for entity in scene.sentence.entities:
        start, end = tokens[entity.first].start, tokens[entity.last - 1].end
        if any(name.start < end and start < name.end for name, _ in here):
            continue
        named = entity.label == "ORG" and entity.last - entity.first > 1 and tokens[entity.first].text.istitle()
        bodies = any(token.lower in words.things for token in tokens[entity.first : entity.last])
        if entity.label == "PERSON" or (named and not bodies):
            return True
    return False


def _other_gender(draft: Draft, pronoun: str, words: PeopleWords) -> bool:
    """See that "he" cannot be Ruth."""
    gender = words.given.get(draft.words[0], "")
    return gender in ("male", "female") and gender != {"he": "male", "she": "female"}[pronoun]


def _misread(scene: Scene, name: Candidate) -> bool:
    """See "stalking Roe's victims" where the parse takes Roe for the one who is stalked."""
    token = scene.token(scene.pieces[name.last - 1])
    return token is not None and token.dep != "poss"
