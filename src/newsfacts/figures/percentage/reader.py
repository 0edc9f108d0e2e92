"""Percentages: which way, of what, against what.

Phases: 1. numbers with %, percent or percentage points; two joined by a dash or "to" are a range; 2. the rules are
tried in order on the words around: a change word beside it, a change verb or noun that governs it, a level ("to 87.4%",
"at 4.1%"), a share ("of …"); the first that fits gives direction and measure (`context/measure.py`); 3. a percentage
coordinated with the one before it takes over what it lacks; "respectively" deals a list out in its own order; 4. the
base is read from the comparing phrase of its clause. Not here: basis points, and shares written as fractions
(`fraction_shares` reads those).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from newsfacts import lexicons
from newsfacts.figures.bounds import Bound, BoundReader, DepAt
from newsfacts.figures.figure import Figure, figure
from newsfacts.figures.numbers import Form, Number
from newsfacts.figures.percentage.measure import MeasureReader, Trigger
from newsfacts.language.phrases import is_verb
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons import Lexicon, alternation, fold
from newsfacts.record import Base, Comparator, Direction, PercentageUnit
from newsfacts.rules.rule import Rule

__all__ = ["RULES", "PercentageMatch", "PercentageReader", "reader"]

RULES = (
    Rule("percentage.bracket", "NOUN ( PERCENT )", "brackets give the figure of the noun or clause before them"),
    Rule("percentage.change-noun-after", "PERCENT CHANGE-NOUN", "a 22% decrease in thefts"),
    Rule("percentage.change-adverb", "PERCENT higher | down PERCENT", "0.2 points higher, down 7 percent"),
    Rule("percentage.change-noun-before", "CHANGE-NOUN of PERCENT", "a drop of 4.5%"),
    Rule("percentage.level", "CHANGE to PERCENT | from PERCENT", "the end point of a change is a level, not a change"),
    Rule("percentage.change-verb", "CHANGE-VERB [by] PERCENT", "robberies fell by 11.8%"),
    Rule("percentage.share-verb", "accounts for PERCENT", "verbs of being a part"),
    Rule("percentage.share-of", "PERCENT of NOUN", "a share names its whole behind 'of'"),
    Rule("percentage.rate-verb", "NOUN is | at PERCENT", "a level that something has"),
    Rule("percentage.rate-noun", "RATE-NOUN of PERCENT | PERCENT NOUN", "a rate names itself"),
    Rule("percentage.share-subject", "PERCENT VERB", "the share is itself the subject: 40 per cent were women"),
    Rule("percentage.bare", "PERCENT", "nothing near says what it is"),
    Rule("percentage.fraction", "FRACTION of NOUN", "two-thirds of the cases, one in three officers"),
)

_UNIT = re.compile(
    r"""\s*(?:%|％|﹪)\s*(?P<points>(?:percentage[\s-]+)?points?\b)?
      | [\s-]*(?:percentage|percent|per\ cent|per-cent|pct|pp)[\s-]+(?P<points2>points?)\b
      | (?:\s+(?:of\s+)?(?:an?|one))?[\s-]*(?P<percent>percent|per\s+cent|per-cent|pct|(?-i:pc))\b
      | \s+(?P<points3>points?)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_RESTATED = re.compile(r",\s+an?\s+(?:[a-z-]+\s+){1,3}of\s+(?:[a-z]+\s+){0,2}$")
"""Behind it a percentage says again what the clause before said: "27 fewer than last year, a decrease of 19%"."""
_PART_OF = re.compile(r"(?:the\s+)?(?:share|proportion|percentage|fraction|part)\s+of\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\b(?:\s+(?:then|\d{4}|he|she|they|it|we|the|[A-Z]\w+)\b)?")
_RATIO = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?$", re.IGNORECASE)
_RANGE_GAP = re.compile(r"\s*[-–—]\s*|\s+to\s+|\s+or\s+|\s+and\s+", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|and|or|,\s*and|as well as|;)\s*", re.IGNORECASE)
_SHARED = re.compile(r"\s*,\s*|\s+(?:and|or)\s+|\s*,\s+and\s+|\s*[-–]\s*|\s+to\s+", re.IGNORECASE)
_COMPARING = (
    r"compared?\s+(?:with|to|against)|in\s+comparison\s+(?:with|to)|than(?:\s+(?:in|during|for))?"
    r"|from|on|over|against|versus|vs\.?|relative\s+to|as\s+against"
)
_FIGURE_PERIOD = (
    r"\d[\d,.]*\S*\s+(?:[a-z][\w-]*\s+){0,4}?(?:(?:in|of|during|for)\s+)?(?:the\s+)?(?:(?P<year>(?:corresponding|same|whole)"
    r"[\w\s]*?(?:last\s+year|previous\s+year|(?:19|20)\d\d)|(?:19|20)\d\d|last\s+year|previous\s+year|year\s+before)|"
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|last\s+month))"
)
_PERIOD = (
    r"(?:the\s+)?(?:same\s+(?:period|time|month|quarter|week)\s+(?:of|in|last)\s+)?(?:last\s+(?:year|month|week)\b|"
    r"(?:19|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?|(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?:\s+(?:19|20)\d\d)?|the\s+previous\s+[\w-]+\s+(?:months?|years?|weeks?|days?))"
)


@dataclass(frozen=True, slots=True)
class PercentageMatch:
    """Hold one percentage."""

    figure: Figure
    """The number, in percent or percentage points."""
    unit: PercentageUnit
    """percent or percentage_point."""
    direction: Direction
    """Change, share, rate or none."""
    measure: str | None
    """What changed, or what it is a share or rate of."""
    base: Base | None
    """What it is compared with."""
    base_text: str | None
    """The words that say so."""
    rule: str
    """Id of the rule."""


@dataclass(frozen=True, slots=True)
class _Mention:
    number: Number
    start: int
    end: int
    unit: PercentageUnit
    figure: Figure


class PercentageReader:
    """Find percentages; make one with `reader`."""

    def __init__(self, bases: Lexicon, measures: MeasureReader, bounds: BoundReader) -> None:
        """Compile the comparing phrases."""
        self._bounds, self._measures = bounds, measures
        alone = {fold(r["phrase"]): Base(r["base"]) for r in bases.rows if r["form"] == "alone"}
        objects = {fold(r["phrase"]): Base(r["base"]) for r in bases.rows if r["form"] == "object"}
        self._bases = {**alone, **objects}
        self._base = re.compile(
            rf"\b(?:(?:{_COMPARING})\s+(?P<object>{alternation(objects)})|(?P<alone>{alternation(alone)})"
            rf"|(?:{_COMPARING}|since)\s+(?P<period>{_PERIOD})|(?P<span>in\s+(?:a|one)\s+year|in\s+the\s+year\s+to\b|(?<!than\s)(?<!from\s)(?<!on\s)(?<!with\s)last\s+year)"
            rf"|(?:{_COMPARING})\s+{_FIGURE_PERIOD})(?!\w)",
            re.IGNORECASE,
        )

    def find(
        self, sentence: Sentence, numbers: Sequence[Number], dep_at: DepAt | None,
        before: PercentageMatch | None,
    ) -> tuple[list[PercentageMatch], set[int]]:  # fmt: skip
        """Find the percentages of one sentence; `before` is the last one of the sentence that this unit goes on with.

        Shape:   the percentages in text order, and the places in `numbers` that they use up.
        """
        mentions, used = self._mentions(sentence, numbers, dep_at)
        matches: list[PercentageMatch] = []
        for place in range(len(mentions)):
            last = matches[-1] if matches else before
            matches.append(self._match(sentence, mentions, place, last))
        matches = self._dealt(sentence, matches)
        matches = self._with_bases(sentence, matches)
        shares, more = self._fractions(sentence, numbers, used, dep_at)
        return sorted([*matches, *shares], key=lambda match: match.figure.start), used | more

    def _mentions(
        self, sentence: Sentence, numbers: Sequence[Number], dep_at: DepAt | None
    ) -> tuple[list[_Mention], set[int]]:
        text, offset = sentence.text, sentence.start
        ends: dict[int, tuple[int, PercentageUnit]] = {}
        for place, number in enumerate(numbers):
            unit = self._unit(text, number, number.end - offset)
            if unit is not None:
                ends[place] = unit
        for place in range(len(numbers) - 2, -1, -1):
            following, number = ends.get(place + 1), numbers[place]
            gap = text[number.end - offset : numbers[place + 1].start - offset]
            if (
                place not in ends
                and not ("," in gap and re.fullmatch(r"(?:19|20)\d\d", number.plain))
                and following
                and not number.after
                and not number.before.strip()
                and _SHARED.fullmatch(gap)
            ):
                ends[place] = (number.end - offset, following[1])
        mentions: list[_Mention] = []
        for place in sorted(ends):
            end, kind = ends[place]
            mention = self._mention(sentence, numbers[place], end, kind, dep_at)
            joined = _range(text, offset, mentions[-1], mention) if mentions else None
            if joined:
                mentions[-1] = joined
            else:
                mentions.append(mention)
        return mentions, set(ends)

    def _unit(self, text: str, number: Number, end: int) -> tuple[int, PercentageUnit] | None:
        match = _UNIT.match(text, end)
        if match is None or (number.after and fold(number.after) not in ("pc", "pct", "pp")):
            return None
        points = match["points"] or match["points2"]
        if match["points3"] and not re.search(r"%|per\s?cent", text):
            return None
        if match["points3"]:
            points = match["points3"]
        after_pp = fold(number.after) == "pp"
        kind = PercentageUnit.PERCENTAGE_POINT if points or after_pp else PercentageUnit.PERCENT
        return match.end() - len(match[0]) + len(match[0].rstrip()), kind

    def _mention(
        self, sentence: Sentence, number: Number, end: int, unit: PercentageUnit, dep_at: DepAt | None
    ) -> _Mention:
        offset = sentence.start
        if number.negative:
            number = replace(number, value=-number.value, start=number.start - 1)
        bound = self._bounds.read(sentence.text, number.start - offset, end, dep_at, ranged=number.form is Form.RANGE)
        shifted = replace(bound, start=bound.start + offset, end=bound.end + offset)
        return _Mention(number, number.start, end + offset, unit, figure(number, shifted))

    def _match(
        self, sentence: Sentence, mentions: Sequence[_Mention], place: int, before: PercentageMatch | None
    ) -> PercentageMatch:
        mention = mentions[place]
        trigger = self._measures.read(sentence, mention.figure.start, mention.start, mention.end)
        joint = False
        if before is not None and before.figure.end <= sentence.end:
            gap = sentence.text[max(0, before.figure.end - sentence.start) : mention.figure.start - sentence.start]
            joint = before.figure.end >= sentence.start and bool(_JOINT.fullmatch(gap))
        gapped = before is not None and self._gapped(sentence, before, mention)
        if before is not None and gapped:
            measure = self._measures.before(sentence, mention.figure.start)
            trigger = replace(trigger, rule=before.rule, direction=before.direction, measure=measure or before.measure)
        elif before is not None and (trigger.rule == "percentage.bare" or joint):
            trigger = _inherited(trigger, before, joint=joint)
        if before is not None and trigger.rule == "percentage.bracket" and trigger.direction is Direction.NONE:
            direction = before.direction if before.rule == "percentage.bracket" else Direction.SHARE
            trigger = replace(trigger, direction=direction)
        if before is not None and trigger.pronoun:
            trigger = replace(trigger, measure=before.measure)
        direction = (
            Direction.SHARE
            if trigger.rule == "percentage.bracket" and trigger.direction is Direction.NONE
            else trigger.direction
        )
        return PercentageMatch(mention.figure, mention.unit, direction, trigger.measure, None, None, trigger.rule)

    def _gapped(self, sentence: Sentence, before: PercentageMatch, mention: _Mention) -> bool:
        """See "burglaries fell by 18%, larcenies by 7% and robberies by 4%": the verb is said once."""
        if before.direction not in (Direction.INCREASE, Direction.DECREASE) or before.figure.end < sentence.start:
            return False
        between = sentence.tokens_in(before.figure.end, mention.figure.start)
        return bool(between) and between[-1].lower == "by" and not any(is_verb(t) and t.tag != "VBN" for t in between)

    def _dealt(self, sentence: Sentence, matches: list[PercentageMatch]) -> list[PercentageMatch]:
        """Deal out a list of measures over percentages that are said to match it respectively."""
        if len(matches) < 2 or "respectively" not in sentence.text.lower():
            return matches
        first, last = matches[0].figure.start, matches[-1].figure.end
        parts = self._measures.listed(sentence, len(matches), first, last, matches[0].measure)
        if parts is None:
            return matches
        return [replace(match, measure=part) for match, part in zip(matches, parts, strict=True)]

    def _with_bases(self, sentence: Sentence, matches: list[PercentageMatch]) -> list[PercentageMatch]:
        if not matches:
            return matches
        text, offset = sentence.text, sentence.start
        phrases = [(m.start() + offset, m.end() + offset, m) for m in self._base.finditer(text)]
        based: list[PercentageMatch] = []
        for place, match in enumerate(matches):
            if match.direction is Direction.SHARE:
                based.append(replace(match, base=Base.TOTAL))
                continue
            limit = matches[place + 1].figure.start if place + 1 < len(matches) else sentence.end + 1
            floor = matches[place - 1].figure.end if place else sentence.start
            changing = match.direction in (Direction.INCREASE, Direction.DECREASE)
            own = [p for p in phrases if match.figure.end <= p[0] < limit and (changing or p[2]["alone"])]
            ahead = [
                p
                for p in phrases
                if floor <= p[1] <= match.figure.start and (p[2]["alone"] or match.figure.start - p[1] < 4)
            ]
            figures = [p for p in phrases if floor <= p[0] < match.figure.start and (p[2]["year"] or p[2]["month"])]
            if changing and not ahead and _RESTATED.search(text[: match.figure.start - offset]):
                ahead = [p for p in phrases if floor <= p[0] < match.figure.start]
            opening = [p for p in phrases if not p[2]["alone"] and p[0] - sentence.start < 20] or figures[-1:]
            level_of = match.direction is Direction.RATE and re.match(r"\s+of\b", text[match.figure.end - offset :])
            part = match.direction is Direction.RATE and match.measure and _PART_OF.match(match.measure)
            if (level_of and match.rule == "percentage.level") or part:
                based.append(replace(match, base=Base.TOTAL))
                continue
            chosen = (own[:1] or ahead[-1:] or opening[:1]) if changing or own or ahead else []
            if chosen:
                based.append(self._based(text, offset, match, chosen[0][2]))
                continue
            since = _SINCE.search(text, floor - offset, limit - offset) if changing else None
            based.append(replace(match, base=Base.PERIOD, base_text=since[0]) if since else match)
        for place in range(len(based) - 2, -1, -1):
            gap = text[based[place].figure.end - offset : based[place + 1].figure.start - offset]
            if based[place].base is None and based[place + 1].base and len(gap) < 12 and _JOINT.fullmatch(gap):
                based[place] = replace(based[place], base=based[place + 1].base, base_text=based[place + 1].base_text)
        return based

    def _based(self, text: str, offset: int, match: PercentageMatch, phrase: re.Match[str]) -> PercentageMatch:
        named = phrase["object"] or phrase["alone"]
        if phrase["year"] or phrase["span"]:
            base = Base.YOY
        elif phrase["month"]:
            dated = re.match(r"\s+(?:19|20)\d\d", text[phrase.end() :])
            base = Base.YOY if dated else Base.MOM
        else:
            base = self._bases[" ".join(fold(named).split())] if named else Base.PERIOD
        if phrase["period"] and "last year" in fold(phrase["period"]):
            base = Base.YOY
        return replace(match, base=base, base_text=phrase[0])

    def _fractions(
        self, sentence: Sentence, numbers: Sequence[Number], used: set[int], dep_at: DepAt | None
    ) -> tuple[list[PercentageMatch], set[int]]:
        """Read "two-thirds of the cases", "half of the 60 cameras", "one in three", "four out of five" as shares."""
        text, offset = sentence.text, sentence.start
        found, taken = [], set[int]()
        for place, number in enumerate(numbers):
            if place in used or place in taken:
                continue
            value, end, following = Decimal(0), number.end, place + 1
            if number.form is Form.FRACTION and re.match(
                r"\s+(?:of\s+(?:the|all|its|their|his|her|those|these|our)\b|of\s+\w+s\b)", text[end - offset :]
            ):
                value = number.value * 100
            elif number.form is not Form.RANGE and following < len(numbers) and following not in used:
                other = numbers[following]
                if _is_ratio(text[number.end - offset : other.start - offset], number, other):
                    value, end = number.value / other.value * 100, other.end
                    taken.add(following)
            if not value:
                continue
            taken.add(place)
            found.append(self._share(sentence, number, value, end, dep_at))
        return found, taken

    def _share(
        self, sentence: Sentence, number: Number, value: Decimal, end: int, dep_at: DepAt | None
    ) -> PercentageMatch:
        offset = sentence.start
        bound = self._bounds.read(sentence.text, number.start - offset, end - offset, dep_at)
        rounded = round(value, 4)
        comparator = bound.comparator
        if comparator is Comparator.EQ and rounded != value:
            comparator = Comparator.APPROX
        shifted = Bound(bound.start + offset, bound.end + offset, comparator, bound.upper)
        measure = self._measures.whole(sentence, end)
        fact = figure(replace(number, value=rounded, form=Form.FRACTION), shifted)
        return PercentageMatch(
            fact, PercentageUnit.PERCENT, Direction.SHARE, measure, Base.TOTAL, None, "percentage.fraction"
        )


def reader(measures: MeasureReader, bounds: BoundReader, extra: Path | None = None) -> PercentageReader:
    """Make a reader from the lexicon `comparison_bases`."""
    return PercentageReader(lexicons.read("comparison_bases", extra), measures, bounds)


def _inherited(trigger: Trigger, before: PercentageMatch, *, joint: bool) -> Trigger:
    """Take over what the percentage before has: "rose 5%, 7% and 9%"."""
    if not joint or trigger.rule not in ("percentage.bare", "percentage.rate-noun", "percentage.rate-verb"):
        return trigger
    return replace(trigger, rule=before.rule, direction=before.direction, measure=trigger.measure or before.measure)


def _is_ratio(gap: str, number: Number, other: Number) -> bool:
    """See "one in three" and "four out of five", not "1,953 in 2020"."""
    if not _RATIO.fullmatch(gap) or other.after or other.form is Form.RANGE or not other.value > number.value >= 1:
        return False
    spelled = number.form is Form.WORDS or "out" in gap.lower()
    return (spelled and other.value <= 1000) or (number.value <= 10 and other.value <= 100 and other.value % 5 == 0)


def _range(text: str, offset: int, low: _Mention, high: _Mention) -> _Mention | None:
    gap = text[low.end - offset : high.figure.start - offset]
    before = text[max(0, low.start - offset - 9) : low.start - offset].lower()
    if len(gap) > 5 or not _RANGE_GAP.fullmatch(gap) or low.unit is not high.unit:
        return None
    bottom, top = low.figure.value, high.figure.value
    if gap.strip().lower() in ("and", "or") and not before.endswith("between "):
        return None
    if gap.strip().lower() == "to" and before.endswith("from "):
        return None
    if bottom is None or top is None or bottom >= top:
        return None
    start = low.figure.start - (len("between ") if before.endswith("between ") else 0)
    joined = replace(
        low.figure, start=start, end=high.figure.end, value=None, low=bottom, high=top, comparator=Comparator.RANGE
    )
    return replace(low, end=high.end, figure=joined)
