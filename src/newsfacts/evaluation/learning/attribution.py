"""Compare who tells facts with gold."""

from collections.abc import Iterator

from newsfacts.evaluation.learning.pairing import paired
from newsfacts.evaluation.learning.studies import Study
from newsfacts.evaluation.scoring import NUMBERS, Item, accepted, agrees
from newsfacts.events.attribution.choice import QuoteSpan
from newsfacts.events.attribution.source import Source
from newsfacts.events.persons import PersonsAt
from newsfacts.weigh import Situation

__all__ = ["collect"]


def collect(study: Study) -> Iterator[Situation]:
    """Give the sources of every number fact that is one of gold's; what gold leaves open is left out."""
    persons = study.persons
    spans = [QuoteSpan(q.start_char, q.end_char, q.speaker, q.speaker_person_id) for q in study.quotes]
    known = study.extractor.assembler.statuses.read(study.reading, spans, persons)
    for kind in NUMBERS:
        for gold, fact in paired(study, kind):
            figure = fact.match.figure
            choice = known.attribution(figure.start, figure.end)
            if "attribution" not in gold or choice is None:
                continue
            right = frozenset(
                place for place, one in enumerate(choice.candidates) if _is_meant(one.value, gold, persons)
            )
            if "" in accepted(gold, "attribution") and (gold["attribution"] or right):
                continue
            yield Situation(
                study.article_id, study.source, choice.candidates, right, bool(gold["attribution"]), choice.against
            )


def _is_meant(source: Source, gold: Item, persons: PersonsAt) -> bool:
    """Tell whether gold names a source, by what is written or by the person's name."""
    name = persons.name(source.person_id) if source.person_id is not None else None
    return any(text and agrees(gold, "attribution", text) for text in (source.text, name))
