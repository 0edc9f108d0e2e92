"""`newsfacts pack`: make, check and show a folder of words and rules."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsfacts.cli.log import amount, say
from newsfacts.cli.options import FOLDER, model
from newsfacts.cli.progress import messages
from newsfacts.cli.terminal import harmless

if TYPE_CHECKING:
    from newsfacts.packs.pack import Pack

__all__ = ["command"]


@click.group("pack")
def command() -> None:
    """Teach words and rules: a folder that extract, explain and others take with --pack."""


@command.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def new(folder: Path) -> None:
    """Write a small pack into DIR to begin with; it is whole and passes its check."""
    with messages():
        from newsfacts.packs.new import write_new

        for path in write_new(folder):
            click.echo(harmless(str(path)))


@command.command("check")
@click.argument("folder", metavar="DIR", type=FOLDER)
@model
def check(folder: Path, model: str) -> None:
    """Read the pack in DIR and run every rule and guard on its own examples; exit with 1 where one fails."""
    with messages():
        from newsfacts.evaluation.packs import problems, remarks
        from newsfacts.extract import load
        from newsfacts.options import Options
        from newsfacts.packs.pack import read_pack

        pack = read_pack(folder)
        found = list(problems(pack, load(options=Options(model, packs=(folder,)))))
        for problem in found:
            click.echo(harmless(f"{problem.rule}: {problem.message}"))
        for remark in remarks(pack):
            click.echo(harmless(f"note: {remark}"))
        failed = len({problem.rule for problem in found})
        told = f"{pack.name} {pack.version}: {amount(len(pack.rules), 'rule')}, {failed:,} of them fail"
        say(told, rules=len(pack.rules), failed=failed)
    sys.exit(1 if found else 0)


@command.command("show")
@click.argument("folder", metavar="DIR")
def show(folder: str) -> None:
    """Show what the pack in DIR, or the installed pack of this name, teaches."""
    with messages():
        from newsfacts.options import Options
        from newsfacts.packs.pack import read_pack

        pack = read_pack(Options(packs=(folder,)).pack_folders[0])
        click.echo(harmless("\n".join(_lines(pack))))


def _lines(pack: "Pack") -> list[str]:
    from newsfacts.lexicons import read_file
    from newsfacts.packs.reader import written

    lines = [f"{pack.name} {pack.version}", f"  {pack.description}", f"  sha256 {pack.used.sha256}", ""]
    for folder in ("lexicons", "classes"):
        for file in pack.files(folder):
            rows = read_file(file).rows
            changes = [row.get("change") or "add" for row in rows]
            told = ", ".join(f"{changes.count(one)} {one}" for one in dict.fromkeys(changes))
            lines.append(f"{folder}/{file.stem}: {told if folder == 'lexicons' else amount(len(rows), 'word')}")
    lines += [f"weights/{file.stem}" for file in pack.files("weights")]
    for rule in pack.rules:
        lines += ["", f"{rule.id}  ({rule.kind})", f"  {written(rule.pattern)}", f"  {rule.why}"]
        lines += [f"  unless {guard.where} {written(guard.pattern)}: {guard.why}" for guard in rule.unless]
        lines += [f"  yes  {phrase}" for phrase in rule.yes] + [f"  no   {phrase}" for phrase in rule.no]
    return lines
