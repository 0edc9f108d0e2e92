"""The words by which percentages are read: change, level, share, ranking, and who only holds a figure.

"Leeds saw a drop of 4%" measures no Leeds: places, forces and agencies hold figures. The words come from the lexicons
`change_words`, `place_words`, `known_places`, `event_nouns` and `person_nouns`.
"""

from dataclasses import dataclass
from pathlib import Path

from newsfacts import lexicons
from newsfacts.language.lemmas import Lemma
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import function_words
from newsfacts.record import Direction

__all__ = ["UP_DOWN", "ChangeWords", "Lemma", "reader"]

UP_DOWN = (Direction.INCREASE, Direction.DECREASE)
"""The directions of a change."""

_HOLDER_LABELS = frozenset({"GPE", "LOC", "FAC", "ORG", "NORP", "PERSON"})
_CONTENT = frozenset({"NN", "NNS", "JJ", "VB", "VBD", "VBN", "VBZ", "VBP", "VBG"})
_PERSONAL = (function_words("personal") - {"it"}) | {"who"}


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """Hold the words; make one with `reader`."""

    verbs: dict[str, Direction]
    """Lemma of a verb of change, level or share."""
    nouns: dict[str, Direction]
    """Lemma of a noun of change or of a rate."""
    adverbs: dict[str, Direction]
    """Word beside a figure: up, fewer."""
    quantifiers: frozenset[str]
    """Words for a part of a whole without a number: most, majority."""
    ranking: frozenset[str]
    """Lemmas of verbs that put one figure behind another: follow, tie."""
    moving: frozenset[str]
    """Lemmas of verbs of motion that are no change by themselves: go (up)."""
    having: frozenset[str]
    """Lemmas of verbs whose subject has the change that their object names: see, record."""
    holders: frozenset[str]
    """Words for places and bodies, which have figures and are not measured."""
    people: frozenset[str]
    """Words for people."""
    things: frozenset[str]
    """Words for crimes and incidents, which are measured whatever the model takes them for."""
    groups: frozenset[str]
    """Words for a part of people: female."""
    lemma: Lemma
    """Base form of a word with its tag."""

    def change(self, token: Token) -> Direction | None:
        """Give the direction of a verb or noun of change; None for every other word."""
        found = self.verb(token) or self.noun(token)
        return found if found in UP_DOWN else None

    def verb(self, token: Token) -> Direction | None:
        """Give what a verb says: a change, a level or a share."""
        return self.verbs.get(self.lemma(token.lower, token.tag)) if is_verb(token) else None

    def noun(self, token: Token) -> Direction | None:
        """Give what a noun says: a change or a rate."""
        tag = {"NNP": "NNS", "NNPS": "NNS"}.get(
            token.tag, token.tag
        )  # "Falls were seen" opens with a name, for the tagger
        return self.nouns.get(self.lemma(token.lower, tag)) if is_noun(token) else None

    def holds(self, sentence: Sentence, head: int) -> bool:
        """See a noun or pronoun that can only hold a figure: a place, a force, a person, an agency.

        In a headline, where every word is in capitals, the model's entities are not believed.
        """
        token = sentence.tokens[head]
        if token.lower in self.things or self.lemma(token.lower, "NNS") in self.things:
            return False
        if token.lower in _PERSONAL or token.lower in self.holders or self.lemma(token.lower, "NNS") in self.holders:
            return True
        if token.tag not in ("NNP", "NNPS") or not any(
            t.tag in _CONTENT and t.text[0].islower() for t in sentence.tokens
        ):
            return False
        return any(e.first <= head < e.last and e.label in _HOLDER_LABELS for e in sentence.entities)


def reader(lemma: Lemma, extra: tuple[Path, ...] = ()) -> ChangeWords:
    """Read the lexicons."""
    changes = lexicons.read("change_words", extra)

    def directions(name: str) -> dict[str, Direction]:
        return {r["word"]: Direction(r["direction"]) for r in changes.rows if r["class"] == name}

    places = lexicons.read("place_words", extra)
    classes = ("admin", "generic", "divisions")
    holders = changes.words(**{"class": "holder"}).union(*(places.words(**{"class": name}) for name in classes))
    holders |= lexicons.read("known_places", extra).words()
    return ChangeWords(
        verbs=directions("verb"),
        nouns=directions("noun"),
        adverbs=directions("adverb"),
        quantifiers=changes.words(**{"class": "quantifier"}),
        ranking=changes.words(**{"class": "ranking"}),
        moving=changes.words(**{"class": "moving"}),
        having=changes.words(**{"class": "having"}),
        holders=holders,
        things=frozenset(
            r["noun"] for r in lexicons.read("event_nouns", extra).rows if r["class"] in ("case", "death")
        ),
        groups=changes.words(**{"class": "group"}),
        people=lexicons.read("person_nouns", extra).words(),
        lemma=lemma,
    )
