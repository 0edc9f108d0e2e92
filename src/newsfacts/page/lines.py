"""What each line of a text is for, judged from its form alone.

Phases: 1. `read_lines` cuts the text at line breaks; 2. `Forms.form` tells prose from what may be a heading, from
list items and from the furniture of a page. Offsets are characters into the text. Not here: which candidate is a
heading, which hangs on the lines around it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from newsfacts.lexicons import Lexicon
from newsfacts.page.dates import DateForms

__all__ = ["INITIALS", "NAME", "Form", "Forms", "Line", "forms", "read_lines", "same_words"]

NAME = r"(?:[^\W\d_a-z][\w.'’-]*\s){1,3}[^\W\d_a-z][\w'’-]*"
"""Two to four capitalised words, as a regular expression."""
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_BULLET = re.compile(r"[*•‣●▪◦·–—―>#|/\\+=~_-]|\(?[0-9a-zA-Z]{1,2}[.)]\s")
_ADDRESS = re.compile(
    r"https?:|www\.|\S@\S|\d{3}[\s.-]\d{3,4}|\.(?:com|org|gov|jpg|png|pdf)\b|#\s?\d|\S\|\S|©|\s[@/]\w|\w\.\w{2,3}/\w"
)
_BRACKETED = re.compile(r"\((\w+)")
_STOPS = ".。!！…:：;；,，"
_CLOSERS = "\"'”’»)]）】â€œ™\x9d"  # the last ones are a closing mark read in the wrong encoding
INITIALS = re.compile(
    r"(?:(?<=[a-z0-9)”\"’][.!?])|(?<=[.!?][”\"]))\s*[–-]?\s?(?P<initials>[A-Z]{2,5}(?:\s?/\s?[A-Z]{2,5}){0,2})$"
)
"""Initials or an agency behind the last sentence, without brackets: "… the officer said.BSS/ALM"."""
_SIGNED_OFF = re.compile(r"[.!?”\"]\s*[(\[（][^()\[\]（）\r\n]{2,90}[)\]）]\W{0,2}$")
_SIGN = 24
"""Characters of initials with what stands before them."""
_MARKS = " *-–—#:·|"
_LONGEST_HEADING = 140
_SHORTEST_HEADING = 4
_TITLE_WORDS = 14
"""Words of a heading in title case or capitals; longer lines under a paragraph are captions and teasers."""
_SENTENCE_WORDS = 10
"""Words of a heading in sentence case; longer ones are sentences whose full stop was lost."""


class Form(Enum):
    """Say what a line looks like."""

    PROSE = "prose"
    CANDIDATE = "candidate"
    ITEM = "item"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one line that is not blank, without the white space around it."""

    start: int
    """Index of its first character."""
    end: int
    """Index behind its last character."""
    text: str
    """The characters between."""

    @property
    def stopped(self) -> bool:
        """Say whether the line ends as a sentence does, closing quotes and brackets aside."""
        return self.text.rstrip(_CLOSERS)[-1:] in tuple(".。!！?？…:：")

    @property
    def signed_off(self) -> bool:
        """Say whether a credit stands behind the end of its last sentence: "… on Friday. (Ada Roe)", "… today. UNB"."""
        if self.text[-1:].isupper():
            return INITIALS.search(self.text, max(0, len(self.text) - _SIGN)) is not None
        return self.text[-1:] in tuple(")]）.") and _SIGNED_OFF.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Forms:
    """Hold what tells the form of a line."""

    classes: Mapping[str, frozenset[str]]
    """Class of the lexicon of layout words, to its phrases in lower case."""
    bylines: re.Pattern[str]
    dates: DateForms

    def form(self, line: Line) -> Form:
        """Tell what a line looks like; the first test that holds decides."""
        text = line.text
        if len(text) > _LONGEST_HEADING:
            return Form.PROSE
        words = _WORD.findall(text)
        if not words or self.is_furniture(line):
            return Form.FURNITURE
        if (_BULLET.match(text) and not text[0].isalnum()) or text.strip(_MARKS).lower() in self.classes["end"]:
            return Form.ITEM
        if self._is_field(text) or self.dates.dated_line(text) or self.bylines.match(text):
            return Form.FURNITURE
        if text.rstrip(_CLOSERS)[-1:] in tuple(_STOPS) or text[0].islower() or _BULLET.match(text):
            return _sentence_or_item(text, len(words))
        if _ADDRESS.search(text) or self._is_credit(text, words) or (text[0] in "[(" and text[-1] in "])"):
            return Form.FURNITURE
        if sum(map(len, words)) < _SHORTEST_HEADING:
            return Form.ITEM
        return Form.PROSE if self._is_sentence(text, words) else Form.CANDIDATE

    def is_furniture(self, line: Line) -> bool:
        """Say whether the line is a phrase of the page rather than of the story."""
        return line.text.strip(_MARKS).lower() in self.classes["furniture"]

    def _is_credit(self, text: str, words: list[str]) -> bool:
        bracketed = _BRACKETED.search(text)
        credits = self.classes["credit"]
        lower = text.lower()
        if any(phrase in lower for phrase in self.classes["caption"]):
            return True
        return words[0].lower() in credits or (bracketed is not None and bracketed[1].lower() in credits)

    def _is_sentence(self, text: str, words: list[str]) -> bool:
        """See a sentence that lost its full stop, or a part of one: too long, begun with a pronoun, ended in "to"."""
        if len(words) > (_TITLE_WORDS if has_title_case(words) else _SENTENCE_WORDS):
            return True
        if text.count('"') % 2 or text.count("“") > text.count("”"):
            return True
        if text[-1] == "?":
            return False
        opens = words[0].lower() in self.classes["pronoun"] and not has_title_case(words)
        return opens or words[-1] in self.classes["open end"]

    def _is_field(self, text: str) -> bool:
        label, colon, value = text.partition(":")
        if not colon:
            label, hash_, value = text.partition("#")
            return bool(hash_) and label.strip().lower() in self.classes["field"]
        known = label.strip(" *").lower() in self.classes["field"]
        short = label.count(" ") < 3 and (value.count(" ") < 3 or value.strip()[:1].isdigit())
        return known or (bool(value.strip()) and short and len(text) < 60)


def forms(words: Lexicon, dates: DateForms, bylines: re.Pattern[str]) -> Forms:
    """Make the tests from the lexicon of layout words."""
    names = {row["class"] for row in words.rows}
    classes = {name: frozenset(row["phrase"] for row in words.rows if row["class"] == name) for name in names}
    return Forms(classes, bylines, dates)


def read_lines(text: str) -> list[Line]:
    """Cut a text into its lines that hold more than white space, in order."""
    found = []
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if line:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            found.append(Line(start, start + len(line), line))
    return found


def has_title_case(words: list[str]) -> bool:
    """Say whether nearly all the long words are capitalised, as in titles and in lines of capitals.

    Example:
        >>> has_title_case("Victims and Survivors".split()), has_title_case("Police are still there".split())
        (True, False)
    """
    long_words = [word for word in words if len(word) > 3 and not word[0].isdigit()]
    capitals = sum(word[0].isupper() for word in long_words)
    return bool(long_words) and capitals >= 0.75 * len(long_words)


def same_words(one: str, other: str) -> bool:
    """Say whether one text is the other or its beginning, letter case and punctuation aside.

    Example:
        >>> same_words("Two men charged", "TWO MEN CHARGED - District Attorney")
        True
    """
    if min(len(one), len(other)) * 4 < max(len(one), len(other)):
        return False
    first, second = ([word.lower() for word in _WORD.findall(text)] for text in (one, other))
    shorter = min(len(first), len(second))
    return shorter > 0 and first[:shorter] == second[:shorter] and shorter * 2 >= max(len(first), len(second))


def _sentence_or_item(text: str, words: int) -> Form:
    if _BULLET.match(text):
        return Form.ITEM
    return Form.PROSE if words > 5 or text[-1:] in tuple(".!?。") else Form.ITEM
