"""The closed classes: each is explained, none stands twice under two names, an unknown one is refused by name."""

import re
from collections import defaultdict
from importlib import resources
from pathlib import Path

import pytest

from newsfacts import lexicons
from newsfacts.errors import LexiconError
from newsfacts.lexicons.function_words import any_of, cue_words, function_words

LEXICONS = ("function_words", "cue_words")
ASKED = re.compile(r"\b(?:function_words|cue_words|any_of)\(([^()]*)\)")
"""How code asks for classes by name."""


def classes(lexicon: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in lexicons.read(lexicon).rows:
        found[row["class"]].add(row["word"])
    return found


@pytest.mark.parametrize("lexicon", LEXICONS)
def test_each_class_is_explained_above_its_words(lexicon: str) -> None:
    text = resources.files(lexicons).joinpath(f"{lexicon}.tsv").read_text("utf-8")
    for name in classes(lexicon):
        first = re.search(rf"^(.*)\n[^\t\n]+\t{name}$", text, re.MULTILINE)
        assert first is not None
        assert re.fullmatch(rf"# {name}: .+", first[1])


def test_no_two_classes_have_the_same_words() -> None:
    names: dict[frozenset[str], list[str]] = defaultdict(list)
    for name, words in (*classes("function_words").items(), *classes("cue_words").items()):
        names[frozenset(words)].append(name)
    assert not [twins for twins in names.values() if len(twins) > 1]


def test_no_class_has_the_name_of_another() -> None:
    assert not classes("function_words").keys() & classes("cue_words").keys()


def test_every_class_is_asked_for() -> None:
    code = "".join(path.read_text("utf-8") for path in Path(lexicons.__file__).parents[1].rglob("*.py"))
    asked = {name for call in ASKED.findall(code) for name in re.findall(r"[\"']([^\"']+)[\"']", call)}
    assert sorted(set().union(*map(classes, LEXICONS)) - asked) == []


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("indefinite",), {"a", "an"}),
        (("indefinite", "coordinator"), {"a", "an", "and", "or"}),
        ((), set()),
    ],
)
def test_classes_are_joined(asked: tuple[str, ...], words: set[str]) -> None:
    assert function_words(*asked) == words


@pytest.mark.parametrize(("text", "found"), [("an hour", "an"), ("a day", "a"), ("the day", None)])
def test_a_class_is_a_pattern(text: str, found: str | None) -> None:
    match = re.match(rf"(?:{any_of('indefinite')})\b", text)
    assert (match[0] if match else None) == found


@pytest.mark.parametrize("text", ["the city", "the town"])
def test_a_pattern_may_join_classes_of_both_lexicons(text: str) -> None:
    assert re.fullmatch(rf"(?:{any_of('article')})\s(?:{any_of('settlement', 'indefinite')})", text)
    assert cue_words("settlement") == {"city", "town", "village"}


def test_an_unknown_class_is_refused() -> None:
    with pytest.raises(LexiconError, match=r"no class 'possesive' \(did you mean possessive\?\); expected be, "):
        function_words("possesive")
