"""Articles on Spark: a DataFrame of articles in, a DataFrame of records and failures out. Needs the extra `spark`.

Each Python worker of Spark loads the model once and keeps it for all tasks that it is given. Rows go through as Arrow
batches with a fixed schema made from the models, one row an article, without a shuffle; a task that Spark repeats gives
the same rows. What is not done here: ids that come twice are not looked for, since that would take a shuffle.
"""

import os
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from newsfacts.article import Article
from newsfacts.engines.work import Extracts, attempt
from newsfacts.errors import InputError, OutputError
from newsfacts.options import Options
from newsfacts.record import Failure, Record
from newsfacts.sources.files import Location
from newsfacts.sources.options import ReadOptions, failure
from newsfacts.sources.rows import read_row
from newsfacts.sources.streams import missing
from newsfacts.tables.nested import arrow_row_schema, nested_row, spark_row_struct, to_record
from newsfacts.tables.rows import record_rows

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

__all__ = ["INPUT", "extract", "run", "session", "to_record"]

INPUT = ("article_id", "text", "title", "published", "source")
"""Columns that are read; only `text` has to be there."""
DEFAULT_OPTIONS = Options()
_BROKEN = "_corrupt_record"
"""Spark's column for a line that is no JSON."""
_PLACE = Location("data frame", "row", "", None)
_BATCH = 64
"""Rows that are handed back together."""
_SETTINGS = {
    # Batches are held whole on both sides: a hundred articles are enough to make their cost disappear.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "100",
    # Spark cuts files as if reading were the work; here a megabyte of text is some twenty seconds of it.
    "spark.sql.files.maxPartitionBytes": "4m",
    "spark.sql.files.openCostInBytes": "64k",
}
"""Settings of Spark that differ from its own, where the user has not said otherwise."""

Load = Callable[[Options], Extracts]
"""Makes an extractor as the options say."""


@cache
def load(options: Options) -> Extracts:
    """Load the extractor, once for all tasks of a worker process; Spark gives a task no other place to keep it."""
    from newsfacts.extract import load as load_extractor

    return load_extractor(options=options)


def extract(frame: "DataFrame", *, options: Options = DEFAULT_OPTIONS, load: Load = load) -> "DataFrame":
    """Extract the articles of a DataFrame.

    Shape:   one row an article with `article_id`, and `record` or `failure`, typed as schemas/spark/row.json says.
             A number that DECIMAL(38, 6) cannot hold is null, and a row with a failure of its own says so.
    Raises:  InputError where there is no column `text`.
    """
    from pyspark.sql.types import StructType

    if "text" not in frame.columns:
        raise InputError(
            f"the data frame has no column 'text'; it has {', '.join(frame.columns)}; rename the right one"
        )
    columns = [name for name in (*INPUT, _BROKEN) if name in frame.columns]
    schema = StructType.fromJson(spark_row_struct())
    return frame.select(*columns).mapInArrow(partial(_map, options, load), schema)


def _map(options: Options, load: Load, batches: Iterator[Any]) -> Iterator[Any]:
    """Turn Arrow batches of articles into Arrow batches of rows; this runs in Spark's workers."""
    import pyarrow

    extractor, schema = load(options), arrow_row_schema()
    rows: list[dict[str, Any]] = []
    number = 0
    for batch in batches:
        for given in batch.to_pylist():
            number += 1
            rows += _rows(given, number, extractor)
            if len(rows) >= _BATCH:
                yield pyarrow.RecordBatch.from_pylist(rows, schema)
                rows = []
    if rows:
        yield pyarrow.RecordBatch.from_pylist(rows, schema)


def _rows(given: dict[str, Any], number: int, extractor: Extracts) -> Iterator[dict[str, Any]]:
    item = _item(given, number)
    result: Record | Failure = item if isinstance(item, Failure) else attempt(extractor, item)
    yield nested_row(result)
    if isinstance(result, Record):
        for article_id, source, stage, error, message in record_rows(result)["failures"]:
            told = {"article_id": article_id, "source": source, "stage": stage, "error": error, "message": message}
            yield nested_row(Failure.model_validate(told))


def _item(given: dict[str, Any], number: int) -> Article | Failure:
    broken = given.get(_BROKEN)
    if broken is not None:
        message = f"a line is not JSON (it begins {broken[:60]!r}); expected one object a line"
        return failure(f"row:{number}", _PLACE, "InputError", message)
    return read_row(given, number, _PLACE, ReadOptions())


def session() -> "SparkSession":
    """Give the Spark session: the one that spark-submit set up, else a local one on all cores.

    Raises:  OutputError where pyspark is not installed; the message names the pip line.
    """
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one thread a worker: there is a worker for each core
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise OutputError(missing("pyspark", "spark", "running on Spark")) from error
    builder = SparkSession.builder.appName("newsfacts").config("spark.executorEnv.OPENBLAS_NUM_THREADS", "1")
    spark = builder.getOrCreate()
    given = spark.sparkContext.getConf()
    for name, value in _SETTINGS.items():
        if not given.contains(name):
            spark.conf.set(name, value)
    return spark


def run(input_path: str, output_path: str, options: Options) -> None:
    """Extract a file or folder of articles to a Parquet data set.

    Raises:  InputError and OutputError where the input cannot be read or the output cannot be written.
    """
    from py4j.protocol import Py4JJavaError
    from pyspark.errors import PySparkException

    spark = session()
    try:
        extract(_read(spark, input_path), options=options).write.mode("errorifexists").parquet(output_path)
    except (PySparkException, Py4JJavaError) as error:
        raise OutputError(f"{input_path} to {output_path}: {str(error)[:500]}") from error
    finally:
        spark.stop()


def _read(spark: "SparkSession", path: str) -> "DataFrame":
    plain = path.rstrip("/").lower().removesuffix(".gz").removesuffix(".bz2").removesuffix(".zst")
    strings = ", ".join(f"{name} STRING" for name in INPUT)
    if plain.endswith((".jsonl", ".ndjson", ".json")):
        return spark.read.schema(f"{strings}, {_BROKEN} STRING").json(path)
    if plain.endswith(".csv"):
        return spark.read.csv(path, header=True, multiLine=True, escape='"')
    return spark.read.parquet(path)
