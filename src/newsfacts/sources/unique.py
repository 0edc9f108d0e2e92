"""Which article ids were read before, and where; on disk, so that memory does not grow with the corpus."""

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

    def __enter__(self) -> "Places":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def add(self, article_id: str, place: str) -> str | None:
        """Remember an id; where it is known already, give the place that had it first."""
        key = article_id.encode("utf-8", "surrogatepass")
        added = self._database.execute(
            "INSERT OR IGNORE INTO places VALUES (?, ?)", (key, place.encode("utf-8", "surrogatepass"))
        )
        if added.rowcount:
            return None
        (first,) = self._database.execute("SELECT place FROM places WHERE article_id = ?", (key,)).fetchone()
        return bytes(first).decode("utf-8", "surrogatepass")
