"""Compare the forms that may be people with gold."""

from collections.abc import Iterator, Mapping, Set
from typing import Any

from newsfacts.evaluation.learning.studies import Study
from newsfacts.people.pieces import split_words
from newsfacts.weigh import Situation

__all__ = ["collect"]

_NAMES = ("name_alt", "aliases", "aliases_alt")


def collect(study: Study) -> Iterator[Situation]:
    """Give every form that was weighed, and the people of gold of whom no form was proposed.

    A single word of a name that was believed is no question: it means that person.
    """
    gold = [_names(person) for person in study.gold("people")]
    forms = study.extractor.people.forms(study.reading, study.extractor.language.lemma)
    owned = {word for form, choice in forms.items() if len(form) > 1 and choice.value for word in form}
    proposed: set[int] = set()
    for form, choice in forms.items():
        meant = [place for place, names in enumerate(gold) if _is_of(form, names)]
        proposed.update(meant)
        if len(form) > 1 or form[0] not in owned:
            right = frozenset({0}) if meant and choice.candidates else frozenset[int]()
            yield Situation(study.article_id, study.source, choice.candidates, right, bool(meant), choice.against)
    for place in range(len(gold)):
        if place not in proposed:
            yield Situation(study.article_id, study.source, (), frozenset())


def _names(person: Mapping[str, Any]) -> list[Set[str]]:
    others = [name for field in _NAMES for name in person.get(field) or ()]
    return [set(split_words(str(name))) for name in (person["name"], *others)]


def _is_of(form: tuple[str, ...], names: list[Set[str]]) -> bool:
    """See a form whose words all stand in one name of a person: "Ann Roe" of "Ann Mary Roe"."""
    return any(set(form) <= words for words in names)
