"""Walk corpus/phrases/place.toml: the place of each fact, as written; a leave case has none.

Each phrase is read as rules read it, by what is nearest; the choice, which is weighed, has to agree with nearly all.
"""

from typing import Any

import pytest
from phrase_cases import cases_of

from newsfacts.events.place.map import PlaceMap
from newsfacts.events.place.reader import PlaceReader, reader

AGREEING = 0.85
"""Share of the phrases that the weighed choice has right: they were written for rules, one phrase a rule."""


@pytest.fixture(scope="module")
def place_reader() -> PlaceReader:
    return reader()


def _read(read_text: Any, place_reader: PlaceReader, case: dict[str, Any]) -> PlaceMap:
    return place_reader.read(read_text(case["text"]))


def test_each_fact_has_its_place(read_text: Any, place_reader: PlaceReader, match_case: dict[str, Any]) -> None:
    found = _read(read_text, place_reader, match_case).nearest_to(match_case["start"], match_case["end"])
    assert found is not None
    assert found.text == match_case["marked"]


def test_what_tells_no_place_has_none(read_text: Any, place_reader: PlaceReader, leave_case: dict[str, Any]) -> None:
    assert _read(read_text, place_reader, leave_case).nearest_to(leave_case["start"], leave_case["end"]) is None


def test_the_choice_agrees_with_nearly_all_phrases(read_text: Any, place_reader: PlaceReader) -> None:
    cases = cases_of("place", "match")
    found = [_read(read_text, place_reader, case).for_span(case["start"], case["end"]) for case in cases]
    right = sum(one.text == case["marked"] for one, case in zip(found, cases, strict=True))
    assert right >= AGREEING * len(cases)
