"""What happened to what was counted, and who did it: two weighed decisions, one after the other.

`action.py` chooses the verb, verbal noun or state; `agent.py` who did it. Not here: what kind of event it is
(`event_type.py`), and which person the agent is (the spine).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newsfacts.actions.act import Predicate
from newsfacts.actions.action import DECISION as ACTION
from newsfacts.actions.action import choose_action
from newsfacts.actions.agent import DECISION as AGENT
from newsfacts.actions.agent import agent_of, choose_agent
from newsfacts.actions.counted import Counted
from newsfacts.actions.deed import Act, Actor
from newsfacts.actions.words import ActionWords, read_words
from newsfacts.language.lemmas import Lemma
from newsfacts.language.pipeline import Sentence
from newsfacts.weigh import Choice, Weights, read_weights

__all__ = ["Acted", "PredicateReader", "reader"]


@dataclass(frozen=True, slots=True)
class Acted:
    """Hold what happened, with the choices behind it."""

    predicate: Predicate | None
    """What happened, and who did it."""
    action: Choice[Predicate]
    """The choice of the word that says what happened."""
    agent: Choice[Actor] | None
    """The choice of who did it; None where nothing happened."""

    def by_nobody(self) -> "Acted":
        """Give what happened without a doer: a difference ("15 fewer murders than last year") is nobody's deed."""
        predicate = replace(self.predicate, agent=None) if self.predicate else None
        return Acted(predicate, self.action, None)


@dataclass(frozen=True, slots=True)
class PredicateReader:
    """Find predicates and agents; make one with `reader`."""

    words: ActionWords
    """The words that decide."""
    actions: Weights
    """Weights of the decision `action`."""
    agents: Weights
    """Weights of the decision `agent`."""

    def read(
        self, sentence: Sentence, position: int, lemma: Lemma, earlier: Sequence[Sentence] = (), noun: str = ""
    ) -> Acted:
        """Read what happened to the noun (or bare number) at `position`.

        `earlier` are the units ahead, nearest last; `noun` is what is counted, where the token is not it.
        """
        counted = Counted(sentence, position, noun or sentence.tokens[position].lower, earlier, lemma, self.words)
        action = choose_action(counted, self.actions)
        if action.value is None:
            return Acted(None, action, None)
        agent = choose_agent(Act(sentence, action.value, position, earlier, lemma, self.words), self.agents)
        actor = agent.value
        return Acted(replace(action.value, agent=agent_of(actor) if actor else None), action, agent)


def reader(extra: tuple[Path, ...] = (), weights: tuple[Path, ...] = ()) -> PredicateReader:
    """Make a reader from the lexicons and the tables of weights `action` and `agent`.

    Raises:  LexiconError, WeightsError where one of them is malformed.
    """
    return PredicateReader(read_words(extra), read_weights(ACTION, weights), read_weights(AGENT, weights))
