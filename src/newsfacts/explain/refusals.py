"""Why a number is no fact: the rule that refused it, of the package or of a pack."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsfacts.actions.figure_facts import FigureReader
from newsfacts.figures.numbers import Number
from newsfacts.language.lemmas import Lemma
from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.record import Record
from newsfacts.rules.rule import Rule

__all__ = ["RefusalExplanation", "explain_refusals"]


@dataclass(frozen=True, slots=True)
class RefusalExplanation:
    """Hold a number that is no fact."""

    start: int
    """Index of its first character in the text as given."""
    end: int
    """Index behind its last character."""
    sentence: tuple[str, str, str]
    """Its unit: what is before the number, the number, what is behind."""
    rule: Rule
    """What refuses it."""


def explain_refusals(
    reading: Reading, record: Record, figures: FigureReader, lemma: Lemma
) -> Iterator[RefusalExplanation]:
    """Yield the numbers of an article that a rule refuses and that stand in no fact of its record, in text order."""
    taken = [(fact.start_char, fact.end_char) for fact in record.facts if fact.kind != "quote"]
    told: dict[tuple[int, int], RefusalExplanation] = {}
    for sentence in reading.sentences:
        for number, rule in _refused(reading, sentence, figures, lemma) if sentence.unit.tells else ():
            start, end = reading.given_span(number.start, number.end)
            if not any(first < end and start < last for first, last in taken):
                told.setdefault((start, end), RefusalExplanation(start, end, _around(sentence, number), rule))
    yield from (told[span] for span in sorted(told))


def _refused(
    reading: Reading, sentence: Sentence, figures: FigureReader, lemma: Lemma
) -> Iterator[tuple[Number, Rule]]:
    """Give what packs refuse, and then what the package does: the first to speak has refused it."""
    if figures.trigger(sentence.text):
        yield from ((number, rule) for rule, number in figures.asked_packs(reading, sentence, lemma).refused)
        yield from ((refused.number, refused.rule) for refused in figures.claims.refusals(sentence))


def _around(sentence: Sentence, number: Number) -> tuple[str, str, str]:
    return (
        sentence.slice(sentence.start, number.start),
        sentence.slice(number.start, number.end),
        sentence.slice(number.end, sentence.end),
    )
