"""What the items of a list share, for "respectively": "prices of new and second-hand homes fell by 2% and 3%".

Gives the words before the items, the items, and the words behind them. Not here: which percentage belongs to which.
"""

import re
from collections.abc import Sequence

from newsfacts.lexicons.function_words import any_of, function_words

__all__ = ["clean", "split_list"]

_BEFORE_A_SHARED_PLACE = function_words("before a shared place")
_ITEM = r"[\w’'\-/ ]+?"


def split_list(stretch: str, size: int) -> tuple[str, list[str], str] | None:
    """Split "prices of new and second-hand homes cooled" into head, parts and tail; the last list counts."""
    comma = rf"(?:,\s*{_ITEM}){{{size - 2}}}" if size > 2 else ""
    pattern = re.compile(rf"(?P<first>[\w’'\-/]+(?:\s[\w’'\-/]+){{0,6}}?){comma},?\s+and\s+(?P<last>[^,.;:]+)")
    found = None
    for match in pattern.finditer(stretch):
        found = match
    if found is None:
        return None
    parts = [part.strip() for part in re.split(r",(?!\d{3})\s*(?:and\s+)?|\s+and\s+", found[0]) if part.strip()]
    if len(parts) != size:
        return None
    head_words, first = _prefix(parts[0], parts[1:])
    last, tail = _suffix(parts[-1], parts[:-1])
    return head_words, [first, *parts[1:-1], last], tail


def _prefix(first: str, others: Sequence[str]) -> tuple[str, str]:
    """Cut off what the first item shares with the others: "prices of | new"."""
    words = first.split()
    places = [i for i, w in enumerate(words) if w.lower() in _BEFORE_A_SHARED_PLACE]
    starts = others[0].split()[0].lower() if others and others[0].split() else ""
    if starts in [words[i].lower() for i in places]:  # "at departure, … and at arrival"
        cut = max(i for i in places if words[i].lower() == starts)
    elif places:
        cut = places[-1] + 1
    else:
        cut = max(0, len(words) - max(1, len(others[0].split()))) if others else 0
    return " ".join(words[:cut]), " ".join(words[cut:])


def _suffix(last: str, others: Sequence[str]) -> tuple[str, str]:
    """Cut off what the last item shares with the others: "second-hand | residential properties"; verbs end it."""
    words = re.split(rf"\s+(?:{any_of('ends an item')})\b", last)[0].split()
    size = max(1, len(others[0].split()) if len(others) > 1 or len(others[0].split()) < 3 else 1)
    size = min(size, len(words))
    return " ".join(words[:size]), " ".join(words[size:])


def clean(text: str) -> str:
    """Give a text with single spaces."""
    return " ".join(text.split())
