"""The verb that a noun hangs on, and who did it.

Phases: 1. `PredicateReader.read` climbs from a noun through coordination, apposition, partitives and "including" to the
verb or verbal noun that governs it; 2. the agent is the subject of an active verb, the "by" phrase of a passive one, or
the subject of the clause that the verb depends on. Where the parse gives no verb a window over tags is tried last, for
headlines and translated text. Not here: what kind of event it is (`event.py`), and which person the agent is (the
spine).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from newsfacts import lexicons
from newsfacts.language.phrases import VERB_TAGS, is_noun, is_verb, short_phrase
from newsfacts.language.pipeline import Sentence, Token

__all__ = ["Agent", "Place", "Predicate", "PredicateReader", "PredicateWords", "reader"]

Lemma = Callable[[str, str], str]
"""Gives the base form of a word with its tag."""

_TRANSPARENT = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "poss", "conj", "appos", "npadvmod", "dep"})
_BLAMING = frozenset({"for", "of", "with", "from"})
"""Prepositions before what the object of a verb did: arrested for, accused of, charged with, kept from."""
_CLAUSAL = frozenset({"xcomp", "advcl", "conj", "ccomp", "pcomp", "acl", "dep", "parataxis"})
_INSIDE = frozenset(
    {"DT", "JJ", "JJR", "NN", "NNS", "NNP", "NNPS", "CD", "VBN", "HYPH", "POS", "PRP$", "RB", "CC", "-LRB-", "-RRB-"}
)
"""Tags inside a noun phrase."""
_ACTORS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WDT", "WP", "CD", "DT", "EX", "JJ"})
_BE_FORMS = frozenset({"were", "was", "are", "is", "been", "be", "being"})
_AUXILIARIES = _BE_FORMS | {"have", "has", "had"}
_LINKING = _BE_FORMS | {"left", "found", "remain", "remained", "reported", "declared", "believed", "said"}
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


class Place(StrEnum):
    """Say how the things counted stand to the verb."""

    PATIENT = "patient"
    SUBJECT = "subject"
    OBLIQUE = "oblique"


@dataclass(frozen=True, slots=True)
class Predicate:
    """Hold what happened to the things counted."""

    lemma: str
    """Base form of the verb."""
    position: int
    """Position of the verb or verbal noun in the sentence."""
    place: Place
    """Whether they suffer it, do it, or stand beside it."""
    agent: Agent | None = None
    """Who did it, where the text says so."""


class PredicateReader:
    """Find predicates and agents; make one with `reader`."""

    def __init__(self, words: "PredicateWords") -> None:
        """Take the words that decide."""
        self._words = words

    def read(
        self, sentence: Sentence, position: int, lemma: Lemma, earlier: Sequence[Sentence] = ()
    ) -> Predicate | None:
        """Read the predicate of the noun (or bare number) at `position`; `earlier`: the units ahead, nearest last."""
        found = (
            self._inside_of(sentence, position, lemma)
            or self._gapped(sentence, position, lemma)
            or self._fronted(sentence, position, lemma)
            or self._subject_verb(sentence, position, lemma)
            or self._climb(sentence, position, lemma)
        )
        found = self._below_reporting(sentence, position, lemma, found)
        if found is None or found.lemma in self._words.light:
            closer = self._participle(sentence, position, lemma)
            found = closer or found
        if found is None:
            found = self._own(sentence, position) or self._window(sentence, position, lemma)
        if found is not None and found.lemma in ("include", "comprise"):
            found = self._of_subject(sentence, found.position, lemma)
        if found is None or found.lemma == "be":
            found = self._own(sentence, position)
        if found is None:
            return None
        return replace(found, agent=self._agent(sentence, found, lemma, earlier))

    def _agent(
        self, sentence: Sentence, predicate: Predicate, lemma: Lemma, earlier: Sequence[Sentence]
    ) -> Agent | None:
        if predicate.place is Place.SUBJECT:
            return None
        token = sentence.tokens[predicate.position]
        if not is_verb(token):
            return self._of_noun(sentence, token.position)
        if _is_passive(sentence, token):
            by = self._by(sentence, token.position) or self._shared_by(sentence, token.position)
            return (
                by
                or self._in_police_action(sentence, token.position)
                or self._police_before(sentence, predicate, lemma, earlier)
            )
        return self.subject(sentence, token.position, lemma, earlier)

    def subject(
        self, sentence: Sentence, position: int, lemma: Lemma, earlier: Sequence[Sentence] = ()
    ) -> Agent | None:
        """Find the subject of a verb, through relative clauses, infinitives, participles, coordination and elision."""
        found = self._clause_subject(sentence, position)
        if found is None:
            return self._elided_subject(sentence, position, lemma, earlier)
        place, verb = found
        governor = sentence.tokens[verb]
        if verb != position and lemma(governor.lower, governor.tag) in self._words.reporting:
            nearer = self._nearer_subject(sentence, position, verb, lemma)
            place = nearer if nearer is not None else place
        return self._named(sentence, place)

    def _clause_subject(self, sentence: Sentence, position: int) -> tuple[int, int] | None:
        """Give the positions of the subject and of the verb that has it."""
        tokens = sentence.tokens
        blamed = None
        for _ in range(_STEPS):
            if blamed is not None:
                return blamed, position
            token = tokens[position]
            children = sentence.children[position]
            own = [c for c in children if tokens[c].dep == "nsubj" and _acts(tokens[c], token)]
            if own:
                relative = tokens[own[0]].tag in ("WDT", "WP") and token.dep == "relcl"
                return (token.head if relative else own[0]), position
            passive = [c for c in children if tokens[c].dep == "nsubjpass"]
            if passive:
                return passive[0], position
            head = tokens[token.head]
            if token.dep in ("acl", "relcl") and is_noun(head):
                human = head.lower in self._words.people or head.tag in ("NNP", "NNPS")
                above = tokens[head.head]
                if token.tag == "VBG" and not human and head.dep == "dobj" and is_verb(above):
                    position = above.position  # "police fired 40 rounds killing two": not the rounds
                    continue
                return (head.position, position) if token.tag in ("VBG", "VB") or token.dep == "relcl" else None
            climbs = head.tag in VERB_TAGS | {"IN", "TO", "JJ"} and head.position != position
            if climbs and (token.dep in _CLAUSAL or token.dep in ("prep", "acomp")):
                blamed = self._blamed(sentence, token) if token.dep == "pcomp" else None
                position = head.position
            else:
                return None
        return None

    def _blamed(self, sentence: Sentence, gerund: Token) -> int | None:
        """Find who did it in "arrested Roe for stealing five phones", "accused two men of robbing": the object did."""
        tokens = sentence.tokens
        preposition = tokens[gerund.head]
        verb = tokens[preposition.head]
        if preposition.lower not in _BLAMING or not is_verb(verb):
            return None
        for child in sentence.children[verb.position]:
            token = tokens[child]
            if token.dep != "dobj" or child > gerund.position:
                continue
            names = [c for c in sentence.children[child] if tokens[c].dep == "appos" and tokens[c].tag == "NNP"]
            if names:
                return names[0]
            return child if token.tag in ("NNP", "PRP") or token.lower in self._words.people else None
        return None

    def _nearer_subject(self, sentence: Sentence, position: int, verb: int, lemma: Lemma) -> int | None:
        """Find a subject between a reporting verb and the verb asked about, which the parser hung too high."""
        for token in reversed(sentence.tokens[verb + 1 : position] if verb < position else ()):
            above = sentence.tokens[token.head]
            if token.dep == "nsubj" and is_verb(above) and lemma(above.lower, above.tag) not in self._words.reporting:
                return token.position
        return None

    def _elided_subject(
        self, sentence: Sentence, position: int, lemma: Lemma, earlier: Sequence[Sentence]
    ) -> Agent | None:
        """Take the subject of the unit before when this one opens with its verb: "…; arrested 5,437 suspects"."""
        opens = all(
            t.tag in ("CC", "RB", "``", "''", ",") or t.text == "“"
            for t in sentence.tokens[: _root_of(sentence, position)]
        )
        if not opens:
            return None
        for before in reversed(earlier):
            if before.unit.line != sentence.unit.line:
                return None
            for token in reversed(before.tokens):
                verb = before.tokens[token.head]
                if token.dep not in ("nsubj", "nsubjpass") or not is_verb(verb) or verb.dep == "relcl":
                    continue
                if (
                    token.tag not in ("WDT", "WP", "CD", "DT")
                    and lemma(verb.lower, verb.tag) not in self._words.reporting
                ):
                    return _as_agent(before, token.position)
        return None

    def _named(self, sentence: Sentence, place: int) -> Agent:
        """Put the noun for "they" and "it" where the clause above has one: "police announced they have arrested …"."""
        tokens = sentence.tokens
        if tokens[place].lower not in ("they", "it", "who", "which", "that", "them"):
            return _as_agent(sentence, place)
        position = tokens[place].head
        for above in sentence.ancestors(position):
            for child in sentence.children[above]:
                if tokens[child].dep in ("nsubj", "nsubjpass") and is_noun(tokens[child]):
                    return _as_agent(sentence, child)
        return _as_agent(sentence, place)

    def _of_noun(self, sentence: Sentence, position: int) -> Agent | None:
        """Read "the arrest of 16 suspects by police", "raids by officers led to the seizure of …"."""
        by = self._by(sentence, position)
        if by is not None:
            return by
        tokens = sentence.tokens
        for above in sentence.ancestors(position):
            if not is_verb(tokens[above]):
                continue
            if _is_passive(sentence, tokens[above]):
                return self._by(sentence, above)
            found = self._clause_subject(sentence, above)
            if found is None:
                return None
            by = self._by(sentence, found[0])
            acting = tokens[found[0]].lower not in self._words.nouns
            return by or (self._named(sentence, found[0]) if acting else None)
        return None

    def _by(self, sentence: Sentence, position: int) -> Agent | None:
        tokens = sentence.tokens
        for child in sentence.children[position]:
            if tokens[child].dep == "agent" or (tokens[child].dep == "prep" and tokens[child].lower == "by"):
                for below in sentence.children[child]:
                    if tokens[below].dep == "pobj" and not tokens[below].lower[0].isdigit():
                        return _as_agent(sentence, below)
        return None

    def _shared_by(self, sentence: Sentence, position: int) -> Agent | None:
        """Read the "by" phrase that a coordinated passive has: "130 are killed and 26,000 are injured by drivers"."""
        for child in sentence.children[position]:
            if sentence.tokens[child].dep == "conj" and is_verb(sentence.tokens[child]):
                inside = [c for c in sentence.children[child] if sentence.tokens[c].dep in ("oprd", "xcomp", "acomp")]
                return next(filter(None, (self._by(sentence, c) for c in (child, *inside))), None)
        return None

    def _in_police_action(self, sentence: Sentence, position: int) -> Agent | None:
        """Read "killed in police firing"."""
        tokens = sentence.tokens
        for child in sentence.children[position]:
            if tokens[child].dep != "prep" or tokens[child].lower not in ("in", "during"):
                continue
            for below in (b for c in sentence.children[child] for b in sentence.children[c]):
                if tokens[below].lower == "police" and tokens[below].dep in ("compound", "nmod", "poss"):
                    return Agent(tokens[below].text, tokens[below].start, tokens[below].end)
        return None

    def _police_before(
        self, sentence: Sentence, predicate: Predicate, lemma: Lemma, earlier: Sequence[Sentence]
    ) -> Agent | None:
        """Give the police who acted in the words just before a passive that only they can have done."""
        if predicate.lemma not in self._words.acts:
            return None
        for unit in (sentence, *reversed(earlier[-2:])):
            for token in reversed(unit.tokens):
                verb = unit.tokens[token.head]
                told = token.dep == "nsubj" and lemma(verb.lower, verb.tag) in self._words.reporting
                acts = token.dep in ("nsubj", "dobj") and is_verb(verb) and not told
                if acts and token.lower in self._words.police and token.tag in ("NN", "NNS", "NNP", "NNPS"):
                    return _as_agent(unit, token.position)
        return None

    def _inside_of(self, sentence: Sentence, position: int, lemma: Lemma) -> Predicate | None:
        """Read what sets a whole apart: "nine of the 12 passengers abducted", "Of the 46 cases concluded, 19 …"."""
        token = sentence.tokens[position]
        above = sentence.tokens[token.head]
        if token.dep != "pobj" or above.lower not in ("of", "among"):
            return None
        whole = sentence.tokens[above.head].tag == "CD" or above.position == 0
        found = self._participle(sentence, position, lemma) if whole else None
        return found if found is not None and position < found.position else None

    def _gapped(self, sentence: Sentence, position: int, lemma: Lemma) -> Predicate | None:
        """Read the second half of "three died and five others injured", "two were killed and 10 more wounded".

        The "were" is not said again, so that the parser joins the noun to the verb of the first half; a noun is never
        joined to a verb, hence it has a verb of its own: the participle behind it, or the one that it is itself.
        """
        token = sentence.tokens[position]
        if token.dep != "conj" or not is_verb(sentence.tokens[token.head]) or token.head > position:
            return None
        if token.tag in ("JJ", "VBN") and token.lower in self._words.nouns:
            return self._own(sentence, position)
        if not is_noun(token):
            return None
        found = self._participle(sentence, position, lemma)
        return found if found is not None and position < found.position else None

    def _fronted(self, sentence: Sentence, position: int, lemma: Lemma) -> Predicate | None:
        """Read "Recovered from the suspects were six rifles, …"."""
        first = sentence.tokens[0]
        if first.tag != "VBN" or position < 2:
            return None
        before = sentence.tokens[1:position]
        verbs = [t for t in before if is_verb(t)]
        inverted = len(verbs) >= 1 and verbs[0].lower in ("were", "was", "are", "is")
        return self._verb(first, lemma, Place.PATIENT) if inverted else None

    def _below_reporting(
        self, sentence: Sentence, position: int, lemma: Lemma, found: Predicate | None
    ) -> Predicate | None:
        """Prefer the verb between a verb of saying and the noun, where the parser hung a list too high."""
        if found is None or found.lemma not in self._words.reporting or found.position >= position:
            return found
        for token in reversed(sentence.tokens[found.position + 1 : position]):
            if is_verb(token) and token.dep not in ("aux", "auxpass", "prep", "acl", "relcl"):
                return self._verb(token, lemma, Place.PATIENT)
        return found

    def _of_subject(self, sentence: Sentence, verb: int, lemma: Lemma) -> Predicate | None:
        """Read "items recovered include two rifles" by the participle of the subject."""
        subjects = [c for c in sentence.children[verb] if sentence.tokens[c].dep == "nsubj"]
        return self._participle(sentence, subjects[0], lemma) if subjects else None

    def _subject_verb(self, sentence: Sentence, position: int, lemma: Lemma) -> Predicate | None:
        """Read "two members of the gang were wounded" by its order of words, which holds where the tree does not."""
        tokens = sentence.tokens
        first = position
        while first > 0 and tokens[first - 1].tag in _INSIDE:
            first -= 1
        if first > 0 and tokens[first - 1].tag in ("IN", "TO") and tokens[first - 1].dep != "mark":
            return None
        place = position + 1
        while (
            place < len(tokens)
            and place < position + 7
            and (tokens[place].tag in _INSIDE or tokens[place].lower in ("of", "in", "from"))
        ):
            place += 1
        if (
            place + 1 < len(tokens)
            and tokens[place].text == ","
            and tokens[place + 1].tag in ("VBG", "VBN", "IN", "WDT")
        ):
            closing = next((p for p in range(place + 2, min(place + 14, len(tokens))) if tokens[p].text == ","), place)
            place = closing + 1  # "1,043 crashes, involving 1,712 vehicles, were recorded"
        if place >= len(tokens) or tokens[place].lower not in _AUXILIARIES or tokens[position].dep in ("dobj", "pobj"):
            return None
        passive = tokens[place].lower in _BE_FORMS
        for token in tokens[place + 1 : place + 5]:
            if token.tag == "VBN" and token.lower != "been":
                verb = _complement(sentence, token) or token
                return self._verb(verb, lemma, Place.PATIENT if passive else Place.SUBJECT)
            passive = passive or token.lower == "been"
            if token.tag not in ("RB", "VBN"):
                return None
        return None

    def _own(self, sentence: Sentence, position: int) -> Predicate | None:
        """Read the predicate that the noun itself names: "three dead", "191 arrests"."""
        word = sentence.tokens[position].lower
        return Predicate(self._words.nouns[word], position, Place.PATIENT) if word in self._words.nouns else None

    def _climb(self, sentence: Sentence, position: int, lemma: Lemma) -> Predicate | None:
        tokens = sentence.tokens
        including = False
        for _ in range(_STEPS):
            token = tokens[position]
            head = tokens[token.head]
            including = including or head.lower == "including"
            if token.dep in ("nsubjpass", "csubjpass", "dobj", "dative", "oprd", "obj", "attr"):
                verb = (_complement(sentence, head) or head) if token.dep == "nsubjpass" else head
                return self._verb(verb, lemma, Place.PATIENT)
            if token.dep == "nsubj":
                complement = _complement(sentence, head)
                return self._verb(complement or head, lemma, Place.PATIENT if complement else Place.SUBJECT)
            if token.dep == "pobj":
                above = tokens[head.head]
                if head.dep == "agent":
                    return self._verb(above, lemma, Place.PATIENT if including else Place.SUBJECT)
                if above.lower in self._words.nouns and head.lower in ("of", "in", "for"):
                    place = Place.PATIENT if head.lower == "of" else Place.OBLIQUE
                    return Predicate(self._words.nouns[above.lower], above.position, place)
                if _is_content_verb(above):
                    return self._verb(
                        above, lemma, Place.PATIENT if head.lower in ("of", "including") else Place.OBLIQUE
                    )
                position = above.position if is_noun(above) or above.dep in ("pobj", "prep") else head.position
                if position == head.position and head.head == head.position:
                    return None
                continue
            if token.dep in ("prep", "pcomp", "agent", "cc") and _is_content_verb(head):
                return self._verb(head, lemma, Place.PATIENT if token.lower == "including" else Place.OBLIQUE)
            if (token.dep in _TRANSPARENT or token.dep in ("prep", "pcomp")) and token.head != position:
                if _is_content_verb(head):
                    return self._verb(head, lemma, Place.PATIENT)
                position = token.head
                continue
            return None
        return None

    def _participle(self, sentence: Sentence, position: int, lemma: Lemma) -> Predicate | None:
        """Read the participle that modifies the noun: "249 vehicles seized", "nine stolen bicycles"."""
        tokens = sentence.tokens
        for wanted in ("acl", "relcl", "amod"):
            for child in sentence.children[position]:
                token = tokens[child]
                if token.dep == wanted and token.tag in ("VBN", "VBD", "VBG"):
                    return self._verb(token, lemma, Place.SUBJECT if token.tag == "VBG" else Place.PATIENT)
        return None

    def _window(self, sentence: Sentence, position: int, lemma: Lemma) -> Predicate | None:
        """Look for the nearest verb by tag: behind the noun when it is a participle or auxiliary, else before it."""
        tokens = sentence.tokens
        for token in tokens[position + 1 : position + 6]:
            if token.tag == "VBN" or (token.tag == "VBD" and token.dep != "aux"):
                return self._verb(token, lemma, Place.PATIENT)
            if token.text in (",", ".", ";"):
                break
        for token in reversed(tokens[max(0, position - 6) : position]):
            if token.tag in VERB_TAGS and token.tag != "VBN" and token.dep != "prep":
                return self._verb(token, lemma, Place.PATIENT)
            if token.text in (";", ":"):
                break
        return None

    def _verb(self, token: Token, lemma: Lemma, place: Place) -> Predicate | None:
        if token.tag in VERB_TAGS:
            return Predicate(lemma(token.lower, token.tag), token.position, place)
        if token.lower in self._words.nouns:
            return Predicate(self._words.nouns[token.lower], token.position, place)
        return None


@dataclass(frozen=True, slots=True)
class PredicateWords:
    """Hold the words that decide about predicates and agents."""

    light: frozenset[str]
    """Verbs that say little of what happened."""
    nouns: dict[str, str]
    """Verbal nouns with their verbs."""
    people: frozenset[str]
    """Nouns for people."""
    reporting: frozenset[str]
    """Verbs of saying."""
    police: frozenset[str]
    """Nouns for the police."""
    acts: frozenset[str]
    """Verbs for what only the police do."""


def reader(extra: Path | None = None) -> PredicateReader:
    """Make a reader from the lexicons `light_verbs`, `action_nouns`, `person_nouns` and `attribution_verbs`."""
    nouns = lexicons.read("action_nouns", extra).mapping("verb")
    light, people, reporting = (
        lexicons.read(name, extra).words() for name in ("light_verbs", "person_nouns", "attribution_verbs")
    )
    police = lexicons.read("police_words", extra)
    actors, acts = (frozenset(row["word"] for row in police.rows if row["class"] == name) for name in ("actor", "act"))
    return PredicateReader(PredicateWords(light, nouns, people, reporting, actors, acts))


def _as_agent(sentence: Sentence, position: int) -> Agent:
    token = sentence.tokens[position]
    return Agent(short_phrase(sentence, position), token.start, token.end)


def _is_content_verb(token: Token) -> bool:
    """Leave out prepositions in the shape of a verb: according to, including, following."""
    return is_verb(token) and token.dep != "prep"


def _root_of(sentence: Sentence, position: int) -> int:
    """Give the first verb of the chain of coordinated verbs that a verb belongs to."""
    for above in sentence.ancestors(position):
        if not is_verb(sentence.tokens[above]):
            break
        position = above
    return position


def _is_passive(sentence: Sentence, token: Token) -> bool:
    """See an auxiliary of the passive, or a bare past participle that modifies a noun."""
    if any(sentence.tokens[c].dep in ("auxpass", "nsubjpass") for c in sentence.children[token.position]):
        return True
    if token.dep == "conj" and token.tag == "VBN":
        head = sentence.tokens[token.head]
        own = any(sentence.tokens[c].dep == "nsubj" for c in sentence.children[token.position])
        return not own and is_verb(head) and _is_passive(sentence, head)
    return token.tag == "VBN" and (token.dep in ("acl", "amod") or _after_be(sentence, token.position))


def _after_be(sentence: Sentence, position: int) -> bool:
    before = [t.lower for t in sentence.tokens[max(0, position - 3) : position]]
    return any(word in _BE_FORMS for word in before)


def _complement(sentence: Sentence, verb: Token) -> Token | None:
    """Read "were left injured", "were reported stolen" and "are to benefit" by their complement."""
    if verb.lower not in _LINKING:
        return None
    for child in sentence.children[verb.position]:
        token = sentence.tokens[child]
        if token.dep in ("acomp", "oprd", "xcomp") and (
            token.tag in ("VBN", "VBD") or (token.dep == "xcomp" and token.tag == "VB")
        ):
            return token
    return None


def _acts(subject: Token, verb: Token) -> bool:
    """Tell a subject from an adverb in capitals that the parser takes for one: "With Sexually Assaulting Two"."""
    adverb = subject.lower.endswith("ly") and subject.position + 1 == verb.position and verb.tag in ("VBG", "VBN")
    return subject.tag in _ACTORS and not adverb
