"""Tables: derived from the models, complete, exact, and the same in every format."""

import csv
import datetime
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import doubles
import jsonschema
import pytest
import simplejson

from newsfacts.article import Article
from newsfacts.errors import OutputError
from newsfacts.record import Count, Failure, Money, Percentage, Quantity, Record, Stage, to_json
from newsfacts.tables.catalogue import TABLES, table
from newsfacts.tables.columns import Type
from newsfacts.tables.definitions import DIALECTS, create, spark_struct, table_schema
from newsfacts.tables.loads import write_tables
from newsfacts.tables.rows import Row, Rows, failure_rows, record_rows
from newsfacts.tables.target import Keep, Target
from newsfacts.tables.writers import DATABASE, TableWriter

FAILURE = Failure(article_id="f", source=None, stage=Stage.READ, error="InputError", message='says "no"')


def lines_file(path: Path, *items: Record | Failure) -> Path:
    path.write_text("".join(f"{to_json(item)}\n" for item in items), "utf-8", newline="\n")
    return path


def with_value(value: str, text: str = "Police held 5 men.") -> Record:
    record = doubles.load().extract(Article("a", text, published=datetime.date(2024, 5, 31)))
    fact = record.facts[0].model_copy(update={"value": Decimal(value), "min_value": None})
    return record.model_copy(update={"facts": [fact]})


def all_rows(records: dict[str, Record]) -> Rows:
    rows: Rows = {candidate.name: [] for candidate in TABLES}
    for record in records.values():
        for name, group in record_rows(record).items():
            rows[name] += group
    rows["failures"] += failure_rows(FAILURE)["failures"]
    return rows


def test_there_are_nine_tables() -> None:
    names = ["articles", "sections", "people", "roles", "events", "event_people", "facts", "quotes", "failures"]
    assert [t.name for t in TABLES] == names


def test_facts_have_every_field_of_every_kind_with_a_number() -> None:
    fields = [name for model in (Count, Money, Percentage, Quantity) for name in model.model_fields]
    assert set(table("facts").names) == {"article_id", *fields}
    assert {c.name: c.type for c in table("facts").columns}["value"] is Type.NUMBER
    assert not [
        c.name for c in table("facts").columns if c.name in ("noun", "currency", "base", "unit") and not c.nullable
    ]


def test_every_column_says_what_it_holds() -> None:
    assert all(column.description for t in TABLES for column in t.columns)


def test_no_column_is_a_word_that_sql_keeps_for_itself() -> None:
    reserved = {
        "end",
        "start",
        "from",
        "to",
        "order",
        "group",
        "user",
        "table",
        "select",
        "where",
        "case",
        "when",
        "of",
    }
    assert not {column.name for t in TABLES for column in t.columns} & reserved


def test_nothing_of_a_record_is_lost_in_its_rows(corpus_records: dict[str, Record]) -> None:
    for record in corpus_records.values():
        rows, plain = record_rows(record), json.loads(to_json(record))
        assert [len(rows[name]) for name in ("articles", "sections", "people")] == [
            1,
            len(record.sections),
            len(record.people),
        ]
        assert len(rows["roles"]) == sum(len(person.roles) for person in record.people)
        facts = {row[table("facts").names.index("fact_id")]: row for row in rows["facts"]}
        quotes = {row[table("quotes").names.index("fact_id")]: row for row in rows["quotes"]}
        for fact, written in zip(record.facts, plain["facts"], strict=True):
            name = "quotes" if fact.kind == "quote" else "facts"
            row = dict(zip(table(name).names, (quotes if fact.kind == "quote" else facts)[fact.fact_id], strict=True))
            assert not [(key, row[key], value) for key, value in written.items() if not _same(row[key], value)]
            assert all(row[key] is None for key in row if key not in written and key != "article_id")


def _same(cell: object, value: object) -> bool:
    if isinstance(cell, datetime.date):
        return cell.isoformat() == value
    return cell == value or (isinstance(cell, Decimal) and float(cell) == value)


@pytest.mark.parametrize(
    ("value", "fits"),
    [("0.000001", True), ("1" + "0" * 31, True), ("1" + "0" * 32, False), ("0.0000001", False), ("-5.25", True)],
)
def test_a_number_is_exact_or_null_and_told(value: str, fits: bool) -> None:
    rows = record_rows(with_value(value))
    cell = rows["facts"][0][table("facts").names.index("value")]
    assert cell == (Decimal(value) if fits else None)
    assert len(rows["failures"]) == (0 if fits else 1)
    if not fits:
        assert "a column holds numbers below 1e32 with up to 6 decimal places" in str(rows["failures"][0])


def test_what_no_warehouse_holds_is_replaced() -> None:
    record = doubles.load().extract(Article("a\ud800", "5 men\0 held", title="\0"))
    rows = record_rows(record)
    assert rows["articles"][0][table("articles").names.index("article_id")] == "a\ufffd"
    assert rows["articles"][0][table("articles").names.index("title")] == "\ufffd"


def test_rows_fit_the_json_schema_of_their_table(corpus_records: dict[str, Record], tmp_path: Path) -> None:
    records = lines_file(tmp_path / "in.jsonl", *corpus_records.values())
    failures = lines_file(tmp_path / "in.failures.jsonl", FAILURE)
    assert write_tables([records], [failures], Target(tmp_path)) == (len(corpus_records), 0)
    for t in TABLES:
        check = jsonschema.Draft202012Validator(table_schema(t))
        for line in (tmp_path / f"{t.name}.jsonl").read_text("utf-8").splitlines():
            check.validate(json.loads(line))
    assert not list(tmp_path.glob("*.partial"))


def written(form: str, folder: Path, rows: Rows) -> None:
    with TableWriter(Target(folder, form)) as writer:
        writer.add(rows)
        writer.publish()


def test_json_lines_hold_every_key_and_exact_numbers(corpus_records: dict[str, Record], tmp_path: Path) -> None:
    rows = all_rows(corpus_records)
    written("jsonl", tmp_path, rows)
    for t in TABLES:
        found = [
            simplejson.loads(x, use_decimal=True)
            for x in (tmp_path / f"{t.name}.jsonl").read_text("utf-8").split("\n")[:-1]
        ]
        assert [tuple(row) for row in found] == [t.names] * len(rows[t.name])
        assert [tuple(row.values()) for row in found] == [_written(row) for row in rows[t.name]]


def _written(row: Row) -> Row:
    """Give what a line of JSON, read with exact numbers, holds of a row."""
    plain = (value.isoformat() if isinstance(value, datetime.date) else value for value in row)
    return tuple(Decimal(repr(value)) if isinstance(value, float) else value for value in plain)


def test_csv_tells_null_from_empty_and_keeps_line_ends(tmp_path: Path) -> None:
    record = doubles.load().extract(Article("a", '"5 men"\r\nheld', source="", title="é, \n"))
    written("csv", tmp_path, record_rows(record))
    content = (tmp_path / "articles.csv").read_bytes().decode()
    assert ',"a","",' in content
    assert ',"en","é, \n","[]",,,,"[]"\n' in content
    with open(tmp_path / "facts.csv", newline="", encoding="utf-8") as file:
        head, row = csv.reader(file)
    assert tuple(head) == table("facts").names
    assert row[head.index("text")] == record.facts[0].text


def test_parquet_and_duckdb_hold_the_same_rows(corpus_records: dict[str, Record], tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    rows = all_rows(corpus_records)
    for form in ("parquet", "duckdb", "csv", "jsonl"):
        written(form, tmp_path, rows)
    with duckdb.connect(str(tmp_path / DATABASE)) as connection:
        for t in TABLES:
            assert _tuples(parquet.read_table(tmp_path / f"{t.name}.parquet"), t.names) == rows[t.name]
            assert connection.execute(f"SELECT * FROM {t.name}").fetchall() == rows[t.name]
            connection.execute(f"DELETE FROM {t.name}")
            connection.execute(f"COPY {t.name} FROM '{tmp_path / t.name}.csv' (HEADER, FORMAT csv)")
            assert connection.execute(f"SELECT * FROM {t.name}").fetchall() == rows[t.name]
            connection.execute(f"DELETE FROM {t.name}")
            connection.execute(f"COPY {t.name} FROM '{tmp_path / t.name}.jsonl' (FORMAT json)")
            assert connection.execute(f"SELECT * FROM {t.name}").fetchall() == rows[t.name]


def _tuples(read: Any, names: tuple[str, ...]) -> list[Row]:
    return [tuple(row[name] for name in names) for row in read.to_pylist()]


def test_inference_would_lose_what_the_shipped_definition_keeps(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    value = "12345678901234567.123456"
    for form in ("jsonl", "csv"):
        written(form, tmp_path, record_rows(with_value(value)))
    with duckdb.connect() as connection:
        guessed = connection.execute(
            f"SELECT value, time_start, currency FROM read_json_auto('{tmp_path}/facts.jsonl')"
        )
        assert [column[1] for column in guessed.description] != ["DECIMAL(38,6)", "DATE", "VARCHAR"]
        assert Decimal(guessed.fetchone()[0]) != Decimal(value)
        connection.execute(create("duckdb"))
        connection.execute(f"COPY facts FROM '{tmp_path}/facts.csv' (HEADER, FORMAT csv)")
        kept = connection.execute("SELECT value, time_start, currency FROM facts")
        assert [str(column[1]) for column in kept.description] == ["DECIMAL(38,6)", "DATE", "VARCHAR"]
        assert kept.fetchone()[0] == Decimal(value)


@pytest.mark.parametrize("system", DIALECTS)
def test_each_system_gets_all_tables_and_columns(system: str) -> None:
    sql = create(system)
    for t in TABLES:
        assert f"CREATE TABLE IF NOT EXISTS {t.name} (" in sql
    assert len(re.findall(r"^    \w+ \S*\w+\(38, 6\)", sql, re.M)) == 6


def test_spark_gets_the_same_columns() -> None:
    struct = json.loads(spark_struct(table("facts")))
    assert [field["name"] for field in struct["fields"]] == list(table("facts").names)
    assert {f["name"]: f["type"] for f in struct["fields"]}["value"] == "decimal(38,6)"


def test_a_line_that_is_no_record_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    record = doubles.load().extract(Article("a", "5 men"))
    path = lines_file(tmp_path / "records.jsonl", record)
    good = path.read_text()
    for bad in ("{}", "no json"):
        path.write_text(good + bad)
        with pytest.raises(OutputError, match=r"records\.jsonl:2: no record"):
            write_tables([path], [], Target(tmp_path / "tables", "csv"))
    assert not list((tmp_path / "tables").iterdir())


def test_earlier_tables_stay_when_writing_fails(tmp_path: Path) -> None:
    record = doubles.load().extract(Article("a", "5 men"))
    path = lines_file(tmp_path / "records.jsonl", record)
    write_tables([path], [], Target(tmp_path, "csv"))
    before = (tmp_path / "facts.csv").read_bytes()
    path.write_text("{}")
    for keep in Keep:
        with pytest.raises(OutputError):
            write_tables([path], [], Target(tmp_path, "csv", keep))
    assert (tmp_path / "facts.csv").read_bytes() == before


def test_a_folder_that_cannot_be_made_is_named() -> None:
    with pytest.raises(OutputError, match="/dev/null/x: cannot be written"):
        TableWriter(Target(Path("/dev/null/x"), "csv"))
