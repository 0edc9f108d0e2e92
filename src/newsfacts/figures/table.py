"""Flattened tables and lists of label and figure: which figure stands under which head, beside which label.

Pages that are made into text lose their columns. Three shapes can still be told: a row a line ("16-24 120 41.2%"), a
cell a line (label, figures, label, figures, …), and a list of labels with a figure each ("Emergency calls – 3,310").
Phases: 1. `_rows`, `_stacked` and `table_lists.py` find runs of lines of one shape; 2. the line or lines in front give
the heads, where they can be told apart; 3. each figure becomes a `Cell`. A head that cannot be matched is None: what
stands under it is no fact. Offsets are characters into the text. Not here: what a cell says (`count/tabled.py`,
`percentage/tabled.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsfacts.figures.table_heads import Head, HeadWords, split_heads
from newsfacts.figures.table_lists import read_lists
from newsfacts.figures.table_shapes import Cell, Shape, Table
from newsfacts.lexicons.function_words import cue_words
from newsfacts.page.lines import Line, read_lines

__all__ = ["read_tables"]

_FIGURE = re.compile(r"[-+−–]?[£$€₦₹]?\d(?:[\d,]*\d)?(?:\.\d+)?%?|\([-+−]?\d[\d,]*(?:\.\d+)?%?\)")
_EMPTY = re.compile(r"[-–—*]|n/?a|\.{2,}", re.IGNORECASE)
_YEARLY = re.compile(r"(?:19|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?")
_DAY = re.compile(r"[12]?\d|3[01]")
_LONGEST_LABEL = 10
"""Words of a label or head; a longer line is prose."""
_FEWEST_CELLS, _FEWEST_ROWS = 2, 2
_FEWEST_NARROW = 3
"""Rows of a table with one column of figures, which a list of anything looks like."""


@dataclass(frozen=True, slots=True)
class _Row:
    line: Line
    label: str
    figures: tuple[tuple[int, int], ...]


def read_tables(text: str, classes: HeadWords) -> list[Table]:
    r"""Find the tables of a text, in order; none overlaps another. `classes` are the words of heads.

    Example:
        >>> from newsfacts.figures.table_heads import head_words
        >>> table = read_tables("Age Fines % Fines\n16-24 12 40%\n25-34 18 60%", head_words())[0]
        >>> [(cell.text, cell.label, cell.head.text) for cell in table.cells[:2]]
        [('12', '16-24', 'Fines'), ('40%', '16-24', '% Fines')]
    """
    if not any(map(str.isdigit, text)):
        return []
    lines = read_lines(text)
    found: list[Table] = []
    tables = [*read_lists(lines), *_rows(lines, classes), *_stacked(lines, classes)]
    for table in sorted(tables, key=lambda t: (t.start, -t.end)):
        if not found or table.start >= found[-1].end:
            found.append(table)
    return found


def _words(line: Line) -> list[tuple[int, int]]:
    """Give the spans of the words of a line, bars of a table that kept them left out."""
    spans = ((m.start() + line.start, m.end() + line.start) for m in re.finditer(r"[^\s|]+", line.text))
    return list(spans)


def _ends_in_figure(line: Line) -> bool:
    """See a figure, or what stands for none, at the end of a line; few lines of prose have one."""
    last = line.text.replace("|", " ").rsplit(maxsplit=1)[-1:]
    return bool(last) and bool(_FIGURE.fullmatch(last[0]) or _EMPTY.fullmatch(last[0]))


def _row(line: Line) -> _Row | None:
    """Take a line apart into a label and the figures that end it."""
    if not _ends_in_figure(line):
        return None
    words = _words(line)
    texts = [line.text[a - line.start : b - line.start] for a, b in words]
    first = len(words)
    while first and (_FIGURE.fullmatch(texts[first - 1]) or _EMPTY.fullmatch(texts[first - 1])):
        first -= 1
    if first == 0 and len(words) > 1:
        first = 1  # the label is a year
    if not first or first == len(words) or first > _LONGEST_LABEL or texts[first - 1][-1:] in (":", ";", ","):
        return None
    figures = sum(_FIGURE.fullmatch(text) is not None for text in texts[first:])
    if not figures or (figures == 1 and texts[first] in ("-", "–", "—")):
        return None  # "Ayr – 4" has a dash and no empty cell
    if len(texts) - first == 2 and _DAY.fullmatch(texts[first]) and _YEARLY.fullmatch(texts[first + 1]):
        return None  # "May 13 2026" is a date
    label = line.text[words[0][0] - line.start : words[first - 1][1] - line.start]
    return _Row(line, label, tuple(words[first:]))


def _rows(lines: Sequence[Line], classes: HeadWords) -> Iterator[Table]:
    """Find runs of lines that end in the same number of figures."""
    rows = [_row(line) for line in lines]
    place = 0
    while place < len(lines):
        stop = place
        while stop < len(lines) and _goes_on(rows[place], rows[stop]):
            stop += 1
        run = [row for row in rows[place:stop] if row is not None]
        if len(run) > _FEWEST_ROWS and _is_years(run[0]):
            place, run = place + 1, run[1:]  # "Offence 2019 2020" is a line of heads
        width = len(run[0].figures) if run else 0
        if width >= _FEWEST_CELLS and sum(len(row.figures) == width for row in run) >= _FEWEST_ROWS:
            yield _from_rows(lines, place, run, width, classes)
        place = max(stop, place + 1)


def _is_years(row: _Row) -> bool:
    """See a row whose figures are all years."""
    texts = (row.line.text[a - row.line.start : b - row.line.start] for a, b in row.figures)
    return all(_YEARLY.fullmatch(text) for text in texts)


def _goes_on(first: _Row | None, row: _Row | None) -> bool:
    """See a row as wide as the first, or one that only adds up."""
    if first is None or row is None:
        return False
    return len(row.figures) == len(first.figures) or (
        len(row.figures) < len(first.figures) and row.label.lower().split()[0] in cue_words("adds up")
    )


def _from_rows(lines: Sequence[Line], place: int, run: Sequence[_Row], width: int, classes: HeadWords) -> Table:
    above = lines[place - 1] if place else None
    texts = [[row.line.text[a - row.line.start : b - row.line.start] for a, b in row.figures] for row in run]
    percent = [any(t[column].endswith(("%", "%)")) for t in texts if len(t) == width) for column in range(width)]
    heads = split_heads(above.text, percent, classes) if above and not above.stopped else None
    start = above.start if heads and above else run[0].line.start
    caption_place = place - 2 if heads else place - 1
    cells = []
    for row, figures in zip(run, texts, strict=True):
        columns = _columns(figures, percent)
        for (first, last), text, column in zip(row.figures, figures, columns, strict=True):
            if _FIGURE.fullmatch(text):
                head = heads[column] if heads and column is not None else None
                cells.append(Cell(*_bare(first, last, text), row.label, head, row.line.start))
    return _table(lines, caption_place, (start, run[-1].line.end), Shape.ROWS, cells)


def _columns(figures: Sequence[str], percent: Sequence[bool]) -> list[int | None]:
    """Say in which column each figure of a row stands; in a short row only where one column is of its kind."""
    if len(figures) == len(percent):
        return list(range(len(figures)))
    kinds = [text.endswith(("%", "%)")) for text in figures]
    return [percent.index(kind) if percent.count(kind) == kinds.count(kind) == 1 else None for kind in kinds]


def _bare(start: int, end: int, text: str) -> tuple[int, int, str]:
    """Take the brackets off a figure."""
    return (start + 1, end - 1, text[1:-1]) if text[0] == "(" else (start, end, text)


def _table(lines: Sequence[Line], caption: int, span: tuple[int, int], shape: str, cells: Sequence[Cell]) -> Table:
    line = lines[caption] if caption >= 0 else None
    return Table(*span, shape, line.text if line else None, line.start if line else span[0], tuple(cells))


def _stacked(lines: Sequence[Line], classes: HeadWords) -> Iterator[Table]:
    """Find labels that are each followed by the same number of lines with nothing but a figure."""
    figures = [
        bool(_FIGURE.fullmatch(line.text.replace(" %", "%"))) or bool(_EMPTY.fullmatch(line.text)) for line in lines
    ]
    place = 1
    while place < len(lines):
        width = _width(figures, place)
        if not width or not _is_label(lines[place - 1]):
            place += 1
            continue
        stop = place
        while _width(figures, stop) == width and _is_label(lines[stop - 1]):
            stop += width + 1
        count = (stop - place) // (width + 1)
        if count >= (_FEWEST_ROWS if width >= _FEWEST_CELLS else _FEWEST_NARROW):
            yield _from_stack(lines, place, count, width, classes)
        place = max(stop, place + 1)


def _width(figures: Sequence[bool], place: int) -> int:
    """Count the figures in a row from a line on, where a label stands in front of it."""
    if place < 1 or place >= len(figures) or figures[place - 1]:
        return 0
    stop = place
    while stop < len(figures) and figures[stop]:
        stop += 1
    return stop - place


def _is_label(line: Line) -> bool:
    return len(line.text.split()) <= _LONGEST_LABEL and not line.text.endswith((".", ":", "?", "!", ";", ","))


def _from_stack(lines: Sequence[Line], place: int, count: int, width: int, classes: HeadWords) -> Table:
    """Make a table of lines that hold a cell each: a label, then as many figures as there are columns."""
    rows = [(lines[p - 1], lines[p : p + width]) for p in range(place, place + count * (width + 1), width + 1)]
    percent = [any(cells[column].text.endswith("%") for _, cells in rows) for column in range(width)]
    above = lines[max(0, place - 1 - width) : place - 1]
    told = (
        len(above) == width
        and all(map(_is_label, above))
        and not any(_FIGURE.fullmatch(a.text) and not _YEARLY.fullmatch(a.text) for a in above)
    )
    heads = [Head.of(line.text, classes) for line in above] if told else None
    if heads and any(head.percent != kind and head.percent for head, kind in zip(heads, percent, strict=True)):
        heads = None  # a head with a percent sign stands over figures without one
    if width == 1 and not (heads and (heads[0].generic or percent[0])):
        heads = None
    cells = [
        Cell(*_bare(cell.start, cell.end, cell.text), label.text, heads[column] if heads else None, label.start)
        for label, row in rows
        for column, cell in enumerate(row)
        if _FIGURE.fullmatch(cell.text)
    ]
    first = above[0].start if heads else rows[0][0].start
    caption = place - 2 - width if heads else place - 2
    while heads and caption > 0 and len(lines[caption].text.split()) <= 1:
        caption -= 1  # the head of the labels
    shape = Shape.STACKED if width > 1 or heads else Shape.LISTED
    return _table(lines, caption, (first, rows[-1][1][-1].end), shape, cells)
