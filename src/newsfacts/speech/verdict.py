"""Whether what stands in quotation marks is speech, or a name, a title, a slogan or a word held at arm's length."""

import re

from newsfacts.language.reading import Reading
from newsfacts.speech.cues import Cue, Side
from newsfacts.speech.marks import Piece
from newsfacts.speech.words import Words

__all__ = ["ends_as_speech", "is_speech"]

_WORD = re.compile(r"\w+")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOPS = tuple(".,!?…—–")
_MARKS = " \t\xa0\"'”’“‘"
_SINGLES = frozenset("'‘’‚‛")
_SHORTEST_CLAUSE = 5
"""Words of speech that nobody is said to utter; shorter ones are names and slogans."""


def is_speech(reading: Reading, piece: Piece, cue: Cue | None, known: Words) -> bool:
    """Tell speech from names, titles, slogans and scare quotes.

    A piece with a cue beside it is speech where it ends as speech does or holds a clause; one without a cue must be a
    sentence by itself, or long, to count.
    """
    text = reading.text
    if not piece.opened:
        return cue is not None and cue.side is not Side.BEFORE and cue.known
    inner = text[piece.inner_start : piece.inner_end].strip(_MARKS)
    count = len(_WORD.findall(inner[:400]))
    stopped = inner[-1:] in _STOPS
    if not piece.closed and text[piece.start] in _SINGLES:
        return cue is not None and cue.close and count >= _SHORTEST_CLAUSE
    lead = text[max(piece.line_start, piece.start - 120) : piece.start].rstrip()
    before = _WORD.findall(lead[-40:]) if lead[-1:] not in tuple(".!?…:") else []
    if before and known.is_a(before[-1], "name_of"):
        return False
    if any(start <= piece.start < end for start, end in reading.layout.headings):
        return cue is not None and cue.close and cue.known and count > 2
    clause = _has_clause(reading, piece)
    outside = text[piece.end : piece.end + 1] in {",", "."}
    if cue and cue.close:
        return stopped or (clause and count > 2) or count > 6 or (outside and clause)
    if cue:
        return clause and count >= _SHORTEST_CLAUSE and (stopped or outside or inner[0].isupper())
    if lead.endswith((":", "：")):
        return stopped or (clause and count >= _SHORTEST_CLAUSE)
    if not lead or lead[-1] in '.!?…"”’':
        return clause and count >= _SHORTEST_CLAUSE and (stopped or outside or not piece.closed)
    return clause and stopped and count >= 3 * _SHORTEST_CLAUSE


def _has_clause(reading: Reading, piece: Piece) -> bool:
    """See a finite verb in the first sentences quoted, or a command at their start."""
    sentence = reading.sentence_at(piece.inner_start)
    if sentence is None:
        return False
    for following in reading.sentences[sentence.index : sentence.index + 3]:
        tokens = following.tokens_in(piece.inner_start, piece.inner_end)
        if any(token.tag in _FINITE for token in tokens) or any(token.tag == "VB" for token in tokens[:2]):
            return True
    return False


def ends_as_speech(reading: Reading, piece: Piece) -> bool:
    """Say whether a piece ends with punctuation of its own, or the clause around it does."""
    inner = reading.text[piece.inner_start : piece.inner_end].rstrip(_MARKS)
    return inner[-1:] in _STOPS or not piece.closed or reading.text[piece.end : piece.end + 1] in {",", "."}
