"""The form of gold, as Pydantic models: what an annotator may write, field by field.

`schemas/gold.schema.json` is generated from this module, `gold.py` tells with it what is wrong with an object, and
docs/gold.md explains the same fields in words. Gold is looser than a record: values are texts, what is not said is
empty, null or absent, FIELD_alt beside FIELD lists further right answers, and keys that nobody knows are left alone.
"""

import datetime
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, Strict, WithJsonSchema, WrapValidator, model_validator
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import WithDefaultSchema

from newsfacts.evaluation.relation_scoring import TYPES
from newsfacts.evaluation.scoring import is_number
from newsfacts.record import Base, Comparator, Direction, EventType, MoneyRole, Part, SectionKind, Status
from newsfacts.tables.schema import DRAFT, identifier

__all__ = ["LISTS", "GoldArticle", "Item", "gold_schema"]

_NUMBER = 'a number ("1250", "12.5") or a range ("20-30")'


def _expecting(what: str) -> WrapValidator:
    """Say in an error what would be right, in an annotator's words."""

    def check(value: Any, handler: Any) -> Any:
        try:
            return handler(value)
        except ValueError as error:
            raise PydanticCustomError("expecting", "expected {what}", {"what": what}) from error

    return WrapValidator(check)


def _number(value: Any, handler: Any) -> Any:
    if not is_number(value):
        raise PydanticCustomError("expecting", "expected {what}", {"what": _NUMBER})
    return handler(value)


def _date(value: str) -> str:
    return value and datetime.date.fromisoformat(value).isoformat()


def _day(value: Any, handler: Any) -> Any:
    try:
        return value if value is None else _date(handler(value))
    except (TypeError, ValueError) as error:
        raise PydanticCustomError("expecting", "expected {what}", {"what": "a day (2024-05-31)"}) from error


Text = Annotated[str | None, _expecting("a text")]
Texts = Annotated[list[str] | None, _expecting("a list of texts")]
Index = Annotated[int, Strict(), _expecting("an index into the text")]
Day = Annotated[str | None, WrapValidator(_day), WithJsonSchema({"type": ["string", "null"], "format": "date"})]
Value = Annotated[Any, WrapValidator(_number), WithJsonSchema({"type": ["string", "number"]})]
Age = Annotated[str | int | None, _expecting("whole years")]
Code = Annotated[str | None, Field(pattern="^([A-Z]{3})?$"), _expecting("a currency as ISO 4217 has it (GBP)")]
Optional = Annotated[bool | None, Strict(), _expecting("true or false")]

_Empty = Literal[""] | None
"""What a field of a closed set may hold besides: nothing is said."""
OneComparator = Annotated[Comparator | _Empty, _expecting(", ".join(Comparator))]
OneStatus = Annotated[Status | _Empty, _expecting(", ".join(Status))]
OneEventType = Annotated[EventType | _Empty, _expecting(", ".join(EventType))]
OneMoneyRole = Annotated[MoneyRole | _Empty, _expecting(", ".join(MoneyRole))]
OneDirection = Annotated[Direction | _Empty, _expecting(", ".join(Direction))]
OneBase = Annotated[Base | _Empty, _expecting(", ".join(Base))]
OnePart = Annotated[Part | _Empty, _expecting(", ".join(Part))]


def _asked(**more: Any) -> Any:
    """Make a field that has to be there; its type says in an error what would be right."""
    return Field(default=None, validate_default=True, **more)


class _Gold(BaseModel):
    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        use_attribute_docstrings=True,
        json_schema_extra={"patternProperties": {"_alt$": {"description": "Further answers that are right."}}},
    )


class Person(_Gold):
    """Hold one human being who is named, once an article."""

    name: Annotated[str, Field(pattern=r"\S"), _expecting("the person's name")] = _asked()
    """Fullest form in the text, without title."""
    aliases: Texts = None
    """Other forms that the text uses."""
    titles: Texts = None
    """Titles, ranks, occupations, as written, without the organisation; one an office."""
    organisations: Texts = None
    """What those belong to, as written."""
    part: OnePart = None
    """Part in the story."""
    age: Age = None
    """Age in whole years, where it is stated."""
    optional: Optional = None
    """Careful readers differ on it: it counts neither for nor against."""


class Item(_Gold):
    """Mark a stretch of the text."""

    span: Text = None
    """The characters from `start` to `end`."""
    start: Index = _asked()
    """Index of the first character."""
    end: Index = _asked()
    """Index behind the last character."""
    key: Text = None
    """Name by which relations refer to it; one an article."""
    event: Text = None
    """Label that the facts of one happening share: "e1"."""
    optional: Optional = None
    """Careful readers differ on it: it counts neither for nor against."""

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if not 0 <= self.start < self.end:
            where = {"start": self.start, "end": self.end}
            raise PydanticCustomError("whole", "start {start}, end {end}; expected 0 <= start < end", where)
        return self


class _Fact(Item):
    comparator: OneComparator = None
    """How the true number stands to the value; empty is eq."""
    status: OneStatus = None
    """How the text commits itself to the fact. Where the key is absent the context is not annotated at all."""
    attribution: Text = None
    """Who says so, as written."""
    time_text: Text = None
    """The most specific words that say when it holds."""
    time_start: Day = None
    """First day."""
    time_end: Day = None
    """Last day, inclusive."""
    place: Text = None
    """Where it holds, as written."""


class Count(_Fact):
    """Hold a number of things, with the thing."""

    value: Value = _asked()
    """The number as a text, "20-30" for a range."""
    noun: Text = None
    """Head noun with the nouns right before it."""
    action: Text = None
    """Base form of the verb that says what happened to the things."""
    agent: Text = None
    """Who did it, as written."""
    event_type: OneEventType = None
    """What happened to the things."""
    direction: OneDirection = None
    """Which way a difference goes ("15 fewer murders"); absent for others."""


class Amount(_Fact):
    """Hold an amount of money in major units."""

    value: Value = _asked()
    """The number as a text, "20-30" for a range."""
    currency: Code = None
    """ISO 4217 code."""
    money_role: OneMoneyRole = None
    """What the amount is in the story."""


class Percentage(_Fact):
    """Hold a percentage; 12.5 means 12.5 %."""

    value: Value = _asked()
    """The number as a text, "20-30" for a range."""
    direction: OneDirection = None
    """Change, share, rate or none of them."""
    measure: Text = None
    """What changed, or what it is a share or rate of."""
    base: OneBase = None
    """What it is compared with."""


class Quantity(_Fact):
    """Hold a physical measure."""

    value: Value = _asked()
    """The number as a text, "20-30" for a range."""
    unit: Text = None
    """English name of the unit in the singular."""
    of: Text = None
    """What is measured."""


class Quote(Item):
    """Hold direct speech from mark to mark, a piece each."""

    speaker: Text = None
    """Who speaks, as written."""


class OpenItem(_Fact):
    """Hold an item that counts neither for nor against; its values may be in words of their own."""

    event_type: OneEventType = None
    """What happened to the things."""
    money_role: OneMoneyRole = None
    """What the amount is in the story."""
    direction: OneDirection = None
    """Change, share, rate or none of them."""
    base: OneBase = None
    """What a percentage is compared with."""


class NotFact(Item):
    """Mark a number that somebody in haste might report."""

    why: Text = None
    """What it is instead."""


class Relation(_Gold):
    """Tie two items by their keys."""

    type: Annotated[Literal[TYPES], _expecting(", ".join(TYPES))] = _asked()  # type: ignore[valid-type]
    """What the first is to the second."""
    of: Annotated[str, _expecting("the key of an item")] = _asked()
    """Key of the item that is tied."""
    to: Annotated[str, _expecting("the key of an item")] = _asked()
    """Key of the item that it is tied to."""


class SectionSpan(_Gold):
    """Say what a stretch of the text is for; together they partition it."""

    start: Index = _asked()
    """Index of the first character."""
    end: Index = _asked()
    """Index behind the last character."""
    kind: Annotated[SectionKind, _expecting(", ".join(SectionKind))] = _asked()
    """head, body, item, credit, contact or furniture."""

    _forwards = Item._forwards


class GoldArticle(_Gold):
    """Hold what a careful reader finds in one article: one line of JSON, or ARTICLE/gold.json."""

    id: Annotated[str, Field(min_length=1), _expecting("the article's id")] = _asked()
    """The article's id, as its record has it."""
    text_sha256: Annotated[
        str | None, Field(pattern="^[0-9a-f]{64}$"), _expecting("64 hexadecimal digits of SHA-256")
    ] = None
    """SHA-256 of the text in UTF-8 that the offsets index, where it is known."""
    title: Text = None
    """Title, where one is known."""
    published: Day = None
    """Day of publication, where it is known."""
    byline: Texts = None
    """Names of the authors."""
    dateline_place: Text = None
    """Place of the dateline."""
    headings: Annotated[list[list[str | None]] | None, _expecting("a list of [heading] or [heading, sub-heading]")] = (
        None
    )
    """For each section with a heading: [heading] or [heading, sub-heading]."""
    people: list[Person] | None = None
    """Everybody named."""
    counts: list[Count] | None = None
    """Numbers of things."""
    money: list[Amount] | None = None
    """Amounts of money."""
    percentages: list[Percentage] | None = None
    """Percentages, also in words."""
    quantities: list[Quantity] | None = None
    """Weights, lengths, areas, speeds and other measures."""
    quotes: list[Quote] | None = None
    """Direct speech."""
    optional_people: list[Person] | None = None
    """People who count neither for nor against."""
    optional_counts: list[OpenItem] | None = None
    """Counts that count neither for nor against."""
    optional_money: list[OpenItem] | None = None
    """Amounts that count neither for nor against."""
    optional_percentages: list[OpenItem] | None = None
    """Percentages that count neither for nor against."""
    optional_quantities: list[OpenItem] | None = None
    """Quantities that count neither for nor against."""
    optional_quotes: list[OpenItem] | None = None
    """Quotes that count neither for nor against."""
    not_facts: list[NotFact] | None = None
    """Numbers that are no facts, though somebody in haste might report them."""
    not_people: Texts = None
    """Names that somebody in haste might take for a person's."""
    relations: list[Relation] | None = None
    """Ties between items."""
    event_rows: list[dict[str, str]] | None = None
    """Events as rows, where gold was made of a record: `event` is the label of their facts."""
    section_kinds: list[SectionSpan] | None = None
    """What each stretch of the text is for."""


def _lists() -> Iterator[tuple[str, type[BaseModel]]]:
    for name, told in GoldArticle.model_fields.items():
        listed = next((one for one in get_args(told.annotation) if get_origin(one) is list), None)
        model = get_args(listed)[0] if listed is not None else None
        if isinstance(model, type) and issubclass(model, BaseModel):
            yield name, model


LISTS: Mapping[str, type[BaseModel]] = dict(_lists())
"""What the objects in each list of gold are."""


class _AsWritten(GenerateJsonSchema):
    """Ask for what has to be there, and leave out defaults, which are null throughout."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        return bool(field["schema"].get("validate_default"))

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def gold_schema() -> dict[str, Any]:
    """Make the JSON Schema of one article of gold."""
    body = GoldArticle.model_json_schema(mode="validation", schema_generator=_AsWritten)
    return {"$schema": DRAFT, "$id": identifier("gold")} | body
