"""`newsfacts calibrate`: how often every rule is right."""

from pathlib import Path
from typing import Any

import click

from newsfacts.cli.options import extracting, extraction, gold
from newsfacts.cli.progress import messages, write

__all__ = ["command"]


@click.command("calibrate")
@gold
@click.option("-o", "--output", metavar="FILE", help="Write the table there.  [default: standard output]")
@extracting
def command(gold: tuple[Path, ...], output: str | None, **given: Any) -> None:
    """Measure on annotated articles how often every rule is right; extract takes the table with --calibration.

    GOLD is what fit takes: corpus, NAME.gold.jsonl with NAME.articles.jsonl beside it, or a folder of these.
    """
    with messages():
        from newsfacts.evaluation.learning.run import rule_table
        from newsfacts.extract import load

        table = rule_table(gold, load(options=extraction(given)))
        if output in (None, "-"):
            click.echo(table, nl=False)
        else:
            write(Path(output), table)
