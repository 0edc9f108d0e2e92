"""What may be corrected of a fact, person or event, as fields of a form: read off the models, as corrections are.

Shape:   for each kind of fact, for "person" and for "event" a list of fields: `name`, `form` (text, number, integer,
         date, choice, lines, person, event or fact: what its control is), `choices`, `needed`, `help`.
"""

import datetime
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from newsfacts.evaluation.corrections import Target, fields_of, needed
from newsfacts.record import FACTS, Event, Kind, Person

__all__ = ["forms"]

_REFERENCES = {"event_id": "event", "subset_of": "fact", "changes_from": "fact", "converts": "fact", "repeats": "fact"}
_HELP = {"titles": "Titles and functions, one a line.", "organisations": "Whom they serve, one a line."}
_ELSEWHERE = frozenset({"kind", "fact_ids", "time_precision", "time_source", "place_source"})
"""Fields that are not filled in: the kind is chosen before, a fact says itself of which event it is, how fine a time is
follows from its days, and where a value was read is no question to a reader."""


def forms() -> dict[str, list[dict[str, Any]]]:
    """Give the fields of every form, in the order of the models."""
    models: list[tuple[str, Target, Kind | None, type[BaseModel]]] = [
        (model.model_fields["kind"].default, Target.FACT, Kind(model.model_fields["kind"].default), model)
        for model in FACTS
    ]
    models += [("person", Target.PERSON, None, Person), ("event", Target.EVENT, None, Event)]
    return {name: list(_fields(target, kind, model)) for name, target, kind, model in models}


def _fields(target: Target, kind: Kind | None, model: type[BaseModel]) -> Iterator[dict[str, Any]]:
    required = needed(target, kind)
    names = [name for name in model.model_fields if name in fields_of(target, kind)]
    names += [name for name in fields_of(target, kind) if name not in model.model_fields]
    for name in sorted(names, key=_behind):
        if name not in _ELSEWHERE:
            info = model.model_fields.get(name)
            form, choices = _form(name, info.annotation if info else list[str])
            told = _HELP.get(name) or (info.description if info else "") or ""
            yield {"name": name, "form": form, "choices": choices, "needed": name in required, "help": told}


_CONTEXT = ("status", "attribution", "time", "place", "event_id", "repeats", "subset_of", "changes_from", "converts")


def _behind(name: str) -> int:
    """Put what a fact is before what all facts have, which the models state first."""
    return next((number for number, start in enumerate(_CONTEXT, 1) if name.startswith(start)), 0)


def _form(name: str, annotation: Any) -> tuple[str, list[str]]:
    if name in _REFERENCES or name.endswith("person_id"):
        return _REFERENCES.get(name, "person"), []
    for kind in _types(annotation):
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return "choice", list(kind)
        for form, meant in (("date", datetime.date), ("number", Decimal), ("integer", int), ("lines", list)):
            if kind is meant:
                return form, []
    return "text", []


def _types(annotation: Any) -> Iterator[Any]:
    """Yield the types that an annotation is made of, without None and what is said beside them."""
    origin = typing.get_origin(annotation)
    if origin is list:
        yield list
    elif origin is typing.Annotated:
        yield from _types(typing.get_args(annotation)[0])
    elif origin in (types.UnionType, typing.Union):
        for inner in typing.get_args(annotation):
            yield from _types(inner)
    else:
        yield annotation
