"""The items of a digest: short reports of a blotter, a round-up, a press log, and the entries of lists of people.

Items are lines that begin alike: with the hour, a place before a dash, what it is about in capitals before a full
stop, a name and an age, or with a number or bullet where the page calls itself a digest or a sentence leads to the
list; or the headed parts of such a page. Each item has a place, a time and people of its own; what leads to the list
("The following were arrested:") holds for each. A list of people or a table in a story is no digest: its entries are
kept apart in reading, but they tell of the one happening that the story tells of, and are its body. Not here: what is
in an item.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newsfacts.lexicons import alternation
from newsfacts.lexicons.function_words import any_of
from newsfacts.page.dates import DateForms
from newsfacts.page.headings import is_paragraph
from newsfacts.page.lines import Line
from newsfacts.page.sections import Layout, Span
from newsfacts.page.signs import Signs
from newsfacts.page.stretches import Stretch
from newsfacts.record import SectionKind

__all__ = ["Item", "ItemReader", "item_reader"]

_FEWEST = 3
"""Items of a digest; two alike are chance."""
_SHORT_REPORT = 40
"""Characters of a short report; a shorter entry names a thing."""
_LONGEST = 1500
"""Characters of an item under a heading; longer ones are chapters."""
_TOP = 600
_HEADS = 4
"""Lines at the top in which a page says that it is a digest."""
_HEAD = 120
"""Characters of such a line."""
_APART = {"clock": 6, "aged": 3}
"""Lines from one item of a list to the next, by how they begin; others follow each other with one between at most."""
_CELLS = 12
"""Lines from one row of a flattened table to the next; a cell is a line."""
_MORE = 2
"""Lines that an item may have beside its first."""
_CLOCK = re.compile(
    r"\W{0,3}(?:at\s|about\s|around\s)?(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:a\.?m\.?|p\.?m\.?|hrs|hours)?\b\W{1,3}",
    re.I,
)
_HOUR = re.compile(rf"\d[:.]\d\d|[ap]\.?m\b|{any_of('hour')}|\d{{4}}", re.IGNORECASE)
_PLACE = re.compile(
    r"[A-Z][\w'’.]+(?:[ -][A-Z][\w'’.]+){0,3}(?:,\s[A-Z][\w'’. ]{1,20})?\s?(?:[–—]|\s-\s|--)\s?(?=[A-Z\"“])"
)
_LABEL = re.compile(r"(?P<label>[A-Z][A-Z'’ /&-]{3,40})(?P<mark>[.:]|\s[–—-])\s+(?=[A-Z0-9\"“])")
_NUMBER = re.compile(r"\(?(?P<number>\d{1,3})[.)]\s+\S")
_BULLET = re.compile(r"[•*▪●■◦‣–—-]\s+\S")
_ROW = re.compile(r"\d{1,3}")
_LEADS = re.compile(r":\W?$")


@dataclass(frozen=True, slots=True)
class Item:
    """Hold one short report."""

    stretch: Stretch
    lead_in: Span | None
    """The line that leads to its list: a sentence with a colon, a day."""
    reports: bool = True
    """Whether it is a report of its own; an entry of a list or a table in a story is a part of the story."""


@dataclass(frozen=True, slots=True)
class ItemReader:
    """Hold what tells digests; make one with `item_reader`."""

    signs: Signs
    dates: DateForms
    labels: frozenset[str]
    """Labels of the parts of one report: "SUMMARY", "WHEN"."""
    aged: re.Pattern[str]
    """A name and an age."""

    def find(self, text: str, lines: Sequence[Line], layout: Layout, title: str | None) -> list[Item]:
        """List the items of a text, in order; most texts have none."""
        if len(lines) < _FEWEST:
            return []
        cased = any(map(str.islower, text[: 2 * _TOP]))
        heads = [title or "", *(line.text for line in lines[:_HEADS] if len(line.text) < _HEAD)]
        digest = any(self.signs.digest.search(head) for head in heads)
        openers = [self._opener(line) if cased or _CLOCK.match(line.text) else None for line in lines]
        found = [replace(row, reports=digest) for row in _rows(lines)]
        for series in [] if found else _series(lines, openers):
            opener = openers[series[0]]
            if self._holds(lines, series, opener, digest):
                reports = opener != "aged" or digest or self._are_reports(lines, series)
                found.extend(replace(item, reports=reports) for item in self._items(lines, series, opener))
        if not found and digest:
            found = list(_headed(text, lines, layout))
        return sorted(found, key=lambda item: item.stretch.start)

    def _are_reports(self, lines: Sequence[Line], series: Sequence[int]) -> bool:
        """Tell people of whom each has a report from those whom a story lists: no story is above, or each has a day."""
        if not any(is_paragraph(line) for line in lines[: series[0]]):
            return True
        return 2 * sum(self.dates.names_day(lines[place].text) for place in series) > len(series)

    def _opener(self, line: Line) -> str | None:
        """Tell how a line begins, where items may begin so."""
        text = line.text
        clock = _CLOCK.match(text)
        if clock and _HOUR.search(clock[0]):
            return "clock"
        if self.aged.match(text):
            return "aged"
        label = _LABEL.match(text)
        if label and label["label"].strip().lower() not in self.labels:
            return "label" if label["mark"] == ":" else "heading"
        if _PLACE.match(text) and len(text) >= _SHORT_REPORT:
            return "place"
        if _NUMBER.match(text):
            return "number"
        return "bullet" if _BULLET.match(text) else None

    def _holds(self, lines: Sequence[Line], series: Sequence[int], opener: str | None, digest: bool) -> bool:
        """Tell a list of short reports from a list of things and from the paragraphs of one report."""
        if opener == "clock":
            return True
        if opener == "aged":  # one caption below several pictures is no list
            named = (self.aged.match(lines[place].text) for place in series)
            return digest or len({match[0] for match in named if match}) == len(series)
        reports = sum(len(lines[place].text) >= _SHORT_REPORT and lines[place].stopped for place in series)
        if reports * 4 < len(series) * 3:
            return False
        if opener in ("place", "heading"):
            return len({lines[place].text[:12] for place in series}) == len(series)
        return digest

    def _items(self, lines: Sequence[Line], series: Sequence[int], opener: str | None) -> Iterator[Item]:
        lead: Span | None = self._lead(lines, series[0] - 1)
        if lead is None and series[0] and opener == "aged":  # a list of people goes on from the sentence before it
            lead = (lines[series[0] - 1].start, lines[series[0] - 1].end)
        for number, place in enumerate(series):
            following = series[number + 1] if number + 1 < len(series) else place + 1
            end = place
            while end + 1 < min(following, place + 1 + _MORE) and self._lead(lines, end + 1) is None:
                end += 1
            yield Item(Stretch(lines[place].start, lines[end].end, SectionKind.ITEM), lead)
            for between in range(end + 1, following):
                lead = self._lead(lines, between) or lead

    def _lead(self, lines: Sequence[Line], place: int) -> Span | None:
        """Give a line where it leads to a list: it ends in a colon, or is a day."""
        if place < 0:
            return None
        line = lines[place]
        day = len(line.text) < 40 and not line.stopped and self.dates.is_day(line.text)
        return (line.start, line.end) if _LEADS.search(line.text) or day else None


def item_reader(signs: Signs, dates: DateForms, labels: frozenset[str], particles: frozenset[str]) -> ItemReader:
    """Make the reader of items; `particles` are the small words between the words of a name."""
    between = alternation({*particles, "alias"})
    name = rf"(?:[^\W\d_a-z][\w.'’-]*,?\s(?:(?:{between})\s)?){{2,6}}"
    age = r"\(?(?:aged?\s)?\d{2}\b(?![-‐/.:]\w)|,?\s?dob\b"
    day = rf"(?i:(?:on\s)?{dates.pattern})"
    aged = re.compile(rf"\W{{0,3}}(?:\(?\d{{1,3}}[.)]\s+)?(?!{day}){name}(?:{age})")
    return ItemReader(signs, dates, labels, aged)


def _series(lines: Sequence[Line], openers: Sequence[str | None]) -> Iterator[list[int]]:
    """Yield the lists of lines that begin alike and stand near each other."""
    open_: dict[str, list[int]] = {}
    done: list[list[int]] = []
    for place, opener in enumerate(openers):
        if opener is None:
            continue
        series = open_.get(opener)
        if series and place - series[-1] <= _APART.get(opener, 2):
            series.append(place)
            continue
        open_[opener] = [place]
        done.append(open_[opener])
    taken: set[int] = set()
    for series in sorted(done, key=len, reverse=True):
        span = range(series[0], series[-1] + 1)
        if len(series) >= _FEWEST and taken.isdisjoint(span):
            taken.update(span)
            yield series


def _rows(lines: Sequence[Line]) -> Iterator[Item]:
    """Yield the rows of a flattened table whose first column counts: "1", its cells, "2", its cells."""
    numbers = [place for place, line in enumerate(lines) if _ROW.fullmatch(line.text)]
    run: list[int] = []
    for place in numbers:
        count = int(lines[place].text)
        if run and count == len(run) + 1 and 2 <= place - run[-1] <= _CELLS:
            run.append(place)
        elif len(run) < _FEWEST and count == 1:
            run = [place]
    if len(run) < _FEWEST:
        return
    width = max(after - before for before, after in pairwise(run))
    for place, following in zip(run, [*run[1:], min(run[-1] + width, len(lines))], strict=True):
        yield Item(Stretch(lines[place].start, lines[following - 1].end, SectionKind.ITEM), None)


def _headed(text: str, lines: Sequence[Line], layout: Layout) -> Iterator[Item]:
    """Yield the headed sections of a page that calls itself a digest, where each is short."""
    headed = [(section.start_char, section.end_char) for section in layout.sections if section.heading]
    if len(headed) < _FEWEST or any(end - start > _LONGEST for start, end in headed[:-1]):
        return
    opening = _opening(lines, layout, headed[0][0])
    for start, end in [*opening, *headed]:
        yield Item(Stretch(start, len(text[:end].rstrip()), SectionKind.ITEM), None)


def _opening(lines: Sequence[Line], layout: Layout, end: int) -> list[Span]:
    """Give the first report of a digest, whose headline stands right above it, below the title of all."""
    body = next((s for s in layout.sections if s.kind is SectionKind.BODY), None)
    if body is None or layout.title is None or not 0 < end - body.start_char <= _LONGEST:
        return []
    above = next((line for line in reversed(lines) if line.end <= body.start_char), None)
    if above is None or above.start <= layout.title[0] or above.stopped:
        return []
    return [(above.start, end)]
