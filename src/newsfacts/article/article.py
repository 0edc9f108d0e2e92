"""One article as it goes into the extractor: its text, untouched, and what is known beside it."""

import datetime
from dataclasses import dataclass

from newsfacts.article.published import FORMS, Period, parse
from newsfacts.errors import InputError
from newsfacts.record import Warning

__all__ = ["Article"]


@dataclass(frozen=True, slots=True, init=False)
class Article:
    """Hold one article; offsets in its record index `text` exactly as given here.

    `published` may be given as a date, a date-time, or in any form that `published.parse` reads. Where it tells the
    month or the year only, `published` is None and `published_text` keeps it.

    Raises:  InputError when `article_id` is empty, `text` holds nothing but white space, or `published` cannot be read.

    Example:
        >>> Article(article_id="a1", text="Police arrested two men.").text
        'Police arrested two men.'
        >>> Article("a1", "Police arrested two men.", published="March 8, 2024").published
        datetime.date(2024, 3, 8)
    """

    article_id: str
    """The input's own id, else its path relative to the input root."""
    text: str
    """The article as given; never cleaned, so that offsets hold."""
    source: str | None
    """Path or URL that the text came from."""
    title: str | None
    """Headline, where it is known apart from the text."""
    published: datetime.date | None
    """Date of publication; relative dates in the text are resolved against it."""
    authors: tuple[str, ...]
    """Names of the authors, where they are known apart from the text."""
    warnings: tuple[Warning, ...]
    """What the reader of the input has to say about the text, such as a guessed encoding; the record repeats it."""
    published_text: str | None
    """What was given as the date of publication, where it tells no day."""

    def __init__(  # noqa: PLR0913, PLR0917 (one argument a field; `published` takes more than the field holds)
        self,
        article_id: str,
        text: str,
        source: str | None = None,
        title: str | None = None,
        published: datetime.date | str | float | None = None,
        authors: tuple[str, ...] = (),
        warnings: tuple[Warning, ...] = (),
        published_text: str | None = None,
    ) -> None:
        if not isinstance(article_id, str) or not article_id:
            raise InputError(f"an article has the article_id {article_id!r}; give each article a name of its own")
        if not isinstance(text, str) or not text.strip():
            raise InputError(f"article {article_id!r} is empty; expected some text")
        day, told = _published(article_id, published)
        fields = {
            **{"article_id": article_id, "text": text, "source": source, "title": title, "published": day},
            **{"authors": authors, "warnings": warnings, "published_text": published_text if told is None else told},
        }
        for name, value in fields.items():
            object.__setattr__(self, name, value)

    @property
    def published_period(self) -> Period | None:
        """Give the month or year of publication, where no day is known."""
        found = parse(self.published_text)
        return found.period if found else None

    @property
    def size(self) -> int:
        """Give the length of the text in characters."""
        return len(self.text)


def _published(article_id: str, given: object) -> tuple[datetime.date | None, str | None]:
    """Give the day, or what was given where it tells a month or year only."""
    if type(given) is datetime.date:
        return given, None
    found = parse(given)
    if found is None or found.day:
        return (found.day if found else None), None
    if found.period and not found.open_order:
        return None, found.text
    reason = "may be read in two ways" if found.open_order else "cannot be read"
    raise InputError(f"article {article_id!r}: published {found.text[:60]!r} {reason}; expected {FORMS}")
