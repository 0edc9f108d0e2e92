"""A document that has yet to be turned into a text: a page, a PDF, a Word file, a mail.

To parse what strangers wrote may take for ever or crash, so that it is done in the worker, under its time limit, and
not where the files are read. `opening.py` does it.
"""

import datetime
from dataclasses import dataclass

from newsfacts.article import Article
from newsfacts.article.published import FORMS, Published
from newsfacts.record import Warning, WarningCode

__all__ = ["Details", "Unread", "known", "note"]


@dataclass(frozen=True, slots=True)
class Details:
    """Hold what a table beside the files says of an article; None where it says nothing."""

    article_id: str
    """Id that the article goes by."""
    title: str | None = None
    """Title."""
    published: Published | None = None
    """Date of publication."""
    source: str | None = None
    """Path or URL."""

    def onto(self, article: Article) -> Article:
        """Give the article with what is said of it."""
        day, told, notes = article.published, article.published_text, article.warnings
        if self.published:
            day, told, more = known(self.published)
            notes = (*notes, *more)
        source, title = self.source or article.source, self.title or article.title
        return Article(self.article_id, article.text, source, title, day, article.authors, notes, told)


@dataclass(frozen=True, slots=True)
class Unread:
    """Hold the bytes of a document that is one article."""

    article_id: str
    """Id of the article."""
    source: str
    """Path or URL that it came from."""
    where: str
    """File, and place in it, for messages."""
    form: str
    """One of `opening.FORMS`."""
    data: bytes
    """The document."""
    limit: int
    """Bytes of UTF-8 that its text may have."""
    charset: str | None = None
    """Encoding that came with it from outside, as in a header of HTTP."""
    details: Details | None = None
    """What a table beside it says."""

    @property
    def size(self) -> int:
        """Give the length in bytes."""
        return len(self.data)


def known(published: Published) -> tuple[datetime.date | None, str | None, tuple[Warning, ...]]:
    """Give the day, else what was given, and a warning where neither day nor month nor year can be told from it."""
    if published.day:
        return published.day, None, ()
    if published.open_order:
        message = (
            f"published {published.text!r} may be read in two ways; expected --date-order dmy or mdy, or a row that "
            "proves it; only the year is used"
        )
        return None, published.text, (note(WarningCode.PUBLISHED, message),)
    if published.period:
        return None, published.text, ()
    return (
        None,
        published.text,
        (note(WarningCode.PUBLISHED, f"published {published.text!r} is no date; expected {FORMS}"),),
    )


def note(code: WarningCode, message: str) -> Warning:
    """Make a warning about the whole article."""
    return Warning(code=code, message=message, start_char=None, end_char=None)
