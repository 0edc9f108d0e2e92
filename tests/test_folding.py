"""A word is found in every letter that a pattern takes for one of its own: long s, dotless i, micro and Kelvin sign."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

import pytest

from newsfacts import lexicons
from newsfacts.article import Article
from newsfacts.extract import Extractor
from newsfacts.record import Record, WarningCode

_PLAIN = "Some 5 {word}, {word} 12."


def _first_cells() -> Iterator[tuple[str, str]]:
    for name in lexicons.names():
        lexicon = lexicons.read(name)
        for row in lexicon.rows:
            yield name, row[lexicon.columns[0]]


def _twins() -> Mapping[str, frozenset[str]]:
    """Give for each letter of the lexicons all others that a pattern which ignores case takes for it."""
    letters = {letter for _, word in _first_cells() for letter in word}
    letters |= {letter.lower() for letter in letters} | {
        letter.upper() for letter in letters if len(letter.upper()) == 1
    }
    any_letter = re.compile("[" + re.escape("".join(sorted(letters))) + "]", re.IGNORECASE)
    like = [char for char in map(chr, range(0x110000)) if any_letter.fullmatch(char)]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for letter in sorted(letters):
        if letter.isalpha():
            pattern = re.compile(re.escape(letter), re.IGNORECASE)
            found[letter].update(char for char in like if pattern.fullmatch(char) and char != letter)
    return {letter: frozenset(others) for letter, others in found.items() if others}


TWINS = _twins()


def variants(word: str) -> Iterator[str]:
    """Write a word in each look-alike letter that it can be written in, one letter of it at a time and all of them."""
    others = sorted(
        {twin for letter in word for twin in TWINS.get(letter, ()) if twin not in (letter.lower(), letter.upper())}
    )
    for twin in others:
        yield "".join(twin if twin in TWINS.get(letter, ()) else letter for letter in word)


def test_the_look_alikes_are_seen() -> None:
    assert {"ı", "İ"} <= TWINS["i"]
    assert {"ſ"} <= TWINS["s"]
    assert "\u212a" in TWINS["k"]
    assert "\u03bc" in TWINS["\u00b5"] or "\u00b5" in TWINS["\u03bc"]


@pytest.mark.parametrize("letter", sorted(TWINS))
def test_letters_that_a_pattern_takes_for_one_fold_to_one(letter: str) -> None:
    assert {lexicons.fold(twin) for twin in TWINS[letter]} == {lexicons.fold(letter)}


@pytest.mark.parametrize("text", ["İstanbul", "at leaſt", "5 µg", "ẞ", "ΑΣ", "plain"])
def test_a_folded_text_is_as_long_as_before(text: str) -> None:
    assert len(lexicons.fold(text)) == len(text)


def test_no_character_folds_to_more_than_one() -> None:
    assert all(len(lexicons.fold(char)) == 1 for char in map(chr, range(0x110000)))


def test_every_word_of_every_lexicon_is_read_in_all_its_twins(extractor: Extractor) -> None:
    words = sorted({variant for _, word in _first_cells() for variant in variants(word)})
    assert len(words) > 3_000
    texts = [" ".join(_PLAIN.format(word=word) for word in words[at : at + 40]) for at in range(0, len(words), 40)]
    for text, record in zip(texts, extractor.pipe(Article("a", text) for text in texts), strict=True):
        assert isinstance(record, Record), text
        assert not [told for told in record.warnings if told.code is WarningCode.READER_FAILED], text


CASES = [
    ("A dog found 5 \u03bcg of cocaine.", "microgram", "quantity"),
    ("A dog found 5 \u00b5g of cocaine.", "microgram", "quantity"),
    ("The car went 5 mıles.", "mile", "quantity"),
    ("Police ſeized 12 \u212aGS of cocaine.", "kilogram", "quantity"),
    ("Officers arrested at leaſt 12 men.", "ge", "count"),
    ("Theft rose by 12 percent ſince last year and on the year before.", "increase", "percentage"),
    ("They stole 5 mıllion dollars.", "5000000", "money"),
]


@pytest.mark.parametrize(("text", "value", "kind"), CASES)
def test_it_is_read_as_the_usual_letters_are(extractor: Extractor, text: str, value: str, kind: str) -> None:
    record = extractor.extract(Article("a", text))
    assert not [warning for warning in record.warnings if warning.code is WarningCode.READER_FAILED]
    facts = [fact for fact in record.facts if fact.kind == kind]
    told = [str(getattr(facts[0], name, "")) for name in ("unit", "comparator", "direction", "value")] if facts else []
    assert value in told
