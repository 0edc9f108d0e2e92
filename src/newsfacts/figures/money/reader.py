"""Amounts of money: a number beside a currency.

Phases: 1. `MoneyReader.context` asks, once an article and only when an ambiguous form stands there, which country's
money the text talks of; 2. every number is tried against the rules, which name the currency in front or behind; 3.
amounts joined by a dash, "to" or "or" become a range, bare numbers coordinated with an amount ("60 million and 200
million yuan") share its currency, an amount in brackets behind another restates it. Not here: the role of the amount
(`context/money_role.py`).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from babel import Locale
from babel.core import get_global

from newsfacts import lexicons
from newsfacts.figures.bounds import BoundReader, DepAt
from newsfacts.figures.figure import Figure, figure
from newsfacts.figures.numbers import Form, Number, read_european
from newsfacts.lexicons import Lexicon, alternation, fold
from newsfacts.record import Comparator
from newsfacts.rules.rule import Rule

__all__ = ["RULES", "MoneyContext", "MoneyMatch", "MoneyReader", "reader"]

RULES = (
    Rule("money.symbol-before", "SYMBOL NUMBER", "most amounts in English news: £300, US$1.2m"),
    Rule("money.prefix-before", "PREFIX NUMBER", "letters that stand for a currency: Rs.5,000, RM50, N2m"),
    Rule("money.code-before", "CODE NUMBER", "ISO codes lead the amount in financial style: USD 5m"),
    Rule("money.word-after", "NUMBER [of] WORD", "names follow the amount: 70 million yuan, thousands of pounds"),
    Rule("money.code-after", "NUMBER CODE", "ISO codes behind the amount: 500 EUR"),
    Rule("money.symbol-after", "NUMBER SYMBOL", "continental habit: 500 €"),
    Rule("money.minor-after", "NUMBER MINOR", "hundredths are written as such: 40p, 50 cents"),
    Rule(
        "money.coordinated", "NUMBER and AMOUNT", "two numbers share the currency named once: 60m and 200 million yuan"
    ),
    Rule("money.range", "AMOUNT to AMOUNT", "both ends of a range may carry the currency: £2,000-£3,000"),
)

_SHORT = 600
"""Characters; below it one mention of a country settles whose dollars are meant."""
_RANGE_GAP = re.compile(r"\s*[-–—−~]\s*|\s+(?:to|or)\s+|\s+and\s+", re.IGNORECASE)
_SHARED_GAP = re.compile(r"\s*,\s*|\s+(?:and|or)\s+|\s*,\s+and\s+", re.IGNORECASE)
_RESTATES = re.compile(
    r"\s*[(（]\s*(?:[\w.']+\s+){0,3}|,?\s+(?:or|which is|equivalent to|equal to|i\.e\.)\s+(?:\w+\s+){0,2}"
)
_OF_THREE_WORDS = re.compile(r"\s+of\s+(?:\w+\s+){0,2}?\w+")
_CODE_AHEAD = re.compile(r"(?<![A-Za-z])(?P<code>[A-Z]{3})\s?$")
"""A code in front of the sign: USD $5.5 million."""
_DOLLAR_SIGNS = re.compile(r"(?<![A-Za-z])([A-Z]{1,3}\$)")


@dataclass(frozen=True)
class MoneyContext:
    """Say which country's money a text talks of; counted only when somebody asks."""

    short: bool
    """The text is too short to name its country twice."""
    count: Callable[[], tuple[tuple[str, int], ...]]
    """Counts the countries named."""

    @cached_property
    def votes(self) -> tuple[tuple[str, int], ...]:
        """Give the ISO currencies by how often their country is named, most often first."""
        return self.count()

    @property
    def american(self) -> bool:
        """Tell whether the text is from the United States more than from anywhere else."""
        return bool(self.votes) and self.votes[0][0] == "USD"


@dataclass(frozen=True, slots=True)
class MoneyMatch:
    """Hold one amount of money."""

    figure: Figure
    """The number in major units."""
    currency: str
    """ISO 4217 code."""
    rule: str
    """Id of the rule."""
    amount_start: int
    """Index where the amount itself begins, without its bound."""
    amount_end: int
    """Index behind the amount with its currency."""
    changes: bool = False
    """It is the later figure of a from–to pair, the amount before it the earlier one."""
    converts: int | None = None
    """Place, in the list returned, of the amount that this one restates."""


@dataclass(frozen=True, slots=True)
class _Reading:
    rule: str
    start: int
    end: int
    row: "_Form"


@dataclass(frozen=True, slots=True)
class _Form:
    form: str
    currency: str
    kind: str
    family: str
    minimum: Decimal


class MoneyReader:
    """Find amounts of money; make one with `reader`."""

    def __init__(
        self,
        currencies: Lexicon,
        places: Lexicon,
        bounds: BoundReader,
        suffixes: dict[str, Decimal],
        sums: frozenset[str],
    ) -> None:
        """Compile the currency forms; `sums`: nouns before which pounds with a hyphen stand."""
        self._bounds, self._suffixes, self._sums = bounds, suffixes, sums
        forms = [*_local_forms(currencies), *_known_forms(currencies)]
        self._before = {f.form: f for f in reversed(forms) if f.kind in ("symbol", "prefix", "code")}
        self._after = {fold(f.form): f for f in reversed(forms) if f.kind in ("word", "minor")}
        self._behind = {f.form: f for f in reversed(forms) if f.kind in ("symbol", "code")}
        self._families = _families(forms)
        self._before_pattern = re.compile(rf"(?:(?<![A-Za-z$£€=])|(?<=\d))(?P<form>{alternation(self._before)})[\s.]*$")
        self._after_pattern = re.compile(
            rf"(?P<of>\s+of)?[\s-]*(?P<land>(?-i:[A-Z][a-z]+)\s+)?(?P<form>{alternation(self._after)})(?![\w-])",
            re.IGNORECASE,
        )
        self._behind_pattern = re.compile(rf"\s?(?P<form>{alternation(self._behind)})(?![A-Za-z\d])")
        self._places = _places(places)
        self._place_pattern = re.compile(rf"\b(?:{alternation(self._places)})(?![\w])")

    def context(self, text: str, hint: Iterable[str] = ()) -> MoneyContext:
        """Count which countries a text names; `hint` holds further words such as the title."""
        pieces = (text, *hint)
        return MoneyContext(len(text) < _SHORT, lambda: self._count(pieces))

    def _count(self, pieces: Sequence[str]) -> tuple[tuple[str, int], ...]:
        votes: Counter[str] = Counter()
        for piece in pieces:
            for match in self._place_pattern.finditer(piece):
                votes[self._places[" ".join(match[0].split())]] += 1
            for sign in _DOLLAR_SIGNS.finditer(piece):
                if sign[1] in self._before:
                    votes[self._before[sign[1]].currency] += 5  # the text's own dollars
        return tuple(sorted(votes.items(), key=lambda item: (-item[1], item[0])))

    def find(
        self, text: str, offset: int, numbers: Sequence[Number], context: MoneyContext,
        dep_at: DepAt | None, substances: frozenset[str] = frozenset(), changing: bool = False,
    ) -> tuple[list[MoneyMatch], set[int]]:  # fmt: skip
        """Find the amounts of one sentence.

        Shape:   the amounts in text order, and the places in `numbers` that they use up.
        """
        found: list[tuple[int, Number, _Reading]] = []
        for place, number in enumerate(numbers):
            reading = self._read(text, offset, number, context)
            if reading is not None and not self._weighs(text, offset, number, reading, context, substances):
                found.append((place, number, reading))
        found = self._coordinated(text, offset, numbers, found)
        matches = [self._match(text, offset, n, r, context, dep_at) for _, n, r in found]
        used = {place for place, _, _ in found}
        return _restated(text, offset, self._ranges(text, offset, matches, changing=changing)), used

    def _weighs(
        self,
        text: str,
        offset: int,
        number: Number,
        reading: _Reading,
        context: MoneyContext,
        substances: frozenset[str],
    ) -> bool:
        """See that pounds are weights: of a substance, or joined to what is no sum by a hyphen ("a 135-pound dog")."""
        if reading.row.family != "pound" or reading.row.kind != "word" or number.form is Form.INDEFINITE:
            return False
        if text[number.end - offset : number.end - offset + 1] in ("-", "‐", "‑"):
            following = re.compile(r"\s+(\w+)").match(text, reading.end)
            return following is None or following[1].lower() not in self._sums
        if "weigh" in text.lower():
            return True
        american = context.american and "£" not in text
        return is_weight(text, reading.end, substances if not american else None)

    def _read(self, text: str, offset: int, number: Number, context: MoneyContext) -> _Reading | None:
        if number.form is Form.FRACTION:
            return None
        start, end = number.start - offset, number.end - offset
        head = self._before_pattern.search(text, max(0, start - 14), start)
        stop = self._suffix_end(number, end)
        if head and text[end : end + 1] == "/" and head["form"].isupper() and head.end("form") == start:
            return None  # "quote CAD4438/22Feb": the number of an incident
        if head and number.form is not Form.INDEFINITE and (not number.after or stop > end or len(number.after) > 3):
            row = self._before[" ".join(head["form"].split())]
            code = _CODE_AHEAD.search(text, max(0, head.start("form") - 5), head.start("form"))
            if code and row.kind == "symbol" and code["code"] in self._before:
                return _Reading("money.code-before", code.start("code"), stop, self._before[code["code"]])
            if self._allowed(row, number, context, text[head.end("form") : start]):
                rule = {"symbol": "money.symbol-before", "prefix": "money.prefix-before"}.get(
                    row.kind, "money.code-before"
                )
                named = self._after_pattern.match(text, stop) if row.family else None
                exact = self._after[" ".join(fold(named["form"]).split())] if named and not named["of"] else None
                if named and exact and exact.kind == "word" and not exact.family:
                    return _Reading(rule, head.start("form"), named.end(), exact)  # $75,000 United States dollars
                return _Reading(rule, head.start("form"), stop, row)
        if number.before.strip("-‐‑–.").isalpha() and number.before.strip() not in self._before:
            return None
        return self._read_after(text, number, end, stop)

    def _read_after(self, text: str, number: Number, end: int, stop: int) -> _Reading | None:
        glued = number.after if stop == end else ""
        tail = self._after_pattern.match(text, stop)
        if glued and not tail:
            return None
        if tail and not (tail["of"] and number.scale < 1000 and number.form is not Form.INDEFINITE):
            row = self._after[" ".join(fold(tail["form"]).split())]
            single = len(row.form) == 1 and (not glued or tail.start("form") != end)
            home = self._places.get(tail["land"].strip()) if tail["land"] else None
            if tail["land"] and home is None:
                return None
            if home and home in self._families.get(row.family, frozenset()):
                row = replace(row, currency=home, family="")
            if number.value >= row.minimum and not single:
                rule = "money.minor-after" if row.kind == "minor" else "money.word-after"
                return _Reading(rule, number.start, tail.end(), row)
        behind = self._behind_pattern.match(text, stop)
        if behind and not glued:
            row = self._behind[behind["form"]]
            rule = "money.symbol-after" if row.kind == "symbol" else "money.code-after"
            following = text[behind.end() : behind.end() + 2].strip()
            if not (following[:1].isdigit() and row.kind == "symbol"):
                return _Reading(rule, number.start, behind.end(), row)
        return None

    def _allowed(self, row: _Form, number: Number, context: MoneyContext, gap: str) -> bool:
        """Keep "N95 masks" and "R18 films" out unless the text is from there."""
        if not row.minimum:
            return True
        at_home = any(currency == row.currency for currency, _ in context.votes)
        big = number.value * self._suffixes.get(fold(number.after), Decimal(1)) >= row.minimum
        return (big or (at_home and number.value >= 50)) and (len(row.form) > 1 or not gap.strip(" .") or at_home)

    def _suffix_end(self, number: Number, end: int) -> int:
        return end + len(number.after) if fold(number.after) in self._suffixes else end

    def _coordinated(
        self, text: str, offset: int, numbers: Sequence[Number], found: list[tuple[int, Number, _Reading]]
    ) -> list[tuple[int, Number, _Reading]]:
        """Give bare numbers the currency that follows the last of them."""
        read = {place: (place, number, reading) for place, number, reading in found}
        for place in range(len(numbers) - 2, -1, -1):
            following = read.get(place + 1)
            number = numbers[place]
            if place in read or following is None or following[2].rule not in ("money.word-after", "money.coordinated"):
                continue
            gap = text[number.end - offset : following[1].start - offset]
            if number.after or number.before.strip() or len(gap) > 8 or not _SHARED_GAP.fullmatch(gap):
                continue
            if "and" not in gap and "or" not in gap and following[2].rule != "money.coordinated":
                continue
            if number.form in (Form.DIGITS, Form.MIXED) and following[1].form in (Form.DIGITS, Form.MIXED):
                reading = _Reading("money.coordinated", number.start, number.end - offset, following[2].row)
                read[place] = (place, number, reading)
        return [read[place] for place in sorted(read)]

    def _match(
        self, text: str, offset: int, number: Number, reading: _Reading, context: MoneyContext,
        dep_at: DepAt | None,
    ) -> MoneyMatch:  # fmt: skip
        row = reading.row
        start = min(reading.start if "before" in reading.rule else number.start - offset, number.start - offset)
        factor = Decimal("0.01") if row.kind == "minor" else Decimal(1)
        if fold(number.after) in self._suffixes and fold(row.form) != fold(number.after):
            factor *= self._suffixes[fold(number.after)]
        currency = self._resolve(row, context)
        european = read_european(number.plain) if currency == "EUR" and number.form is Form.DIGITS else None
        if european is not None and number.value != european and "," not in number.plain.split(".")[0]:
            number = replace(number, value=european)
        bound = self._bounds.read(text, start, reading.end, dep_at, ranged=number.form is Form.RANGE)
        shifted = replace(bound, start=bound.start + offset, end=bound.end + offset)
        return MoneyMatch(figure(number, shifted, factor), currency, reading.rule, start + offset, reading.end + offset)

    def _resolve(self, row: _Form, context: MoneyContext) -> str:
        if not row.family:
            return row.currency
        members = self._families.get(row.family, frozenset())
        named = dict(context.votes)
        rivals = [(votes, currency) for currency, votes in context.votes if currency in members]
        if row.kind == "minor" and row.family == "dollar" and named.get("EUR", 0) > max(rivals, default=(0, ""))[0]:
            return "EUR"
        at_home = named.get(row.currency, 0)
        sure = len(context.votes) == 1 or context.short
        strong = [currency for votes, currency in rivals if votes > at_home and (votes > 1 or sure or not at_home)]
        return strong[0] if strong else row.currency

    def _ranges(self, text: str, offset: int, matches: list[MoneyMatch], *, changing: bool) -> list[MoneyMatch]:
        joined: list[MoneyMatch] = []
        for match in matches:
            low = joined[-1].figure.start - offset if joined else 0
            if changing and text[max(0, low - 5) : low].lower() == "from ":
                joined.append(replace(match, changes=bool(joined)))  # raised from $10,000 to $35,000: two amounts
                continue
            pair = _range(text, offset, joined[-1], match) if joined else None
            if pair is None:
                joined.append(match)
            else:
                joined[-1] = pair
        return joined


def is_weight(text: str, end: int, substances: frozenset[str] | None) -> bool:
    """See that "pounds", which end at a character, weigh something ("100 pounds of marijuana"); None: anything."""
    following = _OF_THREE_WORDS.match(text, end)
    if substances is None:
        return following is not None
    return following is not None and not substances.isdisjoint(re.findall(r"\w+", following[0].lower()))


def reader(bounds: BoundReader, extra: Path | None = None) -> MoneyReader:
    """Make a reader from the lexicons `currencies`, `currency_places` and `magnitudes`, and from babel's currencies."""
    magnitudes = lexicons.read("magnitudes", extra)
    suffixes = {row["word"]: Decimal(row["value"]) for row in magnitudes.rows if row["class"] == "suffix"}
    sums = frozenset(row["word"] for row in lexicons.read("money_roles", extra).rows if row["class"] == "noun")
    currencies, places = lexicons.read("currencies", extra), lexicons.read("currency_places", extra)
    return MoneyReader(currencies, places, bounds, suffixes, sums)


def _range(text: str, offset: int, low: MoneyMatch, high: MoneyMatch) -> MoneyMatch | None:
    gap = text[low.amount_end - offset : high.figure.start - offset]
    bottom, top = low.figure.value, high.figure.value
    if len(gap) > 6 or not _RANGE_GAP.fullmatch(gap) or low.currency != high.currency or bottom is None or top is None:
        return None
    before = text[max(0, low.figure.start - offset - 10) : low.figure.start - offset].lower()
    if gap.strip().lower() == "and" and not before.endswith("between "):
        return None
    scale = high.figure.number.scale
    suffixed = top / high.figure.number.value if high.figure.number.value else Decimal(1)
    if (
        low.figure.number.scale == 1
        and not low.figure.number.after
        and max(scale, suffixed) > 1
        and bottom < top / scale
    ):
        bottom *= max(scale, suffixed) if scale == 1 else scale
    if bottom >= top:
        return None
    opening = next((word for word in ("between ", "from ") if before.endswith(word)), "")
    joined = replace(
        low.figure, start=low.figure.start - len(opening), end=high.figure.end, value=None, low=bottom, high=top,
        comparator=Comparator.RANGE,
    )  # fmt: skip
    return replace(low, figure=joined, rule="money.range", amount_end=high.amount_end)


def _restated(text: str, offset: int, matches: list[MoneyMatch]) -> list[MoneyMatch]:
    """Link an amount in brackets to the amount before it in another currency."""
    linked = list(matches)
    for place in range(1, len(matches)):
        before, match = matches[place - 1], matches[place]
        gap = text[before.amount_end - offset : match.amount_start - offset]
        bounded = text[before.amount_end - offset : match.figure.start - offset]
        beside = (
            bounded.strip() == "," and match.figure.comparator is Comparator.APPROX
        )  # Dh240,000, about Rs17 million
        if before.currency != match.currency and len(gap) < 40 and (beside or _RESTATES.fullmatch(gap)):
            linked[place] = replace(match, converts=place - 1)
    return linked


def _local_forms(currencies: Lexicon) -> list[_Form]:
    return [
        _Form(row["form"], row["currency"], row["kind"], row["family"], Decimal(row["minimum"] or 0))
        for row in currencies.rows
    ]


def _known_forms(currencies: Lexicon) -> list[_Form]:
    """Take codes and names from babel for every currency in use that the lexicon does not spell out."""
    locale = Locale("en")
    current = {
        c
        for entries in get_global("territory_currencies").values()
        for c, _, end, tender in entries
        if not end and tender
    }
    spelled = {row["form"] for row in currencies.rows}
    folded = {form.lower() for form in spelled}
    forms = [_Form(code, code, "code", "", Decimal(0)) for code in sorted(current) if code not in spelled]
    for code in sorted(current):
        name = locale.currencies.get(code, "")
        for form in {name, f"{name}s"} if name and " " in name else ():
            if form.lower() not in folded:
                forms.append(_Form(form.lower(), code, "word", "", Decimal(0)))
    return sorted(forms, key=lambda form: (form.kind, form.form))


def _families(forms: Sequence[_Form]) -> dict[str, frozenset[str]]:
    """Gather the currencies whose English name ends in a family's word."""
    names = Locale("en").currencies
    families = sorted({form.family for form in forms if form.family})
    members = {f: {c for c, name in names.items() if name.lower().split(" (")[0].endswith(f)} for f in families}
    members["yuan"] |= {"CNY", "JPY"}
    members["pound"] |= {"GBP"}
    return {family: frozenset(codes) for family, codes in members.items()}


def _places(places: Lexicon) -> dict[str, str]:
    """Map names of countries (from babel) and other names that tell one to its currency."""
    territories, money = Locale("en").territories, get_global("territory_currencies")
    found = {}
    for code, name in sorted(territories.items()):
        current = [c for c, _, end, tender in money.get(code, []) if not end and tender] if len(code) == 2 else []
        if current and len(name) > 3:
            found[name] = current[-1]
    return found | {row["place"]: row["currency"] for row in places.rows}
