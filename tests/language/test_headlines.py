"""Headlines are read as the body would write them; a verb right before a number is one whatever its capital."""

import pytest

import newsfacts
from newsfacts.record import Count

CASES = [
    ("Amnesty Nets 310 Knives in Harbour Town", "Amnesty nets 310 Knives in Harbour Town"),
    ("Fire Kills Six Workers at Dockside Mill", "Fire kills Six Workers at Dockside Mill"),
    ("Police Seized 1,200 Bottles of Spirit", "Police seized 1,200 Bottles of Spirit"),
    ("Harbour Offices Report Total Fires 12", None),  # a label, which a number ends
    ("Harbour Post Wards 12 Lots for Sale", None),  # no verb of happening
    ("Harbour Robberies Number 12 in April", None),
    ("Amnesty Nets 310 Knives in Harbour Town.", None),  # a sentence
]


@pytest.mark.parametrize(("headline", "read"), CASES)
def test_verbs_before_numbers(extractor: newsfacts.Extractor, headline: str, read: str | None) -> None:
    text = f"{headline}\nIt went on for a week."
    units = extractor.splitter.laid_out(text, extractor.pages.read(text).layout)
    first = next(iter(extractor.headlines.read_as_body(text, units, [])))
    assert first.as_read == read


def test_a_verb_before_a_number_is_the_action(extractor: newsfacts.Extractor) -> None:
    record = extractor.extract(newsfacts.Article(article_id="a", text="Fire Kills Six Mill Workers\nThe mill burned."))
    assert [(f.text, f.predicate) for f in record.facts if isinstance(f, Count)] == [("Six Mill Workers", "kill")]
