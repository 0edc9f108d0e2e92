"""Read a text and find its people, with the default model and the packaged lexicons, loaded once."""

from collections.abc import Callable

import pytest

from newsfacts.article import Article
from newsfacts.language.pipeline import load
from newsfacts.language.reading import Reading
from newsfacts.language.sentences import splitter
from newsfacts.lexicons import read
from newsfacts.page.sections import layout_reader
from newsfacts.people import finder
from newsfacts.record import Person

Find = Callable[[str], tuple[Reading, list[Person]]]


@pytest.fixture(scope="session")
def find_people() -> Find:
    language, layouts = load(), layout_reader()
    people = finder(attested=language.attested)
    units = splitter(read("abbreviations"), read("openers"))

    def find(text: str) -> tuple[Reading, list[Person]]:
        article = Article(article_id="a", text=text)
        reading = Reading(article, layouts.read(text), tuple(language.parse(text, list(units.units(text)))))
        return reading, people.find(reading, language.lemma)

    return find
