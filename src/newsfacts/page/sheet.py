"""A page under the pen: its lines, what each is for as far as it is told, and how a line stands to the story.

The *story* is its paragraphs. Kinship is the share of a line's long words that the story has too: a headline of another
story has little of it, a heading of this one has some. Not here: in which order the lines are told apart, which is
`stretches.py`'s.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsfacts.page.captions import caption_end
from newsfacts.page.headings import is_paragraph
from newsfacts.page.lines import NAME, Form, Forms, Line, has_title_case, same_words
from newsfacts.page.signs import LONGEST, Sign, Signs
from newsfacts.record import SectionKind

__all__ = ["KIN", "MENU", "SHORT", "SIGNATURE", "STEM", "WORD", "Sheet", "sheet"]

WORD = re.compile(r"[^\W\d_]{4,}")
"""A word that is long enough to tell what a line is about."""
STEM = 5
"""Characters by which words are compared: "arrest", "arrested"."""
KIN = 0.34
"""Kinship from which a line may be about the story."""
MENU = 3
"""Words of an entry of a menu, and entries of one."""
SHORT = 80
"""Characters of an entry: of a contact, of a caption."""
_TEASER = 6
"""Words of the headline of another story; a shorter line between paragraphs may be a heading of this one."""
_LONGEST_TEASER = 18
_HEADLINE = 2
"""Words that headlines capitalise, of which one in title case has some."""
_OPEN = re.compile(r"^[^\w‘'“\"#$£]|^[a-z]|[,;:(–—-]$|[a-z]{3}\.\s[A-Z]")
"""What no headline has: a bullet or a small letter at its beginning, a comma at its end, two sentences."""
_BULLETS = "*•‣●▪◦"
_CONTACT = 4
"""Lines below one that says whom to call which may go with it."""
_SIGNED = 60
"""Characters of a paragraph with a credit behind its end."""
_SHOWN = 3
"""Lines that say what a picture shows, from which they are of a list of stories."""
_SENTENCE = 5
"""Words of a short sentence of the story."""
_STAMPED = re.compile(r"\d{4},?\s(?:at\s)?\d{1,2}:\d{2}\s?[AaPp]\.?[Mm]\.?$")
_SLOGAN = re.compile(r"\s[–—|-]+\s")
_DIGIT = re.compile(r"\d")
SIGNATURE = re.compile(
    r"[.!?”\"…]\s*\((?P<inner>[A-Z]{2,5}(?:\s?/\s?[A-Z]{2,5})*|[A-Z][\w.]+(?:\s[A-Z][\w.-]+){0,3}(?:,\s[A-Z][\w-]+)?)\)$"
)
"""The end of a paragraph that somebody signed: "… on Friday. (Ada Roe, Ayr)"."""
_SITE = 5
"""Words of the name of a site."""
_SIZES = 3
"""Lines from the file of a picture to the name of who put it there."""
_LONGEST_AUTHOR = 6
"""Words of a name with its town."""
_AUTHOR = re.compile(
    rf"(?P<from>From:?\s)?{NAME}(?P<town>,?\sin\s[^\W\d_a-z][\w-]+|,\s[^\W\d_a-z][\w-]+)?"
    rf"|(?P<several>{NAME}(?:,\s{NAME})*,?\s(?:and|&)\s{NAME})"
)


@dataclass
class Sheet:
    """Hold the lines of a page while their kinds are told, one phase after the other."""

    lines: Sequence[Line]
    own: Sequence[Sign | None]
    """The sign that each line bears itself."""
    kinds: list[SectionKind | None]
    """What each line is for; None for the story and for what nobody has told yet."""
    prose: list[bool]
    """Which lines are paragraphs of the story."""
    first: int
    """The first paragraph."""
    last: int
    """The last one."""
    signs: Signs
    forms: Forms
    captions: Mapping[int, int]
    """The lines that are captions which tell something, each with the character at which its credit begins."""
    title: int | None = None
    """The line that is the title."""
    known: str | None = None
    """The headline, where it is known apart from the text."""
    digest: bool = False
    """Whether the page calls itself a digest: then the headlines between its paragraphs are its own."""

    @cached_property
    def stems(self) -> frozenset[str]:
        """Give the beginnings of the long words of the story's paragraphs; most pages never ask."""
        text = " ".join(line.text for line, told in zip(self.lines, self.prose, strict=True) if told)
        return frozenset(word[:STEM] for word in WORD.findall(text.lower()))

    def no_headline(self, word: str) -> bool:
        """Say whether no headline begins or ends with a word: "the", "he", "of"."""
        return word.lower() in self.forms.classes["pronoun"] or word.lower() in self.forms.classes["open end"]

    def kin(self, line: Line) -> float:
        """Give the share of the long words of a line that the story has too."""
        words = WORD.findall(line.text.lower())
        return sum(word[:STEM] in self.stems for word in words) / len(words) if words else 0.0

    def story_beside(self, place: int, step: int) -> bool:
        """See that the next line of the story on one side is a paragraph."""
        place += step
        while 0 <= place < len(self.lines) and self.kinds[place] is not None:
            place += step
        return 0 <= place < len(self.lines) and (self.prose[place] or self.is_told_short(place))

    def is_told_short(self, place: int) -> bool:
        """See a short sentence that speaks of what the story speaks of: "The motive is unknown, police said."."""
        line = self.lines[place]
        words = line.text.split()
        told = line.text[-1] in '.”"' and line.text[0].isupper() and not line.text.isupper()
        return told and len(words) >= _SENTENCE and self.kin(line) >= KIN

    def is_author(self, place: int) -> bool:
        """See a name alone between title and story: "Kingsley Roe in Abuja", below the title or beside a date."""
        line = self.lines[place]
        match = _AUTHOR.fullmatch(line.text) if len(line.text) < SHORT else None
        if match is None or line.text.isupper():
            return False
        if len(line.text.split()) > _LONGEST_AUTHOR and not match["several"]:
            return False
        if match["from"] or match["town"]:
            return True
        if self.kin(line) >= KIN:
            return False
        beside = any(0 <= p < len(self.lines) and self.kinds[p] is SectionKind.CREDIT for p in (place - 1, place + 1))
        return beside or (self.title is not None and place - 1 == self.title)

    def is_name(self, place: int) -> bool:
        """See a name alone of which the story knows nothing, as behind its last paragraph: "Ada Roe"."""
        line = self.lines[place]
        match = re.fullmatch(NAME, line.text) if len(line.text) < SHORT else None
        return match is not None and not line.text.isupper() and self.kin(line) == 0

    def are_authors(self, place: int) -> bool:
        """See several names in a line beside a date, though they stand above what seems to be the title."""
        match = _AUTHOR.fullmatch(self.lines[place].text) if len(self.lines[place].text) < SHORT else None
        return match is not None and match["several"] is not None and self.is_author(place)

    def is_title(self, place: int) -> bool:
        """See the title, where it stands or again."""
        titles = (self.known, self.lines[self.title].text if self.title is not None else None)
        return any(title and same_words(self.lines[place].text, title) for title in titles)

    def is_of_picture(self, place: int) -> bool:
        """See the size of a picture below its file, and the name of who put it there."""
        near = self.own[max(0, place - _SIZES) : place]
        text = self.lines[place].text
        return any(sign is not None and sign.named for sign in near) and (
            text.isdigit() or _AUTHOR.fullmatch(text) is not None
        )

    def is_about_author(self, place: int) -> bool:
        """See what stands below a byline: "Senior Reporter @roe"."""
        line = self.lines[place]
        words = {word.lower() for word in line.text.split()}
        if len(words) > _LONGEST_AUTHOR + 1 or line.stopped:
            return False
        roles = self.forms.classes["role"] | self.forms.classes["byline"]
        behind = re.split(r"[/,|]", line.text.lower())[-1].split()
        if len(behind) < len(words) and behind and roles.issuperset(behind):
            return True  # "Ada Roe/Staff Reporter"
        below = self.kinds[place - 1] is SectionKind.CREDIT
        return below and ("@" in line.text or not words.isdisjoint(roles))

    def is_entry(self, place: int) -> bool:
        """See a line as short as an entry of a menu."""
        line = self.lines[place]
        return len(line.text.split()) <= MENU and not line.stopped

    def is_alien(self, place: int, most: float = KIN) -> bool:
        """See the headline of another story: several words, no full stop, few of them the story's."""
        line = self.lines[place]
        words = line.text.split()
        if not _TEASER <= len(words) <= _LONGEST_TEASER or line.stopped or _OPEN.search(line.text):
            return False
        if self.no_headline(words[0]) or self.no_headline(words[-1]):
            return False
        if line.text.isupper() and self.lines[self.first].text.isupper():
            return False
        told = sum(word.islower() and len(word) > MENU for word in words) > 1 or line.text.isupper()
        if not told and sum(word.lower() in self.signs.headline for word in words) < _HEADLINE:
            return False  # "Watford - PC Ryan Roe and PC Sam Marl": names, and nothing that is told of them
        return self.forms.form(line) in (Form.CANDIDATE, Form.PROSE) and self.kin(line) < most

    def is_teaser(self, place: int) -> bool:
        """See the headline of another story that was cut short or ends in its hour, and the name of its paper."""
        text = self.lines[place].text
        if text.endswith(("...", "…")) or _STAMPED.search(text):
            return True
        words = text.lower().split()
        media = self.forms.classes["outlet"] | self.forms.classes["agency"] | self.signs.site
        return len(words) <= MENU and (words[0] in media or words[-1] in media or text.lower() in media)

    def is_told(self, place: int) -> bool:
        """See a long word in small letters, which no entry of a menu has: "Appeal following burglary"."""
        return any(word.islower() and len(word) > MENU for word in self.lines[place].text.split())

    def is_shouted(self, place: int) -> bool:
        """See a headline in capitals between paragraphs that are not: some sites put those of other stories so."""
        line = self.lines[place]
        shouted = line.text.isupper() and len(line.text.split()) > _TEASER and not line.stopped
        return shouted and not any(self.lines[p].text.isupper() for p in (self.first, self.title or 0))

    def is_site(self, place: int) -> bool:
        """See the name of the paper as the last line: "Ayr Evening News"."""
        line = self.lines[place]
        words = [word.lower() for word in line.text.split()]
        if place <= self.last or not 1 < len(words) <= _SITE or line.stopped or not has_title_case(line.text.split()):
            return False
        behind = self.lines[self.title].text.lower().endswith(line.text.lower()) if self.title is not None else False
        return behind or not self.signs.site.isdisjoint(words)

    def is_medium(self, place: int) -> bool:
        """See the name of a paper beside its byline or its date: "The Ayr Bay Tribune"."""
        line = self.lines[place]
        words = line.text.split()
        near = [self.kinds[p] for p in (place - 1, place + 1) if 0 <= p < len(self.lines)]
        named = 1 < len(words) <= _SITE and all(word[0].isupper() for word in words) and not line.text.isupper()
        return named and SectionKind.CREDIT in near and words[-1].lower() in self.forms.classes["outlet"]

    def is_masthead(self, place: int) -> bool:
        """See the name of a paper with what it says of itself: "The Ayr Post - Your county, your paper"."""
        line = self.lines[place]
        name = _SLOGAN.split(line.text, 1)[0].split()
        words = {word.lower() for word in name}
        return (
            1 < len(name) <= _SITE and has_title_case(name) and not line.stopped and not _DIGIT.search(line.text)
            and not self.signs.site.isdisjoint(words) and self.kin(Line(0, 0, " ".join(name))) < 1
        )  # fmt: skip

    def is_dated(self, place: int) -> bool:
        """See a line that is no more than the date of the page; whom to call may stand behind it."""
        sign = self.own[place]
        if self.kinds[place] is not SectionKind.CREDIT or sign is None or not sign.dated:
            return False
        text = self.lines[place].text
        written = self.forms.dates.dated_line(text)
        behind = text.partition(written)[2] if written else ""
        return self.signs.contact.isdisjoint(WORD.findall(behind.lower()))

    @cached_property
    def signatures(self) -> int:
        """Count the paragraphs that end in a name or initials in brackets."""
        texts = (line.text for line, told in zip(self.lines, self.prose, strict=True) if told)
        return sum(text[-1] == ")" and SIGNATURE.search(text) is not None for text in texts)

    @cached_property
    def _bullets(self) -> frozenset[str]:
        """Give the marks with which lines of the page's own begin."""
        told = zip(self.lines, self.kinds, strict=True)
        return frozenset(line.text[0] for line, kind in told if kind is SectionKind.FURNITURE)

    def is_sentence(self, place: int) -> bool:
        """See a sentence of the story that lost its full stop, or an entry of a list."""
        line = self.lines[place]
        words = line.text.split()
        if line.text[0] in _BULLETS:
            return line.text[0] not in self._bullets
        return len(words) > _TEASER and self.kin(line) >= KIN and self.no_headline(words[0])

    def goes_with_contact(self, place: int) -> bool:
        """See a name, an office or a street among the lines that say whom to call."""
        line = self.lines[place]
        near = [p for p in (*range(place - _CONTACT, place), *range(place + 1, place + 3)) if 0 <= p < len(self.lines)]
        said = any(self.own[p] is not None for p in near if self.kinds[p] is SectionKind.CONTACT)
        return said and not line.stopped and len(line.text) < SHORT

    def is_signed(self, place: int) -> bool:
        """See that a byline or a date stands right below a line."""
        return place + 1 < len(self.lines) and self.kinds[place + 1] is SectionKind.CREDIT


def sheet(lines: Sequence[Line], signs: Signs, forms: Forms, title: str | None = None) -> Sheet | None:
    """Read the lines' own signs and find the story between them; None where there is no paragraph.

    A known headline that asks ("Is he fit to stand trial?") is none; with a full stop it may be the first sentence.
    """
    own = [signs.sign(line) for line in lines]
    credited = (place for place, sign in enumerate(own) if sign and sign.kind is SectionKind.CREDIT and not sign.dated)
    captions = {place: end for place in credited if (end := caption_end(signs, lines[place])) is not None}
    kinds = [sign.kind if sign and place not in captions else None for place, sign in enumerate(own)]
    shown = [place for place, line in enumerate(lines) if len(line.text) <= LONGEST and signs.shown.match(line.text)]
    for place in shown if len(shown) >= _SHOWN else ():
        kinds[place] = SectionKind.FURNITURE  # with one story each
    prose = [kind is None and place not in captions and _is_prose(lines[place]) for place, kind in enumerate(kinds)]
    if title and title.rstrip().endswith("?"):
        prose = [told and not same_words(lines[place].text, title) for place, told in enumerate(prose)]
    if not any(prose):  # a story of one line that was cut short
        longest = max(range(len(lines)), key=lambda place: len(lines[place].text) * (kinds[place] is None), default=0)
        prose[longest] = len(lines[longest].text) >= 2 * SHORT and kinds[longest] is None
    where = [place for place, told in enumerate(prose) if told]
    return Sheet(lines, own, kinds, prose, where[0], where[-1], signs, forms, captions) if where else None


def _is_prose(line: Line) -> bool:
    """See a paragraph of the story, though a credit stands behind its end."""
    return is_paragraph(line) or (len(line.text) >= _SIGNED and line.signed_off)
