"""Spark gives the records that the local engine gives, and failures as rows. Needs Java and pyspark."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import doubles
import pytest

from newsfacts.errors import InputError
from newsfacts.options import Options
from newsfacts.record import Record, read_record, to_json

ROOT = Path(__file__).parent.parent.parent
ARTICLES = ROOT / "corpus" / "articles"


def double(options: Options) -> doubles.Double:
    return doubles.Double(options.model)


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """Give a local Spark session with two workers."""
    if not shutil.which("java"):
        pytest.skip("Java is not installed")
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    from newsfacts.engines.spark import session

    before = {name: os.environ.get(name) for name in ("PYSPARK_SUBMIT_ARGS", "PYTHONPATH")}
    os.environ["PYSPARK_SUBMIT_ARGS"] = "--master local[2] --conf spark.ui.enabled=false pyspark-shell"
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])
    running = session()
    yield running
    running.stop()
    for name, value in before.items():
        os.environ.pop(name, None)
        if value is not None:
            os.environ[name] = value


def rows(frame: Any) -> list[dict[str, Any]]:
    return [row.asDict(recursive=True) for row in frame.collect()]


def frame_of(spark: Any, articles: list[dict[str, Any]], parts: int = 4) -> Any:
    columns = ("article_id", "text", "title", "published", "source")
    schema = ", ".join(f"{name} STRING" for name in columns)
    values = [tuple(article.get(name) for name in columns) for article in articles]
    return spark.createDataFrame(values, schema).repartition(parts)


def test_the_records_are_those_of_the_local_engine(spark: Any, corpus_records: dict[str, Record]) -> None:
    from newsfacts.engines.spark import extract, to_record

    articles = []
    for article_id, record in corpus_records.items():
        text = (ARTICLES / article_id).read_bytes().decode("utf-8")
        gold = json.loads((ARTICLES / article_id).with_name("gold.json").read_text("utf-8"))
        articles.append({"article_id": article_id, "text": text, "published": gold["published"], "source": "s"})
        assert record.source is None
    found = [to_record(row["record"]) for row in rows(extract(frame_of(spark, articles)))]
    expected = [record.model_copy(update={"source": "s"}) for record in corpus_records.values()]
    assert sorted(map(to_json, found)) == sorted(map(to_json, expected))


def test_what_cannot_be_read_or_extracted_is_a_row_of_its_own(spark: Any) -> None:
    from newsfacts.engines.spark import extract

    articles = [
        {"article_id": "good", "text": "5 men"},
        {"article_id": "empty", "text": " "},
        {"article_id": "none"},
        {"article_id": "bad", "text": "RAISE"},
        {"article_id": "date", "text": "5 men", "published": "May"},
        {"article_id": "nul", "text": "5 men\0"},
    ]
    found = {
        row["article_id"]: row for row in rows(extract(frame_of(spark, articles), options=Options("m"), load=double))
    }
    assert found.keys() == {article["article_id"] for article in articles}
    assert {name for name, row in found.items() if row["record"]} == {"good", "nul", "date"}
    assert found["bad"]["failure"]["error"] == "ValueError"
    assert found["date"]["record"]["published_text"] == "May"
    assert all((row["record"] is None) != (row["failure"] is None) for row in found.values())


def test_a_small_file_is_work_for_every_core(spark: Any, tmp_path: Path) -> None:
    from newsfacts.engines.spark import INPUT

    lines = [json.dumps({"article_id": str(number), "text": "Police held 5 men. " * 20}) for number in range(2000)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    schema = ", ".join(f"{name} STRING" for name in INPUT)
    assert spark.read.schema(schema).json(str(tmp_path / "in.jsonl")).rdd.getNumPartitions() >= 2


def test_a_frame_without_text_is_refused(spark: Any) -> None:
    from newsfacts.engines.spark import extract

    with pytest.raises(InputError, match="no column 'text'; it has id, body"):
        extract(spark.createDataFrame([("a", "b")], "id STRING, body STRING"))


def test_the_schema_is_the_shipped_one(spark: Any) -> None:
    from newsfacts.engines.spark import extract

    shipped = json.loads((ROOT / "schemas" / "spark" / "row.json").read_text("utf-8"))
    assert extract(frame_of(spark, [])).schema.jsonValue() == shipped


def test_the_tables_that_are_shipped_are_types_that_spark_knows(spark: Any) -> None:
    from pyspark.sql.types import StructType

    for path in sorted((ROOT / "schemas" / "spark").glob("*.json")):
        struct = StructType.fromJson(json.loads(path.read_text("utf-8")))
        assert spark.createDataFrame([], struct).columns == struct.names


def test_the_command_reads_json_lines_and_writes_parquet(tmp_path: Path) -> None:
    if not shutil.which("java"):
        pytest.skip("Java is not installed")
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    from newsfacts.engines.spark import to_record

    lines = [
        '{"article_id": "x", "text": "Police arrested 12 suspects in Ayr.", "published": "2024-05-31"}',
        '{"text": ',
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    command = [sys.executable, "-m", "newsfacts.cli"]
    arguments = [str(tmp_path / "in.jsonl"), str(tmp_path / "out")]
    settings = {"PYSPARK_SUBMIT_ARGS": "--master local[1] --conf spark.ui.enabled=false pyspark-shell"}
    environment = os.environ | settings | {"PYTHONPATH": str(ROOT / "src")}
    subprocess.run([*command, "spark", *arguments], check=True, env=environment, capture_output=True)
    found = parquet.read_table(tmp_path / "out").to_pylist()
    (record,) = [to_record(row["record"]) for row in found if row["record"]]
    (failure,) = [row["failure"] for row in found if row["failure"]]
    assert "not JSON" in failure["message"]
    subprocess.run(
        [*command, "extract", arguments[0], "-o", str(tmp_path / "local.jsonl")], check=False, env=environment
    )
    local = read_record((tmp_path / "local.jsonl").read_text().splitlines()[0])
    assert record == local.model_copy(update={"source": "data frame"})
    again = subprocess.run(
        [*command, "spark", *arguments], check=False, env=environment, capture_output=True, text=True
    )
    assert again.returncode == 2
    assert "already exists" in again.stderr


def test_packs_reach_the_workers(spark: Any) -> None:
    from newsfacts.engines.spark import extract

    options = Options(packs=(ROOT / "tests" / "packs" / "rustling",))
    frame = frame_of(spark, [{"article_id": "a", "text": "Rustlers took 40 head of cattle."}], 1)
    (row,) = rows(extract(frame, options=options))
    assert [fact["rule"] for fact in row["record"]["facts"]] == ["rustling/head-of"]
    assert [pack["name"] for pack in row["record"]["packs"]] == ["rustling"]
