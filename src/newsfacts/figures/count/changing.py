"""What changes where: the verb or noun of change in front of a number, and the thing that it is said of.

Shared by the rules of changes (`changes.py`) and of levels (`levels.py`).
"""

import re

from newsfacts.figures.count.bare import BareNumber
from newsfacts.language.phrases import is_noun, is_plural, is_verb
from newsfacts.lexicons.function_words import any_of, cue_words, function_words

__all__ = ["STANDING_FOR", "change_before", "changing_thing", "ends_there", "generic", "subject_of_change"]

STANDING_FOR = function_words("stands for a thing") | cue_words("stands for a count")
"""Subjects that stand for what was counted before."""
_ENDS_THERE = re.compile(
    r"\s*(?:[,.;:)(]|$)|\s+(?:in\s+(?:all|total)|in\s+(?:the|(?:19|20)\d\d)"
    rf"|{any_of('behind a total')})\b",
    re.IGNORECASE,
)


def change_before(place: BareNumber) -> int | None:
    """Give the nearest verb or noun of change in front of the number."""
    for token in reversed(place.sentence.tokens[: place.anchor]):
        if place.changing(token):
            return token.position
        if token.text == ";":
            return None
    return None


def subject_of_change(place: BareNumber, position: int) -> int | None:
    """Give what a verb or noun of change is said of, by its own words, by word order, by those above it."""
    tokens = place.sentence.tokens
    own = changing_thing(place, position)
    if own is not None:
        return own
    before = tokens[position - 1] if position else None
    plural = before is not None and (is_plural(before) or (before.tag == "VBZ" and before.dep == "nsubj"))
    if plural and is_verb(tokens[position]):
        return position - 1  # "homicides fell to 134", whatever the parser makes of it
    if before is not None and is_noun(before) and is_verb(tokens[position]) and before.dep == "pobj":
        counted = place.counted(before.position)
        if counted is not None:
            return counted  # "in Ayr crime rose to 3,309"
    for _ in range(6):
        found = changing_thing(place, position)
        if found is not None:
            return found
        if tokens[position].head == position:
            break
        position = tokens[position].head
    plurals = (t.position for t in reversed(tokens[:position]) if is_plural(t))
    return next(plurals, None)


def changing_thing(place: BareNumber, position: int) -> int | None:
    """Give what a verb or noun of change is said of, where its own words say it."""
    tokens, sentence = place.sentence.tokens, place.sentence
    if tokens[position].dep == "acl" and is_noun(tokens[tokens[position].head]):
        return place.counted(tokens[position].head)
    children = [tokens[c] for c in sentence.children[position]]
    for child in children:
        if child.dep in ("nsubj", "nsubjpass") and is_noun(child):
            return place.counted(child.position)
    for child in children:
        if child.dep == "dobj" and is_noun(child) and child.position < place.anchor:
            return place.counted(child.position)
        if child.dep == "prep" and child.lower in ("in", "of") and is_noun(tokens[position]):
            below = [b for b in sentence.children[child.position] if tokens[b].dep == "pobj" and is_noun(tokens[b])]
            if below:
                return place.counted(below[0])
    return None


def generic(place: BareNumber, verb: int) -> bool:
    """See a subject that stands for what was counted before: "the figure fell", "it jumped", "those fell"."""
    tokens, seen = place.sentence.tokens, verb
    for _ in range(3):
        subject = next((c for c in place.sentence.children[seen] if tokens[c].dep in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            return tokens[subject].lower in STANDING_FOR and place.counted(subject) is None
        seen = tokens[seen].head
    return False


def ends_there(place: BareNumber) -> bool:
    """See that nothing behind the number could be what it counts or measures."""
    return bool(_ENDS_THERE.match(place.behind))
