"""A pool of processes that turn articles into finished lines, in input order.

Why not `concurrent.futures`, which gives up all work when one worker dies, nor Pebble, which isolates deaths and time
limits but has all workers share one pipe under one lock, so that its memory and order are the caller's to bound: here
each worker has pipes of its own, so that killing it, at whatever moment, can damage nothing that others use.

How it goes: read one article ahead while the window has room (backpressure) → hand articles to workers → wait for
lines, deaths and deadlines → yield lines in input order. An article whose worker dies is tried once more, alone in a
new worker (the machine may have killed the first for its memory); when that dies too the article fails. One that passes
the time limit fails at once. Memory is bounded by the window, whatever the corpus.
"""

import gc
import os
import signal
import time
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from newsfacts.article import Article
from newsfacts.engines.work import RENEW_CHARS, Done, Load, finish, pass_on
from newsfacts.errors import NewsfactsError
from newsfacts.record import Failure, Stage
from newsfacts.sources import Unread

__all__ = ["run_pool"]

_WINDOW = 32
"""Articles per worker that may be under way or wait for an earlier one to finish."""
_WINDOW_CHARS = 20_000_000
"""Characters of text that may be under way or wait, as finished lines, for an earlier article; one longer article still
goes through, alone."""
_AHEAD_CHARS = 8_000
"""Longest text that is sent to a worker that is busy: four bytes a character fit into any pipe's buffer (64 KiB),
so that the sender never waits for a worker that itself waits for its line to be read."""
_STARTS = 3
"""Workers in a row that may die before they are ready."""


@dataclass
class _Task:
    index: int
    article: Article | Unread
    deaths: int = 0


@dataclass
class _Worker:
    process: SpawnProcess
    tasks: Connection
    lines: Connection
    queue: deque[_Task] = field(default_factory=deque)
    ready: bool = False
    began: float = 0.0
    """When the task at the head of the queue began, by the monotonic clock."""


def run_pool(
    items: Iterator[Article | Unread | Failure], load: Load, jobs: int, timeout: float | None
) -> Generator[Done]:
    """Finish articles in `jobs` processes; failures among the items pass through in their place.

    Raises:  what `load` raises in a worker; NewsfactsError where workers die before they are ready.
    """
    pool = _Pool(load, jobs, timeout)
    try:
        yield from pool.run(items)
    finally:
        pool.close()


class _Pool:
    """Hold the workers and what is under way; lives for one run."""

    def __init__(self, load: Load, jobs: int, timeout: float | None) -> None:
        self._load, self._jobs, self._timeout = load, jobs, timeout
        self._workers: list[_Worker] = []
        self._waiting: deque[_Task] = deque()
        self._done: dict[int, Done] = {}
        self._sizes: dict[int, int] = {}
        self._chars = 0
        self._next_in = self._next_out = self._failed_starts = 0

    def run(self, items: Iterator[Article | Unread | Failure]) -> Iterator[Done]:
        open_ = True
        while open_ or self._next_out < self._next_in:
            if open_ and self._has_room():
                item = next(items, None)
                open_ = item is not None
                if item is not None:
                    self._take(item)
            self._hand_out()
            self._collect(wait=not (open_ and self._has_room()))
            while self._next_out in self._done:
                self._chars -= self._sizes.pop(self._next_out, 0)
                yield self._done.pop(self._next_out)
                self._next_out += 1

    def close(self) -> None:
        for worker in self._workers:
            _stop(worker)
        self._workers.clear()

    def _has_room(self) -> bool:
        under_way = self._next_in - self._next_out
        return not under_way or (under_way < self._jobs * _WINDOW and self._chars < _WINDOW_CHARS)

    def _take(self, item: Article | Unread | Failure) -> None:
        if isinstance(item, Failure):
            self._done[self._next_in] = pass_on(item)
        else:
            self._sizes[self._next_in] = item.size
            self._chars += item.size
            self._waiting.append(_Task(self._next_in, item))
        self._next_in += 1

    def _hand_out(self) -> None:
        while self._waiting:
            worker = self._free_worker(self._waiting[0])
            if worker is None:
                return
            task = self._waiting.popleft()
            if not worker.queue:
                worker.began = time.monotonic()
            worker.queue.append(task)
            try:
                worker.tasks.send(task.article)
            except OSError:  # it died since the last look; its end is noticed when the lines are collected
                return

    def _free_worker(self, task: _Task) -> _Worker | None:
        """Choose an idle worker, else start one, else one that may get a short article ahead of time."""
        for worker in self._workers:
            if not worker.queue:
                return worker
        if len(self._workers) < self._jobs:
            self._workers.append(_start(self._load))
            return self._workers[-1]
        if task.deaths or task.article.size > _AHEAD_CHARS:
            return None
        for worker in self._workers:
            if len(worker.queue) == 1 and not worker.queue[0].deaths and worker.ready:
                return worker
        return None

    def _collect(self, *, wait: bool) -> None:
        if not self._workers:
            return
        ready = connection.wait([worker.lines for worker in self._workers], self._patience() if wait else 0)
        for worker in list(self._workers):
            if worker.lines in ready:
                self._read(worker)
            elif self._timeout is not None and self._is_late(worker):
                self._bury(worker)
                self._fail(worker.queue.popleft(), "TimeLimit", f"took longer than {self._timeout:g} seconds")
                self._requeue(worker)

    def _patience(self) -> float | None:
        if self._timeout is None:
            return None
        begun = [worker.began for worker in self._workers if worker.queue and worker.ready]
        return max(0.0, min(begun) + self._timeout - time.monotonic()) if begun else None

    def _is_late(self, worker: _Worker) -> bool:
        late = self._timeout is not None and time.monotonic() - worker.began >= self._timeout
        return late and worker.ready and bool(worker.queue)

    def _read(self, worker: _Worker) -> None:
        try:
            message: Done | NewsfactsError | None = worker.lines.recv()
        except (EOFError, OSError):
            self._died(worker)
            return
        worker.began = time.monotonic()
        if message is None:
            worker.ready, self._failed_starts = True, 0
        elif isinstance(message, Done):
            self._settle(worker.queue.popleft(), message)
        else:
            raise message

    def _died(self, worker: _Worker) -> None:
        self._bury(worker)
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _STARTS:
                code = worker.process.exitcode
                raise NewsfactsError(
                    f"{_STARTS} workers in a row died while they loaded the model (exit code {code}); "
                    "expected enough memory for each of them: try fewer --jobs"
                )
        elif worker.queue:
            task = worker.queue[0]
            task.deaths += 1
            if task.deaths > 1:
                code = worker.process.exitcode
                self._fail(worker.queue.popleft(), "WorkerDied", f"its worker process died twice (exit code {code})")
        self._requeue(worker)

    def _bury(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        _stop(worker)

    def _requeue(self, worker: _Worker) -> None:
        self._waiting.extendleft(reversed(worker.queue))

    def _fail(self, task: _Task, error: str, what: str) -> None:
        article = task.article
        message = f"article {article.article_id!r} ({_length(article)}): {what}"
        failure = Failure(
            article_id=article.article_id, source=article.source, stage=Stage.EXTRACT, error=error, message=message
        )
        self._settle(task, pass_on(failure))

    def _settle(self, task: _Task, done: Done) -> None:
        self._done[task.index] = done


def _length(article: Article | Unread) -> str:
    return f"{article.size:,} {'bytes' if isinstance(article, Unread) else 'characters'}"


def _start(load: Load) -> _Worker:
    context = get_context("spawn")  # a fork would copy the locks of the progress bar's thread
    task_reader, task_writer = context.Pipe(duplex=False)
    line_reader, line_writer = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(load, task_reader, line_writer), daemon=True)
    process.start()
    task_reader.close()  # held by the worker alone, so that its death closes them
    line_writer.close()
    return _Worker(process, task_writer, line_reader)


def _stop(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.tasks.close()
    worker.lines.close()


def _work(load: Load, tasks: Connection, lines: Connection) -> None:
    """Be a worker: load, say so, turn articles into lines; now and then load anew; end when the parent is gone."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # this process is ours, and there is one for each core
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    while True:
        try:
            extractor = load()
        except NewsfactsError as error:
            lines.send(error)
            return
        except Exception as error:  # whatever it is, the parent must hear of it; trying again would not help
            lines.send(NewsfactsError(f"the extractor cannot be loaded: {type(error).__name__}: {error}"))
            return
        lines.send(None)
        chars = 0
        while chars <= RENEW_CHARS:
            try:
                article: Article | Unread = tasks.recv()
            except EOFError:
                return
            try:
                lines.send(finish(extractor, article))
            except OSError:  # the parent is gone
                return
            chars += article.size
        del extractor
        gc.collect()  # its parts refer to each other; the old one goes before the new one comes
