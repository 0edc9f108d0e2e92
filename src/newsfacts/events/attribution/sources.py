"""The sources that an article names: everybody who may be telling what, per sentence.

Phases: 1. verbs of statement with their subjects (active, "as data shows", "figures indicating", "quoted X as saying",
"learned from X", "faulted by X"); 2. phrases: "according to X", "as per X", a headline's "…: survey"; 3. a pronoun is
the person it means, else the source told before; a bare surname keeps the side that it had. Proposals are generous.
Not here: which of them tells a given fact (`choice.py`), and what that makes of it (`status/`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from operator import itemgetter
from pathlib import Path

from newsfacts.events.attribution.source import Form, Source, SourceWords
from newsfacts.events.persons import NOBODY, PersonsAt
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.language.reading import Reading
from newsfacts.lexicons import read
from newsfacts.lexicons.function_words import function_words
from newsfacts.record import Status

__all__ = ["SourceReader", "source_reader"]

_LOWER = itemgetter(2)
_PRONOUNS = function_words("third person", "third person object")
_EMPTY = function_words("no source")
_RELATIVE = function_words("relative")
_KINDS = {"claim": Status.CLAIMED, "confess": Status.CLAIMED, "estimate": Status.POSSIBLE, "deny": Status.DENIED}
"""What a class of verbs makes of what is said; other verbs leave it to whose side the source is on."""
_SUBJECTS = frozenset({"nsubj", "csubj"})
_CHAINED = frozenset({"conj", "xcomp", "advcl"})
_LABEL = 5
"""Tokens that a source behind the colon or dash of a headline may have."""
_REACH = 40
"""Tokens of a noun phrase that are looked at."""
_OWNED = 3
"""Words between "their" and the noun that they have."""
_MEMORY = 4
"""Sources before it that a pronoun may mean."""
_MANY = frozenset({"they", "them"})
_THING = "it"
_ADDING = function_words("adding")
_CUTS = frozenset({",", ":", ";", "–", "—", "-", "(", "\ufffd"})
_INSIDE = function_words("beside a place")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


class SourceReader:
    """Find sources; make one with `source_reader`."""

    def __init__(self, words: SourceWords) -> None:
        """Take the words that name sources."""
        self._words = words
        self._triggers = frozenset(words.verbs) | {
            phrase[0] for phrase in words.phrases if phrase[0] not in ("as", "in")
        }
        self._triggers |= {phrase[-1] for phrase in words.phrases if phrase[0] == "as"}

    def read(self, reading: Reading, persons: PersonsAt = NOBODY) -> dict[int, tuple[Source, ...]]:
        """Find the sources of each unit that has any; `persons` says whom pronouns and names mean."""
        found: dict[int, tuple[Source, ...]] = {}
        before: list[Source] = []
        known: dict[str, Status] = {}
        for unit in reading.sentences:
            if self._triggers.isdisjoint(unit.lowers) and not self._labelled(unit):
                continue
            here: list[Source] = []
            look = partial(self._named, _Look(unit, self._words, persons, tuple(before)))
            for found_here in reading.bulkhead.ask("sources", (unit.start, unit.end), look) or ():
                source = found_here
                surname = source.text.split()[-1]
                if source.status is Status.CLAIMED and not source.pronoun:
                    known[surname] = source.status
                elif source.status is Status.ASSERTED and not source.pronoun:
                    source = replace(source, status=known.get(surname, source.status))
                here.append(source)
                before = [source, *before[: _MEMORY - 1]]
            if here:
                found[unit.index] = tuple(here)
        return found

    @staticmethod
    def _labelled(unit: Sentence) -> bool:
        return unit.text[-1:] not in ".!?”\"’'" and any(
            token.text in (":", "-", "–", "—") for token in unit.tokens[-_LABEL:]
        )

    def _named(self, look: "_Look") -> list[Source]:
        found = [*look.statements(), *look.phrases()]
        return found + list(look.labels()) if self._labelled(look.unit) else found


@dataclass(frozen=True, slots=True)
class _Look:
    """Look for sources in one unit."""

    unit: Sentence
    words: SourceWords
    persons: PersonsAt
    before: tuple[Source, ...]
    """The sources told of last, the latest first."""

    def statements(self) -> Iterator[Source]:
        """Yield who stands with each verb of statement."""
        for token in self.unit.tokens:
            kind = self.words.verbs.get(token.lower)
            if kind is None or token.dep == "amod" or not (token.tag[:1] == "V" or self._is_clause(token)):
                continue
            for head, form in self._tellers(token):
                source = self._source(head, form, kind, token.position)
                if source is not None:
                    yield source

    def _is_clause(self, token: Token) -> bool:
        """See "Detectives estimate that …", where the tagger has a noun for the verb."""
        deps = {self.unit.tokens[child].dep for child in self.unit.children[token.position]}
        return token.dep == "ROOT" and "nsubj" in deps and "ccomp" in deps

    def phrases(self) -> Iterator[Source]:
        """Yield what stands behind "according to"."""
        tokens = self.unit.tokens
        for token in tokens[:-1]:
            for phrase in self.words.phrases:
                if token.lower != phrase[0]:
                    continue
                end = token.position + len(phrase)
                if tuple(map(_LOWER, tokens[token.position : end])) == phrase and end < len(tokens):
                    head = self._object(token.position, end)
                    source = self._source(head, Form.PHRASE, "", token.position) if not self._is_measure(head) else None
                    if source is not None:
                        yield source

    def _is_measure(self, head: Token) -> bool:
        """See "according to their age": what somebody has, and is nobody, tells nothing."""
        below = [self.unit.tokens[child] for child in self.unit.children[head.position]]
        if head.lower in self.words.measures and not any(child.position < head.position for child in below):
            return True  # detained according to law
        near = self.unit.tokens[max(0, head.position - _OWNED) : head.position]
        owned = any(token.tag == "PRP$" for token in (*below, *near))
        return owned and head.lower not in self.words.parties and head.lower not in self.words.bodies

    def labels(self) -> Iterator[Source]:
        """Yield the office at the end of a headline: "Nine held in Ayr: police"."""
        tokens = self.unit.tokens
        for token in reversed(tokens[-_LABEL:]):
            if token.text in (":", "-", "–", "—") and 0 < token.position < len(tokens) - 1:
                if token.text == "-" and tokens[token.position - 1].end == token.start:
                    continue  # a four-day operation
                label = tokens[token.position + 1 :]
                word = label[-1].lower
                if word in self.words.parties or word in self.words.bodies:
                    status = self.words.parties.get(word, Status.ASSERTED)
                    text = self.unit.words(label[0].position, len(tokens))
                    yield Source(text, Form.LABEL, "", -1, label[-1].position, status, side=_side(status))
                return

    def _tellers(self, verb: Token) -> Iterator[tuple[Token, Form]]:
        """Yield the nouns that may be telling what a verb states."""
        tokens, children = self.unit.tokens, [self.unit.tokens[child] for child in self.unit.children[verb.position]]
        lemma = self.words.lemmas.get(verb.lower)
        quoting = self._quoting(verb)
        if quoting is not None:
            yield quoting, Form.QUOTED
            return
        if any(child.dep == "auxpass" for child in children):
            agents = [child for child in children if child.dep == "agent"]
            yield from ((below, Form.AGENT) for child in agents for below in self._objects(child))
            return
        if lemma == "learn":
            origins = [child for child in children if child.lower in self.words.origins]
            yield from ((below, Form.ORIGIN) for child in origins for below in self._objects(child))
        if verb.dep == "acl" and verb.tag == "VBG":
            yield tokens[verb.head], Form.NOUN
            return
        subject = self._subject(verb, children)
        if subject is not None:
            yield subject, Form.STATEMENT

    def _quoting(self, verb: Token) -> Token | None:
        """Find whom "quoted X as saying", "X was quoted as saying" quotes."""
        tokens = self.unit.tokens
        as_ = tokens[verb.head]
        if verb.dep != "pcomp" or as_.lower != "as" or as_.head == as_.position:
            return None
        quoting = tokens[as_.head]
        named = [tokens[child] for child in self.unit.children[quoting.position]]
        named = [child for child in named if child.dep in ("dobj", "nsubjpass")]
        return named[0] if named else quoting if quoting.tag[:2] == "NN" else None

    def _subject(self, verb: Token, children: list[Token]) -> Token | None:
        tokens = self.unit.tokens
        for child in children:
            if child.dep in _SUBJECTS:
                relative = child.lower in _RELATIVE and verb.dep == "relcl"
                return self._antecedent(tokens[verb.head]) if relative else child
        head = tokens[verb.head]
        if verb.dep in _CHAINED and head.tag[:1] == "V" and head.position != verb.position:
            near = [tokens[child] for child in self.unit.children[head.position]]
            passive = any(child.dep == "auxpass" for child in near)
            return next((child for child in near if child.dep in _SUBJECTS and not passive), None)
        return None

    def _antecedent(self, noun: Token) -> Token:
        """Give whom a relative clause tells of: "by the Corps in the state which said" hangs on the state."""
        preposition = self.unit.tokens[noun.head]
        if noun.dep != "pobj" or preposition.lower not in _INSIDE or noun.lower not in self.words.areas:
            return noun
        above = self.unit.tokens[preposition.head]
        near = self.unit.tokens[preposition.position - 1]
        return above if above.tag[:2] == "NN" else near if near.tag[:2] == "NN" else noun

    def _objects(self, preposition: Token) -> Iterator[Token]:
        for child in self.unit.children[preposition.position]:
            if self.unit.tokens[child].dep == "pobj":
                yield self.unit.tokens[child]

    def _object(self, first: int, end: int) -> Token:
        """Find the head of what stands behind a phrase of source: what the parse hangs there, else the next noun."""
        tokens = self.unit.tokens
        for place in range(first, end):
            for below in self._objects(tokens[place]):
                if below.position >= end:
                    return below
        head = tokens[end]
        for token in tokens[end : end + _LABEL]:
            if token.tag[:2] in ("NN", "PR"):
                head = token
                if (
                    token.tag[:2] == "PR"
                    or token.position + 1 == len(tokens)
                    or tokens[token.position + 1].tag[:2] != "NN"
                ):
                    return head
            elif head is not tokens[end] and token.tag[:2] != "NN":
                return head
        return head

    def _source(self, head: Token, form: Form, kind: str, verb: int) -> Source | None:
        if head.lower in _EMPTY:
            named = (self.unit.tokens[child] for child in self.unit.children[head.position])
            called = next((child for child in named if child.dep == "appos" and child.tag == "NNP"), None)
            return self._source(called, form, kind, verb) if called is not None else None
        if not head.text[:1].isalnum():
            return None
        status = _KINDS.get(kind)
        if head.lower in _PRONOUNS:
            return self._of_pronoun(head, form, kind, verb)
        text, party, person = self._name(head)
        side, plural = _side(party), head.tag in ("NNS", "NNPS") or head.lower in self.words.many
        if verb >= 0 and self.unit.tokens[verb].lower in self.words.acts:
            party = Status.ASSERTED
        return Source(
            text, form, kind, verb, head.position, status or party or Status.ASSERTED, person, side=side, plural=plural
        )

    def _without_place(self, head: Token, last: int) -> int:
        """Give where a noun phrase ends before it tells where somebody is: "A caller in the 300 block of Mill St."."""
        below = (self.unit.tokens[child] for child in self.unit.children[head.position])
        where = next((t.position for t in below if t.dep == "prep" and t.lower in _INSIDE and t.position < last), last)
        return where if head.position < where else last

    def _of_pronoun(self, head: Token, form: Form, kind: str, verb: int) -> Source | None:
        """Give the person whom a pronoun means, else the source told before that it fits."""
        person = self.persons.one(head.start, head.end)
        name = self.persons.name(person) if person is not None else None
        last = next((source for source in self.before if _fits(source, head.lower)), None)
        again = last is not None and last.person_id is not None and not _ADDING.isdisjoint(self.unit.lowers)
        if last is not None and (again or name is None or last.person_id == person):
            side = last.status if last.status is Status.CLAIMED else Status.ASSERTED
            return replace(
                last, form=form, kind=kind, verb=verb, subject=head.position, status=_KINDS.get(kind, side),
                pronoun=head.lower,
            )  # fmt: skip
        if name is None:
            return None
        status = _KINDS.get(kind, Status.ASSERTED)
        return Source(name, form, kind, verb, head.position, status, person, head.lower)

    def _name(self, head: Token) -> tuple[str, Status | None, str | None]:
        """Give the name in the noun phrase, else the noun phrase without its clauses; whose side it is; who it is."""
        places = _phrase(self.unit, head.position)
        tokens, first = self.unit.tokens, places[0]
        last = self._without_place(head, _cut(tokens, first, places[-1] + 1))
        words = {tokens[place].lower for place in places if place < max(last, head.position + 1)}
        sides = {self.words.parties[word] for word in words if word in self.words.parties}
        side = Status.ASSERTED if Status.ASSERTED in sides else Status.CLAIMED if sides else None
        start, end = tokens[first].start, tokens[places[-1]].end
        person = self.persons.one(start, end)
        called = self.persons.called(person, start, end) if person is not None else None
        if _owns(self.unit, places, head):
            return self.unit.words(first, last), side, None
        if called is not None:
            return self.unit.slice(*called), side, person
        for entity in self.unit.entities:
            if entity.label == "PERSON" and first <= entity.first and entity.last <= places[-1] + 1:
                name = self.unit.words(entity.first, entity.last).removesuffix("'s").removesuffix("’s")
                return name, side, person
        return self.unit.words(first, last), side, person


def _owns(unit: Sentence, places: list[int], head: Token) -> bool:
    """See "Roe’s mother": who has a name owns the one that tells, in one name and one noun."""
    owner = next((unit.tokens[i] for i in unit.children[head.position] if unit.tokens[i].dep == "poss"), None)
    return (
        owner is not None
        and owner.position in places
        and owner.text.istitle()
        and owner.position == head.position - 2
        and head.tag == "NN"
        and head.position == places[-1]
    )


def _cut(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Give where a noun phrase ends that the parse drew too long: at a stop behind a noun, at a finite verb."""
    for token in tokens[first + 1 : last]:
        before = tokens[token.position - 1]
        joined = token.tag == "HYPH" or (token.text == "-" and before.end == token.start)  # year-end figures
        if token.tag in _FINITE or (token.text in _CUTS and before.tag[:2] == "NN" and not joined):
            return token.position
    return last


def _fits(source: Source, pronoun: str) -> bool:
    """Tell whether a pronoun may mean a source: they are many, it is no person, he is one."""
    if pronoun in _MANY:
        return source.plural or (source.person_id is None and not source.pronoun)
    if pronoun == _THING:
        return source.person_id is None and not source.plural
    return not source.plural and source.kind not in ("show", "perceive")


def _side(status: Status | None) -> str:
    return "none" if status is None else "office" if status is Status.ASSERTED else "party"


def _phrase(unit: Sentence, head: int) -> list[int]:
    """List the tokens of a noun phrase and its apposition, without relative clauses."""
    kept, open_ = [head], [head]
    while open_ and len(kept) < _REACH:
        for child in unit.children[open_.pop()]:
            if unit.tokens[child].dep in ("relcl", "acl", "advcl", "punct", "parataxis", "ccomp", "dep"):
                continue
            kept.append(child)
            open_.append(child)
    return sorted(kept)


def source_reader(extra: tuple[Path, ...] = ()) -> SourceReader:
    """Build the reader from the lexicons, to which the folder `extra` may add."""
    cues, verbs, phrases = (read(name, extra) for name in ("status_cues", "attribution_verbs", "source_phrases"))
    kinds = {form: kind for form, kind in verbs.mapping("class").items() if kind != "occasion"}
    return SourceReader(
        SourceWords(
            verbs=kinds,
            lemmas=verbs.mapping("lemma"),
            parties={row["word"]: Status(row["status"]) for row in cues.rows if row["kind"] == "party"},
            acts=cues.words(kind="act"),
            phrases=tuple(tuple(phrase.split()) for phrase in sorted(phrases.words(kind="preposition"))),
            many=phrases.words(kind="many"),
            bodies=read("organisation_words", extra).words() | read("person_nouns", extra).words(),
            origins=phrases.words(kind="origin"),
            measures=phrases.words(kind="measure"),
            areas=read("place_words", extra).words(**{"class": "generic"}),
        )
    )
