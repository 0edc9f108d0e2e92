"""The month in which financial years begin is told by the text, by months as the lexicon of time names them."""

from pathlib import Path

import pytest

from newsfacts.events.time.fiscal import fiscal_years

FIRST = [
    ("Recorded crime rose in the year ended 30 June.", 7),
    ("Seizures in the 12 months to the end of Sept fell.", 10),
    ("The agency reports for the year ending March.", 4),
    ("Deaths in the year to December fell.", 4),
    ("Thefts in Australia rose.", 7),
]


@pytest.mark.parametrize(("text", "month"), FIRST)
def test_a_text_tells_its_financial_year(text: str, month: int) -> None:
    assert fiscal_years().first_month(text) == month


def test_months_of_the_user_are_months(tmp_path: Path) -> None:
    table = "# source: made for this test\nword\tclass\tvalue\ttrigger\tdoubtful\njuin\tmonth\t6\tyes\t\n"
    (tmp_path / "time_words.tsv").write_text(table)
    text = "Thefts in the year to Juin fell."
    assert (fiscal_years().first_month(text), fiscal_years((tmp_path,)).first_month(text)) == (4, 7)
