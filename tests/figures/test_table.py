"""Flattened tables: which figure stands under which head, beside which label; and lines that are no table."""

import pytest

from newsfacts.extract import Extractor
from newsfacts.figures.table import read_tables
from newsfacts.figures.table_heads import head_words, split_heads

ROWS = "Age Fines Issued % Issued\n16-24 120 41.2%\n25-34 171 58.8%\nTOTAL 291"
STACK = "Arrests in the town\nMonth\nArrests\nDeclined Cases\nJanuary\n425\n58\nFebruary\n461\n103"
LIST = "Calls in May:\n\n999 calls – 4,920\n\n101 calls – 19,409 (12% up)"

TABLES = [
    (ROWS, [("120", "16-24", "Fines Issued"), ("41.2%", "16-24", "% Issued"), ("171", "25-34", "Fines Issued"),
            ("58.8%", "25-34", "% Issued"), ("291", "TOTAL", "Fines Issued")]),
    (STACK, [("425", "January", "Arrests"), ("58", "January", "Declined Cases"), ("461", "February", "Arrests"),
             ("103", "February", "Declined Cases")]),
    (LIST, [("4,920", "999 calls", None), ("19,409", "101 calls", None)]),
    ("Offence\t2019\t2020\nBurglary\t120\t98\nTheft\t300\t310",
     [("120", "Burglary", "2019"), ("98", "Burglary", "2020"), ("300", "Theft", "2019"), ("310", "Theft", "2020")]),
    ("| Offence | 2019 | 2020 |\n| Burglary | 120 | 98 |\n| Theft | 300 | 310 |",
     [("120", "Burglary", "2019"), ("98", "Burglary", "2020"), ("300", "Theft", "2019"), ("310", "Theft", "2020")]),
    ("Area where Notice Issued Notices Issued Local Residents Visitors\nCraven 3 4 5\nSelby 6 7 8",
     [(n, label, None) for label, row in (("Craven", "345"), ("Selby", "678")) for n in row]),
]  # fmt: skip

NO_TABLES = [
    "Incident reference: 12150176094\nPosted on 5 October 2015 at 04:46pm",
    "Release date: 16/Dec/2020 10:58\nAuthor ID: 681",
    "Police arrested 12 men in 2020.\nThey seized 30 phones in 2021.",
    "Robbery fell to 120.\nTheft rose to 300.",
]


@pytest.mark.parametrize(("text", "cells"), TABLES)
def test_cells_have_their_head_and_label(text: str, cells: list[tuple[str, str, str | None]]) -> None:
    (table,) = read_tables(text, head_words())
    assert [(cell.text, cell.label, cell.head.text if cell.head else None) for cell in table.cells] == cells
    assert all(text[cell.start : cell.end] == cell.text for cell in table.cells)


@pytest.mark.parametrize("text", NO_TABLES)
def test_other_lines_are_no_table(text: str) -> None:
    assert read_tables(text, head_words()) == []


HEADS = [
    ("Age Fines Issued % Issued", [False, True], ["Fines Issued", "% Issued"]),
    ("Offence 2019 2020 % Change", [False, False, True], ["2019", "2020", "% Change"]),
    ("Burglary Robbery", [False, False], ["Burglary", "Robbery"]),
    ("Crime Type Offences Detections Rate", [False, False, True], None),
    ("The numbers below were counted by hand.", [False, False], None),
]


@pytest.mark.parametrize(("line", "percent", "heads"), HEADS)
def test_heads_are_cut_only_where_they_can_be(line: str, percent: list[bool], heads: list[str] | None) -> None:
    found = split_heads(line, percent, head_words())
    assert ([head.text for head in found] if found else None) == heads


COUNTS = [
    (ROWS, [("120", "Fines", "issue"), ("171", "Fines", "issue"), ("291", "Fines", "issue")]),
    (STACK, [("425", "Arrests", "arrest"), ("58", "Declined Cases", "decline"), ("461", "Arrests", "arrest"),
             ("103", "Declined Cases", "decline")]),
    (LIST, [("4,920", "999 calls", None), ("19,409", "101 calls", None)]),
    ("More than 1,500 drivers were fined.\n\n* Ayr - 371\n* Hull - 483",
     [("More than 1,500 drivers", "drivers", "fine"), ("371", "drivers", None), ("483", "drivers", None)]),
    ("Burglary 2019 2020\nBurglaries 120 98\nThefts 300 310",
     [("120", "Burglaries", None), ("98", "Burglaries", None), ("300", "Thefts", "steal"), ("310", "Thefts", "steal")]),
    ("Area where Notice Issued Notices Issued Local Residents Visitors\nCraven 3 4 5\nSelby 6 7 8", []),
    ("Page\n1\nPage\n2\nPage\n3", []),
    ("Burglary: -14%\nBicycle theft – 204 (down 37)\nShop theft: +19%",
     [("204", "Bicycle theft", "steal"), ("down 37", "Bicycle theft", None)]),
    ("Arrests: 1,284 (2022: 1,102)\nWanted suspects traced: 25",
     [("1,284", "Arrests", "arrest"), ("1,102", "Arrests", "arrest"), ("25", "Wanted suspects", "trace")]),
    ("Drunken driving: 31\nPossession of drugs: 44\nTotal: 75",
     [("31", "Drunken driving", None), ("44", "Possession of drugs", None)]),
    ("DWI 43 (45)\nDomestic battery 39 (30)",
     [("43", "DWI", None), ("45", "DWI", None), ("39", "Domestic battery", None), ("30", "Domestic battery", None)]),
    ("Injuries: none\nArrests: 4", [("4", "Arrests", "arrest")]),
    ("Deaths: nil\nGuns seized: 2\nCharges: unknown", [("2", "Guns", "seize")]),
    ("District: none\nZone: 4", []),
    ("Average wait: 7 seconds\nHull: 3", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "counts"), COUNTS)
def test_cells_count_what_head_or_label_names(
    extractor: Extractor, text: str, counts: list[tuple[str, str, str | None]]
) -> None:
    facts = [fact for fact in extractor.extract(text).facts if fact.kind == "count"]
    assert [(fact.text, fact.noun, fact.predicate) for fact in facts] == counts
