"""One article as the stages see it: its reading text, its layout and its parsed sentences."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from newsfacts.article import Article
from newsfacts.language.bulkhead import Bulkhead
from newsfacts.language.pipeline import Sentence
from newsfacts.page.page import Page
from newsfacts.page.sections import Layout, section_at
from newsfacts.record import Section, SectionKind
from newsfacts.rules.trace import Trace

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
    page: Page | None = None
    """The page that the article came on; without one the text is read as it was given."""
    trace: Trace | None = field(default=None, compare=False)
    """What happened while it was read; None where nobody asks."""

    @property
    def text(self) -> str:
        """Give the reading text, which all offsets of layout and sentences index."""
        return self.page.text if self.page else self.article.text

    def given_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the article's text that a span of the reading text was made from."""
        return self.page.given_span(start, end) if self.page else (start, end)

    def char_at(self, given: int) -> int:
        """Find the first character of the reading text that comes from one of the text as given, or from behind it."""
        if self.page is None or self.page.text == self.article.text:
            return given
        return bisect_left(range(len(self.text)), given, key=lambda char: self.given_span(char, char)[0])

    @property
    def sections(self) -> tuple[Section, ...]:
        """Give the partition of the text as given."""
        return self.page.sections if self.page else self.layout.sections

    def section_at(self, char: int) -> Section:
        """Find the section that a character of the text as given belongs to."""
        return section_at(self.sections, char)

    def tells(self, char: int) -> bool:
        """Say whether facts are read from the section at a character."""
        return self.layout.section_at(char).kind.tells

    @cached_property
    def marks(self) -> dict[int, str]:
        """Hold what opens the lines of the units that were asked for (`events/paragraphs.py`), by index."""
        return {}

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def before(self, sentence: Sentence, most: int) -> tuple[Sentence, ...]:
        """Give the last sentences before one, in order; those before an item are another report's."""
        near = self.sentences[max(0, sentence.index - most) : sentence.index]
        if sentence.unit.kind is not SectionKind.ITEM:
            return near
        first = self.layout.section_at(sentence.start).start_char
        return tuple(earlier for earlier in near if earlier.start >= first)

    def sentence_at(self, char: int) -> Sentence | None:
        """Find the sentence that covers a character of the reading text."""
        place = bisect_right(self._starts, char) - 1
        if place < 0 or self.sentences[place].end <= char:
            return None
        return self.sentences[place]
