"""Lists that a counted group opens: "The five clerks are: A, B, C, D and E. They were arraigned".

The words that open such a list tell nothing of a part; what is said of the group elsewhere is said of everybody in the
list: of "they" right behind it, and of as many people in another sentence, "the court remanded five employees".
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from newsfacts.language.pipeline import Token
from newsfacts.lexicons.function_words import function_words
from newsfacts.people.names.candidates import Candidate, Lemma
from newsfacts.people.parts.governors import token_votes
from newsfacts.people.pieces import Scene
from newsfacts.people.words import PeopleWords
from newsfacts.record import CASE_PARTS

__all__ = ["announced"]

_OPENERS = function_words("opens a list")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = _SUBJECTS | {"dobj"}
"""What stands before "as": "identified the two men as A and B"."""
_OPENING = 12
"""Words of a sentence in which "they" is its subject."""
_TITLES = 4
"""Words of titles before the first name of a list, at most that less one."""
_BEHIND = 2
"""Sentences behind a list in which "they" still means it."""


class _Group(NamedTuple):
    noun: str
    """What the listed are called, one of them."""
    number: int
    """How many they are."""


def announced(
    names: Sequence[Candidate], scenes: Sequence[Scene], named: Collection[int], known: tuple[PeopleWords, Lemma]
) -> str:
    """Give the part of all in a list from what is told of the group that opens it; "" where nothing or two things are.

    Shape:   `names` of one list in text order; `named` are the indices of the scenes that name anybody.
    """
    words, lemma = known
    group = _group(names, scenes, words, lemma)
    if group is None:
        return ""
    if group.noun in words.list_heads:
        return words.list_heads[group.noun]  # "The suspects are;"
    told = {part for part in _of_them(names[-1].scene, scenes, named, known) if part in CASE_PARTS}
    told = told or {part for part in _of_group(group, scenes, words, lemma) if part in CASE_PARTS}
    return told.pop() if len(told) == 1 else ""


def _group(names: Sequence[Candidate], scenes: Sequence[Scene], words: PeopleWords, lemma: Lemma) -> _Group | None:
    """Read "The five clerks are" in front of the first name, also where a colon or semicolon ends the unit there."""
    if len(names) < 2:
        return None
    scene, at = scenes[names[0].scene], names[0].first
    if all(piece.capital for piece in scene.pieces[:at]) and names[0].scene and at < _TITLES:
        above = scenes[names[0].scene - 1]
        if above.sentence.unit.sentence_start != scene.sentence.unit.sentence_start or above.tail.strip() not in ":;":
            return None
        scene, at = above, len(above.pieces)
    if at < 2 or scene.pieces[at - 1].fold not in _OPENERS | {"as"}:
        return None
    verb = scene.token(scene.pieces[at - 1])
    before = scene.sentence.tokens[: verb.position] if verb else ()
    kinds = _OBJECTS if scene.pieces[at - 1].fold == "as" else _SUBJECTS
    head = next((token for token in reversed(before) if token.tag == "NNS" and token.dep in kinds), None)
    if head is None:
        return None
    return _Group(lemma(head.lower, "NNS"), _number(scene, head, words) or len(names))


def _number(scene: Scene, noun: Token, words: PeopleWords) -> int:
    """Read the number before a noun; 0 where there is none."""
    tokens = scene.sentence.tokens
    for index in scene.sentence.children[noun.position]:
        if tokens[index].dep == "nummod":
            word = tokens[index].lower
            return int(word) if word.isdecimal() else words.numbers.get(word, 0)
    return 0


def _of_them(
    last: int, scenes: Sequence[Scene], named: Collection[int], known: tuple[PeopleWords, Lemma]
) -> Iterator[str]:
    """Read "They were arraigned" right behind a list, in sentences that name nobody."""
    for number in range(last + 1, min(last + 1 + _BEHIND, len(scenes))):
        if number in named:
            return
        for token in scenes[number].sentence.tokens[:_OPENING]:
            if token.lower == "they" and token.dep in _SUBJECTS:
                yield from token_votes(scenes[number], token, *known)


def _of_group(group: _Group, scenes: Sequence[Scene], words: PeopleWords, lemma: Lemma) -> Iterator[str]:
    """Read what any sentence tells of as many people: "remanded five employees of the firm"."""
    for scene in scenes:
        for token in scene.sentence.tokens:
            if token.tag == "NNS" and _number(scene, token, words) == group.number:
                single = lemma(token.lower, "NNS")
                if single == group.noun or {single, group.noun} <= words.members:
                    yield from token_votes(scene, token, words, lemma)
