"""Tables as Parquet, one file a table: how rows are written, and how those of a file are walked."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from newsfacts.tables.blocks import BATCH, Blocks
from newsfacts.tables.columns import Table
from newsfacts.tables.definitions import arrow_schema
from newsfacts.tables.lines import other_columns
from newsfacts.tables.rows import Row

__all__ = ["Parquet", "ParquetSink", "kept_rows"]

Drop = Callable[[str], bool]
"""Tells of an article id whether its rows go."""


class ParquetSink:
    """Write the rows of one table to a Parquet file."""

    def __init__(self, path: Path, schema: Any) -> None:
        from pyarrow import parquet

        self._file = parquet.ParquetWriter(path, schema, compression="zstd")
        self._blocks = Blocks(schema, self._file.write_table)

    def add(self, rows: list[Row]) -> None:
        """Take rows."""
        self._blocks.add(rows)

    def add_table(self, table: Any) -> None:
        """Take rows of another Parquet file, behind those that were taken before."""
        self._blocks.close()
        if table.num_rows:
            self._file.write_table(table)

    def close(self) -> None:
        """Write what is still in memory."""
        self._blocks.close()
        self._file.close()


class Parquet:
    """Write and walk tables of Parquet."""

    ending = "parquet"

    def __init__(self) -> None:
        import pyarrow.parquet  # noqa: F401 (where it is missing, the user is told before anything is written)

    def sink(self, path: Path, table: Table) -> ParquetSink:
        """Open a new file for the rows of a table."""
        return ParquetSink(path, arrow_schema(table))

    def holds_rows(self, path: Path) -> bool:
        """Tell whether a file has a row."""
        from pyarrow import parquet

        return path.exists() and bool(parquet.read_metadata(path).num_rows)

    def check(self, path: Path, table: Table) -> None:
        """Raise OutputError where a file was written with other columns."""
        from pyarrow import parquet

        names = tuple(parquet.read_schema(path).names)
        if names != table.names:
            raise other_columns(path, names, table)

    def article_ids(self, path: Path, table: Table) -> Iterator[str]:
        """List the article ids of a file, row by row."""
        from pyarrow import parquet

        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(BATCH, columns=["article_id"]):
                yield from batch.column(0).to_pylist()

    def join(self, paths: tuple[Path, Path], out: Path, table: Table, drop: Drop) -> None:
        """Write the rows of an older file that do not go, then those of a newer one."""
        older, newer = paths
        schema = arrow_schema(table)
        sink = ParquetSink(out, schema)
        try:
            for kept in kept_rows(older, schema, drop):
                sink.add_table(kept)
            for added in kept_rows(newer, schema, lambda _: False):
                sink.add_table(added)
        finally:
            sink.close()


def kept_rows(path: Path, schema: Any, drop: Drop) -> Iterator[Any]:
    """Walk the rows of a file that do not go, as Arrow tables of a few thousand rows."""
    import pyarrow
    from pyarrow import parquet

    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(BATCH):
            keep = [not drop(article_id) for article_id in batch.column("article_id").to_pylist()]
            table = pyarrow.Table.from_batches([batch]).cast(schema)
            yield table if all(keep) else table.filter(pyarrow.array(keep))
