"""What is wrong with an object that should be gold, and a record put into gold's form.

gold_model.py has the fields; corpus/GUIDE.md says what they mean. Every fault has three parts: where in the object,
what stands there, and what would be right. Keys that nobody knows are left alone, unless they are a slip of one that is
known; so are further answers (FIELD_alt) and values that are left open, which may be in words of their own ("6ft 1in").
"""

import difflib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from newsfacts.evaluation.gold_model import LISTS, GoldArticle
from newsfacts.evaluation.relation_scoring import TYPES
from newsfacts.evaluation.scoring import Item, as_items, told_of

__all__ = ["as_gold", "faults", "gold_lines", "short"]

_LIKENESS = 0.75
_SHORTEST_SLIP = 4
"""Letters that a key must have to be taken for a slip: "to" and "of" are near each other."""
_SHAPES = {"list_type": "expected a list", "model_type": "expected an object"}
"""Errors of pydantic about the shape of a value, in an annotator's words."""


def faults(gold: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with an object of gold: slips of keys, then values by the order of the fields."""
    yield from _slips("", gold, GoldArticle)
    for key, model in LISTS.items():
        items = gold.get(key)
        for place, item in enumerate(items if isinstance(items, list) else []):
            if isinstance(item, dict):
                yield from _slips(f"{key}[{place}].", item, model)
    try:
        GoldArticle.model_validate(gold)
    except ValidationError as error:
        yield from map(_told, error.errors(include_url=False))
    yield from _no_partition(gold.get("section_kinds"))


def _slips(where: str, item: Mapping[str, Any], model: type[BaseModel]) -> Iterator[str]:
    known = list(model.model_fields)
    for key in item:
        name = key.removesuffix("_alt")
        if name not in known and len(name) >= _SHORTEST_SLIP:
            meant = difflib.get_close_matches(key, known, n=1, cutoff=_LIKENESS)
            if meant:
                yield f"{where}{key}: no such key; expected {meant[0]}"


def _told(error: ErrorDetails) -> str:
    where = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in error["loc"]).lstrip(".")
    if error["type"] == "whole":
        return f"{where}: {error['msg']}"
    return f"{where}: {short(error['input'])}; {_SHAPES.get(error['type'], error['msg'])}"


def _no_partition(kinds: object) -> Iterator[str]:
    """Tell where the kinds of sections leave a gap, overlap, or do not begin at the beginning."""
    if not isinstance(kinds, list) or any(_faulty(one) for one in kinds):
        return
    before = 0
    for place, one in enumerate(kinds):
        if one["start"] != before:
            yield f"section_kinds[{place}].start: {one['start']}; expected {before}, where the one before ends"
        before = one["end"]


def _faulty(one: object) -> bool:
    if not isinstance(one, dict) or any(type(one.get(name)) is not int for name in ("start", "end")):
        return True
    return not 0 <= one["start"] < one["end"]


def short(value: object) -> str:
    """Show a value in a message: "missing" for nothing, the beginning of what is long."""
    text = repr(value)
    return "missing" if value is None else text if len(text) <= 60 else f"{text[:57]}…"


_ROW = ("event_type", "status", "attribution", "time_start", "time_end", "place")
"""Fields of an event that another record's are compared with."""


def as_gold(record: Mapping[str, Any]) -> dict[str, Any]:
    """Put a record into the form of gold: what is known of the article, its items, ties, and kinds of sections.

    Shape:   values as gold writes them: numbers as texts, "" where the record has null; `event` is the record's event.
    """
    items = {
        kind: [_written(item, one) for item, one in zip(found, told_of(record, kind), strict=True)]
        for kind, found in as_items(record).items()
    }
    facts, sections = record.get("facts") or [], record.get("sections") or []
    known = {name: record.get(name) for name in ("text_sha256", "title", "published", "byline", "dateline_place")}
    return {
        "id": record["article_id"],
        **{name: value for name, value in known.items() if value is not None},
        "headings": [[one["heading"], one.get("subheading")] for one in sections if one.get("heading")],
        **items,
        "relations": [
            {"type": name, "of": one["fact_id"], "to": one[name]} for one in facts for name in TYPES if one.get(name)
        ],
        "event_rows": [
            {"event": one["event_id"], **{name: str(one.get(name) or "") for name in _ROW}}
            for one in record.get("events") or []
        ],
        "section_kinds": [{"start": s["start_char"], "end": s["end_char"], "kind": s["kind"]} for s in sections],
    }


def _written(item: Item, told: Mapping[str, Any]) -> Item:
    """Write an item as gold has it: a person without empty titles; a fact with its key, its span and its event."""
    if "fact_id" not in told:
        age = item.get("age")
        titles = [title for title in item.get("titles") or [] if title]
        return {**item, "titles": list(dict.fromkeys(titles)), "age": None if age is None else str(age)}
    marked = {"span": told.get("text", ""), "start": item["start"], "end": item["end"]}
    said = {name: "" if value is None else str(value) for name, value in item.items() if name not in marked}
    if told["kind"] == "quote":
        said = {"speaker": said["speaker"]}
    if told["kind"] == "count" and told.get("direction"):
        said["direction"] = str(told["direction"])
    if told["kind"] != "count":
        said.pop("event_type", None)
    return {**marked, **said, "event": told.get("event_id") or "", "key": told["fact_id"]}


def gold_lines(golds: Iterable[Mapping[str, Any]]) -> str:
    """Write gold as JSON lines, numbers and dates as texts."""
    return "".join(json.dumps(one, ensure_ascii=False, default=str) + "\n" for one in golds)
