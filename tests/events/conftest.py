"""What the tests of events share: texts read with the default model, and the cases of the phrase tables."""

import datetime
from collections.abc import Callable

import phrase_cases
import pytest

from newsfacts.article import Article
from newsfacts.language.pipeline import load
from newsfacts.language.reading import Reading
from newsfacts.language.sentences import splitter
from newsfacts.lexicons import read
from newsfacts.page.sections import layout_reader


@pytest.fixture(scope="session")
def read_text() -> Callable[..., Reading]:
    """Give a function that reads a text, told when it was published or not."""
    language, layouts = load(), layout_reader()
    units = splitter(read("abbreviations"), read("openers"))

    def read_one(text: str, published: datetime.date | str | None = None) -> Reading:
        article = Article(article_id="a", text=text, published=published)
        parsed = language.parse(text, list(units.units(text)))
        return Reading(article, layouts.read(text, None, article.published), tuple(parsed))

    return read_one


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    phrase_cases.give_cases(metafunc)
