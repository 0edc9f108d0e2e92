"""What an amount of money is in the story: stolen, lost, recovered, a fine or bail.

A weighed decision (`newsfacts.weigh`): every role is a candidate. A word tells a role by
its class in the lexicon `money_roles`. `_told` looks in the places where a role may be told, from near to far: the noun
that the amount modifies or that names it ("a £300 fine", "bail of $500,000"), the participle behind it, the verb that
governs it, what stands nearest in its clause, its sentence and the one ahead, the topic of the article. Each place is
evidence for the role told there; what the nearest telling place says, and some marks of the amount itself, are evidence
for and against each role.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from newsfacts import lexicons
from newsfacts.actions.act import Predicate, Standing
from newsfacts.actions.money_role_evidence import DECISION, MARKS, SAID
from newsfacts.language.lemmas import Lemma
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import any_of, function_words
from newsfacts.record import MoneyRole
from newsfacts.weigh import Candidate, Choice, Weights, choose, read_weights

__all__ = ["DECISION", "Amount", "MoneyRoleReader", "RoleWords", "reader"]

_INSIDE_A_SUM = function_words("inside a sum")
_REACH_BEHIND, _REACH_AHEAD = 9, 14
"""Tokens behind and ahead of an amount in which a word of its clause may stand."""
_BREAKS = frozenset({";", ".", ":"})
_BETWEEN = frozenset({",", ";", "and", "(", ")", "-LRB-", "-RRB-", "or", "million", "billion"})
"""Words between the amounts of a list."""
_LINKS = function_words("before a sum") | {"(", "-", ":"}
"""Words between an amount and the noun in front that names it: "bail of", "losses were put at"."""
_INSIDE = frozenset({"JJ", "JJR", "JJS", "RB", "RBR", "NN", "NNS", "NNP", "VBN", "VBG", "MD", "CD", "DT", "IN", "$"})
"""Tags of such words."""
_MODIFIED = frozenset({"JJ", "NN", "NNS", "NNP", "HYPH", "VBN", "POS", "CD"})
"""Tags between an amount and the noun that it modifies: "£300 on-the-spot fine"."""
_AUXILIARY = function_words("be", "have")
_RESTATED = 9
"""Tokens between an amount and the share or measure that it restates."""
_EACH = re.compile(
    rf"\s*(?:per\s+\w+|each\b|apiece\b|an?\s+(?:{any_of('priced by')})\b|-a-\w+)",
    re.IGNORECASE,
)
_ROLES = tuple(MoneyRole)
_ANOTHER = function_words("adds another") | {","}


@dataclass(frozen=True, slots=True)
class Amount:
    """Hold an amount of money with what is known around it."""

    sentence: Sentence
    """The unit that it stands in."""
    start: int
    """Index of its first character in the article, bound included."""
    end: int
    """Index behind the amount."""
    predicate: Predicate | None
    """The verb that governs it."""
    before: Sentence | None
    """The unit ahead."""
    topics: frozenset[MoneyRole]
    """Roles that the topic of the article makes likely."""


class MoneyRoleReader:
    """Read the role of an amount; make one with `reader`."""

    def __init__(self, words: "RoleWords", weights: Weights) -> None:
        """Take the words that tell a role, and the weights of the decision."""
        self._words = words
        self._weights = weights

    def topics(self, text: str) -> frozenset[MoneyRole]:
        """Say which roles the topic of an article makes likely: where somebody is kidnapped, a ransom."""
        found = {lexicons.fold(match[0]) for match in self._words.topic.finditer(text)}
        return frozenset(self._words.topics[stem] for stem in found)

    def read(self, amount: Amount, lemma: Lemma) -> Choice[MoneyRole]:
        """Choose the role of an amount."""
        return choose(self.propose(amount, lemma), self._weights)

    def propose(self, amount: Amount, lemma: Lemma) -> list[Candidate[MoneyRole]]:
        """Give every role as a candidate, with the evidence for and against it."""
        context = _Context(amount, self._words, lemma)
        told = list(context.told())
        marks = [*context.marks(), *([] if told else ["nothing told"])]
        return [Candidate(role, tuple(_evidence(role, told, marks, amount.topics))) for role in _ROLES]


def _evidence(
    role: MoneyRole, told: Sequence[tuple[str, MoneyRole]], marks: Sequence[str], topics: frozenset[MoneyRole]
) -> Iterator[str]:
    """Name what speaks for or against one role."""
    yield f"role={role}"
    for name, said in told:
        if said is role:
            yield name
    if told and (role is told[0][1] or role in SAID[told[0][1]]):
        yield f"said={told[0][1]}>{role}"
    if role in topics:
        yield "topic"
        yield f"topic={role}"
        if "asked" in marks or not told:
            yield "topic alone"
    for name in marks:
        if role in MARKS[name]:
            yield f"{name}={role}"


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Hold the words that tell a role."""

    verbs: Mapping[str, MoneyRole]
    """By lemma."""
    nouns: Mapping[str, MoneyRole]
    """By word, singular and plural."""
    measured: Mapping[str, MoneyRole]
    """By noun, where the amount is its measure."""
    topics: Mapping[str, MoneyRole]
    """By the stem that an article on the topic has: "kidnap"."""
    topic: re.Pattern[str]
    """Any of these stems."""
    classes: Mapping[str, frozenset[str]]
    """Other classes: "asking" verbs, "valuing" words, "cash"."""


@dataclass(frozen=True)
class _Context:
    """Look around one amount."""

    amount: Amount
    words: RoleWords
    lemma: Lemma

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return self.amount.sentence.tokens

    @cached_property
    def ends(self) -> tuple[int, int]:
        """Give the positions of the first and the last token of the amount."""
        inside = self.amount.sentence.tokens_in(self.amount.start, self.amount.end)
        return (inside[0].position, inside[-1].position) if inside else (0, 0)

    @cached_property
    def _list_start(self) -> int:
        """Give the position of the first amount of the list that this one ends: "N8,310,000; $349,290; £900"."""
        first = start = self.ends[0]
        while first > 0 and (self.tokens[first - 1].text in _BETWEEN or self.tokens[first - 1].tag in ("CD", "$")):
            first -= 1
            start = first if self.tokens[first].tag in ("CD", "$") else start
        return self._restated(start)

    def _restated(self, first: int) -> int:
        """Give the position of the share or measure that the amount puts into money: "[5]% of its sales, or $90".

        What that is called, the amount is, too.
        """
        ahead = self.tokens[max(0, first - _RESTATED) : first]
        joint = next((token.position for token in reversed(ahead[-4:]) if token.lower in ("or", "(", "-LRB-")), None)
        if joint is None or any(is_verb(token) for token in ahead):
            return first
        numbers = [token.position for token in ahead if token.tag == "CD" and token.position < joint]
        return numbers[0] if numbers else first

    def told(self) -> Iterator[tuple[str, MoneyRole]]:
        """Yield the places that tell a role, nearest first."""
        first, last = self._list_start, self.ends[1]
        ahead, behind = self._ahead(first), self.tokens[last + 1 : last + _REACH_BEHIND]
        before = self.amount.before.tokens if self.amount.before is not None else ()
        looks: Sequence[tuple[str, MoneyRole | None]] = (
            ("modified", self._modified(behind)),
            ("as", self._given_as(behind)),
            ("named", self._named(first)),
            ("participle", self._participle(behind)),
            *(() if len(ahead) < min(first, _REACH_AHEAD) else self._governing()),
            ("in front", self._nearest(reversed(ahead))),
            ("behind", self._nearest(behind)),
            ("sentence", self._nearest((*reversed(self.tokens[:first]), *self.tokens[last + 1 :]), breaks=False)),
            ("unit ahead", self._nearest(reversed(before), breaks=False)),
        )
        for name, role in looks:
            if role is not None:
                yield name, role

    def _ahead(self, first: int) -> tuple[Token, ...]:
        """Give the tokens ahead that belong to the amount's clause: none before an "of which" that opens it."""
        near = self.tokens[max(0, first - _REACH_AHEAD) : first]
        opened = [place for place, token in enumerate(near) if token.tag == "WDT" and near[place - 1].lower == "of"]
        return near[opened[-1] :] if opened else near

    def _of(self, token: Token) -> MoneyRole | None:
        """Give the role that a word tells by itself."""
        if token.lower in self.words.classes["valuing"]:
            return None
        if is_verb(token) or token.tag == "JJ":
            here = token.position < len(self.tokens) and self.tokens[token.position] is token
            lemma = self.lemma(token.lower, token.tag if is_verb(token) else "VBN")
            role = self._of_verb(lemma, token.position if here else None)
            return role if role is not None or is_verb(token) else self.words.nouns.get(token.lower)
        return self.words.nouns.get(token.lower)

    def _of_verb(self, lemma: str, position: int | None) -> MoneyRole | None:
        """Give the role that a verb tells, first with its particle: "make off"."""
        if position is not None:
            particles = [c for c in self.amount.sentence.children[position] if self.tokens[c].dep == "prt"]
            lemma = " ".join([lemma, *(self.tokens[child].lower for child in particles)])
        return self.words.verbs.get(lemma) or self.words.verbs.get(lemma.partition(" ")[0])

    def _nearest(self, tokens: Iterable[Token], *, breaks: bool = True) -> MoneyRole | None:
        for token in tokens:
            if breaks and token.text in _BREAKS:
                return None
            role = self._of(token)
            if role is not None:
                return role
        return None

    def _modified(self, behind: Sequence[Token]) -> MoneyRole | None:
        for token in behind[:5]:
            if token.lower in self.words.measured:
                return self.words.measured[token.lower]
            if token.lower in self.words.nouns and token.lower not in self.words.classes["valuing"]:
                return self.words.nouns[token.lower]
            if token.tag not in _MODIFIED and token.lower not in _INSIDE_A_SUM:
                return None
        return None

    def _given_as(self, behind: Sequence[Token]) -> MoneyRole | None:
        if not behind or behind[0].lower not in ("as", "for"):
            return None
        for token in behind[1:4]:
            if is_noun(token):
                sought = behind[0].lower == "for" and token.lower in self.words.classes["sought"]
                return MoneyRole.REWARD if sought else self.words.nouns.get(token.lower)
        return None

    def _named(self, first: int) -> MoneyRole | None:
        for token in reversed(self.tokens[max(0, first - 8) : first]):
            idle = token.lower in self.words.classes["valuing"] or is_verb(token)
            role = None if idle else self.words.nouns.get(token.lower)
            if role is not None:
                return self._regained(token) if role is MoneyRole.LOSS else role
            if token.lower not in _LINKS and token.tag not in _INSIDE:
                return None
            if is_noun(token) and token.position < first - 3:
                return None
        return None

    def _regained(self, loss: Token) -> MoneyRole:
        """Tell a loss that is got back from one that is suffered: "recovered [losses] of 2 million yuan"."""
        above = self.tokens[loss.head]
        told = self._of(above) if loss.dep in ("dobj", "nsubjpass") and is_verb(above) else None
        return MoneyRole.RECOVERED if told is MoneyRole.RECOVERED else MoneyRole.LOSS

    def _participle(self, behind: Sequence[Token]) -> MoneyRole | None:
        for token in behind:
            idle = token.lower in _AUXILIARY or token.lower in self.words.classes["valuing"]
            if token.tag == "VBN" and not idle:
                return self.words.verbs.get(self.lemma(token.lower, token.tag))
            if token.tag in ("VBD", "VBZ", "VBP") and token.lower not in _AUXILIARY:
                return None
            if token.text in _BREAKS or token.tag in ("WDT", "WP", "VBG"):
                return None
        return None

    def _governing(self) -> Iterator[tuple[str, MoneyRole | None]]:
        predicate = self.amount.predicate
        if predicate is None:
            return
        oblique = predicate.standing is Standing.OBLIQUE and predicate.lemma in self.words.classes["object"]
        if not oblique:  # "charged with [$3 million] in fraud" is no price
            yield "verb", self._of_verb(predicate.lemma, predicate.position) or self.words.nouns.get(predicate.lemma)
        for above in self.amount.sentence.ancestors(predicate.position):
            role = self._of(self.tokens[above]) if is_verb(self.tokens[above]) else None
            if role is not None:
                yield "verb above", role
                return

    def marks(self) -> Iterator[str]:
        """Yield what the amount itself shows, whatever role it has."""
        first, last = self.ends
        near = self.tokens[max(0, first - 4) : first] + self.tokens[last + 1 : last + 3]
        ahead = self.tokens[max(0, first - 3) : first]
        if any(token.lower in self.words.classes["valuing"] for token in near):
            yield "valued"
        if _EACH.match(self.amount.sentence.text, self.amount.end - self.amount.sentence.start):
            yield "each"
        if any(token.lower in self.words.classes["cash"] for token in self.tokens[last + 1 : last + 3]):
            yield "cash"
        if any(token.tag == "MD" for token in self.tokens[max(0, first - _REACH_AHEAD) : first]):
            yield "modal"
        predicate = self.amount.predicate
        if predicate is not None and predicate.lemma in self.words.classes["asking"]:
            yield "asked"
        if predicate is not None and self.tokens[last].dep in ("nsubj", "nsubjpass"):
            yield "subject"
        if any(token.text in _ANOTHER for token in ahead[-1:]):
            yield "listed"


def reader(extra: tuple[Path, ...] = (), weights: tuple[Path, ...] = ()) -> MoneyRoleReader:
    """Make a reader from the lexicon `money_roles` and the table of weights `money_role`.

    Raises:  LexiconError, WeightsError where one of them is malformed.
    """
    roles = lexicons.read("money_roles", extra)
    told: dict[str, dict[str, MoneyRole]] = {"verb": {}, "noun": {}, "measured": {}, "topic": {}}
    classes: dict[str, set[str]] = {"asking": set(), "valuing": set(), "cash": set(), "sought": set(), "object": set()}
    for row in roles.rows:
        if row["class"] in told:
            told[row["class"]][row["word"]] = MoneyRole(row["role"])
        else:
            classes[row["class"]].add(row["word"])
    stems = re.compile(rf"\b(?:{lexicons.alternation(told['topic'])})", re.IGNORECASE)
    kept = {name: frozenset(words) for name, words in classes.items()}
    words = RoleWords(told["verb"], told["noun"], told["measured"], told["topic"], stems, kept)
    return MoneyRoleReader(words, read_weights(DECISION, weights))
