"""Which figure is the later one of which: "from 1,240 to 980", "98 from 143", "63 percent, up from 54 percent".

Phases: 1. counts say themselves where their reader knew it; 2. two figures of one kind in one sentence with the words
of a change or a comparison between them are tied. Figures of one kind are of one currency, unit or thing. Quantities
have no such field in the record and are left out.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsfacts.actions.figure_facts import FigureFact
from newsfacts.figures.kinds import kind_of
from newsfacts.language.lemmas import Lemma
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons.function_words import any_of
from newsfacts.relations.counted import Counted

__all__ = ["ChangeWords", "changes"]

_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_TO = re.compile(r"\bto\s+(?:just\s+|only\s+)?$", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:(?:up|down)\s+from|(?:as\s+)?against|(?:as\s+)?compared?\s+(?:with|to)|versus|vs\.?)\s+(?:the\s+|just\s+|only\s+)?$",
    re.IGNORECASE,
)
_REVISED = re.compile(rf"\b(?:{any_of('points at a sum')}|the\s+(?:{any_of('sum')}))\s+to\s+$", re.IGNORECASE)
_EACH = re.compile(rf"\s*(?:{any_of('for each')})\b", re.IGNORECASE)
_FARTHEST = 140
"""Characters between the two figures of a pair."""


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """Hold the base forms of words of change."""

    verbs: frozenset[str]
    """rise, cut, go (up)."""
    nouns: frozenset[str]
    """rise, drop."""

    def change_in(self, sentence: Sentence, lemma: Lemma) -> bool:
        """Tell whether a unit says that something changes."""
        return any(
            (is_verb(token) and lemma(token.lower, token.tag) in self.verbs)
            or (is_noun(token) and lemma(token.lower, "NNS") in self.nouns)
            for token in sentence.tokens
        )


def changes(
    figures: Sequence[FigureFact], counts: Sequence[Counted], text: str, words: ChangeWords, lemma: Lemma
) -> dict[int, int]:
    """Say for each later figure, by its place among the figures, at which place the earlier one is."""
    earlier = _said(counts)
    by_place = {count.place: count for count in counts}
    last: dict[type, list[int]] = {}
    for place, fact in enumerate(figures):
        before = last.setdefault(type(fact.match), [])
        known = place in earlier or place in earlier.values()
        if not known and kind_of(fact.match).says("changes_from"):
            pair = _pair(figures, by_place, before, place, text)
            if pair and (not pair[2] or words.change_in(fact.sentence, lemma)):
                earlier.setdefault(pair[0], pair[1])
        before.append(place)
    return earlier


def _said(counts: Sequence[Counted]) -> dict[int, int]:
    """Tie the pairs that the reader of counts knows."""
    earlier = {}
    for before, count in pairwise(counts):
        if count.sentence != before.sentence:
            continue
        if count.match.changes and _FROM.search(before.ahead):
            earlier[count.place] = before.place
        elif count.match.compared and (_COMPARED.search(count.ahead) or _FROM.search(count.ahead)):
            earlier[before.place] = count.place
    return earlier


def _pair(
    figures: Sequence[FigureFact], counts: Mapping[int, Counted], before: Sequence[int], place: int, text: str
) -> tuple[int, int, bool] | None:
    """Find the figure that a figure pairs with.

    Shape:   the later figure, the earlier one, and whether a word of change must be near.
    """
    here = figures[place].match.figure
    start = figures[place].sentence.start
    ahead = text[max(start, here.start - 40) : here.start]
    for other in reversed(before[-3:]):
        there = figures[other].match.figure
        if figures[other].sentence.unit.sentence_start != figures[place].sentence.unit.sentence_start:
            return None
        if here.start - there.end > _FARTHEST or not _like(figures, counts, other, place):
            continue
        opening = text[max(0, there.start - 12) : there.start]
        if _TO.search(ahead) and _FROM.search(opening):
            return place, other, True
        if _COMPARED.search(ahead):
            return other, place, False
        if _FROM.search(ahead) and _TO.search(opening):
            return other, place, True
        if _REVISED.search(ahead) and not _EACH.match(text, there.end):
            return place, other, True
    return None


def _like(figures: Sequence[FigureFact], counts: Mapping[int, Counted], one: int, other: int) -> bool:
    """Tell whether both are figures of the same thing."""
    if one not in counts:
        return kind_of(figures[one].match).alike(figures[one].match, figures[other].match)
    mine, its = counts[one], counts[other]
    return mine.elided or its.elided or mine.like(its)
