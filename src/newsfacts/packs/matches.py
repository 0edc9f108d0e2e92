"""What a rule of a pack finds, as the kind of fact that it says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from newsfacts.figures.bounds import BoundReader, DepAt
from newsfacts.figures.count.match import CountMatch
from newsfacts.figures.figure import Figure, figure
from newsfacts.figures.money.joined import MoneyMatch
from newsfacts.figures.numbers import Form, Number
from newsfacts.figures.percentage.match import PercentageMatch
from newsfacts.figures.quantity.reader import QuantityMatch
from newsfacts.language.pipeline import Sentence
from newsfacts.packs.rules import NUMBER, PackRule
from newsfacts.record import Direction, Kind, PercentageUnit

__all__ = ["Found", "Match", "match_of"]

Match = CountMatch | MoneyMatch | PercentageMatch | QuantityMatch
"""A number fact of one of the kinds."""
_AMOUNT = ("currency", "unit")
"""Slots that belong to the amount, around which its bound stands: "more than 40 bob"."""


@dataclass(frozen=True, slots=True)
class Found:
    """Hold what a pattern matches."""

    number: Number
    """The number in its slot."""
    first: int
    """First token of the match."""
    last: int
    """Behind its last token."""
    slots: Mapping[str, tuple[int, int]]
    """Tokens of each slot, first and behind the last."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """Hold a match with the sentence around it and the number as a fact states it."""

    rule: PackRule
    found: Found
    sentence: Sentence
    figure: Figure
    amount: tuple[int, int]
    """Where the amount stands without its bound."""

    def said(self, name: str) -> str | None:
        """Give what the rule says of a field, else the words in its slot."""
        if name in self.rule.fields:
            return self.rule.fields[name]
        return self.sentence.words(*self.found.slots[name]) if name in self.found.slots else None


def match_of(
    rule: PackRule, found: Found, sentence: Sentence, bounds: BoundReader, dep_at: DepAt | None
) -> Match | None:
    """Make the fact that a rule found; None where the rule says that there is none, or a part of a thing is counted.

    Shape:   the span reaches from the number, with its bound, over all slots.
    """
    make = _MAKERS.get(rule.kind)
    if make is None:
        return None
    number, offset = found.number, sentence.start
    start, end = _around(sentence, found, _AMOUNT)
    ranged = number.form is Form.RANGE
    bound = bounds.read(sentence.text, start - offset, end - offset, dep_at, ranged=ranged)
    first, last = _around(sentence, found, tuple(found.slots))
    bound = replace(bound, start=min(bound.start + offset, first), end=max(bound.end + offset, last))
    return make(_Scene(rule, found, sentence, figure(number, bound, rule.factor), (start, end)))


def _around(sentence: Sentence, found: Found, slots: tuple[str, ...]) -> tuple[int, int]:
    """Give the characters from the number over the slots."""
    spans = [found.slots[slot] for slot in slots if slot in found.slots and slot != NUMBER]
    starts = [sentence.tokens[first].start for first, _ in spans]
    ends = [sentence.tokens[last - 1].end for _, last in spans]
    return min([found.number.start, *starts]), max([found.number.end, *ends])


def _count(scene: _Scene) -> CountMatch | None:
    value = scene.figure.value
    if value is not None and value != value.to_integral_value():
        return None
    noun = scene.said("noun") or ""
    slots, rule = scene.found.slots, scene.rule
    spans = [slots[name] for name in ("phrase", "noun") if name in slots]
    phrase = scene.sentence.words(min(a for a, _ in spans), max(b for _, b in spans)) if spans else noun
    anchor = (slots["noun"][1] if "noun" in slots else slots[NUMBER][1]) - 1
    return CountMatch(scene.figure, noun, phrase, anchor, rule.id)


def _money(scene: _Scene) -> MoneyMatch:
    return MoneyMatch(scene.figure, scene.rule.fields["currency"], scene.rule.id, *scene.amount)


def _percentage(scene: _Scene) -> PercentageMatch:
    unit = PercentageUnit(scene.rule.fields.get("unit", PercentageUnit.PERCENT))
    direction = Direction(scene.rule.fields.get("direction", Direction.NONE))
    return PercentageMatch(scene.figure, unit, direction, scene.said("measure"), None, None, scene.rule.id)


def _quantity(scene: _Scene) -> QuantityMatch:
    slots = scene.found.slots
    unit = scene.sentence.tokens[slots["unit"][0]].start if "unit" in slots else scene.found.number.start
    return QuantityMatch(scene.figure, scene.rule.fields["unit"], scene.said("substance"), scene.rule.id, unit)


_MAKERS: Mapping[str, Callable[[_Scene], Match | None]] = {
    Kind.COUNT: _count, Kind.MONEY: _money, Kind.PERCENTAGE: _percentage, Kind.QUANTITY: _quantity,
}  # fmt: skip
"""How the fact of each kind is made."""
