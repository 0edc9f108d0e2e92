"""Compare which happening facts belong to with gold: each against the happenings that gold made of those before."""

import json
from collections.abc import Iterator

from newsfacts.evaluation.clusters import mentions
from newsfacts.evaluation.learning.studies import Study
from newsfacts.events.happening.clusters import Clusters
from newsfacts.record import to_json
from newsfacts.weigh import Situation

__all__ = ["collect"]


def collect(study: Study) -> Iterator[Situation]:
    """Give every fact of the record to which gold gives an event, but the first."""
    record = study.record
    labels = {one.fact_id: one.wanted for one in mentions(study.annotated.gold, json.loads(to_json(record)))}
    story = study.extractor.assembler.happenings.story(record.facts, study.reading, study.persons)
    open_ = Clusters(story)
    homes: dict[str, int] = {}
    for told in story.facts:
        wanted = labels.get(told.fact.fact_id)
        if wanted is None:
            continue
        mine = {homes[label] for label in wanted if label in homes}
        candidates = open_.propose(told)
        right = frozenset(place for place, one in enumerate(candidates) if one.value in mine)
        if candidates:
            yield Situation(study.article_id, study.source, candidates, right, bool(mine), open_.against(told))
        place = open_.put(told, min(mine) if mine else None)
        homes |= {label: homes.get(label, place) for label in sorted(wanted)[:1]}
