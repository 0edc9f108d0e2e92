"""One row of a table, or one JSON object, to an article."""

import datetime
from collections.abc import Mapping, Sequence

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure, Warning
from newsfacts.sources.files import Location
from newsfacts.sources.options import ReadOptions, failure
from newsfacts.sources.text import too_long

__all__ = ["DEFAULT_ID", "check_columns", "read_row"]

DEFAULT_ID = "article_id"
"""Field that holds the id where the user names none."""


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
        return Article(
            article_id,
            _text(row, where, options),
            source=_string(row, options.source_field, where) or location.path,
            title=_string(row, options.title_field, where),
            published=_date(row.get(options.published_field), options.published_field, where),
            warnings=warnings,
        )
    except InputError as error:
        return failure(article_id, location, "InputError", str(error))


def check_columns(there: Sequence[str], location: Location, options: ReadOptions) -> None:
    """Raise InputError where a table lacks a column that its articles need."""
    for field, flag in ((options.text_field, "--text-field"), (options.id_field, "--id-field")):
        if field is not None and field not in there:
            raise InputError(
                f"{location.path}: no column {field!r}; there are {', '.join(map(repr, there))}; "
                f"name the right one with {flag}"
            )


def _id(row: Mapping[str, object], where: str, options: ReadOptions) -> str | None:
    field = options.id_field or DEFAULT_ID
    value = row.get(field)
    if value is None and options.id_field is None:
        return None
    if isinstance(value, str) and value:
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise InputError(f"{where}: {_found(row, field)}; expected {field!r} with the article's id, a string")


def _text(row: Mapping[str, object], where: str, options: ReadOptions) -> str:
    text = row.get(options.text_field)
    if not isinstance(text, str):
        raise InputError(
            f"{where}: {_found(row, options.text_field)}; "
            f"expected {options.text_field!r} with the article's text, a string"
        )
    if not text.strip():
        raise InputError(f"{where}: {options.text_field!r} is empty; expected the text of an article")
    if len(text) * 4 > options.max_article_bytes < len(text.encode("utf-8", "surrogatepass")):
        raise InputError(too_long(where, options))
    return text


def _string(row: Mapping[str, object], field: str, where: str) -> str | None:
    value = row.get(field)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise InputError(f"{where}: {_found(row, field)}; expected a string or null")
    return value


def _date(value: object, field: str, where: str) -> datetime.date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        try:
            return datetime.datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    raise InputError(f"{where}: {field!r} is {str(value)[:40]!r}; expected a date as in 2024-05-31")


def _found(row: Mapping[str, object], field: str) -> str:
    if field not in row:
        return f"there is no {field!r} (there is {', '.join(map(repr, list(row)[:8])) or 'nothing'})"
    value = row[field]
    return f"{field!r} is {'null' if value is None else 'a ' + type(value).__name__ if value != '' else 'empty'}"
