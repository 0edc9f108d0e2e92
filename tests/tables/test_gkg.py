"""Rows of GDELT's Global Knowledge Graph 2.1, field by field as its codebook has them."""

import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsfacts.article import Article
from newsfacts.assemble.keys.located import Locator, locator
from newsfacts.cli import main
from newsfacts.extract import Extractor
from newsfacts.record import Record, Status, to_json
from newsfacts.tables.gkg import COLUMNS, gkg_row

TEXT = (
    "Police arrested more than 12 suspects in Mumbai on Monday. "
    'Inspector Ann Roe said: "We took 3 of them; a | and a # were drawn on the wall." '
    "Two people were killed in Minot, North Dakota."
)
SOURCE = "https://www.example.co.in/news/1"


@pytest.fixture(scope="module")
def places() -> Locator:
    return locator()


@pytest.fixture(scope="module")
def record(placing: Extractor) -> Record:
    return placing.extract(Article("a", TEXT, source=SOURCE, published="2024-05-31"))


def row(record: Record, places: Locator) -> dict[str, str]:
    return dict(zip(COLUMNS, gkg_row(record, 7, places).split("\t"), strict=True))


def test_a_row_says_which_document_it_is(record: Record, places: Locator) -> None:
    found = row(record, places)
    assert (found["GKGRECORDID"], found["DATE"]) == ("20240531000000-7", "20240531000000")
    assert (found["SourceCollectionIdentifier"], found["SourceCommonName"]) == ("1", "example.co.in")
    assert found["DocumentIdentifier"] == SOURCE


def test_counts_have_ten_fields_and_their_offset(record: Record, places: Locator) -> None:
    found = row(record, places)
    first, *_, last = found["V2.1Counts"].split(";")
    assert first == f"ARREST#12#suspects#4#Mumbai, India#IN#IN16#19.07#72.88##{TEXT.index('more than 12')}"
    place = "3#Minot, North Dakota, United States#US#USND#48.23#-101.30#"
    assert last == f"KILL#2#people#{place}#{TEXT.index('Two')}"
    assert [count.rpartition("#")[0] for count in found["V2.1Counts"].split(";")] == found["V1Counts"].split(";")


def test_what_is_denied_or_planned_is_no_count(record: Record, places: Locator) -> None:
    facts = [fact.model_copy(update={"status": Status.PLANNED}) for fact in record.facts]
    assert row(record.model_copy(update={"facts": facts}), places)["V1Counts"] == ""


def test_quotations_have_offset_length_verb_and_quote(record: Record, places: Locator) -> None:
    offset, length, verb, quote = row(record, places)["V2.1Quotations"].split("|")
    given = TEXT[int(offset) : int(offset) + int(length)]
    assert given == "We took 3 of them; a | and a # were drawn on the wall."
    assert (verb, quote) == ("said", "We took 3 of them a and a were drawn on the wall.")


def test_what_is_not_known_is_empty(placing: Extractor, places: Locator) -> None:
    found = row(placing.extract(Article("x\ty", "Police arrested 12 suspects.")), places)
    assert (found["DATE"], found["SourceCollectionIdentifier"], found["DocumentIdentifier"]) == ("0", "2", "x y")
    assert found["V1Counts"] == "ARREST#12#suspects#######"
    assert found["V2.1Quotations"] == ""


AREAS = [("the United States", "1#United States#US####US"), ("Minnesota", "2#Minnesota, United States#US#USMN###USMN"),
         ("Scotland", "5#Scotland, United Kingdom#UK####")]  # fmt: skip


@pytest.mark.parametrize(("place", "location"), AREAS)
def test_countries_and_states_have_their_code_for_an_id(
    place: str, location: str, placing: Extractor, places: Locator
) -> None:
    record = placing.extract(Article("a", f"Police arrested 12 suspects in {place}."))
    assert row(record, places)["V1Counts"] == f"ARREST#12#suspects#{location}"


def test_the_command_writes_a_row_a_record(record: Record, tmp_path: Path) -> None:
    records, output = tmp_path / "records.jsonl", tmp_path / "gkg.tsv"
    other = record.model_copy(update={"article_id": "b", "published": datetime.date(2024, 6, 1)})
    records.write_text(f"{to_json(record)}\n{to_json(other)}\n", "utf-8")
    done = CliRunner().invoke(main, ["export", "gkg", str(records), "-o", str(output)])
    assert done.exit_code == 0, done.output
    assert [line.split("\t")[0] for line in output.read_text("utf-8").splitlines()] == [
        "20240531000000-1",
        "20240601000000-2",
    ]
