"""What one line of a page may say of itself, and how it is asked; the signs are `sign_table.py`'s.

A line without a sign may be of the page all the same, by where it stands; that is `stretches.py`'s. The first sign that
holds decides. Cheap gates (length, first word, a rare word) stand before each test, since nearly every line is a
paragraph of the story.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from newsfacts.page.lines import Line
from newsfacts.record import SectionKind

__all__ = ["LONGEST", "RIGHTS", "SHORT", "Sign", "Signs", "bare", "leads", "rare"]

LONGEST = 320
"""Characters of a line that is of the page by what it opens with or says; a longer one is a paragraph of the story."""
SHORT = 160
"""Characters of most such lines."""
_MARKS = " \t\xa0*-–—#:·|•›»[]()<>=_…."
_TAIL = 60
"""Characters from which a note of rights may stand behind a paragraph, in its line."""
RIGHTS = r"(?:©|\(c\)|Copyright\b)"
"""Regular expression of what opens a note of rights, for use inside others."""
_BEHIND = re.compile(rf"(?<=[.!?”\"])\s*{RIGHTS}")
_PLAIN = re.compile(r"[^\W\d_]+")
_LEAD = re.compile(r"[^\w©]*_*(?P<word>©|[^\W_]+)")


@dataclass(frozen=True, slots=True)
class Sign:
    """Name one way in which a line says what it is for."""

    id: str
    kind: SectionKind
    test: Callable[[Line], bool]
    why: str
    yes: tuple[str, ...]
    """Lines that bear the sign."""
    no: tuple[str, ...]
    """Lines of a story, or of another kind, that look a little like it."""
    longest: int = SHORT
    """Characters of a line that may bear it."""
    leads: frozenset[str] | None = None
    """First words of the lines that may bear it, where they are few; asked before the test, which costs more."""
    ends: bool = True
    """Whether all that follows such a line behind the last paragraph is of the page too."""
    dated: bool = False
    """Whether the line is the date of the page; it is furniture then, but the date is read."""
    named: bool = False
    """Whether the name of who put it there may stand below."""
    words: frozenset[str] | None = None
    """Words of which one stands in each line that bears it, where they are rare."""


@dataclass(frozen=True, slots=True)
class Signs:
    """Hold the signs, in the order in which they are asked."""

    all: tuple[Sign, ...]
    block: frozenset[str]
    """Lines that open a box of other stories."""
    closes: frozenset[str]
    """Lines that open what stands behind the story."""
    digest: re.Pattern[str]
    """Words in the title of many short reports."""
    credit: re.Pattern[str]
    """A credit behind a caption, in its line; groups are what stands in its brackets, and thanks."""
    label: re.Pattern[str]
    """The label of a credit or of a caption."""
    writes: re.Pattern[str]
    """What writers do, in a sentence of thanks."""
    shows: frozenset[str]
    """Labels of what a picture shows."""
    signup: re.Pattern[str]
    """What opens a box that asks for an address."""
    contact: frozenset[str]
    """Labels of lines that say whom to call."""
    site: frozenset[str]
    """Words in the names of papers and forces."""
    headline: frozenset[str]
    """Everyday words that headlines capitalise."""
    shown: re.Pattern[str]
    """What opens the text that stands in a picture's place: "Photo shows"."""

    def sign(self, line: Line) -> Sign | None:
        """Give the first sign that a line bears."""
        length = len(line.text)
        if length > LONGEST or (length > _TAIL and _BEHIND.search(line.text, _TAIL)):
            return None  # what is of the page stands behind the end of a paragraph
        lower = line.text.lower()
        lead = _lead(lower)
        said: set[str] | None = None
        for sign in self.all:
            if length > sign.longest or (sign.leads is not None and lead not in sign.leads):
                continue
            if sign.words is not None:
                said = set(_PLAIN.findall(lower)) if said is None else said
                if sign.words.isdisjoint(said):
                    continue
            if sign.test(line):
                return sign
        return None

    def opens_block(self, line: Line) -> bool:
        """Say whether a line opens a box of other stories."""
        return len(line.text) < SHORT and bare(line) in self.block

    def opens_signup(self, line: Line) -> bool:
        """Say whether a line opens a box that asks the reader to sign up for something."""
        return len(line.text) < SHORT and self.signup.match(line.text) is not None

    def closes_story(self, line: Line) -> bool:
        """Say whether a line may open what stands behind the story."""
        return len(line.text) < SHORT and bare(line) in self.closes


def _lead(lower: str) -> str:
    """Give the first word of a line, or the mark of copyright."""
    match = _LEAD.match(lower)
    return match["word"] if match else ""


def leads(phrases: frozenset[str]) -> frozenset[str]:
    """Give the first word of each phrase."""
    return frozenset(_lead(phrase) for phrase in phrases)


def rare(phrases: frozenset[str]) -> frozenset[str]:
    """Give the longest word of each phrase."""
    return frozenset(max(_PLAIN.findall(phrase), key=len) for phrase in phrases)


def bare(line: Line) -> str:
    """Give a line in lower case without the marks around it."""
    return line.text.strip(_MARKS).lower()
