"""Gather what explains the facts and roles of a record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsfacts.assemble.kinds import kind_named, rule
from newsfacts.explain.origins import Origin, origins
from newsfacts.explain.words import BY_VALUE, OF_ROLES, Word, WordBook
from newsfacts.language.lemmas import Lemma
from newsfacts.record import NUMBERS, Fact, Record, Role
from newsfacts.rules.rule import Rule
from newsfacts.rules.trace import Decided, Trace

__all__ = ["FactExplanation", "RoleExplanation", "explain", "explain_roles"]

_BESIDE = 30
"""Characters beside a fact in which the words stand that its rule may look at."""


@dataclass(frozen=True, slots=True)
class FactExplanation:
    """Hold what explains one fact."""

    fact: Fact
    """The fact."""
    sentence: tuple[str, str, str]
    """Its sentence: what is before the fact, the fact, what is behind."""
    rule: Rule
    """The rule that found it."""
    words: tuple[Word, ...]
    """Words of the lexicons inside or beside it, and in what its context was read from."""
    origins: tuple[Origin, ...]
    """Where each value came from."""
    decided: tuple[Decided, ...] = ()
    """What was weighed for its values, where the extraction was traced."""


@dataclass(frozen=True, slots=True)
class RoleExplanation:
    """Hold what explains one role."""

    name: str
    """Whose it is."""
    role: Role
    """The role."""
    rule: Rule
    """The rule that found it."""
    words: tuple[Word, ...]
    """Words of the lexicons in it."""


def explain(
    text: str, record: Record, book: WordBook, lemma: Lemma, trace: Trace | None = None
) -> Iterator[FactExplanation]:
    """Explain every fact of a record, in its order; `text` is the article's.

    With the trace of its extraction an explanation says where values were read and what else was proposed; without,
    it names the nearest place that says a value.
    """
    known = trace or Trace()
    for fact in record.facts:
        found = tuple(_traced(one, fact, known) for one in origins(fact, text, record.published, lemma))
        start, end = min(fact.sentence_start, fact.start_char), max(fact.sentence_end, fact.end_char)
        sentence = text[start : fact.start_char], text[fact.start_char : fact.end_char], text[fact.end_char : end]
        by = rule(fact.rule, known.taught)
        words, decided = tuple(_words(text, fact, found, (book, by.words))), known.decided.get(fact.fact_id, ())
        yield FactExplanation(fact, sentence, by, words, found, tuple(decided))


def _traced(origin: Origin, fact: Fact, trace: Trace) -> Origin:
    """Give where a value was really read, where the trace knows."""
    span = trace.read_from.get((fact.fact_id, origin.field))
    return replace(origin, start=span[0], end=span[1]) if span else origin


def _words(
    text: str, fact: Fact, found: tuple[Origin, ...], known: tuple[WordBook, Sequence[str]]
) -> Iterator[Word]:  # fmt: skip
    """Find the words of lexicons that took part; `known` are all of them, and the lexicons of the rule."""
    book, own = known
    low = max(fact.sentence_start, fact.start_char - _BESIDE)
    high = min(max(fact.sentence_end, fact.end_char), fact.end_char + _BESIDE)
    low, high = _whole_words(text, low, high)
    if fact.kind not in NUMBERS:  # its own words are what was said; those around it say that it was
        spans = [(fact.sentence_start, fact.start_char), (fact.end_char, fact.sentence_end)]
        spans += [(o.start, o.end) for o in found if o.field == "cue" and o.start is not None and o.end is not None]
    else:
        spans = [(low, high)]
    taken: Sequence[str] = (*kind_named(fact.kind).words, *own)
    pieces = [(start, end, taken) for start, end in spans if start < end]
    for origin in found:
        if origin.start is None or origin.end is None:
            continue
        names = BY_VALUE.get({"time_text": "time"}.get(origin.field, origin.field), ())
        pieces.append((origin.start, origin.end, names))
    if fact.status and fact.status != "asserted":
        pieces.append((fact.sentence_start, fact.sentence_end, BY_VALUE["status"]))
    if fact.attribution:
        pieces.append((fact.sentence_start, fact.sentence_end, BY_VALUE["attribution"]))
    words = [word for start, end, names in pieces for word in book.find(text, start, end, names)]
    seen = set()
    for word in (*words, *_of_predicate(text, found, book)):
        key = (word.lexicon, word.start, tuple(word.row.values()))
        if key not in seen and _takes_part(word, fact):
            seen.add(key)
            yield word


def _of_predicate(text: str, found: tuple[Origin, ...], book: WordBook) -> Iterator[Word]:
    """Look the base form of the predicate up; the text may have another form."""
    for origin in found:
        if origin.field == "predicate" and origin.start is not None:
            for name in BY_VALUE["predicate"]:
                for row in book.rows(name, origin.value):
                    yield Word(name, text[origin.start : origin.end], origin.start, row)


def _takes_part(word: Word, fact: Fact) -> bool:
    """Leave out rows that decide on something else than the fact has."""
    decided = {
        "status_cues": ("status", fact.status),
        "event_types": ("type", getattr(fact, "event_type", None)),
        "money_roles": ("role", getattr(fact, "money_role", None)),
    }
    column, value = decided.get(word.lexicon, ("", None))
    return not column or word.row[column] in ("", value)


def _whole_words(text: str, low: int, high: int) -> tuple[int, int]:
    """Widen a stretch so that it cuts no word in two."""
    while low > 0 and text[low - 1].isalnum() and text[low].isalnum():
        low -= 1
    while high < len(text) and text[high - 1].isalnum() and text[high].isalnum():
        high += 1
    return low, high


def explain_roles(text: str, record: Record, book: WordBook) -> Iterator[RoleExplanation]:
    """Explain every role of the people of a record, in its order."""
    for person in record.people:
        for role in person.roles:
            words = tuple(book.find(text, role.start_char, role.end_char, OF_ROLES))
            yield RoleExplanation(person.name, role, rule(role.rule), words)
