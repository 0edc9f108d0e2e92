"""Lines that belong together: what a printer, a mail program or a web page broke is joined for reading.

A *wrapped* text was broken at a width: each line is so full that the first word of the next had no place on it, and
its breaks stand in the midst of sentences. That is seen over the whole text and then undone over the whole text, also
before capitals. Elsewhere a break is undone only where both sides show it: a long line without its end before a small
letter, or a link on a line of its own between two halves of a sentence. A hyphen at a break goes with it, unless the
word has one of its own. Not here: sentences.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from newsfacts.lexicons import Lexicon
from newsfacts.lexicons.function_words import any_of, function_words
from newsfacts.page.edits import Edit
from newsfacts.page.lines import has_title_case

__all__ = ["Joiner", "joiner"]

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_SINGLE = re.compile(r"[ \t\xa0]*(?:\r\n|[\r\n\u2028\x0b\x85])")
_STOPS = tuple('.!?:;”"…')
_AMOUNT_ENDS = re.compile(r"[£$€₦₹]\s?[\d,.]*\d$")
_HYPHENED = re.compile(r"(?P<left>[^\W\d_]{2,})(?P<mark>[-\u2010\xad¬])$")
_WORD_ON = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_ENTRY = re.compile(r"(?:[*•‣●▪◦■–—>#+|]|-\s|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s|\w[\w ]{2,20}:(?:\s|$))")
_HANGING = re.compile(r"(?:[,;.)\]”’%]|['’]s)(?=[\s,.;]|$)")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|(?:ST|ND|RD|TH)$")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_INITIAL = re.compile(r"[^\W\d_a-z]")
_CAPITALS = re.compile(r"[^\W\d_a-z][A-Z'’]+")
_BYLINE = re.compile(rf"(?:{any_of('behind a byline')})\s[A-Z]")
_WRAP = 40
"""Characters from which a line may be a broken piece of a paragraph; shorter ones are headings and cells."""
_WIDTHS = range(24, 121)
"""Characters to the line of wrapped text: from narrow columns to mail and plain text."""
_PROOFS = 3
"""Breaks in the midst of a sentence that prove a text to be wrapped."""
_OVER = 8
"""Characters by which a line of wrapped text may be longer: an address, a row of a table."""
_FULL = 0.6
"""Share of those breaks whose line is really full."""
_NEARLY = 0.8
"""Share of the width from which a line of wrapped text that ends no sentence goes on: some paragraphs are narrower."""
_BEGUN = 4
"""Words before a link that opens a sentence: "The", "A recent"; the first is a determiner or a preposition."""
_TITLE = 140
"""Characters of the second line of a headline."""
_CLAUSE = 60
"""Characters of a line that goes on behind its comma; shorter ones are those of an address or a greeting."""
_OFFICE = 3
"""Words at the end of an office that are looked up."""
_LINK = 60
"""Characters of a link that stands on a line of its own."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Hold one line that is not blank."""

    start: int
    end: int
    text: str
    indent: int
    """White space before it."""
    indented: bool
    """Whether it begins further right than the line before."""
    follows: bool
    """Whether only a single break lies between it and the line before."""


@dataclass(frozen=True)
class _Words:
    """Hold the words of a text, in small letters, for those texts that have hyphens at breaks."""

    text: str

    @cached_property
    def compounds(self) -> frozenset[str]:
        """Give its words with a hyphen."""
        return frozenset(word.lower() for word in _COMPOUND.findall(self.text))

    @cached_property
    def plain(self) -> frozenset[str]:
        """Give its words without."""
        return frozenset(word.lower() for word in _WORD_ON.findall(self.text))


@dataclass(frozen=True, slots=True)
class Joiner:
    """Hold the words that tell whether a line goes on."""

    continuing: frozenset[str]
    """Words that end no sentence."""
    lefts: frozenset[str] = frozenset()
    """Parts of words that stand before a hyphen of their own."""
    rights: frozenset[str] = frozenset()
    """Parts of words that stand behind one."""
    titles: frozenset[str] = frozenset()
    """The last words of titles and offices."""

    def edits(self, text: str) -> Iterator[Edit]:
        """Yield the breaks to be read as a space or as nothing, in text order.

        Example:
            >>> words = Joiner(frozenset({"than"}))
            >>> [(e.start, e.end, e.text) for e in words.edits("Police arrested more than" + chr(10) + "100 people.")]
            [(25, 26, ' ')]
        """
        rows = list(_rows(text))
        if len(rows) < 2:
            return
        words = _Words(text)
        widths = _widths(rows)
        cased = any(map(str.isupper, text))
        first = 0
        place = 1
        while place < len(rows):
            if rows[place].follows:
                count = self._joined(rows, first, place, widths[place], cased=cased)
            else:
                count = int(cased and self._goes_on_below(rows[place - 1], rows[place]))
            for row in range(place, place + count):
                yield self._break(words, rows, row)
            if not count:
                first = place
            place += count or 1

    def _joined(self, rows: Sequence[_Row], first: int, place: int, width: int | None, *, cased: bool) -> int:
        """Count the lines from `place` on that go on with the paragraph which began with the line `first`."""
        before, row = rows[place - 1], rows[place]
        if self._is_small_capitals(rows, place):
            return 1
        if _ORDINAL.match(row.text) and before.text[-1:].isdigit():
            alone = _ORDINAL.fullmatch(row.text) and place + 1 < len(rows) and rows[place + 1].follows
            return 2 if alone else 1
        if _HYPHENED.search(before.text) and row.text[0].islower():
            return 1
        if _ENTRY.match(row.text):
            return 0
        opened = width is not None and (self._is_open(before, width) or _opens_block(rows, place, width))
        if width and (opened or _is_full(before, row, width)):
            return 0 if row.indented and not _ENTRY.match(before.text) else 1
        return self._in_sentence(rows, first, place) if cased and not before.text.endswith(_STOPS) else 0

    def _goes_on_below(self, before: _Row, row: _Row) -> bool:
        """See a sentence that a blank line breaks; entries of a list begin with small letters, each of them."""
        begun = before.text[0].isupper() or _HYPHENED.search(before.text) is not None
        whole = len(before.text) >= _WRAP and begun and not before.text.endswith(_STOPS)
        return whole and not _ENTRY.match(before.text) and not _ENTRY.match(row.text) and _goes_on(row)

    def _in_sentence(self, rows: Sequence[_Row], first: int, place: int) -> int:
        """Count the lines from `place` on that go on with a sentence which the line before left open."""
        before, row = rows[place - 1], rows[place]
        words = before.text.split()
        if len(words) == 1 and not before.follows and before.text.lower() not in self.continuing:
            return 0
        if place == first + 1 and _ADDRESS.fullmatch(before.text):
            return 0  # the file of a picture, not a link in a sentence
        length = row.start - rows[first].start
        if _HANGING.match(row.text):
            return 1
        opened = words[-1] in self.continuing or self._is_open_title(words, row)  # not "27 May"
        if opened and len(words) > 1 and length >= _WRAP // 2:
            return 1
        if before.text[-1] == "," and len(before.text) >= _CLAUSE:
            return 1
        long = length >= (_WRAP if place == first + 1 else _WRAP // 2)
        if _goes_on(row) and (long or _AMOUNT_ENDS.search(before.text)):
            return 1
        if _says_of_link(before, row):
            return 1
        if self._is_office(words) and place + 1 < len(rows) and rows[place + 1].follows:
            return 2 if _says_of_link(row, rows[place + 1]) else 0
        begun = place == first + 1 and self._begins(words)
        return 2 if (long or begun) and self._is_link(rows, place) else 0

    def _is_small_capitals(self, rows: Sequence[_Row], place: int) -> bool:
        """See capitals of two sizes, each size in lines of its own: "D" / "ISTRICT" / "A" / "TTORNEY"."""
        if _INITIAL.fullmatch(rows[place - 1].text):
            near = [rows[at].text for at in (place - 3, place + 1) if 0 <= at < len(rows)]
            return _CAPITALS.fullmatch(rows[place].text) is not None and any(map(_INITIAL.fullmatch, near))
        if place < 2 or place + 1 >= len(rows) or not rows[place + 1].follows:
            return False
        begun = _INITIAL.fullmatch(rows[place - 2].text) and _CAPITALS.fullmatch(rows[place - 1].text)
        return bool(begun and _INITIAL.fullmatch(rows[place].text))

    def _is_open(self, before: _Row, width: int) -> bool:
        """See a line of wrapped text that ends no sentence, though there was place for another word."""
        if before.text.endswith(_STOPS):
            return False
        return _length(before) >= _NEARLY * width or before.text.split()[-1].lower() in self.continuing

    def _is_open_title(self, words: Sequence[str], row: _Row) -> bool:
        """See a line of a headline that a page broke: "Conviction in Connection With" / "The 1963 Shooting"."""
        last = words[-1].lower()
        open_ = last in self.continuing and len(words) > _BEGUN and not words[-2][-1].isdigit()
        short = len(row.text) <= _TITLE and not row.text.endswith(_STOPS)  # no paragraph
        return open_ and short and has_title_case([*words])

    def _is_office(self, words: Sequence[str]) -> bool:
        """See an office before the link that names its holder: "Marl County District Attorney" / "Ada Roe"."""
        capital = all(word[0].isupper() or word in self.continuing for word in words)
        ends = (" ".join(words[-count:]).lower() for count in range(1, _OFFICE + 1))
        return capital and len(words) > 1 and not self.titles.isdisjoint(ends)

    def _begins(self, words: Sequence[str]) -> bool:
        """See the few words before a link with which a sentence begins: "The", "A recent"."""
        whole = len(words) == 1 or words[-1].islower()
        return len(words) <= _BEGUN and words[0].lower() in self.continuing and whole

    def _is_link(self, rows: Sequence[_Row], place: int) -> bool:
        """See a link on a line of its own: the sentence goes on behind it."""
        if place + 1 >= len(rows) or not rows[place + 1].follows or _ENTRY.match(rows[place].text):
            return False
        link, after = rows[place].text, rows[place + 1].text
        goes_on = _goes_on(rows[place + 1]) or _HANGING.match(after) is not None
        return len(link) <= _LINK and not link.endswith(_STOPS) and goes_on

    def _break(self, words: _Words, rows: Sequence[_Row], place: int) -> Edit:
        """Tell how the break before a line is read."""
        before, row = rows[place - 1], rows[place]
        split = _INITIAL.fullmatch(before.text) and self._is_small_capitals(rows, place)
        if split or (_ORDINAL.match(row.text) and before.text[-1:].isdigit()):
            return Edit(before.end, row.start, "")
        hyphened = _HYPHENED.search(before.text)
        on = _WORD_ON.match(row.text)
        if hyphened and on:
            own = self._has_hyphen(words, before, hyphened, on[0])
            return Edit(before.end - (0 if own else 1), row.start, "")
        if before.text[-1:] == "-" and row.text[:1].isalnum():
            return Edit(before.end, row.start, "")  # "45-year-" / "old", "AK-" / "47"
        return Edit(before.end, row.start, "" if _HANGING.match(row.text) else " ")

    def _has_hyphen(self, words: _Words, before: _Row, hyphened: re.Match[str], on: str) -> bool:
        """Tell a word with a hyphen of its own ("well-known") from one that was broken ("hun-dred")."""
        if hyphened["mark"] != "-":
            return False
        left = hyphened["left"]
        if hyphened.start() and before.text[hyphened.start() - 1] in "-–'’":
            return True
        if on[0].isupper() and left[-1].islower():
            return True
        if f"{left}-{on}".lower() in words.compounds:
            return True
        own = left.lower() in self.lefts or on.lower() in self.rights
        return own and f"{left}{on}".lower() not in words.plain


def joiner(continuing: Lexicon, hyphened: Lexicon, titles: Lexicon) -> Joiner:
    """Make the joiner from its lexicons."""
    return Joiner(continuing.words(), hyphened.words(side="left"), hyphened.words(side="right"), titles.words())


def _rows(text: str) -> Iterator[_Row]:
    end, indent = 0, 0
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if not line:
            continue
        now = len(match[0]) - len(match[0].lstrip())
        start = match.start() + now
        follows = end > 0 and _SINGLE.fullmatch(text, end, match.start()) is not None
        yield _Row(start, start + len(line), line, now, now > indent + 1, follows)
        end, indent = start + len(line), now


def _goes_on(row: _Row) -> bool:
    """See a small letter at the beginning of a line, which is not that of a byline ("by Ada Roe") or an address."""
    return row.text[0].islower() and _BYLINE.match(row.text) is None and _ADDRESS.match(row.text) is None


def _opens_block(rows: Sequence[_Row], place: int, width: int) -> bool:
    """See a short first line of a wrapped paragraph without small letters; its headline stands in a block of its own.

    Where a service took the dateline away, what is left of the first line is short: "POLICE IN THIS CAPITAL REPORTED".
    """
    before = rows[place - 1]
    capitals = before.text.isupper() and rows[place].text.isupper()
    block = capitals and not before.follows and place + 1 < len(rows) and rows[place + 1].follows
    return block and not before.text.endswith(_STOPS) and _length(rows[place]) >= _NEARLY * width


def _says_of_link(before: _Row, row: _Row) -> bool:
    """See a verb in small letters below a link that is its subject: "Ada Roe" / "was recognized with the"."""
    words = row.text.split()
    verb = words[0] in function_words("be") or words[0].endswith("ed")
    return verb and len(words) > 2 and len(before.text) < _LINK and before.text[0].isupper() and _goes_on(row)


def _widths(rows: Sequence[_Row]) -> Sequence[int | None]:
    """Give for each line the width at which its paragraph was wrapped, or None where it was not."""
    cased = any(any(map(str.islower, row.text)) for row in rows) and any(
        any(map(str.isupper, row.text)) for row in rows
    )
    proofs = [
        place
        for place, (before, row) in enumerate(pairwise(rows), start=1)
        if row.follows and not row.indented and _is_broken(before, row, cased=cased)
    ]
    if len(proofs) < _PROOFS:
        return [None] * len(rows)
    width = _width(rows, proofs)
    return [width] * len(rows) if width else _own_widths(rows, proofs)


def _is_broken(before: _Row, row: _Row, *, cased: bool) -> bool:
    """See a break in the midst of a sentence."""
    long = len(before.text) >= _WRAP // 2 and not before.text.endswith(_STOPS)
    return long and (row.text[0].islower() or not cased)


def _width(rows: Sequence[_Row], proofs: Sequence[int]) -> int | None:
    """Give the width at which a whole text was wrapped; the proofs are the lines behind breaks in a sentence."""
    lengths = sorted(_length(rows[place - 1]) for place in proofs)
    width = lengths[(len(lengths) * 9) // 10]  # not the longest: one line that runs over must not set it
    if width not in _WIDTHS or sum(_length(row) > width + _OVER for row in rows) > len(rows) // 10:
        return None
    return width if _are_full(rows, proofs, [width] * len(rows)) else None


def _own_widths(rows: Sequence[_Row], proofs: Sequence[int]) -> Sequence[int | None]:
    """Give each paragraph's own width, where each was wrapped at another: the length of its longest line."""
    widths: list[int] = []
    longest: set[int] = set()
    for block in _blocks(rows):
        at = max(block, key=lambda place: _length(rows[place]))
        longest.add(at)
        widths.extend([_length(rows[at])] * len(block))
    whole = [place for place in proofs if place - 1 not in longest]  # the longest line proves nothing
    fits = all(widths[place] in _WIDTHS for place in proofs)
    return widths if fits and len(whole) >= _PROOFS and _are_full(rows, whole, widths) else [None] * len(rows)


def _blocks(rows: Sequence[_Row]) -> Iterator[range]:
    """Divide lines where a blank line or an indent begins a paragraph."""
    first = 0
    for place, row in enumerate(rows):
        if place and (row.indented or not row.follows):
            yield range(first, place)
            first = place
    yield range(first, len(rows))


def _are_full(rows: Sequence[_Row], proofs: Sequence[int], widths: Sequence[int]) -> bool:
    """See that most lines before breaks in a sentence had no place for the next word; no word was broken there."""
    whole = [place for place in proofs if not _HYPHENED.search(rows[place - 1].text)]
    return sum(_is_full(rows[place - 1], rows[place], widths[place]) for place in whole) >= _FULL * len(whole)


def _length(row: _Row) -> int:
    return row.indent + len(row.text)


def _is_full(before: _Row, row: _Row, width: int) -> bool:
    """See that the first word of a line had no place on the one before."""
    word = row.text.split(None, 1)[0]
    return _length(before) + 1 + len(word) > width
