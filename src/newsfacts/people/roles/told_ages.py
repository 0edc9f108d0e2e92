"""Ages told a sentence away from the names: "the 34-year-old was held", "They are aged 24, 31 and 19 respectively".

A description gives its age to the one person who was spoken of last, and to nobody where another bears that age; a row
of ages goes, in order, to as many people as the last sentence names that names as many. Not here: an age beside a name,
those are `ages.py`; a lead that describes before it names, that is `lead.py`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from newsfacts.lexicons.function_words import function_words
from newsfacts.people.identity.persons import Draft
from newsfacts.people.names.candidates import Candidate
from newsfacts.people.pieces import Scene
from newsfacts.people.roles.bearers import Bearers
from newsfacts.people.words import PeopleWords

__all__ = ["told_ages"]

_DESCRIBED = re.compile(r"(?:\bthe\s|\A)(\d{1,3})[- ]years?[- ]old\b", re.IGNORECASE)
_EACH = re.compile(r"\b(?P<count>[a-z]+)\s(\d{1,3})[- ]year[- ]olds\b")
_ROW = re.compile(
    r"\b(?:[Tt]hey|[Tt]he\s(?:[a-z]+\s){0,2}?[a-z]+)\s(?:are|were)\s(?:respectively\s)?aged\s"
    r"(?P<ages>\d{1,3}(?:,\s\d{1,3})*,?\sand\s\d{1,3})\b"
)
_KINSMAN = re.compile(r"\bthe\s([a-z]+),\s(?:aged\s)?([1-9]\d?)(?=,|\))", re.IGNORECASE)
"""An age behind a noun that brought somebody in: "But the aunt, 74, denied it"."""
_ONE_PERSON = function_words("one person as subject")
_BACK = 3
"""Sentences back to those whose ages a row tells."""


def told_ages(who: Bearers) -> Mapping[int, int]:
    """Give ages in years by id() of the draft, of people who have none beside their names."""
    people = {id(draft): draft for here in who.named.values() for draft, _ in here}
    aged = {name.age for draft in people.values() for name in draft.names}
    found: dict[int, int] = {}
    for number, scene in enumerate(who.scenes):
        text = scene.sentence.text
        if "year" not in text and "aged" not in text and ", " not in text:
            continue
        here = (*_one(who, number, aged), *_several(who, number), *_kinsmen(who, number), *_apposed(who, number))
        for draft, age in here:
            if all(name.age is None for name in draft.names):
                found.setdefault(id(draft), age)
    return found


def _one(who: Bearers, number: int, aged: set[int | None]) -> Iterator[tuple[Draft, int]]:
    """Read "The 34-year-old", with no noun of its own behind it, of the person in focus."""
    scene = who.scenes[number]
    for match in _DESCRIBED.finditer(scene.sentence.text):
        start = scene.sentence.start + match.start()
        if int(match[1]) in aged or _pronoun(scene, start) or _noun_behind(scene, scene.sentence.start + match.end(1)):
            continue
        draft = who.focus(number, start)
        if draft is not None and not _in_office(draft):
            yield draft, int(match[1])


def _pronoun(scene: Scene, before: int) -> bool:
    """See "He lent it to the 34-year-old": who was spoken of last is the pronoun's, the description is another's."""
    return any(piece.fold in _ONE_PERSON for piece in scene.pieces if piece.start < before)


def _noun_behind(scene: Scene, at: int) -> bool:
    """See "the 24-year-old victim": a noun that may be somebody else's."""
    index = next((i for i, piece in enumerate(scene.pieces) if piece.end > at), None)
    if index is None or index + 1 >= len(scene.pieces):
        return False
    while index < len(scene.pieces) and not scene.pieces[index].fold.endswith("old"):
        index += 1
    behind = index + 1
    return behind < len(scene.pieces) and scene.tight(behind) and scene.tag(behind)[:2] in ("NN", "JJ", "VB") and (
        scene.tag(behind) not in ("VBD", "VBZ", "VBP", "VB")
    )  # fmt: skip


def _several(who: Bearers, number: int) -> Iterator[tuple[Draft, int]]:
    """Read "The two 37-year-olds" and a row of ages of the people whom a sentence before lists."""
    text = who.scenes[number].sentence.text
    each, row = _EACH.search(text), _ROW.search(text)
    if each:
        ages = [int(each[2])] * who.words.numbers.get(each["count"], 0)
    elif row:
        ages = [int(age) for age in re.findall(r"\d+", row["ages"])]
    else:
        return
    listed = _listed(who, number, len(ages)) if len(ages) > 1 else ()
    yield from zip(listed, ages, strict=bool(listed))


def _listed(who: Bearers, number: int, count: int) -> Sequence[Draft]:
    """Give the people of the last sentence before that names as many, but for officers and officials."""
    sentences: dict[int, dict[int, Draft]] = {}
    for back in range(number - 1, max(-1, number - 1 - 2 * _BACK), -1):
        start = who.scenes[back].sentence.unit.sentence_start
        here = sorted(who.named.get(back, ()), key=lambda pair: pair[1].start)
        own = {id(draft): draft for draft, _ in here if not _in_office(draft)}
        sentences[start] = own | sentences.get(start, {})
    return next((tuple(own.values()) for own in sentences.values() if len(own) == count), ())


def _apposed(who: Bearers, number: int) -> Iterator[tuple[Draft, int]]:
    """Read "The girl, NAME, was found" of the one girl whose age a sentence before tells: "An 8-year-old girl"."""
    scene = who.scenes[number]
    for draft, name in who.named.get(number, ()):
        at = _titled(scene, name, who.words)
        noun = scene.pieces[at - 1].fold if at > 1 else ""
        if noun not in who.words.aged or scene.pieces[at - 2].fold != "the" or "," not in scene.gap(at):
            continue
        told = re.compile(rf"\b(\d{{1,3}})[- ]years?[- ]old\s(?:[a-z-]+\s){{0,3}}?{re.escape(noun)}\b")
        ages = {age for back in who.scenes[:number] for age in told.findall(back.sentence.text)}
        if len(ages) == 1:
            yield draft, int(ages.pop())


def _kinsmen(who: Bearers, number: int) -> Iterator[tuple[Draft, int]]:
    """Read "the aunt, 74," of the one person who was brought in as somebody's aunt."""
    for match in _KINSMAN.finditer(who.scenes[number].sentence.text):
        noun = match[1].lower()
        if noun not in who.words.kin:
            continue
        brought = {
            id(draft): draft
            for back in range(max(0, number - _BACK), number)
            for draft, name in who.named.get(back, ())
            if _brought_in(who.scenes[back], name, noun, who.words)
        }
        if len(brought) == 1:
            yield next(iter(brought.values())), int(match[2])


def _brought_in(scene: Scene, name: Candidate, noun: str, words: PeopleWords) -> bool:
    """See "his aunt, Mama NAME": the noun of kin in front of a name and its titles."""
    at = _titled(scene, name, words)
    return at > 0 and scene.pieces[at - 1].fold == noun


def _titled(scene: Scene, name: Candidate, words: PeopleWords) -> int:
    """Give the first piece of a name with the titles in front of it."""
    found = words.titles.before(scene.pieces, name.first)
    return found[0] if found else name.first


def _in_office(draft: Draft) -> bool:
    return any(role.rank or role.part in ("police", "official") for name in draft.names for role in name.roles)
