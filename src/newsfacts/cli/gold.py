"""`newsfacts gold`: begin, check, make, move annotated articles."""

import sys
from pathlib import Path

import click

from newsfacts.cli import correct
from newsfacts.cli.correct import put
from newsfacts.cli.log import amount, say
from newsfacts.cli.options import FILE, NEW_FILE, PATH
from newsfacts.cli.progress import messages
from newsfacts.cli.terminal import harmless
from newsfacts.errors import OutputError

__all__ = ["command"]

_TOOLS = click.Choice(["label-studio", "docbin"])
_OUTPUT = click.option("-o", "--output", metavar="GOLD", help="Write gold there.  [default: standard output]")


@click.group("gold")
def command() -> None:
    """Begin, check and move gold: articles with what a careful reader finds in them."""


command.add_command(correct.command, "from-corrections")


@command.command("init")
@click.argument("records", type=FILE)
@_OUTPUT
@click.option(
    "--folder", type=click.Path(file_okay=False, path_type=Path), help="Write ARTICLE/gold.json there instead."
)
@click.option("--articles", type=PATH, help="The articles, which stand beside the gold of a folder.")
def init(records: Path, output: str | None, folder: Path | None, articles: Path | None) -> None:
    """Put RECORDS into the form of gold: a draft to be read and edited, which nobody has read yet."""
    with messages():
        from newsfacts.evaluation.beside import read_articles
        from newsfacts.evaluation.drafts import drafts, write_drafts
        from newsfacts.evaluation.files import read_records
        from newsfacts.evaluation.gold import gold_lines

        if (folder is None) != (articles is None) or (folder and output):
            raise click.UsageError("--folder and --articles go together, without -o; expected both or none")
        if output not in (None, "-") and Path(str(output)).exists():
            raise OutputError(f"{output}: is there already, and may hold what somebody edited; expected a new file")
        made = drafts(read_records(records).values())
        if folder is None or articles is None:
            put(output, gold_lines(made))
        else:
            write_drafts(made, read_articles([articles]), folder)
        say(f"drafts of {amount(len(made), 'article')}; to be read before they are gold")


@command.command("check")
@click.argument("gold", type=PATH)
@click.argument("articles", type=PATH, required=False)
def check(gold: Path, articles: Path | None) -> None:
    """Say all that is wrong with GOLD: file and line, article, field, what stands there, what would be right.

    ARTICLES are its texts, against which every span is held; they are found by themselves where they stand beside it
    (ARTICLE/article.txt, NAME.articles.jsonl of NAME.gold.jsonl). The exit code is 1 where something is wrong.
    """
    with messages():
        from newsfacts.evaluation.checking import check_gold

        found = check_gold(gold, articles)
        for fault in found.faults:
            click.echo(harmless(str(fault)))
        held = "" if found.with_text else "; spans were not held against the texts, since no ARTICLES are given"
        say(f"{amount(found.articles, 'article')}, {amount(len(found.faults), 'fault')}{held}")
    sys.exit(1 if found.faults else 0)


@command.command("schema")
def schema() -> None:
    """Show the JSON Schema of gold."""
    from newsfacts.evaluation.schemas import schemas

    click.echo(dict(schemas())["gold.schema.json"], nl=False)


@command.command("export")
@click.argument("gold", type=PATH)
@click.argument("articles", type=PATH, required=False)
@click.option("--to", "tool", type=_TOOLS, required=True, help="Label Studio's JSON, or a .spacy file.")
@click.option("-o", "--output", type=NEW_FILE, required=True, help="Write it there.")
def export(gold: Path, articles: Path | None, tool: str, output: Path) -> None:
    """Write GOLD, or records, with the texts of ARTICLES for another tool; `check` says where ARTICLES are found."""
    with messages():
        from newsfacts.cli.progress import write
        from newsfacts.evaluation.beside import articles_beside
        from newsfacts.evaluation.files import read_gold

        texts = articles_beside(gold, articles)
        if texts is None:
            raise click.UsageError(f"no articles beside {gold}; expected ARTICLES")
        golds = read_gold(gold)
        if tool == "docbin":
            from newsfacts.evaluation.exchange.docbin import write_docbin

            write_docbin(golds, texts, output)
        else:
            from newsfacts.evaluation.exchange.label_studio import tasks

            write(output, tasks(golds, texts))
        say(f"{amount(len(golds), 'article')} in {output}")


@command.command("import")
@click.argument("file", type=FILE)
@click.option("--from", "tool", type=_TOOLS, required=True, help="Label Studio's JSON export, or a .spacy file.")
@click.option("--by", metavar="ID", help="Take the annotations of this annotator of Label Studio (id or address).")
@_OUTPUT
def import_(file: Path, tool: str, by: str | None, output: str | None) -> None:
    """Make gold of FILE, which another tool wrote."""
    with messages():
        from newsfacts.evaluation.gold import gold_lines

        if tool == "docbin":
            from newsfacts.evaluation.exchange.docbin import read_docbin

            if by:
                raise click.UsageError("--by is of Label Studio; a DocBin does not say who annotated")
            golds = read_docbin(file)
        else:
            from newsfacts.evaluation.exchange.label_studio import read_tasks

            golds = read_tasks(file, by)
        put(output, gold_lines(golds))
        say(f"gold of {amount(len(golds), 'article')}")
