"""The commands: this folder alone prints, and it loads nothing heavy before a command needs it.

A module for each command, whose `command` is added here; options that several share are in options.py, what is said
on the terminal while and after they work in progress.py. Exit codes: 0 all went well; 1 some articles failed, or the
run was cut short; 2 the call is wrong; 130 Ctrl-C.
"""

import click

from newsfacts import __version__
from newsfacts.cli import (
    agree,
    calibrate,
    correct,
    evaluate,
    explain,
    extract,
    fit,
    gold,
    pack,
    read,
    schema,
    spark,
    tables,
    view,
)

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="newsfacts")
def main() -> None:
    """Extract people, counts, money, percentages, quantities and quotes from police news."""


_COMMANDS = (
    *(extract, read, tables, schema, spark, explain),
    *(view, evaluate, correct, gold, agree, calibrate, fit, pack),
)
for _module in _COMMANDS:
    main.add_command(_module.command)
