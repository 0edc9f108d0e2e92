"""Who is the same person: the names that a text gives its people, each once, by the fullest form."""

from collections.abc import Callable

import pytest

from newsfacts.language.reading import Reading
from newsfacts.record import Person

Find = Callable[[str], tuple[Reading, list[Person]]]

SAME = {
    "an alias alone is its bearer": (
        "Assan Tarrowby, 26, also known as Andre, was jailed. Andre sold heroin.",
        ["Assan Tarrowby"],
    ),
    "an alias in the headline is its bearer below": (
        "‘Grey Tarrowby’ arrested in Ayr\n\nAssan Pellworth, alias ‘Grey Tarrowby’, was held on Monday.",
        ["Assan Pellworth"],
    ),
    "an alias behind the sign for at": (
        "Those arrested are Assan Pellworth @ Ratta and Kofi Tench.",
        ["Assan Pellworth", "Kofi Tench"],
    ),
    "a long surname with a letter apart": (
        "Viran Thambuwela, 40, was held. Thanbuwela owns a club.",
        ["Viran Thambuwela"],
    ),
    "two letters of a given name swapped": (
        "Michael Tarrowby spoke. Micheal Tarrowby left.",
        ["Michael Tarrowby"],
    ),
    "a familiar word before a family name": (
        "Auxiliary officer Gao Tianyu led the pig. Xiao Gao smiled. Gao Tianyu went home.",
        ["Gao Tianyu"],
    ),
    "two aliases with and": (
        "Kofi Pellworth, also known as Ishmael Addo and Kofi Ketewa, aged 32, was held. Kofi Ketewa wept.",
        ["Kofi Pellworth"],
    ),
    "two family names with and without a hyphen": (
        "Officer Jose Peguero Rivera spoke. Peguero-Rivera left.",
        ["Jose Peguero Rivera"],
    ),
    "letters of an office before a known family name": (
        "Attorney General Eric Maldon sued. AG Maldon won.",
        ["Eric Maldon"],
    ),
    "a family name that opens a sentence": (
        "Sibusiso Madlowa, 52, was held. Madlowa, chairperson of the Taxi Association, smiled.",
        ["Sibusiso Madlowa"],
    ),
}
APART = {
    "wife and husband of one name in a sentence": (
        "Grace Anietie Otuwa, wife of Hon. Anietie Otuwa, was kidnapped. Hon. Anietie Otuwa wept.",
        ["Grace Anietie Otuwa", "Anietie Otuwa"],
    ),
    "a short surname with a letter apart": (
        "Ann Harte, 40, was held. Police told Marte, a neighbour, to leave. Marte said no.",
        ["Ann Harte", "Marte"],
    ),
    "two of a family name behind a familiar word": (
        "Gao Tianyu and Gao Minfei led the pig. Inspector Xiao Gao smiled.",
        ["Gao Tianyu", "Gao Minfei", "Xiao Gao"],
    ),
    "people behind an alias": (
        "Police seek Ravi Pellworth alias 'Ratta', Wasan Tarrowby and Rahul Tench.",
        ["Ravi Pellworth", "Wasan Tarrowby", "Rahul Tench"],
    ),
    "names of one word in a list of ages": (
        "Rubelo, 18, Belayat, 23, Kaiyuma, 32, and Ali, 20, were kidnapped.",
        ["Rubelo", "Belayat", "Kaiyuma", "Ali"],
    ),
}


@pytest.mark.parametrize(("text", "names"), SAME.values(), ids=SAME.keys())
def test_names_that_mean_one_are_one_person(text: str, names: list[str], find_people: Find) -> None:
    assert [person.name for person in find_people(text)[1]] == names


@pytest.mark.parametrize(("text", "names"), APART.values(), ids=APART.keys())
def test_names_that_mean_others_stay_apart(text: str, names: list[str], find_people: Find) -> None:
    assert [person.name for person in find_people(text)[1]] == names


def test_a_family_name_means_him_of_whom_the_text_tells_not_his_son(find_people: Find) -> None:
    _, people = find_people(
        "Sibusiso Madlowa, 52, was held. His son, Wandile Madlowa, 25, left. "
        "Madlowa, chairperson of the Taxi Association, smiled."
    )
    assert [(person.name, [role.title for role in person.roles]) for person in people] == [
        ("Sibusiso Madlowa", ["chairperson"]),
        ("Wandile Madlowa", []),
    ]
