"""A pack is read whole or refused: which file, what was found there, what would be right."""

import shutil
from pathlib import Path

import pytest

from newsfacts import lexicons
from newsfacts.errors import NewsfactsError
from newsfacts.figures.bounds import bound_reader
from newsfacts.packs.new import write_new
from newsfacts.packs.pack import read_pack
from newsfacts.packs.reader import reader

RUSTLING = Path(__file__).parent / "rustling"
RULE = 'id = "a"\nkind = "count"\nwhy = "b"\npattern = [{ class = "number" }, { LOWER = "head", slot = "noun" }]\n'

REFUSED: list[tuple[str, str | None, str]] = [
    ("pack.toml", None, "pack.toml: cannot be read (No such file or directory); make a pack with: newsfacts pack new"),
    ("pack.toml", "name = ", "pack.toml: is no TOML"),
    ("pack.toml", 'name = "a"\nversoin = "1"', "unknown key 'versoin' (did you mean version?)"),
    ("pack.toml", 'name = "a"\nversion = 1\ndescription = "b"', "version is 1; expected a text that is not empty"),
    ("pack.toml", 'name = "A b"\nversion = "1"\ndescription = "b"', "expected lower-case letters, digits and hyphens"),
    ("pack.tml", "", "pack.tml: nothing reads it (did you mean pack.toml?)"),
    ("lexicon/substances.tsv", "", "lexicon: nothing reads it (did you mean lexicons?)"),
    ("lexicons/substances.txt", "", "lexicons/substances.txt: nothing reads it"),
    ("lexicons/substance.tsv", "# source: a\nword\n", "no lexicon has this name (did you mean substances?)"),
    ("classes/ranks.tsv", "# source: a\nword\nx\n", "is the name of a packaged lexicon"),
    ("classes/other.tsv", "word\nx\n", "no line '# source: …'"),
    ("weights/acton.tsv", "", "no decision has this name (did you mean action?)"),
    ("rules/a.toml", "rules = []", "has rules; expected rules, each under [[rule]]"),
    ("rules/a.toml", "[[rule]]\n" + RULE + "pttern = []", "unknown key 'pttern' (did you mean pattern?)"),
    ("rules/a.toml", "[[rule]]\n" + RULE + "[[rule]]\n" + RULE, "rule a: the id is taken"),
    ("rules/a.toml", "[[rule]]\n" + RULE.replace("count", "cuont"), "kind is 'cuont' (did you mean count?)"),
    ("rules/a.toml", "[[rule]]\n" + RULE.replace('"b"', '""'), "why is ''; expected a text"),
    ("rules/a.toml", "[[rule]]\n" + RULE.replace("class", "clas"), "the pattern has 0 numbers"),
    ("rules/a.toml", "[[rule]]\n" + RULE.replace(', slot = "noun"', ""), "nothing says the noun"),
    ("rules/a.toml", "[[rule]]\n" + RULE.replace('"noun"', '"nuon"'), "unknown slot 'nuon' (did you mean noun?)"),
    ("rules/a.toml", "[[rule]]\n" + RULE.replace("LOWER", "lower"), "unknown attribute 'lower' (did you mean LOWER?)"),
    ("rules/a.toml", "[[rule]]\n" + RULE.replace('LOWER = "head"', 'POS = "NOUN"'), "unknown attribute 'POS'"),
    ("rules/a.toml", "[[rule]]\n" + RULE.replace('"head"', '{ INN = ["head"] }'), "rule a: "),
    ("rules/a.toml", "[[rule]]\n" + RULE.replace('LOWER = "head"', 'class = "rank"'), "(did you mean ranks?)"),
    (
        "rules/a.toml",
        "[[rule]]\n" + RULE.replace('LOWER = "head"', 'class = "decoy_words", where = { class = "mnth" }'),
        "no row of decoy_words has class 'mnth'; class may be ",
    ),
    ("rules/a.toml", "[[rule]]\n" + RULE.replace('"count"', '"money"'), "fields has no currency"),
    ("rules/a.toml", "[[rule]]\n" + RULE.replace('"count"', '"none"'), "unknown slot 'noun'"),
    (
        "rules/a.toml",
        "[[rule]]\n" + RULE.replace('"count"', '"quantity"').replace("noun", "unit") + 'fields = { unit = "liter" }',
        "no unit 'liter' (did you mean litre?)",
    ),
    ("rules/a.toml", "[[rule]]\n" + RULE + 'fields = { currency = "KES" }', "unknown field 'currency'"),
    ("rules/a.toml", "[[rule]]\n" + RULE + 'yes = ["40 head"]', "expected one stretch in brackets"),
    ("rules/a.toml", "[[rule]]\n" + RULE + 'no = ["[40 head]"]', "expected no brackets"),
    (
        "rules/a.toml",
        "[[rule]]\n" + RULE + '[[rule.unless]]\nid = "x"\nwhy = "y"\nwhere = "befor"\nexample = "z"\n'
        'pattern = [{ LOWER = "lot" }]',
        "where is 'befor' (did you mean before?)",
    ),
]


@pytest.mark.parametrize(("name", "text", "message"), REFUSED)
def test_what_cannot_be_right_is_refused_with_its_place(
    tmp_path: Path, name: str, text: str | None, message: str
) -> None:
    shutil.copytree(RUSTLING, tmp_path / "pack")
    file = tmp_path / "pack" / name
    if text is None:
        file.unlink()
    else:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    bounds = bound_reader(lexicons.read("comparators"), lexicons.read("prepositional_nouns"))
    with pytest.raises(NewsfactsError) as told:
        reader([read_pack(tmp_path / "pack")], bounds)
    assert message in str(told.value)
    assert str(tmp_path / "pack") in str(told.value)


def test_documents_and_what_makes_a_package_may_lie_beside(tmp_path: Path) -> None:
    shutil.copytree(RUSTLING, tmp_path / "pack")
    before = read_pack(tmp_path / "pack").used
    for name in ("README.md", "LICENSE", "__init__.py", ".gitignore"):
        (tmp_path / "pack" / name).write_text("x")
    assert read_pack(tmp_path / "pack").used == before


def test_the_hash_is_of_what_is_read(tmp_path: Path) -> None:
    shutil.copytree(RUSTLING, tmp_path / "pack")
    before = read_pack(tmp_path / "pack").used.sha256
    assert before == read_pack(RUSTLING).used.sha256
    with open(tmp_path / "pack" / "lexicons" / "substances.tsv", "a") as file:
        file.write("chang'aa\t\n")
    assert read_pack(tmp_path / "pack").used.sha256 != before


def test_a_new_pack_is_never_written_over_something(tmp_path: Path) -> None:
    assert read_pack(write_new(tmp_path / "Our 2 words!")[0].parent).name == "our-2-words"
    with pytest.raises(NewsfactsError, match="holds something already"):
        write_new(tmp_path / "Our 2 words!")
