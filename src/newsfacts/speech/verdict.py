"""Whether what stands in quotation marks is speech, or a name, a title, a slogan or a word held at arm's length."""

import re
from typing import NamedTuple

from newsfacts.language.reading import Reading
from newsfacts.lexicons.function_words import function_words
from newsfacts.speech.cues import Cue, Side
from newsfacts.speech.marks import Piece
from newsfacts.speech.words import Words

__all__ = ["ends_as_speech", "is_speech"]

_WORD = re.compile(r"\w+")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOPS = tuple(".,!?…—–")
_MARKS = " \t\xa0\"'”’“‘"
_SINGLES = frozenset("'‘’‚‛")
_CONJUNCTIONS = function_words("leads to a clause")
_DETERMINERS = function_words("before a speaker")
_JOINERS = _CONJUNCTIONS | function_words("coordinator")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LEAD = 20
"""Characters before a quotation in which the conjunction stands."""
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
    if not piece.closed and text[piece.start] in _SINGLES:
        return cue is not None and cue.close and count >= _SHORTEST_CLAUSE
    lead = text[max(piece.line_start, piece.start - 120) : piece.start].rstrip()
    if _is_named(lead, known):
        return False
    if any(start <= piece.start < end for start, end in reading.layout.headings):
        return cue is not None and cue.close and cue.known and count > 2
    if _is_title(text, piece, cue, inner):
        return False
    outside = text[piece.end : piece.end + 1] in {",", "."}
    said = _Said(inner, count, _has_clause(reading, piece), inner[-1:] in _STOPS, outside)
    if not said.clause and lead.rpartition(" ")[2].lower() in _DETERMINERS:
        return False  # according to the “State of the Roads Report”
    if cue is None:
        return _is_sentence(said, lead, closed=piece.closed) or _goes_on(reading, piece, lead, said)
    return _is_told(said, cue, phrase=known.uses.get(cue.text.lower()) == "phrase")


class _Said(NamedTuple):
    inner: str
    """What stands between the marks."""
    length: int
    """How many words of it."""
    clause: bool
    """Whether it holds a finite verb."""
    stopped: bool
    """Whether it ends with a mark of its own."""
    outside: bool
    """Whether a comma or a full stop follows the closing mark."""

    @property
    def whole(self) -> bool:
        """See a clause long enough to be said."""
        return self.clause and self.length >= _SHORTEST_CLAUSE


def _is_named(lead: str, known: Words) -> bool:
    """See "a film called “…”": the word right before introduces a name."""
    before = _WORD.findall(lead[-40:]) if lead[-1:] not in tuple(".!?…:") else []
    return bool(before) and known.is_a(before[-1], "name_of")


def _is_title(text: str, piece: Piece, cue: Cue | None, inner: str) -> bool:
    """See "On Monday’s “The Long Weekend Show,” Roe said …": capitals alone, in the middle of a clause."""
    words = inner.split()
    capitals = len(words) > 1 and all(word[:1].isupper() for word in words)
    lead = text[piece.line_start : piece.start].rstrip()
    inside = lead[-1:].isalnum() or lead.endswith(("’", "'"))
    return capitals and inside and (cue is None or cue.side is not Side.BEFORE)


def _is_told(said: _Said, cue: Cue, *, phrase: bool) -> bool:
    """Believe a cue beside a quotation sooner than one that words stand between; "according to" tells clauses only."""
    if cue.close and phrase and not said.clause and said.length < _SHORTEST_CLAUSE:
        return False  # kept them under “lock and key,” according to the police
    if cue.close:
        return said.stopped or said.length > 6 or (said.clause and (said.length > 2 or said.outside))
    return said.whole and (said.stopped or said.outside or said.inner[0].isupper())


def _goes_on(reading: Reading, piece: Piece, lead: str, said: _Said) -> bool:
    """See "it shut because “it was blowing dust”": a clause with a subject, behind a conjunction or with it."""
    before = _WORD.findall(lead[-_LEAD:])
    first = _WORD.match(said.inner)
    joins = lead.endswith(",") and first is not None and first[0].lower() in _JOINERS
    opened = joins or (bool(before) and before[-1].lower() in _CONJUNCTIONS)
    if not (said.clause and said.length >= _SHORTEST_CLAUSE - 1 and opened and (said.stopped or said.outside)):
        return False
    sentence = reading.sentence_at(piece.inner_start)
    tokens = sentence.tokens_in(piece.inner_start, piece.inner_end) if sentence else []
    inside = {token.position for token in tokens}
    return any(token.dep in _SUBJECTS and token.head in inside for token in tokens)


def _is_sentence(said: _Said, lead: str, *, closed: bool) -> bool:
    """See what nobody is said to utter: behind a colon, a sentence by itself, or long inside another."""
    if lead.endswith((":", "：")):
        return said.stopped or said.whole
    if not lead or lead[-1] in '.!?…"”’':
        return said.whole and (said.stopped or said.outside or not closed)
    return said.clause and said.stopped and said.length >= 3 * _SHORTEST_CLAUSE


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
