"""Arrests and charges that nobody made: those that are asked for, and those that are denied.

Who shall be arrested if a party or a crowd has its way is no suspect yet, and who was not arrested is none. What
police, prosecutors and courts ask for is another matter: they accuse. Reads the dependency tree above one name.
"""

from collections.abc import Iterator

from newsfacts.language.pipeline import Token
from newsfacts.lexicons.function_words import cue_words
from newsfacts.people.names.candidates import Lemma
from newsfacts.people.pieces import Scene
from newsfacts.people.words import PeopleWords

__all__ = ["is_unreal"]

_DEMANDING = cue_words("demanding")
_DEMANDING_FOR = cue_words("demanding for")
_DISPROVING = cue_words("disproving")
_HEARSAY = cue_words("hearsay")
_ACCUSING = cue_words("may order an arrest")
_BELOW = frozenset(
    {
        "acl",
        "appos",
        "ccomp",
        "compound",
        "conj",
        "dative",
        "dobj",
        "nsubj",
        "nsubjpass",
        "pcomp",
        "pobj",
        "prep",
        "xcomp",
    }
)
"""How what is asked for or denied hangs on the word that says so."""
_DEEPEST = 8
"""Steps up the tree."""


def is_unreal(scene: Scene, token: Token, words: PeopleWords, lemma: Lemma) -> bool:
    """See "demanded the arrest of NAME", "urged police to charge NAME", "denied that it had arrested NAME"."""
    arrest, behind_for = False, False
    for below, above in _path(scene, token):
        arrest = arrest or words.is_arrest(lemma(below.lower, below.tag))
        behind_for = below.lower == "for" and below.dep == "prep"
        if below.dep == "nsubj":
            continue  # who demands or denies
        if above.lower in _DEMANDING or (behind_for and _asks_for(scene, above)):
            return below is not token and not _is_of_law(scene, above)
        if arrest and (above.lower in _HEARSAY or above.lower in _DISPROVING):
            return True
    return False


def _path(scene: Scene, token: Token) -> Iterator[tuple[Token, Token]]:
    """Yield each token above a name, with the one below it, as far as what is asked for or denied may reach."""
    tokens = scene.sentence.tokens
    for _ in range(_DEEPEST):
        if token.dep not in _BELOW or token.head == token.position:
            return
        yield token, tokens[token.head]
        token = tokens[token.head]


def _asks_for(scene: Scene, above: Token) -> bool:
    """See "called for", "a call for", and "calls grew for"."""
    tokens, children = scene.sentence.tokens, scene.sentence.children
    subjects = (tokens[index].lower for index in children[above.position] if tokens[index].dep == "nsubj")
    return above.lower in _DEMANDING_FOR or any(word in _DEMANDING_FOR for word in subjects)


def _is_of_law(scene: Scene, demand: Token) -> bool:
    """See "prosecutors demanded", "a call by police": who asks may arrest or accuse."""
    tokens, children = scene.sentence.tokens, scene.sentence.children
    for index in children[demand.position]:
        asking = tokens[index]
        if asking.dep in ("nsubj", "poss", "compound") and asking.lower in _ACCUSING:
            return True
        if asking.lower in ("by", "from") and any(tokens[i].lower in _ACCUSING for i in children[index]):
            return True
    return False
