"""What a rule is: an id, a pattern over classes of words, and one line of why."""

from dataclasses import dataclass

__all__ = ["Rule"]


@dataclass(frozen=True, slots=True)
class Rule:
    """Name one way of writing a fact.

    Example:
        >>> Rule("money.symbol-before", "SYMBOL NUMBER", "news writes most amounts so: £300, $1.2m").id
        'money.symbol-before'
    """

    id: str
    """Kind and name; stands in every fact that the rule finds."""
    pattern: str
    """The classes of words in order; NUMBER is the number, a class in brackets may be absent."""
    why: str
    """The reason for the rule."""
