"""A bare number where it stands, the words to look at it with, and the noun found for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsfacts.figures.numbers import Form, Number
from newsfacts.language.lemmas import Lemma
from newsfacts.language.phrases import VERB_TAGS, is_noun, is_plural, is_verb, noun_compound, noun_phrase
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import cue_words
from newsfacts.record import Direction

__all__ = ["BareNumber", "Elided", "ElidedWords", "elided"]

_FLAT = cue_words("flat plural")
_OTHERS = frozenset({"others"})
_NO_ANTECEDENT = cue_words("no antecedent")
"""Plurals that are not what a bare number behind them counts: measures and the sources of figures."""


@dataclass(frozen=True, slots=True)
class Elided:
    """Hold the noun that a bare number counts."""

    noun: str
    """Head noun with its compound."""
    noun_phrase: str
    """The whole noun phrase."""
    anchor: int
    """Position of the word whose predicate is the count's; -1 where it stands in another unit."""
    subset: bool = False
    """It is part of the count before it."""
    changes: bool = False
    """It is the later figure of a from–to pair, the count before it the earlier one."""
    compared: bool = False
    """It is the earlier figure that the count before it is compared with."""
    direction: Direction | None = None
    """It is a difference, up or down."""
    idle: bool = False
    """Nothing happens to them: a father of two."""
    value: int = 0
    """How many, for a count told already; 0 where it is not told."""


@dataclass(frozen=True, slots=True)
class ElidedWords:
    """Hold the classes of words that tell where the noun of a bare number is."""

    people: frozenset[str]
    """Nouns for people."""
    person_verbs: frozenset[str]
    """Base forms of what people undergo."""
    changing: frozenset[str]
    """Base forms of verbs of change."""
    change_nouns: frozenset[str]
    """Nouns of change."""
    directions: dict[str, Direction]
    """Which way a word of change goes, by base form."""
    inner: dict[str, str]
    """Noun counted behind "of" by the noun before it: a father of two, a city of 700,000."""
    groups: dict[str, str]
    """The same for nouns of people who belong together: a crew of four."""
    kin: frozenset[str]
    """Those of these nouns whose number is not of whom the text tells: a father of two."""
    totals: frozenset[str]
    """Nouns that say how many of what was told: a total of 308, last year's low of 110."""
    acts: frozenset[str]
    """Plural nouns of acts and outcomes, of which "of" may tell the number alone: convictions of 481."""
    masses: frozenset[str]
    """Singular nouns whose number is told like that of plurals: theft, turnout."""
    events: frozenset[str]
    """Singular nouns for what statistics of police count: arrest, death, vehicle."""
    share: re.Pattern[str]
    """A share in words or digits: a third, 9 in 10, 46 per cent."""


@dataclass(frozen=True, slots=True)
class BareNumber:
    """Hold a bare number where it stands."""

    sentence: Sentence
    """The unit."""
    earlier: Sequence[Sentence]
    """The units before it, nearest last."""
    number: Number
    """The number."""
    start: int
    """Index of its first character, bounding words included."""
    anchor: int
    """Position of its last token."""
    following: int
    """Position behind it, bounding words included."""
    known: Sequence[Elided]
    """Nouns of the counts of this unit, in order."""
    before: Elided | None
    """Noun of the last count, in this unit or ahead of it."""
    words: ElidedWords
    """Words by class."""
    lemma: Lemma
    """Base forms."""

    @property
    def ahead(self) -> str:
        """Give the text of the unit in front of the number, bounding words left out."""
        return self.sentence.slice(self.sentence.start, self.start)

    @property
    def in_front(self) -> str:
        """Give the text of the unit in front of the number itself."""
        return self.sentence.slice(self.sentence.start, self.number.start)

    @property
    def behind(self) -> str:
        """Give the text of the unit behind the number."""
        return self.sentence.slice(self.number.end, self.sentence.end)

    @property
    def token(self) -> Token:
        """Give the last token of the number."""
        return self.sentence.tokens[self.anchor]

    @property
    def word(self) -> Token | None:
        """Give the token behind the number."""
        tokens = self.sentence.tokens
        return tokens[self.following] if self.following < len(tokens) else None

    @property
    def single(self) -> bool:
        """Tell whether it is the word "one", which more often points than counts."""
        return self.number.value < 2 and self.number.form is Form.WORDS

    def base(self, token: Token) -> str:
        """Give the base form of a verb."""
        return self.lemma(token.lower, token.tag)

    def undergone(self, token: Token) -> bool:
        """Tell whether a word says what people undergo."""
        base = self.lemma(token.lower, token.tag if token.tag in VERB_TAGS else "VBP")
        return base in self.words.person_verbs or self.lemma(token.lower, "VBZ") in self.words.person_verbs

    def changing(self, token: Token) -> bool:
        """Tell whether a word is a verb or a noun of change."""
        if is_verb(token):
            return self.base(token) in self.words.changing
        return is_noun(token) and self.lemma(token.lower, "NNS") in self.words.change_nouns

    def several(self, noun: str) -> bool:
        """See a noun for people that several can be: not the "family" of "five of a family", nor "others"."""
        if noun not in self.words.people or noun in _OTHERS:
            return False
        return noun == "person" or noun in _FLAT or self.lemma(noun, "NNS") != noun

    def antecedent(self, *, far: bool = True) -> str | None:
        """Give the nearest plural noun in front ("the men fired and two of them …"), in the sentence if not `far`."""
        for sentence in (self.sentence, *reversed(self.earlier)):
            if not far and sentence.unit.sentence_start != self.sentence.unit.sentence_start:
                return None
            here = sentence is self.sentence
            stop = self.anchor if here else len(sentence.tokens)
            above = (a for a in sentence.ancestors(self.anchor) if is_verb(sentence.tokens[a])) if here else ()
            verb = next(iter(above), -1)
            for token in reversed(sentence.tokens[:stop]):
                if token.dep in ("nsubj", "nsubjpass") and token.head == verb:
                    continue  # "letters were sent to 187 of them": not of the letters
                if is_plural(token) and token.text[0].isalpha() and token.lower not in _NO_ANTECEDENT:
                    return noun_compound(sentence, token.position)
        return None

    def told(self) -> tuple[str, str] | None:
        """Give the noun of the last count of this unit, else of the one ahead of it."""
        last = self.known[-1] if self.known else self.before
        return (last.noun, last.noun_phrase) if last is not None else None

    def counted(self, noun: int) -> int | None:
        """Give what a subject counts: "the number of arrests" counts arrests; None for what is not counted."""
        tokens = self.sentence.tokens
        word = tokens[noun].lower
        if self.words.inner.get(word) == "people" or word in self.words.masses:
            return noun
        if tokens[noun].tag == "NN" and word.endswith("s") and self.lemma(word, "NNS") in self.words.events:
            return noun  # a plural at the start of a sentence that the tagger takes for a singular
        of = [c for c in self.sentence.children[noun] if tokens[c].lower == "of"]
        below = [b for c in of for b in self.sentence.children[c] if self._things(tokens[b])]
        if below and (word in self.words.totals or not is_plural(tokens[noun])):
            return below[0] if not is_noun(tokens[below[0]]) or is_plural(tokens[below[0]]) else None
        return noun if is_plural(tokens[noun]) and word not in self.words.totals | {"ages"} else None

    def _things(self, token: Token) -> bool:
        """See what stands behind "of": a noun, or a participle that names people ("the number of injured")."""
        if token.dep == "pobj" and is_noun(token):
            return True
        return token.dep in ("pobj", "pcomp") and token.lower in self.words.people

    def topic(self) -> tuple[str, str] | None:
        """Give what the figures here are about: the nearest plural in front that was counted or names an event."""
        told = self.told()
        last = told[0].split()[-1].lower() if told else ""
        own = self.lemma(last, "NNS") in self.words.events or last in self.words.masses | self.words.people
        counted = last if own else None
        near = [s for s in self.earlier if s.end > self.sentence.start - _TOPIC_REACH]
        for sentence in (self.sentence, *reversed(near)):
            stop = self.anchor if sentence is self.sentence else len(sentence.tokens)
            for token in reversed(sentence.tokens[:stop]):
                many = is_plural(token) or (not token.tag and token.lower.endswith("s"))  # a unit that was not parsed
                leads = token.dep in ("nsubj", "nsubjpass") or token.position == 0 or not sentence.tokens[0].tag
                event = many and leads and self.lemma(token.lower, "NNS") in self.words.events
                if event or (is_noun(token) and token.lower == counted):
                    noun = noun_compound(sentence, token.position)
                    return noun, noun
        return told


_TOPIC_REACH = 400
"""Characters back to which a figure may go on with what was counted."""


def elided(place: BareNumber, noun: int | tuple[str, str] | None, anchor: int | None = None) -> Elided | None:
    """Make the noun of a bare number, from a position of its unit or from text; the number is its own anchor else."""
    if noun is None:
        return None
    if isinstance(noun, int):
        text, phrase = noun_compound(place.sentence, noun), noun_phrase(place.sentence, noun)
        return Elided(text, phrase, noun if anchor is None else anchor)
    return Elided(noun[0], noun[1], place.anchor if anchor is None else anchor)


def ends(text: str) -> bool:
    """Tell whether a stretch behind a number begins with a mark or is empty."""
    return bool(re.match(r"\s*(?:[,.;:)]|$)", text))
