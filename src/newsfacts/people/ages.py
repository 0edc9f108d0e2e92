"""How an age is written beside a name, before it or behind it.

Not here: whose age it is; `names/in_front.py` and `names/behind.py` read the age beside a name, `context.py` the one
a sentence away.
"""

import re
from collections.abc import Mapping

from newsfacts.lexicons.function_words import any_of

__all__ = [
    "AGE_APPOSED",
    "AGE_ASIDE",
    "AGE_BEFORE",
    "AGE_BEHIND",
    "AGE_HOME",
    "AGE_LATER",
    "AGE_NAMED",
    "AGE_THE",
    "ages_in_digits",
]

AGE_BEHIND = re.compile(
    rf"""
    (?:,?[”"’])?   # “Roe,” 49
    (?:\s?(?:\((?:(?:fe)?male|[mfMF])\)|[‘'"“]?(?:(?:fe)?male|[mfMF])[’'"”]))?  # Roe (f), 18; Roe ‘m’ 30yrs
    \s*(?: [,(\[–—-]\s* | \s )
    (?:now\s|then\s|(?P<aged>aged?\s)|who\ (?:is|was)\s|(?:is|was)\s|an?\s){{0,2}}(?P<age>[1-9]\d{{0,2}})
    (?: (?! [.,:]\d ) (?<! \A\s\d ) (?= \s*(?:[,;.:?!)\]–—]|$) )  # not "Ann Roe 2, Bo Tan 0"
      | (?: (?<=,\s\d) | (?<=,\s\d\d) )(?= \s(?:and|&)\s[A-Z] )       # "Roe, 18 and Tan, 19"
      | (?=\s(?:and\s(?:{any_of("and behind an age")}|lived|\d)|{any_of("goes on behind an age")})\b)
      | (?(aged)\s?(?:years|yrs)(?=\s*(?:[,;.:)\]–—]|$)|\s(?:{any_of("behind years")})\b)|(?!))
      | (?:[-\s](?:plus\s)?)?(?:years?|yrs?)[-\s]*old\b(?!\s+[A-Z]) | \s*years\sof\sage\b | \s?years\) | \s?yrs?\b )
    | \s*[,(]\s*(?:DOB|D\.O\.B\.)[:\s]
    """,
    re.VERBOSE,
)
AGE_ASIDE = re.compile(
    rf"""
    (?: ,?\s?\(\s?[‘'"]?(?:(?:fe)?male|[mfMF])[’'"]?[,/\s]\s?(?:aged\s)?   # Roe (F/54); Roe, (m, aged 19yrs)
      | ,\s(?:(?:fe)?male|[mfMF]),\s(?:aged\s)?                          # Roe, female, 54; Roe, m, 35
      | (?:\s[A-Z]{{2,4}})?\s\([^()\d]{{2,40}}\),\s(?:aged\s)?            # Roe (a.k.a. Small), 29; Roe RN (retd), 85
      | ,\s(?!(?:{any_of("third person", "clause joiner")}|who|said)\b)                # Roe, driver, 40
        (?:[a-z][a-z-]*\s){{0,4}}[a-z][a-z-]+,\s(?:aged\s)?
      | ,?\s(?:of|from)\s(?:\d+\s)?(?:[A-Z][\w’'.-]*,?\s){{1,6}}(?:aged\s|who\s(?:is|was)\s) # Roe, of Ayr, aged 54
      | ,\swho\b[^.;]{{0,120}}?\bdied\b[^.;\d]{{0,40}}?\b(?:at|(?:at\sthe\s)?aged?(?:\sof)?)\s(?:only\s|just\s)?
      | \s(?:[a-z]+ly\s)?died\b[^.;\d]{{0,60}}?\b(?:at\sthe\s)?age(?:d|\sof)\s(?:only\s|just\s)?\u200b?
      | \s(?:has\s|had\s)?(?:just\s|recently\s)?turned\s
    )
    ([1-9]\d?) (?:\s?(?:years?|yrs?))? (?:\sold)?
    (?= \s*(?:[,;.:)]|$)(?!\d) | \s\( | \s(?:{any_of("behind an age")})\b )
    """,
    re.VERBOSE,
)
"""An age behind a name with an aside between: a sex, a bracket, a trade, a home, a death."""
AGE_LATER = re.compile(
    r"(?:,\s(?:an?|who\s(?:is|was)|the)\s(?:(?!of\b|with\b|to\b|for\b|from\b|by\b)[a-z-]+\s){0,5}?"
    r"|\s(?:is|was)\s(?:already\s|now\s|then\s|only\s|just\s)?(?:an?\s)?|\s?\((?:fe)?male,\s)"
    r"(\d{1,3})[-\s]years?[-\s]old\b"
)
AGE_BEFORE = re.compile(
    r"\b(\d{1,3})[-\s]+years?[-\s]+old\s+(?:(?!an?\b|the\b|of\b|from\b|in\b|at\b|\w+ed\b)[a-z]+\s+){0,2}$|\baged\s(\d{1,3})\s+$"
)
AGE_APPOSED = re.compile(r"\b(\d{1,3})[- ]years?[- ]old(?:\s+[a-z]+){0,3},\s$")
"""An age and a noun with a comma before the name that they describe: "a 28-year-old man, Roe, of Mill Lane"."""
AGE_NAMED = re.compile(
    rf"\b(\d{{1,3}})[- ]years?[- ]old(?:\s[a-z-]+){{1,5}}?,?\s"
    rf"(?:(?:who\s(?:is|was)|[a-z]+ly)\s)?(?:{any_of('leads to a name')})(?:\sonly|\s[a-z]+ly)?(?:\sas)?:?\s(?:one\s)?$"
)
"""An age before "identified as": "a 35-year-old man identified as Roe"."""
AGE_THE = re.compile(r"\b[Tt]he\s(\d{1,3})[- ]years?[- ]old\s+$")
"""An age before a title that picks somebody up again: "the 44-year-old talk show host"."""
AGE_HOME = re.compile(
    rf",?\s\(?(?:(?:{any_of('at an age')})\s)?[1-9]\d?\)?(?:\syears?)?,?\s(?:and\s)?(?:both\s|all\s|formerly\s)?"
    r"(?:of|from)\s(?:no\sfixed|the\s|[A-Z])"
)
"""An age and a home behind a name: "Roe, 24, of Mill Lane"."""
_SPELLED = re.compile(r"\b(?:(?P<tens>[a-z]+ty)[- ])?(?P<ones>[a-z]+)(?=[- ]years?[- ]old\b)", re.IGNORECASE)
"""What stands before "year-old" where no digit does: "two-year-old", "thirty-five-year-old"."""


def ages_in_digits(text: str, numbers: Mapping[str, int]) -> str:
    """Write the ages that a text spells in digits; `numbers` are the words of numbers below a hundred, in lower case.

    Example:
        >>> ages_in_digits("her two-year-old daughter", {"two": 2})
        'her 2-year-old daughter'
    """

    def digits(match: re.Match[str]) -> str:
        tens, ones = (match["tens"] or "").lower(), match["ones"].lower()
        known = ones in numbers and (not tens or tens in numbers)
        return str(numbers.get(tens, 0) + numbers[ones]) if known else match[0]

    return _SPELLED.sub(digits, text) if "old" in text else text
