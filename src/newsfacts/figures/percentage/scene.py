"""One percentage in its sentence, as the rules look at it.

The words that belong to it reach from the percentage before it to the one behind it; a bracket around it, and the
bracket that says it again behind it ("57 per cent (23 out of 40) of …"), are seen through. Not here: any decision.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from newsfacts.figures.percentage.match import PercentageMatch
from newsfacts.figures.percentage.mentions import Mention
from newsfacts.figures.percentage.nouns import first_token, governing_verb, last_token, outer_token
from newsfacts.figures.percentage.words import ChangeWords
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.record import Direction

__all__ = ["Scene"]

_OPEN, _CLOSE = ("(", "（", "["), (")", "）", "]")
_DASHES = ("–", "—", "-", "--")
_ENDS = frozenset({";", ".", "…"})
_AUXILIARY = frozenset({"aux", "auxpass"})


@dataclass(frozen=True)
class Scene:
    """Hold a percentage with what stands around it."""

    sentence: Sentence
    """The unit it stands in."""
    mention: Mention
    """The percentage."""
    words: ChangeWords
    """Words of change and level."""
    ends: tuple[int, ...]
    """Characters behind the percentages before it in the unit."""
    right_start: int
    """Character at which the percentage behind it begins; the unit's end where there is none."""
    before: PercentageMatch | None = None
    """The percentage before it in the article, a few units away at most."""
    earlier: tuple[Sentence, ...] = ()
    """The units before this one, the nearest last."""
    lead: Sentence | None = None
    """The lead-in of the list that this unit is an item of."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Give the tokens of the unit."""
        return self.sentence.tokens

    @cached_property
    def first(self) -> int:
        """Give the position of the first word, bounding words included."""
        return first_token(self.sentence, self.mention.figure.start)

    @cached_property
    def last(self) -> int:
        """Give the position behind the last word."""
        return last_token(self.sentence, max(self.mention.end, self.mention.figure.end))

    @cached_property
    def node(self) -> int:
        """Give the position of the word of the percentage that hangs on something outside it."""
        return outer_token(self.sentence, self.mention.figure.start, self.mention.end)

    @cached_property
    def left(self) -> int:
        """Give the position at which the words that belong to this percentage begin."""
        return last_token(self.sentence, self.ends[-1]) if self.ends else 0

    @cached_property
    def right(self) -> int:
        """Give the position before which they end."""
        token = self.sentence.token_at(self.right_start)
        return token.position if token else len(self.tokens)

    @cached_property
    def clause(self) -> int:
        """Give the position at which the stretch in front begins that no ";" or full stop cuts off."""
        return self.clause_of(self.first)

    def clause_of(self, place: int) -> int:
        """Give the position at which the stretch in front of a position begins: behind a percentage, ";" or "."."""
        behind = [last_token(self.sentence, end) for end in self.ends]
        floor = max((position for position in behind if position <= place), default=0)
        for position in range(place - 1, floor - 1, -1):
            if self.tokens[position].text in _ENDS:
                return position + 1
        return floor

    @cached_property
    def same_sentence(self) -> bool:
        """See that the percentage before stands in the same sentence, which a unit may be a part of."""
        return self.before is not None and self.before.figure.start >= self.sentence.unit.sentence_start

    @cached_property
    def bracket(self) -> tuple[int, int] | None:
        """Give the positions of the marks of the bracket around it; None where it stands in none."""
        opened = self._opened()
        if opened is None:
            return None
        closed = next(
            (p for p in range(self.last, len(self.tokens)) if self.tokens[p].text in _CLOSE), len(self.tokens)
        )
        return opened, closed

    def _opened(self) -> int | None:
        depth = 0
        for place in range(self.first - 1, -1, -1):
            depth += self.tokens[place].text in _CLOSE
            if self.tokens[place].text in _OPEN:
                if not depth:
                    return place
                depth -= 1
        return None

    @cached_property
    def behind(self) -> int:
        """Give the position behind the percentage and a bracket that follows it at once."""
        tokens, place = self.tokens, self.last
        if place < len(tokens) and tokens[place].text in _OPEN:
            closed = next((p for p in range(place, min(place + 9, len(tokens))) if tokens[p].text in _CLOSE), None)
            return place if closed is None else closed + 1
        if place < len(tokens) and tokens[place].text in _DASHES:
            closed = next((p for p in range(place + 1, min(place + 9, len(tokens))) if tokens[p].text in _DASHES), None)
            return closed + 1 if closed is not None and self.word(closed + 1) == "of" else place
        step = place + 1 if self.word(place) == "," else place
        if self.word(step) == "respectively":
            step += 2 if self.word(step + 1) == "," else 1
            return step if self.word(step) == "of" else place
        if self.bracket is not None and place == self.bracket[1] and self.bracket[1] < len(tokens):
            return place + 1
        return place

    def word(self, place: int) -> str:
        """Give the word at a position in lower case; nothing outside the unit."""
        return self.tokens[place].lower if 0 <= place < len(self.tokens) else ""

    def gap(self) -> Iterator[Token]:
        """Yield the words between the percentage before, or the start of the stretch, and this one."""
        yield from self.tokens[self.left : self.first]

    @cached_property
    def verb(self) -> int | None:
        """Give the verb that governs the percentage, as parsed; one that bounds it ("exceeded 2%") is its own."""
        if is_verb(self.tokens[self.node]):
            return self.node
        return governing_verb(self.sentence, self.node)

    def verbs(self, first: int, last: int) -> list[int]:
        """List the full verbs from one position to before another."""
        return [p for p in range(first, last) if is_verb(self.tokens[p]) and self.tokens[p].dep not in _AUXILIARY]

    def finite(self, first: int, last: int) -> bool:
        """See a verb that can carry a clause from one position to before another."""
        tags = ("VBD", "VBZ", "VBP", "MD")
        return any(t.tag in tags for t in self.tokens[first:last])

    def change_before(self, place: int, floor: int) -> tuple[int, Direction] | None:
        """Give the nearest word of change in front of a position, not before `floor`, with its direction."""
        for position in range(place - 1, floor - 1, -1):
            token = self.tokens[position]
            found = self.words.change(token)
            if found is not None:
                return position, found
            if token.lower in ("up", "down") and position > floor and is_verb(self.tokens[position - 1]):
                return position - 1, self.words.adverbs[token.lower]  # went up
        return None

    @cached_property
    def continues(self) -> bool:
        """See a percentage of this unit in front with no verb between: "fell by 8%, theft by 7% and fraud by 2%"."""
        if self.before is None or not self.ends:
            return False
        return not any(t.text in _ENDS or self._own_verb(t) for t in self.gap())

    def _own_verb(self, token: Token) -> bool:
        """See a verb that makes a clause of its own; "reported rape by 6%" opens with none."""
        if not is_verb(token):
            return False
        if token.tag in ("VBN", "VBG"):
            return self.words.change(token) is not None
        opens = token.position > 0 and (
            self.tokens[token.position - 1].text == "," or self.tokens[token.position - 1].tag == "CC"
        )
        follows = token.position + 1 < len(self.tokens) and is_noun(self.tokens[token.position + 1])
        return not (token.tag == "VBD" and opens and follows and self.word(self.first - 1) == "by")

    def noun_within(self, first: int, last: int) -> bool:
        """See a noun from one position to before another."""
        return any(is_noun(t) for t in self.tokens[first:last])
