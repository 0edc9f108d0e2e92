"""What stands in quotation marks, by the marks alone.

Phases: 1. every mark is read as one that opens, closes or may do either, by its shape and its neighbours; 2. they are
paired line by line, with nesting, missing and mistaken marks; 3. single marks, which are mostly apostrophes, are
paired where no double ones reach. One pass each, so that a text of nothing but marks costs no more than any other.
Offsets are characters into the text. Not here: whether it is speech.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

__all__ = ["Piece", "find_pieces"]

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_DOUBLE = re.compile(
    r"""
    (?=[â‘’&'`"＂“”„‟«»〝〞「」『』]) (?:  # no other character is looked at
    (?:â€˜){2} | (?:â€™){2} | ‘‘ | ’’(?!s\b)   # two single marks for a double one
    | â€[“”™˜¦¢]                   # dashes and apostrophes read in the wrong encoding: no marks
    | â€œ | â€[\x9d\ufffd] | â€ | &quot; | (?<!\w)''(?=[^\W\d]) | (?<=[\w.,!?])''(?!\w) | ``
    | ["＂]+ | “+ | ”+ | [„‟«»〝〞「」『』] )
    """,
    re.VERBOSE,
)
_STRAIGHT = re.compile('"+')
_SINGLE = re.compile(r"['‘’‚‛]")
_OPENING = frozenset({"“", "„", "‟", "«", "〝", "「", "『", "â€œ", "``", "â€˜â€˜", "‘‘"})
_CLOSING = frozenset({"”", "»", "〞", "」", "』", "â€\x9d", "â€\ufffd", "â€", "â€™â€™", "’’"})
_BEFORE_OPENING = frozenset(" \t\xa0\u3000([{—–-:/>“‘\"'…")
_AFTER_CLOSING = frozenset(" \t\xa0\u3000)]}—–-.,;:!?/<”’\"'…")
_SPEECH_STOP = frozenset(".,!?…—–-。，！？")
"""Behind these a page that lost its line breaks glues the next mark or word: "told AFP.‘It was dark.’Police"."""
_BULLETS = " \t\xa0>*_"
_RUN_ON_LINES = 3
"""Lines that a quotation may run over without a new opening mark."""
_WRAPPED_LINES = 14
"""The same where lines are broken within sentences."""
_WRAP = range(60, 111)
"""Characters of a line that was broken by its length."""


class Role(Enum):
    """Say what a mark does."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold one contiguous stretch in quotation marks."""

    start: int
    """Index of the opening mark, or of the first word where it is missing."""
    end: int
    """Index behind the closing mark, or behind the last character of the line where it is missing."""
    inner_start: int
    inner_end: int
    line_start: int
    line_end: int
    opened: bool
    """Whether there is an opening mark."""
    closed: bool
    """Whether there is a closing mark."""
    goes_on: bool
    """Whether it continues the piece before, which ended its paragraph without a closing mark."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    role: Role


@dataclass(slots=True)
class _Open:
    mark: _Mark
    line_start: int
    goes_on: bool
    lines: int = 0
    depth: int = 0


def find_pieces(text: str) -> list[Piece]:
    """List everything in quotation marks, in text order; no two pieces overlap.

    Example:
        >>> [text[piece.start : piece.end] for text in ['"Stop," he said. "Now."'] for piece in find_pieces(text)]
        ['"Stop,"', '"Now."']
    """
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text) if match[0].strip(_BULLETS)]
    doubles = list(_pair(text, lines, [_double_marks(text, *line) for line in lines]))
    free = _free_lines(lines, doubles)
    singles = _pair(text, free, [_single_marks(text, *line) for line in free]) if _SINGLE.search(text) else ()
    return sorted([*doubles, *(piece for piece in singles if piece.opened)], key=lambda piece: piece.start)


def _pair(text: str, lines: Sequence[tuple[int, int]], marks: Sequence[list[_Mark]]) -> Iterator[Piece]:
    """Pair the marks of all lines; `open_` is the mark that still waits for its closing one."""
    open_: _Open | None = None
    goes_on = False
    for number, (start, end) in enumerate(lines):
        carried, goes_on = goes_on, False
        for place, mark in enumerate(marks[number]):
            opens = mark.role is Role.OPENS or (mark.role is Role.EITHER and open_ is None)
            opens = opens or (open_ is None and _is_turned(text, marks[number], place))
            if open_ is None and opens:
                at_start = not text[start : mark.start].strip(_BULLETS)
                open_ = _Open(mark, start, carried and at_start)
            elif open_ is None:
                if place == 0 and text[mark.start - 1 : mark.start] in _SPEECH_STOP:
                    yield _without_opening(text, start, end, mark)
            elif opens and _closes_before_next(marks[number], place) >= 2:
                open_.depth += 1
            elif opens:
                yield _piece(text, open_, _last_stop(text, open_.mark.end, mark.start), None, end)
                open_ = _Open(mark, start, goes_on=False)
            elif open_.depth:
                open_.depth -= 1
            else:
                yield _piece(text, open_, mark.start, mark, end)
                open_ = None
        if open_ is None:
            continue
        open_.depth = 0
        if _runs_on(text, lines, number, marks, open_):
            open_.lines += 1
            continue
        yield _piece(text, open_, end, None, end)
        goes_on, open_ = True, None


def _is_turned(text: str, marks: Sequence[_Mark], place: int) -> bool:
    """See a mark of the wrong shape: “…,” said the chief.” It was great.” has a closing one where the next opens."""
    mark = marks[place]
    told = place > 0 and any(map(str.isalpha, text[marks[place - 1].end : mark.start]))
    behind = text[mark.end : mark.end + 2]
    starts = behind[:1].isspace() and behind[1:].isupper()
    closes = place + 1 < len(marks) and marks[place + 1].role is Role.CLOSES
    return told and starts and closes and text[mark.start - 1] in _SPEECH_STOP


def _runs_on(
    text: str, lines: Sequence[tuple[int, int]], number: int, marks: Sequence[Sequence[_Mark]], open_: _Open
) -> bool:
    """See that the next line goes on with the same quotation: it opens with a word, and the next mark closes."""
    if number + 1 == len(lines):
        return False
    following = marks[number + 1]
    (start, end), (next_start, next_end) = lines[number], lines[number + 1]
    if following and not text[next_start : following[0].start].strip(_BULLETS):
        return False
    if following and open_.lines < _RUN_ON_LINES and following[0].role is Role.CLOSES:
        return True
    if open_.lines < _RUN_ON_LINES and _closed_below(text, lines, number, marks):
        return True
    if text[end:next_start].count("\n") != 1 or open_.lines >= _WRAPPED_LINES:
        return False
    ended = text[start:end].rstrip()[-1:] in tuple('.!?…:;"”’')
    wrapped = text[next_start:next_end].lstrip()[:1].islower() or end - start in _WRAP
    return (not ended and wrapped) or open_.lines > 0


def _closed_below(text: str, lines: Sequence[tuple[int, int]], number: int, marks: Sequence[Sequence[_Mark]]) -> bool:
    """See a text of one sentence a line: some lines without a mark, no empty one between, and then one that closes."""
    for below in range(number + 1, min(number + 2 + _RUN_ON_LINES, len(lines))):
        if text[lines[below - 1][1] : lines[below][0]].count("\n") != 1:
            return False
        if marks[below]:
            return marks[below][0].role is Role.CLOSES and bool(text[lines[below][0] : marks[below][0].start].strip())
    return False


def _closes_before_next(marks: Sequence[_Mark], place: int) -> int:
    """Count the closing marks between an opening one and the next; two mean that it is nested."""
    count = 0
    for mark in marks[place + 1 : place + 4]:
        if mark.role is Role.OPENS:
            break
        count += 1
    return count


def _piece(text: str, open_: _Open, inner_end: int, close: _Mark | None, line_end: int) -> Piece:
    return Piece(
        start=open_.mark.start,
        end=close.end if close else open_.mark.end + len(text[open_.mark.end : inner_end].rstrip()),
        inner_start=open_.mark.end,
        inner_end=inner_end,
        line_start=open_.line_start,
        line_end=line_end,
        opened=True,
        closed=close is not None,
        goes_on=open_.goes_on,
    )


def _without_opening(text: str, line_start: int, line_end: int, mark: _Mark) -> Piece:
    line = text[line_start : mark.start]
    start = line_start + len(line) - len(line.lstrip())
    return Piece(start, mark.end, start, mark.start, line_start, line_end, opened=False, closed=True, goes_on=False)


def _last_stop(text: str, start: int, end: int) -> int:
    """Find where an unclosed quotation ends when another one opens: behind the last full stop between them."""
    stop = max(text.rfind(mark, start, end) for mark in ".!?…")
    return stop + 1 if stop >= 0 else end


def _double_marks(text: str, start: int, end: int) -> list[_Mark]:
    if text[start] == '"' and text.find('""', start, end) >= 0:
        return _escaped_marks(text, start, end)
    found: list[_Mark] = []
    for match in _DOUBLE.finditer(text, start, end):
        mark = match[0]
        if len(mark) == 3 and mark[:2] == "â€" and mark[2:3] in tuple("“”™˜¦¢"):
            continue
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        role = _role(mark, before, after)
        if mark[0] == '"' and before.isdigit() and role is not Role.OPENS and not found:
            continue  # an inch mark: 12" blade
        found.append(_Mark(match.start(), match.end(), role))
    return found


def _escaped_marks(text: str, start: int, end: int) -> list[_Mark]:
    """Read a line that is a cell of a table: marks around it, those within doubled; an odd number is left alone."""
    runs = [(match.start(), match.end()) for match in _STRAIGHT.finditer(text, start, end)]
    if runs[0][1] - start in {1, 3}:
        runs[0] = (start + 1, runs[0][1])
        if runs[-1][1] == end:
            runs[-1] = (runs[-1][0], end - 1)
    kept = [run for run in runs if run[0] < run[1]]
    roles = (Role.OPENS, Role.CLOSES) * (len(kept) // 2)
    return [_Mark(*run, role) for run, role in zip(kept, roles, strict=False)] if len(kept) % 2 == 0 else []


def _role(mark: str, before: str, after: str) -> Role:
    may_open = before in _BEFORE_OPENING and after not in " \t\xa0"
    may_close = before not in " \t\xa0(" and after in _AFTER_CLOSING
    if mark[0] in _OPENING or mark in _OPENING:
        return Role.EITHER if may_close and not may_open else Role.OPENS
    if mark[0] in _CLOSING or mark in _CLOSING:
        return Role.EITHER if may_open and not may_close else Role.CLOSES
    if may_open != may_close:
        return Role.OPENS if may_open else Role.CLOSES
    return Role.EITHER


def _single_marks(text: str, start: int, end: int) -> list[_Mark]:
    """Read single marks; one inside or at the end of a word is an apostrophe unless punctuation stands before it."""
    found: list[_Mark] = []
    for match in _SINGLE.finditer(text, start, end):
        at = match.start()
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        glued = match[0] == "‘" and before in _SPEECH_STOP and after.isupper()  # told AFP.‘The victims …’
        if glued or (before in _BEFORE_OPENING and (after.isupper() or (found and after.isalpha()))):
            found.append(_Mark(at, at + 1, Role.OPENS))
        elif (before in _SPEECH_STOP and (after in _AFTER_CLOSING or (after.isupper() and _is_open(found)))) or (
            after in _AFTER_CLOSING and before.isalnum() and _is_open(found) and before != "s"
        ):
            found.append(_Mark(at, at + 1, Role.CLOSES))
    return found


def _is_open(marks: Sequence[_Mark]) -> bool:
    return bool(marks) and marks[-1].role is Role.OPENS


def _free_lines(lines: Sequence[tuple[int, int]], pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """List the lines in which no double marks pair."""
    taken = {piece.line_start for piece in pieces}
    ends = {piece.line_end for piece in pieces}
    return [line for line in lines if line[0] not in taken and line[1] not in ends]
