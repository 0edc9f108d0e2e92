"""Where tables go, in which format, and what becomes of the rows that are there already."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

__all__ = ["FORMATS", "PARTITIONS", "CsvStyle", "Keep", "Target"]

FORMATS = ("jsonl", "parquet", "csv", "duckdb")
"""The formats that tables are written in."""
PARTITIONS = ("published",)
"""What Parquet files can be parted by."""


class Keep(StrEnum):
    """Say what becomes of the rows that a target holds before a load."""

    ERROR = "error"
    """There should be none."""
    APPEND = "append"
    """They stay; an article that is among them is refused."""
    UPSERT = "upsert"
    """They stay but for those of the articles that are loaded."""
    REPLACE = "replace"
    """They go."""


@dataclass(frozen=True, slots=True)
class CsvStyle:
    """Say for whom CSV is written: for databases, where nothing is said."""

    safe: bool = False
    """Whether a text that a spreadsheet would take for a formula gets an apostrophe in front."""
    excel: bool = False
    """Whether files begin with a byte order mark and lines end with CR LF, as Excel reads and writes them."""
    semicolon: bool = False
    """The same for Excel in languages with a decimal comma: cells are apart by semicolons, numbers have a comma."""

    @property
    def for_excel(self) -> bool:
        """Tell whether files are for Excel, in whatever language."""
        return self.excel or self.semicolon


@dataclass(frozen=True, slots=True)
class Target:
    """Say where tables go and how they are written."""

    folder: Path
    """Folder of the tables; it is made where it is missing."""
    form: str = "jsonl"
    """One of FORMATS."""
    keep: Keep = Keep.ERROR
    """What becomes of rows that are there."""
    partition_by: str | None = None
    """One of PARTITIONS, for Parquet; None for one file a table."""
    csv: CsvStyle = field(default_factory=CsvStyle)
    """For whom CSV is written."""
