"""Percentages: which way, of what, against what.

Phases: 1. `mentions` finds numbers with %, percent or percentage points, `fractions` those written as fractions;
2. `direction` asks its rules in order; the first that fits gives the direction and where the measure is to be looked
for; 3. `measure` proposes and chooses; 4. "respectively" deals a list out in its own order; 5. `bases`, once for the
article, says what each is compared with. Not here: basis points, and cells of tables (`figures/table.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from newsfacts.figures.bounds import BoundReader, DepAt
from newsfacts.figures.figure import Figure
from newsfacts.figures.leads import lead_in
from newsfacts.figures.numbers import Number
from newsfacts.figures.percentage import fractions, words
from newsfacts.figures.percentage.direction import BARE, SIGNED
from newsfacts.figures.percentage.direction import RULES as DIRECTIONS
from newsfacts.figures.percentage.fractions import FractionReader
from newsfacts.figures.percentage.match import Look, PercentageMatch, Trigger
from newsfacts.figures.percentage.measure import measure_of
from newsfacts.figures.percentage.mentions import Mention, find_mentions
from newsfacts.figures.percentage.scene import Scene
from newsfacts.figures.percentage.shared_list import clean, split_list
from newsfacts.figures.percentage.words import UP_DOWN, ChangeWords, Lemma
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons.function_words import any_of
from newsfacts.record import Direction
from newsfacts.rules.rule import Rule, first

__all__ = ["RULES", "PercentageMatch", "PercentageReader", "reader"]

RULES: tuple[Rule, ...] = (*DIRECTIONS, BARE)
"""Every rule by which a percentage is read."""

_OF_WHOLE = re.compile(rf"(?:\w+\s+){{0,2}}(?:{any_of('share')})\s+of\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]")
"""A line of nothing but a percentage is the cell of a table that cannot be told."""
_REACH = 3
"""Units back to which "of them" may refer."""


class PercentageReader:
    """Find percentages; make one with `reader`."""

    def __init__(self, bounds: BoundReader, words: ChangeWords, fractions: FractionReader) -> None:
        """Take the readers of its parts."""
        self._bounds, self._words, self._fractions = bounds, words, fractions

    def find(
        self, sentences: Sequence[Sentence], index: int, numbers: Sequence[Number], dep_at: DepAt | None,
        before: PercentageMatch | None,
    ) -> tuple[list[PercentageMatch], set[int]]:  # fmt: skip
        """Find the percentages of the unit at `index`; `before` is the last one in front of it, a few units away.

        Shape:   the percentages in text order, without what they are compared with, and the places in `numbers` that
                 they use up.
        """
        sentence = sentences[index]
        mentions, used = find_mentions(sentence, numbers, self._bounds, dep_at)
        more, taken = self._fractions.find(sentence, numbers, mentions, dep_at)
        mentions = _single(sentence, sorted([*mentions, *more], key=lambda mention: mention.start))
        plain = sentence.text.lower().replace("per cent", "").replace("percent", "")
        if not mentions or (len(sentences) > 1 and not _WORD.search(plain)):
            return [], used | taken
        lead, earlier = lead_in(sentences, index), tuple(sentences[max(0, index - _REACH) : index])
        matches: list[PercentageMatch] = []
        for place, mention in enumerate(mentions):
            scene = Scene(
                sentence, mention, self._words,
                ends=tuple(m.end for m in mentions[:place]),
                right_start=mentions[place + 1].figure.start if place + 1 < len(mentions) else sentence.end,
                before=matches[-1] if matches else before, earlier=earlier, lead=lead,
            )  # fmt: skip
            match = _read(scene)
            if match is not None:
                matches.append(match)
        return _dealt(sentence, _sharing(sentence, matches)), used | taken


def _read(scene: Scene) -> PercentageMatch | None:
    """Read one percentage; None for a fraction that turns out to be neither a share nor a change."""
    chosen = first(DIRECTIONS, scene)
    rule, trigger = chosen if chosen else (BARE, Trigger(Direction.NONE, Look.NOWHERE))
    if scene.mention.fraction and trigger.direction not in (*UP_DOWN, Direction.SHARE):
        return None
    measure = measure_of(scene, trigger)
    if trigger.direction is Direction.RATE and measure is not None and _OF_WHOLE.match(measure):
        trigger = replace(trigger, direction=Direction.SHARE)  # "the share of suspects under 21 stood at 22 percent"
    figure, mention = scene.mention.figure, scene.mention
    if (
        rule is not SIGNED
        and mention.sign is Direction.DECREASE
        and figure.value is not None
        and mention.sign is not trigger.direction
    ):
        figure = _below_zero(figure)  # "growth was -1.28%"
    return PercentageMatch(
        figure, mention.unit, trigger.direction, measure, None, None, rule.id, trigger.look, counted=mention.counted
    )


def _below_zero(figure: Figure) -> Figure:
    """Turn a figure and its limits, each on its side: "at least -4.5%" is -4.5 or more."""
    low, high = (-limit if limit is not None else None for limit in (figure.low, figure.high))
    return replace(figure, value=-figure.value if figure.value is not None else None, low=low, high=high)


def _single(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """Join what is one figure: "sixty-four percent (64%)", "one-quarter of one percent"."""
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        gap = sentence.slice(last.end, mention.start) if last else ""
        if last and last.figure.value == mention.figure.value and re.fullmatch(r"\s*\(\s*", gap):
            continue
        if last and last.fraction and mention.figure.value == 1 and re.fullmatch(r"\s+of\s+", gap):
            value = last.figure.value / 100 if last.figure.value is not None else None
            figure = replace(last.figure, end=mention.figure.end, value=value)
            joined[-1] = replace(mention, number=last.number, start=last.start, figure=figure)
            continue
        joined.append(mention)
    return joined


def _sharing(sentence: Sentence, matches: list[PercentageMatch]) -> list[PercentageMatch]:
    """Give the first of two joint shares the whole that stands behind the second: "8% and 7% of those arrested"."""
    shared = list(matches)
    for place in range(len(shared) - 2, -1, -1):
        one, other = shared[place], shared[place + 1]
        joint = re.fullmatch(r"\s*(?:,|and|or|,\s*and)\s*", sentence.slice(one.figure.end, other.figure.start))
        behind = re.match(r",?\s*(?:respectively\s*,?\s*)?of\b", sentence.slice(other.figure.end, sentence.end))
        if joint and behind and one.direction is other.direction is Direction.SHARE:
            shared[place] = replace(one, measure=other.measure)
    return shared


def _dealt(sentence: Sentence, matches: list[PercentageMatch]) -> list[PercentageMatch]:
    """Deal out a list of measures over percentages that are said to match it respectively."""
    lower = sentence.text.lower()
    if len(matches) < 2 or ("respectively" not in lower and "respectfully" not in lower):
        return matches
    offset = sentence.start
    first_start, last_end = matches[0].figure.start - offset, matches[-1].figure.end - offset
    for stretch in (sentence.text[:first_start], sentence.text[last_end:]):
        found = split_list(stretch, len(matches))
        if found is not None:
            head, parts, tail = found
            return [
                replace(match, measure=clean(f"{head} {part} {tail}"))
                for match, part in zip(matches, parts, strict=True)
            ]
    return matches


def reader(lemma: Lemma, bounds: BoundReader, extra: tuple[Path, ...] = ()) -> PercentageReader:
    """Make a reader from its lexicons."""
    known = words.reader(lemma, extra)
    return PercentageReader(bounds, known, fractions.reader(bounds, known, extra))
