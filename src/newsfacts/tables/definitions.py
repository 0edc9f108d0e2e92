"""The tables for others to create: SQL for five systems, Spark's StructType as JSON, JSON Schema, Arrow."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsfacts.tables.catalogue import TABLES
from newsfacts.tables.columns import SPARK_TYPES, Column, Table, Type, arrow_types

__all__ = ["DIALECTS", "arrow_schema", "create", "spark_struct", "table_schema"]


@dataclass(frozen=True, slots=True)
class Dialect:
    """Say how one system writes the definition of a table."""

    types: Mapping[Type, str]
    nullable: str = "{type}"
    required: str = "{type} NOT NULL"
    ending: str = ""
    """Behind the columns; {key} stands for the names of the key."""
    key: str = ""
    """Within the brackets, behind the columns, where the table has a key."""


_SQL = {Type.TEXT: "TEXT", Type.JSON: "TEXT", Type.INTEGER: "BIGINT", Type.FLOAT: "DOUBLE PRECISION", Type.DATE: "DATE"}

DIALECTS: Mapping[str, Dialect] = {
    "duckdb": Dialect(_SQL | {Type.FLOAT: "DOUBLE", Type.NUMBER: "DECIMAL(38, 6)"}),
    "postgresql": Dialect(_SQL | {Type.NUMBER: "NUMERIC(38, 6)"}, key="PRIMARY KEY ({key})"),
    "bigquery": Dialect(
        {
            **{Type.TEXT: "STRING", Type.JSON: "STRING", Type.INTEGER: "INT64"},
            **{Type.NUMBER: "BIGNUMERIC(38, 6)", Type.FLOAT: "FLOAT64", Type.DATE: "DATE"},
        },
        key="PRIMARY KEY ({key}) NOT ENFORCED",
    ),
    "snowflake": Dialect(_SQL | {Type.NUMBER: "NUMBER(38, 6)"}, key="PRIMARY KEY ({key})"),
    "clickhouse": Dialect(
        {
            **{Type.TEXT: "String", Type.JSON: "String", Type.INTEGER: "Int64"},
            **{Type.NUMBER: "Decimal(38, 6)", Type.FLOAT: "Float64", Type.DATE: "Date32"},
        },
        nullable="Nullable({type})",
        required="{type}",
        ending=" ENGINE = MergeTree ORDER BY tuple({key})",
    ),
}
"""The systems that SQL is written for."""


def create(system: str) -> str:
    """Write the CREATE TABLE statements of all tables for one of DIALECTS."""
    head = f"-- The tables of newsfacts for {system}. Written by `newsfacts schema`; do not edit.\n"
    return "\n".join([head, *(_create(table, DIALECTS[system]) for table in TABLES)])


def _create(table: Table, dialect: Dialect) -> str:
    """Write one statement, with what the columns mean as comments."""
    parts = []
    for column in table.columns:
        form = dialect.nullable if column.nullable else dialect.required
        parts.append((f"{column.name} {form.format(type=dialect.types[column.type])}", _comment(column)))
    key = ", ".join(table.key)
    if table.key and dialect.key:
        parts.append((dialect.key.format(key=key), ""))
    lines = []
    for number, (definition, comment) in enumerate(parts):
        comma = "," if number < len(parts) - 1 else ""
        lines.append(f"    {definition}{comma}{f' -- {comment}' if comment else ''}")
    body = "\n".join(lines)
    return f"-- {table.description}\nCREATE TABLE {table.name} (\n{body}\n){dialect.ending.format(key=key)};\n"


def _comment(column: Column) -> str:
    description = " ".join(column.description.split())
    return f"{description} One of: {', '.join(column.values)}." if column.values else description


def spark_struct(table: Table) -> str:
    """Write a table as the JSON of Spark's StructType: `StructType.fromJson(json.loads(...))`."""
    fields = [
        {
            "name": column.name,
            "type": SPARK_TYPES[column.type],
            "nullable": column.nullable,
            "metadata": {"comment": _comment(column)},
        }
        for column in table.columns
    ]
    return json.dumps({"type": "struct", "fields": fields}, indent=2, ensure_ascii=False) + "\n"


_JSON: Mapping[Type, dict[str, Any]] = {
    Type.TEXT: {"type": "string"},
    Type.JSON: {"type": "string", "contentMediaType": "application/json"},
    Type.INTEGER: {"type": "integer"},
    Type.NUMBER: {"type": "number"},
    Type.FLOAT: {"type": "number"},
    Type.DATE: {"type": "string", "format": "date"},
}


def table_schema(table: Table) -> dict[str, Any]:
    """Write the JSON Schema of one row of a table, as an object."""
    properties = {}
    for column in table.columns:
        said = dict(_JSON[column.type])
        if column.values:
            said["enum"] = [*column.values, *([None] if column.nullable else [])]
        if column.nullable:
            said["type"] = [said["type"], "null"]
        properties[column.name] = said | {"description": column.description}
    return {
        "title": table.name,
        "description": table.description,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def arrow_schema(table: Table) -> Any:
    """Make the Arrow schema of a table; needs pyarrow."""
    import pyarrow

    types = arrow_types()
    fields = [pyarrow.field(column.name, types[column.type], nullable=column.nullable) for column in table.columns]
    return pyarrow.schema(fields)
