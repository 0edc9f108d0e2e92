"""The pool of processes: input order, and what becomes of articles that break, hang or kill."""

import functools
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import doubles
import pytest

from newsfacts.article import Article
from newsfacts.engines import pool
from newsfacts.engines.local import run_local
from newsfacts.engines.pool import run_pool
from newsfacts.engines.work import RENEW_CHARS, Done
from newsfacts.errors import ModelError, NewsfactsError
from newsfacts.record import Failure, Stage


def articles(texts: list[str]) -> Iterator[Article | Failure]:
    return iter([Article(f"a{number}", text) for number, text in enumerate(texts)])


def expected(texts: list[str]) -> list[str]:
    """Give what one process makes of the articles."""
    return [done.line for done in run_local(articles(texts), doubles.load, jobs=1)]


TEXTS = [f"Police held {number} men." for number in range(60)]
LONG = f"{'Police held 5 men. ' * 3_000}"


def test_lines_come_in_input_order_and_are_those_of_one_process() -> None:
    texts = [LONG, *TEXTS, LONG, LONG]
    assert [done.line for done in run_pool(articles(texts), doubles.load, 2, None)] == expected(texts)


def test_what_failed_to_be_read_keeps_its_place() -> None:
    failure = Failure(article_id="f", source=None, stage=Stage.READ, error="E", message="m")
    items: list[Article | Failure] = [Article("a", "Two men."), failure, Article("b", "Two men.")]
    found = list(run_pool(iter(items), doubles.load, 2, None))
    assert [(done.article_id, done.failed) for done in found] == [("a", False), ("f", True), ("b", False)]


BREAKERS = [
    ("RAISE", None, "ValueError", "article 'a30': told to raise"),
    ("DIE ALWAYS", None, "WorkerDied", "its worker process died twice (exit code -9)"),
    ("SLEEP", 1.0, "TimeLimit", "took longer than 1 seconds"),
]


@pytest.mark.parametrize(("word", "timeout", "error", "message"), BREAKERS, ids=[case[0] for case in BREAKERS])
def test_an_article_that_breaks_is_a_failure_and_the_others_are_done(
    word: str, timeout: float | None, error: str, message: str
) -> None:
    texts = [*TEXTS[:30], word, *TEXTS[30:]]
    found = list(run_pool(articles(texts), doubles.load, 2, timeout))
    assert [done.article_id for done in found] == [f"a{number}" for number in range(61)]
    (failed,) = [done for done in found if done.failed]
    assert f'"error":"{error}"' in failed.line
    assert message in failed.line
    assert [done.line for done in found if not done.failed] == [
        line for number, line in enumerate(expected([*TEXTS[:30], "Nothing.", *TEXTS[30:]])) if number != 30
    ]


def test_one_broken_article_in_ten_costs_only_itself() -> None:
    texts = [("RAISE" if number % 10 == 3 else f"Police held {number} men.") for number in range(100)]
    found = list(run_pool(articles(texts), doubles.load, 2, None))
    assert [done.failed for done in found] == [number % 10 == 3 for number in range(100)]


def test_a_worker_killed_once_loses_nothing(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    texts = [*TEXTS[:20], f"DIE ONCE {mark} 7 men.", *TEXTS[20:]]
    found = [done.line for done in run_pool(articles(texts), doubles.load, 2, None)]
    assert mark.exists()
    assert found == expected(texts)


def children() -> list[int]:
    """List the live processes that this one has started."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == os.getpid() and fields[0] != "Z":
                found.append(int(entry.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to find the workers")
def test_workers_killed_from_outside_at_any_moment_lose_nothing() -> None:
    texts = [LONG if number % 7 == 0 else f"Police held {number} men." for number in range(100)]
    known = set(children())
    pool = run_pool(articles(texts), doubles.load, 2, None)
    found: list[Done] = []
    for number, done in enumerate(pool):
        found.append(done)
        if number in (5, 35, 65):  # far apart: an article that dies twice is a failure, whoever killed its workers
            for process in set(children()) - known:
                if b"spawn_main" in Path(f"/proc/{process}/cmdline").read_bytes():
                    os.kill(process, signal.SIGKILL)
    assert [done.line for done in found] == expected(texts)


@pytest.mark.parametrize(
    ("load", "error", "message"),
    [
        (doubles.load_nothing, ModelError, "model 'none' is not installed"),
        (doubles.load_and_die, NewsfactsError, r"died while they loaded the model \(exit code -9\)"),
    ],
)
def test_workers_that_cannot_start_end_the_run(
    load: Callable[[], doubles.Double], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        list(run_pool(articles(TEXTS), load, 2, None))


def test_reading_waits_for_the_workers() -> None:
    taken = 0

    def endless() -> Iterator[Article | Failure]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(f"a{taken}", "Police held 5 men.")

    pool = run_pool(endless(), doubles.load, 2, None)
    for _ in range(10):
        next(pool)
    assert taken <= 10 + 2 * 32 + 1
    pool.close()


def test_closing_the_run_ends_its_processes() -> None:
    known = set(children())
    pool = run_pool(articles(TEXTS), doubles.load, 2, None)
    next(pool)
    assert set(children()) - known
    pool.close()
    left = {
        process for process in set(children()) - known if b"spawn_main" in Path(f"/proc/{process}/cmdline").read_bytes()
    }
    assert not left


def test_a_pool_runs_beside_other_threads() -> None:
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            time.sleep(0.001)

    busy = threading.Thread(target=work)
    busy.start()
    try:
        assert len(list(run_pool(articles(TEXTS), doubles.load, 2, None))) == len(TEXTS)
    finally:
        stop.set()
        busy.join()


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_extractor_is_renewed_after_so_many_characters(jobs: int, tmp_path: Path) -> None:
    load = functools.partial(doubles.load_and_tell, str(tmp_path / "loads"))
    texts = [f"{'a' * (RENEW_CHARS // 4)} {number} men" for number in range(12)]
    found = list(run_local(articles(texts), load, jobs=jobs))
    assert [done.line for done in found] == expected(texts)
    assert jobs + 1 <= len((tmp_path / "loads").read_text()) <= jobs + 2


def test_lines_that_wait_for_a_slow_article_count_against_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_WINDOW_CHARS", 5_000)
    taken = []

    def items() -> Iterator[Article | Failure]:
        for number, text in enumerate(["SLEEP", *["Police held 5 men. ".ljust(1_000)] * 40]):
            taken.append(number)
            yield Article(f"a{number}", text)

    done = run_pool(items(), doubles.load, 2, 2.0)
    assert next(done).failed
    assert len(taken) < 10
    assert len(list(done)) == 40
