"""From what the user names to articles: files, folders, globs, standard input; text, tables, documents, archives.

Phases: find the files (files.py), tell what each holds (contents.py), open it (streams.py: compression, limits), read
it by its format (one module a format), see that no id comes twice (unique.py). Every reader streams: memory depends on
the longest article, not on how many there are. A thing that cannot be read becomes a Failure in its place, and reading
goes on; what holds no articles is told to the caller (left_out.py). Documents that somebody else laid out are handed on
as bytes (unread.py) and opened in the worker (opening.py). No reader cleans or normalises a text; only documents have
to be turned into one.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure, WarningCode
from newsfacts.sources.archives import members
from newsfacts.sources.contents import HEAD, Kind, kind_of
from newsfacts.sources.delimited import read_csv, read_tsv
from newsfacts.sources.feeds import read_feed
from newsfacts.sources.files import COMPRESSIONS, FORMATS, Location, find
from newsfacts.sources.installed import installed_sources, read_installed
from newsfacts.sources.json_document import holds_articles, read_json_document
from newsfacts.sources.json_lines import read_json_lines
from newsfacts.sources.left_out import LeftOut, Tell
from newsfacts.sources.mail import read_mailbox
from newsfacts.sources.meta import Meta, read_meta
from newsfacts.sources.opening import opened
from newsfacts.sources.options import ReadOptions, failure
from newsfacts.sources.parquet import read_parquet
from newsfacts.sources.streams import READ_ERRORS, is_file, open_stream, read_whole, why
from newsfacts.sources.text import read_text
from newsfacts.sources.unique import Places
from newsfacts.sources.unread import Unread, note
from newsfacts.sources.warc import read_warc

__all__ = ["Item", "LeftOut", "ReadOptions", "Unread", "find", "gather", "opened", "read", "read_location"]

Item = Article | Unread | Failure
"""What readers give."""
Reader = Callable[[Location, ReadOptions], Iterator[Item]]
"""Reads one file; raises InputError or an error of the operating system where the rest of it cannot be read."""
Teller = Callable[[Location, ReadOptions, Tell], Iterator[Item]]
"""Reads one file as a Reader does, and tells what of it is not read."""

_READERS: Mapping[str, Reader] = {
    "text": read_text,
    "feed": read_feed,
    "mbox": read_mailbox,
    "installed": read_installed,
}
"""Readers of files that are read in full; `html`, `pdf`, `docx` and `mail` are handed on whole."""
_TELLERS: Mapping[str, Teller] = {
    "json lines": read_json_lines,
    "json": read_json_document,
    "csv": read_csv,
    "tsv": read_tsv,
    "parquet": read_parquet,
    "warc": read_warc,
}
"""Readers of files of which something may not be read."""
_WHOLE = ("html", "pdf", "docx", "mail")
_INPUT = "standard input"
_VAGUE = (".xml", ".json", ".zip")
"""Endings that do not say that a file holds articles; one of any other of FORMATS does, and fails where it does not."""
_ONE = ("text", *_WHOLE)
"""Formats in which a file is one article, of which a table beside them may say more."""


def read(inputs: Sequence[str], options: ReadOptions | None = None) -> Iterator[Article | Failure]:
    """Read all articles of all inputs, in a fixed order: inputs as given, files of a folder by path.

    Raises:  InputError at once (before the first article) where an input does not exist or holds nothing readable.
    """
    return map(opened, gather(inputs, options or ReadOptions(), LeftOut().tell))


def gather(inputs: Sequence[str], options: ReadOptions, tell: Tell) -> Iterator[Item]:
    """Read as `read` does, but hand documents on unopened; `tell` hears of what is left out.

    Raises:  InputError as `read` does.
    """
    meta = read_meta(options.meta, options, tell) if options.meta else None
    located = _told_apart(find(inputs), options, tell)
    first = next(located, None)
    if first is None:
        known = " ".join(f"*{ending}" for ending in FORMATS)
        raise InputError(
            f"{', '.join(inputs)}: holds no file to read; expected {known}, also with {' '.join(COMPRESSIONS)}"
        )
    return _gather(chain([first], located), options, tell, meta)


def _gather(
    located: Iterator[tuple[Location, Kind]], options: ReadOptions, tell: Tell, meta: Meta | None
) -> Iterator[Item]:
    with Places() as places:
        for location, kind in located:
            for number, item in enumerate(_items(location, kind, options, tell), start=1):
                described = meta.onto(item, location) if meta and kind.format in _ONE else item
                yield _once(described, f"{location.path}, {number}", number, location, places)
        if meta:
            yield from meta.untaken()


def _once(item: Item, place: str, number: int, location: Location, places: Places) -> Item:
    """Give an item, a failure where its id was there before; one whose text was there before says so."""
    if isinstance(item, Failure):
        return item
    earlier = places.add(item.article_id, place)
    if earlier is not None:
        message = (
            f"{location.path}, article {number}: article_id {item.article_id!r} was read before "
            f"(from {earlier}); expected an id of its own for every article"
        )
        return failure(item.article_id, location, "DuplicateId", message)
    if isinstance(item, Unread):
        return item
    same = places.add_text(hashlib.sha256(item.text.encode("utf-8", "surrogatepass")).digest(), item.article_id)
    return item if same is None else _repeated(item, same)


def _repeated(item: Article, same: str) -> Article:
    warning = note(WarningCode.REPEATED_TEXT, f"the text is that of article {same!r}; expected one of its own")
    return replace(item, warnings=(*item.warnings, warning))


def _told_apart(locations: Iterator[Location], options: ReadOptions, tell: Tell) -> Iterator[tuple[Location, Kind]]:
    """Yield each file with what it holds; archives as what is in them; without what is left out."""
    for location in locations:
        kind, left = _kind(location, options)
        if left and not location.named:
            tell(location.path, left)
        elif kind.format == "zip":
            yield from _in_archive(location, kind, options, tell)
        else:
            yield location, kind


def _in_archive(location: Location, kind: Kind, options: ReadOptions, tell: Tell) -> Iterator[tuple[Location, Kind]]:
    try:
        yield from _told_apart(members(location, options), options, tell)
    except InputError as error:
        yield location, Kind(None, str(error))


def _kind(location: Location, options: ReadOptions) -> tuple[Kind, str]:
    """Tell what a file holds, and why it is left out where the user did not name it; errors are told by its reader."""
    if location.path == "-":
        return Kind(_INPUT, "standard input"), ""
    if location.ending in installed_sources():
        return Kind("installed", f"a {location.ending} file"), ""
    try:
        if location.archive is None and not is_file(location.path):
            return Kind(None, "no regular file", "expected a file, or - for standard input"), "no regular file"
        with open_stream(location, options) as stream:
            kind = kind_of(stream.peek(HEAD)[:HEAD], location.ending)
    except (InputError, *READ_ERRORS) as error:
        broken_link = isinstance(error, OSError) and not location.archive and location.ending not in FORMATS
        return Kind(location.format, ""), str(error) if broken_link else ""
    if location.ending in FORMATS and location.ending not in _VAGUE:
        return kind, ""
    if kind.format is None:
        return kind, f"{kind.what}; {kind.advice}"
    if kind.format == "text":
        return kind, "no kind that is looked for in folders; named, it is read as text"
    if kind.format == "json" or (kind.format == "json lines" and location.ending == ".json"):
        holds = location.named or holds_articles(location, options)
        return kind, "" if holds else "JSON without articles"
    return kind, ""


def _standard_input(location: Location, options: ReadOptions, tell: Tell) -> Iterator[Item]:
    """Read standard input as what it holds; a text is told from JSON lines by the reader of those."""
    with open_stream(location, options) as stream:
        kind = kind_of(stream.peek(HEAD)[:HEAD], "") if hasattr(stream, "peek") else Kind("text", "a text")
    yield from _reader(Kind("json lines", "JSON lines") if kind.format == "text" else kind, tell)(location, options)


def read_location(location: Location, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read one file; what stops the reading of the rest of it is the last item, a Failure."""
    kind, _ = _kind(location, options)
    return map(opened, _items(location, kind, options, LeftOut().tell))


def _items(location: Location, kind: Kind, options: ReadOptions, tell: Tell) -> Iterator[Item]:
    try:
        yield from _reader(kind, tell)(location, options)
    except InputError as error:
        yield failure(location.name, location, "InputError", str(error))
    except READ_ERRORS as error:
        yield failure(location.name, location, type(error).__name__, f"{location.path}: {why(error)}")


def _reader(kind: Kind, tell: Tell) -> Reader:
    if kind.format is None:
        return partial(_refuse, kind)
    if kind.format == _INPUT:
        return partial(_standard_input, tell=tell)
    if kind.format == "zip":
        return partial(_refuse, Kind(None, "a zip archive", "expected as a file"))
    if kind.format in _WHOLE:
        return partial(_whole, kind.format)
    if kind.format in _TELLERS:
        teller = _TELLERS[kind.format]
        return lambda location, options: teller(location, options, tell)
    return _READERS[kind.format]


def _refuse(kind: Kind, location: Location, _: ReadOptions) -> Iterator[Item]:
    told = kind.what if kind.what.startswith(location.path) else f"{location.path}: is {kind.what}; {kind.advice}"
    raise InputError(told)


def _whole(form: str, location: Location, options: ReadOptions) -> Iterator[Item]:
    data = read_whole(location, options)
    yield Unread(location.name, location.path, location.path, form, data, options.max_article_bytes)
