"""Counts of a list of charges have the verb of the first, unless a verb of their own governs them."""

import pytest

from newsfacts.extract import Extractor
from newsfacts.record import Count


@pytest.mark.parametrize(
    ("text", "predicates", "events"),
    [
        (
            "She was found guilty of one count of causing a child to engage in theft, two counts of fraud with a "
            "child, and one count of arson with a child.",
            ["find", "find", "find"],
            ["conviction", "conviction", "conviction"],
        ),
        (
            "He was convicted of one count of theft and acquitted of two counts of fraud.",
            ["convict", "acquit"],
            ["conviction", "other"],
        ),
    ],
)
def test_a_list_of_charges(extractor: Extractor, text: str, predicates: list[str], events: list[str]) -> None:
    facts = [fact for fact in extractor.extract(text).facts if isinstance(fact, Count)]
    assert [fact.predicate for fact in facts] == predicates
    assert [fact.event_type for fact in facts] == events
