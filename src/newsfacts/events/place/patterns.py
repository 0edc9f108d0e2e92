"""The patterns that show places in a text, compiled once from `lexicons/place_words.tsv`.

Names that end or open with a word of place, numbers of roads, "the city" behind a preposition, and the place in the
name of an organisation ("Jiaxing Municipal Public Security Bureau"). Not here: what a place does in its sentence.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from string import capwords

from newsfacts.lexicons import alternation, read
from newsfacts.lexicons.function_words import any_of, cue_words, function_words

__all__ = ["PlacePatterns", "place_patterns"]

_WORD = r"[A-Z][\w’'-]*"


@dataclass(frozen=True, slots=True)
class PlacePatterns:
    """Hold the patterns; each match has the group "place"."""

    named: re.Pattern[str]
    """Names with a word of place, road numbers."""
    low: re.Pattern[str]
    """The same in a text without capitals."""
    generic: re.Pattern[str]
    """The city, five counties, behind a preposition."""
    kind_of: re.Pattern[str]
    """A name in a text without capitals, with its kind behind it: "ayr, a town of"."""
    of_kind: re.Pattern[str]
    """A name with its kind before it: "the city of Ayr"."""
    hyphened: re.Pattern[str]
    """What behind a hyphen says that somebody is from there: "Dubai-based"."""
    kind_before: re.Pattern[str]
    """The kind that stands before such a name: "city of "."""
    bodies: re.Pattern[str]
    """Places in the names of organisations."""
    figured: re.Pattern[str]
    """A name of which a figure is told: "Ayr had 149", "Ayr, with 34 thefts,"."""
    gapped: re.Pattern[str]
    """A further name of which one is told: "and Troon 19"."""
    by_place: re.Pattern[str]
    """What says that a list is by place: "By council area", "District-wise"."""
    classes: dict[str, frozenset[str]]
    """Words by class."""

    cues: dict[str, frozenset[str]]
    """Words without one of which a pattern does not match, by the name of the pattern; a cheap test."""
    times: frozenset[str]
    """Words of time, which follow the same prepositions."""

    def excludes(self, word: str) -> bool:
        """See that a word with a capital is no name of a place: a month, a rank, an acronym, a number."""
        low = word.lower()
        return low in self.times or low in self.classes["stop"] or word.isupper() or not word.isalpha()

    def bars(self, word: str) -> bool:
        """See that one word in lower case is no place though the model labels it one: "Easter", "Sh" of "Sh 500"."""
        return word in self.times or word in self.classes["stop"]

    def shorn(self, text: str, start: int, end: int) -> int:
        """Give where a name begins without the words that open none: "The", "Deputy", "Operation"."""
        stop = self.classes["stop"]
        if text[end - 1].isdigit():
            return start  # Federal Highway 83
        for match in re.finditer(r"\S+\s*", text[start:end]):
            if match[0].strip().lower().rstrip(".’'") not in stop:
                return start + match.start()
        return end


def place_patterns(extra: tuple[Path, ...] = ()) -> PlacePatterns:
    """Compile the patterns from the lexicon, to which the folder `extra` may add."""
    lexicon = read("place_words", extra)
    classes: dict[str, frozenset[str]] = {}
    for row in lexicon.rows:
        classes[row["class"]] = classes.get(row["class"], frozenset()) | {row["word"]}
    numbers = read("number_words", extra).words()
    kinds = alternation(classes["admin"] & classes["generic"])
    return PlacePatterns(
        _named(classes),
        _low(classes),
        _generic(classes, numbers),
        re.compile(rf"\b(?P<place>\w+), an? (?:\w+ )?(?:{alternation(classes['admin'])})\b"),
        re.compile(rf"\b(?:{kinds})\sof\s(?P<place>{_WORD}(?:[ -]{_WORD}){{0,2}})"),
        re.compile(rf"[-–](?:{alternation(classes['hyphened'])})\b"),
        re.compile(rf"\b(?:{kinds})\sof\s\Z"),
        _bodies(classes),
        *_figured(classes, numbers),
        _by_place(classes),
        classes,
        _cues(classes),
        read("time_words", extra).words(),
    )


def _figured(classes: dict[str, frozenset[str]], numbers: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    name = rf"(?P<place>{_WORD}(?:(?:\s(?:{any_of('inside a place')}))?[ -]{_WORD}){{0,2}})"
    figure = rf"[$£€]?(?:\d|\b(?:{alternation(numbers)})\b)"
    scope, opening = alternation(classes["scope"]), r"(?:\A|(?<=[;,:]\s)|(?<=\band\s)|(?<=\bthe\s)|(?<=\bof\s))"
    bracket = r"(?:\s\([^()]{1,30}\))?"  # Greenpoint (94th Precinct)
    have = rf"{bracket}(?:,\swith|\s(?:\w+\s)?(?:{scope}))\s(?:(?!\w+(?:ed|en)\s)[a-z]+\s){{0,2}}?{figure}"
    told = rf"(?:{have}|,\swhere\b)"
    return re.compile(rf"{opening}{name}{told}"), re.compile(
        rf"(?:(?<=\band\s)|(?<=[,;]\s)){name}{bracket}\s(?={figure})"
    )


def _by_place(classes: dict[str, frozenset[str]]) -> re.Pattern[str]:
    kinds = alternation(classes["admin"] | classes["generic"])
    return re.compile(rf"\b(?:by\s(?:\w+\s){{0,2}}?(?:{kinds})|(?:{kinds})[- ]wise)\b", re.IGNORECASE)


def _cues(classes: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    tails = {word.split()[-1] for name in ("admin", "facility", "road") for word in classes[name]}
    return {
        "named": frozenset(tails | classes["prefix"]),
        "generic": frozenset(classes["generic"] | classes["divisions"]),
        "figured": frozenset(word.split()[0] for word in classes["scope"])
        | function_words("before figures of a place"),
        "bodies": frozenset(re.split(r"\W", word)[0] for word in classes["body"]),
    }


def _named(classes: dict[str, frozenset[str]]) -> re.Pattern[str]:
    tails = classes["admin"] | classes["facility"] | classes["road"]
    titled = alternation(tail.title() for tail in tails)
    areas, scope = alternation(classes["admin"]), alternation(classes["scope"])
    roads = alternation(road.title() for road in classes["road"] - {"court"})
    heads = alternation([word.title() for word in classes["prefix"]] + [word.upper() for word in classes["prefix"]])
    numbered = alternation(word.title() for word in cue_words("numbered road"))
    return re.compile(
        rf"\b(?P<place>{_WORD}(?:[ -/–]{_WORD}){{0,2}}[ -](?:{titled})\b(?:\s\d+\b)?"
        rf"|(?:{_behind(function_words('before a name of a place'))})"
        rf"{_WORD}(?:[ -/–]{_WORD}){{0,2}} (?:{alternation(tails)})\b"
        rf"|(?:\A|(?<=[•●*·–-]\s)){_WORD}(?:\s{_WORD}){{0,2}}\s(?:{areas})\b(?=\s(?:has\s)?(?:{scope})\b)"
        rf"|(?:{heads})\s{_WORD}"
        rf"|(?:{_WORD}\s)?\d{{1,3}}(?:st|nd|rd|th)\s(?:{roads})\b"  # Southwest 107th Avenue
        rf"|(?:National\s|Federal\s)?(?:{numbered})\s\d+\b"
        rf"|[AMNBEG]\d{{1,4}}\s(?:{any_of('road behind its number')})\b"
        rf"|(?:{_behind(function_words('beside a road number'))})(?:[AMNBEG]\d{{1,4}}|I-\d{{1,3}})(?:\(M\))?\b"
        rf"(?![,.]?\d|\s(?:million|billion)))"
    )


def _behind(words: frozenset[str]) -> str:
    """Give the pattern of what stands behind one of some words."""
    return "|".join(rf"(?<=\b{word}\s)" for word in sorted(words))


def _low(classes: dict[str, frozenset[str]]) -> re.Pattern[str]:
    tails = alternation(classes["admin"] | classes["road"])
    return re.compile(rf"\b(?:{any_of('before a town')})\s+(?P<place>\w+\s(?:{tails}))\b(?!-)")


def _generic(classes: dict[str, frozenset[str]], numbers: frozenset[str]) -> re.Pattern[str]:
    before = alternation(classes["preposition"] - function_words("not inside"))
    scope = alternation(classes["scope"])  # The county has recorded 17 thefts
    return re.compile(
        rf"\b(?:(?i:{before})\s+|(?i:of)\s+(?=(?i:our)\s)|(?=\S+\s+\w+[’']s\s)|(?=(?i:the)\s\w+\s(?:has\s)?(?:{scope})\s))"
        rf"(?P<place>(?i:{any_of('own area')})\s+(?:whole\s+|entire\s+)?"
        rf"(?i:{alternation(classes['generic'])})\b(?!\s[A-Z]|\sof\s[A-Z])"
        rf"|(?:\d+|{alternation(numbers)})\s+(?:other\s+)?(?:{alternation(classes['divisions'])})\b)"
    )


def _bodies(classes: dict[str, frozenset[str]]) -> re.Pattern[str]:
    levels = alternation(word.title() for word in classes["level"])
    bodies = alternation([capwords(word) for word in classes["body"]] + ["police"])
    area = "(?i:County|City|State|Province|District|Town|Region)"
    areas = alternation(classes["admin"])  # the Ayr police region is a place
    return re.compile(
        rf"\b(?P<place>{_WORD}(?:\s(?:and\s)?{_WORD}){{0,2}}?(?:\s(?:{area})(?![’']s\s))?)(?:[’']s)?"
        rf"(?:\s(?:{levels}))?\s(?:Traffic\s|Armed\s)?(?:{bodies})\b(?!\s(?:{areas})\b)"
    )
