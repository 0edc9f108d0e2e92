"""Counts of zero: "no arrests", "not a single child", where an outcome that could have been counted is denied.

An outcome is what `event_nouns` and `action_nouns` name, or a plural that "there were no" denies. Not here: idioms ("no
doubt") and what nobody counts ("no information"), which the lexicon `uncounted_nouns` lists.
"""

import re
from decimal import Decimal
from pathlib import Path

from newsfacts import lexicons
from newsfacts.figures.bounds import Bound
from newsfacts.figures.count.match import CountMatch, CountText
from newsfacts.figures.count.nouns import Noun, NounReader
from newsfacts.figures.figure import figure
from newsfacts.figures.numbers import Form, Number
from newsfacts.language.phrases import noun_compound
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons.function_words import cue_words, function_words
from newsfacts.record import Comparator
from newsfacts.rules.rule import Rule

__all__ = ["RULE", "ZeroReader", "zero_reader"]

RULE = Rule(
    "count.zero",
    "no NOUN",
    "a denied thing is a count of zero",
    yes=(
        "[No shots] were fired.",
        "There were [no casualties].",
        "[Not a single child] was harmed by the kidnappers.",
    ),
    no=(
        "There is no doubt about it.",
        "No agency takes the lead.",
        "He came with no items to declare.",
    ),
)

_NO = re.compile(r"\b(?:no|not\s+a\s+single|not\s+one)\s+(?=[\w“\"])", re.IGNORECASE)
_MARKS = "'\"‘’“”"
_NOT_ZERO = function_words("not zero") | cue_words("not zero too")


class ZeroReader:
    """Find counts of zero; make one with `zero_reader`."""

    def __init__(
        self, nouns: NounReader, uncounted: frozenset[str], forms: frozenset[str], outcomes: frozenset[str]
    ) -> None:
        """Take the nouns that "no" denies without counting, in any form and in one form only, and those of outcomes."""
        self._nouns, self._uncounted, self._forms, self._outcomes = nouns, uncounted, forms, outcomes

    def find(self, unit: CountText) -> list[CountMatch]:
        """Find the denied things of a unit, in order."""
        sentence, found = unit.sentence, []
        for match in _NO.finditer(sentence.text):
            start = match.start() + sentence.start
            last = sentence.token_at(start + len(match[0].rstrip()) - 1)
            noun = self._nouns.read(sentence, last.position + 1, plural=False) if last else None
            single = match[0].lower().startswith("not")
            if noun is None or self._quoted(sentence, start, noun) or not self._deniable(unit, noun, plainly=single):
                continue
            number = Number(start, start + len(match[0].rstrip()), Decimal(0), Form.WORDS)
            text = noun_compound(sentence, noun.head, noun.first)
            phrase = sentence.words(noun.first, noun.head + 1)
            bound = Bound(start, sentence.tokens[noun.head].end, Comparator.EQ)
            found.append(CountMatch(figure(number, bound), text, phrase, noun.head, RULE.id))
        return found

    @staticmethod
    def _quoted(sentence: Sentence, start: int, noun: Noun) -> bool:
        """See words held in marks that close at the noun or before it: ignored 'no vehicles' signs."""
        opens = sentence.slice(start - 1, start)
        if not opens or opens not in _MARKS or start == sentence.start:
            return False
        head = sentence.tokens[noun.head]
        return any(mark in sentence.slice(start, head.end + 1) for mark in _MARKS)

    def _deniable(self, unit: CountText, noun: Noun, *, plainly: bool) -> bool:
        """Tell whether a denied noun is a thing that could be counted there; "not a single" says so plainly."""
        sentence = unit.sentence
        head, first = sentence.tokens[noun.head], sentence.tokens[noun.first]
        if first.lower in _NOT_ZERO or head.tag not in ("NN", "NNS") or sentence.text.isupper():
            return False
        if {head.lower, unit.lemma(head.lower, "NNS")} & self._uncounted or head.lower in self._forms:
            return False
        above = sentence.tokens[head.head]
        there = any(sentence.tokens[c].dep == "expl" for c in sentence.children[above.position])
        done = head.dep == "nsubjpass"  # "no shots were fired"
        told = plainly or (head.tag == "NNS" and (there or done))
        if not (told or self._outcomes & {head.lower, unit.lemma(head.lower, "NNS")}):
            return False  # "placed no weight on it", "had no credit": nobody would have counted any
        behind = sentence.tokens[noun.head + 1 : noun.head + 3]
        if len(behind) > 1 and behind[0].tag == "TO" and behind[1].tag == "VB":
            return False  # "with no items to declare"
        if head.dep == "nsubj" and head.tag == "NN" and above.tag in ("VBZ", "VBP", "VB", "MD"):
            return False  # "no agency takes the lead" is a principle, not a finding
        if head.dep in ("nsubj", "nsubjpass") and any(
            sentence.tokens[c].tag == "MD" for c in sentence.children[above.position]
        ):
            return False  # "no government could have done more"
        return not (head.dep == "attr" and head.tag == "NN" and not there)  # "she is no nun" denies what she is


def zero_reader(nouns: NounReader, measures: frozenset[str], extra: tuple[Path, ...] = ()) -> ZeroReader:
    """Make a reader from the lexicon `uncounted_nouns`; `measures` are nouns of time, which are not counted."""
    uncounted = lexicons.read("uncounted_nouns", extra)
    zero, forms = (uncounted.words(**{"class": name}) for name in ("zero", "zero form"))
    outcomes = (
        uncounted.words(**{"class": "outcome"})
        | lexicons.read("event_nouns", extra).words()
        | lexicons.read("action_nouns", extra).words()
    )
    return ZeroReader(nouns, zero | measures, forms, outcomes)
