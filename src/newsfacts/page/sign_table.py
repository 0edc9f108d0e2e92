"""The signs of lines: what furniture, contacts and credits say of themselves, each with its reason and its examples.

Words are `lexicons/page_words.tsv`'s; the patterns here are shapes: a share bar, a trail of links, a telephone. Not
here: how a line is asked, see `signs.py`.
"""

import re

from newsfacts.lexicons import Lexicon, alternation
from newsfacts.lexicons.function_words import any_of
from newsfacts.page.credit_table import contact_signs, credit_signs
from newsfacts.page.lines import Forms, Line
from newsfacts.page.signs import LONGEST, RIGHTS, Sign, Signs, leads, rare
from newsfacts.record import SectionKind

__all__ = ["signs"]

_CLASSES = (
    "opens", "holds", "block", "closes", "network", "share", "counter", "contact opens", "credit opens",
    "credit holds", "shows", "writes", "signup", "digest", "site", "invites", "glued label",
)  # fmt: skip
_Words = dict[str, frozenset[str]]

_BAR = 30
"""Words of a share bar."""
_LITTLE = 40
"""Characters of a line that holds a number and a word."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DIGIT = re.compile(r"\d")
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
_SPEECH = "\"“'‘«"
_TO_READER = re.compile(rf"\b(?:{any_of('to readers')})\b", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-z]+[^<>]*>?\s*$|/>$|[a-z-]+=\"[^\"]*\"|<[a-z]+ ")
_PAGE_OF = re.compile(r"\W*page\s\d{1,4}(?:\s(?:of|/)\s\d{1,4})?\W*", re.IGNORECASE)
_FIELD = re.compile(r"\w[\w ]{0,24}\*")
_PAGES = re.compile(rf"(?:\d{{1,3}}\s){{2,}}(?:{any_of('page turn')}|[>»›…]+|\s)*", re.IGNORECASE)
_TAGS = re.compile(r"(?:#[^\W\d_][\w-]*\s?)+")
_END = re.compile(r"#(?:\s?#){0,4}|\W*-\s?(?:30|0)\s?-\W*")
_RIGHTS = re.compile(rf"\W*{RIGHTS}", re.IGNORECASE)
_STAMP = re.compile(r"\W*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:\s?[+-]\d{2}:?\d{2}|Z)?\W*")


def signs(words: Lexicon, headline: Lexicon, forms: Forms) -> Signs:
    """Make the signs from the lexicons of page words and of words in headlines, and the forms of lines."""
    of = {name: frozenset(row["phrase"] for row in words.rows if row["class"] == name) for name in _CLASSES}
    table = (*_dated(forms), *_words(of, forms), *_shapes(of, forms), *contact_signs(of), *credit_signs(of, forms))
    digest = re.compile(rf"\b(?:{alternation(of['digest'])})\b", re.IGNORECASE)
    signup = re.compile(rf"\W*(?:{alternation(of['signup'])})\b", re.IGNORECASE)
    label = re.compile(rf"\W*(?P<label>{alternation(of['credit opens'])})\b(?:\s?\d{{0,2}}\s?[:|]\s*)?", re.IGNORECASE)
    shown = re.compile(rf"(?:{alternation(of['glued label'])})(?=\s[A-Z])")
    writes = re.compile(rf"\b(?:{alternation(of['writes'])})\b", re.IGNORECASE)
    return Signs(
        table, of["block"], of["closes"], digest, _behind_caption(of), label, writes, of["shows"], signup,
        of["contact opens"], of["site"], headline.words(), shown,
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
    """Make the signs of lines that say when a page was written or changed."""
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
    invites, networks = alternation(of["invites"]), alternation(of["network"] - {"x"})
    follow = re.compile(rf"\W*(?:{invites})\s[^.]{{2,40}}\son\s(?:{networks})\b", re.IGNORECASE)
    below = re.compile(rf"\W*(?:you\scan\s)?(?:also,?\s)?(?:{invites})\b[^.]{{0,90}}\bbelow[\s:>*]*", re.IGNORECASE)
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
            "furniture.follow", kind, lambda line: follow.match(line.text) is not None, "where else the paper is found",
            ("Follow Ayr News on Facebook, on X and on Instagram. Send us your ideas.",),
            ("He was found on Facebook by officers of the force.",), leads=leads(of["invites"]), ends=False,
        ),
        Sign(
            "furniture.below", kind, lambda line: below.fullmatch(line.text) is not None,
            "the page shows something below", ("READ THE FULL STATEMENT BELOW:", "Watch the interview below"),
            ("Watch officers stood by the boat below.", "Read the warning below, he told them"), ends=False,
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
            "the mark behind a release", ("ENDS", "###", "# # #", "#", "-30-"),
            ("The end", "# 4 of the list"), longest=_LITTLE, ends=False,
        ),
        Sign(
            "furniture.form", kind, lambda line: _FIELD.fullmatch(line.text) is not None,
            "a field that must be filled in", ("Name*", "Email*"), ("*Name withheld",), longest=_LITTLE,
        ),
    )  # fmt: skip


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
