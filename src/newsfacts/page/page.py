"""The page before the text: what was given, what of it is read, and the way back.

Phases, each a step from one text to the next: 1. tags of HTML go, characters are read as they were meant; 2. heads and
feet of printed pages and marks of quoted mail go; 3. broken lines are joined; lines that hold a whole page are cut; 4.
what is the page's and not the story's is left out. What is
left is the *reading text*. All readers work on it alone; `Page.given_span` leads their spans back, once, where the
record is written. For most articles reading text and given text are the same. Offsets are characters into the one or
the other, as said, end exclusive.
"""

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from pathlib import Path

from newsfacts.lexicons import read
from newsfacts.page.carriers import feed_edits, quote_edits
from newsfacts.page.characters import character_edits
from newsfacts.page.edits import Edit, Edited, Trail, edited
from newsfacts.page.items import Item, ItemReader, item_reader
from newsfacts.page.joins import Joiner, joiner
from newsfacts.page.lines import Line, read_lines
from newsfacts.page.outline import divided, outline
from newsfacts.page.seams import Seams, seams
from newsfacts.page.sections import Layout, LayoutReader, Span, layout_reader, plain_layout
from newsfacts.page.sign_table import signs
from newsfacts.page.signs import Signs
from newsfacts.page.stretches import Stretch, stretches
from newsfacts.page.tags import Tags, tags
from newsfacts.record import Section, SectionKind

_FROM = re.compile(r"From:?\s")

__all__ = ["Page", "PageReader", "page_reader", "plain_page"]


@dataclass(frozen=True, slots=True)
class Page:
    """Hold one article as its page carried it."""

    given: str
    """The text as given."""
    text: str
    """The reading text."""
    layout: Layout
    """Sections of the story, headings, byline, dateline: offsets into the reading text."""
    sections: tuple[Section, ...]
    """The partition of the given text."""
    trails: tuple[Trail, ...] = ()
    """The ways back, from the reading text to the given one."""

    def given_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the given text that a span of the reading text was made from."""
        for trail in self.trails:
            start, end = trail.span(start, end)
        return start, end


@dataclass(frozen=True, slots=True)
class Beside:
    """Hold what a page has beside its story."""

    kept: Sequence[Stretch]
    """Credits and contacts, in the reading text, in order."""
    left_out: Sequence[tuple[int, int]]
    """Spans of furniture, in the given text, in order."""


@dataclass(frozen=True, slots=True)
class PageReader:
    """Hold what reads pages; make one with `page_reader`."""

    tags: Tags
    joiner: Joiner
    seams: Seams
    signs: Signs
    layouts: LayoutReader
    items: ItemReader

    def read(self, text: str, title: str | None = None, published: datetime.date | None = None) -> Page:
        """Read a page; `title` and `published` help where they are known.

        Example:
            >>> page = page_reader().read("Police arrested three hun-" + chr(10) + "dred people in Ayr.")
            >>> page.text, page.given_span(16, 29)
            ('Police arrested three hundred people in Ayr.', (16, 31))
        """
        steps: list[Edited] = []
        beside: list[tuple[int, int]] = []
        cut = partial(self.seams.edits, title=title)
        for step in (self.tags.edits, character_edits, feed_edits, quote_edits, self.joiner.edits, cut):
            made = self._step(steps[-1].text if steps else text, step)
            if step is feed_edits and made:
                beside.extend(_given(steps, edit) for edit in made[1])
            if made:
                steps.append(made[0])
        joined = steps[-1].text if steps else text
        lines = read_lines(joined)
        found = stretches(lines, title, self.signs, self.layouts.forms)
        cuts = [Edit(s.start, s.end, "") for s in found if _is_cut(s)]
        beside.extend(_given(steps, cut) for cut in cuts)
        kept = _moved(found, cuts)
        if cuts:
            steps.append(edited(joined, cuts))
            lines = read_lines(steps[-1].text)
        return self._page(text, steps, lines, Beside(kept, sorted(beside)), (title, published))

    def _step(self, text: str, step: Callable[[str], Iterable[Edit]]) -> tuple[Edited, list[Edit]] | None:
        edits = list(step(text))
        return (edited(text, edits), edits) if edits else None

    def _authors(self, text: str, credit: Stretch) -> Iterable[Span]:
        """List the names with which the lines of a credit begin: "Kingsley Roe in Abuja"."""
        if credit.kind is not SectionKind.CREDIT:
            return
        at = credit.start
        for line in text[credit.start : credit.end].split("\n"):
            if not any(map(str.isdigit, line)):
                opened = _FROM.match(line) or self.signs.label.match(line) or self.layouts.bylines.opening.match(line)
                start = at + (opened.end() if opened else 0)
                if line.isupper() and not opened:
                    continue  # "(SOUND OF A RECORDING)", "COUNTY SHERIFF'S DEPT"
                yield from self.layouts.bylines.names(text, start, at + len(line))
            at += len(line) + 1

    def _page(
        self, given: str, steps: Sequence[Edited], lines: Sequence[Line], beside: Beside,
        known: tuple[str | None, datetime.date | None],
    ) -> Page:  # fmt: skip
        """Put a page together: layout, items, who is named beside it, and the way back to the text as given."""
        text = steps[-1].text if steps else given
        layout = self.layouts.lay_out(text, lines, *known)
        names = [name for credit in beside.kept for name in self._authors(text, credit)]
        items = self.items.find(text, lines, layout, known[0])
        apart = divided(text, layout.sections, _apart(beside.kept, items))
        reports = [item for item in items if item.reports]
        sections = apart if reports == items else divided(text, layout.sections, _apart(beside.kept, reports))
        lead_ins = {item.stretch.start: item.lead_in for item in items if item.lead_in}
        trails = tuple(step.trail for step in reversed(steps))
        page = Page(
            given,
            text,
            replace(layout, sections=apart, lead_ins=lead_ins, bylines=_joined(layout.bylines, names)),
            sections,
            trails,
        )
        if not steps:
            return page
        return replace(
            page, sections=outline(given, sections, beside.left_out, lambda char: page.given_span(char, char)[0])
        )


def _joined(spans: Sequence[Span], more: Sequence[Span]) -> tuple[Span, ...]:
    """Join spans in order; of those that overlap the first is kept."""
    kept: list[Span] = []
    for span in sorted({*spans, *more}):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def _apart(kept: Sequence[Stretch], items: Sequence[Item]) -> list[Stretch]:
    """Put items beside what else is marked, in order; an item ends where a credit or a contact begins."""
    starts = sorted(stretch.start for stretch in kept)
    cut = []
    for item in items:
        stretch = item.stretch
        place = bisect_left(starts, stretch.start)
        end = min(stretch.end, starts[place]) if place < len(starts) else stretch.end
        if end > stretch.start:
            cut.append(Stretch(stretch.start, end, stretch.kind))
    return sorted([*kept, *cut], key=lambda stretch: stretch.start)


def _given(steps: Sequence[Edited], edit: Edit) -> tuple[int, int]:
    """Lead the span of an edit of the last step's text back to the given text."""
    start, end = edit.start, edit.end
    for step in reversed(steps):
        start, end = step.trail.span(start, end)
    return start, end


def _is_cut(stretch: Stretch) -> bool:
    """Say whether a stretch is left out of the reading text; the date of the page is still read."""
    return stretch.kind is SectionKind.FURNITURE and not stretch.dated


def _moved(found: Sequence[Stretch], cuts: Sequence[Edit]) -> list[Stretch]:
    """Give the stretches that stay their places in the text that is left when the cuts are made."""
    ends = [cut.end for cut in cuts]
    gone = [0, *accumulate(cut.end - cut.start for cut in cuts)]
    moved = []
    for stretch in found:
        if not _is_cut(stretch):
            shift = gone[bisect_right(ends, stretch.start)]
            moved.append(Stretch(stretch.start - shift, stretch.end - shift, stretch.kind))
    return moved


def plain_page(text: str) -> Page:
    """Give the page of a text of which nothing is known: it is read as it was given."""
    layout = plain_layout(text)
    return Page(text, text, layout, layout.sections)


def page_reader(extra: tuple[Path, ...] = ()) -> PageReader:
    """Build the reader from its lexicons, to which the folder `extra` may add."""
    layouts = layout_reader(extra)
    page_words = read("page_words", extra)
    words = signs(page_words, read("heading_words", extra), layouts.forms)
    lines = joiner(read("continuing_words", extra), read("hyphen_parts", extra), read("titles", extra))
    labels = layouts.forms.classes["part"] | layouts.forms.classes["field"]
    particles = layouts.bylines.particles
    items = item_reader(words, layouts.dates, labels, particles)
    return PageReader(
        tags(read("html_tags")), lines, seams(page_words, layouts.dates, lines.continuing), words, layouts, items
    )
