"""The rules of packs on a sentence: which numbers they claim for a kind of fact, and which they say are no fact.

Packs are asked before the package, and of the packs the last one given first: whoever teaches has the last word. Within
a pack the first rule that finds a number and is not held back has it. All numbers are offered, also those that the
package would refuse. Not here: numbers, bounds, verbs and roles, which are read as for every other fact.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from newsfacts.errors import RuleError
from newsfacts.figures.bounds import BoundReader, DepAt
from newsfacts.figures.count.match import CountMatch
from newsfacts.figures.money.joined import MoneyMatch
from newsfacts.figures.numbers import Number
from newsfacts.figures.percentage.match import PercentageMatch
from newsfacts.figures.quantity.reader import QuantityMatch
from newsfacts.figures.quantity.units import unit_table
from newsfacts.language.lemmas import Lemma
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons.nearest import nearest
from newsfacts.packs.classes import WordClass, word_class
from newsfacts.packs.documents import Hit, PatternMatcher, pattern_matcher
from newsfacts.packs.matches import Found, Match, match_of
from newsfacts.packs.pack import Pack
from newsfacts.packs.patterns import ClassName, Compiled, compiled, feature
from newsfacts.packs.rules import NO_FACT, NUMBER, PackGuard, PackRule, Token
from newsfacts.record import Kind
from newsfacts.rules.rule import Guard, Refusal, Rule, first

_M = TypeVar("_M", CountMatch, MoneyMatch, PercentageMatch, QuantityMatch)

__all__ = ["NOTHING", "PackReader", "Proposed", "reader", "written"]


@dataclass(frozen=True, slots=True)
class Proposed:
    """Hold what packs say of the numbers of a sentence."""

    matches: tuple[Match, ...] = ()
    """Facts, in text order."""
    refused: tuple[tuple[Rule, Number], ...] = ()
    """Numbers that are no facts, with the rules that say so."""
    held: tuple[Refusal, ...] = ()
    """Rules that found something and were held back by a guard."""

    def of(self, kind: type[_M]) -> tuple[_M, ...]:
        """List the facts of one kind."""
        return tuple(match for match in self.matches if isinstance(match, kind))

    @property
    def decided(self) -> frozenset[int]:
        """Give where the numbers begin on which nobody else is asked."""
        numbers = [*(match.figure.number for match in self.matches), *(number for _, number in self.refused)]
        return frozenset(number.start for number in numbers)


NOTHING = Proposed()
"""What packs say of a sentence that none of their rules meets."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """Hold what the rules of a pack look at: one number of a sentence, and what their patterns match there."""

    sentence: Sentence
    number: Number
    hits: dict[str, list[Hit]]
    """By name of rule or guard."""


@dataclass(frozen=True)
class _Taught:
    """Hold one pack, ready to be asked."""

    rules: tuple[tuple[Rule, PackRule], ...]
    classes: tuple[tuple[str, WordClass], ...]
    """By feature."""
    matcher: PatternMatcher

    def read(
        self, sentence: Sentence, numbers: Sequence[Number], lemma: Lemma, tell: Callable[[Refusal], None]
    ) -> list[tuple[PackRule, Found]]:
        """Give the numbers that a rule finds, each with the first one that does; `tell` hears of guards that spoke."""
        marks = [(name, *span) for name, words in self.classes for span in words.spans(sentence, lemma)]
        for number in numbers:
            inside = sentence.tokens_in(number.start, number.end)
            marks += [(NUMBER, inside[0].position, inside[-1].position + 1)] if inside else []
        hits = self.matcher.find(sentence, marks, lemma)
        found = []
        for number in numbers if hits else ():
            one = first([rule for rule, _ in self.rules], _Seen(sentence, number, hits), tell)
            if one is not None:
                told = next(told for rule, told in self.rules if rule is one[0])
                found.append((told, one[1]))
        return found


@dataclass(frozen=True)
class PackReader:
    """Ask all packs; make one with `reader`."""

    packs: tuple[Pack, ...]
    """As they were given."""
    bounds: BoundReader
    """Bounds around numbers."""
    taught: tuple[_Taught, ...] = field(default=())
    """Those with rules, in the order in which they are asked."""

    def read(self, sentence: Sentence, numbers: Sequence[Number], lemma: Lemma, dep_at: DepAt | None) -> Proposed:
        """Say which numbers of a sentence are which facts, and which are none."""
        matches: list[Match] = []
        refused: list[tuple[Rule, Number]] = []
        held: list[Refusal] = []
        left = list(numbers)
        for taught in self.taught:
            for told, found in taught.read(sentence, left, lemma, held.append) if left else ():
                match = match_of(told, found, sentence, self.bounds, dep_at)
                if match is not None:
                    matches.append(match)
                elif told.kind == NO_FACT:
                    refused.append((next(rule for rule, one in taught.rules if one is told), found.number))
                else:
                    continue
                left.remove(found.number)
        matches.sort(key=lambda match: match.figure.start)
        return Proposed(tuple(matches), tuple(refused), tuple(held)) if matches or refused or held else NOTHING

    @property
    def rules(self) -> tuple[Rule, ...]:
        """List the rules of all packs."""
        return tuple(rule for taught in self.taught for rule, _ in taught.rules)


def reader(packs: Sequence[Pack], bounds: BoundReader, extra: tuple[Path, ...] = ()) -> PackReader | None:
    """Make the reader of packs, with the lexicons that the folders `extra` change; None where there are no packs.

    Raises:  RuleError where a pattern cannot be compiled.
    """
    if not packs:
        return None
    taught = tuple(_taught(pack, extra) for pack in reversed(packs) if pack.rules)
    return PackReader(tuple(packs), bounds, taught)


def _taught(pack: Pack, extra: tuple[Path, ...]) -> _Taught:
    _check_units(pack, extra)
    patterns: dict[str, tuple[Compiled, str]] = {}
    for rule in pack.rules:
        patterns[rule.id] = compiled(rule.pattern, rule.where), rule.where
        for guard in rule.unless:
            place = f"{rule.where}, unless {guard.id}"
            patterns[_guard_name(rule, guard)] = compiled(guard.pattern, place), place
    wanted: dict[ClassName, str] = {}
    for pattern, place in patterns.values():
        wanted.update({name: place for name in pattern.classes if name[0] != NUMBER})
    classes = tuple(
        (feature(name), word_class(name, pack.classes, extra, place)) for name, place in sorted(wanted.items())
    )
    matcher = pattern_matcher([(name, pattern, place) for name, (pattern, place) in patterns.items()])
    slots = {name: pattern.slots for name, (pattern, _) in patterns.items()}
    return _Taught(tuple((_rule(rule, slots[rule.id]), rule) for rule in pack.rules), classes, matcher)


def _check_units(pack: Pack, extra: tuple[Path, ...]) -> None:
    """See that quantities are in units of the lexicons, which can be led back to those of the SI."""
    units = [(rule, rule.fields["unit"]) for rule in pack.rules if rule.kind == Kind.QUANTITY]
    known = {row["unit"] for row in unit_table(extra).exact.values()} if units else set()
    for rule, unit in units:
        if unit.split(" per ")[0] not in known:
            near = nearest(unit, frozenset(known))
            raise RuleError(f"{rule.where}: no unit {unit!r}{near}; expected one of the lexicons units and base_units")


def _rule(told: PackRule, slots: tuple[str, ...]) -> Rule:
    """Make of a rule as written one that runs."""
    guards = tuple(
        Guard(guard.id, partial(_held_back, guard.where, _guard_name(told, guard)), guard.why, guard.example)
        for guard in told.unless
    )
    find: Callable[[_Seen], Found | None] = partial(_find, told.id, slots)
    return Rule(told.id, written(told.pattern), told.why, find, guards, told.yes, told.no)


def _find(rule_id: str, slots: tuple[str, ...], seen: _Seen) -> Found | None:
    """Give the match in whose number slot the number stands."""
    for hit in seen.hits.get(rule_id, ()):
        tokens: dict[str, list[int]] = {}
        for place, part in enumerate(hit.parts, start=hit.start):
            if slots[part]:
                tokens.setdefault(slots[part], []).append(place)
        start = seen.sentence.tokens[tokens[NUMBER][0]]
        if start.start <= seen.number.start < start.end:
            return Found(seen.number, hit.start, hit.end, {slot: (at[0], at[-1] + 1) for slot, at in tokens.items()})
    return None


def _held_back(where: str, name: str, seen: _Seen, found: Found) -> bool:
    hits = seen.hits.get(name, ())
    if where == "before":
        return any(hit.end == found.first for hit in hits)
    return bool(hits) if where == "sentence" else any(hit.start == found.last for hit in hits)


def _guard_name(rule: PackRule, guard: PackGuard) -> str:
    return f"{rule.id} unless {guard.id}"


def written(pattern: Sequence[Token]) -> str:
    """Write a pattern for people: classes in capitals, words as they are.

    Example:
        >>> written([{"class": "number"}, {"LOWER": "head"}, {"LOWER": "of", "OP": "?"}, {"class": "cattle"}])
        'NUMBER head [of] CATTLE'
    """
    return " ".join(map(_written, pattern))


def _written(token: Token) -> str:
    values = [value for key, value in token.items() if key not in ("OP", "slot", "where", "class")]
    text = str(token["class"]).upper() if "class" in token else "|".join(map(_value, values)) or "…"
    operator = token.get("OP", "")
    return {"?": f"[{text}]", "*": f"[{text} …]", "+": f"{text} …", "!": f"not {text}"}.get(operator, text)


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "|".join(_value(part) for part in value.values())
    return "|".join(map(str, value)) if isinstance(value, list) else str(value)
