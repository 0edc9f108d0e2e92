"""The package as a library: it changes nothing around it, goes anywhere, and takes and gives what one would expect."""

import datetime
import json
import multiprocessing
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any

import doubles
import jsonschema
import pytest
from click.testing import CliRunner

import newsfacts
from newsfacts.article import Article
from newsfacts.cli import main
from newsfacts.engines.batch import extract_files, read_articles
from newsfacts.errors import InputError, NewsfactsError, OutputError
from newsfacts.extract import Extractor, load
from newsfacts.figures.quantity.si import converter
from newsfacts.options import Options
from newsfacts.record import Count, Failure, Quantity, Record, Stage, plain_number, read_record, to_json
from newsfacts.tables import frames
from newsfacts.tables.catalogue import TABLES
from newsfacts.tables.schema import json_schema

TEXTS = ["Police arrested 12 suspects in Ayr.", "Thieves stole £3.5m from 70 million accounts.", "Police held 5 men."]
_UNCHANGED = """
import os, sys
import thinc.api, spacy
{before}
told = thinc.api.get_current_ops(), dict(os.environ), sys.getrecursionlimit()
import newsfacts
record = newsfacts.load().extract("Police held 5 men.")
assert len(record.facts) == 1
assert thinc.api.get_current_ops() is told[0]
assert (dict(os.environ), sys.getrecursionlimit()) == told[1:]
print(type(thinc.api.get_current_ops()).__name__, thinc.api.get_current_ops().use_blis)
"""


@pytest.mark.parametrize(
    ("before", "use_blis"),
    [("", "True"), ("thinc.api.set_current_ops(thinc.api.NumpyOps(use_blis=False))", "False")],
)
def test_load_changes_nothing_of_the_process(before: str, use_blis: str) -> None:
    code = _UNCHANGED.format(before=before)
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.stdout.split() == ["NumpyOps", use_blis], result.stderr


def test_every_name_is_there() -> None:
    for name in newsfacts.__all__:
        assert getattr(newsfacts, name) is not None
    with pytest.raises(AttributeError, match="it has Article"):
        _ = newsfacts.nothing


def test_an_extractor_can_be_pickled(extractor: Extractor) -> None:
    again = pickle.loads(pickle.dumps(extractor))
    assert again.options == extractor.options
    assert [to_json(again.extract(text)) for text in TEXTS] == [to_json(extractor.extract(text)) for text in TEXTS]


def line(given: tuple[Extractor, str]) -> str:
    return to_json(given[0].extract(given[1]))


def test_it_goes_to_other_processes(extractor: Extractor) -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.map(line, [(extractor, text) for text in TEXTS]) == [line((extractor, text)) for text in TEXTS]


def test_it_works_in_threads(extractor: Extractor, corpus_records: dict[str, Record]) -> None:
    root = Path(__file__).parent.parent / "corpus" / "articles"
    texts = [(root / name).read_bytes().decode() for name in sorted(corpus_records)[:8]] * 2
    alone = [line((extractor, text)) for text in texts]
    fresh = load()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(line, [(fresh, text) for text in texts])) == alone


def test_two_strings_never_share_an_id(extractor: Extractor) -> None:
    one, other = (extractor.extract(text) for text in ("Police held 5 men.", "Police held 5 men!"))
    assert one.article_id != other.article_id
    assert one.facts[0].fact_id != other.facts[0].fact_id
    assert extractor.extract("Police held 5 men.") == one


@pytest.mark.parametrize("given", [None, 5, ["Police."]])
def test_what_is_no_article_is_refused(extractor: Extractor, given: Any) -> None:
    with pytest.raises(InputError, match=r"expected a newsfacts\.Article"):
        extractor.extract(given)


def test_pipe_takes_strings(extractor: Extractor) -> None:
    made = list(extractor.pipe([TEXTS[0], Article("a", TEXTS[2])]))
    assert made == [extractor.extract(TEXTS[0]), extractor.extract(Article("a", TEXTS[2]))]


def test_the_models_json_is_the_written_line(corpus_records: dict[str, Record]) -> None:
    check = jsonschema.Draft202012Validator(json_schema("record", Record))
    for record in corpus_records.values():
        assert record.model_dump_json() == to_json(record)
        check.validate(json.loads(record.model_dump_json()))
        check.validate(json.loads(json.dumps(record.model_dump(mode="json"))))
        assert json.loads(record.model_dump_json(indent=2)) == json.loads(to_json(record))
        assert Record.model_validate_json(record.model_dump_json()) == read_record(to_json(record))


NUMBERS = [
    ("7E+7", "70000000"), ("70.50", "70.5"), ("0.0000001", "0.0000001"), ("1E-20", "0.00000000000000000001"),
    ("123456789012345678901234567890.5", "123456789012345678901234567890.5"), ("-0.0", "0"), ("1E+30", "1" + "0" * 30),
]  # fmt: skip


@pytest.mark.parametrize(("value", "written"), NUMBERS)
def test_a_number_is_written_digit_by_digit(value: str, written: str) -> None:
    count = doubles.count(Article("a", "5 men"), next(doubles._COUNT.finditer("5 men")))
    changed = Count.model_validate(count.model_dump() | {"value": Decimal(value)})
    assert f'"value":{written},' in changed.model_dump_json()
    assert plain_number(Decimal(value)) == Decimal(value)


def test_a_failure_is_written_alike() -> None:
    failure = Failure(article_id="a", source=None, stage=Stage.READ, error="E", message="x\u2028y")
    assert failure.model_dump_json() == to_json(failure)
    assert "\\u2028" in to_json(failure)


@pytest.mark.parametrize("published", ["next spring", "08/03/2024", (2024, 5)])
def test_what_is_no_date_is_refused(published: Any) -> None:
    with pytest.raises(InputError, match="published"):
        Article("a", "x", published=published)


def test_of_a_date_time_the_date_is_kept() -> None:
    moment = datetime.datetime(2024, 5, 31, 12, 30)
    assert Article("a", "x", published=moment).published == datetime.date(2024, 5, 31)


# Options: one value on each way in.


@pytest.mark.parametrize(
    ("given", "message"),
    [({"model": ""}, "model"), ({"lexicons": Path("none")}, "does not exist"), ({"min_confidence": 2}, "from 0 to 1")],
)
def test_options_that_cannot_be_right_are_refused(given: dict[str, Any], message: str) -> None:
    with pytest.raises(NewsfactsError, match=message):
        Options(**given)


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """Give a folder that adds a word to a lexicon."""
    folder = tmp_path / "lexicons"
    folder.mkdir()
    (folder / "magnitudes.tsv").write_text("# source: made for this test\nword\tvalue\tclass\ngrossdozen\t1728\tboth\n")
    return folder


def test_the_library_takes_options(words: Path) -> None:
    made = load(options=Options(lexicons=words, min_confidence=0.0))
    assert load(lexicons=words).options == Options(lexicons=words)
    assert made.extract("Police found two grossdozen phones.").facts[0].model_dump()["value"] == 3456
    assert pickle.loads(pickle.dumps(made)).options == made.options


def test_the_command_line_makes_options(words: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Options] = []

    def load_double(options: Options) -> doubles.Double:
        seen.append(options)
        return doubles.load()

    monkeypatch.setattr("newsfacts.cli.extract.load_extractor", load_double)
    (tmp_path / "a.txt").write_text("5 men")
    call = ["extract", str(tmp_path / "a.txt"), "--jobs", "1", "--lexicons", str(words), "--min-confidence", "0.5"]
    assert CliRunner().invoke(main, call).exit_code == 0
    assert seen == [Options(lexicons=words, min_confidence=0.5)]


def test_files_give_the_same_from_python_with_one_process_and_two(tmp_path: Path, words: Path) -> None:
    for number, text in enumerate([*TEXTS, "Police found two grossdozen phones."]):
        (tmp_path / f"{number}.txt").write_text(text)
    (tmp_path / "4.txt").write_text(" ")
    options = Options(lexicons=words)
    written = []
    for jobs in (1, 2):
        output = tmp_path / "out" / f"{jobs}.jsonl"
        output.parent.mkdir(exist_ok=True)
        summary = extract_files(tmp_path / "*.txt", output=output, options=options, jobs=jobs)
        assert (summary.articles, summary.failed) == (5, 1)
        written.append(output.read_text())
    assert written[0] == written[1]
    assert read_record(written[0].splitlines()[3]).facts[0].model_dump()["value"] == 3456


def test_articles_are_read_from_python(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("5 men")
    assert [getattr(item, "text", None) for item in read_articles(tmp_path / "a.txt")] == ["5 men"]


# Data frames.


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_arrow_tables_hold_every_row(table: str, corpus_records: dict[str, Record]) -> None:
    pytest.importorskip("pyarrow")
    made = frames.to_arrow(corpus_records.values(), table)
    assert made.column_names == list(next(known for known in TABLES if known.name == table).names)
    if table == "articles":
        assert made.num_rows == len(corpus_records)


@pytest.mark.parametrize(("package", "make"), [("pandas", frames.to_pandas), ("polars", frames.to_polars)])
def test_frames_keep_numbers_exact(package: str, make: Any, extractor: Extractor) -> None:
    pytest.importorskip(package)
    made = make([extractor.extract(text) for text in TEXTS], "facts")
    assert sorted(value for value in made["value"].to_list() if value is not None)[:2] == [Decimal(5), Decimal(12)]


@pytest.mark.parametrize(
    ("package", "extra", "make"),
    [("pyarrow", "parquet", "to_arrow"), ("pandas", "pandas", "to_pandas"), ("polars", "polars", "to_polars")],
)
def test_a_package_that_is_missing_is_named(
    package: str, extra: str, make: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(
        OutputError, match=rf"{package}, which is not installed; run: pip install 'newsfacts\[{extra}\]'"
    ):
        getattr(newsfacts, make)([])


def test_an_unknown_table_is_refused() -> None:
    pytest.importorskip("pyarrow")
    with pytest.raises(OutputError, match="no table 'x'; expected articles"):
        frames.to_arrow([], "x")


# Units of the SI.

SI = [
    ("Police seized 2 lb of cocaine.", "kilogram", "0.90718474"),
    ("Police seized half a tonne of cannabis.", "kilogram", "500"),
    ("A wall 10ft high fell.", "metre", "3.048"),
    ("He drove at 100 mph.", "metre / second", "44.704"),
    ("Temperatures of 32 degrees Fahrenheit.", "kelvin", "273.15"),
]


@pytest.mark.parametrize(("text", "unit", "value"), SI)
def test_quantities_go_into_units_of_the_si(text: str, unit: str, value: str, extractor: Extractor) -> None:
    fact = next(fact for fact in extractor.extract(text).facts if isinstance(fact, Quantity))
    found = converter().convert(fact)
    assert found is not None
    assert (found.unit, found.value) == (unit, Decimal(value))


def test_every_unit_that_names_pints_can_be_converted(extractor: Extractor) -> None:
    fact = next(fact for fact in extractor.extract(SI[0][0]).facts if isinstance(fact, Quantity))
    convert = converter()
    assert len(convert.units) > 25
    for unit in convert.units:
        found = convert.convert(fact.model_copy(update={"unit": unit}))
        assert found is not None
        assert found.value is not None
    assert convert.convert(fact.model_copy(update={"unit": "mu"})) is None
