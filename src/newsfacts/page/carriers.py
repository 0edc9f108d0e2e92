"""What carried a text and left its marks on the lines: pages of print with their heads and feet, and quoted mail.

A head or foot stands beside a form feed and on another page again, page number aside, or is a page number alone.
Not here: which lines go together once these are gone, see `joins.py`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsfacts.page.edits import Edit

__all__ = ["feed_edits", "quote_edits"]

_FEED = re.compile(r"\f")
_BLANK = re.compile(r"(?:[ \t\f]*\r?\n)+|[ \t]*\f")
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_NUMBER = re.compile(r"\d+|\b[ivxl]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"\W*(?:(?:page|p\.|pg\.?)\s?)?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?\W*", re.IGNORECASE)
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_EDGE = 3
"""Lines at the top and at the foot of a page among which its head and foot are looked for."""
_LONGEST = 120
"""Characters of a head or foot."""
_FEWEST_QUOTED = 3
"""Lines with the mark of quoted mail; fewer are bullets or arrows."""


def feed_edits(text: str) -> Iterator[Edit]:
    """Yield the breaks between pages, each with foot and head around it, as the line break that it is."""
    if "\f" not in text:
        return
    feeds = [0, *(match.start() for match in _FEED.finditer(text)), len(text)]
    pages = [[*_LINE.finditer(text, start, end)] for start, end in pairwise(feeds)]
    edges = [{_shape(line[0]) for line in (*page[:_EDGE], *page[-_EDGE:])} for page in pages]
    shapes = Counter(shape for edge in edges for shape in edge)
    last = 0
    for number in range(1, len(pages)):
        feet = _run(list(reversed(pages[number - 1][-_EDGE:])), shapes)
        heads = _run(pages[number][:_EDGE], shapes)
        start = feet[-1].start() if feet else feeds[number]
        while start > last and text[start - 1].isspace():
            start -= 1
        if start < last:
            continue  # a page with nothing on it
        blank = _BLANK.match(text, heads[-1].end() if heads else feeds[number])
        last = blank.end() if blank else heads[-1].end()
        yield Edit(start, last, "\n")


def quote_edits(text: str) -> Iterator[Edit]:
    """Yield the marks at the beginning of the lines of quoted mail, to be left out."""
    marks = list(_QUOTED.finditer(text)) if "\n>" in text else []
    if len(marks) >= _FEWEST_QUOTED:
        yield from (Edit(mark.start(), mark.end(), "") for mark in marks)


def _run(lines: Sequence[re.Match[str]], shapes: Counter[str]) -> list[re.Match[str]]:
    """Give the lines from the edge of a page inwards that are its head or foot."""
    found = []
    for line in lines:
        short = len(line[0]) <= _LONGEST
        if not short or not (_PAGE_NUMBER.fullmatch(line[0].strip()) or shapes[_shape(line[0])] > 1):
            break
        found.append(line)
    return found


def _shape(line: str) -> str:
    return _NUMBER.sub("0", " ".join(line.split()).lower())
