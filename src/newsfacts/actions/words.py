"""The words that decide about actions and agents, from their lexicons."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsfacts import lexicons
from newsfacts.actions.event_type import noun_classes

__all__ = ["ActionWords", "read_words"]


@dataclass(frozen=True, slots=True)
class ActionWords:
    """Hold the words that decide about actions and agents."""

    classes: Mapping[str, str]
    """Classes of verbs that say little themselves, by lemma: light, support, raising, listing."""
    nouns: Mapping[str, str]
    """Verbal nouns, and adjectives for what befell somebody, with their verbs."""
    people: frozenset[str]
    """Nouns for people."""
    reporting: frozenset[str]
    """Verbs of saying."""
    bodies: frozenset[str]
    """Words for bodies of people: court, council, gang."""
    police: frozenset[str]
    """Nouns for the police."""
    acts: frozenset[str]
    """Verbs for what only the police do."""
    changing: frozenset[str]
    """Verbs of rising and falling."""
    events: Mapping[str, frozenset[str]]
    """Classes of nouns ("" for any) that a verb tells an event of, by verb."""
    kinds: Mapping[str, str]
    """Class of each counted noun, by its singular."""
    types: Mapping[tuple[str, str], str]
    """Type of event by verb and noun class."""
    times: frozenset[str]
    """Names of days, months and spans of time, which do nothing."""


def read_words(extra: tuple[Path, ...] = ()) -> ActionWords:
    """Read the lexicons; the folder `extra` may add to them.

    Raises:  LexiconError where one of them is malformed.
    """
    people, reporting = (lexicons.read(name, extra).words() for name in ("person_nouns", "attribution_verbs"))
    police = lexicons.read("police_words", extra)
    types = {(row["lemma"], row["noun_class"]): row["type"] for row in lexicons.read("event_types", extra).rows}
    events: dict[str, set[str]] = {}
    for lemma, noun_class in types:
        events.setdefault(lemma, set()).add(noun_class)
    return ActionWords(
        classes=lexicons.read("light_verbs", extra).mapping("class"),
        nouns=lexicons.read("action_nouns", extra).mapping("verb"),
        people=people,
        reporting=reporting,
        bodies=lexicons.read("organisation_words", extra).words(kind="organisation"),
        police=police.words(**{"class": "actor"}),
        acts=police.words(**{"class": "act"}),
        changing=lexicons.read("change_words", extra).words(**{"class": "verb"}),
        events={lemma: frozenset(classes) for lemma, classes in events.items()},
        kinds=noun_classes(extra),
        types=types,
        times=lexicons.read("time_words", extra).words(trigger="yes", doubtful=""),
    )
