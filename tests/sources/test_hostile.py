"""Input that somebody made to hurt: bounded in time and memory, or refused with a message."""

import gzip
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import doubles
import pytest

from newsfacts.article import Article
from newsfacts.engines.local import run_local
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources import LeftOut, ReadOptions, Unread, gather, opened, read

GOOD = "Police held 5 men."


@pytest.mark.parametrize("make", ["fifo", "device"])
def test_what_is_no_regular_file_is_refused_and_never_opened(make: str, tmp_path: Path) -> None:
    path = "/dev/zero" if make == "device" else str(tmp_path / "pipe")
    if make == "fifo":
        os.mkfifo(path)
    (failure,) = read([path])
    assert isinstance(failure, Failure)
    assert "is no regular file; expected a file, or - for standard input" in failure.message


def test_pipes_and_links_without_an_end_in_a_folder_are_left_out(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    os.symlink(tmp_path / "loop", tmp_path / "loop")
    os.symlink(tmp_path / "gone", tmp_path / "link")
    os.symlink(tmp_path, tmp_path / "round")
    (tmp_path / "z.txt").write_text(GOOD)
    left_out = LeftOut()
    assert [item.article_id for item in gather([str(tmp_path)], ReadOptions(), left_out.tell)] == ["z.txt"]
    assert left_out.number == 4


def test_a_link_that_loops_is_refused_where_it_is_named(tmp_path: Path) -> None:
    os.symlink(tmp_path / "loop", tmp_path / "loop")
    with pytest.raises(InputError, match="no such file or folder"):
        read([str(tmp_path / "loop")])


def test_a_page_is_opened_in_the_worker_and_not_where_files_are_read(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    attributes = " ".join(f"a{n}=x" for n in range(60_000))
    (tmp_path / "a.html").write_text(f"<html><body><p {attributes}>{GOOD}</p></body></html>")
    (tmp_path / "b.txt").write_text(GOOD)
    began = time.monotonic()
    items = list(gather([str(tmp_path)], ReadOptions(), LeftOut().tell))
    assert time.monotonic() - began < 1
    assert isinstance(items[0], Unread)
    first, second = run_local(iter(items), doubles.load, jobs=1, timeout=4)
    assert (first.failed, json.loads(first.line)["error"]) == (True, "TimeLimit")
    assert "bytes): took longer than 4 seconds" in json.loads(first.line)["message"]
    assert not second.failed


def test_a_document_whose_library_breaks_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsfacts.sources import opening

    def broken(document: Unread) -> Article:
        raise SystemError("told to")

    monkeypatch.setattr(opening, "FORMS", {"pdf": broken})
    failure = opened(Unread("a", "a.pdf", "a.pdf", "pdf", b"x", 100))
    assert isinstance(failure, Failure)
    assert (failure.error, failure.stage) == ("SystemError", "read")


MEASURE = """
import resource, sys
from newsfacts.sources import ReadOptions, read
resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
kinds = [type(item).__name__ for item in read([sys.argv[1]])]
print(len(kinds), kinds.count("Failure"), (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def measured(path: Path) -> tuple[int, int, int]:
    """Read a file in a process of its own; give the number of items, of failures, and the MiB it took."""
    run = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True)
    items, failures, mib = map(int, run.stdout.split())
    return items, failures, mib


def giant_header(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"a," * 500_000)


def giant_line(path: Path) -> None:
    path.write_bytes(b'{"text": "' + b"a" * 300_000_000 + b'"}\n' + b'{"text": "Two."}')


def giant_cell(path: Path) -> None:
    path.write_bytes(b'text\n"' + b"a" * 100_000_000 + b'"\nTwo.\n')


def giant_element(path: Path) -> None:
    path.write_bytes(b'[{"text": "' + b"a" * 300_000_000 + b'"}, {"text": "Two."}]')


def packed_text(path: Path) -> None:
    path.write_bytes(gzip.compress(b" " * 500_000_000, 1))


HOSTILE = {
    "a.csv": (giant_header, (1, 1), 60),
    "a.jsonl": (giant_line, (2, 1), 400),
    "b.csv": (giant_cell, (2, 1), 200),
    "a.json": (giant_element, (2, 1), 400),
    "a.txt": (packed_text, (1, 1), 80),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_giant_costs_no_more_than_the_longest_article_allows(name: str, tmp_path: Path) -> None:
    make, expected, most = HOSTILE[name]
    make(tmp_path / name)
    items, failures, mib = measured(tmp_path / name)
    assert (items, failures) == expected
    assert mib < most


def test_parquet_strings_of_twenty_megabytes_are_read_a_few_at_a_time(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    from pyarrow import parquet

    rows = pyarrow.table({"text": pyarrow.array(["a b " * 4_900_000] * 24).dictionary_encode()})
    parquet.write_table(rows, tmp_path / "a.parquet")
    _, failures, mib = measured(tmp_path / "a.parquet")
    assert failures == 0
    assert mib < 330
