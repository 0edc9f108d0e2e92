"""The number grammar: digits and words to exact values, ranges, indefinite magnitudes.

Phases: 1. `atoms.py` finds digits, number words, magnitudes and the clusters that are no numbers; 2. a small parser
joins atoms into numbers; 3. two numbers become a range, two equal ones one (`ranges.py`).
Comparators are in `comparators.py`; whether a number is a fact, and of what, is not decided here. Offsets are
characters into the text that is read, plus the offset given.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from newsfacts.figures.atoms import Atom, AtomReader, NumberWords, number_words
from newsfacts.figures.number import Form, Number
from newsfacts.figures.ranges import ranges, shifted, twins
from newsfacts.figures.spelled import GAP, goes_on
from newsfacts.figures.spoken import spoken_decimals
from newsfacts.lexicons import Lexicon, fold
from newsfacts.lexicons.function_words import any_of

__all__ = ["Form", "Number", "NumberReader", "number_reader"]

_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\u00a0\r\n]+|[-‐‑]")
_AND_PART = re.compile(
    rf"\s+and\s+(?:an?\s+|one[\s-]+|three[\s-]+)?(?P<part>half|quarters?)\b(?!\s+(?:{any_of('of a part')})\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_NUMERAL_AHEAD = re.compile(r"[ \t\u00a0\r\n]+[a-z]+")
_NO_NUMERAL = re.compile(
    rf"(?:[\w,.%½¼¾][-‐‑]|[\d½¼¾]\s|\b(?:{any_of('measure of others')}|\d+(?:st|nd|rd|th))\s)\s*$",
    re.IGNORECASE,
)
"""What stands before a magnitude that is a measure of others (per thousand people) or half of a word (half-million)."""
_SIGN = re.compile(r"(?:^|[\s(])[-−–]$")


class NumberReader:
    """Find the numbers of a text; make one with `number_reader`."""

    def __init__(self, words: NumberWords, atoms: AtomReader) -> None:
        """Take the words of numbers and the reader of their pieces."""
        self._atoms, self._scales, self._fractions = atoms, words.scales, words.fractions
        self._small, self._spoken = words.small, spoken_decimals(words.digits)

    def read(self, text: str, offset: int = 0) -> list[Number]:
        """Find every number of `text`, in order; `offset` is added to the indices.

        Example:
            >>> from newsfacts import lexicons
            >>> reader = number_reader(*map(lexicons.read, ("number_words", "magnitudes", "fractions")))
            >>> [(n.value, n.high) for n in reader.read("five (5) men, 1.2 million calls, 300–400 officers")]
            [(Decimal('5'), None), (Decimal('1200000.0'), None), (Decimal('300'), Decimal('400'))]
        """
        atoms = self._atoms.read(text)
        numbers: list[Number] = []
        place = 0
        while place < len(atoms):
            number, following = self._number(text, atoms, place)
            if number is not None:
                numbers.append(number)
            place = max(following, place + 1)
        joined = ranges(text, twins(text, numbers))
        return [shifted(number, offset) for number in joined] if offset else joined

    def _number(self, text: str, atoms: Sequence[Atom], place: int) -> tuple[Number | None, int]:
        """Read the number that begins at a place, by the kind of its first piece; give it and the place behind it."""
        atom = atoms[place]
        if atom.kind == "digits":
            return self._from_digits(text, atoms, place)
        if atom.kind == "slashed":
            value, end, scale, place = self._scaled(text, atoms, place + 1, atom.value, atom.end)
            form = Form.FRACTION if value < 1 else Form.DIGITS
            return Number(atom.start, end, value, form, scale=scale, plain=atom.text), place
        if atom.kind == "plural" or (atom.kind == "article" and _next_is(atoms, place, text, ("plural",))):
            return _indefinite(text, atoms, place)
        if atom.kind in ("few", "multi", "couple") or (
            atom.kind == "half" and _next_is(atoms, place, text, ("scale",))
        ):
            return self._multiplied(text, atoms, place)
        if atom.kind == "part":
            return self._part_of_scale(text, atoms, place) or (self._fraction(text, atom), place + 1)
        if atom.kind == "scale":
            return self._bare(text, atoms, place)
        if atom.kind in ("ones", "teens", "tens", "article"):
            return self._with_decimals(text, atoms, *self._from_words(text, atoms, place))
        return None, place + 1

    def _with_decimals(
        self, text: str, atoms: Sequence[Atom], number: Number | None, place: int
    ) -> tuple[Number | None, int]:
        """Add spoken decimals, and the magnitude behind them, to a number in words: "five point three thousand"."""
        spoken = self._spoken.read(text, number.start, number.end) if number and number.scale == 1 else None
        if number is None or spoken is None:
            return number, place
        while place < len(atoms) and atoms[place].start < spoken[1]:
            place += 1
        value, end, scale, place = self._scaled(text, atoms, place, number.value + spoken[0], spoken[1])
        return replace(number, end=end, value=value, form=Form.MIXED if scale > 1 else Form.WORDS, scale=scale), place

    def _from_digits(self, text: str, atoms: Sequence[Atom], place: int) -> tuple[Number, int]:
        """Read digits with what multiplies them or is added: 1.2 million, two and a half, 1 crore 20 lakh."""
        atom = atoms[place]
        value, end, scale, place = atom.value, atom.end, Decimal(1), place + 1
        glued = atom.after
        if len(glued) > 3 and fold(glued) in self._scales:  # £64million
            scale, end, glued = self._scales[fold(glued)], end + len(glued), ""
            value *= scale
            return self._digits_number(text, atom, value, end, scale), place
        if not glued:
            part = _AND_PART.match(text, end)
            if part and _scale_or_noun(text, part.end()):
                value, end = value + _part_value(part["part"]), part.end()
                while place < len(atoms) and atoms[place].start < end:
                    place += 1
            value, end, scale, place = self._scaled(text, atoms, place, value, end)
            while scale > 1 and place + 1 < len(atoms) and atoms[place].kind == "digits":
                more = self._lower_part(text, atoms, place, end, scale)
                if more is None:
                    break
                value, end, place = value + more[0], more[1], more[2]
        return self._digits_number(text, atom, value, end, scale), place

    def _digits_number(self, text: str, atom: Atom, value: Decimal, end: int, scale: Decimal) -> Number:
        return Number(
            atom.start, end, value, Form.MIXED if scale > 1 else Form.DIGITS, scale=scale, before=atom.before,
            after=atom.after if end == atom.end else "", plain=atom.text, odd=atom.odd,
            negative=bool(_SIGN.search(text, max(0, atom.start - 2), atom.start)) and not atom.before,
        )  # fmt: skip

    def _scaled(
        self, text: str, atoms: Sequence[Atom], place: int, value: Decimal, end: int
    ) -> tuple[Decimal, int, Decimal, int]:
        scale = Decimal(1)
        while place < len(atoms) and atoms[place].kind == "scale" and _SPACE.fullmatch(text, end, atoms[place].start):
            scale *= atoms[place].value
            end, place = atoms[place].end, place + 1
        return value * scale, end, scale, place

    def _lower_part(
        self, text: str, atoms: Sequence[Atom], place: int, end: int, scale: Decimal
    ) -> tuple[Decimal, int, int] | None:
        """Read the "20 lakh" of "1 crore 20 lakh"."""
        atom = atoms[place]
        if atom.after or not GAP.fullmatch(text, end, atom.start):
            return None
        value, stop, inner, following = self._scaled(text, atoms, place + 1, atom.value, atom.end)
        return (value, stop, following) if 1 < inner < scale and value < scale else None

    def _bare(self, text: str, atoms: Sequence[Atom], place: int) -> tuple[Number | None, int]:
        """Read a magnitude that nothing multiplies, as English in India and Africa has it: "paid thousand rupees"."""
        atom = atoms[place]
        if not _NUMERAL_AHEAD.match(text, atom.end) or _NO_NUMERAL.search(text, max(0, atom.start - 12), atom.start):
            return None, place + 1
        value, end, scale, following = self._scaled(text, atoms, place + 1, atom.value, atom.end)
        return Number(atom.start, end, value, Form.WORDS, scale=scale * atom.value), following

    def _from_words(self, text: str, atoms: Sequence[Atom], place: int) -> tuple[Number | None, int]:
        """Add up a number in words: "two hundred and four thousand and ten"; a half behind it counts with it."""
        start, first = atoms[place].start, place
        between = bool(_BETWEEN.search(text, max(0, start - 10), start))
        total, current, end, top, scale = Decimal(0), atoms[place].value, atoms[place].end, Decimal("Inf"), Decimal(1)
        kind, place = atoms[place].kind, place + 1
        if kind == "article":
            end = atoms[place - 1].end - 1
        while True:
            part = _AND_PART.match(text, end) if kind != "article" else None
            if part and _scale_or_noun(text, part.end()):
                current, end = current + _part_value(part["part"]) * _halved(kind, current, top), part.end()
                while place < len(atoms) and atoms[place].start < end:
                    place += 1
            if place >= len(atoms):
                break
            atom, gap = atoms[place], text[end : atoms[place].start]
            if not goes_on(text, atoms[place : place + 4], end, kind, top):
                break
            joined_by_and = bool(_AND.fullmatch(gap)) or "and" in fold(gap)
            if atom.kind == "scale" and not joined_by_and:
                if atom.value == 100 and current < 100:
                    current, scale = current * 100, max(scale, atom.value)
                elif atom.value < top and current:
                    following = atoms[place + 1] if place + 1 < len(atoms) else None
                    double = following and following.kind == "scale" and following.value > atom.value
                    if double and _SPACE.fullmatch(text, atom.end, following.start if following else 0):
                        current = current * atom.value
                    else:
                        total, current, top = total + current * atom.value, Decimal(0), atom.value
                    scale = max(scale, atom.value)
                else:
                    break
            elif atom.kind in ("ones", "teens", "tens") and _fits(atom, current, kind, joined_by_and=joined_by_and):
                if joined_by_and and between:
                    break
                current += atom.value
            else:
                break
            end, kind, place = atom.end, atom.kind, place + 1
        if kind == "article":
            return None, place
        form = Form.WORDS if place - first > 1 or scale == 1 else Form.MIXED
        return Number(start, end, total + current, form, scale=scale), place

    def _multiplied(self, text: str, atoms: Sequence[Atom], place: int) -> tuple[Number | None, int]:
        """Read "several hundred", "half a million", "a couple of thousand", "multi-million", "a couple"."""
        atom = atoms[place]
        end = atom.end
        if atom.kind == "couple" and place + 1 < len(atoms):
            gap = re.compile(r"\s+(?:of\s+)?").match(text, end)
            if gap and gap.end() == atoms[place + 1].start and atoms[place + 1].kind == "scale":
                end = gap.end()
        value, stop, scale, following = atom.value, atom.end, Decimal(1), place + 1
        while following < len(atoms) and atoms[following].kind in ("scale", "plural"):
            if text[end : atoms[following].start].strip(" -"):
                break
            value, scale = value * atoms[following].value, scale * atoms[following].value
            end = stop = atoms[following].end
            following += 1
        if atom.kind in ("few", "multi"):
            return Number(atom.start, stop, value, Form.INDEFINITE, scale=scale), following
        return Number(atom.start, stop, value, Form.WORDS, scale=scale), following

    def _part_of_scale(self, text: str, atoms: Sequence[Atom], place: int) -> tuple[Number, int] | None:
        """Read "a quarter million", "three quarters of a billion"."""
        atom, following = atoms[place], place + 1
        if following >= len(atoms) or not atom.text.removesuffix("s").endswith(("half", "quarter")):
            return None
        part = whole.value if (whole := self._fraction(text, atom)) is not None else _part_value(atom.text)
        if atoms[following].kind == "article" and text[atom.end : atoms[following].start].strip() == "of":
            following += 1
            beside = following < len(atoms) and atoms[following].kind == "scale"
        else:
            beside = atoms[following].kind == "scale" and not text[atom.end : atoms[following].start].strip(" -")
        if not beside:
            return None
        first = atoms[following]
        value, end, scale, following = self._scaled(text, atoms, following + 1, part * first.value, first.end)
        return Number(atom.start, end, value, Form.WORDS, scale=scale * first.value), following

    def _fraction(self, text: str, atom: Atom) -> Number | None:
        words = re.split(r"[\s-]+", atom.text)
        denominator = self._fractions[words[-1]]
        top = Decimal(1)
        if len(words) > 1 and words[0] not in ("a", "an"):
            top = self._small[words[0]][1]
        elif words[0] == words[-1] and denominator != 2:
            return None  # "third" alone is an ordinal
        if top > 1 and not words[-1].endswith("s"):
            return None  # "two third-party"
        if top == 1 and denominator not in (2, 4) and not text[atom.end : atom.end + 4].lstrip().startswith("of"):
            return None  # "a third man"
        value = top / denominator
        return Number(atom.start, atom.end, value, Form.FRACTION, denominator=denominator)


def number_reader(words: Lexicon, magnitudes: Lexicon, fractions: Lexicon) -> NumberReader:
    """Make a reader from the lexicons `number_words`, `magnitudes` and `fractions`."""
    known = number_words(words, magnitudes, fractions)
    return NumberReader(known, AtomReader(known))


def _part_value(word: str) -> Decimal:
    return Decimal("0.5") if fold(word) == "half" else Decimal("0.25")


def _halved(kind: str, current: Decimal, top: Decimal) -> Decimal:
    """Give what a half behind a number is a half of: of the million in "a million and a half", else of one.

    `top` is infinite until a magnitude above a hundred was read: "zero hundred and a half" has none.
    """
    return top if kind == "scale" and not current and top.is_finite() else Decimal(1)


def _scale_or_noun(text: str, at: int) -> bool:
    """See that "and a half" belongs to the number before it: a word follows or the text ends."""
    return bool(re.compile(r"[\s-]+\w|[.,;)]|$").match(text, at))


def _next_is(atoms: Sequence[Atom], place: int, text: str, kinds: tuple[str, ...]) -> bool:
    return (
        place + 1 < len(atoms)
        and atoms[place + 1].kind in kinds
        and not text[atoms[place].end : atoms[place + 1].start].strip(" -")
    )


def _fits(atom: Atom, current: Decimal, kind: str, *, joined_by_and: bool) -> bool:
    """Tell whether a small word goes on with the number before it: "twenty-one", "hundred and four"."""
    if kind == "scale":
        return atom.value < 100 and (current % 100 == 0)
    if joined_by_and:
        return False
    return kind == "tens" and atom.kind == "ones" and current % 10 == 0 and 0 < atom.value < 10


def _indefinite(text: str, atoms: Sequence[Atom], place: int) -> tuple[Number, int]:
    """Read "dozens", "hundreds of millions", "a millions"."""
    start = atoms[place].start
    if atoms[place].kind == "article":
        place += 1
    value, end, scale, place = atoms[place].value, atoms[place].end, atoms[place].value, place + 1
    of = re.compile(r"\s+(?:of\s+)?")
    while place < len(atoms) and atoms[place].kind in ("plural", "scale"):
        gap = of.match(text, end)
        if not gap or gap.end() != atoms[place].start:
            break
        value, scale, end = value * atoms[place].value, scale * atoms[place].value, atoms[place].end
        place += 1
    return Number(start, end, value, Form.INDEFINITE, scale=scale), place
