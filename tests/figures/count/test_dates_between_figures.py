"""Dates between the figures of a change are no figures, and take none with them."""

import pytest

from newsfacts.extract import Extractor
from newsfacts.record import Count


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Break-ins rose from 2,816 in 2012 to 2,934 in 2013.", [2816, 2934]),
        ("Complaints fell from 816 on May 3 to 534 on May 10.", [816, 534]),
        ("Seizures rose from 410 000 pills in 2012–13 to 520 000 pills in 2013–14.", [410000, 520000]),
        ("The force had 1900 to 2500 officers.", [None]),
    ],
)
def test_a_date_is_no_end_of_a_range(extractor: Extractor, text: str, values: list[int | None]) -> None:
    facts = [fact for fact in extractor.extract(text).facts if isinstance(fact, Count)]
    assert [fact.value for fact in facts] == values
