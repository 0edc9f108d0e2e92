"""Files of records and failures, as extract writes them, to one load of tables."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from newsfacts.errors import OutputError
from newsfacts.record import Record, read_record
from newsfacts.tables.target import Target
from newsfacts.tables.writers import TableWriter

__all__ = ["Loaded", "records_of", "write_tables"]

_LONGEST = 1_000_000_000
"""Bytes of a line that are read; the record of the longest article that extract takes has a tenth of that."""


class Loaded(NamedTuple):
    """Say what a load has brought."""

    records: int
    """Records that were read."""
    replaced: int
    """How many of them took the place of an older one of the same article id."""


def write_tables(records: Sequence[Path], failures: Sequence[Path], target: Target) -> Loaded:
    """Write the tables of files of records and of failures.

    Raises:  OutputError as `TableWriter` does, or where a line is no record or no failure, with its file and number.
    """
    number = 0
    with TableWriter(target) as writer:
        for failed, paths in ((False, records), (True, failures)):
            for path in paths:
                for place, line in enumerate(_lines(path), start=1):
                    _add(writer, line, failed=failed, where=f"{os.fspath(path)}:{place}")
                    number += not failed
        replaced = writer.replaced
        writer.publish()
    return Loaded(number, replaced)


def records_of(paths: Sequence[Path]) -> Iterator[Record]:
    """Yield the records of files, one after the other.

    Raises:  OutputError where a file cannot be read or a line is no record, with its file and number.
    """
    for path in paths:
        for place, line in enumerate(_lines(path), start=1):
            try:
                yield read_record(line)
            except ValueError as error:  # also what Pydantic and simplejson raise
                what = " ".join(str(error).split())[:200]
                raise OutputError(f"{path}:{place}: no record ({what}); expected what extract writes") from error


def _add(writer: TableWriter, line: str, *, failed: bool, where: str) -> None:
    try:
        writer.add_line(line, failed=failed)
    except ValueError as error:
        what = "failure" if failed else "record"
        raise OutputError(
            f"{where}: no {what} ({' '.join(str(error).split())[:200]}); expected what extract writes"
        ) from error
    except OutputError as error:
        raise OutputError(f"{where}: {error}") from error


def _lines(path: Path) -> Iterator[str]:
    try:
        with open(path, "rb") as file:
            while line := file.readline(_LONGEST):
                if len(line) == _LONGEST:
                    raise OutputError(f"{path}: a line of more than {_LONGEST:,} bytes; expected what extract writes")
                yield line.decode("utf-8")
    except OSError as error:
        raise OutputError(f"{path}: cannot be read ({error.strerror}); expected a file of records") from error
    except UnicodeDecodeError as error:
        raise OutputError(f"{path}: bytes that are not UTF-8 ({error}); expected what extract writes") from error
