"""What decides the result of a run, option by option: the same settings and the same input give the same bytes."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from newsfacts import __version__, lexicons
from newsfacts.options import identity
from newsfacts.sources.installed import named

__all__ = ["NEUTRAL", "settings_of"]

NEUTRAL = frozenset(
    {
        *("inputs", "output", "failures", "jobs", "mode", "summary"),
        *("config", "quiet", "verbose", "log_format"),
        *("tables", "tables_format", "tables_mode", "partition_by", "csv_safe", "csv_excel", "csv_semicolon"),
    }
)
"""Options of extract that decide where results go and how fast, but not what a record says. Every other one counts."""


def settings_of(given: Mapping[str, object]) -> dict[str, str]:
    """Say what decides the records of a run, from the options that were given to extract.

    Shape:   by name, in the order in which differences are told: the program, the model, words, then the options; a
             file or folder stands with a digest of its content, a pack with its name and version before it. Options
             that were not given are left out.
    """
    found = {
        "newsfacts": __version__,
        "--model": _model(str(given["model"])),
        "packaged lexicons": _content(Path(lexicons.__file__).parent),
    }
    if named():
        found["installed sources"] = named()
    for name in sorted({*given} - NEUTRAL - {"model"}):
        value = given[name]
        if value is not None and value is not False and value != ():
            found[f"--{name.replace('_', '-')}"] = _told(value)
    return found


def _told(value: object) -> str:
    if isinstance(value, Path):
        return f"content {_content(value)}"
    if value is True:
        return "given"
    if isinstance(value, list | tuple):
        return ", ".join(identity(part) if isinstance(part, Path) else str(part) for part in value)
    return str(value)


def _model(name: str) -> str:
    """Name a model with its version, without loading it."""
    folder = Path(name)
    if folder.is_dir():
        try:
            meta = json.loads((folder / "meta.json").read_text("utf-8"))
        except (OSError, ValueError):
            return name
        return f"{meta.get('lang')}_{meta.get('name')} {meta.get('version')}"
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return name


def _content(path: Path) -> str:
    """Make a digest of a file, or of all tables of a folder with their names."""
    digest = sha256()
    for file in _files(path):
        digest.update(f"{file.name}\0".encode())
        digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:12]


def _files(path: Path) -> Iterator[Path]:
    return iter(sorted(path.glob("*.tsv"))) if path.is_dir() else iter([path])
