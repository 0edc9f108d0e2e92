"""Votes for the part of each person: what its sentences, the lists it stands in and its pronouns say.

Phases: 1. mentions that one list joins are grouped; 2. each mention votes by its verb, its list head and what stands
beside it, and lists share what they suffer; 3. "He was charged" votes for the one person named before.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from newsfacts.people.identity.persons import Draft
from newsfacts.people.names.candidates import Candidate, Lemma
from newsfacts.people.parts.deeds import token_votes, verb_votes
from newsfacts.people.parts.listings import beside_name, opened_by
from newsfacts.people.pieces import Scene
from newsfacts.people.words import PeopleWords
from newsfacts.record import Part

__all__ = ["Votes", "votes_of"]

Votes = dict[int, Counter[str]]
"""Votes for parts by id() of the person's draft."""

_SUBJECTS = ("nsubj", "nsubjpass")
_SHARED = ("suspect", "victim")


def votes_of(drafts: Sequence[Draft], scenes: Sequence[Scene], words: PeopleWords, lemma: Lemma) -> Votes:
    """Gather the votes of every mention, of list heads and of pronouns that mean one person."""
    votes: Votes = {id(draft): Counter() for draft in drafts}
    by_scene: dict[int, list[tuple[Candidate, Draft]]] = {}
    pairs = sorted(((name, draft) for draft in drafts for name in draft.names), key=lambda pair: pair[0].start)
    pairs = [pair for pair in pairs if "kin_of" not in pair[0].ids]
    for name, draft in pairs:
        by_scene.setdefault(name.scene, []).append((name, draft))
    lines: dict[int, str | None] = {}
    for group in _lists(pairs, scenes, words):
        found: Counter[str] = Counter()
        for place, (name, draft) in enumerate(group):
            owns = scenes[name.scene].possessive(name.last)
            own = (
                Counter()
                if owns and _misread(scenes[name.scene], name)
                else Counter(verb_votes(scenes[name.scene], name.last - 1, words, lemma))
            )
            head = opened_by(scenes, name, (words, lemma, lines)) if place == 0 and not owns else None
            if head:
                own[head] += 2
            own.update(beside_name(scenes[name.scene], name, words))
            found.update(own)
            votes[id(draft)].update(own)
        if any(role.part is Part.POLICE and role.role for name, _ in group for role in name.roles):
            found["police"] += 1
            for name, draft in group:
                if name.roles and not any(role.title for role in name.roles):
                    votes[id(draft)]["police"] += 1
        for _, draft in group[1:] if len(group) > 1 else ():
            votes[id(draft)].update({part: 1 for part in _SHARED if found[part]})
        if len(group) > 1:
            votes[id(group[0][1])].update({part: 1 for part in _SHARED if found[part]})
    _pronouns(by_scene, scenes, votes, words, lemma)
    return votes


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


def _joined(left: Candidate, right: Candidate, scenes: Sequence[Scene], words: PeopleWords) -> bool:
    one, other = scenes[left.scene], scenes[right.scene]
    if one.sentence.unit.sentence_start != other.sentence.unit.sentence_start or right.start - left.end > 140:
        return False
    if any((role.rank and not role.left) or role.part is Part.OFFICIAL for role in (*left.roles, *right.roles)):
        return False
    if one is other:
        between = one.pieces[left.last : right.first]
        gaps = "".join(one.gap(index) for index in range(left.last, right.first + 1))
    else:
        between = [*one.pieces[left.last :], *other.pieces[: right.first]]
        gaps = ";"
    if any(piece.fold in words.breaks for piece in between) or "”" in gaps or "“" in gaps:
        return False
    rest = [piece.fold for piece in between if not piece.fold.isdigit()]
    return any(mark in gaps for mark in ",;") or (len(rest) < 4 and any(word in ("and", "alias", "&") for word in rest))


def _pronouns(
    by_scene: dict[int, list[tuple[Candidate, Draft]]],
    scenes: Sequence[Scene],
    votes: Votes,
    words: PeopleWords,
    lemma: Lemma,
) -> None:
    """Let "He was charged" vote for the one person that the sentences before named."""
    open_: Draft | None = None
    since = 0
    for number, scene in enumerate(scenes):
        people = {id(draft): draft for _, draft in by_scene.get(number, ())}
        if open_ is not None and since < 3 and not people:
            for token in scene.sentence.tokens[:12]:
                if token.lower in ("he", "she") and token.dep in _SUBJECTS:
                    if _other_gender(open_, token.lower, words):
                        break
                    votes[id(open_)].update(
                        v for v in token_votes(scene, token, words, lemma) if v not in ("", "police")
                    )
                    break
        told = any(token.lower in ("he", "she") and token.dep in _SUBJECTS for token in scene.sentence.tokens)
        if len(people) == 1 and not told:  # "He was sentenced by Justice Roe. He …": not the judge
            open_, since = next(iter(people.values())), 0
        elif people:
            open_ = None
        else:
            since += 1


def _other_gender(draft: Draft, pronoun: str, words: PeopleWords) -> bool:
    """See that "he" cannot be Ruth."""
    gender = words.given.get(draft.words[0], "")
    return gender in ("male", "female") and gender != {"he": "male", "she": "female"}[pronoun]


def _misread(scene: Scene, name: Candidate) -> bool:
    """See "stalking Roe's victims" where the parse takes Roe for the one who is stalked."""
    token = scene.token(scene.pieces[name.last - 1])
    return token is not None and token.dep != "poss"
