"""Every evidence about actions and agents speaks in its own example."""

import re
from collections.abc import Sequence
from typing import Any

import pytest

from newsfacts.actions import action, agent
from newsfacts.actions.actors import ACTOR_WAYS
from newsfacts.actions.predicate import Acted
from newsfacts.actions.ways import WAYS
from newsfacts.extract import Extractor, as_article
from newsfacts.figures.count.reader import CountMatch
from newsfacts.weigh import Choice, Evidence


def _acted(extractor: Extractor, example: str) -> list[Acted]:
    """Give the acts of the counts whose noun the brackets hold."""
    start = example.index("[")
    end = example.index("]") - 1
    reading = extractor.read(as_article(re.sub(r"[\[\]]", "", example)))
    facts = extractor.figures.find(reading, extractor.language.lemma)
    inside = [f for f in facts if f.match.figure.start < end and start < f.match.figure.end]
    return [f.acted for f in inside if isinstance(f.match, CountMatch) and f.acted is not None]


def _spoken(choices: Sequence[Choice[Any]]) -> set[str]:
    said = {evidence for choice in choices for one in choice.candidates for evidence in one.evidence}
    said |= {evidence for choice in choices for evidence in choice.against}
    return {evidence.partition("=")[0] for evidence in said}


@pytest.mark.parametrize("evidence", action.DECISION.catalogue, ids=lambda one: one.name)
def test_evidence_of_an_action_speaks_in_its_example(extractor: Extractor, evidence: Evidence) -> None:
    choices = [one.action for one in _acted(extractor, evidence.example)]
    assert evidence.name in _spoken(choices)


@pytest.mark.parametrize("evidence", agent.DECISION.catalogue, ids=lambda one: one.name)
def test_evidence_of_an_agent_speaks_in_its_example(extractor: Extractor, evidence: Evidence) -> None:
    choices = [one.agent for one in _acted(extractor, evidence.example) if one.agent is not None]
    assert evidence.name in _spoken(choices)


def test_ways_have_names_of_their_own() -> None:
    assert len({way.name for way in WAYS}) == len(WAYS)
    assert len({way.name for way in ACTOR_WAYS}) == len(ACTOR_WAYS)
