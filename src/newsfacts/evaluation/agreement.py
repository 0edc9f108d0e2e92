"""Say how far two annotators agree, or gold and records: neither side is taken for the truth.

Phases: the items of each article that both have seen pair up as they do for the scores (scoring.py) → an item that only
one side has counts against it, unless the other leaves it open → of a pair every field that both state is compared;
where either accepts the other's answer they agree → relations, events and kinds of sections → sums over all articles.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsfacts.errors import EvaluationError
from newsfacts.evaluation.alpha import alpha
from newsfacts.evaluation.answers import Value, chosen, compared_fields, differ, shown
from newsfacts.evaluation.clusters import BCubed, Mention
from newsfacts.evaluation.evaluate import Score
from newsfacts.evaluation.files import read_gold
from newsfacts.evaluation.scoring import (
    KINDS,
    OF_FACTS,
    Item,
    Level,
    accepted,
    is_neutral,
    level,
    open_items,
    pair,
    wanted_items,
)

__all__ = ["Agreement", "Difference", "FieldAgreement", "agree", "agree_files"]

_SECTIONS = "sections.kind"


@dataclass(frozen=True, slots=True)
class Difference:
    """State one thing that the two see differently."""

    article_id: str
    name: str
    """Kind and field: "counts.found" where only one side has the item, else "counts.noun"."""
    start: int | None
    """Index of the first character of A's item, or B's where A has none; None for people."""
    end: int | None
    text: str
    """The characters there, or the person's name."""
    one: str
    """What A says; "" for nothing."""
    other: str
    """What B says."""


@dataclass
class FieldAgreement:
    """Gather what two sides say in one field of the items that both have."""

    pairs: list[tuple[Value, Value]] = field(default_factory=list)
    """By item; where either accepts the other's answer, the same value twice."""

    @property
    def agreed(self) -> int:
        """Count the pairs that agree."""
        return sum(not differ(one, other) for one, other in self.pairs)

    @property
    def share(self) -> float | None:
        """Give the share of pairs that agree; None where there are none."""
        return self.agreed / len(self.pairs) if self.pairs else None

    @property
    def alpha(self) -> float | None:
        """Give Krippendorff's alpha; None where chance has no part."""
        return alpha(self.pairs, differ)


@dataclass
class Agreement:
    """Hold how far two sides agree over all articles that both have."""

    articles: int = 0
    found: dict[str, Score] = field(default_factory=dict)
    """By "kind.found" and "kind.full": items of both, of A (wanted), of B (given)."""
    fields: dict[str, FieldAgreement] = field(default_factory=dict)
    """By "kind.field", and "sections.kind" by characters."""
    events: BCubed = field(default_factory=BCubed)
    """Which facts belong together, where both say so."""
    differences: list[Difference] = field(default_factory=list)
    """One by one, by article and kind."""
    only_one: list[str] = field(default_factory=list)
    """Articles that only A has."""
    only_other: list[str] = field(default_factory=list)
    """Articles that only B has."""


def agree(one: Mapping[str, Mapping[str, Any]], other: Mapping[str, Mapping[str, Any]]) -> Agreement:
    """Compare the gold of two sides, by article id."""
    result = Agreement(only_one=[name for name in one if name not in other])
    result.only_other = [name for name in other if name not in one]
    for name in (f"{kind}.{reached}" for kind in KINDS for reached in ("found", "full")):
        result.found[name] = Score()
    for article_id, first in one.items():
        if article_id in other:
            result.articles += 1
            _Compared(article_id, first, other[article_id], result).compare()
    return result


def agree_files(one: Path, other: Path) -> Agreement:
    """Compare two files or folders of gold, or records in the place of either.

    Raises:  EvaluationError where one of them cannot be read, or where they have no article in common.
    """
    first, second = read_gold(one), read_gold(other)
    result = agree(first, second)
    if not result.articles:
        raise EvaluationError(
            f"{other}: no article that {one} has, too ({_some(first)}; {_some(second)}); expected the same article ids"
        )
    return result


def _some(articles: Mapping[str, object]) -> str:
    return ", ".join(map(repr, list(articles)[:2])) or "none"


@dataclass(frozen=True, slots=True)
class _Compared:
    """Hold the two sides of one article while they are compared."""

    article_id: str
    one: Mapping[str, Any]
    other: Mapping[str, Any]
    result: Agreement

    def compare(self) -> None:
        """Add what this article shows."""
        pairs = {kind: self._items(kind) for kind in KINDS}
        self._ties([two for kind in KINDS for two in pairs[kind]])
        self._events([two for kind in KINDS for two in pairs[kind]])
        if self.one.get("section_kinds") and self.other.get("section_kinds"):
            self._sections()

    def _items(self, kind: str) -> list[tuple[Item, Item]]:
        mine, theirs = wanted_items(self.one, kind), wanted_items(self.other, kind)
        pairs = pair(kind, mine, theirs)
        lone = self._lone(kind, mine, {left for left, _ in pairs}, self.other)
        lone_other = self._lone(kind, theirs, {right for _, right in pairs}, self.one)
        both = [(mine[left], theirs[right]) for left, right in pairs]
        full = sum(level(kind, *two) is Level.FULL or level(kind, *two[::-1]) is Level.FULL for two in both)
        for name, right in (("found", len(both)), ("full", full)):
            self.result.found[f"{kind}.{name}"].add(right, len(both) + len(lone), len(both) + len(lone_other))
        for first, second in both:
            self._fields(kind, first, second)
        for item in lone:
            self._differ(f"{kind}.found", item, _said(kind, item), "")
        for item in lone_other:
            self._differ(f"{kind}.found", item, "", _said(kind, item))
        return both

    def _lone(self, kind: str, items: Sequence[Item], paired: set[int], rival: Mapping[str, Any]) -> list[Item]:
        left_open = open_items(rival, kind)
        return [item for place, item in enumerate(items) if place not in paired and not is_neutral(item, left_open)]

    def _fields(self, kind: str, first: Item, second: Item) -> None:
        for asked in compared_fields(kind):
            name, key = asked.gold, f"{kind}.{asked.gold}"
            if name not in first or name not in second:
                continue
            values = chosen(asked, first, second)
            self.result.fields.setdefault(key, FieldAgreement()).pairs.append(values)
            if differ(*values):
                self._differ(key, first, shown(first[name]), shown(second[name]))

    def _ties(self, pairs: Sequence[tuple[Item, Item]]) -> None:
        """Compare the ties between items that both sides have, by A's keys."""
        if "relations" not in self.one or "relations" not in self.other:
            return
        known = {first["key"]: first for first, _ in pairs if first.get("key")}
        renamed = {second["key"]: first["key"] for first, second in pairs if first.get("key") and second.get("key")}
        mine = {(t["type"], t["of"], t["to"]) for t in self.one["relations"] or [] if {t["of"], t["to"]} <= {*known}}
        theirs = {
            (t["type"], renamed[t["of"]], renamed[t["to"]])
            for t in self.other["relations"] or []
            if t["of"] in renamed and t["to"] in renamed
        }
        score = self.result.found.setdefault("relations.found", Score())
        score.add(len(mine & theirs), len(mine), len(theirs))
        for tie in sorted(mine ^ theirs):
            words = f"{known[tie[1]].get('span')} → {known[tie[2]].get('span')}"
            said_by = (words, "") if tie in mine else ("", words)
            self._differ(f"relations.{tie[0]}", known[tie[1]], *said_by)

    def _events(self, pairs: Sequence[tuple[Item, Item]]) -> None:
        self.result.events.add(
            [
                Mention(str(place), frozenset(filter(None, accepted(first, "event"))), second["event"])
                for place, (first, second) in enumerate(pairs)
                if first.get("event") and second.get("event")
            ]
        )

    def _sections(self) -> None:
        told = self.result.fields.setdefault(_SECTIONS, FieldAgreement())
        for start, end, first, second in _stretches(self.one["section_kinds"], self.other["section_kinds"]):
            told.pairs.extend([(first, second)] * (end - start))
            if first != second:
                self._differ(_SECTIONS, {"start": start, "end": end}, first, second)

    def _differ(self, name: str, item: Item, one: str, other: str) -> None:
        text = str(item.get("span") or item.get("name") or "")
        self.result.differences.append(
            Difference(self.article_id, name, item.get("start"), item.get("end"), text, one, other)
        )


def _stretches(one: Iterable[Item], other: Iterable[Item]) -> Iterator[tuple[int, int, str, str]]:
    """Yield the stretches that lie in one section on either side, with both kinds."""
    for first in one:
        for second in other:
            start, end = max(first["start"], second["start"]), min(first["end"], second["end"])
            if start < end:
                yield start, end, str(first["kind"]), str(second["kind"])


def _said(kind: str, item: Item) -> str:
    """Describe an item: what a person is called, a number with what it is of, a quote with its speaker."""
    names = ("comparator", "value", OF_FACTS[kind].gold.decides.gold) if kind in OF_FACTS else ("name", "part")
    return " ".join(str(item[name]) for name in names if item.get(name) and item[name] != "eq") or "a quote"
