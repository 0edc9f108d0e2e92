"""The options of reading on the command line: they reach the readers, and what is left out is said."""

import json
from pathlib import Path

import doubles
import pytest
from click.testing import CliRunner, Result

from newsfacts.cli import main
from newsfacts.options import Options


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize(("order", "day"), [("dmy", "2022-08-07"), ("mdy", "2022-07-08")])
def test_the_order_of_dates_can_be_told(order: str, day: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,published\nFive men.,07/08/2022\n")
    result = run("read", str(tmp_path / "a.csv"), "--date-order", order)
    assert json.loads(result.stdout)["published"] == day


def test_a_table_of_files_gives_their_ids(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Five men.")
    (tmp_path / "meta.csv").write_text("article_id,title\na,Held\n")
    result = run("read", str(tmp_path / "a.txt"), "--meta", str(tmp_path / "meta.csv"))
    assert [json.loads(result.stdout)[key] for key in ("article_id", "title")] == ["a", "Held"]


@pytest.mark.parametrize("command", ["read", "extract"])
def test_what_is_left_out_is_counted_and_named(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsfacts.cli.extract.load_extractor", lambda options: doubles.load())
    for name in ("a.txt", "b.md", "c.log"):
        (tmp_path / name).write_text("Police held 5 men.")
    result = run(command, str(tmp_path), *(["--jobs", "1"] if command == "extract" else []))
    assert result.exit_code == 0
    assert "left out: 2 (no kind that is looked for in folders; named, it is read as text)" in result.stderr
    assert "b.md" in result.stderr
    assert "c.log" in result.stderr


def test_any_language_is_asked_of_the_extractor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def load(options: Options) -> doubles.Double:
        asked.append(options.any_language)
        return doubles.load()

    monkeypatch.setattr("newsfacts.cli.extract.load_extractor", load)
    (tmp_path / "a.txt").write_text("Police held 5 men.")
    run("extract", str(tmp_path / "a.txt"), "--jobs", "1")
    run("extract", str(tmp_path / "a.txt"), "--jobs", "1", "--any-language")
    assert asked == [False, True]


@pytest.mark.parametrize("more", [["--any-language"], ["--date-order", "dmy"]])
def test_a_run_is_not_resumed_with_other_options_of_reading(
    more: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsfacts.cli.extract.load_extractor", lambda options: doubles.load())
    (tmp_path / "a.txt").write_text("Police held 5 men.")
    out = str(tmp_path / "out.jsonl")
    assert run("extract", str(tmp_path / "a.txt"), "-o", out, "--jobs", "1").exit_code == 0
    result = run("extract", str(tmp_path / "a.txt"), "-o", out, "--jobs", "1", "--resume", *more)
    assert result.exit_code == 2
    assert more[0] in result.stderr


ROW = {"id": "a1", "date": "2024-05-31", "url": "https://x.example/1", "text": "Police held 5 men."}
UNREAD = (
    "left out: 1 (fields 'id', 'date', 'url'; to read them: --id-field id --published-field date --source-field url): "
)


KNOWN = {"article_id": "a", "published": "2024-05-31", "source": "s", "text": "Police held 5 men."}


def write_rows(folder: Path, form: str, rows: list[dict[str, str]]) -> Path:
    """Write rows to a file of a form."""
    path = folder / f"rows.{form}"
    if form == "parquet":
        import pyarrow
        from pyarrow import parquet

        parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    elif form == "json":
        path.write_text(json.dumps(rows))
    elif form == "jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    else:
        between = {"csv": ",", "tsv": "\t"}[form]
        path.write_text("".join(between.join(cells) + "\n" for cells in [rows[0], *(row.values() for row in rows)]))
    return path


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "jsonl", "parquet"])
def test_fields_under_other_names_are_not_guessed_but_named_with_their_options(form: str, tmp_path: Path) -> None:
    path = write_rows(tmp_path, form, [ROW, ROW | {"id": "a2", "text": "Police held 6 men."}])
    result = run("read", str(path))
    assert f"{UNREAD}{path}\n" in result.stderr
    assert [json.loads(line)["published"] for line in result.stdout.splitlines()] == [None, None]
    told = run("read", str(path), "--id-field", "id", "--published-field", "date", "--source-field", "url")
    assert told.stderr == "newsfacts: 2 articles; 0 failures\n"
    first = json.loads(told.stdout.splitlines()[0])
    assert [first[name] for name in ("article_id", "published", "source")] == ["a1", "2024-05-31", ROW["url"]]


@pytest.mark.parametrize(
    "row",
    [KNOWN | {"id": "7", "date": "x", "url": "u"}, KNOWN | {"category": "crime", "update": "x"}],
    ids=["under the name that is read", "no other name"],
)
def test_other_fields_are_not_spoken_of(row: dict[str, str], tmp_path: Path) -> None:
    assert "left out" not in run("read", str(write_rows(tmp_path, "jsonl", [row]))).stderr


def test_a_field_that_one_row_has_under_the_name_that_is_read_is_not_missing(tmp_path: Path) -> None:
    rows = [ROW, {"article_id": "a2", "published": "2024-05-31", "source": "s", "text": "Police held 6 men."}]
    assert "left out" not in run("read", str(write_rows(tmp_path, "jsonl", rows))).stderr


def test_a_name_with_spaces_can_be_copied(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("article_id,Pub Date,source,text\na,2024-05-31,s,Police held 5 men.\n")
    assert "--published-field 'Pub Date')" in run("read", str(tmp_path / "a.csv")).stderr


@pytest.mark.parametrize("command", ["read", "extract"])
@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (["", ""], '2 articles have no date of publication, so "on Monday" stays without a day; '),
        (["2024-05-31", ""], '1 article has no date of publication, so "on Monday" stays without a day; '),
        (["2024-05-31", "May 2024"], None),
    ],
)
def test_articles_without_a_date_are_counted(
    command: str, dates: list[str], said: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsfacts.cli.extract.load_extractor", lambda options: doubles.load())
    rows = [{"text": f"Police held {number} men.", "published": day} for number, day in enumerate(dates, start=5)]
    path = write_rows(tmp_path, "csv", rows)
    result = run(command, str(path), *(["--jobs", "1"] if command == "extract" else []))
    assert "date of publication" not in result.stderr if said is None else said in result.stderr


def test_a_table_of_files_with_other_names_says_which_are_expected(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Five men.")
    (tmp_path / "meta.csv").write_text("article_id,date\na,2024-05-31\n")
    arguments = ("read", str(tmp_path / "a.txt"), "--meta", str(tmp_path / "meta.csv"))
    assert "left out: 1 (column 'date'; expected under the name 'published')" in run(*arguments).stderr
    (tmp_path / "meta.csv").write_text("file,date\na,2024-05-31\n")
    refused = run(*arguments)
    assert refused.exit_code == 2
    assert "no column 'article_id'; there are 'file', 'date'; expected 'article_id' with the paths" in refused.stderr
    assert "--text-field" not in refused.stderr
