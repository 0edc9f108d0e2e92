"""What one worker does with one article: extract, write as a line, or say in a line why that failed."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from newsfacts.article import Article
from newsfacts.record import Failure, Kind, Record, Stage, to_json
from newsfacts.sources import Unread, opened

__all__ = ["RENEW_CHARS", "Done", "Extracts", "Load", "attempt", "finish", "pass_on"]


class Extracts(Protocol):
    """Anything that makes a record of an article, as `newsfacts.load()` returns."""

    def extract(self, article: Article) -> Record:
        """Extract what one article says."""


Load = Callable[[], Extracts]
"""Makes an extractor inside a worker; has to be picklable."""

RENEW_CHARS = 2_500_000
"""Characters after which an extractor is loaded anew: spaCy keeps every word that it has met, some 10 MiB in so many.
Loading takes less than a second, the characters half a minute."""


@dataclass(frozen=True, slots=True)
class Done:
    """Hold a finished article: one line of JSON, and what the closing line of a run counts."""

    article_id: str
    """The article's id."""
    line: str
    """A record, or a failure where `failed`, as JSON without line end."""
    failed: bool
    """Whether the line is a failure."""
    words: int
    """White-space separated words of the text."""
    facts: dict[str, int]
    """Facts by kind."""
    reason: str = ""
    """Type of the error, of a failure."""
    warnings: dict[str, int] = field(default_factory=dict)
    """Warnings of a record by code."""
    undated: bool = False
    """Whether it is a record of an article whose date of publication is not known."""


def attempt(extractor: Extracts, article: Article) -> Record | Failure:
    """Extract one article; whatever goes wrong becomes a failure of this article alone."""
    try:
        return extractor.extract(article)
    except Exception as error:  # one article must not stop the others
        return Failure(
            article_id=article.article_id,
            source=article.source,
            stage=Stage.EXTRACT,
            error=type(error).__name__,
            message=f"article {article.article_id!r}: {error or 'no message'}",
        )


def finish(extractor: Extracts, document: Article | Unread) -> Done:
    """Open a document, extract the article and write down what comes out."""
    article = opened(document)
    if isinstance(article, Failure):
        return pass_on(article)
    record = attempt(extractor, article)
    if isinstance(record, Failure):
        return pass_on(record)
    line = to_json(record)
    counted = Counter(fact.kind for fact in record.facts)
    facts = {kind.value: counted[kind.value] for kind in Kind}
    warnings = dict(sorted(Counter(warning.code.value for warning in record.warnings).items()))
    undated = record.published is None and record.published_text is None
    words = len(article.text.split())
    return Done(article.article_id, line, False, words, facts, warnings=warnings, undated=undated)


def pass_on(failure: Failure) -> Done:
    """Write down a failure."""
    return Done(failure.article_id, to_json(failure), True, 0, {}, failure.error)
