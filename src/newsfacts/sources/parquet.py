"""Parquet files: one article a row, read a few rows at a time. Needs the extra `parquet`.

A cell that cannot be turned into a value (a string that is not UTF-8, a day before the year 1) is unreadable by itself:
its row is a failure where it is the text, else an article with a warning.
"""

import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from io import FileIO
from typing import Any, BinaryIO, cast

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources.files import Location
from newsfacts.sources.left_out import Tell
from newsfacts.sources.options import ReadOptions
from newsfacts.sources.rows import Row, Unreadable, check_columns, fields, read_rows
from newsfacts.sources.streams import missing, open_stream

__all__ = ["read_parquet"]

_BATCH = 4
"""Rows at a time: what is held at once is so many of the longest cells, even where a dictionary repeats one giant. A
batch of 64 would save 10 microseconds an article."""
_CELL_ERRORS = (ValueError, OverflowError, TypeError, ArithmeticError)
"""What turning a cell into a Python value can raise; Arrow's own errors and bad UTF-8 are ValueErrors."""


def read_parquet(location: Location, options: ReadOptions, tell: Tell) -> Iterator[Article | Failure]:
    """Read the rows of a Parquet file; of its columns only those that are used.

    Raises:  InputError where pyarrow is not installed, where it is no Parquet file or lacks the columns.
    """
    return read_rows(partial(_rows, location, options), location, options, tell)


def _rows(location: Location, options: ReadOptions) -> Iterator[Row]:
    """Yield the rows of a Parquet file, a few at a time."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise InputError(missing("pyarrow", "parquet", "reading Parquet")) from error
    with open_stream(location, options) as stream, _seekable(stream) as file:
        try:
            table = parquet.ParquetFile(file)
            check_columns(table.schema_arrow.names, location, options)
            columns = [name for name in fields(options) if name in table.schema_arrow.names]
            others = [name for name in table.schema_arrow.names if name not in columns]
            _refuse_bomb(table.metadata, location, options)
            number = 0
            for batch in table.iter_batches(batch_size=_BATCH, columns=columns, use_threads=False):
                cells = [_values(column) for column in batch.columns]
                for values in zip(*cells, strict=True):
                    number += 1
                    yield Row(number, dict(zip(batch.schema.names, values, strict=True)), others=others)
        except (pyarrow.ArrowException, OSError) as error:
            raise InputError(f"{location.path}: {error}; expected a sound Parquet file") from error


def _seekable(stream: BinaryIO) -> BinaryIO:
    """Give the file itself, or where it is compressed or in an archive a copy: Parquet is read from its end."""
    if isinstance(getattr(stream, "raw", None), FileIO) and stream.seekable():
        return stream
    copy = tempfile.TemporaryFile()  # noqa: SIM115 (the caller closes it)
    shutil.copyfileobj(stream, copy)
    copy.seek(0)
    return cast(BinaryIO, copy)


def _refuse_bomb(metadata: Any, location: Location, options: ReadOptions) -> None:
    """Refuse a file whose metadata say that a group of rows grows beyond what `options` allows."""
    for number in range(metadata.num_row_groups):
        group = metadata.row_group(number)
        columns = [group.column(index) for index in range(group.num_columns)]
        packed = sum(column.total_compressed_size for column in columns)
        if group.total_byte_size > max(100_000_000, packed * options.max_ratio):
            raise InputError(
                f"{location.path}: row group {number} grows from {packed:,} to {group.total_byte_size:,} bytes, which "
                "looks like a decompression bomb; write it anew if it is sound"
            )


def _values(column: Any) -> list[object]:
    """Give the values of a column, `Unreadable` where there is none."""
    import pyarrow

    if pyarrow.types.is_timestamp(column.type) and column.type.unit == "ns":
        column = column.cast(pyarrow.timestamp("us", column.type.tz), safe=False)  # Python knows no nanoseconds
    try:
        return list(column.to_pylist())
    except _CELL_ERRORS:
        return [_value(cell) for cell in column]


def _value(cell: Any) -> object:
    try:
        return cell.as_py()
    except _CELL_ERRORS as error:
        return Unreadable(str(error)[:200])
