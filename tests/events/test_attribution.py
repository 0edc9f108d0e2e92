"""Who tells a fact: the discourse that goes on, pronouns, direct speech, and persons."""

from typing import Any

import pytest

from newsfacts.events.attribution.choice import QuoteSpan
from newsfacts.events.persons import PersonsAt
from newsfacts.events.status.reader import StatusReader, reader
from newsfacts.people import Reference
from newsfacts.record import Mention, Part, Person


@pytest.fixture(scope="module")
def status_reader() -> StatusReader:
    return reader()


CASES: list[tuple[str, str, str | None]] = [
    ("Inspector Ann Roe said two men fled. She said nine women were held.", "nine women", "Ann Roe"),
    ("Officers raided the farm. They seized nine rifles.", "nine rifles", None),
    ("The survey of 900 drivers was published in May.", "900 drivers", None),
    ("Six people have been detained according to law.", "Six people", None),
    ("13 nabbed, guns seized in one-day drive", "13", None),
    ("Police said that 16 people were hurt: seven men and nine women.", "nine women", "Police"),
    ("Ann Roe's mother told the paper that the family was offered nine farms.", "nine farms", "Ann Roe's mother"),
    ("Ann Roe told the paper that the family was offered nine farms.", "nine farms", "Ann Roe"),
    ("The town divided them into nine groups according to their foreign language skills.", "nine groups", None),
    ("According to their lawyers, nine groups met.", "nine groups", "their lawyers"),
    ("Roe noted that over 46 of the suspects arrested during raids have been freed.", "over 46 of the suspects", "Roe"),
    ("Detectives from the unit estimate that nine men fled.", "nine men", "Detectives from the unit"),
    ("The estimate is for nine men.", "nine men", None),
    ("A caller in the 300 block of Mill St. reported that nine men fled.", "nine men", "A caller"),
    ("Thefts fell to nine cases, according to year-end figures.", "nine cases", "year-end figures"),
    (
        "It was faulted by the Road Safety Corps in the state which said that nine men fled.",
        "nine men",
        "the Road Safety Corps",
    ),
    ("The report pointed out that nine men fled.", "nine men", "The report"),
    ("Roe noted 46 of the suspects.", "46 of the suspects", None),
]


@pytest.mark.parametrize(("text", "fact", "teller"), CASES)
def test_who_tells_a_fact(
    read_text: Any, status_reader: StatusReader, text: str, fact: str, teller: str | None
) -> None:
    start = text.index(fact)
    assert status_reader.read(read_text(text)).for_span(start, start + len(fact)).attribution == teller


def someone(text: str, name: str) -> PersonsAt:
    """Make a person of every mention of a name in a text."""
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    mentions = [Mention(text=name, start_char=at, end_char=at + len(name)) for at in starts]
    person = Person(
        person_id="p0",
        name=name,
        aliases=[],
        part=Part.POLICE,
        age=None,
        roles=[],
        mentions=mentions,
        part_confidence=None,
    )
    return PersonsAt([Reference(m.start_char, m.end_char, "p0") for m in mentions], {"p0": person})


def test_the_person_who_tells_is_known(read_text: Any, status_reader: StatusReader) -> None:
    text = "Inspector Ann Roe said nine women were held."
    start = text.index("nine")
    found = status_reader.read(read_text(text), (), someone(text, "Ann Roe")).for_span(start, start + len("nine women"))
    assert (found.attribution, found.person_id) == ("Ann Roe", "p0")
    assert found.confidence is not None
    assert found.confidence > 0.8


def test_nobody_has_no_confidence(read_text: Any, status_reader: StatusReader) -> None:
    text = "Nine women were held."
    found = status_reader.read(read_text(text)).for_span(0, len("Nine women"))
    assert (found.attribution, found.person_id, found.confidence) == (None, None, None)


def test_a_speaker_is_a_person(read_text: Any, status_reader: StatusReader) -> None:
    text = "Ann Roe spoke first. “Nine men ran away.”"
    quote, start = QuoteSpan(text.index("“"), len(text), "Ann Roe", "p0"), text.index("Nine")
    found = status_reader.read(read_text(text), [quote]).for_span(start, start + len("Nine men"))
    assert (found.attribution, found.person_id) == ("Ann Roe", "p0")
