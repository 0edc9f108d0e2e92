"""The number facts of an article: every number goes to the kind that claims it, in one visible order.

Rules of packs are asked first. Percentages and money claim by the sign beside the number, quantities by the unit; what
is left and is no decoy may be a count.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from newsfacts import lexicons
from newsfacts.actions import money_role, predicate
from newsfacts.actions.act import Predicate, Standing
from newsfacts.actions.figure_fact import FigureFact, Match
from newsfacts.actions.money_role import Amount, MoneyRoleReader
from newsfacts.actions.predicate import Acted, PredicateReader
from newsfacts.actions.sharing import charges_shared, one_role, restating, shared_predicates, without_figure_agent
from newsfacts.figures import not_facts as decoys
from newsfacts.figures import suffixes
from newsfacts.figures.bounds import BoundReader, bound_reader, dep_at
from newsfacts.figures.claims import ClaimReader
from newsfacts.figures.count import reader as count
from newsfacts.figures.count import tabled
from newsfacts.figures.count.reader import CountMatch, CountReader, CountText
from newsfacts.figures.count.tabled import TabledCounts
from newsfacts.figures.kinds import KINDS, kind_of
from newsfacts.figures.money import reader as money
from newsfacts.figures.money.reader import MoneyContext, MoneyMatch, MoneyReader, MoneyText
from newsfacts.figures.numbers import Number, number_reader
from newsfacts.figures.percentage import reader as percentage
from newsfacts.figures.percentage.reader import PercentageMatch, PercentageReader
from newsfacts.figures.percentage.tabled import tabled_percentages
from newsfacts.figures.quantity import reader as quantity
from newsfacts.figures.quantity.reader import QuantityMatch, QuantityReader
from newsfacts.figures.suffixes import SuffixReader
from newsfacts.figures.table import read_tables
from newsfacts.figures.table_shapes import Table
from newsfacts.language.lemmas import Lemma
from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.language.triage import number_trigger
from newsfacts.packs import reader as pack_rules
from newsfacts.packs.pack import Pack
from newsfacts.packs.reader import NOTHING, PackReader, Proposed
from newsfacts.record import MoneyRole
from newsfacts.rules.rule import Rule

__all__ = ["FigureFact", "FigureReader", "Match", "figure_reader"]

_REACH = 3
"""Units back to which an elided noun may refer."""

_SIGNS = frozenset("£$€₦₹")
"""Money in a table is read where it stands."""

_M = TypeVar("_M", CountMatch, PercentageMatch)
_T = TypeVar("_T")
_Any = TypeVar("_Any", CountMatch, MoneyMatch, PercentageMatch, QuantityMatch)


@dataclass(frozen=True)
class FigureReader:
    """Find the number facts of articles; make one with `figure_reader`."""

    claims: ClaimReader
    """Numbers that a kind of fact may claim."""
    percentages: PercentageReader
    """Percentages."""
    money: MoneyReader
    """Amounts of money."""
    suffixes: SuffixReader
    """Magnitudes glued to digits that are no money."""
    quantities: QuantityReader
    """Quantities."""
    counts: CountReader
    """Counts."""
    tabled: TabledCounts
    """Counts in tables."""
    bounds: BoundReader
    """Bounds around numbers."""
    predicates: PredicateReader
    """Verbs and agents."""
    roles: MoneyRoleReader
    """Roles of money."""
    further: tuple[tuple[str, Callable[[Sentence, Sequence[Number]], Iterable[Any]]], ...]
    """The readers of kinds that need their own sentence alone, by gold's names of them."""
    trigger: Callable[[str], bool]
    """A cheap test for sentences that may hold a number."""
    packs: PackReader | None = None
    """What users have taught; None where nobody has."""

    def find(self, reading: Reading, lemma: Lemma) -> list[FigureFact]:
        """Find the number facts of an article, in text order."""
        found: list[FigureFact] = []
        context: MoneyContext | None = None
        topics: frozenset[MoneyRole] = frozenset()
        whole = (0, len(reading.text))
        decided: set[int] = set()
        tables = reading.bulkhead.ask("tables", whole, partial(read_tables, reading.text, self.tabled.heads)) or []
        for sentence in reading.sentences:
            if not sentence.unit.tells or not self.trigger(sentence.text):
                continue
            if context is None:
                topics = self.roles.topics(reading.text)
                hint = filter(None, [reading.article.title, reading.article.source])
                context = self.money.context(reading.text, hint)
            inside = tuple(t for t in tables if t.start < sentence.end and sentence.start < t.end)
            asked = _Asked(reading, sentence, inside)
            asked = replace(asked, proposed=self.proposed(asked, lemma))
            decided |= asked.proposed.decided
            if asked.refused is not None:
                for rule, number in asked.proposed.refused:
                    asked.refused(number, rule)
            read = partial(self._sentence, asked, lemma, context, found, topics)
            found.extend(asked.ask("figures", read) or ())
        for table in tables:
            read = partial(self._table, reading, table, lemma)
            told = reading.bulkhead.ask("tables", (table.start, table.end), read) or ()
            found.extend(fact for fact in told if fact.match.figure.number.start not in decided)
        found.sort(key=lambda fact: fact.match.figure.start)
        return reading.bulkhead.ask("comparisons", whole, partial(self._compared, reading, found)) or found

    def asked_packs(self, reading: Reading, sentence: Sentence, lemma: Lemma) -> Proposed:
        """Say what packs propose for a sentence of an article, and what they refuse."""
        return self.proposed(_Asked(reading, sentence, ()), lemma)

    def proposed(self, asked: "_Asked", lemma: Lemma) -> Proposed:
        """Ask packs about all numbers of a sentence."""
        if self.packs is None:
            return NOTHING
        packs, sentence = self.packs, asked.sentence
        numbers = asked.ask("numbers", partial(self.claims.numbers.read, sentence.text, sentence.start)) or []
        return asked.ask("packs", partial(packs.read, sentence, numbers, lemma, dep_at(sentence))) or NOTHING

    def _table(self, reading: Reading, table: Table, lemma: Lemma) -> list[FigureFact]:
        """Give the facts of a table, each with the unit that its cell stands in."""
        facts = []
        for match in tabled_percentages(table):
            sentence = reading.sentence_at(match.figure.start)
            facts += [FigureFact(match, sentence)] if sentence else []
        for counted in self.tabled.find(reading, table, lemma):
            count, sentence = counted.match, reading.sentence_at(counted.match.figure.start)
            verb = lemma(counted.verb, "VBN") if counted.verb else None
            told = Predicate(verb, count.anchor, Standing.PATIENT) if verb else None
            facts += [FigureFact(count, sentence, told)] if sentence else []
        return facts

    def _compared(self, reading: Reading, found: list[FigureFact]) -> list[FigureFact]:
        """Give the percentages what they are compared with, for which the whole article is asked."""
        told = [(fact.match, fact.sentence) for fact in found if isinstance(fact.match, PercentageMatch)]
        compared = iter(self.percentages.compare(reading, told))
        return [
            replace(fact, match=next(compared)) if isinstance(fact.match, PercentageMatch) else fact for fact in found
        ]

    def _sentence(
        self,
        asked: "_Asked",
        lemma: Lemma,
        context: MoneyContext,
        before: list[FigureFact],
        topics: frozenset[MoneyRole],
    ) -> list[FigureFact]:
        sentence, near, proposed = asked.sentence, asked.near, asked.proposed
        text, offset, dep = sentence.text, sentence.start, dep_at(sentence)
        numbers = asked.ask("numbers", partial(self.claims.open, sentence, asked.refused)) or []
        numbers = [number for number in numbers if number.start not in proposed.decided]
        if asked.tables:
            covered = [n for n in numbers if any(table.covers(n.start) for table in asked.tables)]
            numbers = [n for n in numbers if n.before in _SIGNS or n not in covered]
        changed = self.counts.changed(sentence, lemma)
        earlier = _last(before, near, sentence, PercentageMatch)
        percentages, rest = asked.claim(
            "percentages",
            lambda given: self.percentages.find(asked.reading.sentences, sentence.index, given, dep, earlier),
            numbers,
        )
        amounts, rest = asked.claim(
            "money",
            lambda given: self.money.find(MoneyText(text, offset, context, dep, changed), given),
            rest,
        )
        rest = [number for each in rest if (number := self.suffixes.in_full(sentence, each)) is not None]
        quantities, rest = asked.claim(
            "quantities",
            lambda given: self.quantities.find(sentence, given, dep, american=lambda: context.american),
            rest,
        )
        further: list[Any] = []
        for name, find in self.further:
            more, rest = asked.claim(name, partial(_claimed_by, find, sentence), rest)
            further += more
        counted = CountText(sentence, lemma, dep, _last(before, near, sentence, CountMatch), near)
        decoys = self.claims.decoys.telling(asked.refused)
        counts, _ = asked.claim(
            "counts", lambda given: (self.counts.find(counted, given, decoys, self.bounds), set()), rest
        )
        signed = [percentage for percentage in percentages if not percentage.counted]
        claimed: list[Match] = [*signed, *amounts, *quantities, *further, *proposed.matches]
        taken = [(m.figure.start, m.figure.end) for m in claimed]
        counts = [m for m in counts if not any(a < m.figure.number.end and m.figure.number.start < b for a, b in taken)]
        counts = sorted([*counts, *proposed.of(CountMatch)], key=lambda match: match.figure.start)
        facts = [FigureFact(match, sentence) for match in (*percentages, *proposed.of(PercentageMatch))]
        facts += one_role([self._amount(asked, match, lemma, topics) for match in amounts])
        facts += [self._amount(asked, match, lemma, topics) for match in proposed.of(MoneyMatch)]
        facts += [self._quantity(asked, match, lemma) for match in (*quantities, *proposed.of(QuantityMatch))]
        facts += [self._plain(asked, match, lemma) for match in further]
        told: FigureFact | None = None
        for match in counts:
            told = self._count(asked, match, lemma, told)
            facts.append(told)
        facts.sort(key=lambda fact: (fact.match.figure.start, fact.match.figure.end))
        shared = shared_predicates(charges_shared(facts, sentence), sentence)
        facts = [without_figure_agent(fact, facts) for fact in shared]
        return restating(facts, len(before), amounts)

    def _acted(self, asked: "_Asked", place: int, lemma: Lemma, noun: str = "") -> Acted | None:
        read = partial(self.predicates.read, asked.sentence, place, lemma, asked.near, noun)
        return asked.ask("predicates", read)

    def _count(self, asked: "_Asked", match: CountMatch, lemma: Lemma, before: FigureFact | None) -> FigureFact:
        number = asked.sentence.token_at(match.figure.number.start)
        place = match.anchor if match.anchor >= 0 or number is None else number.position
        acted = None if match.idle else self._acted(asked, place, lemma, match.noun)
        if acted is not None and match.direction is not None:
            acted = acted.by_nobody()
        found = acted.predicate if acted else None
        borrows = match.borrows or (found is None and match.elided)
        if before is not None and before.predicate is not None and borrows:
            found = before.predicate  # "eleven were held for robbery, five for cultism"
        if match.charged:
            found = Predicate("charge", match.anchor, Standing.PATIENT)  # a line of a charge sheet
        return FigureFact(match, asked.sentence, found, acted)

    def _amount(self, asked: "_Asked", match: MoneyMatch, lemma: Lemma, topics: frozenset[MoneyRole]) -> FigureFact:
        sentence = asked.sentence
        token = sentence.token_at(match.amount_end - 1)
        acted = self._acted(asked, token.position, lemma) if token else None
        found = acted.predicate if acted else None
        before = asked.near[-1] if asked.near else None
        amount = Amount(sentence, match.figure.start, match.amount_end, found, before, topics)
        return FigureFact(
            match, sentence, found, acted, asked.ask("money roles", partial(self.roles.read, amount, lemma))
        )

    def _quantity(self, asked: "_Asked", match: QuantityMatch, lemma: Lemma) -> FigureFact:
        sentence = asked.sentence
        token = sentence.token_at(match.unit_start) or sentence.token_at(match.figure.end - 1)
        acted = self._acted(asked, token.position, lemma) if token else None
        return FigureFact(match, sentence, acted.predicate if acted else None, acted)

    def _plain(self, asked: "_Asked", match: Any, lemma: Lemma) -> FigureFact:
        token = asked.sentence.token_at(match.figure.end - 1)
        acted = self._acted(asked, token.position, lemma) if token and kind_of(match).says("predicate") else None
        return FigureFact(match, asked.sentence, acted.predicate if acted else None, acted)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Hold the sentence that the readers are asked about; what one fails at costs no other its facts."""

    reading: Reading
    sentence: Sentence
    tables: tuple[Table, ...]
    proposed: Proposed = NOTHING
    """What packs say of it."""

    @property
    def near(self) -> Sequence[Sentence]:
        """List the sentences before it to which it may refer."""
        return self.reading.before(self.sentence, _REACH)

    @property
    def refused(self) -> Callable[[Number, Rule], None] | None:
        """Give whom to tell of numbers that are no facts; None where nobody asks."""
        trace = self.reading.trace
        if trace is None:
            return None
        given, unit = self.reading.given_span, self.reading.given_span(self.sentence.start, self.sentence.end)
        return lambda number, rule: trace.refuse(given(number.start, number.end), unit, rule)

    def ask(self, reader: str, read: Callable[[], _T]) -> _T | None:
        """Give what a reader finds in the sentence, None where it fails."""
        return self.reading.bulkhead.ask(reader, (self.sentence.start, self.sentence.end), read)

    def claim(
        self, reader: str, find: Callable[[Sequence[Number]], tuple[list[_Any], set[int]]], numbers: Sequence[Number]
    ) -> tuple[list[_Any], list[Number]]:
        """Let a reader claim numbers; give what it found and the numbers that are left.

        Where it fails on all of them together it is asked for each alone. A number at which it fails even so is left
        to nobody: the next reader would take for its own what this one could not read. A reader that fails at each of
        several numbers is broken itself, and the others go on without it.
        """
        together = self.ask(reader, lambda: find(numbers))
        if together is not None:
            found, used = together
            return found, [number for place, number in enumerate(numbers) if place not in used]
        found, left, failed = [], [], 0
        for number in numbers:
            try:
                alone, used = find([number])
            except Exception:  # the warning has been given
                failed += 1
                continue
            found.extend(alone)
            left.extend([] if used else [number])
        return found, list(numbers) if failed == len(numbers) > 1 else left


def figure_reader(
    lemma: Lemma, extra: tuple[Path, ...] = (), weights: tuple[Path, ...] = (), packs: Sequence[Pack] = ()
) -> FigureReader:
    """Make the readers of all number facts from their lexicons and weights, and from packs."""
    words, magnitudes, fractions = (lexicons.read(n, extra) for n in ("number_words", "magnitudes", "fractions"))
    bounds = bound_reader(lexicons.read("comparators", extra), lexicons.read("prepositional_nouns", extra))
    decoy = decoys.reader(extra)
    return FigureReader(
        claims=ClaimReader(number_reader(words, magnitudes, fractions), decoy),
        percentages=percentage.reader(lemma, bounds, extra),
        money=money.reader(bounds, extra),
        suffixes=suffixes.reader(extra),
        quantities=quantity.reader(bounds, extra),
        counts=count.reader(decoy, extra),
        tabled=tabled.reader(extra),
        bounds=bounds,
        predicates=predicate.reader(extra, weights),
        roles=money_role.reader(extra, weights),
        further=tuple((kind.gold.name, kind.reader(bounds, extra)) for kind in KINDS if kind.reader),
        trigger=number_trigger(extra),
        packs=pack_rules.reader(packs, bounds, extra),
    )


def _claimed_by(
    find: Callable[[Sentence, Sequence[Number]], Iterable[Any]], sentence: Sentence, numbers: Sequence[Number]
) -> tuple[list[Any], set[int]]:
    """Give what a reader finds, and the places of the numbers that it takes."""
    found = list(find(sentence, numbers))
    taken = [match.figure for match in found]
    used = {p for p, number in enumerate(numbers) for one in taken if one.start <= number.start < one.end}
    return found, used


def _last(before: list[FigureFact], near: Sequence[Sentence], sentence: Sentence, kind: type[_M]) -> _M | None:
    """Give the last match of a kind that stands in a sentence or a few units before it."""
    first = near[0].index if near else sentence.index
    for fact in reversed(before):
        if fact.sentence.index < first:
            return None
        if isinstance(fact.match, kind):
            return fact.match
    return None
