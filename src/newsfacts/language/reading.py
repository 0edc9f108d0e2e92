"""One article as the stages see it: its text, its layout and its parsed sentences."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from newsfacts.article import Article
from newsfacts.language.bulkhead import Bulkhead
from newsfacts.language.pipeline import Sentence
from newsfacts.page.sections import Layout

__all__ = ["Reading"]


@dataclass(frozen=True)
class Reading:
    """Hold what is known of an article before anybody looks for facts."""

    article: Article
    """The article as given."""
    layout: Layout
    """Sections, headings, byline, dateline."""
    sentences: tuple[Sentence, ...]
    """Parsed units in text order; white space lies between them."""
    bulkhead: Bulkhead = field(default_factory=Bulkhead, compare=False)
    """Through it readers are asked that may fail."""
    language: str = "en"
    """What the text is in, ISO 639-1."""

    @property
    def text(self) -> str:
        """Give the article's text."""
        return self.article.text

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, char: int) -> Sentence | None:
        """Find the sentence that covers a character of the article."""
        place = bisect_right(self._starts, char) - 1
        if place < 0 or self.sentences[place].end <= char:
            return None
        return self.sentences[place]
