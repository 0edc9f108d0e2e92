"""What a column is, and how the fields of a model become columns."""

import datetime
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

__all__ = ["SPARK_TYPES", "Column", "Table", "Type", "arrow_types", "columns_of", "merge"]


class Type(Enum):
    """Name the types of columns."""

    TEXT = "text"
    JSON = "json"
    """Text that holds a JSON array: lists have no form that all warehouses and CSV share."""
    INTEGER = "integer"
    NUMBER = "number"
    """DECIMAL(38, 6)."""
    FLOAT = "float"
    DATE = "date"


SPARK_TYPES: Mapping[Type, str] = {
    **{Type.TEXT: "string", Type.JSON: "string", Type.INTEGER: "long"},
    **{Type.NUMBER: "decimal(38,6)", Type.FLOAT: "double", Type.DATE: "date"},
}
"""What Spark calls the types."""


def arrow_types() -> Mapping[Type, Any]:
    """Give Arrow's types for ours; needs pyarrow."""
    import pyarrow

    return {
        Type.TEXT: pyarrow.string(),
        Type.JSON: pyarrow.string(),
        Type.INTEGER: pyarrow.int64(),
        Type.NUMBER: pyarrow.decimal128(38, 6),
        Type.FLOAT: pyarrow.float64(),
        Type.DATE: pyarrow.date32(),
    }


@dataclass(frozen=True, slots=True)
class Column:
    """Describe one column."""

    name: str
    type: Type
    nullable: bool
    description: str
    values: tuple[str, ...] = ()
    """The closed set that the column's values are from, where there is one."""


@dataclass(frozen=True, slots=True)
class Table:
    """Describe one table."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """Columns that together name a row."""

    @property
    def names(self) -> tuple[str, ...]:
        """List the names of the columns."""
        return tuple(column.name for column in self.columns)


def columns_of(model: type[BaseModel], *, without: Sequence[str] = ()) -> tuple[Column, ...]:
    """Make a column of each field of a model, in order, lists as JSON."""
    return tuple(_column(name, field) for name, field in model.model_fields.items() if name not in without)


def merge(groups: Sequence[Sequence[Column]]) -> tuple[Column, ...]:
    """Put the columns of several models side by side; those that one of them lacks may be null."""
    merged: dict[str, Column] = {}
    for column in (column for group in groups for column in group):
        known = merged.get(column.name, column)
        values = tuple(dict.fromkeys(known.values + column.values)) if known.values and column.values else ()
        merged[column.name] = replace(known, nullable=known.nullable or column.nullable, values=values)
    everywhere = set.intersection(*({column.name for column in group} for group in groups))
    return tuple(column if column.name in everywhere else replace(column, nullable=True) for column in merged.values())


def _column(name: str, field: FieldInfo) -> Column:
    found = [part for part in _parts(field.annotation) if part is not type(None)]
    nullable = len(found) < len(list(_parts(field.annotation)))
    kind, values = _type(found[0])
    note = " A JSON array." if kind is Type.JSON else ""
    return Column(name, kind, nullable, (field.description or "") + note, values)


def _parts(annotation: Any) -> Iterator[Any]:
    """Walk the members of a union, without the metadata that hangs on them."""
    if get_origin(annotation) is Annotated:
        yield from _parts(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, types.UnionType):
        for part in get_args(annotation):
            yield from _parts(part)
    else:
        yield annotation


def _type(annotation: Any) -> tuple[Type, tuple[str, ...]]:
    if get_origin(annotation) is list:
        return Type.JSON, ()
    if get_origin(annotation) is Literal:
        return Type.TEXT, tuple(get_args(annotation))
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return Type.TEXT, tuple(member.value for member in annotation)
    plain = {str: Type.TEXT, int: Type.INTEGER, float: Type.FLOAT, Decimal: Type.NUMBER, datetime.date: Type.DATE}
    return plain[annotation], ()
