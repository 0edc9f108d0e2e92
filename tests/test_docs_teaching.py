"""The pages on packs, spaCy and settings: their commands and code run as printed."""

import re
from pathlib import Path

import consoles
import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def test_the_commands_and_the_code_of_packs_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (console,) = consoles.blocks(DOCS / "packs.md", "console")
    consoles.run(console, tmp_path)
    assert '"rule":"herds/head-of"' in (tmp_path / "records.jsonl").read_text()
    (code,) = consoles.blocks(DOCS / "packs.md", "python")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "packs.md", "exec"), {})


def test_the_rule_in_the_page_does_what_its_examples_say(tmp_path: Path) -> None:
    consoles.run("$ newsfacts pack new herds", tmp_path)
    rule = next(block for block in consoles.blocks(DOCS / "packs.md", "toml") if "[[rule]]" in block)
    words = next(block for block in consoles.blocks(DOCS / "packs.md", "text") if "# source:" in block)
    (tmp_path / "herds" / "rules" / "herds.toml").write_text(rule)
    (tmp_path / "herds" / "lexicons" / "substances.tsv").write_text(words)
    assert "1 rules, 0 of them fail" in consoles.run("$ newsfacts pack check herds", tmp_path)


@pytest.mark.parametrize("code", consoles.blocks(DOCS / "spacy.md", "python"))
def test_the_code_for_spacy_runs(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import newsfacts.engines.component  # noqa: F401 (where newsfacts is installed, spaCy finds it by its entry point)

    monkeypatch.chdir(tmp_path)
    exec(compile(code, "spacy.md", "exec"), {})


def test_the_page_on_packs_names_every_attribute_and_slot() -> None:
    from newsfacts.packs.patterns import ATTRIBUTES
    from newsfacts.packs.rules import KINDS

    page = (DOCS / "packs.md").read_text("utf-8")
    flags = ("IS_", "LIKE_")
    named = {name for name in ATTRIBUTES if not name.startswith(flags)}
    named |= {name for shape in KINDS.values() for name in (*shape.slots, *shape.fields)} | set(KINDS)
    assert not [name for name in sorted(named) if not re.search(rf"`{name}`", page)]
