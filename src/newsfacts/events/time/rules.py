"""What a rule of the grammar of time is: a pattern over the classes of words, and what its matches mean.

A pattern is a regular expression whose letters are the names of classes ("the? ordinal of month"); ANY stands for the
classes of numbers, DAY for those of days; prep takes in "during". Not here: the rules
(`time_tables.py`) and their meanings (`time_days.py`, `time_periods.py`, `time_spans.py`).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from newsfacts.errors import RuleError
from newsfacts.events.time.anchor import Anchor
from newsfacts.events.time.intervals import Interval
from newsfacts.events.time.words import CLASSES, TimeWord

__all__ = ["LETTERS", "Read", "TimeKind", "TimeRule", "TimeTrait", "letters", "present", "rule"]

Read = Callable[[Sequence[TimeWord], Anchor], Interval | None]
"""Give the interval of a match, OPEN where it cannot be resolved, None where it is no time after all."""


class TimeKind(StrEnum):
    """Say what an expression of time does in its sentence."""

    SCOPE = "scope"
    """It says when something holds."""
    SAME = "same"
    """It points back at a time told before."""
    EVENT = "event"
    """It names what went on meanwhile: "during the searches"."""
    CLOCK = "clock"
    """It is a time of day without its day."""
    RATE = "rate"
    """It says how often."""
    LOOSE = "loose"
    """It says little: now, so far, recently."""
    COMPARISON = "comparison"
    """It is what the fact is compared with."""


class TimeTrait(StrEnum):
    """Say what must be known of an expression beside what it does and what it stands for."""

    LIMIT = "limit"
    """It bounds a plan or a state, and tells nothing of the sentences that follow: by, before, from."""
    LASTING = "lasting"
    """Something goes on up to it: until June 30."""
    LOCAL = "local"
    """It frames other facts only where it opens its sentence: since May, two days later."""
    FROM_TO = "from-to"
    """Both its ends are told."""
    ONE_END = "one-end"
    """It is a limit that becomes a from-to where its meaning has both ends: from this week."""
    WRAPPED = "wrapped"
    """It adds nothing to the moment inside it, whose rule counts: in March."""
    PLAIN_YEAR = "plain-year"
    """It may be no more than a number: the words around have to tell."""
    BEHIND_IN = "behind-in"
    """It is a time behind "in" alone: in five months."""
    FIGURES = "figures"
    """It is written in figures: 14/2/2021."""
    DAY_ALONE = "day-alone"
    """It is a day without its month: the 16th."""
    TOLD_BEFORE = "told-before"
    """What it stands for depends on the time told before it."""
    MAY_COMPARE = "may-compare"
    """Behind "on" and "over" it is what another figure is compared with: up 4% on last year."""
    COMPARES_OPEN = "compares-open"
    """Where nothing says from when it counts, it is what another figure is compared with: than a year earlier."""
    UP_TO_NOW = "up-to-now"
    """It says little, but of the figure beside it: to date, so far."""
    SINCE = "since"
    """It opens a span that goes on up to the day of which is told: since Oct 7."""
    TOLD_UP_TO = "told-up-to"
    """The day up to which its sentence tells: as of Nov 7, by Nov 7."""
    MAY_LACK_YEAR = "may-lack-year"
    """It names a month, and its year only where that is told: June 4."""
    FAR = "far"
    """It is a weaker time than its kind: since the start of the campaign."""


@dataclass(frozen=True, slots=True)
class TimeRule:
    """Hold one rule of the grammar."""

    id: str
    pattern: re.Pattern[str]
    read: Read
    why: str
    kind: TimeKind = TimeKind.SCOPE
    needs: int = 0
    """Bits of the classes without which there is no match; a cheap test before matching."""
    traits: frozenset[TimeTrait] = frozenset()
    """What control flow asks of its expressions; nothing asks for its id."""

    def having(self, *traits: TimeTrait) -> "TimeRule":
        """Give the rule with traits."""
        return replace(self, traits=frozenset(traits))


LETTERS = {name: chr(0x100 + number) for number, name in enumerate(CLASSES)}
"""One letter a class, so that patterns run over a string; the letters carry no other meaning."""


_BITS = {name: 1 << number for number, name in enumerate(CLASSES)}


def letters(words: Sequence[TimeWord]) -> str:
    """Spell a sentence as one letter a word."""
    return "".join([LETTERS[word[0]] for word in words])


def present(words: Sequence[TimeWord]) -> int:
    """Give the bits of the classes that a sentence has, as `TimeRule.needs` asks for them."""
    found = 0
    for kind in {word[0] for word in words}:
        found |= _BITS[kind]
    return found


def rule(id_: str, pattern: str, read: Read, why: str, kind: TimeKind = TimeKind.SCOPE) -> TimeRule:
    """Make a rule; its pattern is written in the names of classes.

    Raises:  RuleError for a name that is no class.
    """

    def letter(match: re.Match[str]) -> str:
        if match[0] not in LETTERS:
            raise RuleError(f"time rule {id_!r}: no class {match[0]!r}; there are {', '.join(CLASSES)}")
        return LETTERS[match[0]]

    plain = pattern.replace("ANY", "(day|number|count)").replace("DAY", "(day|ordinal)")
    plain = re.sub(r"\bprep\b", "(prep|during)", plain)
    compiled = re.compile(re.sub(r"\s+", "", re.sub(r"[a-z_]+", letter, plain)))
    return TimeRule(id_, compiled, read, why, kind, sum(_BITS[name] for name in set(_needed(plain))))


def _needed(pattern: str) -> list[str]:
    """List the classes that every match of a pattern has: those outside of groups that are not optional."""
    flat = pattern
    while (inner := re.sub(r"\([^()]*\)[?*+]?", " ", flat)) != flat:
        flat = inner
    return [] if "|" in flat else re.findall(r"[a-z_]+(?![a-z_?*])", flat)
