"""Which GeoNames id a place as written gets, by what else the article says."""

import pytest

from newsfacts.assemble.keys.gazetteer import gazetteer
from newsfacts.assemble.keys.places import PlaceFinder, PlaceKeys, place_finder


@pytest.fixture(scope="module")
def finder() -> PlaceFinder:
    return place_finder()


FOUND = [
    ("Police in Mumbai", "Mumbai", 1275339, "a city beside which no other of its name counts"),
    ("Staffordshire Police were in Uttoxeter", "Uttoxeter", 2635043, "one of the name in the country of the article"),
    ("Staffordshire Police", "a flat in Uttoxeter", 2635043, "what has no id of its own has that of its town"),
    ("Troopers of Maryland", "Easton", 4353962, "one town of the name in the one state that is named"),
    ("Police held two", "Easton, Maryland", 4353962, "the state stands behind the town"),
    ("Police held two", "Easton, Pa.", 5188140, "a state in its short form"),
    ("A New York court", "Bushwick, Brooklyn", 5110918, "a part of a town stands before the town"),
    ("Police in China", "Ningbo City, Zhejiang Province", 1799397, "the province tells nothing here"),
    ("the Illinois court", "the City of Chicago", 4887398, "of the City of X, X"),
    ("the Illinois court", "CHICAGO", 4887398, "capitals make no difference"),
    ("police in ahmedabad said", "ahmedabad", 1279233, "a text without capitals"),
    ("", "the United States", 6252001, "a country"),
    ("", "Northern Ireland", 2641364, "a nation of the United Kingdom"),
    ("", "Minnesota", 5037779, "a state"),
    ("", "Washington state", 5815135, "a state that a city shares its name with"),
    ("Atlanta, Ga., and Florida", "Georgia", 4197000, "a state or a country: the article is about the United States"),
    ("", "Washington, D.C.", 4140963, "a city that a state shares its name with"),
]  # fmt: skip

REFUSED = [
    ("Hertfordshire Police", "Hatfield", "England has two"),
    ("Police held two", "Easton", "which of nine"),
    ("Troopers of Maryland and Texas", "Easton", "both states have one"),
    ("Florida, California", "Congress", "the one of the name lies in a state that nobody names"),
    ("Kaduna State Police, Nigeria", "Kaduna", "the state may be meant"),
    ("Police in New York", "New York", "city or state"),
    ("", "Georgia", "country or state"),
    ("Police in India", "Delhi and Mumbai", "two places"),
    ("Police in Nigeria", "Lagos, Abuja", "two places in a row"),
    ("Police in Nigeria", "Abia State", "no state outside the United States has its id here"),
    ("Police in Britain", "hospital", "a noun"),
    ("Police in Britain", "North Yorkshire", "a county"),
    ("Police in Britain", "Rustat Road", "a street"),
    ("Police in Britain", "40 cities", "a number of places"),
    ("Police in Britain", "", "nothing"),
]


def key(finder: PlaceFinder, text: str, written: str) -> int | None:
    return PlaceKeys(finder, finder.homes.read(text, (), (), None), text).of(written)


@pytest.mark.parametrize(("text", "written", "geoname_id", "why"), FOUND)
def test_one_place_alone_can_be_meant(finder: PlaceFinder, text: str, written: str, geoname_id: int, why: str) -> None:
    assert key(finder, text, written) == geoname_id, why


@pytest.mark.parametrize(("text", "written", "why"), REFUSED)
def test_nothing_is_guessed(finder: PlaceFinder, text: str, written: str, why: str) -> None:
    assert key(finder, text, written) is None, why


HOMES = [
    ("Police in Kenya", (), None, "KE"),
    ("Kenyan police", (), None, "KE"),
    ("Police said", ("NGN",), None, "NG"),
    ("Police said", (), "https://news.example.co.uk/a", "GB"),
    ("Police in Kenya and Uganda", (), None, None),
    ("Police said", ("USD",), None, None),
    ("Police in South Korea", (), None, "KR"),
]


@pytest.mark.parametrize(("text", "currencies", "source", "country"), HOMES)
def test_an_article_is_at_home_where_its_names_are(
    finder: PlaceFinder, text: str, currencies: tuple[str, ...], source: str | None, country: str | None
) -> None:
    assert finder.homes.read(text, (), currencies, source).country == country


def test_a_person_tells_no_country(finder: PlaceFinder) -> None:
    assert finder.homes.read("Michael Jordan spoke.", [(0, 14)], (), None).country is None


@pytest.mark.parametrize(
    ("name", "number"), [("longhope", 1), ("1 decembrie", 1), ("no such town", 0), ("zzz", 0), ("", 0)]
)
def test_every_town_of_a_name_is_found(name: str, number: int) -> None:
    assert len(gazetteer().named(name)) == number


def test_the_towns_of_a_name_come_by_size() -> None:
    sizes = [town.people for town in gazetteer().named("brooklyn")]
    assert len(sizes) > 5
    assert sizes == sorted(sizes, reverse=True)
