"""Counts: a number and the things that it counts.

Phases: 1. the rules are tried in order on a number that nothing else claimed: brackets, partitives ("three of the
nine"), hyphens, the noun phrase behind it (`counted.py`); 2. where no noun stands there, it is found elsewhere or the
number counts nothing (`elided.py`); 3. "no" and a noun is a count of zero. Not here: predicate and agent
(`context/predicate.py`), and numbers that count nothing (`decoys.py`).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from newsfacts import lexicons
from newsfacts.figures.bounds import Bound, BoundReader, DepAt
from newsfacts.figures.count import elided
from newsfacts.figures.count.elided import Elided, ElidedReader, Place
from newsfacts.figures.count.nouns import Noun, NounReader
from newsfacts.figures.figure import Figure, figure
from newsfacts.figures.not_facts import DecoyReader
from newsfacts.figures.numbers import Form, Number
from newsfacts.language.phrases import is_noun, is_plural, is_verb, noun_compound
from newsfacts.language.pipeline import Sentence
from newsfacts.record import Comparator
from newsfacts.rules.rule import Rule

__all__ = ["RULES", "CountMatch", "CountReader", "reader"]

RULES = (
    Rule("count.bracket", "( NUMBER ) NOUN", "charge sheets put the number of counts in brackets"),
    Rule("count.partitive", "NUMBER of the NOUN", "three of the nine stolen bicycles: the noun stands once, behind"),
    Rule("count.hyphen", "NUMBER-NOUN", "a 37-count indictment, a 12-member gang"),
    Rule("count.noun-phrase", "NUMBER [MODIFIER…] NOUN", "the ordinary way: 12 storage and sales dens"),
    Rule("count.named", "NUMBER “NAME”", "things called by a name alone: built 9 “11087”"),
    Rule("count.indefinite", "MAGNITUDE of NOUN", "dozens of officers"),
    Rule("count.elided-partitive", "NUMBER of them | of which NUMBER", "a pronoun stands for an earlier noun"),
    Rule("count.compared", "COUNT against NUMBER", "the earlier figure of a comparison counts the same things"),
    Rule("count.change", "NOUN fell from NUMBER to NUMBER", "both ends of a change count the same things"),
    Rule("count.copula", "number of NOUN was NUMBER", "the noun stands before the number with a verb of amounting"),
    Rule("count.elided-part", "Of COUNT, NUMBER …", "bare numbers behind 'of the 54 murders' count murders"),
    Rule("count.elided-rest", "the other NUMBER", "the rest is of the same things as the count before"),
    Rule("count.elided-subject", "NUMBER were VERBED", "a bare number as subject of a plural verb"),
    Rule("count.elided-object", "VERBED NUMBER", "a bare number as object of a verb that people undergo"),
    Rule(
        "count.elided-coordination", "COUNT … and NUMBER for …", "the second of two coordinated counts drops the noun"
    ),
    Rule("count.zero", "no NOUN", "a denied thing is a count of zero"),
)

Lemma = Callable[[str, str], str]
"""Gives the base form of a word with its tag."""

_SUBSET = re.compile(r"\b(?:including|among\s+them|of\s+(?:which|whom))\s+(?:at\s+least\s+)?$", re.IGNORECASE)
_NAMED = re.compile(r"\s+[“\"](?P<name>[\w’' -]{2,40})[”\"](?=\s+(?:for|in|at|on|to|and|with)\b|[,.;]|$)")
_HYPHENATED = re.compile(r"[-‐‑]([A-Za-z]+)")
_POINTING = frozenset({"no", "any", "every", "each", "which", "number", "day", "this", "that", "another", "other"})
_NOT_ONE = frozenset({"more", "less", "or", "and", "such"})
_NOT_ZERO = frozenset({"one", "longer", "more", "fewer", "less", "doubt", "matter"})


@dataclass(frozen=True, slots=True)
class CountMatch:
    """Hold one count."""

    figure: Figure
    """The number."""
    noun: str
    """Head noun with its compound."""
    noun_phrase: str
    """The whole noun phrase without the number."""
    anchor: int
    """Position in the sentence of the word whose predicate is the count's: the noun, or the number itself."""
    rule: str
    """Id of the rule."""
    subset: bool = False
    """It is part of the count before it."""
    changes: bool = False
    """It is the later figure of a from–to pair, the count before it the earlier one."""
    compared: bool = False
    """It is the earlier figure that the count before it is compared with."""


class CountReader:
    """Find counts; make one with `reader`."""

    def __init__(
        self, nouns: NounReader, bare: ElidedReader, decoys: DecoyReader, bounds: BoundReader, extra: Path | None
    ) -> None:
        """Take the readers below; `extra` is the folder that may add to the lexicons."""
        self._nouns, self._bare, self._decoys, self._bounds = nouns, bare, decoys, bounds
        self._people, self.changing = bare.people, bare.changing
        self._hyphen_nouns = lexicons.read("hyphen_nouns", extra).words()
        uncounted = lexicons.read("uncounted_nouns", extra)
        self._zero, self._zero_forms, self._one, self._units = (
            frozenset(row["word"] for row in uncounted.rows if row["class"] == name)
            for name in ("zero", "zero form", "one", "unit")
        )
        self._measures = decoys.nouns("duration") | decoys.nouns("frequency")
        self._compound_measures = decoys.nouns("measure")
        self._no = re.compile(r"\b(?:no|not\s+a\s+single|not\s+one)\s+(?=[\w“\"])", re.IGNORECASE)

    def find(
        self, sentence: Sentence, numbers: Sequence[Number], lemma: Lemma, dep_at: DepAt | None,
        before: CountMatch | None, earlier: Sequence[Sentence],
    ) -> list[CountMatch]:  # fmt: skip
        """Find the counts among the numbers of a sentence.

        `before` is the last count ahead of it and `earlier` are the sentences ahead of it, for nouns that are not said
        again.
        """
        found: list[CountMatch] = []
        changing = any(is_verb(t) and lemma(t.lower, t.tag) in self.changing for t in sentence.tokens)
        for number in _pairs(sentence, numbers, changing=changing):
            bound = self._bound(sentence, number, dep_at)
            if self._decoys.reason(sentence, number, bounded=bound.start < number.start or bound.end > number.end):
                continue
            if number.form is Form.FRACTION or not number.integral:
                continue
            match = self._read(sentence, number, bound, lemma, found, before, earlier)
            if match is not None:
                found.append(match)
        denied = self._denied(sentence, lemma)
        found = [match for match in found if not any(_within(match.figure, zero.figure) for zero in denied)]
        return sorted([*found, *denied], key=lambda match: match.figure.start)

    def _bound(self, sentence: Sentence, number: Number, dep_at: DepAt | None) -> Bound:
        offset = sentence.start
        ranged = number.form is Form.RANGE
        bound = self._bounds.read(sentence.text, number.start - offset, number.end - offset, dep_at, ranged=ranged)
        return replace(bound, start=bound.start + offset, end=bound.end + offset)

    def _read(
        self, sentence: Sentence, number: Number, bound: Bound, lemma: Lemma, found: Sequence[CountMatch],
        before: CountMatch | None, earlier: Sequence[Sentence],
    ) -> CountMatch | None:  # fmt: skip
        inside = sentence.tokens_in(number.start, number.end)
        if not inside:
            return None
        last = sentence.token_at(bound.end - 1)
        following = (last.position if last else inside[-1].position) + 1
        for look in (self._bracketed, self._partitive, self._hyphenated, self._phrase):
            noun = look(sentence, number, following)
            if noun is not None:
                counts = self._counts(sentence, number, noun, following)
                return self._match(sentence, number, bound, noun) if counts else None
        if following < len(sentence.tokens) and sentence.tokens[following].lower in self._measures:
            return None
        known = [_as_elided(match) for match in found]
        last_known = known[-1] if known else (_as_elided(before) if before else None)
        place = Place(sentence, earlier, number, bound.start, inside[-1].position, following, known, last_known)
        bare = self._bare.read(place, lemma)
        if bare is None:
            return None
        return CountMatch(
            figure(number, bound), bare.noun, bare.noun_phrase, bare.anchor, bare.rule, bare.subset, bare.changes,
            bare.compared,
        )  # fmt: skip

    def _match(self, sentence: Sentence, number: Number, bound: Bound, noun: Noun) -> CountMatch:
        span = replace(bound, end=max(bound.end, sentence.tokens[noun.head].end))
        text = noun.text or noun_compound(sentence, noun.head, noun.first)
        phrase = sentence.words(noun.first, noun.head + 1) or text
        ahead = sentence.slice(sentence.start, bound.start)[-40:]
        subset = bool(_SUBSET.search(ahead))
        return CountMatch(figure(number, span), text, phrase, noun.head, noun.rule, subset=subset)

    def _counts(self, sentence: Sentence, number: Number, noun: Noun, following: int) -> bool:
        """Say no to durations and frequencies, and to "one" that only points."""
        if noun.head < 0:
            return False  # a hyphenated describer such as "nine-year sentence"
        head, first = sentence.tokens[noun.head], sentence.tokens[noun.first]
        timed = next((t for t in sentence.tokens[noun.first : noun.head + 1] if is_noun(t)), first)
        measured = (
            timed is first
            and timed.lower in self._compound_measures
            and sentence.slice(timed.end, timed.end + 1) == " "
        )
        span_of_time = timed.lower in self._measures and (
            timed is head or is_plural(timed) or number.value == 1 or measured
        )
        if span_of_time or (head.lower in self._measures and "-" not in noun_compound(sentence, noun.head, noun.first)):
            return False  # but 730 person-times of training are counted
        if (not head.text[0].isalpha() and noun.rule != "count.named") or noun_compound(
            sentence, noun.head, noun.first
        ).lower() in self._units:
            return False
        name = head.tag == "NNP" and not head.lower.endswith("s") and head.lower not in self._people
        if number.value != 1 and name and head.text[:1].isupper() and not _is_title(sentence):
            return False  # "4 Response Team", "Twelve Oaks Tavern": a name with a number in it
        if number.value != 1 or number.form is not Form.WORDS:
            return True
        before = sentence.tokens[following - 2].lower if following > 1 else ""
        if noun.rule == "count.partitive" or before in _POINTING or head.lower in self._one:
            return False
        proper = head.tag == "NNP" and head.text[:1].isupper() and not sentence.text.isupper()
        many = is_plural(head) and head.lower not in self._people
        return not (proper or many or first.lower in _NOT_ONE)

    def _bracketed(self, sentence: Sentence, number: Number, following: int) -> Noun | None:
        """Read "(56) Forgery" at the start of a line."""
        tokens = sentence.tokens
        opens = following <= 3 and following < len(tokens) - 1 and tokens[following].text == ")"
        if not opens or number.form is not Form.DIGITS:
            return None
        noun = self._nouns.read(sentence, following + 1, plural=False)
        return replace(noun, rule="count.bracket") if noun else None

    def _partitive(self, sentence: Sentence, number: Number, following: int) -> Noun | None:
        tokens = sentence.tokens
        if number.form is Form.INDEFINITE or following + 1 >= len(tokens) or tokens[following].lower != "of":
            return None
        begin = following + 1
        if tokens[begin].lower in ("all", "both"):
            begin += 1
        opens = begin < len(tokens) and (
            tokens[begin].tag in ("DT", "PRP$") or tokens[begin].lower in ("those", "these", "last", "this", "next")
        )
        if not opens and not (begin < len(tokens) and tokens[begin].tag == "CD"):
            return None
        begin += opens
        while begin < len(tokens) and (tokens[begin].tag == "CD" or tokens[begin].lower in ("other", "remaining")):
            begin += 1
        noun = self._nouns.read(sentence, begin, plural=True)
        return replace(noun, rule="count.partitive") if noun else None

    def _hyphenated(self, sentence: Sentence, number: Number, following: int) -> Noun | None:
        match = _HYPHENATED.match(sentence.text, number.end - sentence.start)
        if match is None or match[1].lower() in ("strong", "odd", "plus"):
            return None
        token = sentence.token_at(number.end + 1)
        if match[1].lower() not in self._hyphen_nouns or token is None:
            return Noun(-1, -1, "count.hyphen") if match[1].lower() not in self._people else None
        return Noun(token.position, token.position, "count.hyphen", match[1])

    def _phrase(self, sentence: Sentence, number: Number, following: int) -> Noun | None:
        tokens = sentence.tokens
        written = sentence.slice(number.start, number.end).lower()
        indefinite = number.form is Form.INDEFINITE or written.endswith("couple")
        if indefinite and following < len(tokens) and tokens[following].lower == "of":
            begin = following + 1
            while begin < len(tokens) and tokens[begin].tag in ("DT", "PRP$"):
                begin += 1
            noun = self._nouns.read(sentence, begin, plural=True)
            return replace(noun, rule="count.indefinite") if noun else None
        single = number.value == 1 and number.form is not Form.RANGE
        return self._nouns.read(sentence, following, plural=not single) or self._named(sentence, number, following)

    def _named(self, sentence: Sentence, number: Number, following: int) -> Noun | None:
        """Read "built 9 “11087” for …": what stands in quotation marks is the noun."""
        match = _NAMED.match(sentence.text, number.end - sentence.start)
        last = sentence.token_at(match.end("name") - 1 + sentence.start) if match else None
        if match is None or last is None or number.value < 2 or following >= len(sentence.tokens):
            return None
        return Noun(last.position, following + 1, "count.named", match["name"])

    def _denied(self, sentence: Sentence, lemma: Lemma) -> list[CountMatch]:
        """Read "no arrests", "no obvious signs", "not a single child"."""
        found = []
        for match in self._no.finditer(sentence.text):
            start = match.start() + sentence.start
            last = sentence.token_at(start + len(match[0].rstrip()) - 1)
            noun = self._nouns.read(sentence, last.position + 1, plural=False) if last else None
            if noun is None or not self._deniable(sentence, noun, lemma):
                continue
            number = Number(start, start + len(match[0].rstrip()), Decimal(0), Form.WORDS)
            text = noun_compound(sentence, noun.head, noun.first)
            phrase = sentence.words(noun.first, noun.head + 1)
            bound = Bound(start, sentence.tokens[noun.head].end, Comparator.EQ)
            found.append(CountMatch(figure(number, bound), text, phrase, noun.head, "count.zero"))
        return found

    def _deniable(self, sentence: Sentence, noun: Noun, lemma: Lemma) -> bool:
        """Tell whether a denied noun is a thing that could be counted there."""
        head, first = sentence.tokens[noun.head], sentence.tokens[noun.first]
        if first.lower in _NOT_ZERO or head.tag not in ("NN", "NNS") or sentence.text.isupper():
            return False
        base = lemma(head.lower, "NNS")
        if {head.lower, base} & self._zero or head.lower in self._zero_forms or head.lower in self._measures:
            return False
        above = sentence.tokens[head.head]
        if head.dep == "nsubj" and head.tag == "NN" and above.tag in ("VBZ", "VBP", "VB"):
            return False  # "no agency takes the lead" is a principle, not a finding
        there = any(sentence.tokens[c].dep == "expl" for c in sentence.children[above.position])
        return not (head.dep == "attr" and head.tag == "NN" and not there)  # "she is no nun" denies what she is


def reader(decoys: DecoyReader, bounds: BoundReader, extra: Path | None = None) -> CountReader:
    """Make a reader from the lexicons of nouns and verbs for people."""
    bare = elided.reader(extra)
    return CountReader(NounReader(decoys.nouns("duration"), bare.people), bare, decoys, bounds, extra)


def _is_title(sentence: Sentence) -> bool:
    """See a headline in capitals or title case, where capitals mean nothing: no word of content is in lower case."""
    content = ("NN", "NNS", "JJ", "VB", "VBD", "VBN", "VBZ", "VBP", "VBG")
    return not any(t.tag in content and t.text[0].islower() for t in sentence.tokens)


def _within(inner: Figure, outer: Figure) -> bool:
    """See a number inside the words of another: the "one officer" of "not one officer"."""
    return outer.start <= inner.start and inner.end <= outer.end


def _as_elided(match: CountMatch) -> Elided:
    return Elided(match.noun, match.noun_phrase, match.rule, match.anchor)


def _pairs(sentence: Sentence, numbers: Sequence[Number], *, changing: bool) -> list[Number]:
    """Take "from 1,240 to 980" apart where something changed."""
    single: list[Number] = []
    for number in numbers:
        start = number.start - sentence.start
        if number.form is Form.RANGE and changing and sentence.text[max(0, start - 5) : start].lower() == "from ":
            single.extend(number.parts)
        else:
            single.append(number)
    return single
