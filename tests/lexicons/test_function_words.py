"""The closed classes: each is explained, none stands twice under two names, an unknown one is refused by name."""

import re
from collections import defaultdict
from importlib import resources

import pytest

from newsfacts import lexicons
from newsfacts.errors import LexiconError
from newsfacts.lexicons.function_words import any_of, function_words

TEXT = resources.files(lexicons).joinpath("function_words.tsv").read_text("utf-8")


def classes() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in lexicons.read("function_words").rows:
        found[row["class"]].add(row["word"])
    return found


def test_each_class_is_explained_above_its_words() -> None:
    for name in classes():
        first = re.search(rf"^(.*)\n[^\t\n]+\t{name}$", TEXT, re.MULTILINE)
        assert first is not None
        assert re.fullmatch(rf"# {name}: .+", first[1])


def test_no_two_classes_have_the_same_words() -> None:
    names: dict[frozenset[str], list[str]] = defaultdict(list)
    for name, words in classes().items():
        names[frozenset(words)].append(name)
    assert not [twins for twins in names.values() if len(twins) > 1]


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


def test_an_unknown_class_is_refused() -> None:
    with pytest.raises(LexiconError, match=r"no class 'possesive' \(did you mean possessive\?\); expected be, "):
        function_words("possesive")
