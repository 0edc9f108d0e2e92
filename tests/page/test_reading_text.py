"""The reading text: characters as meant, lines joined, and each character led back to the text as given."""

# ruff: noqa: E501  (a page of the table is one line)
import textwrap
import time

import pytest

from newsfacts.page.page import PageReader

WRAPPED = """\
Police in Marl Bay have arrested three
hun-
dred people, among them Pieter van der
Merwe, 41, a merchant and a well-
known trader of cars, and his driver Pro-
shanto Roe. The two men were inter-
cepted at the old ferry by more than
20
officers of the new Oxley Road Station
on Monday night, a spokesman of the
police force said today."""

CAPITALS = (
    "THE GOVERNOR SAID TODAY THAT A COLUMN OF THE COAST GUARD HAD TAKEN TWO BOATS NEAR MARL BAY WITH A LOAD OF 300 KG OF HASHISH.",
    "FOUR MEN FROM OXLEY WERE HELD ON BOARD AND WILL BE TAKEN TO THE CAPITAL OF THE PROVINCE ON MONDAY, WHERE A JUDGE WILL HEAR THEM.",
    "IN THE OPINION OF THE GOVERNOR THE BOATS BELONG TO A BAND THAT HAS BROUGHT DRUGS INTO THE COUNTRY FOR MORE THAN NINE YEARS.",
)

GLUED = "The men were held in Ayr.They are 20 and 31.Police found the van on Monday.It had been stolen in Oxley. " * 9
READ = {
    "a plain text is read as it stands": ("Two men were held in Ayr.\n\nThey are 20 and 31.",) * 2,
    "a wrapped text": (
        WRAPPED,
        "Police in Marl Bay have arrested three hundred people, among them Pieter van der Merwe, 41, a merchant "
        "and a well-known trader of cars, and his driver Proshanto Roe. The two men were intercepted at the old ferry "
        "by more than 20 officers of the new Oxley Road Station on Monday night, a spokesman of the police force said today.",
    ),
    "paragraphs wrapped at widths of their own, in capitals": (
        "\n\n".join(textwrap.fill(text, width) for text, width in zip(CAPITALS, (44, 58, 51), strict=True)),
        "\n\n".join(CAPITALS),
    ),
    "a first line in capitals that lost its dateline": (
        "\n\n".join(f"THE GOVERNOR REPORTED\n{textwrap.fill(f'THAT {text} {CAPITALS[0]}', 66)}" for text in CAPITALS),
        "\n\n".join(f"THE GOVERNOR REPORTED THAT {text} {CAPITALS[0]}" for text in CAPITALS),
    ),
    "a list in capitals stays a list": (
        "THE POLICE SHOWED THESE THINGS TODAY.\nFOUR RIFLES WITH AMMUNITION\nTWO SACKS OF HASHISH\nONE RADIO\nTHREE BOATS AND A CAR",
    )
    * 2,
    "a link on a line of its own": (
        "The operation was run by more than\n100\nlaw enforcement agencies of the state and of its counties.",
        "The operation was run by more than 100 law enforcement agencies of the state and of its counties.",
    ),
    "a link near the beginning of a sentence": (
        "What the study found\nA recent\nstudy of Marl Hall\n, of nine counties, found that two in three men come back.",
        "What the study found\nA recent study of Marl Hall, of nine counties, found that two in three men come back.",
    ),
    "a link behind the first word": (
        "Two were held.\nThe\nMarl Bay Foundation\nsaid that it would help both of them.",
        "Two were held.\nThe Marl Bay Foundation said that it would help both of them.",
    ),
    "lines under a short heading are no links": ("In Summary\nTwo men held in Ayr\nand a third in Oxley",) * 2,
    "capitals of two sizes": (
        f"{WRAPPED[-20:]}\nT\nHE\nM\nARL\nB\nAY\nO\nFFICE\nJoin us",
        f"{WRAPPED[-20:]}\nTHE MARL BAY OFFICE\nJoin us",
    ),
    "one capital is a word": (
        "It was signed:\nA\nGUN\nwas found in the car on Monday in Ayr",
        "It was signed:\nA GUN was found in the car on Monday in Ayr",
    ),
    "a month ends a line": ("Round-up for the courts, week ending 27 May\nAda Roe and Ben Marl",) * 2,
    "a name that is a link": (
        "State's Attorney for the county of Marl\nAda Roe\nannounced today that nine people were charged.",
        "State's Attorney for the county of Marl Ada Roe announced today that nine people were charged.",
    ),
    "an office above a link": (
        "Two Held Over Fraud\nMarl Bay County District Attorney\nAda Roe\nannounced today that nine people were charged.",
        "Two Held Over Fraud\nMarl Bay County District Attorney Ada Roe announced today that nine people were charged.",
    ),
    "a verb below a link": (
        "Two were named.\nVictim Advocate Ada Roe\nwas recognized with the\nMarl Bay Advocate Award\nfor her work with victims.",
        "Two were named.\nVictim Advocate Ada Roe was recognized with the Marl Bay Advocate Award for her work with victims.",
    ),
    "a headline in two lines": (
        "Will Seek Dismissal of Murder Conviction in Connection With\nThe 1963 Shooting Death of Artist in Marl Bay",
        "Will Seek Dismissal of Murder Conviction in Connection With The 1963 Shooting Death of Artist in Marl Bay",
    ),
    "a headline that ends in a month": ("Round-Up for the Courts, Week Ending 27 May\nTwo Men Were Held in Ayr",) * 2,
    "headings glued where a page lost its breaks": (
        f"{GLUED}The men paid with more than 80 chequesIn March the ShotSpotter was heard.He is held.",
        f"{GLUED}The men paid with more than 80 cheques\nIn March the ShotSpotter was heard.He is held.",
    ),
    "the number of the pictures before each caption": (
        f"{GLUED}{' '.join(f'Getty Images 22 {caption}' for caption in ('Rail workers', 'Friends', 'Tributes'))}",
        f"{GLUED}Getty Images\n22\nRail workers Getty Images\n22\nFriends Getty Images\n22\nTributes",
    ),
    "a sentence that a blank line breaks": (
        "Unknown men shot him dead at his home at Shahbaz in Marl\n\non December 31, 2016, the police of the town said.",
        "Unknown men shot him dead at his home at Shahbaz in Marl on December 31, 2016, the police of the town said.",
    ),
    "a word that a blank line breaks": (
        "The other men were found in the great harbour of Oxley. The Govern-\n \nment had asked.",
        "The other men were found in the great harbour of Oxley. The Government had asked.",
    ),
    "charges apart by blank lines": (
        "possession of a controlled substance with intent to distribute it\n\nresisting arrest in Ayr",
    )
    * 2,
    "a line that ends in a comma": (
        "The officers who were killed were named as highway sergeant Ada Roe,\n32, of Marl, and a driver.",
        "The officers who were killed were named as highway sergeant Ada Roe, 32, of Marl, and a driver.",
    ),
    "an ordinal in small capitals": (
        "850 DINNERS IN THE 6\nTH\nYEAR OF THE GANG PROGRAM",
        "850 DINNERS IN THE 6TH YEAR OF THE GANG PROGRAM",
    ),
    "what hangs on the line before": (
        "He was sentenced to 12 years by the court in Oxley\n, after a trial of four weeks.",
        "He was sentenced to 12 years by the court in Oxley, after a trial of four weeks.",
    ),
    "an ordinal in small print": (
        "They met at 184 South 2\nnd\nStreet in the early evening.",
        "They met at 184 South 2nd Street in the early evening.",
    ),
    "mojibake": ("Itâ€™s Â£20, said Ada RenÃ©.", "It’s £20, said Ada René."),
    "mojibake read wrongly twice": ("ItÃ¢â‚¬â„¢s", "It’s"),
    "a quotation mark whose last byte was lost": ("â€œYesâ€, he said", "“Yes”, he said"),
    "a mark that was lost": (
        "The \ufffdNeo JMB\ufffd, police said.\n\ufffdWe don\ufffdt know,\ufffd the guard said \ufffd twice.\nThe boys\ufffd caf\ufffd paid \ufffd5 million.",
        "The “Neo JMB”, police said.\n“We don’t know,” the guard said – twice.\nThe boys’ caf\ufffd paid \ufffd5 million.",
    ),
    "a space that was read wrongly": (
        "in Oxley.Â Two more storiesÂ and a third",
        "in Oxley. Two more stories and a third",
    ),
    "tags of HTML": (
        "<p>Two men were <a href='x'>held</a> in Ayr &amp; Marl.</p><h3>What next</h3><p>They are <b>20</b> and 31.<br></p>"
        "<script>var a = 1;</script>",
        "\nTwo men were held in Ayr & Marl.\n\nWhat next\n\nThey are 20 and 31.\n\n",
    ),
    "an address in brackets is no tag": ("Ada Roe <ada@marl.example> wrote: a < b </ c",) * 2,
    "entities of HTML": ("Marl &amp; Oxley &#8211; two", "Marl & Oxley – two"),
    "soft hyphens": ("the super\xadintendent and the constab\xad\nulary", "the superintendent and the constabulary"),
    "quoted mail": (
        "> Police in Marl Bay held two men on\n> Monday after a chase through the old\n> harbour of the town, they said.",
        "Police in Marl Bay held two men on Monday after a chase through the old harbour of the town, they said.",
    ),
    "foot and head of a printed page": (
        "The men were taken to the station in\n\nPage 1 of 2\n\fMARL POLICE - STATEMENT\n\nOxley on Monday.\n\nPage 2 of 2"
        "\n\fMARL POLICE - STATEMENT\n\nThey were released on bail.",
        "The men were taken to the station in Oxley on Monday.\nThey were released on bail.",
    ),
    "a title and its byline stay apart": (
        "Two men held after a long chase through the harbour\nby Ada Roe\nPolice held two men on Monday.",
    )
    * 2,
    "a list stays a list": ("He was charged with\n* theft\n* robbery of a shop with a knife\n* assault",) * 2,
    "headings stay apart": ("MARL BAY POLICE\nPRESS OFFICE\nTwo men were held in Oxley on Monday.",) * 2,
    "French and Portuguese are no mojibake": ("São Paulo, « CAFÉ », Ão, naïve",) * 2,
    "a hyphen of its own": ("the twenty-\nfive men were held there", "the twenty-five men were held there"),
    "a hyphen that the text has elsewhere": (
        "the pistol-\nwhipped man, pistol-whipped twice",
        "the pistol-whipped man, pistol-whipped twice",
    ),
}


@pytest.mark.parametrize(("given", "read"), READ.values(), ids=READ.keys())
def test_the_reading_text(given: str, read: str, pages: PageReader) -> None:
    assert pages.read(given).text == read


@pytest.mark.parametrize("given", [given for given, _ in READ.values()], ids=READ.keys())
def test_every_word_is_led_back_to_where_it_stands(given: str, pages: PageReader) -> None:
    page = pages.read(given)
    last = 0
    for char in range(len(page.text)):
        start, end = page.given_span(char, char + 1)
        assert last <= start < end <= len(given) or page.text[char] == "\n"
        if page.text[char].isascii() and page.text[char].isalnum():
            assert page.text[char] in given[start:end]
        last = start


def test_a_span_may_cross_a_break(pages: PageReader) -> None:
    page = pages.read(WRAPPED)
    start = page.text.index("hundred")
    first, last = page.given_span(start, start + len("hundred people"))
    assert WRAPPED[first:last] == "hun-\ndred people"


@pytest.mark.parametrize(
    "piece",
    [
        "Share\n",
        "comments\n",
        "1\n",
        "read more\nMan held in Ayr over theft\n",
        "a-\nb",
        "> a\n",
        "Ã©",
        "\f\n",
        "th\n",
        "\ufffdso\ufffd ",
        ". Read more: Ayr",
        "Top Stories",
        "<b>two</b> ",
        "© Ayr. All rights reserved. ",
        "Ayr wins July 11, 2025 1:13 PM ",
    ],
)
def test_reading_a_page_is_linear(piece: str, pages: PageReader) -> None:
    def seconds(times: int) -> float:
        text = "Police in Marl Bay held two men on Monday after a long chase, a spokesman said.\n" + piece * times
        best = 1e9
        for _ in range(3):
            begun = time.process_time()
            pages.read(text)
            best = min(best, time.process_time() - begun)
        return best

    seconds(500)
    assert seconds(8_000) < 16 * 4 * max(seconds(500), 2e-4)
