"""The noun that a number counts: its head, through modifiers, coordination and the parser's errors.

One reading: from the position behind a number, walk right over the modifiers of a noun phrase and say where its head
stands. The tags lead, because they hold in headlines and translated text where the tree does not; a number other than
one asks for a plural.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from newsfacts.figures.count.inside import RELATING, Inside, apart, goes_on
from newsfacts.language.phrases import is_noun, is_plural
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import cue_words, function_words
from newsfacts.rules.rule import Rule

__all__ = ["PHRASE", "Noun", "NounReader"]

_SINGULAR_VERB = function_words("singular verb")
_HELD_AS = cue_words("held as")
PHRASE = Rule(
    "count.noun-phrase",
    "NUMBER [MODIFIER…] NOUN",
    "the ordinary way: 12 storage and sales dens",
    yes=(
        "The [two suspects] confessed.",
        "[At least 12 people] were arrested.",
        "Volunteers gave out [10k leaflets].",
    ),
    no=(
        "He was jailed for 12 years.",
        "Customs found 12 kg of tea.",
        "He lives at 12 Market Street.",
    ),
)
"""The rule of the noun phrase behind a number."""

_MAGNITUDES = cue_words("magnitude noun")
_LONGEST = 9
"""Tokens from the number to the head at most; the longest in 36 annotated articles has 7."""
_FLAT = cue_words("flat plural")
_DAYS = cue_words("day")


@dataclass(frozen=True, slots=True)
class Noun:
    """Hold where a counted noun stands."""

    head: int
    """Position of the head noun."""
    first: int
    """Position of the first word of the noun phrase."""
    rule: Rule = PHRASE
    """The rule that found it."""
    text: str = ""
    """The noun as text, where the token is not the noun alone."""
    partitive: bool = False
    """It is the whole of which the number takes a part: three of the nine."""
    named: bool = False
    """It is a name in quotation marks."""
    charged: bool = False
    """It is what a line of a charge sheet says."""


class NounReader:
    """Find counted nouns."""

    def __init__(self, durations: frozenset[str], people: frozenset[str]) -> None:
        """Take the nouns of time, which end a phrase ("two men Monday") or make it a duration."""
        self._durations, self._people = durations, people

    def read(self, sentence: Sentence, begin: int, *, plural: bool) -> Noun | None:
        """Read the noun phrase that begins at a position; `plural` says that the number asks for a plural noun."""
        tokens = sentence.tokens
        place, head, limit = begin, -1, min(len(tokens), begin + _LONGEST)
        while place < limit:
            token = tokens[place]
            limit = min(len(tokens), limit + 2 * (token.text == "-"))  # a chain of hyphens is one word
            late = head >= 0 and plural and place == head + 1 and not self._many(tokens[head])
            if is_noun(token) or ((head < 0 or late) and self._mistagged(tokens, place, plural=plural)):
                if head >= 0 and self._closes(tokens, head, place, plural=plural):
                    break
                head = place
            elif not goes_on(Inside(tokens, place, head, plural, self._durations)):
                break
            place += 1
        if head < 0:
            return None
        head = self._parsed(sentence, begin, head)
        if plural and not self._many(tokens[head]):
            head = self._coordinated(tokens, head, limit)
        elif plural:
            head = self._listed(tokens, begin, head)
        return Noun(head, begin)

    def timed(self, token: Token) -> bool:
        """Tell whether a noun is one of time: the 276 of the year before."""
        return token.lower in self._durations

    def _parsed(self, sentence: Sentence, begin: int, head: int) -> int:
        """Go on to the noun that the parser lets the number modify, when only its modifiers stand between."""
        above = sentence.tokens[begin - 1].head if begin and sentence.tokens[begin - 1].dep == "nummod" else head
        if not head < above < begin + _LONGEST or not is_noun(sentence.tokens[above]):
            return head
        if any(apart(sentence.tokens, place) for place in range(head + 1, above)):
            return head  # "Collects 261 Weapons - DA NewsCenter"
        between = set(range(head, above))
        return (
            above
            if between <= set(sentence.subtree(above)) and "," not in {t.text for t in sentence.tokens[head:above]}
            else head
        )

    def _many(self, token: Token) -> bool:
        return is_plural(token) or token.lower in _FLAT or token.lower in self._people

    def _mistagged(self, tokens: Sequence[Token], place: int, *, plural: bool) -> bool:
        """Take a word tagged as a verb for the plural noun that must stand here: "six raids", "three searches"."""
        token = tokens[place]
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if plural and token.tag == "VBZ" and token.lower.endswith("s") and token.lower not in _SINGULAR_VERB:
            return following is None or not is_noun(following)
        if token.tag in ("JJ", "VBN", "CD") and token.lower in self._people:
            return (following is None or not is_noun(following)) and not _predicate(tokens, place)
        return False

    def _closes(self, tokens: Sequence[Token], head: int, place: int, *, plural: bool) -> bool:
        """See that a noun behind the head begins something else: "two suspects Monday"."""
        token, before = tokens[place], tokens[head]
        if token.lower in self._durations or token.lower in _DAYS:
            return not (place == head + 1 and not is_plural(before) and token.lower in self._durations)
        if place == head + 1:
            if token.tag == "NN" and token.lower in _HELD_AS and is_plural(before):
                return True  # "took 250 others hostage"
            capital = token.tag in ("NNP", "NNPS") and before.tag in ("NN", "NNS") and before.text[:1].islower()
            return capital and is_plural(before)
        return (
            is_plural(before) and plural and tokens[place - 1].tag != "POS" and tokens[place - 1].lower not in RELATING
        )

    def _coordinated(self, tokens: Sequence[Token], head: int, limit: int) -> int:
        """Find the plural that coordinated singulars share: "12 storage and sales dens"."""
        place = head + 1
        if place >= len(tokens) or (tokens[place].tag not in ("CC", ",") and tokens[place].text != "/"):
            return head
        best = head
        while place < min(limit + 2, len(tokens)):
            token = tokens[place]
            shaped = token.tag in ("VBZ", "NNS", "NNPS") and token.lower.endswith("s")
            if shaped:
                best = place
            elif best != head or not (
                is_noun(token) or token.tag in ("CC", ",", "JJ", "VBN", "VBG", "HYPH") or token.text == "/"
            ):
                break
            place += 1
        return best

    def _listed(self, tokens: Sequence[Token], begin: int, head: int) -> int:
        """Follow bare plurals that share the number: "31 provinces, cities and counties"."""
        place, last, joined = head + 1, head, False
        while place + 1 < len(tokens):
            mark, following = tokens[place], tokens[place + 1]
            if mark.tag not in ("CC", ",") or mark.lower in ("but", "or"):
                break
            if mark.text == "," and following.tag == "CC" and place + 2 < len(tokens):
                if last == head:
                    break  # two take no comma: "five necklaces, and quantities of tea"
                place, following = place + 1, tokens[place + 2]
                mark = tokens[place]
            if (
                following.lower in _MAGNITUDES
                or following.tag != "NNS"
                or following.text[:1].isupper() != tokens[head].text[:1].isupper()
            ):
                break
            last, place = place + 1, place + 2
            if mark.tag == "CC":
                joined = True
                break
        ends = place >= len(tokens) or tokens[place].tag not in ("NN", "NNS", "NNP")
        own = [token.tag for token in tokens[place : place + 2]] in (["IN", "CD"], ["TO", "CD"])
        return last if joined and ends and not own else head  # "50 deaths and injuries to 53 others"


def _predicate(tokens: Sequence[Token], place: int) -> bool:
    """Tell a participle of which the number is the subject: "five were killed and seven wounded"."""
    numbers = (token for token in tokens[max(0, place - 3) : place] if token.tag == "CD")
    own = any(token.head == place and token.dep in ("nsubj", "nsubjpass") for token in numbers)
    return own and tokens[place].tag == "VBN" and tokens[place].dep == "conj"
