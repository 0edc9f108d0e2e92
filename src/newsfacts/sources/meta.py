"""A table beside the files: what is known of articles that are files, `--meta FILE.csv`.

Columns: article_id, and where known title, published, source. The id names the file: by its path in the folder, with or
without its ending, or by its name alone where only one file has it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from os.path import splitext

from newsfacts.article import Article
from newsfacts.article.published import parse, prove_order
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources.columns import OtherNames
from newsfacts.sources.delimited import delimited_rows
from newsfacts.sources.files import FORMATS, Location, endings
from newsfacts.sources.left_out import Tell
from newsfacts.sources.options import DEFAULT_ID, ReadOptions, failure
from newsfacts.sources.rows import Row
from newsfacts.sources.streams import READ_ERRORS, why
from newsfacts.sources.unread import Details, Unread

__all__ = ["Meta", "read_meta"]


@dataclass
class Meta:
    """Hold the rows of the table, and which of them a file has taken."""

    location: Location
    """The table."""
    rows: Mapping[str, Details]
    """Id to what is known."""
    taken: set[str] = field(default_factory=set)
    """Ids that a file was found for."""

    def onto(self, item: Article | Unread | Failure, location: Location) -> Article | Unread | Failure:
        """Give an article with what the table says of its file."""
        details = self._details(location.name)
        if details is None or isinstance(item, Failure):
            return item
        self.taken.add(details.article_id)
        if isinstance(item, Article):
            return details.onto(item)
        return Unread(
            details.article_id, item.source, item.where, item.form, item.data, item.limit, item.charset, details
        )

    def untaken(self) -> Iterator[Failure]:
        """Yield a failure for every row that no file answers to."""
        for article_id in self.rows:
            if article_id not in self.taken:
                message = f"{self.location.path}: no file for article_id {article_id!r}; expected one of that name"
                yield failure(article_id, self.location, "InputError", message)

    def _details(self, name: str) -> Details | None:
        for known in (name, _stem(name), name.rsplit("/", maxsplit=1)[-1], _stem(name.rsplit("/", maxsplit=1)[-1])):
            if known in self.rows and known not in self.taken:
                return self.rows[known]
        return None


def read_meta(path: str, options: ReadOptions, tell: Tell) -> Meta:
    """Read the table; `tell` hears of columns that stand there under another name than the one that is read.

    Raises:  InputError where it cannot be read, has no column article_id, has a broken row, or an id twice.
    """
    ending, compression = endings(path)
    location = Location(path, path, FORMATS.get(ending, "csv"), compression)
    own = ReadOptions(text_field=DEFAULT_ID, max_article_bytes=options.max_article_bytes)
    try:
        table = list(delimited_rows(location, own, "\t" if ending == ".tsv" else ",;\t|", _check))
    except READ_ERRORS as error:
        raise InputError(f"{path}: {why(error)}") from error
    _tell_names(table, own, path, tell)
    order = options.date_order or prove_order(row.values.get(own.published_field) for row in table if row.values)
    rows: dict[str, Details] = {}
    for row in table:
        details = _of_row(row, own, path)
        published = parse((row.values or {}).get(own.published_field), order)
        if details.article_id in rows:
            raise InputError(
                f"{path}:{row.number}: article_id {details.article_id!r} stands there twice; expected once"
            )
        rows[details.article_id] = Details(details.article_id, details.title, published, details.source)
    return Meta(location, rows)


def _check(header: Sequence[str], location: Location, _: ReadOptions) -> None:
    if DEFAULT_ID not in header:
        there = ", ".join(repr(name[:60]) for name in header[:8])
        raise InputError(
            f"{location.path}: no column {DEFAULT_ID!r}; there are {there}; expected {DEFAULT_ID!r} with the paths of "
            "the files, and where known 'title', 'published', 'source'"
        )


def _tell_names(table: Sequence[Row], options: ReadOptions, path: str, tell: Tell) -> None:
    names = OtherNames(options)
    for row in table[:1]:
        names.see(row.values or ())
    for missing, other in names.pairs().items():
        tell(path, f"column {other!r}; expected under the name {missing!r}")


def _of_row(row: Row, options: ReadOptions, path: str) -> Details:
    if row.values is None:
        raise InputError(f"{path}:{row.number}: {row.problem}")
    article_id = str(row.values.get(DEFAULT_ID) or "").strip()
    if not article_id:
        raise InputError(f"{path}:{row.number}: 'article_id' is empty; expected the name of a file")
    title, source = row.values.get(options.title_field), row.values.get(options.source_field)
    return Details(article_id, str(title) if title else None, None, str(source) if source else None)


def _stem(name: str) -> str:
    stem, _ = splitext(name.removesuffix(endings(name)[1] or ""))
    return stem
