"""One article as a line of JSON: what the page parses when somebody opens it.

Shape:   the record's keys; what is null or empty is left out, and so are the texts of spans where the article's text is
         there to cut them from. Numbers are texts, since a browser would round them. Halves of characters, which no
         file can hold, stand as U+FFFD, so that every offset still counts code points.
"""

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import simplejson

from newsfacts.record import Record

__all__ = ["json_line", "record_line", "text_line"]

_HALF = re.compile("[\ud800-\udfff]")
_LEFT_OUT = frozenset({"schema_version", "extractor", "model", "packs"})
"""Keys that are the same in all records of a run; the head of the page has them."""
_CUT = frozenset({"text", "trigger"})
"""Keys of spans whose values the text has."""


def record_line(record: Record, text: str | None) -> str:
    """Write a record; `text` is the article's, or None where it is not known."""
    told = record.model_dump(exclude=set(_LEFT_OUT))
    return json_line(_compact(told, _CUT if text is not None else frozenset()))


def text_line(text: str | None) -> str:
    """Write an article's text as a JSON string, or null."""
    return json_line(text)


def json_line(value: object) -> str:
    """Write JSON on one line that may stand inside a script element: without `<`, `>`, `&` and line separators."""
    line = simplejson.dumps(value, ensure_ascii=False, separators=(",", ":"), use_decimal=False, default=_json_value)
    line = _HALF.sub("\ufffd", line)
    for mark in "<>&\u2028\u2029\u0085":
        line = line.replace(mark, f"\\u{ord(mark):04x}")
    return line


def _compact(value: Any, cut: frozenset[str]) -> Any:
    if isinstance(value, Mapping):
        spanned = "start_char" in value
        return {
            key: _compact(inner, cut)
            for key, inner in value.items()
            if inner is not None and inner != [] and not (spanned and key in cut)
        }
    if isinstance(value, list):
        return [_compact(inner, cut) for inner in value]
    return value


def _json_value(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"a page cannot hold a {type(value).__name__}")
