"""Compare the places of number facts with gold."""

from collections.abc import Iterator
from functools import partial

from newsfacts.evaluation.learning.pairing import judged, paired
from newsfacts.evaluation.learning.studies import Study
from newsfacts.evaluation.scoring import NUMBERS, Item, accepted, agrees
from newsfacts.events.place.map import ToldPlace
from newsfacts.weigh import Situation

__all__ = ["collect", "is_right"]


def collect(study: Study) -> Iterator[Situation]:
    """Give the place of every number fact that is one of gold's."""
    places = study.extractor.assembler.places.read(study.reading, study.people)
    for kind in NUMBERS:
        for gold, fact in paired(study, kind):
            figure = fact.match.figure
            choice = places.choice(figure.start, figure.end) if "place" in gold else None
            if choice is not None:
                wanted = bool(gold["place"])
                open_ = "" in accepted(gold, "place")
                yield judged(study, choice, partial(is_right, gold), wanted=wanted, open_=open_)


def is_right(gold: Item, told: ToldPlace) -> bool:
    """Tell whether gold accepts a place: half of the words are the same."""
    return agrees(gold, "place", told.text)
