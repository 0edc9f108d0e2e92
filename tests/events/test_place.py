"""Walk corpus/phrases/place.toml: the place of each fact, as written; a leave case has none.

Each phrase is read as rules read it, by what is nearest; the choice, which is weighed, has to agree with nearly all.
"""

from typing import Any

import pytest
from phrase_cases import cases_of

from newsfacts.events.place.map import PlaceMap
from newsfacts.events.place.mentions import PlaceKind
from newsfacts.events.place.reader import PlaceReader, reader

AGREEING = 0.85
"""Share of the phrases that the weighed choice has right: they were written for rules, one phrase a rule."""


@pytest.fixture(scope="module")
def place_reader() -> PlaceReader:
    return reader()


def _read(read_text: Any, place_reader: PlaceReader, case: dict[str, Any]) -> PlaceMap:
    return place_reader.read(read_text(case["text"]))


def test_each_fact_has_its_place(read_text: Any, place_reader: PlaceReader, match_case: dict[str, Any]) -> None:
    found = _read(read_text, place_reader, match_case).nearest_to(match_case["start"], match_case["end"])
    assert found is not None
    assert found.text == match_case["marked"]


def test_what_tells_no_place_has_none(read_text: Any, place_reader: PlaceReader, leave_case: dict[str, Any]) -> None:
    assert _read(read_text, place_reader, leave_case).nearest_to(leave_case["start"], leave_case["end"]) is None


def test_the_choice_agrees_with_nearly_all_phrases(read_text: Any, place_reader: PlaceReader) -> None:
    cases = cases_of("place", "match")
    found = [_read(read_text, place_reader, case).for_span(case["start"], case["end"]) for case in cases]
    right = sum(one.text == case["marked"] for one, case in zip(found, cases, strict=True))
    assert right >= AGREEING * len(cases)


@pytest.mark.parametrize(
    ("name", "other", "inside"),
    [
        ("Ayr", "Ayr", True),
        ("Ayr", "a house in Ayr", True),
        ("Ayr", "Mill Lane, Ayr", True),
        ("Ayr", "Ayr, Scotland", True),
        ("Kano", "Kano State", True),
        ("Africa", "South Africa", False),
        ("York", "New York", False),
        ("Ayr", "Ayr Street", False),
    ],
)
def test_a_place_is_told_with_others(
    read_text: Any, place_reader: PlaceReader, name: str, other: str, inside: bool
) -> None:
    places = place_reader.read(read_text("Six men were held."))
    assert places.nearest.is_in(name, other) is inside


def test_the_last_area_with_figures_has_the_next_ones(read_text: Any, place_reader: PlaceReader) -> None:
    text = "Thefts fell by 6% to 420. Robbery rose 9%. Ekstad had 21 shootings and Brunnsta 19 explosions."
    places = place_reader.read(read_text(text))
    found = {m.text: m.kind for m in places.nearest.mentions}
    assert found["Ekstad"] is found["Brunnsta"] is PlaceKind.FIGURED
    start = text.index("19 explosions")
    assert places.for_span(start, start + len("19 explosions")).text == "Brunnsta"


@pytest.mark.parametrize(
    ("text", "place", "kind"),
    [
        ("Nigeria: At least four dead at the weekend", "Nigeria", PlaceKind.LOCATIVE),
        ("Three drivers were caught on the road between Stanwick and Lanbridge.", "Stanwick and Lanbridge", "locative"),
        ("The trade between China and India grew by 12%.", "China and India", PlaceKind.BARE),
        ("PC Roe stopped three vehicles near Fosse Cross on Sunday.", "Fosse Cross", PlaceKind.LOCATIVE),
        ("The income of Donglin village reached 22 million yuan.", "Donglin village", PlaceKind.BARE),
        ("The Department of Health of the Philippines told of 19 cases.", "Philippines", PlaceKind.ORGANISATION),
        ("The U.S. unemployment rate was 4.1%.", "U.S.", PlaceKind.BARE),
        ("The ONS figures for North Yorkshire show: 6 thefts", "North Yorkshire", PlaceKind.LOCATIVE),
        ("Police seized C$790,000 from Mr Vachon-Roe's house.", "Mr Vachon-Roe's house", PlaceKind.SITE),
        ("Police searched his home and found £470.", "his home", PlaceKind.SITE),
        ("Police sold his home and found £470.", "his home", None),
        ("Chicago officials told of 30 deaths.", "Chicago", PlaceKind.ORGANISATION),
        ("BAME officers were six per cent of them.", "BAME", None),
        ("Two men were held by the Computer Crime Division.", "Computer Crime Division", None),
        ("The Gangs Division had 23 trials.", "Gangs Division", None),
        ("He got 200 Hours Community Service.", "Hours Community", None),
        ("He was tried in the Sessions Court yesterday on 14 counts.", "Sessions", None),
    ],
)
def test_what_a_place_does(
    read_text: Any, place_reader: PlaceReader, text: str, place: str, kind: PlaceKind | str | None
) -> None:
    found = {mention.text: mention.kind for mention in place_reader.read(read_text(text)).nearest.mentions}
    assert found.get(place) == kind


def test_an_area_among_which_something_stands_out_is_not_the_main_place(
    read_text: Any, place_reader: PlaceReader
) -> None:
    text = "Kent is the safest county in England and Wales.\nThere were 479 thefts in Kent."
    assert place_reader.read(read_text(text)).nearest.main == "Kent"


def test_what_leads_to_a_list_gives_its_place(read_text: Any, place_reader: PlaceReader) -> None:
    items = "\n".join(["* Thefts fell to 65", "* Arson fell to 7", "* Fraud fell to 9", "* Robberies fell to 42"])
    text = f"Crime was low in Kent.\n\nThe figures for North Yorkshire show:\n\n{items}"
    start = text.index("42")
    found = place_reader.read(read_text(text)).nearest_to(start, start + 2)
    assert found is not None
    assert (found.how, found.text) == ("list", "North Yorkshire")
