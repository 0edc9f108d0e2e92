"""What a percentage says of what: direction and measure.

Phases: `read` looks, in this order, at brackets, at the words that touch the percentage, at what governs it in the
parse, and at "of" behind it; each look gives a `Trigger` or nothing. `listed` splits a coordination for "respectively".
Words come from the lexicon `change_words`. Not here: the number itself, and what it is compared with
(`facts/percentage.py`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from newsfacts import lexicons
from newsfacts.figures.percentage.measure_nouns import (
    MONEY_WORDS,
    behind_percent,
    first_token,
    governing_verb,
    has_article,
    is_percent,
    is_share_verb,
    is_subject,
    last_token,
    noun_before,
    outer_token,
    phrase_back,
    plural_before,
    reach_back,
    starts_time,
    valued_noun,
    without_number,
)
from newsfacts.figures.percentage.shared_list import clean, split_list
from newsfacts.language.phrases import VERB_TAGS, is_noun, is_verb, noun_phrase
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons import Lexicon
from newsfacts.record import Direction

__all__ = ["MeasureReader", "Trigger", "reader"]

Lemma = Callable[[str, str], str]
"""Gives the base form of a word with its tag."""

_UP_DOWN = (Direction.INCREASE, Direction.DECREASE)
_STEPS = 8
_PRONOUNS = frozenset({"them", "which", "whom", "it", "these", "those"})
_BETWEEN = ("JJ", "JJR", "VBN", "VBG", "NN", "HYPH", "RB", "-", "CC", "IN", "CD")
"""Tags that may stand between a percentage and its change noun: "22% year-on-year decrease"."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Hold what the words around a percentage say of it."""

    rule: str
    """Id of the rule of `facts/percentage.py` that fits."""
    direction: Direction
    """Change, share, rate or none."""
    measure: str | None = None
    """What changed or what it is a share or rate of."""
    pronoun: bool = False
    """The measure is a pronoun ("This is an increase of 1.4%"): the percentage before tells it."""


class MeasureReader:
    """Read direction and measure; make one with `reader`."""

    def __init__(self, changes: Lexicon, lemma: Lemma) -> None:
        """Take the change words and the model's lemmas."""
        self._lemma = lemma
        self._verbs = {r["word"]: Direction(r["direction"]) for r in changes.rows if r["class"] == "verb"}
        self._nouns = {r["word"]: Direction(r["direction"]) for r in changes.rows if r["class"] == "noun"}
        self._adverbs = {r["word"]: Direction(r["direction"]) for r in changes.rows if r["class"] == "adverb"}

    def read(self, sentence: Sentence, bound_start: int, start: int, end: int) -> Trigger:
        """Read what is said of the percentage from `start` to `end`; its bounding words begin at `bound_start`."""
        first, last = first_token(sentence, bound_start), last_token(sentence, end)
        node = outer_token(sentence, start, end)
        looks: tuple[Callable[[], Trigger | None], ...] = (
            lambda: self._bracket(sentence, first, last),
            lambda: self._noun_after(sentence, first, last),
            lambda: self._adverb(sentence, first, last),
            lambda: self._noun_before(sentence, first),
            lambda: self._level(sentence, first, last),
            lambda: self._part_of(sentence, node, first, last),
            lambda: self._governor(sentence, node, first),
            lambda: self._share_of(sentence, last),
            lambda: self._rate(sentence, node, first, last),
            lambda: self._as_subject(sentence, node, last),
        )
        for look in looks:
            trigger = look()
            if trigger is not None:
                return trigger
        return Trigger("percentage.bare", Direction.NONE)

    def whole(self, sentence: Sentence, end: int) -> str | None:
        """Give the noun phrase behind "of" (or right behind) a share that ends at `end`."""
        token = sentence.token_at(end) or sentence.token_at(end + 1)
        return self._phrase_after(sentence, token.position if token else len(sentence.tokens))

    def before(self, sentence: Sentence, start: int) -> str | None:
        """Give the noun phrase in front of "by" and a percentage that starts there."""
        token = sentence.token_at(start)
        noun = noun_before(sentence, token.position - 2) if token and token.position > 1 else None
        return reach_back(sentence, noun) if noun is not None else None

    def listed(self, sentence: Sentence, size: int, first: int, last: int, measure: str | None) -> list[str] | None:
        """Split the list of `size` measures that "respectively" deals out from `first` to `last`."""
        before = sentence.text[: first - sentence.start]
        after = sentence.text[last - sentence.start :]
        for stretch in (before, after):
            found = split_list(stretch, size)
            if found is not None:
                head, parts, tail = found
                return [clean(f"{head} {part} {tail}") for part in parts]
        return None

    def _bracket(self, sentence: Sentence, first: int, last: int) -> Trigger | None:
        tokens = sentence.tokens
        if (
            first == 0
            or tokens[first - 1].text not in ("(", "（")
            or last >= len(tokens)
            or tokens[last].text not in ")），,;"
        ):
            return None
        direction = Direction.NONE
        for token in tokens[: first - 1]:
            if is_verb(token):
                found = self._verbs.get(self._lemma(token.lower, token.tag))
                direction = found if found in _UP_DOWN else direction
        noun = noun_before(sentence, first - 2)
        phrase = reach_back(sentence, noun) if noun is not None else None
        return Trigger("percentage.bracket", direction, phrase)

    def _noun_after(self, sentence: Sentence, first: int, last: int) -> Trigger | None:
        """Read "a 22% year-on-year decrease in thefts"."""
        tokens = sentence.tokens
        for place in range(last, min(last + 6, len(tokens))):
            token = tokens[place]
            direction = self._nouns.get(self._lemma(token.lower, token.tag)) if is_noun(token) else None
            if direction is None and token.tag in ("VB", "VBP", "VBZ") and has_article(tokens, first):
                direction = self._nouns.get(token.lower)  # "a 5% rise", tagged as a verb
            if direction in _UP_DOWN:
                return Trigger("percentage.change-noun-after", direction, *self._of_change(sentence, place, first))
            if token.tag not in _BETWEEN or (token.tag == "IN" and token.lower not in ("on", "over")):
                return None
        return None

    def _adverb(self, sentence: Sentence, first: int, last: int) -> Trigger | None:
        """Read "down 7 percent", "0.2 points higher", "12% fewer burglaries"."""
        tokens = sentence.tokens
        before = first - 1 if first and tokens[first - 1].lower != "by" else first - 2
        if (
            before > 0
            and tokens[before].dep == "prt"
            and tokens[before - 1].lower in ("make", "makes", "made", "making")
        ):
            return None
        ahead = (
            self._adverbs.get(tokens[before].lower) if before >= 0 and tokens[before].lower in ("up", "down") else None
        )
        if ahead is not None:
            return Trigger("percentage.change-adverb", ahead, *self._topic(sentence, before))
        if last < len(tokens):
            behind = self._adverbs.get(tokens[last].lower)
            if behind is not None:
                after = (
                    self._phrase_after(sentence, last + 1) if tokens[last].lower in ("fewer", "more", "less") else None
                )
                if after is not None:
                    return Trigger("percentage.change-adverb", behind, after)
                return Trigger("percentage.change-adverb", behind, *self._topic(sentence, first))
        return None

    def _noun_before(self, sentence: Sentence, first: int) -> Trigger | None:
        """Read "a decrease of 22%", "a reduction in burglary of 12%", "growth of 5%"."""
        tokens = sentence.tokens
        if first < 2 or tokens[first - 1].lower not in ("of", "by"):
            return None
        for place in range(first - 2, max(-1, first - 10), -1):
            token = tokens[place]
            if is_verb(token) and token.tag != "VBG":
                return None
            direction = self._nouns.get(self._lemma(token.lower, token.tag)) if is_noun(token) else None
            if direction in _UP_DOWN:
                return Trigger("percentage.change-noun-before", direction, *self._of_change(sentence, place, first))
            if direction is Direction.RATE and place == first - 2:
                if place and self._nouns.get(tokens[place - 1].lower) in _UP_DOWN:
                    topic = self._topic(sentence, place)
                    return Trigger("percentage.change-noun-before", self._nouns[tokens[place - 1].lower], *topic)
                return None
            if token.tag in (",", ".", ":") or token.lower == "to":
                return None
        return None

    def _level(self, sentence: Sentence, first: int, last: int) -> Trigger | None:
        """Read "to 87.4%" and "from 9%" beside a change as levels."""
        tokens = sentence.tokens
        if not first or tokens[first - 1].lower not in ("to", "from"):
            return None
        for token in reversed(tokens[: first - 1]):
            word = self._lemma(token.lower, token.tag)
            known = self._verbs.get(word) if is_verb(token) else self._nouns.get(word) if is_noun(token) else None
            if known in _UP_DOWN or (is_verb(token) and word in ("go", "move", "bring", "take", "change", "push")):
                if is_noun(token):
                    return Trigger(
                        "percentage.level", Direction.RATE, *self._of_change(sentence, token.position, first)
                    )
                return Trigger("percentage.level", Direction.RATE, *self._of_verb(sentence, token.position))
            if token.text in (";", "."):
                break
        return None

    def _part_of(self, sentence: Sentence, node: int, first: int, last: int) -> Trigger | None:
        """Read shares of what was named before: "of which 63.5%", "68 per cent of them", "11 crore, or 61%"."""
        tokens = sentence.tokens
        following = [t.lower for t in tokens[last : last + 2]]
        ahead = [t.lower for t in tokens[max(0, first - 2) : first]]
        pronoun = following[:1] == ["of"] and following[1:] and following[1] in _PRONOUNS
        if pronoun or (len(ahead) == 2 and ahead[0] == "of" and ahead[1] in _PRONOUNS):
            noun = plural_before(sentence, first - 1, plural=following[1:] != ["it"])
            return Trigger("percentage.share-of", Direction.SHARE, phrase_back(sentence, noun))
        if ahead[-1:] == ["or"] or (is_subject(sentence, node) and following[:1] == ["of"]):
            whole = self._phrase_after(sentence, last + 1) if following[:1] == ["of"] else None
            noun = noun_before(sentence, first - 2) if whole is None and first >= 2 else None
            return Trigger("percentage.share-of", Direction.SHARE, whole or phrase_back(sentence, noun))
        return None

    def _governor(self, sentence: Sentence, node: int, first: int) -> Trigger | None:
        """Climb to a verb of change, share or level."""
        verb = governing_verb(sentence, node)
        if verb is None:
            return None
        token = sentence.tokens[verb]
        direction = self._verbs.get(self._lemma(token.lower, token.tag))
        preposition = sentence.tokens[first - 1].lower if first else ""
        of_object = sentence.tokens[node].dep == "dobj" and self._share_whole(sentence, node) is not None
        if direction in _UP_DOWN and (of_object or preposition in ("at", "in", "within", "among", "for", "of")):
            return None  # "lost 70 per cent of his herd" is a share of the herd
        if direction in _UP_DOWN:
            return Trigger("percentage.change-verb", direction, *self._of_verb(sentence, verb))
        if direction is Direction.SHARE and is_share_verb(sentence, token):
            whole = self._share_whole(sentence, node)
            return Trigger("percentage.share-verb", Direction.SHARE, whole or self._of_verb(sentence, verb)[0])
        return None

    def _share_whole(self, sentence: Sentence, node: int) -> str | None:
        last = behind_percent(sentence, node)
        if last < len(sentence.tokens) and sentence.tokens[last].lower == "of":
            return self._phrase_after(sentence, last + 1)
        return None

    def _share_of(self, sentence: Sentence, last: int) -> Trigger | None:
        tokens = sentence.tokens
        if last < len(tokens) and tokens[last].lower == "of":
            return Trigger("percentage.share-of", Direction.SHARE, self._phrase_after(sentence, last + 1))
        return None

    def _rate(self, sentence: Sentence, node: int, first: int, last: int) -> Trigger | None:
        tokens = sentence.tokens
        if last < len(tokens) and is_noun(tokens[last]):
            return Trigger("percentage.rate-noun", Direction.RATE, self._phrase_after(sentence, last))
        if first and tokens[first - 1].lower == "of" and first >= 2:
            noun = noun_before(sentence, first - 2)
            if noun is not None:
                return Trigger("percentage.rate-noun", Direction.RATE, reach_back(sentence, noun))
        if last < len(tokens) and tokens[last].tag == "JJ" and not any(is_noun(t) for t in tokens[last + 1 : last + 2]):
            return Trigger("percentage.bare", Direction.NONE)  # "100 per cent certain"
        verb = governing_verb(sentence, node)
        level = first and tokens[first - 1].lower in ("at", "above", "below", "over", "under")
        if verb is not None and level and noun_before(sentence, first - 2) is None:
            return Trigger("percentage.rate-verb", Direction.RATE, *self._of_verb(sentence, verb))
        if verb is not None and not is_subject(sentence, node):
            known = self._verbs.get(self._lemma(tokens[verb].lower, tokens[verb].tag))
            if known is Direction.RATE:
                return Trigger("percentage.rate-verb", Direction.RATE, *self._of_verb(sentence, verb))
        if first and tokens[first - 1].lower in ("at", "with", "to", "by"):
            noun = noun_before(sentence, first - 2) if first >= 2 else None
            if noun is not None:
                return Trigger("percentage.rate-verb", Direction.RATE, reach_back(sentence, noun))
        noun_follows = any(is_noun(t) for t in tokens[last : last + 3])
        if last < len(tokens) and tokens[last].tag in ("NN", "NNS", "JJ", "VBG") and noun_follows:
            return Trigger("percentage.rate-noun", Direction.RATE, self._phrase_after(sentence, last))
        return None

    def _as_subject(self, sentence: Sentence, node: int, last: int) -> Trigger | None:
        tokens = sentence.tokens
        if is_subject(sentence, node) or (last < len(tokens) and tokens[last].tag in VERB_TAGS | {"MD"}):
            return Trigger("percentage.share-subject", Direction.SHARE)
        return None

    def _of_change(self, sentence: Sentence, noun: int, first: int) -> tuple[str | None, bool]:
        """Give what a change noun is a change of: its "in/of" phrase, its compound or possessor, else the topic."""
        tokens = sentence.tokens
        start = noun + 1
        for place in range(start, min(start + 12, len(tokens))):
            token = tokens[place]
            if token.lower in ("in", "of", "to", "for") and token.tag in ("IN", "TO"):
                following = tokens[place + 1] if place + 1 < len(tokens) else None
                if following and following.tag != "CD" and following.text[:1] not in "£$€0123456789":
                    phrase = self._phrase_after(sentence, place + 1)
                    if phrase and not re.match(r"(?:19|20)\d\d\b|the (?:same|past|last|previous)", phrase):
                        return phrase, False
            if token.tag in VERB_TAGS or token.text in (",", ";") or (token.tag == "CC" and place > start + 4):
                break
        if noun >= 3 and re.fullmatch(r"year|month|week|quarter", tokens[noun - 1].lower):
            return self._topic(sentence, noun)
        left = noun
        while left > 0 and tokens[left - 1].tag in ("NN", "NNS", "NNP", "JJ", "HYPH") and left - 1 >= first:
            left -= 1
        compound = sentence.words(left, noun)
        if (
            left < noun
            and first > noun
            and not re.fullmatch(r"(?:\w+-on-\w+|annual|sharp|slight|small|marginal|big)?", compound)
        ):
            return compound, False
        return self._topic(sentence, noun)

    def _topic(self, sentence: Sentence, place: int) -> tuple[str | None, bool]:
        """Give the subject of the clause that a word stands in; True where it is a pronoun.

        Translated bulletins measure the object: "cracked 93 drug cases, up 14.8%" is of drug cases.
        """
        tokens = sentence.tokens
        counted = self._counted_object(sentence, place)
        if counted is not None:
            return counted, False
        position = place
        for _ in range(_STEPS):
            token = tokens[position]
            if is_verb(token):
                found = self._subject(sentence, position, prefer_object=False)
                if found is not None:
                    return found
            if token.head == position:
                break
            position = token.head
        noun = noun_before(sentence, place - 1)
        return (reach_back(sentence, noun), False) if noun is not None else (None, False)

    def _counted_object(self, sentence: Sentence, place: int) -> str | None:
        """Give the object with a number in front of the comma that a change hangs behind."""
        tokens = sentence.tokens
        comma = next((p for p in range(place - 1, max(-1, place - 10), -1) if tokens[p].text == ","), None)
        if comma is None or any(is_verb(t) for t in tokens[comma:place]):
            return None
        valued = valued_noun(sentence, comma)
        if valued is not None:
            return reach_back(sentence, valued)
        for position in range(comma - 1, -1, -1):
            token = tokens[position]
            if token.dep == "dobj" and is_noun(token) and not is_percent(token):
                numbers = [c for c in sentence.children[position] if tokens[c].dep == "nummod" or tokens[c].tag == "CD"]
                if token.lower == "total":
                    of = [
                        b for c in sentence.children[position] for b in sentence.children[c] if tokens[b].dep == "pobj"
                    ]
                    return without_number(noun_phrase(sentence, of[0])) if of else None
                if numbers and token.lower not in MONEY_WORDS:
                    return without_number(noun_phrase(sentence, position))
                return None
            if token.text == ";":
                return None
        return None

    def _of_verb(self, sentence: Sentence, verb: int) -> tuple[str | None, bool]:
        before = sentence.tokens[verb - 1] if verb else None
        if before is not None and before.tag in ("NNS", "NN") and sentence.tokens[verb].tag in ("VBD", "VBZ", "VBP"):
            parsed = before.head == verb or before.dep in ("pobj", "conj", "compound")
            if not parsed:
                return reach_back(sentence, before.position), False
        found = self._subject(sentence, verb, prefer_object=True)
        if found is not None:
            return found
        noun = noun_before(sentence, verb - 1)
        return (reach_back(sentence, noun), False) if noun is not None else (None, False)

    def _subject(self, sentence: Sentence, verb: int, *, prefer_object: bool) -> tuple[str | None, bool] | None:
        tokens = sentence.tokens
        position = verb
        for _ in range(_STEPS):
            children = sentence.children[position]
            objects = [
                c for c in children if tokens[c].dep == "dobj" and is_noun(tokens[c]) and not is_percent(tokens[c])
            ]
            subjects = [c for c in children if tokens[c].dep in ("nsubj", "nsubjpass")]
            chosen = objects if prefer_object and objects and position == verb else subjects
            chosen = [c for c in chosen if not is_percent(tokens[c])]
            if chosen:
                return self._as_measure(sentence, chosen[0], position)
            token = tokens[position]
            if token.dep in ("acl", "relcl") and is_noun(tokens[token.head]):
                return noun_phrase(sentence, token.head), False
            if token.dep in ("conj", "advcl", "xcomp", "ccomp", "pcomp", "prep", "dep") and token.head != position:
                position = token.head
                continue
            return None
        return None

    def _as_measure(self, sentence: Sentence, noun: int, verb: int) -> tuple[str | None, bool]:
        token = sentence.tokens[noun]
        if token.tag in ("WDT", "WP") and sentence.tokens[verb].dep == "relcl":
            return noun_phrase(sentence, sentence.tokens[verb].head), False
        if token.tag in ("PRP", "DT", "WDT") or any(is_percent(sentence.tokens[p]) for p in sentence.subtree(noun)):
            return token.text, True
        return noun_phrase(sentence, noun), False

    def _phrase_after(self, sentence: Sentence, place: int) -> str | None:
        """Give the noun phrase that begins at a position, with its "of/in/for" phrases."""
        tokens = sentence.tokens
        begin, last = place, -1
        while place < len(tokens):
            token = tokens[place]
            glued = place > begin and tokens[place - 1].text in ("-", "‐") and tokens[place - 1].end == token.start
            joined = token.tag == "CC" and last >= 0 and place + 1 < len(tokens) and is_noun(tokens[place + 1])
            if is_noun(token):
                last = place
            elif token.lower in ("of", "in", "for", "from", "on", "with", "by", "against") and last >= 0:
                if token.lower not in ("of", "in", "for", "from", "on", "with", "against") or starts_time(
                    tokens, place + 1
                ):
                    break
            elif glued or joined:
                pass
            elif token.tag not in (
                "DT",
                "PRP$",
                "JJ",
                "JJR",
                "JJS",
                "VBN",
                "VBG",
                "CD",
                "POS",
                "HYPH",
                "NNP",
                "PDT",
                "``",
                "''",
            ):
                break
            place += 1
        if last < begin and begin + 1 < len(tokens) and tokens[begin].lower in ("those", "all"):
            return sentence.words(begin, begin + 2)
        if last < begin:
            return None
        while begin < last and tokens[begin].tag in ("DT", "PDT"):
            begin += 1
        return sentence.words(begin, last + 1)


def reader(lemma: Lemma, extra: Path | None = None) -> MeasureReader:
    """Make a reader from the lexicon `change_words`."""
    return MeasureReader(lexicons.read("change_words", extra), lemma)
