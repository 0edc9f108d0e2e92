"""Who tells a fact: the sources around it are proposed, weighed, and one of them or none is chosen.

Who tells is a state of the discourse: sources of the fact's own sentence, the speaker of the quote that it stands in,
and who told the sentences before, as long as nobody else does. A fact looks at its own sentence, and back to the
nearest one with a source: the cost a fact is bounded.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from newsfacts.events.attribution.source import Form, Source
from newsfacts.language.clauses import Position
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.language.reading import Reading
from newsfacts.lexicons.function_words import function_words
from newsfacts.record import Status
from newsfacts.weigh import Candidate, Choice, Weights, choose

__all__ = ["QuoteSpan", "Sources"]

_BACK = 4
"""Units back to which a source may still be telling."""
_OPENING = 12
"""Tokens of a sentence in which the verb stands that governs all of it."""
_AHEAD = 8
"""Sentences ahead, less one, in which the speaker of unmarked speech, "We know …", is named."""
_QUOTES = 4
"""Quotes before a fact that may hold it: they may stand in each other."""
_CLAUSES = frozenset(
    {"ccomp", "xcomp", "dobj", "advcl", "conj", "relcl", "acl", "prep", "parataxis", "oprd", "dep", "pobj"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
_TRAILING = frozenset({"parataxis", "ccomp", "conj", "advcl"})
_FIRST_PERSON = function_words("first person")
_ADDING = function_words("adding")


@dataclass(frozen=True, slots=True)
class QuoteSpan:
    """Mark a piece of direct speech."""

    start: int
    """Index of the opening mark."""
    end: int
    """Index behind the closing mark."""
    speaker: str | None
    """Who speaks, as written."""
    person_id: str | None = None
    """The person who speaks."""


@dataclass(frozen=True)
class Sources:
    """Hold the sources of one article."""

    reading: Reading
    """The article."""
    by_unit: Mapping[int, tuple[Source, ...]]
    """Sources by the index of their unit."""
    quotes: tuple[QuoteSpan, ...]
    """Quotes in text order."""
    weights: Weights
    """Of the decision."""

    @cached_property
    def _told(self) -> str:
        """Say how many of the units with a verb have a source."""
        units = sum(len(unit.tokens) > 4 for unit in self.reading.sentences)
        share = len(self.by_unit) / units if units else 0
        return "most" if share >= 0.5 else "many" if share >= 0.25 else "few"

    def choice(self, unit: Sentence, fact: Position, start: int, end: int) -> Choice[Source]:
        """Choose who tells the fact at a span of the article."""
        return choose(list(self._candidates(unit, fact, start, end)), self.weights)

    def _candidates(self, unit: Sentence, fact: Position, start: int, end: int) -> Iterator[Candidate[Source]]:
        quote = self._quote(start, end)
        if quote is not None and quote.speaker:
            source = Source(quote.speaker, Form.QUOTE, "", -1, -1, Status.ASSERTED, quote.person_id)
            yield Candidate(source, ("form=quote", f"told={self._told}"))
        own = self.by_unit.get(unit.index, ())
        seen = False
        for source in own:
            said = list(_own(unit, source, fact, start))
            governs = said[2] not in ("clause=none", "clause=subject")
            if quote is not None:
                said.append("inside quote")
            if governs:
                said.append("rank=second" if seen else "rank=first")
                seen = True
            yield Candidate(source, tuple(said))
        yield from self._carried(unit, quote, own)

    def _quote(self, start: int, end: int) -> QuoteSpan | None:
        place = bisect_right(self.quotes, start, key=attrgetter("start"))
        return next((quote for quote in self.quotes[max(0, place - _QUOTES) : place] if end <= quote.end), None)

    def _carried(self, unit: Sentence, quote: QuoteSpan | None, own: Sequence[Source]) -> Iterator[Candidate[Source]]:
        """Yield who told the sentences before last, and who tells the next one of the paragraph."""
        around = [unit.index - back for back in range(1, _BACK + 1)]
        index = next((index for index in around if self.by_unit.get(index)), None)
        words = {token.lower for token in unit.tokens}
        if index is not None:
            told = [source for source in self.by_unit[index] if source.kind != "show"] or self.by_unit[index]
            said = [f"back={unit.index - index}", *self._state(unit, index, quote, own, words)]
            yield Candidate(told[-1], (*said, *_nature(told[-1], "before=")))
        unmarked = quote is None and not _FIRST_PERSON.isdisjoint(words)
        ahead = next((unit.index + step for step in range(1, _AHEAD) if self.by_unit.get(unit.index + step)), None)
        if ahead is None or (ahead > unit.index + 1 and not unmarked):
            return
        following = self.by_unit[ahead]
        if self._line(ahead) == unit.unit.line or unmarked:
            said = ["back=ahead", *self._state(unit, ahead, quote, own, words)]
            yield Candidate(following[0], (*said, *_nature(following[0], "before=")))

    def _clause_open(self, index: int) -> bool:
        """See "The report states that two fell; …": what a verb states goes on behind the semicolon."""
        told = self.reading.sentences[index]
        verbs = [source.verb for source in self.by_unit[index] if source.form is Form.STATEMENT and source.verb >= 0]
        return bool(verbs) and _states(told, told.tokens[verbs[0]]) == "clause" and verbs[0] < _OPENING

    def _line(self, index: int) -> int:
        return self.reading.sentences[index].unit.line

    def _state(
        self, unit: Sentence, index: int, quote: QuoteSpan | None, own: Sequence[Source], words: set[str]
    ) -> Iterator[str]:
        """Say what makes it likely that the teller of another unit still tells."""
        if not own:
            yield "alone"
        if self._line(index) == unit.unit.line:
            yield "same line"
        if self.reading.sentences[index].unit.sentence_start == unit.unit.sentence_start:
            yield "same sentence"
            if self._clause_open(index):
                yield "same sentence=clause"
        if quote is not None:
            yield "inside quote"
        elif not _FIRST_PERSON.isdisjoint(words):
            yield f"first person={'back' if index < unit.index else 'ahead'}"
        if not _ADDING.isdisjoint(words):
            yield "goes on"
        yield f"told={self._told}"


def _own(unit: Sentence, source: Source, fact: Position, start: int) -> Iterator[str]:
    """Say how a source of the fact's own sentence stands to it; the third piece is the clause."""
    tokens = unit.tokens
    yield f"form={source.form.value}"
    yield f"verb={source.kind or 'none'}"
    yield f"clause={_clause(unit, source, fact)}"
    verb = tokens[source.verb] if source.verb >= 0 else tokens[source.subject]
    if source.form in (Form.STATEMENT, Form.AGENT, Form.NOUN, Form.QUOTED, Form.ORIGIN):
        yield f"states={_states(unit, verb)}"
        if source.kind == "perceive":
            yield f"perceives={source.side}"
        if verb.tag == "VBN" and verb.dep in ("acl", "relcl", "advcl"):
            yield "passive participle"
    where = unit.token_at(start)
    position = where.position if where is not None else 0
    far = abs(verb.position - position)
    yield "order=behind" if verb.position > position else "order=ahead"
    yield f"distance={'near' if far <= 6 else 'middle' if far <= 15 else 'far' if far <= 30 else 'very far'}"
    yield from _nature(source, "")
    if _numbered(unit, source.subject):
        yield "subject=numbered"
    if source.subject == fact.head or source.subject in fact.path:
        yield "subject=above"


def _nature(source: Source, when: str) -> Iterator[str]:
    """Say what kind of source it is."""
    if when:
        first = " first" if source.form is Form.PHRASE and 0 <= source.verb <= 1 else ""
        yield f"{when}{source.form.value}{first}"
        yield f"verb={source.kind or 'none'}"
    yield f"side={source.side}"
    if source.pronoun:
        yield "named=it" if source.pronoun == "it" else "named=pronoun"
    elif source.person_id is not None:
        yield "named=person"


def _clause(unit: Sentence, source: Source, fact: Position) -> str:
    """Name the relation by which the fact's clause hangs on the verb of statement, or the verb on it."""
    tokens = unit.tokens
    chain = (fact.head, *fact.path)
    if source.verb in fact.path:
        below = tokens[chain[chain.index(source.verb) - 1]]
        if below.dep in _SUBJECTS:
            return "subject"
        if below.dep == "dobj" and _before_that(unit, tokens[source.verb]):
            return "ccomp"
        return below.dep if below.dep in _CLAUSES else "other"
    if source.verb < 0:
        return "phrase"
    anchor = tokens[source.verb]
    if source.form is Form.PHRASE:
        return "sentence" if source.subject not in fact.path else "subject"
    if _behind_colon(unit, source.verb, fact.head):
        return "colon"
    if anchor.head in chain and anchor.dep in _TRAILING:
        return "trails" if source.verb >= len(tokens) - 8 else f"beside {anchor.dep}"
    return "none"


def _behind_colon(unit: Sentence, verb: int, fact: int) -> bool:
    """See "Police said 16 people were hurt: seven men, …": what stands behind the colon is told, too."""
    return any(token.text == ":" for token in unit.tokens[verb + 1 : fact])


def _states(unit: Sentence, verb: Token) -> str:
    """Say whether a verb states a clause, has an object only, or comments on its sentence."""
    deps = {unit.tokens[child].dep for child in unit.children[verb.position]}
    if "ccomp" in deps or _before_that(unit, verb):
        return "clause"
    if "dobj" in deps or "dative" in deps:
        return "object"
    if verb.dep in ("parataxis", "ccomp") or verb.position >= len(unit.tokens) - 3:
        return "comment"
    return "nothing"


def _before_that(unit: Sentence, verb: Token) -> bool:
    """See "noted that over 46 of them were held", where the parse has 46 for an object."""
    behind = unit.tokens[verb.position + 1 : verb.position + 2]
    return bool(behind) and behind[0].lower == "that" and behind[0].tag == "IN"


def _numbered(unit: Sentence, place: int) -> bool:
    """See "two in three", "77%", "hundreds": who is counted is asked, and tells nothing of others."""
    if place < 0:
        return False
    tokens = unit.tokens
    return tokens[place].tag == "CD" or tokens[place].text == "%" or any(
        tokens[child].dep == "nummod" for child in unit.children[place]
    )  # fmt: skip
