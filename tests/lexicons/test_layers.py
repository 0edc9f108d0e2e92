"""Folders that change the packaged lexicons: what rows do, and what is refused with its file and line."""

import re
from pathlib import Path

import pytest

from newsfacts import lexicons
from newsfacts.errors import LexiconError

HEAD = "# source: made for this test\n"
ADDED: list[tuple[str, str, list[str], list[str]]] = [
    ("substances", "word\nmuguka\n", ["muguka", "cocaine"], []),
    ("substances", "word\tchange\nmuguka\tadd\ncocaine\tremove\n", ["muguka", "heroin"], ["cocaine"]),
    ("substances", "word\ncocaine\n", ["cocaine"], []),
    ("event_types", "lemma\tnoun_class\ttype\nrustle\tanimal\ttheft\n", ["rustle", "arrest"], []),
    ("event_types", "lemma\tnoun_class\ttype\tchange\narrest\t\t\tremove\n", ["detain"], ["arrest"]),
]
"""Lexicon, table, words that are there, words that are not."""


def folder(root: Path, name: str, table: str) -> Path:
    root.mkdir(exist_ok=True)
    (root / f"{name}.tsv").write_text(HEAD + table)
    return root


@pytest.mark.parametrize(("name", "table", "there", "gone"), ADDED)
def test_rows_add_and_remove_words(tmp_path: Path, name: str, table: str, there: list[str], gone: list[str]) -> None:
    words = lexicons.read(name, (folder(tmp_path, name, table),)).words()
    assert words.issuperset(there)
    assert words.isdisjoint(gone)


def test_a_row_stands_for_the_others_of_its_word(tmp_path: Path) -> None:
    table = "word\tvalue\tclass\tchange\ngross\t145\tboth\tadd\ndozen\t13\tboth\treplace\n"
    found = lexicons.read("magnitudes", (folder(tmp_path, "magnitudes", table),))
    assert found.mapping("value")["dozen"] == "13"
    assert [row["value"] for row in found.rows if row["word"] == "dozen"] == ["13"]


def test_of_a_word_with_several_rows_those_alone_go_that_are_meant(tmp_path: Path) -> None:
    table = "lemma\tnoun_class\ttype\tchange\narrest\tsuspect\t\tremove\n"
    found = lexicons.read("event_types", (folder(tmp_path, "event_types", table),))
    packaged = lexicons.read("event_types")
    gone = [row for row in packaged.rows if row not in found.rows]
    assert [(row["lemma"], row["noun_class"]) for row in gone] == [("arrest", "suspect")]
    assert len(found.rows) == len(packaged.rows) - 1


def test_a_later_folder_changes_what_an_earlier_one_has_added(tmp_path: Path) -> None:
    first = folder(tmp_path / "a", "substances", "word\nmuguka\n")
    second = folder(tmp_path / "b", "substances", "word\tchange\nmuguka\tremove\n")
    assert "muguka" in lexicons.read("substances", (first,)).words()
    assert "muguka" not in lexicons.read("substances", (first, second)).words()


REFUSED: list[tuple[str, str, str]] = [
    ("substances", "name\nmuguka\n", "columns name; expected word, and change behind them"),
    ("substances", "word\tchange\nmuguka\tput\n", ":3: change is 'put'; expected add, replace, remove"),
    ("substances", "word\tchange\ncocain\tremove\n", ":3: nothing to remove: there is no 'cocain' (did you mean coc"),
    ("ranks", "word\tcanonical\tcountry\tseniority\tpart\tcapital\nsergeant\tx\tUK\t1\tpolice\t\n", "is there already"),
    ("event_types", "lemma\tnoun_class\ttype\nrustle\t\ttheff\n", "type is 'theff' (did you mean theft?); expected ar"),
    ("money_roles", "word\tclass\trole\nx\tverb\tstole\n", "role is 'stole' (did you mean stolen?)"),
    ("substance_classes", "word\tclass\nmuguka\tkhatt\n", "class is 'khatt'"),
    ("author_words", "word\tclass\nx\tbody\n", "author_words.tsv: nobody can change this lexicon"),
    ("substance", "word\nmuguka\n", "substance.tsv: no lexicon has this name (did you mean substances?)"),
]


@pytest.mark.parametrize(("name", "table", "message"), REFUSED)
def test_what_cannot_be_right_is_refused_with_its_place(tmp_path: Path, name: str, table: str, message: str) -> None:
    with pytest.raises(LexiconError) as told:
        lexicons.check(folder(tmp_path, name, table))
    assert message in str(told.value)


def test_lexicons_that_nobody_can_change_are_not_proposed(tmp_path: Path) -> None:
    with pytest.raises(LexiconError) as told:
        lexicons.check(folder(tmp_path, "substance", "word\nmuguka\n"))
    proposed = str(told.value).split("; expected ")[1].split(", ")
    assert "substances" in proposed
    assert not {"author_words", "wall_words"} & set(proposed)


CLASSES = ("function_words", "cue_words")
"""Lexicons whose classes code asks for by name."""


def test_every_lexicon_that_may_be_changed_is_read_with_the_changes() -> None:
    """Hold the code against `# fixed: yes`: a lexicon that is read without the folders has to say so."""
    source = Path(lexicons.__file__).parents[1]
    plain = re.compile(r"\bread\([\"'](\w+)[\"']\)")
    code = "\n".join(re.sub(r"^ *>>>.*$", "", path.read_text("utf-8"), flags=re.M) for path in source.rglob("*.py"))
    fixed = {
        name for name in lexicons.names() if "# fixed: yes" in (source / "lexicons" / f"{name}.tsv").read_text("utf-8")
    }
    assert {*plain.findall(code), *CLASSES} == fixed
