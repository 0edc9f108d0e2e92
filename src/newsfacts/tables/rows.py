"""A record to rows: one tuple a row, values in the order of the table's columns.

Warehouses hold neither half characters (lone surrogates) nor NUL; in rows, both are written as U+FFFD. Offsets still
index the article.
"""

import json
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import Enum

from pydantic import BaseModel

from newsfacts.record import Failure, Record, Stage
from newsfacts.tables.catalogue import TABLES, table
from newsfacts.tables.columns import Column, Type

__all__ = ["LARGEST", "SCALE", "Row", "Rows", "failure_rows", "fits", "record_rows", "storable"]

Row = tuple[object, ...]
"""The values of one row: str, int, float, Decimal, datetime.date or None."""
Rows = dict[str, list[Row]]
"""Rows by table."""

SCALE = 6
"""Decimal places of a number column."""
LARGEST = Decimal(10) ** (38 - SCALE)
"""Numbers of a number column are smaller."""

_UNSTORABLE = re.compile("[\ud800-\udfff\0]")
_Fill = Callable[[str], object]


def record_rows(record: Record) -> Rows:
    """Give the rows of a record; a number that fits no column is null there, and a row of `failures` says so."""
    rows: Rows = {table.name: [] for table in TABLES}
    rows["articles"] = [_row("articles", record)]
    keys: dict[str, object] = {"article_id": record.article_id}
    rows["sections"] = [_row("sections", section, keys) for section in record.sections]
    for person in record.people:
        rows["people"].append(_row("people", person, keys))
        for index, role in enumerate(person.roles):
            rows["roles"].append(_row("roles", role, keys | {"person_id": person.person_id, "role_index": index}))
    for event in record.events:
        rows["events"].append(_row("events", event, keys))
        of_event = keys | {"event_id": event.event_id}
        rows["event_people"] += [_row("event_people", person, of_event) for person in event.people]
    for fact in record.facts:
        rows[fact.table].append(_row(fact.table, fact, keys))
        for field in ("value", "min_value", "max_value"):
            number = getattr(fact, field, None)
            if number is not None and not fits(number):
                rows["failures"] += _misfit(record, f"{field} of fact {fact.fact_id} is {number}")
    return rows


def failure_rows(failure: Failure) -> Rows:
    """Give the row of a failure."""
    return {"failures": [_row("failures", failure)]}


def _misfit(record: Record, what: str) -> list[Row]:
    message = f"article {record.article_id!r}: {what}; a column holds numbers below 1e32 with up to 6 decimal places"
    failure = Failure(
        article_id=record.article_id, source=record.source, stage=Stage.WRITE, error="NumberTooFine", message=message
    )
    return failure_rows(failure)["failures"]


def _row(name: str, model: BaseModel, keys: dict[str, object] | None = None) -> Row:
    known = keys or {}
    return tuple(
        _value(column, known.get(column.name, getattr(model, column.name, None))) for column in table(name).columns
    )


def _value(column: Column, value: object) -> object:
    if column.type is Type.JSON:
        return storable(json.dumps(_plain(value), ensure_ascii=False))
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, Decimal) and not fits(value):
        return None
    return value


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(part) for part in value]
    return value


def storable(text: str) -> str:
    """Replace what warehouses do not hold."""
    return text if text.isascii() and "\0" not in text else _UNSTORABLE.sub("\ufffd", text)


def fits(number: Decimal) -> bool:
    """Tell whether a number column holds a number exactly."""
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -SCALE and abs(number) < LARGEST
