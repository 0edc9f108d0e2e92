"""Digits: the shapes that they are written in, and what they are worth, in whichever way they are grouped."""

import re
from decimal import Decimal

__all__ = ["CLUSTER", "GROUPED", "SLASHED", "digit_value", "read_european"]

GROUPED = r"""
    (?<=[^\s\d(\[\-–—])\d{1,3}(?:,\s?\d{3})*,\s(?:000|\d{3},\s?\d{3}|\d{3}(?=\.\d\d))(?:\.\d\d)?(?!\d)  # N8, 310,000
  | \d{1,2}(?:,\s?\d{2})*,\s\d{2},\d{3}(?!\d)               # Rs 23, 27,500
  | \d{1,3}(?:['’]\d{3})+(?!\d)                              # CHF 12'500
  | \d{1,3}(?:,\d{3})+(?:\.\d+)?                      # 1,200.50
  | \d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?                # 1,01,39,338
  | \d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?![\d])     # 680 000 with a hard or thin space
  | \d{1,3}(?:\ \d{3})+(?![\d,.]\d|\d|\ \d)           # 680 000
  | \d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)                 # 1.200,50
  | \d{1,3}(?:\.\d{3}){2,}(?![\d.])                   # 13.169.000
  | \d+(?:,\d+)+(?:\.\d+)?                            # 2020,000: broken grouping
  | \d{1,3}(?:,\s\d{3})*,\s000(?!\d)                   # 10, 000 in text that was cut into words
  | (?:(?<=[$£€])|(?<=[$£€]\s))\d+\s\.\s\d+(?![\d.])    # $ 57 . 60, the same
  | \d+\s\.\s\d+(?=\s?%)                               # 59 . 2 %
  | \d+(?:\.\d+)?[½¼¾]?
  | (?<![A-Za-z])\.\d+
  | [½¼¾]
"""
"""One number in digits; written for `re.VERBOSE`."""
CLUSTER = r"""
    \+?\(?\d{2,5}\)?[\ \-–.]\d{2,4}[\ \-–.]\d{2,5}(?:[\ \-–.]\d{2,5})*(?!\d|,\d)   # telephones, dates with dashes
  | \(\d{3,5}\)\s?\d{3,4}[-\ ]?\d{3,4}                  # (951) 290-1923
  | \d{3,4}[-–]\d{4}(?!\d|,\d)                        # 290-1923
  | 0\d{2,4}[\ -]\d{5,8}                                # 01234 567890
  | \d{1,4}(?:[:/⁄]\d{1,4})+                             # 10:30, 14/2/2021, 24/7
  | (?!\d{1,3}(?:\.\d{3}){2,}(?!\d))\d+(?:\.\d+){2,}    # 10.30.45, version numbers
  | (?:19|20)\d\d[-–/‐‑]\d\d(?![\d%]|[,.]\d|\s%)            # 2012–13: a season's or a fiscal year
  | (?<![\d,])\d{9,}(?![\d,.])                          # a dozen digits without grouping count nothing
"""
"""Digits that are no number; written for `re.VERBOSE`."""
SLASHED = r"""
    (?<![\w/.,#$£€-]) (?:(?P<whole>\d{1,3})[ -])? (?P<top>[1-9]|1[0-5])[/⁄](?P<bottom>2|4|8|16|32|64|128)
    (?![\w/]) (?=[\s-]+[a-z]|\s*%)                       # 1/4 inch, 5 1/2 pounds, 7 3/4 %
"""
"""Fractions with a slash; written for `re.VERBOSE`."""
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
    body = re.sub(r"\s?([,.])\s(?=\d)", r"\1", digits.rstrip("½¼¾")).replace("'", "").replace("’", "")
    if re.fullmatch(r"\d{1,3},\d{1,2}", body):
        return Decimal(body.replace(",", ".")), False  # R12,8 million: a decimal comma
    if not body:
        return glyph, False
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}", body):
        return Decimal(body.replace(".", "").replace(",", ".")), False
    regular = re.fullmatch(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?|\d*(?:\.\d+)?", body)
    spaced = re.sub(r"[\s,]", "", body)
    return Decimal(spaced if not spaced.startswith(".") else "0" + spaced) + glyph, "," in body and not regular
