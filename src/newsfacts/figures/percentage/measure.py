"""What a percentage measures: candidates are proposed in the order in which a reader would take them; the first fits.

Phases: 1. where the words that give the direction stand (`Look`) says which candidates there are: the own "of" phrase,
what a noun of change is a change of, the phrase that "fewer" counts, the subject of the verb, the noun in front of a
bracket, the label of a line, what was named before; 2. a candidate is passed over where it cannot be measured: a
pronoun, a stretch of time, a source, and for changes a place, a force or a person, which only hold the figure.
A word-order reading stands beside each reading of the parse. Not here: the direction.
"""

import re
from collections.abc import Iterator

from newsfacts.figures.percentage import nouns
from newsfacts.figures.percentage.candidates import POINTING, SOURCES, Candidate, head_after
from newsfacts.figures.percentage.change_measures import (
    beside,
    change_noun,
    joined,
    labelled,
    named,
    nowhere,
    of_trigger_verb,
)
from newsfacts.figures.percentage.match import Look, Trigger
from newsfacts.figures.percentage.scene import Scene
from newsfacts.figures.percentage.share_measures import as_subject, bracket_measures, whole
from newsfacts.figures.percentage.words import UP_DOWN
from newsfacts.lexicons.function_words import any_of, function_words
from newsfacts.record import Direction, PercentageUnit

__all__ = ["measure_of"]

_THE_THING_TOLD = function_words("the thing told")


def measure_of(scene: Scene, trigger: Trigger) -> str | None:
    """Give the noun phrase that a percentage measures; None where no candidate fits."""
    for candidate in (*_announced(scene, trigger), *_LOOKS[trigger.look](scene, trigger)):
        text = _clean(candidate.text)
        if text and _fits(scene, trigger, candidate, text):
            return text
    return _before(scene)


def _announced(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Propose the phrase of "For burglary it was 14 percent": the pronoun stands for the figure, "for" says of what."""
    tokens = scene.tokens
    if trigger.direction is Direction.SHARE or len(tokens) < 4 or tokens[0].lower not in ("for", "among"):
        return
    head = head_after(scene.sentence, 1)
    if 0 < head < scene.first - 1 and tokens[head + 1].lower in _THE_THING_TOLD:
        yield Candidate(nouns.phrase_after(scene.sentence, 1, head + 1), scene.sentence, head)


def _before(scene: Scene) -> str | None:
    """Give what the percentage just before measures to points that change it: "Solved rate: 17.3%, up 2.1 points"."""
    points = scene.mention.unit is PercentageUnit.PERCENTAGE_POINT
    return scene.before.measure if points and scene.before is not None and scene.same_sentence else None


def _clean(text: str | None) -> str | None:
    if text is None:
        return None
    text = re.split(r"\s[-–—|]\s", " ".join(text.split()))[-1]
    text = re.sub(rf"^(?:{any_of('opens a measure')})\s+", "", text, flags=re.IGNORECASE)
    text = re.sub(rf"^(?:{any_of('comparative')})\s+than\s+[\d,.]+\s+", "", text, flags=re.IGNORECASE)
    return text.strip(" ,;:–—-*•[]()") or None


def _fits(scene: Scene, trigger: Trigger, candidate: Candidate, text: str) -> bool:
    """Pass over pronouns, times, numbers and sources, and for changes what only holds a figure."""
    words = text.lower().split()
    if len(words) == 1 and (words[0] in POINTING or not re.search(r"[^\W\d_]", words[0])):
        return False
    if re.search(r"%|\bper\s?cent\b", text, re.IGNORECASE) or (words[-1] in SOURCES and trigger.direction in UP_DOWN):
        return False
    if re.fullmatch(r"[£$€]?[\d.,]+\s*\w*illion", text, re.IGNORECASE):
        return False
    if candidate.sentence is None or candidate.head < 0:
        return True
    head = candidate.sentence.tokens[candidate.head]
    if nouns.is_time(candidate.sentence.tokens, candidate.head):
        return False
    if trigger.direction in UP_DOWN and scene.words.holds(candidate.sentence, candidate.head):
        return False
    if trigger.direction in UP_DOWN and scene.words.noun(head) in UP_DOWN and len(words) < 3:
        return False  # "the percent decreases" are not what decreased
    return head.tag not in ("PRP", "WDT", "WP", "EX", "DT")


_LOOKS = {
    Look.CHANGE_NOUN: change_noun, Look.BESIDE: beside, Look.VERB: of_trigger_verb, Look.WHOLE: whole,
    Look.NAMED: named,
    Look.SUBJECT: as_subject, Look.BRACKET: bracket_measures, Look.LABEL: labelled, Look.JOINED: joined,
    Look.NOWHERE: nowhere,
}  # fmt: skip
