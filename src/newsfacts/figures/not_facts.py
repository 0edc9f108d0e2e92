"""Numbers that count nothing: dates, times, ages, sections, hotlines, models, addresses, scores.

Each rule is a small test over the characters around a number; the first that holds names the reason. Durations and
frequencies are recognised by their noun, in `facts/count.py`, because words may stand between. Money, percentages and
quantities are taken before anybody asks here.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from newsfacts import lexicons
from newsfacts.figures.numbers import Form, Number
from newsfacts.language.phrases import VERB_TAGS
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons import Lexicon, alternation
from newsfacts.rules.rule import Rule

__all__ = ["RULES", "DecoyReader", "reader"]

RULES = (
    Rule(
        "decoy.glued",
        "LETTERS NUMBER | NUMBER LETTERS",
        "a number that is part of a word names something: AK-47, G20, 13th",
    ),
    Rule("decoy.mark", "# NUMBER | NUMBER : NUMBER", "marks join the digits of codes, scores and times"),
    Rule("decoy.time", "NUMBER CLOCK", "times of day"),
    Rule("decoy.date", "MONTH NUMBER | NUMBER MONTH", "days of a month"),
    Rule("decoy.day", "on the NUMBER", "a bare day of the month: on the 25th"),
    Rule("decoy.age", "aged NUMBER | NAME ( NUMBER )", "ages stand beside names in fixed forms"),
    Rule("decoy.label", "LABEL NUMBER", "Section 302, Room 12, No. 5: the number names the thing before it"),
    Rule("decoy.hotline", "HOTLINE", "emergency numbers are names"),
    Rule("decoy.telephone", "CALL NUMBER", "numbers to call"),
    Rule("decoy.address", "NUMBER NAME STREET", "house numbers"),
    Rule("decoy.year", "YEAR", "four digits from 1900 to 2099 without a bound or people behind them"),
    Rule("decoy.item", "NUMBER . at the start", "list numbers"),
    Rule("decoy.name", "NAME NUMBER", "Boeing 737: a number behind a name belongs to it, unless things follow"),
)

_NEXT_WORD = re.compile(r"\s?([A-Za-z]+)\b")
_QUOTED_NAME = re.compile(r"['‘“\"][\w-]+\s$")
_QUOTE_ENDS = re.compile(r"['’”\"](?!\w)")
_EMERGENCY = re.compile(
    r"\s+(?:emergency\s+)?(?:calls?|lines?|numbers?|operators?|systems?|services?|call\s+handlers?)\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_YEAR = re.compile(r"\b(?:in|during|since|of)\s+$", re.IGNORECASE)
_MANY = frozenset({"dead", "injured", "wounded", "arrested", "people", "police", "personnel", "staff"})
"""Words for many people that carry no plural tag."""

_Test = Callable[["_Around"], bool]


@dataclass(frozen=True, slots=True)
class _Around:
    """Hold a number and the characters around it."""

    number: Number
    before: str
    after: str
    bounded: bool
    sentence: Sentence

    @property
    def word_before(self) -> str:
        found = re.search(r"([\w.'’]+)[\s(]*$", self.before)
        return found[1].lower() if found else ""


class DecoyReader:
    """Say why a number is no fact; make one with `reader`."""

    def __init__(self, words: Lexicon, people: Lexicon) -> None:
        """Compile the words by class."""
        classes: dict[str, set[str]] = {}
        for row in words.rows:
            classes.setdefault(row["class"], set()).add(row["word"])
        self._classes = {name: frozenset(members) for name, members in classes.items()}
        month, clock = alternation(classes["month"]), alternation(classes["clock"])
        self._clock = re.compile(rf"(?:[.:]\d\d)?\s*\.?\s*(?:{clock})(?!\w)|h\b|\s*(?:noon|midnight)\b", re.IGNORECASE)
        self._month_after = re.compile(
            rf"(?:st|nd|rd|th)?\s*(?:[-–]\s*\d+(?:st|nd|rd|th)?\s*)?(?:(?:of|de)\s+)?(?:{month})\b\.?", re.IGNORECASE
        )
        self._month_before = re.compile(
            rf"\b(?:{month})\.?\s+(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s*[-–,]\s*|\s+(?:and|to)\s+))*$",
            re.IGNORECASE,
        )
        self._month_year = re.compile(
            rf"(?P<day>\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?\b(?P<month>{month})\.?,?\s+"
            r"(?P<later>\d{1,2}(?:st|nd|rd|th)?,?\s+)?$",
            re.IGNORECASE,
        )
        street = alternation(w for w in classes["street"])
        self._street = re.compile(rf"\s+(?:[A-Z][\w.'’]*\s+){{0,3}}(?:{street})\b", re.IGNORECASE)
        person = alternation(people.words())
        self._people = re.compile(rf"\s+(?:[\w'’-]+\s+){{0,2}}(?:{person})\b", re.IGNORECASE)
        many = [w for w in people.words() if w.endswith(("s", "men", "people", "police", "personnel", "staff"))]
        self._many = re.compile(rf"\s+(?:[\w'’-]+\s+)?(?:{alternation(many)})\b")
        self._limit = re.compile(rf"\b(?:{person})\s+(?:aged\s+)?(?:under|over|below|above)\s+$", re.IGNORECASE)
        self._closed = re.compile(r"\s*(?:[,.;:)](?!\d)|$)|\s+(?:and|at|in|on|when|the|with|for|he|she|they|police)\b")
        self._tests: tuple[tuple[str, _Test], ...] = (
            ("decoy.glued", self._glued), ("decoy.mark", self._mark), ("decoy.time", self._time),
            ("decoy.date", self._date), ("decoy.day", self._day), ("decoy.age", self._age),
            ("decoy.label", self._label), ("decoy.hotline", self._hotline), ("decoy.telephone", self._telephone),
            ("decoy.address", self._address), ("decoy.year", self._year), ("decoy.item", self._item),
            ("decoy.name", self._name),
        )  # fmt: skip

    def reason(self, sentence: Sentence, number: Number, *, bounded: bool) -> str | None:
        """Give the id of the rule that makes the number no fact, or None; `bounded`: a comparator stands on it."""
        start, end = number.start - sentence.start, number.end - sentence.start
        around = _Around(
            number, sentence.text[max(0, start - 60) : start], sentence.text[end : end + 60], bounded, sentence
        )
        return next((name for name, test in self._tests if test(around)), None)

    def dated(self, sentence: Sentence, number: Number) -> bool:
        """Tell whether the number is the day of a date that nothing else can claim: "On April 10, 161,000 yuan"."""
        start, end = number.start - sentence.start, number.end - sentence.start
        if number.form is not Form.DIGITS or number.value > 31 or not self._closed.match(sentence.text, end):
            return False
        return bool(self._month_before.search(sentence.text, max(0, start - 40), start)) and number.integral

    def apart(self, sentence: Sentence, number: Number) -> tuple[Number, ...]:
        """Take a range apart whose lower end is a date: "from 2,816 in 2012 to 2,934 in 2013" is no 2012 to 2,934."""
        if number.form is not Form.RANGE or len(number.parts) != 2:
            return (number,)
        low, high = number.parts
        if low.form is not Form.DIGITS or not low.integral or low.plain != str(low.value) or low.scale > 1:
            return (number,)
        before = sentence.slice(max(sentence.start, low.start - 40), low.start)
        day = low.value <= 31 < high.value and self._month_before.search(before)
        year = _YEAR.fullmatch(low.plain) and not _YEAR.fullmatch(high.plain) and _IN_YEAR.search(before)
        return number.parts if day or year else (number,)

    def nouns(self, name: str) -> frozenset[str]:
        """Give the words of one class of the lexicon `decoy_words`."""
        return self._classes[name]

    def _glued(self, around: _Around) -> bool:
        if around.number.form is Form.RANGE and around.number.parts:
            after = around.number.parts[1].after
        else:
            after = around.number.after
        before = around.number.before
        if re.match(r"\s*(?:st|nd|rd|th)\b", around.after):
            return True  # an ordinal whose ending was broken off
        if after and after.lower() not in ("k", "m", "bn", "mn", "mln", "mil", "cr", "odd", "plus"):
            return True
        if before.strip("-‐‑–.#/:").isalpha():
            return True
        following = _NEXT_WORD.match(around.after[len(after) :])
        if following and following[1].lower() in self._classes["distance"] and after.lower() == "k":
            return True  # a 10k run
        if following and (following[1].lower() in self._classes["no count"]):
            return True  # "JPG - 13 KB", "400k cash"
        return before in ("-", "‐", "‑") and bool(re.search(r"\w[-‐‑]$", around.before))

    def _mark(self, around: _Around) -> bool:
        if around.word_before == "per" or (_QUOTED_NAME.search(around.before) and _QUOTE_ENDS.match(around.after)):
            return True  # 58 per 1,000; the 'fatal five'
        if around.number.form is Form.WORDS:
            return False
        if around.before.endswith("##") or around.before.endswith("## "):
            return False  # a heading mark
        if around.number.before in ("#", "/", ":") or around.before.endswith(
            ("#", "# ", "/", "@", "_", "=", "+", "·", "・")
        ):
            return True
        return bool(re.match(r"[/:·・]\d|[-–]\d|_|=|@|\.\d|\s*[+=×x]\s*\d", around.after))

    def _time(self, around: _Around) -> bool:
        small = around.number.value <= 2400 and around.number.scale == 1
        if re.search(r"\b(?:half|quarter|minutes?|mins)\s+(?:past|to)\s*$", around.before, re.IGNORECASE):
            return True
        military = around.number.plain.startswith("0") and around.after.lower().startswith((" hours", "hrs", " hrs"))
        return small and (bool(self._clock.match(around.after)) or military)

    def _date(self, around: _Around) -> bool:
        small = around.number.form in (Form.DIGITS, Form.RANGE) and around.number.value <= 31 and around.number.integral
        if not small:
            return False
        month = self._month_before.search(around.before)
        if (
            month
            and not (_things_follow(around) and re.search(r"\d", month[0]))
            and not self._people.match(around.after)
        ):
            return True
        after = self._month_after.match(around.after)
        if after is None:
            return False
        word = re.sub(r"\W", "", after[0].split()[-1]) if after[0].split() else ""
        return not (word.lower() in ("may", "mar", "march") and word[:1].islower())

    def _day(self, around: _Around) -> bool:
        return (
            around.number.form is Form.DIGITS and around.number.value <= 31
            and bool(re.search(r"\b(?:on|of|until|by|from)\s+the\s*$", around.before, re.IGNORECASE))
            and not re.match(r"\s+[a-z]", around.after)
        )  # fmt: skip

    def _age(self, around: _Around) -> bool:
        number = around.number
        if number.value > 120 or not number.integral:
            return False
        if re.match(
            r"[\s-]*(?:plus[\s-]*)?(?:years?|months?|weeks?|days?|yrs?)[\s-]*olds?\b|[\s-]+years?\s+of\s+age\b|\s*-?\s*yr-old"
            r"|[\s-]*(?:y/o|yo)\b",
            around.after,
            re.IGNORECASE,
        ):
            return True
        if re.search(r"\b(?:aged?|ages|age\s+of|ages\s+of|aged\s+about|turned|turns|under|over)[\s:]+"
                     r"(?:(?:between|from|about|around|of)\s+)?(?:[\w-]+(?:,\s*|\s+and\s+|\s+to\s+|\s*[-–]\s*|\s+or\s+))*$",
                     around.before, re.IGNORECASE):  # fmt: skip
            aged = re.search(r"\bage", around.before, re.IGNORECASE)
            if aged and not self._people.match(around.after):
                return True
        if number.form is not Form.DIGITS or number.value < 1:
            return False
        if self._limit.search(around.before) and not _things_follow(around):
            return True  # "children under 16"
        named = re.search(r"[^\s(]\s*[(]\s*(?:aged?\s+)?$", around.before) and re.match(r"\s*[),;]", around.after)
        comma = re.search(r"[^\s,]\s*,\s*(?:both\s+|then\s+|now\s+)?$", around.before) and re.match(
            r"\s*(?:[,;:.)]|$|and\b(?!\s+\d)|of\b|from\b|both\b|was\b|who\b|is\b|has\b|had\b|also\b|and\s+\d+,)",
            around.after,
        )
        if named:
            return True
        return bool(comma) and number.value < 110 and self._follows_person(around)

    def _follows_person(self, around: _Around) -> bool:
        """See a name or a word for a person before the comma: "Roe, 31, …", "his son, 12, …"."""
        found = re.search(r"([^\s,]+)\s*,\s*(?:both\s+|then\s+|now\s+)?$", around.before)
        if not found:
            return False
        word = found[1].strip("”\"().'’‘“â€œ™\x9d")
        if word[:1].isupper():
            return True
        return bool(self._people.match(" " + word)) or around.sentence.text.islower()

    def _label(self, around: _Around) -> bool:
        word = around.word_before
        if around.number.scale > 1 or not word:
            return False
        token = around.sentence.token_at(around.number.start)
        before = around.sentence.tokens[token.position - 1] if token and token.position else None
        if before is not None and before.tag in VERB_TAGS and word == "number":
            return False  # "the victims number 12"
        plain = word.rstrip(".")
        if around.before.rstrip().endswith("Year") and around.number.value < 14:
            return True  # "Year 6 pupils": a class of a school
        things = _things_follow(around)
        if plain in self._classes["label"] or word in self._classes["label"]:
            return not (things and around.bounded)
        coordinated = re.search(r"\b([\w.]+)s?\.?\s+(?:\d+[\w()]*(?:,\s*|\s+and\s+|\s*/\s*))+$", around.before)
        if coordinated and coordinated[1].lower().rstrip(".") in self._classes["label"] and not things:
            return True
        return plain in self._classes["weak label"] and not things

    def _hotline(self, around: _Around) -> bool:
        number = around.number
        if number.form is not Form.DIGITS or number.plain not in self._classes["hotline"] or around.bounded:
            return False
        if _EMERGENCY.match(around.after):
            return True  # 999 calls
        return not _things_follow(around) or bool(re.search(r"[“\"‘']$", around.before))

    def _telephone(self, around: _Around) -> bool:
        if around.number.form is not Form.DIGITS or _things_follow(around) or around.bounded:
            return False
        return around.word_before in self._classes["call"] or (
            around.number.plain.startswith("0") and len(around.number.plain) > 1 and "." not in around.number.plain
        )

    def _address(self, around: _Around) -> bool:
        if around.number.form is not Form.DIGITS or around.number.scale > 1:
            return False
        following = _NEXT_WORD.match(around.after)
        if following and following[1].lower() in self._classes["road"] and around.word_before == "the":
            return True  # "near the 55 freeway"
        if around.bounded:
            return False
        match = self._street.match(around.after)
        return bool(match) and match[0].split()[0][:1].isupper() if match else False

    def _year(self, around: _Around) -> bool:
        number = around.number
        first = number.parts[0] if number.form is Form.RANGE and number.parts else number
        if first.form is not Form.DIGITS or not _YEAR.fullmatch(first.plain) or first.after:
            return False
        dated = re.search(r"\b(?:in|since|of|by|from|until|the)\s*$", around.before, re.IGNORECASE)
        month = self._month_year.search(around.before)
        if month and (month["day"] or month["later"] or month["month"][0].isupper()):
            return True  # "13 Feb 2020 police held": the year of a date, whatever follows
        token = around.sentence.token_at(first.start)
        verb = token is not None and token.position > 0 and around.sentence.tokens[token.position - 1].tag in VERB_TAGS
        if verb and _things_follow(around):
            return False  # "fired 2000 rounds"
        return not self._many.match(around.after) or (bool(dated) and not around.bounded)

    def _item(self, around: _Around) -> bool:
        opened = not around.before.strip(" \t(（[*•-")
        return (
            opened
            and around.number.form is Form.DIGITS
            and bool(re.match(r"\s*[.)）\]、](?:\s|$|(?=[A-Z][a-z]))", around.after))
            and (around.number.value < 100 and not (around.before.strip() and re.match(r"\s*\)\s+[A-Z]", around.after)))
        )

    def _name(self, around: _Around) -> bool:
        if around.number.form is not Form.DIGITS or around.number.scale > 1 or around.bounded or _things_follow(around):
            return False
        token = around.sentence.token_at(around.number.start)
        if token is None or token.position == 0:
            return False
        before = around.sentence.tokens[token.position - 1]
        return before.tag in ("NNP", "NNPS") and before.position > 0 and before.text[:1].isupper()


def reader(extra: Path | None = None) -> DecoyReader:
    """Make a reader from the lexicons `decoy_words` and `person_nouns`."""
    return DecoyReader(lexicons.read("decoy_words", extra), lexicons.read("person_nouns", extra))


def _things_follow(around: _Around) -> bool:
    """See a plural noun behind the number, adjectives between."""
    token = around.sentence.token_at(around.number.end - 1)
    if token is None:
        return False
    for following in around.sentence.tokens[token.position + 1 : token.position + 5]:
        if following.tag in ("NNS", "NNPS") or following.lower in _MANY:
            return True
        if following.tag not in ("JJ", "VBN", "NN", "VBG", "JJR", "HYPH", "NNP"):
            return False
    return False
