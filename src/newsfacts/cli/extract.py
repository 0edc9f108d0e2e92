"""`newsfacts extract`: articles in, records out."""

import os
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsfacts.cli.log import complain
from newsfacts.cli.options import extracting, extraction, loading, reading, reads, target
from newsfacts.cli.progress import close, messages, progress, where_it_is, write_summary
from newsfacts.engines.interrupt import one_interrupt
from newsfacts.options import Options

if TYPE_CHECKING:
    from newsfacts.engines.run import Job, Summary
    from newsfacts.engines.work import Extracts

__all__ = ["command", "load_extractor"]


@click.command("extract")
@reading
@click.option("-o", "--output", metavar="FILE", help="Write records there.  [default: standard output]")
@click.option(
    "--failures",
    metavar="FILE",
    help="Write articles that failed there.  [default: beside FILE, as NAME.failures.jsonl; else standard error]",
)
@extracting
@click.option("--tables", type=click.Path(file_okay=False, path_type=Path), help="Write flat tables there as well.")
@loading("tables-")
@click.option("--jobs", type=click.IntRange(1), help="Processes.  [default: the cores]")
@click.option("--timeout", type=click.FloatRange(0, min_open=True), help="Seconds that one article may take.")
@click.option("--summary", metavar="FILE", help="Write there as JSON what the run has done.")
@click.option("--resume", "mode", flag_value="resume", help="Go on where a run to FILE stopped.")
@click.option("--restart", "mode", flag_value="restart", help="Throw away what an interrupted run has left.")
def command(**given: Any) -> None:
    """Extract facts from INPUT… as one JSON record a line.

    INPUT is a text, HTML, PDF, Word, mail, RSS, Atom, JSON, CSV, Parquet, WARC or zip file (also .gz, .bz2, .zst), a
    folder of these, a glob in quotes, or - for standard input. What a file holds is told by its content.
    """
    with messages(), one_interrupt():
        from newsfacts.engines.run import Summary

        job, summary = _job(given), Summary()
        began = time.monotonic()

        def end(*, finished: bool) -> None:
            seconds = time.monotonic() - began
            close(summary, seconds)
            if given["summary"]:
                write_summary(Path(given["summary"]), summary, seconds, finished=finished)

        try:
            _carry_out(job, summary)
        except KeyboardInterrupt:
            end(finished=False)
            complain(where_it_is(job))
            sys.exit(130)
        end(finished=True)
    sys.exit(1 if summary.failed else 0)


def _job(given: dict[str, Any]) -> "Job":
    """Make the job of a run from the options of the command."""
    from newsfacts.engines.run import Job, Mode
    from newsfacts.engines.settings import settings_of

    output: str | None = given["output"]
    if output == "-":
        output = None
    failures: str | None = given["failures"]
    if failures is None and output is not None:
        failures = str(Path(output).with_suffix(".failures.jsonl"))
    chosen = extraction(given)
    return Job(
        inputs=given["inputs"],
        load=partial(load_extractor, chosen),
        options=reads(given),
        output=output,
        failures=failures,
        tables=target(given["tables"], given) if given["tables"] else None,
        jobs=given["jobs"] or _cores(),
        timeout=given["timeout"],
        settings=settings_of(given | {"pack": chosen.pack_folders}),
        mode=Mode(given["mode"] or "fresh"),
    )


def load_extractor(options: Options) -> "Extracts":
    """Make an extractor; this runs in the workers."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # this process is ours: the pool uses the cores
    from newsfacts.extract import load

    return load(options=options)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _carry_out(job: "Job", summary: "Summary") -> None:
    from newsfacts.engines.run import run

    with progress(job) as watch:
        run(job, watch, summary)
