"""The kinds of a page's stretches: what is the story, what is beside it, and that the sections partition the text."""

# ruff: noqa: E501  (a page of the table is one line)
import datetime

import pytest

from newsfacts.page.lines import Line
from newsfacts.page.page import PageReader, page_reader
from newsfacts.page.signs import Sign
from newsfacts.record import SectionKind

ONE = "Police in Marl Bay held two men on Monday after a long chase through the harbour, a spokesman said."
TWO = "The men, aged 20 and 31, were driving a van that had been stolen in Oxley on Sunday night, he added."
SIGNS = page_reader().signs


@pytest.mark.parametrize("sign", SIGNS.all, ids=lambda sign: sign.id)
def test_a_sign_is_borne_by_its_examples_alone(sign: Sign) -> None:
    for text in sign.yes:
        line = Line(0, len(text), text)
        found = SIGNS.sign(line)
        assert sign.test(line), text
        assert found is not None, text
        assert found.kind is sign.kind, text
    for text in sign.no:
        assert SIGNS.sign(Line(0, len(text), text)) is None, text


PAGES = {  # each line with the first letter of its kind, "k" for contact, "d" for the page's date; "s" is the story, head or body
    "a menu before the title": "f Marl Evening Post|f News|f Sport|f Jobs|s Two men held after chase in Marl Bay|s ONE|s TWO",
    "a share bar": "s Two men held after chase in Marl Bay|c By Ada Roe|f Share|f Facebook|f WhatsApp|s ONE|s TWO",
    "the time it takes to read": "s Two men held after chase in Marl Bay|d 5 June 2021|f 5 min read|s ONE|s TWO",
    "an advertisement between paragraphs": "s ONE|f Advertisement|s TWO",
    "another story between paragraphs": "s ONE|f READ ALSO: Governor opens a market|s TWO",
    "a box of other stories": "s ONE|f Most read|f 1|f Woman wins a prize for her giant pumpkin|f 2|f Town hall shuts|s TWO",
    "the story goes on behind a box": (
        "s ONE|f Also read:|f Robber held in Galle|s A source told of the two men and the chase in the harbour|s TWO"
    ),
    "a box to sign up in": "s ONE|f Sign up for our newsletter|f Enter your email|f No spam|s TWO",
    "a headline of another story": "s ONE|f Governor opens new market for the traders of Galle|s TWO",
    "capitals between paragraphs": "s ONE|f ACTRESS TELLS OF HER DAUGHTER'S WEDDING ON TELEVISION|s TWO",
    "comments": "s ONE|s TWO|f Comments|f Log in to comment|f Reader Nine 5 June 9:14 am|f shame on them",
    "what follows the story": "s ONE|s TWO|f Follow us|f Archive|f © 2021 Marl Evening Post. All rights reserved.",
    "whom to call": "s ONE|s TWO|k Media contact: Ada Roe|k press@marl.example",
    "a name above a telephone": "s ONE|s TWO|k Ada Roe|k Public Affairs Counsel|k Office: 555-123-4567",
    "credits": "s ONE|c Photo: Ben Marl|s TWO|c Ada Roe contributed to this report.",
    "a caption with its credit": "s ONE|c The harbour of Oxley (Image: Marl Police)|s TWO",
    "a caption that tells something, with its credit": "s ONE|s Jailed: Ada Roe, left, and Ben Marl (Image: Marl Police)|s TWO",
    "a menu ends at the byline": (
        "f The Marl Bay Post|f Subscribe|f COURTS|s Two men held after chase in Marl Bay|c By Ada Roe|s The chase began in Oxley|s ONE|s TWO"
    ),
    "the paper beside its byline": "s Two men held after chase in Marl Bay|f The Marl Bay Tribune|c By Ada Roe|s ONE|s TWO",
    "a menu between the title and the title": (
        "s Two men held after chase in Marl Bay|s Two men held after chase in Marl Bay|s ONE|s TWO".replace(
            "|s Two", "|f LIVE NOW|f Closings|f Weather 41°|s Two", 1
        )
    ),
    "an author between the title and the title": (
        "s Two men held after chase in Marl Bay|c Author|c Tia Lani Holm|d 8 April 2009|f Home|s Two men held after chase in Marl Bay|s ONE|s TWO"
    ),
    "two authors below the title": "s Two men held after chase|c Ada Roe and Ben Dale|s ONE|s TWO",
    "two authors above a date": "s In brief: what the courts of the county heard|c Ada Roe and Ben Dale|d 28 May 2022|s Two men held after chase|s ONE|s TWO",
    "the way to the page with its numbers": "f Home|f 1|f /|f News|f 2|f /|s Two men held after chase in Marl Bay|s ONE|s TWO",
    "the file of a picture behind the story": (
        "s Two men held after chase in Marl Bay|s ONE|s TWO|k press@marl.example|f https://marl.example/2021/12/van.jpg|c 1632|c 2449|c Ada Dale"
        "|s Two men held after chase in Marl Bay|f Recent news|f Meet the new team"
    ),
    "a date as programs write it": "d 2013-01-05 00:00:00+06:00|h Two held after chase|s ONE|s TWO",
    "a list of other stories that were cut short": (
        "s ONE|s TWO|f Shanghai shocked after New Year stam...|f Jeb Bush hints at White House run|f Still photos show Shanghai sta...|f Raw: NYC Ready for New Y..."
    ),
    "a list of other stories with their hours": (
        "s ONE|s TWO|f Crime Boat rage in the Keys July 11, 2025 1:13 PM|f Market opens July 11, 2025 12:20 PM|f Sport July 12, 2025 11:25 AM"
    ),
    "the title again above other stories": (
        "s Two men held after chase in Marl Bay|s ONE|s TWO|s Two men held after chase in Marl Bay|f Interim budget within six weeks|f Minister sworn in"
    ),
    "the story goes on behind the page": "s ONE|s TWO|f Click here to read the complaint|s The men will be in court in Oxley on Monday.",
    "a ranking in one line": "s ONE|s TWO|f Most Read|f 1 China speeds up the building of its network 2 Model Y makes debut at Fourth Expo",
    "where else the paper is found": "s ONE|s TWO|f Follow Marl News on Facebook, on X and on Instagram. Send us your ideas.",
    "the mark behind a release": "s ONE|f #|s TWO",
    "another headline between a short sentence and the story": (
        "s ONE|s The two men are from Oxley, police said.|f ACTRESS TELLS OF HER DAUGHTER'S WEDDING ON TELEVISION|s TWO"
    ),
    "other stories told in sentences": "s ONE|s TWO|f You May Like|f India expressed deep concern over three of its nationals in Galle.",
    "his initials": "s ONE|s TWO|c BAI",
    "the author below the story": "s ONE|s TWO|c Kingsley Holm",
    "somebody of the story below it": "s ONE|s TWO|s Marl Bay",
    "who took the picture": "s ONE|c Ada Roe/Marl Bay Times|s TWO",
    "headlines of a digest": "s Courts round-up|s ONE|s Driver with two dogs on his lap fined for speed|s TWO",
    "rows of a table of figures": "s ONE|s District Fines Visitors Speed Phone|s Ayr 132 97 35 74 33 25|s Oxley 417 285 132 237 102 78|s TWO",
    "a headline of three words": "s Long harbour chase|s Two men held after chase in Marl Bay|s ONE|s TWO",
    "editors": "s ONE|s TWO|c (Web editor: Ada Roe, Ben Marl)",
    "a date with whom to call": "c 12 March 2019 Contact: Ada Roe|s Two men held after chase in Marl Bay|s ONE|s TWO",
    "the name of the paper": "f The Marl Bay Post|s Two men held after chase in Marl Bay|c By Ada Roe|s ONE|s TWO",
    "the paper and its slogan": "f Oxley Gazette - First with your news|s Two men held after chase|s ONE|s TWO",
    "a force in the headline": "s Marl Bay news two men held|s ONE|s TWO",
    "a signature in a line of its own": "s ONE|c (Ada Roe)|s TWO|c (MBP/Ben Marl)",
    "the end of a release": "s ONE|s TWO|f ENDS|k Media contact: press@marl.example",
    "other pages and tags": "s ONE|s TWO|f 1 2 3 4 Next|f #crime #marl-bay",
    "a caption that tells something": "s ONE|s Photo: The men were led away by two officers in front of the town hall.|s TWO",
    "a heading is the story's": "s ONE|s What the court heard|s TWO",
    "a heading of the chase": "s ONE|s Chase through the harbour|s TWO",
    "an appeal is the story's": "s ONE|s Anyone who saw the van is asked to call the police in Marl Bay on 101 at any time.|s TWO",
    "a list of things is the story's": "s ONE|s The police found:|s * two vans|s * a boat|s TWO",
    "names at the end are the story's": "s ONE|s TWO|s Oxley - PC Ada Roe and PC Ben Marl|s Ayr - PC Ian Dale",
    "speech of the page is speech": 's ONE|s "Follow us on Monday and you will see," the officer in charge told the reporters.|s TWO',
    "a title that the page gives twice": (
        "s Two men held after chase in Marl Bay|f Home|f News|s Two men held after chase in Marl Bay|c By Ada Roe|s ONE|s TWO"
    ),
}
_KINDS = {
    "f": {SectionKind.FURNITURE}, "c": {SectionKind.CREDIT}, "k": {SectionKind.CONTACT},
    "s": {SectionKind.HEAD, SectionKind.BODY}, "h": {SectionKind.HEAD}, "d": {SectionKind.FURNITURE},
}  # fmt: skip


@pytest.mark.parametrize("shape", PAGES.values(), ids=PAGES.keys())
def test_lines_are_told_apart(shape: str, pages: PageReader) -> None:
    lines = [(piece[0], {"ONE": ONE, "TWO": TWO}.get(piece[2:], piece[2:])) for piece in shape.split("|")]
    text = "\n".join(line for _, line in lines)
    page = pages.read(text)
    at = 0
    for kind, line in lines:
        section = next(s for s in page.sections if s.start_char <= at < s.end_char)
        assert section.kind in _KINDS[kind], line
        at += len(line) + 1
    kept = [line for kind, line in lines if kind != "f"]
    assert [line for line in page.text.split("\n") if line] == kept


TAILS = {  # a paragraph, and what of its end is of the page
    "initials behind a short paragraph": (
        "The inquest into the death of the man will be held on Wednesday.(DSB)",
        "(DSB)",
        SectionKind.CREDIT,
    ),
    "initials without brackets": (f"{TWO}BSS/ALM", "BSS/ALM", SectionKind.CREDIT),
    "an agency behind a dash": (f"{TWO} -UNB", "UNB", SectionKind.CREDIT),
    "where and when it was filed": (f"{TWO} (Oxley/May17/2022)", "(Oxley/May17/2022)", SectionKind.CREDIT),
    "a picture's credit behind a long caption": (
        f"Above, {ONE[:-1]} at the harbour of Oxley on Monday night, with the van. Photo: Ada Roe",
        "Photo: Ada Roe",
        SectionKind.CREDIT,
    ),
    "another headline": (
        f"{TWO} See also: Governor opens a market",
        "See also: Governor opens a market",
        SectionKind.FURNITURE,
    ),
    "a sentence to the reader": (f"{TWO} Read more about the law on our pages.", None, SectionKind.FURNITURE),
    "speech to the reader": (f'{TWO} "They told us: stay. Read more books', None, SectionKind.FURNITURE),
    "initials": (f"{TWO} (DSB)", "(DSB)", SectionKind.CREDIT),
    "an agency": (f"{TWO}(NAN)", "(NAN)", SectionKind.CREDIT),
    "rights": (f"{TWO} © Marl Post. All rights reserved.", "© Marl Post. All rights reserved.", SectionKind.FURNITURE),
    "thanks": (f"{TWO} Ada Roe contributed to this report.", "Ada Roe contributed to this report.", SectionKind.CREDIT),
    "an age is none": (f"{TWO[:-1]} (31).", None, SectionKind.CREDIT),
}


TITLE = "Two men held after chase in Marl Bay"


def test_a_headline_that_asks_is_no_paragraph(pages: PageReader) -> None:
    title = "Is the father of the two men from Marl Bay fit to stand trial in Oxley?"
    assert [s.kind.value for s in pages.read(f"{title}\n{ONE}\n{TWO}", title).sections] == ["head", "body"]


SCRAPED = (  # pages of one line: what of it is the story
    (f"{TITLE} {ONE} {TWO}", f"{ONE} {TWO}"),
    (f"{TITLE} Crime {TITLE} By Ada Roe Updated July 10, 2021 11:53 AM {' '.join([ONE, TWO] * 5)}", " ".join([ONE, TWO] * 5)),
    (f"{TITLE} on Monday night were named today. {ONE} {TWO}", f"{TITLE} on Monday night were named today. {ONE} {TWO}"),
    (
        f"{TITLE}Topic:Crime51m ago51 minutes agoWed 16 Jul 2025 at 1:08amLink copiedShare article{' '.join([ONE, TWO] * 4)}"
        "Posted 51m ago51 minutes agoWed 16 Jul 2025 at 1:08amShare optionsTop StoriesMarket opensTopic:TradePort shuts downTopic:Ships",
        " ".join([ONE, TWO] * 4),
    ),
    (
        f"{' '.join([ONE, TWO] * 5)} Crime Boat rage in Galle July 11, 2025 1:13 PM Sport Oxley beats Ayr in Galle, fans "
        "say July 11, 2025 2:17 PM Town Market opens Updated July 12, 2025 11:25 AM",
        " ".join([ONE, TWO] * 5),
    ),
    (f"{' '.join([ONE, TWO] * 5)} They came on July 11, 2025 at 1:13 PM in a van. He left.", None),
    (
        f"{' '.join([ONE, TWO] * 4)}Share optionsTop StoriesMarket opensPhoto shows Ada Roe with three officers at the market of the town."
        "Port shutsPhoto shows Nine men at the port who look out at the sea.Ayr winsPhoto shows Ben Marl with a cup.",
        " ".join([ONE, TWO] * 4),
    ),
)  # fmt: skip


@pytest.mark.parametrize(("given", "story"), SCRAPED)
def test_a_page_in_one_line_is_cut(given: str, story: str | None, pages: PageReader) -> None:
    page = pages.read(given, TITLE)
    bodies = [given[s.start_char : s.end_char].strip() for s in page.sections if s.kind is SectionKind.BODY]
    assert bodies == [story or given]


@pytest.mark.parametrize(("last", "tail", "kind"), TAILS.values(), ids=TAILS.keys())
def test_the_end_of_a_paragraph(last: str, tail: str | None, kind: SectionKind, pages: PageReader) -> None:
    text = f"{ONE}\n{last}"
    found = [text[s.start_char : s.end_char].strip() for s in pages.read(text).sections if s.kind is kind]
    assert found == ([tail] if tail else [])


CAPTIONS = {  # a line, and the credit behind its caption
    "a label": ("Photo caption: Ada Roe with her mother in December. Picture: Supplied", "Picture: Supplied"),
    "strokes": ("A lorry outside the station of Oxley on Monday. PHOTO | BEN MARL | POST", "PHOTO | BEN MARL | POST"),
    "in brackets": ("The yard where the robbery took place (Image: Street View)", "(Image: Street View)"),
    "what is told and thanks": (
        "The Source: This comes from the court and the police. Ada Roe contributed to this report.",
        "Ada Roe contributed to this report.",
    ),
    "few words": ("The yard (Image: Street View)", "The yard (Image: Street View)"),
    "credits alone": ("Source: Ayr Police | Photo by Ada Roe", "Source: Ayr Police | Photo by Ada Roe"),
    "who wrote": ("Ada Roe wrote from Ayr. Ben Marl contributed to this report.",) * 2,
}


@pytest.mark.parametrize(("line", "credit"), CAPTIONS.values(), ids=CAPTIONS.keys())
def test_captions_and_their_credits(line: str, credit: str, pages: PageReader) -> None:
    text = f"{ONE}\n{line}\n{TWO}"
    found = [text[s.start_char : s.end_char].strip() for s in pages.read(text).sections if s.kind is SectionKind.CREDIT]
    assert found == [credit]


def test_the_writers_of_a_round_up_sign_their_paragraphs(pages: PageReader) -> None:
    text = f"{ONE} (Ada Roe, Ayr)\n{TWO} (Ben Marl)\n{ONE}"
    kinds = [s.kind for s in pages.read(text).sections]
    assert kinds.count(SectionKind.CREDIT) == 2


def test_the_name_of_the_site_goes_from_the_title(pages: PageReader) -> None:
    page = pages.read(f"Two men held after chase in Marl Bay | Evening Post\n{ONE}\n{TWO}")
    assert page.text.startswith(f"Two men held after chase in Marl Bay\n{ONE}")


@pytest.mark.parametrize("text", ["\n".join(shape.split("|")) for shape in PAGES.values()])
def test_the_sections_partition_the_text(text: str, pages: PageReader) -> None:
    for given in (text, text.replace("\n", "\r\n"), f"\n \n{text}\n\n", "Share", " \n x"):
        sections = pages.read(given).sections
        assert [sections[0].start_char, *(s.end_char for s in sections)] == [
            *(s.start_char for s in sections),
            len(given),
        ]
        assert all(s.start_char < s.end_char for s in sections)
        assert [s.section_id for s in sections] == [f"s{number}" for number in range(len(sections))]


ITEMS = {  # lines with "i" are items, each one of its own
    "hours": "s ONE|s Monday|i 7:12 a.m. - A caller said that her car was gone.|i 10:40 a.m. - Ada Roe, 61, was cited.|"
    "s Tuesday|i 1:20 p.m. - Two vans met. Nobody was hurt.",
    "people with their age": "s Jail log for Ayr|i Ada Roe, 41, of Oxley, theft|i Ben Marl, 22, of Ayr, robbery|"
    "i Ian Dale, 30, of Oxley, assault|s Forty people were booked into the jail over the weekend, the sheriff of Ayr said.",
    "people to whom no story leads": "s County of Ayr|s Booked this week|i ROE, ADA JANE, 41, of Oxley. Theft.|i MARL, BEN, 22, of Ayr. Robbery."
    "|i DALE, IAN, 30, of Ayr. Fraud.",
    "people of whom each has a day": (
        "s ONE|s Also arrested:|i Ada Roe, 41, was held on Monday for theft.|i Ben Marl, 22, was held on Tuesday in Ayr.|"
        "i Ian Dale, 30, was held on June 3 in Oxley."
    ),
    "one person whom paragraphs name is no list": (
        "s ONE|s Ada Roe, 41, of Oxley was held on Monday.|s Ada Roe, 41, faces two charges on Tuesday.|s Ada Roe, 41, was seen on Sunday in Ayr."
    ),
    "people of one operation are the story's": (
        "s ONE|s The following were arrested:|s Ada Roe, 41, of Oxley, theft|s Ben Marl, 22, of Ayr, robbery|"
        "s Ian Dale, 30, of Oxley, assault|s TWO"
    ),
    "a table in a story is the story's": "s ONE|s 1|s Ada Roe|s 41|s 2|s Ben Marl|s 22|s 3|s Ian Dale|s 30|s TWO",
    "days of one case are the story's": (
        "s ONE|s On July 17, Ada Roe met the man in Oxley.|s On July 25, Ben Marl saw both of them in Ayr.|"
        "s On July 28, Ian Dale found the van in the harbour."
    ),
    "the police report of one matter": f"s Man charged over false police report|s 1. {ONE}|s 2. {TWO}|s 3. {ONE}",
    "rows of a log": "s Arrest log|i 1|i Ada Roe|i 41|i 2|i Ben Marl|i 22|i 3|i Ian Dale|i 30|s TWO",
    "what each is about, in capitals": (
        "s ONE|i BURGLARY. Two men took a safe from a shop in Marl Bay.|i HARE COURSING. Three dogs were found in Oxley."
        "|i GOOD NEWS. A stolen van was given back to its owner in Ayr.|s TWO"
    ),
    "labels of one report are no items": (
        "s SUMMARY: Two men took a safe from a shop in Marl Bay.|s INJURIES: One man was hurt at the wrist in the harbour."
        "|s VEHICLES: A stolen van was given back to its owner in Ayr."
    ),
    "things are no items": "s ONE|s 1. two vans|s 2. a boat|s 3. four bags|s TWO",
    "numbered paragraphs of one report are none": f"s ONE|s 1. {ONE}|s 2. {TWO}|s 3. {ONE}",
    "labels are none": f"s SUMMARY: {ONE}|s WHEN: {TWO}|s CHARGES: {ONE}",
}


@pytest.mark.parametrize("shape", ITEMS.values(), ids=ITEMS.keys())
def test_items_are_sections_of_their_own(shape: str, pages: PageReader) -> None:
    lines = [(piece[0], {"ONE": ONE, "TWO": TWO}.get(piece[2:], piece[2:])) for piece in shape.split("|")]
    page = pages.read("\n".join(line for _, line in lines))
    at = 0
    for kind, line in lines:
        section = next(s for s in page.sections if s.start_char <= at < s.end_char)
        assert (section.kind is SectionKind.ITEM) == (kind == "i"), line
        at += len(line) + 1


def test_kinds_of_crime_open_the_items_of_a_round_up(pages: PageReader) -> None:
    text = f"Weekly round-up for Marl Bay\n{ONE}\nBURGLARY. {ONE}\nTHEFT. {TWO}\nFRAUD. {ONE}\n"
    assert [s.kind for s in pages.read(text).sections].count(SectionKind.ITEM) == 3


def test_what_leads_to_a_list_is_known(pages: PageReader) -> None:
    text = f"{ONE}\nThe following were arrested:\nAda Roe, 41, of Ayr\nBen Marl, 22, of Ayr\nIan Dale, 30, of Ayr"
    page = pages.read(text)
    span = page.layout.lead_in(page.text.index("Ben Marl"))
    assert span is not None
    assert page.text[slice(*span)] == "The following were arrested:"
    assert page.layout.lead_in(0) is None
    assert [section.kind for section in page.sections] == [SectionKind.BODY]  # and the list is the story's


DATES = {
    "one order an article": (f"03/04/2021\n{ONE} He was seen on 03/25/2021.", datetime.date(2021, 3, 4)),
    "the day first where nothing tells": (f"03/04/2021\n{ONE}", datetime.date(2021, 4, 3)),
    "a date of a sidebar is none": (f"{ONE}\n{TWO}\nLatest posts\nMay 28, 2026\nMan held in Ayr over theft", None),
    "the page's own at its foot": (f"{ONE}\n{TWO}\nLast modified: 5 May 2017", datetime.date(2017, 5, 5)),
}


@pytest.mark.parametrize(("text", "date"), DATES.values(), ids=DATES.keys())
def test_the_date_of_the_page(text: str, date: datetime.date | None, pages: PageReader) -> None:
    assert pages.read(text).layout.dateline_date == date


def test_labels_are_no_towns(pages: PageReader) -> None:
    text = f"SUMMARY: {ONE}\nNARRATIVE: {TWO}"
    assert pages.read(text).layout.dateline_place is None
