"""Compare the words for what happened with gold."""

from collections.abc import Iterator
from functools import partial

from newsfacts.actions.act import Predicate
from newsfacts.evaluation.learning.pairing import judged, paired
from newsfacts.evaluation.learning.studies import Study
from newsfacts.evaluation.scoring import Item, accepted, same_action
from newsfacts.weigh import Situation

__all__ = ["collect"]


def collect(study: Study) -> Iterator[Situation]:
    """Give the action of every count that is one of gold's; where gold names none, none is right."""
    for gold, fact in paired(study, "counts"):
        if fact.acted is not None and "action" in gold:
            choice = fact.acted.action
            yield judged(study, choice, partial(_same, gold), wanted=bool(gold["action"]))


def _same(gold: Item, found: Predicate) -> bool:
    return any(same_action(verb, found.lemma) for verb in accepted(gold, "action") if verb)
