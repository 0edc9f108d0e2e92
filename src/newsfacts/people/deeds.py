"""What the verb or noun above a name says of its part: who arrests is police, who is arrested a suspect.

Reads the dependency tree; gives the votes of one token. Which words mean what is in the lexicons.
"""

from newsfacts.language import Token
from newsfacts.people.candidates import Lemma
from newsfacts.people.pieces import Scene
from newsfacts.people.words import PeopleWords

__all__ = ["token_votes", "verb_votes"]

_CLIMB = frozenset({"conj", "appos", "compound", "nmod"})


def verb_votes(scene: Scene, index: int, words: PeopleWords, lemma: Lemma) -> list[str]:
    """List the parts that the sentence of one mention votes for."""
    token = scene.token(scene.pieces[index])
    return [vote for vote in token_votes(scene, token, words, lemma) if vote] if token else []


def token_votes(scene: Scene, token: Token, words: PeopleWords, lemma: Lemma) -> list[str]:
    """List the parts that the verb or noun above a token votes for; may hold empty strings."""
    tokens = scene.sentence.tokens
    climbed, steps = token, 0
    while climbed.dep in _CLIMB and climbed.head != climbed.position and steps < 12:
        climbed, steps = tokens[climbed.head], steps + 1
    head = tokens[climbed.head]
    if climbed.dep == "poss":
        return [words.nouns[head.lower]] if head.lower in words.nouns else []
    if climbed.dep == "pobj" and head.head != head.position:
        noun = tokens[head.head]
        if head.lower in ("by", "from") and words.nouns.get(noun.lower) == "journalist":
            return ["journalist"]
        if head.lower in ("of", "against", "for", "on", "to") and noun.lower in words.nouns:
            return [words.nouns[noun.lower]]
        if noun.tag.startswith("VB"):
            known = words.verbs.get(lemma(noun.lower, noun.tag))
            if head.lower in ("alongside", "with"):
                passive = any(
                    scene.sentence.tokens[i].dep in ("auxpass", "nsubjpass")
                    for i in scene.sentence.children[noun.position]
                )
                return [known.object] if known and passive else []
            if head.lower == "by":
                return [known.subject] if known else []
            if head.lower in ("from", "against", "to", "on"):
                return [words.pobj.get(f"{lemma(noun.lower, noun.tag)} {head.lower}", "")]
        return []
    if not head.tag.startswith("VB"):
        return []
    return _by_verb(scene, climbed, head, words, lemma)


def _by_verb(scene: Scene, token: Token, verb: Token, words: PeopleWords, lemma: Lemma) -> list[str]:
    found: list[str] = []
    tokens = scene.sentence.tokens
    for one in (
        verb,
        *(tokens[i] for i in scene.sentence.children[verb.position] if tokens[i].dep in ("conj", "xcomp")),
    ):
        known = words.verbs.get(lemma(one.lower, one.tag))
        below = [tokens[i] for i in scene.sentence.children[one.position]]
        passive = one.tag == "VBN" and any(other.dep == "auxpass" for other in below)
        passive = passive or token.dep == "nsubjpass"
        punished = any(
            other.lower in words.punishments and other.dep in ("dobj", "oprd", "attr", "acomp") for other in below
        )
        if any(other.lower in ("missing", "dead") for other in below) or (
            one.lower == "seen" and any(other.lower == "last" for other in below)
        ):
            found.append("victim")
        phrasal = next((other.lower for other in below if other.dep == "prt"), None)
        known = words.phrasal(lemma(one.lower, one.tag), phrasal) or known
        if punished and token.dep != "dobj":
            found.append("suspect")
        elif known is not None and (passive or token.dep == "dobj"):
            found.append(known.object)
        elif known is not None and token.dep == "nsubj":
            reflexive = any(other.lower in ("himself", "herself", "themselves") for other in below)
            found.append(known.object if reflexive else known.subject)
    return found
