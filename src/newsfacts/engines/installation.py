"""What is installed: versions, the model and its hash, packs, readers of other packages, extras and what they lack."""

import json
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsfacts import __version__
from newsfacts.options import DEFAULT_MODEL, identity, installed_packs
from newsfacts.sources.installed import named

__all__ = ["WORKSHOP", "Extra", "Installation", "Model", "installation"]

_REQUIREMENT = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)(?:\[(?P<extras>[^\]]+)\])?.*?;\s*extra\s*==\s*['\"](?P<extra>[\w-]+)"
)
WORKSHOP = frozenset({"all", "test", "postgres-test", "browser-test", "lint"})
"""Extras for those who work on newsfacts, and the one that stands for others."""


@dataclass(frozen=True, slots=True)
class Extra:
    """Say whether what an optional part needs is there."""

    name: str
    """As in `pip install 'newsfacts[NAME]'`."""
    missing: tuple[str, ...]
    """Packages that are not installed."""

    @property
    def command(self) -> str:
        """Give the command that installs it."""
        return f"pip install 'newsfacts[{self.name}]'"


@dataclass(frozen=True, slots=True)
class Model:
    """Say which model is read with."""

    name: str
    """Package or folder."""
    version: str | None
    """None where it is not installed."""
    sha256: str | None
    """Over the names and contents of its files."""


@dataclass(frozen=True, slots=True)
class Installation:
    """Hold what is installed."""

    newsfacts: str
    """Version."""
    python: str
    """Version and implementation."""
    platform: str
    """Operating system and processor."""
    spacy: str
    """Version."""
    model: Model
    """The model asked for."""
    packs: Mapping[str, str]
    """Installed packs: name, and version with digest."""
    sources: str
    """Readers that installed packages offer."""
    extras: tuple[Extra, ...]
    """Optional parts."""

    def plain(self) -> dict[str, Any]:
        """Give it as JSON holds it."""
        return asdict(self)


def installation(model: str = DEFAULT_MODEL) -> Installation:
    """Look at what is installed; nothing is loaded."""
    return Installation(
        newsfacts=__version__,
        python=f"{platform.python_version()} ({platform.python_implementation()}, {sys.executable})",
        platform=platform.platform(),
        spacy=metadata.version("spacy"),
        model=_model(model),
        packs={name: identity(folder) for name, folder in installed_packs().items()},
        sources=named(),
        extras=tuple(_extras()),
    )


def _model(name: str) -> Model:
    spec = None if Path(name).is_dir() else find_spec(name)
    folder = Path(name) if spec is None else Path(spec.origin or "").parent
    files = sorted(file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    if not (folder / "meta.json").is_file():
        return Model(name, None, None)
    digest = sha256()
    for file in files:
        digest.update(f"{file.relative_to(folder).as_posix()}\0".encode() + sha256(file.read_bytes()).digest())
    return Model(name, json.loads((folder / "meta.json").read_text("utf-8")).get("version"), digest.hexdigest())


def _extras() -> Iterator[Extra]:
    """List the extras that the package's metadata names; none where it is run without being installed."""
    try:
        required = metadata.requires("newsfacts") or []
    except metadata.PackageNotFoundError:
        return
    needed: dict[str, list[str]] = {}
    for line in required:
        match = _REQUIREMENT.match(line)
        if match and match["extra"] not in WORKSHOP:
            needed.setdefault(match["extra"], []).append(match["name"])
    for name, packages in sorted(needed.items()):
        yield Extra(name, tuple(package for package in packages if not _installed(package)))


def _installed(package: str) -> bool:
    try:
        metadata.version(package)
    except metadata.PackageNotFoundError:
        return False
    return True
