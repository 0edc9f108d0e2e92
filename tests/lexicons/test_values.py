"""What a column may say: a wrong cell stops the program with its file, its line and what would be right."""

from importlib import resources
from pathlib import Path

import pytest

from newsfacts import lexicons
from newsfacts.errors import LexiconError
from newsfacts.lexicons.rows import parse

TEXTS = {name: resources.files(lexicons).joinpath(f"{name}.tsv").read_text("utf-8") for name in lexicons.names()}
COLUMNS = [(name, column) for name, text in TEXTS.items() for column in parse(name, text).values]
READ_AS = [
    ("comparators", "comparator"), ("comparison_bases", "base"), ("change_words", "direction"),
    ("event_types", "type"), ("gkg_types", "gkg_type"),
    ("gkg_types", "type"), ("multiples", "direction"),
    ("money_roles", "role"), ("titles", "part"), ("ranks", "part"), ("part_nouns", "part"), ("famous_names", "part"),
    ("status_cues", "status"), ("substance_classes", "class"), ("number_words", "value"), ("magnitudes", "value"),
    ("fractions", "denominator"), ("multiples", "percent"), ("currencies", "minimum"), ("fiscal_years", "month"),
    ("country_names", "id"), ("time_words", "class"), ("money_events", "role"), ("money_events", "type"),
]  # fmt: skip
"""Columns that code turns into a member of a closed set or a number; any other cell would end in a traceback."""


@pytest.mark.parametrize(("name", "column"), READ_AS)
def test_columns_that_are_read_as_closed_sets_say_so(name: str, column: str) -> None:
    assert (name, column) in COLUMNS


@pytest.mark.parametrize(("name", "column"), COLUMNS)
def test_a_wrong_cell_is_refused_where_it_stands(name: str, column: str) -> None:
    lines = TEXTS[name].splitlines()
    rows = parse(name, TEXTS[name])
    place, row = next((n, r) for n, r in zip(rows.lines, rows.rows, strict=True) if r[column])
    lines[place - 1] = "\t".join("no such" if key == column else cell for key, cell in row.items())
    with pytest.raises(LexiconError) as told:
        parse(f"{name}.tsv", "\n".join(lines))
    assert str(told.value).startswith(f"{name}.tsv:{place}: {column} is 'no such'")
    assert "; expected " in str(told.value)


CLOSED = {"class", "kind", "use", "stage", "level", "dimension", "guard", "tense", "side"}
"""Columns of which code asks for single values: a misspelled one would never be found."""
EXPLAINED = {"function_words", "cue_words"}
"""Lexicons with a line above each class, whose names code and `test_function_words.py` hold."""


@pytest.mark.parametrize("name", [name for name in lexicons.names() if name not in EXPLAINED])
def test_columns_of_classes_say_which_there_are(name: str) -> None:
    rows = parse(name, TEXTS[name])
    assert CLOSED & set(rows.columns[1:]) <= rows.values.keys()


@pytest.mark.parametrize(("name", "column"), [key for key in COLUMNS if key[1] in CLOSED - {"dimension"}])
def test_every_class_that_a_head_names_has_a_word(name: str, column: str) -> None:
    rows = parse(name, TEXTS[name])
    assert rows.values[column].number or rows.values[column].words <= {row[column] for row in rows.rows}


def test_a_wrong_class_of_a_user_is_refused_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "decoy_words.tsv").write_text("# source: mine\nword\tclass\nbay\tstret\n", "utf-8")
    with pytest.raises(LexiconError) as told:
        lexicons.check(tmp_path)
    assert f"{tmp_path / 'decoy_words.tsv'}:3: class is 'stret' (did you mean street?); expected age, " in str(
        told.value
    )


HEADS = [
    ("# values of part: Parts\nword\tpart\n", "x.tsv: no closed set 'Parts' (did you mean Part?); expected Base, "),
    ("# values of parts: Part\nword\tpart\n", "x.tsv: values of 'parts', which is no column; expected word, part"),
    ("# values of size: number\nword\tsize\na\t-1\n", "x.tsv:4: size is '-1'; expected a number"),
    (
        "# values of kind: big, small\nword\tkind\na\tbigg\n",
        "x.tsv:4: kind is 'bigg' (did you mean big?); expected big, s",
    ),
]


@pytest.mark.parametrize(("text", "message"), HEADS)
def test_what_a_head_says_of_values_is_held(text: str, message: str) -> None:
    with pytest.raises(LexiconError) as told:
        parse("x.tsv", f"# source: made for this test\n{text}")
    assert str(told.value).startswith(message)
