"""The tables load into a real PostgreSQL with the shipped definition and come out row by row as they went in.

Needs a server and psycopg: `.ci/run` starts one and gives its address with --postgres.
"""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from newsfacts.record import Failure, Record, Stage
from newsfacts.tables.catalogue import TABLES
from newsfacts.tables.rows import Row, Rows, failure_rows, record_rows
from newsfacts.tables.writers import TableWriter

DEFINITION = Path(__file__).parent.parent.parent / "schemas" / "sql" / "postgresql.sql"


@pytest.fixture
def connection(request: pytest.FixtureRequest) -> Iterator[Any]:
    """Give a connection whose tables vanish with it."""
    address = request.config.getoption("--postgres")
    if not address:
        pytest.skip("no PostgreSQL server was named with --postgres")
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    with psycopg.connect(address) as connection:
        connection.execute("CREATE SCHEMA newsfacts_test")
        connection.execute("SET search_path TO newsfacts_test")
        yield connection
        connection.rollback()


def test_every_row_comes_out_as_it_went_in(connection: Any, corpus_records: dict[str, Record], tmp_path: Path) -> None:
    failure = Failure(article_id="f", source=None, stage=Stage.READ, error="E", message='a "b", \n \\N')
    rows: Rows = {table.name: [] for table in TABLES}
    for group in [*map(record_rows, corpus_records.values()), failure_rows(failure)]:
        for name, more in group.items():
            rows[name] += more
    with TableWriter(tmp_path, "csv") as writer:
        writer.add(rows)
        writer.publish()
    connection.execute(DEFINITION.read_text("utf-8"))
    for table in TABLES:
        with connection.cursor().copy(f"COPY {table.name} FROM STDIN (FORMAT csv, HEADER)") as copy:
            copy.write((tmp_path / f"{table.name}.csv").read_bytes())
        found = connection.execute(f"SELECT * FROM {table.name}").fetchall()
        assert sorted(map(_key, found)) == sorted(map(_key, rows[table.name]))
        assert len(found) == len(rows[table.name])


def _key(row: Row) -> str:
    """Write a row so that values of different types differ, and equal numbers do not."""
    parts = []
    for value in row:
        if isinstance(value, Decimal):
            parts.append(f"number {value.normalize():f}")
        elif isinstance(value, datetime.date):
            parts.append(f"date {value.isoformat()}")
        else:
            parts.append(repr(value))
    return " | ".join(parts)


def test_a_row_that_comes_twice_is_refused(connection: Any, corpus_records: dict[str, Record]) -> None:
    import psycopg

    connection.execute(DEFINITION.read_text("utf-8"))
    table = next(table for table in TABLES if table.name == "articles")
    (row,) = record_rows(next(iter(corpus_records.values())))["articles"]
    statement = f"INSERT INTO articles VALUES ({', '.join(['%s'] * len(table.names))})"
    connection.execute(statement, row)
    with pytest.raises(psycopg.errors.UniqueViolation):
        connection.execute(statement, row)
