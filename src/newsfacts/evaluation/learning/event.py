"""Compare which sentences tell of one happening with gold: each against those that it is weighed against."""

import json
from collections.abc import Iterator, Mapping

from newsfacts.evaluation.clusters import mentions
from newsfacts.evaluation.learning.studies import Study
from newsfacts.events.happening.clusters import compared
from newsfacts.events.happening.evidence import evidence
from newsfacts.events.happening.telling import Telling
from newsfacts.record import to_json
from newsfacts.weigh import Candidate, Situation

__all__ = ["collect"]

_MOST = 120
"""Pairs of an article that are learned from, evenly chosen: a long table has thousands that are all alike."""

Labels = Mapping[str, frozenset[str]]
"""Gold's events of each fact_id."""


def collect(study: Study) -> Iterator[Situation]:
    """Give pairs of sentences with figures to which gold gives events; the one candidate is that these are one."""
    record = study.record
    labels = {one.fact_id: one.wanted for one in mentions(study.annotated.gold, json.loads(to_json(record)))}
    story = study.extractor.assembler.happenings.story(record.facts, study.reading, study.persons)
    judged = []
    for first, second in ((story.tellings[one], story.tellings[other]) for one, other in compared(story)):
        right = _right(first, second, labels)
        if right is not None:
            judged.append((first, second, right))
    for first, second, right in judged[:: max(1, -(-len(judged) // _MOST))]:
        found = Candidate(0, tuple(evidence(first, second, story)))
        yield Situation(study.article_id, study.source, [found], frozenset({0} if right else ()), right)


def _right(first: Telling, second: Telling, labels: Labels) -> bool | None:
    """Tell whether most of the figures of two sentences are of one event of gold; None where gold has none of them."""
    pairs = [
        not labels[one].isdisjoint(labels[other])
        for one in sorted(first.ids & labels.keys())
        for other in sorted(second.ids & labels.keys())
    ]
    return 2 * sum(pairs) >= len(pairs) if pairs else None
