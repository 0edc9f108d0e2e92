"""The layout of an article: its sections and their headings, byline, dateline and title.

Phases: 1. lines and their forms (`layout/lines.py`); 2. the title among the lines before the first prose; 3. headings
(`layout/headings.py`); 4. byline, dateline and dated lines (`layout/`). Headings are known by form and place, never
by a list of titles. Works on the text alone, before any parse. Offsets are characters into Article.text, end
exclusive.
"""

import datetime
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from newsfacts.lexicons import read
from newsfacts.page.byline import Bylines, bylines
from newsfacts.page.dateline import Dateline, Datelines, datelines
from newsfacts.page.dates import DateForms, date_forms
from newsfacts.page.headings import LONGEST_TITLE, find_headings, is_paragraph
from newsfacts.page.lines import Form, Forms, Line, forms, has_title_case, read_lines, same_words
from newsfacts.record import Section, SectionKind

__all__ = ["Layout", "LayoutReader", "Span", "layout_reader", "plain_layout", "section_at"]

Span = tuple[int, int]
"""First character and the one behind the last, into Article.text."""

_ORPHAN_QUOTE = re.compile(r",[\"”’]")
_WORD = re.compile(r"[^\W\d_]{5,}")
"""A word behind a date that is no part of its clock."""
_LEAD = 120
"""Characters from which a line below the title that is in no title case is the first paragraph."""
_TOP = 15
"""Lines with text among which the title and a date are looked for."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Say how the text of an article is laid out."""

    sections: tuple[Section, ...]
    """A partition of the text, in order; an entry of a list in a story is an item here, in a record it is body."""
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

    lead_ins: Mapping[int, Span] = field(default_factory=dict)
    """First character of an item, to the sentence that leads to its list: "The following were arrested:"."""

    def section_at(self, char: int) -> Section:
        """Find the section that a character belongs to."""
        return section_at(self.sections, char)

    def lead_in(self, char: int) -> Span | None:
        """Give the sentence that leads to the list in which a character's item stands."""
        return self.lead_ins.get(self.section_at(char).start_char) if self.lead_ins else None


def section_at(sections: Sequence[Section], char: int) -> Section:
    """Find the section of a partition that a character belongs to."""
    return sections[max(0, bisect_right(sections, char, key=lambda section: section.start_char) - 1)]


@dataclass(frozen=True, slots=True)
class LayoutReader:
    """Hold the compiled patterns that read layouts."""

    forms: Forms
    bylines: Bylines
    datelines: Datelines
    dates: DateForms

    def read(self, text: str, title: str | None = None, published: datetime.date | None = None) -> Layout:
        """Read the layout of a text; `title` and `published` help where they are known.

        Example:
            >>> story = "Two held" + chr(10) + "Police in Ayr held two men on Monday, a spokesman for the force said."
            >>> layout_reader().read(story).title
            (0, 8)
        """
        return self.lay_out(text, read_lines(text), title, published)

    def lay_out(
        self, text: str, lines: Sequence[Line], title: str | None, published: datetime.date | None
    ) -> Layout:  # fmt: skip
        """Read the layout of a text whose lines are read already."""
        kinds = [self.forms.form(line) for line in lines]
        prose = (i for i, kind in enumerate(kinds) if kind is Form.PROSE and is_paragraph(lines[i]))
        asked = title if title and title.rstrip().endswith("?") else None
        first_prose = next((i for i in prose if not (asked and same_words(lines[i].text, asked))), 0)
        titles = self._titles(lines, kinds, title, first_prose)
        headings = find_headings(text, lines, kinds, first_prose, self.forms)
        dateline = self.datelines.find(text, lines, first_prose)
        names = self.bylines.find(text, lines, first_prose)
        if dateline and dateline.writers:
            names = sorted({*names, *self.bylines.names(text, *dateline.writers)})
        opening = _opening_heading(titles, title, lines, headings)
        body = _body(lines, kinds, titles, first_prose)
        if dateline and titles and lines[titles[-1]].end <= dateline.start:
            body = min(body, dateline.start)
        spans = sorted({(lines[i].start, lines[i].end) for i in [*titles, *(i for pair in headings for i in pair)]})
        return Layout(
            sections=_sections(text, lines, [*opening, *headings], body),
            headings=tuple(spans),
            bylines=tuple(names),
            dateline=(dateline.start, dateline.end) if dateline else None,
            dateline_place=dateline.place if dateline else None,
            dateline_date=self._date(text, lines, first_prose, dateline, published),
            title=_title_span(lines, titles) if titles and not opening else None,
        )

    def _titles(self, lines: Sequence[Line], kinds: Sequence[Form], title: str | None, first_prose: int) -> list[int]:
        """List the lines that are the title; where it stands twice, the second one is without the name of the site."""
        top = [i for i, line in enumerate(lines[:_TOP]) if not self._is_before_title(line)]
        known = [i for i in top if title and same_words(lines[i].text, title) and i + 1 < len(lines)]
        if known:
            return [i for i in known if i <= max(first_prose, known[0])]
        if not top or top[0] >= first_prose or not self._may_be_title(lines, kinds, top[0]):
            return []
        return [i for i in top if i < first_prose and (i == top[0] or same_words(lines[i].text, lines[top[0]].text))]

    def _is_before_title(self, line: Line) -> bool:
        dated = self.dates.dated_line(line.text)
        alone = dated is not None and _WORD.search(line.text.partition(dated)[2]) is None
        return self.forms.is_furniture(line) or alone

    def _may_be_title(self, lines: Sequence[Line], kinds: Sequence[Form], index: int) -> bool:
        text, below = lines[index].text, lines[index + 1].text if index + 1 < len(lines) else ""
        goes_on = below[:1].islower() and self.forms.bylines.match(below) is None
        if _ORPHAN_QUOTE.search(text) or goes_on:
            return False
        open_end = not lines[index].stopped and text[-1] != "," and len(text) < LONGEST_TITLE
        return kinds[index] is Form.CANDIDATE or (kinds[index] is Form.PROSE and open_end and not text[0].islower())

    def _date(
        self, text: str, lines: Sequence[Line], first_prose: int, dateline: Dateline | None,
        published: datetime.date | None,
    ) -> datetime.date | None:  # fmt: skip
        """Read the page's own date: the dateline's, that of a line above the story, or of one that says so itself."""
        written = [dateline.date] if dateline and dateline.date else []
        for place, line in enumerate(lines[:_TOP]):
            found = self.dates.dated_line(line.text)
            if found and (place <= first_prose or self.dates.is_told(line.text)):
                written.append(found)
        if not written:
            return None
        order = self.dates.is_month_first(text)
        return next((date for told in written if (date := self.dates.date(told, published, month_first=order))), None)


def plain_layout(text: str) -> Layout:
    """Give the layout of a text of which nothing is known: one section, all of it body."""
    return Layout(sections=_sections(text, (), ()))


def layout_reader(extra: tuple[Path, ...] = ()) -> LayoutReader:
    """Build the reader from its lexicons, to which the folders `extra` may add."""
    words = read("layout_words", extra)
    dates = date_forms(words)
    authors = bylines(words, read("name_particles", extra).words(kind="inner"), dates)
    return LayoutReader(forms(words, dates, authors.opening), authors, datelines(words, dates), dates)


def _title_span(lines: Sequence[Line], titles: Sequence[int]) -> Span:
    """Choose the title where it stands twice: without the name of the site, but not the half of a broken one."""
    first, last = lines[titles[0]], lines[titles[-1]]
    broken = first.text[len(last.text) :].lstrip()[:1].isalnum()
    return (first.start, first.end) if broken else (last.start, last.end)


def _opening_heading(
    titles: Sequence[int], title: str | None, lines: Sequence[Line], headings: Sequence[tuple[int, ...]]
) -> list[tuple[int, ...]]:
    """See that the text opens with a heading of its body: the title is known, is another, and more headings follow."""
    if title and headings and list(titles) == [0] and not same_words(lines[0].text, title):
        return [(0,)]
    return []


def _body(lines: Sequence[Line], kinds: Sequence[Form], titles: Sequence[int], first_prose: int) -> int:
    """Give the first character of the story; a first paragraph may have lost its stop, but no headline is so long."""
    if not titles:
        return 0
    for place in range(titles[-1] + 1, first_prose):
        line = lines[place]
        if kinds[place] is Form.PROSE and len(line.text) >= _LEAD and not has_title_case(line.text.split()):
            return line.start
    return lines[first_prose].start


def _sections(
    text: str, lines: Sequence[Line], headings: Sequence[tuple[int, ...]], body: int = 0
) -> tuple[Section, ...]:  # fmt: skip
    """Divide a text at its headings; what stands before `body`, the first character of its story, is head."""
    starts = [lines[heading[0]].start for heading in headings]
    if starts and not text[: starts[0]].strip():
        starts[0] = 0
    opening = [0] if body > 0 and (not starts or starts[0] > 0) else []
    intro = [body] if not starts or body < starts[0] else []
    bounds = [*opening, *intro, *starts, len(text)]
    untold = len(bounds) - 1 - len(headings)
    return tuple(
        Section(
            section_id=f"s{number}",
            kind=SectionKind.HEAD if number < len(opening) else SectionKind.BODY,
            heading=lines[headings[number - untold][0]].text if number >= untold else None,
            subheading=lines[headings[number - untold][1]].text
            if number >= untold and len(headings[number - untold]) > 1
            else None,
            start_char=start,
            end_char=end,
        )
        for number, (start, end) in enumerate(pairwise(bounds))
    )
