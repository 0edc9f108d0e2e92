"""The number facts of an article: every number goes to the kind that claims it, in one visible order.

Rules of packs are asked first, then the kinds in their turns (`Turn` of figures/figure_kind.py): by a percent sign,
by a currency, by a unit, by words of their own; what is left and is no decoy may be a count. The kinds stand in
`figures/kinds.py`; none is known by name here.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

from newsfacts import lexicons
from newsfacts.actions import money_role, predicate
from newsfacts.actions.act import Predicate, Standing
from newsfacts.actions.asking import Asking
from newsfacts.actions.figure_fact import FigureFact, Match
from newsfacts.actions.money_role import Amount, MoneyRoleReader
from newsfacts.actions.predicate import PredicateReader
from newsfacts.actions.sharing import charges_shared, one_role, restating, shared_predicates, without_figure_agent
from newsfacts.figures import not_facts as decoys
from newsfacts.figures import suffixes
from newsfacts.figures.bounds import bound_reader, dep_at
from newsfacts.figures.change import change_reader
from newsfacts.figures.claims import ClaimReader
from newsfacts.figures.figure_kind import Borrowing, FigureKind, Find, FindTabled, Patient, Settle, Turn
from newsfacts.figures.kinds import KINDS
from newsfacts.figures.money.whose import MoneyContext, whose_reader
from newsfacts.figures.numbers import Number, number_reader
from newsfacts.figures.question import Question, Shared
from newsfacts.figures.suffixes import SuffixReader
from newsfacts.figures.table import read_tables
from newsfacts.figures.table_heads import HeadWords, head_words
from newsfacts.figures.table_shapes import Table
from newsfacts.language.lemmas import Lemma
from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.language.triage import number_trigger
from newsfacts.packs import reader as pack_rules
from newsfacts.packs.pack import Pack
from newsfacts.packs.reader import NOTHING, PackReader, Proposed
from newsfacts.record import MoneyRole

__all__ = ["FigureFact", "FigureReader", "KindReader", "Match", "figure_reader"]

_SIGNS = frozenset("£$€₦₹")
"""Money in a table is read where it stands."""


@dataclass(frozen=True)
class KindReader:
    """Hold one kind with its readers, as `FigureKind` has them made."""

    kind: FigureKind
    """The kind."""
    find: Find
    """Its facts in a sentence."""
    tabled: FindTabled | None = None
    """Its facts in tables."""
    settle: Settle | None = None
    """What only the whole article tells of them."""

    @property
    def name(self) -> str:
        """Give what warnings call it."""
        return self.kind.gold.name

    def of(self, match: Any) -> bool:
        """Tell whether a match is of the kind."""
        return type(match) is self.kind.match


@dataclass(frozen=True)
class _Known:
    """Hold what is known of an article before its sentences are read, and the facts of those that are."""

    reading: Reading
    lemma: Lemma
    whose: MoneyContext
    """Whose money it talks of."""
    topics: frozenset[MoneyRole]
    """Roles of money that its topic makes likely."""
    facts: list[FigureFact]
    """Those found so far."""
    decided: set[int]
    """Where the numbers begin that packs have decided on."""


@dataclass(frozen=True)
class FigureReader:
    """Find the number facts of articles; make one with `figure_reader`."""

    shared: Shared
    """What the readers of all kinds are made from."""
    claims: ClaimReader
    """Numbers that a kind of fact may claim."""
    readers: tuple[KindReader, ...]
    """The kinds in the order in which they are asked."""
    suffixes: SuffixReader
    """Magnitudes glued to digits that are no money."""
    heads: HeadWords
    """Words in the heads of tables."""
    predicates: PredicateReader
    """Verbs and agents."""
    roles: MoneyRoleReader
    """Roles of money."""
    trigger: Callable[[str], bool]
    """A cheap test for sentences that may hold a number."""
    packs: PackReader | None = None
    """What users have taught; None where nobody has."""

    def find(self, reading: Reading, lemma: Lemma) -> list[FigureFact]:
        """Find the number facts of an article, in text order."""
        whole = (0, len(reading.text))
        tables = reading.bulkhead.ask("tables", whole, partial(read_tables, reading.text, self.heads)) or []
        told = [sentence for sentence in reading.sentences if sentence.unit.tells and self.trigger(sentence.text)]
        hint = filter(None, [reading.article.title, reading.article.source])
        whose, topics = self.shared.whose.context(reading.text, hint), self.roles.topics(reading.text)
        known = _Known(reading, lemma, whose, topics, [], set())
        for sentence in told:
            inside = tuple(t for t in tables if t.start < sentence.end and sentence.start < t.end)
            asking = Asking(reading, sentence, inside)
            asking = replace(asking, proposed=self._proposed(asking, lemma))
            known.decided.update(asking.proposed.decided)
            if asking.refused is not None:
                for rule, number in asking.proposed.refused:
                    asking.refused(number, rule)
            known.facts.extend(asking.ask("figures", partial(self._sentence, asking, known)) or ())
        found = list(known.facts)
        for table in tables:
            read = partial(self._table, reading, table, lemma)
            cells = reading.bulkhead.ask("tables", (table.start, table.end), read) or ()
            found.extend(fact for fact in cells if fact.match.figure.number.start not in known.decided)
        found.sort(key=lambda fact: fact.match.figure.start)
        return reading.bulkhead.ask("comparisons", whole, partial(self._settled, reading, found)) or found

    def asked_packs(self, reading: Reading, sentence: Sentence, lemma: Lemma) -> Proposed:
        """Say what packs propose for a sentence of an article, and what they refuse."""
        return self._proposed(Asking(reading, sentence), lemma)

    def _proposed(self, asking: Asking, lemma: Lemma) -> Proposed:
        """Ask packs about all numbers of a sentence."""
        if self.packs is None:
            return NOTHING
        packs, sentence = self.packs, asking.sentence
        numbers = asking.ask("numbers", partial(self.claims.numbers.read, sentence.text, sentence.start)) or []
        return asking.ask("packs", partial(packs.read, sentence, numbers, lemma, dep_at(sentence))) or NOTHING

    def _table(self, reading: Reading, table: Table, lemma: Lemma) -> list[FigureFact]:
        """Give the facts of a table, each with the unit that its cell stands in."""
        facts = []
        for each in self.readers:
            for match, done in each.tabled(reading, table) if each.tabled else ():
                sentence = reading.sentence_at(match.figure.start)
                if sentence is None:
                    continue
                verb = lemma(done, "VBN") if done else None
                patient = each.kind.patient(match, sentence) if verb else None
                told = Predicate(verb, patient.place, Standing.PATIENT) if verb and patient else None
                facts.append(FigureFact(match, sentence, told))
        return facts

    def _settled(self, reading: Reading, found: Sequence[FigureFact]) -> list[FigureFact]:
        """Complete the facts of kinds for which the whole article has to be asked."""
        facts = list(found)
        for each in self.readers:
            if each.settle is None:
                continue
            places = [place for place, fact in enumerate(facts) if each.of(fact.match)]
            settled = each.settle(reading, [(facts[place].match, facts[place].sentence) for place in places])
            for place, match in zip(places, settled, strict=True):
                facts[place] = replace(facts[place], match=match)
        return facts

    def _sentence(self, asking: Asking, known: _Known) -> list[FigureFact]:
        """Read one sentence: its numbers, who claims each, what was done to what they count."""
        sentence = asking.sentence
        question, numbers = self._question(asking, known), self._numbers(asking)
        facts: list[FigureFact] = []
        read: list[Match] = []
        for each, found in self._claimed(asking, question, numbers):
            mine: list[FigureFact] = []
            for match in sorted([*found, *asking.proposed.of(each.kind.match)], key=_start):
                mine.append(self._fact(each.kind, asking, match, known, mine[-1] if mine else None))
            facts += one_role(mine, found)
            read += found
        facts.sort(key=lambda fact: (fact.match.figure.start, fact.match.figure.end))
        shared = shared_predicates(charges_shared(facts, sentence), sentence)
        return restating([without_figure_agent(fact, facts) for fact in shared], len(known.facts), read)

    def _numbers(self, asking: Asking) -> list[Number]:
        """List the numbers of a sentence that a kind may claim, those of tables and of packs left out."""
        numbers = asking.ask("numbers", partial(self.claims.open, asking.sentence, asking.refused)) or []
        numbers = [number for number in numbers if number.start not in asking.proposed.decided]
        if asking.tables:
            covered = [n for n in numbers if any(table.covers(n.start) for table in asking.tables)]
            numbers = [n for n in numbers if n.before in _SIGNS or n not in covered]
        return numbers

    def _question(self, asking: Asking, known: _Known) -> Question:
        sentence, near = asking.sentence, asking.near
        return Question(
            reading=asking.reading,
            sentence=sentence,
            near=near,
            lemma=known.lemma,
            dep_at=dep_at(sentence),
            whose=known.whose,
            changed=self.shared.change.changed(sentence, known.lemma),
            earlier=partial(_last, known.facts, near[0].index if near else sentence.index),
            decoys=self.shared.decoys.telling(asking.refused),
        )

    def _claimed(
        self, asking: Asking, question: Question, numbers: Sequence[Number]
    ) -> Iterator[tuple[KindReader, Sequence[Match]]]:
        """Yield what each kind claims, turn by turn; magnitudes that no currency took are multiplied out."""
        in_full = False
        question = _taking(question, asking.proposed.matches)
        for each in self.readers:
            if each.kind.turn > Turn.CURRENCY and not in_full:
                whole = (self.suffixes.in_full(asking.sentence, number) for number in numbers)
                numbers, in_full = [number for number in whole if number is not None], True
            found, places = asking.claim(each.name, partial(each.find, question), numbers)
            numbers = [number for place, number in enumerate(numbers) if place not in places]
            question = _taking(question, [match for match in found if not each.kind.counts_too(match)])
            yield each, found

    def _fact(
        self, kind: FigureKind, asking: Asking, match: Any, known: _Known, before: FigureFact | None
    ) -> FigureFact:
        """Read what was done to what a match counts; `before` is the fact of its kind ahead of it in the sentence."""
        sentence, lemma = asking.sentence, known.lemma
        patient = kind.patient(match, sentence) if kind.says("predicate") else None
        acted = None
        if patient is not None:
            read = partial(self.predicates.read, sentence, patient.place, lemma, asking.ahead, patient.noun)
            acted = asking.ask("predicates", read)
            acted = acted.by_nobody() if acted is not None and patient.differs else acted
        found = acted.predicate if acted else None
        if patient is not None:
            found = _told(patient, found, before)
        if not kind.says("money_role"):
            return FigureFact(match, sentence, found, acted)
        ahead = asking.ahead
        before_it = ahead[-1] if ahead else None
        amount = Amount(sentence, match.figure.start, match.amount_end, found, before_it, known.topics)
        role = asking.ask("money roles", partial(self.roles.read, amount, lemma))
        return FigureFact(match, sentence, found, acted, role)


def _told(patient: Patient, own: Predicate | None, before: FigureFact | None) -> Predicate | None:
    """Say what was done: what the form of the text says, else the fact before, else the words around it."""
    if patient.verb:
        return Predicate(patient.verb, patient.place, Standing.PATIENT)
    borrows = patient.borrowing is Borrowing.ALWAYS or (own is None and patient.borrowing is Borrowing.UNTOLD)
    return before.predicate if borrows and before is not None and before.predicate is not None else own


def _taking(question: Question, matches: Sequence[Match]) -> Question:
    """Add the figures of some matches to those that are taken."""
    spans = tuple((match.figure.start, match.figure.end) for match in matches)
    return replace(question, taken=question.taken + spans) if spans else question


def _start(match: Match) -> int:
    return match.figure.start


def _last(facts: Sequence[FigureFact], first: int, match: type[Any]) -> Any:
    """Give the last match of a type that stands in a sentence from the `first` on; None where there is none."""
    for fact in reversed(facts):
        if fact.sentence.index < first:
            return None
        if isinstance(fact.match, match):
            return fact.match
    return None


def figure_reader(
    lemma: Lemma, extra: tuple[Path, ...] = (), weights: tuple[Path, ...] = (), packs: Sequence[Pack] = ()
) -> FigureReader:
    """Make the readers of all number facts from their lexicons and weights, and from packs."""
    words, magnitudes, fractions = (lexicons.read(n, extra) for n in ("number_words", "magnitudes", "fractions"))
    bounds = bound_reader(lexicons.read("comparators", extra), lexicons.read("prepositional_nouns", extra))
    decoy = decoys.reader(extra)
    shared = Shared(lemma, bounds, decoy, whose_reader(extra), change_reader(extra), extra)
    return FigureReader(
        shared=shared,
        claims=ClaimReader(number_reader(words, magnitudes, fractions), decoy),
        readers=tuple(_kind_reader(kind, shared) for kind in sorted(KINDS, key=attrgetter("turn"))),
        suffixes=suffixes.reader(extra),
        heads=head_words(extra),
        predicates=predicate.reader(extra, weights),
        roles=money_role.reader(extra, weights),
        trigger=number_trigger(extra),
        packs=pack_rules.reader(packs, bounds, extra),
    )


def _kind_reader(kind: FigureKind, shared: Shared) -> KindReader:
    tabled = kind.tabled(shared) if kind.tabled else None
    return KindReader(kind, kind.reader(shared), tabled, kind.settled(shared) if kind.settled else None)
