"""Refusals of ages: in fixed forms, behind a name, behind a word for people."""

import re

from newsfacts.figures.not_facts.around import Around, refusal
from newsfacts.figures.numbers import Form
from newsfacts.lexicons.function_words import any_of, cue_words, function_words

__all__ = ["RULES"]

_FINITE_BE = function_words("finite be")
_PARTITIVE = function_words("partitive")
_OLD = re.compile(
    rf"[\s–‐‑-]*(?:plus[\s-]*)?(?:{any_of('unit of age')})[\s–‐‑-]*olds?\b|[\s-]+years?\s+of\s+age\b|\s*-?\s*yr-old"
    r"|[\s-]*(?:y/o|yo)\b",
    re.I,
)
_AGED = re.compile(
    rf"\b(?:{any_of('aged')})[\s:,]+(?:(?:{any_of('age about')})\s+)?"
    r"(?:[\w-]+(?:,\s*|\s+and\s+|\s+to\s+|\s*[-–]\s*|\s+or\s+))*$",
    re.I,
)
_BRACKETED = re.compile(r"(?P<word>[^\s(]+)\s*[(]\s*(?:aged?\s+)?$")
_BRACKET_ENDS = re.compile(r"\s*[),;]")
_COMMA = re.compile(r"(?P<word>[^\s,]+)\s*,\s*(?:both\s+|then\s+|now\s+)?$")
_COMMA_ENDS = re.compile(
    rf"\s*(?:[,;:.)]|$|and\b(?!\s+\d)|of\b(?!\s+(?:{any_of('partitive')})\b)|from\b|both\b|was\b|who\b|is\b|has\b|had\b|also\b|and\s+\d+,)"
)
_AGES_BEFORE = re.compile(r"[^\W\d_],\s\d{1,2}\s*(?:[;,]|\band\b)\s*[^\d;]{3,60},\s*$")
"""An age in the same list of names: "Saka Roe, 35; Raimi Doe, 21 and Sadio Poe, "."""
_HELD = re.compile(rf"\s+(?:{any_of('be', 'have')})\b")
_LIMIT = re.compile(rf"\b(?:{any_of('limit')})\s+$", re.IGNORECASE)
_LIMIT_ENDS = re.compile(rf"\s*(?:[,.;)]|$)|\s+(?:{any_of('behind a limit')})\b")
_COUNTED = cue_words("counted before") | {")", "%"}
"""What stands before the verb of "1,260 (44 per cent) were over 80"."""
_JOINED = re.compile(r"\s*(?:,|and\b)")
_OLDEST = 120
"""Years; nobody was older for certain than 122 (Jeanne Calment)."""


def _age(around: Around) -> bool:
    """See an age: by its words, by a name and commas or brackets around it, by a limit."""
    number = around.number
    if _OLD.match(around.after):
        return True
    if number.value > _OLDEST or not number.integral:
        return False
    if (
        "age" in around.lower_before
        and _AGED.search(around.before)
        and (_JOINED.match(around.after) or not around.words.people.match(around.after))
    ):
        return True
    if number.form is not Form.DIGITS or number.value < 1:
        return False
    if not around.things_follow and (around.words.limit.search(around.before) or _limits_people(around)):
        return True  # "children under 16", "61 were under 18"
    front = _BRACKETED.search(around.before)
    if front and _BRACKET_ENDS.match(around.after) and _is_person(around, front["word"]):
        return True
    listed = _AGES_BEFORE.search(around.before) and _HELD.match(around.after)
    return number.value < 110 and bool(listed or _COMMA_ENDS.match(around.after)) and _follows_person(around)


def _limits_people(around: Around) -> bool:
    """See an age that limits some of those counted: "nine of them under 25", "1,260 (44 per cent) were over 80"."""
    if not _LIMIT.search(around.before) or not _LIMIT_ENDS.match(around.after):
        return False
    token = around.sentence.token_at(around.number.start)
    place = token.position - 2 if token else -1
    tokens = around.sentence.tokens
    if place >= 0 and tokens[place].lower in _FINITE_BE:
        place -= 1
        return place >= 0 and (tokens[place].tag == "CD" or tokens[place].lower in _COUNTED)
    return place >= 0 and tokens[place].lower in _PARTITIVE


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
        ("Jane Roe, [31], was held.",
         "Saka Roe, [35]; Raimi Doe, [21] and Sadio Poe, [25] were arrested.",
         "A boy aged [16] was hurt.", "Two men aged, [33] and [45] were held.",
         "They held 41 men, nine of them under [25].",
         "Of those held, 61 were under [18].", "A [2,900] year-old skull was stolen.",
         "Police held 31 men.", "In Ayr, 25 were arrested.",
         "The age of the victims is unknown, and 3 fled.", "A judge over 3 cases retired."),
    ),
)  # fmt: skip
