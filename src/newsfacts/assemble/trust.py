"""How sure a fact is: a weighed decision over what the record says of it and the sentence it stands in.

The question is whether a careful reader would find the same fact: its number with its bound and what decides (noun,
currency, direction, unit, speaker). Everything that speaks can be read off the finished fact and its parsed sentence,
so that any record can be weighed anew. A fact of a rule that was seen in too few articles has no confidence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsfacts.language.once import once
from newsfacts.language.phrases import is_noun, is_plural
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.record import Count, Direction, Fact, Money, NumberFact, Percentage, Quantity, Quote
from newsfacts.weigh import Candidate, Choice, Decision, Evidence, Weights, choose, read_weights

__all__ = ["DECISION", "Trust", "evidence", "reader"]

DECISION = Decision(
    "fact",
    "whether a careful reader finds the same fact",
    (
        Evidence("rule", "rules differ in how often they are right", "[12 men] were held."),
        Evidence("bound", "a bound is one more thing to get wrong", "[More than 12 men] were held."),
        Evidence("size", "small numbers are pronouns and idioms more often", "[One man] was held."),
        Evidence("words", "a number in words is rarely a code or a label", "[Twelve men] were held."),
        Evidence("year", "a number like a year may be one", "There were [2020 men] there."),
        Evidence("no predicate", "what nothing happens to is often no count", "Total: [12 men]"),
        Evidence("acted on", "a verb and its doer show that the clause was understood", "Police held [12 men]."),
        Evidence("typed", "a known kind of event fits a count", "Police arrested [12 men]."),
        Evidence("head", "plural common nouns are counted, other words less", "[12 men] were held."),
        Evidence("elided", "a noun that is not said must be guessed", "[12] were held."),
        Evidence("goes on", "a noun behind the fact may be the one that is meant", "[12 police] officers came."),
        Evidence("direction", "a change is told by verbs that may belong to another word", "Thefts fell by [12%]."),
        Evidence("no measure", "a percentage of nothing was not understood", "It was [12%]."),
        Evidence("base", "a base that is told shows a comparison", "Thefts fell by [12%] on last year."),
        Evidence("role other", "an amount of which nothing is known", "There was [£50]."),
        Evidence("substance", "a quantity of something is one", "[12 kg] of cocaine was found."),
        Evidence("unknown speaker", "speech whose speaker is none of the people", '["We held them,"] a man said.'),
        Evidence("no cue", "speech without a verb of saying may be a title", 'The film ["We Held Them"] ran.'),
        Evidence("few words", "a few words in quotation marks are often no speech", 'He was ["held"].'),
        Evidence("repeated", "what the article says twice was read twice", "[12 men] were held. The 12 men …"),
        Evidence("no verb", "headings and table rows are parsed badly", "Arrests: [12 men]"),
        Evidence("title case", "headlines are tagged badly", "Police Hold [12 Men] In Ayr"),
        Evidence("no stop", "a line without a full stop is a heading or a row", "Police hold [12 men]"),
        Evidence("numbers", "a line full of numbers is a table or a list", "[12 men], 3 women, 4 cars, 7 guns"),
        Evidence("length", "the parser errs in long sentences", "[12 men] who … were held."),
        Evidence("glued", "a number glued to other characters may be a code", "A-[12 men] were held."),
        Evidence("tagged", "a number that the tagger calls none stands oddly", "[12 men] were held."),
        Evidence("root", "a fact that the sentence hangs on stands alone", "[12 men]."),
    ),
)
"""One candidate, the fact, against none."""

_LONG, _SHORT = 45, 7
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MANY = 5
_TITLE_SHARE = 0.7
_SPOKEN = 4


@dataclass(frozen=True)
class Trust:
    """Say how sure facts are; make one with `reader`."""

    weights: Weights
    """Of the decision."""

    def choice(self, fact: Fact, sentence: Sentence | None) -> Choice[Fact]:
        """Weigh a fact; its sentence is None where it spans several."""
        return choose([Candidate(fact, tuple(evidence(fact, sentence)))], self.weights)

    def of(self, fact: Fact, sentence: Sentence | None) -> float | None:
        """Give the probability that a fact is right; None where its rule was seen in too few articles."""
        if f"rule={fact.rule}" not in self.weights.known:
            return None
        choice = self.choice(fact, sentence)
        return choice.confidence if choice.best is not None else choice.runner_up_confidence


def reader(weights: tuple[Path, ...] = ()) -> Trust:
    """Read the weights of the decision.

    Raises:  WeightsError where they are missing or malformed.
    """
    return Trust(read_weights(DECISION, weights))


def evidence(fact: Fact, sentence: Sentence | None) -> Iterator[str]:
    """Name what speaks for or against a fact."""
    yield f"rule={fact.rule}"
    if isinstance(fact, NumberFact):
        yield from _of_number(fact)
        if fact.repeats is not None:
            yield "repeated"
    yield from _of_kind(fact)
    if sentence is not None:
        yield from _of_sentence(fact, sentence)
        if isinstance(fact, Count):
            yield from _of_noun(fact, sentence)


def _of_number(fact: NumberFact) -> Iterator[str]:
    if fact.comparator != "eq":
        yield f"bound={fact.comparator.value}"
    value = fact.value
    if value is None:
        return
    if value <= 3:
        yield "size=one" if value == 1 else "size=few"
    elif value >= 1000:
        yield "size=many"
    if 1900 <= value <= 2100 and value == int(value) and "," not in fact.text:
        yield "year"
    if not any(char.isdigit() for char in fact.text):
        yield "words"


def _of_kind(fact: Fact) -> Iterator[str]:
    """Yield what the fields of its kind say of how sure a fact is."""
    if isinstance(fact, Count | Money | Quantity):
        if fact.predicate is None:
            yield f"no predicate={fact.kind}"
        elif fact.agent is not None:
            yield "acted on"
    if isinstance(fact, Count) and fact.event_type not in (None, "other"):
        yield "typed"
    if isinstance(fact, Money) and fact.money_role == "other":
        yield "role other"
    if isinstance(fact, Percentage):
        yield f"direction={fact.direction.value}"
        if fact.measure is None and fact.direction is not Direction.NONE:
            yield "no measure"
        if fact.base is not None:
            yield "base"
    if isinstance(fact, Quantity) and fact.substance is not None:
        yield "substance"
    if isinstance(fact, Quote):
        if fact.speaker_person_id is None:
            yield "unknown speaker"
        if fact.cue is None:
            yield "no cue"
        if len(fact.text.split()) <= _SPOKEN:
            yield "few words"


@once
def _of_form(sentence: Sentence) -> tuple[str, ...]:
    """Name what the form of a sentence says of whatever is read in it."""
    return tuple(_forms(sentence))


def _forms(sentence: Sentence) -> Iterator[str]:
    tokens = sentence.tokens
    words = [token for token in tokens if token.text[:1].isalpha()]
    if _FINITE.isdisjoint([token.tag for token in tokens]):
        yield "no verb"
    if len(words) > 3 and sum([token.text[:1].isupper() for token in words]) >= _TITLE_SHARE * len(words):
        yield "title case"
    if tokens and tokens[-1].text[-1:] not in ".!?”\"’'":
        yield "no stop"
    if len(tokens) >= _LONG:
        yield "length=long"
    elif len(tokens) <= _SHORT:
        yield "length=short"


@once
def _is_full(sentence: Sentence) -> bool:
    """See a line that is full of numbers."""
    return sum(token.tag == "CD" for token in sentence.tokens) >= _MANY


def _of_sentence(fact: Fact, sentence: Sentence) -> Iterator[str]:
    yield from _of_form(sentence)
    if fact.kind != "quote":
        if _is_full(sentence):
            yield "numbers"
        before = sentence.slice(max(sentence.start, fact.start_char - 1), fact.start_char)
        if before and not before.isspace() and before not in "(\"'“‘[$£€":
            yield "glued"
        inside = sentence.tokens_in(fact.start_char, fact.end_char)
        if inside and not any(token.tag == "CD" for token in inside):
            yield "tagged=no number"
        if any(token.dep == "ROOT" for token in inside):
            yield "root"


def _of_noun(fact: Count, sentence: Sentence) -> Iterator[str]:
    inside = sentence.tokens_in(fact.start_char, fact.end_char)
    if not inside:
        return
    last = inside[-1]
    if not is_noun(last):
        yield "elided" if last.tag == "CD" else "head=other"
    elif last.tag in ("NNP", "NNPS"):
        yield "head=name"
    elif not is_plural(last):
        yield "head=singular"
    following: Token | None = sentence.tokens[last.position + 1] if last.position + 1 < len(sentence.tokens) else None
    if following is not None and is_noun(following):
        yield "goes on"
