"""Physical quantities: a number beside a unit of weight, length, area, volume, temperature or speed.

Phases: 1. every number is tried against the unit table, the longest form first; 2. forms that may be something else
(pounds of money, a first degree, feet) need a witness; 3. bare numbers coordinated with a quantity share its unit ("22
and 26 grammes"); 4. the substance is read from "of …", from the noun behind a hyphenated quantity, or from the noun
that has it. Money claims its pounds before. Not here: durations and ages, which are no facts.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newsfacts import lexicons
from newsfacts.figures.bounds import BoundReader, DepAt
from newsfacts.figures.figure import Figure, figure
from newsfacts.figures.not_facts.around import IN_YEAR, YEAR
from newsfacts.figures.numbers import Form, Number
from newsfacts.figures.quantity.degrees import degree_reader
from newsfacts.figures.quantity.single import single_reader
from newsfacts.figures.quantity.substance import SubstanceReader, UnitReading
from newsfacts.figures.quantity.units import UnitTable, unit_table
from newsfacts.figures.quantity.witness import Witness
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons import alternation, fold
from newsfacts.lexicons.function_words import any_of, cue_words, function_words
from newsfacts.record import Comparator

__all__ = ["QuantityMatch", "QuantityReader", "reader"]


_SYMBOL = re.compile(r"\s?(?P<symbol>(?=[A-Za-z]{2,4}(?![\w-]))[a-z]+[A-Z][A-Za-z]*)")
_SYMBOLS = cue_words("unit symbol")
_SHARED_GAP = re.compile(r"\s*,\s*|\s+(?:and|or)\s+|\s*,\s+and\s+|\s*[-–]\s*|\s+to\s+", re.IGNORECASE)
_CONCENTRATION = re.compile(
    rf"(?:\s+of\s+\w+)?\s*(?:per|in|/)\s*(?:(?P<hundred>100)\s*(?:{any_of('small volume')})|(?:{any_of('litre')})\b)"
)
_SPELLED_INCHES = re.compile(rf"[\s-](?:{any_of('inches behind')})\b")
_MORE = rf"(?:\s(?:(?:{any_of('before a unit')})\s+))?"
"""What may stand between a number and its unit: 20 more acres, five US gallons."""
_CAPITAL = re.compile(r"\s[A-Z]")
_INCHES = re.compile(
    rf"[\s,-]*(?P<inches>\d{{1,2}})\s*(?:{any_of('inch')}|\"|”|''|″|′′)(?![a-z])"
    r"|\s?(?P<bare>\d|1[01])(?=\s(?:tall|in height)\b|\s*[,.;)](?!\d)|$)",
    re.IGNORECASE,
)
_CALIBRE = re.compile(
    rf"\s+(?:[a-z]+\s+){{0,2}}(?:{any_of('of a calibre')})s?\b",
    re.IGNORECASE,
)
_MINUS = re.compile(r"\b(?P<sign>minus|negative)[\s-]+$", re.IGNORECASE)
_CELSIUS = re.compile(r"celsius|centigrade|°C|℃", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and\s+)?")
_SMALLER = {
    ("kilogram", "gram"): 1000, ("pound", "ounce"): 16, ("kilometre", "metre"): 1000, ("metre", "centimetre"): 100,
    ("litre", "millilitre"): 1000, ("tonne", "kilogram"): 1000, ("gram", "milligram"): 1000,
}  # fmt: skip
"""How many of the smaller unit the larger one has. Source: BIPM SI brochure; NIST Handbook 44 for ounces."""
_DASH = re.compile(r"\s*[-–—]\s*|\s+to\s+")
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_NAMED = re.compile(rf"\b(?!(?:{any_of('joined to a number')})[-‐‑]$)[A-Za-z]+[-‐‑]$", re.IGNORECASE)
"""A word and a hyphen that make a name with the number behind them: SCP-173m."""
_MOMENTS = function_words("moment")
_SUM = re.compile(r"\d[\w%\s]*$")
"""What makes "minus" a subtraction: five kilos minus two kilos."""


@dataclass(frozen=True, slots=True)
class QuantityMatch:
    """Hold one quantity."""

    figure: Figure
    """The number in the unit as written."""
    unit: str
    """Singular English name of the unit."""
    substance: str | None
    """What is measured, as written."""
    rule: str
    """Id of the rule."""
    unit_start: int
    """Index where the unit (or, when shared, the number) stands."""


class QuantityReader:
    """Find quantities; make one with `reader`."""

    def __init__(self, units: UnitTable, substances: SubstanceReader, bounds: BoundReader, witness: Witness) -> None:
        """Compile the unit table."""
        self._bounds, self._units, self._of, self._witness = bounds, units, substances, witness
        self._singles = single_reader(units, bounds)
        self._mass = frozenset(form for form, row in units.exact.items() if row["dimension"] == "mass")
        form = alternation(units.exact).replace(r"\s+", r"[\s\-]+")  # 90-miles-per-hour
        self._pattern = re.compile(
            rf"(?P<gap>[\s\-‐‑]*{_MORE})(?P<open>[\[<])?(?P<form>{form})(?![\w²³])(?(open)[\]>])", re.IGNORECASE
        )
        self._fraction = re.compile(rf"[\s-]+(?:of\s+)?(?:an?\s+|one\s+)?(?P<form>{form})(?![\w²³])", re.IGNORECASE)

    def find(
        self,
        sentence: Sentence,
        numbers: Sequence[Number],
        dep_at: DepAt | None,
        *,
        american: Callable[[], bool] = bool,
    ) -> tuple[list[QuantityMatch], set[int]]:
        """Find the quantities of one sentence; `american` makes bare degrees Fahrenheit.

        Shape:   the quantities in text order, and the places in `numbers` that they use up.
        """
        found: dict[int, UnitReading] = {}
        for place, number in enumerate(numbers):
            reading = self._read(sentence, number)
            if reading is not None:
                found[place] = reading
        self._coordinate(sentence, numbers, found)
        matches: list[QuantityMatch] = []
        used = set(found)
        for place in sorted(found):
            number, reading = numbers[place], found[place]
            if matches and number.start < matches[-1].figure.end:
                continue  # the 100 ml of "126 mg per 100 ml", the inches of "6ft 1in"
            inches = (
                _INCHES.match(sentence.text, reading.end - sentence.start) if reading.row["unit"] == "foot" else None
            )
            spelled = self._spelled_inches(sentence, numbers, place, reading)
            if spelled is not None:
                number = replace(number, value=number.value * 12 + spelled.value)
                end = max(spelled.end, found[place + 1].end if place + 1 in found else 0)
                reading = replace(reading, end=end, row={**reading.row, "unit": "inch"})
                used |= {place + 1}
            if inches and number.form is Form.DIGITS:
                number = replace(number, value=number.value * 12 + int(inches["inches"] or inches["bare"]))
                row = {**reading.row, "unit": "inch"}
                reading = replace(reading, end=inches.end() + sentence.start, row=row)
                used |= {p for p, n in enumerate(numbers) if number.end <= n.start < reading.end}
            matches.append(self._match(sentence, number, reading, dep_at, american=american))
        singles = self._told_by_articles(sentence, numbers, dep_at)
        return sorted([*_ranges(sentence, matches), *singles], key=_start) if singles else _ranges(
            sentence, matches
        ), used

    def _told_by_articles(
        self, sentence: Sentence, numbers: Sequence[Number], dep_at: DepAt | None
    ) -> list[QuantityMatch]:
        """Read "about a mile" and "over a tonne", where the article is part of no number."""
        found = []
        for single in self._singles.read(sentence.text, sentence.start):
            number = single.number
            if not any(n.start < number.end and number.start < n.end for n in numbers):
                reading = self._reading("quantity.article", sentence, number, single.unit)
                if reading is not None:
                    found.append(self._match(sentence, number, reading, dep_at, american=bool))
        return found

    def _spelled_inches(
        self, sentence: Sentence, numbers: Sequence[Number], place: int, reading: UnitReading
    ) -> Number | None:
        """Find the inches of "five foot, nine inches" and "six foot two tall"."""
        following = numbers[place + 1] if place + 1 < len(numbers) else None
        if reading.row["unit"] != "foot" or following is None or following.form is not Form.WORDS:
            return None
        if numbers[place].form is not Form.WORDS or following.value > 11:
            return None
        joined = re.fullmatch(r",?[\s-]", sentence.slice(reading.end, following.start))
        behind = _SPELLED_INCHES.match(sentence.text, following.end - sentence.start)
        return following if joined and behind else None

    def _read(self, sentence: Sentence, number: Number) -> UnitReading | None:
        """Read a number as a quantity: by the unit behind it, glued, bracketed or after a fraction."""
        offset = sentence.start
        end = number.end - offset
        if number.before.strip("-‐‑–.~") and not number.negative:
            return None
        if number.form is Form.FRACTION:
            match = self._fraction.match(sentence.text, end)
            return self._reading("quantity.fraction", sentence, number, match) if match else None
        if number.form is Form.WORDS and number.value < 1:
            match = self._fraction.match(sentence.text, end)
            return self._reading("quantity.fraction", sentence, number, match) if match else None
        indefinite = number.form is Form.INDEFINITE and sentence.text.startswith(" of ", end)
        match = self._pattern.match(sentence.text, end + 3 if indefinite else end)
        if match is None:
            return self._symbol(sentence, number)
        if len(match["form"]) == 1 and _NAMED.search(sentence.text, 0, number.start - offset):
            return None
        if not match["gap"] and not number.after and number.form is Form.DIGITS and match["form"][0].isalpha():
            return None
        rule = "quantity.unit-after" if match["gap"] else "quantity.unit-glued"
        return self._reading(rule, sentence, number, match)

    def _symbol(self, sentence: Sentence, number: Number) -> UnitReading | None:
        """Read an unknown symbol: lower and upper case in one short word behind digits."""
        match = _SYMBOL.match(sentence.text, number.end - sentence.start)
        if match is None or number.form is not Form.DIGITS or (number.after and number.after != match["symbol"]):
            return None
        row = {"unit": match["symbol"], "dimension": "", "guard": "", "kind": "both", "pint": ""}
        start, end = (position + sentence.start for position in match.span("symbol"))
        return UnitReading("quantity.symbol", start, end, row)

    def _reading(self, rule: str, sentence: Sentence, number: Number, match: re.Match[str]) -> UnitReading | None:
        """Take a unit that was found, unless its guard says that it is something else here: pounds, feet, stone."""
        form = " ".join(match["form"].split())
        if form not in self._units.exact and fold(form) not in self._units.folded:
            form = form.replace("-", " ")
        row = self._units.row(form)
        if len(form) < 3 and form not in self._units.exact and fold(form) not in _SYMBOLS:
            return None
        if row["unit"] == "millimetre" and _CALIBRE.match(sentence.text, match.end()):
            return None
        volume = _CONCENTRATION.match(sentence.text, match.end()) if form in self._mass else None
        if volume:
            whole = "100 millilitres" if volume["hundred"] else "litre"
            row = {**row, "unit": f"{row['unit']} per {whole}", "guard": ""}
            return UnitReading(rule, match.start("form") + sentence.start, volume.end() + sentence.start, row)
        if (
            form.istitle()
            and len(form) > 3
            and sentence.slice(number.start, number.start + 1).isupper()
            and _CAPITAL.match(sentence.text, match.end())
        ):
            return None  # "Forty Acres Road"
        if row["unit"] == "foot" and sentence.slice(sentence.start, number.start).lower().rstrip().endswith(" own"):
            return None  # to stand on one's own two feet
        below = self._units.per(sentence.text, match.end())
        if row["unit"] == "degree":
            measured = self._witness.degrees(sentence.text, number, match)
            if measured is None:
                return None
            row = {**row, "dimension": measured.value}
        elif row["guard"] and not self._witness.speaks(row, sentence, number, match) and below is None:
            return None
        if row["kind"] == "word" and number.form is Form.DIGITS and not match["gap"]:
            rule = "quantity.unit-after"
        end = match.end()
        if below is not None:
            speed = row["dimension"] == "length" and below[0] in _MOMENTS
            unit, end = f"{row['unit']} per {below[0]}", below[1]
            row = {**row, "unit": unit, "dimension": "speed" if speed else "rate"}
        fraction = number.form is Form.FRACTION or number.value < 1
        return UnitReading(rule, match.start("form") + sentence.start, end + sentence.start, row, fraction=fraction)

    def _coordinate(self, sentence: Sentence, numbers: Sequence[Number], found: dict[int, UnitReading]) -> None:
        for place in range(len(numbers) - 2, -1, -1):
            following, number = found.get(place + 1), numbers[place]
            if place in found or following is None or following.fraction:
                continue
            gap = sentence.slice(number.end, numbers[place + 1].start)
            if number.after or number.before.strip() or not _SHARED_GAP.fullmatch(gap):
                continue
            if YEAR.fullmatch(number.plain) and IN_YEAR.search(sentence.slice(sentence.start, number.start)):
                continue  # from 20 miles per gallon in 2008 to 29 mpg
            if gap.strip() == "," and not following.shared:
                continue  # "three, 2kg blocks"
            found[place] = UnitReading("quantity.coordinated", number.start, number.end, following.row, shared=True)

    def _match(
        self,
        sentence: Sentence,
        number: Number,
        reading: UnitReading,
        dep_at: DepAt | None,
        *,
        american: Callable[[], bool],
    ) -> QuantityMatch:
        """Make the quantity: its sign, its bound, the scale of its degrees and what is measured."""
        offset = sentence.start
        start = number.start
        minus = _MINUS.search(sentence.text, max(0, start - offset - 12), start - offset)
        heat = reading.row["dimension"] == "temperature"
        if minus and (heat or _SUM.search(sentence.text, 0, minus.start()) is None):
            number = replace(number, value=-number.value)
            start = minus.start("sign") + offset
        if number.negative and heat:
            number = replace(number, value=-number.value, start=start - 1)
            start -= 1
        bound = self._bounds.read(
            sentence.text, start - offset, reading.end - offset, dep_at, ranged=number.form is Form.RANGE
        )
        shifted = replace(bound, start=bound.start + offset, end=bound.end + offset)
        unit = reading.row["unit"]
        if unit == "degree" and heat:
            fahrenheit = number.value > 60 or (american() and not _CELSIUS.search(sentence.text))
            unit = "degree Fahrenheit" if fahrenheit else "degree Celsius"
        substance = self._of.read(sentence, reading)
        return QuantityMatch(figure(number, shifted), unit, substance, reading.rule, reading.start)


def _ranges(sentence: Sentence, matches: list[QuantityMatch]) -> list[QuantityMatch]:
    """Join two quantities of one unit with a dash or "to" between: "6ft 3ins - 6ft 4ins"."""
    joined: list[QuantityMatch] = []
    for match in matches:
        last = joined[-1] if joined else None
        whole = _with_smaller(sentence, last, match) if last else None
        if whole is not None:
            joined[-1] = whole
            continue
        low, high = (last.figure.value if last else None), match.figure.value
        gap = sentence.slice(last.figure.end, match.figure.start) if last else ""
        if (
            last
            and last.unit == match.unit
            and low is not None
            and high is not None
            and low < high
            and (_DASH.fullmatch(gap) or (gap.strip() == "and" and _between(sentence, last)))
        ):
            figure_ = replace(
                last.figure, end=match.figure.end, value=None, low=low, high=high, comparator=Comparator.RANGE
            )
            joined[-1] = replace(last, figure=figure_, substance=match.substance or last.substance)
        else:
            joined.append(match)
    return joined


def _start(match: QuantityMatch) -> int:
    return match.figure.start


def _between(sentence: Sentence, low: QuantityMatch) -> bool:
    """See "between" in front of the lower of two quantities: between 2 g and about 7 g."""
    return _BETWEEN.search(sentence.slice(sentence.start, low.figure.start)) is not None


def _with_smaller(sentence: Sentence, last: QuantityMatch, match: QuantityMatch) -> QuantityMatch | None:
    """Add "700 grams" to "14 kilograms" when they are one amount: "14 kilograms and 700 grams of ganja"."""
    parts, value, more = _SMALLER.get((last.unit, match.unit)), last.figure.value, match.figure.value
    if parts is None or value is None or more is None or not 0 < more < parts or value != value.to_integral_value():
        return None
    if not _AND.fullmatch(sentence.slice(last.figure.end, match.figure.start)):
        return None
    total = value + more / parts
    low, high = (total if limit is not None else None for limit in (last.figure.low, last.figure.high))
    told = replace(last.figure, end=match.figure.end, value=total, low=low, high=high)
    return replace(last, figure=told, substance=match.substance or last.substance)


def reader(bounds: BoundReader, extra: tuple[Path, ...] = ()) -> QuantityReader:
    """Make a reader from the lexicons of units, of substances and of words that tell a unit from something else."""
    things = lexicons.read("substances", extra)
    containers = lexicons.read("container_nouns", extra).words()
    extents = lexicons.read("extent_words", extra).words()
    witness = Witness(things.words(), degree_reader(extra), extents)
    return QuantityReader(unit_table(extra), SubstanceReader(things.words(), containers, extents), bounds, witness)
