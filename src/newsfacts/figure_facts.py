"""The number facts of an article: every number goes to the kind that claims it, in one visible order.

Percentages and money claim by the sign beside the number, quantities by the unit; what is left and is no decoy may be a count.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from newsfacts import decoys, lexicons
from newsfacts.comparators import bound_reader
from newsfacts.context import measure, money_role, predicate
from newsfacts.context.money_role import MoneyRoleReader
from newsfacts.context.predicate import Lemma, Predicate, PredicateReader
from newsfacts.facts import count, money, percentage, quantity
from newsfacts.facts.count import CountMatch, CountReader
from newsfacts.facts.money import MoneyContext, MoneyMatch, MoneyReader
from newsfacts.facts.percentage import PercentageMatch, PercentageReader
from newsfacts.facts.quantity import QuantityMatch, QuantityReader
from newsfacts.language import Sentence
from newsfacts.numbers import NumberReader, number_reader
from newsfacts.reading import Reading
from newsfacts.record import MoneyRole

__all__ = ["FigureFact", "FigureReader", "figure_reader"]

_REACH = 3
"""Units back to which an elided noun may refer."""

_M = TypeVar("_M", CountMatch, PercentageMatch)

Match = CountMatch | MoneyMatch | PercentageMatch | QuantityMatch
"""What one of the readers found."""


@dataclass(frozen=True, slots=True)
class FigureFact:
    """Hold one number fact with the sentence it stands in."""

    match: Match
    """What the reader of its kind found."""
    sentence: Sentence
    """The parsed unit around it."""
    predicate: Predicate | None = None
    """What happened, and who did it; None for percentages."""
    role: MoneyRole | None = None
    """What an amount of money is; None for other kinds."""
    refers_to: int | None = None
    """Place, in the list of facts, of the fact that it is part of, restates or changes from."""


@dataclass(frozen=True)
class FigureReader:
    """Find the number facts of articles; make one with `figure_reader`."""

    numbers: NumberReader
    """Digits and words to numbers."""
    percentages: PercentageReader
    """Percentages."""
    money: MoneyReader
    """Amounts of money."""
    quantities: QuantityReader
    """Quantities."""
    counts: CountReader
    """Counts."""
    predicates: PredicateReader
    """Verbs and agents."""
    roles: MoneyRoleReader
    """Roles of money."""
    substances: frozenset[str]
    """Things that are weighed, which keeps "pounds of" them from being money."""
    trigger: re.Pattern[str]
    """A cheap test for sentences that may hold a number."""

    def find(self, reading: Reading, lemma: Lemma) -> list[FigureFact]:
        """Find the number facts of an article, in text order."""
        found: list[FigureFact] = []
        context: MoneyContext | None = None
        for sentence in reading.sentences:
            if not self.trigger.search(sentence.text):
                continue
            if context is None:
                context = self.money.context(reading.text, filter(None, [reading.article.title]))
            found.extend(self._sentence(sentence, lemma, context, found))
        return found

    def _sentence(
        self, sentence: Sentence, lemma: Lemma, context: MoneyContext, before: list[FigureFact]
    ) -> list[FigureFact]:
        text, offset = sentence.text, sentence.start

        def is_preposition(char: int) -> bool:
            token = sentence.token_at(char + offset)
            return token is not None and token.dep == "prep"

        numbers = self.numbers.read(text, offset)
        earlier = _last(before, sentence, PercentageMatch)
        percentages, used = self.percentages.find(sentence, numbers, is_preposition, earlier)
        rest = [number for place, number in enumerate(numbers) if place not in used]
        amounts, used = self.money.find(text, offset, rest, context, is_preposition, self.substances)
        rest = [number for place, number in enumerate(rest) if place not in used]
        quantities, used = self.quantities.find(sentence, rest, is_preposition)
        rest = [number for place, number in enumerate(rest) if place not in used]
        counts = self.counts.find(sentence, rest, lemma, is_preposition, _last(before, sentence, CountMatch))
        taken = [(m.figure.start, m.figure.end) for m in (*percentages, *amounts, *quantities)]
        counts = [m for m in counts if not any(a < m.figure.number.end and m.figure.number.start < b for a, b in taken)]
        facts = [FigureFact(match, sentence) for match in percentages]
        facts += [self._amount(sentence, match, lemma) for match in amounts]
        facts += [self._quantity(sentence, match, lemma) for match in quantities]
        facts += [FigureFact(m, sentence, self.predicates.read(sentence, m.anchor, lemma)) for m in counts]
        facts.sort(key=lambda fact: (fact.match.figure.start, fact.match.figure.end))
        return _related(facts, len(before), amounts)

    def _amount(self, sentence: Sentence, match: MoneyMatch, lemma: Lemma) -> FigureFact:
        token = sentence.token_at(match.amount_end - 1)
        found = self.predicates.read(sentence, token.position, lemma) if token else None
        role = self.roles.read(sentence, match.figure.start, match.amount_end, found, lemma)
        return FigureFact(match, sentence, found, role)

    def _quantity(self, sentence: Sentence, match: QuantityMatch, lemma: Lemma) -> FigureFact:
        token = sentence.token_at(match.unit_start) or sentence.token_at(match.figure.end - 1)
        return FigureFact(match, sentence, self.predicates.read(sentence, token.position, lemma) if token else None)


def figure_reader(lemma: Lemma, extra: Path | None = None) -> FigureReader:
    """Make the readers of all number facts from their lexicons."""
    words, magnitudes, fractions = (lexicons.read(n, extra) for n in ("number_words", "magnitudes", "fractions"))
    bounds = bound_reader(lexicons.read("comparators", extra), lexicons.read("prepositional_nouns", extra))
    known = [*words.words(), *magnitudes.words(), *fractions.words(), "no", "couple"]
    decoy = decoys.reader(extra)
    return FigureReader(
        numbers=number_reader(words, magnitudes, fractions),
        percentages=percentage.reader(measure.reader(lemma, extra), bounds, extra),
        money=money.reader(bounds, extra),
        quantities=quantity.reader(bounds, extra),
        counts=count.reader(decoy, bounds, extra),
        predicates=predicate.reader(extra),
        roles=money_role.reader(extra),
        substances=lexicons.read("substances", extra).words(),
        trigger=re.compile(rf"\d|[½¼¾]|\b(?:{lexicons.alternation(w for w in known if len(w) > 1)})\b", re.IGNORECASE),
    )


def _last(before: list[FigureFact], sentence: Sentence, kind: type[_M]) -> _M | None:
    """Give the last match of a kind that stands a few units ahead at most."""
    for fact in reversed(before):
        if sentence.index - fact.sentence.index > _REACH:
            return None
        if isinstance(fact.match, kind):
            return fact.match
    return None


def _related(facts: list[FigureFact], size: int, amounts: list[MoneyMatch]) -> list[FigureFact]:
    """Point each fact that depends on another at its place in the list of all facts."""
    related: list[FigureFact] = []
    places = {id(fact.match): place + size for place, fact in enumerate(facts)}
    last_count = size - 1
    for place, fact in enumerate(facts):
        match, target = fact.match, None
        if isinstance(match, MoneyMatch) and match.converts is not None:
            target = places.get(id(amounts[match.converts]))
        if isinstance(match, CountMatch):
            if (match.subset or match.changes) and last_count >= 0:
                target = last_count
            last_count = place + size
        related.append(FigureFact(match, fact.sentence, fact.predicate, fact.role, target))
    return related
