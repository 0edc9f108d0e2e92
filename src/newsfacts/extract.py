"""The spine: an article in, a record out.

    article ─▶ page ─▶ sentences ─▶ people ─▶ quotes ─▶ number facts ─▶ context ─▶ record

`load` reads the model and the lexicons once; the `Extractor` that it gives keeps no state of any article. Everything
that looks lives in its own module and gives back what it saw; `assemble.py` writes the record.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import tee
from pathlib import Path

from newsfacts import people
from newsfacts.actions.figure_facts import FigureReader, figure_reader
from newsfacts.article import Article
from newsfacts.assemble.assemble import Assembler
from newsfacts.assemble.assemble import assembler as make_assembler
from newsfacts.assemble.keys.reader import key_reader
from newsfacts.assemble.writer import Found
from newsfacts.errors import InputError
from newsfacts.language import pipeline as language
from newsfacts.language import readable
from newsfacts.language import triage as needs
from newsfacts.language.bulkhead import Bulkhead
from newsfacts.language.detect import ENGLISH, Languages, languages
from newsfacts.language.headlines import Headlines, headlines
from newsfacts.language.pipeline import Language, Sentence
from newsfacts.language.reading import Reading
from newsfacts.language.sentences import Splitter, Unit, splitter
from newsfacts.lexicons import check as check_lexicons
from newsfacts.lexicons import read as read_lexicon
from newsfacts.options import Options
from newsfacts.packs.pack import read_packs
from newsfacts.page.page import Page, PageReader, page_reader, plain_page
from newsfacts.record import Failure, Record, Stage, Warning, WarningCode
from newsfacts.rules.rule import Rule
from newsfacts.rules.trace import Trace
from newsfacts.speech import reader as quote
from newsfacts.weigh.threshold import above

__all__ = ["Extractor", "as_article", "load"]

DEFAULT_OPTIONS = Options()


@dataclass(frozen=True)
class Extractor:
    """Extract facts from articles; make one with `load`, use it for as many articles as there are."""

    language: Language
    """The spaCy pipeline."""
    splitter: Splitter
    """Text to units."""
    headlines: Headlines
    """Units that are headlines, as the body would write them."""
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
    languages: Languages
    """Text to language."""
    options: Options
    """What it was made with; a copy in another process is made anew with the same."""

    def __reduce__(self) -> tuple[Callable[..., "Extractor"], tuple[Options]]:
        """Pickle as the options: the model is on disk already, and to load it takes less than to send it."""
        return _anew, (self.options,)

    @property
    def taught(self) -> tuple[Rule, ...]:
        """List the rules that packs have taught."""
        return self.figures.packs.rules if self.figures.packs else ()

    def extract(self, article: Article | str) -> Record:
        """Extract what one article says; a plain string gets an id from its hash, so that no two texts share one.

        May be called from several threads.

        Raises:  InputError when a string holds nothing but white space.
        """
        article = as_article(article)
        laid = self._lay_out(article)
        return self.record(_reading(laid, self.language.parse(laid.page.text, laid.units)))

    def traced(self, article: Article | str) -> tuple[Record, Trace]:
        """Extract what one article says, and remember what was proposed, chosen and refused on the way."""
        trace = Trace(taught=self.taught)
        return self.record(replace(self.read(as_article(article)), trace=trace)), trace

    def read(self, article: Article) -> Reading:
        """Read an article as far as its sentences, before anybody looks for facts."""
        laid = self._lay_out(article)
        return _reading(laid, self.language.parse(laid.page.text, laid.units))

    def pipe(self, articles: Iterable[Article | Failure | str]) -> Iterator[Record | Failure]:
        """Extract many articles or strings, in order and in constant memory; one that fails yields a Failure instead.

        A Failure among them, as readers of files give it, is handed on in its place.

        Raises:  InputError when a string holds nothing but white space.
        """
        ahead, behind = tee(self._lay_out(as_article(a)) if not isinstance(a, Failure) else a for a in articles)
        parsed = self.language.pipe(("", ()) if isinstance(laid, Failure) else _to_parse(laid) for laid in ahead)
        for laid, sentences in zip(behind, parsed, strict=True):
            if isinstance(laid, Failure):
                yield laid
                continue
            try:
                yield self.record(_reading(laid, sentences))
            except Exception as error:  # one article may never stop the others
                yield _failure(laid.article, error)

    def _lay_out(self, article: Article) -> "_Laid":
        bulkhead, whole = Bulkhead(), (0, len(article.text))
        read = partial(self.pages.read, article.text, article.title, article.published)
        page = bulkhead.ask("page", whole, read) or plain_page(article.text)
        code = bulkhead.ask("language", whole, partial(self.languages.of, page.text)) or ENGLISH
        if code not in (ENGLISH, self.language.code) and not self.options.any_language:
            warning = Warning(
                code=WarningCode.NOT_ENGLISH,
                message=f"the text is in another language ({code}); nothing was read out of it (see --any-language)",
                start_char=None,
                end_char=None,
            )
            return _Laid(replace(article, warnings=(*article.warnings, warning)), page, (), code, bulkhead)
        units = self.splitter.laid_out(page.text, page.layout)
        return _Laid(
            article, page, tuple(self.headlines.read_as_body(page.text, units, page.layout.headings)), code, bulkhead
        )

    def record(self, reading: Reading) -> Record:
        """Extract what a read article says."""
        ask, whole, lemma = reading.bulkhead.ask, (0, len(reading.text)), self.language.lemma
        persons = ask("people", whole, partial(self.people.find, reading, lemma)) or []
        references = ask("references", whole, partial(self.people.references, reading, persons)) or []
        named = {person.person_id: person.name for person in persons}
        mentions = {(m.start_char, m.end_char) for person in persons for m in person.mentions}
        speakers = [
            quote.Speaker(r.start_char, r.end_char, named[r.person_id], r.person_id)
            for r in references
            if (r.start_char, r.end_char) in mentions
        ]
        quotes = ask("quotes", whole, partial(self.quotes.find, reading, speakers)) or []
        figures = ask("figures", whole, partial(self.figures.find, reading, lemma)) or []
        found = Found(persons, references, quotes, figures)
        record = self.assembler.record(reading, found, self.language.model, reading.language)
        least = self.options.min_confidence
        return record if least is None else above(record, least)


@dataclass(frozen=True, slots=True)
class _Laid:
    """Hold an article with its page and units, ready to be parsed."""

    article: Article
    page: Page
    units: tuple[Unit, ...]
    code: str
    """Language."""
    bulkhead: Bulkhead


def _to_parse(laid: _Laid) -> tuple[str, tuple[Unit, ...]]:
    return laid.page.text, laid.units


def _reading(laid: _Laid, sentences: list[Sentence]) -> Reading:
    return Reading(laid.article, laid.page.layout, tuple(sentences), laid.bulkhead, laid.code, laid.page)


def as_article(given: Article | str) -> Article:
    """Make an article of a plain string, with an id from its hash.

    Raises:  InputError when a string holds nothing but white space, or what is given is neither.

    Example:
        >>> as_article("Police.").article_id
        'text-51ea563dafc72003'
    """
    if isinstance(given, Article):
        return given
    if not isinstance(given, str):
        raise InputError(f"an article is a {type(given).__name__}; expected a newsfacts.Article, or a string, its text")
    digest = hashlib.sha256(given.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(article_id=f"text-{digest[:16]}", text=given)


def load(
    model: str | None = None, lexicons: Path | str | None = None, *, options: Options = DEFAULT_OPTIONS
) -> Extractor:
    """Load the spaCy pipeline, lexicons and weights; `model` and `lexicons` stand for the options of these names.

    Nothing of the process is changed: not thinc's operations, not the environment.

    Raises:  ModelError when the model is missing; LexiconError for a malformed lexicon line; PackError and RuleError
             for a pack that cannot be right; NewsfactsError where an option cannot.

    Example:
        >>> record = load().extract("Police arrested 12 suspects in Ayr.")
        >>> [(fact.value, fact.noun, fact.predicate) for fact in record.facts]
        [(Decimal('12'), 'suspects', 'arrest')]
    """
    options = replace(options, model=model or options.model, lexicons=Path(lexicons) if lexicons else options.lexicons)
    packs = read_packs(options.pack_folders)
    extra, weights = options.lexicon_folders, options.weight_folders
    if options.lexicons is not None:
        check_lexicons(options.lexicons)
    loaded = language.load(options.model, needs.reader(extra), readable.reader(extra))
    assembler = make_assembler(loaded.lemma, extra, weights, options.calibration, tuple(pack.used for pack in packs))
    return Extractor(
        language=loaded,
        splitter=_splitter(extra),
        headlines=headlines(loaded.lemma, extra),
        pages=page_reader(extra),
        people=people.finder(extra, weights, loaded.attested),
        quotes=quote.reader(extra),
        figures=figure_reader(loaded.lemma, extra, weights, packs),
        assembler=replace(assembler, keys=key_reader(extra, places=options.place_ids)),
        languages=languages(extra),
        options=options,
    )


def _anew(options: Options) -> Extractor:
    return load(options=options)


def _splitter(extra: tuple[Path, ...]) -> Splitter:
    names = ("abbreviations", "openers")
    return splitter(*(read_lexicon(name, extra) for name in names))


def _failure(article: Article, error: Exception) -> Failure:
    return Failure(
        article_id=article.article_id,
        source=article.source,
        stage=Stage.EXTRACT,
        error=type(error).__name__,
        message=f"{article.article_id}: {error}; expected an article that can be extracted",
    )
