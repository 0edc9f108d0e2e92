"""What digits are worth, in whichever way they are grouped."""

import re
from decimal import Decimal

__all__ = ["digit_value", "read_european"]

_GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


def read_european(digits: str) -> Decimal | None:
    """Read digits as continental Europe writes them ("1.200" is 1200, "1.200,50" is 1200.5); else None.

    Example:
        >>> read_european("1.200"), read_european("12,5"), read_european("1,200")
        (Decimal('1200'), Decimal('12.5'), None)
    """
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+,\d{1,2}", digits):
        return Decimal(digits.replace(",", "."))
    return None


def digit_value(digits: str) -> tuple[Decimal, bool]:
    """Read digits with any grouping; True where the grouping is broken."""
    glyph = _GLYPHS.get(digits[-1], Decimal(0))
    body = re.sub(r",\s(?=\d)", ",", digits.rstrip("½¼¾")).replace("'", "").replace("’", "")
    if re.fullmatch(r"\d{1,3},\d{1,2}", body):
        return Decimal(body.replace(",", ".")), False  # R12,8 million: a decimal comma
    if not body:
        return glyph, False
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}", body):
        return Decimal(body.replace(".", "").replace(",", ".")), False
    regular = re.fullmatch(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?|\d*(?:\.\d+)?", body)
    spaced = re.sub(r"[\s,]", "", body)
    return Decimal(spaced if not spaced.startswith(".") else "0" + spaced) + glyph, "," in body and not regular
