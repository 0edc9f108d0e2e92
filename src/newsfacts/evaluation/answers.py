"""What two annotators say in a field, in the form in which it is compared.

Most fields are compared as they are written; verbs, units and names with a default by what they mean; free text agrees
where half of its words are the same, and Krippendorff's alpha takes that for its difference.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass

from newsfacts.evaluation.alpha import nominal
from newsfacts.evaluation.scoring import Item, accepted, unit_name, words_of

__all__ = ["Value", "chosen", "differ", "shown"]

_SAME_TEXT = 0.5
_SAME_VERB = 5

Value = Hashable
"""What a side says in a field, in the form in which it is compared."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Hold a free text; two are the same where half of their words are."""

    text: str
    words: frozenset[str]

    def differs(self, other: "_Words") -> bool:
        both = len(self.words) + len(other.words)
        return self.text != other.text and 2 * len(self.words & other.words) < _SAME_TEXT * max(both, 1)


def _words(text: str) -> _Words:
    return _Words(text.casefold(), words_of(text))


_TEXT = ("noun", "agent", "measure", "of", "speaker", "attribution", "time_text", "place", "titles", "organisations")
_FORMS: Mapping[str, Callable[[str], Value]] = dict.fromkeys(_TEXT, _words) | {
    "unit": unit_name,
    "action": lambda verb: verb.lower()[:_SAME_VERB],
    "comparator": lambda name: name or "eq",
    "direction": lambda name: name or "none",
}
"""How values are compared where not as they are written."""


def chosen(name: str, first: Item, second: Item) -> tuple[Value, Value]:
    """Give what the two say in a field; where either accepts the other's answer, one value twice."""
    form = _FORMS.get(name, str)
    mine, theirs = ([form(text) for text in _answers(item, name)] for item in (first, second))
    agreed = not all(differ(mine[0], value) for value in theirs) or not all(differ(theirs[0], v) for v in mine)
    return (mine[0], mine[0]) if agreed else (mine[0], theirs[0])


def _answers(item: Item, name: str) -> Iterator[str]:
    for value in accepted(item, name):
        yield "; ".join(sorted(value)) if isinstance(value, list) else str(value or "")


def differ(one: Value, other: Value) -> float:
    """Give the difference of two answers: 0 where they agree, else 1."""
    if isinstance(one, _Words) and isinstance(other, _Words):
        return float(one.differs(other))
    return nominal(one, other)


def shown(value: object) -> str:
    """Write an answer for a reader."""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")
