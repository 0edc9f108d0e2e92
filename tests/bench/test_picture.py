"""The picture of README shows what the extractor gives."""

from picture import PICTURE, draw, record

from newsfacts.extract import Extractor


def test_the_picture_is_up_to_date(extractor: Extractor) -> None:
    assert draw(record(extractor)) == PICTURE.read_text("utf-8"), "run: python bench/picture.py"


def test_every_kind_is_in_the_picture(extractor: Extractor) -> None:
    read = record(extractor)
    assert {fact.kind for fact in read.facts} == {"count", "money", "percentage", "quantity", "quote"}
    assert read.people
