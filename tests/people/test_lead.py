"""Whom a lead means by "a 13-year-old girl" or "a 34-year-old man", and when that is left open."""

from collections.abc import Callable
from typing import Any

import pytest

from newsfacts.record import Part, Person

Find = Callable[[str], tuple[Any, list[Person]]]

CHILD = (
    "Police have arrested four suspects for abducting a 13-year-old child in Ayr. One Femi Tarn made a complaint. He "
    "told the police that his daughter, Susan Tarn, was sent on an errand."
)
SUSPECT = "A 34-year-old man has been jailed for five years. Mark Tarn, of Mill Lane, pleaded guilty to burglary."
VICTIM = "A 34-year-old man was killed when his car hit a tree. He has been named as Mark Tarn. Sgt Ann Roe spoke."


@pytest.mark.parametrize(
    ("text", "name", "age", "part"),
    [
        (CHILD, "Susan Tarn", 13, Part.VICTIM),
        (SUSPECT, "Mark Tarn", 34, Part.SUSPECT),
        (VICTIM, "Mark Tarn", 34, Part.VICTIM),
        ("Kim Tarn was jailed. The 25-year-old, of Mill Lane, was sentenced on Monday.", "Kim Tarn", 25, Part.SUSPECT),
        ("Kim Tarn was found dead. She was 41 years old at the time.", "Kim Tarn", 41, Part.VICTIM),
        ("He stabbed Kim Tarn. The victim, 23, was taken to hospital.", "Kim Tarn", 23, Part.VICTIM),
        ("Graham Tarn, aged 62 years, from the Ayr area, was charged.", "Graham Tarn", 62, Part.SUSPECT),
        ("Dan Tarn, Jake Orwin, and Drake Roe, all 16, were killed.", "Dan Tarn", 16, Part.VICTIM),
        ("44-year-old Max Tarn, 66-year-old Ian Roe, and Paul Orwin were held.", "Max Tarn", 44, None),
        ("Have you seen Graham Tarn, aged 62?", "Graham Tarn", 62, None),
    ],
)
def test_an_age_away_from_the_name_is_found(
    text: str, name: str, age: int, part: Part | None, find_people: Find
) -> None:
    person = next(person for person in find_people(text)[1] if person.name == name)
    assert person.age == age
    assert part is None or person.part is part


@pytest.mark.parametrize(
    "text",
    [
        "A 40-year-old woman was robbed in Ayr. Mark Tarn, of Mill Lane, was arrested.",
        "A 34-year-old man was jailed. Mark Tarn was charged. Paul Orwin was charged too.",
        "A 34-year-old man was jailed and a 29-year-old man was fined. Mark Tarn was charged.",
        "A 34-year-old man was jailed. DC Mark Tarn arrested him.",
        "A 34-year-old woman was jailed. Mark Tarn was charged.",
        "A 13-year-old boy was abducted. His daughter, Susan Tarn, was not at home.",
        "A man of 34, Paul Orwin, 34, was jailed, as a 34-year-old man had been before. Mark Tarn was charged.",
    ],
)
def test_where_two_fit_or_none_no_age_is_guessed(text: str, find_people: Find) -> None:
    for person in find_people(text)[1]:
        assert person.name == "Paul Orwin" or person.age is None
