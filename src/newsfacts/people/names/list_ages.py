"""Ages that stand behind a list of names: "A, B and C, all 16", "A and B, 34 and 36", "A and B, aged seven and four".

One age for all goes to every name that the list joins; several go to as many names as there are ages, in their order.
In a flattened table the age is the line below the name, where a column is headed "Age". Not here: an age beside one
name; that is `behind.py`.
"""

import re
from collections.abc import Mapping, Sequence

from newsfacts.people.ages import AGE_BEHIND, AGE_LATER
from newsfacts.people.names.candidates import Candidate
from newsfacts.people.pieces import Scene

__all__ = ["give_ages", "give_column_ages", "give_surname_ages"]

_ONE = re.compile(r",\s(?:all|both)\s(?:aged\s)?(\d{1,3})\b(?!\s[a-z]+s\b)")
_TWINS_AGE = re.compile(r",\s(?:aged\s)?(\d{1,3})\b(?!\s[a-z]+s\b)")
_AGES = re.compile(
    r"""
    ,?\s (?:(?:who\s)?(?:were|are)\s)? (?P<aged>(?:respectively\s)?(?:aged|ages)\s)?
    (?P<ages> (?:\d{1,3}|[a-z]+) (?:,\s(?:\d{1,3}|[a-z]+))* ,?\s(?:and|&)\s (?:\d{1,3}|[a-z]+) ) \b
    (?! \s(?!respectively|at\b|when\b)[a-z]+s\b )
    """,
    re.VERBOSE,
)
"""Ages in a row; what is counted ("seven and four sons") follows none of them."""
_YOUNGEST, _OLDEST = 10, 99
"""Ages that a column of arrests or victims has; smaller numbers are those of rows."""
_AGE = re.compile(r"\d+|[a-z]+")
_JOINT = re.compile(r",?\s(?:and\s|&\s)?|,\s?")
_LATER = 90
"""Characters behind a name in which "a 39-year-old driver" begins."""
_REACH = 60
"""Characters behind the last name in which the ages stand."""


def give_ages(group: Sequence[Candidate], scene: Scene, numbers: Mapping[str, int]) -> None:
    """Give the names of one sentence, which stand in order, the ages behind their lists."""
    for place, last in enumerate(group):
        behind = scene.sentence.text[last.end - scene.sentence.start :][:_REACH]
        one = _ONE.match(behind) or (_TWINS_AGE.match(behind) if _twins(group, place, scene) else None)
        ages = [int(one[1])] if one else _ages(behind, numbers)
        if not ages:
            continue
        joined = _joined(group, place, scene)
        if one:
            ages *= len(joined)
        if 1 < len(ages) <= len(joined) or one:
            for candidate, age in zip(joined[-len(ages) :], ages, strict=True):
                candidate.age = age if len(ages) > 1 or candidate.age is None else candidate.age
                candidate.ids.add("age_behind")


def give_column_ages(candidates: Sequence[Candidate], scenes: Sequence[Scene]) -> None:
    """Give names that open a line of a flattened table the number on the line below, where a column is called Age."""
    headed = next((n for n, scene in enumerate(scenes) if [p.fold for p in scene.pieces] == ["age"]), None)
    if headed is None:
        return
    for candidate in candidates:
        number = candidate.scene + 1
        if candidate.scene <= headed or candidate.first or candidate.age is not None or number >= len(scenes):
            continue
        below = scenes[number].pieces
        if len(below) == 1 and below[0].text.isdecimal() and _YOUNGEST <= int(below[0].text) <= _OLDEST:
            candidate.age = int(below[0].text)
            candidate.ids.add("age_behind")


def give_surname_ages(candidates: Sequence[Candidate], scenes: Sequence[Scene]) -> None:
    """Give a surname that ends a whole name of the text the age behind it: "Roe, a 39-year-old driver"."""
    surnames = {candidate.folds[-1] for candidate in candidates if not candidate.single}
    for candidate in candidates:
        if not candidate.single or candidate.age is not None or candidate.folds[0] not in surnames:
            continue
        sentence = scenes[candidate.scene].sentence
        behind = sentence.text[candidate.end - sentence.start :][:_LATER]
        age = AGE_LATER.match(behind)
        if age and not AGE_BEHIND.match(behind):
            candidate.age = int(age[1])
            candidate.ids.add("age_behind")


def _twins(group: Sequence[Candidate], place: int, scene: Scene) -> bool:
    """See "twins, A and B, 5": one age of two."""
    first = _joined(group, place, scene)[0]
    return first is not group[place] and first.first > 0 and scene.pieces[first.first - 1].fold == "twins"


def _ages(behind: str, numbers: Mapping[str, int]) -> list[int]:
    """Read ages in a row; written numbers only behind "aged"."""
    found = _AGES.match(behind)
    if not found:
        return []
    words = [word for word in _AGE.findall(found["ages"]) if word != "and"]
    if not found["aged"] and not all(word.isdecimal() for word in words):
        return []
    ages = [int(word) if word.isdecimal() else numbers.get(word, 0) for word in words]
    return ages if all(0 < age < 120 for age in ages) else []


def _joined(group: Sequence[Candidate], place: int, scene: Scene) -> Sequence[Candidate]:
    """Give the names that commas and "and" join to the one at `place`, up to it."""
    first = place
    while first and _JOINT.fullmatch(scene.sentence.slice(group[first - 1].end, group[first].start)):
        first -= 1
    return group[first : place + 1]
