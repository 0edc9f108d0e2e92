"""The tables for others to create and to load: SQL for five systems, Spark's StructType as JSON, JSON Schema, Arrow."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsfacts.tables.catalogue import TABLES
from newsfacts.tables.columns import SPARK_TYPES, Column, Table, Type, arrow_types

__all__ = ["DIALECTS", "LOADERS", "arrow_schema", "create", "load_script", "spark_struct", "table_schema", "upsert"]


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
    index: str = ""
    """A statement for tables whose key does not begin with the article's id, by which loads find old rows."""


_SQL = {Type.TEXT: "TEXT", Type.JSON: "TEXT", Type.INTEGER: "BIGINT", Type.FLOAT: "DOUBLE PRECISION", Type.DATE: "DATE"}

DIALECTS: Mapping[str, Dialect] = {
    "duckdb": Dialect(_SQL | {Type.FLOAT: "DOUBLE", Type.NUMBER: "DECIMAL(38, 6)"}),
    "postgresql": Dialect(
        _SQL | {Type.NUMBER: "NUMERIC(38, 6)"},
        key="PRIMARY KEY ({key})",
        index="CREATE INDEX IF NOT EXISTS {table}_article_id ON {table} (article_id);\n",
    ),
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
    """Write the statements that create all tables for one of DIALECTS, where they are not there yet."""
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
    head = f"-- {table.description}\nCREATE TABLE IF NOT EXISTS {table.name} (\n"
    index = dialect.index.format(table=table.name) if table.key[:1] != ("article_id",) else ""
    return f"{head}{body}\n){dialect.ending.format(key=key)};\n{index}"


def _comment(column: Column) -> str:
    description = " ".join(column.description.split())
    return f"{description} One of: {', '.join(column.values)}." if column.values else description


def upsert(prefix: str) -> str:
    """Write the statements that load each table T from one named `prefix` + T.

    The rows of articles that have a new record go from all tables before the new ones come; an article that only has a
    new failure keeps its older rows and loses older failures.
    """
    fresh = f"SELECT article_id FROM {prefix}articles"
    failed = f"{fresh} UNION ALL SELECT article_id FROM {prefix}failures"
    lines = [
        f"DELETE FROM {table.name} WHERE article_id IN ({failed if table.name == 'failures' else fresh});"
        for table in TABLES
    ]
    lines += [f"INSERT INTO {table.name} SELECT * FROM {prefix}{table.name};" for table in TABLES]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class _Loader:
    """Say how one system's own shell reads the files of a folder into tables of its own."""

    about: str
    begin: str
    stage: str
    """Per table."""
    end: str = ""
    """Per table, behind the statements of `upsert`."""


LOADERS: Mapping[str, _Loader] = {
    "postgresql": _Loader(
        "Run psql in the folder of the CSV tables.",
        "\\set ON_ERROR_STOP on\nBEGIN;\n",
        "CREATE TEMPORARY TABLE new_{table} (LIKE {table}) ON COMMIT DROP;\n"
        "\\copy new_{table} FROM '{table}.csv' (FORMAT csv, HEADER)\n",
    ),
    "duckdb": _Loader(
        "Run duckdb in the folder of the Parquet tables.",
        "BEGIN;\n",
        "CREATE TEMPORARY TABLE new_{table} AS FROM '{table}.parquet';\n",
        "DROP TABLE new_{table};\n",
    ),
}
"""The systems that a script loads tables into."""


REPLACED = (
    "SELECT count(*) AS articles_replaced,"
    " count(*) FILTER (WHERE older.source IS DISTINCT FROM newer.source) AS of_another_source\n"
    "  FROM articles older JOIN new_articles newer USING (article_id);\n"
)
"""Show how many articles are there already, and how many of these may be others that only have the same id."""


def load_script(system: str) -> str:
    """Write the script that adds a folder of tables to one of LOADERS, article by article, all of it or nothing."""
    loader = LOADERS[system]
    return "".join(
        [
            f"-- Add a folder of tables to those in {system}; an article's rows take the place of its older ones.\n",
            f"-- {loader.about} Written by `newsfacts schema`; do not edit.\n",
            loader.begin,
            *(loader.stage.format(table=table.name) for table in TABLES),
            REPLACED,
            upsert("new_"),
            *(loader.end.format(table=table.name) for table in TABLES),
            "COMMIT;\n",
        ]
    )


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
