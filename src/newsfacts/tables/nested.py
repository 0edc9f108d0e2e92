"""A whole record as one nested row, for systems that hold lists of structures: Spark and Arrow.

The type is read off the models, never inferred from data. Facts of all kinds share one structure that has every field
of every kind; fields that a kind lacks are null.
"""

import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from newsfacts.record import FACTS, Failure, Record
from newsfacts.tables.columns import SPARK_TYPES, Column, Type, arrow_types, columns_of
from newsfacts.tables.rows import fits, storable

__all__ = ["arrow_row_schema", "nested_row", "spark_row_struct", "to_record"]

_KINDS: Mapping[str, type[BaseModel]] = {model.model_fields["kind"].default: model for model in FACTS}


@dataclass(frozen=True, slots=True)
class _Field:
    """Describe a field: a plain column, or a list of structures or texts."""

    column: Column
    fields: tuple["_Field", ...] = ()
    """What the structures of a list hold; empty for a list of texts and for a plain column."""


def _fields(model: type[BaseModel]) -> tuple[_Field, ...]:
    found = []
    for column in columns_of(model):
        models = _models(model.model_fields[column.name].annotation) if column.type is Type.JSON else []
        found.append(_Field(column, _merged(models)))
    return tuple(found)


def _merged(models: Sequence[type[BaseModel]]) -> tuple[_Field, ...]:
    """Give every field of every model once; with several models all of them may be null."""
    fields: dict[str, _Field] = {}
    for model in models:
        for field in _fields(model):
            fields.setdefault(field.column.name, field)
    return tuple(fields.values())


def _models(annotation: Any) -> list[type[BaseModel]]:
    """List the models that the members of a list may be."""
    if get_origin(annotation) in (list, Annotated):
        return _models(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return [model for part in get_args(annotation) for model in _models(part)]
    return [annotation] if isinstance(annotation, type) and issubclass(annotation, BaseModel) else []


_ROW = (("record", Record), ("failure", Failure))
"""What a row holds beside the article's id: one of the two."""


def spark_row_struct() -> dict[str, Any]:
    """Give the type of a row as the JSON of Spark's StructType."""
    fields = [{"name": "article_id", "type": "string", "nullable": False, "metadata": {}}]
    for name, model in _ROW:
        fields.append({"name": name, "type": _spark_struct(_fields(model)), "nullable": True, "metadata": {}})
    return {"type": "struct", "fields": fields}


def _spark_struct(fields: Sequence[_Field]) -> dict[str, Any]:
    return {
        "type": "struct",
        "fields": [
            {"name": field.column.name, "type": _spark_type(field), "nullable": True, "metadata": {}}
            for field in fields
        ],
    }


def _spark_type(field: _Field) -> Any:
    if field.column.type is not Type.JSON:
        return SPARK_TYPES[field.column.type]
    element = _spark_struct(field.fields) if field.fields else "string"
    return {"type": "array", "elementType": element, "containsNull": True}


def arrow_row_schema() -> Any:
    """Make the Arrow schema of a row; needs pyarrow."""
    import pyarrow

    fields = [pyarrow.field("article_id", pyarrow.string(), nullable=False)]
    return pyarrow.schema(fields + [pyarrow.field(name, _arrow_struct(_fields(model))) for name, model in _ROW])


def _arrow_struct(fields: Sequence[_Field]) -> Any:
    import pyarrow

    return pyarrow.struct([pyarrow.field(field.column.name, _arrow_type(field)) for field in fields])


def _arrow_type(field: _Field) -> Any:
    import pyarrow

    if field.column.type is not Type.JSON:
        return arrow_types()[field.column.type]
    return pyarrow.list_(_arrow_struct(field.fields) if field.fields else pyarrow.string())


def nested_row(item: Record | Failure) -> dict[str, Any]:
    """Make the row of a record or failure: values as Arrow takes them; a number that does not fit is null."""
    name = "record" if isinstance(item, Record) else "failure"
    return {"article_id": storable(item.article_id), "record": None, "failure": None, name: _plain(item.model_dump())}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, str):
        return storable(str(value))
    if isinstance(value, Decimal):
        return value if fits(value) else None
    return value


def to_record(row: Mapping[str, Any]) -> Record:
    """Make a record of the `record` of a row, given as nested dictionaries (`row.record.asDict(recursive=True)`)."""
    facts = []
    for fact in row["facts"]:
        fields = _KINDS[fact["kind"]].model_fields
        facts.append({name: value for name, value in fact.items() if name in fields})
    return Record.model_validate({**row, "facts": facts})
