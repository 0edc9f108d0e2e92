"""The pages on packs, spaCy and settings: their commands and code run as printed."""

import json
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from unittest.mock import MagicMock

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
    assert "1 rule, 0 of them fail" in consoles.run("$ newsfacts pack check herds", tmp_path)


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


def test_the_commands_and_the_code_of_the_settings_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = DOCS / "configuration.md"
    (settings,) = consoles.blocks(page, "toml")
    (tmp_path / "newsfacts.toml").write_text(settings)
    (console,) = consoles.blocks(page, "console")
    said = consoles.run(console, tmp_path)
    assert f'"configuration": "{tmp_path}/newsfacts.toml"' in said
    assert '"level": "info", "message": "1 article; 1 fact' in said  # the rule of the pack was never measured
    assert json.loads((tmp_path / "run.json").read_text())["articles"] == 1
    (code,) = consoles.blocks(page, "python")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "configuration.md", "exec"), {})


def test_the_page_on_settings_names_what_a_summary_has() -> None:
    from newsfacts.engines.run import Summary

    page = (DOCS / "configuration.md").read_text("utf-8")
    assert not [name for name in (*Summary().plain(), "left_out", "seconds", "finished") if f"`{name}`" not in page]


class _Dag:
    """Stand for Airflow: keep what the tasks are and let them be called."""

    def __init__(self) -> None:
        self.tasks: dict[str, Any] = {}

    def dag(self, **_: Any) -> Any:
        return lambda function: function

    def bash(self, function: Any) -> Any:
        self.tasks[function.__name__] = function
        return MagicMock


def test_the_day_of_airflow_may_be_run_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = consoles.blocks(DOCS / "airflow.md", "python")
    day = _Dag()
    sdk = ModuleType("airflow.sdk")
    sdk.dag, sdk.task = day.dag, SimpleNamespace(bash=day.bash)  # type: ignore[attr-defined]
    for name, module in (("airflow", ModuleType("airflow")), ("airflow.sdk", sdk), ("pendulum", MagicMock())):
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setenv("NEWS_DATA", str(tmp_path))
    exec(compile(code, "airflow.md", "exec"), {})
    articles = tmp_path / "articles" / "2024-05-31"
    articles.mkdir(parents=True)
    (articles / "a.txt").write_text("Police arrested 12 suspects in Ayr.")
    (articles / "b.txt").write_text(" ")
    (tmp_path / "psql").write_text('#!/bin/sh\ntest -f facts.csv && echo "$4" >> ../psql.log\n')
    (tmp_path / "psql").chmod(0o755)
    for _ in range(2):
        for name in ("extract", "load"):
            script = day.tasks[name]("2024-05-31").strip()
            consoles.run("$ " + script.replace("\n", "\n$ "), tmp_path, {"PATH": f"{tmp_path}:{consoles.path()}"})
    facts = (tmp_path / "csv" / "2024-05-31" / "facts.csv").read_text().splitlines()
    failures = (tmp_path / "csv" / "2024-05-31" / "failures.csv").read_text().splitlines()
    assert (len(facts), len(failures)) == (2, 2)
    log = (tmp_path / "csv" / "psql.log").read_text().split()
    assert [Path(line).name for line in log] == ["postgresql.sql", "postgresql_upsert.sql"] * 2
    assert all(Path(line).is_file() for line in log)


def test_the_models_of_dbt_answer(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    text = "Police arrested 12 suspects in Ayr on 3 May 2024. Thieves stole £300 from a shop in Ayr."
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "b.txt").write_text(" ")
    consoles.run(
        "$ newsfacts extract '*.txt' -o records.jsonl || true\n"
        "$ newsfacts tables records.jsonl --failures records.failures.jsonl -o warehouse --format duckdb --mode upsert",
        tmp_path,
    )
    found = {}
    with duckdb.connect(str(tmp_path / "warehouse" / "newsfacts.duckdb")) as warehouse:
        for block in consoles.blocks(DOCS / "dbt.md", "sql"):
            name = block.splitlines()[0].removeprefix("-- models/").removesuffix(".sql")
            query = re.sub(r"\{\{ (?:source\('newsfacts', |ref\()'(\w+)'\) \}\}", r"\1", block)
            warehouse.execute(f"CREATE VIEW {name} AS {query}")
            found[name] = warehouse.execute(f"SELECT * FROM {name}").fetchall()
    assert [row[2:] for row in found["arrests_by_month"]] == [(1, 12)]
    assert [row[1:] for row in found["money_by_role"]] == [("stolen", "GBP", 300)]
    assert found["failure_reasons"] == [("read", "InputError", 1)]
    assert len(found["figures"]) == 2


def test_the_sources_of_dbt_are_tables_with_these_columns() -> None:
    from newsfacts.tables.catalogue import TABLES

    (_, sources) = consoles.blocks(DOCS / "dbt.md", "yaml")
    known = {table.name: {column.name for column in table.columns} for table in TABLES}
    named = re.findall(r"- name: (\w+)$", sources.split("tables:")[1], re.M)
    assert set(named) <= set(known)
    for table, column in re.findall(r"- name: (\w+)\n\s+columns: \[\{ name: (\w+)", sources):
        assert column in known[table]


DOCKER = [
    (r"^FROM python:3\.\d+-slim$", 1),
    (r"^FROM python:3\.\d+-slim AS build$", 1),
    (r"^USER newsfacts$", 1),
    (r'^ENTRYPOINT \["newsfacts"\]$', 1),
    (r"-c constraints\.txt", 1),
    (r"https?://|--index-url|--extra-index-url|--trusted-host", 0),
    (r"^ADD |curl|wget", 0),
]
"""What the Dockerfile has, and how often; it is built where there is Docker."""


@pytest.mark.parametrize(("pattern", "number"), DOCKER)
def test_the_image_is_slim_and_has_its_user_and_its_command(pattern: str, number: int) -> None:
    assert len(re.findall(pattern, (ROOT / "Dockerfile").read_text("utf-8"), re.M)) == number


def test_the_image_is_made_of_files_that_are_there_and_let_in() -> None:
    text = (ROOT / "Dockerfile").read_text("utf-8")
    copied = [name for line in re.findall(r"^COPY (?!--from)(.*)$", text, re.M) for name in line.split()[:-1]]
    let_in = {line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text("utf-8").split() if line[0] == "!"}
    assert set(copied) == let_in
    assert all((ROOT / name).exists() for name in copied)
    steps = re.findall(r"^[A-Z]+", text.split("FROM")[-1], re.M)
    assert steps.index("USER") < steps.index("ENTRYPOINT")
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert "all" in extras
