"""The part a person plays: from titles, and from the verbs and nouns around each mention."""

from collections import Counter
from collections.abc import Sequence

from newsfacts.people.names import Lemma
from newsfacts.people.persons import Draft
from newsfacts.people.pieces import Scene
from newsfacts.people.words import PeopleWords
from newsfacts.record import Part

__all__ = ["part_of"]

_CHARGED = frozenset({"suspect", "victim"})


def part_of(draft: Draft, scenes: Sequence[Scene], words: PeopleWords, lemma: Lemma) -> Part:
    """Decide on the part of a person.

    A byline makes a journalist. A title of police, office or press decides unless the person is arrested, charged or
    killed more than once told; then verbs and nouns; an ordinary title says "other".
    """
    if any("byline" in name.ids for name in draft.names):
        return Part.JOURNALIST
    titled = [role.part for name in draft.names for role in name.roles]
    votes: Counter[str] = Counter()
    for name in draft.names:
        for vote in _votes(scenes[name.scene], name.first, name.last, words, lemma):
            votes[vote] += 1
    for part in (Part.SUSPECT, Part.VICTIM):
        if part in titled:
            return part
    strong = [part for part in titled if part in (Part.POLICE, Part.OFFICIAL, Part.JOURNALIST)]
    charged = votes["suspect"]
    if strong and charged < 2:
        return strong[0]
    for part in ("suspect", "victim", "witness", "police", "official"):
        if votes[part] and (part not in ("police", "official") or not titled):
            return Part(part)
    if strong:
        return strong[0]
    famous = words.famous.get(draft.words[-1]) or words.famous.get(draft.words[0])
    if famous and len(draft.words) < 3:
        return Part(famous)
    return titled[0] if titled else Part.OTHER


def _votes(scene: Scene, first: int, last: int, words: PeopleWords, lemma: Lemma) -> list[str]:
    """List the parts that the sentence of one mention votes for."""
    token = scene.token(scene.pieces[last - 1])
    if token is None:
        return []
    tokens = scene.sentence.tokens
    climbed = token
    while climbed.dep in ("conj", "appos", "compound", "nmod", "poss") and climbed.head != climbed.position:
        if climbed.dep == "poss":
            noun = tokens[climbed.head]
            return [words.nouns[noun.lower]] if noun.lower in words.nouns else []
        climbed = tokens[climbed.head]
    head = tokens[climbed.head]
    found: list[str] = []
    if climbed.dep == "pobj" and head.lower in ("of", "against", "for", "on") and head.head != head.position:
        noun = tokens[head.head]
        if noun.lower in words.nouns:
            found.append(words.nouns[noun.lower])
    verb = head if head.tag.startswith("VB") else None
    if verb is not None:
        known = words.verbs.get(lemma(verb.lower, verb.tag))
        if known:
            passive = climbed.dep == "nsubjpass" or (climbed.dep == "nsubj" and verb.tag == "VBN")
            if passive or climbed.dep == "dobj":
                found.append(known.object)
            elif climbed.dep == "nsubj":
                found.append(known.subject)
    return [vote for vote in found if vote]
