"""Walk corpus/phrases/event_type.toml: the type of each event and its GKG type; a leave case is of type other."""

from typing import Any

import pytest

from newsfacts.actions.event_type import EventReader, reader
from newsfacts.lexicons import read
from newsfacts.record import EventType


@pytest.fixture(scope="module")
def event_reader() -> EventReader:
    return reader()


def _find(event_reader: EventReader, case: dict[str, Any]) -> tuple[str, str]:
    found, gkg = event_reader.event_type(case.get("predicate"), case["noun"], case["fact"], case["text"])
    return found, gkg or ""


def test_each_count_has_its_event_type(event_reader: EventReader, match_case: dict[str, Any]) -> None:
    assert _find(event_reader, match_case) == (match_case["type"], match_case.get("gkg", ""))


def test_what_is_only_there_is_other(event_reader: EventReader, leave_case: dict[str, Any]) -> None:
    assert _find(event_reader, leave_case) == (EventType.OTHER, "")


def test_the_tables_use_known_classes() -> None:
    classes = {row["class"] for row in read("event_nouns").rows} | {""}
    used = {row["noun_class"] for name in ("event_types", "gkg_types") for row in read(name).rows}
    assert used <= classes
