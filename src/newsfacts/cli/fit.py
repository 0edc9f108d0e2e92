"""`newsfacts fit`: weights of decisions from annotated articles."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from newsfacts.cli.log import say
from newsfacts.cli.options import gold, lexicons, packs
from newsfacts.cli.progress import messages
from newsfacts.options import Options

__all__ = ["command"]


@click.command("fit")
@gold
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="Folder for the tables.")
@click.option("--decision", "decisions", multiple=True, metavar="NAME", help="Fit this one only; may be repeated.")
@packs
@lexicons
@click.option("--report", "reporting", is_flag=True, help="Show how right the choices are on articles left out.")
def command(gold: tuple[Path, ...], output: Path | None, decisions: tuple[str, ...], **given: Any) -> None:
    """Fit the weights of decisions on annotated articles; extract takes them with --weights.

    GOLD is a folder of ARTICLE/article.txt with ARTICLE/gold.json (such as corpus), NAME.gold.jsonl with
    NAME.articles.jsonl beside it, or a folder of these.
    """
    with messages():
        from newsfacts.evaluation.learning.run import fit_decisions, write_tables
        from newsfacts.extract import load
        from newsfacts.weigh.making import report, verdict

        if output is None and not given["reporting"]:
            raise click.UsageError("neither -o nor --report; say where the weights go, or ask for the report")
        say("the gold is read and every decision fitted; this takes some minutes")
        words = Options(packs=given["pack"], lexicons=given["lexicons"])
        made = fit_decisions(gold, decisions, lambda folder: load(options=replace(words, weights=folder)))
        if given["reporting"]:
            click.echo("\n".join(map(report, made)))
        sources = {one.situation.source for each in made for one in each.packaged}
        for told in filter(None, (verdict(made, source) for source in sorted(sources))):
            say(told)
        for path in write_tables(made, output) if output is not None else ():
            click.echo(path, err=True)
