"""Proposals for the measure of a rise or fall.

They are, in the order in which a reader takes them: what the noun of change is a change of, what "fewer" counts, the
subject of the verb, the noun in front of a bracket, the label of a line, what was said elsewhere.
"""

import re
from collections.abc import Iterator, Sequence

from newsfacts.figures.percentage import nouns
from newsfacts.figures.percentage.candidates import Candidate, ending_at, head_after, numbered_phrase
from newsfacts.figures.percentage.match import Trigger
from newsfacts.figures.percentage.scene import Scene
from newsfacts.figures.percentage.subjects import clause_subject, of_verb
from newsfacts.figures.percentage.words import UP_DOWN
from newsfacts.language.phrases import VERB_TAGS, is_noun
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons.function_words import any_of, cue_words, function_words
from newsfacts.record import Direction

__all__ = [
    "beside",
    "bracketed",
    "change_noun",
    "elsewhere",
    "joined",
    "labelled",
    "named",
    "nowhere",
    "of_trigger_verb",
]

_COMPARATIVE = function_words("comparative")
_BEING = function_words("finite be") | {"be", "been"}
_SINCE_AN_EVENT = function_words("since an event")
_COMPARED_WITH = function_words("against") | {"from"}
_OF_WHOM = function_words("of whom")
_WHERE_MEASURED = function_words("where measured")
_BEHIND = cue_words("behind a share") | {","}
"""Words that may stand between a percentage and what its noun of change is a change of."""
_COMPLEMENT = function_words("for whom")
_COMPARES = function_words("compares")
_PART_OF = re.compile(rf"^.*?\b(?:\d[\d,.]*|{any_of('number word')})\s+of\s+(?:the\s+|all\s+)?", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[:–—]\s*|\s+-{1,2}\s+|\s+(?=[-+]\d)")
_BULLET = re.compile(r"^[\s*•‣●▪◦·–—>-]+")


def change_noun(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Propose what a noun of change is a change of, else who or what has it."""
    pivot = trigger.pivot if trigger.pivot is not None else scene.first
    yield from _complement(scene, pivot)
    yield from _compound(scene, pivot)
    if scene.bracket is not None and pivot > scene.bracket[0]:
        yield from bracketed(scene, scene.bracket[0])
        yield from _label(scene)
    yield from _restated(scene)
    yield from clause_subject(scene, min(pivot, scene.first), loose=False)
    yield from _counted_inside(scene, pivot)
    yield from elsewhere(scene)
    yield from clause_subject(scene, min(pivot, scene.first))


def _complement(scene: Scene, noun: int) -> Iterator[Candidate]:
    """Read "decrease in thefts", "reduction in burglary of 12%", "upticks, by 2.5% each, were in felony assaults"."""
    tokens, sentence = scene.tokens, scene.sentence
    stop = max(scene.right, noun + 1) if noun >= scene.first else len(tokens)
    if scene.bracket is not None and noun > scene.bracket[0]:
        stop = min(stop, scene.bracket[1])
    for place in range(noun + 1, min(noun + 18, stop)):
        token = tokens[place]
        if noun < scene.first <= place < scene.last:
            continue
        if noun < scene.first and place >= scene.last and token.lower not in _BEHIND and token.lower not in _COMPLEMENT:
            return
        if token.lower in _COMPLEMENT and token.tag in ("IN", "TO"):
            following = scene.word(place + 1)
            number = place + 1 < len(tokens) and tokens[place + 1].tag in ("CD", "$")
            if number or place + 1 == scene.first or following[:1] in "£$€0123456789":
                continue
            if nouns.starts_time(tokens, place + 1):
                continue
            limit = stop if noun >= scene.first else scene.first - 1 if place < scene.first else None
            text = nouns.phrase_after(sentence, place + 1, limit)
            if text:
                yield Candidate(text, sentence, head_after(sentence, place + 1))
        linking = token.lower in _BEHIND
        if (token.tag in VERB_TAGS and not linking and token.tag not in ("VBN",)) or token.text in (";", ".", ":"):
            return
        if token.text == "," and noun >= scene.first:
            return


def _compound(scene: Scene, noun: int) -> Iterator[Candidate]:
    """Read "a 22% crime drop", "arrest growth of 4%": the nouns right before the noun of change."""
    tokens = scene.tokens
    floor = scene.last if noun >= scene.last else scene.clause
    if noun < scene.first and scene.word(noun + 1) == "by" and noun > floor and is_noun(tokens[noun - 1]):
        yield from ending_at(
            scene.sentence, noun - 1, floor
        )  # "high pollution industries decline by 2%", tagged as a noun
        return
    left = noun
    while left > floor and tokens[left - 1].tag in ("NN", "NNS", "NNP", "HYPH", "POS", "JJ"):
        left -= 1
    while left < noun and (tokens[left].tag in ("JJ", "POS", "HYPH") or nouns.is_time(tokens, left)):
        left += 1
    if left < noun and tokens[noun - 1].tag in ("NN", "NNS") and not nouns.is_time(tokens, noun - 1):
        text = scene.sentence.words(left, noun)
        if not re.search(r"-on-|\byear\b|\bmonth\b", text):
            yield Candidate(text, scene.sentence, noun - 1)


def _restated(scene: Scene) -> Iterator[Candidate]:
    """Read the count that a change says again: "15 fewer murders, or a 10% decline"."""
    if _averaged(scene, scene.first):
        return
    marks = (",", "–", "-", "—", "(", "or")
    places = range(scene.first - 1, max(scene.clause, scene.first - 12) - 1, -1)
    comma = next((p for p in places if scene.word(p) in marks), None)
    if comma is None or scene.finite(comma, scene.first):
        return
    valued = nouns.valued_noun(scene.sentence, comma)
    yield from ending_at(scene.sentence, valued)
    numbered = nouns.numbered_before(scene.sentence, comma, scene.clause)
    if numbered is not None:
        yield Candidate(numbered_phrase(scene.sentence, numbered), scene.sentence, numbered)
    yield from ending_at(scene.sentence, _object(scene.sentence, comma))


def _object(sentence: Sentence, place: int) -> int | None:
    """Give the object right before a position: "issued more tickets, up 12 per cent"."""
    token = sentence.tokens[place - 1] if place else None
    if token is None or not is_noun(token):
        return None
    return token.position if token.dep == "dobj" else None


def _counted_inside(scene: Scene, pivot: int) -> Iterator[Candidate]:
    """Give what a bracket behind a change counts: "an 11% reduction (9 offences down to 8)"."""
    if scene.word(pivot + 1) != "(":
        return
    for place in range(pivot + 2, min(pivot + 10, len(scene.tokens) - 1)):
        if scene.tokens[place].tag == "CD" and scene.tokens[place + 1].tag in ("NNS", "NN"):
            yield Candidate(nouns.phrase_after(scene.sentence, place + 1), scene.sentence, place + 1)


def beside(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Propose what "fewer" or "more" counts, else what is "up" or "down"."""
    pivot = trigger.pivot if trigger.pivot is not None else scene.first
    if pivot >= scene.last and scene.word(pivot) in _COMPARATIVE:
        text = nouns.phrase_after(scene.sentence, pivot + 1, scene.right)
        if text:
            yield Candidate(text, scene.sentence, head_after(scene.sentence, pivot + 1))
    start = min(pivot, scene.first)
    if scene.bracket is not None and start == scene.bracket[0] + 1:
        numbered = nouns.numbered_before(scene.sentence, start, scene.clause)
        compared = any(t.lower in _COMPARES for t in scene.tokens[scene.clause : start])
        if numbered is not None and (compared or scene.tokens[start - 2].tag == "CD"):
            yield Candidate(numbered_phrase(scene.sentence, numbered), scene.sentence, numbered)
        yield from _label(scene)
        yield from bracketed(scene, scene.bracket[0])
    elif (start and scene.tokens[start - 1].text in (",", "–", "—", "-")) or scene.word(start - 1) == "or":
        yield from _restated(scene)
        if scene.tokens[start - 1].text in ("–", "—"):
            yield from ending_at(
                scene.sentence, nouns.noun_before(scene.sentence, start - 2, scene.clause), scene.clause
            )
    elif start > scene.clause and is_noun(scene.tokens[start - 1]):
        yield from ending_at(scene.sentence, nouns.noun_before(scene.sentence, start - 1, scene.clause), scene.clause)
    yield from clause_subject(scene, start)
    yield from elsewhere(scene)


def _averaged(scene: Scene, place: int) -> bool:
    """See a verb of level in front: in "admissions averaged 96 people, down 4%" the admissions fell."""
    found = [p for p in scene.verbs(scene.clause, place) if scene.tokens[p].tag != "VBG"]
    level = bool(found) and scene.words.verb(scene.tokens[found[-1]]) is Direction.RATE
    return level and scene.word(found[-1]) not in _BEING


def of_trigger_verb(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Propose what the verb that gave the direction is said of."""
    if trigger.pivot is None:
        yield from clause_subject(scene, scene.first)
    else:
        yield from of_verb(scene, trigger.pivot)
    yield from elsewhere(scene)


def bracketed(scene: Scene, opened: int) -> Iterator[Candidate]:
    """Give the noun phrase in front of a bracket; of "two thirds of the drivers" the drivers."""
    floor = max([scene.left, *(p + 1 for p in range(scene.left, opened - 1) if scene.tokens[p].text == ",")])
    noun = nouns.noun_before(scene.sentence, opened - 1, floor)
    if noun is None:
        return
    quantifiers = [p for p in range(floor, noun) if scene.word(p) in scene.words.quantifiers]
    text = nouns.reach_back(scene.sentence, noun, quantifiers[-1] if quantifiers else scene.left)
    first = scene.sentence.token_at(scene.tokens[noun].end - len(text))
    if first is not None and scene.word(first.position - 1) in _SINCE_AN_EVENT:
        return
    behind = scene.sentence.words(noun + 1, opened)
    if re.fullmatch(r"[A-Za-z]+(?:ed|en)|given", behind):
        text = f"{text} {behind}"
    text = _PART_OF.sub("", text)
    text = re.sub(rf"^(?:{any_of('quantifier')})\s+", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^.*?\d+\s+(?:in|out\s+of|of)\s+(?:every\s+|the\s+)?(?=\d)", "", text)
    text = re.sub(r"^.*?(?<![\w-])\d[\d,]*\s+(?=[a-z])", "", text)
    yield Candidate(nouns.without_number(text), scene.sentence, noun)


def _label(scene: Scene) -> Iterator[Candidate]:
    """Give the label of a line: "Burglary: -14%", "* Emergency calls – 3,310 (12% up)"."""
    ahead = scene.sentence.slice(scene.sentence.start, scene.mention.start)
    label = _SEPARATOR.split(_BULLET.sub("", ahead), maxsplit=1)[0]
    if label and len(label) < len(_BULLET.sub("", ahead)) and len(label.split()) <= 8:
        yield Candidate(nouns.without_number(label.strip()) if not re.match(r"\d+ calls", label) else label.strip())


def labelled(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Propose the label of a line, else the noun in front of the figure."""
    yield from _label(scene)
    noun = nouns.noun_before(scene.sentence, scene.first - 1, scene.left)
    yield from ending_at(scene.sentence, noun, scene.left)
    yield from elsewhere(scene)


def joined(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Give the noun phrase of its own member of a list, else the measure of the percentage before."""
    start = scene.left
    for token in scene.gap():
        if token.text in (",", ";") or token.tag == "CC":
            start = token.position + 1
    ahead = (scene.word(scene.first - 2), scene.word(scene.first - 1))
    compared = ahead[0] in ("compared", "opposed") or ahead[1] in _COMPARED_WITH
    own = None if compared else nouns.noun_before(scene.sentence, scene.first - 1, start)
    if own is not None and scene.word(start) not in _OF_WHOM:
        floor = start
        before = nouns.reach_back(scene.sentence, own, floor)
        if not scene.words.holds(scene.sentence, own):
            yield Candidate(before, scene.sentence, own)
    if scene.word(scene.behind) in _WHERE_MEASURED and trigger.direction is Direction.SHARE:
        pass
    if scene.before is not None and scene.before.measure:
        yield Candidate(scene.before.measure)


def elsewhere(scene: Scene) -> Iterator[Candidate]:
    """Give what a change is of where its clause only names who has it: said elsewhere in the sentence, list or text."""
    for place in range(len(scene.tokens)):
        if is_noun(scene.tokens[place]) and scene.words.change(scene.tokens[place]) is not None and place < scene.first:
            yield from _complement_of_other(scene, place)
    if scene.lead is not None:
        for token in scene.lead.tokens:
            if is_noun(token) and scene.words.change(token) is not None:
                text = (
                    nouns.phrase_after(scene.lead, token.position + 2)
                    if token.position + 2 < len(scene.lead.tokens)
                    else None
                )
                yield Candidate(text, scene.lead, head_after(scene.lead, token.position + 2))
    for verb in reversed(scene.verbs(0, scene.left)):
        if scene.words.change(scene.tokens[verb]) is not None:
            yield from of_verb(scene, verb)
    before = scene.before
    if (
        before is not None
        and before.measure
        and (before.direction in UP_DOWN or before.figure.start >= scene.sentence.start)
    ):
        yield Candidate(before.measure)


def _complement_of_other(scene: Scene, noun: int) -> Iterator[Candidate]:
    if scene.word(noun + 1) in ("in", "of") and noun + 2 < len(scene.tokens) and scene.tokens[noun + 2].tag != "CD":
        text = nouns.phrase_after(scene.sentence, noun + 2)
        yield Candidate(text, scene.sentence, head_after(scene.sentence, noun + 2))


def named(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Propose the noun that names a rate, behind the percentage or in front of "of"."""
    pivot = trigger.pivot if trigger.pivot is not None else scene.first
    if pivot >= scene.last:
        text = nouns.phrase_after(scene.sentence, pivot, scene.right)
        yield Candidate(text, scene.sentence, head_after(scene.sentence, pivot))
    else:
        yield from ending_at(scene.sentence, pivot, scene.left)


def nowhere(scene: Scene, trigger: Trigger) -> Sequence[Candidate]:
    """Propose nothing."""
    return ()
