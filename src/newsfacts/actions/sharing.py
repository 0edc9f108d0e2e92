"""What the number facts of one sentence give each other: a verb, an amount to restate; and no figure acts."""

from collections.abc import Sequence
from dataclasses import replace

from newsfacts.actions.act import Predicate
from newsfacts.actions.figure_fact import FigureFact, Match
from newsfacts.figures.count.match import CountMatch
from newsfacts.figures.count.phrases import CHARGES
from newsfacts.figures.money.reader import MoneyMatch
from newsfacts.figures.percentage.reader import PercentageMatch
from newsfacts.language.phrases import is_verb
from newsfacts.language.pipeline import Sentence

__all__ = ["charges_shared", "one_role", "restating", "shared_predicates", "without_figure_agent"]


def without_figure_agent(fact: FigureFact, facts: Sequence[FigureFact]) -> FigureFact:
    """Take an agent away that is itself an amount or a quantity: figures do nothing."""
    agent = fact.predicate.agent if fact.predicate else None
    if fact.predicate is None or agent is None:
        return fact
    amounts = [f.match.figure for f in facts if not isinstance(f.match, CountMatch)]
    own = fact.match.figure.start <= agent.start < fact.match.figure.end
    if own or any(figure.start <= agent.start < figure.end for figure in amounts):
        return replace(fact, predicate=replace(fact.predicate, agent=None))
    return fact


def charges_shared(facts: list[FigureFact], sentence: Sentence) -> list[FigureFact]:
    """Give the counts of a list of charges the verb of the first: "guilty of one count of inciting a child to …, two".

    The parse hangs the later ones on a verb inside the charge before.
    """
    told: Predicate | None = None
    shared = []
    for fact in facts:
        if not isinstance(fact.match, CountMatch) or fact.match.noun.lower() not in CHARGES:
            shared.append(fact)
            continue
        governed = sentence.tokens[fact.match.anchor].dep in ("pobj", "dobj", "nsubj", "nsubjpass")
        if told is None or governed:
            told = fact.predicate
        shared.append(replace(fact, predicate=told))
    return shared


def shared_predicates(facts: list[FigureFact], sentence: Sentence) -> list[FigureFact]:
    """Give the items of a list the predicate that one has: "two guns, three knives and 40 rounds were recovered"."""
    shared = list(facts)
    steps = [(p, p + 1) for p in range(len(shared) - 2, -1, -1)] + [(p, p - 1) for p in range(1, len(shared))]
    for place, neighbour in steps:
        mine, other = shared[place], shared[neighbour]
        if mine.predicate is not None or other.predicate is None or isinstance(mine.match, PercentageMatch):
            continue
        first, second = sorted((mine, other), key=lambda fact: fact.match.figure.start)
        between = sentence.tokens_in(first.match.figure.end, second.match.figure.start)
        listed = any(token.text == "," or token.lower == "and" for token in between)
        if listed and not any(is_verb(token) or token.text == ";" for token in between):
            shared[place] = replace(mine, predicate=other.predicate)
    return shared


def one_role(facts: Sequence[FigureFact], read: Sequence[Match]) -> list[FigureFact]:
    """Give an amount that restates one before it the role of that one: "donated 77 billion won ($68 million)".

    `facts` are those of one kind in a sentence, in text order, `read` the matches as its reader gave them.
    """
    told: dict[int, FigureFact] = {}
    for fact in facts:
        whole = told.get(_restated(fact.match, read))
        told[id(fact.match)] = replace(fact, role=whole.role) if whole is not None else fact
    return list(told.values())


def restating(facts: list[FigureFact], size: int, read: Sequence[Match]) -> list[FigureFact]:
    """Point each amount that restates another at its place in the list of all facts, `size` of which stand ahead."""
    places = {id(fact.match): place + size for place, fact in enumerate(facts)}
    amounts = [match for match in read if isinstance(match, MoneyMatch)]
    return [
        replace(fact, restates=places.get(_restated(fact.match, amounts)))
        if isinstance(fact.match, MoneyMatch) and fact.match.converts is not None
        else fact
        for fact in facts
    ]


def _restated(match: Match, amounts: Sequence[Match]) -> int:
    """Give the identity of the amount that a match restates; 0, which none has, where it restates none."""
    place = match.converts if isinstance(match, MoneyMatch) else None
    return id(amounts[place]) if place is not None and place < len(amounts) else 0
