"""Draw the picture of README and of the site: a short text with what is read in it, docs/picture.svg.

    python bench/picture.py

The text stands in lines; each fact and person has its colour behind its words and its values beneath. What is drawn is
what the extractor gives; a test fails where the file is not what this module makes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from newsfacts.article import Article
from newsfacts.extract import Extractor
from newsfacts.record import Count, Fact, Money, Percentage, Person, Quantity, Quote, Record

__all__ = ["PICTURE", "draw", "record"]

PICTURE = Path(__file__).parent.parent / "docs" / "picture.svg"
LINES = (
    "Police in Leeds, England, arrested more than 12 suspects on Monday",
    "and seized 3 kg of cocaine and £40,000 in stolen cash.",
    "Burglaries fell by 8.5 percent year on year.",
    "“We are not done,” said Inspector Ann Roe of West Yorkshire Police.",
)
TEXT = " ".join(LINES)
_COLOURS = {
    "count": "#f6c177", "money": "#9ccf8f", "quantity": "#8fc7e8", "percentage": "#d9a5e6", "quote": "#f2b5b5",
    "person": "#cfd8dc",
}  # fmt: skip
"""Light grounds on which black text has a contrast of 7 and more (WCAG AAA)."""
_WIDE, _CHAR, _LEFT, _TOP, _STEP, _LINE = 780, 10.24, 24, 46, 86, 16
"""Pixels: width, a character of the text, margins, from text line to text line, from note to note."""


@dataclass(frozen=True)
class Mark:
    """Hold what is drawn under some characters of a line."""

    line: int
    start: int
    end: int
    kind: str
    notes: tuple[str, ...]


def record(extractor: Extractor) -> Record:
    """Read the text."""
    return extractor.extract(Article("picture", TEXT, published="2024-05-31"))


def draw(read: Record) -> str:
    """Draw a record of the text as SVG."""
    marks = sorted(_marks(read), key=lambda mark: (mark.line, mark.start))
    height = _TOP + len(LINES) * _STEP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {height}" role="img" '
        f'aria-label="{escape(TEXT)}" font-family="monospace">',
        f'<rect width="{_WIDE}" height="{height}" fill="#ffffff"/>',
    ]
    parts += [line for mark in marks for line in _drawn(mark)]
    for number, line in enumerate(LINES):
        parts.append(
            f'<text x="{_LEFT}" y="{_TOP + number * _STEP}" font-size="17" fill="#111111" '
            f'textLength="{len(line) * _CHAR:.0f}" lengthAdjust="spacing">{escape(line)}</text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def _drawn(mark: Mark) -> Iterator[str]:
    x, width = _LEFT + mark.start * _CHAR, (mark.end - mark.start) * _CHAR
    y = _TOP + mark.line * _STEP
    yield f'<rect x="{x:.1f}" y="{y - 18}" width="{width:.1f}" height="25" rx="4" fill="{_COLOURS[mark.kind]}"/>'
    for number, note in enumerate(mark.notes, start=1):
        yield f'<text x="{x:.1f}" y="{y + 6 + number * _LINE}" font-size="12" fill="#444444">{escape(note)}</text>'


def _marks(read: Record) -> Iterator[Mark]:
    for fact in read.facts:
        yield _mark(fact.start_char, fact.end_char, fact.kind, _notes(fact))
    for person in read.people:
        first = person.mentions[0]
        yield _mark(first.start_char, first.end_char, "person", _about(person))


def _mark(start: int, end: int, kind: str, notes: tuple[str, ...]) -> Mark:
    begin = 0
    for number, line in enumerate(LINES):
        if start <= begin + len(line):
            return Mark(number, start - begin, min(end - begin, len(line)), kind, notes)
        begin += len(line) + 1
    raise ValueError(f"{start} is behind the text of {len(TEXT)} characters")


def _notes(fact: Fact) -> tuple[str, ...]:
    """Say in up to three short lines what a fact holds."""
    if isinstance(fact, Count):
        return (
            f"count {fact.comparator} {fact.value} {fact.noun}",
            f"{fact.event_type}, {fact.place}",
            f"{fact.time_start}",
        )
    if isinstance(fact, Money):
        return (f"money {fact.value} {fact.currency}", f"{fact.money_role}, {fact.predicate}")
    if isinstance(fact, Percentage):
        return (f"percentage {fact.value}, {fact.direction}", f"of {fact.measure}, {fact.base}")
    if isinstance(fact, Quantity):
        return (f"{fact.value} {fact.unit}", f"{fact.substance}")
    assert isinstance(fact, Quote)
    return (f"quote, {fact.speaker}",)


def _about(person: Person) -> tuple[str, ...]:
    role = person.roles[0] if person.roles else None
    said = (role.rank or role.title, role.organisation) if role else ()
    return (f"person, {person.part}", *(part for part in said if part))


def main() -> None:
    import newsfacts

    PICTURE.write_text(draw(record(newsfacts.load())), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
