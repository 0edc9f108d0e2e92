"""Noun phrases and verbs over a parsed sentence: small readings that facts, people and context share.

Every function takes a `Sentence` and token positions and gives back positions or text; nothing here knows a kind of
fact.
"""

from newsfacts.language.pipeline import Sentence, Token

__all__ = ["NOUN_TAGS", "VERB_TAGS", "is_noun", "is_plural", "is_verb", "noun_compound", "noun_phrase", "short_phrase"]

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
"""Penn Treebank tags of nouns."""
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
"""Penn Treebank tags of verbs, auxiliaries among them."""
_LEFT = frozenset(
    {"compound", "amod", "nmod", "poss", "case", "nummod", "det", "advmod", "npadvmod", "punct", "predet"}
)
_CORE = frozenset({"compound", "amod", "nmod", "poss", "case", "nummod", "quantmod", "det", "predet", "cc", "conj"})


def is_noun(token: Token) -> bool:
    """Tell whether the tagger calls it a noun."""
    return token.tag in NOUN_TAGS


def is_verb(token: Token) -> bool:
    """Tell whether the tagger calls it a verb."""
    return token.tag in VERB_TAGS


def is_plural(token: Token) -> bool:
    """Tell whether the noun is plural by tag."""
    return token.tag in ("NNS", "NNPS")


def noun_compound(sentence: Sentence, head: int, floor: int = 0) -> str:
    """Give the noun with the nouns right before it: "phone calls".

    Shape:   text as written from the first noun of the compound, none before `floor`, to the head.
    """
    tokens = sentence.tokens
    first = head
    while first > floor and _joins_compound(tokens, first):
        first -= 1
    if first - 2 >= floor and tokens[first - 1].text in ("-", "‐", "‑") and tokens[first - 2].tag == "CD":
        first -= 2  # two-wheelers
    elif first < head and first - 2 >= floor and _ends_adjective(tokens, first):
        first += 1  # high-end murders
    while first < head and (tokens[first].text in ("-", "–", "'s", "’s", "/") or tokens[first].tag == "POS"):
        first += 1
    return sentence.words(first, head + 1)


def _ends_adjective(tokens: tuple[Token, ...], place: int) -> bool:
    """See the second half of an adjective with a hyphen: the "end" of "high-end"."""
    hyphen, before = tokens[place - 1], tokens[place - 2]
    glued = before.end == hyphen.start and hyphen.end == tokens[place].start
    return hyphen.text in ("-", "‐", "‑") and glued and before.tag in ("JJ", "JJR", "RB")


def _joins_compound(tokens: tuple[Token, ...], place: int) -> bool:
    before = tokens[place - 1]
    if before.tag in NOUN_TAGS:
        return True
    hyphen = before.text in ("-", "–", "/") or before.tag == "HYPH"
    return hyphen and before.end == tokens[place].start and place > 1 and tokens[place - 2].tag in NOUN_TAGS


def short_phrase(sentence: Sentence, head: int) -> str:
    """Give the noun phrase of an actor: its left modifiers, coordination and "of …", but no clauses and no apposition.

    Shape:   text as written, without a leading article's loss: "The police in Ogun State" gives "The police".
    """
    kept = sorted(_core(sentence, head, of=True))
    return _run(sentence, head, kept)


def noun_phrase(sentence: Sentence, head: int) -> str:
    """Give the whole noun phrase with its prepositional phrases, but without relative clauses and appositions."""
    kept, open_ = {head}, [head]
    while open_:
        for child in sentence.children[open_.pop()]:
            dep = sentence.tokens[child].dep
            if dep in _CORE or dep in ("prep", "pobj", "pcomp", "advmod", "npadvmod", "punct"):
                kept.add(child)
                open_.append(child)
    return _run(sentence, head, sorted(kept))


def _core(sentence: Sentence, head: int, *, of: bool) -> set[int]:
    kept, open_ = {head}, [head]
    while open_:
        for child in sentence.children[open_.pop()]:
            token = sentence.tokens[child]
            of_phrase = of and ((token.dep == "prep" and token.lower == "of") or token.dep == "pobj")
            if of_phrase and any(sentence.tokens[c].tag == "CD" for c in sentence.subtree(child)):
                continue  # "the mob of over 1,000 people" is a mob
            if token.dep in _CORE or of_phrase or (token.dep == "punct" and token.text in ("-", "–", "/")):
                kept.add(child)
                open_.append(child)
    return kept


def _run(sentence: Sentence, head: int, kept: list[int]) -> str:
    """Give the unbroken run of kept tokens around the head, without marks at its ends."""
    chosen = set(kept)
    first = last = head
    while first - 1 in chosen or (first - 2 in chosen and sentence.tokens[first - 1].dep == "punct" and first >= 2):
        first -= 1
    while last + 1 in chosen:
        last += 1
    while first < head and not sentence.tokens[first].text[0].isalnum():
        first += 1
    while last > head and not sentence.tokens[last].text[-1].isalnum():
        last -= 1
    return sentence.words(first, last + 1)
