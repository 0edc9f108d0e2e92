"""Which stretches of a text are the page's and not the story's: by what lines say, where they stand, and what comes again.

Phases: 1. each line's own sign (`signs.py`); 2. what stands before the title; 3. boxes of other stories, and all that
follows the story; 4. lines between paragraphs that speak of nothing that the story speaks of; 5. credits and notices
at the end of a paragraph. A line about which nothing is known is the story's: to lose a sentence is worse than to
read a menu. Offsets are characters into the text with its lines joined.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from newsfacts.page.headings import is_paragraph
from newsfacts.page.lines import Form, Forms, Line, has_title_case, same_words
from newsfacts.page.signs import Signs, bare
from newsfacts.record import SectionKind

__all__ = ["Stretch", "stretches"]

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
"""Characters by which words are compared: "arrest", "arrested"."""
_KIN = 0.34
"""Share of the long words of a line that the story has too, from which the line may be about it."""
_SAME_NAMES = 0.5
"""Share of the names behind a line that stand before it too, from which the story goes on there."""
_SIGNED_TITLE = 0.4
"""What a byline below adds to the worth of a line as the title; length adds up to a half, kinship up to one."""
_TEASER = 6
"""Words of the headline of another story; a shorter line between paragraphs may be a heading of this one."""
_LONGEST_TEASER = 18
_HEADLINE = 2
"""Words that headlines capitalise, of which one in title case has some."""
_OPEN = re.compile(r"^[^\w‘'“\"#$£]|^[a-z]|[,;:(–—-]$|[a-z]{3}\.\s[A-Z]")
"""What no headline has: a bullet or a small letter at its beginning, a comma at its end, two sentences."""
_BULLETS = "*•‣●▪◦"
_ABOVE = 3
"""Lines from one that says whom to call up to the name above it."""
_CONTACT = 4
"""Lines below one that says whom to call which may go with it."""
_ENTRY = 80
"""Characters of a line of a contact."""
_REST = 0.25
"""Share of the prose up to which a box of comments or other stories may hold sentences."""
_TRIES = 3
"""Lines from which it is tried whether the story goes on behind them."""
_MENU = 3
"""Words of an entry of a menu, and entries of one."""
_SENTENCE = 5
"""Words of a line with a full stop that goes on with the story behind a box."""
_KICKER = 6
"""Words of the name of a site, a column, a menu before the title."""
_TOP = 60
"""Lines with text among which a title is looked for."""
_LONGEST_TITLE = 200
_LONGEST_AUTHOR = 5
"""Words of a name with its town."""
_SIGNED = re.compile(
    r"""
      \s* [(\[（] (?P<inner> [^()\[\]（）\r\n]{2,90} ) [)\]）] \W{0,2} $       # "… on Friday. (DSB)"
    | (?<=[.!?”"]) \s* (?P<right> (?:©|\(c\)\s|Copyright\b) [^\r\n]{0,400} ) $   # "… on Friday. © Ayr Post. All rights …"
    """,
    re.VERBOSE,
)
_ENDED = re.compile(r"[.!?”\"]\s*[(\[（][^()\[\]（）\r\n]{2,90}[)\]）]\W{0,2}$")
_INITIALS = re.compile(r"[A-Z]{2,5}(?:\s?/\s?[A-Z]{2,5})*|[A-Z][\w.]+(?:\s[A-Z][\w.-]+){0,3}")
_SITE_TAIL = re.compile(r"\s[|–—-]\s(?P<site>[^|–—]{2,40})$")
_AUTHOR = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*\s){1,3}[^\W\d_a-z][\w'’-]*(?P<town>,?\sin\s[^\W\d_a-z][\w-]+)?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold some lines that are for one thing, or a part of one; what no stretch covers is the story."""

    start: int
    end: int
    kind: SectionKind


def stretches(lines: Sequence[Line], title: str | None, signs: Signs, forms: Forms) -> list[Stretch]:
    """List what is not the story, in text order; `title` is the headline, where it is known apart from the text."""
    page = _Page.of(lines, title, signs, forms)
    if page is None:
        return []
    page.contacts()
    page.before_title()
    page.boxes()
    page.behind()
    page.between()
    return page.stretches()


def _is_prose(line: Line) -> bool:
    """See a paragraph of the story, though a credit stands behind its end."""
    return is_paragraph(line) or (len(line.text) >= _ENTRY and _ENDED.search(line.text) is not None)


@dataclass
class _Page:
    """Hold the lines of a page while their kinds are told, one phase after the other."""

    lines: Sequence[Line]
    kinds: list[SectionKind | None]
    prose: list[bool]
    """Which lines are paragraphs of the story."""
    first: int
    last: int
    title: int | None
    signs: Signs
    forms: Forms

    @classmethod
    def of(cls, lines: Sequence[Line], title: str | None, signs: Signs, forms: Forms) -> "_Page | None":
        """Read the lines' own signs and find the story between them; None where there is no paragraph."""
        found = [signs.sign(line) for line in lines]
        kinds = [sign.kind if sign else None for sign in found]
        prose = [kind is None and _is_prose(line) for kind, line in zip(kinds, lines, strict=True)]
        where = [place for place, told in enumerate(prose) if told]
        if not where:
            return None
        page = cls(lines, kinds, prose, where[0], where[-1], None, signs, forms)
        page.title = page._title(title)
        if page.title is not None and title and same_words(lines[page.title].text, title):
            kinds[page.title] = None
        for place in range(page.first + 1, page.last):
            if kinds[place] is SectionKind.CREDIT and forms.dates.is_day(lines[place].text):
                beside = kinds[place - 1], kinds[place + 1]
                kinds[place] = None if beside == (None, None) else kinds[place]  # the days of a log
        return page

    @cached_property
    def stems(self) -> frozenset[str]:
        """Give the beginnings of the long words of the story's paragraphs; most pages never ask."""
        text = " ".join(line.text for line, told in zip(self.lines, self.prose, strict=True) if told)
        return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()))

    def no_headline(self, word: str) -> bool:
        """Say whether no headline begins or ends with a word: "the", "he", "of"."""
        return word.lower() in self.forms.classes["pronoun"] or word.lower() in self.forms.classes["open end"]

    def kin(self, line: Line) -> float:
        """Give the share of the long words of a line that the story has too."""
        words = _WORD.findall(line.text.lower())
        return sum(word[:_STEM] in self.stems for word in words) / len(words) if words else 0.0

    def before_title(self) -> None:
        """Take what stands before the title for the page's, except what speaks of the story too."""
        if self.title is None:
            return
        for place in range(min(self.title, self.first)):
            words = len(self.lines[place].text.split())
            related = words > _MENU and self.kin(self.lines[place]) >= _KIN
            if self.kinds[place] is None and words <= _KICKER and not related:
                self.kinds[place] = SectionKind.FURNITURE
        for place in range(self.title + 1, self.first):
            if self.kinds[place] is None and (self._is_author(place) or self._is_about_author(place)):
                self.kinds[place] = SectionKind.CREDIT
        self._menus(self.title + 1, self.first)

    def contacts(self) -> None:
        """Take the name and the office above a telephone with it: "Ada Roe / Public Affairs / Office: 555-123-4567"."""
        for place in range(len(self.lines) - 1, 0, -1):
            above = self.lines[place - 1]
            if self.kinds[place] is SectionKind.CONTACT and self.kinds[place - 1] is None and not above.stopped:
                words = above.text.split()
                near = any(self.signs.sign(line) for line in self.lines[place : place + _ABOVE])
                titled = has_title_case(words) or all(word[0].isupper() for word in words)
                if near and titled and len(words) <= _KICKER and not above.text.isupper():
                    self.kinds[place - 1] = SectionKind.CONTACT

    def boxes(self) -> None:
        """Take the headlines below "Read more" or "Most read" with it, up to the next paragraph."""
        open_ = False
        for place, line in enumerate(self.lines):
            if self.signs.opens_block(line):
                open_ = True
                self.kinds[place] = SectionKind.FURNITURE
            elif self.kinds[place] is SectionKind.FURNITURE and self.signs.opens_signup(line):
                open_ = True
            elif self.prose[place] or place == self.title or (line.stopped and len(line.text.split()) >= _SENTENCE):
                open_ = False
            elif open_ and self.kinds[place] is None:
                self.kinds[place] = SectionKind.FURNITURE

    def behind(self) -> None:
        """Take what follows the story, from the first line of the page behind its last paragraph on."""
        end = self._end()
        if end is not None:
            for place in range(end, len(self.lines)):
                self.kinds[place] = self.kinds[place] or SectionKind.FURNITURE
                self.prose[place] = False
            self.last = max((place for place in range(end) if self.prose[place]), default=self.last)
        told: SectionKind | None = None
        alien = len(self.lines)
        while alien - 1 > self.last and (
            self.kinds[alien - 1] or self._is_alien(alien - 1) or self._is_site(alien - 1)
        ):
            alien -= 1
        for place in range(self.last + 1, len(self.lines)):
            kind = self.kinds[place]
            if kind is not None:
                told = kind if self._opens_rest(place) else told
            elif (
                (told is SectionKind.FURNITURE and not self._is_sentence(place))
                or place >= alien
                or self._is_site(place)
            ):
                self.kinds[place] = SectionKind.FURNITURE
            elif bare(self.lines[place]) in self.signs.contact:
                told = self.kinds[place] = SectionKind.CONTACT
            elif told is SectionKind.CONTACT and self._goes_with_contact(place):
                self.kinds[place] = SectionKind.CONTACT

    def between(self) -> None:
        """Take headlines of other stories between two paragraphs, and what stands there again and again."""
        times = Counter(line.text for line in self.lines if len(line.text) < 80)
        for place in range(self.first + 1, self.last):
            line = self.lines[place]
            if self.kinds[place] is not None or self.prose[place]:
                continue
            alone = self._story_beside(place, -1) and self._story_beside(place, 1)
            if alone and (self._is_alien(place) or times[line.text] > 2 or self._is_shouted(place)):
                self.kinds[place] = SectionKind.FURNITURE

    def stretches(self) -> list[Stretch]:
        """List the stretches that were found, those inside a line included."""
        found: list[Stretch] = []
        for kind, group in groupby(range(len(self.lines)), key=lambda place: self.kinds[place]):
            places = list(group)
            if kind is not None:
                found.append(Stretch(self.lines[places[0]].start, self.lines[places[-1]].end, kind))
            else:
                found.extend(tail for place in places for tail in self._tail(place))
        return found

    def _title(self, title: str | None) -> int | None:
        """Find the title among the lines before the first paragraph: it speaks of the story, in several words."""
        best: tuple[float, int] | None = None
        if not title and (self.first < 2 or self.lines[self.first].text.isupper()):
            return self.first - 1 if self.first == 1 else None
        for place, line in enumerate(self.lines[: min(self.first + 1, _TOP)]):
            if title and same_words(line.text, title):
                return place
            words = line.text.split()
            if self.kinds[place] is not None or len(line.text) > _LONGEST_TITLE or len(words) <= _MENU:
                continue
            if place == self.first or line.text.endswith(".") and len(words) > 16:
                continue
            kin = self.kin(line)
            worth = kin + min(len(words), 12) / 24 + (_SIGNED_TITLE if self._is_signed(place) else 0)
            if kin >= _KIN and (best is None or worth > best[0] + 0.1):
                best = worth, place
        return best[1] if best else None

    def _is_signed(self, place: int) -> bool:
        """See that a byline or a date stands right below a line."""
        return place + 1 < len(self.lines) and self.kinds[place + 1] is SectionKind.CREDIT

    def _end(self) -> int | None:
        """Find the line behind which there is no more story, though there may be sentences: comments, other stories."""
        lengths = [len(line.text) if told else 0 for line, told in zip(self.lines, self.prose, strict=True)]
        whole = sum(lengths)
        after = 0
        found: list[int] = []
        for place in range(len(self.lines) - 1, self.first, -1):
            if self.signs.closes_story(self.lines[place]):
                found.append(place)
            after += lengths[place]
            if after > _REST * whole:
                break
        return next((place for place in found[: -_TRIES - 1 : -1] if self._is_alien_behind(place)), None)

    def _is_alien_behind(self, place: int) -> bool:
        """See that the sentences behind a line name other people and places than those before it."""
        before, behind = self._names(range(place)), self._names(range(place, len(self.lines)))
        return not behind or len(behind & before) < _SAME_NAMES * len(behind)

    def _names(self, places: range) -> set[str]:
        """Give the beginnings of the capitalised words of the paragraphs among some lines."""
        found = (word for place in places if self.prose[place] for word in _WORD.findall(self.lines[place].text))
        return {word.lower()[:_STEM] for word in found if word[0].isupper()}

    def _is_author(self, place: int) -> bool:
        """See a name alone between title and story: "Kingsley Roe in Abuja", below the title or beside a date."""
        line = self.lines[place]
        match = _AUTHOR.fullmatch(line.text)
        if match is None or len(line.text.split()) > _LONGEST_AUTHOR or self.kin(line) >= _KIN or line.text.isupper():
            return False
        beside = any(0 <= p < len(self.lines) and self.kinds[p] is SectionKind.CREDIT for p in (place - 1, place + 1))
        return beside or place - 1 == self.title or match["town"] is not None

    def _is_about_author(self, place: int) -> bool:
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

    def _menus(self, first: int, last: int) -> None:
        """Take runs of very short lines that say nothing of the story."""
        run: list[int] = []
        for place in [*range(first, last), last]:
            short = place < last and self.kinds[place] is None and len(self.lines[place].text.split()) <= _MENU
            if short and not self.lines[place].stopped:
                run.append(place)
                continue
            if len(run) >= _MENU and any(
                self.kinds[p] is SectionKind.FURNITURE for p in (run[0] - 1, min(place, last - 1))
            ):
                for entry in run:
                    self.kinds[entry] = SectionKind.FURNITURE
            run = []

    def _is_alien(self, place: int) -> bool:
        """See the headline of another story: several words, no full stop, few of them the story's."""
        line = self.lines[place]
        words = line.text.split()
        if not _TEASER <= len(words) <= _LONGEST_TEASER or line.stopped or _OPEN.search(line.text):
            return False
        if self.no_headline(words[0]) or self.no_headline(words[-1]):
            return False
        if line.text.isupper() and self.lines[self.first].text.isupper():
            return False
        told = sum(word.islower() and len(word) > _MENU for word in words) > 1 or line.text.isupper()
        if not told and sum(word.lower() in self.signs.headline for word in words) < _HEADLINE:
            return False  # "Watford - PC Ryan Roe and PC Sam Marl": names, and nothing that is told of them
        return self.forms.form(line) in (Form.CANDIDATE, Form.PROSE) and self.kin(line) < _KIN

    def _opens_rest(self, place: int) -> bool:
        """See a line behind which all is of the page; an address alone or a date does not say that."""
        sign = self.signs.sign(self.lines[place])
        return self.kinds[place] is not SectionKind.CREDIT and (sign is None or sign.id != "furniture.address")

    @cached_property
    def _bullets(self) -> frozenset[str]:
        """Give the marks with which lines of the page's own begin."""
        told = zip(self.lines, self.kinds, strict=True)
        return frozenset(line.text[0] for line, kind in told if kind is SectionKind.FURNITURE)

    def _is_sentence(self, place: int) -> bool:
        """See a sentence of the story that lost its full stop, or an entry of a list."""
        line = self.lines[place]
        words = line.text.split()
        if line.text[0] in _BULLETS:
            return line.text[0] not in self._bullets
        return len(words) > _TEASER and self.kin(line) >= _KIN and self.no_headline(words[0])

    def _goes_with_contact(self, place: int) -> bool:
        """See a name, an office or a street among the lines that say whom to call."""
        line = self.lines[place]
        near = [p for p in (*range(place - _CONTACT, place), *range(place + 1, place + 3)) if 0 <= p < len(self.lines)]
        said = any(self.signs.sign(self.lines[p]) is not None for p in near if self.kinds[p] is SectionKind.CONTACT)
        return said and not line.stopped and len(line.text) < _ENTRY

    def _is_shouted(self, place: int) -> bool:
        """See a headline in capitals between paragraphs that are not: some sites put those of other stories so."""
        line = self.lines[place]
        shouted = line.text.isupper() and len(line.text.split()) > _TEASER and not line.stopped
        return shouted and not any(self.lines[p].text.isupper() for p in (self.first, self.title or 0))

    def _is_site(self, place: int) -> bool:
        """See the name of the paper as the last line: "Ayr Evening News"."""
        line = self.lines[place]
        words = [word.lower() for word in line.text.split()]
        named = place == len(self.lines) - 1 and 1 < len(words) <= 5 and has_title_case(line.text.split())
        return named and not line.stopped and not self.signs.site.isdisjoint(words)

    def _story_beside(self, place: int, step: int) -> bool:
        """See that the next line of the story on one side is a paragraph."""
        place += step
        while 0 <= place < len(self.lines) and self.kinds[place] is not None:
            place += step
        return 0 <= place < len(self.lines) and self.prose[place]

    def _tail(self, place: int) -> Iterator[Stretch]:
        """Find the credit or the notice at the end of a paragraph, and the name of the site behind the title."""
        line = self.lines[place]
        if place == self.title:
            site = _SITE_TAIL.search(line.text)
            if site and (line.text[site.start() + 1] == "|" or self._names_site(site["site"])):
                yield Stretch(line.start + site.start(), line.end, SectionKind.FURNITURE)
            return
        text = line.text
        may = self.prose[place] and (text[-1] in ")]）" or text[-2:-1] == ")" or "©" in text or "Copyright" in text)
        match = _SIGNED.search(text) if may else None
        if match is None or match.start() < len(line.text) // 3:
            return
        if match["right"]:
            yield Stretch(line.start + match.start("right"), line.end, SectionKind.FURNITURE)
        elif self._is_signature(line, match, place):
            yield Stretch(line.start + match.end() - len(match[0].lstrip()), line.end, SectionKind.CREDIT)

    def _names_site(self, name: str) -> bool:
        words = [word.lower() for word in name.split()]
        known = any(bare(line) == name.strip().lower() for line in self.lines)
        return known or (len(words) <= 4 and not self.signs.site.isdisjoint(words))

    def _is_signature(self, line: Line, match: re.Match[str], place: int) -> bool:
        """See initials, names, an agency or a credit in brackets behind the end of the last paragraph."""
        inner = match["inner"].strip()
        if line.text[: match.start()].rstrip()[-1:] not in tuple('.!?”"…'):
            return False
        sign = self.signs.sign(Line(0, len(inner), inner))
        if sign is not None and sign.kind is SectionKind.CREDIT:
            return True
        return place == self.last and _INITIALS.fullmatch(inner.replace("/", " / ").replace("  ", " ")) is not None
