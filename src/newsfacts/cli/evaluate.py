"""`newsfacts evaluate`: how right records are, and what is wrong with them."""

from pathlib import Path
from typing import Any

import click

from newsfacts.cli.log import amount, say
from newsfacts.cli.options import FILE, NEW_FILE, PATH
from newsfacts.cli.progress import messages, write
from newsfacts.cli.terminal import harmless

__all__ = ["command"]


@click.command("evaluate")
@click.argument("gold", type=PATH)
@click.argument("records", type=FILE)
@click.option(
    "--errors",
    is_flag=False,
    flag_value="all",
    metavar="[KIND]",
    help="List what is missed, extra or wrong instead: of a kind (counts), of a field (counts.action, fact.time), or "
    "all. Put it behind GOLD and RECORDS where it has no KIND.",
)
@click.option("--by", type=click.Choice(["rule", "kind", "source", "field"]), help="Put these together, most first.")
@click.option("--html", type=NEW_FILE, help="Write them as one page there, each with the words around it.")
@click.option("--articles", type=PATH, help="The articles for that page.  [default: those beside GOLD]")
@click.option("--calibration", is_flag=True, help="Show how often facts of each confidence are right instead.")
@click.option("--picture", type=NEW_FILE, help="Draw that as an SVG file as well.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of a table.")
def command(gold: Path, records: Path, **given: Any) -> None:
    """Score RECORDS (JSON lines) against GOLD: JSON lines, a folder of ARTICLE/gold.json, or records of another run."""
    with messages():
        listing = any(given[name] is not None for name in ("errors", "by", "html"))
        measuring = given["calibration"] or given["picture"] is not None
        if listing and measuring:
            raise click.UsageError("--errors and --calibration show different things; expected one of them")
        if measuring:
            _calibration(gold, records, given["picture"], given["as_json"])
        elif listing:
            _errors(gold, records, given)
        else:
            from newsfacts.evaluation.evaluate import evaluate_files, format_json, format_table

            report = evaluate_files(gold, records)
            click.echo(format_json(report) if given["as_json"] else harmless(format_table(report)))


def _errors(gold: Path, records: Path, given: dict[str, Any]) -> None:
    from newsfacts.evaluation.files import read_pair
    from newsfacts.evaluation.mistakes import ALL, chosen, format_mistakes, format_mistakes_json, mistakes

    listed = chosen(mistakes(*read_pair(gold, records)), given["errors"] or ALL)
    if given["html"] is not None:
        from newsfacts.evaluation.beside import articles_beside
        from newsfacts.evaluation.error_page import error_page

        write(given["html"], error_page(listed, given["by"], articles_beside(gold, given["articles"])))
        say(f"{amount(len(listed), 'error')} in {given['html']}")
        return
    click.echo(format_mistakes_json(listed) if given["as_json"] else harmless(format_mistakes(listed, given["by"])))


def _calibration(gold: Path, records: Path, picture: Path | None, as_json: bool) -> None:
    from newsfacts.evaluation.calibration import calibrate_files, format_bins, format_bins_json
    from newsfacts.evaluation.reliability import picture as draw

    bins = calibrate_files(gold, records)
    if picture is not None:
        write(picture, draw(bins))
    click.echo(format_bins_json(bins) if as_json else format_bins(bins))
