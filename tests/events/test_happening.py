"""Which facts tell of one happening, and what it is: texts as they are read whole, and facts made by hand."""

from typing import Any

import pytest

from newsfacts.events.happening.summary import mean
from newsfacts.extract import Extractor
from newsfacts.weigh.threshold import above

ONE = "Police arrested 12 suspects in Ayr on May 3, 2020 and seized four rifles."
TWO = "Police arrested 12 suspects in Ayr.\n\nIn a separate raid in Oban, another man had 40 kilograms of cannabis."

CASES: list[tuple[str, list[list[str]]]] = [
    (ONE, [["12 suspects", "four rifles"]]),
    ("The two robbers took £500 and three phones.", [["two robbers", "£500", "three phones"]]),
    (
        "Nine people were injured in the crash.\nBurglaries fell by 12 per cent across the county in 2019.",
        [["Nine people"], ["12 per cent"]],
    ),
]


def told(record: Any) -> list[list[str]]:
    """List the facts of each event, as written."""
    words = {fact.fact_id: fact.text for fact in record.facts}
    return [[words[fact_id] for fact_id in event.fact_ids] for event in record.events]


@pytest.mark.parametrize(("text", "events"), CASES)
def test_facts_are_put_together_by_happening(extractor: Extractor, text: str, events: list[list[str]]) -> None:
    assert told(extractor.extract(text)) == events


def test_an_event_is_what_its_facts_agree_on(extractor: Extractor) -> None:
    (event,) = extractor.extract(ONE).events
    assert (event.event_id, event.event_type, event.trigger, event.status) == ("e0", "arrest", "arrested", "asserted")
    assert ONE[event.start_char : event.end_char] == "arrested"
    assert (str(event.time_start), str(event.time_end), event.place) == ("2020-05-03", "2020-05-03", "Ayr")


@pytest.mark.parametrize("text", [ONE, TWO, "“We held nobody,” Ann Roe said.", "Nothing is told here."])
def test_facts_and_events_name_each_other(extractor: Extractor, text: str) -> None:
    record = extractor.extract(text)
    assert [event.event_id for event in record.events] == [f"e{n}" for n in range(len(record.events))]
    listed = {fact_id: event.event_id for event in record.events for fact_id in event.fact_ids}
    assert listed == {fact.fact_id: fact.event_id for fact in record.facts}


def test_people_take_part_as_what_they_are(extractor: Extractor) -> None:
    text = "Detectives charged Tom Poe with two counts of burglary. Inspector Ann Roe said three rings were found."
    record = extractor.extract(text)
    names = {person.person_id: person.name for person in record.people}
    taking_part = {names[one.person_id]: one.part for event in record.events for one in event.people}
    assert taking_part == {"Tom Poe": "suspect"}


def test_a_repeated_figure_goes_back_to_its_event(extractor: Extractor) -> None:
    text = (
        "Police seized 1,240 bottles of spirits in Ayr.\n\nThe county saw a 12 per cent fall in thefts in 2019.\n\n"
        "The 1,240 bottles were destroyed."
    )
    first, _, again = extractor.extract(text).facts
    assert first.event_id == again.event_id


def test_events_without_facts_are_left_out(extractor: Extractor) -> None:
    record = extractor.extract(TWO)
    sure = above(record, 0.999)
    assert not sure.facts
    assert sure.events == []
    kept = above(record, 0.0)
    assert {fact_id for event in kept.events for fact_id in event.fact_ids} == {fact.fact_id for fact in kept.facts}


@pytest.mark.parametrize(("given", "expected"), [([], None), ([0.5], 0.5), ([0.333, 0.334], 0.333)])
def test_the_mean_is_in_thousandths(given: list[float], expected: float | None) -> None:
    assert mean(given) == expected
