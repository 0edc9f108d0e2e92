"""Counts that say a share again in number: "a quarter of the dead (812) were riders", "recovered 219, or 47 per cent".

The share names the things, or goes on with what was counted before it. Not here: the share (`figures/percentage`).
"""

import re

from newsfacts.figures.count.bare import BareNumber, Elided
from newsfacts.figures.numbers import Form
from newsfacts.language.phrases import is_noun, is_plural, noun_compound
from newsfacts.lexicons.function_words import any_of
from newsfacts.rules.rule import Rule

__all__ = ["RULES"]

_REACH = 90
"""Characters in front of a number in which the share that it restates begins."""
_OPENED = re.compile(r"(?P<bracket>[(]\s*)$|,\s+(?:that\s+is\s+|or\s+)?$")
_CLOSED = re.compile(r"\s*(?:in\s+(?:all|total)\s*)?(?:,|\)|;|\s+or\s)")
_PERCENT_BEHIND = re.compile(
    rf"(?:\s*,?\s+or\s+(?:(?:{any_of('nearly')})\s+)?|\s*[(;]\s*)"
    rf"\d[\d.,]*\s*(?:%|per\s?cent\b)(?!\s*(?:{any_of('no share behind')})\b)",
    re.IGNORECASE,
)


def _behind_share(place: BareNumber) -> Elided | None:
    """Read "A quarter of the dead (812)", "One in eight, 61, had none", "68% of the young, 273 in all, were"."""
    opened = _OPENED.search(place.ahead)
    if opened is None or place.number.form not in (Form.DIGITS, Form.WORDS) or not _CLOSED.match(place.behind):
        return None
    stop = place.sentence.start + opened.start()
    share = place.words.share.search(place.sentence.text, max(0, opened.start() - _REACH), opened.start())
    if share is None or place.single:
        return None
    between = place.sentence.tokens_in(place.sentence.start + share.end(), stop)
    if any(token.text in (",", ";", ")", ":") or token.tag == "CD" for token in between):
        return None
    whole = next((t for t in between if is_plural(t) or t.lower in place.words.people), None)
    if whole is not None:
        noun = noun_compound(place.sentence, _end_of_phrase(place, whole.position))
        return Elided(noun, noun, place.anchor)
    return _of_topic(place) if not any(is_noun(token) for token in between) else None


def _end_of_phrase(place: BareNumber, position: int) -> int:
    tokens = place.sentence.tokens
    while position + 1 < len(tokens) and is_plural(tokens[position + 1]):
        position += 1
    return position


def _before_share(place: BareNumber) -> Elided | None:
    """Read "Police recovered 219, or 47 per cent", "something was found in 258, or 32%"."""
    word = place.word
    if place.single or place.number.form is not Form.DIGITS or word is None or is_noun(word):
        return None
    return _of_topic(place) if _PERCENT_BEHIND.match(place.behind) else None


def _of_topic(place: BareNumber) -> Elided | None:
    topic = place.topic()
    return Elided(topic[0], topic[1], place.anchor) if topic else None


RULES = (
    Rule("count.behind-share", "SHARE of NOUN ( NUMBER )", "a bracket or comma behind a share says it in number",
         _behind_share,
         yes=("A quarter of the dead ([812]) were riders.",
              "Officers seized 488 guns. One in eight, [61], had no mark.",
              "Sixty-eight percent of the victims, [273 in all], were women."),
         no=("A quarter of the dead (see 812) were riders.", "One in eight, two of them women, had left.",
             "Half of the men, 61 of them, fled.")),
    Rule("count.before-share", "NUMBER, or PERCENTAGE", "a share behind “or” says the number again", _before_share,
         yes=("Thieves took 466 vehicles. Police recovered [219], or 47 per cent.",
              "They held 806 searches; drugs were found in [258], or 32%.",
              "They made 300 arrests. Burglary led to [90] (30 per cent)."),
         no=("Police recovered $219, or 47 per cent.", "He paid 47 per cent.", "It rose to 58 (9% up).")),
)  # fmt: skip
"""In the order in which they are asked."""
