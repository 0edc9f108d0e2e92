"""One whole run: read inputs, extract in processes, write records, failures and tables, resume where it was cut off.

Phases: check and open the outputs → skip what an earlier run has done → extract → write in input order → rename. This
module prints nothing; whoever calls it may watch each finished article.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from newsfacts import sources
from newsfacts.article import Article
from newsfacts.engines.files import (
    Earlier,
    LineFile,
    check_settings,
    clear,
    keep_settings,
    left_behind,
    partial,
    recover,
)
from newsfacts.engines.local import run_local
from newsfacts.engines.work import Done, Load
from newsfacts.errors import OutputError
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
    tables: Path | None = None
    """Folder of tables; none are written where None."""
    tables_format: str = "jsonl"
    """One of tables.writers.FORMATS."""
    jobs: int = 1
    """Processes."""
    timeout: float | None = None
    """Seconds that an article may take."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """What else decides the result, by the name of its option; a run is resumed only with the same."""
    mode: Mode = Mode.FRESH
    """What to do about an unfinished earlier run."""


@dataclass
class Summary:
    """Count what a run has done; articles of an earlier run that were skipped are counted apart."""

    articles: int = 0
    failed: int = 0
    skipped: int = 0
    words: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    left_out: sources.LeftOut = field(default_factory=sources.LeftOut)


Watch = Callable[[Done], None]
"""Is told of every article, when it is written."""


def run(job: Job, watch: Watch, summary: Summary) -> None:
    """Carry out a job; `summary` is kept up to date, so that it holds also after an interruption.

    Raises:  InputError and OutputError where the call is wrong, before anything is done; OutputError where a result
             cannot be written; ModelError where the model is missing.
    """
    items = sources.gather(job.inputs, job.options, summary.left_out.tell)
    _prepare(job)
    earlier = Earlier(job.output, job.failures) if job.mode is Mode.RESUME and job.output else None
    with ExitStack() as stack:
        records = stack.enter_context(LineFile(job.output))
        failures = stack.enter_context(LineFile(job.failures)) if job.failures else None
        tables = stack.enter_context(TableWriter(job.tables, job.tables_format)) if job.tables else None
        rest = _rest(items, earlier, tables, summary)
        done_articles = stack.enter_context(closing(run_local(rest, job.load, jobs=job.jobs, timeout=job.timeout)))
        for done in done_articles:
            if done.failed:
                if failures:
                    failures.write(done.line)
            else:
                if earlier:
                    earlier.check_versions(done.line)
                records.write(done.line)
            if tables:
                tables.add_line(done.line, failed=done.failed)
            _count(summary, done)
            watch(done)
        if earlier:
            earlier.finished()
        if tables:
            tables.publish()
        if failures:
            failures.publish()
        records.publish()


def _prepare(job: Job) -> None:
    if job.mode is Mode.RESUME and job.output is None:
        raise OutputError("nothing to resume on standard output; expected --output FILE with --resume")
    if job.mode is Mode.FRESH and job.output and left_behind(job.output):
        raise OutputError(
            f"{partial(job.output)}: left behind by a run that did not finish; "
            "finish it with --resume or begin anew with --restart"
        )
    for path in (job.output, job.failures):
        if path and job.mode is Mode.RESUME:
            recover(path)
        elif path:
            clear(path)
    if job.output:
        if job.mode is Mode.RESUME:
            check_settings(job.output, job.settings)
        keep_settings(job.output, job.settings)


def _rest(
    items: Iterator[sources.Item], earlier: Earlier | None, tables: TableWriter | None, summary: Summary
) -> Iterator[sources.Item]:
    for item in items:
        taken = earlier.take(item, _sha256(item)) if earlier is not None else None
        if taken is None:
            yield item
            continue
        summary.skipped += 1
        if tables is not None:
            line, failed = taken
            tables.add_line(line, failed=failed)


def _sha256(item: sources.Item) -> str | None:
    """Give the digest of an article's text; of a document that is not opened yet there is none."""
    if not isinstance(item, Article):
        return None
    return hashlib.sha256(item.text.encode("utf-8", "surrogatepass")).hexdigest()


def _count(summary: Summary, done: Done) -> None:
    summary.articles += 1
    summary.failed += done.failed
    summary.words += done.words
    summary.facts.update(done.facts)
