"""List what is wrong, one by one: what gold has and nobody found, what was found and is not in gold, what differs.

Phases: the items of each article pair up as they do for the scores (scoring.py) → what did not pair is missed or extra,
what paired may be wrong in a field (`mistakes`) → those asked for are chosen (`chosen`), put into groups, and written
(`format_mistakes`). So each mistake that a score counts is here once, and nothing else is.
"""

import difflib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from newsfacts.assemble.kinds import KINDS as FACT_KINDS
from newsfacts.errors import EvaluationError
from newsfacts.evaluation.relation_scoring import TYPES, End, ties
from newsfacts.evaluation.scoring import (
    KINDS,
    NUMBERS,
    Item,
    Level,
    accepted,
    as_items,
    attributes,
    is_neutral,
    level,
    open_items,
    pair,
    roles,
    told_of,
    wanted_items,
)
from newsfacts.evaluation.section_scoring import confused

__all__ = ["ALL", "GROUPS", "Mistake", "What", "chosen", "format_mistakes", "format_mistakes_json", "mistakes"]

ALL = "all"
"""Asks for the mistakes of every kind."""
_NOTHING = "nothing"
_DECIDES = {kind.gold.name: kind.gold.decides.name for kind in FACT_KINDS} | {"people": "name"}
_CONTEXT = ("event_type", "status", "attribution", "time_text", "time", "place")
_OWN = {
    "people": ("name", "part", "age", "titles", "organisations"),
    **{name: ("comparator", *(f.name for f in kind.gold.fields), *_CONTEXT) for name, kind in NUMBERS.items()},
    **{
        kind.gold.name: tuple(field.name for field in kind.gold.fields)
        for kind in FACT_KINDS
        if kind.gold.name not in NUMBERS
    },
    "relations": TYPES,
    "sections": ("kind",),
}
"""For each kind the fields that can be wrong; `found` stands for the item itself."""
_IN_GOLD: Mapping[str, tuple[str, ...]] = {"time": ("time_start", "time_end")} | {
    field.name: (field.gold,) for kind in FACT_KINDS for field in kind.gold.fields if field.gold != field.name
}
"""Fields by the names that gold has for them, where they are others."""


class What(StrEnum):
    """Say what kind of mistake it is."""

    MISSED = "MISSED"
    EXTRA = "EXTRA"
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Mistake:
    """State one difference between gold and a record."""

    article_id: str
    """Article that it is in."""
    source: str
    """Host of the article's URL, else its folder or file."""
    kind: str
    """One of KINDS, "relations" or "sections"."""
    field: str
    """What is wrong of the item; "found" where the item itself is missed or extra."""
    what: What
    """Missed, extra or wrong."""
    start_char: int | None
    """Index of the first character, of gold's item where there is one; None for people of gold, who have no place."""
    end_char: int | None
    """Index behind the last one."""
    text: str
    """The characters there, or the person's name."""
    gold: str
    """What gold says, with what else it accepts."""
    found: str
    """What the record says."""
    rule: str
    """The rule that found it; "" where nothing was found."""

    @property
    def name(self) -> str:
        """Give kind and field, as the scores name them."""
        return f"{self.kind}.{self.field}"


GROUPS: Mapping[str, Callable[[Mistake], str]] = {
    "rule": lambda mistake: mistake.rule or "(no rule: nothing was found)",
    "kind": lambda mistake: mistake.kind,
    "source": lambda mistake: mistake.source,
    "field": lambda mistake: mistake.name,
}
"""What mistakes can be put together by."""


def mistakes(gold: Mapping[str, Mapping[str, Any]], records: Mapping[str, Mapping[str, Any]]) -> Iterator[Mistake]:
    """Yield every mistake, by article in the order of gold, and there by kind."""
    for article_id, wanted in gold.items():
        record = records.get(article_id) or {}
        compared = _Compared(article_id, _source(article_id, record), wanted, record)
        for kind in KINDS:
            yield from compared.items(kind)
        if "relations" in wanted:
            yield from compared.ties()
        yield from compared.sections()


@dataclass(frozen=True, slots=True)
class _Compared:
    """Hold one article's gold and record while they are compared."""

    article_id: str
    source: str
    gold: Mapping[str, Any]
    record: Mapping[str, Any]

    def items(self, kind: str) -> Iterator[Mistake]:
        """Yield what is missed, extra or wrong of one kind."""
        wanted, found = wanted_items(self.gold, kind), as_items(self.record)[kind]
        told, left_open = told_of(self.record, kind), open_items(self.gold, kind)
        paired = dict(pair(kind, wanted, found))
        for place, item in enumerate(wanted):
            if place in paired:
                yield from self._wrong(kind, item, found[paired[place]], told[paired[place]])
            else:
                yield self._mistake((kind, "found", What.MISSED), item, (_said(kind, item), _NOTHING), {})
        extra = [place for place in range(len(found)) if place not in paired.values()]
        for place in extra:
            if not is_neutral(found[place], left_open):
                said = (_NOTHING, _said(kind, found[place]))
                yield self._mistake((kind, "found", What.EXTRA), {}, said, told[place])

    def _wrong(self, kind: str, item: Item, found: Item, told: Mapping[str, Any]) -> Iterator[Mistake]:
        reached = level(kind, item, found)
        fields = [] if reached is Level.FULL else ["comparator" if reached is Level.FOUND else _DECIDES[kind]]
        fields += [field for field, right in attributes(kind, item, found) if not right]
        for field in fields:
            said = (_accepted(item, field), _value(found, field))
            yield self._mistake((kind, field, What.WRONG), item, said, told)
        for field in ("titles", "organisations") if kind == "people" else ():
            right, wanted, given = roles(field, item, found)
            if right < max(wanted, given):
                what = What.MISSED if right == given else What.EXTRA if right == wanted else What.WRONG
                yield self._mistake((kind, field, what), item, (_accepted(item, field), _value(found, field)), told)

    def ties(self) -> Iterator[Mistake]:
        """Yield the ties that only one side states."""
        for tie in ties(self.gold, self.record):
            if tie.wanted and tie.given:
                continue
            what = What.MISSED if tie.wanted else What.EXTRA
            stated = f"{self._end(tie.of)} → {self._end(tie.to)}"
            said = (stated, _NOTHING) if tie.wanted else (_NOTHING, stated)
            item, told = self._item(tie.of)
            yield self._mistake(("relations", tie.type, what), item, said, told)

    def _item(self, end: End) -> tuple[Item, Mapping[str, Any]]:
        kind, key = end
        if kind:
            return next((item for item in self.gold[kind] if item.get("key") == key), {}), {}
        return {}, next((fact for fact in self.record.get("facts") or [] if fact["fact_id"] == key), {})

    def _end(self, end: End) -> str:
        item, told = self._item(end)
        return str(item.get("span") or told.get("text") or repr(end[1]))

    def sections(self) -> Iterator[Mistake]:
        """Yield the stretches whose kind is another in gold."""
        for start, end, wanted, found in confused(self.gold, self.record):
            if wanted != found:
                place = {"start": start, "end": end}
                yield self._mistake(("sections", "kind", What.WRONG), place, (wanted, found or _NOTHING), {})

    def _mistake(
        self, which: tuple[str, str, What], item: Item, said: tuple[str, str], told: Mapping[str, Any]
    ) -> Mistake:
        kind, field, what = which
        mention = (told.get("mentions") or [{}])[0] if kind == "people" else told
        start, end = (item["start"], item["end"]) if "start" in item else _where(mention)
        text = item.get("name") or item.get("span") or told.get("name") or told.get("text") or ""
        return Mistake(
            *(self.article_id, self.source, kind, field, what, start, end, text, *said),
            rule=_rule(told),
        )


def _where(told: Mapping[str, Any]) -> tuple[int | None, int | None]:
    return told.get("start_char"), told.get("end_char")


def _rule(told: Mapping[str, Any]) -> str:
    return str(told.get("rule") or next((role["rule"] for role in told.get("roles") or [] if "rule" in role), ""))


def _source(article_id: str, record: Mapping[str, Any]) -> str:
    place = str(record.get("source") or article_id)
    return urlsplit(place).hostname or place.rpartition("/")[0] or place


def _said(kind: str, item: Item) -> str:
    """Describe an item: its number with its bound, and what makes it a fact of its kind."""
    if kind == "people":
        return ", ".join(str(text) for text in (item["name"], item.get("part"), *(item.get("titles") or [])) if text)
    bound = item.get("comparator") if item.get("comparator") not in (None, "eq", "range") else None
    parts = (bound, item.get("value"), item.get(_DECIDES[kind]))
    return " ".join(str(part) for part in parts if part not in (None, "")) or "a quote"


def _value(item: Item, field: str) -> str:
    values = [item.get(name) for name in _IN_GOLD.get(field, (field,))]
    texts = ["; ".join(value) if isinstance(value, list) else str(value or "") for value in values]
    return " to ".join(text or _NOTHING for text in texts)


def _accepted(item: Item, field: str) -> str:
    more = [text for name in _IN_GOLD.get(field, (field,)) for text in accepted(item, name)[1:]]
    return " or ".join([_value(item, field), *(str(text) or _NOTHING for text in more)])


def chosen(every: Iterable[Mistake], asked: str) -> list[Mistake]:
    """Choose the mistakes of a kind (counts), of a field of it (counts.action), of a field of all facts (fact.time).

    Raises:  EvaluationError for a name that is none of these.
    """
    names = {ALL, *_OWN, *(f"{kind}.{field}" for kind in _OWN for field in ("found", *_OWN[kind]))}
    names |= {f"fact.{field}" for field in (*_CONTEXT, "comparator")}
    if asked not in names:
        near = difflib.get_close_matches(asked, sorted(names), n=1)
        meant = f"; is {near[0]} meant?" if near else ""
        raise EvaluationError(
            f"--errors {asked}: no such kind; expected {ALL}, {', '.join(_OWN)}, or one with a field, such as "
            f"counts.action or fact.time{meant}"
        )
    facts = asked.removeprefix("fact.") if asked.startswith("fact.") else None
    return [
        mistake
        for mistake in every
        if asked in (ALL, mistake.kind, mistake.name) or (mistake.kind in KINDS and mistake.field == facts)
    ]


def format_mistakes(listed: Sequence[Mistake], by: str | None) -> str:
    """Write mistakes, a line each; `by` (one of GROUPS) puts them together, the largest group first."""
    if not listed:
        return "no mistakes"
    if by is None:
        return "\n".join(map(_line, listed))
    groups: dict[str, list[Mistake]] = {}
    for mistake in listed:
        groups.setdefault(GROUPS[by](mistake), []).append(mistake)
    parts = []
    for name, group in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        numbers = ", ".join(f"{sum(one.what is what for one in group)} {what.lower()}" for what in What)
        parts += [f"{name}: {len(group)} ({numbers})", *(f"  {_line(one)}" for one in group)]
    return "\n".join(parts)


def _line(mistake: Mistake) -> str:
    place = "" if mistake.start_char is None else f"{mistake.start_char}-{mistake.end_char} "
    text = " ".join(mistake.text.split())
    said = f"{place}{json.dumps(text, ensure_ascii=False) if text else ''}".strip()
    parts = [mistake.name, mistake.article_id, mistake.what, said, f"gold: {mistake.gold}", f"found: {mistake.found}"]
    return " | ".join(part for part in (*parts, mistake.rule) if part)


def format_mistakes_json(listed: Sequence[Mistake]) -> str:
    """Write mistakes as one JSON list."""
    return json.dumps([asdict(mistake) for mistake in listed], ensure_ascii=False)
