"""What a source is, and the words by which sources are found."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from newsfacts.record import Status

__all__ = ["Form", "Source", "SourceWords"]


class Form(StrEnum):
    """Say how a source is named."""

    STATEMENT = "statement"
    """The subject of a verb of statement."""
    AGENT = "agent"
    """Behind "by", of a passive one."""
    NOUN = "noun"
    """The noun that a participle of statement modifies: "figures indicating"."""
    QUOTED = "quoted"
    """Quoted as saying."""
    ORIGIN = "origin"
    """Learned from."""
    PHRASE = "phrase"
    """According to."""
    LABEL = "label"
    """Behind the colon of a headline."""
    QUOTE = "quote"
    """The speaker of direct speech."""


@dataclass(frozen=True, slots=True)
class Source:
    """Hold one source in one sentence."""

    text: str
    """As written; the name where there is one."""
    form: Form
    """How it is named."""
    kind: str
    """Class of its verb in the lexicon; "" where there is none."""
    verb: int
    """Position of the verb of statement, or of the first word of the phrase; -1 where there is none."""
    subject: int
    """Position of the head of the source; -1 where there is none."""
    status: Status
    """What its word makes of a fact that the sentence itself asserts."""
    person_id: str | None = None
    """The person it is."""
    pronoun: str = ""
    """The pronoun that stands for it, in lower case."""
    side: str = "none"
    """What its noun is in the lexicon of parties: "office", "party" or "none"."""
    plural: bool = False
    """Its noun is a plural, or stands for many: "officers", "police"."""


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Hold the words that name sources."""

    verbs: Mapping[str, str]
    """Forms of verbs of statement, to their classes."""
    lemmas: Mapping[str, str]
    """The same forms, to their base forms."""
    parties: Mapping[str, Status]
    """Nouns of offices and of sides of a case."""
    acts: frozenset[str]
    """Forms of verbs by which an office makes something public."""
    phrases: tuple[tuple[str, ...], ...]
    """Prepositions of source, word by word."""
    many: frozenset[str]
    """Singular nouns that stand for many: "police"."""
    bodies: frozenset[str]
    """Nouns of organisations and of people, who may tell something."""
    origins: frozenset[str]
    """Prepositions behind a verb of learning."""
    measures: frozenset[str]
    """Nouns of what something is done by, which tell nothing."""
    areas: frozenset[str]
    """Nouns of areas, in which somebody tells something: "the Corps in the state"."""
