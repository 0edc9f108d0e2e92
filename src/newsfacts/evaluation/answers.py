"""What two annotators say in a field, in the form in which it is compared.

The kinds of fact say how each of their fields is compared (`Compare` of rules/kind.py); the fields that all facts and
people have are listed here. Free text agrees where half of its words are the same, and Krippendorff's alpha takes
that for its difference.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass

from newsfacts.evaluation.alpha import nominal
from newsfacts.evaluation.scoring import CONTEXT, NUMBERS, OF_FACTS, Item, accepted, head_of, unit_name, words_of
from newsfacts.rules.kind import Compare, GoldField

__all__ = ["Value", "chosen", "compared_fields", "differ", "shown"]

_SAME_TEXT = 0.5
_SAME_VERB = 5
_PEOPLE = (
    GoldField("part", Compare.EXACT),
    GoldField("age", Compare.EXACT),
    GoldField("titles", Compare.WORDS),
    GoldField("organisations", Compare.WORDS),
)
_COMPARATOR = GoldField("comparator", Compare.EXACT, empty="eq")
_FREE = ("attribution", "time_text", "place")
_CONTEXT = tuple(GoldField(name, Compare.WORDS if name in _FREE else Compare.EXACT) for name in CONTEXT)

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


_FORMS: Mapping[Compare, Callable[[str], Value]] = {
    Compare.EXACT: str,
    Compare.WORDS: lambda text: _Words(text.casefold(), words_of(text)),
    Compare.HEAD: head_of,
    Compare.UNIT: unit_name,
    Compare.VERB: lambda verb: verb.lower()[:_SAME_VERB],
}


def compared_fields(kind: str) -> tuple[GoldField, ...]:
    """List the fields of a kind, by gold's name of it, that are compared where both sides state them."""
    if kind not in OF_FACTS:
        return _PEOPLE
    own = OF_FACTS[kind].gold.fields
    return (_COMPARATOR, *own, *_CONTEXT) if kind in NUMBERS else own


def chosen(field: GoldField, first: Item, second: Item) -> tuple[Value, Value]:
    """Give what the two say in a field; where either accepts the other's answer, one value twice."""
    form = _FORMS[field.compare]
    mine, theirs = ([form(text or field.empty) for text in _answers(item, field.gold)] for item in (first, second))
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
