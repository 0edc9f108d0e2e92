"""Records to data frames: one of the flat tables, typed as the models say, for Arrow, pandas and Polars."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from newsfacts.errors import OutputError
from newsfacts.record import Failure, Record
from newsfacts.tables.catalogue import TABLES, table
from newsfacts.tables.definitions import arrow_schema
from newsfacts.tables.rows import Row, failure_rows, record_rows

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

__all__ = ["to_arrow", "to_pandas", "to_polars"]

Items = Iterable[Record | Failure] | Record | Failure
"""What `Extractor.pipe` yields, or one of them."""


def to_arrow(items: Items, name: str = "facts") -> "pyarrow.Table":
    """Make an Arrow table of records; `name` is one of the nine, such as articles, events or facts.

    Shape:   the columns of that table, numbers as decimal128(38, 6); all rows are held in memory.
    Raises:  OutputError where there is no such table or pyarrow is not installed; the message names the pip line.
    """
    pyarrow = _module("pyarrow", "parquet", "to_arrow")
    if name not in {known.name for known in TABLES}:
        raise OutputError(f"there is no table {name!r}; expected {', '.join(known.name for known in TABLES)}")
    rows: list[Row] = []
    for item in (items,) if isinstance(items, Record | Failure) else items:
        rows += (record_rows(item) if isinstance(item, Record) else failure_rows(item)).get(name, [])
    schema = arrow_schema(table(name))
    columns = [[row[place] for row in rows] for place in range(len(schema))]
    return pyarrow.Table.from_arrays(
        [pyarrow.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema
    )


def to_pandas(items: Items, name: str = "facts") -> "pandas.DataFrame":
    """Make a pandas data frame with Arrow's types, so that numbers stay exact and integers with gaps stay integers.

    Raises:  OutputError as `to_arrow` does, and where pandas is not installed.
    """
    library = _module("pandas", "pandas", "to_pandas")
    frame: pandas.DataFrame = to_arrow(items, name).to_pandas(types_mapper=library.ArrowDtype)
    return frame


def to_polars(items: Items, name: str = "facts") -> "polars.DataFrame":
    """Make a Polars data frame, numbers as Decimal(38, 6).

    Raises:  OutputError as `to_arrow` does, and where polars is not installed.
    """
    library = _module("polars", "polars", "to_polars")
    frame: polars.DataFrame = library.from_arrow(to_arrow(items, name))
    return frame


def _module(package: str, extra: str, task: str) -> Any:
    from importlib import import_module

    try:
        return import_module(package)
    except ImportError as error:
        raise OutputError(
            f"{task} needs the package {package}, which is not installed; run: pip install 'newsfacts[{extra}]'"
        ) from error
