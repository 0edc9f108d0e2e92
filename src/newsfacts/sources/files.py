"""Which files an input means: a file, a folder (all below it), a glob, or "-" for standard input.

An article of a text file is named by its path relative to the input's root: the folder that was given, the part of a
glob before its first wildcard, or, for files that were named one by one, the folder that they have in common. In a
folder, files of known endings are read; of the others those whose content tells that they hold articles, and the rest
is left out by name.
"""

import glob
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from newsfacts.errors import InputError

__all__ = ["COMPRESSIONS", "FORMATS", "Location", "count", "endings", "find"]

FORMATS: Mapping[str, str] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "json lines",
    ".ndjson": "json lines",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "mail",
    ".mbox": "mbox",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".warc": "warc",
    ".wet": "warc",
    ".zip": "zip",
}
"""File name endings that are looked for in folders, and what each most likely stands for; content decides."""

COMPRESSIONS = (".gz", ".bz2", ".zst")
"""Endings behind a format's ending that say how the file is compressed."""


@dataclass(frozen=True, slots=True)
class Location:
    """Say where a file lies and what it seems to hold."""

    path: str
    """Path for messages and records, "-" for standard input; of a member of an archive: ARCHIVE/MEMBER."""
    name: str
    """Path relative to the input's root, with forward slashes."""
    format: str
    """One of the values of FORMATS, by its ending."""
    compression: str | None
    """One of COMPRESSIONS, or None."""
    named: bool = True
    """The user named it or a pattern that it fits; in a folder, what holds no articles is left out instead."""
    archive: str | None = None
    """Path of the zip archive that it is in."""
    member: str | None = None
    """Name within the archive."""

    @property
    def ending(self) -> str:
        """Give the ending of the name without that of a compression, in lower case."""
        return endings(self.path)[0]


def endings(path: str) -> tuple[str, str | None]:
    """Give the ending that tells the format and the one that tells the compression.

    Example:
        >>> endings("a/b.JSONL.gz"), endings("README")
        (('.jsonl', '.gz'), ('', None))
    """
    stem, ending = os.path.splitext(path)
    if ending.lower() in COMPRESSIONS:
        return os.path.splitext(stem)[1].lower(), ending.lower()
    return ending.lower(), None


def find(inputs: Sequence[str]) -> Iterator[Location]:
    """Find the files of all inputs; files of a folder come in the order of their names, folder by folder.

    Raises:  InputError at once where an input does not exist or has no file at all.
    """
    named = [given for given in inputs if given != "-" and not os.path.isdir(given) and os.path.exists(given)]
    common = os.path.commonpath([os.path.dirname(os.path.abspath(path)) for path in named]) if named else ""
    return chain.from_iterable([_expand(given, common) for given in inputs])


def count(inputs: Sequence[str]) -> int | None:
    """Count the articles of all inputs where that is cheap: files that are one, and JSON lines not compressed."""
    total = 0
    for location in find(inputs):
        if not location.named and location.ending not in FORMATS:
            continue
        if location.format in ("text", "html", "pdf", "docx", "mail"):
            total += 1
        elif location.format == "json lines" and os.path.isfile(location.path) and location.compression is None:
            with open(location.path, "rb") as file:
                total += sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))
        else:
            return None
    return total


def _expand(given: str, common: str) -> Iterator[Location]:
    if given == "-":
        return iter([Location("-", "-", "json lines", None)])
    if os.path.isdir(given):
        return _or_refuse(_walk(given, given), given)
    if os.path.exists(given):
        return iter([_locate(given, common)])
    if glob.has_magic(given):
        return _or_refuse(_matches(given), given)
    raise InputError(f"{given}: no such file or folder; expected a file, a folder, a glob or - for standard input")


def _or_refuse(locations: Iterator[Location], given: str) -> Iterator[Location]:
    first = next(locations, None)
    if first is None:
        known = " ".join(f"*{ending}" for ending in FORMATS)
        raise InputError(f"{given}: holds no file to read; expected {known}, also with {' '.join(COMPRESSIONS)}")
    return chain([first], locations)


def _walk(folder: str, root: str) -> Iterator[Location]:
    """Walk a folder without following links to folders, which may lead out of it or round in a circle."""
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, root)
        else:
            yield _locate(entry.path, root, named=False)


def _matches(pattern: str) -> Iterator[Location]:
    parts = Path(pattern).parts
    fixed = next(index for index, part in enumerate(parts) if glob.has_magic(part))
    root = str(Path(*parts[:fixed])) if fixed else "."
    for path in sorted(glob.iglob(pattern, recursive=True)):
        if os.path.isfile(path):
            yield _locate(path, root)


def _locate(path: str, root: str, *, named: bool = True) -> Location:
    ending, compression = endings(path)
    return Location(path, _relative(path, root), FORMATS.get(ending, "text"), compression, named)


def _relative(path: str, root: str) -> str:
    return Path(os.path.relpath(path, root)).as_posix()
