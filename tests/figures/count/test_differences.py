"""A difference has a direction and is no event; the counts of a charge say of what."""

import pytest

from newsfacts.extract import Extractor
from newsfacts.record import Count, EventType

DIFFERENCES = (
    ("There were 15 fewer murders in Ayr.", "15 fewer murders", "decrease"),
    ("Police made 20 more arrests than last year.", "20 more arrests", "increase"),
    ("Officers recorded 97 murders, 13 fewer than in 2017.", "13", "decrease"),
    ("Murders ticked up by one to 99 homicides last year.", "one", "increase"),
    ("Police held two more men in Ayr.", "two more men", None),
    ("The crash injured 45 more.", "45", None),
)
OFFENCES = (
    ("He faces two counts of robbery.", "robbery"),
    ("She was charged with three counts of assault on a police officer in Ayr.", "assault"),
    ("He faces a 37-count indictment.", None),
)


def _counts(extractor: Extractor, text: str) -> list[Count]:
    return [fact for fact in extractor.extract(text).facts if isinstance(fact, Count)]


@pytest.mark.parametrize(("text", "span", "direction"), DIFFERENCES)
def test_a_difference_has_a_direction(extractor: Extractor, text: str, span: str, direction: str | None) -> None:
    (count,) = [count for count in _counts(extractor, text) if count.text == span]
    assert count.direction == direction
    if direction is not None:
        assert (count.event_type, count.gkg_type) == (EventType.OTHER, None)


@pytest.mark.parametrize(("text", "offence"), OFFENCES)
def test_counts_of_a_charge_say_of_what(extractor: Extractor, text: str, offence: str | None) -> None:
    assert [count.offence for count in _counts(extractor, text)] == [offence]
