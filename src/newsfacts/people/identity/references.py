"""Where the text means a person: names, pronouns, titles alone, "the 34-year-old".

A pronoun is tied only where one person can be meant; when in doubt nothing is said.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsfacts.language.reading import Reading
from newsfacts.lexicons.function_words import any_of
from newsfacts.record import Part, Person

__all__ = ["Reference", "references"]


class Reference(NamedTuple):
    """Mark one place that means a person."""

    start_char: int
    """Index of the first character in the article."""
    end_char: int
    """Index behind the last character."""
    person_id: str
    """Whom it means."""


_THE = re.compile(r"\b[Tt]he ([^\W\d_]+)")
_GOES_ON = re.compile(rf"[^\W_]| (?:{any_of('inside a name')})\b| [A-Z]")
_ADDRESS = re.compile(r"\b(Mr|Mrs|Ms|Miss)\.?\s\Z")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")


def references(reading: Reading, people: Sequence[Person], genders: Mapping[str, str] | None = None) -> list[Reference]:
    """List every place that means one of the people, in text order.

    `genders` maps given names in lower case to male or female; without it pronouns are tied by number and place alone.
    """
    found = [Reference(m.start_char, m.end_char, person.person_id) for person in people for m in person.mentions]
    found.extend(_titles(reading, people))
    found.extend(_ages(reading, people))
    found.extend(_pronouns(reading, people, found, genders or {}))
    return sorted(set(found))


def _titles(reading: Reading, people: Sequence[Person]) -> list[Reference]:
    """Tie "the captain", "the PPRO" to the one person who has that title, behind the first mention."""
    bearers: dict[str, list[Person]] = {}
    for person in people:
        for title in {role.title.lower() for role in person.roles if role.title}:
            bearers.setdefault(title, []).append(person)
            last = title.split()[-1]
            if last != title:
                bearers.setdefault(last, []).append(person)
    by_word: dict[str, list[tuple[str, Person]]] = {}
    for title, owners in bearers.items():
        if len({person.person_id for person in owners}) == 1:
            by_word.setdefault(title.split()[0], []).append((title, owners[0]))
    found: list[Reference] = []
    for match in _THE.finditer(reading.text) if by_word else ():
        for title, person in by_word.get(match[1].lower(), ()):
            end = match.start(1) + len(title)
            behind = match.start() > person.mentions[0].start_char and not _GOES_ON.match(reading.text, end)
            if behind and reading.text[match.start(1) : end].lower() == title:
                found.append(Reference(match.start(), end, person.person_id))
    return found


def _ages(reading: Reading, people: Sequence[Person]) -> list[Reference]:
    found: list[Reference] = []
    ages = Counter(person.age for person in people)
    for person in people:
        if person.age is None or ages[person.age] > 1:
            continue
        pattern = re.compile(rf"\b[Tt]he {person.age}[- ]year[- ]old\b")
        found.extend(
            Reference(match.start(), match.end(), person.person_id)
            for match in pattern.finditer(reading.text, person.mentions[0].start_char)
        )
    return found


def _pronouns(
    reading: Reading, people: Sequence[Person], named: Sequence[Reference], given: Mapping[str, str]
) -> list[Reference]:
    """Tie he and she at the head of a clause to the one person whom this and the previous sentence name."""
    by_sentence: dict[int, list[Reference]] = {}
    for reference in named:
        sentence = reading.sentence_at(reference.start_char)
        if sentence:
            by_sentence.setdefault(sentence.index, []).append(reference)
    genders = {person.person_id: _gender(reading, person, given) for person in people}
    victims = {person.person_id for person in people if person.part is Part.VICTIM}
    found: list[Reference] = []
    open_: str | None = None
    for sentence in reading.sentences:
        here = sorted(by_sentence.get(sentence.index, ()))
        for match in _PRONOUN.finditer(sentence.text):
            start = match.start() + sentence.start
            before = {reference.person_id for reference in here if reference.start_char < start}
            antecedent = next(iter(before)) if len(before) == 1 else open_ if not before else None
            gender = "male" if match[0].lower() == "he" else "female"
            if antecedent and genders.get(antecedent) in ("", gender) and not (victims and antecedent in victims):
                found.append(Reference(start, start + len(match[0]), antecedent))
        ids = {reference.person_id for reference in here}
        if len(ids) == 1:
            open_ = next(iter(ids))
        elif ids or len(sentence.tokens) > 3:
            open_ = open_ if not ids and found and found[-1].start_char >= sentence.start else None
    return found


def _gender(reading: Reading, person: Person, given: Mapping[str, str]) -> str:
    """Read the gender off an honorific before a mention, else off the given name; "" where neither tells."""
    for mention in person.mentions:
        match = _ADDRESS.search(reading.text, max(0, mention.start_char - 8), mention.start_char)
        if match:
            return "male" if match[1] == "Mr" else "female"
    words = person.name.lower().split()
    return given.get(words[0], "") if len(words) > 1 else ""
