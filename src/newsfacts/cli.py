"""The commands. This module alone prints, and it loads nothing heavy before a command needs it.

Exit codes: 0 all went well; 1 some articles failed, or the run was cut short; 2 the call is wrong; 130 Ctrl-C.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsfacts import __version__
from newsfacts.engines.interrupt import one_interrupt
from newsfacts.errors import NewsfactsError
from newsfacts.options import DEFAULT_MODEL, Options
from newsfacts.tables.target import FORMATS, PARTITIONS, CsvStyle, Keep, Target
from newsfacts.terminal import harmless

if TYPE_CHECKING:
    from newsfacts.engines.run import Job, Summary, Watch
    from newsfacts.engines.work import Extracts
    from newsfacts.sources import ReadOptions

__all__ = ["main"]

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="newsfacts")
def main() -> None:
    """Extract people, counts, money, percentages, quantities and quotes from police news."""


@contextmanager
def _messages() -> Iterator[None]:
    """Turn our own errors into a message and exit code 2, Ctrl-C into 130."""
    try:
        yield
    except NewsfactsError as error:
        click.echo(f"newsfacts: {harmless(str(error))}", err=True)
        sys.exit(2)
    except KeyboardInterrupt:
        click.echo("newsfacts: interrupted", err=True)
        sys.exit(130)


def _reading(command: Callable[..., None]) -> Callable[..., None]:
    """Add the arguments and options of all commands that read articles."""
    options = [
        click.argument("inputs", nargs=-1, required=True, metavar="INPUT…"),
        click.option("--text-field", default="text", show_default=True, help="Column or key that holds the text."),
        click.option("--id-field", help="Column or key of the article's id.  [default: article_id, else file:line]"),
        click.option("--title-field", default="title", show_default=True, help="Column or key of the title."),
        click.option("--published-field", default="published", show_default=True, help="Column or key of the date."),
        click.option(
            "--date-order",
            type=click.Choice(["dmy", "mdy"]),
            help="Order of dates such as 08/03/2024.  [default: as other rows of the file prove]",
        ),
        click.option(
            "--meta",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help="CSV that says more of files: article_id, title, published, source.",
        ),
        click.option("--max-article-mb", default=20.0, show_default=True, help="Longest article that is read."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def _loading_tables(prefix: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add the options of the commands that write tables; `prefix` stands before the names of format and mode."""
    options = [
        click.option(
            f"--{prefix}format", "tables_format", type=click.Choice(FORMATS), default="jsonl", show_default=True
        ),
        click.option(
            f"--{prefix}mode",
            *(["--tables-mode"] if not prefix else []),
            "tables_mode",
            type=click.Choice([keep.value for keep in Keep]),
            default=Keep.ERROR.value,
            show_default=True,
            help="What becomes of rows that are there: refuse, add new articles, put articles in place of "
            "the same ones, throw all away.",
        ),
        click.option("--partition-by", type=click.Choice(PARTITIONS), help="A folder of Parquet files for each date."),
        click.option("--csv-safe", is_flag=True, help="Put ' before cells that a spreadsheet takes for formulas."),
        click.option("--csv-excel", is_flag=True, help="The same, with the byte order mark and line ends of Excel."),
    ]

    def add(command: Callable[..., None]) -> Callable[..., None]:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def _target(folder: Path, given: dict[str, Any]) -> Target:
    style = CsvStyle(safe=given["csv_safe"], excel=given["csv_excel"])
    return Target(folder, given["tables_format"], Keep(given["tables_mode"]), given["partition_by"], style)


def _read_options(given: dict[str, Any]) -> "ReadOptions":
    from newsfacts.published import DateOrder
    from newsfacts.sources import ReadOptions

    return ReadOptions(
        text_field=given["text_field"],
        id_field=given["id_field"],
        title_field=given["title_field"],
        published_field=given["published_field"],
        date_order=DateOrder(given["date_order"]) if given["date_order"] else None,
        meta=str(given["meta"]) if given["meta"] else None,
        max_article_bytes=int(given["max_article_mb"] * 1_000_000),
    )


@main.command()
@_reading
@click.option("-o", "--output", metavar="FILE", help="Write records there.  [default: standard output]")
@click.option(
    "--failures",
    metavar="FILE",
    help="Write articles that failed there.  [default: beside FILE, as NAME.failures.jsonl; else standard error]",
)
@click.option("--model", default=DEFAULT_MODEL, show_default=True, help="Name or folder of a spaCy pipeline.")
@click.option("--lexicons", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of more words.")
@click.option("--weights", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of weights.")
@click.option(
    "--calibration",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Take confidences from this table of rules, which calibrate has written.",
)
@click.option("--tables", type=click.Path(file_okay=False, path_type=Path), help="Write flat tables there as well.")
@_loading_tables("tables-")
@click.option("--jobs", type=click.IntRange(1), help="Processes.  [default: the cores]")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    help="Leave out facts and roles below; references to them become null.",
)
@click.option("--any-language", is_flag=True, help="Read facts also out of texts that are not English.")
@click.option("--timeout", type=click.FloatRange(0, min_open=True), help="Seconds that one article may take.")
@click.option("--resume", "mode", flag_value="resume", help="Go on where a run to FILE stopped.")
@click.option("--restart", "mode", flag_value="restart", help="Throw away what an interrupted run has left.")
def extract(**given: Any) -> None:
    """Extract facts from INPUT… as one JSON record a line.

    INPUT is a text, HTML, PDF, Word, mail, RSS, Atom, JSON, CSV, Parquet, WARC or zip file (also .gz, .bz2, .zst), a
    folder of these, a glob in quotes, or - for standard input. What a file holds is told by its content.
    """
    with _messages(), one_interrupt():
        from newsfacts.engines.run import Summary

        job, summary = _job(given), Summary()
        began = time.monotonic()
        try:
            _carry_out(job, summary)
        except KeyboardInterrupt:
            _close(summary, time.monotonic() - began)
            click.echo(_where_it_is(job), err=True)
            sys.exit(130)
        _close(summary, time.monotonic() - began)
    sys.exit(1 if summary.failed else 0)


def _job(given: dict[str, Any]) -> "Job":
    from newsfacts.engines.run import Job, Mode
    from newsfacts.engines.settings import settings_of

    output: str | None = given["output"]
    if output == "-":
        output = None
    failures: str | None = given["failures"]
    if failures is None and output is not None:
        failures = str(Path(output).with_suffix(".failures.jsonl"))
    extraction = _options(given)
    return Job(
        inputs=given["inputs"],
        load=partial(_load, extraction),
        options=_read_options(given),
        output=output,
        failures=failures,
        tables=_target(given["tables"], given) if given["tables"] else None,
        jobs=given["jobs"] or _cores(),
        timeout=given["timeout"],
        settings=settings_of(given),
        mode=Mode(given["mode"] or "fresh"),
    )


def _options(given: dict[str, Any]) -> Options:
    names = ("model", "lexicons", "weights", "calibration", "any_language", "min_confidence")
    return Options(**{name: given[name] for name in names})


def _load(options: Options) -> "Extracts":
    """Make an extractor; this runs in the workers."""
    import os

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # this process is ours: the pool uses the cores
    from newsfacts.extract import load

    return load(options=options)


def _cores() -> int:
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _carry_out(job: "Job", summary: "Summary") -> None:
    from newsfacts.engines.run import run

    with _progress(job) as watch:
        run(job, watch, summary)


@contextmanager
def _progress(job: "Job") -> Iterator["Watch"]:
    """Give what is to be told of each finished article: it shows progress, and failures that no file takes."""
    from newsfacts.engines.work import Done

    def tell(done: Done) -> None:
        if done.failed and job.failures is None:
            click.echo(harmless(done.line), err=True)

    if not sys.stderr.isatty():
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


def _close(summary: "Summary", seconds: float) -> None:
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in summary.facts.items())
    skipped = f" ({summary.skipped:,} were done before)" if summary.skipped else ""
    articles = "article" if summary.articles == 1 else "articles"
    rate = summary.words / max(seconds, 1e-9)
    click.echo(
        f"newsfacts: {summary.articles:,} {articles}{skipped}; {sum(summary.facts.values()):,} facts"
        f"{f' ({kinds})' if kinds else ''}; {summary.failed:,} failures; {rate:,.0f} words/s",
        err=True,
    )
    _tell_left_out(summary.left_out.summary())


def _tell_left_out(summary: str) -> None:
    """Say what lay beside the articles and was not read."""
    if summary:
        click.echo(harmless(f"newsfacts: {summary}"), err=True)


def _where_it_is(job: "Job") -> str:
    from newsfacts.engines.files import partial as unfinished

    if job.output is None:
        return "newsfacts: interrupted"
    return f"newsfacts: interrupted; what is done is in {unfinished(job.output)}; go on with --resume"


@main.command()
@_reading
@click.option("-o", "--output", metavar="FILE", help="Write articles there.  [default: standard output]")
def read(**given: Any) -> None:
    """Read INPUT… and write the articles as JSON lines, without extracting.

    The `text` written is the one that the offsets of the records index, also for HTML and WARC.
    """
    with _messages():
        from newsfacts.engines.files import LineFile, clear
        from newsfacts.record import Failure, to_json
        from newsfacts.sources import LeftOut, gather, opened
        from newsfacts.sources.json_lines import article_line

        failed, left_out = 0, LeftOut()
        output = None if given["output"] in (None, "-") else given["output"]
        articles = map(opened, gather(given["inputs"], _read_options(given), left_out.tell))
        clear(output)
        with LineFile(output) as lines:
            for item in articles:
                if isinstance(item, Failure):
                    failed += 1
                    click.echo(harmless(to_json(item)), err=True)
                else:
                    lines.write(article_line(item))
            lines.publish()
        click.echo(f"newsfacts: {lines.lines:,} articles; {failed:,} failures", err=True)
        _tell_left_out(left_out.summary())
    sys.exit(1 if failed else 0)


@main.command()
@click.argument("records", nargs=-1, required=True, metavar="RECORDS…", type=_FILE)
@click.option("--failures", multiple=True, type=_FILE, help="Failures to add; may be given several times.")
@click.option("-o", "--output", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder.")
@_loading_tables("")
def tables(records: tuple[Path, ...], failures: tuple[Path, ...], output: Path, **given: Any) -> None:
    """Write the flat tables of RECORDS…: articles, sections, people, roles, facts, quotes, failures."""
    with _messages():
        from newsfacts.tables.loads import write_tables

        number = write_tables(records, failures, _target(output, given))
        click.echo(f"newsfacts: the tables of {number:,} records are in {output}", err=True)


@main.command()
@click.option("-o", "--output", default="schemas", show_default=True, metavar="DIR", help="Write the schemas there.")
def schema(output: str) -> None:
    """Write the JSON Schema of the record and the schemas of the tables."""
    with _messages():
        from newsfacts.tables.schema import write_schemas

        for path in write_schemas(Path(output)):
            click.echo(path)


@main.command()
@click.argument("input_path", metavar="INPUT")
@click.argument("output_path", metavar="OUTPUT")
@click.option("--model", default=DEFAULT_MODEL, show_default=True, help="Name or folder of a spaCy pipeline.")
def spark(input_path: str, output_path: str, model: str) -> None:
    """Extract INPUT to OUTPUT with Spark.

    INPUT is Parquet, CSV (.csv) or JSON lines (.jsonl, .json) with the columns article_id and text, and where known
    title, published, source. OUTPUT becomes a Parquet data set of records and failures (schemas/spark/row.json).
    Where it runs is said to spark-submit: spark-submit --master ... $(which newsfacts) spark INPUT OUTPUT
    """
    with _messages():
        from newsfacts.engines.spark import run

        run(input_path, output_path, Options(model))


@main.command()
@click.argument("gold", type=click.Path(exists=True))
@click.argument("records", type=click.Path(exists=True, dir_okay=False))
@click.option("--calibration", is_flag=True, help="Show how often facts of each confidence are right instead.")
@click.option("--picture", type=click.Path(dir_okay=False, path_type=Path), help="Draw that as an SVG file as well.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of a table.")
def evaluate(gold: str, records: str, calibration: bool, picture: Path | None, as_json: bool) -> None:
    """Score RECORDS (JSON lines) against GOLD: JSON lines, or a folder of ARTICLE/gold.json."""
    with _messages():
        if calibration or picture is not None:
            from newsfacts.evaluation.calibration import calibrate_files, format_bins, format_bins_json
            from newsfacts.evaluation.reliability import picture as draw

            bins = calibrate_files(Path(gold), Path(records))
            if picture is not None:
                _write(picture, draw(bins))
            click.echo(format_bins_json(bins) if as_json else format_bins(bins))
            return
        from newsfacts.evaluation.evaluate import evaluate_files, format_json, format_table

        report = evaluate_files(Path(gold), Path(records))
        click.echo(format_json(report) if as_json else format_table(report))


@main.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="GOLD…")
@click.option("-o", "--output", metavar="FILE", help="Write the table there.  [default: standard output]")
@click.option("--model", default=DEFAULT_MODEL, show_default=True, help="Name or folder of a spaCy pipeline.")
def calibrate(gold: tuple[Path, ...], output: str | None, model: str) -> None:
    """Measure on annotated articles how often every rule is right; extract takes the table with --calibration.

    GOLD is what fit takes: corpus, NAME.gold.jsonl with NAME.articles.jsonl beside it, or a folder of these.
    """
    with _messages():
        from newsfacts.extract import load
        from newsfacts.learning.run import rule_table

        table = rule_table(gold, load(model))
        if output in (None, "-"):
            click.echo(table, nl=False)
        else:
            _write(Path(output), table)


@main.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="GOLD…")
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="Folder for the tables.")
@click.option("--decision", "decisions", multiple=True, metavar="NAME", help="Fit this one only; may be repeated.")
@click.option("--report", "reporting", is_flag=True, help="Show how right the choices are on articles left out.")
def fit(gold: tuple[Path, ...], output: Path | None, decisions: tuple[str, ...], reporting: bool) -> None:
    """Fit the weights of decisions on annotated articles; extract takes them with --weights.

    GOLD is a folder of ARTICLE/article.txt with ARTICLE/gold.json (such as corpus), NAME.gold.jsonl with
    NAME.articles.jsonl beside it, or a folder of these.
    """
    with _messages():
        from newsfacts.learning.run import fit_decisions, write_tables
        from newsfacts.weigh.making import report

        if output is None and not reporting:
            raise click.UsageError("neither -o nor --report; say where the weights go, or ask for the report")
        made = fit_decisions(gold, decisions)
        if reporting:
            click.echo("\n".join(map(report, made)))
        for path in write_tables(made, output) if output is not None else ():
            click.echo(path, err=True)


@main.command()
@click.argument("article", metavar="ARTICLE")
@click.option("--fact", metavar="ID", help="Explain this fact only.")
@click.option("--id", "article_id", metavar="ID", help="Id of the article, where ARTICLE holds several.")
@click.option("--model", default=DEFAULT_MODEL, show_default=True, help="Name or folder of a spaCy pipeline.")
@click.option("--lexicons", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of more words.")
def explain(article: str, fact: str | None, article_id: str | None, model: str, lexicons: Path | None) -> None:
    """Show why each fact and role of ARTICLE was found: sentence, rule, words, and where each value came from.

    ARTICLE is any file that extract reads, or - for standard input (a text, or JSON lines with --id).
    """
    with _messages():
        from newsfacts.engines.work import attempt
        from newsfacts.errors import InputError
        from newsfacts.explain import explain as explain_facts
        from newsfacts.explain import explain_roles, format_fact, format_role, word_book
        from newsfacts.extract import load
        from newsfacts.record import Failure
        from newsfacts.sources.one import read_one

        chosen = read_one(article, article_id)
        extractor, book = load(options=Options(model, lexicons)), word_book(lexicons)
        record = attempt(extractor, chosen)
        if isinstance(record, Failure):
            raise InputError(record.message)
        shown = [
            format_fact(one, chosen.text)
            for one in explain_facts(chosen.text, record, book, extractor.language.lemma)
            if fact in (None, one.fact.fact_id)
        ]
        if fact is not None and not shown:
            ids = ", ".join(found.fact_id for found in record.facts[:5])
            raise InputError(f"{article}: no fact {fact!r}; expected an id such as {ids or '(there are no facts)'}")
        shown += [] if fact else [format_role(one) for one in explain_roles(chosen.text, record, book)]
        click.echo(harmless("\n\n".join(shown)) if shown else "no facts")


def _write(path: Path, text: str) -> None:
    from newsfacts.errors import OutputError

    try:
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); expected a file in a folder") from error


if __name__ == "__main__":
    main()
