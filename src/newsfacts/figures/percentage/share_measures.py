"""Proposals for the measure of a share.

They are, in the order in which a reader takes them: its own "of" phrase, the phrase that opens the sentence, what a
pronoun points at, the people or things that were named before.
"""

from collections.abc import Iterator

from newsfacts.figures.percentage import nouns
from newsfacts.figures.percentage.candidates import POINTING, Candidate, ending_at, head_after, numbered_phrase
from newsfacts.figures.percentage.change_measures import bracketed, elsewhere
from newsfacts.figures.percentage.match import Look, Trigger
from newsfacts.figures.percentage.scene import Scene
from newsfacts.figures.percentage.subjects import (
    ahead_of,
    clause_subject,
    complement_inside,
    of_verb,
    pointed,
    subject_of,
)
from newsfacts.figures.percentage.words import UP_DOWN
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons.function_words import cue_words, function_words
from newsfacts.record import Direction

__all__ = ["as_subject", "bracket_measures", "whole"]

_QUALIFIES = function_words("qualifies")
_SHARE = cue_words("share")
_PRONOUNS = (function_words("partitive") - {"these", "those"}) | {"it", "us"}


def whole(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Propose the whole of which a percentage is a share."""
    sentence, behind = scene.sentence, scene.behind
    if scene.word(behind) == "of":
        following = scene.word(behind + 1)
        if following in _PRONOUNS or (
            following in POINTING and not (behind + 2 < len(scene.tokens) and _qualified(scene, behind + 2))
        ):
            yield from pointed(scene)
            return
        if following in ("these", "those") and scene.noun_within(behind + 2, behind + 3):
            yield Candidate(
                nouns.phrase_after(sentence, behind + 2, scene.right), sentence, head_after(sentence, behind + 2)
            )
        text = nouns.phrase_after(
            sentence, _over_bound(scene, behind + 1), scene.right if scene.right > behind else None
        )
        yield Candidate(nouns.without_number(text) if text else None)
        person = next((t for t in scene.tokens[behind + 1 : behind + 4] if t.tag == "JJ"), None)
        if text is None and person is not None and person.lower in scene.words.people:
            yield Candidate(person.text)  # 46 per cent of the dead
    finite = scene.last < len(scene.tokens) and scene.tokens[scene.last].tag in ("VBD", "VBZ", "VBP", "MD")
    if scene.mention.fraction and not finite:
        text = nouns.phrase_after(sentence, scene.last)
        yield Candidate(text, sentence, head_after(sentence, scene.last))
    if scene.mention.fraction and scene.word(behind) != "of":
        yield from _restating(scene)
    ahead = (scene.word(scene.first - 2), scene.word(scene.first - 1))
    if ahead[0] == "of" and ahead[1] in POINTING:
        noun = nouns.plural_before(sentence, scene.first - 3, plural=ahead[1] != "it")
        if noun is not None:
            yield Candidate(nouns.without_number(nouns.reach_back(sentence, noun)), sentence, noun)
        yield from pointed(scene)
    yield from _fronted(scene)
    if trigger.pivot is not None and trigger.pivot < scene.first:
        yield from _share_subject(scene, trigger.pivot)
    elif trigger.pivot is not None:
        yield from _comprised(scene, trigger.pivot)
    yield from _named_before(scene)


def _restating(scene: Scene) -> Iterator[Candidate]:
    """Give what a ratio without its own noun restates: "96 of the cases, one-fifth", "488 guns. One in eight"."""
    if scene.first and scene.word(scene.first - 1) in (",", "or", "–", "-", "—"):
        inside = [p for p in range(scene.first - 1, -1, -1) if scene.tokens[p].tag in ("NNS", "NNPS", "PRP")]
        if inside and scene.tokens[inside[0]].tag != "PRP":
            yield from ending_at(scene.sentence, inside[0])
    elif scene.first <= 3 and scene.earlier:
        sentence = scene.earlier[-1]
        numbered = nouns.numbered_before(sentence, len(sentence.tokens))
        if numbered is not None:
            yield Candidate(numbered_phrase(sentence, numbered), sentence, numbered)


def _over_bound(scene: Scene, place: int) -> int:
    """Step over the bound of a number: "29% of nearly 1,600 people"."""
    number = next((p for p in range(place, min(place + 4, len(scene.tokens))) if scene.tokens[p].tag == "CD"), place)
    return (
        number if all(scene.tokens[p].tag in ("RB", "RBR", "IN", "JJR", "DT") for p in range(place, number)) else place
    )


def _qualified(scene: Scene, place: int) -> bool:
    """See "those offered the program", "these officers": the pointing word has its own phrase."""
    token = scene.tokens[place]
    return token.tag in ("VBN", "VBD", "VBG", "NNS", "NN", "JJ") or token.lower in _QUALIFIES


def _share_subject(scene: Scene, verb: int) -> Iterator[Candidate]:
    """Give the head that "accounts for 10%" of it: "the share of the population aged 60 accounts for 10%"."""
    for child in scene.sentence.children[verb]:
        if scene.tokens[child].dep in ("nsubj", "nsubjpass"):
            if scene.word(child) in _SHARE:
                yield from complement_inside(scene, child)
            yield from subject_of(scene, child, verb)
    yield from ahead_of(scene, verb)


def _comprised(scene: Scene, people: int) -> Iterator[Candidate]:
    """Give the whole of a make-up: "the audience comprised 70 per cent women", "33 per cent male visitors"."""
    if scene.words.people.isdisjoint({scene.word(people)}):
        for token in scene.tokens[people + 1 : people + 8]:
            if is_noun(token) and token.lower not in scene.words.groups and not nouns.is_percent(token):
                yield Candidate(token.text, scene.sentence, token.position)
                break
            if is_verb(token) or token.text in (";", "."):
                break
    verb = scene.verb
    if verb is not None:
        for child in scene.sentence.children[verb]:
            if scene.tokens[child].dep == "nsubj":
                yield from subject_of(scene, child, verb)


def as_subject(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Propose a whole that was named before, for a share that is itself the subject."""
    yield from _fronted(scene)
    if trigger.pivot is not None:  # "bail was refused in 61%"
        yield from clause_subject(scene, trigger.pivot)
    before = scene.before
    if before is not None and before.direction is Direction.SHARE and before.measure:
        yield Candidate(before.measure)
    yield from _named_before(scene)


def _fronted(scene: Scene) -> Iterator[Candidate]:
    """Read "Of the 320 apprentices, 46% …", "out of 40 drivers, 8% …" at the start of the sentence."""
    place = 1 if scene.word(0) == "of" else 2 if scene.word(0) == "out" and scene.word(1) == "of" else 0
    if not place:
        return
    if scene.word(place) in POINTING and not (place + 1 < len(scene.tokens) and _qualified(scene, place + 1)):
        yield from pointed(scene)
        return
    text = nouns.phrase_after(scene.sentence, place)
    if text and scene.word(place) == "those":
        yield Candidate(text)
    elif text:
        yield Candidate(nouns.without_number(text), scene.sentence, head_after(scene.sentence, place))


def _named_before(scene: Scene) -> Iterator[Candidate]:
    """Give the people or things of which a share is told: the nearest plural in front, here or in the unit before."""
    if scene.before is not None and scene.before.direction is Direction.SHARE and scene.before.measure:
        yield Candidate(scene.before.measure)
    for sentence, place in ((scene.sentence, scene.left), *((s, len(s.tokens)) for s in reversed(scene.earlier))):
        found = _plural_people(scene, sentence, scene.first if sentence is scene.sentence else place)
        if found is not None:
            yield from ending_at(sentence, found)
            return


def _plural_people(scene: Scene, sentence: Sentence, place: int) -> int | None:
    plural = [
        p for p in range(place - 1, -1, -1) if sentence.tokens[p].tag == "NNS" and not nouns.is_time(sentence.tokens, p)
    ]
    people = [p for p in plural if sentence.tokens[p].lower in scene.words.people]
    return next(iter(people or plural), None)


def bracket_measures(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Propose what a percentage in brackets, or behind "or", is a share or change of."""
    opened = trigger.pivot if trigger.pivot is not None else scene.first
    if scene.word(scene.behind) == "of":
        yield from whole(scene, Trigger(trigger.direction, Look.WHOLE))
        return
    if trigger.direction in UP_DOWN:
        ahead = scene.tokens[opened - 1] if opened else None
        if ahead is not None and not is_noun(ahead) and ahead.tag != "VBN":
            found = scene.change_before(opened, scene.clause)
            yield from of_verb(scene, found[0]) if found and is_verb(scene.tokens[found[0]]) else ()
            yield from clause_subject(scene, opened)
    yield from bracketed(scene, opened)
    yield from _fronted(scene)
    yield from elsewhere(scene) if trigger.direction in UP_DOWN else pointed(scene)
    yield from _named_before(scene)
