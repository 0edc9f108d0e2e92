"""Who is in the story, as the record states it."""

from pydantic import Field

from newsfacts.record.model import Model, Span
from newsfacts.record.values import OrganisationSource, Part

__all__ = ["Mention", "Person", "Role"]


class Mention(Span):
    """Mark one place where a person is named."""


class Role(Span):
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


class Person(Model):
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
