"""`newsfacts correct`: corrections of records to gold."""

from pathlib import Path

import click

from newsfacts.cli.log import amount, say
from newsfacts.cli.options import FILE, PATH
from newsfacts.cli.progress import messages, write

__all__ = ["command", "put"]

_SHOWN = 5
"""Articles that are named when some are left out."""


@click.command("correct")
@click.argument("records", type=FILE)
@click.argument("corrections", type=FILE)
@click.option("-o", "--output", metavar="GOLD", help="Write gold there.  [default: standard output]")
@click.option("--articles", type=PATH, help="The articles, for the words of what was added or moved; checks the texts.")
def command(records: Path, corrections: Path, output: str | None, articles: Path | None) -> None:
    """Make gold of RECORDS and of the CORRECTIONS that the page of `newsfacts view` saved.

    Only articles that are marked as read to the end become gold: in these, what has no correction of its own is right.
    """
    with messages():
        from newsfacts.evaluation.correcting import correct_files
        from newsfacts.evaluation.gold import gold_lines

        made = correct_files(records, corrections, articles)
        put(output, gold_lines(made.gold))
        say(f"gold of {amount(len(made.gold), 'article')}, {amount(made.used, 'correction')} in it")
        if made.left_out:
            some = ", ".join(made.left_out[:_SHOWN]) + (", …" if len(made.left_out) > _SHOWN else "")
            number = len(made.left_out)
            have = f"{amount(number, 'article')} {'has' if number == 1 else 'have'}"
            told = f"{have} corrections and no mark that they were read to the end"
            say(f"{told}; they are left out: {some}", left_out=len(made.left_out))


def put(output: str | None, text: str) -> None:
    """Write a text to a file, or to standard output where none is named."""
    if output in (None, "-"):
        click.echo(text, nl=False)
    else:
        write(Path(str(output)), text)
