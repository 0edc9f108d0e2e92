"""What is asked of a parse: subject, objects, passive, complement, own clauses, "by" phrase, the chain of coordination.

Each question is asked in one way, here; its answer is kept with the sentence, so that nobody pays for it twice. Where
the tagger is known to err the order of words decides (`is_passive` behind a form of "be"). Positions are those
of `Sentence.tokens`. Not here: noun phrases as text (`phrases.py`), and where a span stands among verbs (`clauses.py`).
"""

from collections.abc import Iterator

from newsfacts.language.once import once
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import function_words

__all__ = [
    "BE",
    "OBJECTS",
    "SUBJECTS",
    "by_phrase",
    "chain_start",
    "complements",
    "conjunct_of",
    "is_clause_verb",
    "is_mistaken",
    "is_passive",
    "objects",
    "own_clauses",
    "subjects",
    "verbs_above",
]

BE = function_words("be")
"""Forms of "be"."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""Relations of subjects."""
OBJECTS = frozenset({"dobj", "obj", "dative", "oprd"})
_COMPLEMENTS = frozenset({"acomp", "oprd", "xcomp", "attr"})
_CLAUSES = frozenset({"acl", "relcl", "amod"})
_NOMINAL = frozenset({"compound", "nmod", "prep", "aux", "auxpass"})
"""Relations in which a word tagged as a verb governs no clause: a preposition in its shape, an auxiliary, a noun."""

_FINITE = frozenset({"VB", "VBD", "VBP", "VBZ"})
_NOUN_RELATIONS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "compound", "nmod", "poss"})
"""Relations that a finite verb cannot have."""


def is_mistaken(token: Token) -> bool:
    """See a noun that the tagger took for a finite verb: "[homicides] fell", "from two [accounts]"."""
    return token.tag in _FINITE and token.dep in _NOUN_RELATIONS


@once
def subjects(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """List the subjects that hang on a verb, active or passive, in order."""
    return tuple(child for child in sentence.children[verb] if sentence.tokens[child].dep in SUBJECTS)


@once
def objects(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """List the objects that hang on a verb, in order."""
    return tuple(child for child in sentence.children[verb] if sentence.tokens[child].dep in OBJECTS)


@once
def complements(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """List what completes a verb: "were left [injured]", "needed to be [treated]", "were [dead]"."""
    return tuple(child for child in sentence.children[verb] if sentence.tokens[child].dep in _COMPLEMENTS)


@once
def own_clauses(sentence: Sentence, noun: int) -> tuple[int, ...]:
    """List the verbs of a noun's own participles and relative clauses: "phones [stolen] in May", "[stolen] phones"."""
    tokens = sentence.tokens
    return tuple(child for child in sentence.children[noun] if tokens[child].dep in _CLAUSES and is_verb(tokens[child]))


@once
def is_passive(sentence: Sentence, verb: int) -> bool:
    """See an auxiliary or subject of the passive, a bare past participle that modifies a noun, or one behind "be".

    A coordinated participle without a subject of its own is passive where the first one is.
    """
    token = sentence.tokens[verb]
    if any(sentence.tokens[child].dep in ("auxpass", "nsubjpass") for child in sentence.children[verb]):
        return True
    if token.dep == "conj" and token.tag == "VBN":
        above = sentence.tokens[token.head]
        own = any(sentence.tokens[child].dep == "nsubj" for child in sentence.children[verb])
        return not own and is_verb(above) and is_passive(sentence, above.position)
    return token.tag == "VBN" and (token.dep in ("acl", "amod") or _behind_be(sentence, verb))


def _behind_be(sentence: Sentence, position: int) -> bool:
    return any(token.lower in BE for token in sentence.tokens[max(0, position - 3) : position])


@once
def by_phrase(sentence: Sentence, position: int) -> int | None:
    """Find the noun of the "by" phrase of a passive verb or a verbal noun: "arrested by [police]"."""
    tokens = sentence.tokens
    for child in sentence.children[position]:
        if tokens[child].dep == "agent" or (tokens[child].dep == "prep" and tokens[child].lower == "by"):
            for below in sentence.children[child]:
                if tokens[below].dep == "pobj" and not tokens[below].lower[0].isdigit():
                    return below
    return None


@once
def chain_start(sentence: Sentence, verb: int) -> int:
    """Give the first verb of the chain of verbs that a verb hangs in."""
    for above in sentence.ancestors(verb):
        if not is_verb(sentence.tokens[above]):
            break
        verb = above
    return verb


@once
def conjunct_of(sentence: Sentence, position: int) -> int:
    """Give the first word of the list that a word is coordinated in; the word itself where it is in none."""
    seen = sentence.tokens[position]
    while seen.dep == "conj" and seen.head < seen.position and is_noun(sentence.tokens[seen.head]):
        seen = sentence.tokens[seen.head]
    return seen.position


def is_clause_verb(token: Token) -> bool:
    """Tell a verb that governs a clause from an auxiliary and from a preposition in its shape ("including")."""
    return is_verb(token) and token.dep not in _NOMINAL and not is_mistaken(token)


def verbs_above(sentence: Sentence, position: int) -> Iterator[int]:
    """Walk up the verbs above a token, nearest first."""
    return (above for above in sentence.ancestors(position) if is_clause_verb(sentence.tokens[above]))
