"""Whom the lead of a story means before it names anybody: "a 13-year-old girl" … "his daughter, NAME".

News opens with an indefinite description and gives the name later. The two are one person only where nothing competes:
the lead tells of one age, and one named person fits it, of the same part in the story and of no other gender, without
an age of its own. A child is also found by the word of kin that introduces it. Gives the age and the part; nothing is
guessed where two fit.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsfacts.language.pipeline import Token
from newsfacts.people.identity.persons import Draft
from newsfacts.people.names.candidates import Lemma
from newsfacts.people.parts.governors import token_votes
from newsfacts.people.parts.testimony import Testimonies
from newsfacts.people.pieces import Scene
from newsfacts.people.words import PeopleWords
from newsfacts.record import Part

__all__ = ["Meant", "group_of_lead", "meant_by_lead"]

_LEAD = 4
"""Sentences at the top in which a story tells of whom it is, the headline included."""
_MOST = 5
"""People whom one lead means at most; of more, not all are named at once."""
_AND = re.compile(r"[^.;“”\"]{0,60}\sand\s(?:[A-Z][a-z]*\s){0,2}")
"""What joins the last two names of a list, with the age and the home of the first."""
_AGED = re.compile(r"\b(\d{1,3})[- ]year[- ]old\b")
_BEHIND = re.compile(r",?\s*[\"“‘']?[A-Z]")
"""A name behind the description, which it then belongs to."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Say what the lead tells of one person."""

    age: int
    """In years."""
    part: str
    """Part in the story: suspect or victim."""


@dataclass(frozen=True, slots=True)
class _Described:
    age: int
    part: str
    noun: str


def meant_by_lead(
    drafts: Sequence[Draft], scenes: Sequence[Scene], votes: Testimonies, words: PeopleWords, lemma: Lemma
) -> Mapping[int, Meant]:
    """Find the person whom the lead describes by age, by id() of the draft; empty where that is not certain."""
    items = _meant_in_items(drafts, scenes, votes, words, lemma)
    found = _described(scenes, words, lemma)
    if items or found is None:
        return items
    if any(name.age == found.age for draft in drafts for name in draft.names):
        return {}  # the age is told beside a name
    unaged = [draft for draft in drafts if not any(name.age is not None for name in draft.names)]
    if found.noun in words.minors:
        fits = [draft for draft in unaged if _is_child(draft, scenes, words, words.aged[found.noun])]
    else:
        same = [draft for draft in drafts if votes[id(draft)][found.part]]
        fits = _fitting(found, unaged, same, scenes, words)
    return {id(fits[0]): Meant(found.age, found.part)} if len(fits) == 1 else {}


def _meant_in_items(
    drafts: Sequence[Draft], scenes: Sequence[Scene], votes: Testimonies, words: PeopleWords, lemma: Lemma
) -> Mapping[int, Meant]:
    """Find whom "A 19-year-old man was arrested" means in a paragraph that names one person, of the same part."""
    paragraphs: dict[int, list[Scene]] = {}
    for scene in scenes:
        paragraphs.setdefault(scene.sentence.unit.line, []).append(scene)
    meant: dict[int, Meant] = {}
    for line, here in _by_paragraph(drafts, scenes).items():
        draft, told = here[0], paragraphs[line]
        if len(here) > 1 or scenes[draft.names[0].scene] is told[0] or not _is_plain(draft):
            continue
        found = _described(told, words, lemma)
        if found and votes[id(draft)][found.part] and not _clash(draft, words, found.noun):
            meant[id(draft)] = Meant(found.age, found.part)
    return meant


def group_of_lead(
    drafts: Sequence[Draft], scenes: Sequence[Scene], votes: Testimonies, words: PeopleWords, lemma: Lemma
) -> Mapping[int, str]:
    """Give the part of "Two men have been jailed. A and B …" to the two who are named next, by id() of the draft.

    The next sentence that names anybody must open with them, joined by "and", and tell no office of theirs.
    """
    for number, scene in enumerate(scenes[:_LEAD]):
        counted = _counted(scene, words, lemma)
        if counted is None:
            continue
        count, part = counted
        behind = [(name, draft) for draft in drafts for name in draft.names if name.scene > number]
        if not behind or any(name.scene <= number for draft in drafts for name in draft.names):
            return {}
        first = min(name.scene for name, _ in behind)
        here = {
            id(draft): draft for name, draft in sorted(behind, key=lambda pair: pair[0].start) if name.scene == first
        }
        opening = [draft.names[0] for draft in here.values()]
        joined = len(opening) == count and first - number <= 2 and opening[0].first == 0
        if joined and all(_is_plain(draft) or not draft.names[0].roles for draft in here.values()):
            between = scenes[first].sentence.slice(opening[-2].end, opening[-1].start)
            return dict.fromkeys(here, part) if _AND.fullmatch(between) else {}
        return {}
    return {}


def _counted(scene: Scene, words: PeopleWords, lemma: Lemma) -> tuple[int, str] | None:
    """Read how many did or suffered something in "Two men accused of theft have appeared in court"."""
    tokens, children = scene.sentence.tokens, scene.sentence.children
    for token in tokens:
        if token.tag != "NNS" or token.dep not in ("nsubj", "nsubjpass"):
            continue
        single = lemma(token.lower, token.tag)
        several = token.lower == "people" or any(
            word in words.aged or word in words.kin for word in (single, token.lower)
        )
        if not several:
            continue
        number = next((tokens[i].lower for i in children[token.position] if tokens[i].dep == "nummod"), "")
        count = int(number) if number.isdecimal() else words.numbers.get(number, 0)
        told = {part for part in token_votes(scene, token, words, lemma) if part in (Part.SUSPECT, Part.VICTIM)}
        if 1 < count <= _MOST and len(told) == 1:
            return count, told.pop()
    return None


def _is_plain(draft: Draft) -> bool:
    """See that nothing beside a name tells an age or an office."""
    roles = any(role.role for name in draft.names for role in name.roles)
    return not roles and not any(name.age is not None for name in draft.names)


def _by_paragraph(drafts: Sequence[Draft], scenes: Sequence[Scene]) -> Mapping[int, list[Draft]]:
    """List the people whom each paragraph names, by the paragraph's number."""
    lines: dict[int, list[Draft]] = {}
    for draft in drafts:
        for line in {scenes[name.scene].sentence.unit.line for name in draft.names}:
            lines.setdefault(line, []).append(draft)
    return lines


def _fitting(
    found: _Described, unaged: Sequence[Draft], same: Sequence[Draft], scenes: Sequence[Scene], words: PeopleWords
) -> list[Draft]:
    """List who may be meant of those without an age: who plays the same part, else who the headline or a cue names.

    `same` are all who play that part; where two do, or one who fits has a rank, nobody is meant.
    """
    if len(same) > 1:
        return []
    if same:
        fits = [draft for draft in same if draft in unaged and not _clash(draft, words, found.noun)]
    else:
        fits = [draft for draft in unaged if _is_headline(draft, scenes) and not _clash(draft, words, found.noun)]
        if not fits and found.part == Part.VICTIM:  # "He has been named as NAME"
            fits = [draft for draft in unaged if any("cue_before" in name.ids for name in draft.names)]
    ranked = any(role.rank for draft in fits for name in draft.names for role in name.roles)
    return [] if ranked else fits


def _described(scenes: Sequence[Scene], words: PeopleWords, lemma: Lemma) -> _Described | None:
    """Find the one unnamed person of the lead with an age, done to or doing."""
    ages: set[int] = set()
    first: _Described | None = None
    for number, scene in enumerate(scenes):
        text = scene.sentence.text
        for match in _AGED.finditer(text):
            noun = _noun(scene, scene.sentence.start + match.end())
            if noun is None or _BEHIND.match(text, noun.end - scene.sentence.start):
                continue
            ages.add(int(match[1]))
            if first is None and number < _LEAD:
                parts = [*token_votes(scene, noun, words, lemma), *_called(scene, noun, words)]
                part = next((part for part in parts if part in (Part.SUSPECT, Part.VICTIM)), None)
                first = _Described(int(match[1]), part, noun.lower) if part else None
    return first if len(ages) == 1 else None


def _noun(scene: Scene, end: int) -> Token | None:
    """Find the noun of "13-year-old primary school pupil"; the age itself where none follows."""
    found: Token | None = None
    for token in scene.sentence.tokens:
        if token.end == end:
            found = token
        elif token.start > end:
            if token.text.istitle() and token.tag in ("NNP", "JJ"):
                continue  # "29-year-old Ayr drug dealer"
            if token.tag not in ("JJ", "NN") or not token.text.islower():
                break
            found = token
    return found


def _is_headline(draft: Draft, scenes: Sequence[Scene]) -> bool:
    """See a headline that is the name and no more: the story below it is of that person."""
    name = draft.names[0]
    return name.scene == 0 and name.first == 0 and name.last == len(scenes[0].pieces) and not name.roles


def _called(scene: Scene, noun: Token, words: PeopleWords) -> Iterator[str]:
    """Give the part that the noun itself tells: "a 29-year-old drug dealer"."""
    index = next((i for i, piece in enumerate(scene.pieces) if piece.end == noun.end), None)
    found = words.titles.before(scene.pieces, index + 1) if index is not None else None
    if found is not None:
        yield found[1].part


def _is_child(draft: Draft, scenes: Sequence[Scene], words: PeopleWords, gender: str) -> bool:
    """See "his daughter, NAME" for a child, a girl."""
    for name in draft.names:
        before = scenes[name.scene].pieces[name.first - 1].fold if name.first else ""
        born = words.children.get(before)
        if born is not None and (not gender or not born or gender == born):
            return True
    return False


def _clash(draft: Draft, words: PeopleWords, noun: str) -> bool:
    """See "a man" and Ann."""
    genders = {words.given.get(draft.words[0], ""), words.aged.get(noun, "")} - {""}
    return len(genders) > 1
