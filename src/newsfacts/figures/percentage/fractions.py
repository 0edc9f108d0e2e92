"""Percentages that are written without a sign: fractions, ratios, multiples.

Phases: 1. fractions ("half of them", "by a full quarter", "a one-third cut") where the words around make them shares
or changes; 2. ratios ("two in three drivers", "11 of 13 categories"); 3. verbs and "-fold" ("have more than doubled");
4. a percentage in brackets or behind "or" that says one of them again leaves the percentage alone ("two in three
(66%)"). Fractions of time, ranks, scores and numbers of files are none. Values have two decimals.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from newsfacts import lexicons
from newsfacts.figures.bounds import BoundReader, DepAt
from newsfacts.figures.figure import figure
from newsfacts.figures.numbers import Form, Number
from newsfacts.figures.percentage.mentions import Mention
from newsfacts.figures.percentage.ratios import RatioReader
from newsfacts.figures.percentage.words import ChangeWords
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons import Lexicon, alternation, fold
from newsfacts.lexicons.function_words import any_of, cue_words, function_words
from newsfacts.record import PercentageUnit

__all__ = ["FractionReader", "reader"]

_HALF_OF = function_words("half of")
_BESIDE_A_FRACTION = function_words("beside a fraction")
_NO_SHARE_BEFORE = re.compile(rf"(?:\b(?:{any_of('no share before')})|\d)[\s-]+$", re.I)
_ADDED_TO = re.compile(r"\band[\s-]+$", re.IGNORECASE)
_CHANGED_BY = re.compile(r"\b(?:by|of)\s+$", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+", re.IGNORECASE)
_RATIO = re.compile(
    r"(?P<joint>\s+(?:in|out\s+of)\s+(?:every\s+|the\s+)?|-in-"
    rf"|\s+of\s+(?P<the>(?:{any_of('ratio of')})\s+|the\s+[\w-]+['’]s\s+)?)",
    re.IGNORECASE,
)
_ADDED = re.compile(rf"\s+(?:{any_of('added')})\b", re.IGNORECASE)
_RESTATED = re.compile(r"(?:\s+[\w’'-]+){0,4}?(?:\s*\(\s*|\s*,?\s+or\s+)", re.IGNORECASE)
_ROUNDED = 6
"""Percentage points by which a fraction in words may differ from what says it again: "nearly half (45%)"."""
_FROM_TO = re.compile(r",?\s+(?:from|to)\s+\d")
_MASS = cue_words("mass")
_PARTITIVE = function_words("partitive") | {"it", "us"}
_PLURAL_VERBS = function_words("of several verbs")
_HAVE = function_words("have in full")
_NUMBERS = cue_words("number of them")
_ENDS = re.compile(rf"\s*(?:[,.;:)”\"]|$)|\s+(?:{any_of('behind a fraction')})\b")
_MADE_UP = re.compile(
    r"\b(?:account(?:s|ed|ing)?\s+for|ma(?:kes?|de|king)\s+up|constitut(?:es?|ed|ing)|compris(?:es?|ed|ing))\s+"
    r"(?:more\s+than\s+|over\s+|about\s+|around\s+|almost\s+|nearly\s+|just\s+)*$",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"\d[^.;]{0,60}(?:,\s+|\bor\s+|[–—-]\s+)(?:or\s+)?(?:roughly\s+|about\s+|around\s+|almost\s+|nearly\s+|just\s+(?:over|under)\s+)*$",
    re.IGNORECASE,
)
_BACK = 18
"""Words between a change and the fraction of a later member of its list."""
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    value: Decimal
    partitive: bool = False
    """Its numbers count things too: "21 of the 30 killings"."""


class FractionReader:
    """Find percentages without a sign; make one with `reader`."""

    def __init__(self, known: Mapping[str, Lexicon], bounds: BoundReader, words: ChangeWords):
        """Compile the words of the lexicons that `reader` names."""
        self._bounds, self._words = bounds, words
        multiples, decoys = known["multiples"], known["decoy_words"]
        self._denominators = {row["word"]: int(row["denominator"]) for row in known["fractions"].rows}
        ones = known["number_words"].mapping("value", **{"class": "ones"})
        self._tops = dict.fromkeys(function_words("indefinite"), 1) | {top: int(ones[top]) for top in ones}
        parts = alternation(self._denominators)
        self._fraction = re.compile(
            rf"(?<![\w-])(?:(?P<top>{alternation(self._tops)}|\d)[\s-]+(?:full\s+)?)?(?P<part>{parts})\b(?!-)",
            re.IGNORECASE,
        )
        self._multiples = {r["word"]: Decimal(r["percent"]) for r in multiples.rows if r["class"] == "verb"}
        self._folds_of = {r["word"]: Decimal(r["percent"]) for r in multiples.rows if r["class"] == "fold"}
        self._fold = re.compile(r"(?<![\w-])(?P<times>\w+)[\s-]?fold\b", re.IGNORECASE)
        # In lower case, and begun by a letter, not a boundary: only places with such a letter are looked at.
        self._maybe = re.compile(rf"{parts}|(?:in|of)\b|fold\b|{alternation(w[:4] for w in self._multiples)}")
        self._sums = frozenset(r["word"] for r in multiples.rows if r["class"] == "sum")
        self._times = frozenset(r["word"] for r in decoys.rows if r["class"] in ("duration", "frequency", "month"))
        self._ratio_reader = RatioReader(words, self._times)

    def find(
        self, sentence: Sentence, numbers: Sequence[Number], mentions: Sequence[Mention], dep_at: DepAt | None
    ) -> tuple[list[Mention], set[int]]:
        """Find fractions, ratios and multiples that no percentage of `mentions` says again.

        Shape:   the new mentions in text order, and the places in `numbers` that they or their repeats use up.
        """
        if not self._maybe.search(sentence.folded):
            return [], set()
        found = [
            *self._fractions(sentence, dep_at),
            *self._ratios(sentence, numbers),
            *self._changes(sentence, numbers),
        ]
        taken = [(m.start, m.end) for m in mentions]
        found = [f for f in found if not any(f.start < end and start < f.end for start, end in taken)]
        kept = [f for f in found if not _restated(sentence, f, mentions)]
        claimed = [f for f in found if not f.partitive]  # "21 of the 30 killings": counts as well
        used = {p for p, n in enumerate(numbers) if any(f.start < n.end and n.start < f.end for f in claimed)}
        made = [self._mention(sentence, f, dep_at) for f in sorted(kept, key=lambda f: f.start)]
        return made, used

    def _fractions(self, sentence: Sentence, dep_at: DepAt | None) -> Iterator[_Found]:
        text, offset = sentence.text, sentence.start
        for match in self._fraction.finditer(text):
            value = self._value(match)
            if value is None or _NO_SHARE_BEFORE.search(text[: match.start()]):
                continue
            if match["top"] and _ADDED_TO.search(text[: match.start()]):
                continue  # three and a half
            token = sentence.token_at(match.end() - 1 + offset)
            if token is None:
                continue
            behind = token.position + 1
            if (
                self._changes_by(sentence, match, dep_at)
                or self._is_share(sentence, match, behind)
                or self._stands_alone(sentence, match)
            ):
                yield _Found(match.start() + offset, match.end() + offset, value)

    def _value(self, match: re.Match[str]) -> Decimal | None:
        top, part = fold(match["top"] or ""), fold(match["part"])
        if not top and part != "half":
            return None  # "third" alone is an ordinal
        many = self._tops.get(top, int(top) if top.isdecimal() else 1)
        if (many > 1) is not part.endswith(("s", "halves")):
            return None
        value = Decimal(many) / self._denominators[part]
        return value if 0 < value < 1 else None

    def _changes_by(self, sentence: Sentence, match: re.Match[str], dep_at: DepAt | None) -> bool:
        """See "fell by around a quarter", "a reduction of one-third", "a one-third cut", "a third fewer"."""
        text, offset = sentence.text, sentence.start
        bound = self._bounds.read(text, match.start(), match.end(), dep_at)
        token = sentence.token_at(match.start() + offset)
        last = sentence.token_at(match.end() - 1 + offset)
        if token is None or last is None:
            return False
        if _CHANGED_BY.search(text[: bound.start]) and not self._orders(match, sentence.tokens[last.position + 1 :]):
            before = sentence.tokens[max(0, token.position - _BACK) : token.position]
            down = any(t.lower in ("up", "down") for t in before)
            return down or any(self._words.change(t) is not None for t in before)
        following = sentence.tokens[last.position + 1 : last.position + 2]
        if following and self._words.change(following[0]) is not None and is_noun(following[0]):
            return True
        return bool(_ADDED.match(text, match.end()))

    def _orders(self, match: re.Match[str], behind: Sequence[Token]) -> bool:
        """See an ordinal in front of its noun: "broken up by a third housemate", not "fell by a third year on year"."""
        ordinal = match["part"].lower().endswith(("rd", "th"))
        return ordinal and bool(behind) and behind[0].tag in ("NN", "NNP") and behind[0].lower not in self._times

    def _is_share(self, sentence: Sentence, match: re.Match[str], behind: int) -> bool:
        """See a part of a whole that could be counted: "half of them", "half the victims", "and half were kept"."""
        tokens = sentence.tokens
        if behind >= len(tokens):
            return False
        if tokens[behind].lower == "of":
            return self._is_whole(sentence, behind + 1)
        if match["part"].lower() == "half" and tokens[behind].lower in _HALF_OF:
            return self._is_whole(sentence, behind)
        if tokens[behind].text == "(" and behind + 2 < len(tokens):
            return any(t.text == "%" or t.lower in ("percent", "per") for t in tokens[behind + 1 : behind + 4])
        return tokens[behind].lower in _PLURAL_VERBS and is_verb(tokens[behind])

    def _stands_alone(self, sentence: Sentence, match: re.Match[str]) -> bool:
        """See a share of what its clause has counted: "in 96 of them, one-third.", "… accounted for more than half"."""
        if not _ENDS.match(sentence.text, match.end()):
            return False
        front = sentence.text[: match.start()]
        return bool(_MADE_UP.search(front)) or (bool(match["top"]) and bool(_APPOSED.search(front)))

    def _is_whole(self, sentence: Sentence, place: int) -> bool:
        """See a plural, a word for people or a mass that is told to be all of it, and no stretch of time."""
        tokens, mass = sentence.tokens, False
        for token in tokens[place : place + 8]:
            pointed = token.lower in _PARTITIVE and not is_noun(token)
            if pointed and (token.tag != "DT" or _ENDS.match(sentence.text, token.end - sentence.start)):
                return True
            if token.lower in self._sums or (token.tag == "JJ" and token.lower in self._words.people):
                return True
            mass = mass or token.lower in _MASS
            if token.lower in self._times or (token.tag == "CD" and re.fullmatch(r"(?:19|20)\d\d", token.text)):
                return False
            following = tokens[token.position + 1] if token.position + 1 < len(tokens) else None
            if is_noun(token) and not (following and is_noun(following)):
                return token.tag in ("NNS", "NNPS") or token.lower in self._words.people or mass
            if token.lower in ("a", "an") or (is_verb(token) and token.tag in ("VBD", "VBZ", "VBP")):
                return token.position > place and tokens[token.position - 1].lower in _PARTITIVE
        return False

    def _ratios(self, sentence: Sentence, numbers: Sequence[Number]) -> Iterator[_Found]:
        text, offset = sentence.text, sentence.start
        for number, other in pairwise(numbers):
            gap = _RATIO.fullmatch(text, number.end - offset, other.start - offset)
            if gap is None or other.after or number.after or Form.RANGE in (number.form, other.form):
                continue
            if not 1 <= number.value < other.value or not (number.integral and other.integral):
                continue
            joint = gap["joint"].strip().lower()
            if self._ratio_reader.is_ratio(sentence, (number, other), joint, pointed=bool(gap["the"])):
                partitive = joint.startswith("of")
                yield _Found(number.start, other.end, number.value / other.value, partitive)

    def _changes(self, sentence: Sentence, numbers: Sequence[Number]) -> Iterator[_Found]:
        """Find "have more than doubled" of a figure that is told for itself, and "a fivefold increase"."""
        for token in sentence.tokens:
            percent = self._multiples.get(self._words.lemma(token.lower, token.tag)) if is_verb(token) else None
            if percent is None or _FROM_TO.match(sentence.text, token.end - sentence.start):
                continue  # from … to: the figures tell it themselves
            if self._tells_change(sentence, token):
                yield _Found(token.start, token.end, percent / _HUNDRED)
        yield from self._folds(sentence, numbers)

    def _tells_change(self, sentence: Sentence, token: Token) -> bool:
        """See a past or perfect verb without object whose subject is a plural or a number of something."""
        children = [sentence.tokens[c] for c in sentence.children[token.position]]
        if token.tag not in ("VBD", "VBN") or any(c.dep in ("dobj", "auxpass", "agent", "prt") for c in children):
            return False
        if token.tag == "VBN" and not any(c.lower in _HAVE for c in children):
            return False
        subject = next((c for c in children if c.dep == "nsubj"), None)
        following = sentence.tokens[token.position + 1 : token.position + 2]
        if subject is None or (following and following[0].lower in _BESIDE_A_FRACTION):
            return False
        pointed = any(sentence.tokens[c].lower in ("this", "that") for c in sentence.children[subject.position])
        plural = subject.tag == "NNS" and subject.lower not in self._words.people
        return not pointed and (plural or subject.lower in _NUMBERS)

    def _folds(self, sentence: Sentence, numbers: Sequence[Number]) -> Iterator[_Found]:
        for match in self._fold.finditer(sentence.text):
            start, end = match.start() + sentence.start, match.end() + sentence.start
            percent = self._folds_of.get(re.sub(r"[\s-]", "", match[0].lower()))
            times = next((n.value for n in numbers if n.start == start and n.value > 1), None)
            near = sentence.tokens_in(max(sentence.start, start - 40), end + 20)
            if (percent or times) and any(self._words.change(t) is not None for t in near):
                yield _Found(start, end, percent / _HUNDRED if percent else (times or Decimal(1)) - 1)

    def _mention(self, sentence: Sentence, found: _Found, dep_at: DepAt | None) -> Mention:
        offset = sentence.start
        value = round(found.value * _HUNDRED, 2)
        number = Number(found.start, found.end, value, Form.FRACTION)
        bound = self._bounds.read(sentence.text, found.start - offset, found.end - offset, dep_at)
        shifted = replace(bound, start=bound.start + offset, end=bound.end + offset)
        told = figure(number, shifted)
        return Mention(
            number, found.start, found.end, PercentageUnit.PERCENT, told, fraction=True, counted=found.partitive
        )


def reader(bounds: BoundReader, words: ChangeWords, extra: tuple[Path, ...] = ()) -> FractionReader:
    """Make a reader from the lexicons `fractions`, `multiples`, `decoy_words` and `number_words`."""
    names = ("fractions", "multiples", "decoy_words", "number_words")
    return FractionReader({name: lexicons.read(name, extra) for name in names}, bounds, words)


def _restated(sentence: Sentence, found: _Found, mentions: Sequence[Mention]) -> bool:
    """See a percentage say the fraction again, or the fraction stand in the brackets of a percentage."""
    for mention in mentions:
        near = mention.figure.value is not None and abs(mention.figure.value - found.value * _HUNDRED) <= _ROUNDED
        behind = near and found.end <= mention.figure.start
        if behind and _RESTATED.fullmatch(sentence.slice(found.end, mention.figure.start)):
            return True
        if mention.end <= found.start and re.fullmatch(r"\s*\(\s*", sentence.slice(mention.end, found.start)):
            return True
    return False
