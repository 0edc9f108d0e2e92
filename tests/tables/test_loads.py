"""Loads onto tables that hold rows, in every format: refused, added, in the place of older ones or of everything."""

import csv
import datetime
import os
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import doubles
import pytest

from newsfacts.article import Article
from newsfacts.errors import OutputError
from newsfacts.record import Failure, Record, Stage, to_json
from newsfacts.tables.catalogue import TABLES, table
from newsfacts.tables.definitions import load_script
from newsfacts.tables.loads import write_tables
from newsfacts.tables.rows import record_rows
from newsfacts.tables.target import FORMATS, CsvStyle, Keep, Target
from newsfacts.tables.writers import DATABASE, TableWriter

duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
pytest.importorskip("pyarrow", reason="pyarrow is not installed")

DAY = datetime.date(2024, 5, 31)
KINDS = [(form, None) for form in FORMATS] + [("parquet", "published")]
"""Formats, and what each is parted by."""
every_kind = pytest.mark.parametrize(("form", "by"), KINDS, ids=[f"{form} {by or ''}".strip() for form, by in KINDS])


def record(article_id: str, number: int, day: datetime.date | None = DAY) -> Record:
    text = f'Police held {number} men, "all\nof them".'
    return doubles.load().extract(Article(article_id, text, title='a "b", \r\nc', published=day))


def failure(article_id: str) -> Failure:
    return Failure(article_id=article_id, source=None, stage=Stage.READ, error="E", message="m")


def load(target: Target, *items: Record | Failure, files: int = 1) -> int:
    """Load records and failures from files of their own; tell how many articles were replaced."""
    folder = target.folder.parent / "in"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    paths: tuple[list[Path], list[Path]] = ([], [])
    for number, item in enumerate(items):
        failed = isinstance(item, Failure)
        path = folder / f"{'failures' if failed else 'records'}{number % files}.jsonl"
        with open(path, "a", encoding="utf-8", newline="") as file:
            file.write(to_json(item) + "\n")
        if path not in paths[failed]:
            paths[failed].append(path)
    return write_tables(*paths, target).replaced


def held(target: Target, name: str = "facts", columns: str = "article_id, value") -> list[tuple[Any, ...]]:
    """Read columns of a target's table, as DuckDB reads every format."""
    if target.form == "duckdb":
        with duckdb.connect(str(target.folder / DATABASE), read_only=True) as connection:
            return list(connection.execute(f"SELECT {columns} FROM {name}").fetchall())
    files = target.folder.glob(f"{name}/*/*.parquet" if target.partition_by else f"{name}.{target.form}")
    if not sum(file.stat().st_size for file in files):
        return []
    path = str(target.folder / f"{name}.{target.form}")
    types = "{" + ", ".join(f"'{column.name}': 'VARCHAR'" for column in table(name).columns) + "}"
    source = {
        "jsonl": f"read_json('{path}', format = 'newline_delimited')",
        "csv": f"read_csv('{path}', header = true, types = {types})",
        "parquet": f"read_parquet('{path}')",
    }[target.form]
    if target.partition_by:
        source = f"read_parquet('{target.folder / name}/*/*.parquet', hive_partitioning = true)"
    rows = duckdb.execute(f"SELECT {columns} FROM {source}").fetchall()
    return [tuple(int(float(cell)) if index else cell for index, cell in enumerate(row)) for row in rows]


def counted(target: Target) -> dict[str, int]:
    return {article_id: int(value) for article_id, value in held(target)}


@every_kind
def test_what_holds_rows_is_not_written_over_unasked(form: str, by: str | None, tmp_path: Path) -> None:
    target = Target(tmp_path / "t", form, partition_by=by)
    load(target, record("a", 1))
    with pytest.raises(OutputError, match=r"holds rows already; .*upsert.*append.*replace"):
        load(target, record("b", 2))
    assert counted(target) == {"a": 1}
    assert not list(target.folder.glob("*.partial"))


@every_kind
def test_tables_without_rows_are_filled(form: str, by: str | None, tmp_path: Path) -> None:
    target = Target(tmp_path / "t", form, partition_by=by)
    load(target)
    load(target, record("a", 1))
    assert counted(target) == {"a": 1}


@every_kind
def test_new_articles_are_added_behind_the_old_ones(form: str, by: str | None, tmp_path: Path) -> None:
    target = Target(tmp_path / "t", form, Keep.APPEND, by)
    for number in range(3):
        load(target, record(f"a{number}", number), failure(f"f{number}"))
    assert held(target) == [("a0", 0), ("a1", 1), ("a2", 2)]
    assert [row[0] for row in held(target, "failures", "article_id")] == ["f0", "f1", "f2"]


@every_kind
def test_an_article_that_is_there_is_not_added_again(form: str, by: str | None, tmp_path: Path) -> None:
    target = Target(tmp_path / "t", form, Keep.APPEND, by)
    load(target, record("a", 1))
    with pytest.raises(OutputError, match=r"records0.jsonl:2: .*article 'a' is there already; .*upsert"):
        load(target, record("b", 2), record("a", 3))
    assert counted(target) == {"a": 1}


@every_kind
def test_an_article_takes_the_place_of_its_older_rows_in_every_table(form: str, by: str | None, tmp_path: Path) -> None:
    target = Target(tmp_path / "t", form, Keep.UPSERT, by)
    load(target, record("a", 1), record("b", 2), failure("c"), failure("d"))
    again: list[Record | Failure] = [record("a", 10), record("c", 3), failure("b"), failure("d")]
    for _ in range(2):  # the same load twice changes nothing more
        load(target, *again)
        assert counted(target) == {"b": 2, "a": 10, "c": 3}
        assert [row[0] for row in held(target, "articles", "article_id")] == ["b", "a", "c"]
        assert [row[0] for row in held(target, "sections", "article_id")] == ["b", "a", "c"]
        assert sorted(row[0] for row in held(target, "failures", "article_id")) == ["b", "d"]


@every_kind
def test_everything_can_be_replaced(form: str, by: str | None, tmp_path: Path) -> None:
    target = Target(tmp_path / "t", form, Keep.REPLACE, by)
    load(target, record("a", 1), record("b", 2), failure("f"))
    load(target, record("a", 3))
    assert counted(target) == {"a": 3}
    assert held(target, "failures", "article_id") == []


@every_kind
@pytest.mark.parametrize("keep", Keep)
def test_several_files_are_one_load_and_an_article_in_two_of_them_is_refused(
    keep: Keep, form: str, by: str | None, tmp_path: Path
) -> None:
    target = Target(tmp_path / "t", form, keep, by)
    with pytest.raises(OutputError, match=r"records1.jsonl:1: article 'a' comes twice"):
        load(target, record("a", 1), record("a", 1), files=2)
    load(target, record("a", 1), record("b", 2), failure("c"), failure("d"), files=2)
    assert counted(target) == {"a": 1, "b": 2}


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_two_loads_give_the_bytes_or_rows_of_one(form: str, tmp_path: Path) -> None:
    records = [record(f"a{number}", number) for number in range(6)]
    once, twice = Target(tmp_path / "once", form), Target(tmp_path / "twice", form, Keep.UPSERT)
    load(once, *records)
    load(twice, *records[:4])
    load(twice, *records[4:])
    for one in TABLES:
        file = f"{one.name}.{form}"
        if form != "parquet":
            assert (once.folder / file).read_bytes() == (twice.folder / file).read_bytes()
        else:
            assert held(once, one.name, "article_id") == held(twice, one.name, "article_id")


@pytest.mark.parametrize("form", FORMATS)
def test_other_columns_are_named(form: str, tmp_path: Path) -> None:
    target = Target(tmp_path / "t", form, Keep.APPEND)
    load(target, record("a", 1))
    if form == "duckdb":
        with duckdb.connect(str(target.folder / DATABASE)) as connection:
            connection.execute("ALTER TABLE facts RENAME noun TO thing")
    elif form == "parquet":
        path = target.folder / "facts.parquet"
        duckdb.execute(f"COPY (SELECT * RENAME (noun AS thing) FROM '{path}') TO '{path}.new' (FORMAT parquet)")
        os.replace(f"{path}.new", path)
    else:
        path = target.folder / f"facts.{form}"
        path.write_text(path.read_text().replace("noun,", "thing,", 1).replace('"noun":', '"thing":', 1))
    with pytest.raises(OutputError, match=r"(facts\.\w+|duckdb): has other columns .*missing: noun; unknown: thing"):
        load(target, record("b", 2))
    load(replace(target, keep=Keep.REPLACE), record("b", 2))
    assert counted(target) == {"b": 2}


def test_what_else_a_database_holds_stays(tmp_path: Path) -> None:
    target = Target(tmp_path / "t", "duckdb", Keep.REPLACE)
    load(target, record("a", 1))
    with duckdb.connect(str(target.folder / DATABASE)) as connection:
        connection.execute("CREATE TABLE mine AS SELECT 7 AS seven")
        connection.execute("CREATE VIEW held AS SELECT sum(value) AS total FROM facts")
    load(target, record("a", 5))
    load(replace(target, keep=Keep.UPSERT), record("b", 6))
    assert held(target, "mine", "seven") == [(7,)]
    assert held(target, "held", "total") == [(11,)]


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_text("no database, but longer than the head of one" * 500)
    with pytest.raises(OutputError, match=r"newsfacts.duckdb: cannot be opened"):
        TableWriter(Target(tmp_path, "duckdb"))


def test_files_are_parted_by_the_day_of_their_article(tmp_path: Path) -> None:
    target = Target(tmp_path / "t", "parquet", Keep.UPSERT, "published")
    other = datetime.date(2024, 6, 1)
    load(target, record("a", 1), record("b", 2, other), record("c", 3, None), failure("f"))
    days = sorted(path.parent.name for path in (target.folder / "facts").rglob("*.parquet"))
    assert days == ["published=2024-05-31", "published=2024-06-01", "published=__HIVE_DEFAULT_PARTITION__"]
    assert held(target, "articles", "published") == [(DAY,), (other,), (None,)]
    load(target, record("a", 4, other))  # moves to another day; the file that it leaves empty goes
    days = sorted(str(path.relative_to(target.folder)) for path in (target.folder / "facts").rglob("*.parquet"))
    assert [day for day in days if "05-31" in day] == []
    assert [day for day in days if "06-01" in day] == [
        "facts/published=2024-06-01/part-00000.parquet",
        "facts/published=2024-06-01/part-00001.parquet",
    ]
    assert counted(target) == {"a": 4, "b": 2, "c": 3}


def test_many_days_are_written_with_few_rows_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsfacts.tables import partitions

    monkeypatch.setattr(partitions, "_ROWS", 10)
    target = Target(tmp_path / "t", "parquet", Keep.ERROR, "published")
    days = [DAY + datetime.timedelta(number % 5) for number in range(40)]
    load(target, *[record(f"a{number}", number, day) for number, day in enumerate(days)])
    assert counted(target) == {f"a{number}": number for number in range(40)}
    assert len(list((target.folder / "facts").rglob("*.parquet"))) > 5


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (Target(Path("t"), "csv", partition_by="published"), "--partition-by is for Parquet, not for csv"),
        (
            Target(Path("t"), "jsonl", csv=CsvStyle(safe=True)),
            "--csv-semicolon are for CSV, not for jsonl",
        ),
    ],
)
def test_what_a_format_does_not_know_is_refused(target: Target, message: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=message):
        TableWriter(replace(target, folder=tmp_path))


CELLS = [
    ("=1+1", "'=1+1"),
    ("+44 20", "'+44 20"),
    ("-5 men", "'-5 men"),
    ("@sum", "'@sum"),
    ("\t=1", "'\t=1"),
    ("＝1", "'＝1"),
    ("5 men", "5 men"),
    ("a=b", "a=b"),
    ("", ""),
    ("'quoted'", "'quoted'"),
    ("'=1", "''=1"),
]


STYLES = {
    "plain": CsvStyle(),
    "safe": CsvStyle(safe=True),
    "excel": CsvStyle(excel=True),
    "semicolon": CsvStyle(semicolon=True),
}
every_style = pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))


@pytest.mark.parametrize(("title", "safe"), CELLS)
@every_style
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe(
    style: CsvStyle, title: str, safe: str, tmp_path: Path
) -> None:
    made = record("a", 1).model_copy(update={"title": title})
    with TableWriter(Target(tmp_path, "csv", csv=style)) as writer:
        writer.add(record_rows(made))
        writer.publish()
    content = (tmp_path / "articles.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") is style.for_excel
    assert content.endswith(b"\r\n") is style.for_excel
    with open(tmp_path / "articles.csv", encoding="utf-8-sig", newline="") as file:
        head, row = csv.reader(file, delimiter=";" if style.semicolon else ",")
    assert row[head.index("title")] == (safe if style != CsvStyle() else title)


NUMBERS = [("plain", "2.5", ","), ("excel", "2.5", ","), ("semicolon", "2,5", ";")]


@pytest.mark.parametrize(("style", "written", "apart"), NUMBERS)
def test_a_number_has_the_point_of_its_language(style: str, written: str, apart: str, tmp_path: Path) -> None:
    target = Target(tmp_path, "csv", Keep.UPSERT, csv=STYLES[style])
    made = record("a", 2)
    facts = [fact.model_copy(update={"value": Decimal("2.5")}) for fact in made.facts]
    for _ in range(2):
        load(target, made.model_copy(update={"facts": facts}))
    with open(tmp_path / "facts.csv", encoding="utf-8-sig", newline="") as file:
        head, row = csv.reader(file, delimiter=apart)
    assert row[head.index("value")] == written


@every_style
def test_an_id_that_looks_like_a_formula_is_known_again(style: CsvStyle, tmp_path: Path) -> None:
    target = Target(tmp_path / "t", "csv", Keep.UPSERT, csv=style)
    for number in (1, 2):
        load(target, record("=a", number), record("'=b", number + 10))
    assert [int(value) for _, value in held(target)] == [2, 12]
    with pytest.raises(OutputError, match="is there already"):
        load(replace(target, keep=Keep.APPEND), record("=a", 3))


def test_a_script_for_duckdb_loads_a_folder_of_parquet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = Target(tmp_path / "t", "parquet", Keep.REPLACE)
    script = (Path(__file__).parents[2] / "schemas" / "sql" / "duckdb_upsert.sql").read_text()
    assert script == load_script("duckdb")
    with duckdb.connect() as connection:
        connection.execute((Path(__file__).parents[2] / "schemas" / "sql" / "duckdb.sql").read_text())
        for items in ([record("a", 1), record("b", 2)], [record("a", 3), failure("b")]):
            load(target, *items)
            monkeypatch.chdir(target.folder)
            connection.execute(script)
        found = connection.execute("SELECT article_id, value FROM facts ORDER BY article_id").fetchall()
        assert [(article_id, int(value)) for article_id, value in found] == [("a", 3), ("b", 2)]
        assert connection.execute("SELECT article_id FROM failures").fetchall() == [("b",)]


@every_kind
def test_a_load_says_how_many_articles_it_replaces(tmp_path: Path, form: str, by: str | None) -> None:
    target = Target(tmp_path / "tables", form, partition_by=by)
    assert load(target, record("a1", 5), record("a2", 6)) == 0
    assert load(replace(target, keep=Keep.UPSERT), record("a2", 7), record("a3", 8)) == 1
    assert load(replace(target, keep=Keep.REPLACE), record("a2", 7)) == 0
