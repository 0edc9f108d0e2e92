"""Every weighed decision: its table fits its catalogue, and its score on articles left out is not below its floor."""

import json
from pathlib import Path

import pytest

from newsfacts.evaluation.learning.decisions import DECISIONS
from newsfacts.evaluation.learning.run import collect
from newsfacts.evaluation.learning.studies import annotated
from newsfacts.extract import Extractor
from newsfacts.weigh import Decision, Situation, read_weights
from newsfacts.weigh.crossvalidation import checked_by_article, settle
from newsfacts.weigh.making import result

CORPUS = Path(__file__).parent.parent.parent.parent / "corpus"
FLOORS: dict[str, float] = json.loads((CORPUS / "decision_floors.json").read_text())
NAMES = [weighed.decision.name for weighed in DECISIONS]
BY_NAME = {weighed.decision.name: weighed.decision for weighed in DECISIONS}


@pytest.fixture(scope="module")
def situations(extractor: Extractor) -> dict[str, list[Situation]]:
    """Give the situations of every decision in the corpus; each article is read once."""
    return collect(DECISIONS, annotated([CORPUS]), extractor)


def test_every_decision_has_a_floor() -> None:
    assert sorted(FLOORS) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_choices_on_articles_left_out_are_as_right_as_they_were(
    name: str, situations: dict[str, list[Situation]]
) -> None:
    if not situations[name]:
        pytest.skip(f"no article of the corpus is annotated for the decision {name}")
    _, scored = settle(BY_NAME[name], situations[name])
    checked = checked_by_article(BY_NAME[name], situations[name], scored)
    assert result(checked.outcomes).f1 >= FLOORS[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_table_has_weights_for_what_the_corpus_shows(name: str, situations: dict[str, list[Situation]]) -> None:
    if not situations[name]:
        pytest.skip(f"no article of the corpus is annotated for the decision {name}")
    known = read_weights(BY_NAME[name]).known
    spoken = {evidence for one in situations[name] for candidate in one.candidates for evidence in candidate.evidence}
    assert len(spoken & set(known)) >= len(known) * 0.5


@pytest.mark.parametrize("decision", BY_NAME.values(), ids=NAMES)
def test_evidence_has_a_reason_and_an_example_and_one_meaning(decision: Decision) -> None:
    assert len(decision.by_name) == len(decision.catalogue)
    for evidence in decision.catalogue:
        assert len(evidence.why.split()) >= 3
        assert evidence.example
        assert "=" not in evidence.name
