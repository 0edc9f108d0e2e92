"""The layout of articles: sections and headings, title, byline, dateline, and that nothing is lost or slow."""

import datetime
import time

import pytest

from newsfacts.page.sections import Layout, LayoutReader, layout_reader
from newsfacts.record import SectionKind

BODY = "Police in Marl Bay held two men on Monday after a long chase through the harbour, a spokesman said."
MORE = "The men, aged 20 and 31, were driving a van that had been stolen in Oxley on Sunday night, he added."


@pytest.fixture(scope="module")
def layouts() -> LayoutReader:
    return layout_reader()


def headings(layout: Layout) -> list[tuple[str | None, str | None]]:
    return [(section.heading, section.subheading) for section in layout.sections if section.heading]


HEADINGS = {
    "none in plain paragraphs": (f"{BODY}\n\n{MORE}", []),
    "a heading between paragraphs": (f"{BODY}\n\nWhat the court heard\n\n{MORE}", [("What the court heard", None)]),
    "a heading and its sub-heading": (
        f"{BODY}\n\nThe river is a road\n\nBoats that carry the night\n\n{MORE}",
        [("The river is a road", "Boats that carry the night")],
    ),
    "one line a paragraph": (f"{BODY}\nVictims and Survivors\n{MORE}", [("Victims and Survivors", None)]),
    "capitals": (f"{BODY}\nTHE SENTENCE\n{MORE}", [("THE SENTENCE", None)]),
    "carriage returns": (f"{BODY}\r\n\r\nWhat now\r\n\r\n{MORE}", [("What now", None)]),
    "a question": (f"{BODY}\n\nHow can I help?\n\n{MORE}", [("How can I help?", None)]),
    "several": (
        f"{BODY}\nFirst steps\n{MORE}\nSecond steps\n{MORE}",
        [("First steps", None), ("Second steps", None)],
    ),
    "a heading under a list with bullets": (
        f"{BODY}\n* two vans\n* a boat\nWhat comes next\n{MORE}",
        [("What comes next", None)],
    ),
    "a clear title under a table": (
        f"{BODY}\nDefendant\nCharges\nAl Roe, 30, Oxley\n(3) Grand theft\nThe Story of the Case\n{MORE}",
        [("The Story of the Case", None)],
    ),
    "a question that ends in a preposition": (f"{BODY}\n\nWhat is it for?\n\n{MORE}", [("What is it for?", None)]),
    "no part of a sentence": (f"{BODY}\n\nThe order keeps the man away from\n\n{MORE}", []),
    "no sentence that lost its stop": (f"{BODY}\n\nWe want to hear from drivers\n\n{MORE}", []),
    "no speech that is left open": (f"{BODY}\n\n“Call us tonight\n\n{MORE}", []),
    "no caption": (f"{BODY}\n\nChief Roe (left) with his dog\n\n{MORE}", []),
    "no caption that says who stands where": (f"{BODY}\n\nThe victims from left: Al Roe, Ben Dale\n\n{MORE}", []),
    "no caption with a side": (f"{BODY}\n\nAl Roe (R)\n\n{MORE}", []),
    "no address": (f"{BODY}\n\nWrite to us @MarlBayPolice\n\n{MORE}", []),
    "no lead to a list": (f"{BODY}\n\nThe following were held:\n\n{MORE}", []),
    "no sentence with its stop": (f"{BODY}\n\nThe inquiry goes on.\n\n{MORE}", []),
    "no list items": (f"{BODY}\n\n* Lock your door\n\n{MORE}", []),
    "no menu": (f"{BODY}\nHome\nNews\nContact\nAbout\n{MORE}", []),
    "no table cell": (f"{BODY}\nDefendant\nCharges\nCourt Date\nOxley Crown Court, room 4\n{MORE}", []),
    "no furniture": (f"{BODY}\nLatest Posts\nMan Held in Marl Bay\n{MORE}\n\nShare this page\n\n{MORE}", []),
    "no date": (f"{BODY}\n\nJune 5, 2021\n\n{MORE}", []),
    "no form field": (f"{BODY}\n\nCase # 21AB1234\n\nPhone: 555-123-4567\n\n{MORE}", []),
    "no credit": (f"{BODY}\n\nPhoto by Ada Roe\n\n{MORE}", []),
    "no caption that is a name of the text": (f"{BODY} Al Roe was driving.\n\nAl Roe\n\n{MORE} Al Roe denied it.", []),
    "no line that stands three times": (f"{BODY}\nOriginal Text Here\n{MORE}" * 3, []),
    "no name that the page put on a line of its own": (
        f"{BODY}\nMarl County Sheriff\nAda Roe\nannounced today that nine defendants were charged with theft in Oxley.",
        [],
    ),
    "nothing behind the last paragraph": (f"{BODY}\n\nRelated links", []),
}


@pytest.mark.parametrize(("text", "expected"), HEADINGS.values(), ids=HEADINGS.keys())
def test_headings_are_found_by_form(text: str, expected: list[tuple[str, str | None]], layouts: LayoutReader) -> None:
    assert headings(layouts.read(text)) == expected


def test_a_text_that_opens_with_a_heading_of_its_body_has_no_head(layouts: LayoutReader) -> None:
    text = f"The crime\n{BODY}\nThe trial\n{MORE}"
    layout = layouts.read(text, title="Annual report of the Marl Bay force")
    assert [(section.kind, section.heading) for section in layout.sections] == [
        (SectionKind.BODY, "The crime"),
        (SectionKind.BODY, "The trial"),
    ]


TITLES = {
    "the first line": (f"Two held after chase\n{BODY}", None, "Two held after chase"),
    "the first line in capitals": (f"TWO HELD AFTER CHASE\n{BODY}", None, "TWO HELD AFTER CHASE"),
    "behind furniture": (f"Skip to main content\nTwo held after chase\n{BODY}", None, "Two held after chase"),
    "behind a date": (f"April 15, 2016\nTwo held after chase\n{BODY}", None, "Two held after chase"),
    "the line without the name of the site": (
        f"Two Held After Chase - Marl County Sheriff\nTwo Held After Chase\n{BODY}",
        None,
        "Two Held After Chase",
    ),
    "the line that is the title given": (f"NEWS\nTwo held.\n{BODY}", "Two held.", "Two held."),
    "none where a paragraph opens the text": (f"{BODY}\n{MORE}", None, None),
    "none where a broken sentence opens it": (f"He said that the men had a van and\nleft it.\n{BODY}", None, None),
    "none where speech opens it": (f'Drive with care," she added\n{BODY}', None, None),
    "none in one line": ("two men held", None, None),
    "no credit": (f"Photo by Ada Roe\n{BODY}", None, None),
}


@pytest.mark.parametrize(("text", "given", "expected"), TITLES.values(), ids=TITLES.keys())
def test_the_title_is_found(text: str, given: str | None, expected: str | None, layouts: LayoutReader) -> None:
    layout = layouts.read(text, given)
    assert (text[slice(*layout.title)] if layout.title else None) == expected
    assert layout.title is None or layout.title in layout.headings


BYLINES = {
    "a reporter behind a mark": (f"■Reporter Roe Tan\n\n{BODY}", ["Roe Tan"]),
    "by": (f"Two held\nBy Ada Roe\n{BODY}", ["Ada Roe"]),
    "by two, with what they are": (
        f"Two held\nBy Ada Roe and Ben Marl, Staff Writers\n{BODY}",
        ["Ada Roe", "Ben Marl"],
    ),
    "brackets": (f"{BODY} (Reporter Ada Roe Correspondent Ben Marl)", ["Ada Roe", "Ben Marl"]),
    "a photographer": (f"{BODY}\nPhoto by Ada Roe, CC-BY 3.0", ["Ada Roe"]),
    "a junior": (f"{BODY}\nPhoto by Ben Marl Jr., used with permission.", ["Ben Marl Jr."]),
    "a sentence at the end": (f"{BODY}\nThis report is from Ada Roe of Radio Marl.", ["Ada Roe"]),
    "a name alone above the date": (f"TWO HELD\nAda Lou Roe\nJune 5, 2021\n{BODY}", ["Ada Lou Roe"]),
    "a reporter of a paper": (f"{BODY}\n(With reporting by Ayr Star reporter Tia Roe)", ["Tia Roe"]),
    "a name behind its paper": (f"{BODY}\n(Edited by Ayr News' Tia Roe)", ["Tia Roe"]),
    "no agency": (f"{BODY}\nReporting by The Associated Press", []),
    "the writer in the dateline of an agency": (f"Chinanews.com, Marl, July 26 (Ben Marl) {BODY}", ["Ben Marl"]),
    "an agency is nobody": (f"MARL BAY, July 26 (Xinhua) -- {BODY}", []),
    "an office is nobody": (f"By Corporate Communications\n{BODY}", []),
    "the word by in a sentence": (f"{BODY}\nBy the time they came, Ada Roe had left the house by the back door.", []),
    "a name alone is no author": (f"{BODY}\nAda Roe\n{MORE}", []),
}


@pytest.mark.parametrize(("text", "expected"), BYLINES.values(), ids=BYLINES.keys())
def test_bylines_give_the_names(text: str, expected: list[str], layouts: LayoutReader) -> None:
    assert [text[slice(*span)] for span in layouts.read(text).bylines] == expected


DATELINES = {  # what stands before the first sentence, and its place
    "capitals, date, agency, dashes": ("MARL BAY, Aug. 25 (Xinhua) --", "MARL BAY"),
    "no dash": ("MARL BAY, July 26, 2020 (Xinhua, by reporters)", "MARL BAY"),
    "capitals and a colon": ("ADDIS ABABA:", "ADDIS ABABA"),
    "capitals and a region": ("SANTA ANA, Calif. –", "SANTA ANA, Calif."),
    "a region and an agency": ("TOLEDO, Ohio (AP) —", "TOLEDO, Ohio"),
    "brackets": ("(Dallas, Texas) –", "Dallas, Texas"),
    "a place on a line of its own": ("CHICAGO\n-", "CHICAGO"),
    "a town with its agency": ("London (dpa) -", "London"),
    "a town and a dash": ("Düsseldorf -", "Düsseldorf"),
    "an agency before the town": ("Marl News Agency, Harbin, July 4 (Roe) --", "Harbin"),
    "a service and its town": ("Express News Service Madras –", "Madras"),
    "a label": ("UPDATE:", None),
    "a byline": ("By Tia Roe\nMay 3 2024 -", None),
    "a label with a small letter": ("Jailed:", None),
    "a title with a dash": ("Arson - Marl Bay\n", None),
    "a sentence": ("Today", None),
    "a form": ("Phone: 12345\n", None),
}


@pytest.mark.parametrize(("opening", "place"), DATELINES.values(), ids=DATELINES.keys())
def test_the_dateline_gives_its_place(opening: str, place: str | None, layouts: LayoutReader) -> None:
    text = f"{opening} {BODY} {MORE}"
    layout = layouts.read(text)
    assert layout.dateline_place == place
    assert layout.dateline == ((0, len(opening)) if place else None)


def test_a_dateline_in_a_line_of_its_own_opens_the_body(layouts: LayoutReader) -> None:
    text = f"Two men held after chase\nMARL BAY -\n{BODY}\n{MORE}"
    layout = layouts.read(text)
    assert layout.dateline_place == "MARL BAY"
    assert layout.section_at(text.index("MARL BAY")).kind is SectionKind.BODY


def test_the_end_of_a_title_above_a_dateline_is_no_place(layouts: LayoutReader) -> None:
    text = f"OFFICER CHARGED WITH TAKING MONEY FROM TWO\nCOMPANY ACCOUNTS\nMARL BAY – {BODY} {MORE}"
    assert layouts.read(text).dateline_place == "MARL BAY"


def test_a_town_before_a_colon_must_come_again(layouts: LayoutReader) -> None:
    text = "Rodorf: A man broke into a kiosk in Rodorf on Friday night and took cash and drinks."
    assert layouts.read(text).dateline_place == "Rodorf"
    assert layouts.read(text.replace("in Rodorf", "there")).dateline_place is None


def test_a_medium_is_no_place(layouts: LayoutReader) -> None:
    layout = layouts.read(f"Marl Legal Daily News, July 18 (Reporter Tia Roe) {BODY} {MORE}")
    assert layout.dateline_place is None
    assert layout.dateline is not None


def test_a_text_without_capitals_has_its_place_before_a_colon(layouts: LayoutReader) -> None:
    assert layouts.read(f"new delhi: {BODY.lower()}").dateline_place == "new delhi"


DATES = {
    "in the dateline": (f"MARL BAY, July 26, 2020 (Xinhua) -- {BODY}", None, "2020-07-26"),
    "without a year": (f"MARL BAY, July 26 (Xinhua) -- {BODY}", None, None),
    "the year from publication": (f"MARL BAY, July 26 (Xinhua) -- {BODY}", "2021-07-27", "2021-07-26"),
    "the year before publication": (f"MARL BAY, Dec. 30 (Xinhua) -- {BODY}", "2021-01-02", "2020-12-30"),
    "a line of its own": (f"April 15, 2016\n{BODY}", None, "2016-04-15"),
    "with its weekday": (f"Monday February 22, 2021\n\n{BODY}", None, "2021-02-22"),
    "with the time, day first": (f"10:05 26/10/2020\n\n{BODY}", None, "2020-10-26"),
    "month first": (f"10/26/2020\n{BODY}", None, "2020-10-26"),
    "posted": (f"Posted on 1 April 2019\n{BODY}", None, "2019-04-01"),
    "modified, with the time": (f"Last modified: 1 April 2019 at 11:05am\n\n{BODY}", None, "2019-04-01"),
    "this story": (f"This story is from March 31, 2002\n\n{BODY}", None, "2002-03-31"),
    "ISO": (f"2021-03-04\n{BODY}", None, "2021-03-04"),
    "no such day": (f"31/06/2020\n{BODY}", None, None),
    "a date in a sentence": (f"On 1 April 2019 the police came.\n{BODY}", None, None),
}


@pytest.mark.parametrize(("text", "published", "expected"), DATES.values(), ids=DATES.keys())
def test_the_date_at_the_top_is_read(
    text: str, published: str | None, expected: str | None, layouts: LayoutReader
) -> None:
    known = datetime.date.fromisoformat(published) if published else None
    date = layouts.read(text, published=known).dateline_date
    assert (date.isoformat() if date else None) == expected


ODD = [
    "",
    " ",
    "\n",
    "\r\n\r\n",
    "a",
    "A\n\n\nB",
    "😀\r\n😀",
    "\u2028x\u2029y",
    "\x85\x0c\x0b",
    "\ud800",
    "“\n”",
    "\0" * 9,
]
ODD += [case[0] for case in HEADINGS.values()]


@pytest.mark.parametrize("text", ODD)
def test_sections_partition_the_text(text: str, layouts: LayoutReader) -> None:
    sections = layouts.read(text).sections
    assert "".join(text[section.start_char : section.end_char] for section in sections) == text
    assert [section.start_char for section in sections[1:]] == [section.end_char for section in sections[:-1]]
    assert [section.section_id for section in sections] == [f"s{number}" for number in range(len(sections))]


def test_a_character_finds_its_section(layouts: LayoutReader) -> None:
    text = f"{BODY}\nWhat now\n{MORE}"
    layout = layouts.read(text)
    assert layout.section_at(0).section_id == "s0"
    assert layout.section_at(text.index("What now")).heading == "What now"
    assert layout.section_at(len(text)).heading == "What now"


PIECES = [
    "a\n",
    "A\n\n",
    "Aa Bb\n",
    "(",
    "A, ",
    "By A ",
    "1 May ",
    f"{BODY}\nAl Roe\n",
    f"{BODY} ",
    "A B\n" * 3,
    ": ",
    "■ ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_reading_is_linear(piece: str, layouts: LayoutReader) -> None:
    start = time.process_time()
    layouts.read(piece * (300_000 // len(piece)))
    assert time.process_time() - start < 4
