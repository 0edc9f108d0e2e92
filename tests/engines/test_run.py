"""A whole run: files that are never half there, and runs that were cut off and go on to the same bytes."""

import json
import random
import resource
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import doubles
import pytest

from newsfacts.engines import files
from newsfacts.engines.run import Job, Mode, Summary, run
from newsfacts.engines.work import Done
from newsfacts.errors import InputError, ModelError, OutputError
from newsfacts.tables.catalogue import TABLES
from newsfacts.tables.loads import write_tables
from newsfacts.tables.target import Target


class CutError(Exception):
    """Stand for whatever stops a run."""


def articles_file(folder: Path, number: int = 40) -> str:
    rows = [{"article_id": f"a{n}", "text": "RAISE" if n % 10 == 4 else f"Police held {n} men."} for n in range(number)]
    lines = [json.dumps(row) for row in rows]
    lines[7] = lines[7][:-4]  # broken
    lines[9] = lines[8]  # twice
    path = folder / "in.jsonl"
    path.write_text("\n".join(lines))
    return str(path)


def job(folder: Path, **more: Any) -> Job:
    given: dict[str, Any] = {
        "inputs": [articles_file(folder)],
        "load": doubles.load,
        "output": str(folder / "out.jsonl"),
        "failures": str(folder / "failures.jsonl"),
    }
    return Job(**given | more)


def quiet(done: Done) -> None:
    pass


def cut_after(number: int) -> Callable[[Done], None]:
    left = iter(range(number))

    def watch(done: Done) -> None:
        if next(left, None) is None:
            raise CutError

    return watch


def results(folder: Path) -> tuple[bytes, bytes]:
    return (folder / "out.jsonl").read_bytes(), (folder / "failures.jsonl").read_bytes()


@pytest.fixture
def whole(tmp_path: Path) -> tuple[bytes, bytes]:
    """Give the results of an unbroken run."""
    folder = tmp_path / "whole"
    folder.mkdir()
    run(job(folder), quiet, Summary())
    found = results(folder)
    return found[0].replace(b"/whole/", b"/"), found[1].replace(b"/whole/", b"/")


def test_a_run_writes_every_article_once_to_records_or_failures(tmp_path: Path) -> None:
    summary = Summary()
    run(job(tmp_path), quiet, summary)
    records, failures = (content.decode().splitlines() for content in results(tmp_path))
    assert (len(records), len(failures)) == (34, 6)
    assert (summary.articles, summary.failed, summary.facts["count"]) == (40, 6, 34)
    assert not list(tmp_path.glob("*.manifest.json.*"))
    assert {json.loads(line)["stage"] for line in failures} == {"read", "extract"}
    assert not list(tmp_path.glob("*.partial"))


def test_two_processes_write_the_same_bytes_as_one(tmp_path: Path, whole: tuple[bytes, bytes]) -> None:
    run(job(tmp_path, jobs=2), quiet, Summary())
    assert results(tmp_path) == whole


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_cut_off_anywhere_goes_on_to_the_same_bytes(
    jobs: int, tmp_path: Path, whole: tuple[bytes, bytes]
) -> None:
    chance = random.Random(20240531)
    for point in sorted(chance.sample(range(1, 40), 10)) if jobs == 1 else [11]:
        task = job(tmp_path, jobs=jobs)
        with pytest.raises(CutError):
            run(task, cut_after(point), Summary())
        assert not (tmp_path / "out.jsonl").exists()
        summary = Summary()
        run(replace(task, mode=Mode.RESUME), quiet, summary)
        assert results(tmp_path) == whole
        assert summary.skipped == point + 1
        (tmp_path / "out.jsonl").unlink()


def test_a_run_cut_off_again_and_again_goes_on_to_the_same_bytes(tmp_path: Path, whole: tuple[bytes, bytes]) -> None:
    task = job(tmp_path)
    for _ in range(30):
        try:
            run(task, cut_after(3), Summary())
            break
        except CutError:
            task = replace(task, mode=Mode.RESUME)
    assert results(tmp_path) == whole


@pytest.mark.parametrize("lost", [1, 50, 200])
def test_half_a_line_at_the_end_is_done_again(lost: int, tmp_path: Path, whole: tuple[bytes, bytes]) -> None:
    with pytest.raises(CutError):
        run(job(tmp_path), cut_after(20), Summary())
    unfinished = tmp_path / "out.jsonl.partial"
    unfinished.write_bytes(unfinished.read_bytes()[:-lost])
    run(job(tmp_path, mode=Mode.RESUME), quiet, Summary())
    assert results(tmp_path) == whole


def test_a_finished_run_goes_on_where_the_input_has_grown(tmp_path: Path) -> None:
    task = shorten(job(tmp_path))
    run(task, quiet, Summary())
    articles_file(tmp_path)
    summary = Summary()
    run(replace(task, mode=Mode.RESUME), quiet, summary)
    assert (summary.skipped, summary.articles) == (15, 25)
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 34


def change_text(task: Job) -> Job:
    path = Path(task.inputs[0])
    path.write_text(path.read_text().replace("held 3 men", "held 4 men"))
    return task


def shorten(task: Job) -> Job:
    path = Path(task.inputs[0])
    path.write_text("\n".join(path.read_text().splitlines()[:15]))
    return task


CHANGES: list[tuple[Callable[[Job], Job], str]] = [
    (change_text, "its next line is of article 'a3', but the input goes on with 'a3' or with another text"),
    (shorten, "holds article 'a15', which the input no longer has"),
    (
        lambda task: replace(task, load=doubles.load_newer),
        "made by double with double 1.0; this is double with double 2.0",
    ),
    (
        lambda task: replace(task, settings={"--lexicons": "content 2"}),
        "made with --lexicons content 1; this is --lexicons content 2",
    ),
    (lambda task: replace(task, settings={}), "made with --lexicons content 1; this is --lexicons not given"),
]


@pytest.mark.parametrize(("change", "message"), CHANGES, ids=["text", "shorter", "version", "words", "no words"])
def test_going_on_with_something_else_is_refused(change: Callable[[Job], Job], message: str, tmp_path: Path) -> None:
    task = replace(job(tmp_path), settings={"--lexicons": "content 1"})
    with pytest.raises(CutError):
        run(task, cut_after(20), Summary())
    with pytest.raises(OutputError, match=message) as refused:
        run(change(replace(task, mode=Mode.RESUME)), quiet, Summary())
    assert "--restart" in str(refused.value)


def test_what_is_left_of_a_run_is_not_overwritten_unasked(tmp_path: Path, whole: tuple[bytes, bytes]) -> None:
    with pytest.raises(CutError):
        run(job(tmp_path), cut_after(20), Summary())
    with pytest.raises(OutputError, match="finish it with --resume or begin anew with --restart"):
        run(job(tmp_path), quiet, Summary())
    run(job(tmp_path, mode=Mode.RESTART), quiet, Summary())
    assert results(tmp_path) == whole


class Full:
    """Be a file on a disk that takes only so many bytes."""

    def __init__(self, file: Any, room: int) -> None:
        self._file, self._room = file, room

    def write(self, data: bytes) -> int:
        """Write what fits."""
        if len(data) > self._room:
            self._file.write(data[: self._room])
            self._room = 0
            raise OSError(28, "No space left on device")
        self._room -= len(data)
        return int(self._file.write(data))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def test_a_full_disk_ends_the_run_with_what_to_do_and_loses_nothing(
    tmp_path: Path, whole: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_full(path: str, mode: str) -> Full:
        return Full(open(path, mode), 9000)

    monkeypatch.setattr(files, "open", open_full, raising=False)
    with pytest.raises(OutputError, match=r"cannot be written \(No space left on device\); \d+ lines .* --resume"):
        run(job(tmp_path), quiet, Summary())
    assert not (tmp_path / "out.jsonl").exists()
    monkeypatch.undo()
    run(job(tmp_path, mode=Mode.RESUME), quiet, Summary())
    assert results(tmp_path) == whole


def test_a_file_that_the_system_lets_grow_no_further_ends_the_run_alike(
    tmp_path: Path, whole: tuple[bytes, bytes]
) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    task = job(tmp_path)
    resource.setrlimit(resource.RLIMIT_FSIZE, (9000, before[1]))
    try:
        with pytest.raises(OutputError, match=r"cannot be written .*--resume"):
            run(task, quiet, Summary())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    run(replace(task, mode=Mode.RESUME), quiet, Summary())
    assert results(tmp_path) == whole


def test_an_output_that_cannot_be_written_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="expected a folder to write to"):
        run(job(tmp_path, output=str(tmp_path / "no" / "out.jsonl")), quiet, Summary())


@pytest.mark.parametrize(
    ("more", "error"), [({"inputs": ["nowhere"]}, InputError), ({"load": doubles.load_nothing}, ModelError)]
)
def test_a_call_that_is_wrong_leaves_no_file(more: dict[str, Any], error: type[Exception], tmp_path: Path) -> None:
    with pytest.raises(error):
        run(job(tmp_path, **more), quiet, Summary())
    assert not list(tmp_path.glob("*.partial"))
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_tables_in_one_pass_are_those_of_the_finished_files(form: str, tmp_path: Path) -> None:
    run(job(tmp_path, tables=Target(tmp_path / "once", form)), quiet, Summary())
    task = job(tmp_path, tables=Target(tmp_path / "cut", form), mode=Mode.RESTART)
    with pytest.raises(CutError):
        run(task, cut_after(17), Summary())
    assert not list((tmp_path / "cut").iterdir())
    (tmp_path / "out.jsonl").unlink()
    run(replace(task, mode=Mode.RESUME), quiet, Summary())
    write_tables([tmp_path / "out.jsonl"], [tmp_path / "failures.jsonl"], Target(tmp_path / "after", form))
    for table in TABLES:
        contents = {(tmp_path / folder / f"{table.name}.{form}").read_bytes() for folder in ("once", "cut", "after")}
        assert len(contents) == 1
