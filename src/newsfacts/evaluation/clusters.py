"""Compare which facts belong to one happening with gold: B-cubed and pairwise.

Number facts of a record pair up with gold's items as in scoring.py; those that both sides have are compared, with
gold's label `event` (and `event_alt`, other labels that are right) beside the record's `event_id`. B-cubed: for each
fact, which share of those that it is put together with belongs there (precision), and which share of those that belong
together with it is there (recall); the mean over all facts of all articles. Pairwise: the same over pairs of facts.
Source: Bagga and Baldwin, Algorithms for Scoring Coreference Chains (1998).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from newsfacts.evaluation.scoring import NUMBERS, accepted, as_items, pair

__all__ = ["BCubed", "Mention", "bcubed", "mentions", "pairwise"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Hold one fact that gold and record have."""

    fact_id: str
    """In the record."""
    wanted: frozenset[str]
    """Gold's labels; the first sort of agreement counts."""
    given: str
    """The record's event; the fact_id where it has none."""


@dataclass
class BCubed:
    """Sum up agreement over the facts of many articles."""

    facts: int = 0
    """Facts compared."""
    right_together: Decimal = Decimal(0)
    """Sum over facts of the share of what they are put together with that belongs there."""
    found_together: Decimal = Decimal(0)
    """Sum over facts of the share of what belongs together with them that is there."""

    def add(self, found: Sequence[Mention]) -> None:
        """Take the facts of an article in."""
        right, complete = bcubed(found)
        self.facts += len(found)
        self.right_together += right
        self.found_together += complete

    @property
    def precision(self) -> float:
        """Give the mean of the first share; 0 where nothing is compared."""
        return float(self.right_together / self.facts) if self.facts else 0.0

    @property
    def recall(self) -> float:
        """Give the mean of the second share; 0 where nothing is compared."""
        return float(self.found_together / self.facts) if self.facts else 0.0

    @property
    def f1(self) -> float:
        """Give their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def mentions(gold: Mapping[str, Any], record: Mapping[str, Any]) -> list[Mention]:
    """List the facts of one article that gold gives an event and the record has, in text order."""
    items, found = as_items(record), []
    for kind, known in NUMBERS.items():
        facts = [fact for fact in record.get("facts") or [] if fact["kind"] == known.kind]
        wanted = gold.get(kind) or []
        for left, right in pair(kind, wanted, items[kind]):
            if wanted[left].get("event"):
                fact, labels = facts[right], frozenset(filter(None, accepted(wanted[left], "event")))
                found.append(
                    (fact["start_char"], Mention(fact["fact_id"], labels, fact.get("event_id") or fact["fact_id"]))
                )
    return [mention for _, mention in sorted(found, key=lambda one: (one[0], one[1].fact_id))]


def bcubed(found: Sequence[Mention]) -> tuple[Decimal, Decimal]:
    """Give the sums of precision and recall over the facts of one article."""
    precision = recall = Decimal(0)
    for one in found:
        together = [other for other in found if other.given == one.given]
        belonging = [other for other in found if other.wanted & one.wanted]
        right = sum(bool(other.wanted & one.wanted) for other in together)
        precision += Decimal(right) / len(together)
        recall += Decimal(right) / len(belonging)
    return precision, recall


def pairwise(found: Sequence[Mention]) -> tuple[int, int, int]:
    """Count the pairs of facts of one article that are right, that gold wants and that the record gives."""
    pairs = [(one, other) for place, one in enumerate(found) for other in found[place + 1 :]]
    wanted = [bool(one.wanted & other.wanted) for one, other in pairs]
    given = [one.given == other.given for one, other in pairs]
    return sum(a and b for a, b in zip(wanted, given, strict=True)), sum(wanted), sum(given)
