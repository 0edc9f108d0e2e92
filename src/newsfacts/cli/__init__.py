"""The commands: this folder alone prints, and it loads nothing heavy before a command needs it.

A module for each command, whose `command` is added here; options that several share are in options.py, what is said
on the terminal while and after they work in progress.py and log.py, where options come from that are not on the command
line in configuration.py. Exit codes: 0 all went well; 1 some articles failed, or the
run was cut short; 2 the call is wrong; 130 Ctrl-C.
"""

import click

from newsfacts import __version__
from newsfacts.cli import (
    agree,
    calibrate,
    copies,
    correct,
    evaluate,
    explain,
    export,
    extract,
    fit,
    gold,
    info,
    pack,
    read,
    schema,
    spark,
    tables,
    view,
)
from newsfacts.cli.configuration import PREFIX
from newsfacts.cli.options import speaking

__all__ = ["main"]


_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100, "auto_envvar_prefix": PREFIX}


@click.group(context_settings=_SETTINGS)
@click.version_option(__version__, prog_name="newsfacts")
def main() -> None:
    """Extract people, counts, money, percentages, quantities and quotes from police news."""


_COMMANDS = (
    *(extract, read, tables, schema, copies, export, spark, explain),
    *(view, evaluate, correct, gold, agree, calibrate, fit, pack, info),
)
for _module in _COMMANDS:
    main.add_command(speaking(_module.command))
