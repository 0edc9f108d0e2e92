"""Sentences as word pieces: what the rules for names and titles walk over.

A piece is a word as a name has it ("Lawal-Bagega", "O’Rourke", "s/o"), where spaCy would cut it; a possessive ’s
belongs to the gap behind the word. Offsets are characters into Article.text, end exclusive.
Not here: what a word means.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache, partial
from operator import attrgetter
from typing import Generic, NamedTuple, TypeVar
from unicodedata import combining, normalize

from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import function_words

__all__ = ["Case", "Phrases", "Piece", "Scene", "fold", "split_words"]

_WORD = re.compile(
    r"""
    [^\W_]+                                   # letters and digits
    (?: (?: [-‐‑]
          | (?<![^\W\d_]{3})/ | /(?![A-Z][A-Za-z]{2})           # T/Supt, s/o, and/or; but Jane Roe/Reuters is two
          | ['’‘`] (?! [sS] (?![^\W_]) ) ) [^\W_]+ )*           # joined on; a possessive ’s stays out
    """,
    re.VERBOSE,
)
_TIGHT = re.compile(r"(?:\.?[ \u00a0]{1,3}|\.)\Z")
"""Gaps that words of one name or title may have between them."""

_ADDRESS = re.compile(r"\S*@\S+")
"""E-mail addresses and user names: no word in them names somebody."""

_LEADS = function_words("leads")
"""Participles behind a hyphen that end a name: "the Roe-led panel"."""

_THEN, _EX = "then-", "ex-"
"""Prefixes that leave a title what it is: "then-President Roe", "Ex-MP Roe"."""

_LONGEST_ABBREVIATION = 4
"""Letters of "Capt", "Insp", "Supt"; behind a longer word in lower case a full stop ends a sentence."""

_PHRASES = 4_096
"""Titles and names of bodies whose words are remembered: a dozen questions are asked of each."""

_POSSESSIVE = re.compile(r"['’‘`]s?[ \u00a0]\Z")

Value = TypeVar("Value")


class Case:
    """Name the ways a sentence is capitalised."""

    NORMAL, TITLE, CAPITALS, LOWER = "normal", "title", "capitals", "lower"


_SMALL = function_words("small in headlines")
"""Words of more than three letters that headlines leave in lower case."""


class Piece(NamedTuple):
    """Hold one word of a sentence."""

    text: str
    """The characters."""
    fold: str
    """The same in lower case with plain apostrophes and hyphens and without accents."""
    start: int
    """Index of the first character in the article."""
    end: int
    """Index behind the last character in the article."""
    gap: str
    """What stands between the piece before and this one."""
    capital: bool
    """Whether the word begins with a capital, or a part behind a hyphen or apostrophe does."""


_PIECE: Callable[[Iterable[object]], Piece] = partial(tuple.__new__, Piece)
"""Make a piece of its fields in order, without the call that names them: there is one a word."""
_FOLD = attrgetter("fold")


def fold(text: str) -> str:
    """Give a word in lower case with plain apostrophes and hyphens and without accents.

    Example:
        >>> fold("O’Rourke")
        "o'rourke"
    """
    lower = text.lower()
    if lower.isascii() and "`" not in lower:
        return lower
    plain = lower.replace("’", "'").replace("‘", "'").replace("`", "'").replace("‐", "-").replace("‑", "-")
    if plain.isascii():
        return plain
    return "".join(char for char in normalize("NFKD", plain) if not combining(char))


@lru_cache(_PHRASES)
def split_words(text: str) -> tuple[str, ...]:
    """Cut a lexicon entry into the words that pieces have.

    Example:
        >>> split_words("State’s attorney")
        ('state', 'attorney')
    """
    return tuple(
        fold(match[0])
        for match in _WORD.finditer(text)
        if not (match[0] in "sS" and match.start() and text[match.start() - 1] in "'’‘`")
    )


def _capital(word: str) -> bool:
    if word[0].isupper():
        return True
    if word.islower():
        return False
    return any(mark in word for mark in "-’'") and any(part[:1].isupper() for part in re.split(r"[-’']", word)[1:])


def _inside(char: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= char < end for start, end in spans)


def _bare(word: str) -> str:
    """Fold a word that has a capital or an accent, without what says that an office was left: "ex-MP", "then-Mayor"."""
    folded = fold(word)
    if word[0] in "tT":
        folded = folded.removeprefix(_THEN)
    elif word[0] in "eE":
        folded = folded.removeprefix(_EX)
    return folded or word


class Scene:
    """Hold one sentence with its pieces and, where they are asked for, its tokens."""

    def __init__(self, sentence: Sentence) -> None:
        """Cut the sentence into pieces."""
        self.sentence = sentence
        text, offset = sentence.text, sentence.start
        pieces: list[Piece] = []
        at = 0
        for match in _WORD.finditer(text):
            word, start = match[0], match.start()
            if word in ("s", "S") and start > at and text[start - 1] in "'’‘`" and start - 1 == at and at:
                continue
            end = match.end()
            if "-" in word and word[0].isupper() and word.rpartition("-")[2] in _LEADS:  # "the Roe-led panel"
                name, _, word = word.rpartition("-")
                stop = start + len(name)
                pieces.append(_PIECE((name, fold(name), start + offset, stop + offset, text[at:start], True)))
                at, start = stop, stop + 1
            lower = word.lower()
            if lower == word and word.isascii() and "`" not in word:  # seven in ten
                pieces.append(_PIECE((word, word, start + offset, end + offset, text[at:start], False)))
            else:
                pieces.append(_PIECE((word, _bare(word), start + offset, end + offset, text[at:start], _capital(word))))
            at = end
        if "@" in text:
            spans = [(match.start() + offset, match.end() + offset) for match in _ADDRESS.finditer(text)]
            pieces = [p._replace(capital=False) if _inside(p.start, spans) else p for p in pieces]
        self.pieces = pieces
        self.tail = text[at:]

    @cached_property
    def case(self) -> str:
        """Say how the sentence is capitalised; a headline has capitals on most of its longer words."""
        words = [piece for piece in self.pieces if piece.text[0].isalpha()]
        capitals = sum(piece.capital for piece in words)
        if not capitals:
            return Case.LOWER
        if self.sentence.text.isupper():
            return Case.CAPITALS
        longer = [piece for piece in words if len(piece.text) > 3 and piece.fold not in _SMALL]
        if len(words) < 3 or self.sentence.text.rstrip()[-1] in '.,;:?!”"':
            return Case.NORMAL
        return Case.TITLE if sum(p.capital for p in longer) > 0.75 * len(longer) and capitals > 2 else Case.NORMAL

    @cached_property
    def folds(self) -> frozenset[str]:
        """Give the folded words, for the cheap test whether any of some words is there."""
        return frozenset(map(_FOLD, self.pieces))

    @cached_property
    def capitals(self) -> tuple[int, ...]:
        """List the pieces with a capital, where names begin: a fifth of them."""
        return tuple(index for index, piece in enumerate(self.pieces) if piece.capital)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.sentence.tokens]

    def token(self, piece: Piece) -> Token | None:
        """Find the token in which a piece ends."""
        place = bisect_right(self._starts, piece.end - 1) - 1
        return self.sentence.tokens[place] if place >= 0 else None

    def tag(self, index: int) -> str:
        """Give the tag of the token in which a piece ends; "" where there is none."""
        place = bisect_right(self._starts, self.pieces[index].end - 1) - 1
        return self.sentence.tokens[place].tag if place >= 0 else ""

    def gap(self, index: int) -> str:
        """Give what stands before a piece; behind the last one what closes the sentence."""
        return self.pieces[index].gap if index < len(self.pieces) else self.tail

    def tight(self, index: int) -> bool:
        """See whether a piece follows the one before it as words of one name or title do."""
        pieces = self.pieces
        if not 0 < index < len(pieces):
            return False
        gap = pieces[index].gap
        if gap == " ":
            return True
        before = pieces[index - 1]
        if gap[:1] == "." and len(before.text) > _LONGEST_ABBREVIATION and not before.capital:
            return False
        return _TIGHT.match(gap) is not None

    def linked(self, index: int) -> bool:
        """See whether a piece follows the one before it tightly or as what that one possesses."""
        return self.tight(index) or self.possessive(index)

    def possessive(self, index: int) -> bool:
        """See whether the piece before possesses this one: "the force’s spokesman"."""
        if not 0 < index < len(self.pieces):
            return False
        gap = self.pieces[index].gap
        return gap != " " and _POSSESSIVE.match(gap) is not None

    def text(self, first: int, last: int) -> str:
        """Give the text from one piece to before another, as written."""
        if first >= last:
            return ""
        return self.sentence.slice(self.pieces[first].start, self.pieces[last - 1].end)


class Phrases(Generic[Value]):
    """Find phrases of a lexicon in pieces, the longest first."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        """Index the phrases by their first and by their last word."""
        self._first: dict[str, list[tuple[tuple[str, ...], Value, bool]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], Value, bool]]] = {}
        for phrase, value in phrases:
            words = split_words(phrase)
            entry = (words, value, "," in phrase)
            self._first.setdefault(words[0], []).append(entry)
            self._last.setdefault(words[-1], []).append(entry)
        for table in (self._first, self._last):
            for entries in table.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, pieces: Sequence[Piece], index: int, end: int) -> tuple[int, Value] | None:
        """Find the longest phrase that begins at a piece and ends before `end`; gives the index behind it."""
        for words, value, commas in self._first.get(pieces[index].fold, ()):
            stop = index + len(words)
            if stop <= end and (len(words) == 1 or _same(pieces, index, words, commas)):
                return stop, value
        return None

    def before(self, pieces: Sequence[Piece], index: int, start: int = 0) -> tuple[int, Value] | None:
        """Find the longest phrase that ends just before a piece, from `start` on; gives its first index."""
        if index <= start:
            return None
        for words, value, commas in self._last.get(pieces[index - 1].fold, ()):
            first = index - len(words)
            if first >= start and (len(words) == 1 or _same(pieces, first, words, commas)):
                return first, value
        return None


def _same(pieces: Sequence[Piece], first: int, words: Sequence[str], commas: bool) -> bool:
    """Compare a phrase of two words or more; the index was built on the first or last one."""
    count = len(words)
    if pieces[first + 1].fold != words[1] or pieces[first + count - 2].fold != words[-2]:
        return False  # most phrases that share a first or last word end here
    for number in range(count):
        piece = pieces[first + number]
        if piece.fold != words[number] or (number and not _close(piece.gap, commas)):
            return False
    return True


def _close(gap: str, commas: bool) -> bool:
    return len(gap) < 4 and (commas or "," not in gap) and not any(mark in gap for mark in '()"“”:;?!')
