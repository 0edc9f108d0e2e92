"""All rules by which facts and roles are found, in one place to look them up.

Each stands beside the code that applies it; this module only gathers them.
"""

from newsfacts.facts import count, money, percentage, quantity, quote
from newsfacts.people import rules as role_rules
from newsfacts.rules import Rule

__all__ = ["RULES", "rule"]

RULES: tuple[Rule, ...] = (
    *count.RULES,
    *money.RULES,
    *percentage.RULES,
    *quantity.RULES,
    *quote.RULES,
    *role_rules.RULES,
)
"""Every rule whose id can stand in a record, by kind."""


def rule(rule_id: str) -> Rule:
    """Give the rule with an id.

    Raises:  KeyError for an id that no rule has.

    Example:
        >>> rule("money.symbol-before").pattern
        'SYMBOL NUMBER'
    """
    return {known.id: known for known in RULES}[rule_id]
