"""Places that label the rows of a list: "Ayr: 9,196 offences (-6 %)", one line below the other.

A block of such lines is by place where most of its labels are places that are known, or where the line above says so
("By council area"); "Burglary: -14 %" is none. Not here: which figures a row has (`map.py`).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.lexicons.function_words import function_words

__all__ = ["Row", "row_labels"]

_LEAST = 3
"""Rows from which on lines of one form are a list."""
_ROW = re.compile(
    r"[•●■▪*·–—-]?\s*(?P<label>[^\W\d_][\w’'.-]*(?:[ -](?:[^\W\d_][\w’'.-]*|&)){0,3})"
    r"\s*(?::|–|—|\s-(?=\s))\s*(?=[$£€+\-–(]?\d|up\b|down\b)"
)
_SMALL = function_words("small in a place") | {"&"}


class Row(NamedTuple):
    """Hold the label of one row."""

    unit: Sentence
    """The line."""
    start: int
    """Index of the first character of the label."""
    end: int
    """Index behind the last one."""


def row_labels(reading: Reading, is_place: Callable[[str], bool], is_by_place: re.Pattern[str]) -> Iterator[Row]:
    """Yield the labels of rows that are places; `is_by_place` finds in the line above that the list is by place."""
    block: list[Row] = []
    for unit in reading.sentences:
        match = _ROW.match(unit.text) if unit.unit.tells else None
        if match is not None and _is_titled(match["label"]):
            row = Row(unit, unit.start + match.start("label"), unit.start + match.end("label"))
            if block and unit.unit.line - block[-1].unit.unit.line > 1:
                yield from _of_places(reading, block, is_place, is_by_place)
                block = []
            block.append(row)
    yield from _of_places(reading, block, is_place, is_by_place)


def _of_places(
    reading: Reading, block: Sequence[Row], is_place: Callable[[str], bool], is_by_place: re.Pattern[str]
) -> Sequence[Row]:
    if len(block) < _LEAST:
        return ()
    first = block[0].unit
    above = reading.sentences[first.index - 1].text if first.index else ""
    known = sum(is_place(reading.text[row.start : row.end]) for row in block)
    return block if 2 * known > len(block) or is_by_place.search(above) else ()


def _is_titled(label: str) -> bool:
    return all(word[:1].isupper() or word in _SMALL for word in label.split())
