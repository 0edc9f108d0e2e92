"""What happened to the counted things: the verb that says it, wherever the sentence has it."""

import pytest

from newsfacts.extract import Extractor
from newsfacts.record import Count

ACTIONS: list[tuple[str, str, str]] = [
    ("The total excludes the 40 lorries impounded in May.", "lorries", "impound"),
    ("There were 18 sailors who were rescued.", "sailors", "rescue"),
    ("Charges were brought against eight clerks.", "clerks", "charge"),
    ("Nine officers are under investigation.", "officers", "investigate"),
    ("All seven climbers were already dead.", "climbers", "die"),
    ("Four of the vans had to be towed away.", "vans", "tow"),
    ("Eight patients needed to be treated.", "patients", "treat"),
    ("Two boats began to burn.", "boats", "burn"),
    ("Recovered from the car were six rifles.", "rifles", "recover"),
    ("Three men died and five women were injured.", "women", "injure"),
    ("Police arrested 12 suspects.", "suspects", "arrest"),
]


@pytest.mark.parametrize(("text", "noun", "action"), ACTIONS)
def test_the_verb_that_says_what_happened_is_found(extractor: Extractor, text: str, noun: str, action: str) -> None:
    facts = extractor.extract(text).facts
    assert [fact.predicate for fact in facts if isinstance(fact, Count) and fact.noun == noun] == [action]


SHARED: list[tuple[str, list[tuple[int, str | None]]]] = [
    ("Five people were killed and seven wounded when a wall fell.", [(5, "kill"), (7, "wound")]),
    ("Five people were killed and seven seriously injured in a crash.", [(5, "kill"), (7, "injure")]),
    ("Two boys were shot dead and three badly hurt in the lane.", [(2, "shoot"), (3, "hurt")]),
    ("Officers recovered:\n\n• 3 pistols\n• 40 rounds of ammunition", [(3, "recover"), (40, "recover")]),
    ("Items stolen include the following:\n* 2 laptops\n* 3 phones", [(2, "steal"), (3, "steal")]),
    ("The 12 wounded were taken away.", [(12, "take")]),
    ("The attacks resulted in 50 fatalities and injuries to 53 other people.", [(50, "die"), (53, "injure")]),
]


@pytest.mark.parametrize(("text", "acts"), SHARED)
def test_each_count_has_its_own_verb(extractor: Extractor, text: str, acts: list[tuple[int, str | None]]) -> None:
    facts = extractor.extract(text).facts
    assert [(int(fact.value or 0), fact.predicate) for fact in facts if isinstance(fact, Count)] == acts


DOERLESS = ["Six men died.", "Nine people were injured.", "There were 12 arrests."]


@pytest.mark.parametrize("text", DOERLESS)
def test_where_nobody_is_named_nobody_did_it(extractor: Extractor, text: str) -> None:
    assert [fact.agent for fact in extractor.extract(text).facts if isinstance(fact, Count)] == [None]
