"""Seams: where one thing ends and the next begins in a line that a scraper made of several, or of a whole page.

"… the force said. See also Corruption How …" is a paragraph with another headline behind it; "Two held in Ayr Police in
Ayr …" is the title and the first sentence; "… by police.Share optionsTop StoriesTopic:Crime …" is a page of which all
line breaks were lost. A line is cut where a seam shows itself; what each piece is for is told as for any line. Not
here: sentences that lost the space between them, which `language` parts.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, pairwise

from newsfacts.lexicons import Lexicon, alternation
from newsfacts.page.dates import DateForms
from newsfacts.page.edits import Edit
from newsfacts.page.signs import LONGEST, RIGHTS

__all__ = ["Seams", "seams"]

Seam = tuple[int, int]
"""First character of the white space where a line is cut, and the one behind it."""

_LINE = re.compile(r"[^\r\n]+")
_SCRAPED = 900
"""Characters of a line that may hold a whole page; paragraphs of the story are shorter."""
_TITLE = 25
"""Characters of a title that is known again inside a line; a shorter one may be words of the story."""
_TITLE_WORDS = 4
_TOP = 900
"""Characters at the beginning in which the title is looked for."""
_BLANK = " \t\xa0"
_STORY = 120
"""Characters of the line behind a title that stands before its story."""
_DAY = 16
"""Characters before or behind in which a word of a date stands."""
_STAMP = 90
"""Characters before a clock in which its date stands, and what stands before that."""
_NOTICE = 400
"""Characters that may stand behind a note of rights and belong to it."""
_TEASER = 200
"""Characters from the date of one story to that of the next in a list of them, at most."""
_NEXT = re.compile(r"[ \t\xa0]+(?=[A-Z0-9\"“‘(])")
_SENTENCE = re.compile(r"[a-z0-9)]{2}[.!?][\"”’)]{0,2}\s+(?=[A-Z“\"])")
"""The end of a sentence with another behind it."""
_GLUED_SENTENCE = re.compile(r"[a-z]{2}[.?!”][A-Z][a-z]")
_GLUED_WORDS = re.compile(r"\b[a-z]{3,}(?<!ago)(?=[A-Z][a-z])")
"""A word in small letters with one behind it that begins with a capital; "ShotSpotter" begins with one itself."""
_COUNTER = re.compile(r"(?<=[^\W\d_])[ \xa0](?P<number>\d{1,2})[ \xa0](?P<word>[A-Z][a-z]+)")
_PROOFS = 3
"""Glued sentences that prove a line to have lost its breaks; captions with the same number that is none of theirs."""
_CLOCK = re.compile(r"\d{1,2}:\d{2}\s?[aApP]\.?[mM](?![a-z])\.?")
_RIGHTS = re.compile(rf"(?<!\w){RIGHTS}[^.\r\n]{{0,60}}\.?\s?All rights reserved\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seams:
    """Hold the patterns of seams."""

    opens: re.Pattern[str]
    """Behind a sentence, what only pages say: "See also", "Follow us"."""
    glued: re.Pattern[str]
    """What pages have on lines of its own, in capitals and small letters as there: "Share options"."""
    stamp: re.Pattern[str]
    """A date with a clock, and what stands before it: "Updated July 12, 2025 11:25 AM"."""
    dates: DateForms
    continuing: frozenset[str]
    """Words that end no sentence."""

    def edits(self, text: str, title: str | None) -> Iterator[Edit]:
        """Yield the line breaks that were lost, in text order; `title` is the headline, where it is known.

        Example:
            >>> from newsfacts.lexicons import read
            >>> from newsfacts.page.sections import layout_reader
            >>> found = seams(read("page_words"), layout_reader().dates, frozenset())
            >>> [edit.start for edit in found.edits("Police held two men in Ayr. Read more: Market opens", None)]
            [27]
        """
        found = dict(chain(self._titles(text, title), self._openings(text), _rights(text)))
        for line in _LINE.finditer(text) if len(text) > _SCRAPED else ():
            if len(line[0]) > _SCRAPED:
                found.update(self._scraped(text, line.start(), line.end()))
        last = 0
        for start, end in sorted(found.items()):
            if start >= last:
                yield Edit(start, end, "\n")
                last = end

    def _titles(self, text: str, title: str | None) -> Iterator[Seam]:
        """Find the title with the story behind it in one line; at its beginning, or once more behind that."""
        words = title.split() if title else []
        if len(words) < _TITLE_WORDS or title is None or len(title) < _TITLE:
            return
        begun = False
        for match in re.finditer(r"\s+".join(map(re.escape, words)), text[:_TOP], re.IGNORECASE):
            following = _NEXT.match(text, match.end())
            story = _line_end(text, match.end(), _STORY) is None
            opened = not text[: match.start()].rpartition("\n")[2].strip()
            dated = self.dates.names_day(text[match.end() : match.end() + _DAY])
            if following and story and (opened or begun) and not dated:
                begun = True
                yield from chain(_before(text, match.start()), _behind(text, match.end()))

    def _openings(self, text: str) -> Iterator[Seam]:
        """Find another headline behind a paragraph, with what pages say before it; no sentence, and no speech."""
        for match in self.opens.finditer(text):
            start, begins = match.span("seam")
            end = _line_end(text, begins, LONGEST)
            rest = text[begins:end].rstrip() if end is not None else ""
            begun = text[max(0, start - _SCRAPED) : start].rpartition("\n")[2]
            spoken = begun.count("“") > begun.count("”") or begun.count('"') % 2
            if rest and not spoken and rest[-1] not in '.!?”"' and not _SENTENCE.search(rest):
                yield start, begins

    def _scraped(self, text: str, start: int, end: int) -> Iterator[Seam]:
        """Cut a line that holds a whole page: at what stands alone on pages, and at the dates of other stories."""
        yield from _lost_breaks(text, start, end)
        yield from _picture_counters(text, start, end)
        for match in self.glued.finditer(text, start, end):
            yield from chain(_before(text, match.start()), () if match["label"] else _behind(text, match.end()))
        stamps = [match for match in self._stamps(text, start, end) if not self._is_told(text, match.start())]
        for match in stamps:
            yield from chain(_before(text, match.start()) if match["posted"] else (), _behind(text, match.end()))
        listed = [match.start() - before.end() <= _TEASER for before, match in pairwise(stamps)]
        for place, before in enumerate(stamps[:-1]):
            if listed[place] and not (place and listed[place - 1]):  # the first of a list stands behind a sentence
                ends = [*_SENTENCE.finditer(text, max(start, before.start() - _TEASER), before.start())]
                yield from [(ends[-1].end(), ends[-1].end())] if ends else []

    def _stamps(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Find the dates with a clock, by their clocks, which are rarer."""
        for clock in _CLOCK.finditer(text, start, end):
            match = self.stamp.search(text, max(start, clock.start() - _STAMP), clock.end())
            if match and match.end() == clock.end():
                start = clock.end()
                yield match

    def _is_told(self, text: str, start: int) -> bool:
        """See a date that is a part of a sentence: "on July 3, 2021 at 10:04 PM"."""
        words = text[max(0, start - _DAY) : start].split()
        return bool(words) and (words[-1].lower() in self.continuing or words[-1].endswith(","))


def _lost_breaks(text: str, start: int, end: int) -> Iterator[Seam]:
    """Find words that were glued, where sentences were glued too: "More than 80 fraudulent checksIn March 2022"."""
    if len([*islice(_GLUED_SENTENCE.finditer(text, start, end), _PROOFS)]) == _PROOFS:
        for match in _GLUED_WORDS.finditer(text, start, end):
            yield match.end(), match.end()


def _picture_counters(text: str, start: int, end: int) -> Iterator[Seam]:
    """Find the number of the pictures before the caption of each: "… Getty Images 22 Rail workers at the site …"."""
    found: dict[str, dict[str, re.Match[str]]] = defaultdict(dict)
    for match in _COUNTER.finditer(text, start, end):
        found[match["number"]].setdefault(match["word"], match)
    for matches in found.values():
        if len(matches) >= _PROOFS:
            for match in matches.values():
                yield match.start(), match.start("number")
                yield match.end("number"), match.start("word")


def _rights(text: str) -> Iterator[Seam]:
    """Find notes of rights in the midst of a line; what stands behind one belongs to it where it is short."""
    for match in _RIGHTS.finditer(text) if "ights" in text else ():
        goes_on = _line_end(text, match.end(), _NOTICE) is None
        yield from chain(_before(text, match.start()), _behind(text, match.end()) if goes_on else ())


def _before(text: str, start: int) -> Iterator[Seam]:
    """Give the seam before a character, with the white space there; none where a line begins."""
    first = start
    while first and text[first - 1] in _BLANK:
        first -= 1
    if first and text[first - 1] not in "\r\n":
        yield first, start


def _behind(text: str, end: int) -> Iterator[Seam]:
    """Give the seam at a character, with the white space there; none where a line ends."""
    last = end
    while last < len(text) and text[last] in _BLANK:
        last += 1
    if last < len(text) and text[last] not in "\r\n":
        yield end, last


def _line_end(text: str, start: int, most: int) -> int | None:
    """Give the end of the line of a character; None where more characters than `most` follow on it."""
    end = text.find("\n", start, start + most + 1)
    if end < 0 and len(text) - start <= most:
        return len(text)
    return end if end >= 0 else None


def seams(words: Lexicon, dates: DateForms, continuing: frozenset[str]) -> Seams:
    """Make the patterns from the lexicon of page words, the dates and the words that end no sentence."""
    opens = alternation(phrase for phrase in words.words(**{"class": "opens"}) if " " in phrase)
    alone, label = (alternation(words.words(**{"class": name})) for name in ("glued", "glued label"))
    posted = r"(?P<posted>Posted\b:?[\w ]{0,40}?)?"
    return Seams(
        re.compile(rf"[.!?][”\"’)]?(?P<seam>[ \t\xa0]*)(?:{opens})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?:{alone})|(?P<label>{label})"),
        re.compile(rf"{posted}(?:Updated:?\s)?(?:{dates.pattern})(?:\sat)?,?\s{_CLOCK.pattern}", re.IGNORECASE),
        dates,
        continuing,
    )
