"""RSS and Atom feeds: one article an entry. Needs the extra `feeds`.

The text is the entry's content, else its summary; HTML in it becomes plain text, which is what offsets index. The date
is when it was published, else when it was last changed, which Atom alone requires.
"""

import io
from collections.abc import Iterator
from typing import Any

from newsfacts.article import Article
from newsfacts.article.published import parse
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources.files import Location
from newsfacts.sources.markup import plain_text
from newsfacts.sources.options import ReadOptions, failure
from newsfacts.sources.streams import missing, read_whole
from newsfacts.sources.unread import known

__all__ = ["read_feed"]


def read_feed(location: Location, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read the entries of a feed, each named by its own id, else by its link, else by its place in the feed.

    Raises:  InputError where feedparser is not installed or the file is no feed.
    """
    try:
        import feedparser
    except ImportError as error:
        raise InputError(missing("feedparser", "feeds", "reading RSS and Atom")) from error
    data = read_whole(location, options)
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        why = feed.get("bozo_exception") or "there are no entries"
        raise InputError(f"{location.path}: no article in the feed ({why}); expected RSS or Atom with entries")
    for number, entry in enumerate(feed.entries, start=1):
        yield _article(entry, number, location)


def _article(entry: Any, number: int, location: Location) -> Article | Failure:
    article_id = entry.get("id") or entry.get("link") or f"{location.name}:{number}"
    text = _text(entry)
    if not text:
        message = f"{location.path}: entry {number} has no text; expected a content or a summary"
        return failure(article_id, location, "InputError", message)
    published = parse(entry.get("published") or entry.get("updated"), None)
    day, told, notes = known(published) if published else (None, None, ())
    title = plain_text(entry.get("title") or "").replace("\n", " ") or None
    return Article(article_id, text, entry.get("link") or location.path, title, day, (), notes, told)


def _text(entry: Any) -> str:
    pieces = [piece.get("value") or "" for piece in entry.get("content") or ()]
    return max((plain_text(piece) for piece in (*pieces, entry.get("summary") or "")), key=len)
