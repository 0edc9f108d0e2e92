"""Does a pack do what its own examples say: every rule and every guard is run on its phrases, as in an article.

A phrase of `yes` has to give a fact of the rule with exactly the span in brackets (of a rule of kind none: has to
refuse exactly that number); one of `no` has to give nothing of it; the example of a guard has to be one in which the
rule finds something and that guard holds it back. Not here: whether the pack can be read at all (`packs/pack.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from newsfacts.article import Article
from newsfacts.extract import Extractor
from newsfacts.lexicons import names, read, read_file
from newsfacts.lexicons.layers import CHANGE
from newsfacts.lexicons.nearest import nearest
from newsfacts.packs.pack import Pack
from newsfacts.packs.rules import NO_FACT, PackRule

__all__ = ["LEAST_NO", "LEAST_YES", "Problem", "problems", "remarks"]

LEAST_YES, LEAST_NO = 3, 3
"""Phrases that a rule has to have of each."""
_CLASSES, _SHARE = 40, 4
"""Values that a column has at most, and rows for each at least, where it names classes."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Say what is wrong with a rule."""

    rule: str
    """Id of the rule."""
    message: str
    """What was found, and what would be right."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Hold what a rule does in a phrase."""

    spans: tuple[tuple[int, int], ...]
    """What it finds or refuses."""
    guards: frozenset[str]
    """Its guards that held it back."""


def problems(pack: Pack, extractor: Extractor) -> Iterator[Problem]:
    """Run all rules of a pack on their examples; `extractor` was loaded with it."""
    for rule in pack.rules:
        for message in (*_lacking(rule), *_failing(rule, extractor)):
            yield Problem(rule.id, message)


def _lacking(rule: PackRule) -> Iterator[str]:
    for name, phrases, least in (("yes", rule.yes, LEAST_YES), ("no", rule.no, LEAST_NO)):
        if len(phrases) < least:
            yield f"{len(phrases)} examples of {name}; expected {least} at least"


def _failing(rule: PackRule, extractor: Extractor) -> Iterator[str]:
    for phrase in rule.yes:
        wanted = phrase.index("["), phrase.index("]") - 1
        plain = phrase.replace("[", "").replace("]", "")
        found = _outcome(rule, plain, extractor).spans
        if found != (wanted,):
            yield f"yes: {phrase!r}: found {_marked(plain, found)}; expected what is in brackets and nothing else"
    for phrase in rule.no:
        found = _outcome(rule, phrase, extractor).spans
        if found:
            yield f"no: {phrase!r}: found {_marked(phrase, found)}; expected nothing"
    for guard in rule.unless:
        outcome = _outcome(rule, guard.example, extractor)
        if guard.id not in outcome.guards:
            yield f"unless {guard.id}: {guard.example!r}: holds nothing back; expected a phrase in which it does"
        elif outcome.spans:
            marked = _marked(guard.example, outcome.spans)
            yield f"unless {guard.id}: {guard.example!r}: found {marked}; expected nothing"


def _outcome(rule: PackRule, text: str, extractor: Extractor) -> _Outcome:
    reading = extractor.read(Article("example", text))
    figures, lemma = extractor.figures, extractor.language.lemma
    told = [figures.asked_packs(reading, s, lemma) for s in reading.sentences if figures.trigger(s.text)]
    guards = frozenset(one.guard.id for each in told for one in each.held if one.rule.id == rule.id)
    if rule.kind == NO_FACT:
        numbers = [number for each in told for known, number in each.refused if known.id == rule.id]
        return _Outcome(tuple((number.start, number.end) for number in numbers), guards)
    facts = [fact for fact in extractor.record(reading).facts if fact.rule == rule.id]
    return _Outcome(tuple((fact.start_char, fact.end_char) for fact in facts), guards)


def _marked(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return ", ".join(repr(text[start:end]) for start, end in spans) or "nothing"


def remarks(pack: Pack) -> Iterator[str]:
    """Point out cells of lexicons that no row of the packaged one has, in columns that name classes.

    Nobody asks for a class that only a pack knows, so such a row mostly is a slip; but a country may be new.
    """
    for file in pack.files("lexicons"):
        packaged, own = read(file.stem), read_file(file)
        for column in packaged.columns[1:]:
            known = {row[column] for row in packaged.rows}
            if len(known) > _CLASSES or len(packaged.rows) < _SHARE * len(known):
                continue
            for cell in sorted({row[column] for row in own.rows if row.get(CHANGE) != "remove"} - known):
                yield f"{file}: {column} is {cell!r}, as in no packaged row{nearest(cell, frozenset(known - {''}))}"
    for name in sorted(pack.classes):
        if near := nearest(name, names()):
            yield f"{pack.folder}/classes/{name}.tsv: is a class of the pack's own{near}"
