"""The force whose news a document is employs its officers; what is stated comes first, and two forces employ nobody."""

from collections.abc import Callable

import pytest

from newsfacts.language.reading import Reading
from newsfacts.record import OrganisationSource, Person

Find = Callable[[str], tuple[Reading, list[Person]]]

ONE = "Three Marlshire Constabulary officers ride for charity.\n\nPC Owen Talbot set off on Sunday."
TWO = "Marlshire Constabulary met Wexshire Police.\n\nPC Owen Talbot set off on Sunday."
STATED = "Marlshire Constabulary met.\n\nPC Owen Talbot of Kent Police set off on Sunday."
ASSOCIATION = "The Kent Police Federation met.\n\nPC Owen Talbot set off on Sunday."
FORMER = "Marlshire Constabulary met.\n\nFormer Inspector Owen Talbot set off on Sunday."
CIVILIAN = "Marlshire Constabulary met.\n\nOwen Talbot, a baker, set off on Sunday."
SHERIFF = "Marlshire Police met.\n\nSheriff Owen Talbot set off on Sunday."


@pytest.mark.parametrize(
    ("text", "organisation", "source"),
    [
        (ONE, "Marlshire Constabulary", OrganisationSource.DOCUMENT),
        (TWO, None, None),
        (STATED, "Kent Police", OrganisationSource.STATED),
        (ASSOCIATION, None, None),
        (FORMER, None, None),
        (CIVILIAN, None, None),
        (SHERIFF, None, None),
    ],
    ids=["one force", "two forces", "stated", "an association", "a former officer", "a civilian", "a sheriff"],
)
def test_an_officer_serves_the_one_force_of_the_document(
    text: str, organisation: str | None, source: OrganisationSource | None, find_people: Find
) -> None:
    talbot = next(person for person in find_people(text)[1] if person.name == "Owen Talbot")
    found = [(role.organisation, role.organisation_source) for role in talbot.roles if role.organisation]
    assert found == ([(organisation, source)] if organisation else [])


def test_nobody_is_called_a_suspect_below_the_probability_that_a_suspect_must_reach(find_people: Find) -> None:
    text = "Police arrested Colin Tarver on Monday. Judge Helen Marwick heard the case."
    people = {person.name: person for person in find_people(text)[1]}
    assert people["Colin Tarver"].part == "suspect"
    assert (people["Colin Tarver"].part_confidence or 0) >= 0.7
    assert people["Helen Marwick"].part == "official"
