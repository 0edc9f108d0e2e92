"""Whose a role is that stands away from the name: the subject of a verb, the pronoun's antecedent.

A pronoun is tied only where one person can be meant: the only one that its sentence names before it, else the only one
that the sentences just before name. When in doubt nobody is meant.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsfacts.language.pipeline import Token
from newsfacts.people.identity.persons import Draft
from newsfacts.people.names.candidates import Candidate
from newsfacts.people.pieces import Scene
from newsfacts.people.words import PeopleWords

__all__ = ["Bearers", "bearers"]

_REACH = 3
"""Sentences that a pronoun may look back over those that name nobody."""
_GENDERS = {"he": "male", "she": "female"}
_UP = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp"})


@dataclass(frozen=True)
class Bearers:
    """Tell who is meant where in an article."""

    scenes: Sequence[Scene]
    """The sentences."""
    named: Mapping[int, Sequence[tuple[Draft, Candidate]]]
    """Who is named in each sentence, by its index."""
    words: PeopleWords
    """Genders of given names."""

    def subject(self, number: int, verb: Token) -> Draft | None:
        """Find the person who is the subject of a verb, active or passive, or the noun that the verb describes."""
        tokens = self.scenes[number].sentence.tokens
        for _ in range(6):
            subject = self._own(number, verb)
            if subject is not None and subject.lower not in ("who", "that"):
                return self.person(number, subject)
            head = tokens[verb.head]
            if verb.dep in ("acl", "relcl", "appos"):
                return self.person(number, head)
            if verb.dep not in _UP or head is verb:
                return None
            verb = head
        return None

    def object(self, number: int, verb: Token) -> Draft | None:
        """Find the person to whom it is done: "appointed NAME as"."""
        tokens = self.scenes[number].sentence.tokens
        below = (tokens[index] for index in self.scenes[number].sentence.children[verb.position])
        done = next((token for token in below if token.dep == "dobj"), None)
        return self.person(number, done) if done else None

    def person(self, number: int, token: Token) -> Draft | None:
        """Find the person whom a noun or pronoun means."""
        for draft, name in self.named.get(number, ()):
            if name.start <= token.start < name.end:
                return draft
        if token.lower in _GENDERS:
            return self.focus(number, token.start, _GENDERS[token.lower])
        if token.tag.startswith("NN"):
            return self._apposed(number, token)
        return None

    def ending(self, number: int, end: int) -> Draft | None:
        """Find the person whose name ends at a character."""
        return next((draft for draft, name in self.named.get(number, ()) if name.end == end), None)

    def focus(self, number: int, before: int, gender: str = "") -> Draft | None:
        """Find the one person who was spoken of last before a character of the article."""
        here = {id(draft): draft for draft, name in self.named.get(number, ()) if name.start < before}
        back = number
        while not here and back > max(0, number - _REACH):
            back -= 1
            here = {id(draft): draft for draft, _ in self.named.get(back, ())}
        if len(here) != 1:
            return None
        draft = next(iter(here.values()))
        family = draft.words[0] in self.words.family_first  # "Liu Xinie": it tells no gender
        own = "" if family else self.words.given.get(draft.words[0], "")
        clash = gender and own in ("male", "female") and own != gender
        return None if clash else draft

    def _own(self, number: int, verb: Token) -> Token | None:
        tokens = self.scenes[number].sentence.tokens
        below = (tokens[index] for index in self.scenes[number].sentence.children[verb.position])
        return next((token for token in below if token.dep in ("nsubj", "nsubjpass")), None)

    def _apposed(self, number: int, token: Token) -> Draft | None:
        """See "the arrested persons Ann Roe": a name that hangs on the noun."""
        tokens = self.scenes[number].sentence.tokens
        for index in self.scenes[number].sentence.children[token.position]:
            if tokens[index].dep == "appos":
                for draft, name in self.named.get(number, ()):
                    if name.start <= tokens[index].start < name.end:
                        return draft
        return None


def bearers(drafts: Sequence[Draft], scenes: Sequence[Scene], words: PeopleWords) -> Bearers:
    """List who is named where."""
    named: dict[int, list[tuple[Draft, Candidate]]] = {}
    for draft in drafts:
        for name in draft.names:
            named.setdefault(name.scene, []).append((draft, name))
    return Bearers(scenes, named, words)
