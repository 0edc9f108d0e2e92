"""What touches or governs a percentage and says that something rose or fell, or reached a level by it.

A word of change counts only where it belongs to this percentage: behind the one before it, with no verb of another
clause between. Each function looks at a `Scene` and gives a `Trigger` or nothing; `direction.py` says in which order.
"""

import re

from newsfacts.figures.percentage.match import Look, Trigger
from newsfacts.figures.percentage.nouns import MAKE, has_article
from newsfacts.figures.percentage.scene import Scene
from newsfacts.figures.percentage.words import UP_DOWN
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.lexicons.function_words import cue_words, function_words
from newsfacts.record import Direction

__all__ = ["by_sign", "change_adverb", "change_noun_after", "change_noun_before", "change_verb", "end_of_change"]

_AMONG_WHOM = function_words("among whom")
_BETWEEN = ("JJ", "JJR", "VBN", "VBG", "NN", "HYPH", "RB", "-", "CC", "IN", "CD", "NNP")
"""Tags that may stand between a percentage and its change noun: "22% year-on-year decrease"."""
_LINKS = function_words("before a change") | {"--", ":", "–", "—"}
"""What may stand between a change noun, with what it is a change of, and its percentage."""
_NOT_LEVEL = cue_words("part of to")
"""Words with which "to" is part of a preposition."""
_NO_FALL = cue_words("no fall before")
_FAR = 12
"""Words between a change noun and its percentage: "an increase in calls to the control room of 20 percent"."""


def change_noun_behind(scene: Scene) -> tuple[int, Direction] | None:
    """Give the noun of change that a percentage stands before: "a 22% year-on-year decrease in thefts"."""
    tokens = scene.tokens
    for place in range(scene.last, min(scene.last + 6, len(tokens))):
        token = tokens[place]
        direction = scene.words.noun(token)
        if direction is None and token.tag in ("VB", "VBP", "VBZ") and has_article(tokens, scene.first):
            direction = scene.words.nouns.get(token.lower)  # "a 5% rise", tagged as a verb
        if direction in UP_DOWN:
            return place, direction
        if token.tag not in _BETWEEN or (token.tag == "IN" and token.lower not in ("on", "over")):
            return None
    return None


def change_noun_after(scene: Scene) -> Trigger | None:
    """Read "a 22% year-on-year decrease in thefts"."""
    found = change_noun_behind(scene)
    return Trigger(found[1], Look.CHANGE_NOUN, found[0]) if found else None


def change_adverb(scene: Scene) -> Trigger | None:
    """Read "down 7 percent", "down 100 or 25%", "0.2 points higher", "12% fewer burglaries"."""
    tokens, words = scene.tokens, scene.words
    before = scene.first - 1
    if scene.word(before) == "by":
        before -= 1
        while before > scene.left and scene.word(before) not in ("up", "down") and tokens[before].tag in (",", "RB"):
            before -= 1  # "went up marginally, by 1.3 per cent"
    if scene.word(before) == "or":
        before = _adverb_of_count(scene, before)
    if scene.word(before) in ("up", "down") and before >= scene.left:
        made = tokens[before].dep == "prt" and scene.word(before - 1) in MAKE
        whole = scene.word(scene.behind) == "of"  # "would gobble up 45% of the sum"
        return None if made or whole else Trigger(words.adverbs[tokens[before].lower], Look.BESIDE, before)
    behind = words.adverbs.get(scene.word(scene.last))
    if scene.word(scene.last) in ("up", "down") and scene.noun_within(scene.last + 1, scene.last + 2):
        return None  # a ten percent down payment
    if behind is not None and not (scene.word(scene.last) in ("above", "below") and not _compares(scene)):
        return Trigger(behind, Look.BESIDE, scene.last)
    return None


def _adverb_of_count(scene: Scene, place: int) -> int:
    """Step from "or" over a number with its noun to "up" or "down", over "fewer" behind a number to itself."""
    for position in range(place - 1, max(scene.left, place - 5) - 1, -1):
        if scene.word(position) in ("up", "down"):
            return position
        if is_verb(scene.tokens[position]):
            break
    return place


def _compares(scene: Scene) -> bool:
    """See that "above" and "below" compare with something: "83.4% above the five year average"."""
    return scene.last + 1 < len(scene.tokens) and scene.tokens[scene.last + 1].tag in (
        "DT",
        "PRP$",
        "NN",
        "JJ",
        "CD",
        "WP",
    )


def change_noun_before(scene: Scene) -> Trigger | None:
    """Read "a drop of 22%", "an increase in calls of 20 percent", "the largest decline in homicides at 41%"."""
    tokens, words = scene.tokens, scene.words
    link = scene.word(scene.first - 1)
    if link not in _LINKS or scene.first - 2 < scene.left:
        return None
    if link == "of" and scene.first >= 2 and words.noun(tokens[scene.first - 2]) is Direction.RATE:
        changed = scene.first >= 3 and words.nouns.get(scene.word(scene.first - 3))
        if changed in UP_DOWN:
            return Trigger(changed, Look.CHANGE_NOUN, scene.first - 3)  # "a growth rate of 5%"
        return None
    for place in range(scene.first - 2, max(scene.clause, scene.first - _FAR) - 1, -1):
        token = tokens[place]
        if (
            is_verb(token) and (token.tag not in ("VBG", "VBN") or words.change(token) is not None)
        ) or token.tag == "MD":
            return None
        direction = words.noun(token)
        if direction in UP_DOWN:
            return Trigger(direction, Look.CHANGE_NOUN, place) if link != "to" or place == scene.first - 2 else None
        if token.lower == "to" and place < scene.first - 2 and scene.word(place + 1) and link == "by":
            return None
    return None


def end_of_change(scene: Scene) -> Trigger | None:
    """Read "to 87.4%" and "from 9%" beside a change as levels."""
    tokens, words = scene.tokens, scene.words
    if scene.word(scene.first - 1) == ":" and re.match(
        r"in\s(?:19|20)\d\d", scene.sentence.slice(scene.mention.end, scene.sentence.end).lstrip()
    ):
        found = scene.change_before(scene.first - 1, scene.clause)  # "has risen: 58% in 2023, 69% in 2024"
        return Trigger(Direction.RATE, Look.VERB, found[0]) if found else None
    link = scene.word(scene.first - 1)
    if scene.word(scene.first) in ("above", "below") and scene.first and words.change(tokens[scene.first - 1]):
        return Trigger(Direction.RATE, Look.VERB, scene.first - 1)  # "soared above 20 per cent"
    if link not in ("to", "from"):
        return None
    if link == "to" and scene.word(scene.first - 2) in _NOT_LEVEL and not _risen(scene, scene.first - 2):
        return None
    for place in range(scene.first - 2, -1, -1):
        token = tokens[place]
        lemma = words.lemma(token.lower, token.tag)
        if words.change(token) is not None or (is_verb(token) and lemma in words.moving):
            return Trigger(Direction.RATE, Look.CHANGE_NOUN if is_noun(token) else Look.VERB, place)
        if token.lower in ("up", "down"):
            return Trigger(Direction.RATE, Look.BESIDE, place)
        if token.text in (";", "."):
            break
    return None


def _risen(scene: Scene, place: int) -> bool:
    """See a verb of change or motion in front of "up to": "edged up to 42.8 per cent"."""
    if scene.word(place) != "up" or place < 1 or not is_verb(scene.tokens[place - 1]):
        return False
    verb = scene.tokens[place - 1]
    return scene.words.change(verb) is not None or scene.words.lemma(verb.lower, verb.tag) in scene.words.moving


def by_sign(scene: Scene) -> Trigger | None:
    """Read the sign of "robberies (-8.2%)", "Burglary: +4%"."""
    sign = scene.mention.sign
    if sign is None:
        return None
    if scene.bracket is not None and scene.first == scene.bracket[0] + 1:
        return Trigger(sign, Look.BRACKET, scene.bracket[0])
    ahead = scene.tokens[scene.first - 1] if scene.first else None
    if ahead is None or ahead.text in (":", "–", "-", "—", ",", ";") or (scene.first <= 6 and is_noun(ahead)):
        return Trigger(sign, Look.LABEL, scene.first - 1 if scene.first else None)
    return None


def change_verb(scene: Scene) -> Trigger | None:
    """Climb to a verb of change that belongs to this percentage, or take the nearest one in front of it."""
    verb = _own_verb(scene)
    if verb is None:
        return None
    direction = scene.words.verb(scene.tokens[verb])
    if direction not in UP_DOWN or verb >= scene.last:
        return None  # "11 of 13 categories dropped" is no drop of 11
    if verb < scene.left and scene.word(scene.last) and scene.tokens[scene.last].tag in ("VBD", "VBZ", "VBP", "MD"):
        return None  # "65% fall under theft, while 35% pertain to drugs"
    if scene.word(verb + 1) in _NO_FALL:
        return None
    of_object = scene.tokens[scene.node].dep == "dobj" and scene.word(scene.behind) == "of"
    if of_object and scene.word(scene.behind + 1) == "its":
        return Trigger(direction, Look.WHOLE)  # "the coin lost 99% of its value"
    if of_object or scene.word(scene.first - 1) in _AMONG_WHOM:
        return None  # "lost 70 per cent of his herd" is a share of the herd
    return Trigger(direction, Look.VERB, verb)


def _own_verb(scene: Scene) -> int | None:
    """Give the verb above, unless another one stands nearer and says the change."""
    verb = scene.verb
    verbs = scene.verbs(scene.clause, scene.first)
    if scene.word(scene.first - 1) == "by":  # "reducing theft by housebreaking by 80%"
        verbs = [p for p in verbs if scene.words.change(scene.tokens[p]) is not None] or verbs
    near = next(iter(reversed(verbs)), None)
    if (
        near is not None
        and (verb is None or not scene.clause <= verb <= near)
        and scene.words.change(scene.tokens[near])
    ):
        return near
    return verb
