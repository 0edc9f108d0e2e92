"""`newsfacts spark`: a data set in, a data set out."""

from typing import Any

import click

from newsfacts.cli.options import extracting, extraction
from newsfacts.cli.progress import messages

__all__ = ["command"]


@click.command("spark")
@click.argument("input_path", metavar="INPUT")
@click.argument("output_path", metavar="OUTPUT")
@extracting
def command(input_path: str, output_path: str, **given: Any) -> None:
    """Extract INPUT to OUTPUT with Spark.

    INPUT is Parquet, CSV (.csv) or JSON lines (.jsonl, .json) with the columns article_id and text, and where known
    title, published, source. OUTPUT becomes a Parquet data set of records and failures (schemas/spark/row.json).
    Where it runs is said to spark-submit: spark-submit --master ... $(which newsfacts) spark INPUT OUTPUT
    """
    with messages():
        from newsfacts.engines.spark import run

        run(input_path, output_path, extraction(given))
