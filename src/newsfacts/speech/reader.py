"""Direct speech: what was said, who said it, and the word of saying.

Phases: 1. `speech/marks.py` finds what stands in quotation marks; 2. each piece gets its cue, before it or behind; 3.
names, titles, slogans and scare quotes fall out: a quote is a whole clause or is uttered by somebody; 4. each quote
gets its speaker. Offsets are characters into Article.text, end exclusive. Not here: reported speech, which is
attribution.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from newsfacts.language.reading import Reading
from newsfacts.speech.cues import Cue, Side, cue_after, cue_before
from newsfacts.speech.marks import Piece, find_pieces
from newsfacts.speech.speakers import People, Speaker, Who, owns, phrase_before_colon, subject_of_sentence
from newsfacts.speech.subjects import (
    last_actor,
    last_body,
    last_group,
    subject_beside,
    subject_of_cue,
    teller_before,
    titled_person,
)
from newsfacts.speech.verdict import ends_as_speech, is_speech
from newsfacts.speech.words import Words, words

__all__ = ["QuoteMatch", "QuoteReader", "Speaker", "reader"]

_WORD = re.compile(r"\w+")

_BY_CUE = {
    Side.BEFORE: "quote.cue_before",
    Side.AFTER: "quote.cue_after",
    Side.INVERTED: "quote.cue_inverted",
}
_GOES_ON = "quote.goes_on"
_SAME = "quote.same_speaker"
_COLON = "quote.colon"
_HEADED = "quote.headed"
_BESIDE = "quote.beside"
_STORY = "quote.story"
_ALONE = "quote.alone"
_TURN = "quote.turn"
_SENT = re.compile(r"(?:\W*(?:an?\s+|the\s+)?(?:[\w-]+\s+){1,3})?from\s+", re.IGNORECASE)
"""From the desk of …; a message from …"""
_LONGEST_HEAD = 16
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOPS = tuple(".!?…")
_TURN_WORDS = 3
"""Words of an answer; what is shorter may be a name or a slogan."""


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


@dataclass(frozen=True, slots=True)
class QuoteReader:
    """Find direct speech; `reader` builds one."""

    known: Words

    def find(self, reading: Reading, speakers: Sequence[Speaker]) -> list[QuoteMatch]:
        """List the quotations of an article, in text order; `speakers` are the mentions of its people."""
        found = reading.bulkhead.ask("quotation marks", (0, len(reading.text)), lambda: find_pieces(reading.text))
        pieces = [piece for piece in found or () if reading.tells(piece.start)]
        if not pieces:
            return []
        search = _Search(reading, People(reading.text, _of_the_story(reading, speakers), self.known), self.known, [])
        for place, piece in enumerate(pieces):
            floor = search.found[-1].piece.end if search.found else 0
            ceiling = pieces[place + 1].start if place + 1 < len(pieces) else len(reading.text)
            read = partial(search.read, piece, floor, ceiling)
            quote = reading.bulkhead.ask("quotes", (piece.start, piece.end), read)
            if quote:
                search.found.append(quote)
        return [_match(quote) for quote in _backwards(search.found)]


def reader(extra: tuple[Path, ...] = ()) -> QuoteReader:
    """Build the reader from its lexicons, to which the folder `extra` may add."""
    return QuoteReader(words(extra))


@dataclass(frozen=True, slots=True)
class _Search:
    """Hold what is known while the quotations of one article are read, in text order."""

    reading: Reading
    people: People
    known: Words
    found: list[_Found]

    def read(self, piece: Piece, floor: int, ceiling: int) -> _Found | None:
        """Read one piece as a quote, where it is one."""
        if not _WORD.search(self.reading.text, piece.inner_start, piece.inner_end):
            return None
        cue, who = self._cue(piece, floor, ceiling)
        last = self.found[-1] if self.found else None
        if piece.goes_on and last and last.piece.line_end <= piece.line_start:
            return _Found(piece, cue, who or last.who, _GOES_ON)
        joined = last is not None and self._is_joined(last, piece)
        answers = last is not None and cue is None and self._answers(last, piece)
        if not joined and not answers and not is_speech(self.reading, piece, cue, self.known):
            return None
        if cue:
            return _Found(piece, cue, who or (last.who if last else None), _BY_CUE[cue.side])
        if joined and last:
            return _Found(piece, None, last.who, _SAME)
        other = self._other_speaker(piece) if answers else None
        if other:
            return _Found(piece, None, other, _TURN)
        return self._without_cue(piece)

    def _cue(self, piece: Piece, floor: int, ceiling: int) -> tuple[Cue | None, Who | None]:
        """Find cue and subject; a verb that is not in the lexicon counts where somebody does it."""
        before = cue_before(self.reading, piece, floor, self.known)
        after = cue_after(self.reading, piece, ceiling, self.known) if piece.closed else None
        cue = self._nearer(before, after, piece)
        if cue is None:
            return None, None
        who = subject_of_cue(self.reading, cue, self.people)
        if not cue.known and (who is None or not (who.person_id or self._may_speak(who))):
            return None, None
        if who and self.known.is_a(who.text, "pronoun") and self.known.gender(who.text):
            own = self.reading.sentence_at(cue.start) if cue.side is Side.BEFORE else None
            first = own.start if own else piece.start
            told = teller_before(self.reading, first, self.known.gender(who.text), self.people)
            who = told or who
        return cue, self._resolve(who, piece)

    def _nearer(self, before: Cue | None, after: Cue | None, piece: Piece) -> Cue | None:
        """Choose between cues: a comma inside the closing mark says that the clause goes on behind it."""
        if before is None or after is None:
            return before or after
        inner = self.reading.text[piece.inner_start : piece.inner_end].rstrip()
        if after.known and inner.endswith(",") and ":" in self.reading.text[before.end : piece.start]:
            return after  # "What they say: “It is bad,” said Roe"
        return before if before.close else after

    def _may_speak(self, who: Who) -> bool:
        last = who.text.lower().split()
        return any(self.known.may_speak(word) or self.known.is_a(word, "pronoun") for word in last)

    def _is_joined(self, last: _Found, piece: Piece) -> bool:
        """See that a piece goes on from the last one: “…,” said Roe, “…” or “…,” said Roe. “…”."""
        if last.piece.line_start != piece.line_start or last.who is None:
            return False
        between = self.reading.text[last.piece.end : piece.start]
        if last.cue and last.cue.side is not Side.BEFORE and last.cue.clause_end <= piece.start:
            rest = self.reading.text[last.cue.clause_end : piece.start]
            return not _WORD.search(rest) and ends_as_speech(self.reading, piece)
        return not _WORD.search(between) and ends_as_speech(self.reading, piece)

    def _answers(self, last: _Found, piece: Piece) -> bool:
        """See a paragraph of nothing but a quotation right below one that quotes a question."""
        text = self.reading.text
        alone = not text[piece.line_start : piece.start].strip() and not text[piece.end : piece.line_end].strip()
        if not (
            alone and piece.opened and piece.closed and text[: piece.inner_end].endswith(_STOPS, piece.inner_start)
        ):
            return False
        words = len(_WORD.findall(text, piece.inner_start, piece.inner_end))
        asked = text[: last.piece.inner_end].endswith("?", last.piece.inner_start)
        return asked and words >= _TURN_WORDS and not text[last.piece.line_end : piece.line_start].strip()

    def _other_speaker(self, piece: Piece) -> Who | None:
        """Find whose turn it is: who spoke before the last one, where two speak in turn in paragraphs of their own."""
        if len(self.found) < 2:
            return None
        one, last = self.found[-2:]
        near = not self.reading.text[one.piece.line_end : last.piece.line_start].strip()
        if one.who is None or last.who is None or not near or one.piece.line_start == last.piece.line_start:
            return None
        return one.who if one.who.text != last.who.text else None

    def _without_cue(self, piece: Piece) -> _Found:
        """Find the speaker of a quotation that no verb of saying touches."""
        text = self.reading.text
        lead = text[piece.line_start : piece.start].strip()
        if lead:
            who = self._before_colon(piece) if lead[-1] in ":：" else None
            if who:
                return _Found(piece, None, who, _COLON)
        elif piece.closed and text[piece.end : piece.line_end].strip():
            who = subject_beside(self.reading, piece.end, piece.line_end, self.people)
            who = self._resolve(who, piece)
            if who:
                return _Found(piece, None, who, _BESIDE)
        elif (sender := self._sender(piece)) is not None:
            return _Found(piece, None, sender, _HEADED)
        last = self.found[-1] if self.found else None
        if last and not lead and last.who and self._follows(last, piece):
            return _Found(piece, None, last.who, _STORY)
        who = self._last_actor(piece, None)
        return _Found(piece, None, who, _STORY if who else _ALONE)

    def _follows(self, last: _Found, piece: Piece) -> bool:
        """See a paragraph that is a quotation right below one that was said, with nothing told between."""
        behind = max(last.piece.end, last.cue.clause_end if last.cue else 0)
        alone = not _WORD.search(self.reading.text, piece.end, piece.line_end)
        return alone and not _WORD.search(self.reading.text, behind, piece.start)

    def _sender(self, piece: Piece) -> Who | None:
        """Find whom the line above a paragraph of speech is from, where that line is no sentence."""
        text = self.reading.text
        line = text[: piece.line_start].rstrip()
        start = max(line.rfind("\n"), line.rfind("\r")) + 1
        sent = _SENT.match(text, start, len(line))
        sentence = self.reading.sentence_at(sent.end()) if sent else None
        if sent is None or len(_WORD.findall(text, start, len(line))) > _LONGEST_HEAD:
            return None
        if sentence and any(token.tag in _FINITE for token in sentence.tokens_in(start, len(line))):
            return None
        named = self.people.between(sent.end(), len(line))
        return self.people.person(named[0]) if named and not owns(text, named[0]) else None

    def _before_colon(self, piece: Piece) -> Who | None:
        sentence = self.reading.sentence_at(piece.start - 2)
        who = subject_of_sentence(sentence, sentence.start, piece.start, self.people) if sentence else None
        if who is None and sentence:
            who = phrase_before_colon(sentence, piece.start, self.people)
        return self._resolve(who, piece)

    def _resolve(self, who: Who | None, piece: Piece) -> Who | None:
        """Put the person for "he" or "she", who acted or spoke last before it, and the group for "they"."""
        if who is None or who.person_id:
            return who
        if who.text.lower() == "they":
            return last_group(self.reading, piece.start, self.people) or who
        if who.text.lower() == "it":
            return self._same_body(piece) or last_body(self.reading, piece.start, self.people) or who
        if not (self.known.is_a(who.text, "pronoun") or self.known.is_a(who.text, "object pronoun")):
            return titled_person(self.reading, who, self.people)
        return self._last_actor(piece, self.known.gender(who.text)) or who

    def _same_body(self, piece: Piece) -> Who | None:
        """Find the body that spoke last in the same paragraph: “…,” said the police. “…,” it said."""
        last = self.found[-1] if self.found else None
        same = last is not None and last.piece.line_start == piece.line_start
        return last.who if last and same and last.who and not last.who.person_id else None

    def _last_actor(self, piece: Piece, gender: str | None) -> Who | None:
        who = last_actor(self.reading, piece.start, gender, self.people, self._spoken)
        return titled_person(self.reading, who, self.people) if who else None

    def _spoken(self, start: int, end: int) -> Who | None:
        for quote in self.found[:-5:-1]:
            if quote.piece.start < end and start < quote.piece.end:
                return quote.who
        return None


def _of_the_story(reading: Reading, speakers: Sequence[Speaker]) -> list[Speaker]:
    """Leave out the authors where they stand in the byline; they do not speak there."""
    bylines = reading.layout.bylines
    return [who for who in speakers if not any(start <= who.start_char < end for start, end in bylines)]


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
