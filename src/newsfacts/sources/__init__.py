"""From what the user names to articles: files, folders, globs, standard input; text, HTML, tables, web archives.

Phases: find the files (files.py), open them (streams.py: compression, limits), read each by its format (one module a
format), see that no id comes twice (unique.py). Every reader streams: memory depends on the longest article, not on how
many there are. A thing that cannot be read becomes a Failure in its place, and reading goes on. No reader cleans or
normalises a text; only HTML has to be turned into one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources.delimited import read_csv, read_tsv
from newsfacts.sources.files import Location, find
from newsfacts.sources.html import read_html
from newsfacts.sources.json_lines import read_json_lines
from newsfacts.sources.options import ReadOptions, failure
from newsfacts.sources.parquet import read_parquet
from newsfacts.sources.streams import READ_ERRORS, why
from newsfacts.sources.text import read_text
from newsfacts.sources.unique import Places
from newsfacts.sources.warc import read_warc

__all__ = ["ReadOptions", "find", "read", "read_location"]

Reader = Callable[[Location, ReadOptions], Iterator[Article | Failure]]
"""Reads one file; raises InputError or an error of the operating system where the rest of it cannot be read."""

_READERS: Mapping[str, Reader] = {
    "text": read_text,
    "html": read_html,
    "json lines": read_json_lines,
    "csv": read_csv,
    "tsv": read_tsv,
    "parquet": read_parquet,
    "warc": read_warc,
}


def read(inputs: Sequence[str], options: ReadOptions | None = None) -> Iterator[Article | Failure]:
    """Read all articles of all inputs, in a fixed order: inputs as given, files of a folder by path.

    Raises:  InputError at once (before the first article) where an input does not exist or holds nothing readable.
    """
    locations = find(inputs)
    return _read(locations, options or ReadOptions())


def _read(locations: Iterator[Location], options: ReadOptions) -> Iterator[Article | Failure]:
    with Places() as places:
        for location in locations:
            for number, item in enumerate(read_location(location, options), start=1):
                earlier = (
                    None if isinstance(item, Failure) else places.add(item.article_id, f"{location.path}, {number}")
                )
                if earlier is None:
                    yield item
                else:
                    message = (
                        f"{location.path}, article {number}: article_id {item.article_id!r} was read before "
                        f"(from {earlier}); expected an id of its own for every article"
                    )
                    yield failure(item.article_id, location, "DuplicateId", message)


def read_location(location: Location, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read one file; what stops the reading of the rest of it is the last item, a Failure."""
    try:
        yield from _READERS[location.format](location, options)
    except InputError as error:
        yield failure(location.name, location, "InputError", str(error))
    except READ_ERRORS as error:
        yield failure(location.name, location, type(error).__name__, f"{location.path}: {why(error)}")
