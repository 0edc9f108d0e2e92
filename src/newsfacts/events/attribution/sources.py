"""The sources that an article names: who says what, per sentence.

Phases: 1. verbs of statement with their subjects, "according to …"; 2. a pronoun is the source told before; a bare
name or surname keeps the description that it had ("Prosecution counsel, Mr Bello"). Not here: what that makes of a
fact (`status.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from operator import itemgetter
from pathlib import Path

from newsfacts.language.clauses import Position
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.language.reading import Reading
from newsfacts.lexicons import read
from newsfacts.record import Status

__all__ = ["QuoteSpan", "Source", "SourceReader", "source_reader"]

_LOWER = itemgetter(2)
_PRONOUNS = frozenset({"he", "she", "they"})
_EMPTY = frozenset({"it", "there", "this", "that", "which", "who", "i", "we", "you", "what", "these", "those", "one"})
_KINDS = {
    "claim": Status.CLAIMED,
    "confess": Status.CLAIMED,
    "estimate": Status.POSSIBLE,
    "deny": Status.DENIED,
}
"""What a class of verbs makes of what is said; other verbs leave it to whose side the source is on."""
_SUBJECTS = frozenset({"nsubj", "csubj"})


@dataclass(frozen=True, slots=True)
class QuoteSpan:
    """Mark a piece of direct speech."""

    start: int
    """Index of the opening mark."""
    end: int
    """Index behind the closing mark."""
    speaker: str | None
    """Who speaks, as written."""


@dataclass(frozen=True, slots=True)
class Source:
    """Hold one source in one sentence."""

    text: str
    """As written; the name where there is one."""
    verb: int
    """Position of the verb of statement; -1 for "according to", which covers its sentence."""
    subject: int
    """Position of the head of the source."""
    status: Status
    """What its word makes of a fact that the sentence itself asserts."""

    def covers(self, unit: Sentence, fact: Position, start: int) -> bool:
        """Tell whether a fact stands in what the source says."""
        if self.verb < 0:
            return self.subject not in fact.path
        tokens = unit.tokens
        if self.verb in fact.path:
            chain = (fact.head, *fact.path)
            below = tokens[chain[chain.index(self.verb) - 1]]
            return below.dep not in _SUBJECTS and below.dep not in ("nsubjpass", "prep", "npadvmod", "relcl", "dative")
        said = tokens[self.verb]
        return (
            said.dep in ("parataxis", "ccomp", "conj") and said.head in (fact.head, *fact.path) and (self._trails(unit))
        )

    def _trails(self, unit: Sentence) -> bool:
        """See "…, said the spokesman" at the end of a sentence, or in the middle between commas."""
        return self.verb >= len(unit.tokens) - 8


class SourceReader:
    """Find sources; make one with `source_reader`."""

    def __init__(self, verbs: dict[str, str], parties: dict[str, Status]) -> None:
        """Take the verbs of statement with their classes and the nouns of parties."""
        self._verbs = verbs
        self._parties = parties
        self._triggers = frozenset(verbs) | {"according"}

    def read(self, reading: Reading) -> dict[int, tuple[Source, ...]]:
        """Find the sources of each unit that has any."""
        found: dict[int, tuple[Source, ...]] = {}
        last: Source | None = None
        known: dict[str, Status] = {}
        for unit in reading.sentences:
            if self._triggers.isdisjoint(map(_LOWER, unit.tokens)):
                continue
            here: list[Source] = []
            read = partial(self._named, unit, last)
            for source in reading.bulkhead.ask("sources", (unit.start, unit.end), read) or ():
                surname = source.text.split()[-1]
                if source.status is Status.CLAIMED:
                    known[surname] = source.status
                last = replace(source, status=known.get(surname, source.status))
                here.append(last)
            if here:
                found[unit.index] = tuple(here)
        return found

    def _named(self, unit: Sentence, last: Source | None) -> list[Source]:
        return [*self._statements(unit, last), *self._according(unit)]

    def _statements(self, unit: Sentence, last: Source | None) -> Iterator[Source]:
        for token in unit.tokens:
            kind = self._verbs.get(token.lower)
            if kind is None or token.tag[:1] != "V" or token.dep in ("amod", "acl"):
                continue
            subject = self._subject(unit, token)
            if subject is None or subject.lower in _EMPTY:
                continue
            if subject.lower in _PRONOUNS:
                if last:
                    side = last.status if last.status is Status.CLAIMED else Status.ASSERTED
                    status = _KINDS.get(kind, side)
                    yield replace(last, verb=token.position, subject=subject.position, status=status)
                continue
            text, party = self._name(unit, subject)
            yield Source(text, token.position, subject.position, _KINDS.get(kind, party))

    def _subject(self, unit: Sentence, verb: Token) -> Token | None:
        for child in unit.children[verb.position]:
            if unit.tokens[child].dep in _SUBJECTS:
                return unit.tokens[child]
        if (
            verb.dep in ("conj", "xcomp", "advcl")
            and unit.tokens[verb.head].tag[:1] == "V"
            and verb.head != verb.position
        ):
            for child in unit.children[verb.head]:
                if unit.tokens[child].dep in _SUBJECTS:
                    return unit.tokens[child]
        return None

    def _according(self, unit: Sentence) -> Iterator[Source]:
        for token in unit.tokens[:-2]:
            if token.lower != "according" or unit.tokens[token.position + 1].lower != "to":
                continue
            to = unit.tokens[token.position + 1]
            objects = [unit.tokens[child] for child in unit.children[to.position] if unit.tokens[child].dep == "pobj"]
            if objects and objects[0].lower not in ("him", "her", "them", "it"):
                text, party = self._name(unit, objects[0])
                yield Source(text, -1, objects[0].position, party)

    def _name(self, unit: Sentence, head: Token) -> tuple[str, Status]:
        """Give the name in the noun phrase, else the noun phrase without its clauses, and whose side it is."""
        places = _phrase(unit, head.position)
        first, last = places[0], places[-1] + 1
        phrase = unit.words(first, last)
        words = {unit.tokens[place].lower for place in places}
        status = Status.ASSERTED
        if not any(self._parties.get(word) is Status.ASSERTED for word in words) and any(
            self._parties.get(word) is Status.CLAIMED for word in words
        ):
            status = Status.CLAIMED
        for entity in unit.entities:
            if entity.label == "PERSON" and first <= entity.first and entity.last <= last:
                return unit.words(entity.first, entity.last).removesuffix("'s").removesuffix("’s"), status
        return phrase, status


def _phrase(unit: Sentence, head: int) -> list[int]:
    """List the tokens of a noun phrase and its apposition, without relative clauses."""
    kept, open_ = [head], [head]
    while open_:
        for child in unit.children[open_.pop()]:
            if unit.tokens[child].dep in ("relcl", "acl", "advcl", "punct", "parataxis", "ccomp", "dep"):
                continue
            kept.append(child)
            open_.append(child)
    return sorted(kept)


def source_reader(extra: Path | None = None) -> SourceReader:
    """Build the reader from the lexicons, to which the folder `extra` may add."""
    cues = read("status_cues", extra)
    parties = {row["word"]: Status(row["status"]) for row in cues.rows if row["kind"] == "party"}
    verbs = read("attribution_verbs", extra)
    kinds = {form: kind for form, kind in verbs.mapping("class").items() if kind != "occasion"}
    return SourceReader(kinds, parties)
