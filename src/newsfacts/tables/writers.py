"""Write rows as JSON lines, CSV, Parquet or into DuckDB; nothing stands under its final name before all is written.

A writer takes rows of any table in any order, keeps few of them in memory, and is closed either way: `publish` when all
went well, `discard` when not.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Protocol

import simplejson

from newsfacts.errors import OutputError
from newsfacts.record import Failure, read_record
from newsfacts.tables.catalogue import TABLES
from newsfacts.tables.columns import Table
from newsfacts.tables.definitions import arrow_schema, create
from newsfacts.tables.rows import Row, Rows, failure_rows, record_rows

__all__ = ["DATABASE", "FORMATS", "TableWriter", "write_tables"]

DATABASE = "newsfacts.duckdb"
"""Name of the DuckDB file in the folder of tables."""

_BATCH = 5_000
"""Rows that are gathered before they are written, where a format is written in blocks."""


class _Sink(Protocol):
    """Take the rows of one table."""

    def add(self, rows: list[Row]) -> None:
        """Take rows."""

    def close(self) -> None:
        """Write what is still in memory."""


class _TextSink:
    def __init__(self, path: Path, table: Table, line: Callable[[Table, Row], str], head: str) -> None:
        self._file: IO[str] = open(path, "w", encoding="utf-8", newline="\n")  # noqa: SIM115 (closed by close)
        self._table, self._line = table, line
        self._file.write(head)

    def add(self, rows: list[Row]) -> None:
        self._file.writelines(self._line(self._table, row) for row in rows)

    def close(self) -> None:
        self._file.close()


class _ParquetSink:
    def __init__(self, path: Path, table: Table) -> None:
        from pyarrow import parquet

        self._schema = arrow_schema(table)
        self._file = parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def add(self, rows: list[Row]) -> None:
        self._rows += rows
        if len(self._rows) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        self._file.write_table(_arrow_table(self._schema, self._rows))
        self._rows = []

    def close(self) -> None:
        if self._rows:
            self._flush()
        self._file.close()


class _DuckSink:
    def __init__(self, connection: Any, table: Table) -> None:
        self._connection, self._table, self._schema = connection, table, arrow_schema(table)
        self._rows: list[Row] = []

    def add(self, rows: list[Row]) -> None:
        self._rows += rows
        if len(self._rows) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        self._connection.register("batch", _arrow_table(self._schema, self._rows))
        self._connection.execute(f"INSERT INTO {self._table.name} SELECT * FROM batch")
        self._connection.unregister("batch")
        self._rows = []

    def close(self) -> None:
        if self._rows:
            self._flush()


def _arrow_table(schema: Any, rows: list[Row]) -> Any:
    import pyarrow

    columns = zip(*rows, strict=True)
    arrays = [pyarrow.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pyarrow.Table.from_arrays(arrays, schema=schema)


def _json_line(table: Table, row: Row) -> str:
    values = {name: _json_value(value) for name, value in zip(table.names, row, strict=True)}
    return simplejson.dumps(values, use_decimal=True, ensure_ascii=False, separators=(",", ":")) + "\n"


def _json_value(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _csv_line(_table: Table, row: Row) -> str:
    return ",".join(map(_csv_cell, row)) + "\n"


def _csv_cell(value: object) -> str:
    """Write one cell: null as nothing, text always in quotes, so that an empty text is not taken for null."""
    if value is None:
        return ""
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    return format(value, "f") if isinstance(value, Decimal) else str(value)


FORMATS = ("jsonl", "parquet", "csv", "duckdb")
"""The formats that tables are written in."""


class TableWriter:
    """Write tables into a folder: TABLE.jsonl, TABLE.csv, TABLE.parquet, or newsfacts.duckdb.

    Raises:  OutputError where the folder cannot be written or a package is missing; the message names the pip line.
    """

    def __init__(self, folder: Path, form: str) -> None:
        self._folder, self._form = folder, form
        self._paths: list[Path] = []
        self._connection: Any = None
        self._errors: tuple[type[Exception], ...] = (OSError,)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._sinks: Mapping[str, _Sink] = {table.name: self._sink(table) for table in TABLES}
        except ImportError as error:
            raise OutputError(_missing(error, form)) from error
        except OSError as error:
            raise OutputError(
                f"{folder}: cannot be written ({error.strerror}); expected a folder to write to"
            ) from error

    def __enter__(self) -> "TableWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()

    def add_line(self, line: str, *, failed: bool) -> None:
        """Write the rows of a record's line, or of a failure's.

        Raises:  OutputError where they cannot be written.
        """
        rows = failure_rows(Failure.model_validate_json(line)) if failed else record_rows(read_record(line))
        self.add(rows)

    def add(self, rows: Rows) -> None:
        """Write rows.

        Raises:  OutputError where they cannot be written.
        """
        try:
            for name, group in rows.items():
                if group:
                    self._sinks[name].add(group)
        except self._errors as error:
            raise OutputError(f"{self._folder}: tables cannot be written ({error})") from error

    def publish(self) -> None:
        """Finish all files and give them their final names.

        Raises:  OutputError where they cannot be written.
        """
        try:
            for sink in self._sinks.values():
                sink.close()
            if self._connection is not None:
                self._connection.close()
            for path in self._paths:
                os.replace(_unfinished(path), path)
        except self._errors as error:
            raise OutputError(f"{self._folder}: tables cannot be written ({error})") from error
        self._paths = []

    def discard(self) -> None:
        """Remove what is not finished; after `publish` there is nothing to remove."""
        if not self._paths:
            return
        for sink in self._sinks.values():
            with suppress(Exception):  # it failed before and is thrown away
                sink.close()
        if self._connection is not None:
            self._connection.close()
        for path in self._paths:
            _unfinished(path).unlink(missing_ok=True)
        self._paths = []

    def _sink(self, table: Table) -> _Sink:
        if self._form == "duckdb":
            return _DuckSink(self._database(), table)
        path = self._folder / f"{table.name}.{self._form}"
        self._paths.append(path)
        if self._form == "parquet":
            return _ParquetSink(_unfinished(path), table)
        if self._form == "csv":
            return _TextSink(_unfinished(path), table, _csv_line, ",".join(table.names) + "\n")
        return _TextSink(_unfinished(path), table, _json_line, "")

    def _database(self) -> Any:
        if self._connection is None:
            import duckdb

            path = self._folder / DATABASE
            self._paths.append(path)
            _unfinished(path).unlink(missing_ok=True)
            self._errors = (OSError, duckdb.Error)
            self._connection = duckdb.connect(str(_unfinished(path)))
            self._connection.execute(create("duckdb"))
        return self._connection


def _unfinished(path: Path) -> Path:
    return path.with_name(path.name + ".partial")


def _missing(error: ImportError, form: str) -> str:
    return f"writing {form} needs a package that is not installed ({error}); run: pip install 'newsfacts[{form}]'"


def write_tables(records: Iterable[str], failures: Iterable[str], folder: Path, form: str) -> int:
    """Write the tables of lines of records and failures; return how many records there were.

    Raises:  OutputError as `TableWriter` does, or where a line is no record or no failure, with its number.
    """
    number = 0
    with TableWriter(folder, form) as writer:
        for failed, lines in ((False, records), (True, failures)):
            for place, line in enumerate(lines, start=1):
                try:
                    writer.add_line(line, failed=failed)
                except ValueError as error:
                    what = "failure" if failed else "record"
                    raise OutputError(
                        f"line {place}: no {what} ({str(error)[:200]}); expected what extract writes"
                    ) from error
                number += not failed
        writer.publish()
    return number
