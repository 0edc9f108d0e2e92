"""What one article yields: sections, events, warnings, the record that holds all, and the failure in its place."""

import datetime

import simplejson
from pydantic import Field

from newsfacts.record.facts import Fact
from newsfacts.record.model import Model, Offset
from newsfacts.record.people import Person
from newsfacts.record.values import (
    ContextSource,
    EventType,
    Part,
    SectionKind,
    Stage,
    Status,
    TimePrecision,
    WarningCode,
)

__all__ = [
    "SCHEMA_VERSION",
    "Event",
    "EventPerson",
    "Failure",
    "Record",
    "Section",
    "UsedPack",
    "Warning",
    "read_record",
    "to_json",
]


SCHEMA_VERSION = "2.0"


class Section(Model):
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


class EventPerson(Model):
    """State that a person takes part in an event."""

    person_id: str
    """One of `people`."""
    part: Part
    """As what."""


class Event(Model):
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


class Warning(Model):
    """Tell the reader what is odd about the text."""

    code: WarningCode
    """What is odd."""
    message: str
    """The same in words."""
    start_char: Offset | None
    """Index of the first character concerned, or null."""
    end_char: Offset | None
    """Index behind the last character concerned, or null."""


class UsedPack(Model):
    """Name a pack that had a say in a record."""

    name: str
    """What its author calls it."""
    version: str
    """As its author counts."""
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    """SHA-256 over the names and contents of its files."""


class Record(Model):
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
        from newsfacts.record.notebook import record_html

        return record_html(self.model_dump())


class Failure(Model):
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


def to_json(model: Record | Failure) -> str:
    """Write one record or failure as one line of JSON without the line end; numbers stay exact.

    Shape:   keys in the models' order, all of them present; characters outside ASCII as themselves, except lone
             surrogates and the line separators U+2028 and U+2029, which are escaped.
    """
    return model.model_dump_json()


def read_record(line: str) -> Record:
    """Read a record back from its line, numbers exact.

    Raises:  pydantic.ValidationError where the line is no record; ValueError where it is no JSON.
    """
    return Record.model_validate(simplejson.loads(line, use_decimal=True))
