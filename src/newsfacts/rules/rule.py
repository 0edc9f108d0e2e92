"""What a rule is: a name, something that finds, guards that hold it back, one line of why, and its own examples.

A reader goes through its rules in order, and the first that finds and is not held back is the one:

    >>> from newsfacts.rules.rule import Guard, Rule, first
    >>> def shout(text: str) -> str | None:
    ...     return text.rstrip("!") if text.endswith("!") else None
    >>> quoted = Guard("quoted", lambda text, found: text[:1] == "'", "a quoted word names itself", "'Halt!")
    >>> rules = (Rule("speech.shout", "WORD !", "a mark of shouting", shout, unless=(quoted,), yes=("[Halt]!",)),)
    >>> first(rules, "Halt!")[1], first(rules, "'Halt!")
    ('Halt', None)

`yes` and `no` are phrases for the whole extractor: in each of `yes` the rule gives a fact (or role) with exactly the
span in brackets; in none of `no` does it give one. `tests/assemble/test_rulebook.py` runs every rule and every guard
on them. No code may ask what is in an id.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

__all__ = ["Guard", "Refusal", "Rule", "first"]


@dataclass(frozen=True, slots=True)
class Guard:
    """Name one reason why what a rule finds is not meant after all."""

    id: str
    """The reason in a word or two, "calibre"."""
    test: Callable[[Any, Any], bool]
    """Takes what the rule looked at and what it found; true where the guard holds the rule back."""
    why: str
    """Which habit of the language it follows."""
    example: str
    """A phrase in which the rule would find something and this guard says no."""


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
    """What it looks like, for people: the classes of words in order; a class in brackets may be absent."""
    why: str
    """The reason for the rule."""
    find: Callable[[Any], Any] | None = None
    """Takes what the reader looks at, gives what it found or None; without it the reader does the finding."""
    unless: tuple[Guard, ...] = ()
    """What holds it back."""
    yes: tuple[str, ...] = ()
    """Phrases in which it finds exactly the span in brackets."""
    no: tuple[str, ...] = ()
    """Phrases in which it finds nothing."""
    words: tuple[str, ...] = ()
    """Lexicons that only this rule of its kind reads."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Say that a guard held a rule back."""

    rule: Rule
    guard: Guard


def first(
    rules: Iterable[Rule], seen: Any, refused: Callable[[Refusal], None] | None = None
) -> tuple[Rule, Any] | None:
    """Give the first rule that finds something in `seen` and is not held back, with what it found; else None.

    `refused` is told of every guard that spoke; nothing is recorded when nobody asks.
    """
    for rule in rules:
        found = rule.find(seen) if rule.find else None
        if found is None:
            continue
        guard = next((guard for guard in rule.unless if guard.test(seen, found)), None)
        if guard is None:
            return rule, found
        if refused is not None:
            refused(Refusal(rule, guard))
    return None
