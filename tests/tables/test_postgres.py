"""The tables load into a real PostgreSQL with the shipped definition and come out row by row as they went in.

Needs a server and psycopg: `.ci/run` starts one and gives its address with --postgres.
"""

import datetime
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import consoles
import doubles
import pytest

from newsfacts.article import Article
from newsfacts.record import Failure, Record, Stage, read_record
from newsfacts.tables.catalogue import TABLES
from newsfacts.tables.rows import Row, Rows, failure_rows, record_rows
from newsfacts.tables.target import Target
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
    with TableWriter(Target(tmp_path, "csv")) as writer:
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


SCHEMA = "newsfacts_psql"


@pytest.fixture
def served(request: pytest.FixtureRequest) -> Iterator[tuple[Any, dict[str, str]]]:
    """Give a connection, and what says to psql where the server is; tables are seen by both and vanish at the end."""
    address = request.config.getoption("--postgres")
    if not address:
        pytest.skip("no PostgreSQL server was named with --postgres")
    if shutil.which("psql") is None:
        pytest.skip("psql is not installed")
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    with psycopg.connect(address, autocommit=True) as connection:
        about = connection.info
        names = {"PGHOST": about.host, "PGPORT": str(about.port), "PGUSER": about.user, "PGDATABASE": about.dbname}
        connection.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        connection.execute(f"CREATE SCHEMA {SCHEMA}")
        connection.execute(f"SET search_path TO {SCHEMA}")
        yield connection, names | {"PGOPTIONS": f"-c search_path={SCHEMA}"}
        connection.execute(f"DROP SCHEMA {SCHEMA} CASCADE")


@pytest.mark.parametrize("document", ["docs/warehouse.md", "docs/loads.md"])
def test_the_commands_that_load_run_as_printed(
    document: str, served: tuple[Any, dict[str, str]], tmp_path: Path
) -> None:
    connection, server = served
    found = consoles.blocks(consoles.ROOT / document, "console")
    extracts = next(block for block in found if "-o day1.jsonl" in block or "-o records.jsonl --tables" in block)
    (loads,) = [block for block in found if "psql" in block]
    consoles.run(f"{extracts}\n{loads}", consoles.prepare(tmp_path), server)
    files = [path for path in tmp_path.glob("*.jsonl") if "failures" not in path.name]
    records = [read_record(line) for path in files for line in path.read_text("utf-8").splitlines()]
    (articles,) = connection.execute("SELECT array_agg(article_id ORDER BY article_id) FROM articles").fetchone()
    assert sorted(articles) == sorted({record.article_id for record in records})
    facts = {fact.fact_id for record in records for fact in record.facts if fact.kind != "quote"}
    assert connection.execute("SELECT count(*) FROM facts").fetchone() == (len(facts),)


def test_the_script_puts_articles_in_the_place_of_older_ones(
    served: tuple[Any, dict[str, str]], tmp_path: Path
) -> None:
    connection, server = served
    connection.execute(DEFINITION.read_text("utf-8"))
    connection.execute(DEFINITION.read_text("utf-8"))  # where they are there, nothing happens
    failed = Failure(article_id="c", source=None, stage=Stage.READ, error="E", message="m")
    for number, items in enumerate(([("a", 1), ("b", 2)], [("a", 3), ("c", 4)])):
        with TableWriter(Target(tmp_path / str(number), "csv")) as writer:
            for article_id, men in items:
                writer.add(record_rows(doubles.load().extract(Article(article_id, f"Police held {men} men."))))
            if not number:
                writer.add(failure_rows(failed))
            writer.publish()
        for _ in range(2):  # twice is the same as once
            consoles.run(f"$ psql -f {DEFINITION.with_stem('postgresql_upsert')}", tmp_path / str(number), server)
    found = connection.execute("SELECT article_id, value::int FROM facts ORDER BY article_id").fetchall()
    assert found == [("a", 3), ("b", 2), ("c", 4)]
    assert connection.execute("SELECT count(*) FROM failures").fetchone() == (0,)
