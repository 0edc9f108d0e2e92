"""Numbers: what each form means, and that whatever can be written is read back exactly.

The table was gathered from the number formats of British, American, Indian, African and translated Chinese news; the
property writes numbers with `spelling.forms` and reads them.
"""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import lexicons
from newsfacts.figures.digits import read_european
from newsfacts.figures.numbers import Form, NumberReader, number_reader
from newsfacts.figures.spelling import forms

WORDS = lexicons.read("number_words")
READER: NumberReader = number_reader(WORDS, lexicons.read("magnitudes"), lexicons.read("fractions"))

ONE_NUMBER = [
    ("1,200", "1200"),
    ("1,01,39,338", "10139338"),
    ("680 000 people", "680000"),
    ("1.200,50 euros", "1200.50"),
    ("2.500.000 euros", "2500000"),
    ("R12,8 million", "12800000"),
    ("£1.2m", "1.2"),
    ("20 lakh", "2000000"),
    ("50-lakh", "5000000"),
    ("4.5 crore", "45000000"),
    ("1 crore 20 lakh", "12000000"),
    ("2 lakh crore", "2000000000000"),
    ("two and a half tonnes", "2.5"),
    ("nine and a half years", "9.5"),
    ("2½ kg", "2.5"),
    ("half a million dollars", "500000"),
    ("a hundred and four", "104"),
    ("twenty eight arrests", "28"),
    ("six hundred and two", "602"),
    ("one million two hundred and fifty thousand and six", "1250006"),
    ("a dozen", "12"),
    ("a couple of officers", "2"),
    ("five (5) suspects", "5"),
    ("5 (five) men", "5"),
    ("hundreds of millions of visits", "100000000"),
    ("tens of thousands", "10000"),
    ("dozens", "12"),
    ("several hundred", "200"),
    ("lakhs of people", "100000"),
    ("a multi-million dollar fraud", "1000000"),
    ("a quarter of a kilogram", "0.25"),
    ("£19,000 and half a kilogram", "19000"),
    (".08%", "0.08"),
    ("zero hundred and half", "0.5"),
    ("paid thousand rupees", "1000"),
    ("nearly hundred crore rupees", "1000000000"),
]
RANGES = [
    ("between 2 and 3 million yuan", "2000000", "3000000"),
    ("$3-5 million", "3000000", "5000000"),
    ("300–400 officers", "300", "400"),
    ("four to five thousand", "4000", "5000"),
    ("three-four persons", "3", "4"),
    ("one or two people", "1", "2"),
]
NO_NUMBER = ["0800 555 111", "(951) 290-1923", "718-250-2340", "10:30", "14/2/2021", "11-29-76", "24/7", "a third man"]


@pytest.mark.parametrize(("text", "value"), ONE_NUMBER)
def test_a_number_is_read(text: str, value: str) -> None:
    assert READER.read(text)[0].value == Decimal(value)


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_a_range_is_read(text: str, low: str, high: str) -> None:
    (number,) = READER.read(text)
    assert (number.form, number.value, number.high) == (Form.RANGE, Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", NO_NUMBER)
def test_a_cluster_is_no_number(text: str) -> None:
    assert READER.read(text) == []


def test_broken_grouping_is_read_as_written_and_marked() -> None:
    (number,) = READER.read("N2020,000")
    assert (number.value, number.odd) == (Decimal(2020000), True)


def test_european_digits_are_read_only_where_they_are_european() -> None:
    assert (read_european("1.200"), read_european("1,200")) == (Decimal(1200), None)


@settings(max_examples=300, deadline=None)
@given(st.integers(min_value=1, max_value=10**15 - 1) | st.integers(min_value=1, max_value=10**6))
def test_every_integer_is_read_back_from_every_form(integer: int) -> None:
    for text in forms(Decimal(integer), WORDS):
        numbers = READER.read(f"it was {text} there")
        assert [number.value for number in numbers] == [Decimal(integer)], text


@settings(max_examples=200, deadline=None)
@given(st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10**9), places=2))
def test_every_decimal_is_read_back_from_every_form(value: Decimal) -> None:
    for text in forms(value, WORDS):
        numbers = READER.read(f"it was {text} there")
        assert [number.value for number in numbers] == [value], text
