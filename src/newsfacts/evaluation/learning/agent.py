"""Compare who did it with gold."""

from collections.abc import Iterator
from functools import partial

from newsfacts.actions.agent import agent_of
from newsfacts.actions.deed import Actor
from newsfacts.evaluation.learning.pairing import judged, paired
from newsfacts.evaluation.learning.studies import Study
from newsfacts.evaluation.scoring import Item, accepted, agrees
from newsfacts.weigh import Situation

__all__ = ["collect"]


def collect(study: Study) -> Iterator[Situation]:
    """Give the agent of every count that is one of gold's and has an action; where gold names none, none is right.

    Where gold accepts both none and an agent nothing can be learned of whether there is one, and it is left out.
    """
    for gold, fact in paired(study, "counts"):
        if fact.acted is None or fact.acted.agent is None or "agent" not in gold:
            continue
        answers = accepted(gold, "agent")
        if any(answers) and not all(answers):
            continue
        choice, wanted = fact.acted.agent, bool(gold["agent"])
        yield judged(study, choice, partial(_same, study, gold), wanted=wanted)


def _same(study: Study, gold: Item, actor: Actor) -> bool:
    """Tell whether gold has the agent as written, or by a name of the person whom a pronoun or surname means."""
    agent = agent_of(actor)
    forms = (agent.text, *study.names(agent.start, agent.end))
    return bool(gold["agent"]) and any(agrees(gold, "agent", form) for form in forms)
