"""Which facts tell of one happening, and what it is: texts as they are read whole, and facts made by hand."""

from dataclasses import replace
from typing import Any

import pytest

from newsfacts.events.happening.clusters import Joining, compared
from newsfacts.events.happening.telling import Story, Telling
from newsfacts.extract import Extractor
from newsfacts.record import Section, SectionKind
from newsfacts.weigh.threshold import above

ONE = "Police arrested 12 suspects in Ayr on May 3, 2020 and seized four rifles."
TWO = "Police arrested 12 suspects in Ayr.\n\nIn a separate raid in Oban, another man had 40 kilograms of cannabis."

CASES: list[tuple[str, list[list[str]]]] = [
    (ONE, [["12 suspects", "four rifles"]]),
    ("The two robbers took £500 and three phones.", [["two robbers", "£500", "three phones"]]),
    (
        "Nine people were injured in a crash in Oban on May 3, 2020.\n\nBurglaries in Ayr fell by 12 per cent in 2019.",
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


def tellings(count: int) -> Story:
    """Make a story of sentences that are alike, each with one figure."""
    text = "\n".join(f"In raid {n} police seized {n + 3} guns in Ayr." for n in range(count))
    return Story(tuple(_telling(n, text) for n in range(count)), "none", "sentence")


def _telling(place: int, text: str) -> Telling:
    section = Section(
        section_id="s0", kind=SectionKind.BODY, heading=None, subheading=None, start_char=0, end_char=len(text)
    )
    none: frozenset[str] = frozenset()
    return Telling(
        facts=(), unit=place, line=place, section=section, headline=False, item=False, statistic=False, cue="",
        subject="bare", types=none, nouns=none, figures=frozenset({("12", "gun")} if place in (4, 90) else ()),
        ids=frozenset({f"f{place}"}), ties=frozenset({"f20"} if place == 60 else ()), people=none, tellers=none,
        status=frozenset(), own_times=frozenset(), times=frozenset(), places=none,
    )  # fmt: skip


def test_a_sentence_is_weighed_against_few_others() -> None:
    pairs = list(compared(tellings(100)))
    assert len(pairs) == len(set(pairs)) < 12 * 100
    assert all(first < second for first, second in pairs)
    assert (4, 90) in pairs  # the same figure
    assert (20, 60) in pairs  # tied to it
    assert (20, 61) not in pairs


def test_the_strongest_third_of_the_ties_holds_happenings_together() -> None:
    joining = Joining(4, {(0, 1): 900, (1, 2): 800, (0, 2): 100, (2, 3): 300, (0, 3): 100, (1, 3): 100})
    joining.join(700)
    assert joining.members == {0: [0, 1, 2], 3: [3]}
    assert joining.held(0, 3) == 300


def test_items_of_a_digest_share_no_happening() -> None:
    first, *others = tellings(4).tellings
    items = [
        replace(one, section=one.section.model_copy(update={"kind": SectionKind.ITEM, "section_id": f"s{number // 2}"}))
        for number, one in enumerate(others, 2)
    ]
    assert list(compared(Story((first, *items), "none", "sentence"))) == [(1, 2)]
