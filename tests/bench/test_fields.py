"""The guide of the fields is what its module makes of the models and of what is really extracted."""

import pytest
from fields import PAGE, Examples, articles, examples, missing, page

from newsfacts.extract import Extractor


@pytest.fixture(scope="module")
def found(placing: Extractor) -> Examples:
    return examples((article, placing.extract(article)) for article in articles())


def test_every_field_and_value_has_an_example_or_a_reason(found: Examples) -> None:
    assert missing(found) == []


def test_the_page_is_up_to_date(found: Examples) -> None:
    assert page(found) == PAGE.read_text("utf-8"), "run: python bench/fields.py"
