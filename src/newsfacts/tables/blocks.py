"""Rows gathered into blocks: formats that are written in blocks get Arrow tables of some thousand rows at once."""

from collections.abc import Callable
from typing import Any

from newsfacts.tables.rows import Row

__all__ = ["BATCH", "BATCH_CHARS", "Blocks", "size"]

BATCH = 5_000
"""Rows that are gathered before they are written."""
BATCH_CHARS = 16_000_000
"""Characters of text that are gathered before they are written: rows may hold long headings and quotations."""


class Blocks:
    """Gather the rows of one table and hand them on in blocks."""

    def __init__(self, schema: Any, write: Callable[[Any], object]) -> None:
        """Take the Arrow schema of the table, and what writes an Arrow table of it."""
        self._schema, self._write = schema, write
        self._rows: list[Row] = []
        self._characters = 0

    def add(self, rows: list[Row]) -> None:
        """Take rows."""
        self._rows += rows
        self._characters += size(rows)
        if len(self._rows) >= BATCH or self._characters >= BATCH_CHARS:
            self.close()

    def close(self) -> None:
        """Hand on what is still in memory; more rows may follow."""
        if self._rows:
            self._write(_arrow_table(self._schema, self._rows))
        self._rows, self._characters = [], 0


def _arrow_table(schema: Any, rows: list[Row]) -> Any:
    import pyarrow

    columns = zip(*rows, strict=True)
    arrays = [pyarrow.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pyarrow.Table.from_arrays(arrays, schema=schema)


def size(rows: list[Row]) -> int:
    """Count the characters of text in rows."""
    return sum(len(value) for row in rows for value in row if isinstance(value, str))
