"""Tables in a DuckDB file: rows are staged in a file of their own and go into the target in one transaction.

What else the target holds (tables, views, schemas of the user's) is left alone, and it is locked only for the moment
in which the rows go in.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from newsfacts.errors import OutputError
from newsfacts.tables.articles import Articles
from newsfacts.tables.blocks import Blocks
from newsfacts.tables.catalogue import TABLES
from newsfacts.tables.definitions import arrow_schema, create, upsert
from newsfacts.tables.files import unfinished
from newsfacts.tables.lines import other_columns
from newsfacts.tables.rows import Rows
from newsfacts.tables.target import Keep, Target

__all__ = ["DATABASE", "DuckStore"]

DATABASE = "newsfacts.duckdb"
"""Name of the DuckDB file in the folder of tables."""


class DuckStore:
    """Keep tables in newsfacts.duckdb."""

    def __init__(self, target: Target) -> None:
        import duckdb
        import pyarrow  # noqa: F401 (where it is missing, the user is told before anything is written)

        self.errors: tuple[type[Exception], ...] = (OSError, duckdb.Error)
        self._keep, self._path = target.keep, target.folder / DATABASE
        self._connection: Any = None
        self._sinks: dict[str, Blocks] = {}
        if target.keep is not Keep.REPLACE:
            self._check()

    def full(self) -> Path | None:
        """Give the target where one of its tables has rows."""
        for one in TABLES:
            if next(self._asked(f"SELECT 1 FROM {one.name} LIMIT 1", one.name), None):
                return self._path
        return None

    def article_ids(self) -> Iterator[str]:
        """List the articles that the target has records of."""
        return (article_id for (article_id,) in self._asked("SELECT article_id FROM articles", "articles"))

    def begin(self) -> None:
        """Open what rows are staged in."""
        self._remove_staged()
        self._connection = self._connect(unfinished(self._path))
        self._connection.execute(create("duckdb"))
        self._sinks = {one.name: Blocks(arrow_schema(one), partial(self._stage, one.name)) for one in TABLES}

    def _stage(self, name: str, block: Any) -> None:
        """Put an Arrow table of rows into a table of the staged file."""
        self._connection.register("batch", block)
        self._connection.execute(f"INSERT INTO {name} SELECT * FROM batch")
        self._connection.unregister("batch")

    def add(self, rows: Rows) -> None:
        """Stage rows."""
        for name, group in rows.items():
            if group:
                self._sinks[name].add(group)

    def publish(self, articles: Articles) -> None:
        """Put what is staged into the target, all of it or nothing."""
        for sink in self._sinks.values():
            sink.close()
        self._connection.close()
        if self._path.exists():
            self._merge()
            self._remove_staged()
        else:
            os.replace(unfinished(self._path), self._path)
        self._connection = None

    def _merge(self) -> None:
        staged = str(unfinished(self._path)).replace("'", "''")
        with self._connect(self._path) as connection:
            connection.execute(f"ATTACH '{staged}' AS fresh (READ_ONLY)")
            connection.execute("BEGIN")
            if self._keep is Keep.REPLACE:
                for one in TABLES:
                    connection.execute(f"DROP TABLE IF EXISTS {one.name}")
            connection.execute(create("duckdb"))
            if self._keep is Keep.UPSERT:
                connection.execute(upsert("fresh."))
            else:
                for one in TABLES:
                    connection.execute(f"INSERT INTO {one.name} SELECT * FROM fresh.{one.name}")
            connection.execute("COMMIT")

    def discard(self) -> None:
        """Remove what is staged; after `publish` there is nothing to remove."""
        if self._connection is not None:
            with suppress(Exception):  # it failed before and is thrown away
                self._connection.close()
            self._remove_staged()
        self._connection = None

    def _remove_staged(self) -> None:
        for path in (unfinished(self._path), unfinished(self._path).with_name(f"{DATABASE}.partial.wal")):
            path.unlink(missing_ok=True)

    def _connect(self, path: Path, **more: Any) -> Any:
        import duckdb

        return duckdb.connect(str(path), **more)

    def _check(self) -> None:
        for one in TABLES:
            names = tuple(row[0] for row in self._asked(f"DESCRIBE {one.name}", one.name))
            if names and names != one.names:
                raise other_columns(self._path, names, one)

    def _asked(self, query: str, name: str) -> Iterator[tuple[Any, ...]]:
        """Ask the target about one of its tables; where there is none, there are no rows."""
        if not self._path.exists():
            return
        try:
            connection = self._connect(self._path, read_only=True)
        except self.errors as error:
            what = f"cannot be opened ({error}); expected a DuckDB file that nobody else writes to"
            raise OutputError(f"{self._path}: {what}") from error
        with connection:
            known = {row[0] for row in connection.execute("SHOW TABLES").fetchall()}
            if name not in known:
                return
            found = connection.execute(query)
            while rows := found.fetchmany(10_000):
                yield from rows
