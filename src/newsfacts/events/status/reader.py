"""How far the text commits itself to a fact, and who says so.

Phases: 1. `StatusReader.read` finds the sources of the article once: subjects of verbs of statement, "according to
…", speakers of quotes; 2. `StatusMap.for_span` climbs from a fact through the verbs above it: negation, modal
auxiliaries, verbs of accusation and intention, conditionals; then the source whose clause it stands in. Figures that
an office tells are asserted with attribution; what a side of the case says is claimed. Not here: quotes themselves
(`facts/quote.py`).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from pathlib import Path

from newsfacts.events.attribution.sources import QuoteSpan, Source, SourceReader, source_reader
from newsfacts.language.clauses import Position, position_of
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.language.reading import Reading
from newsfacts.lexicons import Lexicon, read
from newsfacts.record import Status

__all__ = ["QuoteSpan", "StatusContext", "StatusMap", "StatusReader", "reader"]

_LOWER = itemgetter(2)
_BE = frozenset({"is", "are", "was", "were", "be"})
_OBLIQUE = frozenset({"prep", "xcomp", "pcomp", "pobj", "advcl"})
_CLAUSES = frozenset({"xcomp", "ccomp", "dobj", "advcl"})
_OBJECTS = frozenset({"dobj", "pobj"})


@dataclass(frozen=True, slots=True)
class StatusContext:
    """Say how a fact is stated."""

    status: Status
    """How far the text commits itself."""
    attribution: str | None
    """Who says so, as written; None where the text itself does."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Hold the words of `lexicons/status_cues.tsv` by kind."""

    modals: dict[str, Status]
    adverbs: dict[str, Status]
    verbs: dict[str, Status]
    nouns: dict[str, Status]
    marks: dict[str, Status]
    penalties: frozenset[str]
    negations: frozenset[str]
    quantities: frozenset[str]
    proofs: frozenset[str]
    lacks: frozenset[str]

    @property
    def triggers(self) -> frozenset[str]:
        """Give the words without one of which a sentence asserts; "to" for "is to cost"."""
        groups = (self.modals, self.adverbs, self.verbs, self.nouns, self.marks)
        words = frozenset(word for group in groups for word in group)
        return words | {"to"} | self.penalties | self.negations | self.quantities | self.lacks


@dataclass(frozen=True)
class StatusMap:
    """Hold the sources of one article."""

    reading: Reading
    """The article."""
    sources: dict[int, tuple[Source, ...]]
    """Sources by unit."""
    quotes: tuple[QuoteSpan, ...]
    """Quotes in text order."""
    cues: Cues
    """The words."""
    triggers: frozenset[str]
    """A cheap test."""

    def for_span(self, start: int, end: int) -> StatusContext:
        """Find how the fact at a span of the article is stated, and by whom."""
        unit = self.reading.sentence_at(start)
        if unit is None:
            return StatusContext(Status.ASSERTED, None)
        fact = position_of(unit, start, end)
        source = self._source(unit, fact, start, end)
        status = self._status(unit, fact, start, end)
        if source and status is Status.ASSERTED:
            status = source.status
        return StatusContext(status, source.text if source else None)

    def _source(self, unit: Sentence, fact: Position, start: int, end: int) -> Source | None:
        place = bisect_right(self.quotes, start, key=attrgetter("start"))
        quote = next((quote for quote in self.quotes[max(0, place - 4) : place] if end <= quote.end), None)
        if quote and quote.speaker:
            return Source(quote.speaker, -1, -1, Status.ASSERTED)
        found = [source for source in self.sources.get(unit.index, ()) if source.covers(unit, fact, start)]
        return found[0] if found else None

    def _status(self, unit: Sentence, fact: Position, start: int, end: int) -> Status:
        if self.triggers.isdisjoint(map(_LOWER, unit.tokens)):
            return Status.ASSERTED
        inside = unit.tokens_in(start, end)
        if inside and inside[0].lower in self.cues.quantities and not _is_bound(inside):
            return Status.DENIED
        found = list(self._climb(unit, fact))
        for status in (Status.POSSIBLE, Status.PLANNED, Status.DENIED, Status.CLAIMED):
            if status in found:
                return status
        return Status.ASSERTED

    def _climb(self, unit: Sentence, fact: Position) -> Iterator[Status]:
        """Yield what each word above the fact makes of it."""
        tokens, below = unit.tokens, fact.head
        first = True
        for place in (fact.head, *fact.path):
            token = tokens[place]
            if place != fact.head:
                if _is_second(unit, tokens[below]):
                    return
                if token.tag[:1] == "V":
                    yield from self._verb(unit, token, tokens[below], first)
                    first = False
                elif token.lower in self.cues.nouns and tokens[below].dep in ("prep", "acl", "relcl", "pobj"):
                    yield self.cues.nouns[token.lower]
                elif self._is_unproven(unit, token, tokens[below]):
                    yield Status.DENIED
                if tokens[below].dep == "relcl" or (
                    tokens[below].dep in ("ccomp", "parataxis") and token.tag[:1] == "V"
                ):
                    return
            else:
                yield from (self.cues.adverbs[c.lower] for c in _children(unit, place) if c.lower in self.cues.adverbs)
            below = place

    def _is_unproven(self, unit: Sentence, noun: Token, below: Token) -> bool:
        """See "no evidence that", "little sign of", "a lack of proof that" above a clause or thing."""
        if noun.lower not in self.cues.proofs or below.dep not in ("acl", "relcl", "ccomp", "prep", "xcomp"):
            return False
        above = unit.tokens[unit.tokens[noun.head].head] if noun.dep == "pobj" else noun
        governing = {unit.tokens[noun.head].lower, above.lower} if noun.dep == "pobj" else set()
        words = governing | {child.lower for child in _children(unit, noun.position)}
        return not self.cues.lacks.isdisjoint(words)

    def _verb(self, unit: Sentence, verb: Token, below: Token, nearest: bool) -> Iterator[Status]:
        cues = self.cues
        children = _children(unit, verb.position)
        for child in children:
            if child.dep in ("aux", "auxpass") and child.lower in cues.modals:
                yield cues.modals[child.lower]
            elif child.dep == "neg" or (child.lower in cues.negations and child.dep in ("advmod", "neg")):
                yield Status.DENIED
            elif child.dep == "advmod" and child.lower in cues.adverbs:
                yield cues.adverbs[child.lower]
            elif child.dep == "mark" and child.lower in cues.marks:
                yield cues.marks[child.lower]
        if _is_to(unit, verb) or any(_is_to(unit, child) for child in children if child.head == verb.position):
            yield Status.PLANNED
        yield from self._governed(verb, below, nearest)

    def _governed(self, verb: Token, below: Token, nearest: bool) -> Iterator[Status]:
        """Yield what a verb of accusation, intention or punishment makes of what hangs on it."""
        status = self.cues.verbs.get(verb.lower)
        second = below.dep == "conj" and below.tag == "VBG"  # charged with forgery and stealing
        if status is Status.CLAIMED:
            told = nearest and verb.lower.startswith("charg")
            if (below.dep in _OBLIQUE or second) and not told:
                yield status
        elif status:
            if below.dep in _CLAUSES:
                yield status
        elif verb.lower in self.cues.penalties and nearest and below.dep in _OBJECTS and not _is_charge(below):
            yield Status.POSSIBLE


def _is_bound(inside: Sequence[Token]) -> bool:
    """See "no more than 15", "no fewer than 40": the "no" belongs to the comparison."""
    return len(inside) > 2 and inside[1].tag in ("JJR", "RBR") and inside[2].lower == "than"


def _is_second(unit: Sentence, token: Token) -> bool:
    """See a second clause with a subject of its own: "it is not easy, and nine men passed"."""
    return token.dep == "conj" and any(child.dep in ("nsubj", "nsubjpass") for child in _children(unit, token.position))


def _is_to(unit: Sentence, verb: Token) -> bool:
    """See "is to cost", "are to benefit": an infinitive straight under a form of be."""
    if verb.dep != "xcomp" or unit.tokens[verb.head].lower not in _BE:
        return False
    return any(unit.tokens[child].tag == "TO" for child in unit.children[verb.position])


def _is_charge(token: Token) -> bool:
    return token.lower.startswith(("count", "charge", "trial", "felon", "offen"))


def _children(unit: Sentence, place: int) -> list[Token]:
    return [unit.tokens[child] for child in unit.children[place]]


class StatusReader:
    """Read how the facts of articles are stated; make one with `reader`."""

    def __init__(self, cues: Cues, sources: SourceReader) -> None:
        """Take the words of status and the reader of sources."""
        self._cues = cues
        self._triggers = cues.triggers
        self._sources = sources

    def read(self, reading: Reading, quotes: Sequence[QuoteSpan] = ()) -> StatusMap:
        """Find the sources of an article; `quotes` are its pieces of direct speech, in text order."""
        found = self._sources.read(reading)
        return StatusMap(reading, found, tuple(quotes), self._cues, self._triggers)


def _cues(lexicon: Lexicon) -> Cues:
    def group(kind: str) -> dict[str, Status]:
        return {row["word"]: Status(row["status"]) for row in lexicon.rows if row["kind"] == kind}

    return Cues(
        group("modal"),
        group("adverb"),
        group("verb"),
        group("noun"),
        group("mark"),
        frozenset(group("penalty")),
        frozenset(group("negation")),
        frozenset(group("quantity")),
        frozenset(group("proof")),
        frozenset(group("lack")),
    )


def reader(extra: Path | None = None) -> StatusReader:
    """Build the reader from the lexicons, to which the folder `extra` may add."""
    return StatusReader(_cues(read("status_cues", extra)), source_reader(extra))
