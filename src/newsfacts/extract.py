"""The spine: an article in, a record out.

    article ─▶ page ─▶ sentences ─▶ people ─▶ quotes ─▶ number facts ─▶ context ─▶ record

`load` reads the model and the lexicons once; the `Extractor` that it gives keeps no state of any article. Everything
that looks lives in its own module and gives back what it saw; `assemble.py` writes the record.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import tee
from pathlib import Path

from newsfacts import lexicons, people
from newsfacts.actions.figure_facts import FigureReader, figure_reader
from newsfacts.article import Article
from newsfacts.assemble import Assembler, Found
from newsfacts.assemble import assembler as make_assembler
from newsfacts.errors import NewsfactsError
from newsfacts.language import pipeline as language
from newsfacts.language import triage as needs
from newsfacts.language.headlines import read_as_body
from newsfacts.language.pipeline import DEFAULT_MODEL, Language, Sentence
from newsfacts.language.reading import Reading
from newsfacts.language.sentences import Splitter, Unit, splitter
from newsfacts.page.page import Page, PageReader, page_reader
from newsfacts.record import Failure, Record, Stage
from newsfacts.speech import reader as quote

__all__ = ["Extractor", "load"]


@dataclass(frozen=True)
class Extractor:
    """Extract facts from articles; make one with `load`, use it for as many articles as there are."""

    language: Language
    """The spaCy pipeline."""
    splitter: Splitter
    """Text to units."""
    pages: PageReader
    """Given text to reading text, sections, headings."""
    people: people.PeopleFinder
    """Who is in the story."""
    quotes: quote.QuoteReader
    """Direct speech."""
    figures: FigureReader
    """Counts, money, percentages, quantities."""
    assembler: Assembler
    """Context and record."""

    def extract(self, article: Article | str) -> Record:
        """Extract what one article says; a plain string is an article with the id "text".

        Raises:  InputError when a string holds nothing but white space.
        """
        if isinstance(article, str):
            article = Article(article_id="text", text=article)
        laid = self._lay_out(article)
        return self._record(laid, self.language.parse(laid.page.text, laid.units))

    def read(self, article: Article) -> Reading:
        """Read an article as far as its sentences, before anybody looks for facts."""
        laid = self._lay_out(article)
        return laid.reading(self.language.parse(laid.page.text, laid.units))

    def pipe(self, articles: Iterable[Article]) -> Iterator[Record | Failure]:
        """Extract many articles, in order and in constant memory; one that fails yields a Failure in its place."""
        ahead, behind = tee(map(self._lay_out, articles))
        parsed = self.language.pipe((laid.page.text, laid.units) for laid in ahead)
        for laid, sentences in zip(behind, parsed, strict=True):
            try:
                yield self._record(laid, sentences)
            except Exception as error:  # one article may never stop the others
                yield _failure(laid.article, error)

    def _lay_out(self, article: Article) -> "_Laid":
        page = self.pages.read(article.text, article.title, article.published)
        units = self.splitter.laid_out(page.text, page.layout)
        return _Laid(article, page, tuple(read_as_body(page.text, units, page.layout.headings)))

    def _record(self, laid: "_Laid", sentences: list[Sentence]) -> Record:
        reading = laid.reading(sentences)
        persons = self.people.find(reading, self.language.lemma)
        references = self.people.references(reading, persons)
        named = {person.person_id: person.name for person in persons}
        mentions = {(m.start_char, m.end_char) for person in persons for m in person.mentions}
        speakers = [
            quote.Speaker(r.start_char, r.end_char, named[r.person_id], r.person_id)
            for r in references
            if (r.start_char, r.end_char) in mentions
        ]
        quotes = self.quotes.find(reading, speakers)
        figures = self.figures.find(reading, self.language.lemma)
        found = Found(persons, references, quotes, figures)
        return self.assembler.record(reading, found, self.language.model, self.language.code)


@dataclass(frozen=True, slots=True)
class _Laid:
    """Hold an article with its page and units, ready to be parsed."""

    article: Article
    page: Page
    units: tuple[Unit, ...]

    def reading(self, sentences: Iterable[Sentence]) -> Reading:
        """Join it with its parsed units."""
        return Reading(self.article, self.page.layout, tuple(sentences), self.page)


def load(
    model: str = DEFAULT_MODEL, lexicons: Path | str | None = None, weights: Path | str | None = None
) -> Extractor:
    """Load the spaCy pipeline, the lexicons and the weights of decisions.

    `lexicons` is a folder with rows to add to the packaged ones; `weights` one with tables to take instead of them.

    Raises:  ModelError when the model is missing; LexiconError, WeightsError for a malformed line.

    Example:
        >>> record = load().extract("Police arrested 12 suspects in Ayr.")
        >>> [(fact.value, fact.noun, fact.predicate) for fact in record.facts]
        [(Decimal('12'), 'suspects', 'arrest')]
    """
    extra = Path(lexicons) if lexicons else None
    fitted = Path(weights) if weights else None
    if extra is not None and not extra.is_dir():
        raise NewsfactsError(f"lexicon folder {os.fspath(extra)!r} does not exist; expected a folder of .tsv files")
    if fitted is not None and not fitted.is_dir():
        raise NewsfactsError(f"weights folder {os.fspath(fitted)!r} does not exist; expected what newsfacts fit writes")
    loaded = language.load(model, needs.reader(extra))
    return Extractor(
        language=loaded,
        splitter=_splitter(extra),
        pages=page_reader(extra),
        people=people.finder(extra),
        quotes=quote.reader(extra),
        figures=figure_reader(loaded.lemma, extra, fitted),
        assembler=make_assembler(loaded.lemma, extra),
    )


def _splitter(extra: Path | None) -> Splitter:
    names = ("abbreviations", "openers")
    return splitter(*(lexicons.read(name, extra) for name in names))


def _failure(article: Article, error: Exception) -> Failure:
    return Failure(
        article_id=article.article_id,
        source=article.source,
        stage=Stage.EXTRACT,
        error=type(error).__name__,
        message=f"{article.article_id}: {error}; expected an article that can be extracted",
    )
