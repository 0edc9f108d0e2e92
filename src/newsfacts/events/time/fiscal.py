"""In which month the financial year of a text begins: the text says so, else the country that it names first.

"In the year to June 30", "the fiscal year that ended September 30" tell it; Australia begins in July, India in April.
Not here: expressions of financial years (`periods.py`).
"""

import re
from dataclasses import dataclass
from pathlib import Path

from newsfacts.lexicons import alternation, fold, read
from newsfacts.lexicons.function_words import any_of

__all__ = ["FiscalYears", "fiscal_years"]

_USUAL = 4
"""April, as in Britain, India, Japan, Canada, South Africa."""
_QUARTER_ENDS = (3, 6, 9)
"""Months with which a financial year may end that is no calendar year."""


@dataclass(frozen=True, slots=True)
class FiscalYears:
    """Hold the first months of financial years by country."""

    months: dict[str, int]
    """By name of a country, folded."""
    named: re.Pattern[str]
    """The names."""
    ends: dict[str, int]
    """Months with which a financial year may end, by name."""
    told: re.Pattern[str]
    """The words that tell with which month one ends."""

    def first_month(self, text: str) -> int:
        """Give the first month of the financial year that a text speaks of."""
        told = self.told.search(text)
        if told:
            return self.ends[fold(told["month"])] + 1
        named = self.named.search(text)
        return self.months[" ".join(fold(named[0]).split())] if named else _USUAL


def fiscal_years(extra: tuple[Path, ...] = ()) -> FiscalYears:
    """Read the lexicons of financial years and of time, to which the folder `extra` may add."""
    months = {fold(name): int(month) for name, month in read("fiscal_years", extra).mapping("month").items()}
    named = read("time_words", extra).mapping("value", **{"class": "month"})
    ends = {fold(name): int(month) for name, month in named.items() if int(month) in _QUARTER_ENDS}
    told = re.compile(
        rf"\b(?:year|twelve\smonths|12\smonths|FY\d*)\b[^.;\n]{{0,30}}?\b(?:{any_of('ending')})\s(?:on\s)?"
        rf"(?:the\send\sof\s)?(?:3[01](?:st|th)?\s)?(?P<month>{alternation(ends)})\b",
        re.IGNORECASE,
    )
    return FiscalYears(months, re.compile(rf"\b(?:{alternation(months)})\b", re.IGNORECASE), ends, told)
