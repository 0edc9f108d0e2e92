"""A text file is one article."""

from collections.abc import Iterator

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources.encodings import decode
from newsfacts.sources.files import Location
from newsfacts.sources.options import ReadOptions
from newsfacts.sources.streams import read_whole

__all__ = ["read_text", "too_long"]


def read_text(location: Location, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read a text file as one article; line ends stay as they are."""
    data = read_whole(location, options)
    if not data.strip():
        raise InputError(f"{location.path}: the file is empty ({len(data)} bytes); expected the text of an article")
    text, warnings = decode(data, location.path)
    if not text.strip():
        raise InputError(f"{location.path}: the file holds nothing but white space; expected the text of an article")
    yield Article(location.name, text, source=location.path, warnings=warnings)


def too_long(where: str, options: ReadOptions) -> str:
    """Say that an article is longer than is allowed."""
    limit = options.max_article_bytes / 1e6
    return f"{where}: the article is longer than {limit:g} MB; expected less, or a higher --max-article-mb"
