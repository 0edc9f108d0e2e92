"""The sections of a record: the story's, divided at credits, contacts and items, and what the page has beside it.

`divided` works on the reading text; `outline` leads the sections back to the given text and puts the furniture, which
the reading text has not, between them. Both give a partition: no gap, no overlap, none of nothing but white space.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from newsfacts.page.stretches import Stretch
from newsfacts.record import Section, SectionKind

__all__ = ["divided", "outline"]


def divided(text: str, sections: Sequence[Section], marked: Sequence[Stretch]) -> tuple[Section, ...]:
    """Divide sections so that each stretch is one of its own; what goes on behind it has the kind from before.

    The stretches are in order and do not overlap.
    """
    if not marked:
        return tuple(sections)
    cuts: list[tuple[int, SectionKind, Section]] = []
    firsts = [stretch.start for stretch in marked]
    for section in sections:
        cuts.append((section.start_char, section.kind, section))
        first = bisect_left(firsts, section.start_char)
        before = marked[first - 1] if first else None
        if before and before.end > section.start_char:
            cuts.append((section.start_char, before.kind, section))
            cuts.append((min(before.end, section.end_char), section.kind, section))
        for stretch in marked[first : bisect_left(firsts, section.end_char)]:
            cuts.append((stretch.start, stretch.kind, section))
            cuts.append((min(stretch.end, section.end_char), section.kind, section))
    return tuple(_numbered(text, cuts))


def outline(
    given: str, sections: Sequence[Section], beside: Sequence[tuple[int, int]], start_in: Callable[[int], int]
) -> tuple[Section, ...]:
    """Give the partition of the given text: the sections of the reading text, with furniture where there was some.

    `beside` holds the spans of the furniture in the given text, in order, none inside another; `start_in` leads a
    character of the reading text back to the given one.
    """
    cuts: list[tuple[int, SectionKind, Section]] = []
    bounds = [0, *(start_in(section.start_char) for section in sections[1:]), len(given)]
    firsts = [first for first, _ in beside]
    for section, (start, end) in zip(sections, pairwise(bounds), strict=True):
        cuts.append((start, section.kind, section))
        for first, last in beside[bisect_left(firsts, start) : bisect_left(firsts, end)]:
            cuts.append((first, SectionKind.FURNITURE, section))
            cuts.append((min(last, end), section.kind, section))
    return tuple(_numbered(given, cuts))


def _numbered(text: str, cuts: Sequence[tuple[int, SectionKind, Section]]) -> Iterator[Section]:
    """Make the sections that begin at the cuts; of several at one place the last is meant.

    White space goes with what is before it.
    """
    meant = {start: (kind, section) for start, kind, section in cuts if start < len(text)}
    made: list[Section] = []
    headed: set[str] = set()
    start = 0
    for at, end in pairwise([*sorted(meant), len(text)]):
        kind, section = meant[at]
        blank = not text[at:end].strip()
        if made and (blank or (kind is made[-1].kind and not kind.tells)):
            made[-1] = made[-1].model_copy(update={"end_char": end})
        elif not blank:
            own = kind is section.kind and section.section_id not in headed
            headed.update([section.section_id] if own else [])
            made.append(
                Section(
                    section_id=f"s{len(made)}", kind=kind, heading=section.heading if own else None,
                    subheading=section.subheading if own else None, start_char=start, end_char=end,
                )
            )  # fmt: skip
        start = made[-1].end_char if made else start
    yield from made
