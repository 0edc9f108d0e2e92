"""`newsfacts evaluate`: how right records are."""

from pathlib import Path

import click

from newsfacts.cli.options import FILE, NEW_FILE, PATH
from newsfacts.cli.progress import messages, write

__all__ = ["command"]


@click.command("evaluate")
@click.argument("gold", type=PATH)
@click.argument("records", type=FILE)
@click.option("--calibration", is_flag=True, help="Show how often facts of each confidence are right instead.")
@click.option("--picture", type=NEW_FILE, help="Draw that as an SVG file as well.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of a table.")
def command(gold: Path, records: Path, calibration: bool, picture: Path | None, as_json: bool) -> None:
    """Score RECORDS (JSON lines) against GOLD: JSON lines, or a folder of ARTICLE/gold.json."""
    with messages():
        if calibration or picture is not None:
            _calibration(gold, records, picture, as_json)
            return
        from newsfacts.evaluation.evaluate import evaluate_files, format_json, format_table

        report = evaluate_files(gold, records)
        click.echo(format_json(report) if as_json else format_table(report))


def _calibration(gold: Path, records: Path, picture: Path | None, as_json: bool) -> None:
    from newsfacts.evaluation.calibration import calibrate_files, format_bins, format_bins_json
    from newsfacts.evaluation.reliability import picture as draw

    bins = calibrate_files(gold, records)
    if picture is not None:
        write(picture, draw(bins))
    click.echo(format_bins_json(bins) if as_json else format_bins(bins))
