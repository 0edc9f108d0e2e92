"""What one line of a page says of itself: a menu, a share bar, a contact, a credit. Each sign has a name and a reason.

A line without a sign may be of the page all the same, by where it stands; that is `stretches.py`'s. The first sign that
holds decides. Words are `lexicons/page_words.tsv`'s.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from newsfacts.lexicons import Lexicon, alternation
from newsfacts.page.lines import Forms, Line
from newsfacts.record import SectionKind

__all__ = ["Sign", "Signs", "signs"]

_MARKS = " \t\xa0*-–—#:·|•›»[]()<>=_…."
_LONGEST = 320
"""Characters of a line that is of the page by what it opens with or says; a longer one is a paragraph of the story."""
_TAIL = 60
"""Characters from which a note of rights may stand behind a paragraph, in its line."""
_BEHIND = re.compile(r"(?<=[.!?”\"])\s*(?:©|\(c\)\s|Copyright\b)")
_SHORT = 160
"""Characters of most such lines."""
_CALL = 14
"""Words of a line that says whom to call; a longer one is a sentence of the story."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PLAIN = re.compile(r"[^\W\d_]+")
_LEAD = re.compile(r"[^\w©]*_*(?P<word>©|[^\W_]+)")
_DIGIT = re.compile(r"\d")
_TELEPHONE = re.compile(r"\d[\d() .-]{5,}\d")
_GLUED = re.compile(r"(?<=[a-z?!])(?!(?<=Mc)|(?<=Mac)|(?<=De)|(?<=La)|(?<=Di))(?=[A-Z][a-z]|[A-Z]{2,})")
_READ_TIME = re.compile(
    r"\W*(?:(?:estimated\s)?(?:reading|read)\stime:?\s*)?(?:a\s)?\d{1,3}[\s-]?(?:min(?:ute)?s?|mins?)\.?\s?(?:read)?\W*",
    re.IGNORECASE,
)
_AGO = re.compile(r"\W*(?:\d{1,3}|an?)\s(?:second|minute|min|hour|hr|day|week|month|year)s?\sago\W*", re.IGNORECASE)
_TRAIL = re.compile(r"\s[>»›]\s|\s?[|•·]\s|\s/\s")
_REACH = re.compile(
    r"""
      \S+@\S+ | \[email\sprotected\]                    # an address of mail
    | (?:https?://|www\.)\S+                            # a page
    | (?<![\w$£€,./-])(?:\+|\(|0|\d{3}[-.\s])[\d()\s.-]{6,}\d(?!\s?%|[/,]\d)   # a telephone
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SPEECH = "\"“'‘«"
_TO_READER = re.compile(r"\b(?:you|your|we|our|us|I|my)\b", re.IGNORECASE)
_PAGE = re.compile(r"\W*(?:https?://|www\.)\S+\W*")
_MARKUP = re.compile(r"</?[a-z]+[^<>]*>?\s*$|/>$|[a-z-]+=\"[^\"]*\"|<[a-z]+ ")
_PAGE_OF = re.compile(r"\W*page\s\d{1,4}(?:\s(?:of|/)\s\d{1,4})?\W*", re.IGNORECASE)
_FIELDS = re.compile(r"\w[\w ]{0,24}\*")
_SIGNED = re.compile(r"\W*(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_STAMP = re.compile(r"\W*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:\s?[+-]\d{2}:?\d{2}|Z)?\W*")


@dataclass(frozen=True, slots=True)
class Sign:
    """Name one way in which a line says what it is for."""

    id: str
    kind: SectionKind
    test: Callable[[Line], bool]
    why: str
    yes: tuple[str, ...]
    """Lines that bear the sign."""
    no: tuple[str, ...]
    """Lines of a story, or of another kind, that look a little like it."""
    longest: int = _SHORT
    """Characters of a line that may bear it."""
    leads: frozenset[str] | None = None
    """First words of the lines that may bear it, where they are few; asked before the test, which costs more."""
    words: frozenset[str] | None = None
    """Words of which one stands in each line that bears it, where they are rare."""


@dataclass(frozen=True, slots=True)
class Signs:
    """Hold the signs, in the order in which they are asked."""

    all: tuple[Sign, ...]
    block: frozenset[str]
    """Lines that open a box of other stories."""
    closes: frozenset[str]
    """Lines that open what stands behind the story."""
    digest: re.Pattern[str]
    """Words in the title of many short reports."""
    signup: re.Pattern[str]
    """What opens a box that asks for an address."""
    contact: frozenset[str]
    """Labels of lines that say whom to call."""
    site: frozenset[str]
    """Words in the names of papers and forces."""
    headline: frozenset[str]
    """Everyday words that headlines capitalise."""

    def sign(self, line: Line) -> Sign | None:
        """Give the first sign that a line bears."""
        length = len(line.text)
        if length > _LONGEST or (length > _TAIL and _BEHIND.search(line.text, _TAIL)):
            return None  # what is of the page stands behind the end of a paragraph
        lower = line.text.lower()
        lead = _lead(lower)
        said: set[str] | None = None
        for sign in self.all:
            if length > sign.longest or (sign.leads is not None and lead not in sign.leads):
                continue
            if sign.words is not None:
                said = set(_PLAIN.findall(lower)) if said is None else said
                if sign.words.isdisjoint(said):
                    continue
            if sign.test(line):
                return sign
        return None

    def opens_block(self, line: Line) -> bool:
        """Say whether a line opens a box of other stories."""
        return len(line.text) < _SHORT and bare(line) in self.block

    def opens_signup(self, line: Line) -> bool:
        """Say whether a line opens a box that asks the reader to sign up for something."""
        return len(line.text) < _SHORT and self.signup.match(line.text) is not None

    def closes_story(self, line: Line) -> bool:
        """Say whether a line may open what stands behind the story."""
        return len(line.text) < _SHORT and bare(line) in self.closes


def _lead(lower: str) -> str:
    """Give the first word of a line, or the mark of copyright."""
    match = _LEAD.match(lower)
    return match["word"] if match else ""


def _leads(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(_lead(phrase) for phrase in phrases)


def _rare(phrases: frozenset[str]) -> frozenset[str]:
    """Give the longest word of each phrase."""
    return frozenset(max(_PLAIN.findall(phrase), key=len) for phrase in phrases)


def bare(line: Line) -> str:
    """Give a line in lower case without the marks around it."""
    return line.text.strip(_MARKS).lower()


def signs(words: Lexicon, headline: Lexicon, forms: Forms) -> Signs:
    """Make the signs from the lexicons of page words and of words in headlines, and the forms of lines."""
    of = {name: frozenset(r["phrase"] for r in words.rows if r["class"] == name) for name in _CLASSES}
    table = (*_dated(forms), *_furniture(of, forms), *_contact(of), *_credit(of, forms))
    digest = re.compile(rf"\b(?:{alternation(of['digest'])})\b", re.IGNORECASE)
    signup = re.compile(rf"\W*(?:{alternation(of['signup'])})\b", re.IGNORECASE)
    return Signs(table, of["block"], of["closes"], digest, signup, of["contact opens"], of["site"], headline.words())


_CLASSES = (
    "opens", "holds", "block", "closes", "network", "share", "counter", "contact opens", "credit opens",
    "credit holds", "signup", "digest", "site",
)  # fmt: skip

_Words = dict[str, frozenset[str]]


def _dated(forms: Forms) -> tuple[Sign, ...]:
    leads = re.compile(
        rf"[\W_]*(?:{alternation(forms.classes['dated'])})\b[^.]{{1,60}}\d\d(?:\W?[a-z.]{{1,4}}){{0,2}}(?:\sin\s[\w ]{{3,30}})?[\W_]*",
        re.IGNORECASE,
    )

    def dated(line: Line) -> bool:
        text = line.text
        return _DIGIT.search(text) is not None and bool(
            forms.dates.dated_line(text) or _STAMP.fullmatch(text) or leads.fullmatch(text)
        )

    return (
        Sign("credit.dated", SectionKind.CREDIT, dated, "when the page was made",
             ("Posted on 1 April 2019", "2013-08-01 00:54:55+06:00"), ("On 1 April 2019 two men were held.",)),
    )  # fmt: skip


def _furniture(of: _Words, forms: Forms) -> tuple[Sign, ...]:
    kind = SectionKind.FURNITURE
    opens = re.compile(rf"[\W_]*(?P<lead>{alternation(of['opens'])})(?!\w)", re.IGNORECASE)
    holds = re.compile(rf"(?<!\w)(?:{alternation(of['holds'])})(?!\w)", re.IGNORECASE)
    counter = re.compile(rf"\W*(?:score:\s)?\d[\d.,]*k?\s?(?:{alternation(of['counter'])})\W*", re.IGNORECASE)
    bar = of["network"] | of["share"]
    starts = re.compile(rf"[\W_]*(?:{alternation(bar)})", re.IGNORECASE)

    def shares(line: Line) -> bool:
        if not starts.match(line.text):
            return False
        whole = [word.lower() for word in _WORD.findall(line.text)]
        parts = [word.lower() for word in _WORD.findall(_GLUED.sub(" ", line.text))]
        return any(
            0 < len(found) < 30 and bar.issuperset(found) and not of["network"].isdisjoint(found)
            for found in (whole, parts)
        )

    return (
        Sign("furniture.phrase", kind, forms.is_furniture, "a phrase that only pages have",
             ("Skip to main content", "Advertisement", "Share this page"), ("Police seize 40 phones",), longest=60),
        Sign("furniture.markup", kind, lambda line: _MARKUP.match(line.text) is not None,
             "tags of HTML that came along", ('<li class="item">', 'height="275"'), ("5 < 6 people were held",), longest=_LONGEST),
        Sign("furniture.opens", kind, lambda line: _opens(line, opens), "the page speaks of itself or to its reader",
             ("READ ALSO: Man held in Ayr", "Copyright 2022 Ayr Post.", "Subscribe to our newsletter"),
             ("Related charges against the two men were dropped on Monday.", "Sponsored gangs are rare."), longest=_LONGEST, leads=_leads(of["opens"])),
        Sign("furniture.holds", kind, lambda line: line.text[0] not in _SPEECH and bool(holds.search(line.text)),
             "what a page says of rights, cookies, mail and comments",
             ("By reading on you accept that we use cookies.",), ("Officers found the newsletter on Monday.",), longest=_LONGEST, words=_rare(of["holds"])),
        Sign("furniture.read-time", kind,
             lambda line: "read" in line.text.lower() and bool(_READ_TIME.fullmatch(line.text)),
             "how long the page takes to read", ("5 min read", "Reading time: 3 mins"), ("5 minutes later",), longest=40),
        Sign("furniture.counter", kind, lambda line: bool(counter.fullmatch(line.text) or _AGO.fullmatch(line.text)),
             "what the page counts", ("14 comments", "2 hours ago"), ("14 arrests",), longest=40),
        Sign("furniture.share-bar", kind, shares,
             "the places where a page is shared", ("Facebook", "Twitter LinkedIn Print", "Share on Twitter"),
             ("Facebook said on Monday that it had closed the page.",)),
        Sign("furniture.trail", kind, lambda line: _is_trail(line, forms, of),
             "the way to the page, or a menu in one line",
             ("Home > News > Crime", "Contact us | Archive | Privacy policy"), ("AK-47 | 12 rounds",)),
        Sign("furniture.glued-menu", kind, _is_glued, "a menu whose entries lost what stood between them",
             ("Report a crimeRoad safetyJoin us",), ("Det Sgt Ian McDonald of Ayr",)),
        Sign("furniture.page-number", kind, lambda line: _PAGE_OF.fullmatch(line.text) is not None,
             "the number of a printed page", ("Page 3 of 7",), ("Page 3 of the indictment names him",), longest=40),
        Sign("furniture.form", kind, lambda line: _FIELDS.fullmatch(line.text) is not None,
             "a field that must be filled in", ("Name*", "Email*"), ("*Name withheld",), longest=40),
    )  # fmt: skip


def _contact(of: _Words) -> tuple[Sign, ...]:
    kind = SectionKind.CONTACT
    opens = re.compile(rf"\W*(?P<lead>{alternation(of['contact opens'])})\b\W{{0,3}}(?P<colon>[:：]|[-–]\s|$)?", re.I)

    def labelled(line: Line) -> bool:
        match = opens.match(line.text)
        if match is None:
            return False
        behind = line.text[match.end("lead") :].lstrip()
        if behind[:1] in (":", "：") and len(behind) > 1:
            return True
        return len(_WORD.findall(line.text)) < _CALL and _reach(line.text)

    def reaches(line: Line) -> bool:
        if not _reach(line.text):
            return False
        most = 1 if line.stopped else 5
        return not _PAGE.fullmatch(line.text) and len(_WORD.findall(_REACH.sub(" ", line.text))) <= most

    return (
        Sign("contact.label", kind, labelled, "the label of a line that says whom to call",
             ("Media contact: Acting Sergeant Ross", "For further information contact: press@ayr.example"),
             ("Contact with the aircraft was lost at 3pm.", "Office workers found the body."), leads=_leads(of["contact opens"])),
        Sign("contact.reach", kind, reaches, "a telephone or an address with little else",
             ("Ada Roe 555-123-4567", "press@ayr.example"), ("He paid 1,250,000 for it",)),
        Sign("furniture.address", SectionKind.FURNITURE, lambda line: _PAGE.fullmatch(line.text) is not None,
             "the address of a page alone", ("https://ayr.example/two-held",), ("See www.ayr.example for the map.",), longest=_LONGEST),
    )  # fmt: skip


def _credit(of: _Words, forms: Forms) -> tuple[Sign, ...]:
    kind = SectionKind.CREDIT
    opens = re.compile(
        rf"[\W_]*(?P<lead>{alternation(of['credit opens'])})\b(?P<behind>\s?\([^)]*\)|\s\d{1, 2}(?=\s?:))?\s?", re.I
    )
    holds = re.compile(rf"(?<!\w)(?:{alternation(of['credit holds'])})(?!\w)", re.IGNORECASE)

    def labelled(line: Line) -> bool:
        match = opens.match(line.text)
        if match is None:
            return False
        rest = line.text[match.end() :].lstrip(" \xa0")
        led = rest[:3].lower() == "by " or match["lead"].lower().endswith(" by")
        return rest[:1] in (":", "/", "|", "") or led or (len(rest) < 60 and forms.dates.dated_line(rest) is not None)

    def signed(line: Line) -> bool:
        return not line.stopped and forms.bylines.match(line.text) is not None

    return (
        Sign("credit.byline", kind, signed, "who wrote it", ("By Ada Roe, Staff Writer",),
             ("By the time they came, the house was empty.",)),
        Sign("credit.label", kind, labelled, "who took the picture, edited or sent it",
             ("Photo: Ada Roe", "(Web editor: Ada Roe, Ben Marl)", "Issued by: Captain Roe"),
             ("Photographs show the van.", "Editor Ada Roe was held on Monday."), leads=_leads(of["credit opens"])),
        Sign("credit.says", kind,
             lambda line: holds.search(line.text) is not None,
             "who helped, and whose picture it is",
             ("Ada Roe contributed to this report.", "The yard (Image: Ayr Police)"),
             ("He contributed to the fund.",), longest=_SHORT + 40, words=_rare(of["credit holds"])),
    )  # fmt: skip


def _reach(text: str) -> bool:
    """See a telephone, an address of mail or a page; the cheap test first."""
    may = "@" in text or "www." in text or "http" in text or "[email" in text or _TELEPHONE.search(text)
    return bool(may) and _REACH.search(text) is not None


def _opens(line: Line, opens: re.Pattern[str]) -> bool:
    match = opens.match(line.text) if line.text[0] not in _SPEECH else None
    if match is None:
        return False
    lead, rest = match["lead"], line.text[match.end() :].lstrip(" \xa0")
    if not rest or rest[0] in ":;|–—-]>…" or _SIGNED.match(line.text):
        return True
    if " " not in lead:
        return lead.isupper() and not rest.isupper() and not line.stopped
    return not line.stopped or _TO_READER.search(line.text) is not None


def _is_trail(line: Line, forms: Forms, of: _Words) -> bool:
    """See "Home > News > Crime": short pieces between marks, the first of them a word of menus, or all of them short."""
    if line.stopped or not _TRAIL.search(line.text):
        return False
    pieces = [piece.strip() for piece in _TRAIL.split(line.text)]
    if len(pieces) < 2:
        return False
    first = pieces[0].rpartition(":")[2].strip()
    known = [p for p in pieces if _is_menu(p, forms, of)]
    if len(pieces) >= 3 and (_is_menu(first, forms, of) or len(known) * 2 >= len(pieces)):
        return True
    return len(known) == len(pieces)


def _is_menu(piece: str, forms: Forms, of: _Words) -> bool:
    return piece.lower() in forms.classes["furniture"] | of["opens"] | of["network"] | of["block"]


def _is_glued(line: Line) -> bool:
    if line.stopped:
        return False
    return len(_GLUED.findall(line.text)) >= 2 and not re.search(r"[.,;]\s", line.text)
