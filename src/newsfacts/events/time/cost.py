"""How far an expression of time is from a fact of its sentence, by the tree and by the words between.

Not here: where expressions stand (`time.py`), and times told in other sentences (`time_line.py`).
"""

from dataclasses import dataclass

from newsfacts.events.time.reading import TimeExpression
from newsfacts.events.time.rules import TimeKind, TimeTrait
from newsfacts.language.clauses import Position, in_other_figure
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons.function_words import function_words

__all__ = ["PlacedTime", "cost_of"]

_ELSEWHERE = 4.0
"""Cost of an expression in a clause beside or below the fact's; behind the fact it is of that clause alone."""
_WEAK = {TimeKind.RATE: 5.0, TimeKind.LOOSE: 4.0, TimeKind.CLOCK: 0.5, TimeKind.EVENT: 0.5}
"""Cost of what tells less than a date does."""
_WHEN = function_words("at a time")
"""Prepositions that make an event with a date the time of a clause: "killed in the 2019 riots"."""


@dataclass(frozen=True, slots=True)
class PlacedTime:
    """Hold an expression with its place in the parse."""

    expression: TimeExpression
    unit: int
    at: Position
    opens: bool
    """It opens its unit."""
    reports: bool
    """It is the time of a statement."""
    frames: bool
    """It frames what follows: the time of the main clause, and none of a plan or a limit."""
    noun: int | None
    """Position of the noun whose date it tells: "the 2019 riots"."""


def cost_of(unit: Sentence, fact: Position, placed: PlacedTime, span: tuple[int, int], compared: bool) -> float | None:
    """Weigh how far an expression is from a fact of its sentence: 0 = in its own phrase, None = not its time.

    Args:    span      where the fact stands, end exclusive.
             compared  the fact is what another figure is compared with.
    """
    (start, end), expression = span, placed.expression
    if expression.start < end and start < expression.end:
        return 0.1 if expression.start >= start else None
    near = _gap(unit, start, end, expression)
    follows = expression.start >= end and near <= 2 and not _in_next_clause(unit, fact, placed, end)
    if expression.kind is TimeKind.COMPARISON:
        return 0.0 if compared and expression.start >= end and near <= 8 else None
    if expression.kind is TimeKind.LOOSE and TimeTrait.UP_TO_NOW not in expression.traits:
        return None
    if placed.noun is not None and not _tells_of(unit, fact, placed):
        return None
    weak = _WEAK.get(expression.kind, 0.0) + (1.0 if TimeTrait.FAR in expression.traits else 0.0)
    if follows:
        return weak + 0.2
    if placed.reports and not (fact.verbs and placed.at.verbs[:1] == fact.verbs[:1]):
        return None
    far = None if _is_to_come(unit, placed.at, fact) else _clause_cost(unit, fact, placed, start)
    return None if far is None else weak + far + near / 100


def _in_next_clause(unit: Sentence, fact: Position, placed: PlacedTime, end: int) -> bool:
    """See "found 4 guns, and on Friday they found 5": the time behind "and" opens the clause that follows."""
    if not placed.at.verbs or placed.at.verbs[0] in fact.verbs:
        return False
    return any(token.dep == "cc" for token in unit.tokens_in(end, placed.expression.start))


def _clause_cost(unit: Sentence, fact: Position, placed: PlacedTime, start: int) -> float | None:
    cost = _tree_distance(fact, placed.at)
    if placed.opens:
        return min(cost, 2.0)
    if placed.expression.start < start:
        return cost + (2.0 if in_other_figure(unit, fact, placed.at) else 0.5)
    if cost == _ELSEWHERE:
        return 2.5 if _shares(unit, fact.verbs[0], placed.at) else None
    return cost


def _tells_of(unit: Sentence, fact: Position, placed: PlacedTime) -> bool:
    """See that the noun that a time dates holds the fact, or stands in its clause: "killed in the 2019 riots"."""
    at = placed.at
    if placed.noun in (fact.head, *fact.path):
        return True
    if fact.head in at.path:  # "three knives and the 2019 diary": the date is of the second alone
        between = at.path[: at.path.index(fact.head)]
        return all(unit.tokens[place].dep != "conj" for place in between)
    prep = unit.tokens[unit.tokens[placed.noun or 0].head]
    return prep.lower in _WHEN and prep.head in (fact.head, *fact.path)


def _is_to_come(unit: Sentence, time: Position, fact: Position) -> bool:
    """See the time of what shall be done beside a fact that is told: "was bailed to return on 3 May"."""
    if not time.verbs or time.verbs[0] in fact.verbs:
        return False
    return _is_open(unit, time.verbs[0]) and not (fact.verbs and _is_open(unit, fact.verbs[0]))


def _is_open(unit: Sentence, verb: int) -> bool:
    """See a clause with "will", "would" or "to"; the time behind a purpose is often the main verb's."""
    if unit.tokens[verb].dep == "advcl":
        return False
    children = (unit.tokens[child] for child in unit.children[verb])
    return any(child.tag in ("MD", "TO") and child.dep == "aux" for child in children)


def _tree_distance(fact: Position, time: Position) -> float:
    if fact.head in time.path:
        return 0.3
    governor = time.verbs[0] if time.verbs else None
    if governor in fact.verbs:
        return 1.0 + 2 * fact.verbs.index(governor)
    if fact.verbs and fact.verbs[0] in time.verbs:
        return 4.0
    return 6.0


def _shares(unit: Sentence, verb: int, time: Position) -> bool:
    """See that a time told in a lower clause holds for the one above: "arrested 3 and seized 5 on Monday", "when …".

    A clause with its own subject shares its time where both are passive: "27 were killed and 12 were hurt on Friday".
    """
    for place in time.verbs[: time.verbs.index(verb)]:
        token = unit.tokens[place]
        own = any(unit.tokens[child].dep in ("nsubj", "nsubjpass") for child in unit.children[place])
        beside = token.dep == "conj" and (not own or (_is_passive(unit, place) and _is_passive(unit, verb)))
        if token.dep != "advcl" and not beside:
            return False
    return True


def _is_passive(unit: Sentence, verb: int) -> bool:
    return any(unit.tokens[child].dep == "auxpass" for child in unit.children[verb])


def _gap(unit: Sentence, start: int, end: int, expression: TimeExpression) -> int:
    """Count the tokens between a fact and an expression."""
    low, high = (end, expression.start) if expression.start >= end else (expression.end, start)
    return len(unit.slice(low, max(low, high)).split())
