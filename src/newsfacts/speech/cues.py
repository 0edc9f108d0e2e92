"""The word of saying beside a quotation, before it or behind it.

A cue is a verb of the lexicon that stands in the same sentence as the quotation and has it as its words: "Roe said:
“…”", "“…,” said Roe", "told the court “…”". Not here: who speaks.
"""

import re
from dataclasses import dataclass
from enum import Enum

from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.lexicons.function_words import cue_words
from newsfacts.speech.marks import Piece
from newsfacts.speech.words import Words

__all__ = ["Cue", "Side", "cue_after", "cue_before"]

_WORD = re.compile(r"[^\W_][\w'’-]*")
_CLAUSE_END = re.compile(r"[!?…;:](?=[\s\"”’]|$)|[\r\n]")
_BROKEN_CLAUSE_END = re.compile(r"[.!?;:](?=\s|$)(?<!\s[A-Z]\.)|\n\s*\n")
_LINES = re.compile(r"\r?\n[^\r\n]+")
_ADVERB = ("ly", *sorted(cue_words("late adverb")))
_SAYING = cue_words("plain saying")
_WINDOW = 320
"""Characters beside a quotation in which its cue is looked for."""
_GAP = 7
"""Words that may stand between cue and quotation: "said in a statement on Monday", "told the inquest jury that"."""
_BRIEF = 4
"""Words of a sentence that says only who spoke."""
_CLAUSE_WORDS = 26
_LEADS_ON = ":：,-–—"
"""Marks at the end of a line from which the words of the next one come: "Sergeant Roe said -"."""
_BULLETS = " \t\xa0\r\n>*_"
_MARKS = " \t\xa0\"'”’“‘"
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_NO_COMPLEMENT = frozenset({"IN", "RB", "RBR", "TO", "WRB", "WP", "CC", ""})


class Side(Enum):
    """Say how cue and subject stand to the quotation."""

    BEFORE = "before"
    AFTER = "after"
    INVERTED = "inverted"


@dataclass(frozen=True, slots=True)
class Cue:
    """Hold one cue."""

    text: str
    """As written."""
    start: int
    end: int
    side: Side
    clause_start: int
    """Index of the first character of the clause that holds the cue, the quotation left out."""
    clause_end: int
    """Index behind its last character."""
    close: bool
    """Whether cue and quotation touch: nothing between them but a comma, a colon, or whom and where it was said."""
    known: bool = True
    """Whether the verb is one of the lexicon."""


def cue_before(reading: Reading, piece: Piece, floor: int, known: Words) -> Cue | None:
    """Find the cue between the start of the sentence (or `floor`, the end of the last quotation) and the quotation."""
    text = reading.text
    start = max(floor, piece.start - _WINDOW)
    window = text[start : piece.start].rstrip(_BULLETS)
    crosses = start + len(window) < piece.line_start
    if not window or window[-1] in ".!?…" or (crosses and window[-1] not in _LEADS_ON):
        return None
    sentence = reading.sentence_at(start + len(window) - 1)
    start = max(start, sentence.unit.sentence_start if sentence else 0)
    found = list(_WORD.finditer(text, start, piece.start))
    if not found:
        return None
    led = window[-1] in ":：" or (crosses and window[-1] in "-–—") or found[-1][0].lower() == "that"
    pointed = led or window[-1] == ","
    for place in range(len(found) - 1, max(-1, len(found) - (40 if led else _GAP + 2)), -1):
        word = found[place]
        use, end = _use(found, place, known)
        if use is None or (use != "phrase" and not _is_verb(reading, word)):
            continue
        gap = found[place + 1 :] if end == word.end() else found[place + 2 :]
        close = led or _is_close(gap, use, pointed, known)
        if use == "weak" and gap and not pointed:
            continue
        return Cue(text[word.start() : end], word.start(), end, Side.BEFORE, start, piece.start, close)
    return None


def cue_after(reading: Reading, piece: Piece, ceiling: int, known: Words) -> Cue | None:
    """Find the cue between the quotation and the end of its clause (or `ceiling`, the start of the next quotation)."""
    text = reading.text
    first = _WORD.search(text, piece.end, min(ceiling, piece.end + 12))
    if first is None or not _may_lead(text, piece, first, known):
        return None
    sentence = reading.sentence_at(first.start())
    if sentence is None or "." in text[piece.end : first.start()]:
        return None
    clause, lead = _clause_behind(text, piece, sentence, ceiling)
    found = list(_WORD.finditer(text, *clause))[:_CLAUSE_WORDS]
    if not found:
        return None  # 'Who did it?': nothing but a colon stands in the clause behind
    inner = _inner(text, piece)
    lower = not any(map(str.isupper, text[piece.start : clause[1]]))
    opens = inner[-1:] in tuple(".!?…") and (first[0][0].isupper() or lower)
    for place, word in enumerate(found):
        use, end = _use(found, place, known)
        if use == "phrase" and place == 0:  # “…,” according to Roe
            return Cue(text[word.start() : end], word.start(), end, Side.INVERTED, *clause, close=True)
        if use == "phrase" and place < _GAP and _behind_place(reading, piece.end, word.start()):
            return Cue(text[word.start() : end], word.start(), end, Side.INVERTED, *clause, close=False)
        if use is None or use == "phrase" or not _is_verb(reading, word):
            continue
        if _tag(reading.sentence_at(word.start()), word.start()) in {"VB", "VBG"}:  # “…” is meant to say something else
            continue
        if opens and (lead or not _is_whole(reading, found, place, use)):
            return None
        return Cue(text[word.start() : end], word.start(), end, _place(found, place), *clause, close=True)
    if opens:
        brief = len(found) <= _BRIEF and found[-1][0].islower()  # “It is cold.” Roe recounted.
        return _any_verb(reading, found, clause) if brief or known.is_a(found[0][0], "pronoun") else None
    return _any_verb(reading, found, clause) if inner[-1:] in tuple(",!?—–") else None


def _behind_place(reading: Reading, start: int, end: int) -> bool:
    """See that only when and where stands between: “The plane had a crew of four” in Norway, according to Roe."""
    between = reading.text[start:end].rstrip()
    sentence = reading.sentence_at(start + len(between) - 1) if between.endswith(",") else None
    if sentence is None:
        return False
    tokens = sentence.tokens_in(start, end)
    return bool(tokens) and tokens[0].tag in ("IN", "TO") and not any(t.tag in _VERB_TAGS for t in tokens)


def _may_lead(text: str, piece: Piece, first: re.Match[str], known: Words) -> bool:
    """See that the first word behind a quotation stands in its line, or goes on from it: “We are glad” / said Roe."""
    if first.start() < piece.line_end or _inner(text, piece).endswith(","):
        return True
    return known.uses.get(first[0]) == "say" and text[piece.line_end : first.start()].count("\n") == 1


def _clause_behind(text: str, piece: Piece, sentence: Sentence, ceiling: int) -> tuple[tuple[int, int], bool]:
    """Find the clause behind a quotation, and whether it leads to the next quotation: “…” Roe added: “…”."""
    far = _end_of_broken_line(text, piece)
    stop = min(far or min(piece.line_end, sentence.unit.sentence_end), ceiling, piece.end + _WINDOW)
    limit = (_BROKEN_CLAUSE_END if far else _CLAUSE_END).search(text, piece.end, stop)
    if limit is not None:
        return (piece.end, limit.start()), limit[0] in ":;"
    stopped = text[piece.end : stop].rstrip()[-1:] in tuple(".!?")
    return (piece.end, stop), stop == ceiling and not stopped


def _inner(text: str, piece: Piece) -> str:
    return text[max(piece.inner_start, piece.inner_end - 80) : piece.inner_end].rstrip(_MARKS)


def _end_of_broken_line(text: str, piece: Piece) -> int | None:
    """Find how far the clause may reach where the page breaks its line: “…,” / said the chief / of police, Ada Roe."""
    rest = text[piece.end : piece.line_end].strip()
    inner = _inner(text, piece)
    if rest[-1:] in tuple('.!?:”"') or (not rest and inner[-1:] in tuple(".!?…")):
        return None
    at = piece.line_end
    for match in _LINES.finditer(text, at, at + _WINDOW):
        at = match.end()
        if match[0].rstrip()[-1:] in tuple(".!?:"):
            break
    return at


def _place(found: list[re.Match[str]], place: int) -> Side:
    adverb = place == 1 and found[0][0].lower().endswith(_ADVERB)
    return Side.INVERTED if place == 0 or adverb else Side.AFTER


def _any_verb(reading: Reading, found: list[re.Match[str]], clause: tuple[int, int]) -> Cue | None:
    """Take the first verb behind a quotation that ends in a comma: what is done there is saying, "he fumed"."""
    for place, word in enumerate(found[:_GAP]):
        sentence = reading.sentence_at(word.start())
        if _tag(sentence, word.start()) in {"VBD", "VBZ"}:
            return Cue(word[0], word.start(), word.end(), _place(found, place), *clause, close=True, known=False)
    return None


def _use(found: list[re.Match[str]], place: int, known: Words) -> tuple[str | None, int]:
    """Give the use of the verb at a place and where it ends; two words ("pointed out") go before one."""
    word = found[place]
    if place + 1 < len(found):
        pair = f"{word[0]} {found[place + 1][0]}".lower()
        if pair in known.uses:
            return known.uses[pair], found[place + 1].end()
    return known.uses.get(word[0].lower()), word.end()


def _is_verb(reading: Reading, word: re.Match[str]) -> bool:
    """Trust the tagger where it read a sentence, but for the commonest forms, which it takes for nouns in headlines."""
    sentence = reading.sentence_at(word.start())
    token = sentence.token_at(word.start()) if sentence else None
    if token is None or not token.tag or token.tag in _VERB_TAGS or word[0].lower() in _SAYING:
        return True
    if sentence is None or token.tag not in {"NNPS", "NNP"} or not word[0][0].isupper() or not token.position:
        return False
    return sentence.tokens[token.position - 1].tag != "DT"  # the Appeal Court registrar said


def _is_close(gap: list[re.Match[str]], use: str, pointed: bool, known: Words) -> bool:
    if not gap or pointed:
        return True
    first, last = gap[0][0].lower(), gap[-1][0].lower()
    if use == "phrase":
        return len(gap) <= _GAP
    if len(gap) == 1:
        return first == "that" or use == "tell"
    return (use == "tell" and last == "that") or (known.is_a(first, "preposition") and use == "say" and last == "that")


def _is_whole(reading: Reading, found: list[re.Match[str]], place: int, use: str) -> bool:
    """See that a sentence behind the quotation says only who spoke: "Roe said angrily", not "Roe said two fled"."""
    rest = found[place + 1 :]
    if not rest or rest[0][0].lower() in {"this", "so"}:
        return True
    if any(word[0].lower() == "that" for word in rest):
        return False
    sentence = reading.sentence_at(rest[0].start())
    return (use == "tell" and len(rest) < 4) or _tag(sentence, rest[0].start()) in _NO_COMPLEMENT


def _tag(sentence: Sentence | None, char: int) -> str:
    token = sentence.token_at(char) if sentence else None
    return token.tag if token else ""
