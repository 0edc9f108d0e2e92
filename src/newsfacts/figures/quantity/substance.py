"""What a quantity is of: "3 kg of cocaine", "40kg heroin", "a 200g block of resin", "cocaine weighing 3 kg".

Not here: the number and its unit (`reader.py`).
"""

import re
from dataclasses import dataclass

from newsfacts.language.phrases import is_noun, is_verb, noun_compound, short_phrase
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import any_of, cue_words, function_words

__all__ = ["SubstanceReader", "UnitReading"]

_ARTICLE = function_words("article")
_FINITE_BE = function_words("finite be")
_CLIMBED = frozenset(
    {
        "nummod",
        "compound",
        "pobj",
        "nmod",
        "quantmod",
        "amod",
        "npadvmod",
        "attr",
        "appos",
        "prep",
        "dobj",
        "acomp",
        "advmod",
    }
)
_IS_THING = re.compile(rf"\s+(?:{any_of('finite be')})\s+(?P<thing>[a-z]+)(?=\s+and\b|[.,;]|$)")
_DIRECTIONS = function_words("compass") | {"away"}
_ALSO_EXTENT = frozenset({"in", "heavy"})
"""What says, beside the adjectives of length, in which way something is measured."""
_PER_VOLUME = re.compile(
    rf"\s*(?:(?:of\s+(?P<first>\w+)\s+)?(?:per|in|/)\s+\d+\s*(?:{any_of('small volume')})(?:\s+of\s+(?P<of>\w+))?)"
)


_LISTED = re.compile(
    r"(?:^|[,;:(]|\band\s)\s*(?P<label>[A-Za-z]+(?:\s[A-Za-z]+){0,2})\s?(?P<mark>[-–:])?\s?[\d.,]+[\s-]*$",
    re.IGNORECASE,
)
_MEASURED = cue_words("measured label")
"""Labels that name what is measured of something and not the thing."""
_MEASURING = cue_words("measuring")
_OF = re.compile(r"\s+(?:of|in)\s+[‘“'\"]?(?=\w)", re.IGNORECASE)
_PRONOUNS = frozenset({"PRP", "DT", "WDT", "WP"})
"""Tags of words that stand for a thing and do not name it."""
_HOLDS = re.compile(r"\s+of\s+(?=\w)", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^)]{1,24}\)\s+(?=[a-z])|\)\s+(?=[a-z])")
_EXTENDED = re.compile(rf"[\s-]+(?:{any_of('extended')})\s+(?!(?:{any_of('behind an extent too')})\b)(?=[a-z])")
_LATER = re.compile(r"[\w\s,.]*?\s+of\s+(?=\w)", re.IGNORECASE)


_LEADING = frozenset({"IN", "TO", "RP"})
"""Tags of what leads away from a quantity: 630 miles (1,014 km) off the coast."""


@dataclass(frozen=True, slots=True)
class UnitReading:
    """Hold how a number was read as a quantity."""

    rule: str
    """Id of the rule."""
    start: int
    """Index where the unit stands; the number, where a later one names the unit."""
    end: int
    """Index behind the unit."""
    row: dict[str, str]
    """The unit."""
    shared: bool = False
    """The unit stands at a later number."""
    fraction: bool = False
    """It is part of a unit."""


@dataclass(frozen=True, slots=True)
class SubstanceReader:
    """Find what a quantity is of."""

    substances: frozenset[str]
    """Things that are weighed."""
    containers: frozenset[str]
    """What they come in: blocks, bags."""
    extents: frozenset[str]
    """Along which way a length is measured: tall, deep."""

    def read(self, sentence: Sentence, reading: UnitReading) -> str | None:
        """Find what a quantity is of, as written; None where the text does not say."""
        text, offset = sentence.text, sentence.start
        end = reading.end - offset
        volume = _PER_VOLUME.match(text, end)
        if volume:
            return volume["first"] or volume["of"]
        thing = _IS_THING.match(text, end)
        if thing:
            return thing["thing"]
        of = _OF.match(text, end)
        if of and (of[0].split()[0].lower() == "of" or self._weighed(sentence, of.end())):
            return self._noun_after(sentence, of.end() + offset)
        bracket = _BRACKET.match(text, end)
        if bracket:
            return self._noun_after(sentence, bracket.end() + offset)
        extended = _EXTENDED.match(text, end)
        if extended:
            return self._noun_after(sentence, extended.end() + offset)
        hyphen = text[reading.start - offset - 1 : reading.start - offset] in ("-", "‐", "‑")
        token = sentence.token_at(reading.start)
        if token is None:
            return None
        if reading.shared:
            later = _LATER.match(text, end)
            return self._noun_after(sentence, later.end() + offset) if later else None
        following = sentence.token_at(reading.end + 1) if text[end : end + 1] in (" ", ")") else None
        number = sentence.token_at(reading.start - 1)
        before = sentence.tokens[number.position - 1] if number is not None and number.position else None
        described = before is not None and before.tag == "DT" and before.lower in _ARTICLE and following is not None
        named = following is not None and following.lower in self.substances
        if (
            following
            and (named or hyphen or (described and following.tag == "NN"))
            and following.tag in ("NN", "NNS", "JJ")
        ):
            return self._noun_after(sentence, following.start)
        if reading.fraction and sentence.tokens[token.head].lower == "of":
            return None  # the "of" of "three quarters of a tonne"
        owner = self._owner(sentence, _number_of(sentence, token), reading)
        return owner or self._listed(sentence, reading)

    def _listed(self, sentence: Sentence, reading: UnitReading) -> str | None:
        """Read the items of "recovered: skuchies- 149kg, cocaine-11 grammes, HEROIN 1.1 KG"."""
        match = _LISTED.search(sentence.text, 0, reading.start - sentence.start)
        if match is None or reading.row["dimension"] not in ("mass", "volume"):
            return None
        last = match["label"].lower().split()[-1]
        marked = bool(match["mark"]) and last not in _MEASURED
        return match["label"] if last in self.substances or marked else None

    def _noun_after(self, sentence: Sentence, start: int) -> str | None:
        """Give the noun phrase that begins at a character, up to its head."""
        first = sentence.token_at(start)
        if first is not None and first.lower == "of":  # behind a bracket: 150 kg (wet weight) of cannabis
            return self._noun_after(sentence, first.end + 1)
        if first is None or first.tag in _LEADING or (first.tag in _PRONOUNS and not _names_more(sentence, first)):
            return None
        last = None
        for token in sentence.tokens[first.position : first.position + 8]:
            if is_noun(token):
                last = token.position
            elif token.tag in ("''", "``", '"') or token.text in ("’", "‘", "'"):
                continue
            elif last is not None or token.tag in (",", ".", "IN", "VBD", ":", "TO", "VB", "VBZ", "VBP", "MD", "WDT"):
                break
        if first.lower in _DIRECTIONS:
            return None
        if last is None:
            return first.text if first.text.isalpha() else None
        held = _HOLDS.match(sentence.text, sentence.tokens[last].end - sentence.start)
        if held and sentence.tokens[last].lower in self.containers:
            return self._noun_after(sentence, held.end() + sentence.start)  # a 200g block of cannabis resin
        begin = first.position
        while begin < last and sentence.tokens[begin].tag in ("DT", "PRP$", "PDT"):
            begin += 1
        return sentence.words(begin, last + 1)

    def _owner(self, sentence: Sentence, position: int, reading: UnitReading) -> str | None:
        """Read "cocaine weighing 3 kg", "a temperature of 34 degrees", "the wall is 2.4 metres high"."""
        tokens, dimension = sentence.tokens, reading.row["dimension"]
        behind = sentence.token_at(reading.end + 1)
        extent = behind is not None and behind.lower in self.extents | _ALSO_EXTENT
        for _ in range(6):
            token = tokens[position]
            head = tokens[token.head]
            if head.position == position:
                return None
            copular = head.lower in _FINITE_BE and token.dep in ("attr", "acomp")
            measuring = copular or head.lower.startswith("weigh") or head.lower in _MEASURING
            if (measuring or dimension == "speed" or (extent and is_verb(head))) and token.dep != "conj":
                if head.dep == "acl":
                    return noun_compound(sentence, head.head)
                subjects = [c for c in sentence.children[head.position] if tokens[c].dep in ("nsubj", "nsubjpass")]
                if subjects and tokens[subjects[0]].tag in ("PRP", "DT"):
                    return None
                if subjects:
                    phrase = short_phrase(sentence, subjects[0])
                    return re.sub(r"^[\d.,]+\s+\w+\s+of\s+", "", phrase)
                if is_verb(head) and not measuring and dimension != "speed":
                    return None
            if token.dep == "pobj" and head.lower == "of" and is_noun(tokens[head.head]):
                return noun_compound(sentence, head.head)
            if extent and is_noun(head) and token.dep in ("amod", "acl", "npadvmod"):
                return noun_compound(sentence, head.position)
            if token.dep not in _CLIMBED and not (
                dimension == "speed" and token.dep in ("xcomp", "advcl", "conj", "ccomp")
            ):
                return None
            position = head.position
        return None

    def _weighed(self, sentence: Sentence, char: int) -> bool:
        """See a substance at a character of a unit: "more than 70g in cannabis"."""
        token = sentence.token_at(char + sentence.start)
        return token is not None and token.lower in self.substances


def _number_of(sentence: Sentence, unit: Token) -> int:
    """Give the position of the number that "of" joins to its unit ("[thousands] of pounds"), else of the unit."""
    before = sentence.tokens[max(0, unit.position - 2) : unit.position]
    counted = (
        len(before) == 2 and before[1].lower == "of" and before[0].tag == "NNS" and unit.head == before[1].position
    )
    return before[0].position if counted else unit.position


def _names_more(sentence: Sentence, first: Token) -> bool:
    """Tell "of the heroin" from "of it" and "of them": a noun follows."""
    behind = sentence.tokens[first.position + 1 : first.position + 4]
    return first.tag == "DT" and any(is_noun(token) for token in behind)
