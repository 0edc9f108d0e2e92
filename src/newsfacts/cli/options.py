"""Options that several commands share, and the values that the library takes for them."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsfacts.cli.configuration import configure
from newsfacts.cli.log import FORMATS as FORMATS_OF_LOG
from newsfacts.cli.log import keep
from newsfacts.options import DEFAULT_MODEL, Options
from newsfacts.tables.target import FORMATS, PARTITIONS, CsvStyle, Keep, Target

if TYPE_CHECKING:
    from newsfacts.sources import ReadOptions

__all__ = [
    "FILE",
    "FOLDER",
    "NEW_FILE",
    "PATH",
    "extracting",
    "extraction",
    "gold",
    "lexicons",
    "loading",
    "model",
    "packs",
    "reading",
    "reads",
    "speaking",
    "target",
]

Command = Callable[..., None]

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
PATH = click.Path(exists=True, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, path_type=Path)

model = click.option("--model", default=DEFAULT_MODEL, show_default=True, help="Name or folder of a spaCy pipeline.")
lexicons = click.option("--lexicons", type=FOLDER, help="Folder of tables that change the packaged words.")
packs = click.option("--pack", multiple=True, metavar="DIR", help="Pack of words and rules; may be repeated.")
gold = click.argument("gold", nargs=-1, required=True, type=PATH, metavar="GOLD…")

_READING = (
    click.argument("inputs", nargs=-1, required=True, metavar="INPUT…"),
    click.option("--text-field", default="text", show_default=True, help="Column or key that holds the text."),
    click.option("--id-field", help="Column or key of the article's id.  [default: article_id, else file:line]"),
    click.option("--title-field", default="title", show_default=True, help="Column or key of the title."),
    click.option("--published-field", default="published", show_default=True, help="Column or key of the date."),
    click.option("--source-field", default="source", show_default=True, help="Column or key of the path or URL."),
    click.option(
        "--date-order",
        type=click.Choice(["dmy", "mdy"]),
        help="Order of dates such as 08/03/2024.  [default: as other rows of the file prove]",
    ),
    click.option("--meta", type=FILE, help="CSV that says more of files: article_id, title, published, source."),
    click.option("--max-article-mb", default=20.0, show_default=True, help="Longest article that is read."),
)


_EXTRACTING = (
    model,
    packs,
    lexicons,
    click.option("--weights", type=FOLDER, help="Folder of weights, which fit has written."),
    click.option(
        "--calibration", type=FILE, help="Take confidences from this table of rules, which calibrate has written."
    ),
    click.option("--any-language", is_flag=True, help="Read facts also out of texts that are not English."),
    click.option("--place-ids", is_flag=True, help="Look up the GeoNames ids of places."),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        help="Leave out facts and roles below; references to them become null.",
    ),
)


def speaking(command: click.Command) -> click.Command:
    """Add to a command, or to all of a group, the options that every command has; one with two names has them once."""
    if isinstance(command, click.Group):
        for one in command.commands.values():
            speaking(one)
    else:
        command.params += [option for option in _SPEAKING if option not in command.params]  # it may have two names
    return command


def _configured(context: click.Context, _: click.Parameter, file: Path | None) -> None:
    context.meta["newsfacts.configuration"] = configure(context, file)


_SPEAKING = [
    click.Option(
        ["--config"], type=FILE, envvar="NEWSFACTS_CONFIG", is_eager=True, expose_value=False, callback=_configured,
        help="Take options from this file.  [default: newsfacts.toml here or above]",
    ),
    click.Option(["-q", "--quiet"], is_flag=True, expose_value=False, callback=keep, help="Say only what goes wrong."),
    click.Option(["-v", "--verbose"], is_flag=True, expose_value=False, callback=keep, help="Say more."),
    click.Option(
        ["--log-format"], type=click.Choice(FORMATS_OF_LOG), expose_value=False, callback=keep,
        help="How that is said on standard error.  [default: text]",
    ),
]  # fmt: skip
"""Options that every command has; what they say is not for the commands."""


def extracting(command: Command) -> Command:
    """Add the options of all commands that extract: one for each field of `Options`."""
    return _with(_EXTRACTING, command)


def extraction(given: dict[str, Any]) -> Options:
    """Make of what `extracting` was given what the extractor takes.

    Raises:  NewsfactsError where one cannot be right.
    """
    names = [field.name for field in fields(Options) if field.name != "packs"]
    return Options(**{name: given[name] for name in names}, packs=given["pack"])


def reading(command: Command) -> Command:
    """Add the arguments and options of all commands that read articles."""
    return _with(_READING, command)


def reads(given: dict[str, Any]) -> "ReadOptions":
    """Make of what `reading` was given what the sources take."""
    from newsfacts.article.published import DateOrder
    from newsfacts.sources import ReadOptions

    return ReadOptions(
        text_field=given["text_field"],
        id_field=given["id_field"],
        title_field=given["title_field"],
        published_field=given["published_field"],
        source_field=given["source_field"],
        date_order=DateOrder(given["date_order"]) if given["date_order"] else None,
        meta=str(given["meta"]) if given["meta"] else None,
        max_article_bytes=int(given["max_article_mb"] * 1_000_000),
    )


def loading(prefix: str) -> Callable[[Command], Command]:
    """Add the options of the commands that write tables; `prefix` stands before the names of format and mode."""
    options = (
        click.option(
            f"--{prefix}format", "tables_format", type=click.Choice(FORMATS), default="jsonl", show_default=True
        ),
        click.option(
            f"--{prefix}mode",
            *(["--tables-mode"] if not prefix else []),
            "tables_mode",
            type=click.Choice([keep.value for keep in Keep]),
            default=Keep.ERROR.value,
            show_default=True,
            help="What becomes of rows that are there: refuse, add new articles, put articles in place of "
            "the same ones, throw all away.",
        ),
        click.option("--partition-by", type=click.Choice(PARTITIONS), help="A folder of Parquet files for each date."),
        click.option("--csv-safe", is_flag=True, help="Put ' before cells that a spreadsheet takes for formulas."),
        click.option("--csv-excel", is_flag=True, help="The same, with the byte order mark and line ends of Excel."),
        click.option(
            "--csv-semicolon",
            is_flag=True,
            help="The same for Excel in languages that write 0.5 as 0,5, with ; between cells.",
        ),
    )
    return lambda command: _with(options, command)


def target(folder: Path, given: dict[str, Any]) -> Target:
    """Make of what `loading` was given where and how tables are written."""
    style = CsvStyle(given["csv_safe"], given["csv_excel"], given["csv_semicolon"])
    return Target(folder, given["tables_format"], Keep(given["tables_mode"]), given["partition_by"], style)


def _with(options: tuple[Callable[[Command], Command], ...], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
