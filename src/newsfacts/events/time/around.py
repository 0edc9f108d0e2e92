"""What stands around an expression of time: what makes it none, which noun it dates, whether it frames what follows.

Not here: comparisons and records (`compared.py`), how far it is from a fact (`cost.py`).
"""

import re

from newsfacts.events.time.reading import TimeExpression
from newsfacts.events.time.rules import TimeKind, TimeTrait
from newsfacts.language.clauses import Position
from newsfacts.language.pipeline import Sentence

__all__ = ["frames", "is_birth", "is_of_name", "is_ordinal", "is_person", "modified"]

_YEAR = 4
"""Digits of a year that no preposition stands before."""
_CLOSING = frozenset("'”’\"")
"""Marks behind the last word of a name in quotation marks."""
_BRACKETED = 2
"""Tokens from a name to the date in brackets behind it."""
_MODIFIES = frozenset({"compound", "nummod", "amod", "nmod", "npadvmod"})
_ORDINAL = re.compile(r"\bthe \d+(?:st|nd|rd|th)$")


def is_birth(unit: Sentence, expression: TimeExpression) -> bool:
    """See "Ann Roe (01/03/1969)": figures in brackets behind a name are the day of birth."""
    first = next((token.position for token in unit.tokens if token.start >= expression.start), 0)
    if TimeTrait.FIGURES not in expression.traits or first < _BRACKETED or unit.tokens[first - 1].text != "(":
        return False
    return unit.tokens[first - _BRACKETED].tag in ("NNP", "NNPS")


def is_of_name(unit: Sentence, expression: TimeExpression) -> bool:
    """See a part of a name: the word for how often in "the Daily Post", the year in "the ‘Ayr Cup 2024’ race"."""
    token = unit.tokens_in(expression.start, expression.end)[0]
    named = [one.tag in ("NNP", "NNPS") for one in unit.tokens[max(0, token.position - 1) : token.position + 2]]
    if TimeTrait.PLAIN_YEAR in expression.traits:
        closed = unit.text[expression.end - unit.start : expression.end - unit.start + 1] in _CLOSING
        return closed and len(expression.text) == _YEAR and token.position > 0 and named[0]
    return expression.kind is TimeKind.RATE and token.text.istitle() and token.tag in ("NNP", "NNPS") and sum(named) > 1


def is_person(unit: Sentence, expression: TimeExpression) -> bool:
    """See the first name of a person in a weekday or month: "ASP Sunday Abutu", "Mark and June Constable".

    It stands bare before another word of a name, behind a title, a comma or the name that "and" joins.
    """
    token = unit.tokens_in(expression.start, expression.end)[0]
    place = token.position
    if expression.text != token.text or not 0 < place < len(unit.tokens) - 1 or token.tag != "NNP":
        return False
    before, after = unit.tokens[place - 1], unit.tokens[place + 1]
    if after.tag != "NNP" or not after.text.istitle() or token.head <= place or unit.tokens[token.head].tag != "NNP":
        return False
    joins = before.tag == "CC" and place > 1 and unit.tokens[place - 2].tag == "NNP"
    return joins or before.tag == "NNP" or before.text == ","


def is_ordinal(unit: Sentence, expression: TimeExpression) -> bool:
    """See "on the 4th floor": the number tells which floor."""
    if not _ORDINAL.search(expression.text):
        return False
    last = unit.tokens_in(expression.start, expression.end)[-1].position
    after = unit.tokens[last + 1 : last + 3]
    if after and after[0].tag in ("NNP", "NNPS"):
        return True  # the 75th Precinct
    return bool(after) and after[0].tag in ("NN", "NNS") and not (len(after) > 1 and after[1].tag[:1] in ("V", "M"))


def modified(unit: Sentence, at: Position, expression: TimeExpression) -> int | None:
    """Give the noun that a time tells the date of: "the 2019 riots", "a Monday raid", "two 2015 cases"."""
    token, first = unit.tokens[at.head], unit.tokens_in(expression.start, expression.end)[:2]
    if first[0].tag == "IN" and (len(first) < 2 or first[1].lower != "the" or TimeTrait.DAY_ALONE in expression.traits):
        return None  # "On 12 May 2021 officers …": the tagger takes the date for a part of the name
    if token.dep not in _MODIFIES or token.head <= at.head or unit.tokens[token.head].tag not in ("NN", "NNS"):
        return None
    return token.head


def frames(unit: Sentence, at: Position, expression: TimeExpression, opens: bool) -> bool:
    """See the time of a main clause, which holds for what follows, and none of a plan or a limit."""
    if expression.kind not in (TimeKind.SCOPE, TimeKind.SAME, TimeKind.CLOCK) or not at.verbs:
        return False
    if opens:
        return TimeTrait.LIMIT not in expression.traits
    finite = [place for place in at.verbs if not _is_infinitive(unit, place)] or at.verbs
    main, chain = unit.tokens[finite[0]], finite[1:]
    top = main.dep in ("ROOT", "ccomp", "conj", "parataxis") and all(
        unit.tokens[place].dep in ("ROOT", "conj", "ccomp", "parataxis") for place in chain
    )
    return top and expression.traits.isdisjoint((TimeTrait.LIMIT, TimeTrait.LOCAL))


def _is_infinitive(unit: Sentence, verb: int) -> bool:
    return any(unit.tokens[child].tag == "TO" for child in unit.children[verb])
