"""Text to sentences: where one ends, by rules over characters, so that it never depends on a parse.

Phases: 1. lines (a line break always ends a sentence; `page` has joined what was broken); 2. full stops, question and
exclamation marks, weighed by the abbreviation lexicon; 3. units: a sentence is cut at semicolons, and where it is
endless at commas or spaces, because the parser reads short units better. Offsets are characters into the whole text,
end exclusive. Not here: what a section is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newsfacts.lexicons import Lexicon
from newsfacts.page.sections import Layout
from newsfacts.record import SectionKind

__all__ = ["LONGEST_UNIT", "Splitter", "Unit", "splitter"]

LONGEST_UNIT = 1200
"""Characters after which a unit is cut at the next comma or space; the longest honest sentence of 5,000 British
releases has 1,090, and a parse grows slower, not better, beyond it."""

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_STOP = re.compile(
    r"""
    (?P<mark> [.!?…。！？]+ )
    (?P<close> ["'”’»)\]]* )
    (?: (?P<space> \s+ ) | (?=["“‘]?[A-Z][a-z]) | (?<=[。！？]) )
    (?P<open> ["'“‘«(\[■●*•–—-]* \s? )
    (?P<next> \w )
    """,
    re.VERBOSE,
)
_QUOTES = '"“‘'
_BEHIND_DASH = re.compile(r"^\d+[-–](?=[^\W\d]+$)")
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’()\[\],;:]*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """Mark one stretch of text that is parsed by itself, and the sentence it belongs to."""

    start: int
    """Index of the unit's first character."""
    end: int
    """Index behind the unit's last character."""
    sentence_start: int
    """Index of the sentence's first character."""
    sentence_end: int
    """Index behind the sentence's last character."""
    line: int
    """Number of the line among the lines with text, from 0."""
    kind: SectionKind = SectionKind.BODY
    """Kind of the section it stands in."""
    as_read: str | None = None
    """What the pipeline reads in its place, of the same length; nothing where it reads what stands there."""

    @property
    def tells(self) -> bool:
        """Say whether facts are read from it; from credits and contacts only people are."""
        return self.kind.tells


@dataclass(frozen=True, slots=True)
class Splitter:
    """Hold the words that decide where a sentence ends."""

    never: frozenset[str]
    """Abbreviations, lower case without the last full stop, that never end a sentence."""
    maybe: frozenset[str]
    """Abbreviations that end one when an opener follows."""
    openers: frozenset[str]
    """Words that open a sentence."""

    def units(self, text: str) -> Iterator[Unit]:
        """Cut the text into units, in order; what lies between them is white space.

        Example:
            >>> words = Splitter(frozenset({"sgt"}), frozenset(), frozenset())
            >>> [(u.start, u.end) for u in words.units("He met Sgt. Roe. She left; he slept.")]
            [(0, 16), (17, 26), (27, 36)]
        """
        for number, (first, last) in enumerate(_lines(text)):
            lower = not any(map(str.isupper, text[first:last]))
            for start, end in self._sentences(text, first, last, lower):
                for unit_start, unit_end in _pieces(text, start, end):
                    yield Unit(unit_start, unit_end, start, end, number)

    def laid_out(self, text: str, layout: Layout) -> Iterator[Unit]:
        """Cut the reading text of a page into units that know the kind of their section.

        No unit reaches from one section into another; the dateline is a unit of its own, so that the sentence behind
        it is parsed alone.
        """
        sections = layout.sections
        apart = [section.start_char for section in sections[1:]]
        cuts = sorted([*apart, *(layout.dateline[1:] if layout.dateline else ())])
        kinds = [section.kind for section in sections]
        place = number = 0
        for unit in self.units(text):
            while place < len(cuts) and cuts[place] <= unit.start:
                place += 1
            inside = place
            while inside < len(cuts) and cuts[inside] < unit.end:
                inside += 1
            for piece in _divided(text, unit, cuts[place:inside]) if inside > place else (unit,):
                while number < len(apart) and apart[number] <= piece.start:
                    number += 1
                yield self._in_section(piece, kinds[number], apart[number - 1 : number], apart[number : number + 1])

    def _in_section(self, unit: Unit, kind: SectionKind, start: Sequence[int], end: Sequence[int]) -> Unit:
        """Tell a unit its kind, and keep its sentence within its section."""
        if kind is SectionKind.BODY and not start and not end:
            return unit
        first = max([unit.sentence_start, *start]) if start and start[0] > unit.sentence_start else unit.sentence_start
        last = min([unit.sentence_end, *end])
        return replace(unit, kind=kind, sentence_start=min(first, unit.start), sentence_end=max(last, unit.end))

    def _sentences(self, text: str, start: int, end: int, lower: bool) -> Iterator[tuple[int, int]]:
        at = start
        for match in _STOP.finditer(text, start, end):
            if match.start() >= at and self._ends(text, match, start, lower):
                cut = match.end("close")
                yield from _trimmed(text, at, cut)
                at = cut
        yield from _trimmed(text, at, end)

    def _ends(self, text: str, match: re.Match[str], line_start: int, lower: bool) -> bool:
        """Tell whether a mark ends a sentence, by what stands on both sides: abbreviations, initials, quotes."""
        following = match["next"]
        if not (following.isupper() or following.isdigit() or match["open"].strip() or (lower and not match["close"])):
            return not following.isascii() and not following.islower()
        before = _WORD_BEFORE.search(text[max(line_start, match.start() - 24) : match.start()])
        word = before[0].lower() if before else ""
        word = _BEHIND_DASH.sub("", word)  # Oct. 27-Nov. 2
        if match["space"] is None and not match["open"].strip(_QUOTES):
            return len(word) > 1 and not set(word) & set("@/.") and match["mark"] == "."
        if match["mark"] != "." or match["close"]:
            return True
        if set(match["open"]) & set("–—-"):
            return False
        if (
            word in self.never
            or (len(word) == 1 and word.isalpha() and not lower)
            or _is_list_number(text, match, word)
        ):
            return False
        if word in self.maybe or ("." in word and any(map(str.isalpha, word))):
            rest = re.match(r"\w+", text[match.end("open") : match.end("open") + 24])
            return bool(rest) and rest[0].lower() in self.openers if rest else False
        return True


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Give the lines with text; `page` has joined those that belong together."""
    for match in _LINE.finditer(text):
        line = match[0].rstrip()
        if line and not line.isspace():
            yield match.start(), match.start() + len(line)


def _divided(text: str, unit: Unit, cuts: Sequence[int]) -> Iterator[Unit]:
    """Cut a unit at some characters inside it; white space goes with neither side."""
    for start, end in pairwise([unit.start, *cuts, unit.end]):
        for first, last in _trimmed(text, start, end):
            yield replace(unit, start=first, end=last)


def splitter(abbreviations: Lexicon, openers: Lexicon) -> Splitter:
    """Make a splitter from its lexicons."""
    return Splitter(abbreviations.words(ends="no"), abbreviations.words(ends="may"), openers.words())


def _is_list_number(text: str, match: re.Match[str], word: str) -> bool:
    """See "1. Police …" at the start of a line: the number belongs to what follows."""
    line = text.rfind("\n", 0, match.start()) + 1
    return word.isdigit() and len(word) < 3 and not text[line : match.start() - len(word)].strip()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if left < right:
        yield start + left, start + right


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in re.finditer(r"[;；]\s*", text[start:end]):
        if match.end() + start < end:
            yield from _short(text, at, start + match.start() + 1)
            at = start + match.end()
    yield from _short(text, at, end)


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_UNIT:
        window = text[start : start + LONGEST_UNIT]
        cut = max(window.rfind(", "), window.rfind("，")) + 1
        if cut < LONGEST_UNIT // 3:
            cut = max(window.rfind(" "), window.rfind("\t")) + 1 or LONGEST_UNIT
        yield from _trimmed(text, start, start + cut)
        start += cut
    yield from _trimmed(text, start, end)
