"""What the user can say about reading, and how a failure to read is put."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from newsfacts.article.published import DateOrder
from newsfacts.record import Failure, Stage
from newsfacts.sources.files import Location

__all__ = ["DEFAULT_ID", "ReadOptions", "failure"]

DEFAULT_ID = "article_id"
"""Field that holds the id where the user names none."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Say where tables keep what, how dates are written, and how much is too much."""

    text_field: str = "text"
    """Column or key that holds the text."""
    id_field: str | None = None
    """Column or key of the article's id; unset: `article_id` where there is one, else file name and line."""
    title_field: str = "title"
    """Column or key of the title; may be absent."""
    published_field: str = "published"
    """Column or key of the date of publication, in any form of `newsfacts.article.published`; may be absent."""
    source_field: str = "source"
    """Column or key of the path or URL; may be absent."""
    max_article_bytes: int = 20_000_000
    """Longest article that is read, in bytes of UTF-8; also the longest page, PDF, mail or feed."""
    max_ratio: int = 200
    """How many times its compressed size a file may grow to; prose shrinks to a tenth, bombs to a thousandth."""
    date_order: DateOrder | None = None
    """Order of dates such as 08/03/2024; unset: the one that other rows of the file prove, else such a date is open."""
    meta: str | None = None
    """CSV file that says more of articles that are files: article_id, and where known title, published, source."""

    def settings(self) -> dict[str, str]:
        """Say what of these decides a record, by the name of its option; a run is resumed only with the same."""
        found = {"--date-order": str(self.date_order)} if self.date_order else {}
        if self.meta:
            found["--meta"] = f"content {sha256(Path(self.meta).read_bytes()).hexdigest()[:12]}"
        return found


def failure(article_id: str, location: Location, error: str, message: str) -> Failure:
    """State that something in a file cannot be read."""
    return Failure(article_id=article_id, source=location.path, stage=Stage.READ, error=error, message=message)
