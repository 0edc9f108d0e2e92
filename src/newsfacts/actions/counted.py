"""A counted noun where it stands, the verb or event noun over it, and the real verb below verbs that say little."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsfacts.actions.act import Predicate, Standing
from newsfacts.actions.words import ActionWords
from newsfacts.language import syntax
from newsfacts.language.lemmas import Lemma
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import function_words

__all__ = ["DEPTH", "Counted", "Found", "governing"]

_OF_A_CHARGE = function_words("of a charge")
_PREFIXES = function_words("bound prefix")
DEPTH = 3
"""Verbs below or above the governing one that are looked at."""
_TRANSPARENT = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "poss", "conj", "appos", "npadvmod", "dep"})
_STEPS = 12
"""Edges climbed at most: deeper governors are those of other clauses."""

Found = Iterator[Predicate]


@dataclass(frozen=True)
class Counted:
    """Hold a counted noun (or bare number) where it stands."""

    sentence: Sentence
    """The unit."""
    position: int
    """Its place."""
    noun: str
    """The noun, as far as it is said or understood."""
    earlier: Sequence[Sentence]
    """The units ahead, nearest last."""
    lemma: Lemma
    """Gives base forms."""
    words: ActionWords
    """The words that decide."""

    @property
    def token(self) -> Token:
        """Give its token."""
        return self.sentence.tokens[self.position]

    @cached_property
    def governor(self) -> Predicate | None:
        """Give the verb or event noun that the tree puts over it first."""
        return next(governing(self), None)

    def verb(self, token: Token, standing: Standing = Standing.PATIENT) -> Found:
        """Yield the predicate of a verb, an event noun, or an adjective for what befell somebody."""
        if is_verb(token) and not syntax.is_mistaken(token) and token.text[-1].isalpha():  # no "Rs.", no bullet
            real = self._real(self._stem(token))
            carried = self._carried(real)
            if carried is not None:
                yield Predicate(self.words.nouns[carried.lower], carried.position, Standing.PATIENT)
                return
            passive = real is not token and syntax.is_passive(self.sentence, real.position)
            standing = Standing.PATIENT if passive else standing
            yield Predicate(self._base(real), real.position, standing)
        elif token.lower in self.words.nouns:
            yield Predicate(self.words.nouns[token.lower], token.position, standing)

    def _stem(self, token: Token) -> Token:
        """Give the verb behind a prefix that the tagger takes for one: "co-[owned] three shops"."""
        tokens, at = self.sentence.tokens, token.position
        hyphen, last = at + 1, at + 2
        if token.lower not in _PREFIXES or last >= len(tokens) or tokens[hyphen].text != "-":
            return token
        return tokens[last] if tokens[last].tag.startswith("V") and token.end + 1 == tokens[last].start else token

    def _base(self, verb: Token) -> str:
        """Give a verb's base form, with what a hyphen parts from it: "rearrest" of "re-arrested", "co-own"."""
        tokens, at, base = self.sentence.tokens, verb.position, self.lemma(verb.lower, verb.tag)
        if at < 2 or tokens[at - 1].text != "-" or tokens[at - 2].lower not in _PREFIXES:
            return base
        if tokens[at - 2].end + 1 != verb.start:
            return base
        whole = tokens[at - 2].lower + verb.lower
        joined = self.lemma(whole, verb.tag)
        return joined if joined != whole else f"{tokens[at - 2].lower}-{base}"

    def _carried(self, verb: Token) -> Token | None:
        """Give the event noun that a support verb carries as its object: "sustained [injuries]", "received a [fine]".

        A noun that is numbered or counted itself is a thing of its own: "received two fines".
        """
        sentence = self.sentence
        if self.words.classes.get(self.lemma(verb.lower, verb.tag)) != "support":
            return None
        for place in syntax.objects(sentence, verb.position):
            numbered = any(sentence.tokens[child].tag == "CD" for child in sentence.children[place])
            if place != self.position and not numbered and sentence.tokens[place].lower in self.words.nouns:
                return sentence.tokens[place]
        return None

    def _real(self, token: Token) -> Token:
        """Give the verb below modal, aspectual and raising ones: "had to be [towed]", "began to [burn]"."""
        for _ in range(DEPTH):
            sentence = self.sentence
            small = self.words.classes.get(self.lemma(token.lower, token.tag))
            if small not in ("raising", "light") or syntax.objects(sentence, token.position):
                break
            below = [sentence.tokens[child] for child in syntax.complements(sentence, token.position)]
            verbs = [one for one in below if one.dep == "xcomp" and one.tag in ("VB", "VBN", "VBG")]
            if not verbs:
                break
            token = verbs[0]
        return token


def governing(counted: Counted) -> Found:
    """Climb through coordination, apposition, partitives and "including" to the verb or event noun over the noun.

    What stands behind another preposition is beside who acts: of "men with three rifles" the rifles do nothing.
    """
    tokens, position, including, acting = counted.sentence.tokens, counted.position, False, Standing.SUBJECT
    for _ in range(_STEPS):
        token = tokens[position]
        head = tokens[token.head]
        including = including or head.lower == "including"
        if token.dep in ("nsubjpass", "csubjpass", "dobj", "dative", "oprd", "obj", "attr"):
            yield from counted.verb(head)
            return
        if token.dep == "nsubj":
            yield from counted.verb(head, acting)
            return
        if token.dep == "pobj":
            above = tokens[head.head]
            found = _over_preposition(counted, head, above, Standing.PATIENT if including else acting)
            if found is not None:
                yield found
                return
            acting = acting if head.lower in ("of", "including") else Standing.OBLIQUE
            position = above.position if is_noun(above) or above.dep in ("pobj", "prep") else head.position
            if position == head.position and head.head == head.position:
                return
            continue
        if token.head == position or not (token.dep in _TRANSPARENT or token.dep in ("prep", "pcomp", "agent", "cc")):
            return
        if is_verb(head) and head.dep != "prep":
            of = token.dep in _TRANSPARENT or token.lower == "including"
            yield from counted.verb(head, Standing.PATIENT if of else Standing.OBLIQUE)
            return
        position = token.head


def _over_preposition(counted: Counted, head: Token, above: Token, acting: Standing) -> Predicate | None:
    """Read what stands over a preposition: a passive verb, an event noun, any other verb."""
    if head.dep == "agent":
        return next(counted.verb(above, acting), None)
    if not is_verb(above) and head.lower in _OF_A_CHARGE:
        of = head.lower in ("of", "against")
        return next(counted.verb(above, Standing.PATIENT if of else Standing.OBLIQUE), None)
    if is_verb(above) and above.dep != "prep":
        standing = Standing.PATIENT if head.lower in ("of", "including") else Standing.OBLIQUE
        return next(counted.verb(above, standing), None)
    return None
