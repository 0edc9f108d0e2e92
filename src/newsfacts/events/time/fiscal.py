"""In which month the financial year of a text begins: the text says so, else the country that it names first.

"In the year to June 30", "the fiscal year that ended September 30" tell it; Australia begins in July, India in April.
Not here: expressions of financial years (`periods.py`).
"""

import re
from dataclasses import dataclass
from pathlib import Path

from newsfacts.lexicons import alternation, fold, read

__all__ = ["FiscalYears", "fiscal_years"]

_USUAL = 4
"""April, as in Britain, India, Japan, Canada, South Africa."""
_TOLD = re.compile(
    r"\b(?:year|twelve\smonths|12\smonths|FY\d*)\b[^.;\n]{0,30}?"
    r"\b(?:to|ending|ended)\s(?:on\s)?(?:the\send\sof\s)?(?:3[01](?:st|th)?\s)?(?P<month>March|June|September)\b",
    re.IGNORECASE,
)
_MONTHS = {"march": 4, "june": 7, "september": 10}


@dataclass(frozen=True, slots=True)
class FiscalYears:
    """Hold the first months of financial years by country."""

    months: dict[str, int]
    """By name of a country, folded."""
    named: re.Pattern[str]
    """The names."""

    def first_month(self, text: str) -> int:
        """Give the first month of the financial year that a text speaks of."""
        told = _TOLD.search(text)
        if told:
            return _MONTHS[fold(told["month"])]
        named = self.named.search(text)
        return self.months[" ".join(fold(named[0]).split())] if named else _USUAL


def fiscal_years(extra: tuple[Path, ...] = ()) -> FiscalYears:
    """Read the lexicon of financial years, to which the folder `extra` may add."""
    months = {fold(name): int(month) for name, month in read("fiscal_years", extra).mapping("month").items()}
    return FiscalYears(months, re.compile(rf"\b(?:{alternation(months)})\b", re.IGNORECASE))
