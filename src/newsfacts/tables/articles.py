"""Which articles a load brings and which a target holds; on disk, so that memory does not grow with either."""

import sqlite3
from collections.abc import Iterable
from enum import IntEnum

__all__ = ["Articles", "Side"]


class Side(IntEnum):
    """Say where an article id was met."""

    THERE = 0
    """Among the target's rows, before the load."""
    NEW = 1
    """In a record of this load."""
    FAILED = 2
    """In a failure of this load."""


class Articles:
    """Remember article ids by side, in a temporary database that vanishes with the process."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)  # "" is a private file that SQLite deletes itself
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute(
            "CREATE TABLE articles (side INTEGER, article_id TEXT, PRIMARY KEY (side, article_id)) WITHOUT ROWID"
        )

    def close(self) -> None:
        """Forget everything."""
        self._database.close()

    def add(self, side: Side, article_id: str) -> bool:
        """Remember an id; tell whether it was unknown on this side."""
        added = self._database.execute("INSERT OR IGNORE INTO articles VALUES (?, ?)", (side, article_id))
        return bool(added.rowcount)

    def add_all(self, side: Side, article_ids: Iterable[str]) -> None:
        """Remember many ids."""
        self._database.executemany(
            "INSERT OR IGNORE INTO articles VALUES (?, ?)", ((side, article_id) for article_id in article_ids)
        )

    def replaced(self) -> int:
        """Count the articles of this load that the target had before."""
        there = "SELECT article_id FROM articles WHERE side = ?"
        query = f"SELECT count(*) FROM articles WHERE side = ? AND article_id IN ({there})"
        (number,) = self._database.execute(query, (Side.NEW, Side.THERE)).fetchone()
        return int(number)

    def holds(self, article_id: str, *sides: Side) -> bool:
        """Tell whether an id was met on one of some sides."""
        marks = ", ".join("?" * len(sides))
        query = f"SELECT 1 FROM articles WHERE article_id = ? AND side IN ({marks})"
        return self._database.execute(query, (article_id, *sides)).fetchone() is not None
