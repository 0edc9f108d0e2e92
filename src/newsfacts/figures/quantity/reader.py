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
from newsfacts.figures.numbers import Form, Number
from newsfacts.language.phrases import is_noun, is_verb, noun_compound, short_phrase
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons import Lexicon, alternation, fold
from newsfacts.record import Comparator
from newsfacts.rules.rule import Rule

__all__ = ["RULES", "QuantityMatch", "QuantityReader", "reader"]

RULES = (
    Rule("quantity.unit-after", "NUMBER UNIT", "units follow their number: 3 kg, two tonnes, 104-degree"),
    Rule("quantity.unit-glued", "NUMBERUNIT", "symbols are often glued on: 100kg"),
    Rule("quantity.fraction", "FRACTION [of] a UNIT", "parts of a unit: half a kilo, a quarter of a kilogram"),
    Rule("quantity.coordinated", "NUMBER and QUANTITY", "two numbers share the unit named once: 22 and 26 grammes"),
)

_SHARED_GAP = re.compile(r"\s*,\s*|\s+(?:and|or)\s+|\s*,\s+and\s+|\s*[-–]\s*|\s+to\s+", re.IGNORECASE)
_CONCENTRATION = re.compile(
    r"(?:\s+of\s+\w+)?\s*(?:per|in|/)\s*(?:(?P<hundred>100)\s*(?:ml|mls|millilitres|milliliters)|(?:l|litre|liter)\b)"
)
_SPELLED_INCHES = re.compile(r"[\s-](?:inches|inch|ins?|tall|in height)\b")
_CAPITAL = re.compile(r"\s[A-Z]")
_INCHES = re.compile(
    r"[\s,-]*(?P<inches>\d{1,2})\s*(?:in|ins|inch|inches|\"|”|'')(?![a-z])"
    r"|\s?(?P<bare>\d|1[01])(?=\s(?:tall|in height)\b)",
    re.IGNORECASE,
)
_CALIBRE = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}(?:pistol|handgun|gun|rifle|ammunition|rounds?|bullets?|cartridges?|film|camera|lens|calibre|caliber|shell|revolver)s?\b",
    re.IGNORECASE,
)
_CLIMBED = frozenset(
    {
        "nummod",
        "compound",
        "pobj",
        "nmod",
        "quantmod",
        "amod",
        "npadvmod",
        "attr",
        "appos",
        "prep",
        "dobj",
        "acomp",
        "advmod",
    }
)
_WEATHER = re.compile(
    r"temperature|heat|cold|weather|mercury|below zero|celsius|\blows?\b|\bhighs?\b|freez|thermometer|\bcool",
    re.IGNORECASE,
)
_MINUS = re.compile(r"\b(?P<sign>minus|negative)\s+$", re.IGNORECASE)
_CELSIUS = re.compile(r"celsius|centigrade|°C|℃", re.IGNORECASE)
_IS_THING = re.compile(r"\s+(?:were|was|is|are)\s+(?P<thing>[a-z]+)(?=\s+and\b|[.,;]|$)")
_DASH = re.compile(r"\s*[-–—]\s*|\s+to\s+")
_DIRECTIONS = frozenset({"north", "south", "east", "west", "away", "northeast", "northwest", "southeast", "southwest"})
_EXTENT = frozenset({"tall", "high", "long", "wide", "deep", "thick", "in", "heavy"})
_PER_VOLUME = re.compile(
    r"\s*(?:(?:of\s+(?P<first>\w+)\s+)?(?:per|in|/)\s+\d+\s*(?:ml|millilitres|milliliters)(?:\s+of\s+(?P<of>\w+))?)"
)


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


@dataclass(frozen=True, slots=True)
class _Reading:
    rule: str
    start: int
    end: int
    row: dict[str, str]


class QuantityReader:
    """Find quantities; make one with `reader`."""

    def __init__(self, units: Lexicon, substances: Lexicon, bounds: BoundReader) -> None:
        """Compile the unit table."""
        self._bounds, self._mass = bounds, frozenset(row["form"] for row in units.rows if row["dimension"] == "mass")
        self._substances = substances.words()
        self._exact = {row["form"]: dict(row) for row in units.rows}
        self._folded = {fold(row["form"]): dict(row) for row in reversed(units.rows)}
        form = alternation(self._exact).replace(r"\s+", r"[\s\-]+")  # 90-miles-per-hour
        self._pattern = re.compile(rf"(?P<gap>[\s\-‐‑]*)(?P<form>{form})(?![\w²³])", re.IGNORECASE)
        self._fraction = re.compile(rf"\s+(?:of\s+)?(?:an?\s+|one\s+)?(?P<form>{form})(?![\w²³])", re.IGNORECASE)

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
        found: dict[int, _Reading] = {}
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
        return _ranges(sentence, matches), used

    def _spelled_inches(
        self, sentence: Sentence, numbers: Sequence[Number], place: int, reading: "_Reading"
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

    def _read(self, sentence: Sentence, number: Number) -> _Reading | None:
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
            return None
        if not match["gap"] and not number.after and number.form is Form.DIGITS and match["form"][0].isalpha():
            return None
        rule = "quantity.unit-after" if match["gap"] else "quantity.unit-glued"
        return self._reading(rule, sentence, number, match)

    def _reading(self, rule: str, sentence: Sentence, number: Number, match: re.Match[str]) -> _Reading | None:
        form = " ".join(match["form"].split())
        if form not in self._exact and fold(form) not in self._folded:
            form = form.replace("-", " ")
        row = self._exact.get(form) or self._folded[fold(form)]
        if len(form) < 3 and form not in self._exact and fold(form) not in ("kg", "km", "ml", "cm", "mm", "lb", "oz"):
            return None
        if fold(form) == "mm" and _CALIBRE.match(sentence.text, match.end()):
            return None
        volume = _CONCENTRATION.match(sentence.text, match.end()) if form in self._mass else None
        if volume:
            whole = "100 millilitres" if volume["hundred"] else "litre"
            row = {**row, "unit": f"{row['unit']} per {whole}", "guard": ""}
            return _Reading(rule, match.start("form") + sentence.start, volume.end() + sentence.start, row)
        if (
            form.istitle()
            and len(form) > 3
            and sentence.slice(number.start, number.start + 1).isupper()
            and _CAPITAL.match(sentence.text, match.end())
        ):
            return None  # "Forty Acres Road"
        if row["unit"] == "foot" and sentence.slice(sentence.start, number.start).lower().rstrip().endswith(" own"):
            return None  # to stand on one's own two feet
        if row["guard"] and not self._witnessed(row, sentence, match):
            return None
        if row["kind"] == "word" and rule == "quantity.unit-glued" and number.form is Form.DIGITS and not match["gap"]:
            rule = "quantity.unit-after"
        return _Reading(rule, match.start("form") + sentence.start, match.end() + sentence.start, row)

    def _witnessed(self, row: dict[str, str], sentence: Sentence, match: re.Match[str]) -> bool:
        """Ask for a witness where the form may be something else."""
        text, hyphen = sentence.text, "-" in (match.groupdict().get("gap") or "")
        following = re.compile(r"\s+of\s+(?:\w+\s+){0,2}?(\w+)").match(text, match.end())
        weighed = following is not None and not self._substances.isdisjoint(re.findall(r"\w+", following[0].lower()))
        if row["guard"] == "currency":
            return weighed or hyphen or "weigh" in text.lower()
        if row["unit"] == "degree":
            return hyphen or bool(_WEATHER.search(text))
        if row["unit"] == "knot":
            return text[match.start() - 1].isdigit()  # "tied with three knots" has no speed
        return weighed or hyphen or row["unit"] in ("metre", "gram") or bool(following)

    def _coordinate(self, sentence: Sentence, numbers: Sequence[Number], found: dict[int, _Reading]) -> None:
        for place in range(len(numbers) - 2, -1, -1):
            following, number = found.get(place + 1), numbers[place]
            if place in found or following is None or following.rule == "quantity.fraction":
                continue
            gap = sentence.slice(number.end, numbers[place + 1].start)
            if number.after or number.before.strip() or not _SHARED_GAP.fullmatch(gap):
                continue
            if gap.strip() == "," and following.rule != "quantity.coordinated":
                continue  # "three, 2kg blocks"
            found[place] = _Reading("quantity.coordinated", number.start, number.end, following.row)

    def _match(
        self,
        sentence: Sentence,
        number: Number,
        reading: _Reading,
        dep_at: DepAt | None,
        *,
        american: Callable[[], bool],
    ) -> QuantityMatch:
        offset = sentence.start
        start = number.start
        minus = _MINUS.search(sentence.text, max(0, start - offset - 12), start - offset)
        if minus and reading.row["dimension"] == "temperature":
            number = replace(number, value=-number.value)
            start = minus.start("sign") + offset
        if number.negative and reading.row["dimension"] == "temperature":
            number = replace(number, value=-number.value, start=start - 1)
            start -= 1
        bound = self._bounds.read(
            sentence.text, start - offset, reading.end - offset, dep_at, ranged=number.form is Form.RANGE
        )
        shifted = replace(bound, start=bound.start + offset, end=bound.end + offset)
        unit = reading.row["unit"]
        if unit == "degree":
            fahrenheit = number.value > 60 or (american() and not _CELSIUS.search(sentence.text))
            unit = "degree Fahrenheit" if fahrenheit else "degree Celsius"
        substance = self._substance(sentence, reading)
        return QuantityMatch(figure(number, shifted), unit, substance, reading.rule, reading.start)

    def _substance(self, sentence: Sentence, reading: _Reading) -> str | None:
        text, offset = sentence.text, sentence.start
        end = reading.end - offset
        volume = _PER_VOLUME.match(text, end)
        if volume:
            return volume["first"] or volume["of"]
        thing = _IS_THING.match(text, end)
        if thing:
            return thing["thing"]
        of = re.compile(r"\s+of\s+(?=\w)").match(text, end)
        if of:
            return self._noun_after(sentence, of.end() + offset)
        bracket = re.compile(r"\s*\([^)]{1,24}\)\s+(?=[a-z])|\)\s+(?=[a-z])").match(text, end)
        if bracket:
            return self._noun_after(sentence, bracket.end() + offset)
        hyphen = text[reading.start - offset - 1 : reading.start - offset] in ("-", "‐", "‑")
        token = sentence.token_at(reading.start)
        if token is None:
            return None
        if reading.rule == "quantity.coordinated":
            later = re.compile(r"[\w\s,.]*?\s+of\s+(?=\w)").match(text, end)
            return self._noun_after(sentence, later.end() + offset) if later else None
        following = sentence.token_at(reading.end + 1) if text[end : end + 1] in (" ", ")") else None
        number = sentence.token_at(reading.start - 1)
        before = sentence.tokens[number.position - 1] if number is not None and number.position else None
        described = (
            before is not None and before.tag == "DT" and before.lower in ("a", "an", "the") and following is not None
        )
        if following and (hyphen or (described and following.tag == "NN")) and following.tag in ("NN", "NNS", "JJ"):
            return self._noun_after(sentence, following.start)
        return self._owner(sentence, token.position, reading.row["dimension"], reading.end)

    def _noun_after(self, sentence: Sentence, start: int) -> str | None:
        """Give the noun phrase that begins at a character, up to its head."""
        first = sentence.token_at(start)
        if first is None:
            return None
        last = None
        for token in sentence.tokens[first.position : first.position + 8]:
            if is_noun(token):
                last = token.position
            elif last is not None or token.tag in (",", ".", "IN", "VBD", ":", "TO", "VB", "VBZ", "VBP", "MD", "WDT"):
                break
        if first.lower in _DIRECTIONS:
            return None
        if last is None:
            return first.text if first.text.isalpha() else None
        begin = first.position
        while begin < last and sentence.tokens[begin].tag in ("DT", "PRP$", "PDT"):
            begin += 1
        return sentence.words(begin, last + 1)

    def _owner(self, sentence: Sentence, position: int, dimension: str, end: int) -> str | None:
        """Read "cocaine weighing 3 kg", "a temperature of 34 degrees", "the wall is 2.4 metres high"."""
        tokens = sentence.tokens
        behind = sentence.token_at(end + 1)
        extent = behind is not None and behind.lower in _EXTENT
        for _ in range(6):
            token = tokens[position]
            head = tokens[token.head]
            if head.position == position:
                return None
            copular = head.lower in ("is", "was", "were", "are") and token.dep in ("attr", "acomp")
            measuring = (
                copular
                or head.lower.startswith("weigh")
                or head.lower in ("measuring", "measures", "measured", "reached")
            )
            if (measuring or dimension == "speed" or (extent and is_verb(head))) and token.dep != "conj":
                if head.dep == "acl":
                    return noun_compound(sentence, head.head)
                subjects = [c for c in sentence.children[head.position] if tokens[c].dep in ("nsubj", "nsubjpass")]
                if subjects:
                    phrase = short_phrase(sentence, subjects[0])
                    return re.sub(r"^[\d.,]+\s+\w+\s+of\s+", "", phrase)
                if is_verb(head) and not measuring and dimension != "speed":
                    return None
            if token.dep == "pobj" and head.lower == "of" and is_noun(tokens[head.head]):
                return noun_compound(sentence, head.head)
            if extent and is_noun(head) and token.dep in ("amod", "acl", "npadvmod"):
                return noun_compound(sentence, head.position)
            if token.dep not in _CLIMBED and not (
                dimension == "speed" and token.dep in ("xcomp", "advcl", "conj", "ccomp")
            ):
                return None
            position = head.position
        return None


def _ranges(sentence: Sentence, matches: list[QuantityMatch]) -> list[QuantityMatch]:
    """Join two quantities of one unit with a dash or "to" between: "6ft 3ins - 6ft 4ins"."""
    joined: list[QuantityMatch] = []
    for match in matches:
        last = joined[-1] if joined else None
        low, high = (last.figure.value if last else None), match.figure.value
        gap = sentence.slice(last.figure.end, match.figure.start) if last else ""
        if (
            last
            and last.unit == match.unit
            and low is not None
            and high is not None
            and low < high
            and _DASH.fullmatch(gap)
        ):
            figure_ = replace(
                last.figure, end=match.figure.end, value=None, low=low, high=high, comparator=Comparator.RANGE
            )
            joined[-1] = replace(last, figure=figure_, substance=match.substance or last.substance)
        else:
            joined.append(match)
    return joined


def reader(bounds: BoundReader, extra: Path | None = None) -> QuantityReader:
    """Make a reader from the lexicons `units` and `substances`."""
    return QuantityReader(lexicons.read("units", extra), lexicons.read("substances", extra), bounds)
