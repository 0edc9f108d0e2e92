"""The schemas are current, say all that is written, and accept every record of the corpus."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newsfacts.evaluation.schemas import schemas as schemas_of_gold
from newsfacts.record import Failure, Record, Stage, to_json
from newsfacts.tables.schema import json_schema, schemas, write_schemas

SCHEMAS = Path(__file__).parents[2] / "schemas"


FILES = [*schemas(), *schemas_of_gold()]


@pytest.mark.parametrize(("name", "content"), FILES, ids=[name for name, _ in FILES])
def test_the_file_is_current(name: str, content: str) -> None:
    assert (SCHEMAS / name).read_text("utf-8") == content, "stale; run: newsfacts schema"


def test_no_file_is_left_over() -> None:
    assert {str(path.relative_to(SCHEMAS)) for path in SCHEMAS.rglob("*.*")} == {name for name, _ in FILES}


def test_schemas_can_be_written_anywhere(tmp_path: Path) -> None:
    assert [path.name for path in write_schemas(tmp_path / "new", FILES)] == [Path(name).name for name, _ in FILES]


def objects(schema: Any) -> list[dict[str, Any]]:
    """List every object schema within a schema."""
    if isinstance(schema, list):
        return [found for part in schema for found in objects(part)]
    if not isinstance(schema, dict):
        return []
    own = [schema] if "properties" in schema else []
    return own + [found for part in schema.values() for found in objects(part)]


@pytest.mark.parametrize(("name", "model"), [("record", Record), ("failure", Failure)])
def test_the_schema_is_sound_and_says_everything(name: str, model: type[Record]) -> None:
    schema = json_schema(name, model)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:newsfacts:schema:{name}:2.0"
    for part in objects(schema):
        assert part["required"] == list(part["properties"])
        assert part["additionalProperties"] is False
        assert all("description" in field or "$ref" in field for field in part["properties"].values()), part["title"]


def test_every_record_of_the_corpus_fits(corpus_records: dict[str, Record]) -> None:
    check = jsonschema.Draft202012Validator(
        json_schema("record", Record), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    for record in corpus_records.values():
        check.validate(json.loads(to_json(record)))


SPOILERS: list[tuple[str, Any]] = [
    ("text_length", -1),
    ("text_sha256", "x"),
    ("published", 5),
    ("facts", None),
    ("new", 1),
]


@pytest.mark.parametrize(("key", "value"), SPOILERS)
def test_a_spoiled_record_does_not_fit(key: str, value: Any, corpus_records: dict[str, Record]) -> None:
    record = json.loads(to_json(next(iter(corpus_records.values())))) | {key: value}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, json_schema("record", Record))


def test_a_key_that_is_missing_does_not_fit(corpus_records: dict[str, Record]) -> None:
    record = json.loads(to_json(next(iter(corpus_records.values()))))
    for key in record:
        with pytest.raises(jsonschema.ValidationError, match="is a required property"):
            jsonschema.validate({k: v for k, v in record.items() if k != key}, json_schema("record", Record))


def test_a_failure_fits() -> None:
    failure = Failure(article_id="a", source=None, stage=Stage.READ, error="InputError", message="m")
    jsonschema.validate(json.loads(to_json(failure)), json_schema("failure", Failure))
