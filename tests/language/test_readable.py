"""An adverb and a participle before a noun are read as one modifier; the text keeps its length."""

from pathlib import Path

import pytest

from newsfacts.extract import Extractor
from newsfacts.language.readable import modifier_joiner
from newsfacts.record import Count

BASES = {"made": "make", "burned": "burn", "built": "build", "wounded": "wound", "robbed": "rob"}

READ = {
    "two locally made pistols": "two locally-made pistols",
    "A newly built home": "A newly-built home",
    "12 badly burned bodies": "12 badly-burned bodies",
    "seven seriously wounded in a crash": "seven seriously wounded in a crash",
    "They finally robbed shops": "They finally robbed shops",
    "two really bad days": "two really bad days",
    "a family of five": "a family of five",
}


@pytest.mark.parametrize(("text", "read"), READ.items())
def test_a_modifier_of_two_words_is_hyphenated(text: str, read: str) -> None:
    assert modifier_joiner()(text, lambda word, _: BASES.get(word, word)) == read


def test_the_words_of_the_user_are_numbers_too(tmp_path: Path) -> None:
    (tmp_path / "number_words.tsv").write_text("# source: made for this test\nword\tvalue\tclass\ntwa\t2\tones\n")
    text, base = "twa locally made pistols", {"made": "make"}
    assert modifier_joiner((tmp_path,))(text, lambda word, _: base.get(word, word)) == "twa locally-made pistols"
    assert modifier_joiner()(text, lambda word, _: base.get(word, word)) == text


def test_it_is_no_verb_of_what_is_counted(extractor: Extractor) -> None:
    text = "Police recovered one locally made pistol, two locally made guns and 12 live cartridges."
    facts = [fact for fact in extractor.extract(text).facts if isinstance(fact, Count)]
    assert [(fact.text, fact.noun, fact.predicate) for fact in facts] == [
        ("one locally made pistol", "pistol", "recover"),
        ("two locally made guns", "guns", "recover"),
        ("12 live cartridges", "cartridges", "recover"),
    ]


def test_a_mark_by_itself_is_a_unit_without_tags(extractor: Extractor) -> None:
    assert extractor.extract("Police left.\n\n•\n\n-\n\n12 men fled.\n\n*\n").facts
