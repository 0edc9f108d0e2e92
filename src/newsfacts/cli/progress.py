"""What is said on the terminal: messages in place of tracebacks, progress, the closing line. Text goes to a file."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsfacts.cli.log import amount, bar_may_show, begin, complain, mention, say
from newsfacts.cli.terminal import harmless
from newsfacts.errors import NewsfactsError, OutputError

if TYPE_CHECKING:
    from newsfacts.engines.run import Job, Summary, Watch

__all__ = ["close", "messages", "progress", "tell_left_out", "tell_undated", "where_it_is", "write", "write_summary"]


@contextmanager
def messages() -> Iterator[None]:
    """Set up what is said, turn our own errors into a message and exit code 2, Ctrl-C into 130."""
    begin()
    context = click.get_current_context(silent=True)
    file = context.meta.get("newsfacts.configuration") if context else None
    if file is not None:
        mention(f"options from {file}", configuration=str(file))
    try:
        yield
    except NewsfactsError as error:
        complain(str(error), error=type(error).__name__)
        sys.exit(2)
    except KeyboardInterrupt:
        complain("interrupted")
        sys.exit(130)


@contextmanager
def progress(job: "Job") -> Iterator["Watch"]:
    """Give what is to be told of each finished article: it shows progress, and failures that no file takes."""
    from newsfacts.engines.work import Done

    def tell(done: Done) -> None:
        if done.failed and job.failures is None:
            click.echo(harmless(done.line), err=True)
        told = f"failed ({done.reason})" if done.failed else amount(sum(done.facts.values()), "fact")
        mention(f"{done.article_id}: {told}", article_id=done.article_id, failed=done.failed)

    mixed = job.output is None and sys.stdout.isatty()  # records on the same terminal
    if mixed or not (sys.stderr.isatty() and bar_may_show()):
        yield tell
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from newsfacts.sources.files import count

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("articles", total=count(job.inputs), rate="")
        began, words = time.monotonic(), 0

        def advance(done: Done) -> None:
            nonlocal words
            words += done.words
            rate = words / max(0.001, time.monotonic() - began)
            bar.update(task, advance=1, rate=f"{rate:,.0f} words/s")
            tell(done)

        yield advance


def close(summary: "Summary", seconds: float) -> None:
    """Say what a run has done, and what it has left out."""
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in summary.facts.items())
    skipped = f" ({summary.skipped:,} were done before)" if summary.skipped else ""
    rate = summary.words / max(seconds, 1e-9)
    say(
        f"{amount(summary.articles, 'article')}{skipped}; {amount(sum(summary.facts.values()), 'fact')}"
        f"{f' ({kinds})' if kinds else ''}; {amount(summary.failed, 'failure')}; {rate:,.0f} words/s",
        **summary.plain(),
        seconds=round(seconds, 3),
    )
    tell_undated(summary.undated)
    tell_left_out(summary.left_out.summary())


def tell_undated(number: int) -> None:
    """Say of how many articles no date of publication is known, and what gives them one."""
    if number:
        have = f"{amount(number, 'article')} {'has' if number == 1 else 'have'} no date of publication"
        say(f'{have}, so "on Monday" stays without a day; --published-field names the field, --meta a table of dates')


def tell_left_out(summary: str) -> None:
    """Say what lay beside the articles and was not read."""
    if summary:
        say(summary)


def write_summary(path: Path, summary: "Summary", seconds: float, *, finished: bool) -> None:
    """Write what a run has done as JSON: counts, failures by reason, warnings by code, seconds.

    Raises:  OutputError where it cannot be written.
    """
    import json

    from newsfacts import __version__

    rate = round(summary.words / seconds, 1) if seconds > 0 else None
    told = {"newsfacts": __version__, "finished": finished, **summary.plain(), "left_out": summary.left_out.kinds}
    told |= {"seconds": round(seconds, 3), "words_per_second": rate}
    write(path, json.dumps(told, indent=1, ensure_ascii=False) + "\n")


def where_it_is(job: "Job") -> str:
    """Say where the records of an interrupted run are, and how to go on."""
    from newsfacts.engines.files import partial as unfinished

    if job.output is None:
        return "interrupted"
    return f"interrupted; what is done is in {unfinished(job.output)}; go on with --resume"


def write(path: Path, text: str) -> None:
    """Write a text to a file.

    Raises:  OutputError where it cannot be written.
    """
    try:
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); expected a file in a folder") from error
