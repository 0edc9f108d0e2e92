"""What a kind of fact is: its model, what its reader finds, its rules, its words, and how gold speaks of it.

This is what all kinds have; kinds of number facts also say who reads them (`figures/figure_kind.py`). A package has its
kind in `kind.py` under the name KIND. `figures/kinds.py` lists the kinds of number facts, `assemble/kinds.py` all of
them; readers, ids, record, tables, schemas, explanations, evaluation and relations walk over that list.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Any

from pydantic import BaseModel

from newsfacts.record import Kind
from newsfacts.rules.rule import Rule

__all__ = ["Compare", "FactKind", "Gold", "GoldField"]


class Compare(Enum):
    """Say when two values of a field are the same."""

    EXACT = "exact"
    """Letter by letter."""
    WORDS = "words"
    """Half of their words are the same."""
    HEAD = "head"
    """Their last words are, whatever their number."""
    UNIT = "unit"
    """They name one unit, in whichever spelling and number."""
    VERB = "verb"
    """The first letters of two verbs are."""


@dataclass(frozen=True, slots=True)
class GoldField:
    """Name one field that is compared with gold."""

    name: str
    """What scores and mistakes call it."""
    compare: Compare
    """When two of its values are the same."""
    in_gold: str = ""
    """Its name in gold, where that is another."""
    in_record: str = ""
    """Its name in the record, where that is another."""
    empty: str = ""
    """What it is where nothing is said."""

    @property
    def gold(self) -> str:
        """Give its name in gold."""
        return self.in_gold or self.name

    @property
    def record(self) -> str:
        """Give its name in the record."""
        return self.in_record or self.name


@dataclass(frozen=True, slots=True)
class Gold:
    """Say how annotated articles speak of a kind."""

    name: str
    """Key of the list that holds its items: "counts"."""
    decides: GoldField
    """The field that makes a number, or a stretch of text, the fact that it is."""
    further: tuple[GoldField, ...] = ()
    """The others that are compared."""

    @property
    def fields(self) -> tuple[GoldField, ...]:
        """List all that are compared."""
        return self.decides, *self.further


def _never(first: Any, second: Any) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class FactKind:
    """Name one kind of fact."""

    model: type[BaseModel]
    """What the record holds; its `kind` is the kind's name."""
    match: type
    """What its reader finds."""
    fields: Callable[[Any], Mapping[str, Any]]
    """Takes a match, gives those fields of the model that only this kind has; the rest is the same for all kinds."""
    rules: tuple[Rule, ...]
    """Those whose ids its facts may bear."""
    gold: Gold
    """How annotated articles speak of it."""
    words: tuple[str, ...] = ()
    """Lexicons whose words inside or beside a fact take part in it."""
    same: Callable[[Any, Any], bool] = _never
    """Takes two matches of one number, tells whether they may be one figure that is said twice."""
    alike: Callable[[Any, Any], bool] = _never
    """Takes two matches of one sentence, tells whether one figure may be what the other was before."""
    doubts: Mapping[str, str] = field(default_factory=dict)
    """Fields without which a fact is less certain than its rule, and what the table of rules calls such facts."""

    @property
    def kind(self) -> Kind:
        """Give its name."""
        return _named(self.model)

    def says(self, name: str) -> bool:
        """Tell whether its facts have a field."""
        return name in _fields(self.model)


@cache
def _named(model: type[BaseModel]) -> Kind:
    return Kind(model.model_fields["kind"].default)


@cache
def _fields(model: type[BaseModel]) -> frozenset[str]:
    """Name the fields of a model, which pydantic gathers anew whenever it is asked."""
    return frozenset(model.model_fields)
