"""The signs of lines: what furniture, contacts and credits say of themselves, each with its reason and its examples.

Words are `lexicons/page_words.tsv`'s; the patterns here are shapes: a share bar, a trail of links, a telephone. Not
here: how a line is asked, see `signs.py`.
"""

import re

from newsfacts.lexicons import Lexicon, alternation
from newsfacts.lexicons.function_words import any_of
from newsfacts.page.lines import Forms, Line
from newsfacts.page.signs import LONGEST, SHORT, Sign, Signs, leads, rare
from newsfacts.record import SectionKind

__all__ = ["signs"]

_CLASSES = (
    "opens", "holds", "block", "closes", "network", "share", "counter", "contact opens", "credit opens",
    "credit holds", "shows", "writes", "signup", "digest", "site",
)  # fmt: skip
_Words = dict[str, frozenset[str]]

_CALL = 14
"""Words of a line that says whom to call; a longer one is a sentence of the story."""
_BESIDE = 5
"""Words beside a telephone in a line that is a contact."""
_REST = 60
"""Characters behind the words that open a credit, where a date stands there."""
_BAR = 30
"""Words of a share bar."""
_LITTLE = 40
"""Characters of a line that holds a number and a word."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DIGIT = re.compile(r"\d")
_TELEPHONE = re.compile(r"\d[\d() .-]{5,}\d")
_GLUED = re.compile(r"(?<=[a-z?!])(?!(?<=Mc)|(?<=Mac)|(?<=De)|(?<=La)|(?<=Di))(?=[A-Z][a-z]|[A-Z]{2,})")
_PAUSE = re.compile(r"[.,;]\s")
_READ_TIME = re.compile(
    r"""
    \W* (?: (?:estimated\s)? (?:reading|read)\stime:?\s* )? (?:a\s)?
    \d{1,3} [\s-]? (?:minutes?|mins?) \.?\s? (?:read)? \W*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AGO = re.compile(rf"\W*(?:\d{{1,3}}|an?)\s(?:{any_of('time ago')})s?\sago\W*", re.IGNORECASE)
_TRAIL = re.compile(r"\s[>»›]\s|\s?[|•·]\s|\s/\s")
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
_SPEECH = "\"“'‘«"
_TO_READER = re.compile(rf"\b(?:{any_of('to readers')})\b", re.IGNORECASE)
_FILE = re.compile(rf"\W*https?://\S+\.(?:{any_of('picture file')})\W*", re.IGNORECASE)
_PAGE = re.compile(r"\W*(?:https?://|www\.)\S+\W*")
_MARKUP = re.compile(r"</?[a-z]+[^<>]*>?\s*$|/>$|[a-z-]+=\"[^\"]*\"|<[a-z]+ ")
_PAGE_OF = re.compile(r"\W*page\s\d{1,4}(?:\s(?:of|/)\s\d{1,4})?\W*", re.IGNORECASE)
_FIELD = re.compile(r"\w[\w ]{0,24}\*")
_PAGES = re.compile(rf"(?:\d{{1,3}}\s){{2,}}(?:{any_of('page turn')}|[>»›…]+|\s)*", re.IGNORECASE)
_TAGS = re.compile(r"(?:#[^\W\d_][\w-]*\s?)+")
_END = re.compile(r"#(?:\s?#){1,4}|\W*-\s?(?:30|0)\s?-\W*")
_BRACKETED = re.compile(r"[(\[（](?P<inner>[^()\[\]（）]{2,90})[)\]）]")
_SIGNATURE = re.compile(
    r"[A-Z]{2,5}(?:\s?/\s?[A-Z]{2,5})*|[A-Z][\w.]+(?:\s[A-Z][\w.-]+){0,3}(?:\s?/\s?[A-Z][\w.]+(?:\s[A-Z][\w.-]+){0,3})*"
)
_TELLS = 9
"""Words of a caption that tells something: a sentence."""
_RIGHTS = re.compile(r"\W*(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_STAMP = re.compile(r"\W*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:\s?[+-]\d{2}:?\d{2}|Z)?\W*")


def signs(words: Lexicon, headline: Lexicon, forms: Forms) -> Signs:
    """Make the signs from the lexicons of page words and of words in headlines, and the forms of lines."""
    of = {name: frozenset(row["phrase"] for row in words.rows if row["class"] == name) for name in _CLASSES}
    table = (*_dated(forms), *_words(of, forms), *_shapes(of, forms), *_contact(of), *_credit(of, forms))
    digest = re.compile(rf"\b(?:{alternation(of['digest'])})\b", re.IGNORECASE)
    signup = re.compile(rf"\W*(?:{alternation(of['signup'])})\b", re.IGNORECASE)
    label = re.compile(rf"\W*(?P<label>{alternation(of['credit opens'])})\b(?:\s?\d{{0,2}}\s?[:|]\s*)?", re.IGNORECASE)
    writes = re.compile(rf"\b(?:{alternation(of['writes'])})\b", re.IGNORECASE)
    return Signs(
        table, of["block"], of["closes"], digest, _behind_caption(of), label, writes, of["shows"], signup,
        of["contact opens"], of["site"], headline.words(),
    )  # fmt: skip


def _behind_caption(of: _Words) -> re.Pattern[str]:
    """Make the pattern of what ends a caption: "Picture: Ada Roe", "PHOTO | ADA ROE", "(KVRT 6)", thanks."""
    label, says = alternation(of["credit opens"]), alternation(of["credit holds"])
    return re.compile(
        rf"""
          (?: [(\[（] (?P<inner> [^()\[\]（）]{{2,60}} ) [)\]）]                # in brackets
            | (?<!\w) (?:{label}) (?: \s?[:/|]\s? | \sby\s ) [^.:]{{2,60}}   # behind a label
            | (?<=[.!?”"]\s) (?P<thanks> [^.!?]{{2,60}} (?:{says}) )                       # or it says so itself
          ) \W{{0,3}} $
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _dated(forms: Forms) -> tuple[Sign, ...]:
    clock = r"(?:\W?[a-z.]{1,4}){0,2}"
    lead = alternation(forms.classes["dated"])
    inner = r"[^.]|(?<=\d)\.(?=\d)|(?<=\s[A-Za-z]{3})\.(?=\s\d)|(?<=\s[A-Za-z]{4})\.(?=\s\d)"  # 6.14pm, Oct. 23
    told = re.compile(
        rf"(?:[\W_]*(?:{lead})\b(?:{inner}){{1,60}}\d\d{clock}(?:\sin\s[\w, ]{{3,40}})?)+[\W_]*", re.IGNORECASE
    )

    def dated(line: Line) -> bool:
        text = line.text
        return _DIGIT.search(text) is not None and bool(
            forms.dates.dated_line(text) or _STAMP.fullmatch(text) or told.fullmatch(text)
        )

    return (
        Sign(
            "credit.dated", SectionKind.CREDIT, dated, "when the page was made",
            ("Posted on 1 April 2019", "2013-08-01 00:54:55+06:00", "Posted on 3 May 2019 at 2:51pm in Local appeals",
             "This report was first published Oct. 23, 2025.", "Published: 21 Mar, 2024 CET. Updated: 13:08",
             "Updated May 8, 2016 — 6.14pm, first published at 11.20am"),
            ("On 1 April 2019 two men were held.", "Released without charge. He is 25"), dated=True,
        ),
    )  # fmt: skip


def _words(of: _Words, forms: Forms) -> tuple[Sign, ...]:
    """Make the signs of furniture that are words."""
    kind = SectionKind.FURNITURE
    opens = re.compile(rf"[\W_]*(?P<lead>{alternation(of['opens'])})(?!\w)", re.IGNORECASE)
    holds = re.compile(rf"(?<!\w)(?:{alternation(of['holds'])})(?!\w)", re.IGNORECASE)
    return (
        Sign(
            "furniture.phrase", kind, forms.is_furniture, "a phrase that only pages have",
            ("Skip to main content", "Advertisement", "Share this page"), ("Police seize 40 phones",), longest=60,
        ),
        Sign(
            "furniture.opens", kind, lambda line: _opens(line, opens), "the page speaks of itself or to its reader",
            ("READ ALSO: Man held in Ayr", "Copyright 2022 Ayr Post.", "Subscribe to our newsletter"),
            ("Related charges against the two men were dropped on Monday.", "Sponsored gangs are rare."),
            longest=LONGEST, leads=leads(of["opens"]),
        ),
        Sign(
            "furniture.holds", kind, lambda line: line.text[0] not in _SPEECH and bool(holds.search(line.text)),
            "what a page says of rights, cookies, mail and comments",
            ("By reading on you accept that we use cookies.",), ("Officers found the newsletter on Monday.",),
            longest=LONGEST, words=rare(of["holds"]),
        ),
    )  # fmt: skip


def _shapes(of: _Words, forms: Forms) -> tuple[Sign, ...]:
    """Make the signs of furniture that are shapes."""
    kind = SectionKind.FURNITURE
    ends = forms.classes["end"]
    counter = re.compile(rf"\W*(?:score:\s)?\d[\d.,]*k?\s?(?:{alternation(of['counter'])})\W*", re.IGNORECASE)
    bar = of["network"] | of["share"]
    starts = re.compile(rf"[\W_]*(?:{alternation(bar)})", re.IGNORECASE)

    def shares(line: Line) -> bool:
        if not starts.match(line.text):
            return False
        whole = [word.lower() for word in _WORD.findall(line.text)]
        parts = [word.lower() for word in _WORD.findall(_GLUED.sub(" ", line.text))]
        return any(
            0 < len(found) < _BAR and bar.issuperset(found) and not of["network"].isdisjoint(found)
            for found in (whole, parts)
        )

    def ended(line: Line) -> bool:
        return line.text.strip(" -*").lower() in ends or _END.fullmatch(line.text) is not None

    def read_time(line: Line) -> bool:
        return "read" in line.text.lower() and _READ_TIME.fullmatch(line.text) is not None

    return (
        Sign(
            "furniture.markup", kind, lambda line: _MARKUP.match(line.text) is not None,
            "tags of HTML that came along", ('<li class="item">', 'height="275"'), ("5 < 6 people were held",),
            longest=LONGEST,
        ),
        Sign(
            "furniture.read-time", kind, read_time, "how long the page takes to read",
            ("5 min read", "Reading time: 3 mins"), ("5 minutes later",), longest=_LITTLE,
        ),
        Sign(
            "furniture.counter", kind, lambda line: bool(counter.fullmatch(line.text) or _AGO.fullmatch(line.text)),
            "what the page counts", ("14 comments", "2 hours ago"), ("14 arrests",), longest=_LITTLE,
        ),
        Sign(
            "furniture.share-bar", kind, shares, "the places where a page is shared",
            ("Facebook", "Twitter LinkedIn Print", "Share on Twitter"),
            ("Facebook said on Monday that it had closed the page.",),
        ),
        Sign(
            "furniture.trail", kind, lambda line: _is_trail(line, forms, of),
            "the way to the page, or a menu in one line",
            ("Home > News > Crime", "Contact us | Archive | Privacy policy"), ("AK-47 | 12 rounds",),
        ),
        Sign(
            "furniture.glued-menu", kind, _is_glued, "a menu whose entries lost what stood between them",
            ("Report a crimeRoad safetyJoin us",),
            ("Det Sgt Ian McDonald of Ayr", "He was in the iPhone and eBay trade, McKay and MacRoe said"),
        ),
        Sign(
            "furniture.page-number", kind, lambda line: _PAGE_OF.fullmatch(line.text) is not None,
            "the number of a printed page", ("Page 3 of 7",), ("Page 3 of the indictment names him",), longest=_LITTLE,
        ),
        Sign(
            "furniture.pages", kind, lambda line: _PAGES.fullmatch(line.text) is not None,
            "the way to the other pages", ("1 2 3 4 5 Next", "1 2 3 >"), ("1 2 3 went the count",), longest=_LITTLE,
        ),
        Sign(
            "furniture.tags", kind, lambda line: _TAGS.fullmatch(line.text) is not None,
            "the tags under which a page is filed", ("#crime #marl-bay",), ("#1 suspect was held",),
        ),
        Sign(
            "furniture.end", kind, ended,
            "the mark behind a release", ("ENDS", "###", "# # #", "-30-"),
            ("The end", "# 4 of the list"), longest=_LITTLE, ends=False,
        ),
        Sign(
            "furniture.form", kind, lambda line: _FIELD.fullmatch(line.text) is not None,
            "a field that must be filled in", ("Name*", "Email*"), ("*Name withheld",), longest=_LITTLE,
        ),
    )  # fmt: skip


def _contact(of: _Words) -> tuple[Sign, ...]:
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


def _credit(of: _Words, forms: Forms) -> tuple[Sign, ...]:
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
        led = rest[:3].lower() == "by " or match["lead"].lower().endswith((" by", " from"))
        dated = len(rest) < _REST and forms.dates.dated_line(rest) is not None
        return rest[:1] in (":", "/", "|", "") or led or dated

    def says(line: Line) -> bool:
        match = holds.search(line.text)
        return match is not None and not (match.start() == 0 and _tells(line, line.text[match.end() :]))

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


def _opens(line: Line, opens: re.Pattern[str]) -> bool:
    """See a line that begins as only pages do: with a mark behind it, without a full stop, or spoken to the reader."""
    match = opens.match(line.text) if line.text[0] not in _SPEECH else None
    if match is None:
        return False
    lead, rest = match["lead"], line.text[match.end() :].lstrip(" \xa0")
    if not rest or rest[0] in ":;|–—-]>…" or _RIGHTS.match(line.text):
        return True
    if " " not in lead:
        return lead.isupper() and not rest.isupper() and not line.stopped
    return not line.stopped or _TO_READER.search(line.text) is not None


def _tells(line: Line, rest: str) -> bool:
    """See a caption that tells something, a sentence behind its label: it is read as the story is."""
    return line.stopped and len(rest.split()) >= _TELLS and not _BRACKETED.search(rest)


def _is_signature(text: str) -> bool:
    """See a line in brackets that holds names, initials or an agency, and nothing else."""
    match = _BRACKETED.fullmatch(text)
    return match is not None and _SIGNATURE.fullmatch(match["inner"].strip()) is not None


def _is_trail(line: Line, forms: Forms, of: _Words) -> bool:
    """See "Home > News > Crime": pieces between marks, the first of them a word of menus, or most of them."""
    if line.stopped or not _TRAIL.search(line.text):
        return False
    menu = forms.classes["furniture"] | of["opens"] | of["network"] | of["block"]
    pieces = [piece.strip().lower() for piece in _TRAIL.split(line.text)]
    known = sum(piece in menu for piece in pieces)
    if len(pieces) > 2 and (pieces[0].rpartition(":")[2].strip() in menu or known * 2 >= len(pieces)):
        return True
    return len(pieces) > 1 and known == len(pieces)


def _is_glued(line: Line) -> bool:
    if line.stopped or "@" in line.text or _PAUSE.search(line.text):
        return False
    return len(_GLUED.findall(line.text)) > 1
