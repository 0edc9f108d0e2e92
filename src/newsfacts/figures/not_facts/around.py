"""What a refusal looks at: a number, the characters around it, and the words by class.

Not here: the refusals themselves (`times.py`, `ages.py`, `names.py`, `places.py`, `wholes.py`).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from newsfacts.figures.numbers import Form, Number
from newsfacts.language.phrases import VERB_TAGS
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons import Lexicon, alternation
from newsfacts.lexicons.function_words import any_of, cue_words
from newsfacts.rules.rule import Rule

__all__ = ["IN_YEAR", "YEAR", "Around", "DecoyWords", "around", "decoy_words", "refusal"]

IN_YEAR = re.compile(rf"\b(?:{any_of('in a year')})\s+$", re.IGNORECASE)
"""What makes the four digits behind it a year."""
YEAR = re.compile(r"(?:19|20)\d\d")
"""Four digits that may be a year."""
_MANY = cue_words("many people")
"""Words for many people that carry no plural tag."""
_MODIFIERS = frozenset({"JJ", "VBN", "NN", "VBG", "JJR", "HYPH", "NNP"})
_BACKWARDS = re.compile(r"[\s(]*([\w.'’]+)")
"""The last word of a text that is read from its end, which asks nothing of all that stands before the word."""
_SEVERAL = re.compile(rf"\s+(?:{any_of('plural verb')})\b", re.IGNORECASE)
"""A plural verb behind a number."""
_REACH = 60
"""Characters on either side that a refusal may look at."""


@dataclass(frozen=True, slots=True)
class DecoyWords:
    """Hold the words of the lexicon `decoy_words` by class, and the patterns made of them."""

    classes: dict[str, frozenset[str]]
    """Words by class."""
    clock: re.Pattern[str]
    """What stands behind a time of day."""
    month_after: re.Pattern[str]
    """A month behind a day."""
    month_before: re.Pattern[str]
    """A month in front of a day, other days between."""
    month_year: re.Pattern[str]
    """A month in front of a year, with its day."""
    street: re.Pattern[str]
    """The name of a street."""
    law: re.Pattern[str]
    """The name of a code of law behind its section."""
    people: re.Pattern[str]
    """A word for people behind a number, two words between at most."""
    many: re.Pattern[str]
    """A word for several people right behind a number."""
    tally: re.Pattern[str]
    """A vote or a ratio behind its last side, or behind both."""
    hour: re.Pattern[str]
    """What happens at an hour, in front of it: began at."""
    scored: re.Pattern[str]
    """A word of a sentence whose points measure an index, a rate or a game."""
    limit: re.Pattern[str]
    """People under or over an age."""


@dataclass(frozen=True)
class Around:
    """Hold a number and the characters around it."""

    number: Number
    """The number."""
    before: str
    """Characters in front of it."""
    after: str
    """Characters behind it."""
    bounded: bool
    """A comparator stands on it."""
    sentence: Sentence
    """The unit."""
    words: DecoyWords
    """Words by class."""

    @cached_property
    def word_before(self) -> str:
        """Give the word in front of the number in lower case; "" where there is none."""
        found = _BACKWARDS.match(self.before[::-1])
        return found[1][::-1].lower() if found else ""

    @cached_property
    def lower_before(self) -> str:
        """Give the characters in front in lower case."""
        return self.before.lower()

    @cached_property
    def verb_before(self) -> bool:
        """See a verb right in front of the number."""
        first = self.number.parts[0] if self.number.parts else self.number
        token = self.sentence.token_at(first.start)
        return bool(token and token.position and self.sentence.tokens[token.position - 1].tag in VERB_TAGS)

    @cached_property
    def things_follow(self) -> bool:
        """See a plural noun behind the number, adjectives between."""
        token = self.sentence.token_at(self.number.end - 1)
        if token is None:
            return False
        for following in self.sentence.tokens[token.position + 1 : token.position + 5]:
            if following.tag in ("NNS", "NNPS") or following.lower in _MANY:
                return True
            if following.tag not in _MODIFIERS:
                return False
        return False

    @cached_property
    def suffers(self) -> bool:
        """See the subject of a plural passive, which several undergo: "112 were arrested"."""
        token = self.sentence.token_at(self.number.end - 1)
        behind = self.sentence.tokens[token.position + 1 : token.position + 3] if token is not None else ()
        return [word.tag for word in behind] in (["VBD", "VBN"], ["VBP", "VBN"]) and bool(_SEVERAL.match(self.after))

    @property
    def small(self) -> bool:
        """See a whole number in digits that may be a day of a month."""
        return self.number.form in (Form.DIGITS, Form.RANGE) and self.number.value <= 31 and self.number.integral


def around(sentence: Sentence, number: Number, words: DecoyWords, *, bounded: bool) -> Around:
    """Look around a number of a unit."""
    start, end = number.start - sentence.start, number.end - sentence.start
    text = sentence.text
    return Around(number, text[max(0, start - _REACH) : start], text[end : end + _REACH], bounded, sentence, words)


def refusal(name: str, pattern: str, why: str, test: Callable[[Around], bool], examples: Iterable[str]) -> Rule:
    """Make the rule of one reason why a number is no fact.

    `examples` are phrases: in those with brackets the rule refuses exactly the number between them, in the others it
    refuses nothing.
    """
    told = tuple(examples)
    yes = tuple(phrase for phrase in told if "[" in phrase)
    no = tuple(phrase for phrase in told if "[" not in phrase)
    return Rule(f"decoy.{name}", pattern, why, lambda seen: seen.number if test(seen) else None, yes=yes, no=no)


def decoy_words(words: Lexicon, people: Lexicon) -> DecoyWords:
    """Compile the words by class; `people` are the nouns for people."""
    classes: dict[str, set[str]] = {}
    for row in words.rows:
        classes.setdefault(row["class"], set()).add(row["word"])
    month, clock = alternation(classes["month"]), alternation(classes["clock"])
    person = alternation(people.words())
    many = [w for w in people.words() if w.endswith(tuple(cue_words("people ending")))]
    return DecoyWords(
        classes={name: frozenset(members) for name, members in classes.items()},
        clock=re.compile(rf"(?:[.:]\d\d)?\s*\.?\s*(?:{clock})(?!\w)|h\b|\s*(?:noon|midnight)\b", re.IGNORECASE),
        month_after=re.compile(
            rf"(?:st|nd|rd|th)?\s*(?:[-–]\s*\d+(?:st|nd|rd|th)?\s*)?(?:(?:of|de)\s+)?(?:{month})\b\.?", re.IGNORECASE
        ),
        month_before=re.compile(
            rf"\b(?:{month})\.?\s+(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s*[-–,]\s*|\s+(?:and|to)\s+))*$",
            re.IGNORECASE,
        ),
        month_year=re.compile(
            rf"(?P<day>\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?\b(?P<month>{month})\.?,?\s+"
            r"(?P<later>\d{1,2}(?:st|nd|rd|th)?,?\s+)?$",
            re.IGNORECASE,
        ),
        street=re.compile(rf"\s+(?:[A-Z][\w.'’]*\s+){{0,3}}(?:{alternation(classes['street'])})\b", re.IGNORECASE),
        law=re.compile(
            rf"(?:\s*\([a-z\d]{{1,3}}\))*[a-z]?(?:\s*(?:,|/|and|&)\s*\d+[a-z]?)*\s*(?:,|of(?:\s+the)?)?\s*"
            rf"(?:{alternation(classes['law'])})(?![\w-])",
            re.IGNORECASE,
        ),
        people=re.compile(rf"\s+(?:[\w'’-]+\s+){{0,2}}(?:{person})\b", re.IGNORECASE),
        many=re.compile(rf"\s+(?:[\w'’-]+\s+)?(?:{alternation(many)})\b"),
        tally=re.compile(rf"(?P<other>\s+to\s+\w+)?[\s-](?:{alternation(classes['tally'])})\b", re.IGNORECASE),
        hour=re.compile(rf"\b(?:{alternation(classes['hour'])})\s+(?:\w+\s+)?at\s+$", re.IGNORECASE),
        scored=re.compile(rf"\b(?:{alternation(classes['scored'])})\b", re.IGNORECASE),
        limit=re.compile(rf"\b(?:{person})\s+(?:aged\s+)?(?:{any_of('limit')})\s+$", re.IGNORECASE),
    )
