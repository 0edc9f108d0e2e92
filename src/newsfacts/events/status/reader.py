"""How far the text commits itself to a fact, and who says so.

Phases: 1. `StatusReader.read` finds the sources of the article once: subjects of verbs of statement, "according to
…", speakers of quotes; 2. `StatusMap.for_span` climbs from a fact through the verbs above it: negation, modal
auxiliaries, verbs of accusation and intention, conditionals; then the source whose clause it stands in. Figures that
an office tells are asserted with attribution; what a side of the case says is claimed. Not here: quotes themselves
(`facts/quote.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsfacts.events.attribution.choice import QuoteSpan, Sources
from newsfacts.events.attribution.evidence import DECISION
from newsfacts.events.attribution.source import Source
from newsfacts.events.attribution.sources import SourceReader, source_reader
from newsfacts.events.persons import NOBODY, PersonsAt
from newsfacts.events.status.cues import Cues, cues_of
from newsfacts.events.status.scope import (
    children_of,
    has_own_tense,
    is_announced,
    is_bound,
    is_charge,
    is_free_relative,
    is_given,
    is_second,
    is_spliced,
    is_to,
)
from newsfacts.language.clauses import Position, position_of
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.language.reading import Reading
from newsfacts.lexicons import read
from newsfacts.record import Status
from newsfacts.weigh import Choice, Weights, read_weights

__all__ = ["QuoteSpan", "StatusContext", "StatusMap", "StatusReader", "reader"]

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
    person_id: str | None = None
    """The person who says so."""
    confidence: float | None = None
    """Probability that this is who says so; None where nobody does."""


@dataclass(frozen=True, slots=True)
class _Nearest:
    """Say how a verb stands to the fact below it."""

    verb: bool
    """It is the nearest verb."""
    charge: bool
    """The fact counts charges."""


@dataclass(frozen=True)
class StatusMap:
    """Hold the sources of one article."""

    sources: Sources
    """Who may be telling what."""
    cues: Cues
    """The words."""
    triggers: frozenset[str]
    """A cheap test."""

    def for_span(self, start: int, end: int) -> StatusContext:
        """Find how the fact at a span of the article is stated, and by whom."""
        unit = self.sources.reading.sentence_at(start)
        if unit is None:
            return StatusContext(Status.ASSERTED, None)
        fact = position_of(unit, start, end)
        told = self.sources.choice(unit, fact, start, end)
        source = told.value
        status = self._status(unit, fact, start, end)
        if source and status is Status.POSSIBLE:
            status = self._backshifted(unit, fact, source)
        if source and status is Status.ASSERTED:
            status = self._of_source(source, unit)
        if source is None:
            return StatusContext(status, None)
        return StatusContext(status, source.text, source.person_id, told.confidence)

    def attribution(self, start: int, end: int) -> Choice[Source] | None:
        """Choose who tells the fact at a span of the article; None where no sentence stands there."""
        unit = self.sources.reading.sentence_at(start)
        return self.sources.choice(unit, position_of(unit, start, end), start, end) if unit is not None else None

    def _backshifted(self, unit: Sentence, fact: Position, source: Source) -> Status:
        """Read "would" in reported speech as the speaker's "will", where no condition is told."""
        modals = {child.lower for place in fact.verbs for child in children_of(unit, place) if child.dep == "aux"}
        said = source.verb >= 0 and unit.tokens[source.verb].tag in ("VBD", "VBG") and source.kind in ("say", "inform")
        if not said or any(token.lower in self.cues.marks for token in unit.tokens):
            return Status.POSSIBLE
        return next(
            (self.cues.backshifts[word] for word in sorted(modals) if word in self.cues.backshifts), Status.POSSIBLE
        )

    def _of_source(self, source: Source, unit: Sentence) -> Status:
        """Give what the source makes of a fact: a comparison of figures is no claim about a deed, whoever tells it."""
        told = source.status is Status.CLAIMED and source.kind in ("say", "inform", "show", "")
        compared = told and any(token.lower in self.cues.comparisons for token in unit.tokens)
        return Status.ASSERTED if compared else source.status

    def _status(self, unit: Sentence, fact: Position, start: int, end: int) -> Status:
        if self.triggers.isdisjoint(unit.lowers):
            return Status.ASSERTED
        inside = unit.tokens_in(start, end)
        if inside and inside[0].lower in self.cues.quantities and not is_bound(inside):
            return Status.DENIED
        if fact.head >= 0 and is_given(unit, fact):
            return Status.ASSERTED
        found = list(self._climb(unit, fact)) if fact.head >= 0 else []
        for status in (Status.POSSIBLE, Status.PLANNED, Status.DENIED, Status.CLAIMED):
            if status in found:
                return status
        return Status.ASSERTED

    def _climb(self, unit: Sentence, fact: Position) -> Iterator[Status]:
        """Yield what each word above the fact makes of it."""
        tokens, below, first = unit.tokens, fact.head, True
        yield from (self.cues.adverbs[c.lower] for c in children_of(unit, fact.head) if c.lower in self.cues.adverbs)
        for place in fact.path:
            token, under = tokens[place], tokens[below]
            if is_second(unit, under) or has_own_tense(unit, under) or is_spliced(unit, token, under):
                return
            if token.tag[:1] == "V":
                if is_free_relative(unit, token, fact):
                    return
                yield from self._verb(unit, token, under, _Nearest(first, is_charge(tokens[fact.head])))
                first = False
            else:
                yield from self._noun(unit, token, under)
            if under.dep == "relcl" or (under.dep in ("ccomp", "parataxis") and token.tag[:1] == "V"):
                return
            below = place

    def _noun(self, unit: Sentence, noun: Token, below: Token) -> Iterator[Status]:
        """Yield what a noun or adjective above the fact makes of it."""
        cues, word = self.cues, noun.lower
        if word in cues.nouns and below.dep in ("prep", "acl", "relcl", "pobj"):
            yield cues.nouns[word]
        elif word in cues.pursued and below.dep == "prep":
            yield cues.pursued[word]
        elif noun.tag == "JJ" and word in cues.verbs and below.dep == "prep":  # punishable by
            yield cues.verbs[word]
        elif word in cues.infinitives and below.dep == "xcomp":
            yield cues.infinitives[word]
        elif self._is_unproven(unit, noun, below):
            yield Status.DENIED
        near = (noun, *children_of(unit, noun.position))
        if below.tag == "VB" and any(word.lower in cues.abilities for word in near):
            yield Status.POSSIBLE
        if below.dep != "conj":  # suspected cannabis and £800
            beside = (child for child in children_of(unit, noun.position) if child.dep == "amod")
            yield from (cues.adjectives[child.lower] for child in beside if child.lower in cues.adjectives)

    def _is_unproven(self, unit: Sentence, noun: Token, below: Token) -> bool:
        """See "no evidence that", "little sign of", "a lack of proof that" above a clause or thing."""
        if noun.lower not in self.cues.proofs or below.dep not in ("acl", "relcl", "ccomp", "prep", "xcomp"):
            return False
        above = unit.tokens[unit.tokens[noun.head].head] if noun.dep == "pobj" else noun
        governing = {unit.tokens[noun.head].lower, above.lower} if noun.dep == "pobj" else set()
        words = governing | {child.lower for child in children_of(unit, noun.position)}
        return not self.cues.lacks.isdisjoint(words)

    def _verb(self, unit: Sentence, verb: Token, below: Token, nearest: "_Nearest") -> Iterator[Status]:
        """Yield how far a verb above a fact commits the text to it, by itself and by what stands beside it."""
        cues = self.cues
        children = children_of(unit, verb.position)
        for child in children:
            if child.dep in ("aux", "auxpass") and child.lower in cues.modals:
                yield cues.modals[child.lower]
            elif child.dep == "neg" or (child.lower in cues.negations and child.dep in ("advmod", "neg")):
                yield Status.DENIED
            elif child.dep == "advmod" and child.lower in cues.adverbs:
                yield cues.adverbs[child.lower]
            elif child.dep == "mark" and child.lower in cues.marks:
                yield cues.marks[child.lower]
        if any(child.dep == "advcl" and self._is_condition(unit, child) for child in children if child is not below):
            yield Status.POSSIBLE
        if (
            is_announced(unit, verb)
            or is_to(unit, verb)
            or any(is_to(unit, child) for child in children if child.head == verb.position)
        ):
            yield Status.PLANNED
        claims = self.cues.verbs.get(verb.lower) is Status.CLAIMED and below.dep == "ccomp"
        if claims and any(child.dep == "auxpass" for child in children):  # it is alleged that
            yield Status.CLAIMED
        yield from self._governed(verb, below, nearest)

    def _is_condition(self, unit: Sentence, clause: Token) -> bool:
        """See "if convicted", beside the clause that holds only then."""
        marks = (child.lower for child in children_of(unit, clause.position) if child.dep in ("mark", "advmod"))
        return any(mark in self.cues.marks for mark in marks)

    def _governed(self, verb: Token, below: Token, nearest: "_Nearest") -> Iterator[Status]:
        """Yield what a verb of accusation, intention or punishment makes of what hangs on it."""
        status = self.cues.verbs.get(verb.lower)
        if verb.lower in self.cues.pursued and below.dep == "prep":
            yield self.cues.pursued[verb.lower]
        second = below.dep == "conj" and below.tag == "VBG"  # charged with forgery and stealing
        if status is Status.CLAIMED:
            told = nearest.verb and nearest.charge and verb.lower.startswith("charg")
            if (below.dep in _OBLIQUE or second) and not told:
                yield status
        elif status:
            if below.dep in _CLAUSES:
                yield status
        elif verb.lower in self.cues.infinitives and below.dep in ("xcomp", "advcl"):
            yield self.cues.infinitives[verb.lower]
        elif verb.lower in self.cues.penalties and nearest.verb and below.dep in _OBJECTS and not is_charge(below):
            yield Status.POSSIBLE


class StatusReader:
    """Read how the facts of articles are stated; make one with `reader`."""

    def __init__(self, cues: Cues, sources: SourceReader, weights: Weights) -> None:
        """Take the words of status, the reader of sources and the weights of the decision who tells a fact."""
        self._cues = cues
        self._triggers = cues.triggers
        self._sources = sources
        self._weights = weights

    def read(self, reading: Reading, quotes: Sequence[QuoteSpan] = (), persons: PersonsAt = NOBODY) -> StatusMap:
        """Find the sources of an article; `quotes` are its pieces of direct speech, in text order."""
        found = self._sources.read(reading, persons)
        return StatusMap(Sources(reading, found, tuple(quotes), self._weights), self._cues, self._triggers)


def reader(extra: tuple[Path, ...] = (), weights: tuple[Path, ...] = ()) -> StatusReader:
    """Build the reader from the lexicons, to which the folder `extra` may add, and the table `attribution`.

    Raises:  LexiconError, WeightsError where one of them is malformed.
    """
    return StatusReader(cues_of(read("status_cues", extra)), source_reader(extra), read_weights(DECISION, weights))
