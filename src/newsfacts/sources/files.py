"""Which files an input means: a file, a folder (all below it), a glob, or "-" for standard input.

An article of a text file is named by its path relative to the input's root: the folder that was given, the part of a
glob before its first wildcard, or, for files that were named one by one, the folder that they have in common.
"""

import glob
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from newsfacts.errors import InputError

__all__ = ["COMPRESSIONS", "FORMATS", "Location", "count", "find"]

FORMATS: Mapping[str, str] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "json lines",
    ".ndjson": "json lines",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
    ".warc": "warc",
}
"""File name endings that are looked for in folders, and the format that each stands for."""

COMPRESSIONS = (".gz", ".bz2", ".zst")
"""Endings behind a format's ending that say how the file is compressed."""


@dataclass(frozen=True, slots=True)
class Location:
    """Say where a file lies and what it holds."""

    path: str
    """Path to open, or "-" for standard input."""
    name: str
    """Path relative to the input's root, with forward slashes."""
    format: str
    """One of the values of FORMATS."""
    compression: str | None
    """One of COMPRESSIONS, or None."""


def find(inputs: Sequence[str]) -> Iterator[Location]:
    """Find the files of all inputs; files of a folder come in the order of their names, folder by folder.

    Raises:  InputError at once where an input does not exist or has no file that newsfacts reads.
    """
    named = [given for given in inputs if given != "-" and not os.path.isdir(given) and os.path.exists(given)]
    common = os.path.commonpath([os.path.dirname(os.path.abspath(path)) for path in named]) if named else ""
    return chain.from_iterable([_expand(given, common) for given in inputs])


def count(inputs: Sequence[str]) -> int | None:
    """Count the articles of all inputs where that is cheap: text, HTML and JSON lines that are not compressed."""
    total = 0
    for location in find(inputs):
        if location.format in ("text", "html"):
            total += 1
        elif location.format == "json lines" and location.path != "-" and location.compression is None:
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
        return iter([_locate(given, common) or _as_text(given, common)])
    if glob.has_magic(given):
        return _or_refuse(_matches(given), given)
    raise InputError(f"{given}: no such file or folder; expected a file, a folder, a glob or - for standard input")


def _or_refuse(locations: Iterator[Location], given: str) -> Iterator[Location]:
    first = next(locations, None)
    if first is None:
        endings = " ".join(f"*{ending}" for ending in FORMATS)
        raise InputError(f"{given}: holds no file to read; expected {endings}, also with {' '.join(COMPRESSIONS)}")
    return chain([first], locations)


def _walk(folder: str, root: str) -> Iterator[Location]:
    """Walk a folder without following links to folders, which may lead out of it or round in a circle."""
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, root)
        elif entry.is_file():
            location = _locate(entry.path, root)
            if location is not None:
                yield location


def _matches(pattern: str) -> Iterator[Location]:
    parts = Path(pattern).parts
    fixed = next(index for index, part in enumerate(parts) if glob.has_magic(part))
    root = str(Path(*parts[:fixed])) if fixed else "."
    for path in sorted(glob.iglob(pattern, recursive=True)):
        if os.path.isfile(path):
            yield _locate(path, root) or _as_text(path, root)


def _locate(path: str, root: str) -> Location | None:
    stem, ending = os.path.splitext(path)
    compression = ending.lower() if ending.lower() in COMPRESSIONS else None
    if compression:
        ending = os.path.splitext(stem)[1]
    form = FORMATS.get(ending.lower())
    return Location(path, _relative(path, root), form, compression) if form else None


def _as_text(path: str, root: str) -> Location:
    """Take a file that was named outright as text, whatever its ending; JSON as JSON lines."""
    stem, ending = os.path.splitext(path)
    compression = ending.lower() if ending.lower() in COMPRESSIONS else None
    form = "json lines" if (os.path.splitext(stem)[1] if compression else ending).lower() == ".json" else "text"
    return Location(path, _relative(path, root), form, compression)


def _relative(path: str, root: str) -> str:
    return Path(os.path.relpath(path, root)).as_posix()
