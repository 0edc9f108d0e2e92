"""How what is counted hangs on an act: as its object, its subject, behind a preposition, or not at all.

"Police seized [nine guns] in [four towns]": the police did something to the guns, and nothing to the towns. One
reading: climb from the counted noun to the act and say over which edge the act is reached. Not here: which act it is
(`action.py`), and who did it (`agent.py`).
"""

from newsfacts.language import syntax
from newsfacts.language.phrases import is_verb
from newsfacts.language.pipeline import Sentence, Token

__all__ = ["BEHIND", "hanging"]

BEHIND = "behind"
"""What the answer begins with where a preposition stands between; the preposition follows."""
_OBJECTS = syntax.OBJECTS | {"attr"}
_PARTITIVE = frozenset({"of", "including"})
"""Prepositions that keep what stands behind them in the place of what stands before: nine of the men."""
_STEPS = 12
"""Edges climbed at most."""


def hanging(sentence: Sentence, counted: int, here: int | None) -> str:
    """Say how the counted noun hangs on the act; `here` is the act's place, None where it stands in another unit.

    Shape:   object | subject | own (the act is its participle or relative clause) | itself (its name) | below (it is
             another verb's under the act) | beside | apart (the tree joins them nowhere) | elsewhere (the act is in
             another unit) | "behind in", with the preposition.
    """
    place, tokens = counted, sentence.tokens
    if here is None:
        return "elsewhere"
    if here == place:
        return "itself"
    if place in sentence.ancestors(here):
        return "own"
    preposition, below = "", False
    for _ in range(_STEPS):
        token = tokens[place]
        if token.head == place:
            break
        if not preposition and _parts(sentence, place):
            preposition = token.lower
        if token.lower == "of" and _is_whole(sentence, counted, token):
            return "whole"
        if token.head == here:
            return _reached(token.dep, preposition, below=below)
        below = below or (is_verb(tokens[token.head]) and tokens[token.head].dep != "prep")
        place = token.head
    return "apart"


def _is_whole(sentence: Sentence, counted: int, of: Token) -> bool:
    """See what a part is taken from: "four of the [five watches]", "of the [121 dead], 88 …"."""
    tokens, children = sentence.tokens, sentence.children
    if not {"det", "nummod"} <= {tokens[child].dep for child in children[counted]}:
        return False
    above = tokens[of.head]
    return of.position == 0 or above.tag == "CD" or any(tokens[c].tag == "CD" for c in children[above.position])


def _parts(sentence: Sentence, place: int) -> bool:
    """See a preposition that keeps an act from what stands behind it; "between" of a range is none."""
    token, behind = sentence.tokens[place], sentence.tokens[place + 1 : place + 4]
    if token.dep != "prep" or token.tag not in ("IN", "TO") or token.lower in _PARTITIVE:
        return False
    return not (token.lower == "between" and [t.tag for t in behind] == ["CD", "CC", "CD"])


def _reached(relation: str, preposition: str, *, below: bool) -> str:
    """Name the edge over which the act is reached."""
    if preposition:
        return f"{BEHIND} {preposition}"
    if below:
        return "below"
    if relation in syntax.SUBJECTS:
        return "subject"
    return "object" if relation in _OBJECTS else "beside"
