"""Who did it: the agent of what happened to the counted things."""

import pytest

from newsfacts.extract import Extractor
from newsfacts.record import Count

HEADING = "Harden Man Arraigned\nWith Sexually Assaulting Two Female Relatives"

AGENTS: list[tuple[str, str, str]] = [
    ("Police arrested John Smith for stealing five phones.", "phones", "John Smith"),
    ("The court fined a plumber, Adam Roe, for hitting three cyclists.", "cyclists", "Adam Roe"),
    ("Police used drones for tracking six suspects.", "suspects", "Police"),
    ("Two men were jailed for robbing three shops.", "shops", "Two men"),
    ("A court jailed two brothers accused of poisoning five horses.", "horses", "two brothers"),
    ("Results include a driver who was caught smuggling 80 parrots.", "parrots", "a driver"),
    ("Two sisters jailed for cheating 60 pensioners", "pensioners", "Two sisters"),
    ("Officers raided a bar, seizing nine knives.", "knives", "Officers"),
    ("The trader is believed to have sold 40 rifles.", "rifles", "The trader"),
    ("The lawyer was expected to call 14 witnesses.", "witnesses", "The lawyer"),
    ("Raids by officers have led to the seizure of 90 plants.", "plants", "officers"),
    ("Nine farmers were robbed by strangers, police said.", "farmers", "strangers"),
    ("Six brokers were indicted by a grand jury, the police department said.", "brokers", "a grand jury"),
    ("Twelve suspects were arrested by officers from Leeds.", "suspects", "officers"),
]


@pytest.mark.parametrize(("text", "noun", "agent"), AGENTS)
def test_the_agent_is_who_did_it(extractor: Extractor, text: str, noun: str, agent: str) -> None:
    facts = extractor.extract(text).facts
    found = [fact.agent for fact in facts if isinstance(fact, Count) and fact.noun == noun]
    assert len(found) == 1
    assert (found[0] or "").startswith(agent)


LIST = """As a result of the warrants the following was also seized:

- Bags of powder (believed to be cocaine)
- Three motorbikes
- A phone, which was broken, and nine knives"""


def test_an_item_shares_what_its_lead_in_says_not_what_another_item_does(extractor: Extractor) -> None:
    facts = extractor.extract(LIST).facts
    found = {fact.noun: fact.predicate for fact in facts if isinstance(fact, Count)}
    assert found["motorbikes"] == "seize"


NOBODY: list[tuple[str, str]] = [
    ("Eighty pensioners were cheated by phone.", "pensioners"),
    ("Twelve riders were hurt and 40 horses died.", "horses"),
    ("There were nine guns in the van, police said.", "guns"),
]


@pytest.mark.parametrize(("text", "noun"), NOBODY)
def test_nobody_did_what_no_doer_is_named_for(extractor: Extractor, text: str, noun: str) -> None:
    facts = extractor.extract(text).facts
    assert [fact.agent for fact in facts if isinstance(fact, Count) and fact.noun == noun] == [None]


def test_an_adverb_in_capitals_does_nothing(extractor: Extractor) -> None:
    facts = extractor.extract(HEADING).facts
    found = [fact.agent for fact in facts if isinstance(fact, Count)]
    assert len(found) == 1
    assert found[0] != "Sexually"
