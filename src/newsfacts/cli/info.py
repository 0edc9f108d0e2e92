"""`newsfacts info`: what is installed, for reports of faults and for those who look after machines."""

import click

from newsfacts.cli.options import model
from newsfacts.cli.progress import messages
from newsfacts.cli.terminal import harmless

__all__ = ["command"]


@click.command("info")
@model
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def command(model: str, as_json: bool) -> None:
    """Show versions, the model with its hash, installed packs, and which optional parts are there."""
    with messages():
        import json
        from pathlib import Path

        from newsfacts.cli.configuration import find
        from newsfacts.engines.installation import installation

        found, file = installation(model), find(Path.cwd())
        if as_json:
            click.echo(json.dumps(found.plain() | {"configuration": file and str(file)}, indent=2, ensure_ascii=False))
            return
        version = f"{found.model.version} sha256 {found.model.sha256}" if found.model.version else "not installed"
        lines = [
            ("newsfacts", found.newsfacts), ("python", found.python), ("platform", found.platform),
            ("spacy", found.spacy), ("model", f"{found.model.name} {version}"), ("configuration", file or "none"),
            *[("pack", f"{name}: {told}") for name, told in found.packs.items()],
            *([("sources", found.sources)] if found.sources else []),
        ]  # fmt: skip
        for extra in found.extras:
            lacking = f"missing {', '.join(extra.missing)}; {extra.command}"
            lines.append((f"[{extra.name}]", lacking if extra.missing else "installed"))
        click.echo(harmless("\n".join(f"{name + ':':<15} {told}" for name, told in lines)))
