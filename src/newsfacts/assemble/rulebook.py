"""All rules by which facts and roles are found, in one place to look them up.

Each stands beside the code that applies it; this module only gathers them.
"""

from collections.abc import Iterable

from newsfacts.figures.count import reader as count
from newsfacts.figures.count import tabled as tabled_count
from newsfacts.figures.money import reader as money
from newsfacts.figures.percentage import reader as percentage
from newsfacts.figures.percentage import tabled as tabled_percentage
from newsfacts.figures.quantity import reader as quantity
from newsfacts.people.roles import rules as role_rules
from newsfacts.rules.rule import Rule
from newsfacts.speech import reader as quote

__all__ = ["RULES", "rule"]

RULES: tuple[Rule, ...] = (
    *count.RULES,
    *tabled_count.RULES,
    *money.RULES,
    *percentage.RULES,
    *tabled_percentage.RULES,
    *quantity.RULES,
    *quote.RULES,
    *role_rules.RULES,
)
"""Every rule whose id can stand in a record, by kind."""


def rule(rule_id: str, taught: Iterable[Rule] = ()) -> Rule:
    """Give the rule with an id; `taught` are the rules of packs.

    Raises:  KeyError for an id that no rule has.

    Example:
        >>> rule("money.symbol-before").pattern
        'SYMBOL NUMBER'
    """
    return {known.id: known for known in (*RULES, *taught)}[rule_id]
