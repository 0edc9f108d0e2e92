"""What the documents say holds: commands exist, code runs, queries answer, paths are there."""

import fnmatch
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import consoles
import pytest
from click.testing import CliRunner

import newsfacts
from newsfacts.cli import main
from newsfacts.extract import Extractor
from newsfacts.record import Money, Record
from newsfacts.tables.rows import record_rows
from newsfacts.tables.target import Target
from newsfacts.tables.writers import DATABASE, TableWriter

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("corpus/*.md")])


README = ROOT / "README.md"
COMMANDS, KEYS, LIMITS, LOADS, NOTEBOOK, TUTORIAL, VIEW, WAREHOUSE, WORDS = (
    ROOT / "docs" / f"{name}.md"
    for name in ("commands", "keys", "limits", "loads", "notebook", "tutorial", "view", "warehouse", "words")
)


def blocks(language: str, *documents: Path) -> list[str]:
    return [block for document in documents for block in consoles.blocks(document, language)]


def run_code(document: Path, names: dict[str, Any] | None = None) -> dict[str, Any]:
    """Run the blocks of Python in a document one after the other, as a reader would."""
    known = names or {}
    for block in blocks("python", document):
        exec(compile(block, document.name, "exec"), known)
    return known


def test_the_first_two_commands_are_one_line_each() -> None:
    first, second = blocks("sh", README)
    assert len(first.splitlines()) == len(second.splitlines()) == 1
    assert "newsfacts extract corpus/articles -o records.jsonl" in first
    assert "pytest" in second


def written() -> list[str]:
    """Name what the commands and the code of the documents write into the folder that they are run in."""
    here = [document for document in DOCUMENTS if document.stem not in ("airflow", "cluster")]
    call = r"(?:\s-o|\s--tables|\s--failures|\s--html|pack new|\s>>?)\s+([\w.-]+)|(?:to_disk|savefig)\(\"([\w.-]+)\""
    text = "\n".join(block for language in ("console", "python", "sh") for block in blocks(language, *here))
    names = {name for pair in re.findall(call, text) for name in pair if name}
    return sorted(name for name in names if not name.isupper() and name not in ("FILE.svg", "schemas", "src"))


@pytest.mark.parametrize("name", written())
def test_git_ignores_what_the_documents_write(name: str) -> None:
    patterns = [line.strip("/") for line in (ROOT / ".gitignore").read_text("utf-8").splitlines()]
    assert any(fnmatch.fnmatch(name, pattern) for pattern in patterns if pattern)


def test_version_and_date_are_the_same_everywhere() -> None:
    newest = re.search(r"^## (\S+) \((\d{4}-\d\d-\d\d)\)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest is not None
    cited = (ROOT / "CITATION.cff").read_text("utf-8")
    assert newest[1] == newsfacts.__version__
    assert f"\nversion: {newest[1]}\n" in cited
    assert f"\ndate-released: {newest[2]}\n" in cited


def test_the_readme_is_short() -> None:
    assert len(README.read_text("utf-8").splitlines()) < 120


def test_the_code_of_the_readme_runs() -> None:
    run_code(README)


@pytest.fixture(scope="session")
def database(
    corpus_records: dict[str, Record], placing: Extractor, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """Give a DuckDB database with the tables of the corpus, and of one article whose place has an id."""
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    folder = tmp_path_factory.mktemp("tables")
    with TableWriter(Target(folder, "duckdb")) as writer:
        for record in (*corpus_records.values(), placing.extract("Police arrested 12 suspects in Uttoxeter, England.")):
            writer.add(record_rows(record))
        writer.publish()
    with duckdb.connect(str(folder / DATABASE), read_only=True) as connection:
        yield connection


def test_there_are_seven_queries() -> None:
    assert len(blocks("sql", WAREHOUSE)) == 7


@pytest.mark.parametrize("query", blocks("sql", WAREHOUSE, KEYS))
def test_a_query_answers(query: str, database: Any) -> None:
    assert database.execute(query).fetchall()


@pytest.mark.parametrize("query", consoles.blocks(ROOT / "docs" / "events.md", "sql"))
def test_a_query_on_events_answers(query: str, database: Any) -> None:
    assert database.execute(query).fetchall()


def test_money_recovered_is_summed_exactly(database: Any, corpus_records: dict[str, Record]) -> None:
    sums: dict[str, Any] = {}
    for record in corpus_records.values():
        for fact in record.facts:
            if not isinstance(fact, Money) or fact.repeats or fact.converts:
                continue
            if fact.money_role == "recovered" and fact.status == "asserted":
                number = fact.value if fact.value is not None else fact.min_value
                sums[fact.currency] = sums.get(fact.currency, 0) + (number or 0)
    found: dict[str, Any] = {}
    for _, currency, total in database.execute(blocks("sql", WAREHOUSE)[0]).fetchall():
        found[currency] = found.get(currency, 0) + (total or 0)
    assert found == sums


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_documented(command: str) -> None:
    assert f"newsfacts {command}" in COMMANDS.read_text("utf-8")


def lines_of_consoles() -> list[str]:
    pages = (COMMANDS, KEYS, TUTORIAL, WAREHOUSE, WORDS)
    return [line for block in blocks("console", *pages) for line in block.splitlines()]


@pytest.mark.parametrize("line", lines_of_consoles())
def test_the_options_in_the_documents_exist(line: str) -> None:
    match = re.search(r"newsfacts (\w+)(?: gkg)?", line)
    if match:
        shown = CliRunner().invoke(main, [*match[0].split()[1:], "--help"]).output
        call = re.split("#|&&", line[match.end() :])[0]
        assert not [option for option in re.findall(r"(?<!\w)--?[a-z][a-z-]*", call) if option not in shown]


def _without_a_server(block: str) -> bool:
    """Tell whether a block runs as it is printed, and here: it stands for nothing, and needs no server or cluster."""
    return not re.search(r"…|INPUT|ARTICLE|psql|spark", block)


def test_the_commands_of_the_warehouse_run_as_printed(tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="duckdb is not installed")
    runnable = list(filter(_without_a_server, blocks("console", WAREHOUSE)))
    assert len(runnable) == 1
    assert "the tables of 88 records are in tables" in consoles.run("\n".join(runnable), consoles.prepare(tmp_path))


def test_the_tutorial_runs_as_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("pandas", "matplotlib"):
        pytest.importorskip(package, reason=f"{package} is not installed")
    consoles.run("\n".join(blocks("console", TUTORIAL)), consoles.prepare(tmp_path))
    monkeypatch.chdir(tmp_path)
    known = run_code(TUTORIAL)
    assert set(known["kilograms"].index) >= {"cannabis", "amphetamine", "opioid"}
    assert (tmp_path / "kilograms.png").stat().st_size > 5_000
    run_code(LIMITS)
    written = (tmp_path / "nameless.jsonl").read_text("utf-8")
    assert len(written.splitlines()) == 88
    assert '"person_id": "p0", "name"' not in written


def test_the_commands_of_keys_and_words_run_as_printed(tmp_path: Path) -> None:
    pytest.importorskip("datasketch", reason="datasketch is not installed")
    consoles.run("\n".join(blocks("console", KEYS, WORDS)), consoles.prepare(tmp_path))
    assert len((tmp_path / "all-with-copies.jsonl").read_text("utf-8").splitlines()) == 88
    assert len((tmp_path / "gkg.tsv").read_text("utf-8").splitlines()) == 88
    assert '"substance_class":"alcohol"' in (tmp_path / "with-words.jsonl").read_text("utf-8")


def test_the_code_of_the_notebook_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    monkeypatch.chdir(ROOT)
    assert len(run_code(NOTEBOOK)["records"]) > 2


def test_the_commands_of_the_loads_run_as_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    (script,) = consoles.blocks(LOADS, "python")
    runnable = list(filter(_without_a_server, consoles.blocks(LOADS, "console")))
    assert len(runnable) == 6
    consoles.run("\n".join(runnable), consoles.prepare(tmp_path))
    monkeypatch.chdir(tmp_path)
    exec(compile(script, "loads.md", "exec"), {})
    with duckdb.connect("warehouse/newsfacts.duckdb", read_only=True) as connection:
        assert connection.execute("SELECT count(*), count(DISTINCT article_id) FROM articles").fetchone() == (8, 8)
    for place, number in (("lake/articles/*/*.parquet", 8), ("grown/articles.parquet", 8), ("both/articles.csv", 9)):
        assert duckdb.execute(f"SELECT count(*) FROM '{place}'").fetchone() == (number,)
    assert len(Path("grown.jsonl").read_text("utf-8").splitlines()) == 8


def test_the_commands_of_the_view_run_as_printed(tmp_path: Path) -> None:
    pytest.importorskip("jinja2", reason="jinja2 is not installed")
    (block,) = consoles.blocks(VIEW, "console")
    said = consoles.run(block, consoles.prepare(tmp_path))
    assert re.search(r"(\d+) articles, \1 with text, are in report.html", said)


def test_the_code_of_the_view_runs() -> None:
    pytest.importorskip("jinja2", reason="jinja2 is not installed")
    (code,) = consoles.blocks(VIEW, "python")
    exec(compile(code, "view.md", "exec"), {})


def test_the_corrections_of_the_view_can_be_read(tmp_path: Path) -> None:
    from newsfacts.evaluation.corrections import read_corrections

    (lines,) = consoles.blocks(VIEW, "json")
    (tmp_path / "corrections.jsonl").write_text(lines, "utf-8")
    read = read_corrections(tmp_path / "corrections.jsonl")
    assert [one.action for one in read] == ["accept", "edit", "add", "accept"]


def test_the_keys_of_the_view_are_those_that_it_has() -> None:
    script = (ROOT / "src" / "newsfacts" / "view" / "page" / "js" / "keys.js").read_text("utf-8")
    does = script[script.index("const DOES") : script.index("};")]
    known = set(re.findall(r'(?:^|[{,] )\s*"?([a-z+?/])"?: \(\) =>', does, re.M))
    (told,) = re.findall(r"^Keys: (.*?)\n\n", VIEW.read_text("utf-8"), re.M | re.S)
    assert set(re.findall(r"`(.)`", told)) == known


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_paths_in_a_document_exist(document: Path) -> None:
    written = set(re.findall(r"`((?:src|docs|corpus|tests|schemas|bench|\.ci)/[\w./-]*)`", document.read_text("utf-8")))
    assert not [path for path in sorted(written) if not (ROOT / path).exists() and path.lower() == path]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_links_in_a_document_exist(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", document.read_text("utf-8"))
    assert not [link for link in links if not (document.parent / link).exists()]


def test_the_changelog_has_the_version() -> None:
    from newsfacts import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
