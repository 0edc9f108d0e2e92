"""Write the guide of the record's fields, docs/fields.md, from the models and from examples that are really extracted.

    python bench/fields.py

What a field or value means is its docstring there; an example is the first text of bench/field_examples.toml out
of which the extractor reads it. A test fails while the page is not what this module makes, and where a field or a value
has neither an example nor a reason in the same file why it has none.
"""

import ast
import enum
import inspect
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from newsfacts import record as models
from newsfacts.article import Article
from newsfacts.record import Record, values

__all__ = ["Examples", "articles", "examples", "missing", "page"]

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "fields.md"
TEXTS = ROOT / "bench" / "field_examples.toml"

_MODELS: tuple[tuple[str, type[BaseModel], str], ...] = (
    ("Record", models.Record, ""),
    ("Section", models.Section, "sections"),
    ("Person", models.Person, "people"),
    ("Mention", models.Mention, "people.mentions"),
    ("Role", models.Role, "people.roles"),
    ("Event", models.Event, "events"),
    ("EventPerson", models.EventPerson, "events.people"),
    ("Count", models.Count, "facts"),
    ("Money", models.Money, "facts"),
    ("Percentage", models.Percentage, "facts"),
    ("Quantity", models.Quantity, "facts"),
    ("Quote", models.Quote, "facts"),
    ("Warning", models.Warning, "warnings"),
    ("UsedPack", models.UsedPack, "packs"),
    ("Failure", models.Failure, ""),
)
"""The models in the order of the guide, and where in a record they stand."""
_KINDS = ("Count", "Money", "Percentage", "Quantity", "Quote")
_HEAD = """# Every field

Written by `python bench/fields.py` from the models in `src/newsfacts/record/`; do not edit. The examples were read
out of the texts beside them by the extractor. Every key is always there; what is not known is `null`. Offsets are
indexes of Python strings into the text as it was given, the end exclusive.
"""
_LONGEST, _LONGEST_TEXT = 60, 200
"""Characters of a value, and of the text beside it, that are shown."""
_MOVING = ("extractor", "confidence")
"""Ends of the names of fields whose values move with each version or fit; none is shown."""


@dataclass(frozen=True)
class Examples:
    """Hold, for each field and each value of a closed set, the text that shows it and what is read there."""

    fields: dict[tuple[str, str], tuple[str, Any]] = field(default_factory=dict)
    """Text and value by model and field."""
    values: dict[tuple[str, str], str] = field(default_factory=dict)
    """Text by enum and value, what carries the value in bold."""


def articles() -> list[Article]:
    """Read the texts that examples are read out of."""
    told = tomllib.loads(TEXTS.read_text("utf-8"))
    return [Article(f"example-{number}", **text) for number, text in enumerate(told["text"], start=1)]


def none_of() -> Mapping[str, str]:
    """Read why some fields and values have no example, by "Model.field" or "Enum.value"."""
    found: dict[str, str] = tomllib.loads(TEXTS.read_text("utf-8"))["none"]
    return found


def examples(read: Iterable[tuple[Article, Record]]) -> Examples:
    """Find the first text for each field and value."""
    found = Examples()
    for article, record in read:
        for name, told in _told(record):
            for key, value in told:
                if value in (None, [], ""):
                    continue
                found.fields.setdefault((name, key), (article.text, value))
                if isinstance(value, enum.Enum):
                    found.values.setdefault((type(value).__name__, value.value), _marked(article.text, told))
    return found


def _told(record: Record) -> Iterator[tuple[str, BaseModel]]:
    yield "Record", record
    for section in record.sections:
        yield "Section", section
    for person in record.people:
        yield "Person", person
        yield from (("Mention", mention) for mention in person.mentions)
        yield from (("Role", role) for role in person.roles)
    for event in record.events:
        yield "Event", event
        yield from (("EventPerson", person) for person in event.people)
    for fact in record.facts:
        yield type(fact).__name__, fact
    yield from (("Warning", warning) for warning in record.warnings)


def _marked(text: str, told: BaseModel) -> str:
    start, end = getattr(told, "start_char", None), getattr(told, "end_char", None)
    if start is None or end is None or isinstance(told, models.Section):
        return _cell(text)
    before, behind = _cell(f"…{text[:start]}…")[1:-1], _cell(f"…{text[end:]}…")[1:-1]  # keeps the spaces at the ends
    return f"{before}**{_cell(text[start:end])}**{behind}"


def missing(found: Examples) -> list[str]:
    """List the fields and values that have no example and no reason."""
    fields = [f"{name}.{key}" for name, model, _ in _MODELS for key in model.model_fields]
    wanted = {key for key in fields if tuple(key.split(".")) not in found.fields}
    values = {(kind.__name__, member.value) for kind in _enums() for member in kind} - set(found.values)
    wanted |= {f"{kind}.{value}" for kind, value in values}
    return sorted(wanted - set(none_of()))


def page(found: Examples) -> str:
    """Write the page."""
    parts = [_HEAD]
    common = set.intersection(*(set(model.model_fields) for name, model, _ in _MODELS if name in _KINDS)) - {"kind"}
    for name, model, where in _MODELS:
        if name == "Count":
            parts.append("## Facts: what all kinds have\n\n" + _table("Count", model, found, only=common))
        title = f"## {name}" + (f": `{where}`" if where else "")
        rows = _table(name, model, found, only=set(model.model_fields) - (common if name in _KINDS else set()))
        parts.append(f"{title}\n\n{inspect.cleandoc(model.__doc__ or '')}\n\n{rows}")
    parts += [_values(kind, found) for kind in _enums()]
    return "\n".join(parts)


def _table(name: str, model: type[BaseModel], found: Examples, *, only: set[str]) -> str:
    lines = ["| field | type | meaning | example |", "|---|---|---|---|"]
    for key, about in model.model_fields.items():
        if key in only:
            shown = "" if key.endswith(_MOVING) else _example(name, key, found)
            lines.append(f"| `{key}` | {_type(about.annotation)} | {_cell(about.description or '')} | {shown} |")
    return "\n".join(lines) + "\n"


def _example(name: str, key: str, found: Examples) -> str:
    text, value = found.fields.get((name, key), ("", None))
    if not text:
        return none_of().get(f"{name}.{key}", "")
    text = text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}…"
    return f"{_shown(value)} in “{_cell(text)}”"


def _values(kind: type[enum.Enum], found: Examples) -> str:
    lines = [f"## Values: {kind.__name__}", "", inspect.cleandoc(kind.__doc__ or ""), ""]
    lines += ["| value | meaning | example |", "|---|---|---|"]
    said = _member_docs().get(kind.__name__, {})
    for member in kind:
        example = found.values.get((kind.__name__, member.value)) or none_of().get(
            f"{kind.__name__}.{member.value}", ""
        )
        lines.append(f"| `{member.value}` | {_cell(said.get(member.name, ''))} | {example} |")
    return "\n".join(lines) + "\n"


def _enums() -> list[type[enum.Enum]]:
    return [
        kind for kind in vars(values).values()
        if isinstance(kind, type) and issubclass(kind, enum.Enum) and kind.__module__ == values.__name__
    ]  # fmt: skip


def _member_docs() -> dict[str, dict[str, str]]:
    """Read the strings under the members of enums, which Python itself forgets."""
    found: dict[str, dict[str, str]] = {}
    for node in ast.parse(inspect.getsource(values)).body:
        if isinstance(node, ast.ClassDef):
            for member, behind in pairwise(node.body):
                name = member.targets[0] if isinstance(member, ast.Assign) else None
                if isinstance(name, ast.Name) and isinstance(behind, ast.Expr):
                    found.setdefault(node.name, {})[name.id] = str(ast.literal_eval(behind.value))
    return found


def _type(annotation: Any) -> str:
    """Name a type in a reader's words."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _type(get_args(annotation)[0])
    if origin is Literal:
        return " ".join(f"`{value}`" for value in get_args(annotation))
    if origin is list:
        return f"list of {_type(get_args(annotation)[0])}"
    parts = [part for part in get_args(annotation) if part is not type(None)]
    if parts:
        names = " or ".join(dict.fromkeys(_type(part) for part in parts))
        return f"{names}, or null" if len(parts) < len(get_args(annotation)) else names
    if isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        return f"[{annotation.__name__}](#values-{annotation.__name__.lower()})"
    plain: dict[str, str] = {"str": "text", "int": "integer", "Decimal": "number", "float": "number", "date": "date"}
    name: str = annotation.__name__
    return plain.get(name, name)


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return f"{len(value)}" if isinstance(value[0], BaseModel) else f"`{', '.join(map(str, value))[:_LONGEST]}`"
    plain = value.value if isinstance(value, enum.Enum) else str(value)
    return f"`{_cell(plain if len(plain) <= _LONGEST else plain[:_LONGEST] + '…')}`"


def _cell(text: str) -> str:
    """Write a text so that a cell of a table holds it."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*") if text.strip() else text


def main() -> None:
    import newsfacts

    extractor = newsfacts.load(options=newsfacts.Options(place_ids=True))
    found = examples((article, extractor.extract(article)) for article in articles())
    for name in missing(found):
        print(f"no example: {name}")
    PAGE.write_text(page(found), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
