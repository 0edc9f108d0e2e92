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
