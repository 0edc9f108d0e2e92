"""Compare whole facts with gold: whether each is right in full."""

import json
from collections.abc import Iterator

from newsfacts.assemble.trust import evidence
from newsfacts.evaluation.calibration import judged_facts
from newsfacts.evaluation.learning.studies import Study
from newsfacts.record import to_json
from newsfacts.weigh import Candidate, Situation

__all__ = ["collect"]


def collect(study: Study) -> Iterator[Situation]:
    """Give every fact of the record, except what gold leaves open."""
    record = study.record
    verdicts = judged_facts(study.annotated.gold, json.loads(to_json(record)))
    for fact in record.facts:
        right = verdicts.get(fact.fact_id)
        if right is not None:
            said = tuple(evidence(fact, study.reading.sentence_at(study.reading.char_at(fact.start_char))))
            yield Situation(
                study.article_id, study.source, [Candidate(fact.text, said)], frozenset([0] if right else []), right
            )
