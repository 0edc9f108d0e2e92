"""Which article ids and texts were read before, and where; on disk, so that memory does not grow with the corpus."""

import sqlite3
from types import TracebackType

__all__ = ["Places"]


class Places:
    """Remember where each id was first seen, in a temporary database that vanishes with the process."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)  # "" is a private file that SQLite deletes itself
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute("CREATE TABLE places (article_id BLOB PRIMARY KEY, place BLOB) WITHOUT ROWID")
        self._database.execute("CREATE TABLE texts (digest BLOB PRIMARY KEY, article_id BLOB) WITHOUT ROWID")

    def __enter__(self) -> "Places":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def add(self, article_id: str, place: str) -> str | None:
        """Remember an id; where it is known already, give the place that had it first."""
        return self._add("places", article_id.encode("utf-8", "surrogatepass"), place)

    def add_text(self, digest: bytes, article_id: str) -> str | None:
        """Remember the digest of a text; where it is known already, give the article that had it first."""
        return self._add("texts", digest, article_id)

    def _add(self, table: str, key: bytes, value: str) -> str | None:
        name, kept = ("article_id", "place") if table == "places" else ("digest", "article_id")
        data = (key, value.encode("utf-8", "surrogatepass"))
        if self._database.execute(f"INSERT OR IGNORE INTO {table} VALUES (?, ?)", data).rowcount:
            return None
        query = f"SELECT {kept} FROM {table} WHERE {name} = ?"
        (first,) = self._database.execute(query, (key,)).fetchone()
        return bytes(first).decode("utf-8", "surrogatepass")
