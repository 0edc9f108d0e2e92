"""The last stage: facts and people through the checks; what is refused is told in a warning.

Phases: 1. people whose name is none go, roles lose what is no organisation; 2. each fact goes through the table; 3.
what pointed at a dropped fact or person points at nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsfacts.assemble.checks import CHECKS, Check
from newsfacts.assemble.seen import Seen
from newsfacts.lexicons import read
from newsfacts.record import Fact, Kind, Person, Role, Warning, WarningCode

__all__ = ["Checked", "Checker", "checker"]

_FACT_LINKS = ("repeats", "subset_of", "changes_from", "converts")
_PERSON_LINKS = ("agent_person_id", "speaker_person_id", "attribution_person_id")
_OLDEST = 120
"""Whole years; nobody is known to have been 123 (Gerontology Research Group)."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Hold what is left."""

    people: list[Person]
    """Those who have a name."""
    facts: list[Any]
    """Those that can be, in the order given."""
    warnings: list[Warning]
    """What was refused, and why, in text order."""


@dataclass(frozen=True)
class Checker:
    """Refuse what cannot be; make one with `checker`."""

    words: Mapping[str, frozenset[str]]
    """Words that cannot be what a field holds, by class."""
    places: frozenset[str]
    """Places that are well known."""
    human: frozenset[str]
    """Nouns for people."""
    checks: Mapping[str, tuple[Check, ...]]
    """The checks of each kind of fact."""

    def check(self, text: str, published: Any, people: Sequence[Person], facts: Sequence[Fact]) -> Checked:
        """Check everything that was found in one article."""
        names = frozenset(person.name for person in people)
        seen = Seen(text, published, names, self.words, self.places, self.human)
        warnings: list[Warning] = []
        kept_people = [right for person in people if (right := self._person(person, seen, warnings)) is not None]
        kept = [right for fact in facts if (right := self._fact(fact, seen, warnings)) is not None]
        if len(kept) < len(facts) or len(kept_people) < len(people):
            ids = frozenset(fact.fact_id for fact in kept) | frozenset(person.person_id for person in kept_people)
            kept = [_unlinked(fact, ids) for fact in kept]
        return Checked(kept_people, kept, sorted(warnings, key=lambda warning: warning.start_char or 0))

    def _fact(self, fact: Any, seen: Seen, warnings: list[Warning]) -> Any:
        """Give the fact with its impossible fields put right; None where it cannot be as a whole."""
        for check in self.checks[fact.kind]:
            if not check.test(fact, seen):
                continue
            warnings.append(_warning(check.id, check.why, fact.text, (fact.start_char, fact.end_char)))
            if not check.instead:
                return None
            fact = fact.model_copy(update=dict(check.instead))
        return fact

    def _person(self, person: Person, seen: Seen, warnings: list[Warning]) -> Person | None:
        mention = person.mentions[0] if person.mentions else None
        span = (mention.start_char, mention.end_char) if mention else (0, 0)
        words = person.name.split()
        if seen.has("suffix", words) or seen.has("pronoun", words) or sum(map(str.isalpha, person.name)) < 2:
            warnings.append(_warning("person.name", "what stands behind or for a name is none", person.name, span))
            return None
        if person.age is not None and person.age > _OLDEST:
            warnings.append(_warning("person.age", "nobody has been so old", person.name, span))
            person = person.model_copy(update={"age": None})
        if any(_organisation_wrong(role, seen) for role in person.roles):
            person = person.model_copy(update={"roles": [_role(role, seen, warnings) for role in person.roles]})
        return person


def checker(extra: tuple[Path, ...] = ()) -> Checker:
    """Make a checker from its lexicons, to which the folder `extra` may add."""
    rows = read("impossible_words", extra).rows
    classes = {row["class"] for row in rows}
    words = {name: frozenset(row["word"].lower() for row in rows if row["class"] == name) for name in classes}
    checks = {kind.value: tuple(check for check in CHECKS if kind in check.kinds) for kind in Kind}
    return Checker(words, read("known_places", extra).words(), read("person_nouns", extra).words(), checks)


def _organisation_wrong(role: Role, seen: Seen) -> bool:
    name = role.organisation
    return name is not None and not name.isupper() and seen.has("pronoun", name.split())


def _role(role: Role, seen: Seen, warnings: list[Warning]) -> Role:
    if not _organisation_wrong(role, seen):
        return role
    warnings.append(
        _warning("organisation.pronoun", "a pronoun is no organisation", role.text, (role.start_char, role.end_char))
    )
    return role.model_copy(update={"organisation": None})


def _unlinked(fact: Any, ids: Iterable[str]) -> Any:
    """Take away what points at a fact or person that is no longer there."""
    lost = {
        name: None
        for name in (*_FACT_LINKS, *_PERSON_LINKS)
        if (target := getattr(fact, name, None)) is not None and target not in ids
    }
    return fact.model_copy(update=lost) if lost else fact


def _warning(check: str, why: str, text: str, span: tuple[int, int]) -> Warning:
    return Warning(
        code=WarningCode.IMPLAUSIBLE,
        message=f"{check}: {text!r}: {why}",
        start_char=span[0],
        end_char=span[1],
    )
