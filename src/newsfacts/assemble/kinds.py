"""All kinds of fact, and all rules by which facts and roles are found, to look up.

Kinds and rules stand beside the code that applies them; this module only gathers them.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from newsfacts.figures.kinds import KINDS as NUMBER_KINDS
from newsfacts.people.roles import rules as roles
from newsfacts.rules.kind import FactKind
from newsfacts.rules.rule import Rule
from newsfacts.speech.kind import KIND as QUOTE
from newsfacts.weigh.confidence import PLAIN

__all__ = ["KINDS", "RULES", "kind_named", "kind_of", "rule", "trait"]

KINDS: tuple[FactKind, ...] = (*NUMBER_KINDS, QUOTE)
"""Every kind of fact, in the order of the record's models."""

RULES: tuple[Rule, ...] = (*(rule for kind in KINDS for rule in kind.rules), *roles.RULES)
"""Every rule whose id can stand in a record, by kind."""

_BY_NAME = {kind.kind.value: kind for kind in KINDS}
_BY_MATCH = {kind.match: kind for kind in KINDS}
_RULES = {rule.id: rule for rule in RULES}


def kind_named(name: str) -> FactKind:
    """Give the kind with a name, as the record writes it; KeyError for a name that none has."""
    return _BY_NAME[name]


def kind_of(match: object) -> FactKind:
    """Give the kind that finds matches of this type."""
    return _BY_MATCH[type(match)]


def rule(rule_id: str, taught: Iterable[Rule] = ()) -> Rule:
    """Give the rule with an id; `taught` are the rules of packs.

    Raises:  KeyError for an id that no rule has.

    Example:
        >>> rule("money.symbol-before").pattern
        'SYMBOL NUMBER'
    """
    known = _RULES.get(rule_id)
    return known or {one.id: one for one in taught}[rule_id]


def trait(fact: Mapping[str, Any]) -> str:
    """Say what makes a fact less certain than its rule; `fact` has the fields of a record's fact.

    Example:
        >>> trait({"kind": "count", "predicate": None})
        'no predicate'
    """
    doubts = kind_named(fact["kind"]).doubts
    return next((doubt for name, doubt in doubts.items() if fact.get(name) is None), PLAIN)
