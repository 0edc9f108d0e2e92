"""Write what the models say as schemas for others: JSON Schema, SQL of five systems, Spark's StructType.

The files under `schemas/` come from here and are never edited by hand; a test fails where they are stale.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from newsfacts.errors import OutputError
from newsfacts.record import SCHEMA_VERSION, Failure, Record
from newsfacts.tables.catalogue import TABLES
from newsfacts.tables.definitions import DIALECTS, LOADERS, create, load_script, spark_struct, table_schema
from newsfacts.tables.nested import spark_row_struct

__all__ = ["DRAFT", "identifier", "json_schema", "schemas", "write_schemas"]

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> Iterator[tuple[str, str]]:
    """Yield each file of `schemas/`: its name and its content."""
    for name, model in (("record", Record), ("failure", Failure)):
        yield f"{name}.schema.json", _written(json_schema(name, model))
    for table in TABLES:
        yield f"tables/{table.name}.schema.json", _written(_head(f"table:{table.name}") | table_schema(table))
        yield f"spark/{table.name}.json", spark_struct(table)
    yield "spark/row.json", _written(spark_row_struct())
    for system in DIALECTS:
        yield f"sql/{system}.sql", create(system)
    for system in LOADERS:
        yield f"sql/{system}_upsert.sql", load_script(system)


def json_schema(name: str, model: type[BaseModel]) -> dict[str, Any]:
    """Make the JSON Schema of what a model writes: every key is required, as it always comes."""
    body = model.model_json_schema(mode="serialization", schema_generator=_AllRequired)
    return _head(name) | body


def _head(name: str) -> dict[str, Any]:
    return {"$schema": DRAFT, "$id": identifier(name)}


def _written(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def identifier(name: str) -> str:
    """Give the $id of a schema: a name, not an address to fetch."""
    return f"urn:newsfacts:schema:{name}:{SCHEMA_VERSION}"


class _AllRequired(GenerateJsonSchema):
    """Ask for every key, also those with a default: records are written with all of them."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        return True


def write_schemas(folder: Path, files: Iterable[tuple[str, str]]) -> list[Path]:
    """Write schema files, by name and content, to a folder and list them.

    Raises:  OutputError where the folder cannot be written.
    """
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files:
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8")
            written.append(path)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror}); expected a folder to write to") from error
    return written
