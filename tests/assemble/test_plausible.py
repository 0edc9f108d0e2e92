"""Walk corpus/phrases/plausible.toml: every check refuses what it is for, and no check what is true."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from phrase_cases import cases_of, give_cases

from newsfacts import record
from newsfacts.assemble.checker import Checked, Checker, checker
from newsfacts.assemble.checks import CHECKS
from newsfacts.record import Kind, Mention, Part, Person, Role, WarningCode

pytest_generate_tests = give_cases

MODELS: dict[str, Any] = {
    Kind.COUNT: record.Count, Kind.MONEY: record.Money, Kind.PERCENTAGE: record.Percentage,
    Kind.QUANTITY: record.Quantity,
}  # fmt: skip
DAYS = ("time_start", "time_end")
NUMBERS = ("value", "min_value", "max_value")
ANY_FACT = {
    "noun_phrase": "", "currency": "USD", "money_role": "other", "unit": "percent", "section_id": "s0", "rule": "test",
    "status": "asserted", "comparator": "eq",
}  # fmt: skip


@pytest.fixture(scope="module")
def checks() -> Checker:
    return checker()


def fact_of(case: dict[str, Any], **more: Any) -> Any:
    model = MODELS[case["kind"]]
    start, end = case["start"], case["end"]
    given: dict[str, Any] = dict.fromkeys(model.model_fields) | ANY_FACT | case | more
    given |= {"text": case["fact"], "start_char": start, "end_char": end, "sentence_start": start, "sentence_end": end}
    given |= {name: datetime.date.fromisoformat(given[name]) for name in DAYS if given[name]}
    given |= {name: None if number is False else Decimal(str(number)) for name in NUMBERS
              if (number := given[name]) is not None}  # fmt: skip
    given["fact_id"] = given["fact_id"] or record.fact_id("a", Kind(case["kind"]), start, end)
    return model.model_validate({name: given[name] for name in model.model_fields})


def person_of(name: str, age: int | None = None, organisation: str | None = None) -> Person:
    role = Role(
        title="chief", rank=None, organisation=organisation, organisation_source=None, place=None, text="chief",
        start_char=0, end_char=5, rule="r", confidence=None,
    )  # fmt: skip
    mention = Mention(text=name, start_char=0, end_char=len(name))
    return Person(
        person_id="p0", name=name, aliases=[], part=Part.OTHER, part_confidence=None, age=age,
        roles=[role] if organisation else [], mentions=[mention],
    )  # fmt: skip


def checked(checks: Checker, case: dict[str, Any]) -> Checked:
    published = datetime.date.fromisoformat(case["published"]) if "published" in case else None
    people = [person_of(case["person"])] if "person" in case else []
    return checks.check(case["text"], published, people, [fact_of(case)])


def test_what_cannot_be_is_refused_with_its_reason(match_case: dict[str, Any], checks: Checker) -> None:
    found = checked(checks, match_case)
    assert [warning.code for warning in found.warnings] == [WarningCode.IMPLAUSIBLE]
    assert found.warnings[0].message.startswith(f"{match_case['check']}: {match_case['fact']!r}: ")
    check = next(check for check in CHECKS if check.id == match_case["check"])
    assert len(found.facts) == (1 if check.instead else 0)
    for fact in found.facts:
        assert {name: getattr(fact, name) for name in check.instead} == dict(check.instead)


def test_what_can_be_stays_as_it_is(leave_case: dict[str, Any], checks: Checker) -> None:
    found = checked(checks, leave_case)
    assert (found.facts, found.warnings) == ([fact_of(leave_case)], [])


def test_every_check_has_a_phrase() -> None:
    assert {case["check"] for case in cases_of("plausible", "match")} == {check.id for check in CHECKS}


def test_what_pointed_at_a_refused_fact_points_at_nothing(checks: Checker) -> None:
    text = "12 arrests and 30 arrests"
    whole = {"text": text, "fact": "12 arrests", "kind": "count", "noun": "hun-", "value": 12, "start": 0, "end": 10}
    part = {**whole, "fact": "30 arrests", "noun": "arrests", "start": 15, "end": 25}
    lost = fact_of(whole)
    found = checks.check(text, None, [], [lost, fact_of(part, repeats=lost.fact_id, subset_of=lost.fact_id)])
    assert [(fact.text, fact.repeats, fact.subset_of) for fact in found.facts] == [("30 arrests", None, None)]


@pytest.mark.parametrize(
    ("person", "left"),
    [
        (person_of("Jr."), None),
        (person_of("They"), None),
        (person_of("Paul Orwin", age=131), person_of("Paul Orwin")),
        (person_of("Paul Orwin", organisation="it"), None),
    ],
)
def test_people_who_cannot_be(person: Person, left: Person | None, checks: Checker) -> None:
    found = checks.check("chief Paul Orwin", None, [person], [])
    assert len(found.warnings) == 1
    if left is not None:
        assert found.people == [left]
    assert all(role.organisation is None for one in found.people for role in one.roles)


@pytest.mark.parametrize("person", [person_of("Paul Orwin", age=104, organisation="WHO"), person_of("Bo Li")])
def test_people_who_can_be(person: Person, checks: Checker) -> None:
    found = checks.check("chief Paul Orwin", None, [person], [])
    assert (found.people, found.warnings) == ([person], [])
