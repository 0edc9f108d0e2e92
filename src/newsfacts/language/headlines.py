"""Headlines in capitals or in title case, as the body of the article would write them.

The model was trained on running text and takes every capital in the midst of a sentence for a name. What a headline
capitalises only because it is one stands in the body too, and there in its own case: "Officers Held Over 600 Bags of
Sugar in Ayr" is read as "Officers held over 600 bags of sugar in Ayr". A verb of happening right before a number needs
no body to tell it: "Sting Nets 31 Knives" has no bag of nets, for a number never follows the plural that it counts.
The reading has the length of the headline, so that offsets hold. Not here: who is a person, which is `people`'s, on the
words as they stand.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newsfacts import lexicons
from newsfacts.language.lemmas import Lemma
from newsfacts.language.sentences import Unit
from newsfacts.page.lines import has_title_case

__all__ = ["Headlines", "headlines"]

_WORD = re.compile(r"[^\W\d_]+")
_LOWER = re.compile(r"(?<![^\W_])[a-zà-öø-ÿ]{2,}")
_NAME = re.compile(r"(?<=[a-z,] )[^\W\d_a-z][^\W\d_]+")
"""A capital in the midst of a sentence."""
_CAPITALS = 24
"""Characters from which a line in capitals is a headline; shorter ones are names and labels."""
_FEWEST = 4
"""Words of a headline in title case; a shorter one may be a name."""


@dataclass(frozen=True, slots=True)
class _Body:
    """Hold how the body writes its words."""

    lower: frozenset[str]
    """Words in small letters."""
    names: dict[str, str]
    """Words with capitals in the midst of a sentence, by their small letters."""

    def headline(self, text: str) -> str:
        """Write a headline as the body would."""
        shouted = text.isupper()
        return _WORD.sub(lambda match: self._word(match, shouted=shouted), text)

    def _word(self, match: re.Match[str], *, shouted: bool) -> str:
        word, lower = match[0], match[0].lower()
        if len(lower) != len(word):
            return word
        if lower in self.names and (lower not in self.lower or shouted):
            return self.names[lower]
        if match.start() == 0:
            return word.capitalize() if shouted else word
        return lower if shouted or lower in self.lower else word


@dataclass(frozen=True)
class Headlines:
    """Read headlines; make one with `headlines`."""

    counting: re.Pattern[str]
    """A word with a capital that may be a verb, right before a number and what it counts."""
    verbs: frozenset[str]
    """Verbs of happening, by lemma."""
    lemma: Lemma
    """Gives base forms."""

    def read_as_body(self, text: str, units: Iterable[Unit], headings: Sequence[tuple[int, int]]) -> Iterator[Unit]:
        """Tell each unit that is a headline in capitals or title case how it is to be read; yield all, in order.

        `headings` are the spans of titles and headings, in order; a long line in capitals is a headline wherever it
        stands, and the first line may be one. A text that is all in capitals tells nothing of its words, and is left
        to the pipeline.
        """
        body: _Body | None = None
        place, first = 0, True
        for unit in units:
            while place < len(headings) and headings[place][1] <= unit.start:
                place += 1
            headed = place < len(headings) and headings[place][0] <= unit.start
            shouted = text[unit.start : unit.start + _CAPITALS].isupper()
            piece = text[unit.start : unit.end] if headed or shouted or first else ""
            first, titled = False, headed or (first and not piece.endswith((".", "!", "?")))
            if not _is_headline(piece, headed=titled):
                yield unit
                continue
            body = body or _body(text)
            told = piece.isupper() or headed
            read = self._with_verbs(body.headline(piece) if told and body.lower else piece)
            yield replace(unit, as_read=read) if read != piece or (told and body.lower) else unit

    def _with_verbs(self, text: str) -> str:
        """Write the verbs before numbers small."""
        return self.counting.sub(self._verb, text)

    def _verb(self, match: re.Match[str]) -> str:
        lower = match[0].lower()
        return lower if self.lemma(lower, "VBZ") in self.verbs else match[0]


def headlines(lemma: Lemma, extra: tuple[Path, ...] = ()) -> Headlines:
    """Make the reader from the lexicons of events and number words, to which the folder `extra` may add."""
    verbs = frozenset(row["lemma"].partition(" ")[0] for row in lexicons.read("event_types", extra).rows)
    numbers = lexicons.alternation(row["word"] for row in lexicons.read("number_words", extra).rows)
    counting = re.compile(rf"(?<=[^\W\d_] )[A-Z][a-z]+(?:s|ed)(?= (?:\d[\d,]*|(?i:{numbers})\b)[ -][^\W\d_])")
    return Headlines(counting, verbs, lemma)


def _is_headline(piece: str, *, headed: bool) -> bool:
    if len(piece) < _CAPITALS:
        return False
    return piece.isupper() or (headed and len(words := piece.split()) >= _FEWEST and has_title_case(words))


def _body(text: str) -> _Body:
    lower = frozenset(_LOWER.findall(text))
    names = {name.lower(): name for name in _NAME.findall(text) if len(name.lower()) == len(name)} if lower else {}
    return _Body(lower, names)
