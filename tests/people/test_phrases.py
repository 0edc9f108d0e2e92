"""Walk corpus/phrases/{name,role,part}.toml: each text is one article; a leave case must find nothing."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsfacts.language.reading import Reading
from newsfacts.record import Part, Person

Find = Callable[[str], tuple[Reading, list[Person]]]
PHRASES = Path(__file__).parents[2] / "corpus" / "phrases"
KINDS = ("name", "role", "part")


def cases(kind: str, side: str) -> list[Any]:
    groups = tomllib.loads((PHRASES / f"{kind}.toml").read_text(encoding="utf-8"))["group"]
    return [
        pytest.param(case, id=f"{group['phenomenon']}: {case if isinstance(case, str) else case['text']}")
        for group in groups
        for case in group.get(side, ())
    ]


def person_named(people: list[Person], name: str) -> Person:
    found = [person for person in people if person.name == name]
    assert len(found) == 1, f"{name!r} among {[person.name for person in people]}"
    return found[0]


@pytest.mark.parametrize("case", cases("name", "match"))
def test_a_name_is_one_person_with_exactly_that_span(case: dict[str, str], find_people: Find) -> None:
    marked = case["text"]
    text = re.sub(r"[\[\]]", "", marked)
    _, people = find_people(text)
    written = marked[marked.index("[") + 1 : marked.index("]")]
    assert [person.name for person in people] == [case.get("name", written)]
    assert people[0].mentions[0].text == written
    assert people[0].mentions[0].start_char == marked.index("[")


@pytest.mark.parametrize("text", cases("name", "leave"))
def test_a_phrase_without_a_name_names_nobody(text: str, find_people: Find) -> None:
    assert [person.name for person in find_people(text)[1]] == []


@pytest.mark.parametrize("case", cases("role", "match"))
def test_a_person_has_exactly_these_titles_and_this_organisation(case: dict[str, Any], find_people: Find) -> None:
    person = person_named(find_people(case["text"])[1], case["name"])
    assert [role.title for role in person.roles if role.title] == case["titles"]
    assert [role.organisation for role in person.roles if role.organisation] == (
        [case["organisation"]] if "organisation" in case else []
    )


@pytest.mark.parametrize("text", cases("role", "leave"))
def test_a_phrase_without_a_role_gives_none(text: str, find_people: Find) -> None:
    people = find_people(text)[1]
    assert [role.text for person in people for role in person.roles] == []


@pytest.mark.parametrize("case", cases("part", "match"))
def test_a_person_has_this_part(case: dict[str, str], find_people: Find) -> None:
    assert person_named(find_people(case["text"])[1], case["name"]).part == Part(case["part"])


@pytest.mark.parametrize("case", cases("part", "leave"))
def test_a_person_of_whom_nothing_is_told_has_the_part_other(case: dict[str, str], find_people: Find) -> None:
    assert person_named(find_people(case["text"])[1], case["name"]).part == Part.OTHER


@pytest.mark.parametrize("kind", KINDS)
def test_each_table_is_large_enough_and_says_how_it_was_gathered(kind: str) -> None:
    table = tomllib.loads((PHRASES / f"{kind}.toml").read_text(encoding="utf-8"))
    assert table["kind"] == kind
    assert len(cases(kind, "match")) >= 100
    assert len(cases(kind, "leave")) >= 50
    assert all(group["phenomenon"] and group["gathered"] for group in table["group"])
