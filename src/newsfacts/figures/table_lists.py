"""Lists of label and figure: "Emergency calls – 3,310", "Arrests: 1,284 (2022: 1,102)", "DWI 43 (45)".

A line is an item where a mark stands between label and figure, or a bracket with a second figure behind both. Lines
with a percentage for a figure belong to the list and give it no cell. Offsets are characters into the text. Not here:
what a label says (`count/tabled.py`).
"""

import re
from collections.abc import Iterator, Sequence

from newsfacts.figures.table_shapes import Cell, Shape, Table
from newsfacts.lexicons.function_words import any_of
from newsfacts.page.lines import Line
from newsfacts.record import Direction

__all__ = ["read_lists"]

_LABEL = r"(?:[*•‣●▪◦·o>-]\s+)*(?P<label>[^\W\d_].{1,70}?|\d{3}\ calls)"  # 999 calls
_FIGURE = r"(?P<figure>\d{1,3}(?:,\d{3})+|\d{1,6})(?![\d,:/.]*\d)"
_ITEM = re.compile(
    rf"""{_LABEL}(?:(?<!\d):\s*|\s[–—-]\s*|\s?–\s?){_FIGURE}
        (?P<rest>\s*\(.{{1,40}}\)|\s+(?:{any_of("listed thing")})|[,;]\s.{{3,90}})?
        \s*[.;,]?$""",
    re.VERBOSE,
)
_PAIRED = re.compile(r"(?P<label>[^\W\d_][^:]{1,70}?)\s+" + _FIGURE + r"(?P<rest>\s+\([^()]{0,24}\d\))$")
"""No mark, but the figure of an earlier time in brackets."""
_SHARED = re.compile(
    rf"{_LABEL}(?:(?<!\d):\s*|\s[–—-]\s*|\s+is\s+|\s+)(?:up|down|[+−–-])?[\w\s]{{0,12}}?\d[\d.]*\s?%.{{0,60}}$"
    rf"|[^\W\d_].{{1,50}}?(?<!\d):\s*[£$€₦₹]?\d[\d,.]*\s?[\w()%:\s]{{0,30}}$"
)
"""A line of the same list whose figure is a percentage or measures something."""
_EMPTY = re.compile(rf"{_LABEL}(?::\s*|\s[–—-]\s*)(?:{any_of('empty cell')}|[-–—])\s*[.;,]?$", re.VERBOSE | re.I)
"""A line of the same list that gives no figure: Injuries: none."""
_SECOND = re.compile(
    r"\s*\(\s*(?:(?P<way>up|down)\s+(?:by\s+)?"
    rf"|(?P<when>(?:19|20)\d\d|(?:{any_of('period before')})\s+\w+):?\s*)?"
    r"(?P<figure>\d{1,3}(?:,\d{3})+|\d{1,6})\s*\)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_MARK = re.compile(r"[:%–]|\s[—-]|\)\Z")
"""A mark that every item has, and every other line of a list; most lines of prose have none."""
_WAYS = {"up": Direction.INCREASE, "down": Direction.DECREASE}
_FEWEST = 2


def read_lists(lines: Sequence[Line]) -> Iterator[Table]:
    """Find the lists of a label and a figure."""
    marked = [_MARK.search(line.text) is not None for line in lines]
    items = [
        (_ITEM.fullmatch(line.text) or _PAIRED.fullmatch(line.text)) if mark and _DIGIT.search(line.text) else None
        for line, mark in zip(lines, marked, strict=True)
    ]
    if not any(items):
        return
    member = [
        item is not None or (mark and _beside(line.text)) for line, item, mark in zip(lines, items, marked, strict=True)
    ]
    place = 0
    while place < len(lines):
        stop = place
        while stop < len(lines) and member[stop]:
            stop += 1
        if stop - place >= _FEWEST and any(items[place:stop]):
            yield _list(lines, place, stop, items)
        place = max(stop, place + 1)


def _beside(line: str) -> bool:
    """See a line that stands in a list of figures without a figure that counts."""
    return _SHARED.fullmatch(line) is not None or _EMPTY.fullmatch(line) is not None


def _list(lines: Sequence[Line], place: int, stop: int, items: Sequence[re.Match[str] | None]) -> Table:
    cells = [
        cell for line, item in zip(lines[place:stop], items[place:stop], strict=True) for cell in _cells(line, item)
    ]
    above = lines[place - 1] if place else None
    caption_start = above.start if above else lines[place].start
    return Table(
        lines[place].start,
        lines[stop - 1].end,
        Shape.LISTED,
        above.text if above else None,
        caption_start,
        tuple(cells),
    )


def _cells(line: Line, item: re.Match[str] | None) -> Iterator[Cell]:
    """Give the figure of an item, and the one of an earlier time or of the difference in brackets behind it."""
    if item is None:
        return
    label, start = item["label"].strip(), line.start + item.start("figure")
    yield Cell(start, line.start + item.end("figure"), item["figure"], label, None, line.start)
    second = _SECOND.fullmatch(item["rest"] or "")
    if second is None or _YEAR.fullmatch(second["figure"]):
        return
    start = line.start + item.start("rest") + second.start("figure")
    end = line.start + item.start("rest") + second.end("figure")
    way = _WAYS.get(second["way"] or "")
    if way is not None:
        start = line.start + item.start("rest") + second.start("way")
    yield Cell(start, end, second["figure"], label, None, line.start, way)
