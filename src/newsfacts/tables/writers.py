"""Write a load of rows to its target; nothing stands under its final name before all is written.

A writer takes rows of any table in any order, keeps few of them in memory, and is closed either way: `publish` when all
went well, `discard` when not. What becomes of rows that the target holds already is the target's `keep`; whether that
can be done is found out before the first row, and no article comes twice in a load.
"""

from types import TracebackType

from newsfacts.errors import OutputError
from newsfacts.record import Failure, read_record
from newsfacts.tables.articles import Articles, Side
from newsfacts.tables.catalogue import table
from newsfacts.tables.duck import DATABASE, DuckStore
from newsfacts.tables.files import FileStore
from newsfacts.tables.partitions import PartitionedStore
from newsfacts.tables.rows import Rows, failure_rows, record_rows
from newsfacts.tables.target import FORMATS, Keep, Target

__all__ = ["DATABASE", "FORMATS", "TableWriter"]

_Store = FileStore | PartitionedStore | DuckStore
_ARTICLE_ID = table("articles").names.index("article_id")
_FAILURE_ID = table("failures").names.index("article_id")


class TableWriter:
    """Write tables into a folder: TABLE.jsonl, TABLE.csv, TABLE.parquet, or newsfacts.duckdb.

    Raises:  OutputError where the folder cannot be written, a package is missing (the message names the pip line), the
             target holds rows and nothing was said of them, or has other columns.
    """

    def __init__(self, target: Target) -> None:
        self._target = target
        self._articles = Articles()
        self._errors: tuple[type[Exception], ...] = (OSError, ValueError, KeyError)
        try:
            target.folder.mkdir(parents=True, exist_ok=True)
            self._store = _store(target)
            self._errors = (*self._errors, *self._store.errors)
            self._look()
            self._store.begin()
        except ImportError as error:
            raise OutputError(_missing(error, target.form)) from error
        except OSError as error:
            why = error.strerror or error
            raise OutputError(f"{target.folder}: cannot be written ({why}); expected a folder to write to") from error
        except self._errors as error:
            raise OutputError(f"{target.folder}: the tables there cannot be read ({error})") from error

    def __enter__(self) -> "TableWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()

    def _look(self) -> None:
        """Look at what the target holds, before anything is written."""
        full = self._store.full() if self._target.keep is Keep.ERROR else None
        if full is not None:
            raise OutputError(
                f"{full}: holds rows already; add to them with --tables-mode upsert (or append, where no article comes "
                "again), or throw them away with --tables-mode replace"
            )
        if self._target.keep in (Keep.APPEND, Keep.UPSERT):
            self._articles.add_all(Side.THERE, self._store.article_ids())

    def add_line(self, line: str, *, failed: bool) -> None:
        """Write the rows of a record's line, or of a failure's.

        Raises:  OutputError where they cannot be written; ValueError where the line is no record, or no failure.
        """
        rows = failure_rows(Failure.model_validate_json(line)) if failed else record_rows(read_record(line))
        self.add(rows)

    def add(self, rows: Rows) -> None:
        """Write rows.

        Raises:  OutputError where they cannot be written, or are of an article that was there before.
        """
        self._note(rows)
        try:
            self._store.add(rows)
        except self._errors as error:
            raise OutputError(f"{self._target.folder}: tables cannot be written ({error})") from error

    def _note(self, rows: Rows) -> None:
        for row in rows.get("articles", ()):
            article_id = str(row[_ARTICLE_ID])
            if self._target.keep is Keep.APPEND and self._articles.holds(article_id, Side.THERE):
                raise OutputError(
                    f"{self._target.folder}: article {article_id!r} is there already; expected new articles with "
                    "--tables-mode append; put new rows in the place of old ones with --tables-mode upsert"
                )
            if not self._articles.add(Side.NEW, article_id):
                raise OutputError(f"article {article_id!r} comes twice; expected each article once in a load")
        for row in rows.get("failures", ()):
            self._articles.add(Side.FAILED, str(row[_FAILURE_ID]))

    @property
    def replaced(self) -> int:
        """How many articles of this load take the place of older ones of the same id."""
        return self._articles.replaced()

    def publish(self) -> None:
        """Put everything in its place.

        Raises:  OutputError where that cannot be done.
        """
        try:
            self._store.publish(self._articles)
        except self._errors as error:
            raise OutputError(f"{self._target.folder}: tables cannot be written ({error})") from error

    def discard(self) -> None:
        """Remove what is not finished; after `publish` there is nothing to remove."""
        self._store.discard()
        self._articles.close()


def _store(target: Target) -> _Store:
    if target.partition_by is not None and target.form != "parquet":
        raise OutputError(f"--partition-by is for Parquet, not for {target.form}; expected --tables-format parquet")
    if (target.csv.safe or target.csv.for_excel) and target.form != "csv":
        styles = "--csv-safe, --csv-excel and --csv-semicolon"
        raise OutputError(f"{styles} are for CSV, not for {target.form}; expected CSV tables")
    if target.partition_by is not None:
        return PartitionedStore(target)
    return DuckStore(target) if target.form == "duckdb" else FileStore(target)


def _missing(error: ImportError, form: str) -> str:
    return f"writing {form} needs a package that is not installed ({error}); run: pip install 'newsfacts[{form}]'"
