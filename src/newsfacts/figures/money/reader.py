"""Amounts of money: a number beside a currency.

Phases: 1. `whose.py` asks, once an article and only when an ambiguous form stands there, which country's money the text
talks of; 2. every number is tried against the rules, which name the currency in front or behind; 3. bare numbers joined
to an amount ("60 million and 200 million yuan") share its currency; 4. `joined.py` makes ranges, adds hundredths and
links an amount in brackets to the one that it restates. Not here: the role of the amount (`actions/money_role.py`).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from newsfacts import lexicons
from newsfacts.figures.bounds import BoundReader, DepAt
from newsfacts.figures.digits import read_european
from newsfacts.figures.figure import figure
from newsfacts.figures.money.forms import Form, families, forms
from newsfacts.figures.money.joined import MoneyMatch, joined
from newsfacts.figures.money.pounds import PoundReader
from newsfacts.figures.money.whose import MoneyContext, WhoseReader
from newsfacts.figures.numbers import Form as Written
from newsfacts.figures.numbers import Number
from newsfacts.lexicons import Lexicon, alternation, fold
from newsfacts.lexicons.function_words import any_of

__all__ = ["MoneyContext", "MoneyMatch", "MoneyReader", "MoneyText", "reader"]


_DIGITS = (Written.DIGITS, Written.MIXED)
_SHARED_GAP = re.compile(r"\s*,\s*|\s+(?:and|or)\s+|\s*,\s+and\s+", re.IGNORECASE)
_BARE_GAP = re.compile(r"\s+(?:and\s+)?", re.IGNORECASE)
_WHOLE = 100
_MILLIONS_BEHIND = re.compile(r"\s?M(?P<code>[A-Z]{3})(?![A-Za-z\d])")
"""Accountants' millions: 30 MUSD."""
_CODE_AHEAD = re.compile(r"(?<![A-Za-z])(?P<code>[A-Z]{3})\s?$")
"""A code in front of the sign: USD $5.5 million."""
_SUFFIX_APART = re.compile(r"\s(?P<suffix>[mM]n?|bn|[Mm]io)\b(?!\.|\s?\d|-)")
_RULE_BEFORE = {"symbol": "money.symbol-before", "prefix": "money.prefix-before"}
_SCALE_BEHIND = re.compile(rf"\s(?P<scale>{any_of('large scale')})\b")
_INCIDENT = re.compile(r"/\d")
_CODE_DIGITS = re.compile(r"(?=\d{5})\d*[1-46-8]")
"""Digits behind one letter that are a code: five or more in one piece, neither round nor a price such as R24999."""
_SIGN = re.compile(r"(?<=\s)[-−](?=[^\s\d])")
"""A minus sign in front of the currency: "-$250,000"; at the start of a line it is the mark of a list."""


@dataclass(frozen=True, slots=True)
class MoneyText:
    """Hold the unit in which amounts are looked for."""

    text: str
    """Its characters."""
    offset: int
    """Index of its first character in the article."""
    context: MoneyContext
    """Whose money the article talks of."""
    dep_at: DepAt | None = None
    """Dependency label of the word at a character of the unit."""
    changed: Callable[[int], bool] = lambda char: False
    """Whether the nearest verb or noun of happening before a character of the article is one of change."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """Hold how one number was read as an amount; `start` and `end` are characters of the unit."""

    rule: str
    start: int
    end: int
    row: Form
    factor: Decimal = Decimal(1)
    sign: int = 1
    bare: bool = False
    """The currency stands at a later number."""

    @property
    def shared(self) -> bool:
        """Tell whether numbers in front may share the currency: it stands behind, as a word."""
        return self.bare or self.row.kind == "word"


@dataclass(frozen=True, slots=True)
class _Words:
    """Hold the words that the reader of money needs beside the currencies."""

    suffixes: dict[str, Decimal]
    scales: dict[str, Decimal]
    units: frozenset[str]
    """Forms of units: "300 KGS" behind a number is a weight, and no soms."""
    pounds: PoundReader
    """Tells weights from money."""


class MoneyReader:
    """Find amounts of money; make one with `reader`."""

    def __init__(self, whose: WhoseReader, known: Sequence[Form], bounds: BoundReader, words: "_Words") -> None:
        """Compile the currency forms."""
        self._bounds, self._whose, self._words = bounds, whose, words
        self._before = {f.form: f for f in reversed(known) if f.kind in ("symbol", "prefix", "code")}
        self._after = {fold(f.form): f for f in reversed(known) if f.kind in ("word", "minor")}
        codes = ("symbol", "code")
        self._behind = {
            f.form: f
            for f in reversed(known)
            if (f.kind in codes or (len(f.form) == 3 and f.form.isupper())) and fold(f.form) not in words.units
        }
        self._families = families(known)
        self._before_pattern = re.compile(
            rf"(?:(?<![A-Za-z$£€=])|(?<=\d)|(?<![A-Za-z])(?P<millions>M)(?=[A-Z]{{3}}[\s.]*$))(?P<form>{alternation(self._before)})[\s.]*(?P<sign>[-−]?)$"
        )
        self._after_pattern = re.compile(
            rf"(?P<of>\s+of)?[\s-]*(?P<land>(?-i:[A-Z][a-z]+)\s+)??(?P<form>{alternation(self._after)})"
            r"(?!\w|-(?!an?-)|\.\s?m\b)",
            re.IGNORECASE,
        )
        self._behind_pattern = re.compile(rf"\s?(?P<form>{alternation(self._behind)})(?![A-Za-z\d])")

    def find(self, unit: MoneyText, numbers: Sequence[Number]) -> tuple[list[MoneyMatch], set[int]]:
        """Find the amounts of one unit.

        Shape:   the amounts in text order, and the places in `numbers` that they use up.
        """
        found: list[tuple[int, Number, _Reading]] = []
        for place, number in enumerate(numbers):
            reading = self._read(unit, number, found[-1][2].end if found else 0)
            if reading is not None and not self._weighs(unit, number, reading):
                found.append((place, number, reading))
        found = _with_bare_hundredths(unit, numbers, self._coordinated(unit, numbers, found))
        matches = [self._match(unit, n, r) for _, n, r in found]
        return joined(unit.text, unit.offset, matches, unit.changed), {place for place, _, _ in found}

    def _weighs(self, unit: MoneyText, number: Number, reading: _Reading) -> bool:
        """See that pounds are weights."""
        if reading.row.family != "pound" or reading.row.kind != "word":
            return False
        return self._words.pounds.weighs(unit.text, number, (number.end - unit.offset, reading.end), unit.context)

    def _read(self, unit: MoneyText, number: Number, floor: int) -> _Reading | None:
        """Read a number as an amount; a currency in front of `floor` belongs to the amount before."""
        if number.form is Written.FRACTION:
            return None
        text, start, end = unit.text, number.start - unit.offset, number.end - unit.offset
        head = self._before_pattern.search(text, max(floor, start - 14), start)
        stop = self._suffix_end(text, number, end)
        if head and _INCIDENT.match(text, end) and head["form"].isupper() and head.end("form") == start:
            return None  # "quote CAD4438/22Feb": the number of an incident
        scaled = not number.after or stop[0] > end or len(number.after) > 3
        if head and number.form is not Written.INDEFINITE and scaled:
            row = self._before[" ".join(head["form"].split())]
            if head["sign"] and row.kind != "symbol":
                return None
            if self._allowed(row, number, unit.context, text[head.end("form") : start]):
                return self._read_before(text, head, row, stop)
        if number.before.strip("-‐‑–.").isalpha() and number.before.strip() not in self._before:
            return None
        return self._read_after(unit, number, stop)

    def _read_before(self, text: str, head: re.Match[str], row: Form, stop: tuple[int, Decimal]) -> _Reading:
        """Read an amount whose currency stands in front; a code or a name around a sign says which one it is."""
        end, factor = stop
        start = head.start("form")
        code = _CODE_AHEAD.search(text, max(0, start - 5), start)
        if code and row.kind == "symbol" and code["code"] in self._before:
            return _Reading("money.code-before", code.start("code"), end, self._before[code["code"]], factor)
        rule = _RULE_BEFORE.get(row.kind, "money.code-before")
        if head["millions"]:
            return _Reading(rule, head.start("millions"), end, row, factor * 1_000_000)
        named = self._after_pattern.match(text, end) if row.family else None
        exact = self._after[" ".join(fold(named["form"]).split())] if named and not named["of"] else None
        if named and exact and exact.kind == "word" and not exact.family:
            return _Reading(rule, start, named.end(), exact, factor)  # $75,000 United States dollars
        negative = bool(head["sign"]) or bool(_SIGN.search(text, max(0, start - 2), start + 1))
        return _Reading(rule, start, end, row, factor, sign=-1 if negative else 1)

    def _read_after(self, unit: MoneyText, number: Number, suffixed: tuple[int, Decimal]) -> _Reading | None:
        """Read an amount whose currency stands behind the number: as a word, a code or a sign."""
        text, end = unit.text, number.end - unit.offset
        millions = _MILLIONS_BEHIND.match(text, end if not number.after else end - len(number.after))
        if millions is not None and millions["code"] in self._behind and number.scale == 1:
            row = self._behind[millions["code"]]
            return _Reading("money.code-after", number.start, millions.end(), row, Decimal(1_000_000))
        stop, apart = suffixed
        glued = number.after if stop == end else ""
        tail = self._after_pattern.match(text, stop)
        if glued and not tail:
            coded = self._behind.get(glued)
            return _Reading("money.code-after", number.start, end + len(glued), coded) if coded else None
        if tail and not (tail["of"] and number.scale < 1000 and number.form is not Written.INDEFINITE):
            row = self._after[" ".join(fold(tail["form"]).split())]
            letter = glued and tail.start("form") == end and tail["form"].islower()
            single = len(row.form) == 1 and not letter
            home = self._whose.places.get(tail["land"].strip()) if tail["land"] else None
            if tail["land"] and home is None:
                return None
            if home and home in self._families.get(row.family, frozenset()):
                row = replace(row, currency=home, family="")
            if number.value >= row.minimum and not single:
                rule = "money.minor-after" if row.kind == "minor" else "money.word-after"
                end, factor = self._scale_behind(text, tail.end())
                return _Reading(rule, number.start, end, row, factor * apart)
        behind = self._behind_pattern.match(text, stop)
        if behind and not glued:
            row = self._behind[behind["form"]]
            rule = "money.symbol-after" if row.kind == "symbol" else "money.code-after"
            following = text[behind.end() : behind.end() + 2].strip()
            if not (following[:1].isdigit() and row.kind == "symbol"):
                end, factor = self._scale_behind(text, behind.end())
                return _Reading(rule, number.start, end, row, factor * apart)
        return None

    def _scale_behind(self, text: str, end: int) -> tuple[int, Decimal]:
        """Read a magnitude behind the currency: "75 USD million"; the end of the amount and the factor."""
        scale = _SCALE_BEHIND.match(text, end)
        return (scale.end(), self._words.scales[scale["scale"]]) if scale else (end, Decimal(1))

    def _allowed(self, row: Form, number: Number, context: MoneyContext, gap: str) -> bool:
        """Keep "N95 masks" and "R18 films" out unless the text is from there."""
        if not row.minimum:
            return True
        if _CODE_DIGITS.fullmatch(number.plain) and len(row.form) == 1 and row.kind == "prefix" and not gap:
            return False  # notice N25693
        at_home = any(currency == row.currency for currency, _ in context.votes)
        big = number.value * self._words.suffixes.get(fold(number.after), Decimal(1)) >= row.minimum
        return (big or (at_home and number.value >= 50)) and (len(row.form) > 1 or not gap.strip(" .") or at_home)

    def _suffix_end(self, text: str, number: Number, end: int) -> tuple[int, Decimal]:
        """Say where the suffix of an amount ends, and what one that stands apart multiplies by: "Rs. 20 m in cash"."""
        if fold(number.after) in self._words.suffixes:
            return end + len(number.after), Decimal(1)
        apart = _SUFFIX_APART.match(text, end) if number.scale == 1 and not number.after else None
        return (apart.end(), self._words.suffixes[fold(apart["suffix"])]) if apart else (end, Decimal(1))

    def _coordinated(
        self, unit: MoneyText, numbers: Sequence[Number], found: list[tuple[int, Number, _Reading]]
    ) -> list[tuple[int, Number, _Reading]]:
        """Give bare numbers the currency that follows the last of them."""
        text, offset = unit.text, unit.offset
        read = {place: (place, number, reading) for place, number, reading in found}
        for place in range(len(numbers) - 2, -1, -1):
            following = read.get(place + 1)
            number = numbers[place]
            if place in read or following is None or not following[2].shared:
                continue
            gap = text[number.end - offset : following[1].start - offset]
            if number.after or number.before.strip() or len(gap) > 8 or not _SHARED_GAP.fullmatch(gap):
                continue
            if "and" not in gap and "or" not in gap and not following[2].bare:
                continue
            if number.form in _DIGITS and following[1].form in _DIGITS:
                reading = _Reading("money.coordinated", number.start, number.end - offset, following[2].row, bare=True)
                read[place] = (place, number, reading)
        return [read[place] for place in sorted(read)]

    def _match(self, unit: MoneyText, number: Number, reading: _Reading) -> MoneyMatch:
        text, offset = unit.text, unit.offset
        row = reading.row
        start = min(reading.start, number.start - offset)
        factor = reading.factor * reading.sign * (Decimal("0.01") if row.kind == "minor" else Decimal(1))
        if fold(number.after) in self._words.suffixes and fold(row.form) != fold(number.after):
            factor *= self._words.suffixes[fold(number.after)]
        currency = unit.context.resolve(row, self._families.get(row.family, frozenset()))
        european = read_european(number.plain) if currency == "EUR" and number.form is Written.DIGITS else None
        if european is not None and number.value != european and "," not in number.plain.split(".")[0]:
            number = replace(number, value=european)
        bound = self._bounds.read(text, start, reading.end, unit.dep_at, ranged=number.form is Written.RANGE)
        shifted = replace(bound, start=bound.start + offset, end=bound.end + offset)
        told = figure(number, shifted, factor)
        return MoneyMatch(
            told, currency, reading.rule, start + offset, reading.end + offset, minor=row.kind == "minor",
            shared=bool(row.family),
        )  # fmt: skip


def _with_bare_hundredths(
    unit: MoneyText, numbers: Sequence[Number], found: list[tuple[int, Number, _Reading]]
) -> list[tuple[int, Number, _Reading]]:
    """Add the hundredths that drop their name: "20 dollars and 43", "15 dollars 50"."""
    read = {place: (place, number, reading) for place, number, reading in found}
    for place, number, reading in found:
        following = numbers[place + 1] if place + 1 < len(numbers) and place + 1 not in read else None
        named = reading.row.kind == "word" and number.integral and number.scale == 1 and not reading.bare
        if following is None or not named or not following.integral or not 0 < following.value < _WHOLE:
            continue
        gap = unit.text[reading.end : following.start - unit.offset]
        behind = unit.text[following.end - unit.offset :]
        between = re.search(r"\bbetween\s+$", unit.text[: number.start - unit.offset], re.IGNORECASE)
        if _BARE_GAP.fullmatch(gap) and re.match(r"\s*(?:[.,;:)]|$)", behind) and not between:
            row = replace(reading.row, kind="minor")
            read[place + 1] = (
                place + 1,
                following,
                _Reading("money.minor-after", following.start, following.end - unit.offset, row),
            )
    return [read[place] for place in sorted(read)]


def reader(bounds: BoundReader, whose: WhoseReader, extra: tuple[Path, ...] = ()) -> MoneyReader:
    """Make a reader from the lexicons of currencies, magnitudes and substances, and from babel's currencies."""
    magnitudes = lexicons.read("magnitudes", extra)
    sums = frozenset(row["word"] for row in lexicons.read("money_roles", extra).rows if row["class"] == "noun")
    words = _Words(
        suffixes=_values(magnitudes, "suffix"),
        scales=_values(magnitudes, "scale"),
        units=frozenset(fold(row["form"]) for row in lexicons.read("units", extra).rows),
        pounds=PoundReader(sums, lexicons.read("substances", extra).words()),
    )
    return MoneyReader(whose, forms(lexicons.read("currencies", extra)), bounds, words)


def _values(magnitudes: Lexicon, kind: str) -> dict[str, Decimal]:
    return {row["word"]: Decimal(row["value"]) for row in magnitudes.rows if row["class"] == kind}
