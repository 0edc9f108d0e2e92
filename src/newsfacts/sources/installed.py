"""Readers that installed packages offer, for kinds of files that newsfacts does not know.

A package says in its `pyproject.toml`

    [project.entry-points."newsfacts.sources"]
    rtf = "my_package.rtf:read"

The name is the ending of the files, without the dot; the function takes the path of one and gives a mapping for each
article in it, with `text` and, where known, `article_id`, `title`, `published`, `source`. What it gives is checked as
the rows of a table are; where it raises, what it gave before counts and a failure says the rest. Endings that newsfacts
reads itself stay with newsfacts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources.files import FORMATS, Location
from newsfacts.sources.options import ReadOptions, failure
from newsfacts.sources.rows import read_row

__all__ = ["SOURCES", "installed_sources", "named", "read_installed"]

SOURCES = "newsfacts.sources"
"""Group of entry points by which installed packages offer readers."""
Read = Callable[[Path], Iterable[Mapping[str, object]]]
"""Gives the articles of a file."""


@cache
def installed_sources() -> Mapping[str, EntryPoint]:
    """List the readers by the ending that they are for, ".rtf"; packages do not come while a process runs."""
    found = {f".{entry.name.lower()}": entry for entry in entry_points(group=SOURCES)}
    return {ending: entry for ending, entry in sorted(found.items()) if ending not in FORMATS}


def named() -> str:
    """Name the readers with the packages they come from and their versions; "" where there are none."""
    told = []
    for ending, entry in installed_sources().items():
        package = f"{entry.dist.name} {entry.dist.version}" if entry.dist else entry.value
        told.append(f"{ending} {package}")
    return ", ".join(told)


def read_installed(location: Location, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read a file with the reader that a package offers for its ending.

    Raises:  InputError where the file is packed: the reader of a package gets a path.
    """
    if location.archive is not None or location.compression is not None:
        raise InputError(
            f"{location.path}: is packed; expected as a file of its own, since a package reads {location.ending}"
        )
    entry = installed_sources()[location.ending]
    try:
        read: Read = entry.load()
        for number, row in enumerate(read(Path(location.path)), start=1):
            yield read_row(row, number, location, options)
    except Exception as error:  # the code of somebody else may cost no more than its own file
        message = f"{location.path}: the reader {entry.value} failed: {type(error).__name__}: {error}"
        yield failure(location.name, location, type(error).__name__, message)
