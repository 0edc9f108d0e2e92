"""The layout of an article: its sections and their headings, byline, dateline and title.

Works on the text alone, before any parse. Offsets are characters into Article.text, end exclusive.
"""

import datetime
from dataclasses import dataclass

from newsfacts.record import Section, SectionKind

__all__ = ["Layout", "Span", "read_layout"]

Span = tuple[int, int]
"""First character and the one behind the last, into Article.text."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Say how the text of an article is laid out."""

    sections: tuple[Section, ...]
    """A partition of the text, in order."""
    headings: tuple[Span, ...] = ()
    """Lines that are headings, sub-headings or the title; no sentence of the story stands there."""
    bylines: tuple[Span, ...] = ()
    """The names of the authors, each where it stands."""
    dateline: Span | None = None
    """The dateline from its first character to behind its dash or colon: "BEIJING, Aug. 25 (Xinhua) --"."""
    dateline_place: str | None = None
    """The place of the dateline, as written."""
    dateline_date: datetime.date | None = None
    """The date of the dateline or of a dated line at the top, where it has a year or `published` gives one."""
    title: Span | None = None
    """The line of the text that is its title, where there is one."""

    def section_at(self, char: int) -> Section:
        """Find the section that a character belongs to."""
        return next(s for s in reversed(self.sections) if s.start_char <= char)


def read_layout(text: str) -> Layout:
    """Read the layout of a text."""
    section = Section(
        section_id="s0", kind=SectionKind.HEAD, heading=None, subheading=None, start_char=0, end_char=len(text)
    )
    return Layout((section,))
