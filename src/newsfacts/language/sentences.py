"""Text to sentences: where one ends, by rules over characters, so that it never depends on a parse.

Phases: 1. lines (a line break always ends a sentence); 2. full stops, question and exclamation marks, weighed by the
abbreviation lexicon; 3. units: a sentence is cut at semicolons, and where it is endless at commas or spaces, because
the parser reads short units better. Offsets are characters into the whole text, end exclusive. Not here: what a section
is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsfacts.lexicons import Lexicon

__all__ = ["LONGEST_UNIT", "Splitter", "Unit", "splitter"]

LONGEST_UNIT = 1200
"""Characters after which a unit is cut at the next comma or space; the longest honest sentence of 5,000 British
releases has 1,090, and a parse grows slower, not better, beyond it."""

_WRAP = 40
"""Characters from which a line may be a wrapped piece of a paragraph; shorter ones are headings and cells."""
_AMOUNT_ENDS = re.compile(r"[£$€₦₹]\s?[\d,.]*\d$")
_WRAPPED = re.compile(r"[ \t]*\r?\n[ \t]*")
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_STOP = re.compile(
    r"""
    (?P<mark> [.!?…。！？]+ )
    (?P<close> ["'”’»)\]]* )
    (?: (?P<space> \s+ ) | (?=[A-Z][a-z]) | (?<=[。！？]) )
    (?P<open> ["'“‘«(\[■●*•–—-]* \s? )
    (?P<next> \w )
    """,
    re.VERBOSE,
)
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


@dataclass(frozen=True, slots=True)
class Splitter:
    """Hold the words that decide where a sentence ends."""

    never: frozenset[str]
    """Abbreviations, lower case without the last full stop, that never end a sentence."""
    maybe: frozenset[str]
    """Abbreviations that end one when an opener follows."""
    openers: frozenset[str]
    """Words that open a sentence."""
    continuing: frozenset[str] = frozenset()
    """Words that end no sentence, so that a line that ends in one goes on in the next."""

    def units(self, text: str) -> Iterator[Unit]:
        """Cut the text into units, in order; what lies between them is white space.

        Example:
            >>> words = Splitter(frozenset({"sgt"}), frozenset(), frozenset())
            >>> [(u.start, u.end) for u in words.units("He met Sgt. Roe. She left; he slept.")]
            [(0, 16), (17, 26), (27, 36)]
        """
        for number, (first, last) in enumerate(_lines(text, self.continuing)):
            lower = not any(map(str.isupper, text[first:last]))
            for start, end in self._sentences(text, first, last, lower):
                for unit_start, unit_end in _pieces(text, start, end):
                    yield Unit(unit_start, unit_end, start, end, number)

    def _sentences(self, text: str, start: int, end: int, lower: bool) -> Iterator[tuple[int, int]]:
        at = start
        for match in _STOP.finditer(text, start, end):
            if match.start() >= at and self._ends(text, match, start, lower):
                cut = match.end("close")
                yield from _trimmed(text, at, cut)
                at = cut
        yield from _trimmed(text, at, end)

    def _ends(self, text: str, match: re.Match[str], line_start: int, lower: bool) -> bool:
        following = match["next"]
        if not (following.isupper() or following.isdigit() or match["open"].strip() or (lower and not match["close"])):
            return not following.isascii() and not following.islower()
        before = _WORD_BEFORE.search(text[max(line_start, match.start() - 24) : match.start()])
        word = before[0].lower() if before else ""
        if match["space"] is None and not match["open"]:
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


def _lines(text: str, continuing: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Cut at line breaks, but join a long line that ends in the middle of a sentence with a next one in lower case."""
    open_: tuple[int, int] | None = None
    for match in _LINE.finditer(text):
        if match[0].isspace():
            continue
        goes_on = open_ is not None and _goes_on(text, open_, match, continuing)
        if open_ is not None and goes_on:
            open_ = (open_[0], len(match[0].rstrip()) + match.start())
            continue
        if open_ is not None:
            yield open_
        open_ = (match.start(), len(match[0].rstrip()) + match.start())
    if open_ is not None:
        yield open_


def _goes_on(text: str, line: tuple[int, int], following: re.Match[str], continuing: frozenset[str]) -> bool:
    """Tell whether a line breaks off in the middle of a sentence that the next one goes on with."""
    start, end = line
    if not _WRAPPED.fullmatch(text, end, following.start()) or text[end - 1] in '.!?:;”"…':
        return False
    if not any(map(str.isupper, text[start : start + 200])):
        return False
    words = text[max(start, end - 24) : end].split()
    if len(words) > 1 and end - start >= _WRAP // 2 and words[-1].lower() in continuing and text[end - 1].islower():
        return True
    opens = following[0].lstrip()
    if opens[:1].islower():
        return end - start >= _WRAP or _AMOUNT_ENDS.search(text, max(start, end - 24), end) is not None
    return False


def splitter(abbreviations: Lexicon, openers: Lexicon, continuing: Lexicon | None = None) -> Splitter:
    """Make a splitter from its lexicons; without `continuing` lines are joined by their length alone."""
    more = continuing.words() if continuing else frozenset[str]()
    return Splitter(abbreviations.words(ends="no"), abbreviations.words(ends="may"), openers.words(), more)


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
