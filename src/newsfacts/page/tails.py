"""What ends a line of the story and is not the story: a credit in brackets, a note of rights, the name of the site.

A caption that tells something is the story's, and the credit behind it is a tail too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsfacts.page.lines import INITIALS, Line
from newsfacts.page.sheet import SIGNATURE, Sheet
from newsfacts.page.signs import RIGHTS, SHORT, bare
from newsfacts.record import SectionKind

__all__ = ["Stretch", "tails"]

_SIGNED = re.compile(
    rf"""
      \s* [(\[（] (?P<inner> [^()\[\]（）\r\n]{{2,90}} ) [)\]）] \W{{0,2}} $       # "… on Friday. (DSB)"
    | (?<=[.!?”"]) \s* (?P<right> {RIGHTS} [^\r\n]{{0,400}} ) $   # "… on Friday. © Ayr Post."
    """,
    re.VERBOSE,
)
_SIGNED_PARAGRAPHS = 2
"""Paragraphs that are signed, from which each signature is one: a round-up has several writers."""
_SIGNATURE = re.compile(r"[A-Z]{2,5}(?:\s?/\s?[A-Z]{2,5})*|[A-Z][\w.]+(?:\s[A-Z][\w.-]+){0,3}")
_FILED = re.compile(r"[A-Z][\w ]{2,24}[/,]\s?[A-Z][a-z]{2,8}\.?\s?\d{1,2}\s?[/,]\s?\d{4}")
"""Where and when a story was filed, behind its end: "(Colombo/May17/2022)"."""
_SITE = re.compile(r"\s[|–—-]\s(?P<site>[^|–—]{2,40})$")
_SITE_WORDS = 4
_THANKS = 80
"""Characters of a sentence that says who helped."""
_LABELS = (":", "|", " by ")
"""What stands between the label of a credit and the name."""
_LEAST = 3
"""A tail begins in the last two of so many parts of its line."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold some lines that are for one thing, or a part of one; what no stretch covers is the story."""

    start: int
    end: int
    kind: SectionKind
    dated: bool = False
    """Whether it is a date of the page: furniture of which nothing is read but that date."""


def tails(page: Sheet, place: int) -> Iterator[Stretch]:
    """Find the credit or the notice at the end of a paragraph, and the name of the site behind the title."""
    line = page.lines[place]
    text = line.text
    if place == page.title:
        site = _SITE.search(text)
        if site and (text[site.start() + 1] == "|" or _names_site(page, site["site"])):
            yield Stretch(line.start + site.start(), line.end, SectionKind.FURNITURE)
        return
    if place in page.captions:
        yield Stretch(line.start + page.captions[place], line.end, SectionKind.CREDIT)
        return
    thanks = page.signs.credit.search(text) if page.prose[place] and "contribut" in text[-_THANKS:] else None
    if thanks and thanks["thanks"]:
        yield Stretch(line.start + thanks.start(), line.end, SectionKind.CREDIT)
        return
    if len(text) > SHORT and not line.stopped and any(mark in text[-_THANKS:] for mark in _LABELS):
        picture = page.signs.credit.search(text, len(text) - _THANKS)
        if picture and not picture["inner"] and not picture["thanks"]:
            yield Stretch(line.start + picture.start(), line.end, SectionKind.CREDIT)
            return
    initials = INITIALS.search(text) if place == page.last and text[-1].isupper() else None
    if initials:
        yield Stretch(line.start + initials.start("initials"), line.end, SectionKind.CREDIT)
        return
    may = page.prose[place] and (text[-1] in ")]）" or text[-2:-1] == ")" or "©" in text or "Copyright" in text)
    match = _SIGNED.search(text) if may else None
    if match is None or match.start() < len(text) // _LEAST:
        return
    if match["right"]:
        yield Stretch(line.start + match.start("right"), line.end, SectionKind.FURNITURE)
    elif _is_signature(page, place, match):
        yield Stretch(line.start + match.end() - len(match[0].lstrip()), line.end, SectionKind.CREDIT)


def _names_site(page: Sheet, name: str) -> bool:
    words = [word.lower() for word in name.split()]
    if len(words) <= _SITE_WORDS and not page.signs.site.isdisjoint(words):
        return True
    above = page.lines[: page.first]  # an office at the foot of its release has issued it, and says where
    return any(bare(line) == name.strip().lower() for line in above)


def _is_signature(page: Sheet, place: int, match: re.Match[str]) -> bool:
    """See initials, names, an agency or a credit in brackets behind the end of the last paragraph."""
    inner = match["inner"].strip()
    if match.string[: match.start()].rstrip()[-1:] not in tuple('.!?”"…'):
        return False
    sign = page.signs.sign(Line(0, len(inner), inner))
    if sign is not None and sign.kind is SectionKind.CREDIT:
        return True
    if place == page.last and (_SIGNATURE.fullmatch(" / ".join(inner.split("/"))) or _FILED.fullmatch(inner)):
        return True
    return page.signatures >= _SIGNED_PARAGRAPHS and SIGNATURE.search(match.string) is not None
