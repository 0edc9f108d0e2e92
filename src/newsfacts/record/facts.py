"""The kinds of fact, as the record states them."""

import datetime
import hashlib
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from newsfacts.record.model import Number, Offset, Span
from newsfacts.record.values import (
    Base,
    Comparator,
    ContextSource,
    Direction,
    EventType,
    GkgType,
    Kind,
    MoneyRole,
    PercentageUnit,
    QuoteType,
    Status,
    SubstanceClass,
    TimePrecision,
)

__all__ = ["FACTS", "NUMBERS", "Count", "Fact", "Money", "NumberFact", "Percentage", "Quantity", "Quote", "fact_id"]


class _Fact(Span):
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


class NumberFact(_Fact):
    """State a number: what all kinds but quotes have."""

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


class Count(NumberFact):
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


class Money(NumberFact):
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


class Percentage(NumberFact):
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


class Quantity(NumberFact):
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
NUMBERS = frozenset(Kind(model.model_fields["kind"].default) for model in FACTS if issubclass(model, NumberFact))
"""The kinds that state a number."""


def fact_id(article_id: str, kind: Kind, start_char: int, end_char: int) -> str:
    """Give the stable id of a fact: 16 hexadecimal digits.

    Example:
        >>> fact_id("a1", Kind.COUNT, 10, 18)
        '5e3c92fb1fd00f86'
    """
    key = f"{article_id}\x1f{kind.value}\x1f{start_char}\x1f{end_char}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
