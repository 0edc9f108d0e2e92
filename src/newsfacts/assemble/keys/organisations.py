"""One spelling for an organisation: folded, without its article, an abbreviation written out where the text does so.

"NDLEA" is "national drug law enforcement agency" in an article that says "National Drug Law Enforcement Agency
(NDLEA)", and "ndlea" in one that does not. Whether two organisations of one name are the same, no key can say. The
letters of an abbreviation are matched from right to left, as Schwartz and Hearst do (A simple algorithm for identifying
abbreviation definitions in biomedical text, PSB 2003), but each with the initial of a word.
"""

import re
from collections.abc import Mapping

from newsfacts.assemble.keys.folding import folded
from newsfacts.lexicons.function_words import any_of, function_words

__all__ = ["OrganisationKeys"]

_ABBREVIATION = re.compile(r"\b(?=[A-Z&.]*[A-Z][A-Z&.]*[A-Z])[A-Z][A-Za-z&.]{1,9}(?<![.])\b")
_SHORT_IN_BRACKETS = re.compile(r"\((?P<short>[A-Z][A-Za-z&.]{1,9})\)")
_LONG_IN_BRACKETS = re.compile(r"\b(?P<short>[A-Z][A-Z&.]{1,9})\s+\((?P<long>[A-Z][^()]{5,80})\)")
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_ARTICLE = re.compile(rf"^(?:{any_of('article')})\s+")
_POSSESSIVE = re.compile(r"['’]s?\b(?=\s|$)")
_PUNCTUATION = re.compile(r"[^\w\s&/]")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_SMALL = function_words("article", "small in titles")
"""Words that an abbreviation may leave out."""
_OF_MORE = re.compile(r"(?<=[\w,] )[A-Z]\w*\s+(?:of|for)\s+(?:the\s+)?$")
"""The Bureau of [Alcohol, Tobacco and Firearms] (ATF): what stands before is part of the name."""
_SENTENCE_END = re.compile(r"[.!?;:]\s")


class OrganisationKeys:
    """Give the keys of the organisations of one article."""

    def __init__(self, text: str) -> None:
        """Find what the text says of its abbreviations; those it defines twice in two ways are left as they are."""
        found: dict[str, set[str]] = {}
        for match in _SHORT_IN_BRACKETS.finditer(text):
            long = _long_form(match["short"], text[max(0, match.start() - 200) : match.start()])
            if long:
                found.setdefault(match["short"], set()).add(_plain(long))
        for match in _LONG_IN_BRACKETS.finditer(text):
            long = _long_form(match["short"], match["long"])
            if long:
                found.setdefault(match["short"], set()).add(_plain(long))
        self._long: Mapping[str, str] = {short: min(longs) for short, longs in found.items() if len(longs) == 1}

    def of(self, written: str) -> str | None:
        """Give the key of an organisation as written; None where nothing is left of it.

        Example:
            >>> keys = OrganisationKeys("The Serious Fraud Office (SFO) met the Police.")
            >>> keys.of("the SFO"), keys.of("SFO's Bribery Team"), keys.of("The Police")
            ('serious fraud office', 'serious fraud office bribery team', 'police')
        """
        outside = _BRACKETED.sub("", written) or written
        spelled = _ABBREVIATION.sub(lambda match: self._long.get(match[0], match[0]), outside)
        return _plain(spelled) or None


def _plain(name: str) -> str:
    words = _PUNCTUATION.sub(" ", folded(_POSSESSIVE.sub("", name)))
    return _ARTICLE.sub("", " ".join(words.split()))


def _long_form(short: str, before: str) -> str | None:
    """Give the words at the end of a text whose initials are the letters of an abbreviation, or None."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    start, capitals = len(before), 0
    for word in reversed(list(_WORD.finditer(before))):
        initial = word[0][0]
        if letters and initial.lower() == letters[-1]:
            letters.pop()
            start, capitals = word.start(), capitals + initial.isupper()
        elif word[0] not in _SMALL or not letters:
            break
    long = before[start:].strip(" ,")
    part_of_more = _OF_MORE.search(before[:start])
    return None if letters or capitals <= 1 or part_of_more or _SENTENCE_END.search(long) else long
