"""Which lines are headings, by their form and by what stands around them; never by a list of titles.

A heading is one candidate line, or two (heading and sub-heading), between prose and a paragraph. Where more lines
stand there it is a table, a menu or a form, under which only a clear title counts. Captions and teasers look the same
in part: a bare name that the text has elsewhere and a line that stands three times are none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from newsfacts.page.lines import Form, Forms, Line, has_title_case

__all__ = ["LONGEST_TITLE", "find_headings", "is_paragraph"]

LONGEST_TITLE = 250
"""Characters of a title; an unpunctuated line that is longer is a paragraph."""
_SHORTEST_PARAGRAPH = 60
"""Characters of the prose under a heading; shorter lines are entries of a list or a form."""
_TURN = re.compile(r"[A-Z][A-Z.'’ -]{1,30}:\s\S|\([A-Z][A-Z.'’ -]{2,30}\)\s\S|[QA][:.]\s\S")
_TALK = 3
"""Turns of a talk; fewer are headings with a label."""
_NAME_WINDOW = 4000
"""Characters before and behind a line in which the name that it may be is looked for."""


def is_paragraph(line: Line) -> bool:
    """Say whether the line is a paragraph of the story: a sentence of some length."""
    return len(line.text) >= (_SHORTEST_PARAGRAPH if line.stopped else LONGEST_TITLE)


def find_headings(
    text: str, lines: Sequence[Line], kinds: Sequence[Form], first_prose: int, forms: Forms
) -> list[tuple[int, ...]]:
    """List the headings behind the first prose, each as one or two line numbers, in text order."""
    turns = _turns(lines)
    found = [h for h in _candidates(lines, kinds, first_prose, forms) if turns.isdisjoint(h)]
    times = Counter(lines[heading[0]].text for heading in found)
    return [
        heading
        for heading in found
        if times[lines[heading[0]].text] < 3 and not (len(heading) == 1 and _is_name(text, lines[heading[0]]))
    ]


def _turns(lines: Sequence[Line]) -> frozenset[int]:
    """List the lines that are turns of a talk, where there is one: "ROE: And what about the suspects?"."""
    found = [place for place, line in enumerate(lines) if _TURN.match(line.text)]
    return frozenset(found if len(found) >= _TALK else ())


def _candidates(
    lines: Sequence[Line], kinds: Sequence[Form], first_prose: int, forms: Forms
) -> Iterator[tuple[int, ...]]:
    last_prose = first_prose
    for index in range(first_prose + 1, len(lines)):
        if kinds[index] is not Form.PROSE:
            continue
        run = range(last_prose + 1, index)
        if run and _goes_under_heading(lines[index]) and _is_closed(lines[last_prose]):
            heading = _heading_of(lines, kinds, run, forms)
            if heading:
                yield heading
        last_prose = index


def _heading_of(lines: Sequence[Line], kinds: Sequence[Form], run: range, forms: Forms) -> tuple[int, ...]:
    """Choose the heading among the lines between two paragraphs."""
    first = run.stop
    while first > run.start and kinds[first - 1] is Form.CANDIDATE:
        first -= 1
    count = run.stop - first
    if 1 <= count <= 2 and all(kinds[i] is Form.ITEM for i in range(run.start, first)):
        return tuple(range(first, run.stop))
    if any(forms.is_furniture(lines[i]) for i in run):  # "Latest posts" and the teasers below it
        return ()
    return (run.stop - 1,) if count and _is_clear_title(lines[run.stop - 1]) else ()


def _is_clear_title(line: Line) -> bool:
    """See a heading under a table or a list without bullets: title case, several words, nothing of an entry."""
    words = line.text.split()
    plain = all(word.translate(_JOINERS).isalpha() for word in words)
    return plain and len(words) > 2 and has_title_case(words) and any(word.islower() for word in words)


def _goes_under_heading(line: Line) -> bool:
    return is_paragraph(line) and not line.text[0].islower()


def _is_closed(line: Line) -> bool:
    """See that the line before ended; a paragraph that stops in mid-sentence was broken, and its rest is no heading."""
    return line.stopped or line.signed_off or len(line.text) < _SHORTEST_PARAGRAPH


def _is_name(text: str, line: Line) -> bool:
    """See the caption of a portrait: two or three capitalised words that the text around has elsewhere too."""
    words = line.text.split()
    if not 2 <= len(words) <= 3 or not all(word[0].isupper() and not word.isupper() for word in words):
        return False
    before = text.find(line.text, max(0, line.start - _NAME_WINDOW), line.start)
    return before >= 0 or text.find(line.text, line.end, line.end + _NAME_WINDOW) >= 0


_JOINERS = str.maketrans("", "", "-’'")
