"""One whole run: read inputs, extract in processes, write records, failures and tables, resume where it was cut off.

Phases: check and open the outputs → skip what an earlier run has done → extract → write in input order → rename. This
module prints nothing; whoever calls it may watch each finished article.
"""

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from newsfacts import sources
from newsfacts.article import Article
from newsfacts.engines import manifest
from newsfacts.engines.files import Earlier, LineFile, clear, left_behind, partial, recover
from newsfacts.engines.local import run_local
from newsfacts.engines.work import Done, Load
from newsfacts.errors import OutputError
from newsfacts.tables.target import Keep, Target
from newsfacts.tables.writers import TableWriter

__all__ = ["Job", "Mode", "Summary", "run"]


class Mode(Enum):
    """Say what to do about an unfinished earlier run."""

    FRESH = "fresh"
    """There should be none."""
    RESUME = "resume"
    """Go on where it stopped."""
    RESTART = "restart"
    """Throw it away."""


@dataclass(frozen=True)
class Job:
    """Say what a run reads, writes and may use."""

    inputs: Sequence[str]
    """Files, folders, globs or "-"."""
    load: Load
    """Makes an extractor, in each worker."""
    options: sources.ReadOptions = field(default_factory=sources.ReadOptions)
    """How the inputs are read."""
    output: str | None = None
    """File of records; standard output where None."""
    failures: str | None = None
    """File of failures; where None they are counted only."""
    tables: Target | None = None
    """Where tables go; none are written where None."""
    jobs: int = 1
    """Processes."""
    timeout: float | None = None
    """Seconds that an article may take."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """What decides the result, by name; a run is resumed only with the same, and its manifest repeats them."""
    mode: Mode = Mode.FRESH
    """What to do about an unfinished earlier run."""


@dataclass
class Summary:
    """Count what a run has done; articles of an earlier run that were skipped are counted apart."""

    articles: int = 0
    failed: int = 0
    skipped: int = 0
    words: int = 0
    undated: int = 0
    """Records of articles whose date of publication is not known."""
    facts: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    """Failures by the type of the error."""
    warnings: Counter[str] = field(default_factory=Counter)
    """Warnings of records by code."""
    left_out: sources.LeftOut = field(default_factory=sources.LeftOut)

    def plain(self) -> dict[str, Any]:
        """Give the counts as JSON holds them."""
        names = ("articles", "failed", "skipped", "words", "undated")
        counted: dict[str, Any] = {name: getattr(self, name) for name in names}
        by = {"facts": self.facts, "failures": self.reasons, "warnings": self.warnings}
        return counted | {name: dict(sorted(counts.items())) for name, counts in by.items()}


Watch = Callable[[Done], None]
"""Is told of every article, when it is written."""


def run(job: Job, watch: Watch, summary: Summary) -> None:
    """Carry out a job; `summary` is kept up to date, so that it holds also after an interruption.

    Raises:  InputError and OutputError where the call is wrong, before anything is done; OutputError where a result
             cannot be written; ModelError where the model is missing.
    """
    items = sources.gather(job.inputs, job.options, summary.left_out.tell)
    _check(job)
    with ExitStack() as stack:
        outputs = _open(job, stack)
        rest = _rest(items, outputs, summary)
        done_articles = stack.enter_context(closing(run_local(rest, job.load, jobs=job.jobs, timeout=job.timeout)))
        for done in done_articles:
            outputs.put(done)
            _count(summary, done)
            watch(done)
        outputs.publish()
        if job.output:
            manifest.finish(job.output, job.failures, job.settings, job.inputs)


@dataclass(frozen=True)
class _Outputs:
    """Hold what a run writes to, and what an earlier run has written there."""

    records: LineFile
    failures: LineFile | None
    tables: TableWriter | None
    earlier: Earlier | None

    def put(self, done: Done) -> None:
        """Write a finished article."""
        if done.failed:
            if self.failures:
                self.failures.write(done.line)
        else:
            if self.earlier:
                self.earlier.check_versions(done.line)
            self.records.write(done.line)
        if self.tables:
            self.tables.add_line(done.line, failed=done.failed)

    def publish(self) -> None:
        """Give everything its final name, the records last."""
        if self.earlier:
            self.earlier.finished()
        if self.tables:
            self.tables.publish()
        if self.failures:
            self.failures.publish()
        self.records.publish()


def _open(job: Job, stack: ExitStack) -> _Outputs:
    """Open the outputs; tables first, as they may refuse what they hold before anything else is touched."""
    tables = stack.enter_context(TableWriter(job.tables)) if job.tables else None
    _prepare(job)
    earlier = Earlier(job.output, job.failures) if job.mode is Mode.RESUME and job.output else None
    records = stack.enter_context(LineFile(job.output))
    failures = stack.enter_context(LineFile(job.failures)) if job.failures else None
    if job.output:
        stack.enter_context(_manifest(job.output, job.settings))
    return _Outputs(records, failures, tables, earlier)


@contextmanager
def _manifest(output: str, settings: Mapping[str, str]) -> Iterator[None]:
    """Have the settings beside what is written; where nothing was written there is nothing to go on from."""
    manifest.begin(output, settings)
    try:
        yield
    except BaseException:
        if left_behind(output) and os.path.getsize(partial(output)) == 0:
            manifest.forget(output)
        raise


def _check(job: Job) -> None:
    """Refuse a call that cannot end well, before anything is touched."""
    if job.mode is Mode.RESUME and job.output is None:
        raise OutputError("nothing to resume on standard output; expected --output FILE with --resume")
    if job.mode is Mode.FRESH and job.output and left_behind(job.output):
        raise OutputError(
            f"{partial(job.output)}: left behind by a run that did not finish; "
            "finish it with --resume or begin anew with --restart"
        )
    if job.mode is Mode.RESUME and job.tables and job.tables.keep is Keep.APPEND:
        raise OutputError(
            "--tables-mode append would load what was done before once more; "
            "expected --tables-mode upsert with --resume"
        )
    if job.mode is Mode.RESUME and job.output and not _cut_at_once(job):
        manifest.check(job.output, job.failures, job.settings)


def _prepare(job: Job) -> None:
    """Bring what an earlier run has left into the state that this one goes on from, or remove it."""
    going_on = job.mode is Mode.RESUME and not _cut_at_once(job)
    for path in (job.output, job.failures):
        if path and going_on:
            recover(path)
        elif path:
            clear(path)
    if job.output and job.mode is not Mode.RESUME:
        manifest.forget(job.output)


def _cut_at_once(job: Job) -> bool:
    """Tell whether a run was cut off while it opened its files: what has a final name is then of another run."""
    if not job.output or not left_behind(job.output) or left_behind(job.failures):
        return False
    return os.path.getsize(partial(job.output)) == 0


def _rest(items: Iterator[sources.Item], outputs: _Outputs, summary: Summary) -> Iterator[sources.Item]:
    for item in items:
        taken = outputs.earlier.take(item, _sha256(item)) if outputs.earlier is not None else None
        if taken is None:
            yield item
            continue
        summary.skipped += 1
        if outputs.tables is not None:
            line, failed = taken
            outputs.tables.add_line(line, failed=failed)


def _sha256(item: sources.Item) -> str | None:
    """Give the digest of an article's text; of a document that is not opened yet there is none."""
    if not isinstance(item, Article):
        return None
    return hashlib.sha256(item.text.encode("utf-8", "surrogatepass")).hexdigest()


def _count(summary: Summary, done: Done) -> None:
    summary.articles += 1
    summary.failed += done.failed
    summary.words += done.words
    summary.undated += done.undated
    summary.facts.update(done.facts)
    summary.warnings.update(done.warnings)
    if done.failed:
        summary.reasons[done.reason] += 1
