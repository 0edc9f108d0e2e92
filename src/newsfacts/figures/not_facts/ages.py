"""Refusals of ages: in fixed forms, behind a name, behind a word for people."""

import re

from newsfacts.figures.not_facts.around import Around, refusal
from newsfacts.figures.numbers import Form

__all__ = ["RULES"]

_OLD = re.compile(
    r"[\s-]*(?:plus[\s-]*)?(?:years?|months?|weeks?|days?|yrs?)[\s-]*olds?\b|[\s-]+years?\s+of\s+age\b|\s*-?\s*yr-old"
    r"|[\s-]*(?:y/o|yo)\b",
    re.I,
)
_AGED = re.compile(
    r"\b(?:aged?|ages|age\s+of|ages\s+of|aged\s+about)[\s:]+(?:(?:between|from|about|around|of)\s+)?"
    r"(?:[\w-]+(?:,\s*|\s+and\s+|\s+to\s+|\s*[-–]\s*|\s+or\s+))*$",
    re.I,
)
_BRACKETED = re.compile(r"(?P<word>[^\s(]+)\s*[(]\s*(?:aged?\s+)?$")
_BRACKET_ENDS = re.compile(r"\s*[),;]")
_COMMA = re.compile(r"(?P<word>[^\s,]+)\s*,\s*(?:both\s+|then\s+|now\s+)?$")
_COMMA_ENDS = re.compile(
    r"\s*(?:[,;:.)]|$|and\b(?!\s+\d)|of\b(?!\s+(?:whom|them|which|these|those)\b)|from\b|both\b|was\b|who\b|is\b|has\b|had\b|also\b|and\s+\d+,)"
)
_JOINED = re.compile(r"\s*(?:,|and\b)")
_OLDEST = 120
"""Years; nobody was older for certain than 122 (Jeanne Calment)."""


def _age(around: Around) -> bool:
    number = around.number
    if _OLD.match(around.after):
        return True
    if number.value > _OLDEST or not number.integral:
        return False
    if _AGED.search(around.before) and (_JOINED.match(around.after) or not around.words.people.match(around.after)):
        return True
    if number.form is not Form.DIGITS or number.value < 1:
        return False
    if around.words.limit.search(around.before) and not around.things_follow:
        return True  # "children under 16"
    front = _BRACKETED.search(around.before)
    if front and _BRACKET_ENDS.match(around.after) and _is_person(around, front["word"]):
        return True
    return number.value < 110 and bool(_COMMA_ENDS.match(around.after)) and _follows_person(around)


def _follows_person(around: Around) -> bool:
    """See a name or a word for a person before the comma: "Roe, 31, …", "his son, 12, …"."""
    found = _COMMA.search(around.before)
    return found is not None and _is_person(around, found["word"])


def _is_person(around: Around, written: str) -> bool:
    word = written.strip("”\"().'’‘“â€œ™\x9d")
    return word[:1].isupper() or bool(around.words.people.match(" " + word)) or around.sentence.text.islower()


RULES = (
    refusal(
        "age", "aged NUMBER | NAME ( NUMBER )", "ages stand beside names in fixed forms", _age,
        ("Jane Roe, [31], was held.", "A boy aged [16] was hurt.", "A [2,900] year-old skull was stolen.",
         "Police held 31 men.", "The age of the victims is unknown, and 3 fled.", "A judge over 3 cases retired."),
    ),
)  # fmt: skip
