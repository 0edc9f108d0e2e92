"""Ties between figures, in made-up sentences: each case names the two figures that are tied, or none."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from newsfacts.extract import Extractor

PARTS: list[tuple[str, list[tuple[str, str]]]] = [
    ("Police held 14 people, including three women.", [("three women", "14 people")]),
    ("They held 9 people, including two women and a man.", [("two women", "9 people")]),
    ("They held 9 people, including two women and two boys.", [("two women", "9 people"), ("two boys", "9 people")]),
    ("They found six of the 20 stolen bicycles.", [("six of the 20 stolen bicycles", "20 stolen bicycles")]),
    ("Of the 30 suspects, 18 were charged and 12 were released.", [("18", "30 suspects"), ("12", "30 suspects")]),
    ("It carried 40 passengers. Two of the passengers were hurt.", [("Two of the passengers", "40 passengers")]),
    ("They held 9 suspects: six men and three women.", [("six men", "9 suspects"), ("three women", "9 suspects")]),
    ("They held nine suspects: six men and two women.", []),
    ("Of 16 guns and 50 vests, 4 guns were found.", [("4 guns", "16 guns")]),
    ("Police held 14 people and two dogs.", []),
    ("She faces five counts of theft and two counts of fraud.", []),
    ("Police arrested seven men. Four cars were burnt.", []),
]  # fmt: skip


def tied(extractor: "Extractor", text: str, name: str) -> list[tuple[str, str]]:
    facts = extractor.extract(text).facts
    by_id = {fact.fact_id: fact.text for fact in facts}
    return [(fact.text, by_id[to]) for fact in facts if (to := getattr(fact, name, None))]


@pytest.mark.parametrize(("text", "pairs"), PARTS)
def test_parts_and_wholes(text: str, pairs: list[tuple[str, str]], extractor: "Extractor") -> None:
    assert tied(extractor, text, "subset_of") == pairs


CHANGES: list[tuple[str, list[tuple[str, str]]]] = [
    ("Burglaries fell from 320 to 275.", [("275", "320")]),
    ("The county had 41 murders, up from 35.", [("41 murders", "35")]),
    ("The detection rate rose from 31 per cent to 38 per cent.", [("38 per cent", "31 per cent")]),
    ("The detection rate was 38 percent, compared with 31 percent in Kent.", [("38 percent", "31 percent")]),
    ("The kidnappers wanted $90,000 but cut the ransom to $20,000.", [("$20,000", "$90,000")]),
    ("The fund was raised from £4 million to £6 million.", [("£6 million", "£4 million")]),
    ("He drove from 3 villages to 5 towns.", []),
    ("He paid £50 to a clerk and £60 to a porter.", []),
]


@pytest.mark.parametrize(("text", "pairs"), CHANGES)
def test_changes(text: str, pairs: list[tuple[str, str]], extractor: "Extractor") -> None:
    assert tied(extractor, text, "changes_from") == pairs


REPEATS: list[tuple[str, list[tuple[str, str]]]] = [
    ("Police arrested 12 smugglers on Monday. The 12 smugglers were taken to Ayr.", [("12 smugglers", "12 smugglers")]),
    ("Police arrested 12 smugglers on Monday. The 12 men were taken to Ayr.", [("12 men", "12 smugglers")]),
    ("They took £3,400 on Monday. The £3,400 was in notes.", [("£3,400", "£3,400")]),
    ("Police arrested two men. In Leeds two men were stabbed.", []),
    ("Roe is charged with one count of theft. Doe is charged with one count of fraud.", []),
    ("They took £3,400 on Monday. The $3,400 was in notes.", []),
]


@pytest.mark.parametrize(("text", "pairs"), REPEATS)
def test_mentions_of_one_figure(text: str, pairs: list[tuple[str, str]], extractor: "Extractor") -> None:
    assert tied(extractor, text, "repeats") == pairs


CONVERSIONS: list[tuple[str, list[tuple[str, str]]]] = [
    ("He paid Dh9,000, about Rs200,000, to an agent.", [("about Rs200,000", "Dh9,000")]),
    ("He paid 7,000 yuan (about $1,000) to an agent.", [("about $1,000", "7,000 yuan")]),
    ("He paid 7,000 yuan, then $1,000 to an agent.", []),
]


@pytest.mark.parametrize(("text", "pairs"), CONVERSIONS)
def test_conversions(text: str, pairs: list[tuple[str, str]], extractor: "Extractor") -> None:
    assert tied(extractor, text, "converts") == pairs
