"""The signs of lines that say whom to call, and of those that say who wrote, took or sent something.

Words are `lexicons/page_words.tsv`'s; the patterns here are shapes. Not here: furniture, see `sign_table.py`.
"""

import re
from collections.abc import Mapping

from newsfacts.lexicons import alternation
from newsfacts.lexicons.function_words import any_of
from newsfacts.page.lines import NAME, Forms, Line
from newsfacts.page.signs import LONGEST, SHORT, Sign, leads, rare
from newsfacts.record import SectionKind

__all__ = ["contact_signs", "credit_signs"]

_Words = Mapping[str, frozenset[str]]

_LITTLE = 40
"""Characters of thanks beyond those of most lines."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CALL = 14
"""Words of a line that says whom to call; a longer one is a sentence of the story."""
_BESIDE = 5
"""Words beside a telephone in a line that is a contact."""
_REST = 60
"""Characters behind the words that open a credit, where a date stands there."""
_TELEPHONE = re.compile(r"\d[\d() .-]{5,}\d")
_REACH = re.compile(
    r"""
      \S+@\S+ | \[email\sprotected\] | \S+\[at\]\S+                                            # an address of mail
    | (?:https?://|www\.)\S+                                                    # a page
    | (?<![\w$£€,./-])(?<!\d\s)
      (?: (?:\+|\(\+?\d{2,5}\)|0\d)[\d()\s.-]{6,}\d                            # a telephone, with its prefix
        | \d{3}[-.\s]{1,3}\d{3}[-.\s]{1,3}\d{4} | \d{3}[-.]\d{4} )              # or as Americans write it
      (?![\s.-]?\d|\s?%|[/,]\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FILE = re.compile(rf"\W*https?://\S+\.(?:{any_of('picture file')})\W*", re.IGNORECASE)
_PAGE = re.compile(r"\W*(?:https?://|www\.)\S+\W*")
_BRACKETED = re.compile(r"[(\[（](?P<inner>[^()\[\]（）]{2,90})[)\]）]")
_SIGNATURE = re.compile(
    r"[A-Z]{2,5}(?:\s?/\s?[A-Z]{2,5})*|[A-Z][\w.]+(?:\s[A-Z][\w.-]+){0,3}(?:\s?/\s?[A-Z][\w.]+(?:\s[A-Z][\w.-]+){0,3})*"
)
_TELLS = 9
"""Words of a caption that tells something: a sentence."""
_POST = re.compile(r"[—–-]{1,2}\s?[^()]{2,60}\s\(@\w{2,30}\)\W")
_BESIDE_NAME = re.compile(rf"{NAME}\s?/\s?(?P<medium>[A-Z][\w.'’-]*(?:[\s-][A-Z][\w.'’-]*){{0,3}})")


def contact_signs(of: _Words) -> tuple[Sign, ...]:
    """Make the signs of contacts, and of addresses that stand alone."""
    kind = SectionKind.CONTACT
    opens = re.compile(rf"\W*(?P<lead>{alternation(of['contact opens'])})\b", re.IGNORECASE)

    def labelled(line: Line) -> bool:
        match = opens.match(line.text)
        behind = line.text[match.end() :].lstrip() if match else ""
        if behind[:1] in (":", "：") and len(behind) > 1:
            return True
        return match is not None and len(_WORD.findall(line.text)) < _CALL and _reach(line.text)

    def reaches(line: Line) -> bool:
        if not _reach(line.text) or _PAGE.fullmatch(line.text):
            return False
        return len(_WORD.findall(_REACH.sub(" ", line.text))) <= (1 if line.stopped else _BESIDE)

    return (
        Sign(
            "credit.post", SectionKind.CREDIT, lambda line: _POST.match(line.text) is not None,
            "who wrote a post that is shown in the page, and when",
            ("— Ayr Police (@ayrpolice) November 10, 2016",), ("— Ada Roe (right) and Ben Marl were held",),
        ),
        Sign(
            "contact.label", kind, labelled, "the label of a line that says whom to call",
            ("Media contact: Acting Sergeant Ross", "For further information contact: press@ayr.example"),
            ("Contact with the aircraft was lost at 3pm.", "Office workers found the body."),
            leads=leads(of["contact opens"]),
        ),
        Sign(
            "contact.reach", kind, reaches, "a telephone or an address with little else",
            ("Ada Roe 555-123-4567", "press@ayr.example", "roe[at]ayr[dot]example", "Newsroom: (028) 9065 0222"),
            ("He paid 1,250,000 for it", "Ayr 132 97 35 74 33 25", "Oxley 103 800 235 1046"),
        ),
        Sign(
            "furniture.picture", SectionKind.FURNITURE, lambda line: _FILE.fullmatch(line.text) is not None,
            "the file of a picture; what stands beside it says how large it is and who put it there",
            ("https://ayr.example/2021/12/riot.jpg", "http://ayr.example/logo.webp"),
            ("The video is at https://ayr.example/riot.jpg on the page of the force",), longest=LONGEST, named=True,
        ),
        Sign(
            "furniture.address", SectionKind.FURNITURE, lambda line: _PAGE.fullmatch(line.text) is not None,
            "the address of a page alone", ("https://ayr.example/two-held",), ("See www.ayr.example for the map.",),
            longest=LONGEST, ends=False,
        ),
    )  # fmt: skip


def credit_signs(of: _Words, forms: Forms) -> tuple[Sign, ...]:
    """Make the signs of credits."""
    kind = SectionKind.CREDIT
    opens = re.compile(
        rf"[\W_]*(?P<lead>{alternation(of['credit opens'])})\b(?:\s?\([^)]*\)|\s\d{{1,2}}(?=\s?:))?\s?", re.IGNORECASE
    )
    holds = re.compile(rf"(?<!\w)(?:{alternation(of['credit holds'])})(?!\w)", re.IGNORECASE)

    def labelled(line: Line) -> bool:
        match = opens.match(line.text)
        if match is None:
            return False
        rest = line.text[match.end() :].lstrip(" \xa0")
        if _tells(line, rest):
            return False
        led = rest[:3].lower() == "by " or match["lead"].lower().endswith((" by", " from", " of"))
        dated = len(rest) < _REST and forms.dates.dated_line(rest) is not None
        return rest[:1] in (":", "/", "|", "") or led or dated

    def says(line: Line) -> bool:
        match = holds.search(line.text)
        return match is not None and not (match.start() == 0 and _tells(line, line.text[match.end() :]))

    def beside(line: Line) -> bool:
        match = _BESIDE_NAME.fullmatch(line.text)
        media = forms.classes["outlet"] | forms.classes["agency"] | of["site"] | of["credit holds"]
        words = (match["medium"].lower(), re.split(r"[\s-]", match["medium"])[-1].lower()) if match else ()
        return not media.isdisjoint(words)

    def signed(line: Line) -> bool:
        if line.text.strip("()[] .").lower() in forms.classes["agency"]:
            return True
        return not line.stopped and forms.bylines.match(line.text) is not None

    return (
        Sign(
            "credit.byline", kind, signed, "who wrote it", ("By Ada Roe, Staff Writer", "(NAN)", "Reuters"),
            ("By the time they came, the house was empty.",),
        ),
        Sign(
            "credit.label", kind, labelled, "who took the picture, edited or sent it",
            ("Photo: Ada Roe", "Image 2: the van", "(Web editor: Ada Roe, Ben Marl)", "Issued by: Captain Roe"),
            ("Photographs show the van.", "Editor Ada Roe was held on Monday."), leads=leads(of["credit opens"]),
        ),
        Sign(
            "credit.signature", kind, lambda line: _is_signature(line.text),
            "the names, initials or agency of who wrote it",
            ("(DSB)", "(Ada Roe)", "(Xinhua/Ben Marl)"), ("(two of them officers)", "(Ada Roe was held.)"),
        ),
        Sign(
            "credit.medium", kind, beside, "who took the picture, and for whom",
            ("Ada Roe/Ayr Sun-Times", "Ben Marl / Getty Images"), ("Ada Roe/Ben Marl", "Ayr/Oxley road closed"),
        ),
        Sign(
            "credit.says", kind, says,
            "who helped, and whose picture it is",
            ("Ada Roe contributed to this report.", "The yard (Image: Ayr Police)"), ("He contributed to the fund.",),
            longest=SHORT + _LITTLE, words=rare(of["credit holds"]),
        ),
    )  # fmt: skip


def _reach(text: str) -> bool:
    """See a telephone, an address of mail or a page; the cheap test first."""
    may = (
        "@" in text or "[at]" in text or "www." in text or "http" in text or "[email" in text or _TELEPHONE.search(text)
    )
    return bool(may) and _REACH.search(text) is not None


def _tells(line: Line, rest: str) -> bool:
    """See a caption that tells something, a sentence behind its label: it is read as the story is."""
    return line.stopped and len(rest.split()) >= _TELLS and not _BRACKETED.search(rest)


def _is_signature(text: str) -> bool:
    """See a line in brackets that holds names, initials or an agency, and nothing else."""
    match = _BRACKETED.fullmatch(text)
    return match is not None and _SIGNATURE.fullmatch(match["inner"].strip()) is not None
