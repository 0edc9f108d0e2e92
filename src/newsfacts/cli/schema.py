"""`newsfacts schema`: the contract as files."""

from pathlib import Path

import click

from newsfacts.cli.progress import messages

__all__ = ["command"]


@click.command("schema")
@click.option("-o", "--output", default="schemas", show_default=True, metavar="DIR", help="Write the schemas there.")
def command(output: str) -> None:
    """Write the JSON Schema of the record and of gold, and the schemas of the tables."""
    with messages():
        from newsfacts.evaluation.schemas import schemas as of_gold
        from newsfacts.tables.schema import schemas, write_schemas

        for path in write_schemas(Path(output), [*schemas(), *of_gold()]):
            click.echo(path)
