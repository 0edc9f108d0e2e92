"""Blocks of code in the documents, and a folder in which the commands of a console block run as printed."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
_HERE = ("corpus", "schemas", "constraints.txt")
"""What the commands expect to find where they run."""


def blocks(document: Path, language: str) -> list[str]:
    """List the blocks of a language in a document, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```", document.read_text("utf-8"), re.M | re.S)


def commands(block: str) -> str:
    """Give the commands of a console block as a script; a line that begins with no $ is what they print."""
    return "\n".join(line[2:] for line in block.splitlines() if line.startswith("$ "))


def prepare(folder: Path) -> Path:
    """Make a folder look like a clone."""
    for name in _HERE:
        (folder / name).symlink_to(ROOT / name)
    return folder


def path() -> str:
    """Give the search path on which the command is found."""
    return f"{Path(sys.executable).parent}:{os.environ['PATH']}"


def run(block: str, folder: Path, more: Mapping[str, str] | None = None) -> str:
    """Run a console block as one script and give what it says; what fails, fails the test with it."""
    environment = os.environ | {
        "PATH": path(),
        "PYTHONPATH": str(ROOT / "src"),
        **(more or {}),
    }
    script = ["bash", "-euo", "pipefail", "-c", commands(block)]
    done = subprocess.run(
        script, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    return done.stdout
