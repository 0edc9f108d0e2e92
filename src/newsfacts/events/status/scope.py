"""What a cue reaches: shapes of the parse that open or close the scope of a negation, a modal or a claim."""

from collections.abc import Sequence

from newsfacts.language.clauses import Position
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import cue_words, function_words

__all__ = [
    "children_of",
    "has_own_tense",
    "is_announced",
    "is_bound",
    "is_charge",
    "is_free_relative",
    "is_given",
    "is_said",
    "is_second",
    "is_spliced",
    "is_to",
]

_CHARGES = tuple(sorted(cue_words("charge stem")))
_BE = function_words("finite be") | {"be"}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_bound(inside: Sequence[Token]) -> bool:
    """See "no more than 15", "no fewer than 40": the "no" belongs to the comparison."""
    return len(inside) > 2 and inside[1].tag in ("JJR", "RBR") and inside[2].lower == "than"


def is_second(unit: Sentence, token: Token) -> bool:
    """See a second clause with a subject of its own: "it is not easy, and nine men passed", "though two men came"."""
    own = any(child.dep in ("nsubj", "nsubjpass") for child in children_of(unit, token.position))
    return own and (token.dep == "conj" or (token.dep == "advcl" and token.tag[:1] == "V"))


def has_own_tense(unit: Sentence, verb: Token) -> bool:
    """See a second verb that "did not" and "may" before the first do not reach: "did not stop and hit three cars"."""
    first = unit.tokens[verb.head]
    return verb.dep == "conj" and verb.tag in ("VBD", "VBZ") and first.tag == "VB"


def is_spliced(unit: Sentence, verb: Token, below: Token) -> bool:
    """See a main clause in front that the parse hangs on the next: "there was a fall, however we are not glad"."""
    return below.dep == "ccomp" and below.position < verb.position and not is_said(unit, below)


def is_said(unit: Sentence, clause: Token) -> bool:
    """See a clause with the mark of a complement: "that six men fled is not clear"."""
    return any(child.dep == "mark" for child in children_of(unit, clause.position))


def is_free_relative(unit: Sentence, verb: Token, fact: Position) -> bool:
    """See a fact joined to a thing of doubtful name: "what is believed to be cannabis and £800 in cash"."""
    what = any(child.lower == "what" for child in children_of(unit, verb.position))
    return what and any(unit.tokens[place].dep == "conj" for place in (fact.head, *fact.path) if place > verb.position)


def is_announced(unit: Sentence, verb: Token) -> bool:
    """See the infinitive of a headline: "Council to open 10 shelters"."""
    to = any(unit.tokens[child].tag == "TO" for child in unit.children[verb.position])
    return to and verb.tag == "VB" and not any(token.tag in _FINITE for token in unit.tokens)


def is_to(unit: Sentence, verb: Token) -> bool:
    """See "is to cost", "are to benefit": an infinitive straight behind a form of be."""
    be = unit.tokens[verb.head]
    if verb.dep != "xcomp" or be.lower not in _BE:
        return False
    to = next((child for child in unit.children[verb.position] if unit.tokens[child].tag == "TO"), None)
    return to is not None and all(token.tag[:2] == "RB" for token in unit.tokens[be.position + 1 : to])


def is_given(unit: Sentence, fact: Position) -> bool:
    """See a definite whole of which a part is spoken of, which no cue doubts: "some of its 1,400 inmates"."""
    head = unit.tokens[fact.head]
    if head.dep != "pobj" or unit.tokens[head.head].lower != "of":
        return False
    return any(child.tag == "PRP$" or child.lower == "the" for child in children_of(unit, fact.head))


def is_charge(token: Token) -> bool:
    """See what one is charged with by number: "two counts", "three felonies"."""
    return token.lower.startswith(_CHARGES)


def children_of(unit: Sentence, place: int) -> list[Token]:
    """List the tokens that hang on one."""
    return [unit.tokens[child] for child in unit.children[place]]
