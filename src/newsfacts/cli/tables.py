"""`newsfacts tables`: records to flat tables."""

from pathlib import Path
from typing import Any

import click

from newsfacts.cli.log import amount, say
from newsfacts.cli.options import FILE, loading, target
from newsfacts.cli.progress import messages

__all__ = ["command"]


@click.command("tables")
@click.argument("records", nargs=-1, required=True, metavar="RECORDS…", type=FILE)
@click.option("--failures", multiple=True, type=FILE, help="Failures to add; may be given several times.")
@click.option("-o", "--output", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder.")
@loading("")
def command(records: tuple[Path, ...], failures: tuple[Path, ...], output: Path, **given: Any) -> None:
    """Write the nine flat tables of RECORDS.

    These are articles, sections, people, roles, events, event_people, facts, quotes, failures.
    """
    with messages():
        from newsfacts.tables.loads import write_tables

        number, replaced = write_tables(records, failures, target(output, given))
        told = f"the tables of {amount(number, 'record')} are in {output}"
        if replaced:
            told += f", {replaced:,} in the place of older ones of the same article_id"
        say(told, records=number, replaced=replaced, output=str(output))
