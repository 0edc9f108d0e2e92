"""Rows of a table, or JSON objects, to articles. A row that is broken is a failure; a detail that is, a warning."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from newsfacts.article import Article
from newsfacts.article.published import DateOrder, Published, parse, prove_order
from newsfacts.errors import InputError
from newsfacts.record import Failure, Warning, WarningCode
from newsfacts.sources.columns import OtherNames
from newsfacts.sources.files import Location
from newsfacts.sources.left_out import Tell
from newsfacts.sources.options import DEFAULT_ID, ReadOptions, failure
from newsfacts.sources.streams import READ_ERRORS
from newsfacts.sources.text import too_long
from newsfacts.sources.unread import known, note

__all__ = ["Row", "Unreadable", "check_columns", "fields", "read_row", "read_rows"]

_SHOWN = 8
"""Columns that a message names."""


class Unreadable(NamedTuple):
    """Stand for the value of a cell that its file does not give."""

    reason: str
    """Why."""


class Row(NamedTuple):
    """Hold one row of a table, or say why it cannot be read."""

    number: int
    """Line or row in the file, from 1."""
    values: Mapping[str, object] | None
    """Field to value; None where the row is broken."""
    problem: str = ""
    """What is wrong with a broken row."""
    warnings: tuple[Warning, ...] = ()
    """What is odd about a sound one."""
    others: Sequence[str] = ()
    """Names of fields that the file has beside and whose values were not read."""


def read_rows(
    rows: Callable[[], Iterator[Row]], location: Location, options: ReadOptions, tell: Tell
) -> Iterator[Article | Failure]:
    """Make an article or a failure of every row.

    `rows` may be called a second time: where a date such as 08/03/2024 comes up and the user has not told its order,
    the dates of the whole file are looked through for one that proves it. `tell` hears of fields that stand there
    under another name than the one that is read.
    """
    names = OtherNames(options)
    settled = options.date_order is not None or location.path == "-"
    for row in rows():
        if row.values is None:
            message = f"{location.path}:{row.number}: {row.problem}"
            yield failure(f"{location.name}:{row.number}", location, "InputError", message)
            continue
        names.see(chain(row.values, row.others))
        if not settled and _is_open(row.values.get(options.published_field)):
            settled = True
            options = replace(options, date_order=_proven(rows, options.published_field))
        yield read_row(row.values, row.number, location, options, row.warnings)
    if told := names.told():
        tell(location.path, told)


def read_row(
    row: Mapping[str, object],
    number: int,
    location: Location,
    options: ReadOptions,
    warnings: tuple[Warning, ...] = (),
) -> Article | Failure:
    """Make an article of a row; `number` is its line or row in the file, counted from 1."""
    where = f"{location.path}:{number}"
    article_id = f"{location.name}:{number}"
    try:
        article_id = _id(row, where, options) or article_id
        text = _text(row, where, options)
        title, no_title = _string(row, options.title_field)
        source, no_source = _string(row, options.source_field)
        published, no_date = _published(row.get(options.published_field), options.date_order)
        day, told, odd = known(published) if published else (None, None, ())
        notes = (*warnings, *no_title, *no_source, *no_date, *odd)
        return Article(article_id, text, source or location.path, title, day, (), notes, told)
    except InputError as error:
        return failure(article_id, location, "InputError", str(error))


def check_columns(there: Sequence[str], location: Location, options: ReadOptions) -> None:
    """Raise InputError where a table lacks a column that its articles need, or has it twice."""
    for field, flag in ((options.text_field, "--text-field"), (options.id_field, "--id-field")):
        if field is not None and field not in there:
            named = ", ".join(repr(name[:60]) for name in there[: 2 * _SHOWN])
            more = f" and {len(there) - 2 * _SHOWN:,} more" if len(there) > 2 * _SHOWN else ""
            raise InputError(
                f"{location.path}: no column {field!r}; there are {named}{more}; name the right one with {flag}"
            )
    twice = next((name for name in fields(options) if list(there).count(name) > 1), None)
    if twice:
        raise InputError(f"{location.path}: two columns are named {twice!r}; expected one")


def fields(options: ReadOptions) -> tuple[str, ...]:
    """Name the columns that are read, where they are there."""
    return (
        options.text_field,
        options.id_field or DEFAULT_ID,
        options.title_field,
        options.published_field,
        options.source_field,
    )


def _is_open(value: object) -> bool:
    published = parse(value) if isinstance(value, str) else None
    return published is not None and published.open_order


def _proven(rows: Callable[[], Iterator[Row]], field: str) -> DateOrder | None:
    return prove_order(row.values.get(field) for row in _sound(rows()) if row.values is not None)


def _sound(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield rows up to where the file cannot be read on."""
    try:
        yield from rows
    except (InputError, *READ_ERRORS):
        return


def _id(row: Mapping[str, object], where: str, options: ReadOptions) -> str | None:
    field = options.id_field or DEFAULT_ID
    value = row.get(field)
    if (value is None or value == "") and options.id_field is None:
        return None
    if isinstance(value, str) and value:
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # a column of numbers with a gap is one of floats
    raise InputError(f"{where}: {_found(row, field)}; expected {field!r} with the article's id, a string")


def _text(row: Mapping[str, object], where: str, options: ReadOptions) -> str:
    text = row.get(options.text_field)
    if not isinstance(text, str):
        raise InputError(
            f"{where}: {_found(row, options.text_field)}; "
            f"expected {options.text_field!r} with the article's text, a string"
            f"{'' if options.text_field in row else '; --text-field names another'}"
        )
    if not text.strip():
        raise InputError(f"{where}: {options.text_field!r} is empty; expected the text of an article")
    if len(text) * 4 > options.max_article_bytes < len(text.encode("utf-8", "surrogatepass")):
        raise InputError(too_long(where, options))
    return text


def _string(row: Mapping[str, object], field: str) -> tuple[str | None, tuple[Warning, ...]]:
    """Give a field that is beside the text; what is no string is left out with a warning."""
    value = row.get(field)
    if value is None or value == "":
        return None, ()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value), ()
    if isinstance(value, str):
        return value, ()
    return None, (note(WarningCode.UNREADABLE_FIELD, f"{_found(row, field)}; expected a string or null"),)


def _published(value: object, order: DateOrder | None) -> tuple[Published | None, tuple[Warning, ...]]:
    if isinstance(value, Unreadable):
        return None, (note(WarningCode.PUBLISHED, f"the date of publication cannot be read: {value.reason}"),)
    return parse(value, order), ()


def _found(row: Mapping[str, object], field: str) -> str:
    if field not in row:
        return f"there is no {field!r} (there is {', '.join(map(repr, list(row)[:_SHOWN])) or 'nothing'})"
    value = row[field]
    if isinstance(value, Unreadable):
        return f"{field!r} cannot be read ({value.reason})"
    return f"{field!r} is {'null' if value is None else 'a ' + type(value).__name__ if value != '' else 'empty'}"
