"""One person, one entry; ages; what refers to whom."""

from collections.abc import Callable

import pytest

from newsfacts.language.reading import Reading
from newsfacts.people import finder
from newsfacts.record import Person

FINDER = finder()
Find = Callable[[str], tuple[Reading, list[Person]]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Aaron Levi Jamison, 32, was held. Aaron Jamison denied it. Jamison left.", ["Aaron Levi Jamison"]),
        ("They held Abey Fagbohun (20). Abbey Fagbohun had fled.", ["Abey Fagbohun"]),
        ("Police held Ann Hollis, 30, and Peter Hollis, 33.", ["Ann Hollis", "Peter Hollis"]),
        ("Mr Dennis Aldous spoke. Mrs Carol Aldous did not.", ["Dennis Aldous", "Carol Aldous"]),
        ("Sun Weimin spoke. Sun said he was glad.", ["Sun Weimin"]),
    ],
)
def test_one_person_is_one_entry(text: str, names: list[str], find_people: Find) -> None:
    assert [person.name for person in find_people(text)[1]] == names


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ("Onesmus Odhawa, popularly known as Mashine, was held.", ["Mashine"]),
        ("Jignesh Vaghani alias Jigo (34) was held.", ["Jigo"]),
        ('Kyle "Ticker" Broadben, 26, was held.', ["Ticker"]),
        ("Loveth Odahwa spoke. Odahwa said more.", ["Odahwa"]),
    ],
)
def test_other_forms_are_aliases(text: str, aliases: list[str], find_people: Find) -> None:
    people = find_people(text)[1]
    assert [person.aliases for person in people] == [aliases]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("John Adewole (21) was held.", 21),
        ("Karen Whitlow, 31, of Mill Lane, was held.", 31),
        ("Craig Downham, aged 28, was held.", 28),
        ("A 40-year-old man, simply identified as Craig Downham, was held.", 40),
        ("A 40-year-old, Craig Downham, was held.", 40),
        ("Craig Downham, driver, 40, was held.", 40),
        ("Craig Downham, a father of two, 33, was hurt.", 33),
        ("Craig Downham (a.k.a. Small Craig), 29, was held.", 29),
        ("Craig Downham, (m, aged 19yrs), was held.", 19),
        ("The suspects include Craig Downham, m, 35.", 35),
        ("Police held Craig Downham ‘m’ 30yrs, from Leeds.", 30),
        ("Police held Craig Downham m’ 30yrs native of Leeds.", 30),
        ("Craig Downham, 44 plead guilty to the robbery.", 44),
        ("POLICE ARRESTED 20-YEAR OLD CRAIG DOWNHAM IN THE PORT.", 20),
        ("He shot dead a 26-year-old youth, Craig Downham. The gunman fled.", 26),
        ("Craig Downham (M/54) was hurt.", 54),
        ("Craig Downham, of Mill Lane, Leeds, aged 54, died at the scene.", 54),
        ("Craig Downham turned 54 on Monday.", 54),
        ("Constable Craig Downham, who died in April, aged 48, was honoured.", 48),
        ("Craig Downham is still in hospital. He is 23, and it was his first week at work.", 23),
        ("A 19-year-old man was arrested over an affray. Craig Downham of Mill Road has been charged.", 19),
        ("Craig Downham, manager, 40 Mill Lane, was there.", None),
        ("Craig Downham, badge 22, spoke.", None),
        ("Craig Downham scored 34 points in 40 minutes.", None),
        ("Zhang Xiaoling, age 34, was held.", 34),
        ("Officers held 23-year-old Austin Robey.", 23),
        ("Officers held twenty-three-year-old Austin Robey.", 23),
        ("The crash killed his two-year-old son, Austin Robey.", 2),
        ("He sold the many-year-old house to Austin Robey.", None),
        ("Deng Xinyi, a 25-year-old clerk, was held.", 25),
        ("Jignesh Vaghani alias Jigo (34) was held.", 34),
        ("Karen Whitlow was held. The 31-year-old denied it.", 31),
        ("Anthony Joyner (08/08/84) was held.", None),
        ("Karen Whitlow was held at 31 Mill Lane.", None),
        ("Michael Ashen, aged 82 and from Maidenhead, was last seen.", 82),
        ("Thomas Ashen, 1, was hurt.", 1),
        ("Michael Ashen 2, Hull 0.", None),
        ("Michael Ashen 45, of Hull, was fined.", 45),
    ],
)
def test_an_age_is_read_where_it_is_written(text: str, age: int | None, find_people: Find) -> None:
    assert [person.age for person in find_people(text)[1]] == [age]


def test_an_age_in_a_list_needs_no_comma_behind_it(find_people: Find) -> None:
    people = find_people("Taibur Rahman, 18 and Faisal Ahmed, 19, were held.")[1]
    assert [person.age for person in people] == [18, 19]


@pytest.mark.parametrize(
    ("text", "referring"),
    [
        ("Karen Whitlow, 31, was held. The 31-year-old denied it.", ["Karen Whitlow", "The 31-year-old"]),
        ("Captain Musa Danbatta spoke. The captain left.", ["Musa Danbatta", "The captain"]),
        ("Marcus Ellerbeck has a shop. He was held.", ["Marcus Ellerbeck", "He"]),
        ("Marcus Ellerbeck met Liam Prosser. He was held.", ["Marcus Ellerbeck", "Liam Prosser"]),
        ("Marcus Ellerbeck has a shop. She was held.", ["Marcus Ellerbeck"]),
    ],
)
def test_only_what_means_one_person_is_a_reference(text: str, referring: list[str], find_people: Find) -> None:
    reading, people = find_people(text)
    assert [text[found.start_char : found.end_char] for found in FINDER.references(reading, people)] == referring


def test_a_title_a_sentence_away_belongs_to_the_one_person_named_before(find_people: Find) -> None:
    text = "When Sun Weimin spoke, he smiled. As one, the deputy director of the trial centre has solved 40 cases."
    (person,) = find_people(text)[1]
    assert [(role.title, role.organisation) for role in person.roles] == [("deputy director", "trial centre")]


def test_a_spokesperson_speaks_for_the_force_named_before(find_people: Find) -> None:
    text = "The Ekwa State Police Command has held two men. The PPRO, ASP Sunday Abubakar, said so."
    (person,) = find_people(text)[1]
    assert "Ekwa State Police Command" in [role.organisation for role in person.roles]
    assert [role.rank for role in person.roles if role.title == "ASP"] == ["Assistant Superintendent of Police"]
