"""Walk corpus/phrases/time.toml: the time of each fact, as written and as days; a leave case has none.

Each phrase is read as rules read it, by what is nearest; the choice, which is weighed, has to agree with nearly all.
"""

from typing import Any

import pytest
from phrase_cases import cases_of

from newsfacts.events.time.line import TimeLine
from newsfacts.events.time.reader import TimeReader, reader
from newsfacts.record import TimePrecision

AGREEING = 0.85
"""Share of the phrases that the weighed choice has right: they were written for rules, one phrase a rule."""


@pytest.fixture(scope="module")
def time_reader() -> TimeReader:
    return reader()


def _read(read_text: Any, time_reader: TimeReader, case: dict[str, Any]) -> TimeLine:
    return time_reader.read(read_text(case["text"], case.get("published")))


def _days(start: object, end: object) -> list[str]:
    return [str(day) if day else "" for day in (start, end)]


def test_each_fact_has_the_time_that_scopes_it(
    read_text: Any, time_reader: TimeReader, match_case: dict[str, Any]
) -> None:
    found = _read(read_text, time_reader, match_case).nearest_to(match_case["start"], match_case["end"])
    assert found is not None
    expression = found[1].expression
    interval = expression.interval
    precision = interval.precision if interval.start or interval.end else TimePrecision.UNKNOWN
    assert (expression.text, *_days(interval.start, interval.end), precision) == (
        match_case["marked"],
        match_case.get("start_day", ""),
        match_case.get("end_day", ""),
        match_case["precision"],
    )


def test_what_only_looks_like_a_time_is_none(
    read_text: Any, time_reader: TimeReader, leave_case: dict[str, Any]
) -> None:
    assert _read(read_text, time_reader, leave_case).nearest_to(leave_case["start"], leave_case["end"]) is None


def test_the_choice_agrees_with_nearly_all_phrases(read_text: Any, time_reader: TimeReader) -> None:
    cases = cases_of("time", "match")
    right = 0
    for case in cases:
        found = _read(read_text, time_reader, case).for_span(case["start"], case["end"])
        right += [*_days(found.start, found.end)] == [case.get("start_day", ""), case.get("end_day", "")]
    assert right >= AGREEING * len(cases)
