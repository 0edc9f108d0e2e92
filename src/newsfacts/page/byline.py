"""Who wrote the text: the names in bylines, credits and the brackets of a dateline.

A byline is a line that opens with a word such as "By" or "Reporter", brackets that do, or a name alone between
headline and date. Only the names are marked. Not here: who those people are; `people` reads on from the spans.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsfacts.lexicons import Lexicon, alternation
from newsfacts.page.dates import DateForms
from newsfacts.page.lines import Line

__all__ = ["Bylines", "bylines"]

_PIECE = re.compile(r"[^\W\d_][\w'’.-]*|[,;/&|()]")
_OF_OUTLET = re.compile(r"s['’]$|['’]s$")
_OFFICE = re.compile(r"\s[a-z]\w+\s[^\W\d_a-z][\w'’-]+\s[^\W\d_a-z]")
"""An office in small letters between two names: "reporter Ada Roe"."""
_LONGEST_NAME = 4
_DAY = 4
"""Characters behind the name of a month in which its day stands."""
_LONGEST_LINE = 160
_JOINTS = frozenset({"and", "with", *",;/&|()"})


@dataclass(frozen=True, slots=True)
class Bylines:
    """Hold the words of bylines."""

    opening: re.Pattern[str]
    """What opens a byline; its end is where the names begin."""
    brackets: re.Pattern[str]
    leads: frozenset[str]
    others: frozenset[str]
    outlets: frozenset[str]
    """Words in the names of media."""
    dated: frozenset[str]
    """Words that lead to a date."""
    particles: frozenset[str]
    """Small words between the words of a name."""
    dates: DateForms

    def find(self, text: str, lines: Sequence[Line], first_prose: int) -> list[tuple[int, int]]:
        """List the spans of the authors' names, in text order."""
        found: list[tuple[int, int]] = []
        for index, line in enumerate(lines):
            match = self.opening.match(line.text) if len(line.text) <= _LONGEST_LINE else None
            if match:
                found.extend(self.names(text, line.start + match.end(), line.end))
            elif index < first_prose and self._is_author(lines, index):
                found.extend(self.names(text, line.start, line.end))
        for match in self.brackets.finditer(text):
            found.extend(self.names(text, match.end("lead"), match.end() - 1))
        return sorted(set(found))

    def names(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """List the names between two characters: runs of capitalised words, and what "and" joins to the first."""
        run: list[re.Match[str]] = []
        for piece in [*_PIECE.finditer(text, start, min(end, start + _LONGEST_LINE)), None]:
            word = piece[0].strip(".").lower() if piece else ""
            is_name = piece is not None and piece[0][0].isupper() and word not in self.leads | self.others
            if piece is not None and is_name and _OF_OUTLET.search(piece[0]):
                run = []  # "Ayr News' Ada Roe"
                continue
            dated = piece is not None and bool(run) and self._is_dated(text, piece)  # "Ada Roe July 10"
            if piece is not None and not dated and (is_name or (run and word in self.particles)):
                run.append(piece)
                continue
            if 2 <= len(run) <= _LONGEST_NAME and not self._is_outlet(text, run, word, end):
                yield run[0].start(), _end(run[-1])
            run = []
            if dated:
                return
            if piece is not None and word not in _JOINTS | self.leads | self.others:
                return

    def _is_dated(self, text: str, piece: re.Match[str]) -> bool:
        """See the date behind a name, or what leads to it."""
        word = piece[0].strip(".").lower()
        behind = text[piece.end() : piece.end() + _DAY]
        return word in self.dated or (any(map(str.isdigit, behind)) and self.dates.names_day(piece[0] + behind))

    def _is_outlet(self, text: str, run: Sequence[re.Match[str]], word: str, end: int) -> bool:
        """See a paper or an agency: "The Associated" before "Press", "Ayr Star" before "reporter Ada Roe"."""
        words = {word for piece in run for word in piece[0].strip(".'’").lower().split("-")}
        if run[0][0] == "The" or not self.outlets.isdisjoint(words):
            return True
        behind = _OFFICE.match(text, run[-1].end(), end)
        return behind is not None and word in self.leads | self.others

    def _is_author(self, lines: Sequence[Line], index: int) -> bool:
        """See a name alone under the headline and above the date: "Jane Roe / June 5, 2021"."""
        if not 0 < index < len(lines) - 1 or not self.dates.dated_line(lines[index + 1].text):
            return False
        words = lines[index].text.split()
        is_name = all(word[0].isupper() and word.replace(".", "").replace("-", "").isalpha() for word in words)
        return 2 <= len(words) <= _LONGEST_NAME and is_name and not lines[index].text.isupper()


def bylines(words: Lexicon, particles: frozenset[str], dates: DateForms) -> Bylines:
    """Make the patterns of bylines from the lexicon of layout words and the small words of names."""
    leads = {row["phrase"] for row in words.rows if row["class"] == "byline"}
    others = {row["phrase"] for row in words.rows if row["class"] in {"role", "agency"}}
    opening = rf"[\W_]{{0,4}}(?i:{alternation(leads)})\b[:：]?\s{{0,3}}(?=[^\W\d_a-z])"
    brackets = rf"[(（]\s?(?P<lead>(?i:{alternation(leads)})\b[:：]?)[^()（）\r\n]{{3,100}}[)）]"
    plain = leads | {"our"}
    dated = frozenset(row["phrase"] for row in words.rows if row["class"] == "dated")
    outlets = frozenset(row["phrase"] for row in words.rows if row["class"] == "outlet")
    return Bylines(
        re.compile(opening), re.compile(brackets), frozenset(plain), frozenset(others), outlets, dated, particles, dates
    )


def _end(piece: re.Match[str]) -> int:
    """Leave the full stop of the sentence out of the name, but not that of "Jr."."""
    text = piece[0]
    return piece.start() + len(text.rstrip(".'’-")) if len(text) > 4 else piece.end()
