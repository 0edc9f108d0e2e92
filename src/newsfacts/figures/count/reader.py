"""Counts: a number and the things that it counts.

Phases: 1. the noun phrase behind a number that nothing else claimed (`phrases.py`, `nouns.py`); 2. where no noun stands
there, it is found elsewhere or the number counts nothing (`elided.py`, `changes.py`); 3. numbers joined to a counted
one share its noun ("two and one suspects"); 4. "no" and a noun is a count of zero (`zero.py`). Not here: predicate and
agent (`actions/predicate.py`), and numbers that count nothing (`figures/not_facts`).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newsfacts import lexicons
from newsfacts.figures.bounds import Bound, BoundReader
from newsfacts.figures.count import elided, phrases, zero
from newsfacts.figures.count.bare import BareNumber, ElidedWords
from newsfacts.figures.count.match import CountMatch, CountText
from newsfacts.figures.count.nouns import PHRASE, Noun, NounReader
from newsfacts.figures.count.phrases import CHARGES, PhraseReader
from newsfacts.figures.count.words import words as elided_words
from newsfacts.figures.count.zero import ZeroReader, zero_reader
from newsfacts.figures.figure import Figure, figure
from newsfacts.figures.not_facts import DecoyReader
from newsfacts.figures.numbers import Form, Number
from newsfacts.language.lemmas import Lemma
from newsfacts.language.phrases import is_noun, is_plural, is_verb, noun_compound
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import any_of, cue_words, function_words
from newsfacts.record import Direction
from newsfacts.rules.rule import Rule

__all__ = ["RULES", "CountMatch", "CountReader", "CountText", "reader"]

_COMPARATIVE = function_words("comparative")
_SHARED = Rule(
    "count.shared",
    "NUMBER [ADJECTIVE] and COUNT",
    "joined numbers share the noun behind the last of them",
    yes=(
        "The raids led to [12] and 15 arrests.",
        "The patrols stopped [40] and 60 cars on the two nights.",
        "They hold [seven male] and two female suspects.",
    ),
    no=(
        "Police held two men and three women.",
        "They seized 2 kg and 3 phones.",
        "On May 2 and 3 suspects were held.",
    ),
)
RULES = (*phrases.RULES, *elided.RULES, _SHARED, zero.RULE)

_SUBSET = re.compile(r"\b(?:including|among\s+them|of\s+(?:which|whom))\s+(?:at\s+least\s+)?$", re.IGNORECASE)
_POINTING = function_words("pointing") | cue_words("no count after")
_NOT_ONE = function_words("not one")
_FLAT = cue_words("flat plural")
_JOINS = function_words("coordinator") | {"&", ",", "to"}
_DESCRIBING = frozenset({"JJ", "JJR", "NN", "NNP", "VBN"})
_OFFENCE = re.compile(
    rf"""\s+(?:each\s+)?of\s+(?P<offence>[a-z][\w'’-]*
    (?:(?:\s+|-)(?!(?:{any_of("after an offence", "after an offence too")})\b)
    [\w'’-]+){{0,6}})""",
    re.VERBOSE,
)
"""What stands behind the counts of a charge, up to a verb or to when, where and against whom."""
_VERSE = re.compile(r"\s+\d{1,3}:\d")
"""Chapter and verse behind the name of a book, whose number is part of it."""
_UP_BY = re.compile(r"\b(?:up|down)\s+by\s+$", re.IGNORECASE)
_MORE = re.compile(rf"\s*(?P<word>{any_of('comparative')})\s", re.IGNORECASE)
_THAN = re.compile(r"[^.;]{0,60}\b(?:than|compared)\b", re.IGNORECASE)
_OF_CHANGE = re.compile(r"\b(?P<noun>[a-z]+)\s+of\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Uncounted:
    """Hold the words that keep a noun behind a number from being counted."""

    pointed: frozenset[str]
    """Nouns that "one" points at without counting."""
    units: frozenset[str]
    """Measures, whatever the number."""
    masses: frozenset[str]
    """Mass nouns, which take no number."""
    measures: frozenset[str]
    """Durations and frequencies."""
    compounds: frozenset[str]
    """Units of time that measure the noun behind them."""


class CountReader:
    """Find counts; make one with `reader`."""

    def __init__(self, looks: PhraseReader, zeros: ZeroReader, words: ElidedWords, uncounted: _Uncounted) -> None:
        """Take the readers below and their words."""
        self._looks, self._zeros, self._words, self._uncounted = looks, zeros, words, uncounted

    def find(
        self, unit: CountText, numbers: Sequence[Number], decoys: DecoyReader, bounds: BoundReader
    ) -> list[CountMatch]:
        """Find the counts among the numbers of a unit, in text order."""
        denied = self._zeros.find(unit)
        found: list[CountMatch] = []
        left: list[tuple[Number, Bound]] = []
        for number in _pairs(unit.sentence, numbers, unit.changed):
            bound = _bound(unit, number, bounds)
            bounded = bound.start < number.start or bound.end > number.end
            if decoys.reason(unit.sentence, number, bounded=bounded) is not None:
                continue
            if number.form is Form.FRACTION or not number.integral:
                continue
            plain = bool(found) and not (found[-1].elided or found[-1].partitive)
            if plain and number.form is Form.DIGITS and number.end <= found[-1].figure.end:
                continue  # the 737 of "two new 737 Max jets"
            told = sorted([*found, *(z for z in denied if z.figure.start < number.start)], key=_start)
            match = self._read(unit, number, bound, told)
            if match is None:
                left.append((number, bound))
            else:
                found.append(match)
        found += self._shared(unit, left, found)
        found = [match for match in found if not any(_within(match.figure, zero.figure) for zero in denied)]
        return sorted([*found, *denied], key=_start)

    def _read(self, unit: CountText, number: Number, bound: Bound, told: Sequence[CountMatch]) -> CountMatch | None:
        """Read a number as a count, by the phrase behind it or a noun told elsewhere; None where it counts nothing."""
        sentence = unit.sentence
        inside = sentence.tokens_in(number.start, number.end)
        if not inside:
            return None
        last = sentence.token_at(bound.end - 1)
        following = (last.position if last else inside[-1].position) + 1
        noun = self._looks.read(sentence, number, following)
        if noun is not None and self._undergone(sentence, number, noun, following, unit.lemma):
            noun = None
        if noun is not None and self._shares_behind(sentence, number, noun):
            return None
        if noun is not None and not (noun.head >= 0 and self._compares_behind(sentence, noun, following)):
            return self._match(unit, number, bound, noun) if self._counts(sentence, number, noun, following) else None
        if following < len(sentence.tokens) and sentence.tokens[following].lower in self._uncounted.measures:
            return None
        ahead = unit.before
        near = ahead is not None and ahead.figure.start >= sentence.unit.sentence_start
        known = [match.as_elided() for match in told]
        if near and ahead:
            known.insert(0, replace(ahead.as_elided(), anchor=-1))
        before = known[-1] if known else (ahead.as_elided() if ahead else None)
        place = BareNumber(
            sentence, unit.earlier, number, bound.start, inside[-1].position, following, known, before, self._words,
            unit.lemma,
        )  # fmt: skip
        bare = elided.read(place)
        if bare is None:
            return None
        rule, what = bare
        return CountMatch(
            figure(number, bound), what.noun, what.noun_phrase, what.anchor, rule.id, what.subset, what.changes,
            what.compared, what.direction, elided=rule in elided.NOT_REPEATED, pronominal=rule in elided.PRONOMINAL,
            borrows=rule in elided.BORROWING, idle=what.idle,
        )  # fmt: skip

    def _shares_behind(self, sentence: Sentence, number: Number, noun: Noun) -> bool:
        """See a singular in front of "and NUMBER": "61 felony and 22 misdemeanor charges" share the plural behind."""
        if noun.rule is not PHRASE or number.value < 2 or noun.head != noun.first:
            return False
        tokens, head = sentence.tokens, sentence.tokens[noun.head]
        behind = tokens[noun.head + 1 : noun.head + 3]
        plain = head.tag == "NN" and head.lower not in self._words.people | _FLAT
        return plain and len(behind) > 1 and behind[0].lower == "and" and behind[1].tag == "CD"

    def _undergone(self, sentence: Sentence, number: Number, noun: Noun, following: int, lemma: Lemma) -> bool:
        """See the participle of a headline that is read as a noun: "14 HELD", "One injured": no plural, and a verb."""
        opens = number.start == sentence.start
        if noun.head != following or noun.first != following or (number.value == 1 and not opens):
            return False
        head = sentence.tokens[following]
        if is_plural(head) or (head.lower in self._words.people and not (opens and _tells(sentence, following))):
            return False
        return lemma(head.lower, "VBN") in self._words.person_verbs

    def _compares_behind(self, sentence: Sentence, noun: Noun, following: int) -> bool:
        """See that "more" and "fewer" stand before a "than": "four more than in 2017" counts no year."""
        tokens = sentence.tokens
        if tokens[following].lower not in _COMPARATIVE:
            return False
        return any(token.lower == "than" for token in tokens[following + 1 : noun.head])

    def _match(self, unit: CountText, number: Number, bound: Bound, noun: Noun) -> CountMatch:
        sentence = unit.sentence
        span = replace(bound, end=max(bound.end, sentence.tokens[noun.head].end))
        text = noun.text or noun_compound(sentence, noun.head, _behind_measure(sentence, noun))
        phrase = sentence.words(noun.first, noun.head + 1) or text
        subset = bool(_SUBSET.search(sentence.slice(sentence.start, bound.start)[-40:]))
        return CountMatch(
            figure(number, span), text, phrase, noun.head, noun.rule.id, subset=subset, charged=noun.charged,
            direction=self._direction(unit, number, span), offence=_offence(sentence, noun), partitive=noun.partitive,
        )  # fmt: skip

    def _direction(self, unit: CountText, number: Number, span: Bound) -> Direction | None:
        """Read "15 fewer murders" and "20 more arrests than last year" as differences, but not "two more men"."""
        sentence = unit.sentence
        more = _MORE.match(sentence.text, number.end - sentence.start)
        if more is not None:
            if more["word"].lower() != "more":
                return Direction.DECREASE
            return Direction.INCREASE if _THAN.match(sentence.text, span.end - sentence.start) else None
        of = _OF_CHANGE.search(sentence.slice(max(sentence.start, span.start - 24), span.start))
        return self._words.directions.get(unit.lemma(of["noun"].lower(), "NNS")) if of else None

    def _counts(self, sentence: Sentence, number: Number, noun: Noun, following: int) -> bool:
        """Say no to durations and frequencies, and to "one" that only points."""
        if noun.head < 0:
            return False  # a hyphenated describer such as "nine-year sentence"
        head, first = sentence.tokens[noun.head], sentence.tokens[noun.first]
        compound = noun_compound(sentence, noun.head, noun.first)
        if self._is_time(sentence, number, noun):
            return False
        if _is_sign(sentence, first) or (not head.text[0].isalpha() and not noun.named):
            return False
        name = head.tag == "NNP" and not head.lower.endswith("s") and head.lower not in self._words.people
        if number.value != 1 and name and head.text[:1].isupper() and not _is_title(sentence):
            return False  # "4 Response Team", "Twelve Oaks Tavern": a name with a number in it
        if self._countless(sentence, head, compound):
            return False
        if self._names_place(sentence, number, noun, following):
            return False
        if number.value != 1 or number.form is not Form.WORDS:
            return True
        before = sentence.tokens[following - 2].lower if following > 1 else ""
        if noun.partitive or before in _POINTING or head.lower in self._uncounted.pointed:
            return False
        described = first is not head and first.tag in ("JJ", "VBN") and first.text.islower()
        proper = head.tag == "NNP" and head.text[:1].isupper() and not sentence.text.isupper() and not described
        many = is_plural(head) and head.lower not in self._words.people and head.lower not in CHARGES
        proper = proper or _is_brought_in(sentence, number, noun)
        return not (proper or many or first.lower in _NOT_ONE)

    def _countless(self, sentence: Sentence, head: Token, compound: str) -> bool:
        """See a measure, a mass noun, a book: "40 basis points", "millions of public money", "2 Corinthians 1:11"."""
        if compound.lower() in self._uncounted.units:
            return True
        return head.lower in self._uncounted.masses or bool(_VERSE.match(sentence.text, head.end - sentence.start))

    def _names_place(self, sentence: Sentence, number: Number, noun: Noun, following: int) -> bool:
        """See a number word that begins a name and opens a line that a dash closes: "Three Rivers - PC Jane Roe"."""
        tokens, head = sentence.tokens, sentence.tokens[noun.head]
        opens = number.form is Form.WORDS and number.start == sentence.start and head.tag in ("NNP", "NNPS")
        if not opens or noun.head != following or head.lower in self._words.people or sentence.text.isupper():
            return False
        behind = tokens[noun.head + 1 : noun.head + 2]
        return bool(behind) and behind[0].text in ("-", "–", "—") and behind[0].start > head.end

    def _is_time(self, sentence: Sentence, number: Number, noun: Noun) -> bool:
        """See a duration, alone or describing the noun: "three days", "10 year sentences", "a three day holiday"."""
        head, first = sentence.tokens[noun.head], sentence.tokens[noun.first]
        timed = next((t for t in sentence.tokens[noun.first : noun.head + 1] if is_noun(t)), first)
        apart = sentence.slice(timed.end, timed.end + 1) == " "
        measured = timed is first and timed.lower in self._uncounted.compounds and apart
        describes = timed is first and apart and number.value > 1 and not is_plural(timed) and not is_plural(head)
        if timed.lower in self._uncounted.measures and (
            timed is head or is_plural(timed) or number.value == 1 or measured or describes
        ):
            return True
        compound = noun_compound(sentence, noun.head, noun.first)
        return head.lower in self._uncounted.measures and "-" not in compound  # 730 person-times are counted

    def _shared(
        self, unit: CountText, left: Sequence[tuple[Number, Bound]], found: Sequence[CountMatch]
    ) -> list[CountMatch]:
        """Give numbers joined to a count its noun: "had 14 and 13 suspects", "two Swiss and two Austrian citizens"."""
        shared: list[CountMatch] = []
        for number, bound in reversed(left):
            later = next((m for m in sorted([*found, *shared], key=_start) if m.figure.start >= number.end), None)
            if later is None or later.elided or number.value < 1:
                continue
            between = unit.sentence.tokens_in(number.end, later.figure.start)
            if not between or between[-1].lower not in _JOINS or len(between) > 3:
                continue
            described = between[:-1]
            if any(token.lower in self._uncounted.measures for token in described):
                continue  # "a 10-15 year term and two others"
            if between[-1].lower == "to" and [t.lower for t in described] in ([], ["down"], ["up"]):
                described = ()
            if all(token.tag in _DESCRIBING for token in described) and (described or between[-1].text != ","):
                span = replace(bound, end=max(bound.end, described[-1].end if described else bound.end))
                noun, phrase = later.noun, later.noun_phrase
                if len(described) == 1 and noun.istitle() and described[0].text.istitle():
                    noun = phrase = described[0].text  # "one Colombian and two Ecuadoreans"
                told = figure(number, span)
                shared.append(CountMatch(told, noun, phrase, later.anchor, _SHARED.id))
        return shared


def reader(decoys: DecoyReader, extra: tuple[Path, ...] = ()) -> CountReader:
    """Make a reader from the lexicons of nouns and verbs for people and of nouns that are not counted."""
    words = elided_words(extra)
    nouns = NounReader(decoys.nouns("duration"), words.people)
    rows = lexicons.read("uncounted_nouns", extra)
    measures = decoys.nouns("duration") | decoys.nouns("frequency")
    uncounted = _Uncounted(
        pointed=rows.words(**{"class": "one"}),
        units=rows.words(**{"class": "unit"}),
        masses=rows.words(**{"class": "mass"}),
        measures=measures,
        compounds=decoys.nouns("measure"),
    )
    magnitudes = lexicons.read("magnitudes", extra)
    scales = magnitudes.words(**{"class": "scale"}) | magnitudes.words(**{"class": "both"})
    looks = PhraseReader(nouns, words.people, lexicons.read("hyphen_nouns", extra).words(), scales)
    return CountReader(looks, zero_reader(nouns, measures, extra), words, uncounted)


def _bound(unit: CountText, number: Number, bounds: BoundReader) -> Bound:
    offset, ranged = unit.sentence.start, number.form is Form.RANGE
    bound = bounds.read(unit.sentence.text, number.start - offset, number.end - offset, unit.dep_at, ranged=ranged)
    return replace(bound, start=bound.start + offset, end=bound.end + offset)


def _offence(sentence: Sentence, noun: Noun) -> str | None:
    """Read what the counts of a charge are of: "two counts of robbery"."""
    head = sentence.tokens[noun.head]
    match = _OFFENCE.match(sentence.text, head.end - sentence.start) if head.lower in CHARGES else None
    return match["offence"] if match else None


def _start(match: CountMatch) -> int:
    return match.figure.start


def _is_title(sentence: Sentence) -> bool:
    """See a headline in capitals or title case, where capitals mean nothing: no word of content is in lower case."""
    content = ("NN", "NNS", "JJ", "VB", "VBD", "VBN", "VBZ", "VBP", "VBG")
    return not any(t.tag in content and t.text[0].islower() for t in sentence.tokens)


def _is_sign(sentence: Sentence, first: Token) -> bool:
    """See a single letter where a noun should begin: "68 p at 1112 p", but "12 e-challans"."""
    alone = len(first.text.rstrip(".")) == 1 and first.text.islower() and first.text != "x"
    return alone and sentence.slice(first.end, first.end + 1) not in ("-", "‐", "‑")


def _tells(sentence: Sentence, place: int) -> bool:
    """See that a participle tells what befell those in front: no verb of its own follows ("two injured were flown")."""
    following = sentence.tokens[place + 1 : place + 2]
    return not following or not (is_verb(following[0]) or is_noun(following[0]) or following[0].tag == "MD")


def _behind_measure(sentence: Sentence, noun: Noun) -> int:
    """Give where the noun begins behind a measure that its phrase opens with: "9mm [shell casings]"."""
    opening = sentence.tokens[noun.first : noun.head]
    glued = len(opening) > 1 and opening[0].tag == "CD" and opening[0].end == opening[1].start
    return noun.first + 2 if glued and opening[1].text.isalpha() else noun.first


def _within(inner: Figure, outer: Figure) -> bool:
    """See a number inside the words of another: the "one officer" of "not one officer"."""
    return outer.start <= inner.start and inner.end <= outer.end


def _pairs(sentence: Sentence, numbers: Sequence[Number], changed: Callable[[int], bool]) -> list[Number]:
    """Take "from 1,240 to 980" and "by one to 99" apart where something changed."""
    single: list[Number] = []
    for number in numbers:
        ahead = sentence.text[max(0, number.start - sentence.start - 8) : number.start - sentence.start].lower()
        leads = ahead.endswith(("from ", " by ")) and "and" not in sentence.slice(number.start, number.end).split()
        if number.form is Form.RANGE and leads and (_UP_BY.search(ahead) or changed(number.start)):
            single.extend(number.parts)
        else:
            single.append(number)
    return single


def _is_brought_in(sentence: Sentence, number: Number, noun: Noun) -> bool:
    """See somebody whom "one" brings in: behind a form of address, or in quotation marks ('one "Kaliyo", who fled')."""
    between = sentence.slice(number.end, sentence.tokens[noun.first].start)
    return not {"“", '"'}.isdisjoint(between) or _is_address(sentence, sentence.tokens[noun.head])


def _is_address(sentence: Sentence, head: Token) -> bool:
    """See a short form of address in front of a name, whatever its tag: "her husband, one Hon. Ann Roe"."""
    behind = sentence.tokens[head.position + 1 : head.position + 3]
    return head.text.istitle() and len(behind) == 2 and behind[0].text == "." and behind[1].text[0].isupper()
