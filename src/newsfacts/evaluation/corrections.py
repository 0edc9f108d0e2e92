"""What a reader says about records: right, wrong, right but for a field, or missing. One line of JSON a correction.

    {"article_id": "a1", "text_sha256": "9f86…", "action": "edit", "target": "fact", "id": "5e3c92fb1fd00f86",
     "fields": {"event_type": "arrest", "value": "12"}, "start_char": null, "end_char": null, "note": null}

`newsfacts view` writes such files, `newsfacts correct` makes gold of them. Which fields may be corrected and which
values they take is read off the models of the record (`fields_of`); nothing is listed twice. What follows from other
values (the text of a span, sentences, rules, confidences) is nobody's to correct.

- **accept**: the fact, person or event is right as it stands. For the target "article": all of it has been read; what
  has no correction of its own is right, and nothing is missing.
- **reject**: it should not be there.
- **edit**: it is there, but `fields` should be these, or the span should be that; fields not named are right.
- **add**: it is missing; `fields` hold what it is, the span where it stands. `id` is a name of the reader's own
  ("new1"), by which other corrections of the article may refer to it.

Of two corrections of one thing the later counts, so files may be put behind each other.
"""

import functools
import operator
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Self

import simplejson
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from newsfacts.errors import EvaluationError
from newsfacts.record import Comparator, Count, Event, Kind, Money, Offset, Percentage, Person, Quantity, Quote

__all__ = [
    "Action",
    "Correction",
    "Target",
    "fields_of",
    "needed",
    "of_articles",
    "read_corrections",
    "read_fields",
    "to_line",
]


class Action(StrEnum):
    """Say what a reader does with something of a record."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    ADD = "add"


class Target(StrEnum):
    """Say what is corrected."""

    FACT = "fact"
    PERSON = "person"
    EVENT = "event"
    ARTICLE = "article"
    """All of the article: it is accepted when it has been read to its end."""


_FACTS: Mapping[Kind, type[BaseModel]] = {
    Kind.COUNT: Count,
    Kind.MONEY: Money,
    Kind.PERCENTAGE: Percentage,
    Kind.QUANTITY: Quantity,
    Kind.QUOTE: Quote,
}
_FOLLOWING = frozenset(
    {"text", "start_char", "end_char", "section_id", "sentence_start", "sentence_end", "trigger", "noun_phrase"}
    | {"fact_id", "person_id", "event_id", "kind", "quote_type", "gkg_type", "rule", "confidence"}
    | {"roles", "mentions", "people"}
)
"""Fields that follow from a span or from others, or that the program alone can say."""
_GIVEN_AS_LISTS = {"titles": TypeAdapter(list[str]), "organisations": TypeAdapter(list[str])}
"""The roles of a person, as gold has them: what each is called, and whom each serves."""

Fields = Mapping[str, TypeAdapter[Any]]
"""By the name of a field, what reads its value."""


@functools.cache
def fields_of(target: Target, kind: Kind | None = None) -> Fields:
    """Give the fields that may be corrected; of facts those of a kind, or of any kind where none is given.

    Example:
        >>> sorted(fields_of(Target.PERSON))
        ['age', 'aliases', 'name', 'organisations', 'part', 'titles']
    """
    if target is Target.ARTICLE:
        return {}
    if target is Target.PERSON:
        return {**_read_off(Person), **_GIVEN_AS_LISTS}
    if target is Target.EVENT:
        return _read_off(Event)
    found: dict[str, TypeAdapter[Any]] = {"kind": TypeAdapter(Kind), "event_id": TypeAdapter(str | None)}
    return found | _read_off(*([_FACTS[kind]] if kind else _FACTS.values()))


def _read_off(*models: type[BaseModel]) -> dict[str, TypeAdapter[Any]]:
    """Give what reads each field of some models; where several have it ("unit"), what any of them takes."""
    forms: dict[str, list[Any]] = {}
    for model in models:
        for name, info in model.model_fields.items():
            if name not in _FOLLOWING and not name.endswith("_confidence"):
                forms.setdefault(name, []).append(Annotated[info.annotation, info])
    return {name: TypeAdapter(functools.reduce(operator.or_, each)) for name, each in forms.items()}


def needed(target: Target, kind: Kind | None = None) -> tuple[str, ...]:
    """Name the fields that something new has to have: those that cannot be null. Lists may be left out.

    Example:
        >>> needed(Target.FACT, Kind.MONEY), needed(Target.PERSON), needed(Target.EVENT)
        (('kind', 'comparator', 'currency', 'money_role'), ('name', 'part'), ('event_type',))
    """
    names = [name for name, reads in fields_of(target, kind).items() if not _reads(reads, None)]
    ordered = ["kind", *(name for name in names if name != "kind")] if target is Target.FACT else names
    return tuple(name for name in ordered if not _reads(fields_of(target, kind)[name], []))


def _reads(adapter: TypeAdapter[Any], value: object) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


class Correction(BaseModel):
    """State one thing that a reader says about one record."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    article_id: str = Field(min_length=1)
    """Article that is corrected."""
    text_sha256: str = Field(pattern="^[0-9a-f]{64}$")
    """The record's `text_sha256`: offsets hold for this text and no other."""
    action: Action
    """accept, reject, edit or add."""
    target: Target
    """fact, person, event or article."""
    id: str | None = None
    """fact_id, person_id or event_id of the record; of something new a name of its own, or null; of articles null."""
    fields: dict[str, Any] = Field(default_factory=dict)
    """What the fields should be, as in the record; numbers may be written as texts, to keep their digits."""
    start_char: Offset | None = None
    """Index of the first character where the span should be another, or of something new; else null."""
    end_char: Offset | None = None
    """Index behind the last character."""
    note: str | None = None
    """What the reader adds in words."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for fault in _faults(self):
            raise ValueError(fault)
        kind = Kind(self.fields["kind"]) if "kind" in self.fields else None
        self.fields.update(read_fields(self.fields, self.target, kind))  # the model's own copy
        for fault in _lacks(self, kind):
            raise ValueError(fault)
        return self


def _faults(given: Correction) -> Iterator[str]:
    """Tell what does not go together."""
    start, end = given.start_char, given.end_char
    spanned = start is not None and end is not None
    if (start is None) != (end is None) or (start is not None and end is not None and start >= end):
        yield f"start_char {start}, end_char {end}; expected start_char < end_char, or null for both"
    if given.target is Target.ARTICLE:
        if given.action is not Action.ACCEPT or given.id is not None:
            yield "an article is only accepted, and is named by its article_id alone"
    elif given.action is not Action.ADD and given.id is None:
        yield f"id: missing; expected the {given.target}_id of what is meant"
    if given.action in (Action.ACCEPT, Action.REJECT) and (spanned or given.fields):
        yield f"{given.action} with a span or fields; expected neither, or the action edit"
    if given.action is Action.EDIT and not (spanned or given.fields):
        yield "edit without a span and fields; expected what should be another"
    if given.action is Action.EDIT and "kind" in given.fields:
        yield "fields.kind: a fact keeps its kind; expected reject for the one and add for the other"
    if given.fields.get("kind", "count") not in set(Kind):
        yield f"fields.kind: {given.fields['kind']!r}; expected {', '.join(Kind)}"


def read_fields(fields: Mapping[str, Any], target: Target, kind: Kind | None) -> dict[str, Any]:
    """Read the values as the record's models do; an edit does not say of which kind its fact is.

    Raises:  ValueError with the field, its value and what would be right.
    """
    known = fields_of(target, kind)
    read: dict[str, Any] = {}
    for name, value in fields.items():
        if name not in known:
            raise ValueError(f"fields.{name}: no field of a {kind or target}; expected {', '.join(sorted(known))}")
        try:
            read[name] = known[name].validate_python(value)
        except ValidationError as error:
            raise ValueError(f"fields.{name}: {value!r}; {error.errors()[0]['msg']}") from error
    return read


def _lacks(given: Correction, kind: Kind | None) -> Iterator[str]:
    """Tell what something new has to have and has not."""
    if given.action is not Action.ADD:
        return
    if given.start_char is None and given.target is not Target.PERSON:
        yield f"start_char: missing; expected where the new {given.target} stands"
    for name in needed(given.target, kind):
        if given.fields.get(name) in (None, ""):
            yield f"fields.{name}: missing; expected it for a new {kind or given.target}"
    if "value" in fields_of(given.target, kind) and kind:
        ranged = given.fields.get("comparator") == Comparator.RANGE
        for name in ("min_value", "max_value") if ranged else ("value",):
            if given.fields.get(name) is None:
                yield f"fields.{name}: missing; expected a number"


def read_corrections(path: Path) -> list[Correction]:
    """Read a file of corrections, in its order; of two of one thing only the later, and no empty lines.

    Raises:  EvaluationError with file, line, field, what stands there and what would be right.
    """
    found: dict[object, Correction] = {}
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{path}: cannot be read ({error}); expected JSON lines in UTF-8") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            one = _correction(line, f"{path}:{number}")
            key = (one.article_id, one.target, one.id) if one.id or one.action is not Action.ADD else number
            found.pop(key, None)
            found[key] = one
    return list(found.values())


def _correction(line: str, where: str) -> Correction:
    try:
        value = simplejson.loads(line, use_decimal=True)
        return Correction.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        message = str(first["msg"]).removeprefix("Value error, ")
        raise EvaluationError(f"{where}: {f'{field}: ' if field else ''}{message}") from error
    except ValueError as error:
        raise EvaluationError(f"{where}: not JSON ({error}); expected one correction a line") from error


def to_line(correction: Correction) -> str:
    """Write one correction as a line of JSON without the line end; numbers exact."""
    return str(simplejson.dumps(correction.model_dump(), use_decimal=True, default=str))


def of_articles(corrections: Iterable[Correction]) -> dict[str, list[Correction]]:
    """Put corrections together by article, in the order in which articles first come."""
    found: dict[str, list[Correction]] = {}
    for one in corrections:
        found.setdefault(one.article_id, []).append(one)
    return found
