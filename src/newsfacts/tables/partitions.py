"""Tables as Parquet files by day of publication: TABLE/published=2024-05-31/part-00000.parquet.

The layout is Hive's, which Spark, DuckDB, pandas and the big warehouses read: `published` stands in the folder's name
and not in the file. Articles without a date, and failures, are under `published=__HIVE_DEFAULT_PARTITION__`.
"""

import os
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsfacts.tables.articles import Articles
from newsfacts.tables.blocks import BATCH_CHARS, size
from newsfacts.tables.catalogue import TABLES, table
from newsfacts.tables.columns import Table
from newsfacts.tables.definitions import arrow_schema
from newsfacts.tables.files import drops, unfinished
from newsfacts.tables.lines import other_columns
from newsfacts.tables.parquet import Parquet, ParquetSink, kept_rows
from newsfacts.tables.rows import Row, Rows
from newsfacts.tables.target import Keep, Target

__all__ = ["PartitionedStore"]

_NOWHERE = "__HIVE_DEFAULT_PARTITION__"
"""Hive's name for null."""
_ROWS = 50_000
"""Rows of all tables and days that are gathered before they are written, a file for each table and day."""


class PartitionedStore:
    """Keep tables as folders of Parquet files, parted by a column of `articles`."""

    errors: tuple[type[Exception], ...] = (OSError,)

    def __init__(self, target: Target) -> None:
        self._target, self._by = target, target.partition_by or "published"
        self._parquet = Parquet()
        self._tables = {one.name: target.folder / one.name for one in TABLES}
        if target.keep is not Keep.REPLACE:
            for one in TABLES:
                self._check(one)
        self._rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
        self._gathered = self._chars = 0
        self._begun = False

    def full(self) -> Path | None:
        """Give a folder of the target that has rows."""
        return next((folder for folder in self._tables.values() if any(_parts(folder))), None)

    def article_ids(self) -> Iterator[str]:
        """List the articles that the target has records of."""
        for path in _parts(self._tables["articles"]):
            yield from self._parquet.article_ids(path, table("articles"))

    def begin(self) -> None:
        """Make way for what is staged."""
        self._begun = True
        for folder in self._tables.values():
            shutil.rmtree(unfinished(folder), ignore_errors=True)
            unfinished(folder).mkdir(parents=True)

    def add(self, rows: Rows) -> None:
        """Stage rows; each goes to the day of its article."""
        names = table("articles").names
        at, by = names.index("article_id"), names.index(self._by)
        days = {row[at]: _NOWHERE if row[by] is None else str(row[by]) for row in rows.get("articles", [])}
        for name, group in rows.items():
            place = table(name).names.index("article_id")
            for row in group:
                self._rows[name, days.get(row[place], _NOWHERE)].append(row)
            self._gathered += len(group)
            self._chars += size(group)
        if self._gathered >= _ROWS or self._chars >= BATCH_CHARS:
            self._flush()

    def _flush(self) -> None:
        for (name, day), rows in self._rows.items():
            folder = unfinished(self._tables[name]) / f"{self._by}={day}"
            folder.mkdir(exist_ok=True)
            kept = [index for index, column in enumerate(table(name).names) if column != self._by]
            sink = ParquetSink(_free(folder), self._schema(table(name)))
            sink.add([tuple(row[index] for index in kept) for row in rows])
            sink.close()
        self._rows.clear()
        self._gathered = self._chars = 0

    def publish(self, articles: Articles) -> None:
        """Put what is staged in its place; `articles` first, by which a load that was cut off here is noticed."""
        self._flush()
        for one in TABLES:
            folder = self._tables[one.name]
            if self._target.keep is Keep.REPLACE:
                shutil.rmtree(folder, ignore_errors=True)
            elif self._target.keep is Keep.UPSERT:
                self._thin(one, articles)
            for path in _parts(unfinished(folder)):
                day = folder / path.parent.name
                day.mkdir(parents=True, exist_ok=True)
                os.replace(path, _free(day))
            shutil.rmtree(unfinished(folder))
        self._begun = False

    def _thin(self, one: Table, articles: Articles) -> None:
        """Write the files of a table anew that hold rows which go, without them."""
        drop = drops(one, articles, Keep.UPSERT)
        for path in list(_parts(self._tables[one.name])):
            if not any(map(drop, self._parquet.article_ids(path, one))):
                continue
            sink = ParquetSink(unfinished(path), self._schema(one))
            rows = 0
            for kept in kept_rows(path, self._schema(one), drop):
                sink.add_table(kept)
                rows += kept.num_rows
            sink.close()
            if rows:
                os.replace(unfinished(path), path)
            else:
                unfinished(path).unlink()
                path.unlink()

    def discard(self) -> None:
        """Remove what is staged; after `publish` there is nothing to remove."""
        if self._begun:
            for folder in self._tables.values():
                shutil.rmtree(unfinished(folder), ignore_errors=True)
        self._begun = False

    def _schema(self, one: Table) -> Any:
        import pyarrow

        return pyarrow.schema([column for column in arrow_schema(one) if column.name != self._by])

    def _check(self, one: Table) -> None:
        from pyarrow import parquet

        first = next(_parts(self._tables[one.name]), None)
        if first is not None:
            names = tuple(parquet.read_schema(first).names)
            if names != tuple(self._schema(one).names):
                raise other_columns(first, names, one)


def _parts(folder: Path) -> Iterator[Path]:
    """List the files of a table, day by day."""
    return iter(sorted(folder.glob("*=*/*.parquet")))


def _free(folder: Path) -> Path:
    """Name the next file of a folder."""
    taken = [int(path.stem.removeprefix("part-")) for path in folder.glob("part-*.parquet")]
    return folder / f"part-{max(taken, default=-1) + 1:05}.parquet"
