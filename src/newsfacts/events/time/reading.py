"""Every expression of time of a sentence, found and resolved by the grammar.

Phases: 1. `EXPRESSIONS` over the words; 2. `COMBINATIONS` over words and moments; 3. years that are numbers are taken
back. What an expression stands for depends on what was told before; the caller passes that on. Not here: which fact
it is for.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsfacts.events.time.anchor import Anchor
from newsfacts.events.time.intervals import Interval
from newsfacts.events.time.rules import TimeKind, TimeRule, TimeTrait, letters, present
from newsfacts.events.time.tables import COMBINATIONS, EXPRESSIONS
from newsfacts.events.time.words import TimeWord
from newsfacts.lexicons.function_words import any_of, cue_words, function_words
from newsfacts.record import TimePrecision

__all__ = ["TimeExpression", "read_expressions"]

_ROUGHLY = function_words("roughly")
_COMPARED = re.compile(
    rf"on\s+(?:the\s+)?(?:{any_of('period past')})|over\s+(?:(?:the\s+)?previous|(?:the\s+)?\d{{4}}\b)|on\s+\d{{4}}\b"
    rf"|on\s+(?:{any_of('month')})\b"
    rf"|(?:on|over)\s+last\s+(?:{any_of('year or month')})"
    rf"|from\s+(?:the\s+)?(?:{any_of('period past too')})\s+(?:{any_of('year or week')})\b",
    re.IGNORECASE,
)  # up 4% on last year, on the previous 12 months
_COUNTED = cue_words("counted in thousands")
"""What a number before it counts or names, in the shape of a year."""
_YEAR_SURE = function_words("in a year") | {"the", "throughout"}
_YEAR_SURE_NAMED = _YEAR_SURE - {"the", "of"}
"""Words before a year that a capital may follow: "in 2021 Porsche said", but not "the 2021 Porsche"."""


_SENTENCES = 4_096
"""Sets of classes whose rules are remembered: most sentences have one of a few hundred."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Hold one expression of time where it stands."""

    start: int
    """Index of the first character in the article."""
    end: int
    """Index behind the last character."""
    text: str
    """As written."""
    interval: Interval
    """What it stands for."""
    kind: TimeKind
    """What it does in its sentence."""
    traits: frozenset[TimeTrait]
    """What must be known of it beside its kind: those of the rule that read it last, where its meaning says no more."""
    name: str = ""
    """What it names, by which expressions without days are the same: the early hours of Wednesday, on Wednesday."""


@dataclass(frozen=True, slots=True)
class _Match:
    first: int
    last: int
    rule: TimeRule
    interval: Interval


def read_expressions(words: Sequence[TimeWord], anchor: Anchor, text: str) -> list[TimeExpression]:
    """Read the expressions of one sentence in order; `text` is the article's."""
    moments: list[TimeWord] = []
    kinds: dict[int, TimeRule] = {}
    names: dict[int, str] = {}
    at = 0
    for match in _matches(_expressions, words, anchor):
        if TimeTrait.PLAIN_YEAR in match.rule.traits and not _is_year(words, match.last - 1):
            continue
        if TimeTrait.BEHIND_IN in match.rule.traits and _word_before(words, match.first) != "in":
            continue
        moments.extend(words[at : match.first])
        stop = match.last - (words[match.last - 1].kind == "dot" and len(words[match.last - 2].text) > 4)
        first, last = words[match.first], words[stop - 1]
        kinds[first.start] = match.rule
        weekdays = [word.text for word in words[match.first : stop] if word.kind == "weekday"]
        names[first.start] = (weekdays or [text[first.start : last.end]])[-1].lower()
        moments.append(TimeWord("moment", match.interval, text[first.start : last.end], first.start, last.end))
        at = stop
    moments.extend(words[at:])
    found = []
    for match in _matches(_combinations, moments, anchor):
        inside = moments[match.first : match.last]
        start, end = inside[0].start, inside[-1].end
        inner = [kinds[word.start] for word in inside if word.kind == "moment"]
        kind = _kind(match.rule, inner)
        traits = (inner[0] if TimeTrait.WRAPPED in match.rule.traits else match.rule).traits
        if TimeTrait.ONE_END in traits and match.interval.end:
            traits = frozenset({TimeTrait.FROM_TO})
        if TimeTrait.MAY_COMPARE in traits and _COMPARED.match(text, start):
            kind = TimeKind.COMPARISON
        if TimeTrait.COMPARES_OPEN in traits and match.interval.precision is not TimePrecision.DAY:
            kind = TimeKind.COMPARISON  # 12 more than a year earlier, up from the year before
        name = next((names[word.start] for word in reversed(inside) if word.kind == "moment"), text[start:end].lower())
        found.append(TimeExpression(start, end, text[start:end], match.interval, kind, traits, name))
    return found


def _word_before(words: Sequence[TimeWord], place: int) -> str:
    return words[place - 1].text.lower() if place else ""


def _kind(outer: TimeRule, inner: Sequence[TimeRule]) -> TimeKind:
    if outer.kind is not TimeKind.SCOPE or not inner:
        return outer.kind
    kinds = [rule.kind for rule in inner]
    if TimeKind.COMPARISON in kinds:
        return TimeKind.COMPARISON
    return TimeKind.SCOPE if TimeKind.SCOPE in kinds else kinds[0]


@lru_cache(_SENTENCES)
def _expressions(here: int) -> tuple[TimeRule, ...]:
    """List the rules of expressions that a sentence with words of these classes may need."""
    return tuple(rule for rule in EXPRESSIONS if not rule.needs & ~here)


@lru_cache(_SENTENCES)
def _combinations(here: int) -> tuple[TimeRule, ...]:
    """List the rules of combinations that a sentence with words of these classes may need."""
    return tuple(rule for rule in COMBINATIONS if not rule.needs & ~here)


def _matches(
    possible: Callable[[int], tuple[TimeRule, ...]], words: Sequence[TimeWord], anchor: Anchor
) -> list[_Match]:
    """Match the rules in order; a word belongs to the first rule that takes it."""
    spelled = letters(words)
    taken = bytearray(len(words))
    found: list[_Match] = []
    for rule in possible(present(words)):
        for match in rule.pattern.finditer(spelled):
            first, last = match.span()
            if first == last or any(taken[first:last]):
                continue
            interval = rule.read(words[first:last], anchor)
            if interval is not None:
                taken[first:last] = b"\x01" * (last - first)
                found.append(_Match(first, last, rule, interval))
    return sorted(found, key=lambda match: match.first)


def _is_year(words: Sequence[TimeWord], place: int) -> bool:
    """Tell a year from a number: "in 2019", "two 2015 cases", not "about 2000 people"."""
    before = words[place - 1] if place else None
    after = words[place + 1] if place + 1 < len(words) else None
    earlier = words[place - 2].kind if place > 1 else ""
    if before is not None:
        told = _by_word_before(before, earlier)
        if told is not None:
            return told
    lead = before.text.lower() if before else ""
    if after is not None and after.text.lower() in _COUNTED:
        return False  # the 1800 block of Mill Lane, 1900 hours
    if after is not None and after.kind == "word" and after.text[0].islower():
        return lead in _YEAR_SURE or (before is not None and before.kind in ("number", "day"))
    if before is not None and before.kind == "word" and before.text[0].islower():
        return lead.endswith("ing")  # "facing 2023"; a number behind a noun is the name of a line: "helpline 1930"
    if before is not None and before.kind == "of" and earlier in ("day", "count"):
        return False  # Act 14 of 1982
    if after is not None and after.kind == "word" and after.text[0].isupper() and lead not in _YEAR_SURE_NAMED:
        return False  # a 2021 Porsche
    return lead not in _ROUGHLY


def _by_word_before(before: TimeWord, earlier: str) -> bool | None:
    """Decide by the word in front alone where it is a mark, a law, an owner or another year; else None.

    `earlier` is the kind of the word before that, empty where none is.
    """
    if before.kind == "word" and not before.text[-1].isalnum():
        return before.text in "“\"'‘:;/" and bool(before.text)
    if before.kind == "law":
        return False  # the Public Order Act 1994
    if before.text.lower() == "s":
        return True  # the country's 1994 genocide
    return True if before.kind in ("and", "to", "dash") and earlier == "year" else None
