"""Direct speech: what was said, who said it, and the word of saying.

Phases: 1. `speech/marks.py` finds what stands in quotation marks; 2. each piece gets its cue, before it or behind; 3. names,
titles, slogans and scare quotes fall out: a quote is a whole clause or is uttered by somebody; 4. each quote gets its
speaker. Offsets are characters into Article.text, end exclusive. Not here: reported speech, which is attribution.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newsfacts.reading import Reading
from newsfacts.speech.cues import Cue, Place, Words, cue_after, cue_before, words
from newsfacts.speech.marks import Piece, find_pieces
from newsfacts.speech.speakers import People, Speaker, Who, subject_at, subject_of_cue

__all__ = ["QuoteMatch", "QuoteReader", "Speaker", "reader"]

_WORD = re.compile(r"\w+")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOPS = tuple(".,!?…—–")
_SINGLES = frozenset("'‘’‚‛")
_SHORTEST_CLAUSE = 5
"""Words of speech that nobody is said to utter; shorter ones are names and slogans."""
_RULES = {
    Place.BEFORE: "quote.cue_before",  # Roe said: “…”
    Place.AFTER: "quote.cue_after",  # “…,” Roe said
    Place.INVERTED: "quote.cue_inverted",  # “…,” said Roe
}
_GOES_ON = "quote.goes_on"  # the next paragraph of the same speech
_SAME = "quote.same_speaker"  # “…,” said Roe. “…”
_BESIDE = "quote.beside"  # “…!” Roe's voice was firm.
_ALONE = "quote.alone"  # a paragraph of speech with nobody named


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """Hold one quotation."""

    start_char: int
    """Index of the opening mark, or of the first word where the mark is missing."""
    end_char: int
    """Index behind the closing mark, or behind the paragraph where the mark is missing."""
    speaker: str | None
    """The person's name, else the description as written."""
    speaker_person_id: str | None
    """The person's id, where it is one."""
    cue: str | None
    """The word of saying, as written."""
    rule: str
    """Id of the rule that found the speaker."""


@dataclass(frozen=True, slots=True)
class _Found:
    piece: Piece
    cue: Cue | None
    who: Who | None
    rule: str


class QuoteReader:
    """Find direct speech."""

    def __init__(self, known: Words) -> None:
        """Take the words of speech; `reader` reads them."""
        self._words = known

    def find(self, reading: Reading, speakers: Sequence[Speaker]) -> list[QuoteMatch]:
        """List the quotations of an article, in text order; `speakers` are the mentions of its people."""
        pieces = find_pieces(reading.text)
        if not pieces:
            return []
        people = People(speakers)
        found: list[_Found] = []
        for place, piece in enumerate(pieces):
            floor = pieces[place - 1].end if place else 0
            ceiling = pieces[place + 1].start if place + 1 < len(pieces) else len(reading.text)
            quote = self._read(reading, piece, (floor, ceiling), found, people)
            if quote:
                found.append(quote)
        return [_match(quote) for quote in _backwards(found)]

    def _read(
        self, reading: Reading, piece: Piece, free: tuple[int, int], found: Sequence[_Found], people: People
    ) -> _Found | None:
        text = reading.text[piece.inner_start : piece.inner_end].strip()
        count = len(_WORD.findall(text[:400]))
        if not count:
            return None
        before = cue_before(reading, piece, free[0], self._words)
        after = cue_after(reading, piece, free[1], self._words) if piece.closed else None
        cue = before if before and before.close else after or before
        last = found[-1] if found else None
        if piece.goes_on and last and last.piece.line_end <= piece.line_start:
            who = subject_of_cue(reading, cue, people, self._words) if cue and cue.close else None
            return _Found(piece, cue, self._resolve(reading, who, piece, found, people) or last.who, _GOES_ON)
        if not self._is_speech(reading, piece, cue, text, count):
            return None
        if cue:
            who = self._resolve(reading, subject_of_cue(reading, cue, people, self._words), piece, found, people)
            return _Found(piece, cue, who or (last.who if last else None), _RULES[cue.place])
        return self._without_cue(reading, piece, found, people)

    def _is_speech(self, reading: Reading, piece: Piece, cue: Cue | None, text: str, count: int) -> bool:
        """Tell speech from names, titles, slogans and scare quotes."""
        stopped = text[-1] in _STOPS or reading.text[piece.end : piece.end + 1] in {",", "."}
        if not piece.opened:
            return cue is not None and cue.place is not Place.BEFORE
        if not piece.closed and reading.text[piece.start] in _SINGLES:
            return cue is not None and cue.close and count >= _SHORTEST_CLAUSE
        before = _WORD.findall(reading.text[max(piece.line_start, piece.start - 40) : piece.start])
        if before and self._words.is_a(before[-1], "name_of"):
            return False
        if any(start <= piece.start < end for start, end in reading.layout.headings):
            return cue is not None and cue.close and count > 2
        clause = _has_clause(reading, piece)
        if cue and cue.close:
            return clause or (stopped and (count > 1 or text[-1] in "!?")) or count > 6
        if cue:
            return clause and count >= _SHORTEST_CLAUSE and (stopped or text[0].isupper())
        lead = reading.text[max(piece.line_start, piece.start - 120) : piece.start].rstrip()
        if not lead or lead[-1] in '.!?…:"”’':
            return clause and count >= _SHORTEST_CLAUSE and (stopped or not piece.closed)
        return clause and stopped and count >= 3 * _SHORTEST_CLAUSE

    def _without_cue(self, reading: Reading, piece: Piece, found: Sequence[_Found], people: People) -> _Found:
        """Find the speaker of a quotation that no verb of saying touches."""
        last = found[-1] if found else None
        if last and last.piece.line_start == piece.line_start and last.who:
            return _Found(piece, None, last.who, _SAME)
        lead = reading.text[piece.line_start : piece.start].strip()
        if not lead and piece.closed:
            rest = reading.text[piece.end : piece.line_end]
            who = (
                subject_at(reading, piece.end + len(rest) - len(rest.lstrip()), people, self._words)
                if rest.strip()
                else None
            )
            who = self._resolve(reading, who, piece, found, people)
            if who:
                return _Found(piece, None, who, _BESIDE)
        if lead:
            who = subject_at(reading, piece.start - 2, people, self._words)
            who = self._resolve(reading, who, piece, found, people)
            if who:
                return _Found(piece, None, who, _BESIDE)
        if last and last.who and not reading.text[last.piece.line_end : piece.line_start].strip():
            return _Found(piece, None, last.who, _SAME)
        return _Found(piece, None, None, _ALONE)

    def _resolve(
        self, reading: Reading, who: Who | None, piece: Piece, found: Sequence[_Found], people: People
    ) -> Who | None:
        """Put the person for "he" or "she": whoever was the subject or spoke last before it."""
        if who is None or who.person_id or not self._words.is_a(who.text, "pronoun"):
            return who
        spoke = next((quote for quote in reversed(found[-3:]) if quote.who and quote.piece.end <= piece.start), None)
        for mention in people.before(piece.start, 12):
            if spoke and mention.start_char <= spoke.piece.end:
                break
            sentence = reading.sentence_at(mention.start_char)
            token = sentence.token_at(mention.end_char - 1) if sentence else None
            if token and token.dep in {"nsubj", "nsubjpass"}:
                return Who(mention.name, mention.person_id, mention.start_char)
        if spoke and spoke.who:
            return spoke.who
        nearest = people.before(piece.start, 1)
        return Who(nearest[0].name, nearest[0].person_id, nearest[0].start_char) if nearest else who


def reader(extra: Path | None = None) -> QuoteReader:
    """Build the reader from its lexicons, to which the folder `extra` may add."""
    return QuoteReader(words(extra))


def _has_clause(reading: Reading, piece: Piece) -> bool:
    """See a finite verb among the words quoted, or a command at their start."""
    sentence = reading.sentence_at(piece.inner_start)
    if sentence is None:
        return False
    tokens = sentence.tokens_in(piece.inner_start, piece.inner_end)
    return any(token.tag in _FINITE for token in tokens) or any(token.tag == "VB" for token in tokens[:2])


def _backwards(found: Sequence[_Found]) -> list[_Found]:
    """Give speech over paragraphs the speaker that stands only behind its last paragraph."""
    done = list(found)
    for place in range(len(done) - 2, -1, -1):
        quote, following = done[place], done[place + 1]
        if following.piece.goes_on and quote.cue is None and following.cue and following.who:
            done[place] = _Found(quote.piece, None, following.who, quote.rule)
    return done


def _match(quote: _Found) -> QuoteMatch:
    return QuoteMatch(
        start_char=quote.piece.start,
        end_char=quote.piece.end,
        speaker=quote.who.text if quote.who else None,
        speaker_person_id=quote.who.person_id if quote.who else None,
        cue=quote.cue.text if quote.cue else None,
        rule=quote.rule,
    )
