"""Make gold of records and what a reader has corrected in them.

Phases: corrections are put together by article (corrections.py) → articles that nobody marked as read to the end are
left out → the text must be the one that was read → each correction changes the record (`_Corrected`) → the record takes
gold's form (gold.py).

What a mark means: only an article that is accepted as a whole becomes gold, for only then is it known that nothing is
missing. In it, a fact or person without a correction of its own is right as it stands, in all its fields; what was
rejected is gone, with the ties to it, and stands in `not_facts` or `not_people` as a trap that somebody fell into. Of
events gold keeps which facts belong together, of people what they are called and whom they serve.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from newsfacts.article import Article
from newsfacts.errors import EvaluationError
from newsfacts.evaluation.beside import hash_of, read_articles
from newsfacts.evaluation.corrections import (
    Action,
    Correction,
    Target,
    fields_of,
    of_articles,
    read_corrections,
    read_fields,
)
from newsfacts.evaluation.files import read_records
from newsfacts.evaluation.gold import as_gold
from newsfacts.record import Kind

__all__ = ["Corrections", "correct", "correct_files"]

_NAMED_BY = {"speaker": "speaker_person_id", "agent": "agent_person_id", "attribution": "attribution_person_id"}
"""Fields that say in words whom another field names; where only the other is corrected, the words follow."""

_ORDER = (Target.ARTICLE, Target.PERSON, Target.EVENT, Target.FACT)
"""Facts name people, also new ones, so people come first."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """Hold what has become of corrections."""

    gold: tuple[dict[str, Any], ...]
    """Gold of the articles that were read to the end, in the order in which corrections first name them."""
    used: int
    """Corrections in it, marks of articles not counted."""
    left_out: tuple[str, ...]
    """Articles that have corrections and no mark."""


def correct(
    records: Mapping[str, Mapping[str, Any]],
    corrections: Iterable[Correction],
    articles: Mapping[str, Article] | None = None,
) -> Corrections:
    """Make gold of the articles that were read to the end; `articles` tell the words of spans that are new.

    Raises:  EvaluationError where a text has changed since it was read, or a correction is of what the record lacks.
    """
    gold, left_out, used = [], [], 0
    for article_id, ones in of_articles(corrections).items():
        if not any(one.target is Target.ARTICLE for one in ones):
            left_out.append(article_id)
            continue
        record = records.get(article_id)
        if record is None:
            raise EvaluationError(
                f"{article_id}: corrections without a record; expected the records that were corrected"
            )
        _same_text(record, ones, articles)
        found = _Corrected(record, articles[article_id].text if articles else None)
        for one in sorted(ones, key=lambda one: _ORDER.index(one.target)):
            found.take(one)
            used += one.target is not Target.ARTICLE
        gold.append(found.gold())
    return Corrections(tuple(gold), used, tuple(left_out))


def _same_text(record: Mapping[str, Any], ones: Sequence[Correction], articles: Mapping[str, Article] | None) -> None:
    article_id, held = record["article_id"], record["text_sha256"]
    for one in ones:
        if one.text_sha256 != held:
            raise EvaluationError(
                f"{article_id}: text_sha256 {one.text_sha256[:12]}… in a correction, {held[:12]}… in the record: the "
                "text has changed since it was read; expected the records that were corrected, or a new reading"
            )
    if articles is None:
        return
    if article_id not in articles:
        raise EvaluationError(f"{article_id}: no such article; expected the articles that the records are of")
    found = hash_of(articles[article_id].text)
    if found != held:
        raise EvaluationError(
            f"{article_id}: text_sha256 {held[:12]}… in the record, {found[:12]}… of the article: the text has "
            "changed; expected the articles that the records are of"
        )


@dataclass
class _Corrected:
    """Hold a record while corrections are applied to it; the record itself is left alone."""

    record: Mapping[str, Any]
    text: str | None
    things: dict[Target, dict[str, dict[str, Any]]] = field(init=False)
    rejected: dict[Target, list[tuple[dict[str, Any], str | None]]] = field(init=False)
    number: Iterator[int] = field(default_factory=count, init=False)

    def __post_init__(self) -> None:
        lists = ((Target.FACT, "facts"), (Target.PERSON, "people"), (Target.EVENT, "events"))
        self.things = {
            target: {one[f"{target}_id"]: dict(one) for one in self.record.get(name) or []} for target, name in lists
        }
        self.rejected = {target: [] for target in self.things}

    def take(self, one: Correction) -> None:
        """Apply one correction."""
        if one.target is Target.ARTICLE:
            return
        things = self.things[one.target]
        if one.action is Action.ADD:
            name = one.id or f"new {next(self.number)}"
            things[name] = self._changed({f"{one.target}_id": name} | _empty(one), one)
            return
        if one.id not in things:
            raise EvaluationError(
                f"{one.article_id}: {one.target} {one.id!r} is {one.action}ed, which the record does not have; "
                "expected the records that were corrected"
            )
        if one.action is Action.REJECT:
            self.rejected[one.target].append((things.pop(one.id), one.note))
        elif one.action is Action.EDIT:
            things[one.id] = self._changed(things[one.id], one)

    def _changed(self, thing: Mapping[str, Any], one: Correction) -> dict[str, Any]:
        fields = self._fields(thing, one)
        for words, person in _NAMED_BY.items():
            if person in fields and words not in fields:
                fields[words] = self.things[Target.PERSON].get(str(fields[person]), {}).get("name")
        changed = {**thing, **fields}
        if one.target is Target.PERSON:
            changed["roles"] = _roles(changed.pop("titles", None), changed.pop("organisations", None), thing)
        if one.start_char is not None and one.end_char is not None:
            if one.end_char > self.record["text_length"]:
                raise EvaluationError(
                    f"{one.article_id}: end_char {one.end_char}; expected at most {self.record['text_length']}, the "
                    "length of the text"
                )
            span = self.text[one.start_char : one.end_char] if self.text is not None else ""
            changed |= {"start_char": one.start_char, "end_char": one.end_char, "text": span}
        return changed

    def _fields(self, thing: Mapping[str, Any], one: Correction) -> dict[str, Any]:
        """Read the fields as the kind of the fact has them, which an edit does not say."""
        kind = Kind(thing.get("kind") or one.fields["kind"]) if one.target is Target.FACT else None
        try:
            return read_fields(one.fields, one.target, kind)
        except ValueError as error:
            raise EvaluationError(f"{one.article_id}: {one.target} {one.id!r}: {error}") from error

    def gold(self) -> dict[str, Any]:
        """Give the article's gold."""
        facts = sorted(self.things[Target.FACT].values(), key=lambda fact: (fact["start_char"], fact["end_char"]))
        events, kept = self.things[Target.EVENT], {fact["fact_id"] for fact in facts}
        facts = [fact if fact.get("event_id") in events else {**fact, "event_id": None} for fact in facts]
        gold = as_gold({**self.record, "facts": facts, "people": list(self.things[Target.PERSON].values())})
        ties = [tie for tie in gold["relations"] if {tie["of"], tie["to"]} <= kept]
        return {**gold, "relations": ties, "not_facts": self._not_facts(facts), "not_people": self._not_people()}

    def _not_facts(self, facts: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """List the numbers that were rejected, unless another fact stands on the same characters."""
        return [
            {"span": one["text"], "start": one["start_char"], "end": one["end_char"], "why": note or "rejected"}
            for one, note in sorted(self.rejected[Target.FACT], key=lambda rejected: rejected[0]["start_char"])
            if one["kind"] != Kind.QUOTE and not any(_overlap(one, fact) for fact in facts)
        ]

    def _not_people(self) -> list[str]:
        held = {person["name"] for person in self.things[Target.PERSON].values()}
        return [one["name"] for one, _ in self.rejected[Target.PERSON] if one["name"] not in held]


def _empty(one: Correction) -> dict[str, Any]:
    """Give the fields of something new, none of them said."""
    kind = Kind(one.fields["kind"]) if one.target is Target.FACT else None
    return dict.fromkeys(fields_of(one.target, kind))


def _roles(titles: Any, organisations: Any, person: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Give roles with the corrected titles and organisations; what was not corrected is as it was."""
    before = person.get("roles") or []
    if titles is None:
        titles = [role.get("title") or role.get("rank") for role in before]
    if organisations is None:
        organisations = [role.get("organisation") for role in before]
    return [{"title": title} for title in titles if title] + [{"organisation": one} for one in organisations if one]


def _overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool(one["start_char"] < other["end_char"] and other["start_char"] < one["end_char"])


def correct_files(records: Path, corrections: Path, articles: Path | None = None) -> Corrections:
    """Make gold of a file of records, a file of corrections and, where they are named, the articles.

    Raises:  EvaluationError where one of them cannot be read, where none of the articles was read to the end, and as
             `correct` does.
    """
    ones = read_corrections(corrections)
    try:
        made = correct(read_records(records), ones, read_articles([articles]) if articles else None)
    except EvaluationError as error:
        raise EvaluationError(f"{corrections}: {error}") from error
    if not made.gold:
        raise EvaluationError(
            f"{corrections}: {len(ones)} correction{'' if len(ones) == 1 else 's'}, and no article is marked as read "
            "to the end; expected one with "
            'action "accept" and target "article" for each article that shall become gold'
        )
    return made
