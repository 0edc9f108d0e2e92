"""How sure a fact is: what speaks, and that surer facts are right more often."""

import json
from dataclasses import replace
from typing import Any

import pytest

from newsfacts.article import Article
from newsfacts.assemble.trust import DECISION, Trust, evidence
from newsfacts.evaluation.calibration import judged_facts
from newsfacts.extract import Extractor
from newsfacts.record import Record, to_json
from newsfacts.weigh import read_weights

SPOKEN: list[tuple[str, set[str], set[str]]] = [
    (
        "Police arrested 12 men in Ayr.",
        {"rule=count.noun-phrase", "typed", "acted on"},
        {"words", "no verb", "no stop"},
    ),
    ("Police arrested twelve men in Ayr.", {"words"}, {"size=few"}),
    ("Police arrested more than 12 men.", {"bound=gt"}, {"glued"}),
    ("Police arrested three men.", {"size=few", "words"}, {"size=one"}),
    ("Police seized 2,400 guns and 2000 knives.", {"size=many"}, {"year"}),
    ("Police found 2000 knives.", {"size=many", "year"}, {"words"}),
    ("Police Hold 12 Men After Riot In Ayr", {"title case", "no stop"}, set()),
    ("Thefts fell by 12% last year.", {"direction=decrease"}, {"no measure", "typed"}),
    ("They seized 12 kg of cocaine.", {"substance"}, {"no predicate=quantity"}),
    ('"We held all of the men last night," a passer-by said.', {"unknown speaker"}, {"few words", "no cue"}),
]


@pytest.mark.parametrize(("text", "speaks", "silent"), SPOKEN, ids=[text for text, _, _ in SPOKEN])
def test_what_speaks(extractor: Extractor, text: str, speaks: set[str], silent: set[str]) -> None:
    reading = extractor.read(Article("a", text))
    fact = extractor.record(reading).facts[0]
    found = set(evidence(fact, reading.sentence_at(fact.start_char)))
    DECISION.check(found)
    assert speaks <= found
    assert not silent & found


def test_surer_facts_are_right_more_often(
    corpus_gold: dict[str, dict[str, Any]], corpus_records: dict[str, Record]
) -> None:
    sure, unsure = list[bool](), list[bool]()
    for article_id, record in corpus_records.items():
        verdicts = judged_facts(corpus_gold[article_id], json.loads(to_json(record)))
        for fact in record.facts:
            if fact.confidence is not None and fact.fact_id in verdicts:
                (sure if fact.confidence >= 0.95 else unsure).append(verdicts[fact.fact_id])
    assert len(sure) > 0.6 * (len(sure) + len(unsure))
    assert sum(sure) / len(sure) >= 0.97
    assert sum(unsure) / len(unsure) < sum(sure) / len(sure) - 0.03


def test_a_rule_that_was_hardly_seen_has_no_confidence(extractor: Extractor) -> None:
    reading = extractor.read(Article("a", "Police arrested 12 men in Ayr."))
    fact = extractor.record(reading).facts[0]
    sentence = reading.sentence_at(fact.start_char)
    weights = read_weights(DECISION)
    assert Trust(weights).of(fact, sentence) is not None
    seldom = {evidence: weight for evidence, weight in weights.known.items() if evidence != f"rule={fact.rule}"}
    assert Trust(replace(weights, known=seldom)).of(fact, sentence) is None
