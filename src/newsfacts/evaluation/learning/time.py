"""Compare the times of number facts with gold."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from newsfacts.evaluation.learning.pairing import judged, paired
from newsfacts.evaluation.learning.studies import Study
from newsfacts.evaluation.scoring import NUMBERS, Item, accepted, agrees
from newsfacts.events.time.line import ToldTime
from newsfacts.weigh import Situation

__all__ = ["collect", "is_right"]


def collect(study: Study) -> Iterator[Situation]:
    """Give the time of every number fact that is one of gold's."""
    line = study.extractor.assembler.times.read(study.reading)
    for kind in NUMBERS:
        for gold, fact in paired(study, kind):
            figure = fact.match.figure
            choice = line.choice(figure.start, figure.end) if "time_text" in gold else None
            if choice is not None:
                wanted = bool(gold["time_text"])
                found = judged(study, choice, partial(is_right, gold), wanted=wanted)
                yield replace(found, none_too=not wanted)


def is_right(gold: Item, told: ToldTime) -> bool:
    """Tell whether gold accepts a time: by its days where it has any, else by its words.

    That gold leaves the days open makes no expression right of which no days are known: "daily", "18 months after".
    """
    days = [day.isoformat() if day else "" for day in (told.interval.start, told.interval.end)]
    if not any(days) or not gold.get("time_start"):
        return agrees(gold, "time_text", told.text) and (not any(days) or _accepts_days(gold, days))
    return _accepts_days(gold, days)


def _accepts_days(gold: Item, days: Sequence[str]) -> bool:
    return all(day in accepted(gold, field) for day, field in zip(days, ("time_start", "time_end"), strict=True))
