"""The contract: what one article yields, as Pydantic models.

`schemas/` is generated from this module (`newsfacts schema`); field docstrings are the schema's descriptions. Numbers
are `Decimal` inside the program and exact JSON numbers outside; offsets are Python string indices into the article's
text as given, end exclusive. This module says what a record is, not how one is found.
"""

import datetime
import hashlib
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal, get_args

import simplejson
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

__all__ = [
    "FACTS",
    "NUMBERS",
    "SCHEMA_VERSION",
    "Base",
    "Comparator",
    "ContextSource",
    "Count",
    "Direction",
    "Event",
    "EventPerson",
    "EventType",
    "Fact",
    "Failure",
    "GkgType",
    "Kind",
    "Mention",
    "Money",
    "MoneyRole",
    "Part",
    "Percentage",
    "PercentageUnit",
    "Person",
    "Quantity",
    "Quote",
    "QuoteType",
    "Record",
    "Role",
    "Section",
    "SectionKind",
    "Stage",
    "Status",
    "SubstanceClass",
    "TimePrecision",
    "UsedPack",
    "Warning",
    "WarningCode",
    "fact_id",
    "plain_number",
    "read_record",
    "to_json",
]

SCHEMA_VERSION = "2.0"


class Kind(StrEnum):
    """Name the kinds of fact."""

    COUNT = "count"
    MONEY = "money"
    PERCENTAGE = "percentage"
    QUANTITY = "quantity"
    QUOTE = "quote"


class Comparator(StrEnum):
    """Say how the true number stands to `value`."""

    EQ = "eq"
    GT = "gt"
    GE = "ge"
    LT = "lt"
    LE = "le"
    APPROX = "approx"
    RANGE = "range"


class Status(StrEnum):
    """Say how the text commits itself to a fact."""

    ASSERTED = "asserted"
    CLAIMED = "claimed"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class SectionKind(StrEnum):
    """Say what a section is for: the story (head, body, item), or what a page has beside it."""

    HEAD = "head"
    BODY = "body"
    ITEM = "item"
    CREDIT = "credit"
    CONTACT = "contact"
    FURNITURE = "furniture"

    @property
    def tells(self) -> bool:
        """Say whether facts are read from it; of credits and contacts only people are, of furniture nothing."""
        return self in (SectionKind.HEAD, SectionKind.BODY, SectionKind.ITEM)


class Part(StrEnum):
    """Say which part a person plays in the story."""

    POLICE = "police"
    OFFICIAL = "official"
    SUSPECT = "suspect"
    VICTIM = "victim"
    WITNESS = "witness"
    JOURNALIST = "journalist"
    OTHER = "other"


class OrganisationSource(StrEnum):
    """Say where the organisation of a role comes from."""

    STATED = "stated"
    """Stands beside the title or the name."""
    DOCUMENT = "document"
    """The one force whose news the article is."""


class EventType(StrEnum):
    """Say what happened to or with the things counted."""

    CASE_FILED = "case_filed"
    CASE_SOLVED = "case_solved"
    ARREST = "arrest"
    CHARGE = "charge"
    CONVICTION = "conviction"
    SENTENCE = "sentence"
    DEATH = "death"
    INJURY = "injury"
    MISSING = "missing"
    RESCUE = "rescue"
    THEFT = "theft"
    FRAUD = "fraud"
    SEIZURE = "seizure"
    RECOVERY = "recovery"
    DESTRUCTION = "destruction"
    INTERCEPTION = "interception"
    REPORT = "report"
    INSPECTION = "inspection"
    PARTICIPATION = "participation"
    AWARD = "award"
    DEPLOYMENT = "deployment"
    MEASURE = "measure"
    OTHER = "other"


class GkgType(StrEnum):
    """Name the count types of GDELT's Global Knowledge Graph that newsfacts knows."""

    AFFECT = "AFFECT"
    ARREST = "ARREST"
    KIDNAP = "KIDNAP"
    KILL = "KILL"
    PROTEST = "PROTEST"
    SEIZE = "SEIZE"
    WOUND = "WOUND"


class MoneyRole(StrEnum):
    """Say what an amount of money is in the story."""

    STOLEN = "stolen"
    LOSS = "loss"
    RECOVERED = "recovered"
    SEIZED = "seized"
    FINE = "fine"
    BAIL = "bail"
    RANSOM = "ransom"
    BRIBE = "bribe"
    INVOLVED = "involved"
    PAID = "paid"
    REWARD = "reward"
    PRICE = "price"
    DAMAGE = "damage"
    OTHER = "other"


class Direction(StrEnum):
    """Say whether a percentage is a change, a share, a rate or neither."""

    INCREASE = "increase"
    DECREASE = "decrease"
    SHARE = "share"
    RATE = "rate"
    NONE = "none"


class PercentageUnit(StrEnum):
    """Tell percent from percentage points."""

    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"


class Base(StrEnum):
    """Say what a percentage is compared with."""

    YOY = "yoy"
    MOM = "mom"
    PERIOD = "period"
    TOTAL = "total"


class TimePrecision(StrEnum):
    """Say how fine the time of a fact is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    SPAN = "span"
    UNKNOWN = "unknown"


class ContextSource(StrEnum):
    """Say where the time or the place of a fact was read, seen from the fact."""

    PHRASE = "phrase"
    """Its own noun phrase."""
    CLAUSE = "clause"
    """Its clause."""
    SENTENCE = "sentence"
    """Another clause of its sentence."""
    PARAGRAPH = "paragraph"
    """Another sentence of its paragraph."""
    LIST = "list"
    """The lead-in or heading of the list that it stands in."""
    EVENT = "event"
    """Another mention of the same happening."""
    ARTICLE = "article"
    """Elsewhere in the article: the headline, the lead, the main place."""
    DATELINE = "dateline"
    """The dateline."""
    ORGANISATION = "organisation"
    """The name of an organisation or of where somebody comes from."""


class SubstanceClass(StrEnum):
    """Name the classes of what is weighed: the groups of drugs of the UN's drug report, and goods that police weigh."""

    CANNABIS = "cannabis"
    COCAINE = "cocaine"
    OPIOID = "opioid"
    """Opium, heroin, fentanyl, tramadol and the like."""
    AMPHETAMINE = "amphetamine"
    """Stimulants of the amphetamine type, ecstasy among them."""
    HALLUCINOGEN = "hallucinogen"
    """LSD, psilocybin, ketamine and other dissociatives."""
    SEDATIVE = "sedative"
    """Methaqualone, benzodiazepines, GHB."""
    SYNTHETIC = "synthetic"
    """New psychoactive substances: synthetic cannabinoids and cathinones."""
    PLANT = "plant"
    """Khat, kratom, betel: plants that are chewed."""
    DRUG = "drug"
    """Drugs that are not named."""
    PRECURSOR = "precursor"
    """What drugs are made from."""
    ALCOHOL = "alcohol"
    TOBACCO = "tobacco"
    EXPLOSIVE = "explosive"
    FUEL = "fuel"
    METAL = "metal"
    """Metals, precious ones among them, and what is made of them."""
    WILDLIFE = "wildlife"
    """Ivory, horn, scales and other parts of wild animals."""
    TIMBER = "timber"
    FOOD = "food"
    CHEMICAL = "chemical"
    WASTE = "waste"


class QuoteType(StrEnum):
    """Name the kinds of speech that are reported."""

    DIRECT = "direct"


class WarningCode(StrEnum):
    """Name what a reader of the record should know about the text."""

    ODD_NUMBER = "odd_number"
    UNCLOSED_QUOTE = "unclosed_quote"
    LANGUAGE = "language"
    ENCODING = "encoding"
    AMBIGUOUS_CURRENCY = "ambiguous_currency"
    NOT_ENGLISH = "not_english"
    PUBLISHED = "published"
    UNREADABLE_FIELD = "unreadable_field"
    LEFT_OUT = "left_out"
    REPEATED_TEXT = "repeated_text"
    READER_FAILED = "reader_failed"
    IMPLAUSIBLE = "implausible"


class Stage(StrEnum):
    """Name the stage in which an article failed."""

    READ = "read"
    EXTRACT = "extract"
    WRITE = "write"


def plain_number(value: Decimal) -> Decimal:
    """Give the same number without exponent and without trailing zeros.

    Example:
        >>> plain_number(Decimal("7E+7")), plain_number(Decimal("70.50"))
        (Decimal('70000000'), Decimal('70.5'))
    """
    if value == value.to_integral_value():
        return Decimal(int(value))
    return Decimal(format(value, "f").rstrip("0"))


def _as_json(value: Decimal) -> int | float:
    """Give the number that JSON libraries write; `to_json` and `model_dump_json` write the digits themselves."""
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    AfterValidator(plain_number),
    PlainSerializer(_as_json, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
"""An exact number, written as a JSON integer when integral, else as a plain decimal."""

Offset = Annotated[int, Field(ge=0)]
"""A Python string index (code points) into the article's text."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, ser_json_inf_nan="null")

    def model_dump_json(self, *, indent: int | None = None, **chosen: Any) -> str:
        """Write as JSON, numbers exact: for a record or failure, without arguments, the line of the output.

        `chosen` are the arguments of `model_dump`: include, exclude, exclude_none and so on.
        """
        return _written(self.model_dump(**chosen), indent)


class _Span(_Model):
    text: str
    """The characters from `start_char` to `end_char` of the article."""
    start_char: Offset
    """Index of the first character."""
    end_char: Offset
    """Index behind the last character."""


class Mention(_Span):
    """Mark one place where a person is named."""


class Role(_Span):
    """State what a person is: title, rank, and whom that serves."""

    title: str | None
    """Title or function as written, without the organisation: "full-time deputy director"."""
    rank: str | None
    """Canonical police rank from `lexicons/ranks.tsv`, or null."""
    organisation: str | None
    """What the role belongs to, as written."""
    organisation_source: OrganisationSource | None
    """Where the organisation comes from; null without one."""
    organisation_key: str | None = None
    """The organisation in one spelling, to join by: folded, no article, abbreviations as the text spells them."""
    place: str | None
    """Place the role belongs to, as written."""
    rule: str
    """Id of the rule that found the role."""
    confidence: float | None = Field(default=None, ge=0, le=1)
    """Probability that a careful reader finds the same, measured on other articles; null where nothing was measured."""


class Person(_Model):
    """State one human being who is named in the article."""

    person_id: str
    """"p0", "p1", … in order of first mention."""
    name: str
    """Fullest form of the name in the text, without title."""
    aliases: list[str]
    """Other forms that the text uses."""
    part: Part
    """Part in the story."""
    part_confidence: float | None = Field(ge=0, le=1)
    """Probability that the part is right, measured on articles that its weights were not fitted on."""
    age: int | None
    """Age in whole years, where the text states it."""
    roles: list[Role]
    """Titles, ranks and functions, in text order."""
    mentions: list[Mention]
    """Every place where the person is named, in text order."""


class Section(_Model):
    """State one section; the sections partition the text."""

    section_id: str
    """"s0", "s1", … in order."""
    kind: SectionKind
    """head (before the first heading), body, item (one of many short reports), credit, contact or furniture (menus,
    share buttons, teasers, notices: nothing is read from it)."""
    heading: str | None
    """The heading's text, or null."""
    subheading: str | None
    """The second line of a two-line heading, or null."""
    start_char: Offset
    """Index of the section's first character; the heading belongs to its section."""
    end_char: Offset
    """Index behind the section's last character."""


class _Fact(_Span):
    table: ClassVar[str] = "facts"
    """The table that holds its rows."""
    fact_id: str
    """Stable hash of article_id, kind and span."""
    section_id: str
    """Section that the fact stands in."""
    sentence_start: Offset
    """Index of the sentence's first character."""
    sentence_end: Offset
    """Index behind the sentence's last character."""
    rule: str
    """Id of the rule that fired."""
    event_id: str | None
    """Event that the fact is part of."""
    status: Status | None
    """How the text commits itself to the fact."""
    attribution: str | None
    """Who says so, as written."""
    attribution_person_id: str | None
    """Person who says so, where it is one of `people`."""
    attribution_confidence: float | None = Field(ge=0, le=1)
    """Probability that it is they who say so, measured on other articles; null where no source is told."""
    time_text: str | None
    """When the fact holds, as written."""
    time_start: datetime.date | None
    """First day on which the fact holds."""
    time_end: datetime.date | None
    """Last day on which the fact holds, inclusive."""
    time_precision: TimePrecision | None
    """How fine the time is."""
    time_source: ContextSource | None
    """Where the time was read."""
    time_confidence: float | None = Field(ge=0, le=1)
    """Probability that the time is right, measured on other articles; null where no time is told."""
    place: str | None
    """Where the fact holds, as written."""
    place_id: int | None = None
    """GeoNames id of the place, or of the town, state or country that it is said to be in; null unless one is meant."""
    place_source: ContextSource | None
    """Where the place was read."""
    place_confidence: float | None = Field(ge=0, le=1)
    """Probability that the place is right, measured on other articles; null where no place is told."""
    confidence: float | None = Field(ge=0, le=1)
    """Probability that a careful reader finds the same, measured on other articles; null where nothing was measured."""


class _NumberFact(_Fact):
    value: Number | None
    """The number; null for a range."""
    comparator: Comparator
    """How the true number stands to `value`."""
    min_value: Number | None
    """Lower bound, where one is stated."""
    max_value: Number | None
    """Upper bound, where one is stated."""
    repeats: str | None
    """fact_id of the first mention of the same figure."""


class Count(_NumberFact):
    """State how many of something."""

    kind: Literal["count"] = "count"
    """Always "count"."""
    noun: str
    """Head noun with its compound: "phone calls"."""
    noun_phrase: str
    """The whole noun phrase: "fraudulent phone calls"."""
    predicate: str | None
    """Lemma of the verb or verbal noun that says what happened to them."""
    event_type: EventType | None
    """What happened to them, from a closed set."""
    gkg_type: GkgType | None
    """Count type of GDELT's Global Knowledge Graph, where one fits."""
    agent: str | None
    """Who did it, as written."""
    agent_person_id: str | None
    """Person who did it, where it is one of `people`."""
    subset_of: str | None
    """fact_id of the count that this one is a part of."""
    changes_from: str | None
    """fact_id of the earlier figure of a from–to pair."""
    direction: Direction | None
    """Which way a difference goes ("15 fewer murders": decrease); null for what is no difference."""
    offence: str | None
    """What the counts of a charge are of, as written: "robbery" for "two counts of robbery"."""


class Money(_NumberFact):
    """State an amount of money in major currency units."""

    kind: Literal["money"] = "money"
    """Always "money"."""
    currency: str = Field(pattern="^[A-Z]{3}$")
    """ISO 4217 code."""
    money_role: MoneyRole
    """What the amount is in the story."""
    predicate: str | None
    """Lemma of the verb that the amount hangs on."""
    agent: str | None
    """Who did it, as written."""
    agent_person_id: str | None
    """Person who did it, where it is one of `people`."""
    converts: str | None
    """fact_id of the amount that this one restates in another currency."""
    changes_from: str | None
    """fact_id of the earlier figure of a from–to pair."""


class Percentage(_NumberFact):
    """State a percentage; 12.5 means 12.5 %."""

    kind: Literal["percentage"] = "percentage"
    """Always "percentage"."""
    direction: Direction
    """Change, share, rate or none of them."""
    unit: PercentageUnit
    """percent or percentage_point."""
    measure: str | None
    """What changed, or what it is a share or rate of."""
    base: Base | None
    """What it is compared with."""
    base_text: str | None
    """The words that state the base."""
    changes_from: str | None
    """fact_id of the earlier figure of a from–to pair."""


class Quantity(_NumberFact):
    """State a physical quantity."""

    kind: Literal["quantity"] = "quantity"
    """Always "quantity"."""
    unit: str
    """Singular English name of the unit: kilogram, degree Celsius."""
    substance: str | None
    """What is measured: "cocaine"."""
    substance_class: SubstanceClass | None = None
    """Class of the substance, from a closed set; null for what no class is known of."""
    value_si: Number | None = None
    """`value` in `unit_si`, rounded to six decimals; null for a range and for a unit that has no one size (tons)."""
    min_value_si: Number | None = None
    """`min_value` in `unit_si`."""
    max_value_si: Number | None = None
    """`max_value` in `unit_si`."""
    unit_si: str | None = None
    """Unit of the SI that they are in: kilogram, metre, metre ** 2, metre ** 3, kelvin, metre / second."""
    predicate: str | None
    """Lemma of the verb that the quantity hangs on."""
    agent: str | None
    """Who did it, as written."""


class Quote(_Fact):
    """State one piece of direct speech, from its opening to its closing mark."""

    table: ClassVar[str] = "quotes"
    kind: Literal["quote"] = "quote"
    """Always "quote"."""
    speaker: str | None
    """Who speaks, as written."""
    speaker_person_id: str | None
    """Person who speaks, where it is one of `people`."""
    cue: str | None
    """The word of saying: "said"."""
    quote_type: QuoteType
    """Always direct: reported speech is attribution, not a quote."""


Fact = Annotated[Count | Money | Percentage | Quantity | Quote, Field(discriminator="kind")]
"""Any fact; `kind` says which."""
FACTS: tuple[type[Fact], ...] = get_args(get_args(Fact)[0])
"""The models of all kinds of fact."""
NUMBERS = frozenset(Kind(model.model_fields["kind"].default) for model in FACTS if issubclass(model, _NumberFact))
"""The kinds that state a number."""


class EventPerson(_Model):
    """State that a person takes part in an event."""

    person_id: str
    """One of `people`."""
    part: Part
    """As what."""


class Event(_Model):
    """State one happening that the article tells of: an incident, operation, trial, award, or one set of statistics."""

    event_id: str
    """"e0", "e1", … in order of first mention."""
    event_type: EventType
    """What happened, from the closed set of counts."""
    trigger: str
    """The word that names it first; where no word does, the first figure told of it."""
    start_char: Offset
    """Index of the trigger's first character."""
    end_char: Offset
    """Index behind the trigger's last character."""
    status: Status | None
    """How the text commits itself to it."""
    attribution: str | None
    """Who tells of it, as written."""
    time_text: str | None
    """When it was, as written."""
    time_start: datetime.date | None
    """First day."""
    time_end: datetime.date | None
    """Last day, inclusive."""
    time_precision: TimePrecision | None
    """How fine the time is."""
    time_source: ContextSource | None
    """Where the time was read."""
    place: str | None
    """Where it was, as written."""
    place_id: int | None = None
    """GeoNames id of the place, or of the town, state or country that it is said to be in; null unless one is meant."""
    place_source: ContextSource | None
    """Where the place was read."""
    people: list[EventPerson]
    """Who takes part in it, and as what, in the order of `people`."""
    fact_ids: list[str]
    """Its facts, in text order."""
    confidence: float | None = Field(ge=0, le=1)
    """Probability, on average over its facts, that each was put into the right event, measured on other articles."""


class Warning(_Model):
    """Tell the reader what is odd about the text."""

    code: WarningCode
    """What is odd."""
    message: str
    """The same in words."""
    start_char: Offset | None
    """Index of the first character concerned, or null."""
    end_char: Offset | None
    """Index behind the last character concerned, or null."""


class UsedPack(_Model):
    """Name a pack that had a say in a record."""

    name: str
    """What its author calls it."""
    version: str
    """As its author counts."""
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    """SHA-256 over the names and contents of its files."""


class Record(_Model):
    """Hold everything that one article yields; one line of JSON."""

    schema_version: str
    """Version of this contract."""
    extractor: str
    """Name and version of the program."""
    model: str
    """Name and version of the spaCy pipeline."""
    packs: list[UsedPack]
    """Packs that taught it more words and rules, in the order in which they were given."""
    article_id: str
    """The input's own id, else its path relative to the input root."""
    source: str | None
    """Path or URL that the text came from."""
    text_sha256: str = Field(pattern="^[0-9a-f]{64}$")
    """SHA-256 of the text in UTF-8."""
    text_length: Offset
    """Length of the text in code points."""
    copy_of: str | None = None
    """article_id of the first of the near-copies of this text; filled by `newsfacts copies`, null until then."""
    language: str
    """Language of the text, ISO 639-1 (639-3 where there is none)."""
    title: str | None
    """Title, given or found."""
    byline: list[str]
    """Names of the authors, as written."""
    dateline_place: str | None
    """Place of the dateline, as written."""
    published: datetime.date | None
    """Date of publication, given or found in the dateline."""
    published_text: str | None
    """What was given as the date of publication, where it tells no day: a month, a year, something unreadable."""
    sections: list[Section]
    """Partition of the text."""
    people: list[Person]
    """Everybody named."""
    events: list[Event]
    """Every happening that the facts tell of, in the order of their first facts."""
    facts: list[Fact]
    """Every fact, in text order."""
    warnings: list[Warning]
    """What is odd about the text."""

    def _repr_html_(self) -> str:
        """Show itself in a notebook."""
        from newsfacts.notebook import record_html

        return record_html(self.model_dump())


class Failure(_Model):
    """State why one article has no record."""

    article_id: str
    """The article's id, or the best name there is for it."""
    source: str | None
    """Path or URL it came from."""
    stage: Stage
    """Where it failed."""
    error: str
    """Type of the error."""
    message: str
    """Where, what was found, what would be right."""


def fact_id(article_id: str, kind: Kind, start_char: int, end_char: int) -> str:
    """Give the stable id of a fact: 16 hexadecimal digits.

    Example:
        >>> fact_id("a1", Kind.COUNT, 10, 18)
        '5e3c92fb1fd00f86'
    """
    key = f"{article_id}\x1f{kind.value}\x1f{start_char}\x1f{end_char}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def to_json(model: Record | Failure) -> str:
    """Write one record or failure as one line of JSON without the line end; numbers stay exact.

    Shape:   keys in the models' order, all of them present; characters outside ASCII as themselves, except lone
             surrogates and the line separators U+2028 and U+2029, which are escaped.
    """
    return model.model_dump_json()


def _written(value: Any, indent: int | None = None) -> str:
    separators = (",", ":") if indent is None else (",", ": ")
    line = simplejson.dumps(
        value, use_decimal=False, default=_json_value, ensure_ascii=False, separators=separators, indent=indent
    )
    if line.isascii():
        return line
    return "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" or c in "\u0085\u2028\u2029" else c for c in line)


def _json_value(value: object) -> Any:
    if isinstance(value, Decimal):
        return simplejson.RawJSON(format(value, "f"))
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"a record cannot hold a {type(value).__name__}")


def read_record(line: str) -> Record:
    """Read a record back from its line, numbers exact.

    Raises:  pydantic.ValidationError where the line is no record; ValueError where it is no JSON.
    """
    return Record.model_validate(simplejson.loads(line, use_decimal=True))
