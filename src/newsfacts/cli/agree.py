"""`newsfacts agree`: how far two annotators agree."""

from pathlib import Path

import click

from newsfacts.cli.options import PATH
from newsfacts.cli.progress import messages
from newsfacts.cli.terminal import harmless

__all__ = ["command"]


@click.command("agree")
@click.argument("one", type=PATH, metavar="A")
@click.argument("other", type=PATH, metavar="B")
@click.option("--differences", is_flag=True, help="List what A and B see differently, article by article, instead.")
@click.option("--json", "as_json", is_flag=True, help="Write both as one JSON object.")
def command(one: Path, other: Path, differences: bool, as_json: bool) -> None:
    """Say how far A and B agree: gold of two annotators, or gold and records.

    Items by F1; fields of the items that both have by the share that agrees and by Krippendorff's alpha.
    """
    with messages():
        from newsfacts.evaluation.agreement import agree_files
        from newsfacts.evaluation.agreement_table import format_agreement, format_agreement_json, format_differences

        found = agree_files(one, other)
        if as_json:
            click.echo(format_agreement_json(found))
        else:
            click.echo(harmless(format_differences(found.differences) if differences else format_agreement(found)))
