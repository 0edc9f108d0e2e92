"""Organisations and substances in one spelling, and the keys of a whole record."""

import pytest

from newsfacts import lexicons
from newsfacts.assemble.keys.organisations import OrganisationKeys
from newsfacts.assemble.keys.substances import SubstanceClasses, substance_classes
from newsfacts.extract import Extractor
from newsfacts.record import Quantity, SubstanceClass

AGENCY = "national drug law enforcement agency"
ORGANISATIONS = [
    ("The National Drug Law Enforcement Agency (NDLEA) said.", "NDLEA", AGENCY),
    ("The National Drug Law Enforcement Agency (NDLEA) said.", "the NDLEA", AGENCY),
    ("The National Drug Law Enforcement Agency (NDLEA) said.", "Abia State Command of the NDLEA",
     f"abia state command of the {AGENCY}"),
    ("The NDLEA (National Drug Law Enforcement Agency) said.", "NDLEA", AGENCY),
    ("The NDLEA said.", "NDLEA", "ndlea"),
    ("", "National Drug Law Enforcement Agency (NDLEA)", AGENCY),
    ("The Bureau of Alcohol, Tobacco and Firearms (ATF) said.", "ATF", "atf"),
    ("Six men (AGED) left.", "AGED", "aged"),
    ("Anti Fraud Team (AFT) and Air Force Two (AFT)", "AFT", "aft"),
    ("", "The Würzburg Prosecutor’s Office", "wurzburg prosecutor office"),
    ("", "St. Kilian's", "st kilian"),
    ("", "the", "the"),
    ("", "—", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "written", "key"), ORGANISATIONS)
def test_an_organisation_has_one_spelling(text: str, written: str, key: str | None) -> None:
    assert OrganisationKeys(text).of(written) == key


SUBSTANCES = [
    ("cocaine", "cocaine"), ("crack cocaine", "cocaine"), ("Cannabis Sativa", "cannabis"), ("Indian hemp", "cannabis"),
    ("crystal methamphetamine", "amphetamine"), ("suspected fentanyl", "opioid"), ("Class A drugs", "drug"),
    ("hashish, a drug", "cannabis"), ("pangolin scales", "wildlife"), ("red diesel", "fuel"), ("gold coins", "metal"),
    ("heroin and cocaine", None), ("powder", None), ("the speed limit", None), ("", None),
]  # fmt: skip


@pytest.fixture(scope="module")
def classes() -> SubstanceClasses:
    return substance_classes()


@pytest.mark.parametrize(("written", "name"), SUBSTANCES)
def test_a_substance_has_a_class_or_none(classes: SubstanceClasses, written: str, name: str | None) -> None:
    assert classes.of(written) == (name and SubstanceClass(name))


def test_every_class_has_names() -> None:
    assert set(lexicons.read("substance_classes").mapping("class").values()) == {name.value for name in SubstanceClass}


def test_a_record_has_its_keys(placing: Extractor) -> None:
    text = (
        "Officers of the Serious Fraud Office (SFO) seized more than 2 lb of cocaine in Uttoxeter, England, on Monday. "
        'Ann Roe, a director at the SFO, said: "We found it."'
    )
    record = placing.extract(text)
    (fact,) = (fact for fact in record.facts if isinstance(fact, Quantity))
    assert (fact.substance, fact.substance_class) == ("cocaine", SubstanceClass.COCAINE)
    assert (str(fact.value_si), str(fact.min_value_si), fact.max_value_si) == ("0.907185", "0.907185", None)
    assert (fact.unit_si, fact.place_id) == ("kilogram", 2635043)
    assert [role.organisation_key for person in record.people for role in person.roles] == ["serious fraud office"]
    assert record.copy_of is None
