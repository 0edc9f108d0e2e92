"""The closed sets that the fields of a record take their values from."""

from enum import StrEnum

__all__ = [
    "CASE_PARTS",
    "Base",
    "Comparator",
    "ContextSource",
    "Direction",
    "EventType",
    "GkgType",
    "Kind",
    "MoneyRole",
    "OrganisationSource",
    "Part",
    "PercentageUnit",
    "QuoteType",
    "SectionKind",
    "Stage",
    "Status",
    "SubstanceClass",
    "TimePrecision",
    "WarningCode",
]


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


CASE_PARTS = (Part.SUSPECT, Part.VICTIM)
"""Parts of those whom a deed joins."""


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
