"""The role of money: every evidence speaks in its example, and a choice can be traced."""

import pytest

from newsfacts.actions.money_role import DECISION
from newsfacts.article import Article
from newsfacts.extract import Extractor
from newsfacts.record import MoneyRole
from newsfacts.weigh import Choice, Evidence, read_weights


def choice(extractor: Extractor, text: str) -> Choice[MoneyRole]:
    """Choose the role of the amount in [brackets]."""
    start, plain = text.index("["), text.replace("[", "").replace("]", "")
    reading = extractor.read(Article("a", plain))
    figures = extractor.figures.find(reading, extractor.language.lemma)
    (found,) = [fact.role for fact in figures if fact.match.figure.start == start and fact.role is not None]
    return found


@pytest.mark.parametrize("evidence", DECISION.catalogue, ids=[one.name for one in DECISION.catalogue])
def test_evidence_speaks_in_its_example(extractor: Extractor, evidence: Evidence) -> None:
    spoken = {name for one in choice(extractor, evidence.example).candidates for name in one.evidence}
    assert evidence.name in {name.partition("=")[0] for name in spoken}


ROLES = [
    ("Thieves stole [£50] from a till.", MoneyRole.STOLEN),
    ("He was given a [£300] fine.", MoneyRole.FINE),
    ("She was released on bail of [$500,000].", MoneyRole.BAIL),
    ("A boy was kidnapped on Monday, and his father was asked to bring [N5m].", MoneyRole.RANSOM),
    ("Officers found [£4,000] in cash under the floor.", MoneyRole.SEIZED),
    ("The gang sold the pills at [£20] each.", MoneyRole.PRICE),
    ("The blaze caused [£2m] of damage.", MoneyRole.DAMAGE),
    ("The men made off with [£700].", MoneyRole.STOLEN),
    ("He lost £9,000, of which [£6,000] was recovered.", MoneyRole.RECOVERED),
    ("He was ordered to pay a [$20,000] criminal fine.", MoneyRole.FINE),
    ("In the house police located [£4,000] in cash.", MoneyRole.SEIZED),
    ("A council worker received [£900] a month for the job.", MoneyRole.PAID),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_the_role_is_chosen(extractor: Extractor, text: str, role: MoneyRole) -> None:
    assert choice(extractor, text).value is role


def test_a_choice_can_be_traced(extractor: Extractor) -> None:
    found = choice(extractor, "He was given a [£300] fine.")
    assert found.best is not None
    assert found.runner_up is not None
    spoken = read_weights(DECISION).spoken(found.best)
    assert "modified" in [one.evidence for one in spoken]
    assert found.confidence > found.runner_up_confidence
