"""Walk corpus/phrases/time.toml: the time of each fact, as written and as days; a leave case has none."""

from typing import Any

import pytest

from newsfacts.events.time.reader import TimeContext, TimeReader, reader


@pytest.fixture(scope="module")
def time_reader() -> TimeReader:
    return reader()


def _find(read_text: Any, time_reader: TimeReader, case: dict[str, Any]) -> TimeContext:
    line = time_reader.read(read_text(case["text"], case.get("published")))
    return line.for_span(case["start"], case["end"])


def test_each_fact_has_the_time_that_scopes_it(
    read_text: Any, time_reader: TimeReader, match_case: dict[str, Any]
) -> None:
    found = _find(read_text, time_reader, match_case)
    days = [str(day) if day else "" for day in (found.start, found.end)]
    assert (found.text, *days, found.precision) == (
        match_case["marked"],
        match_case.get("start_day", ""),
        match_case.get("end_day", ""),
        match_case["precision"],
    )


def test_what_only_looks_like_a_time_is_none(
    read_text: Any, time_reader: TimeReader, leave_case: dict[str, Any]
) -> None:
    assert _find(read_text, time_reader, leave_case) == TimeContext(None, None, None, None)
