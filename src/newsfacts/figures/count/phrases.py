"""The noun phrase behind a number: brackets, partitives, hyphens, the ordinary phrase, names in quotation marks.

The readings are tried in order. Not here: nouns that stand elsewhere (`elided.py`), and whether the phrase counts
(`reader.py`).
"""

import re
from dataclasses import replace

from newsfacts.figures.count.nouns import PHRASE, Noun, NounReader
from newsfacts.figures.numbers import Form, Number
from newsfacts.language.phrases import is_noun
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons import alternation
from newsfacts.lexicons.function_words import any_of, cue_words, function_words
from newsfacts.rules.rule import Rule

__all__ = ["BRACKET", "CHARGES", "RULES", "PhraseReader"]

_NEAR_PERIOD = function_words("near period")
_WHOLE = function_words("of a whole group")
_ARTICLES = function_words("indefinite")
_DETERMINERS = function_words("article") | function_words("demonstrative") | function_words("possessive")
_ONE_OF_TWO = function_words("one of two")
_PARTS = cue_words("part of one thing")
_NAMED = re.compile(rf"\s+[“\"](?P<name>[\w’' -]{{2,40}})[”\"](?=\s+(?:{any_of('behind a name')})\b|[,.;]|$)")
_HYPHENATED = re.compile(r"[-‐‑]([A-Za-z]+)")
_SPREADING = cue_words("spreading")
_PIECES = cue_words("numbers of")
"""Indian English: five number of mobile handsets."""
CHARGES = frozenset({"count", "counts"})
"""What charges are counted in: two counts of robbery."""

BRACKET = Rule(
    "count.bracket",
    "( NUMBER ) NOUN",
    "charge sheets put the number of counts in brackets",
    yes=(
        "([56) Forgery]",
        "The charges were:\n([12) Counts] of theft",
        "She faces:\n([3) Burglary]",
    ),
    no=(
        "The gang (12) fled.",
        "See the list:\n(2) The men fled.",
        "Forgery (56)",
    ),
)
_PARTITIVE = Rule(
    "count.partitive",
    "NUMBER of the NOUN",
    "three of the nine stolen bicycles: the noun is behind",
    yes=(
        "[Five of the guns] had been reported stolen.",
        "[Six of his neighbours] gave statements.",
        "Police recovered [three of the stolen bicycles].",
    ),
    no=(
        "Dozens of the officers were hurt.",
        "Two of them fled.",
        "One of the men fled.",
    ),
)
_HYPHEN = Rule(
    "count.hyphen",
    "NUMBER-NOUN",
    "a 37-count indictment, a 12-member gang",
    words=("hyphen_nouns",),
    yes=(
        "She faces a [37-count] indictment.",
        "A [12-member] gang robbed the depot.",
        "Police broke up a [six-man] syndicate.",
    ),
    no=(
        "He got a nine-year sentence.",
        "A 40-mile chase ended at the quay.",
        "A four-storey block burned.",
    ),
)
_NAME = Rule(
    "count.named",
    "NUMBER “NAME”",
    "things called by a name alone: built 9 “11087”",
    yes=(
        "The plant built [9 “11087]” for the army.",
        "The gang made [40 “5512]” in a week.",
        "The gang bought [12 “7711]” for the raid.",
    ),
    no=(
        "The yard built three “ships” for the navy.",
        "The yard built one “Ocean Star” for the navy.",
        "The film “Nine” was shown in the town hall.",
    ),
)
_INDEFINITE = Rule(
    "count.indefinite",
    "MAGNITUDE of NOUN",
    "dozens of officers",
    yes=(
        "[Dozens of officers] searched the woods.",
        "[Scores of shops] were looted in the Talvane quarter.",
        "The hackers stole [millions of passwords].",
    ),
    no=(
        "Thousands of pounds were taken.",
        "It took dozens of hours.",
        "Hundreds of kilos of tea burned.",
    ),
)
RULES = (BRACKET, _PARTITIVE, _HYPHEN, PHRASE, _NAME, _INDEFINITE)


class PhraseReader:
    """Find the noun phrase behind a number."""

    def __init__(
        self, nouns: NounReader, people: frozenset[str], hyphened: frozenset[str], scales: frozenset[str]
    ) -> None:
        """Take the nouns for people, those that a number with a hyphen counts, and the magnitudes of an amount."""
        self._nouns, self._people, self._hyphened = nouns, people, hyphened
        self._amount = re.compile(rf"\s(?:[A-Z]{{1,3}})?[$£€₹₦]\d[\d,.]*(?:\s(?:{alternation(scales)}))?\s(?=[a-z])")

    def read(self, sentence: Sentence, number: Number, following: int) -> Noun | None:
        """Find the noun; `following` is the position behind the number and its bounds.

        Shape:   a noun with head -1 for a hyphenated describer, which counts nothing ("nine-year sentence").
        """
        for look in (self._bracketed, self._partitive, self._hyphenated, self._phrase):
            noun = look(sentence, number, following)
            if noun is not None:
                return noun
        return None

    def _bracketed(self, sentence: Sentence, number: Number, following: int) -> Noun | None:
        """Read "(56) Forgery" at the start of a line."""
        tokens = sentence.tokens
        opens = following <= 3 and following < len(tokens) - 1 and tokens[following].text == ")"
        if not opens or number.form is not Form.DIGITS:
            return None
        noun = self._nouns.read(sentence, following + 1, plural=False)
        return replace(noun, rule=BRACKET, charged=True) if noun else None

    def _partitive(self, sentence: Sentence, number: Number, following: int) -> Noun | None:
        tokens = sentence.tokens
        if number.form is Form.INDEFINITE or following + 1 >= len(tokens) or tokens[following].lower != "of":
            return None
        begin = following + 1
        if tokens[begin].lower in _WHOLE:
            begin += 1
        opens = begin < len(tokens) and (
            tokens[begin].tag in ("DT", "PRP$") or tokens[begin].lower in _DETERMINERS | _NEAR_PERIOD
        )
        if not opens and not (begin < len(tokens) and tokens[begin].tag == "CD"):
            return None
        begin += opens
        while begin < len(tokens) and (tokens[begin].tag == "CD" or tokens[begin].lower in ("other", "remaining")):
            begin += 1
        noun = self._nouns.read(sentence, begin, plural=True)
        pointing = noun is not None and noun.head == begin and tokens[begin].lower in _ONE_OF_TWO
        if noun is None or pointing or self._nouns.timed(tokens[noun.head]):
            return None  # "nine of the latter" are of what was told before
        return replace(noun, rule=_PARTITIVE, partitive=True)

    def _hyphenated(self, sentence: Sentence, number: Number, following: int) -> Noun | None:
        match = _HYPHENATED.match(sentence.text, number.end - sentence.start)
        if match is None or match[1].lower() in _SPREADING:
            return None
        token = sentence.token_at(number.end + 1)
        if match[1].lower() not in self._hyphened or token is None:
            behind = sentence.tokens[token.position + 1 : token.position + 2] if token else ()
            describes = match[1].lower() not in self._people or (bool(behind) and is_noun(behind[0]))
            return Noun(-1, -1, _HYPHEN) if describes else None  # a three-judge court
        return Noun(token.position, token.position, _HYPHEN, match[1])

    def _phrase(self, sentence: Sentence, number: Number, following: int) -> Noun | None:
        """Read the noun phrase behind a number, or behind its "of": dozens of cars, five number of phones."""
        tokens = sentence.tokens
        written = sentence.slice(number.start, number.end).lower()
        indefinite = number.form is Form.INDEFINITE or written.endswith("couple")
        pieces = following + 1 < len(tokens) and tokens[following].lower in _PIECES
        if pieces and tokens[following + 1].lower == "of":
            following += 1
        if (indefinite or pieces) and following < len(tokens) and tokens[following].lower == "of":
            begin = following + 1
            while begin < len(tokens) and tokens[begin].tag in ("DT", "PRP$"):
                begin += 1
            noun = self._nouns.read(sentence, begin, plural=True)
            return replace(noun, rule=_INDEFINITE if indefinite else PHRASE) if noun else None
        if following + 1 < len(tokens) and tokens[following].lower in CHARGES and not is_noun(tokens[following + 1]):
            return Noun(following, following, PHRASE)  # "one count second-degree murder"
        priced = self._priced(sentence, following)
        if priced is not None and number.value > 1:
            return self._nouns.read(sentence, priced, plural=True)
        single = number.value == 1 and number.form is not Form.RANGE
        noun = self._nouns.read(sentence, following, plural=not single)
        if noun is not None and self._describes(sentence, number, noun):
            counted = tokens[following].lower in self._hyphened
            return Noun(following, following, PHRASE) if counted else Noun(-1, -1, _HYPHEN)
        return replace(noun, rule=PHRASE) if noun else self._named(sentence, number, following)

    def _describes(self, sentence: Sentence, number: Number, noun: Noun) -> bool:
        """See what a hyphen would join behind an article: "a two vehicle collision" is one, of two vehicles.

        Behind "the" only parts of one thing are told so: "the four digit code".
        """
        tokens, opening = sentence.tokens, sentence.token_at(number.start)
        before = tokens[opening.position - 1].lower if opening is not None and opening.position > 0 else ""
        parts = tokens[noun.first].lower in _PARTS and before in _DETERMINERS
        article = before in _ARTICLES or parts
        described = noun.head > noun.first and tokens[noun.first].tag == tokens[noun.head].tag == "NN"
        return number.value > 1 and article and described and tokens[noun.head].lower not in self._people

    def _named(self, sentence: Sentence, number: Number, following: int) -> Noun | None:
        """Read "built 9 “11087” for …": what stands in quotation marks is the noun."""
        match = _NAMED.match(sentence.text, number.end - sentence.start)
        last = sentence.token_at(match.end("name") - 1 + sentence.start) if match else None
        if match is None or last is None or number.value < 2 or following >= len(sentence.tokens):
            return None
        return Noun(last.position, following + 1, _NAME, match["name"], named=True)

    def _priced(self, sentence: Sentence, following: int) -> int | None:
        """Give the position behind an amount that prices what is counted: the "checks" of "two $500 checks"."""
        if not 0 < following < len(sentence.tokens):
            return None
        amount = self._amount.match(sentence.text, sentence.tokens[following - 1].end - sentence.start)
        token = sentence.token_at(amount.end() + sentence.start) if amount else None
        return token.position if token is not None and token.tag in ("NNS", "NN", "JJ") else None
