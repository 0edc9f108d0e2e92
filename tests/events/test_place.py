"""Walk corpus/phrases/place.toml: the place of each fact, as written, and where it was read; a leave case has none."""

from typing import Any

import pytest

from newsfacts.events.place.reader import PlaceContext, PlaceReader, reader


@pytest.fixture(scope="module")
def place_reader() -> PlaceReader:
    return reader()


def _find(read_text: Any, place_reader: PlaceReader, case: dict[str, Any]) -> PlaceContext:
    return place_reader.read(read_text(case["text"])).for_span(case["start"], case["end"])


def test_each_fact_has_its_place(read_text: Any, place_reader: PlaceReader, match_case: dict[str, Any]) -> None:
    found = _find(read_text, place_reader, match_case)
    assert (found.text, found.source) == (match_case["marked"], match_case["source"])


def test_what_tells_no_place_has_none(read_text: Any, place_reader: PlaceReader, leave_case: dict[str, Any]) -> None:
    assert _find(read_text, place_reader, leave_case) == PlaceContext(None, None)
