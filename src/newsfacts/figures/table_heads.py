"""The heads of a table's columns: where one ends and the next begins, and what each says of its column.

A line of heads with single spaces is taken apart only where it can be: one word a column, or a column of percentages
whose head says so ("Age Fines Issued % Issued"). Words come from the lexicon `table_words`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsfacts import lexicons

__all__ = ["Head", "HeadWords", "head_words", "split_heads"]

HeadWords = Mapping[str, frozenset[str]]
"""Words of heads by class."""

_PERIOD = re.compile(
    r"(?:(?:19|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?|q[1-4]\b.*|\d{1,2}/\d{1,2}/\d{2,4}.*|ytd|year\s+to\s+date"
    r"|(?P<month>[a-z]+)[\s-]*'?\d{0,4})(?:\s*ytd)?",
    re.IGNORECASE,
)
_MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Head:
    """Hold the head of one column."""

    text: str
    """As written."""
    words: tuple[str, ...]
    """Its words in lower case, percent signs left out."""
    percent: bool
    """It has a percent sign or word."""
    kind: str | None
    """change, share or rate, where a word of it says so."""
    generic: bool
    """It only says that its figures are numbers: "Total"."""
    period: bool
    """It is a year, a month or a span of them."""

    @classmethod
    def of(cls, text: str, classes: HeadWords) -> "Head":
        """Read a head."""
        plain = text.strip(" *:|†‡")
        words = tuple(re.findall(r"[^\s()]+", plain.lower()))
        percent = any(w in classes["sign"] or "%" in w for w in words)
        kept = tuple(w for w in words if w not in classes["sign"] | {"per"} and "%" not in w)
        kind = next((name for name in ("change", "rate", "share") if any(w in classes[name] for w in kept)), None)
        generic = all(w in classes["number"] | {"of"} for w in kept)
        if kind == "share" and not percent:
            kind = None
        return cls(plain, kept, percent, kind, generic, _is_period(plain, classes["month"]))


def head_words(extra: tuple[Path, ...] = ()) -> HeadWords:
    """Read the lexicon `table_words`, and the months of `time_words`."""
    rows = lexicons.read("table_words", extra).rows
    words = {name: frozenset(r["word"] for r in rows if r["class"] == name) for name in {r["class"] for r in rows}}
    return {**words, "month": lexicons.read("time_words", extra).words(**{"class": "month"})}


def _is_period(head: str, months: frozenset[str]) -> bool:
    """See a year, a month or a span of them: "2023/24", "Mar '24", "Q1", "YTD"."""
    match = _PERIOD.fullmatch(head)
    return match is not None and (match["month"] is None or match["month"].lower() in months)


def split_heads(line: str, percent: Sequence[bool], classes: HeadWords) -> list[Head] | None:
    """Take a line of heads apart into one a column, the head of the labels left out; None where it cannot be told.

    `percent` says which columns hold percentages.

    Example:
        >>> [head.text for head in split_heads("Age Fines Issued % Issued", [False, True], head_words())]
        ['Fines Issued', '% Issued']
    """
    pieces = [piece.strip() for piece in re.split(r"\t|\s*\|\s*|\s{2,}", line.strip(" |")) if piece.strip()]
    if len(pieces) in (len(percent), len(percent) + 1) and len(pieces) > 1:
        return [Head.of(piece, classes) for piece in pieces[-len(percent) :]]
    words = _signed_words(line)
    if not words or len(words) > _MOST_WORDS or words[-1].endswith((".", ":", ";")):
        return None
    parts = _parts(words, percent, classes)
    if parts is None:
        return None
    heads = [Head.of(part, classes) for part in parts]
    return heads if all(h.percent or h.kind or not p for h, p in zip(heads, percent, strict=True)) else None


def _signed_words(line: str) -> list[str]:
    """Cut a line into words; a percent sign keeps the word behind it: "% Change"."""
    return re.findall(r"(?:%|per\s+cent)\s+[^\s%]+|[^\s]+\s+%(?=\s*$)|\S+", line, re.IGNORECASE)


def _parts(words: Sequence[str], percent: Sequence[bool], classes: HeadWords) -> list[str] | None:
    """Cut words into heads: one a column, or all words between two signs where one column stands between them."""
    if len(words) in (len(percent), len(percent) + 1):
        return list(words[-len(percent) :])
    told = [Head.of(word, classes) for word in words]
    signs = [place for place, head in enumerate(told) if head.percent or head.kind == "change"]
    columns = [place for place, kind in enumerate(percent) if kind]
    if len(signs) != len(columns) or not signs:
        return None
    parts: list[str] = []
    for low, high, width in _stretches(signs, columns, len(words), len(percent)):
        stretch = words[low:high]
        if width == 1 and stretch:
            parts.append(" ".join(stretch))
        elif len(stretch) == width:
            parts.extend(stretch)
        else:
            return None
    return parts


def _stretches(signs: Sequence[int], columns: Sequence[int], words: int, width: int) -> list[tuple[int, int, int]]:
    """Give stretches of words with the number of columns over which they stand; the first word heads the labels."""
    stretches = [(1, signs[0], columns[0])] if columns[0] else []
    for sign, following, column, stop in zip(signs, [*signs[1:], words], columns, [*columns[1:], width], strict=True):
        stretches.append((sign, following, stop - column))
    return stretches
