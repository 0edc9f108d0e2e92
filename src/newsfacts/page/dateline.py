"""Where and when the text was filed: the dateline at the head of the first paragraph.

"BEIJING, Aug. 25 (Xinhua) --", "ADDIS ABABA: ", "(Dallas, Texas) –", "vadodara:" in a text without capitals, a place
on a line of its own before a dash. Not here: the places of facts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsfacts.lexicons import Lexicon, alternation
from newsfacts.lexicons.function_words import function_words
from newsfacts.page.dates import DateForms
from newsfacts.page.lines import Line

__all__ = ["Dateline", "Datelines", "datelines"]

_LINES_BEFORE = 4
"""Lines before the first prose in which a dateline may begin: "CHICAGO / — / The State's Attorney …"."""
_PLACE_WORDS = 4
_LABEL = re.compile(r"[A-Z][A-Z ]{2,24}:(?:\s|$)")
_SMALL = function_words("small in a dateline")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Hold one dateline."""

    start: int
    end: int
    place: str | None
    """None where it names only who wrote or sent the text: "Jiangbei Legal News, July 18 (Reporter Li Wei)"."""
    date: str | None
    writers: tuple[int, int] | None
    """What stands in its brackets, where a name may stand."""


@dataclass(frozen=True, slots=True)
class Datelines:
    """Hold the pattern of a dateline and the words that look like its place and are none."""

    pattern: re.Pattern[str]
    labels: frozenset[str]
    outlets: frozenset[str]
    """Words in names of media: news, network, agency."""

    def find(self, text: str, lines: Sequence[Line], first_prose: int) -> Dateline | None:
        """Find the dateline at the start of the first paragraph, or in lines of its own shortly before."""
        for index in range(max(0, first_prose - _LINES_BEFORE), min(first_prose + 1, len(lines))):
            line = lines[index]
            match = self.pattern.match(text, line.start)
            if not match or not (index == first_prose or _stands_apart(match, line)) or not self._holds(match, line):
                continue
            if not (match["end"].strip() == ":" and self._is_labelled(lines)):
                brackets = match.span("brackets") if match["brackets"] else None
                return Dateline(match.start(), match.end("end"), self._town(match["place"]), match["date"], brackets)
        return None

    def _town(self, place: str) -> str | None:
        """Leave out who wrote or sent the text: "Xinhua News Agency, Harbin, reported"."""
        if self.outlets.isdisjoint(re.split(r"[\s,]+", place.lower())):
            return place
        for part in place.split(", "):
            words = part.split()
            named = [spot for spot, word in enumerate(words) if word.lower() in self.outlets]
            rest = words[named[-1] + 1 :] if named else words
            if rest and all(word[:1].isupper() for word in rest):
                return " ".join(rest)
        return None

    def _is_labelled(self, lines: Sequence[Line]) -> bool:
        """See a report in parts, each under its label: "SUMMARY: …", "CHARGES: …"; no town is among them."""
        return sum(_LABEL.match(line.text) is not None for line in lines) > 1

    def _holds(self, match: re.Match[str], line: Line) -> bool:
        place, mark = match["place"], match["end"].strip()
        town = place.partition(",")[0]
        words = place.replace("/", " ").split()
        if len(words) > _PLACE_WORDS + 1 or town.lower() in self.labels or words[0].lower() in self.labels:
            return False
        if match["date"] or match["brackets"]:
            return words[0][0].isupper() and bool(mark or (match["date"] and match["brackets"]))
        if not mark:
            return False
        if town.isupper():
            return len(town) > 2
        if not any(map(str.isupper, line.text)):
            return mark == ":" and len(words) <= 3
        titled = all(word[0].isupper() or word in _SMALL for word in words)
        return titled and _sentence_follows(match) and (mark != ":" or _comes_again(match, town))


def datelines(words: Lexicon, dates: DateForms) -> Datelines:
    """Make the pattern from the lexicon of layout words and the dates."""
    agencies = alternation(row["phrase"] for row in words.rows if row["class"] == "agency")
    labels = frozenset(row["phrase"] for row in words.rows if row["class"] in {"label", "part", "credit", "byline"})
    word = r"[^\W\d_](?:[^\W\d_]|['’./-](?=[^\W_])){0,24}\.?"
    pattern = rf"""
        (?: (?i:{agencies}) \s?,\s{{1,2}} )?              # Chinanews.com, Nanchang
        (?P<open> \( )?
        (?P<place> {word} (?: \s{word} ){{0,3}} (?: ,\s (?!(?i:{dates.pattern})) {word} (?:\s{word}){{0,2}} ){{0,2}} )
        (?(open) \) )
        (?: [,\s]{{1,3}} (?P<date> (?i:{dates.pattern}) ) )?
        (?: [, \t\xa0]{{0,2}} \( (?P<brackets> [^()\r\n]{{1,60}} ) \) )?
        (?P<end> [ \t\xa0\r\n]{{0,4}} (?: --+ | [—–] | (?<=\s)-(?=\s) | : ) | (?<=\)) )
        (?= [\s"“'‘] | (?<=[—–-]) )
    """
    outlets = frozenset(row["phrase"] for row in words.rows if row["class"] == "outlet")
    return Datelines(re.compile(pattern, re.VERBOSE), labels, outlets)


def _stands_apart(match: re.Match[str], line: Line) -> bool:
    """See that a line which is no paragraph opens with a dateline: a place alone, in brackets or with its region."""
    if match.end("place") <= line.end <= match.end("end") and match["end"].strip() != ":":
        return True  # "CHICAGO –"
    return match.end("place") == line.end or match["open"] is not None or "," in match["place"]


def _sentence_follows(match: re.Match[str]) -> bool:
    rest = match.string[match.end() : match.end() + 8].lstrip(" \t\xa0\r\n\"“'‘")
    return bool(rest) and (rest[0].isupper() or rest[0].isdigit())


def _comes_again(match: re.Match[str], town: str) -> bool:
    """See the town again in its paragraph, as in "Rodorf: A man in Rodorf …"; a label ("Jailed:") is not repeated."""
    return town in match.string[match.end() : match.end() + 400]
