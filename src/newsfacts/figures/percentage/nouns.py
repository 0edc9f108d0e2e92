"""Noun phrases near a percentage: the one that ends at a word, the one that begins there, the one with a number.

Each is a small question about one sentence, by the order of its words, for texts that the parse cuts wrongly. Not here:
which of them is the measure; that is `measure.py`.
"""

import re
from collections.abc import Sequence

from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import any_of, cue_words, function_words

__all__ = [
    "MAKE",
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
    "numbered_before",
    "outer_token",
    "phrase_after",
    "plural_before",
    "reach_back",
    "starts_time",
    "valued_noun",
    "without_number",
]

_ARTICLE_ITS_OR_THIS = function_words("article", "its or this")
MONEY_WORDS = cue_words("money noun")
_TIME_NOUNS = cue_words("time noun")
MAKE = cue_words("make")
_PERCENT = cue_words("percent") | {"%"}
_YARDSTICK = cue_words("yardstick")
_THOSE = cue_words("those")
_TIME = re.compile(
    rf"(?:the\s)?(?:19|20)\d\d|(?:the\s)?(?:{any_of('of a time')})\b"
    rf"|(?:{any_of('which time')})\s(?:{any_of('period unit')})\b|(?:one|a)\s(?:{any_of('single unit')})\b"
    rf"|(?:{any_of('month')})\b"
)
_PREPOSITIONS = function_words("behind a noun")
_WITHIN = function_words("of a group")
_INSIDE = ("DT", "PRP$", "JJ", "JJR", "JJS", "VBN", "VBG", "CD", "POS", "HYPH", "NNP", "PDT", "``", "''", "$")
"""Tags inside a noun phrase, nouns apart."""
_JOINING = ("DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "POS", "HYPH", "PRP$", "CC", "CD")


def plural_before(sentence: Sentence, place: int, *, plural: bool) -> int | None:
    """Give the nearest noun before a position, a plural one where "them" or "which" asks for it."""
    nouns = [p for p in range(place, -1, -1) if is_noun(sentence.tokens[p])]
    many = [
        p for p in nouns if sentence.tokens[p].tag in ("NNS", "NNPS") and sentence.tokens[p].lower not in _TIME_NOUNS
    ]
    return next(iter((many or nouns) if plural else nouns), None)


def numbered_before(sentence: Sentence, place: int, floor: int = 0) -> int | None:
    """Give the head of the nearest noun phrase with a number in front of a position: "2,683 emergency calls received".

    Amounts of money, percentages and stretches of time have none.
    """
    tokens = sentence.tokens
    for position in range(min(place, len(tokens)) - 1, floor - 1, -1):
        if tokens[position].tag != "CD" or (position and tokens[position - 1].tag == "$"):
            continue
        if re.fullmatch(r"(?:19|20)\d\d", tokens[position].text) or is_percent_at(tokens, position + 1):
            continue
        head = None
        for token in tokens[position + 1 : min(position + 7, place)]:
            if is_noun(token):
                head = token.position
            elif head is not None or token.tag not in ("JJ", "JJR", "VBN", "VBG", "HYPH", "CD", "POS", "``", "''"):
                break
        if head is not None and tokens[head].tag != "NNP" and tokens[head].lower not in _TIME_NOUNS | MONEY_WORDS:
            return head
    return None


def is_percent_at(tokens: Sequence[Token], place: int) -> bool:
    """See a percent sign or word at a position."""
    return place < len(tokens) and is_percent(tokens[place])


def valued_noun(sentence: Sentence, comma: int) -> int | None:
    """Give the noun of "a value of 13.21 trillion yuan," or "wages amounting to 3 billion," in front of a comma."""
    tokens = sentence.tokens
    place = comma - 1
    while place > 0 and (
        tokens[place].tag in ("CD", "$", "JJR") or tokens[place].lower in MONEY_WORDS or tokens[place].text.isupper()
    ):
        place -= 1
    if place == comma - 1 or place < 1:
        return None
    if tokens[place].lower == "of" and is_noun(tokens[place - 1]):
        return place - 1 if tokens[place - 1].lower != "total" else None
    if place > 1 and tokens[place].lower == "to" and tokens[place - 1].tag == "VBG" and is_noun(tokens[place - 2]):
        return place - 2
    return None


def without_number(phrase: str) -> str:
    """Cut the number off that opens a phrase: "a total of 40 cases" → "cases"."""
    return re.sub(r"^(?:(?:a\s+total\s+of|the)\s+)?[\w,.]*\d[\w,.]*\s+(?=\w)", "", phrase, flags=re.IGNORECASE)


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
    return token.lower in _PERCENT


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
    return "up" in following if token.lower in MAKE else True


def has_article(tokens: Sequence[Token], first: int) -> bool:
    """See an article or a possessive before a position."""
    return first > 0 and tokens[first - 1].lower in _ARTICLE_ITS_OR_THIS


def starts_time(tokens: Sequence[Token], place: int) -> bool:
    """See an expression of time begin at a position."""
    following = " ".join(t.lower for t in tokens[place : place + 4])
    return _TIME.match(following) is not None


def noun_before(sentence: Sentence, place: int, floor: int = 0) -> int | None:
    """Give the nearest noun at or before a position within its phrase; None where a verb comes first.

    A participle behind its noun ("incidents reported") and a stretch of time ("arrests in 2019") are stepped over.
    """
    tokens = sentence.tokens
    position = place + 1
    for _ in range(7):
        position = _before_bracket(tokens, position - 1, floor)
        if position < floor:
            return None
        token = tokens[position]
        if is_noun(token) and not is_time(tokens, position):
            return position
        behind_noun = token.tag == "VBN" and position > floor and is_noun(tokens[position - 1])
        if (is_verb(token) and not behind_noun) or token.text == ";":
            return None
    return None


def _before_bracket(tokens: Sequence[Token], place: int, floor: int) -> int:
    """Step over a bracket that closes at a position: "Coney Island (60th Precinct), down 4%"."""
    if place < floor or tokens[place].text != ")":
        return place
    opened = next((p for p in range(place, floor - 1, -1) if tokens[p].text == "("), place)
    return opened - 1


def is_time(tokens: Sequence[Token], place: int) -> bool:
    """See a noun that only says when: "last year", "in March"."""
    token = tokens[place]
    return token.lower in _TIME_NOUNS or (token.tag == "NNP" and starts_time(tokens, place))


def reach_back(sentence: Sentence, noun: int, floor: int = 0) -> str:
    """Give the noun phrase that ends at a noun, through its prepositions, for text that the parse cuts wrongly."""
    tokens = sentence.tokens
    first, place = noun, noun
    while place > floor:
        before = tokens[place - 1]
        if before.tag == "CC" and place - 2 >= floor and is_time(tokens, place - 2):
            break  # "since June and most victims"
        if before.tag == "CD" and tokens[place].tag in ("CC", ","):
            break  # "to 45 and robberies"
        listed = before.text == "," and place - 2 >= floor and is_noun(tokens[place - 2])
        if (
            before.tag in _JOINING
            or before.lower in _WITHIN
            or (before.lower == "with" and place - 2 >= floor and is_noun(tokens[place - 2]))
            or (listed and any(t.tag == "CC" for t in tokens[place : noun + 1]))
        ):
            place -= 1
            if before.tag in _JOINING and before.tag != "CC":
                first = place
            continue
        break
    while first < noun and (
        tokens[first].tag in ("DT", "CC", "POS")
        or (tokens[first].tag in ("VBG", "VBN") and tokens[first + 1].tag in ("DT", "PRP$"))
    ):
        first += 1  # "expanding its policy" is no phrase of a noun
    return sentence.words(first, noun + 1)


def phrase_after(sentence: Sentence, place: int, limit: int | None = None) -> str | None:
    """Give the noun phrase that begins at a position, with its "of/in/for" phrases; "those" takes its participle.

    `limit` is the position before which it ends at the latest.
    """
    tokens = sentence.tokens[: limit if limit is not None else len(sentence.tokens)]
    begin, last = place, -1
    while place < len(tokens):
        token = tokens[place]
        if is_noun(token):
            last = place
        elif token.lower in (*_PREPOSITIONS, "by") and last >= 0:
            if token.lower == "to" and tokens[place - 1].lower == "compared":
                return sentence.words(begin, place - 1)
            compared = token.lower == "against" and any(t.lower in _YARDSTICK for t in tokens[place : place + 6])
            if token.lower == "by" or compared or starts_time(tokens, place + 1):
                break
        elif token.tag == "VBD" and place == begin and place + 1 < len(tokens) and is_noun(tokens[place + 1]):
            pass  # "reported crime", tagged as a verb
        elif not (_goes_on(tokens, place, begin, last) or token.tag in _INSIDE):
            break
        place += 1
    if begin + 1 < len(tokens) and tokens[begin].lower in _THOSE and last <= begin:
        stop = begin + 2
        while (
            stop < len(tokens)
            and stop < begin + 6
            and tokens[stop].text not in (",", ".", ";")
            and not _finite(tokens[stop])
        ):
            stop += 1
        return sentence.words(begin, stop)
    if last < begin:
        return None
    while begin < last and tokens[begin].tag in ("DT", "PDT"):
        begin += 1
    return sentence.words(begin, last + 1)


def _finite(token: Token) -> bool:
    return token.tag in ("VBD", "VBZ", "VBP", "MD")


def _goes_on(tokens: Sequence[Token], place: int, begin: int, last: int) -> bool:
    """See what joins two parts of one noun phrase: a hyphen, "and" with a noun behind."""
    glued = place > begin and tokens[place - 1].text in ("-", "‐") and tokens[place - 1].end == tokens[place].start
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    joined = tokens[place].tag == "CC" and following is not None and is_noun(following) and last >= 0
    joined = joined or (tokens[place].tag == "CC" and following is not None and following.tag == "JJ" and last < begin)
    return glued or joined or (tokens[place].text in ("-", "‐", "/") and place > begin)
