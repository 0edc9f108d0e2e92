"""What every model of the record is: frozen, closed, described by the docstrings of its fields, exact in JSON."""

import datetime
import re
from decimal import Decimal
from typing import Annotated, Any

import simplejson
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

__all__ = ["Model", "Number", "Offset", "Span", "plain_number"]


_UNSAFE = re.compile("[\ud800-\udfff\u0085\u2028\u2029]")
"""Half characters, which UTF-8 cannot hold, and what some readers take for the end of a line."""


def plain_number(value: Decimal) -> Decimal:
    """Give the same number without exponent and without trailing zeros.

    Example:
        >>> plain_number(Decimal("7E+7")), plain_number(Decimal("70.50"))
        (Decimal('70000000'), Decimal('70.5'))
    """
    if value == value.to_integral_value():
        return Decimal(int(value))
    return Decimal(format(value, "f").rstrip("0"))


def _as_json(value: Decimal) -> int | float:
    """Give the number that JSON libraries write; `to_json` and `model_dump_json` write the digits themselves."""
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    AfterValidator(plain_number),
    PlainSerializer(_as_json, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
"""An exact number, written as a JSON integer when integral, else as a plain decimal."""

Offset = Annotated[int, Field(ge=0)]
"""A Python string index (code points) into the article's text."""


class Model(BaseModel):
    """Be what all models are."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, ser_json_inf_nan="null")

    def model_dump_json(self, *, indent: int | None = None, **chosen: Any) -> str:
        """Write as JSON, numbers exact: for a record or failure, without arguments, the line of the output.

        `chosen` are the arguments of `model_dump`: include, exclude, exclude_none and so on.
        """
        return written(self.model_dump(**chosen), indent)


class Span(Model):
    """Stand somewhere in the text."""

    text: str
    """The characters from `start_char` to `end_char` of the article."""
    start_char: Offset
    """Index of the first character."""
    end_char: Offset
    """Index behind the last character."""


def written(value: Any, indent: int | None = None) -> str:
    separators = (",", ":") if indent is None else (",", ": ")
    line = simplejson.dumps(
        value, use_decimal=False, default=_json_value, ensure_ascii=False, separators=separators, indent=indent
    )
    if line.isascii():
        return line
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def _json_value(value: object) -> Any:
    if isinstance(value, Decimal):
        return simplejson.RawJSON(format(value, "f"))
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"a record cannot hold a {type(value).__name__}")
