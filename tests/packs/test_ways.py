"""One options value on each way in: packs reach the records from Python, the command line and a pool."""

import json
import pickle
import re
import shutil
import sys
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsfacts.assemble.trust import DECISION
from newsfacts.cli import main
from newsfacts.engines.batch import extract_files
from newsfacts.errors import NewsfactsError
from newsfacts.extract import Extractor, load
from newsfacts.options import Options, installed_packs
from newsfacts.packs.pack import read_pack
from newsfacts.record import read_record, to_json
from newsfacts.weigh.weights import blank

RUSTLING = Path(__file__).parent / "rustling"
TEXT = "Rustlers took 40 head of cattle in Isiolo."


@pytest.fixture(scope="module")
def taught() -> Extractor:
    return load(options=Options(packs=(RUSTLING,)))


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_python_has_it_and_so_has_a_copy_in_another_process(taught: Extractor) -> None:
    record = taught.extract(TEXT)
    assert [fact.rule for fact in record.facts] == ["rustling/head-of"]
    assert [used.name for used in record.packs] == ["rustling"]
    assert record.packs[0].sha256 == read_pack(RUSTLING).used.sha256
    assert to_json(pickle.loads(pickle.dumps(taught)).extract(TEXT)) == to_json(record)
    assert read_record(to_json(record)) == record
    assert list(taught.pipe([TEXT])) == [record]


def test_the_command_line_and_a_pool_give_the_same(tmp_path: Path, taught: Extractor) -> None:
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(TEXT + " " * number)
    made = call("extract", tmp_path, "-o", tmp_path / "one.jsonl", "--pack", RUSTLING, "--jobs", 1)
    assert made.exit_code == 0, made.stderr
    extract_files(tmp_path / "*.txt", output=tmp_path / "two.jsonl", options=Options(packs=(RUSTLING,)), jobs=2)
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    record = read_record((tmp_path / "one.jsonl").read_text().splitlines()[0])
    assert record.facts[0].rule == "rustling/head-of"
    assert record.packs == taught.extract(TEXT).packs
    for name in ("one", "two"):
        settings = json.loads((tmp_path / f"{name}.manifest.json").read_text())["settings"]
        assert settings["--pack"].startswith("rustling 1.0 content ")
        assert settings["--pack"].endswith(record.packs[0].sha256[:12])


def test_a_run_goes_on_only_with_the_same_packs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    shutil.copytree(RUSTLING, tmp_path / "pack")
    with_it = ["extract", tmp_path / "a.txt", "-o", tmp_path / "out.jsonl", "--jobs", 1, "--pack", tmp_path / "pack"]
    assert call(*with_it).exit_code == 0
    assert call(*with_it, "--resume").exit_code == 0
    for other in (with_it[:-2], [*with_it, "--pack", RUSTLING]):
        refused = call(*other, "--resume")
        assert (refused.exit_code, "made with --pack rustling 1.0 content" in refused.stderr) == (2, True)
    toml = tmp_path / "pack" / "pack.toml"
    toml.write_text(toml.read_text().replace('"1.0"', '"1.1"'))
    assert "this is --pack rustling 1.1 content" in call(*with_it, "--resume").stderr


def test_two_packs_of_one_name_are_refused(tmp_path: Path) -> None:
    shutil.copytree(RUSTLING, tmp_path / "pack")
    with pytest.raises(NewsfactsError, match="name is 'rustling', as in"):
        load(options=Options(packs=(RUSTLING, tmp_path / "pack")))


def test_weights_of_a_pack_count_unless_others_are_given(tmp_path: Path, taught: Extractor) -> None:
    shutil.copytree(RUSTLING, tmp_path / "pack")
    for name in ("pack/weights", "own"):
        (tmp_path / name).mkdir()
    (tmp_path / "pack" / "weights" / "fact.tsv").write_text(blank(DECISION))
    packaged = resources.files("newsfacts.weigh").joinpath("tables", "fact.tsv").read_text("utf-8")
    (tmp_path / "own" / "fact.tsv").write_text(packaged)
    options = Options(packs=(tmp_path / "pack",))
    text = "Police held 12 men in Ayr."
    told = [
        made.extract(text).facts[0].confidence
        for made in (taught, load(options=options), load(options=replace(options, weights=tmp_path / "own")))
    ]
    assert told[0] == told[2]
    assert (told[0] is None, told[1]) == (False, None)


def test_explain_says_why_a_number_is_no_fact(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Cows with brand 77 were found on 3 May 2024 by 12 men.")
    told = call("explain", tmp_path / "a.txt", "--pack", RUSTLING).stdout
    assert "no fact  16–18\n  Cows with brand [[77]] were found" in told
    assert "rustling/brand-mark: mark|marks|brand NUMBER" in told
    assert "decoy." in told
    assert told.count("no fact") == len(set(re.findall(r"no fact  \d+–\d+", told)))
    assert "no fact  47" not in told


def test_explain_knows_the_rules_of_packs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    told = call("explain", tmp_path / "a.txt", "--pack", RUSTLING).stdout
    assert "rustling/head-of: NUMBER head of [JJ …] LIVESTOCK" in told
    assert "herds are counted by the head" in told


def test_the_commands_for_packs(tmp_path: Path) -> None:
    assert call("pack", "new", tmp_path / "ours").exit_code == 0
    checked = call("pack", "check", tmp_path / "ours")
    assert (checked.exit_code, checked.stderr) == (0, "newsfacts: ours 0.1: 1 rule, 0 of them fail\n")
    rules = tmp_path / "ours" / "rules" / "herds.toml"
    rules.write_text(rules.read_text().replace("[40 head of cattle]", "[40 head] of cattle"))
    failed = call("pack", "check", tmp_path / "ours")
    assert (failed.exit_code, "expected what is in brackets" in failed.stdout) == (1, True)
    shown = call("pack", "show", RUSTLING).stdout
    for line in ("rustling 1.0", "lexicons/substances: 1 remove, 2 add", "  unless before lot: a lot of an auction"):
        assert line in shown
    wrong = call("pack", "check", RUSTLING.parent)
    assert (wrong.exit_code, "make a pack with: newsfacts pack new DIR" in wrong.stderr) == (2, True)


def install(site: Path, monkeypatch: pytest.MonkeyPatch, points: str) -> None:
    """Make a package that is installed for this process: its metadata and the folder of its modules."""
    folder = site / "herders-2.0.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: herders\nVersion: 2.0\n")
    (folder / "entry_points.txt").write_text(points)
    monkeypatch.syspath_prepend(str(site))


def test_an_installed_pack_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(RUSTLING, tmp_path / "herders" / "rustling")
    for module in ("herders", "herders/rustling"):
        (tmp_path / module / "__init__.py").write_text("")
    install(tmp_path, monkeypatch, "[newsfacts.packs]\nherds = herders.rustling\n")
    assert installed_packs()["herds"] == tmp_path / "herders" / "rustling"
    assert Options(packs=("herds",)).pack_folders == (tmp_path / "herders" / "rustling",)
    assert call("pack", "show", "herds").stdout.startswith("rustling 1.0\n")
    with pytest.raises(NewsfactsError, match=r"did you mean herds\?"):
        Options(packs=("herd",))
    sys.modules.pop("herders", None)


WRONG: list[tuple[object, str]] = [
    (("nowhere",), "pack 'nowhere': no such folder, and no installed pack has this name"),
    ("rustling", "packs is 'rustling'; expected a tuple of folders or names"),
]


@pytest.mark.parametrize(("packs", "message"), WRONG)
def test_packs_that_are_not_there_are_refused(packs: tuple[str, ...], message: str) -> None:
    with pytest.raises(NewsfactsError, match=message.replace("(", r"\(")):
        Options(packs=packs)
