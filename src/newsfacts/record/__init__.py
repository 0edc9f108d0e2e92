"""The contract: what one article yields, as Pydantic models.

`schemas/` is generated from this package (`newsfacts schema`); field docstrings are the schema's descriptions. Numbers
are `Decimal` inside the program and exact JSON numbers outside; offsets are Python string indices into the article's
text as given, end exclusive. These modules say what a record is, not how one is found.

`values.py` has the closed sets, `facts.py` the kinds of fact, `people.py` who is named, `record.py` the rest and the
whole.
"""

from newsfacts.record.facts import (
    FACTS,
    NUMBERS,
    Count,
    Fact,
    Money,
    NumberFact,
    Percentage,
    Quantity,
    Quote,
    fact_id,
)
from newsfacts.record.model import Offset, plain_number
from newsfacts.record.people import Mention, Person, Role
from newsfacts.record.record import (
    SCHEMA_VERSION,
    Event,
    EventPerson,
    Failure,
    Record,
    Section,
    UsedPack,
    Warning,
    read_record,
    to_json,
)
from newsfacts.record.values import (
    CASE_PARTS,
    Base,
    Comparator,
    ContextSource,
    Direction,
    EventType,
    GkgType,
    Kind,
    MoneyRole,
    OrganisationSource,
    Part,
    PercentageUnit,
    QuoteType,
    SectionKind,
    Stage,
    Status,
    SubstanceClass,
    TimePrecision,
    WarningCode,
)

__all__ = [
    "CASE_PARTS",
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
    "NumberFact",
    "Offset",
    "OrganisationSource",
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
