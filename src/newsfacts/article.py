"""One article as it goes into the extractor: its text, untouched, and what is known beside it."""

import datetime
from dataclasses import dataclass

from newsfacts.errors import InputError
from newsfacts.record import Warning

__all__ = ["Article"]


@dataclass(frozen=True, slots=True)
class Article:
    """Hold one article; offsets in its record index `text` exactly as given here.

    Raises:  InputError when `article_id` is empty or `text` holds nothing but white space.

    Example:
        >>> Article(article_id="a1", text="Police arrested two men.").text
        'Police arrested two men.'
    """

    article_id: str
    """The input's own id, else its path relative to the input root."""
    text: str
    """The article as given; never cleaned, so that offsets hold."""
    source: str | None = None
    """Path or URL that the text came from."""
    title: str | None = None
    """Headline, where it is known apart from the text."""
    published: datetime.date | None = None
    """Date of publication; relative dates in the text are resolved against it."""
    authors: tuple[str, ...] = ()
    """Names of the authors, where they are known apart from the text."""
    warnings: tuple[Warning, ...] = ()
    """What the reader of the input has to say about the text, such as a guessed encoding; the record repeats it."""

    def __post_init__(self) -> None:
        if not self.article_id:
            raise InputError("an article has an empty article_id; give each article a name of its own")
        if not self.text.strip():
            raise InputError(f"article {self.article_id!r} is empty; expected some text")
