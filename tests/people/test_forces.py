"""A spokesperson without a body speaks for the force that the text named last before, found without reading twice."""

from collections.abc import Callable

import pytest

from newsfacts.language.reading import Reading
from newsfacts.people.pieces import Scene
from newsfacts.people.roles import context
from newsfacts.people.roles.titles import TitlePhrases
from newsfacts.record import Person

Find = Callable[[str], tuple[Reading, list[Person]]]
SPOKEN = "Police spokesman {} said that a bag was found."
NAMES = ("Aaron Pellrow", "Bettina Corfe", "Calum Drayhurst", "Dorrit Eastmoor", "Ewan Fallowby", "Freda Gorsefield")


def _bodies(people: list[Person]) -> dict[str, list[str | None]]:
    return {person.name: [role.organisation for role in person.roles] for person in people}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (f"Ayrshire Police closed a road. {SPOKEN.format('Aaron Pellrow')}", "Ayrshire Police"),
        (
            f"Ayrshire Police closed a road. Brackwater Police opened it. {SPOKEN.format('Aaron Pellrow')}",
            "Brackwater Police",
        ),
        (f"{SPOKEN.format('Aaron Pellrow')} Ayrshire Police closed a road.", None),
        (f"A road was closed. {SPOKEN.format('Aaron Pellrow')}", None),
    ],
)
def test_the_force_is_that_named_last_before(text: str, body: str | None, find_people: Find) -> None:
    (bodies,) = _bodies(find_people(text)[1]).values()
    assert (body in bodies) if body else not any(bodies)


def test_no_sentence_is_read_again_for_the_next_spokesperson(
    find_people: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    force = context._force

    def counted(scene: Scene, titles: TitlePhrases, before: int) -> str | None:
        read.append(before)
        return force(scene, titles, before)

    monkeypatch.setattr(context, "_force", counted)
    find_people("\n\n".join(SPOKEN.format(name) for name in NAMES))
    assert len(NAMES) <= len(read) <= 2 * len(NAMES)
