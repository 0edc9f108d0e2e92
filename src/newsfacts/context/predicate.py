"""The verb that a noun hangs on, and who did it.

Phases: 1. `PredicateReader.read` climbs from a noun through coordination, apposition, partitives and "including" to the verb or
verbal noun that governs it; 2. the agent is the subject of an active verb, the "by" phrase of a passive one, or the subject of
the clause that the verb depends on. Where the parse gives no verb a window over tags is tried last, for headlines and
translated text. Not here: what kind of event it is (`event.py`), and which person the agent is (the spine).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from newsfacts import lexicons
from newsfacts.language import Sentence, Token
from newsfacts.phrases import VERB_TAGS, is_noun, is_verb, short_phrase

__all__ = ["Agent", "Predicate", "PredicateReader", "reader"]

Lemma = Callable[[str, str], str]
"""Gives the base form of a word with its tag."""

_TRANSPARENT = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "poss", "conj", "appos", "npadvmod", "dep"})
_CLAUSAL = frozenset({"xcomp", "advcl", "conj", "ccomp", "pcomp", "acl", "dep", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_STEPS = 12
"""Edges climbed at most: deeper governors are those of other clauses."""


@dataclass(frozen=True, slots=True)
class Agent:
    """Hold who did it, as written."""

    text: str
    """The noun phrase or pronoun."""
    start: int
    """Index of its head word in the article."""
    end: int
    """Index behind its head word."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """Hold what happened to the things counted."""

    lemma: str
    """Base form of the verb."""
    position: int
    """Position of the verb or verbal noun in the sentence."""
    patient: bool
    """They suffer it (object, subject of a passive); else they do it or stand beside it."""
    agent: Agent | None = None
    """Who did it, where the sentence says so."""


class PredicateReader:
    """Find predicates and agents; make one with `reader`."""

    def __init__(self, light: frozenset[str], nouns: dict[str, str]) -> None:
        """Take the light verbs and the verbal nouns with their verbs."""
        self._light = light
        self._nouns = nouns

    def read(self, sentence: Sentence, position: int, lemma: Lemma) -> Predicate | None:
        """Read the predicate of the noun (or bare number) at `position`."""
        found = self._climb(sentence, position, lemma)
        if found is None or found.lemma in self._light:
            closer = self._participle(sentence, position, lemma)
            found = closer or found
        if found is None:
            found = self._window(sentence, position, lemma)
        if found is None or found.lemma == "be":
            return None
        return replace(found, agent=self.agent(sentence, found))

    def agent(self, sentence: Sentence, predicate: Predicate) -> Agent | None:
        """Find who does what the predicate says."""
        token = sentence.tokens[predicate.position]
        if not is_verb(token):
            return self._by(sentence, token.position)
        if _is_passive(sentence, token):
            return self._by(sentence, token.position)
        if not predicate.patient and any(
            sentence.tokens[c].dep in _SUBJECTS for c in sentence.children[token.position]
        ):
            return None if predicate.lemma not in self._light else None
        return self.subject(sentence, token.position)

    def subject(self, sentence: Sentence, position: int) -> Agent | None:
        """Find the subject of a verb, through relative clauses, infinitives, participles and coordination."""
        tokens = sentence.tokens
        for _ in range(_STEPS):
            token = tokens[position]
            for child in sentence.children[position]:
                if tokens[child].dep == "nsubj":
                    return self._antecedent(sentence, child, position)
            if _is_passive(sentence, token) and any(tokens[c].dep == "nsubjpass" for c in sentence.children[position]):
                by = self._by(sentence, position)
                if by is not None:
                    return by
                passive = next(c for c in sentence.children[position] if tokens[c].dep == "nsubjpass")
                return _agent(sentence, passive)
            head = token.head
            if token.dep in ("acl", "relcl") and is_noun(tokens[head]):
                return _agent(sentence, head) if token.tag in ("VBG", "VB") or token.dep == "relcl" else None
            if token.dep == "prep" and is_verb(tokens[head]):
                position = head
            elif token.dep in _CLAUSAL and head != position and tokens[head].tag in VERB_TAGS | {"IN", "TO"}:
                position = head
            else:
                return None
        return None

    def _antecedent(self, sentence: Sentence, child: int, verb: int) -> Agent:
        """Read "the squad, which arrested …" as the squad."""
        tokens = sentence.tokens
        if tokens[child].tag in ("WDT", "WP") and tokens[verb].dep == "relcl":
            return _agent(sentence, tokens[verb].head)
        return _agent(sentence, child)

    def _by(self, sentence: Sentence, position: int) -> Agent | None:
        tokens = sentence.tokens
        for child in sentence.children[position]:
            if tokens[child].dep == "agent" or (tokens[child].dep == "prep" and tokens[child].lower == "by"):
                for below in sentence.children[child]:
                    if tokens[below].dep == "pobj":
                        return _agent(sentence, below)
        return None

    def _climb(self, sentence: Sentence, position: int, lemma: Lemma) -> Predicate | None:
        tokens = sentence.tokens
        for _ in range(_STEPS):
            token = tokens[position]
            head = tokens[token.head]
            if token.dep in ("nsubjpass", "csubjpass"):
                return self._verb(head, lemma, patient=True)
            if token.dep in ("dobj", "dative", "oprd", "obj"):
                return self._verb(head, lemma, patient=True)
            if token.dep == "nsubj":
                complement = _complement(sentence, head)
                return self._verb(complement or head, lemma, patient=complement is not None)
            if token.dep == "attr":
                return self._verb(head, lemma, patient=True)
            if token.dep == "pobj":
                above = tokens[head.head]
                if head.dep == "agent":
                    return self._verb(above, lemma, patient=False)
                if above.lower in self._nouns and head.lower in ("of", "in", "for"):
                    return Predicate(self._nouns[above.lower], above.position, head.lower == "of")
                if is_verb(above):
                    return self._verb(above, lemma, patient=head.lower in ("of", "including"))
                position = above.position if is_noun(above) or above.dep in ("pobj", "prep") else head.position
                if position == head.position and head.head == head.position:
                    return None
                continue
            if token.dep in ("prep", "pcomp", "agent", "cc") and is_verb(head):
                return self._verb(head, lemma, patient=token.lower == "including")
            if token.dep in _TRANSPARENT or token.dep in ("prep", "pcomp"):
                if token.head == position:
                    return None
                if is_verb(head):
                    return self._verb(head, lemma, patient=True)
                position = token.head
                continue
            return None
        return None

    def _participle(self, sentence: Sentence, position: int, lemma: Lemma) -> Predicate | None:
        """Read the participle that modifies the noun: "249 vehicles seized", "nine stolen bicycles"."""
        tokens = sentence.tokens
        for wanted in (("acl",), ("relcl",), ("amod",)):
            for child in sentence.children[position]:
                token = tokens[child]
                if token.dep in wanted and token.tag in ("VBN", "VBD", "VBG"):
                    return self._verb(token, lemma, patient=token.tag != "VBG")
        return None

    def _window(self, sentence: Sentence, position: int, lemma: Lemma) -> Predicate | None:
        """Look for the nearest verb by tag: behind the noun when it is a participle or auxiliary, else before it."""
        tokens = sentence.tokens
        for token in tokens[position + 1 : position + 6]:
            if token.tag == "VBN" or (token.tag == "VBD" and token.dep != "aux"):
                return self._verb(token, lemma, patient=True)
            if token.text in (",", ".", ";"):
                break
        for token in reversed(tokens[max(0, position - 6) : position]):
            if token.tag in VERB_TAGS and token.tag != "VBN":
                return self._verb(token, lemma, patient=True)
            if token.text in (";", ":"):
                break
        return None

    def _verb(self, token: Token, lemma: Lemma, *, patient: bool) -> Predicate | None:
        if token.tag in VERB_TAGS:
            return Predicate(lemma(token.lower, token.tag), token.position, patient)
        if token.lower in self._nouns:
            return Predicate(self._nouns[token.lower], token.position, patient)
        return None


def reader(extra: Path | None = None) -> PredicateReader:
    """Make a reader from the lexicons `light_verbs` and `action_nouns`."""
    nouns = lexicons.read("action_nouns", extra).mapping("verb")
    return PredicateReader(lexicons.read("light_verbs", extra).words(), nouns)


def _agent(sentence: Sentence, position: int) -> Agent:
    token = sentence.tokens[position]
    return Agent(short_phrase(sentence, position), token.start, token.end)


def _is_passive(sentence: Sentence, token: Token) -> bool:
    """See an auxiliary of the passive, or a bare past participle that modifies a noun."""
    if any(sentence.tokens[c].dep in ("auxpass", "nsubjpass") for c in sentence.children[token.position]):
        return True
    if token.dep == "conj" and token.tag == "VBN":
        head = sentence.tokens[token.head]
        own = any(sentence.tokens[c].dep == "nsubj" for c in sentence.children[token.position])
        return not own and is_verb(head) and _is_passive(sentence, head)
    return token.tag == "VBN" and token.dep in ("acl", "amod")


def _complement(sentence: Sentence, verb: Token) -> Token | None:
    """Read "were left injured", "were found dead" and "remained held" by their complement."""
    if verb.lower not in ("left", "found", "were", "was", "are", "is", "been", "be", "remain", "remained"):
        return None
    for child in sentence.children[verb.position]:
        token = sentence.tokens[child]
        if token.dep in ("acomp", "oprd", "xcomp") and token.tag in ("VBN", "VBD"):
            return token
    return None
