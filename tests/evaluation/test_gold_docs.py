"""docs/gold.md says what holds: its commands run as printed, its example is gold, every field is explained."""

import json
import re
from pathlib import Path

import consoles
import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from newsfacts.cli import main
from newsfacts.evaluation.gold import faults
from newsfacts.evaluation.gold_model import LISTS, GoldArticle

PAGE = consoles.ROOT / "docs" / "gold.md"
TEXT = PAGE.read_text("utf-8")
BLOCKS = consoles.blocks(PAGE, "console")
COMMANDS = [line for block in BLOCKS for line in block.splitlines() if line.startswith("$ ")]


@pytest.mark.parametrize("line", COMMANDS)
def test_the_options_exist(line: str) -> None:
    words = line.split()[2:]
    names = words[:2] if words[0] == "gold" else words[:1]
    shown = CliRunner().invoke(main, [*names, "--help"]).output
    assert not [option for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", line) if option not in shown]


def test_the_commands_run_as_printed(tmp_path: Path) -> None:
    pytest.importorskip("jinja2", reason="jinja2 is not installed")
    folder = consoles.prepare(tmp_path)
    first, *others = [block for block in BLOCKS if "…" not in block]
    consoles.run(first, folder)
    records = [json.loads(line) for line in (folder / "mine.jsonl").read_text("utf-8").splitlines()]
    with (folder / "corrections.jsonl").open("w") as file:
        for record in records:
            about = {"article_id": record["article_id"], "text_sha256": record["text_sha256"], "action": "accept"}
            file.write(json.dumps(about | {"target": "article"}) + "\n")
    said = consoles.run("\n".join(others), folder)
    assert f"gold of {len(records)} articles, 0 corrections in it" in said
    assert f"{len(records)} articles, 0 faults" in said
    assert "no differences" in said
    assert "0 errors in errors.html" in said
    for name in ("back", "again"):
        assert len((folder / f"{name}.gold.jsonl").read_text("utf-8").splitlines()) == len(records)


def test_the_example_is_gold() -> None:
    (example,) = consoles.blocks(PAGE, "json")
    gold = json.loads(example)
    assert list(faults(gold)) == []
    article = "Police held 5 men"
    assert all(article[one["start"] : one["end"]] == one["span"] for one in gold["counts"])


def test_every_field_is_explained() -> None:
    explained = set(re.findall(r"[`\"](\w+)[`\"]", TEXT))
    models: list[type[BaseModel]] = [GoldArticle, *LISTS.values()]
    fields = {name for model in models for name in model.model_fields}
    assert sorted(fields - explained) == []
