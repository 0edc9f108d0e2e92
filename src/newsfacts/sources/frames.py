"""Articles out of data frames: pandas, Polars and Arrow, one row an article, read as the rows of a file are."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources.files import Location
from newsfacts.sources.options import ReadOptions, failure
from newsfacts.sources.rows import fields, read_row
from newsfacts.sources.unique import Places

__all__ = ["from_dataframe"]

DEFAULT_READING = ReadOptions()
_PLACE = Location("data frame", "row", "", None)


def from_dataframe(frame: Any, *, reading: ReadOptions = DEFAULT_READING) -> Iterator[Article | Failure]:
    """Give the articles of a data frame, in order; `Extractor.pipe` takes them as they are.

    The columns are those of a table in a file: `text`, and where they are there `article_id` (else "row:1", "row:2"),
    `title`, `published`, `source`; `reading` names others. A row that cannot be read, or whose id was there before, is
    a Failure in its place.

    Raises:  InputError at once where it is no data frame or has no column for the text.
    """
    there = _columns(frame)
    wanted = [name for name in fields(reading) if name in there]
    for name in (reading.text_field, *([reading.id_field] if reading.id_field else [])):
        if name not in there:
            raise InputError(
                f"the data frame has no column {name!r}; it has {', '.join(there)}; rename the right one, or name it "
                "with reading=newsfacts.sources.ReadOptions(text_field=…, id_field=…)"
            )
    return _articles(_rows(frame, wanted), reading)


def _articles(rows: Iterator[Mapping[str, object]], reading: ReadOptions) -> Iterator[Article | Failure]:
    with Places() as places:
        for number, row in enumerate(rows, start=1):
            item = read_row(row, number, _PLACE, reading)
            earlier = places.add(item.article_id, f"row {number}") if isinstance(item, Article) else None
            if earlier is None:
                yield item
                continue
            message = f"row {number}: article_id {item.article_id!r} was in {earlier} before; expected an id of its own"
            yield failure(item.article_id, _PLACE, "DuplicateId", message)


def _columns(frame: Any) -> list[str]:
    names = getattr(frame, "column_names", None) or getattr(frame, "columns", None)
    if names is None or not hasattr(frame, "shape"):
        raise InputError(f"a {type(frame).__name__} is no data frame; expected one of pandas, Polars or Arrow")
    return [str(name) for name in names]


def _rows(frame: Any, wanted: Sequence[str]) -> Iterator[Mapping[str, object]]:
    """Give the rows as mappings of Python's own values, None where there is none."""
    if hasattr(frame, "iter_rows"):  # Polars
        return iter(frame.select(wanted).iter_rows(named=True))
    if hasattr(frame, "to_batches"):  # Arrow
        return (row for batch in frame.select(wanted).to_batches() for row in batch.to_pylist())
    part = frame[list(wanted)]
    part = part.astype(object).where(part.notna(), None)  # NaN, NaT and NA stand for nothing
    return (dict(zip(wanted, row, strict=True)) for row in part.itertuples(index=False, name=None))
