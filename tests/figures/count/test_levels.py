"""Counts whose noun is not beside them in statistics: gapping, pronouns, shares said again, headlines."""

import pytest

from newsfacts.extract import Extractor

CASES = [
    ("Assaults fell by a tenth to 781, and arsons by a third, from 90 to 60.",
     [("781", "Assaults"), ("90", "arsons"), ("60", "arsons")]),
    ("The clerk counted 1,050 thefts, up 8% from 970 in 2019.", [("1,050 thefts", "thefts"), ("970", "thefts")]),
    ("Carrow recorded 640 crashes, 12 percent more than the 571 of 2019.",
     [("640 crashes", "crashes"), ("571", "crashes")]),
    ("The number of injured fell from 44 to 31.", [("44", "injured"), ("31", "injured")]),
    ("Two teachers among seven held over exam leak.", [("Two teachers", "teachers"), ("seven", "people")]),
    ("Sexual offences rose to 1,466, and knife crime was up by 21 to 288.",
     [("1,466", "offences"), ("21", "knife crime"), ("288", "knife crime")]),
    ("Police logged 54 shootings by June. From July to December there were 33, down by 12.",
     [("54 shootings", "shootings"), ("33", "shootings"), ("12", "shootings")]),
    ("Carrow has 840 clerks. In Wexcombe the figure fell by 3 percent to 302.",
     [("840 clerks", "clerks"), ("302", "clerks")]),
    ("In the first week 230 drivers were fined and in the second 187.",
     [("230 drivers", "drivers"), ("187", "drivers")]),
    ("Officers stopped 212 drivers. Letters have been sent to 187 of them.",
     [("212 drivers", "drivers"), ("187", "drivers")]),
    ("Break-ins have halved (34, from 68).", [("34", "Break-ins"), ("68", "Break-ins")]),
    ("The raids led to 35 arrests on 61 felony and 22 misdemeanor charges.",
     [("35 arrests", "arrests"), ("61 felony", "misdemeanor charges"),
      ("22 misdemeanor charges", "misdemeanor charges")]),
    ("Police arrested 480 suspects since March 2023; 42 under investigation and 216 under prosecution.",
     [("480 suspects", "suspects"), ("42", "suspects"), ("216", "suspects")]),
    ("The drill brings together 220 aircraft and 50 ships.", [("220 aircraft", "aircraft"), ("50 ships", "ships")]),
    ("One Colombian and two Peruvians were arrested on the pier.",
     [("One Colombian", "Colombian"), ("two Peruvians", "Peruvians")]),
    ("The police chased 12 smugglers, but nine of the latter escaped.",
     [("12 smugglers", "smugglers"), ("nine", "smugglers")]),
    ("Four fines went to guests of a party - two of whom were students.",
     [("Four fines", "fines"), ("two", "students")]),
    ("Three high-end watches were found.", [("Three high-end watches", "watches")]),
    ("Items recovered include; eight (8) pump action guns, two (2) locally made revolver guns, two knives.",
     [("eight (8) pump action guns", "pump action guns"), ("two (2) locally made revolver guns", "guns"),
      ("two knives", "knives")]),
    ("In the blast two others were hurt. It killed 6.", [("two others", "others"), ("6", "people")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "counts"), CASES)
def test_a_figure_counts_what_its_clause_is_about(
    extractor: Extractor, text: str, counts: list[tuple[str, str]]
) -> None:
    found = [fact for fact in extractor.extract(text).facts if fact.kind == "count"]
    assert [(fact.text, fact.noun) for fact in found] == counts
