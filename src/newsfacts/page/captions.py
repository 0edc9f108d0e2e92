"""Captions: what a picture shows, told in a line that ends in a credit.

A caption that tells something is read as the story is, and the credit behind it is a credit; one of few words says
nothing else and goes with its credit. Not here: what a credit looks like, see `sign_table.py`.
"""

from newsfacts.page.lines import Line
from newsfacts.page.signs import Signs
from newsfacts.record import SectionKind

__all__ = ["caption_end"]

_TELLING = 5
"""Words of a caption that tells something; a shorter one names what the picture shows."""


def caption_end(signs: Signs, line: Line) -> int | None:
    """Find where the caption of a line ends and its credit begins; None where the line has no more than a credit.

    Shape: characters into the line.
    """
    label = signs.label.match(line.text)
    if label and label["label"].lower() not in signs.shows:
        return None  # "Source: Ayr Police. Photo by Ada Roe": all of it is a credit
    start = label.end() if label else 0
    match = signs.credit.search(line.text, start)
    if match is None or len(line.text[start : match.start()].split()) < _TELLING:
        return None
    if match["inner"] and not _is_credit(signs, match["inner"].strip()):
        return None
    if match["thanks"] and signs.writes.search(line.text, 0, match.start()):
        return None  # "Ada Roe reported from Ayr. Ben Marl contributed."
    return match.start()


def _is_credit(signs: Signs, inner: str) -> bool:
    """See a credit in brackets: one with its label, or the letters of an agency, a station, a name."""
    sign = signs.sign(Line(0, len(inner), inner))
    if sign is not None:
        return sign.kind is SectionKind.CREDIT
    return all(word[0].isupper() or word[0].isdigit() for word in inner.split())
