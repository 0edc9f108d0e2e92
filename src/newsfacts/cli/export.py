"""`newsfacts export`: records in the formats of others."""

from pathlib import Path

import click

from newsfacts.cli.log import amount, say
from newsfacts.cli.options import FILE
from newsfacts.cli.progress import messages

__all__ = ["command"]


@click.group("export")
def command() -> None:
    """Write records in the format of another system."""


@command.command("gkg")
@click.argument("records", nargs=-1, required=True, metavar="RECORDS…", type=FILE)
@click.option("-o", "--output", required=True, metavar="FILE", help="Write rows there, columns apart by tabs.")
def gkg(records: tuple[Path, ...], output: str) -> None:
    """Write counts and quotations of RECORDS… as rows of GDELT's Global Knowledge Graph, version 2.1."""
    with messages():
        from newsfacts.assemble.keys.located import locator
        from newsfacts.engines.files import LineFile, clear
        from newsfacts.tables.gkg import gkg_row
        from newsfacts.tables.loads import records_of

        clear(output)
        places = locator()
        with LineFile(output) as lines:
            for number, record in enumerate(records_of(records), start=1):
                lines.write(gkg_row(record, number, places))
            lines.publish()
        say(amount(lines.lines, "row"))
