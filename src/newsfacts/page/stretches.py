"""Which stretches of a text are the page's and not the story's: by what lines say, where they stand, what comes again.

Phases: 1. each line's own sign (`signs.py`, `sheet.py`); 2. the title, and what stands before it; 3. boxes of other
stories, and all that follows the story; 4. lines between paragraphs that speak of nothing that the story speaks of; 5.
credits and notices at the end of a paragraph (`tails.py`). A line about which nothing is known is the story's: to lose
a sentence is worse than to read a menu. Offsets are characters into the text with its lines joined.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from newsfacts.page.lines import INITIALS, Forms, Line, has_title_case, same_words
from newsfacts.page.sheet import KIN, MENU, SHORT, STEM, WORD, Sheet, sheet
from newsfacts.page.signs import Signs, bare
from newsfacts.page.tails import Stretch, tails
from newsfacts.record import SectionKind

__all__ = ["Stretch", "stretches"]

_SAME_NAMES = 0.5
"""Share of the names behind a line that stand before it too, from which the story goes on there."""
_SIGNED_TITLE = 0.4
"""What a byline below adds to the worth of a line as the title; length adds up to a half, kinship up to one."""
_TITLE_WORDS = 12
"""Words of a title, from which more add no worth."""
_ABOVE = 3
"""Lines from one that says whom to call up to the name above it."""
_REST = 0.25
"""Share of the prose up to which a box of comments or other stories may hold sentences."""
_TRIES = 3
"""Lines from which it is tried whether the story goes on behind them."""
_HEADS = 4
"""Lines at the top in which a page says that it is a digest."""
_SENTENCE = 5
"""Words of a line with a full stop that goes on with the story behind a box."""
_FOOTER = 6
"""Lines of a menu behind the story, at least."""
_EVERYDAY = 0.3
"""Share of them that hold a word which menus capitalise; of the lines of a list that show what they are."""
_BEHIND_KIN = 0.6
"""Kinship up to which a headline behind the story is another's; there is less that it could be."""
_FIRST = re.compile(r"1[.)]?\s[A-Z]")
"""The first of a list that is numbered."""
_KICKER = 6
"""Words of the name of a site, a column, a menu before the title."""
_TOP = 60
"""Lines with text among which a title is looked for."""
_LONGEST_TITLE = 200


def stretches(lines: Sequence[Line], title: str | None, signs: Signs, forms: Forms) -> list[Stretch]:
    """List what is not the story, in text order; `title` is the headline, where it is known apart from the text."""
    page = sheet(lines, signs, forms, title)
    if page is None:
        return []
    _take_masthead(page, title)
    _find_title(page, title)
    _keep_days(page)
    for phase in PHASES:
        phase(page)
    return _runs(page)


def _take_masthead(page: Sheet, title: str | None) -> None:
    """Take the name of the paper in the first line, where a headline stands below it."""
    below = [place for place in range(1, page.first) if page.kinds[place] is None]
    if (
        below
        and page.kinds[0] is None
        and page.is_masthead(0)
        and not (title and same_words(page.lines[0].text, title))
    ):
        page.kinds[0] = SectionKind.FURNITURE


def _find_title(page: Sheet, title: str | None) -> None:
    page.title, page.known = _title(page, title), title
    heads = [title or "", *(line.text for line in page.lines[:_HEADS] if len(line.text) < SHORT)]
    page.digest = any(page.signs.digest.search(head) for head in heads)
    if page.title is not None and title and same_words(page.lines[page.title].text, title):
        page.kinds[page.title] = None


def _keep_days(page: Sheet) -> None:
    """Leave the days of a log to the story: dates alone between its lines."""
    for place in range(page.first + 1, page.last):
        alone = page.kinds[place - 1] is None and page.kinds[place + 1] is None
        if alone and page.kinds[place] is SectionKind.CREDIT and page.forms.dates.is_day(page.lines[place].text):
            page.kinds[place] = None


def contacts(page: Sheet) -> None:
    """Take the name and the office above a telephone with it: "Ada Roe / Public Affairs / Office: 555-123-4567"."""
    for place in range(len(page.lines) - 1, 0, -1):
        above = page.lines[place - 1]
        if page.kinds[place] is SectionKind.CONTACT and page.kinds[place - 1] is None and not above.stopped:
            words = above.text.split()
            near = any(page.own[place : place + _ABOVE])
            titled = has_title_case(words) or all(word[0].isupper() for word in words)
            if near and titled and len(words) <= _KICKER and not above.text.isupper():
                page.kinds[place - 1] = SectionKind.CONTACT


def before_title(page: Sheet) -> None:
    """Take what stands before the title for the page's, except what speaks of the story too; tell authors and menus.

    Where the title stands again above the story, what is between the two is a menu as well.
    """
    start = 0 if page.title is None else page.title
    again = max((place for place in range(start, page.first) if page.is_title(place)), default=start)
    for place in range(min(again, page.first)):
        below = place > start and (page.is_author(place) or page.is_about_author(place))
        if page.kinds[place] is None and not page.is_title(place) and not below:
            page.kinds[place] = _above(page, place)
    for place in range(start, page.first):
        mine = page.kinds[place] is None and place != page.title
        if mine and (page.is_author(place) or page.is_about_author(place)):
            page.kinds[place] = SectionKind.CREDIT
    for place in range(start, page.first):
        if page.kinds[place] is None and place != page.title and page.is_medium(place):
            page.kinds[place] = SectionKind.FURNITURE
    _menus(page, start + (page.title is not None), page.first)


def _above(page: Sheet, place: int) -> SectionKind | None:
    """Tell what a line above the title is for."""
    if page.are_authors(place):
        return SectionKind.CREDIT
    words = len(page.lines[place].text.split())
    kin = page.kin(page.lines[place])
    related = (words > MENU and kin >= KIN) or (words == MENU and kin == 1 and page.is_told(place))
    return None if related or words > _KICKER else SectionKind.FURNITURE


def boxes(page: Sheet) -> None:
    """Take the headlines below "Read more" or "Most read" with it, up to the next paragraph."""
    open_ = False
    for place, line in enumerate(page.lines):
        if page.signs.opens_block(line):
            open_ = True
            page.kinds[place] = SectionKind.FURNITURE
        elif page.kinds[place] is SectionKind.FURNITURE and page.signs.opens_signup(line):
            open_ = True
        elif open_ and _opens_ranking(page, place):
            page.kinds[place] = SectionKind.FURNITURE
            page.prose[place] = False
        elif _closes_box(page, place):
            open_ = False
        elif open_ and page.kinds[place] is None:
            page.kinds[place] = SectionKind.FURNITURE


def _opens_ranking(page: Sheet, place: int) -> bool:
    """See a list of other stories in one line, right below what opens their box: "1 Market opens 2 Port shuts"."""
    return page.signs.opens_block(page.lines[place - 1]) and _FIRST.match(page.lines[place].text) is not None


def _closes_box(page: Sheet, place: int) -> bool:
    """See the story go on: a sentence; the title, again or not, a byline above the story, a caption."""
    line = page.lines[place]
    if page.prose[place] or page.is_sentence(place) or (line.stopped and len(line.text.split()) >= _SENTENCE):
        return True
    if place == page.title or place in page.captions:
        return True
    return place <= page.first and (page.is_title(place) or page.kinds[place] is SectionKind.CREDIT)


def behind(page: Sheet) -> None:
    """Take what follows the story, from the first line of the page behind its last paragraph on."""
    end = _end(page)
    if end is not None:
        for place in range(end, len(page.lines)):
            page.kinds[place] = page.kinds[place] or SectionKind.FURNITURE
            page.prose[place] = False
        page.last = max((place for place in range(end) if page.prose[place]), default=page.last)
    _footers(page)
    _teasers(page)
    told: SectionKind | None = None
    alien = len(page.lines)
    while alien - 1 > page.last and (
        page.kinds[alien - 1] or page.is_alien(alien - 1, _BEHIND_KIN) or page.is_site(alien - 1)
    ):
        alien -= 1
    for place in range(page.last + 1, len(page.lines)):
        kind = page.kinds[place]
        if kind is not None:
            told = kind if _opens_rest(page, place) else told
        elif page.is_title(place):
            told = SectionKind.FURNITURE  # again; what follows is other stories
        elif page.is_told_short(place) and told is SectionKind.FURNITURE:
            continue
        elif told is SectionKind.FURNITURE and page.is_of_picture(place):
            page.kinds[place] = SectionKind.CREDIT
        elif (told is SectionKind.FURNITURE and not page.is_sentence(place)) or place >= alien or page.is_site(place):
            page.kinds[place] = SectionKind.FURNITURE
        elif told is None and _is_signature(page, place):
            page.kinds[place] = SectionKind.CREDIT
        elif bare(page.lines[place]) in page.signs.contact:
            told = page.kinds[place] = SectionKind.CONTACT
        elif told is SectionKind.CONTACT and page.goes_with_contact(place):
            page.kinds[place] = SectionKind.CONTACT


def between(page: Sheet) -> None:
    """Take headlines of other stories between two paragraphs, and what stands there again and again."""
    times = Counter(line.text for line in page.lines if len(line.text) < 80)
    for place in range(page.first + 1, page.last):
        line = page.lines[place]
        if page.kinds[place] is not None or page.prose[place] or place in page.captions:
            continue
        alone = page.story_beside(place, -1) and page.story_beside(place, 1)
        alien = not page.digest and (page.is_alien(place) or page.is_shouted(place))
        if alone and (alien or times[line.text] > 2):
            page.kinds[place] = SectionKind.FURNITURE


PHASES = (contacts, before_title, boxes, behind, between)
"""In this order; each tells more lines apart and undoes nothing."""


def _runs(page: Sheet) -> list[Stretch]:
    """List the stretches that were found, those inside a line included."""
    found: list[Stretch] = []
    for (kind, dated), group in groupby(
        range(len(page.lines)), key=lambda place: (page.kinds[place], page.is_dated(place))
    ):
        places = list(group)
        if kind is not None:
            told = SectionKind.FURNITURE if dated else kind
            found.append(Stretch(page.lines[places[0]].start, page.lines[places[-1]].end, told, dated))
        else:
            found.extend(tail for place in places for tail in tails(page, place))
    return found


def _title(page: Sheet, title: str | None) -> int | None:
    """Find the title among the lines before the first paragraph: it speaks of the story, in several words."""
    best: tuple[float, int] | None = None
    if not title and (page.first < 2 or page.lines[page.first].text.isupper()):
        return page.first - 1 if page.first == 1 else None
    for place, line in enumerate(page.lines[: min(page.first + 1, _TOP)]):
        if title and same_words(line.text, title):
            return place
        words = line.text.split()
        if page.kinds[place] is not None or len(line.text) > _LONGEST_TITLE or len(words) <= MENU:
            continue
        if place == page.first:
            continue
        kin = page.kin(line)
        worth = (
            kin + min(len(words), _TITLE_WORDS) / (2 * _TITLE_WORDS) + (_SIGNED_TITLE if page.is_signed(place) else 0)
        )
        if kin >= KIN and (best is None or worth > best[0] + 0.1):
            best = worth, place
    return best[1] if best else None


def _end(page: Sheet) -> int | None:
    """Find the line behind which there is no more story, though there may be sentences: comments, other stories."""
    times = Counter(line.text for line, told in zip(page.lines, page.prose, strict=True) if told)
    lengths = [len(line.text) * (times[line.text] == 1) for line in page.lines]  # a story says nothing twice
    whole = sum(lengths)
    after = 0
    found: list[int] = []
    for place in range(len(page.lines) - 1, page.first, -1):
        if page.signs.closes_story(page.lines[place]):
            found.append(place)
        after += lengths[place]
        if after > _REST * whole:
            break
    return next((place for place in found[: -_TRIES - 1 : -1] if _is_alien_behind(page, place)), None)


def _is_alien_behind(page: Sheet, place: int) -> bool:
    """See that the sentences behind a line name other people and places than those before it."""
    before, behind = _names(page, range(place)), _names(page, range(place, len(page.lines)))
    return len(behind) < MENU or len(behind & before) < _SAME_NAMES * len(behind)


def _names(page: Sheet, places: range) -> set[str]:
    """Give the beginnings of the capitalised words of the paragraphs among some lines."""
    found = (word for place in places if page.prose[place] for word in WORD.findall(page.lines[place].text))
    return {word.lower()[:STEM] for word in found if word[0].isupper()}


def _menus(page: Sheet, first: int, last: int) -> None:
    """Take very short lines between two lines of the page, and runs of them beside one."""
    own = [place for place in range(first, last) if page.kinds[place] is SectionKind.FURNITURE]
    run: list[int] = []
    for place in range(first, last + 1):
        if place < last and page.kinds[place] is None and page.is_entry(place):
            run.append(place)
            continue
        inside = bool(run) and bool(own) and own[0] < run[0] and run[-1] < own[-1]
        beside = (
            any(page.kinds[p] is SectionKind.FURNITURE for p in (run[0] - 1, min(place, last - 1))) if run else False
        )
        lettered = any(map(str.isalpha, "".join(page.lines[entry].text for entry in run)))
        if inside or (beside and (len(run) >= MENU or not lettered)):  # "2" and "/", of the way to the page
            for entry in run:
                page.kinds[entry] = SectionKind.FURNITURE
        run = []


def _footers(page: Sheet) -> None:
    """Take a menu behind the story: many very short lines, and everyday words among them that menus capitalise."""
    run: list[int] = []
    for place in range(page.last + 1, len(page.lines) + 1):
        if place < len(page.lines) and page.kinds[place] is not SectionKind.CREDIT and page.is_entry(place):
            run.append(place)
            continue
        everyday = sum(
            any(word.lower() in page.signs.headline for word in page.lines[entry].text.split()) for entry in run
        )
        if len(run) >= _FOOTER and everyday >= _EVERYDAY * len(run):
            for entry in run:
                page.kinds[entry] = page.kinds[entry] or SectionKind.FURNITURE
        run = []


def _is_signature(page: Sheet, place: int) -> bool:
    """See the author behind the story: a name as the last line, initials anywhere."""
    if place == len(page.lines) - 1 == page.last + 1 and page.is_name(place):
        return True
    return INITIALS.fullmatch(f"x. {page.lines[place].text}", 2) is not None


def _teasers(page: Sheet) -> None:
    """Take a list of other stories behind the last paragraph: cut short, or each with its date or its paper."""
    run = [place for place in range(page.last + 1, len(page.lines)) if page.kinds[place] is None]
    marked = sum(page.is_teaser(place) for place in run)
    if marked >= MENU and marked >= _EVERYDAY * len(run):
        for place in run:
            page.kinds[place] = SectionKind.FURNITURE


def _opens_rest(page: Sheet, place: int) -> bool:
    """See a line behind which all is of the page."""
    sign = page.own[place]
    return page.kinds[place] is not SectionKind.CREDIT and (sign is None or sign.ends)
