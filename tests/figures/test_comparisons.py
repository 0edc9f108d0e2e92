"""What a change is compared with, by years and by months as the lexicon of time names them."""

import pytest

from newsfacts.extract import Extractor
from newsfacts.record import Percentage

BASES = [
    ("Thefts fell by 12% compared with 449 in 2022.", "yoy"),
    ("In April thefts fell by 12%, compared with 449 in March.", "mom"),
    ("In April thefts fell by 12%, compared with 449 in Jan.", "period"),
    ("Thefts fell by 12% between March and April.", "mom"),
    ("Thefts fell by 12% between March and September.", "period"),
]


@pytest.mark.parametrize(("text", "base"), BASES)
def test_a_percentage_has_its_base(extractor: Extractor, text: str, base: str) -> None:
    (found,) = [fact for fact in extractor.extract(text).facts if isinstance(fact, Percentage)]
    assert found.base == base
