"""Compare the parts of people with gold."""

from collections.abc import Iterator

from newsfacts.evaluation.learning.pairing import judged
from newsfacts.evaluation.learning.studies import Study
from newsfacts.evaluation.scoring import Item, accepted, pair
from newsfacts.record import Person
from newsfacts.weigh import Situation

__all__ = ["collect"]


def collect(study: Study) -> Iterator[Situation]:
    """Give the part of everybody found who is one of gold's."""
    decided = study.extractor.people.decided(study.reading, study.extractor.language.lemma)
    gold = study.gold("people")
    for left, right in pair("people", gold, [_item(person) for person, _ in decided]):
        if gold[left].get("part"):
            parts = accepted(gold[left], "part")
            yield judged(study, decided[right][1], parts.__contains__, wanted=True)


def _item(person: Person) -> Item:
    return {"name": person.name, "aliases": person.aliases}
