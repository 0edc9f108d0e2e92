"""Tables as files, one a table: rows are staged beside the target and put in its place when a load is whole."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from newsfacts.tables.articles import Articles, Side
from newsfacts.tables.catalogue import TABLES, table
from newsfacts.tables.columns import Table
from newsfacts.tables.lines import CsvLines, Drop, JsonLines
from newsfacts.tables.parquet import Parquet
from newsfacts.tables.rows import Row, Rows
from newsfacts.tables.target import Keep, Target

__all__ = ["FileStore", "Sink", "drops", "unfinished"]


class Sink(Protocol):
    """Take the rows of one table."""

    def add(self, rows: list[Row]) -> None:
        """Take rows."""

    def close(self) -> None:
        """Write what is still in memory."""


class Format(Protocol):
    """Write and walk the files of a format."""

    ending: str

    def sink(self, path: Path, table: Table) -> Sink:
        """Open a new file for the rows of a table."""

    def holds_rows(self, path: Path) -> bool:
        """Tell whether a file has a row."""

    def check(self, path: Path, table: Table) -> None:
        """Raise OutputError where a file was written with other columns."""

    def article_ids(self, path: Path, table: Table) -> Iterator[str]:
        """List the article ids of a file, row by row."""

    def join(self, paths: tuple[Path, Path], out: Path, table: Table, drop: Drop) -> None:
        """Write the rows of an older file that do not go, then those of a newer one."""


class FileStore:
    """Keep tables as TABLE.jsonl, TABLE.csv or TABLE.parquet."""

    errors: tuple[type[Exception], ...] = (OSError,)

    def __init__(self, target: Target) -> None:
        self._target = target
        self._format = _format(target)
        self._paths = {table.name: target.folder / f"{table.name}.{self._format.ending}" for table in TABLES}
        if target.keep is not Keep.REPLACE:
            for one in TABLES:
                if self._format.holds_rows(self._paths[one.name]):
                    self._format.check(self._paths[one.name], one)
        self._sinks: dict[str, Sink] = {}

    def full(self) -> Path | None:
        """Give a file of the target that has rows."""
        return next((path for path in self._paths.values() if self._format.holds_rows(path)), None)

    def article_ids(self) -> Iterator[str]:
        """List the articles that the target has records of."""
        path = self._paths["articles"]
        return self._format.article_ids(path, table("articles")) if self._format.holds_rows(path) else iter(())

    def begin(self) -> None:
        """Open what rows are staged in."""
        for one in TABLES:
            self._sinks[one.name] = self._format.sink(unfinished(self._paths[one.name]), one)

    def add(self, rows: Rows) -> None:
        """Stage rows."""
        for name, group in rows.items():
            if group:
                self._sinks[name].add(group)

    def publish(self, articles: Articles) -> None:
        """Put what is staged in its place; `articles` first, by which a load that was cut off here is noticed."""
        for sink in self._sinks.values():
            sink.close()
        if self._target.keep in (Keep.APPEND, Keep.UPSERT):
            for one in TABLES:
                self._join(one, drops(one, articles, self._target.keep))
        for path in self._paths.values():
            os.replace(unfinished(path), path)
        self._sinks = {}

    def _join(self, one: Table, drop: Drop) -> None:
        path = self._paths[one.name]
        if self._format.holds_rows(path):
            joined = unfinished(path).with_suffix(".joined")
            self._format.join((path, unfinished(path)), joined, one, drop)
            os.replace(joined, unfinished(path))

    def discard(self) -> None:
        """Remove what is staged; after `publish` there is nothing to remove."""
        for sink in self._sinks.values():
            with suppress(Exception):  # it failed before and is thrown away
                sink.close()
        for name in self._sinks:
            unfinished(self._paths[name]).unlink(missing_ok=True)
            unfinished(self._paths[name]).with_suffix(".joined").unlink(missing_ok=True)
        self._sinks = {}


def _format(target: Target) -> Format:
    if target.form == "parquet":
        return Parquet()
    return CsvLines(target.csv) if target.form == "csv" else JsonLines()


def unfinished(path: Path) -> Path:
    """Name what stands for a target until it is whole."""
    return path.with_name(path.name + ".partial")


def drops(one: Table, articles: Articles, keep: Keep) -> Drop:
    """Tell which older rows of a table go: those of articles that are loaded; a failure only takes older failures."""
    if keep is not Keep.UPSERT:
        return lambda _: False
    sides = (Side.NEW, Side.FAILED) if one.name == "failures" else (Side.NEW,)
    return lambda article_id: articles.holds(article_id, *sides)
