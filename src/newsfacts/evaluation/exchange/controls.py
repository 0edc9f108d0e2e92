"""The labelling interface of Label Studio: which fields a region of each label has, read off the models of gold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import cycle
from typing import Any
from xml.sax.saxutils import quoteattr

from newsfacts.evaluation.exchange.regions import LABELS
from newsfacts.evaluation.gold_model import LISTS, gold_schema
from newsfacts.evaluation.relation_scoring import TYPES

__all__ = ["CONTROLS", "LABEL", "OPTIONAL", "TEXT", "Control", "Form", "labelling_interface"]

LABEL, TEXT, OPTIONAL = "label", "text", "optional"
"""Names of the control of labels, of the object that is labelled, and of the mark of what is left open."""
_NOT_SHOWN = frozenset({"span", "start", "end", "key", OPTIONAL})
"""What a region itself says, or what only the program needs."""
_COLOURS = ("#1b6ca8", "#c1440e", "#2e7d32", "#6a1b9a", "#8d6e00", "#00796b", "#757575")


class Form(StrEnum):
    """Name the controls of Label Studio that answer for a region."""

    CHOICES = "choices"
    TEXTAREA = "textarea"

    @property
    def key(self) -> str:
        """Give the key of a result's value that holds the answers."""
        return "choices" if self is Form.CHOICES else "text"


@dataclass(frozen=True, slots=True)
class Control:
    """Describe how one field is answered."""

    field: str
    """Name of the field in gold, and of the control."""
    form: Form
    choices: tuple[str, ...]
    """Values of a closed set."""
    many: bool
    """It holds a list."""
    nullable: bool
    """What is not said is null, not empty."""
    hint: str
    """What the field means."""

    @property
    def key(self) -> str:
        """Give the key of a result's value that holds the answers."""
        return self.form.key

    @property
    def empty(self) -> str | None:
        """Give what stands in gold where nothing is answered."""
        return None if self.nullable else ""


def _controls() -> dict[str, tuple[Control, ...]]:
    models = gold_schema()["$defs"]
    return {
        label: tuple(
            _control(field, told, models)
            for field, told in models[LISTS[kind].__name__]["properties"].items()
            if field not in _NOT_SHOWN
        )
        for kind, label in LABELS.items()
    }


def _control(field: str, told: Mapping[str, Any], models: Mapping[str, Any]) -> Control:
    forms = told.get("anyOf", [told])
    closed: list[str] = next((models[one["$ref"].rpartition("/")[2]]["enum"] for one in forms if "$ref" in one), [])
    many = any(one.get("type") == "array" for one in forms)
    form = Form.CHOICES if closed else Form.TEXTAREA
    return Control(
        field, form, tuple(closed), many, any(one.get("type") == "integer" for one in forms), told["description"]
    )


CONTROLS: Mapping[str, tuple[Control, ...]] = _controls()
"""The fields of each label."""


def labelling_interface() -> str:
    """Write the labelling interface as Label Studio's XML."""
    lines = [
        "<View>",
        "  <Relations>",
        *(f"    <Relation value={quoteattr(name)}/>" for name in TYPES),
        "  </Relations>",
    ]
    lines.append(f'  <Labels name="{LABEL}" toName="{TEXT}">')
    for label, colour in zip(LABELS.values(), cycle(_COLOURS), strict=False):
        lines.append(f'    <Label value="{label}" background="{colour}"/>')
    lines += ["  </Labels>", f'  <Text name="{TEXT}" value="$text" saveTextResult="yes"/>', *_fields(), "</View>", ""]
    return "\n".join(lines)


def _fields() -> Iterator[str]:
    asked: dict[str, tuple[Control, list[str]]] = {}
    for label, controls in CONTROLS.items():
        for control in controls:
            asked.setdefault(control.field, (control, []))[1].append(label)
    for control, labels in asked.values():
        when = f'visibleWhen="region-selected" whenTagName="{LABEL}" whenLabelValue="{",".join(labels)}"'
        yield f"  <View {when}>"
        yield f'    <Header size="6" value={quoteattr(f"{control.field}: {control.hint}")}/>'
        yield from _asked(control)
        yield "  </View>"
    yield '  <View visibleWhen="region-selected">'
    yield from _asked(Control(OPTIONAL, Form.CHOICES, (OPTIONAL,), many=True, nullable=False, hint=""))
    yield "  </View>"


def _asked(control: Control) -> Iterator[str]:
    common = f'name="{control.field}" toName="{TEXT}" perRegion="true"'
    if control.form is Form.TEXTAREA:
        most = "" if control.many else ' maxSubmissions="1"'
        yield f'    <TextArea {common} editable="true"{most}/>'
        return
    yield f'    <Choices {common} choice="{"multiple" if control.many else "single-radio"}" showInline="true">'
    yield from (f"      <Choice value={quoteattr(one)}/>" for one in control.choices)
    yield "    </Choices>"
