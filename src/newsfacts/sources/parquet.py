"""Parquet files: one article a row, read a few rows at a time. Needs the extra `parquet`."""

import shutil
import tempfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources.files import Location
from newsfacts.sources.options import ReadOptions
from newsfacts.sources.rows import DEFAULT_ID, check_columns, read_row
from newsfacts.sources.streams import missing, open_stream

__all__ = ["read_parquet"]

_BATCH = 64


def read_parquet(location: Location, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read the rows of a Parquet file; of its columns only those that are used.

    Raises:  InputError where pyarrow is not installed, where it is no Parquet file or lacks the columns.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise InputError(missing("pyarrow", "parquet", "reading Parquet")) from error
    with open_stream(location, options) as stream, _seekable(stream, location) as file:
        try:
            table = parquet.ParquetFile(file)
            columns = _columns(table.schema_arrow.names, location, options)
            number = 0
            for batch in table.iter_batches(batch_size=_BATCH, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield read_row(row, number, location, options)
        except pyarrow.ArrowException as error:
            raise InputError(f"{location.path}: {error}; expected a sound Parquet file") from error


def _seekable(stream: BinaryIO, location: Location) -> BinaryIO:
    """Give the file itself, or where it is compressed once more an unpacked copy: Parquet is read from its end."""
    if location.compression is None:
        return stream
    copy = tempfile.TemporaryFile()  # noqa: SIM115 (the caller closes it)
    shutil.copyfileobj(stream, copy)
    copy.seek(0)
    return cast(BinaryIO, copy)


def _columns(there: list[str], location: Location, options: ReadOptions) -> list[str]:
    check_columns(there, location, options)
    wanted = (
        options.text_field,
        options.id_field or DEFAULT_ID,
        options.title_field,
        options.published_field,
        options.source_field,
    )
    return [name for name in wanted if name in there]
