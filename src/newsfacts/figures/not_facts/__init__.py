"""Numbers that count nothing: dates, times, ages, sections, hotlines, models, addresses, scores.

Each reason is a rule (`figures/not_facts/*.py`) that looks at the characters around a number; the first that holds
names the reason. Those of `BEFORE_ALL` are asked before any kind of fact looks (`figures/claims.py`): no sign and no
unit beside the number can change them. The others are asked by the reader of counts, once percentages, money and
quantities have had theirs.
"""

from collections.abc import Callable
from pathlib import Path

from newsfacts import lexicons
from newsfacts.figures.not_facts import ages, names, places, times
from newsfacts.figures.not_facts.around import IN_YEAR, YEAR, DecoyWords, around, decoy_words
from newsfacts.figures.numbers import Form, Number
from newsfacts.language.pipeline import Sentence
from newsfacts.rules.rule import Rule, first

__all__ = ["BEFORE_ALL", "RULES", "DecoyReader", "reader"]

BEFORE_ALL: tuple[Rule, ...] = (*times.SPANS, *places.BLOCKS, *names.CODES)
"""Refusals that stand before every kind of fact."""
BEFORE_COUNTS: tuple[Rule, ...] = (
    *names.SHAPES,
    *times.DAYS,
    *ages.RULES,
    *names.LABELS,
    *places.RULES,
    *times.YEARS,
    *names.NAMES,
)
"""Refusals of numbers that no sign or unit has claimed."""
RULES: tuple[Rule, ...] = (*BEFORE_ALL, *BEFORE_COUNTS)
"""Every reason why a number is no fact."""

_LONG_DAY = 31


class DecoyReader:
    """Say why a number is no fact; make one with `reader`."""

    def __init__(self, words: DecoyWords, refused: Callable[[Number, Rule], None] | None = None) -> None:
        """Take the words by class, and who is told of what `reason` refuses."""
        self._words, self.refused = words, refused

    def never(self, sentence: Sentence, number: Number) -> Rule | None:
        """Give the rule that refuses a number whatever stands beside it, or None."""
        found = first(BEFORE_ALL, around(sentence, number, self._words, bounded=False))
        return found[0] if found else None

    def reason(self, sentence: Sentence, number: Number, *, bounded: bool) -> Rule | None:
        """Give the rule that makes the number no fact, or None; `bounded`: a comparator stands on it."""
        found = first(BEFORE_COUNTS, around(sentence, number, self._words, bounded=bounded))
        if found and self.refused is not None:
            self.refused(number, found[0])
        return found[0] if found else None

    def telling(self, refused: Callable[[Number, Rule], None] | None) -> "DecoyReader":
        """Give a reader that tells of every number that `reason` finds to be no fact; itself where nobody asks."""
        return DecoyReader(self._words, refused) if refused is not None else self

    def apart(self, sentence: Sentence, number: Number) -> tuple[Number, ...]:
        """Take a range apart whose lower end is a date: "from 2,816 in 2012 to 2,934 in 2013" is no 2012 to 2,934."""
        if number.form is not Form.RANGE or len(number.parts) != 2:
            return (number,)
        low, high = number.parts
        if low.form is not Form.DIGITS or not low.integral or low.plain != str(low.value) or low.scale > 1:
            return (number,)
        before = sentence.slice(max(sentence.start, low.start - 40), low.start)
        day = low.value <= _LONG_DAY < high.value and self._words.month_before.search(before)
        year = YEAR.fullmatch(low.plain) and not YEAR.fullmatch(high.plain) and IN_YEAR.search(before)
        return number.parts if day or year else (number,)

    def nouns(self, name: str) -> frozenset[str]:
        """Give the words of one class of the lexicon `decoy_words`."""
        return self._words.classes[name]


def reader(extra: tuple[Path, ...] = ()) -> DecoyReader:
    """Make a reader from the lexicons `decoy_words` and `person_nouns`."""
    return DecoyReader(decoy_words(lexicons.read("decoy_words", extra), lexicons.read("person_nouns", extra)))
