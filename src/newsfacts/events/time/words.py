"""The words of a sentence as the grammar of time sees them: each with a class and a value.

Phases: 1. cut the sentence into words, numbers, clock times and dates in digits; 2. look the words up in
`lexicons/time_words.tsv`; 3. take back what only looks like a name of a month or a day ("may", "sat"). Not here:
rules.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from newsfacts.errors import LexiconError
from newsfacts.events.time.intervals import Interval
from newsfacts.lexicons import fold, read

__all__ = ["CLASSES", "TimeWord", "TimeWords", "time_words"]

CLASSES = (
    *("a", "after", "ago", "and", "as", "before", "between", "birth", "by", "clock", "close", "comma"),
    *("compare", "consecutive", "count", "dash", "date", "day", "deictic", "digits", "dot", "during"),
    *("earlier", "edge", "edge_of", "ending", "event", "every", "far", "few", "fiscal", "from", "fy"),
    *("half", "holiday", "just", "last", "later", "law", "local", "loose", "moment", "month", "new", "next"),
    *("now", "number", "of", "open", "ordinal", "part", "period", "prep", "rank", "rate", "recent"),
    *("same", "season", "since", "slash", "so", "span", "that", "the", "then", "this", "time", "to", "unit", "units"),
    *("up", "weekday", "weekend", "whole", "with", "word", "year"),
)
"""The classes that rules speak of; the lexicon may use no others."""

_PIECE = re.compile(
    r"""
      (?P<word>   [^\W\d_]+ )                                             # first, as most pieces are words
    | (?P<digits> \d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{2,4}\b )       # 14/2/2021, 2021-02-14
    | (?P<clock>  \d{1,2}(?:[:.]\d{2})?\s?\.?(?:[ap]\.\s?m\b\.?|[ap]m\b|h\b|o[’']\s?clock\b)  # 6.pm, 13:25h
                | \d{1,2}[:.]\d{2}\s?hrs\b                               # 21.30 hrs; "24 hrs" is how long it lasts
                | \d{1,2}:\d{2}(?::\d{2})?\b )
    | (?P<span>   (?:19|20)\d\d[/–-]\d{2}\b(?![\d%/-]) )                      # 2019/20
    | (?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b )
    | (?P<year>   (?<!(?-i:[A-Z]))(?:1[89]|20)\d\d\b(?![,.]\d|%|-(?:\d{1,3}|[A-Z]\w*)-\w) )  # not KT1921, 1987-3-CA
    | (?P<count>  \d+(?:[.,]\d+)* )
    | (?P<other>  \S )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKS = {",": "comma", ".": "dot", "-": "dash", "–": "dash", "—": "dash", "(": "open", ")": "close", "/": "slash"}
_BESIDE = frozenset({"day", "ordinal", "year", "digits"})
_LEADS = frozenset(
    {
        "prep",
        "during",
        "since",
        "from",
        "to",
        "between",
        "and",
        "by",
        "before",
        "after",
        "of",
        "edge",
        "last",
        "next",
        "this",
        "every",
    }
)


class TimeWord(NamedTuple):
    """Hold one word, or one expression that the rules have read already (class "moment")."""

    kind: str
    """Class: "month", "day", "moment", … or "word" for all others."""
    value: int | str | Interval
    """What it stands for: the month's number, the name of the unit, the interval."""
    text: str
    """As written."""
    start: int
    """Index of the first character in the article."""
    end: int
    """Index behind the last character in the article."""


_TIME_WORD: Callable[[Iterable[object]], TimeWord] = partial(tuple.__new__, TimeWord)
"""Make a word of its fields in order, without the call that names them: there is one a word."""


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Hold the lexicon of time, ready to read sentences."""

    table: dict[str, tuple[str, int | str]]
    """Class and value by word."""
    triggers: frozenset[str]
    """Words without one of which no sentence tells a time; a cheap test before reading."""
    doubtful: frozenset[str]
    """Names of months, days and seasons that are other words too."""

    def read(self, text: str, offset: int) -> list[TimeWord]:
        """Read one sentence that begins at `offset` of the article."""
        words: list[TimeWord] = []
        doubtful: list[int] = []
        known = self.table.get
        folded = text.lower() if text.isascii() else None
        for match in _PIECE.finditer(text):
            start, end = match.span()
            if match.lastgroup == "word":  # nine in ten, most of them no words of time
                word = match[0]
                low = folded[start:end] if folded is not None else fold(word)
                kind, value = known(low) or ("word", low)
                if kind != "word" and low in self.doubtful:
                    doubtful.append(len(words))
                words.append(_TIME_WORD((kind, value, word, offset + start, offset + end)))
            else:
                words.append(TimeWord(*_number(match), match[0], offset + start, offset + end))
        unnamed = [place for place in doubtful if not self._named(words, place)]
        for place in unnamed:
            words[place] = words[place]._replace(kind="word")
        return words

    def _named(self, words: list[TimeWord], place: int) -> bool:
        """See a name by what stands beside it; "May" with a capital also behind a preposition."""
        word = words[place]
        if len(words) == 1 and word.kind == "month" and word.text[0].isupper():
            return True  # the head of a row or column
        before = words[place - 1] if place else None
        after = words[place + 1] if place + 1 < len(words) else None
        if after and after.kind == "dot" and word.kind == "month":
            after = words[place + 2] if place + 2 < len(words) else None
        if word.kind == "season":
            return bool(before and (before.kind in ("last", "this", "next", "the") or before.kind == "prep")) or bool(
                after and after.kind == "year"
            )
        if (before and before.kind in _BESIDE) or (after and after.kind in _BESIDE):
            return True
        if before and before.kind == "of" and place > 1 and words[place - 2].kind in _BESIDE:
            return True
        return bool(word.text[0].isupper() and before and before.kind in _LEADS)


def _number(match: re.Match[str]) -> tuple[str, int | str]:
    """Give class and value of what is no word: a number, a clock time, a mark."""
    kind, text = match.lastgroup or "other", match[0]
    if kind == "other":
        return _MARKS.get(text, "word"), text
    if kind == "count":
        value = int(text) if text.isdecimal() and len(text) < 4 else 0
        return "day" if 0 < value < 32 else "count" if value else "word", value
    if kind == "year":
        return kind, int(text)
    if kind == "ordinal":
        return kind, int(text[:-2])
    return "digits" if kind == "mark" else kind, text


def time_words(extra: tuple[Path, ...] = ()) -> TimeWords:
    """Read the lexicon of time words, to which the folder `extra` may add."""
    lexicon = read("time_words", extra)
    table: dict[str, tuple[str, int | str]] = {}
    for row in lexicon.rows:
        if row["class"] not in CLASSES:
            raise LexiconError(f"time_words: {row['word']!r} has class {row['class']!r}; expected {', '.join(CLASSES)}")
        value = row["value"]
        table[fold(row["word"])] = (row["class"], int(value) if value.lstrip("-").isdigit() else value or row["word"])
    starts = lexicon.words(trigger="yes")
    starts |= {f"{word}." for word in lexicon.words(**{"class": "month"})}  # Aug. is one token with its dot
    years = frozenset(str(year) for year in range(1900, 2100))
    return TimeWords(table, starts | years, lexicon.words(doubtful="yes"))
