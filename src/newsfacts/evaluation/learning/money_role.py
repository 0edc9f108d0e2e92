"""Compare the roles of amounts of money with gold."""

from collections.abc import Iterator

from newsfacts.evaluation.learning.pairing import judged, paired
from newsfacts.evaluation.learning.studies import Study
from newsfacts.evaluation.scoring import accepted
from newsfacts.weigh import Situation

__all__ = ["collect"]


def collect(study: Study) -> Iterator[Situation]:
    """Give the role of every amount that is one of gold's."""
    for gold, fact in paired(study, "money"):
        if fact.role is not None and gold.get("money_role"):
            roles = accepted(gold, "money_role")
            yield judged(study, fact.role, roles.__contains__, wanted=True)
