"""Steps from a percentage to the noun it may be of: the verb above it, the noun before it, the phrase that ends there.

Each is a small question about one sentence. Not here: which of them is asked when; that is `measure.py`.
"""

import re
from collections.abc import Sequence

from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.language.pipeline import Sentence, Token

__all__ = [
    "MONEY_WORDS",
    "behind_percent",
    "first_token",
    "governing_verb",
    "has_article",
    "is_percent",
    "is_share_verb",
    "is_subject",
    "last_token",
    "noun_before",
    "outer_token",
    "phrase_back",
    "plural_before",
    "reach_back",
    "starts_time",
    "valued_noun",
    "without_number",
]

MONEY_WORDS = frozenset(
    {"yuan", "dollars", "pounds", "euros", "rupees", "naira", "cedis", "rand", "ringgit", "yen", "won"}
)


def plural_before(sentence: Sentence, place: int, *, plural: bool) -> int | None:
    """Give the nearest noun before a position, a plural one where "them" or "which" asks for it."""
    nouns = [p for p in range(place, -1, -1) if is_noun(sentence.tokens[p])]
    many = [p for p in nouns if sentence.tokens[p].tag in ("NNS", "NNPS")] if plural else []
    return next(iter(many or nouns), None)


def valued_noun(sentence: Sentence, comma: int) -> int | None:
    """Give the noun of "a value of 13.21 trillion yuan," in front of a comma."""
    tokens = sentence.tokens
    place = comma - 1
    while place > 0 and (
        tokens[place].tag in ("CD", "$") or tokens[place].lower in MONEY_WORDS or tokens[place].tag == "JJR"
    ):
        place -= 1
    of = place < comma - 1 and tokens[place].lower == "of" and place > 0 and is_noun(tokens[place - 1])
    return place - 1 if of and tokens[place - 1].lower != "total" else None


def phrase_back(sentence: Sentence, noun: int | None) -> str | None:
    """Give the noun phrase that ends at a noun, without the number that opens it; None without a noun."""
    return without_number(reach_back(sentence, noun)) if noun is not None else None


def without_number(phrase: str) -> str:
    """Cut the number off that opens a phrase: "a total of 40 cases" → "cases"."""
    return re.sub(r"^(?:a\s+total\s+of\s+)?[\w,.]*\d[\w,.]*\s+(?=\w)", "", phrase, flags=re.IGNORECASE)


def first_token(sentence: Sentence, start: int) -> int:
    """Give the position of the token in which a span begins."""
    token = sentence.token_at(start)
    return token.position if token else 0


def last_token(sentence: Sentence, end: int) -> int:
    """Give the position behind the token in which a span ends."""
    token = sentence.token_at(end - 1)
    return token.position + 1 if token else len(sentence.tokens)


def outer_token(sentence: Sentence, start: int, end: int) -> int:
    """Give the token of the percentage that hangs on something outside it."""
    inside = sentence.tokens_in(start, end)
    positions = {token.position for token in inside}
    for token in reversed(inside):
        if token.head not in positions or token.head == token.position:
            return token.position
    return inside[-1].position if inside else 0


def behind_percent(sentence: Sentence, node: int) -> int:
    """Give the position behind the words of a percentage."""
    place = node + 1
    while place < len(sentence.tokens) and is_percent(sentence.tokens[place]):
        place += 1
    return place


def is_percent(token: Token) -> bool:
    """See a word of "percent", "percentage points"."""
    return token.lower in ("%", "percent", "per", "cent", "pct", "point", "points")


def is_subject(sentence: Sentence, node: int) -> bool:
    """See the subject of a clause."""
    return sentence.tokens[node].dep in ("nsubj", "nsubjpass")


def governing_verb(sentence: Sentence, node: int) -> int | None:
    """Give the verb that a token hangs on, through nouns and prepositions; None where there is none."""
    tokens = sentence.tokens
    position = node
    for _ in range(5):
        token = tokens[position]
        head = tokens[token.head]
        if head.position == position:
            return position if is_verb(head) and position != node else None
        if is_verb(head) and token.dep not in ("acl", "relcl"):
            return head.position
        if token.dep not in ("pobj", "prep", "nummod", "quantmod", "npadvmod", "conj", "advmod", "appos", "attr",
                             "dobj", "pcomp", "acomp", "nmod", "amod", "dep", "compound", "oprd"):  # fmt: skip
            return None
        position = head.position
    return None


def is_share_verb(sentence: Sentence, token: Token) -> bool:
    """Ask for "account for" and "make up"; the other verbs of being a part stand alone."""
    following = [t.lower for t in sentence.tokens[token.position + 1 : token.position + 3]]
    if token.lower.startswith("account"):
        return "for" in following
    return "up" in following if token.lower in ("make", "makes", "made", "making") else True


def has_article(tokens: Sequence[Token], first: int) -> bool:
    """See an article or a possessive before a position."""
    return first > 0 and tokens[first - 1].lower in ("a", "an", "the", "its", "their", "this")


def starts_time(tokens: Sequence[Token], place: int) -> bool:
    """See an expression of time begin at a position."""
    following = " ".join(t.lower for t in tokens[place : place + 4])
    return bool(
        re.match(
            r"(?:the\s)?(?:19|20)\d\d|(?:the\s)?(?:same|past|last|previous|first|second|third|fourth|whole|financial|year|month)\b|"
            r"january|february|march|april|may|june|july|august|september|october|november|december",
            following,
        )
    )


def noun_before(sentence: Sentence, place: int) -> int | None:
    """Give the nearest noun at or before a position within its phrase; None where a verb comes first."""
    for position in range(place, max(-1, place - 6), -1):
        token = sentence.tokens[position]
        if is_noun(token):
            return position
        if is_verb(token) or token.text == ";":
            return None
    return None


def reach_back(sentence: Sentence, noun: int) -> str:
    """Give the noun phrase that ends at a noun, through its prepositions, for text that the parse cuts wrongly."""
    tokens = sentence.tokens
    first, place = noun, noun
    joining = ("DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "POS", "HYPH", "PRP$", "CC", "CD")
    while place > 0:
        before = tokens[place - 1]
        if (
            before.tag in joining
            or before.lower in ("of", "in", "for", "on", "between")
            or (
                before.text == ","
                and place >= 2
                and is_noun(tokens[place - 2])
                and any(t.tag == "CC" for t in tokens[place : noun + 1])
            )
        ):
            place -= 1
            if before.tag in joining and before.tag != "CC":
                first = place
            continue
        break
    while first < noun and tokens[first].tag in ("DT", "CC", "POS"):
        first += 1
    return sentence.words(first, noun + 1)
