"""Refusals of addresses: house numbers, blocks, roads."""

import re

from newsfacts.figures.not_facts.around import Around, refusal
from newsfacts.figures.numbers import Form
from newsfacts.lexicons.function_words import any_of

__all__ = ["BLOCKS", "RULES"]

_NEXT_WORD = re.compile(r"\s?([A-Za-z]+)\b")
_BLOCK = re.compile(r"[\s-]+block\b(?!\s+(?:of\s+flats|of\s+apartments))", re.I)
_ROAD_LETTER = re.compile(rf"\b(?:{any_of('before a road')})\s+[A-Z]{{1,2}}[\s-]$")
_JUNCTION = re.compile(rf"\s+(?:\w+\s+)?(?:{any_of('junction')})\b", re.I)
_HUNDRED = 100
_MOST_ALONG = 30
"""Blocks or doors that anybody would count to tell a way."""
_ALONG = re.compile(
    rf"\s+(?:city\s+)?(?:{any_of('along a street')})\s+(?:{any_of('away', 'leading on')})\b", re.IGNORECASE
)


def _address(around: Around) -> bool:
    if around.number.form not in (Form.DIGITS, Form.RANGE) or around.number.scale > 1:
        return False
    following = _NEXT_WORD.match(around.after)
    if following and following[1].lower() in around.words.classes["road"] and around.word_before == "the":
        return True  # "near the 55 freeway"
    if around.bounded:
        return False
    match = around.words.street.match(around.after)
    return bool(match) and match[0].split()[0][:1].isupper() if match else False


def _block(around: Around) -> bool:
    """See the block of an American street: "in the 3800 block of Main Street"."""
    number = around.number
    written = number.form is Form.DIGITS and number.integral and number.plain.endswith("00")
    hundreds = written or number.scale == _HUNDRED  # six hundred block
    return hundreds and number.value > 0 and bool(_BLOCK.match(around.after))


def _road(around: Around) -> bool:
    """See the number of a road: "the A 9 east of Munich"."""
    digits = around.number.form is Form.DIGITS and around.number.value < 10_000 and around.number.integral
    return digits and bool(_ROAD_LETTER.search(around.before)) and around.sentence.text[:2].isupper() is False


def _junction(around: Around) -> bool:
    """See a number in the name of a crossing: "the 50 houses junction"."""
    named = around.word_before == "the" and around.number.form is Form.DIGITS
    return named and bool(_JUNCTION.match(around.after))


def _along_streets(around: Around) -> bool:
    """See a way told in what stands along it: "a couple blocks away", "two doors down"."""
    if around.number.value > _MOST_ALONG:
        return False
    return _ALONG.match(around.after) is not None


BLOCKS = (
    refusal(
        "along", "NUMBER blocks away", "a way through a town is told in its blocks, streets and doors", _along_streets,
        ("He hid [two] blocks away from the car.", "She lives [three] doors down from the shop.",
         "They fled [four] streets away.", "They searched two blocks of flats.", "They broke three doors.",
         "Police closed four streets."),
    ),
    refusal(
        "block", "NUMBER block", "American streets are told by their hundreds", _block,
        ("The car was found in the [400] block of East Pine Street.", "He lives in the [3800] block of Oak Avenue.",
         "Shots were heard in the [1200] block.", "He fell in the [six hundred] block of Elm Street.",
         "They searched 400 blocks.", "They found 12 blocks of resin.",
         "A block of 400 flats burned."),
    ),
    refusal(
        "road", "the LETTER NUMBER", "roads have a letter and a number", _road,
        ("The van left the A [9] east of Munich.", "It crashed on the M [25] near Egham.",
         "The chase ended on the B [41] at noon.", "The gang of 9 fled.", "On Monday 25 cars crashed.",
         "They saw the 41 cars."),
    ),
    refusal(
        "junction", "the NUMBER NAME junction", "crossings are named by what stands there", _junction,
        ("He was robbed close to the [50] houses junction on Mill Road.", "It hit the [200] units junction.",
         "They met at the [4] roads intersection.", "They blocked the 50 junctions.", "The 200 units were sold.",
         "Four roads meet there."),
    ),
)  # fmt: skip
"""Places that no sign or unit beside the number changes."""

RULES = (
    refusal(
        "address", "NUMBER NAME STREET", "house numbers", _address,
        ("He lives at [12] Mill Road.", "They met near the [55] freeway.", "The shop at [221] Baker Street closed.",
         "A store at [16-18] Mill Avenue burned.",
         "They closed 12 roads.", "They met 55 times on the freeway.", "They saw 221 bakers."),
    ),
)  # fmt: skip
