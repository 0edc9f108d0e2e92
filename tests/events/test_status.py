"""Walk corpus/phrases/status.toml: how each fact is stated and by whom; a leave case is asserted by the text itself."""

from typing import Any

import pytest

from newsfacts.events.status.reader import QuoteSpan, StatusContext, StatusReader, reader
from newsfacts.record import Status


@pytest.fixture(scope="module")
def status_reader() -> StatusReader:
    return reader()


def test_each_fact_has_its_status_and_source(
    read_text: Any, status_reader: StatusReader, match_case: dict[str, Any]
) -> None:
    found = status_reader.read(read_text(match_case["text"])).for_span(match_case["start"], match_case["end"])
    assert found.status == match_case["status"]
    if "attribution" in match_case:
        assert found.attribution == match_case["attribution"]


def test_plain_statements_are_asserted(read_text: Any, status_reader: StatusReader, leave_case: dict[str, Any]) -> None:
    found = status_reader.read(read_text(leave_case["text"])).for_span(leave_case["start"], leave_case["end"])
    assert found == StatusContext(Status.ASSERTED, None)


def test_a_fact_in_a_quote_is_its_speakers(read_text: Any, status_reader: StatusReader) -> None:
    text = "Ann Roe spoke first. “Nine men ran away.”"
    quote = QuoteSpan(text.index("“"), len(text), "Ann Roe")
    found = status_reader.read(read_text(text), [quote]).for_span(text.index("Nine"), text.index(" ran"))
    assert found.attribution == "Ann Roe"


def test_a_pronoun_is_the_source_told_before(read_text: Any, status_reader: StatusReader) -> None:
    text = "Superintendent Ann Roe said two men fled. She added that nine women were held."
    start = text.index("nine")
    found = status_reader.read(read_text(text)).for_span(start, start + len("nine women"))
    assert found.attribution == "Superintendent Ann Roe"
