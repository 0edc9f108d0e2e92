"""Which words that are no nouns may stand inside the phrase of a counted noun.

A phrase goes on over its modifiers, brackets and joints, and ends where something else begins. The answers are asked
in order, and the first that has a view decides; a word of which none has one ends the phrase. Not here: where the head
stands.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsfacts.language.phrases import is_noun, is_plural
from newsfacts.language.pipeline import Token
from newsfacts.lexicons.function_words import cue_words

__all__ = ["RELATING", "Inside", "apart", "goes_on"]

RELATING = cue_words("relating")
"""Participles that make a plural describe the next noun: 2,797 drugs related arrests."""
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "RBS", "VBN", "VBG", "HYPH", "POS", "``", "''", "AFX"})
_POINTING_TIME = cue_words("points at a time")
_FURTHER = cue_words("further")
_AGES = cue_words("counts an age")
_VERBS = frozenset({"VB", "VBD", "VBP"})
_OF_PARTICIPLES = cue_words("adverb of a participle")
_LIST_MARKS = frozenset({"-", "–", "—", "*", "•", "|"})


class Inside(NamedTuple):
    """Hold a word of a noun phrase where it stands."""

    tokens: Sequence[Token]
    place: int
    """Position of the word."""
    head: int
    """Position of the last noun read, or -1."""
    plural: bool
    """Whether the number asks for a plural."""
    durations: frozenset[str]
    """Nouns of time."""

    @property
    def token(self) -> Token:
        """Give the word itself."""
        return self.tokens[self.place]

    @property
    def following(self) -> Token | None:
        """Give the word behind."""
        return self.tokens[self.place + 1] if self.place + 1 < len(self.tokens) else None

    @property
    def before_noun(self) -> bool:
        """Tell whether a noun stands right behind."""
        following = self.following
        return following is not None and is_noun(following)


def goes_on(word: Inside) -> bool:
    """Tell whether a word that is no noun may stand inside the phrase."""
    for answer in _ANSWERS:
        told = answer(word)
        if told is not None:
            return told
    return False


def apart(tokens: Sequence[Token], place: int) -> bool:
    """See a dash with blanks around it, or a bar, which end what a headline says and begin who says it."""
    token = tokens[place]
    if token.text not in ("-", "–", "—", "|"):
        return False
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    return tokens[place - 1].end < token.start and following is not None and token.end < following.start


def _bracket(word: Inside) -> bool | None:
    """Go through a bracket or a stroke behind a noun when another noun follows: "officer(s) and", "men/women"."""
    if word.head < 0:
        return None
    if word.token.text == "(":
        return _bracket_inside(word.tokens, word.place)
    return word.before_noun if word.token.text in (")", "/") else None


def _bracket_inside(tokens: Sequence[Token], place: int) -> bool:
    """See a bracket of a few words with a noun in lower case behind it."""
    for close in range(place + 1, min(place + 5, len(tokens) - 1)):
        if tokens[close].text == ")":
            return is_noun(tokens[close + 1]) and tokens[close + 1].text[:1].islower()
    return False


def _settled(word: Inside) -> bool | None:
    """Behind the noun that the number asks for only a joint goes on: "drugs-related arrests", "women's shelters"."""
    tokens, place, head = word.tokens, word.place, word.head
    if head < 0 or (word.plural and not is_plural(tokens[head])):
        return None
    token = tokens[place]
    glued = token.text in ("-", "–", "/") and tokens[place - 1].end == token.start
    related = token.lower in RELATING and place == head + 1
    return (token.tag == "POS" or glued or related) and word.before_noun


def _elsewhere(word: Inside) -> bool | None:
    """End before what begins without the noun: a participle with its object, a stretch of time."""
    token, following = word.token, word.following
    if word.head >= 0 or following is None:
        return None
    if token.tag == "VBG" and not is_noun(following):
        return False  # "a family of three suffering serious injuries"
    if token.lower in _POINTING_TIME and following.lower in word.durations:
        return False  # "980 last year"
    return None


def _number(word: Inside) -> bool | None:
    """Take a number joined to the next word: "88 two-wheelers", "three 16-year-old boys", "five 20-litre cans"."""
    token, following = word.token, word.following
    if token.tag != "CD" or word.head >= 0 or following is None or following.text not in ("-", "‐", "‑"):
        return None
    behind = word.tokens[word.place + 2 : word.place + 4]
    aged = bool(behind) and behind[0].lower in _AGES
    measured = len(behind) > 1 and behind[0].tag == "NN" and is_noun(behind[1])
    return token.text.isalpha() or aged or measured


def _class_letter(word: Inside) -> bool | None:
    """Take the letter of a class, which the tagger calls an article: "three Class A misdemeanours"."""
    token = word.token
    if token.tag != "DT" or len(token.text) != 1 or not token.text.isupper() or word.head != word.place - 1:
        return None
    return word.before_noun


def _dash(word: Inside) -> bool | None:
    """End before who says what a headline says, and before what explains a number: "the fatal four - speeding, …"."""
    opens = word.place < 2 or word.tokens[word.place - 2].text in _LIST_MARKS  # "12 - burglary": an item of a list
    return False if (word.head >= 0 or not opens) and apart(word.tokens, word.place) else None


def _chained(word: Inside) -> bool | None:
    """Go through the words of a chain of hyphens that describes the noun: "two state-of-the-art kits"."""
    tokens, place = word.tokens, word.place
    if word.head >= 0 and is_plural(tokens[word.head]):
        return None
    behind = place > 1 and _glues(tokens, place - 1)
    ahead = _glues(tokens, place + 1) and (place + 3 >= len(tokens) or _glues(tokens, place + 3) or behind)
    return True if behind or ahead or (_glues(tokens, place) and word.head >= 0) else None


def _glues(tokens: Sequence[Token], place: int) -> bool:
    """See a hyphen without a blank on either side."""
    if not 0 < place < len(tokens) - 1 or tokens[place].text != "-":
        return False
    return tokens[place - 1].end == tokens[place].start and tokens[place].end == tokens[place + 1].start


def _modifier(word: Inside) -> bool | None:
    """Take a modifier, but no participle behind a noun that nothing follows: "men arrested"."""
    token = word.token
    if token.tag not in _MODIFIERS and token.text not in ("-", "–"):
        return None
    behind = word.head >= 0 and token.tag in ("VBG", "VBN") and word.place == word.head + 1
    return not (behind and not word.before_noun)


def _adverb(word: Inside) -> bool | None:
    """Take an adverb of a modifier: "three seriously injured men"."""
    following = word.following
    if word.token.tag not in ("RB", "RBR") or following is None:
        return None
    return following.tag in ("JJ", "VBN", "HYPH") or (word.token.lower in _OF_PARTICIPLES and following.tag == "VBD")


def _participle(word: Inside) -> bool | None:
    """Take a participle that the tagger calls a finite verb: by its adverb ("locally made guns") or by the parse."""
    tokens, place, token = word.tokens, word.place, word.token
    if token.tag not in _VERBS or word.head >= 0:
        return None
    if token.dep == "compound" and token.head > place and is_noun(tokens[token.head]):
        return True  # "six pump action guns"
    described = word.following is not None and (word.before_noun or word.following.tag == "JJ")
    return True if described and token.tag == "VBD" and tokens[place - 1].lower in _OF_PARTICIPLES else None


def _comma(word: Inside) -> bool | None:
    """Take a comma between two modifiers: "two large, wooden boxes"."""
    following = word.following
    if word.token.text != "," or following is None or word.place <= 0:
        return None
    return word.tokens[word.place - 1].tag in ("JJ", "VBN") and following.tag in ("JJ", "VBN")


def _conjunction(word: Inside) -> bool | None:
    """Take a conjunction of modifiers, no conjunction of counts: not "killed 12 and injured 30"."""
    tokens, place, token, following = word.tokens, word.place, word.token, word.following
    if token.tag != "CC":
        return None
    if place and tokens[place - 1].tag == "CD" and token.lower == "and":
        return False  # "burglary fell to 1,914 and robbery to 312"
    if following is None or word.head >= 0:
        return None
    another = place + 2 < len(tokens) and tokens[place + 2].tag == "CD"
    return following.tag in ("JJ", "VBN", "NN") and not another


def _further(word: Inside) -> bool | None:
    """Take "other", "more", and a number in digits that names what the noun is: "two 9mm pistols"."""
    token, following = word.token, word.following
    if token.tag != "CD" or word.head >= 0:
        return token.lower in _FURTHER
    if not token.text.isalpha():
        return word.before_noun or (following is not None and following.start == token.end)
    return word.place > 0 and word.tokens[word.place - 1].end == token.start  # the unit of "9mm", tagged as a number


_ANSWERS: tuple[Callable[[Inside], bool | None], ...] = (
    _bracket, _chained, _settled, _elsewhere, _number, _class_letter, _dash, _modifier, _participle, _adverb, _comma,
    _conjunction, _further,
)  # fmt: skip
"""In the order in which they are asked."""
