"""Ages that a sentence tells which does not name their bearers, and those that are nobody's who is named."""

from collections.abc import Callable

import pytest

from newsfacts.language.reading import Reading
from newsfacts.record import Person

Find = Callable[[str], tuple[Reading, list[Person]]]
TOLD = (
    ("Martin Selby, from Kent, has agreed to plead guilty. The 34-year-old was part of a gang.", {"Martin Selby": 34}),
    (
        "It was found with his aunt, Mama Helen Marwick, near the church. But the aunt, 74, denied it.",
        {"Helen Marwick": 74},
    ),
    (
        "Police seek Martin Selby and Joe Lund. The two 37-year-olds sold shares that were worth nothing.",
        {"Martin Selby": 37, "Joe Lund": 37},
    ),
    (
        "Inspector Ann Roe named them as Martin Selby; Joe Lund; and Al Tan. They are aged 24, 31 and 19 respectively.",
        {"Ann Roe": None, "Martin Selby": 24, "Joe Lund": 31, "Al Tan": 19},
    ),
    (
        "An 8-year-old girl was rescued from a boat. A 44-year-old diver was hit. The girl, Helen Marwick, is well.",
        {"Helen Marwick": 8},
    ),
    ("PC Martin Selby died unexpectedly at the age of only 36.", {"Martin Selby": 36}),
    (
        "It was named for Helen Marwick, who cooked at the jail for 41 years and who died in June at 88.",
        {"Helen Marwick": 88},
    ),
    ("Martin Selby, labourer, 23 (no relation), was freed.", {"Martin Selby": 23}),
    ("Commander Martin Selby RN (retd), 85, lived next door.", {"Martin Selby": 85}),
    (
        "Mohd Faizal Selby, 35, and Mohd Faizul Selby, 33, made the plea.",
        {"Mohd Faizal Selby": 35, "Mohd Faizul Selby": 33},
    ),
    (
        "Joe Selby, the eldest son of the former governor Ann Selby, was held. Selby, 29, of Ayr, took a car.",
        {"Joe Selby": 29, "Ann Selby": None},
    ),
)
NOT_THEIRS = (
    "Martin Selby was charged. The 24-year-old victim was taken to hospital.",
    "Martin Selby is not accused. He said he had lent his licence to the 34-year-old.",
    "Martin Selby met Joe Lund. The 34-year-old was part of a gang.",
    "A 44-year-old man and a 52-year-old man were hit. The man, Martin Selby, is well.",
    "It was found with his aunt, Helen Marwick. But the uncle, 74, denied it.",
    "Martin Selby spoke to Helen Marwick. The three 37-year-olds sold shares.",
)


@pytest.mark.parametrize(("text", "ages"), TOLD)
def test_an_age_goes_to_the_one_of_whom_it_is_told(text: str, ages: dict[str, int | None], find_people: Find) -> None:
    assert {person.name: person.age for person in find_people(text)[1]} == ages


@pytest.mark.parametrize("text", NOT_THEIRS)
def test_an_age_of_somebody_else_goes_to_nobody(text: str, find_people: Find) -> None:
    assert [person.age for person in find_people(text)[1] if person.age is not None] == []
